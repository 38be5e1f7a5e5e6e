//! Section → document: all that is indexed of it, from one pass over each text.

use std::borrow::Cow;

use tantivy::TantivyDocument;
use tantivy::tokenizer::{
    TextAnalyzer, Token as IndexToken, TokenStream, Tokenizer, TokenizerManager,
};

use super::analysis::{Analyser, signs};
use super::concepts::{self, Concepts};
use super::identifier;
use super::languages::Languages;
use super::lexicon;
use super::meaning;
use super::readers::Readers;
use super::schema::{ARTICLE, BODY, Fields, KEYWORDS, TITLE};
use crate::guide::{Guide, SectionRef};
use crate::language::Language;
use crate::text::fold::{fold, fold_cow};
use crate::text::reading;

/// What a section adds to the files beside tantivy's.
pub struct Words {
    pub lexicon: lexicon::Words,
    /// Those that say what it is about.
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

    /// Adds the words of the glossary.
    pub fn add_glossary(&self, lexicon: &mut lexicon::Builder) {
        let mut words = lexicon::Words::default();
        for form in self.concepts.all_forms() {
            Analyser::Words.each(form, &self.languages, |word, _| words.spelling(word));
        }
        if self.languages.have_readings() {
            lexicon.hear();
            add_readings(&mut words, &self.concepts, self.guide);
        }
        lexicon.take(&words);
    }

    /// What readers are shown of a section, in a language of theirs. Documents do not depend on each other, so that several
    /// can be made at once.
    pub fn document(
        &self,
        at: SectionRef,
        readers: Readers,
        lang: Language,
    ) -> (TantivyDocument, Words) {
        let guide = self.guide;
        let article_title = guide.article(at).title.text(lang);
        let (language, text) = guide.section(at).texts.get(lang);
        let is_read = self.languages.reads(language);
        let plain = text.body.plain_text();
        let body = fold_cow(&plain);
        let folded = |texts: &'a [String]| texts.iter().map(|text| fold_cow(text)).collect();
        let mut parts: [Vec<Cow<'_, str>>; 5] = [
            vec![fold_cow(article_title)],
            vec![fold_cow(&text.title)],
            vec![Cow::Borrowed(body.as_ref())],
            folded(&text.questions),
            folded(&text.keywords),
        ];
        let [article, title, _, questions, keywords] = &parts;
        let titles: Vec<&str> = [article, title, questions, keywords]
            .into_iter()
            .flatten()
            .map(|folded| &**folded)
            .collect();
        let meaning = meaning::Words::of(&titles.join("\n"), &body);
        let mut document = TantivyDocument::new();
        let mut whole = String::new();
        for question in title.iter().chain(questions) {
            Analyser::Whole.each(question, &self.languages, |term, _| {
                join(&mut whole, &indexed(Analyser::Whole, term));
            });
        }
        document.add_text(self.fields.whole, &whole);
        // What a section stands below says what it is about, and so do the headings in it.
        let headings = text.path.iter().cloned().chain(text.body.headings());
        let name = (at.section == 0).then(|| guide.article(at).name().replace(['-', '_'], " "));
        let headings = headings.chain(name).map(|words| fold(&words).into());
        parts[KEYWORDS].extend(headings);
        for (part, text) in [
            (ARTICLE, article_title),
            (TITLE, &text.title),
            (BODY, &plain),
        ] {
            let words = identifier::words_of(text);
            if !words.is_empty() {
                parts[part].push(fold(&words).into());
            }
        }
        let mut lexicon = lexicon::Words::default();
        for (part, values) in parts.iter().enumerate() {
            let (mut words, mut grams) = (String::new(), String::new());
            for value in values {
                self.add(value, is_read, (&mut words, &mut grams), &mut lexicon);
            }
            document.add_text(self.fields.words[part], &words);
            document.add_text(self.fields.grams[part], &grams);
        }
        document.add_u64(self.fields.readers, readers.0);
        document.add_u64(self.fields.article, at.article as u64);
        document.add_u64(self.fields.section, at.section as u64);
        document.add_u64(self.fields.id, id_number(&guide.id(at).to_string()));
        let is_pointers = text.body.share_of_links() > MOSTLY_LINKS;
        document.add_u64(self.fields.pointers, is_pointers.into());
        (document, Words { lexicon, meaning })
    }

