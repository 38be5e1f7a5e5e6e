//! Guide → index.
//!
//! For each section and each language of the guide there is one document, "what a reader of this language is shown":
//! where a section has no text in that language it holds the other language's text. So a search needs to look at one
//! language only, and a section can never be found twice.
//!
//! The index is written as one segment by tantivy's single-segment writer, which starts no thread.

use tantivy::directory::Directory;
use tantivy::{Index, IndexSettings, TantivyDocument};

use super::schema::{Fields, tokenizers};
use crate::guide::{Guide, SectionRef, SectionText, markdown};
use crate::language::Language;

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
        .tokenizers(tokenizers())
        .single_segment_index_writer(directory, MEMORY_BUDGET)?;
    for (at, section) in guide.sections() {
        for &reader in &guide.languages {
            let article = guide.article(at).title.text(reader);
            let text = section.texts.text(reader);
            writer.add_document(document(&fields, at, reader, article, text))?;
        }
    }
    writer.finalize()
}

fn document(
    fields: &Fields,
    at: SectionRef,
    reader: Language,
    article: &String,
    text: &SectionText,
) -> TantivyDocument {
    let body = markdown::plain_text(&markdown::parse(&text.markdown));
    let parts = [
        vec![article],
        vec![&text.title],
        vec![&body],
        text.questions.iter().collect(),
        text.keywords.iter().collect(),
    ];
    let mut document = TantivyDocument::new();
    for fields in [fields.words, fields.grams] {
        for (field, values) in fields.into_iter().zip(&parts) {
            for value in values {
                document.add_text(field, value);
            }
        }
    }
    for asked in std::iter::once(&text.title).chain(&text.questions) {
        document.add_text(fields.whole, asked);
    }
    document.add_u64(fields.article, at.article as u64);
    document.add_u64(fields.section, at.section as u64);
    document.add_u64(fields.reader, language_number(reader));
    document
}

/// How a language is written in the index.
pub const fn language_number(language: Language) -> u64 {
    language as u64
}
