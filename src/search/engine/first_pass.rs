//! Which documents of a large guide are scored.
//!
//! A first pass adds up what the rarest terms tell, as many as can be read in a part of a frame, and only the best few
//! hundred documents are then scored by all terms. What such a pass leaves out are words that stand nearly everywhere,
//! which decide among good sections but make none.

use tantivy::DocId;

use super::board::Board;
use super::field::idf;
use super::{Engine, Lookup};
use crate::language::Language;
use crate::search::query::Term;
use crate::search::readers::Readers;
use crate::search::schema::BODY;

/// How many documents a first pass chooses.
const CANDIDATES: usize = 200;

/// As many documents have room for three times as many candidates in a part of a frame.
const MANY: usize = 10_000;

/// How many of those may be in each language that is not the reader's.
const OTHER_CANDIDATES: usize = 50;

/// How many postings a first pass reads; about 4 ns each.
const POSTINGS: u64 = 200_000;

/// What a term's score in each field counts there, beside that it stands somewhere.
const AGAIN: f32 = 0.03;

/// The most terms that are looked up in a large guide. A sentence of some twenty characters has as many.
const MOST_TERMS: usize = 36;

/// Terms that count less are looked up in a large guide where there is room.
const LITTLE: f32 = 0.2;

impl Lookup {
    /// How many postings all of its lists have.
    fn postings(&self) -> u64 {
        let lists = self.lists.iter();
        lists.map(|list| u64::from(list.info.doc_freq)).sum()
    }
}

impl Engine {
    /// Which terms of a long query are looked up in a large guide: of those that count, those that stand in the fewest bodies.
    pub(super) fn telling(&self, terms: &[Term], weights: &[f32]) -> tantivy::Result<Vec<bool>> {
        if self.documents as usize <= MANY || terms.len() <= MOST_TERMS {
            return Ok(vec![true; terms.len()]);
        }
        let frequencies = terms
            .iter()
            .map(|term| self.frequency_in_bodies(term))
            .collect::<tantivy::Result<Vec<u32>>>()?;
        let mut rarest: Vec<usize> = (0..terms.len()).collect();
        rarest.sort_by_key(|&term| (weights[term] < LITTLE, frequencies[term]));
        let mut telling = vec![false; terms.len()];
        for term in rarest.into_iter().take(MOST_TERMS) {
            telling[term] = true;
        }
        Ok(telling)
    }

    fn frequency_in_bodies(&self, term: &Term) -> tantivy::Result<u32> {
        let mut frequency = 0;
        for segment in &self.segments {
            let texts = &segment.texts[term.analyser as usize];
            let body = texts.get(BODY).or(texts.first());
            if let Some(info) = body.map_or(Ok(None), |body| body.term(&term.text))? {
                frequency += info.doc_freq;
            }
        }
        Ok(frequency)
    }

    pub(super) const fn most_candidates(&self) -> usize {
        if self.documents as usize > MANY {
            CANDIDATES
        } else {
            3 * CANDIDATES
        }
    }

    /// The best documents by the rarest terms.
    pub(super) fn candidates(
        &self,
        lookups: &[Lookup],
        weights: &[f32],
        lang: Language,
    ) -> tantivy::Result<Vec<DocId>> {
        let mut board = self.board.lock().unwrap_or_else(|poisoned| {
            // A search that panicked leaves numbers behind.
            let mut board = poisoned.into_inner();
            board.clear();
            board
        });
        board.resize(self.documents);
        self.add_up(lookups, weights, &mut board)?;
        let reader = self.place(lang);
        let is_reader = |readers: Readers| reader.is_some_and(|place| readers.have(place));
        let stretches = self
            .segments
            .iter()
            .flat_map(|segment| segment.of(is_reader));
        let mut best = board.highest(stretches, self.most_candidates());
        for place in 0..self.languages.len() {
            let others = |readers: Readers| readers.have(place) && !is_reader(readers);
            let stretches = self.segments.iter().flat_map(|segment| segment.of(others));
            best.extend(board.highest(stretches, OTHER_CANDIDATES));
        }
        board.clear();
        best.sort_unstable();
        best.dedup();
        Ok(best)
    }

    /// The first pass: gives each document what the rarest terms that it has tell. In which fields they stand decides among those
    /// that have the same: a word in the title of an article stands in each of its sections, which would leave no room for
    /// the one that has all words.
    pub(super) fn add_up(
        &self,
        lookups: &[Lookup],
        weights: &[f32],
        board: &mut Board,
    ) -> tantivy::Result<()> {
        let mut terms: Vec<(&Lookup, f32)> = lookups.iter().zip(weights.iter().copied()).collect();
        terms.sort_by_key(|(lookup, _)| lookup.postings());
        let mut read = 0;
        for (term, (lookup, weight)) in (1..=u16::MAX).zip(terms) {
            let once = weight * idf(lookup.frequency, self.documents);
            for list in &lookup.lists {
                let postings = u64::from(list.info.doc_freq);
                if read > 0 && read + postings > POSTINGS {
                    return Ok(());
                }
                read += postings;
                let base = self.segments[list.segment].base;
                self.text(list)
                    .add_all(&list.info, (term, once, once * AGAIN), base, board)?;
            }
        }
        Ok(())
    }
}
