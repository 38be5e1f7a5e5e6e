//! The fields of the index, and how much each counts.

use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;

use super::analysis::Analyser;

/// Part of the fingerprint of an index: raise it when the fields change, or what goes into them.
pub const VERSION: u32 = 1;

/// A part of a section that is indexed by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    pub name: &'static str,
    /// How much a match counts, by analyser.
    pub words: f32,
    pub grams: f32,
}

/// How much a match in each part counts.
///
/// Title and body were measured on 30,000 encyclopaedia sections. There the title was strong; in a help guide the
/// questions say what people ask, in their words, so they count nearly as much, and more than the body. Grams count half:
/// they are the many small witnesses beside the few words.
pub const PARTS: [Part; 4] = [
    Part {
        name: "title",
        words: 1.5,
        grams: 0.75,
    },
    Part {
        name: "body",
        words: 1.0,
        grams: 0.5,
    },
    Part {
        name: "questions",
        words: 1.3,
        grams: 0.65,
    },
    Part {
        name: "keywords",
        words: 1.0,
        grams: 0.5,
    },
];

/// A term found in several parts of a section scores as in the best of them, and this share of each other.
pub const TIE_BREAKER: f32 = 0.3;

impl Part {
    pub const fn weight(&self, analyser: Analyser) -> f32 {
        match analyser {
            Analyser::Words => self.words,
            Analyser::Grams => self.grams,
        }
    }
}

/// The fields of the index.
#[derive(Debug, Clone)]
pub struct Fields {
    pub schema: Schema,
    /// By part, in the order of [`PARTS`].
    pub words: [Field; PARTS.len()],
    pub grams: [Field; PARTS.len()],
    /// Indices into the guide's articles and the article's sections.
    pub article: Field,
    pub section: Field,
    /// The reader's language that the document is for: its index in `Language::ALL`.
    pub reader: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let mut texts = |analyser: Analyser| {
            PARTS.map(|part| {
                let indexing = TextFieldIndexing::default()
                    .set_tokenizer(analyser.name())
                    .set_index_option(IndexRecordOption::WithFreqs);
                let options = TextOptions::default().set_indexing_options(indexing);
                schema.add_text_field(&format!("{}_{}", part.name, analyser.name()), options)
            })
        };
        let words = texts(Analyser::Words);
        let grams = texts(Analyser::Grams);
        Self {
            words,
            grams,
            article: schema.add_u64_field("article", FAST),
            section: schema.add_u64_field("section", FAST),
            reader: schema.add_u64_field("reader", FAST),
            schema: schema.build(),
        }
    }

    /// The fields of one analyser, in the order of [`PARTS`].
    pub const fn by(&self, analyser: Analyser) -> &[Field; PARTS.len()] {
        match analyser {
            Analyser::Words => &self.words,
            Analyser::Grams => &self.grams,
        }
    }
}

impl Default for Fields {
    fn default() -> Self {
        Self::new()
    }
}

/// Both analysers under their names, beside tantivy's own.
pub fn tokenizers() -> TokenizerManager {
    // Not `new`: the writer wants a tokenizer even for number fields.
    let manager = TokenizerManager::default();
    for analyser in Analyser::ALL {
        manager.register(analyser.name(), analyser.tokenizer());
    }
    manager
}
