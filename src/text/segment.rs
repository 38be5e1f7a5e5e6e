//! Words and character classes of folded text.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

/// Made once: making it is cheap, but not free.
static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()));

/// What kind of writing a character belongs to, as far as search needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    Han,
    Hiragana,
    Katakana,
    /// Letters of scripts that are written with spaces.
    Latin,
    Digit,
    /// Spaces, punctuation, symbols.
    Other,
}

impl Class {
    /// The class of a character of folded text.
    pub fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            'a'..='z' | 'A'..='Z' => Self::Latin,
            // Told without the tables of Unicode, as most of a text is: punctuation, of Japanese too.
            '\0'..='\u{7F}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => Self::Other,
            'ぁ'..='ゖ' | 'ゝ'..='ゟ' | '\u{3099}' | '\u{309A}' => Self::Hiragana,
            'ァ'..='ヺ' | 'ー'..='ヿ' | 'ㇰ'..='ㇿ' => Self::Katakana,
            '々'..='〇'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => Self::Han,
            _ if c.is_alphabetic() || is_mark(c) => Self::Latin,
            _ if c.is_numeric() => Self::Digit,
            _ => Self::Other,
        }
    }

    /// Written without spaces, so that its words have no visible ends.
    pub const fn is_cjk(self) -> bool {
        matches!(self, Self::Han | Self::Hiragana | Self::Katakana)
    }

    /// Written with spaces: a run of it is a word.
    pub const fn is_spaced(self) -> bool {
        matches!(self, Self::Latin | Self::Digit)
    }
}

/// Combining marks go with the letter that they stand on.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// The words of a folded text, as byte ranges: ascending, disjoint, not empty, on character boundaries. Japanese is cut
/// by a dictionary, so an inflected word comes as several (乗|っ取|ら|れた).
pub fn words(folded: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    SEGMENTER
        .segment_str(folded)
        .iter_with_word_type()
        .filter_map(move |(end, kind)| {
            let word = start..end;
            start = end;
            (kind.is_word_like() && !word.is_empty()).then_some(word)
        })
}

/// The byte offsets between the words of a text, ascending; the last one is its end.
pub fn boundaries(text: &str) -> Vec<usize> {
    SEGMENTER.segment_str(text).collect()
}

/// The stretches of characters for which `same` holds between neighbours; characters of class [`Class::Other`] are in
/// none. Byte ranges like those of [`words`].
pub fn runs(folded: &str, same: impl Fn(Class, Class) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut previous = Class::Other;
    for (at, c) in folded.char_indices() {
        let class = Class::of(c);
        let end = at + c.len_utf8();
        match runs.last_mut() {
            _ if class == Class::Other => {}
            Some(run) if run.end == at && same(previous, class) => run.end = end,
            _ => runs.push(at..end),
        }
        previous = class;
    }
    runs
}

/// Whether a character is a syllable of Korean, whose compounds are written as one word or as several.
pub const fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Whether all of a word is hiragana: particles, endings, and few words that one would search for.
pub fn is_hiragana(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(Class::of(c), Class::Hiragana) || c == 'ー')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_of_japanese_and_english() {
        let check = |text: &str, expected: &[&str]| assert_eq!(cut(text), expected, "{text}");
        check("", &[]);
        check("、。 !", &[]);
        check("netflix card", &["netflix", "card"]);
        check("解約方法", &["解約", "方法"]);
        check("パスワードを忘れた", &["パスワード", "を", "忘れ", "た"]);
        check("乗っ取られた", &["乗", "っ取", "ら", "れた"]);
        check("0120-996-012", &["0120", "996", "012"]);
    }

    #[test]
    fn classes_are_those_of_unicode_where_its_tables_are_not_asked() {
        for c in ('\0'..='\u{7F}').chain('\u{3000}'..='\u{303F}') {
            let class = match c {
                '々'..='〇' => Class::Han,
                _ if c.is_alphabetic() => Class::Latin,
                _ if c.is_numeric() => Class::Digit,
                _ => Class::Other,
            };
            assert_eq!(Class::of(c), class, "{c:?}");
        }
    }

    #[test]
    fn runs_end_where_asked() {
        let text = "netflixの解約、パス12";
        let cut = |runs: Vec<Range<usize>>| runs.into_iter().map(|r| &text[r]).collect::<Vec<_>>();
        assert_eq!(
            cut(runs(text, |a, b| a == b)),
            ["netflix", "の", "解約", "パス", "12"]
        );
        assert_eq!(
            cut(runs(text, |a, b| a.is_cjk() == b.is_cjk())),
            ["netflix", "の解約", "パス", "12"]
        );
    }

    proptest! {
        #[test]
        fn words_are_ascending_disjoint_and_on_boundaries(text in "(\\PC|[ぁ-んァ-ン一-龠a-z0-9 、。]){0,60}") {
            let mut last = 0;
            for word in words(&text).chain([]) {
                prop_assert!(word.start >= last && word.end > word.start);
                prop_assert!(text.get(word.clone()).is_some());
                last = word.end;
            }
            for run in runs(&text, |a, b| a == b) {
                prop_assert!(text.get(run).is_some_and(|run| !run.is_empty()));
            }
        }
    }
}
