//! A segment of the index: its fields, and what is known of each document.

use std::ops::Range;

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use super::field::TextField;
use crate::guide::SectionRef;
use crate::language::Language;
use crate::search::analysis::Analyser;
use crate::search::schema::Fields;

pub struct Segment {
    /// How many documents the segments before it hold.
    pub base: DocId,
    pub documents: DocId,
    /// The fields of each analyser, in the order of `Analyser::ALL`, with their weights.
    pub texts: [Vec<TextField>; Analyser::ALL.len()],
    article: Column<u64>,
    section: Column<u64>,
    id: Column<u64>,
    /// Which documents are for readers of which language.
    readers: Vec<(Range<DocId>, Language)>,
}

/// What an index says of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    pub section: SectionRef,
    /// [`crate::search::document::id_number`] of the section.
    pub id: u64,
}

impl Segment {
    /// `averages` are the average lengths of the fields in the whole index, by analyser.
    pub fn open(
        segment: &SegmentReader,
        base: DocId,
        fields: &Fields,
        averages: &[Vec<f32>],
    ) -> tantivy::Result<Self> {
        let texts = |analyser: Analyser| {
            let averages = &averages[analyser as usize];
            let parts = fields.by(analyser).into_iter().zip(averages);
            parts
                .map(|((field, _), &average)| {
                    TextField::open(segment, segment.inverted_index(field)?, field, average)
                })
                .collect::<tantivy::Result<Vec<_>>>()
        };
        let numbers = |name| segment.fast_fields().u64(name);
        Ok(Self {
            base,
            documents: segment.max_doc(),
            texts: [
                texts(Analyser::Words)?,
                texts(Analyser::Grams)?,
                texts(Analyser::Whole)?,
            ],
            article: numbers("article")?,
            section: numbers("section")?,
            id: numbers("id")?,
            readers: readers(&numbers("reader")?, segment.max_doc()),
        })
    }

    /// The documents for readers of a language.
    pub fn of_reader(&self, reader: Language) -> Range<DocId> {
        self.readers
            .iter()
            .find(|(_, language)| *language == reader)
            .map_or(0..0, |(range, _)| range.clone())
    }

    /// `None` in a foreign index.
    pub fn address(&self, document: DocId) -> Option<Address> {
        let number = |column: &Column<u64>| usize::try_from(column.first(document)?).ok();
        Some(Address {
            section: SectionRef {
                article: number(&self.article)?,
                section: number(&self.section)?,
            },
            id: self.id.first(document)?,
        })
    }
}

/// The documents are written language by language, so each language is one stretch, whose ends are found by halving.
fn readers(column: &Column<u64>, documents: DocId) -> Vec<(Range<DocId>, Language)> {
    let mut readers = Vec::new();
    let mut start = 0;
    while start < documents {
        let number = column.first(start);
        let (mut end, mut beyond) = (start + 1, documents);
        while end < beyond {
            let middle = end + (beyond - end) / 2;
            if column.first(middle) == number {
                end = middle + 1;
            } else {
                beyond = middle;
            }
        }
        let index = number.and_then(|number| usize::try_from(number).ok());
        if let Some(&language) = index.and_then(|index| Language::ALL.get(index)) {
            readers.push((start..end, language));
        }
        start = end;
    }
    readers
}
