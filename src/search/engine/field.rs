//! The terms of one field in one segment, and their BM25 scores.

use std::sync::{Arc, OnceLock};

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

use super::board::Board;
use crate::search::analysis::Analyser;
use crate::search::document::indexed;

/// BM25's two constants, as in tantivy.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// A list this many times as long as the documents looked for is searched by jumps rather than read through.
const JUMP_FROM: usize = 8;

/// An indexed field with all that its terms' scores need. It is opened when it is first searched: opening one checks all of
/// its terms.
pub struct TextField {
    segment: SegmentReader,
    field: Field,
    analyser: Analyser,
    open: OnceLock<Open>,
    /// BM25's denominator without the term frequency, by fieldnorm id.
    denominators: Box<[f32; 256]>,
}

struct Open {
    inverted: Arc<InvertedIndexReader>,
    norms: FieldNormReader,
}

impl TextField {
    /// `average` is the average number of terms in a document of the whole index.
    pub fn new(
        segment: &SegmentReader,
        (analyser, field): (Analyser, Field),
        average: f32,
    ) -> Self {
        let mut denominators = Box::new([0.0; 256]);
        for (id, denominator) in (0..=u8::MAX).zip(denominators.iter_mut()) {
            #[expect(
                clippy::cast_precision_loss,
                reason = "tantivy computes with the same precision"
            )]
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            *denominator = K1 * (1.0 - B + B * length / average);
        }
        Self {
            segment: segment.clone(),
            field,
            analyser,
            open: OnceLock::new(),
            denominators,
        }
    }

    fn open(&self) -> tantivy::Result<&Open> {
        if let Some(open) = self.open.get() {
            return Ok(open);
        }
        let open = Open {
            inverted: self.segment.inverted_index(self.field)?,
            norms: self.segment.get_fieldnorms_reader(self.field)?,
        };
        Ok(self.open.get_or_init(|| open))
    }

    pub fn term(&self, term: &str) -> tantivy::Result<Option<TermInfo>> {
        let term = indexed(self.analyser, term);
        Ok(self.open()?.inverted.terms().get(term.as_bytes())?)
    }

    /// The score of a document with this fieldnorm id in which the term stands so often, with `weight` the term's.
    #[expect(
        clippy::cast_precision_loss,
        reason = "tantivy computes with the same precision"
    )]
    fn score(&self, norm: u8, frequency: u32, weight: f32) -> f32 {
        let frequency = frequency as f32;
        let denominator = self.denominators[usize::from(norm)];
        weight * (1.0 + K1) * frequency / (frequency + denominator)
    }

    /// Adds to the number that each document with the term has on the board, where the segment's documents begin at `base`:
    /// its score, and `once` for the first field of the term.
    pub fn add_all(
        &self,
        info: &TermInfo,
        (term, once, weight): (u16, f32, f32),
        base: DocId,
        board: &mut Board,
    ) -> tantivy::Result<()> {
        let Open { inverted, norms } = self.open()?;
        let mut blocks =
            inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        while blocks.block_len() > 0 {
            for (&document, &frequency) in blocks.docs().iter().zip(blocks.freqs()) {
                let score = self.score(norms.fieldnorm_id(document), frequency, weight);
                board.add((base + document) as usize, term, once, score);
            }
            blocks.advance();
        }
        Ok(())
    }

    /// The documents that have a term, ascending.
    pub fn documents(&self, term: &str) -> tantivy::Result<Vec<DocId>> {
        let Some(info) = self.term(term)? else {
            return Ok(Vec::new());
        };
        let inverted = &self.open()?.inverted;
        let mut postings = inverted.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        let mut documents = Vec::new();
        while postings.doc() != TERMINATED {
            documents.push(postings.doc());
            postings.advance();
        }
        Ok(documents)
    }

    /// Gives the score of each chosen document that has the term, with its index among them.
    pub fn each(
        &self,
        info: &TermInfo,
        weight: f32,
        chosen: &Chosen,
        mut give: impl FnMut(usize, f32),
    ) -> tantivy::Result<()> {
        let Open { inverted, norms } = self.open()?;
        let mut blocks =
            inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        let jumps = info.doc_freq as usize > JUMP_FROM * chosen.documents.len();
        let mut index = 0;
        while let Some(&next) = chosen.documents.get(index) {
            if jumps {
                blocks.seek(next);
            }
            let Some(&last) = blocks.docs().last() else {
                break;
            };
            for (&document, &frequency) in blocks.docs().iter().zip(blocks.freqs()) {
                if chosen.has(document) {
                    let before = chosen.documents[index..].iter();
                    index += before.take_while(|&&other| other < document).count();
                    let norm = norms.fieldnorm_id(document);
                    give(index, self.score(norm, frequency, weight));
                }
            }
            let rest = chosen.documents[index..].iter();
            index += rest.take_while(|&&document| document <= last).count();
            if !jumps {
                blocks.advance();
            } else if last < next {
                break;
            }
        }
        Ok(())
    }
}

/// Some documents of a segment.
#[derive(Debug)]
pub struct Chosen {
    /// Ascending.
    documents: Vec<DocId>,
    /// A bit for each document up to the last, set where it is one of them.
    bits: Vec<u64>,
}

impl Chosen {
    /// Of documents in ascending order.
    pub fn of(documents: impl Iterator<Item = DocId>) -> Self {
        let documents: Vec<DocId> = documents.collect();
        let words = documents.last().map_or(0, |&last| last as usize / 64 + 1);
        let mut bits = vec![0; words];
        for &document in &documents {
            bits[document as usize / 64] |= 1 << (document % 64);
        }
        Self { documents, bits }
    }

    fn has(&self, document: DocId) -> bool {
        let bits = self.bits.get(document as usize / 64);
        bits.is_some_and(|bits| bits >> (document % 64) & 1 == 1)
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
