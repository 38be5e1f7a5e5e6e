//! A segment of the index: its fields, and what is known of each document.

use std::ops::Range;
use std::sync::OnceLock;

use tantivy::columnar::Column;
use tantivy::fastfield::FastFieldReaders;
use tantivy::{DocId, SegmentReader};

use super::field::TextField;
use crate::guide::SectionRef;
use crate::search::analysis::Analyser;
use crate::search::readers::Readers;
use crate::search::schema::Fields;

pub struct Segment {
    /// How many documents the segments before it hold.
    pub base: DocId,
    pub documents: DocId,
    /// The fields of each analyser, in the order of `Analyser::ALL`, with their weights.
    pub texts: [Vec<TextField>; Analyser::ALL.len()],
    article: Column<u64>,
    section: Column<u64>,
    pointers: Column<u64>,
    /// Only needed in the index of an earlier state of the guide: eight bytes for each document.
    id: OnceLock<Column<u64>>,
    numbers: FastFieldReaders,
    /// Who is shown which documents, ascending.
    readers: Vec<(Range<DocId>, Readers)>,
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
            let parts = fields.by(analyser).into_iter();
            let parts = parts.zip(&averages[analyser as usize]);
            parts
                .map(|(field, &average)| TextField::new(segment, (analyser, field), average))
                .collect()
        };
        let numbers = segment.fast_fields();
        Ok(Self {
            base,
            documents: segment.max_doc(),
            texts: Analyser::ALL.map(texts),
            article: numbers.u64("article")?,
            section: numbers.u64("section")?,
            pointers: numbers.u64("pointers")?,
            id: OnceLock::new(),
            numbers: numbers.clone(),
            readers: readers(&numbers.u64("readers")?, segment.max_doc()),
        })
    }

    /// The documents of such readers, counted in the whole index.
    pub fn of(&self, are_wanted: impl Fn(Readers) -> bool) -> impl Iterator<Item = Range<DocId>> {
        let wanted = self
            .readers
            .iter()
            .filter(move |(_, readers)| are_wanted(*readers));
        wanted.map(|(range, _)| self.base + range.start..self.base + range.end)
    }

    /// Who is shown a document; `None` in a foreign index.
    pub fn readers(&self, document: DocId) -> Option<Readers> {
        let at = self
            .readers
            .partition_point(|(range, _)| range.end <= document);
        let (range, readers) = self.readers.get(at)?;
        range.contains(&document).then_some(*readers)
    }

    /// The section of a document; `None` in a foreign index.
    pub fn section(&self, document: DocId) -> Option<SectionRef> {
        let number = |column: &Column<u64>| usize::try_from(column.first(document)?).ok();
        Some(SectionRef {
            article: number(&self.article)?,
            section: number(&self.section)?,
        })
    }

    /// Whether the section of a document only names others.
    pub fn is_pointers(&self, document: DocId) -> bool {
        self.pointers.first(document) == Some(1)
    }

    /// [`crate::search::document::id_number`] of the section of a document. `None` in a foreign index.
    ///
    /// # Errors
    /// A damaged index.
    pub fn id(&self, document: DocId) -> tantivy::Result<Option<u64>> {
        if let Some(column) = self.id.get() {
            return Ok(column.first(document));
        }
        let column = self.numbers.u64("id")?;
        Ok(self.id.get_or_init(|| column).first(document))
    }
}

/// The documents are written by their readers, so those of the same ones are one stretch, whose end is found by halving.
fn readers(column: &Column<u64>, documents: DocId) -> Vec<(Range<DocId>, Readers)> {
    let mut readers = Vec::new();
    let mut start = 0;
    while start < documents {
        let first = column.first(start);
        let (mut end, mut beyond) = (start + 1, documents);
        while end < beyond {
            let middle = end + (beyond - end) / 2;
            if column.first(middle) == first {
                end = middle + 1;
            } else {
                beyond = middle;
            }
        }
        if let Some(first) = first {
            readers.push((start..end, Readers(first)));
        }
        start = end;
    }
    readers
}