    /// The terms of a text, and what it has for the lexicon. `is_read`: whether its Chinese characters are read as Japanese
    /// ones.
    fn add(
        &self,
        folded: &str,
        is_read: bool,
        (words, grams): (&mut String, &mut String),
        lexicon: &mut lexicon::Words,
    ) {
        Analyser::Words.each(folded, &self.languages, |word, _| {
            lexicon.spelling(word);
            // Among the grams each part of such a name is one.
            let parts = word.split('_').filter(|part| part.len() < word.len());
            parts.for_each(|part| lexicon.spelling(part));
            join(words, word);
        });
        if is_read {
            lexicon.readings(folded);
        }
        for occurrence in self.concepts.find(folded) {
            join(words, &concepts::index_term(occurrence.concept));
        }
        Analyser::Grams.each(folded, &self.languages, |gram, _| {
            if signs::has_signs(gram) {
                lexicon.spelling(gram);
            }
            join(grams, gram);
        });
    }
}

/// What stands between the terms that are given to the indexer. No term has such a character.
const SEPARATOR: char = '\0';

/// The name of the tokenizer that takes terms apart.
pub const TOKENIZER: &str = "terms";

/// One more term for the indexer. (Its own list of tokens would be written and read as JSON on the way.)
fn join(all: &mut String, term: &str) {
    all.push_str(term);
    all.push(SEPARATOR);
}

/// How a term of an analyser is written in the index. What may be a sentence is looked for as a whole only, and stands there by
/// its hash: each byte in which terms differ has a node of its own in tantivy's dictionary.
pub fn indexed(analyser: Analyser, term: &str) -> Cow<'_, str> {
    if analyser != Analyser::Whole || term.len() <= HASHED {
        return term.into();
    }
    let hash = id_number(term);
    let six_bits = |at: usize| char::from(b'@' + (hash >> (6 * at) & 0x3f) as u8);
    (0..HASHED).map(six_bits).collect()
}

/// The characters of a hash.
const HASHED: usize = 11;

/// The tokenizer that the indexer needs, beside tantivy's own: it wants one even for number fields.
pub fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(TOKENIZER, TextAnalyzer::from(Terms));
    manager
}

/// Takes apart what [`join`] put together. Neither offsets nor positions are indexed, so none are given.
#[derive(Debug, Clone, Copy)]
struct Terms;

impl Tokenizer for Terms {
    type TokenStream<'a> = TermStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TermStream<'a> {
        TermStream {
            rest: text,
            current: IndexToken {
                position: 0,
                ..IndexToken::default()
            },
        }
    }
}

struct TermStream<'a> {
    rest: &'a str,
    current: IndexToken,
}

impl TokenStream for TermStream<'_> {
    fn advance(&mut self) -> bool {
        // Terms are short, and then this is faster than a search for a character.
        let mut bytes = self.rest.bytes();
        let Some(length) = bytes.position(|byte| byte == SEPARATOR as u8) else {
            return false;
        };
        let (term, rest) = (&self.rest[..length], &self.rest[length + 1..]);
        self.rest = rest;
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
fn add_readings(words: &mut lexicon::Words, concepts: &Concepts, guide: &Guide) {
    for form in concepts.all_forms() {
        words.readings_within(form);
    }
    for term in guide.glossary.iter() {
        if let Some(kana) = &term.reading {
            words.reading(&reading::letters(&fold(kana)), &fold(&term.term));
        }
    }
}

/// How a section's `article#section` is written in the index, so that an index can be asked for another version of the
/// guide it was built from.
pub fn id_number(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_stand_in_the_index_by_their_hashes() {
        let whole = |term: &'static str| indexed(Analyser::Whole, term);
        assert_eq!(whole("解約"), "解約");
        let (long, other) = (whole("解約したいとき"), whole("解約したいなら"));
        assert_ne!(long, other);
        let is_sign = |c: char| ('@'..='\u{7F}').contains(&c);
        for term in [long, other] {
            assert!(
                term.len() == HASHED && term.chars().all(is_sign),
                "{term:?}"
            );
        }
        let words = indexed(Analyser::Words, "コミュニケーション");
        assert_eq!(words, "コミュニケーション");
    }
}
