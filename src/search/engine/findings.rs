//! What the index says of a query's terms.

use std::collections::HashSet;

use tantivy::DocId;

use crate::guide::SectionRef;
use crate::language::Language;
use crate::search::readers::Readers;

/// A document, and which row of [`Findings::scores`] is its.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub row: usize,
    pub(super) document: DocId,
    pub section: SectionRef,
    pub readers: Readers,
    /// A language of theirs.
    pub lang: Language,
    /// How near it is to what the query is about, from −1 to 1; 0 until [`Engine::compare`](super::Engine::compare) has said so.
    pub about: f32,
    /// It only names others, such as a list of what an article has.
    pub is_pointers: bool,
}

/// Sections that have a certain title, or ask a certain question.
#[derive(Debug, Default)]
pub struct Titled(pub(super) HashSet<DocId>);

impl Titled {
    pub fn has(&self, found: &Found) -> bool {
        self.0.contains(&found.document)
    }
}

/// What was found for a list of terms.
#[derive(Debug, Default)]
pub struct Findings {
    /// In the order of the documents.
    pub found: Vec<Found>,
    /// A row for each document, with a number for each term: its score, 0 where it does not stand.
    pub(super) scores: Vec<f32>,
    /// For each term how much it tells: the rarer, the more (BM25's idf).
    pub information: Vec<f32>,
    /// Whether each term stands anywhere.
    pub known: Vec<bool>,
    /// There are more documents than were scored.
    pub more: bool,
}

impl Findings {
    /// The scores of a document, term by term.
    pub fn scores(&self, row: usize) -> &[f32] {
        let terms = self.information.len();
        &self.scores[row * terms..(row + 1) * terms]
    }

    /// Whether a term stands in a document, as far as it was looked for.
    pub fn may_have(&self, row: usize, term: usize) -> bool {
        self.scores(row)[term] > 0.0 || self.information[term] == 0.0
    }
}
