//! What of a query only says that something is asked.
//!
//! 「時間外窓口の場所を教えてください」 is about a counter, and not about all that somebody wants to be told of: the words and
//! endings of asking, which every question has, weigh little, so that they decide between sections that have the subject,
//! and never against the subject.

use super::QueryWord;
use crate::search::analysis::{Analyser, Token};
use crate::search::languages::Languages;
use crate::search::tune;
use crate::search::words::WordKind;
use crate::text::reading::{MorphemeKind, morphemes};
use crate::text::segment::Class;

/// How much the terms of a query count that belong to no word.
pub struct Weights {
    /// Where words stand: byte ranges.
    content: Vec<std::ops::Range<usize>>,
    crossing: f32,
    ending: f32,
}

impl Weights {
    pub fn of(folded: &str) -> Self {
        let length = folded.chars().count() as f32;
        let content = morphemes(folded)
            .filter(|part| part.kind != MorphemeKind::Function)
            .map(|part| part.range)
            .collect();
        // A short query is half a word, or a word with its ending; a long one is a sentence.
        let share = ((length - tune("L0", 8.0)) / tune("L1", 9.0)).clamp(0.0, 1.0);
        Self {
            content,
            crossing: 1.0 + (tune("CROSS", 0.3) - 1.0) * share,
            ending: 1.0 + (tune("END", 0.1) - 1.0) * share,
        }
    }

    pub fn weight(&self, token: &Token, analyser: Analyser) -> f32 {
        let is_cjk = token.text.chars().all(|c| Class::of(c).is_cjk());
        if token.text.starts_with('\u{2}') {
            return tune("PAIR", 0.25);
        }
        if analyser == Analyser::Whole || !is_cjk {
            return 1.0;
        }
        let touches = |range: &std::ops::Range<usize>| {
            range.start < token.range.end && token.range.start < range.end
        };
        if self.content.iter().any(touches) {
            self.crossing
        } else {
            self.ending
        }
    }
}

/// Lets words of asking weigh little beside others.
pub fn weigh(words: &mut [QueryWord], languages: &Languages) {
    let asks: Vec<bool> = words.iter().map(|word| asks(word, languages)).collect();
    if asks.iter().all(|&asks| asks) {
        return;
    }
    for (word, asks) in words.iter_mut().zip(asks) {
        if asks {
            word.weight = tune("ASK", 0.15);
        }
    }
}

fn asks(word: &QueryWord, languages: &Languages) -> bool {
    match &word.word.kind {
        WordKind::Kanji { .. } | WordKind::Hiragana | WordKind::Spaced { .. } => {
            languages.asks(&word.word.text)
        }
        WordKind::Katakana | WordKind::Sign | WordKind::Number { .. } => false,
    }
}
