//! What search knows of a guide's languages, taken together.
//!
//! A query does not say in which language it is, and texts quote other languages; so a word is looked at in the same way
//! wherever it stands, and whatever one of the guide's languages knows of it counts.

use std::borrow::Cow;

use crate::language::{Endings, Known, Language, Readings};
use crate::text::segment::Class;

/// The languages of a guide. The default knows nothing: words are what is written.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    known: Vec<&'static Known>,
    endings: Vec<Endings>,
    are_japanese: bool,
    are_chinese: bool,
}

impl Languages {
    pub fn of(languages: &[Language]) -> Self {
        let mut all = Self::default();
        for known in languages.iter().map(|language| language.known()) {
            let new_endings = known
                .endings
                .filter(|endings| !all.endings.contains(endings));
            all.endings.extend(new_endings);
            all.are_japanese |= known.readings == Readings::Own;
            all.are_chinese |= known.readings == Readings::Apart;
            all.known.push(known);
        }
        all
    }

    /// Whether a folded word says nothing about what is looked for.
    pub fn is_small_word(&self, word: &str) -> bool {
        let mut known = self.known.iter();
        known.any(|known| known.small_words.binary_search(&word).is_ok())
    }

    /// Whether a folded word only says that something is asked.
    pub fn asks(&self, word: &str) -> bool {
        let mut known = self.known.iter();
        known.any(|known| (known.asks)(word))
    }

    /// A common form of the words that differ in their ending only, for comparing.
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let without = |stem: Cow<'a, str>, endings: &Endings| match stem {
            Cow::Borrowed(stem) => endings.stem(stem),
            Cow::Owned(stem) => endings.stem(&stem).into_owned().into(),
        };
        self.endings.iter().fold(word.into(), without)
    }

    /// Whether a folded query is Chinese: one of the guide's languages is, and there are no kana in it.
    pub fn asks_in_chinese(&self, query: &str) -> bool {
        let is_kana = |c| matches!(Class::of(c), Class::Hiragana | Class::Katakana);
        self.are_chinese && !query.contains(is_kana)
    }

    /// Whether queries may be in either script of Chinese.
    pub const fn have_two_scripts(&self) -> bool {
        self.are_chinese
    }

    /// Whether queries may be Japanese in kana and Latin letters.
    pub const fn have_readings(&self) -> bool {
        self.are_japanese
    }

    /// Whether Chinese characters in a text of this language are read as Japanese ones.
    pub fn reads(&self, language: Language) -> bool {
        self.are_japanese && language.known().readings != Readings::Apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: &[&str]) -> Languages {
        let tags: Vec<Language> = tags.iter().map(|tag| tag.parse().expect(tag)).collect();
        Languages::of(&tags)
    }

    /// They are compared with words of folded texts.
    #[test]
    fn small_words_are_folded() {
        for tag in ["ja", "en", "zh", "ko", "de", "es", "fr"] {
            let language: Language = tag.parse().expect(tag);
            for word in language.known().small_words {
                assert_eq!(crate::text::fold::fold(word), *word);
            }
        }
    }

    #[test]
    fn what_one_language_knows_counts_in_the_guide() {
        let both = languages(&["ja", "en"]);
        assert!(both.is_small_word("the") && both.have_readings());
        assert_eq!(both.stem("cancelling"), "cancel");
        let english = languages(&["en-GB"]);
        assert!(english.is_small_word("the") && !english.have_readings());
        let italian = languages(&["it"]);
        assert!(!italian.is_small_word("the") && !italian.have_readings());
        assert_eq!(italian.stem("cancelling"), "cancelling");
    }

    #[test]
    fn chinese_is_not_read_as_japanese() {
        let all = languages(&["zh-Hans", "ja", "ko"]);
        let reads = ["zh-Hans", "ja", "ko"].map(|tag| all.reads(tag.parse().expect(tag)));
        assert_eq!(reads, [false, true, true]);
        assert!(!languages(&["zh-Hans", "ko"]).have_readings());
    }
}
