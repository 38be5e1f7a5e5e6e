//! Where the words of a query stand in a text.

use std::ops::Range;
use std::sync::Arc;

use super::analysis;
use super::concepts::Concepts;
use super::languages::Languages;
use super::query::{Meaning, Query, QueryWord};
use super::words::{self, Kind, Word, is_han};
use crate::language::Language;
use crate::text::fold::{fold, fold_with_offsets};
use crate::text::segment::{self, Class};

/// The words of a query and what they stand for, ready to be looked for in texts.
#[derive(Debug, Clone, Default)]
pub struct Highlighter {
    /// Each with the number of the query's word that it is, or stands for.
    words: Vec<(usize, Word)>,
    /// Numbers of words, and the concepts that they name.
    wanted: Vec<(usize, u32)>,
    concepts: Arc<Concepts>,
    languages: Languages,
}

/// A word of the query that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// In the text as given.
    pub range: Range<usize>,
    /// Which word of the query it is.
    pub word: usize,
}

impl Highlighter {
    /// Marks the words as they are typed, with what is known of Japanese and English.
    pub fn new(query: &str) -> Self {
        let query: String = query.chars().take(words::MAX_QUERY_CHARS).collect();
        let languages = Languages::of(&[Language::JA, Language::EN]);
        let words = words::of(&fold(&query), &languages);
        let mut highlighter = Self {
            languages,
            ..Self::default()
        };
        for (number, word) in words.into_iter().enumerate() {
            highlighter.add(number, word);
        }
        highlighter
    }

    /// Marks also what the words stand for.
    pub(super) fn of(query: &Query, concepts: Arc<Concepts>, languages: Languages) -> Self {
        let mut highlighter = Self {
            concepts,
            languages,
            ..Self::default()
        };
        for (number, QueryWord { word, alternatives }) in query.words.iter().enumerate() {
            highlighter.add(number, word.clone());
            for alternative in alternatives {
                match &alternative.meaning {
                    Meaning::Typed => {}
                    Meaning::Word { word, .. } => {
                        for word in words::closed(word, &highlighter.languages) {
                            highlighter.add(number, word);
                        }
                    }
                    Meaning::Concept(concept) => highlighter.wanted.push((number, *concept)),
                }
            }
        }
        highlighter
    }

    /// A word that occurs twice is looked for once.
    fn add(&mut self, number: usize, word: Word) {
        let is_same = |other: &Word| other.kind == word.kind && other.text == word.text;
        if !self.words.iter().any(|(_, other)| is_same(other)) {
            self.words.push((number, word));
        }
    }

    /// Byte ranges of `text`, ascending and disjoint, that show the query's words. They start and end on character
    /// boundaries of the text as given, whatever folding was needed to find them.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        merge(self.marks_by_word(text).into_iter().map(|mark| mark.range))
    }

    /// All marks, ascending by where they start; those of different words may overlap.
    pub(super) fn marks_by_word(&self, text: &str) -> Vec<Mark> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let folded = fold_with_offsets(text);
        let mut marks = Vec::new();
        let mut mark = |word: usize, range| {
            marks.push(Mark {
                range: folded.original(range),
                word,
            });
        };
        for (number, word) in &self.words {
            for range in find(word, &folded.text, &self.languages) {
                mark(*number, range);
            }
        }
        if !self.wanted.is_empty() {
            for occurrence in self.concepts.find(&folded.text) {
                for &(number, concept) in &self.wanted {
                    if concept == occurrence.concept {
                        mark(number, occurrence.range.clone());
                    }
                }
            }
        }
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
        marks
    }
}

/// Ascending ranges as ascending and disjoint ones; neighbours that touch become one.
pub(super) fn merge(ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn find(word: &Word, text: &str, languages: &Languages) -> Vec<Range<usize>> {
    match &word.kind {
        Kind::Kanji { core, tail } => find_kanji(text, core, tail, word.open),
        Kind::Katakana => find_katakana(text, &word.text, word.open),
        Kind::Hiragana => find_hiragana(text, &word.text),
        Kind::Spaced { stem } => find_spaced(text, word, stem, languages),
        Kind::Number { digits } => find_number(text, digits, word.open),
    }
}

/// Every place where `part` stands, also overlapping the ones before.
fn occurrences<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(part).map(|(at, _)| at..at + part.len())
}

fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn char_after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Kanji with as much of the ending as the text shares: 乗っ取られた marks 乗っ取られ in 乗っ取られました.
fn find_kanji(text: &str, core: &str, tail: &str, open: bool) -> Vec<Range<usize>> {
    let is_single = core.chars().count() == 1;
    occurrences(text, core)
        .filter_map(|range| {
            let shared = shared_prefix(&text[range.end..], tail);
            let han_before = char_before(text, range.start).is_some_and(is_han);
            let han_after = char_after(text, range.end).is_some_and(is_han);
            let stands_alone = !han_before && (!han_after || (open && tail.is_empty()));
            // A lone kanji inside another word is another word: 変える is not 変更.
            let fits = if is_single {
                shared > 0 || stands_alone
            } else {
                !han_before || starts_word(text, range.start)
            };
            fits.then_some(range.start..range.end + shared)
        })
        .collect()
}

/// How many bytes two texts have in common at their start.
fn shared_prefix(a: &str, b: &str) -> usize {
    a.chars()
        .zip(b.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// Whether a word of the run of kanji around `at` starts there. Only that run is cut, which is short.
fn starts_word(text: &str, at: usize) -> bool {
    let start = text[..at].trim_end_matches(is_han).len();
    let rest = &text[at..];
    let end = at + rest.find(|c| !is_han(c)).unwrap_or(rest.len());
    segment::words(&text[start..end]).any(|word| start + word.start == at)
}

/// A run of katakana, or the first or last part of one (カード in クレジットカード). Two characters are too few to be such
/// a part, unless they are being typed.
fn find_katakana(text: &str, word: &str, open: bool) -> Vec<Range<usize>> {
    let is_katakana = |c: char| Class::of(c) == Class::Katakana;
    let is_long = word.chars().count() > 2;
    occurrences(text, word)
        .filter_map(|range| {
            let at_start = !char_before(text, range.start).is_some_and(is_katakana);
            let at_end = !char_after(text, range.end).is_some_and(is_katakana);
            if at_start && open {
                let rest = &text[range.end..];
                let end = rest.find(|c| !is_katakana(c)).unwrap_or(rest.len());
                return Some(range.start..range.end + end);
            }
            ((at_start && at_end) || (is_long && (at_start || at_end))).then_some(range)
        })
        .collect()
}

/// Hiragana has no visible words: at least three characters in a row must be the same, and half of the word.
fn find_hiragana(text: &str, word: &str) -> Vec<Range<usize>> {
    let length = word.chars().count();
    let least = length.min(3).max(length.div_ceil(2));
    let head_end = word
        .char_indices()
        .nth(least)
        .map_or(word.len(), |(at, _)| at);
    occurrences(text, &word[..head_end])
        .filter(|_| length > 1)
        .map(|range| range.start..range.start + shared_prefix(&text[range.start..], word))
        .collect()
}

/// Whole words that are the same but for their ending, or begin with what is being typed.
fn find_spaced(text: &str, word: &Word, stem: &str, languages: &Languages) -> Vec<Range<usize>> {
    let is_spaced = |c: char| Class::of(c).is_spaced();
    // All words with this stem begin with it, but for a final `i` that may stand for a `y`.
    let head = match stem.strip_suffix('i') {
        Some(head) if head.len() > 1 => head,
        _ => stem,
    };
    occurrences(text, head)
        .filter(|range| !char_before(text, range.start).is_some_and(is_spaced))
        .filter_map(|range| {
            let rest = &text[range.start..];
            let length = rest
                .find(|c| !is_spaced(c) && c != '\'')
                .unwrap_or(rest.len());
            let other = rest[..length].trim_end_matches('\'');
            let fits = other == word.text
                || (word.open && other.starts_with(&word.text))
                || languages.stem(other) == stem;
            fits.then_some(range.start..range.start + other.len())
        })
        .collect()
}

/// Numbers are the same whatever separates their groups.
fn find_number(text: &str, digits: &str, open: bool) -> Vec<Range<usize>> {
    let fits = |other: &str| other == digits || (open && other.starts_with(digits));
    let whole: Vec<_> = analysis::numbers(text)
        .into_iter()
        .filter(|number| fits(&number.text))
        .map(|number| number.range)
        .collect();
    if !whole.is_empty() {
        return whole;
    }
    let runs = segment::runs(text, |a, b| a == b);
    runs.into_iter()
        .filter(|run| fits(&text[run.clone()]))
        .collect()
}

/// A text in pieces, each with whether it is marked. Marks are as [`Highlighter::marks`] gives them.
pub fn split<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in marks {
        pieces.push((&text[at..mark.start], false));
        pieces.push((&text[mark.clone()], true));
        at = mark.end;
    }
    pieces.push((&text[at..], false));
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `expected` is the text with its marks in brackets.
    fn check(query: &str, expected: &str) {
        let text = expected.replace(['[', ']'], "");
        let mut shown = text.clone();
        for mark in Highlighter::new(query).marks(&text).into_iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        assert_eq!(shown, expected, "{query}");
    }

    #[test]
    fn japanese() {
        check("解約", "Netflixの[解約]について。");
        check("解約方法", "[解約]の[方法]と、[解約方法]");
        check("解約したい", "[解約]してください");
        check("乗っ取られた", "アカウントを[乗っ取られ]ました");
        check("乗っ取られた", "[乗っ取]りの疑い");
        check("パスワードを忘れた", "[パスワード]を[忘れ]ました");
        check("ログイン出来ない", "[ログイン]が[出来]ません。できない");
        check("変える", "変更する。[変え]てください");
        check("声", "音声と[声]");
        check("京都", "東京都と[京都]");
        check("再生が止まる", "[再生]が[止ま]って");
        check("を", "本を読む");
        check("電話の番号", "[電話番号]の案内");
    }

    #[test]
    fn katakana() {
        check("カード", "クレジット[カード]の[カード]番号");
        check("プラン ", "[プラン]ナー");
        check("ログ ", "ログイン");
        check("ログ", "[ログイン]する");
        check("パスワ", "[パスワード]");
        check("パスワード", "[ﾊﾟｽﾜｰﾄﾞ]を変える");
    }

    #[test]
    fn latin_and_digits() {
        check(
            "card number",
            "Your [card] [number]: the [Card's] [numbers], not discard",
        );
        check("cancel", "[Cancelling] and [cancellation]");
        check("verify", "[Verified], [verifies], not very");
        check("I am", "[I] [am] in");
        check("how do i pay", "How do I [pay]? I do.");
        check("pass", "the [password]");
        check("pass ", "the password");
        check("ＮＥＴＦＬＩＸ", "[Netflix]と[ｎｅｔｆｌｉｘ]");
        check("0120996012", "電話は[0120-996-012]へ");
        check(
            "0120-996-012",
            "電話は[0120996012]、[０１２０ー９９６ー０１２]",
        );
        check("0120-996", "電話は[0120]-[996]-012");
        check("01209", "電話は[0120-996-012]");
        check("24 ", "[24]時間、2024年");
    }

    #[test]
    fn hiragana_alone() {
        check("つながらない", "電話が[つながらない]とき。[つなが]りません");
        check("ない", "[ない]もの");
        check("の", "私の本");
    }

    #[test]
    fn nothing_to_mark() {
        check("", "text");
        check("、。!?", "text、");
        check("\u{1F600}", "text \u{1F600}");
        check("解約", "");
    }

    proptest! {
        #[test]
        fn marks_are_ascending_disjoint_and_on_boundaries(
            query in "[ぁ-おァ-オー一-丅a-c0-2 -]{0,8}",
            text in "(\\PC|[ぁ-おァ-オｱ-ｵﾞー一-丅a-cA-C0-2 -]){0,60}",
        ) {
            let mut last = None;
            for mark in Highlighter::new(&query).marks(&text) {
                prop_assert!(last.is_none_or(|last| mark.start > last));
                prop_assert!(text.get(mark.clone()).is_some_and(|part| !part.is_empty()));
                last = Some(mark.end);
            }
        }
    }
}
