//! What words that the guide does not have were meant to be.

use super::Parser;
use crate::search::Via;
use crate::search::meaning;
use crate::search::query::{QueryWord, correction, recognise};
use crate::search::words::{self, Word, WordKind};

/// What an alternative's score is multiplied with that a word is misspelt of.
const CORRECTION: f32 = 0.75;

/// How many words a misspelling stands for: the nearest and most frequent ones.
const MOST_CORRECTIONS: usize = 4;

/// How many words of a query are corrected: a reader mistypes one or two, and a text in another language is no typo.
const MOST_CORRECTED: usize = 4;

impl Parser<'_> {
    /// What the words that the guide does not have may be misspellings of.
    pub(super) fn add_corrections(&mut self) {
        // What was typed with an input method is spelt as it is meant.
        let has_kanji = self.folded.chars().any(words::is_han);
        let read =
            self.languages.have_readings() && !recognise::is_english(self.folded, self.languages);
        let mut corrected = String::new();
        let mut at = 0;
        let mut tried = 0;
        for number in 0..self.query.words.len() {
            let QueryWord {
                word, alternatives, ..
            } = &self.query.words[number];
            if alternatives.len() > 1
                || recognise::is_known(word, self.lexicon)
                || is_of_the_language(word)
                || (has_kanji && word.kind == WordKind::Hiragana)
                || tried == MOST_CORRECTED
            {
                continue;
            }
            tried += 1;
            let word = word.clone();
            let found = correction::of(&word, self.lexicon, MOST_CORRECTIONS, read);
            let Some((_, first)) = found.first() else {
                continue;
            };
            if self.is_form_of(&word, &first.word) {
                continue;
            }
            corrected.push_str(&self.folded[at..word.range.start]);
            corrected.push_str(&first.word);
            at = word.range.end;
            for (distance, entry) in found {
                let weight = CORRECTION / f32::from(distance.max(1));
                self.add_word(number, &entry.word, Via::Fuzzy, weight, None);
            }
        }
        if at > 0 {
            corrected.push_str(&self.folded[at..]);
            self.query.correction = Some(corrected);
        }
    }

    /// Whether a word only has another ending than one of the guide: so it is found by its stem, and not misspelt.
    fn is_form_of(&self, word: &Word, other: &str) -> bool {
        match &word.kind {
            WordKind::Spaced { stem } => *stem == self.languages.stem(other),
            _ => false,
        }
    }
}

/// Whether a word is known for what it is, whatever guide is open. What has an apostrophe is no misspelling either; no word has
/// three times the same letter.
fn is_of_the_language(word: &Word) -> bool {
    let letters = word.text.as_bytes();
    match &word.kind {
        WordKind::Spaced { .. } if letters.windows(3).any(|three| three == [three[0]; 3]) => false,
        WordKind::Katakana => meaning::is_word(&word.text),
        WordKind::Spaced { stem } => {
            meaning::is_word(&word.text)
                || meaning::is_word(stem)
                || word.text.contains(['\'', '’'])
        }
        _ => false,
    }
}
