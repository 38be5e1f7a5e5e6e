//! Section → document: all that is indexed of it, from one pass over each text.

use tantivy::TantivyDocument;
use tantivy::tokenizer::{
    TextAnalyzer, Token as IndexToken, TokenStream, Tokenizer, TokenizerManager,
};

use super::analysis::{Analyser, signs};
use super::concepts::{self, Concepts};
use super::languages::Languages;
use super::lexicon;
use super::meaning;
use super::schema::{Fields, KEYWORDS};
use crate::guide::{Guide, SectionRef};
use crate::language::Language;
use crate::text::fold::{fold, fold_cow};
use crate::text::reading;

/// What the index holds of a section. Documents do not depend on each other, so that several can be made at once.
pub struct Made {
    pub document: TantivyDocument,
    /// The words that it adds to the lexicon.
    pub lexicon: lexicon::Builder,
    /// The words that say what it is about.
    pub meaning: meaning::Words,
}

/// A section only names others if as much of its text is that of links.
const MOSTLY_LINKS: f32 = 0.7;

/// Makes documents.
pub struct Documents<'a> {
    guide: &'a Guide,
    fields: Fields,
    concepts: Concepts,
    languages: Languages,
}

impl<'a> Documents<'a> {
    pub fn new(guide: &'a Guide, fields: Fields) -> Self {
        let languages = Languages::of(&guide.languages);
        Self {
            guide,
            fields,
            concepts: Concepts::of(&guide.glossary, languages.clone()),
            languages,
        }
    }

    pub const fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// A lexicon with the words of the glossary.
    pub fn lexicon(&self) -> lexicon::Builder {
        let mut lexicon = lexicon::Builder::default();
        for form in self.concepts.all_forms() {
            for token in Analyser::Words.tokens(form, &self.languages) {
                lexicon.spelling(&token.text);
            }
        }
        if self.languages.have_readings() {
            lexicon.hear();
            add_readings(&mut lexicon, &self.concepts, self.guide);
        }
        lexicon
    }

    /// What a reader of a language is shown of a section.
    pub fn document(&self, at: SectionRef, lang: Language) -> Made {
        let guide = self.guide;
        let article = guide.article(at).title.text(lang);
        let (language, text) = guide.section(at).texts.get(lang);
        let is_read = self.languages.reads(language);
        let body = text.body.plain_text();
        let parts = [
            std::slice::from_ref(article),
            std::slice::from_ref(&text.title),
            std::slice::from_ref(&body),
            text.questions.as_slice(),
            text.keywords.as_slice(),
        ];
        let mut document = TantivyDocument::new();
        let mut lexicon = lexicon::Builder::default();
        for (part, values) in parts.into_iter().enumerate() {
            for value in values {
                self.add(&mut document, &mut lexicon, part, &fold_cow(value), is_read);
            }
        }
        // What a section stands below says what it is about, and so do the headings in it.
        let headings = text.path.iter().cloned().chain(text.body.headings());
        let name = (at.section == 0).then(|| guide.article(at).name().replace(['-', '_'], " "));
        for words in headings.chain(name) {
            let folded = fold_cow(&words);
            self.add(&mut document, &mut lexicon, KEYWORDS, &folded, is_read);
        }
        for question in std::iter::once(&text.title).chain(&text.questions) {
            let terms = Analyser::Whole.tokens(&fold_cow(question), &self.languages);
            document.add_text(
                self.fields.whole,
                joined(terms.into_iter().map(|token| token.text)),
            );
        }
        document.add_u64(self.fields.article, at.article as u64);
        document.add_u64(self.fields.section, at.section as u64);
        document.add_u64(self.fields.id, id_number(&guide.id(at).to_string()));
        document.add_u64(self.fields.reader, language_number(guide, lang));
        let is_pointers = text.body.share_of_links() > MOSTLY_LINKS;
        document.add_u64(self.fields.pointers, is_pointers.into());
        let titles = [article, &text.title].into_iter();
        let titles = titles.chain(&text.questions).chain(&text.keywords);
        let title = titles.map(String::as_str).collect::<Vec<_>>().join("\n");
        Made {
            document,
            lexicon,
            meaning: meaning::Words::of(&fold_cow(&title), &fold_cow(&body)),
        }
    }

