//! What a reader typed → what is looked up.
//!
//! A query is just text: no character has a meaning of its own, and there is no wrong query. It becomes a list of words,
//! each with its [`Alternative`]s: itself, and what stands in for it (the word of which it is the reading, another form
//! of the same concept, what it is the beginning of, what it may be a misspelling of). An alternative is a list of index
//! [`Term`]s. A section scores for each word as in the best of its alternatives.

mod asking;
mod correction;
mod parse;
mod recognise;
mod spelt;

use std::ops::Range;

use super::analysis::{Analyser, Token};
use super::languages::Languages;
use super::words::{Word, WordKind, contains};
use super::{ReadAs, Via};
use crate::text::clean::clean;
use crate::text::fold::fold_with_offsets;
use crate::text::segment::is_hiragana;

pub use spelt::{Spelt, spelt};

/// As many words are named in a line.
const MOST_NAMED: usize = 3;

/// With as many words titles are compared.
const MOST_MEANT: usize = 4;

/// A query, taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// As typed, but for names in code that the guide has only by their words.
    typed: String,
    /// The same, folded.
    pub folded: String,
    /// What it is about.
    pub words: Vec<QueryWord>,
    /// What is looked up, each once. At most [`MAX_TERMS`].
    pub terms: Vec<Term>,
    /// Terms that belong to no word: bigrams across two words, endings, and the query as a whole.
    pub loose: Vec<Loose>,
    /// Words that were read as kana or romaji.
    pub readings: Vec<ReadAs>,
    /// The query with its misspelt words corrected, if there are any.
    pub correction: Option<String>,
}

impl Query {
    /// The words of the guide that the only word of the query may be the reading of, or the beginning of where the guide does
    /// not have it as it was typed (`as` is not `async`), the likeliest first. `known` says of each term whether the guide has it.
    pub fn meant(&self, known: &[bool]) -> impl Iterator<Item = &str> {
        let only = match self.words.as_slice() {
            [word] => Some(word),
            _ => None,
        };
        let alternatives = only.map_or(&[][..], |word| &word.alternatives);
        let is_whole = alternatives.first().is_some_and(|itself| {
            let words = &itself.terms[Analyser::Words as usize];
            !words.is_empty() && words.iter().all(|&term| known[term])
        });
        let words = alternatives.iter().filter_map(move |alternative| {
            match (&alternative.meaning, alternative.via) {
                (Meaning::Word { word, .. }, Via::Reading) => Some(word.as_str()),
                (Meaning::Word { word, .. }, Via::Prefix) if !is_whole => Some(word.as_str()),
                _ => None,
            }
        });
        words.take(MOST_MEANT)
    }
}

/// A term that belongs to no word of a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loose {
    /// Index into the query's terms.
    pub term: usize,
    /// What its score is multiplied with.
    pub weight: f32,
}

/// A word of a query and all that it may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryWord {
    pub word: Word,
    /// How much it counts: 1, or less where it only says that something is asked.
    pub weight: f32,
    /// The word itself comes first.
    pub alternatives: Vec<Alternative>,
}

/// Something that a word of a query may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    pub via: Via,
    /// What its score is multiplied with.
    pub weight: f32,
    /// Indices into the query's terms, by analyser.
    pub terms: [Vec<usize>; Analyser::ALL.len()],
    pub meaning: Meaning,
}

/// What to look for in a text, to mark an alternative in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// The word as typed.
    Typed,
    /// Another word, and in hiragana how it is read, if it was found so.
    Word {
        word: String,
        reading: Option<String>,
    },
    /// Any form of a concept of the glossary.
    Concept(u32),
}

/// A term of the index.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    pub analyser: Analyser,
    pub text: String,
}

/// No query looks up more terms, which bounds its time and memory.
pub const MAX_TERMS: usize = 320;

/// One alternative of a word is the word itself; there are no more than this.
const MAX_ALTERNATIVES: usize = 16;

/// The words and bigrams of what was typed may be no more than this, each.
const MAX_TYPED: usize = 64;

impl Query {
    /// How much the word counts that a place of the folded query is in or touches; 0 where none is.
    pub fn weight_at(&self, place: &Range<usize>) -> f32 {
        let words = self.words.iter().filter(|word| {
            let range = &word.word.range;
            range.start < place.end && place.start < range.end
        });
        words.map(|word| word.weight).fold(0.0, f32::max)
    }
}

impl Query {
    /// Some of its words as they were typed, each once; no more than can be said in a line.
    pub fn as_typed(&self, numbers: &[usize]) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        if numbers.is_empty() {
            return words;
        }
        let folded = fold_with_offsets(&self.typed);
        for &number in numbers {
            let range = folded.original(self.words[number].word.range.clone());
            let word = clean(&self.typed[range]).into_owned();
            if !words.contains(&word) && words.len() < MOST_NAMED {
                words.push(word);
            }
        }
        words
    }

    /// Where a term is among those that are looked up.
    pub fn term(&self, analyser: Analyser, text: &str) -> Option<usize> {
        let mut terms = self.terms.iter();
        terms.position(|term| term.analyser == analyser && term.text == text)
    }

    /// How much each term counts at most, in the order of the terms.
    pub fn weights(&self) -> Vec<f32> {
        let mut weights = vec![0.0_f32; self.terms.len()];
        for QueryWord {
            weight,
            alternatives,
            ..
        } in &self.words
        {
            for alternative in alternatives {
                for term in alternative.all_terms() {
                    weights[term] = weights[term].max(weight * alternative.weight);
                }
            }
        }
        for &Loose { term, weight } in &self.loose {
            weights[term] = weights[term].max(weight);
        }
        weights
    }
}

impl Alternative {
    /// All its terms.
    pub fn all_terms(&self) -> impl Iterator<Item = usize> {
        self.terms.iter().flatten().copied()
    }
}

/// Each term once, without those that say nothing, unless there are no others.
///
/// What is left out by one analyser stays with the other, so that a query of common words still prefers the section with
/// just these. Of Japanese, particles and endings are left out as words: measured to gain right answers, while leaving
/// out their bigrams as well loses more than it saves time. Small words are left out as stems.
fn telling(analyser: Analyser, folded: &str, languages: &Languages) -> Vec<Token> {
    let tokens = analyser.tokens(folded, languages);
    let says_nothing = |token: &Token| {
        let text = &folded[token.range.clone()];
        match analyser {
            Analyser::Words => is_hiragana(text),
            Analyser::Grams => languages.is_small_word(text),
            Analyser::Whole => false,
        }
    };
    let mut distinct: Vec<Token> = Vec::new();
    let all_say_nothing = tokens.iter().all(says_nothing);
    for token in tokens {
        let is_new = || distinct.iter().all(|other| other.text != token.text);
        if (all_say_nothing || !says_nothing(&token)) && distinct.len() < MAX_TYPED && is_new() {
            distinct.push(token);
        }
    }
    distinct
}

/// Whether a term is a part of a word. A dictionary's word may have its ending with it (忘れ), bigrams may not.
fn is_part(analyser: Analyser, word: &Word, term: &Range<usize>) -> bool {
    let core = word.core();
    match analyser {
        // The words in a name are other words without its signs.
        Analyser::Words if word.kind == WordKind::Sign => false,
        Analyser::Words => {
            contains(&word.range, term) && term.start < core.end && core.start < term.end
        }
        Analyser::Grams => contains(&core, term),
        Analyser::Whole => false,
    }
}

#[cfg(test)]
mod tests;
