//! Numbers per document, added up term by term.

use tantivy::DocId;

use super::Inexact;
use crate::search::Via;
use crate::search::query::Variant;
use crate::search::schema::TIE_BREAKER;

/// A number per document, most of them zero.
pub struct Board {
    values: Vec<f32>,
    touched: Vec<DocId>,
}

impl Board {
    pub fn new(documents: u32) -> Self {
        Self {
            values: vec![0.0; documents as usize],
            touched: Vec::new(),
        }
    }

    pub fn slot(&mut self, document: DocId) -> &mut f32 {
        let slot = &mut self.values[document as usize];
        if *slot == 0.0 {
            self.touched.push(document);
        }
        slot
    }

    pub fn raise(&mut self, document: DocId, value: f32) {
        let slot = self.slot(document);
        *slot = slot.max(value);
    }

    pub fn add(&mut self, document: DocId, value: f32) {
        *self.slot(document) += value;
    }

    /// A single number, which becomes zero.
    pub fn take(&mut self, document: DocId) -> f32 {
        std::mem::take(&mut self.values[document as usize])
    }

    /// Hands out all numbers that are not zero, and makes them zero.
    pub fn drain(&mut self, mut each: impl FnMut(DocId, f32)) {
        for document in self.touched.drain(..) {
            let value = std::mem::take(&mut self.values[document as usize]);
            each(document, value);
        }
    }
}

/// What all clauses add up to.
pub struct Tally {
    pub scores: Board,
    /// How much the clauses tell that matched.
    pub told: Board,
    /// A bit for each clause that matched.
    pub matched: Vec<u128>,
    /// How much each clause tells.
    pub information: Vec<f32>,
    pub inexact: Vec<Inexact>,
}

impl Tally {
    pub fn new(documents: u32) -> Self {
        Self {
            scores: Board::new(documents),
            told: Board::new(documents),
            matched: vec![0; documents as usize],
            information: Vec::new(),
            inexact: Vec::new(),
        }
    }

    /// Adds the scores of a clause.
    pub fn add(&mut self, clause: usize, information: f32, scratch: &mut Scratch) {
        self.information.push(information);
        let Scratch {
            clause: scores,
            via,
            ..
        } = scratch;
        scores.drain(|document, score| {
            self.scores.add(document, score);
            self.told.add(document, information);
            self.matched[document as usize] |= 1 << clause;
            let via = via[document as usize];
            if via != Via::Exact {
                self.inexact.push(Inexact {
                    document,
                    clause,
                    via,
                });
            }
        });
    }
}

/// The boards on which a clause is scored, from the inside out.
pub struct Scratch {
    /// The best score of a variant's terms in one field.
    pub field: Board,
    /// The best score among the fields, and the sum of all.
    pub best: Board,
    pub sum: Board,
    /// The best score among the variants, and which kind of variant gave it.
    pub clause: Board,
    pub via: Vec<Via>,
}

impl Scratch {
    pub fn new(documents: u32) -> Self {
        let board = || Board::new(documents);
        Self {
            field: board(),
            best: board(),
            sum: board(),
            clause: board(),
            via: vec![Via::Exact; documents as usize],
        }
    }

    pub fn finish_variant(&mut self, variant: &Variant) {
        let Self {
            best,
            sum,
            clause,
            via,
            ..
        } = self;
        best.drain(|document, best| {
            let others = sum.values[document as usize] - best;
            let score = variant.weight * (best + TIE_BREAKER * others);
            let slot = clause.slot(document);
            if score > *slot {
                *slot = score;
                via[document as usize] = variant.via;
            }
        });
        sum.drain(|_, _| {});
    }
}