    /// `is_read`: whether the text's Chinese characters are read as Japanese ones.
    fn add(
        &self,
        document: &mut TantivyDocument,
        lexicon: &mut lexicon::Builder,
        part: usize,
        folded: &str,
        is_read: bool,
    ) {
        let words = Analyser::Words.tokens(folded, &self.languages);
        for word in &words {
            lexicon.spelling(&word.text);
        }
        if is_read {
            lexicon.readings(folded);
        }
        let concepts = self.concepts.find(folded).into_iter();
        let concepts = concepts.map(|occurrence| concepts::index_term(occurrence.concept));
        let words = words.into_iter().map(|token| token.text).chain(concepts);
        document.add_text(self.fields.words[part], joined(words));
        let grams = Analyser::Grams.tokens(folded, &self.languages);
        for gram in grams.iter().filter(|gram| signs::has_signs(&gram.text)) {
            lexicon.spelling(&gram.text);
        }
        let grams = grams.into_iter();
        document.add_text(
            self.fields.grams[part],
            joined(grams.map(|token| token.text)),
        );
    }
}

/// What stands between the terms that are given to the indexer. No term has such a character.
const SEPARATOR: char = '\0';

/// The name of the tokenizer that takes terms apart.
pub const TOKENIZER: &str = "terms";

/// Terms for the indexer. (Its own list of tokens would be written and read as JSON on the way.)
fn joined(terms: impl Iterator<Item = String>) -> String {
    let mut all = String::new();
    for term in terms {
        all.push_str(&term);
        all.push(SEPARATOR);
    }
    all
}

/// The tokenizer that the indexer needs, beside tantivy's own: it wants one even for number fields.
pub fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(TOKENIZER, TextAnalyzer::from(Terms));
    manager
}

/// Takes apart what [`joined`] put together. Neither offsets nor positions are indexed, so none are given.
#[derive(Debug, Clone, Copy)]
struct Terms;

impl Tokenizer for Terms {
    type TokenStream<'a> = TermStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TermStream<'a> {
        TermStream {
            rest: text.split_terminator(SEPARATOR),
            current: IndexToken {
                position: 0,
                ..IndexToken::default()
            },
        }
    }
}

struct TermStream<'a> {
    rest: std::str::SplitTerminator<'a, char>,
    current: IndexToken,
}

impl TokenStream for TermStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.rest.next() else {
            return false;
        };
        self.current.text.clear();
        self.current.text.push_str(term);
        true
    }

    fn token(&self) -> &IndexToken {
        &self.current
    }

    fn token_mut(&mut self) -> &mut IndexToken {
        &mut self.current
    }
}

/// How the forms of the glossary are read in Japanese.
fn add_readings(lexicon: &mut lexicon::Builder, concepts: &Concepts, guide: &Guide) {
    for form in concepts.all_forms() {
        lexicon.readings(form);
        if let Some(reading) = reading::of_surface(form) {
            lexicon.reading(&reading.letters, form);
        }
    }
    for term in guide.glossary.iter() {
        if let Some(kana) = &term.reading {
            lexicon.reading(&reading::letters(&fold(kana)), &fold(&term.term));
        }
    }
}

/// How a language of the guide is written in its index: by its place among them.
fn language_number(guide: &Guide, language: Language) -> u64 {
    let mut languages = guide.languages.iter();
    languages.position(|other| *other == language).unwrap_or(0) as u64
}

/// How a section's `article#section` is written in the index, so that an index can be asked for another version of the
/// guide it was built from.
pub fn id_number(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(first)
}
