//! The terms of one field, and their BM25 scores.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

use super::board::Board;
use crate::search::Via;
use crate::search::query::Variant;

/// BM25's two constants, as in tantivy.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// How many words a prefix stands for: the most frequent ones. The first ones in dictionary order would miss most.
const MAX_EXPANSIONS: usize = 30;

/// An indexed field with all that its terms' scores need.
pub struct TextField {
    inverted: Arc<InvertedIndexReader>,
    norms: FieldNormReader,
    /// BM25's denominator without the term frequency, by fieldnorm id.
    denominators: Box<[f32; 256]>,
    weights: f32,
}

impl TextField {
    pub fn open(segment: &SegmentReader, field: Field, weights: f32) -> tantivy::Result<Self> {
        let inverted = segment.inverted_index(field)?;
        #[expect(
            clippy::cast_precision_loss,
            reason = "tantivy computes with the same precision"
        )]
        let average = inverted.total_num_tokens() as f32 / segment.max_doc() as f32;
        let mut denominators = Box::new([0.0; 256]);
        for (id, denominator) in (0..=u8::MAX).zip(denominators.iter_mut()) {
            #[expect(
                clippy::cast_precision_loss,
                reason = "tantivy computes with the same precision"
            )]
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            *denominator = K1 * (1.0 - B + B * length / average);
        }
        Ok(Self {
            inverted,
            norms: segment.get_fieldnorms_reader(field)?,
            denominators,
            weights,
        })
    }

    /// The terms of the field that a variant stands for.
    pub fn terms(&self, variant: &Variant) -> tantivy::Result<Vec<TermInfo>> {
        match variant.via {
            Via::Prefix => self.expand(&variant.term),
            _ => Ok(self
                .inverted
                .terms()
                .get(&variant.term)?
                .into_iter()
                .collect()),
        }
    }

    /// The most frequent terms that begin with `prefix` and are longer.
    fn expand(&self, prefix: &str) -> tantivy::Result<Vec<TermInfo>> {
        let mut stream = self.inverted.terms().range().gt(prefix).into_stream()?;
        let mut most_frequent = BinaryHeap::new();
        let mut number = 0_u32;
        while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            number += 1;
            let info = stream.value();
            // The number makes the choice among equally frequent terms a matter of dictionary order.
            most_frequent.push(Reverse((
                info.doc_freq,
                Reverse(number),
                ByFrequency(info.clone()),
            )));
            if most_frequent.len() > MAX_EXPANSIONS {
                most_frequent.pop();
            }
        }
        Ok(most_frequent
            .into_iter()
            .map(|Reverse((_, _, info))| info.0)
            .collect())
    }

    /// Raises the number of each document that has the term to its score there.
    pub fn score(&self, info: &TermInfo, documents: u32, board: &mut Board) -> tantivy::Result<()> {
        let mut postings = self
            .inverted
            .read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        let weight = self.weights * idf(info.doc_freq, documents) * (1.0 + K1);
        let mut document = postings.doc();
        while document != TERMINATED {
            #[expect(
                clippy::cast_precision_loss,
                reason = "tantivy computes with the same precision"
            )]
            let frequency = postings.term_freq() as f32;
            let denominator = self.denominators[usize::from(self.norms.fieldnorm_id(document))];
            board.raise(document, weight * frequency / (frequency + denominator));
            document = postings.advance();
        }
        Ok(())
    }
}

/// Keeps a [`TermInfo`] out of the comparison.
struct ByFrequency(TermInfo);

impl PartialEq for ByFrequency {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for ByFrequency {}
impl PartialOrd for ByFrequency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for ByFrequency {
    fn cmp(&self, _: &Self) -> std::cmp::Ordering {
        std::cmp::Ordering::Equal
    }
}

/// How much a term tells that stands in so many documents.
#[expect(
    clippy::cast_precision_loss,
    reason = "tantivy computes with the same precision"
)]
pub fn idf(frequency: u32, documents: u32) -> f32 {
    (1.0 + (documents.saturating_sub(frequency) as f32 + 0.5) / (frequency as f32 + 0.5)).ln()
}
