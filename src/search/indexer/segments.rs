//! What tantivy writes: a segment after the other, each of which is in memory until it is complete.

use std::path::Path;

use tantivy::directory::Directory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::{Index, IndexMeta, IndexSettings, SegmentMeta, TantivyDocument};

use super::META;
use crate::search::document::tokenizers;
use crate::search::schema::Fields;

/// What the writer may use before it starts to write, in bytes. It only sizes the first tables.
const FIRST_TABLES: usize = 4_000_000;

/// The segments of an index.
pub struct Segments {
    directory: Box<dyn Directory>,
    /// What a segment may take in memory, in bytes.
    memory: usize,
    writer: SingleSegmentIndexWriter,
    full: Vec<SegmentMeta>,
}

impl Segments {
    pub fn new(directory: Box<dyn Directory>, memory: usize) -> tantivy::Result<Self> {
        Ok(Self {
            writer: writer(directory.clone())?,
            directory,
            memory,
            full: Vec::new(),
        })
    }

    pub fn add(&mut self, documents: Vec<TantivyDocument>) -> tantivy::Result<()> {
        for document in documents {
            if self.writer.mem_usage() >= self.memory {
                let full = std::mem::replace(&mut self.writer, writer(self.directory.clone())?);
                self.full.extend(full.finalize()?.load_metas()?.segments);
            }
            self.writer.add_document(document)?;
        }
        Ok(())
    }

    /// The index of all of them, in their order.
    pub fn finish(mut self) -> tantivy::Result<Index> {
        let index = self.writer.finalize()?;
        // Each writer says that its segment is the index; this says that all of them are.
        if !self.full.is_empty() {
            let mut meta = index.load_metas()?;
            self.full.append(&mut meta.segments);
            let meta = IndexMeta {
                segments: self.full,
                ..meta
            };
            let text = serde_json::to_vec_pretty(&meta)?;
            index.directory().atomic_write(Path::new(META), &text)?;
        }
        Ok(index)
    }
}

/// A writer of one more segment.
fn writer(directory: Box<dyn Directory>) -> tantivy::Result<SingleSegmentIndexWriter> {
    let settings = IndexSettings {
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    };
    Index::builder()
        .schema(Fields::new().schema)
        .settings(settings)
        .tokenizers(tokenizers())
        .single_segment_index_writer(directory, FIRST_TABLES)
}
