//! The languages the program speaks, and texts that exist in one or more of them.

use std::fmt;
use std::str::FromStr;

/// A language of the guide and of the program's own texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Ja,
    En,
}

impl Language {
    /// Every language, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The ISO 639-1 code: `ja`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The other one, for switching with one key.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }

    const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is no language code that the program knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
            .ok_or(UnknownLanguage)
    }
}

/// One value per language, in at least one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T>([Option<T>; Language::ALL.len()]);

impl<T> Localized<T> {
    /// Collects the values of several languages; `None` when there is not a single one. A later value for the same
    /// language replaces the earlier one.
    pub fn new(values: impl IntoIterator<Item = (Language, T)>) -> Option<Self> {
        let mut all = [const { None }; Language::ALL.len()];
        for (language, value) in values {
            all[language.index()] = Some(value);
        }
        all.iter().any(Option::is_some).then_some(Self(all))
    }

    /// The value in this very language.
    pub fn exact(&self, language: Language) -> Option<&T> {
        self.0[language.index()].as_ref()
    }

    /// The value in the reader's language, or else in another one, with the language it is really in.
    pub fn get(&self, reader: Language) -> (Language, &T) {
        std::iter::once(reader)
            .chain(Language::ALL)
            .find_map(|language| Some((language, self.exact(language)?)))
            .expect("`new` refuses to make a value without any language")
    }

    /// The value to show to a reader, in whatever language there is.
    pub fn text(&self, reader: Language) -> &T {
        self.get(reader).1
    }

    /// All values there are, in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        Language::ALL
            .into_iter()
            .filter_map(|language| Some((language, self.exact(language)?)))
    }
}
