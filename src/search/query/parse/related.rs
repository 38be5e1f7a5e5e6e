//! Words of the guide that mean nearly the same as those that were typed.

use std::ops::Range;

use super::{Parser, share};
use crate::search::Via;
use crate::search::languages::Languages;
use crate::search::lexicon::{By, Lexicon};
use crate::search::meaning::Neighbour;
use crate::search::query::{Query, asking, contains, spelt};
use crate::search::thesaurus::{self, Said};
use crate::search::words::WordKind;
use crate::text::fold::fold;
use crate::text::segment::Class;

/// What the likeness of such a word is multiplied with.
const RELATED: f32 = 0.5;

/// What the score is multiplied with of what manuals call something that is said otherwise.
const CALLED: f32 = 0.3;

/// In how many ways the guide writes a word that is near another in meaning.
const MOST_WRITTEN: usize = 2;

impl Query {
    /// Lets words stand for those of the guide that mean nearly the same: the words that it has in no form, or all. `known` says of
    /// each word whether any section has it; `neighbours` names such words of one, and is told whether the guide has that. `false`
    /// where there is nothing to add.
    pub fn relate(
        &mut self,
        lexicon: &Lexicon,
        languages: &Languages,
        (known, all): (&[bool], bool),
        neighbours: impl Fn(&str, bool) -> Vec<Neighbour>,
    ) -> bool {
        if !all && known.iter().all(|&is_known| is_known) {
            return false;
        }
        let is_related = |&number: &usize| {
            let word = &self.words[number];
            word.weight > asking::ASKING
                && !matches!(
                    word.word.kind,
                    WordKind::Number { .. } | WordKind::Sign | WordKind::Time
                )
                && (all || !known[number])
        };
        let related: Vec<(usize, bool)> = (0..self.words.len())
            .filter(is_related)
            .map(|number| (number, known[number]))
            .collect();
        // A word that the guide has needs no other: it may be meant as the guide has it. What several say is meant so. And a term
        // by itself may be of another field: a recipe is no example.
        let is_wanted = |said: &Said| {
            let mut covered = self.covered(said);
            let is_unknown = covered.any(|number| !known[number]);
            let is_several = !said.is_term && said.words.len() > 1;
            is_unknown && (!said.is_term || self.words.len() > 1) || all && is_several
        };
        let mut said = thesaurus::said(&self.folded);
        said.retain(is_wanted);
        if related.is_empty() && said.is_empty() {
            return false;
        }
        let terms = self.terms.len();
        let numbers = self.terms.iter().cloned().zip(0..).collect();
        let folded = self.folded.clone();
        let mut parser = Parser {
            folded: &folded,
            lexicon,
            languages,
            query: std::mem::take(self),
            numbers,
            in_kana: Vec::new(),
        };
        for (number, is_known) in related {
            let word = parser.query.words[number].word.text.clone();
            for neighbour in neighbours(&word, is_known) {
                let written = neighbour.written.into_iter().take(MOST_WRITTEN);
                for written in written.filter(|written| !is_cut_out(written, lexicon)) {
                    let weight = RELATED * neighbour.cosine;
                    parser.add_word(number, &written, Via::Related, weight, None);
                }
            }
        }
        for said in &said {
            parser.add_called(said);
        }
        *self = parser.query;
        self.terms.len() > terms
    }

    /// The numbers of the words by which something is said.
    fn covered(&self, said: &Said) -> impl Iterator<Item = usize> {
        let touches = |core: &Range<usize>| {
            let mut words = said.words.iter();
            words.any(|word| word.start < core.end && core.start < word.end)
        };
        let is_covered = move |number: &usize| {
            let core = self.words[*number].word.core();
            contains(&said.range, &core) && touches(&core)
        };
        (0..self.words.len()).filter(is_covered)
    }
}

/// Whether what looks like a word of the guide is only a part of one in katakana: there is no カレー in エスカレーション.
fn is_cut_out(written: &str, lexicon: &Lexicon) -> bool {
    let mut characters = written.chars();
    characters.all(|c| Class::of(c) == Class::Katakana) && !lexicon.has(written, By::Spelling)
}

impl Parser<'_> {
    /// What manuals call what is said, as far as the guide has it. What is said by several words counts once, however many they are.
    fn add_called(&mut self, said: &Said) {
        let covered: Vec<usize> = self.query.covered(said).collect();
        let weight = CALLED * share(covered.len());
        for called in &said.called {
            let called = fold(called);
            let parts = spelt(&called, self.lexicon, self.languages);
            if parts.iter().all(|part| part.in_guide.is_some()) {
                for &number in &covered {
                    self.add_word(number, &called, Via::Related, weight, None);
                }
            }
        }
    }
}
