//! Values that exist in one or more languages.

use serde::{Deserialize, Serialize};

use super::Language;

/// One value per language, in at least one language, in the guide's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized<T>(Box<[(Language, T)]>);

/// In one language.
impl<T> From<(Language, T)> for Localized<T> {
    fn from(value: (Language, T)) -> Self {
        Self(Box::new([value]))
    }
}

impl<T> Localized<T> {
    /// Takes the values of several languages, the guide's first language first; `None` when there is not a single one. A
    /// later value for the same language replaces the earlier one.
    pub fn new(values: impl IntoIterator<Item = (Language, T)>) -> Option<Self> {
        let mut all: Vec<(Language, T)> = Vec::new();
        for (language, value) in values {
            match all.iter_mut().find(|(other, _)| *other == language) {
                Some((_, earlier)) => *earlier = value,
                None => all.push((language, value)),
            }
        }
        (!all.is_empty()).then(|| Self(all.into_boxed_slice()))
    }

    /// The value in this very language.
    pub fn exact(&self, language: Language) -> Option<&T> {
        let mut all = self.0.iter();
        all.find(|(other, _)| *other == language)
            .map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub fn exact_mut(&mut self, language: Language) -> Option<&mut T> {
        let mut all = self.0.iter_mut();
        all.find(|(other, _)| *other == language)
            .map(|(_, value)| value)
    }

    /// The value that is nearest to the reader's language (see [`Language::among`]), or else the first, with the language
    /// it is really in.
    pub fn get(&self, lang: Language) -> (Language, &T) {
        let exact = |language: Language| Some((language, self.exact(language)?));
        exact(lang)
            .or_else(|| exact(lang.among(self.0.iter().map(|(language, _)| *language))?))
            .unwrap_or_else(|| {
                // `new` refuses to make a value without any language.
                let (language, value) = &self.0[0];
                (*language, value)
            })
    }

    /// The value to show to a reader, in whatever language there is.
    pub fn text(&self, lang: Language) -> &T {
        self.get(lang).1
    }

    /// All values there are, in the guide's order.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        self.0.iter().map(|(language, value)| (*language, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_value_or_the_first() {
        let languages = ["ko", "ja", "en"].map(|tag| tag.parse().expect(tag));
        let [ko, ja, en]: [Language; 3] = languages;
        let text = Localized::new([(ko, 0), (ja, 1), (en, 2), (ja, 3)]).expect("some");
        assert_eq!(
            text.iter().collect::<Vec<_>>(),
            [(ko, &0), (ja, &3), (en, &2)]
        );
        let get = |tag: &str| text.get(tag.parse().expect(tag));
        assert_eq!(get("ja"), (ja, &3));
        assert_eq!(get("ja-x-easy"), (ja, &3));
        assert_eq!(get("en-GB"), (en, &2));
        assert_eq!(get("fr"), (ko, &0));
        assert_eq!(Localized::<u8>::new([]), None);
    }
}
