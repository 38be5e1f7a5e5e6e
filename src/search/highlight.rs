//! Where the words of a query stand in a text.

mod places;

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::concepts::Concepts;
use super::identifier;
use super::languages::Languages;
use super::query::{Meaning, Query, QueryWord};
use super::words::{self, Word, WordKind};
use crate::language::Language;
use crate::text::fold::{fold, fold_with_offsets};
use places::{Text, head};

/// More words than this are looked for together: an automaton takes some time to make, but reads a text once.
const MANY: usize = 64;

/// The words of a query and what they stand for, ready to be looked for in texts.
#[derive(Debug, Clone, Default)]
pub struct Highlighter {
    /// Each with the number of the query's word that it is, or stands for.
    words: Vec<(usize, Word)>,
    /// What all [`heads`](head) are found with, where they are many.
    heads: Option<AhoCorasick>,
    /// The concepts that words name, ascending, and the numbers of these.
    wanted: Vec<(u32, usize)>,
    concepts: Concepts,
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
        highlighter.ready()
    }

    /// Marks also what the words stand for.
    pub(super) fn of(query: &Query, concepts: &Concepts, languages: Languages) -> Self {
        let mut highlighter = Self {
            languages,
            ..Self::default()
        };
        for (
            number,
            QueryWord {
                word, alternatives, ..
            },
        ) in query.words.iter().enumerate()
        {
            highlighter.add(number, word.clone());
            for alternative in alternatives {
                match &alternative.meaning {
                    Meaning::Typed => {}
                    // Each of two words by itself is another one.
                    Meaning::Word { word, .. } if word.contains(' ') => {
                        for text in [word.clone(), word.replace(' ', "-")] {
                            highlighter.add(number, literal(text));
                        }
                    }
                    Meaning::Word { word, .. } => {
                        for word in words::closed(word, &highlighter.languages) {
                            highlighter.add(number, word);
                        }
                    }
                    Meaning::Concept(concept) => highlighter.wanted.push((*concept, number)),
                }
            }
        }
        highlighter.wanted.sort_unstable();
        if !highlighter.wanted.is_empty() {
            let named = highlighter.wanted.iter().map(|&(concept, _)| concept);
            let mut named: Vec<u32> = named.collect();
            named.dedup();
            highlighter.concepts = concepts.only(&named);
        }
        highlighter.ready()
    }

    /// With what makes many words quick to find.
    fn ready(mut self) -> Self {
        if self.words.len() > MANY {
            let heads = self.words.iter().map(|(_, word)| head(word));
            let mut automaton = AhoCorasick::builder();
            let automaton = automaton.kind(Some(AhoCorasickKind::ContiguousNFA));
            self.heads = automaton.build(heads).ok();
        }
        self
    }

    /// The concepts that words name, to be looked for.
    pub(super) const fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// The numbers of the words that name a concept.
    fn naming(&self, concept: u32) -> impl Iterator<Item = usize> {
        let first = self.wanted.partition_point(|&(other, _)| other < concept);
        let named = self.wanted[first..].iter();
        named
            .take_while(move |&&(other, _)| other == concept)
            .map(|&(_, number)| number)
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

    /// All marks, ascending by where they are, those of one place by their words; those of different words may overlap.
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
        self.each_word(&folded.text, &mut mark);
        if !self.wanted.is_empty() {
            for occurrence in self.concepts.find(&folded.text) {
                for number in self.naming(occurrence.concept) {
                    mark(number, occurrence.range.clone());
                }
            }
        }
        self.mark_parts(text, &mut marks);
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end, mark.word));
        marks.dedup();
        marks
    }

    /// Marks words that are parts of names in code: `user` in `getUserName`.
    fn mark_parts(&self, text: &str, marks: &mut Vec<Mark>) {
        let spaced = self.words.iter().filter_map(|(number, word)| {
            let WordKind::Spaced { stem } = &word.kind else {
                return None;
            };
            Some((*number, word, stem))
        });
        if spaced.clone().next().is_none() {
            return;
        }
        for range in identifier::in_text(text).flatten() {
            let part = text[range.clone()].to_ascii_lowercase();
            let part_stem = self.languages.stem(&part);
            let is = |word: &Word, stem: &str| {
                part == word.text || word.open && part.starts_with(&word.text) || part_stem == stem
            };
            let found = spaced.clone().filter(|(_, word, stem)| is(word, stem));
            marks.extend(found.map(|(word, ..)| Mark {
                range: range.clone(),
                word,
            }));
        }
    }

    /// Calls `mark` for every place in a folded text where a word stands.
    fn each_word(&self, folded: &str, mark: &mut impl FnMut(usize, Range<usize>)) {
        let text = Text::new(folded, &self.languages);
        for (number, word) in &self.words {
            text.numbers_like(word)
                .for_each(|range| mark(*number, range));
        }
        let mut at_head = |(number, word): &(usize, Word), head| {
            if let Some(range) = text.word_at(word, head) {
                mark(*number, range);
            }
        };
        let Some(heads) = &self.heads else {
            for word in &self.words {
                let heads = folded.match_indices(head(&word.1));
                heads.for_each(|(at, head)| at_head(word, at..at + head.len()));
            }
            return;
        };
        // Of one word none begins within another.
        let mut ends = vec![0; self.words.len()];
        for found in heads.find_overlapping_iter(folded) {
            let word = found.pattern().as_usize();
            if found.start() >= ends[word] {
                ends[word] = found.end();
                at_head(&self.words[word], found.range());
            }
        }
    }
}

/// What is marked as it is written.
fn literal(text: String) -> Word {
    Word {
        range: 0..text.len(),
        text,
        kind: WordKind::Sign,
        open: false,
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
    fn parts_of_names_in_code() {
        check("user name", "get[UserName]() and set_[user]_[name], [USER]");
        check("user", "get[User]Name, get[Users], [user], superuser");
        check("use", "[useState], because");
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

    /// The beginning of another word is that word while it is typed, and stands where it does.
    #[test]
    fn marks_of_one_place_are_in_the_order_of_the_words() {
        let few = Highlighter::new("baァb");
        let heads = few.words.iter().map(|(_, word)| head(word));
        let many = Highlighter {
            heads: AhoCorasick::new(heads).ok(),
            ..few.clone()
        };
        for highlighter in [few, many] {
            let marks = highlighter.marks_by_word("ba-").into_iter();
            let marks: Vec<_> = marks.map(|mark| (mark.range, mark.word)).collect();
            assert_eq!(marks, [(0..2, 0), (0..2, 2)]);
        }
    }

    proptest! {
        #[test]
        fn many_words_are_found_as_few_are(
            query in "[ぁ-おァ-オー一-丅a-c0-2 -]{0,40}",
            text in "[ぁ-おァ-オー一-丅a-c0-2 -]{0,60}",
        ) {
            let few = Highlighter::new(&query);
            let heads = few.words.iter().map(|(_, word)| head(word));
            let many = Highlighter { heads: AhoCorasick::new(heads).ok(), ..few.clone() };
            prop_assert!(many.heads.is_some());
            prop_assert_eq!(few.marks_by_word(&text), many.marks_by_word(&text));
        }

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
