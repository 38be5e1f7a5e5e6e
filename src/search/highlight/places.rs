//! How the words of a query stand in a text: where the beginning of one is found, whether it is that word, and how much of
//! the text belongs to it.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use crate::search::analysis::{self, Token};
use crate::search::languages::Languages;
use crate::search::words::{Word, WordKind, is_han};
use crate::text::segment::{self, Class, is_hangul};

/// What stands in a text wherever a word does. Of a number that has parts it may be none of what the text has.
pub(super) fn head(word: &Word) -> &str {
    match &word.kind {
        WordKind::Kanji { core, .. } => core,
        WordKind::Katakana | WordKind::Sign | WordKind::Time => &word.text,
        WordKind::Hiragana => {
            // Hiragana has no visible words: at least three characters in a row must be the same, and half of the word.
            let length = word.text.chars().count();
            let least = length.min(3).max(length.div_ceil(2));
            let end = word.text.char_indices().nth(least);
            &word.text[..end.map_or(word.text.len(), |(at, _)| at)]
        }
        // All words with this stem begin with it, but for a final `i` that may stand for a `y`.
        WordKind::Spaced { stem } => match stem.strip_suffix('i') {
            Some(head) if head.len() > 1 => head,
            _ => stem,
        },
        WordKind::Number { digits } => digits,
    }
}

/// A folded text in which words are looked for, and what is found out about it on the way: each at most once, whatever the
/// number of words.
pub(super) struct Text<'a> {
    folded: &'a str,
    languages: &'a Languages,
    /// Numbers with their groups joined, and runs of one kind of characters.
    numbers: OnceCell<(Vec<Token>, Vec<Range<usize>>)>,
    /// Where words begin in the runs of kanji that begin at these places.
    cuts: RefCell<HashMap<usize, Vec<usize>>>,
    /// The run of kanji that was looked at last.
    run: RefCell<Range<usize>>,
}

impl<'a> Text<'a> {
    pub fn new(folded: &'a str, languages: &'a Languages) -> Self {
        Self {
            folded,
            languages,
            numbers: OnceCell::new(),
            cuts: RefCell::default(),
            run: RefCell::new(0..0),
        }
    }

    /// Where a number stands, whatever separates its groups; nothing for other words.
    pub fn numbers_like(&self, word: &Word) -> impl Iterator<Item = Range<usize>> {
        let digits = match &word.kind {
            WordKind::Number { digits } => Some((digits.as_str(), word.open)),
            _ => None,
        };
        let found = digits.map(|(digits, open)| self.find_number(digits, open));
        found.into_iter().flatten()
    }

    fn find_number(&self, digits: &str, open: bool) -> Vec<Range<usize>> {
        let fits = |other: &str| other == digits || (open && other.starts_with(digits));
        let (numbers, runs) = self.numbers.get_or_init(|| {
            let runs = segment::runs(self.folded, |a, b| a == b);
            (analysis::numbers(self.folded), runs)
        });
        let whole = numbers.iter().filter(|number| fits(&number.text));
        let whole: Vec<_> = whole.map(|number| number.range.clone()).collect();
        if !whole.is_empty() {
            return whole;
        }
        let runs = runs.iter().filter(|run| fits(&self.folded[(*run).clone()]));
        runs.cloned().collect()
    }

    /// What belongs to a word of which the [`head`] stands somewhere, if it is that word.
    pub fn word_at(&self, word: &Word, head: Range<usize>) -> Option<Range<usize>> {
        match &word.kind {
            WordKind::Kanji { core, tail } => self.kanji(core, tail, word.open, head),
            WordKind::Katakana => self.katakana(&word.text, word.open, head),
            WordKind::Hiragana => {
                let is_long = word.text.chars().nth(1).is_some();
                let shared = || shared_prefix(&self.folded[head.start..], &word.text);
                is_long.then(|| head.start..head.start + shared())
            }
            WordKind::Spaced { stem } => self.spaced(word, stem, head.start),
            WordKind::Sign | WordKind::Time => Some(head),
            WordKind::Number { .. } => None,
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.folded[..at].chars().next_back()
    }

    fn char_after(&self, at: usize) -> Option<char> {
        self.folded[at..].chars().next()
    }

    /// Kanji with as much of the ending as the text shares: 乗っ取られた marks 乗っ取られ in 乗っ取られました.
    fn kanji(&self, core: &str, tail: &str, open: bool, at: Range<usize>) -> Option<Range<usize>> {
        let shared = shared_prefix(&self.folded[at.end..], tail);
        let han_before = self.char_before(at.start).is_some_and(is_han);
        // A lone kanji inside another word is another word: 変える is not 変更.
        let fits = if core.chars().nth(1).is_none() {
            let han_after = self.char_after(at.end).is_some_and(is_han);
            shared > 0 || (!han_before && (!han_after || (open && tail.is_empty())))
        } else {
            !han_before || self.starts_word(at.start)
        };
        fits.then_some(at.start..at.end + shared)
    }

    /// Whether a word of the run of kanji around `at` starts there.
    fn starts_word(&self, at: usize) -> bool {
        let mut run = self.run.borrow_mut();
        if !run.contains(&at) {
            let rest = &self.folded[at..];
            let end = at + rest.find(|c| !is_han(c)).unwrap_or(rest.len());
            *run = self.folded[..at].trim_end_matches(is_han).len()..end;
        }
        let mut cuts = self.cuts.borrow_mut();
        let starts = cuts.entry(run.start).or_insert_with(|| {
            let words = segment::words(&self.folded[run.clone()]);
            words.map(|word| run.start + word.start).collect()
        });
        starts.binary_search(&at).is_ok()
    }

    /// A run of katakana, or the first or last part of one (カード in クレジットカード). Two characters are too few to be such
    /// a part, unless they are being typed.
    fn katakana(&self, word: &str, open: bool, at: Range<usize>) -> Option<Range<usize>> {
        let is_katakana = |c: char| Class::of(c) == Class::Katakana;
        let at_start = !self.char_before(at.start).is_some_and(is_katakana);
        let at_end = !self.char_after(at.end).is_some_and(is_katakana);
        if at_start && open {
            let rest = &self.folded[at.end..];
            let end = rest.find(|c| !is_katakana(c)).unwrap_or(rest.len());
            return Some(at.start..at.end + end);
        }
        let is_long = word.chars().nth(2).is_some();
        ((at_start && at_end) || (is_long && (at_start || at_end))).then_some(at)
    }

    /// A whole word that is the same but for its ending, or begins with what is being typed; of Korean the stem, wherever it
    /// stands.
    fn spaced(&self, word: &Word, stem: &str, at: usize) -> Option<Range<usize>> {
        if stem.starts_with(is_hangul) && stem.chars().nth(1).is_some() {
            // Its particles are left out, and it may be a part of a compound.
            return Some(at..at + stem.len());
        }
        let is_spaced = |c: char| Class::of(c).is_spaced();
        if self.char_before(at).is_some_and(is_spaced) {
            return None;
        }
        let rest = &self.folded[at..];
        let length = rest.find(|c| !is_spaced(c) && c != '\'');
        let other = rest[..length.unwrap_or(rest.len())].trim_end_matches('\'');
        let fits = other == word.text
            || (word.open && other.starts_with(&word.text))
            || self.languages.stem(other) == stem;
        fits.then_some(at..at + other.len())
    }
}

/// How many bytes two texts have in common at their start.
fn shared_prefix(a: &str, b: &str) -> usize {
    let both = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    both.map(|(a, _)| a.len_utf8()).sum()
}
