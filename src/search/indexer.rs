//! Guide → index.
//!
//! For each section and each language of the guide there is one document, "what a reader of this language is shown":
//! where a section has no text in that language it holds the other language's text. So a search needs to look at one
//! language only, and a section can never be found twice.
//!
//! The index is written as one segment by tantivy's single-segment writer, which starts no thread.

use std::path::Path;

use tantivy::directory::Directory;
use tantivy::{Index, IndexSettings};

use super::document::Documents;
use super::schema::Fields;
use crate::guide::Guide;

/// The file beside tantivy's own that holds the lexicon.
pub const LEXICON: &str = "lexicon.fst";

/// What the writer may use before it starts to write, in bytes. It only sizes the first tables.
const MEMORY_BUDGET: usize = 15_000_000;

/// Writes the index of a guide into an empty directory.
///
/// # Errors
/// Whatever the directory refuses.
pub fn write(guide: &Guide, directory: impl Into<Box<dyn Directory>>) -> tantivy::Result<Index> {
    let fields = Fields::new();
    let settings = IndexSettings {
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    };
    let mut writer = Index::builder()
        .schema(fields.schema.clone())
        .settings(settings)
        .single_segment_index_writer(directory, MEMORY_BUDGET)?;
    let mut documents = Documents::new(guide, fields);
    // All of one language, then all of the next: the engine needs to look at one stretch of documents only.
    for &reader in &guide.languages {
        for (at, _) in guide.sections() {
            writer.add_document(documents.document(at, reader))?;
        }
    }
    let index = writer.finalize()?;
    let lexicon = documents.lexicon()?;
    index
        .directory()
        .atomic_write(Path::new(LEXICON), &lexicon)?;
    Ok(index)
}
