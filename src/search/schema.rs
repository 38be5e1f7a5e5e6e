//! The fields of the index, and how much each counts.

use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use super::analysis::Analyser;
use super::document::TOKENIZER;
use crate::text::segment::Class;

/// Part of the fingerprint of an index: raise it when the fields change, or what goes into them.
pub const VERSION: u32 = 13;

/// A part of a section that is indexed by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    pub name: &'static str,
    words: f32,
    grams: f32,
}

/// How much a match in each part counts: tuned on one half of `guide/queries.yaml` (`eval --half tune`: hit@1 .876 with
/// the weights that were best for encyclopaedia text, .910 with these; on the other half .889 and .906). The article's
/// title counts most: who types its subject wants a section of it. Questions count less than the body, although they are
/// how people ask: they are full of words that every question has. Changes of a fifth in any number make no difference
/// that can be measured.
const PARTS: [Part; 5] = [
    Part::new("article", 1.8),
    Part::new("title", 1.3),
    Part::new("body", 1.0),
    Part::new("questions", 0.8),
    Part::new("keywords", 1.0),
];

/// The index of the article's title in [`PARTS`].
pub const ARTICLE: usize = 0;

/// That of the section's title.
pub const TITLE: usize = 1;

/// That of the body.
pub const BODY: usize = 2;

/// That of the keywords.
pub const KEYWORDS: usize = 4;

/// How much it counts that a query is a section's title or one of its questions, word for word. Little is enough: such a
/// term is as rare as can be.
pub const WHOLE: f32 = 0.4;

/// A term found in several parts of a section scores as in the best of them, and this share of each other.
const TIE_BREAKER: f32 = 0.3;

/// The same of a word that is written with spaces: where its section says it in the title, in the text and in the title of the
/// article, it is about that, while characters stand anywhere.
const SPACED_TIE_BREAKER: f32 = 0.6;

/// What a title counts more for a word that is written with spaces: questions in English share most of their words with the
/// title that asks the same, where Japanese ones share characters with many. Tuned on one half of the questions that
/// `benches/faq.py` asks.
const SPACED_TITLE: f32 = 1.7;

/// Grams are the many small witnesses beside the few words.
const GRAMS: f32 = 0.6;

impl Part {
    const fn new(name: &'static str, weight: f32) -> Self {
        Self {
            name,
            words: weight,
            grams: weight * GRAMS,
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
    /// The title and each question, as a whole.
    pub whole: Field,
    /// Indices into the guide's articles and the article's sections.
    pub article: Field,
    pub section: Field,
    /// [`super::document::id_number`] of the section.
    pub id: Field,
    /// Who is shown the document: [`super::readers::Readers`].
    pub readers: Field,
    /// 1 where the section only names others.
    pub pointers: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let mut text = |name: &str, analyser: Analyser| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(TOKENIZER)
                .set_index_option(IndexRecordOption::WithFreqs);
            let options = TextOptions::default().set_indexing_options(indexing);
            schema.add_text_field(&format!("{name}_{}", analyser.name()), options)
        };
        Self {
            words: PARTS.map(|part| text(part.name, Analyser::Words)),
            grams: PARTS.map(|part| text(part.name, Analyser::Grams)),
            whole: text("asked", Analyser::Whole),
            article: schema.add_u64_field("article", FAST),
            section: schema.add_u64_field("section", FAST),
            id: schema.add_u64_field("id", FAST),
            readers: schema.add_u64_field("readers", FAST),
            pointers: schema.add_u64_field("pointers", FAST),
            schema: schema.build(),
        }
    }

    /// The fields of one analyser.
    pub fn by(&self, analyser: Analyser) -> Vec<Field> {
        match analyser {
            Analyser::Words => self.words.to_vec(),
            Analyser::Grams => self.grams.to_vec(),
            Analyser::Whole => vec![self.whole],
        }
    }
}

/// What a term counts more for each field in which it is found beside the best, as a share of its score there.
pub fn tie_breaker(term: &str) -> f32 {
    if is_spaced(term) {
        SPACED_TIE_BREAKER
    } else {
        TIE_BREAKER
    }
}

fn is_spaced(term: &str) -> bool {
    term.starts_with(|c| Class::of(c).is_spaced())
}

/// How much a match of a term counts in one of the fields of [`Fields::by`].
pub fn weight(analyser: Analyser, field: usize, term: &str) -> f32 {
    let weight = match analyser {
        Analyser::Words => PARTS[field].words,
        Analyser::Grams => PARTS[field].grams,
        Analyser::Whole => return WHOLE,
    };
    if field == TITLE && is_spaced(term) {
        weight * SPACED_TITLE
    } else {
        weight
    }
}

impl Default for Fields {
    fn default() -> Self {
        Self::new()
    }
}
