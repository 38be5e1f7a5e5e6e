//! The terms of one field in one segment, and their BM25 scores.

use std::io;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, SegmentReader};

/// BM25's two constants, as in tantivy.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// A list this many times as long as the documents looked for is searched by jumps rather than read through.
const JUMP_FROM: usize = 8;

/// An indexed field with all that its terms' scores need.
pub struct TextField {
    inverted: Arc<InvertedIndexReader>,
    norms: FieldNormReader,
    /// BM25's denominator without the term frequency, by fieldnorm id.
    denominators: Box<[f32; 256]>,
}

impl TextField {
    /// `average` is the average number of terms in a document of the whole index.
    pub fn open(
        segment: &SegmentReader,
        inverted: Arc<InvertedIndexReader>,
        field: Field,
        average: f32,
    ) -> tantivy::Result<Self> {
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
        })
    }

    pub fn term(&self, term: &str) -> io::Result<Option<TermInfo>> {
        self.inverted.terms().get(term)
    }

    /// The score of a document in which the term stands so often, with `weight` the term's.
    #[expect(
        clippy::cast_precision_loss,
        reason = "tantivy computes with the same precision"
    )]
    fn score(&self, document: DocId, frequency: u32, weight: f32) -> f32 {
        let frequency = frequency as f32;
        let denominator = self.denominators[usize::from(self.norms.fieldnorm_id(document))];
        weight * (1.0 + K1) * frequency / (frequency + denominator)
    }

    /// Adds the score of each document that has the term to its number on the board.
    pub fn add_all(&self, info: &TermInfo, weight: f32, board: &mut [f32]) -> io::Result<()> {
        let mut blocks = self
            .inverted
            .read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        while blocks.block_len() > 0 {
            for (&document, &frequency) in blocks.docs().iter().zip(blocks.freqs()) {
                if let Some(slot) = board.get_mut(document as usize) {
                    *slot += self.score(document, frequency, weight);
                }
            }
            blocks.advance();
        }
        Ok(())
    }

    /// Gives the score of each of some documents, ascending, that has the term, with its index among them.
    pub fn each(
        &self,
        info: &TermInfo,
        weight: f32,
        documents: &[DocId],
        mut give: impl FnMut(usize, f32),
    ) -> io::Result<()> {
        let mut postings = self
            .inverted
            .read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        let jumps = info.doc_freq as usize > JUMP_FROM * documents.len();
        for (index, &document) in documents.iter().enumerate() {
            if jumps && postings.doc() < document {
                postings.seek(document);
            }
            while postings.doc() < document {
                postings.advance();
            }
            if postings.doc() == document {
                give(index, self.score(document, postings.term_freq(), weight));
            }
        }
        Ok(())
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
