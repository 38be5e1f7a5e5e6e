//! Terms → sections, with a score for each term.
//!
//! The score of a term in a document is that of a `DisjunctionMaxQuery` over the fields, with BM25 as tantivy computes
//! it; a test holds the two together. It is computed here, over tantivy's postings, since what is a match and why depends
//! on which terms a section has, which no collector can see.
//!
//! In a guide of some thousand sections every section is scored; in a larger one those that a first pass chooses.

mod board;
mod field;
mod findings;
mod first_pass;
mod segment;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};

use tantivy::postings::TermInfo;
use tantivy::{Directory, DocId, Index, ReloadPolicy, TantivyError};

use super::analysis::Analyser;
use super::concepts::{self, Concepts};
use super::indexer::{LENGTHS, LEXICON, Lengths};
use super::languages::Languages;
use super::lexicon::Lexicon;
use super::meaning::{self, Meaning};
use super::query::Term;
use super::readers::Readers;
use super::schema::{self, Fields};
use crate::guide::SectionRef;
use crate::language::Language;
use board::Board;
use field::{Chosen, idf};
use segment::Segment;

pub use findings::{Findings, Found, Titled};

/// A guide of so many documents has all of them scored; a larger one the best of a first pass.
const SCORED: usize = 1536;
/// An open index.
pub struct Engine {
    documents: u32,
    segments: Vec<Segment>,
    lexicon: Lexicon,
    meaning: Meaning,
    concepts: Arc<Concepts>,
    /// Of the guide, in its order.
    languages: Vec<Language>,
    /// For the first pass.
    board: Mutex<Board>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("documents", &self.documents)
            .finish_non_exhaustive()
    }
}

/// A term's postings in one field of one segment.
struct List {
    segment: usize,
    analyser: Analyser,
    field: usize,
    info: TermInfo,
    /// What a posting's score is multiplied with.
    weight: f32,
}

/// Where a term stands.
#[derive(Default)]
struct Lookup {
    lists: Vec<List>,
    /// In how many documents it stands at least.
    frequency: u32,
    /// What it counts in other fields than the best.
    tie_breaker: f32,
    is_left_out: bool,
}

impl Engine {
    /// Opens an index as [`super::indexer::write`] makes it of a guide of these languages.
    ///
    /// # Errors
    /// Another schema, no lexicon, or whatever tantivy finds wrong.
    pub fn open(index: &Index, languages: &[Language]) -> tantivy::Result<Self> {
        let fields = Fields::new();
        if index.schema() != fields.schema {
            return Err(TantivyError::SchemaError(
                "the index has other fields".to_owned(),
            ));
        }
        let directory = index.directory();
        let lexicon = directory.open_read(Path::new(LEXICON))?.read_bytes()?;
        let lexicon = Lexicon::open(&lexicon)
            .map_err(|error| TantivyError::InvalidArgument(format!("the lexicon: {error}")))?;
        let meaning = Meaning::new(directory.open_read(Path::new(meaning::FILE))?);
        let concepts = directory
            .open_read(Path::new(concepts::FILE))?
            .read_bytes()?;
        let concepts = Concepts::from_bytes(&concepts, Languages::of(languages))
            .ok_or_else(|| TantivyError::InvalidArgument("the concepts".to_owned()))?;
        let lengths: Lengths = serde_json::from_slice(&directory.atomic_read(Path::new(LENGTHS))?)?;
        // Any other policy starts a thread that watches the folder.
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let searcher = reader.searcher();
        let readers = searcher.segment_readers();
        let documents: u32 = readers.iter().map(tantivy::SegmentReader::max_doc).sum();
        let averages = Analyser::ALL.map(|analyser| {
            let average = |field| {
                let name = fields.schema.get_field_name(field);
                average(lengths.get(name).copied().unwrap_or(0), documents)
            };
            fields.by(analyser).into_iter().map(average).collect()
        });
        let mut segments = Vec::new();
        let mut base = 0;
        for segment in readers {
            segments.push(Segment::open(segment, base, &fields, &averages)?);
            base += segment.max_doc();
        }
        Ok(Self {
            documents,
            segments,
            lexicon,
            meaning,
            concepts: Arc::new(concepts),
            languages: languages.to_vec(),
            board: Mutex::default(),
        })
    }

    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub fn concepts(&self) -> Arc<Concepts> {
        Arc::clone(&self.concepts)
    }

    pub const fn meaning(&self) -> &Meaning {
        &self.meaning
    }

    /// The documents that may be matches, and the score of each term in each of them. `weights` says how much each term counts
    /// where not all documents can be scored.
    ///
    /// # Errors
    /// A damaged index.
    pub fn find(
        &self,
        terms: &[Term],
        weights: &[f32],
        lang: Language,
    ) -> tantivy::Result<Findings> {
        let more = self.documents as usize > SCORED;
        let telling = self.telling(terms, weights)?;
        let lookups = terms
            .iter()
            .zip(telling)
            .map(|(term, tells)| {
                if tells {
                    self.look_up(term)
                } else {
                    Ok(Lookup {
                        is_left_out: true,
                        ..Lookup::default()
                    })
                }
            })
            .collect::<tantivy::Result<Vec<_>>>()?;
        let documents = if more {
            self.candidates(&lookups, weights, lang)?
        } else {
            (0..self.documents).collect()
        };
        let scores = self.score(&lookups, &documents)?;
        let mut found = Vec::new();
        for (row, &document) in documents.iter().enumerate() {
            let has_any = scores[row * terms.len()..(row + 1) * terms.len()]
                .iter()
                .any(|&score| score > 0.0);
            if has_any
                && let Some((section, readers)) = self.describe(document)
                && let Some(lang) = self.a_language_of(readers, lang)
            {
                found.push(Found {
                    row,
                    document,
                    section,
                    readers,
                    lang,
                    about: 0.0,
                    is_pointers: self.is_pointers(document),
                });
            }
        }
        Ok(Findings {
            more: more && documents.len() >= self.most_candidates(),
            found,
            scores,
            information: lookups
                .iter()
                .map(|lookup| {
                    if lookup.is_left_out {
                        0.0
                    } else {
                        idf(lookup.frequency, self.documents)
                    }
                })
                .collect(),
            known: lookups.iter().map(|lookup| lookup.frequency > 0).collect(),
        })
    }

    /// Says of what was found how near it is to a query.
    ///
    /// # Errors
    /// A damaged index.
    pub fn compare(&self, query: &meaning::Query, findings: &mut Findings) -> tantivy::Result<()> {
        let documents: Vec<DocId> = findings.found.iter().map(|found| found.document).collect();
        let cosines = self.meaning.cosines(query, &documents)?;
        for (found, cosine) in findings.found.iter_mut().zip(cosines) {
            found.about = cosine;
        }
        Ok(())
    }

    fn look_up(&self, term: &Term) -> tantivy::Result<Lookup> {
        let mut lookup = Lookup {
            tie_breaker: schema::tie_breaker(&term.text),
            ..Lookup::default()
        };
        let analyser = term.analyser as usize;
        let fields = self
            .segments
            .first()
            .map_or(0, |segment| segment.texts[analyser].len());
        for field in 0..fields {
            let weight = schema::weight(term.analyser, field, &term.text);
            let first = lookup.lists.len();
            let mut frequency = 0;
            for (segment, texts) in self.segments.iter().enumerate() {
                if let Some(info) = texts.texts[analyser][field].term(&term.text)? {
                    frequency += info.doc_freq;
                    lookup.lists.push(List {
                        segment,
                        analyser: term.analyser,
                        field,
                        info,
                        weight: 0.0,
                    });
                }
            }
            let idf = idf(frequency, self.documents);
            for list in &mut lookup.lists[first..] {
                list.weight = weight * idf;
            }
            lookup.frequency = lookup.frequency.max(frequency);
        }
        Ok(lookup)
    }

    fn text(&self, list: &List) -> &field::TextField {
        &self.segments[list.segment].texts[list.analyser as usize][list.field]
    }

    /// A row for each document with each term's score.
    fn score(&self, lookups: &[Lookup], documents: &[DocId]) -> tantivy::Result<Vec<f32>> {
        let terms = lookups.len();
        let mut scores = vec![0.0; documents.len() * terms];
        let mut best = vec![0.0_f32; documents.len()];
        // By segment, and where its documents begin among all.
        let chosen = self.segments.iter().map(|segment| {
            let end = segment.base + segment.documents;
            let from = documents.partition_point(|&document| document < segment.base);
            let to = documents.partition_point(|&document| document < end);
            let local = documents[from..to].iter();
            (
                from,
                Chosen::of(local.map(|document| document - segment.base)),
            )
        });
        let chosen: Vec<(usize, Chosen)> = chosen.collect();
        let stand = |(_, lookup): &(usize, &Lookup)| !lookup.lists.is_empty();
        for (term, lookup) in lookups.iter().enumerate().filter(stand) {
            for list in &lookup.lists {
                let (from, chosen) = &chosen[list.segment];
                self.text(list)
                    .each(&list.info, list.weight, chosen, |index, score| {
                        scores[(from + index) * terms + term] += score;
                        best[from + index] = best[from + index].max(score);
                    })?;
            }
            for (row, best) in best.iter_mut().enumerate() {
                let best = std::mem::take(best);
                let sum = &mut scores[row * terms + term];
                *sum = best + lookup.tie_breaker * (*sum - best);
            }
        }
        Ok(scores)
    }

    /// The section of a document, and who is shown it. `None` in a foreign index.
    fn describe(&self, document: DocId) -> Option<(SectionRef, Readers)> {
        let (segment, local) = self.segment_of(document)?;
        let readers = segment.readers(local)?;
        Some((segment.section(local)?, readers))
    }

    fn place(&self, lang: Language) -> Option<usize> {
        self.languages.iter().position(|&language| language == lang)
    }

    /// The preferred language, or else the first, of some readers. `None` in a foreign index.
    fn a_language_of(&self, readers: Readers, preferred: Language) -> Option<Language> {
        let mut of_readers = (0..)
            .zip(&self.languages)
            .filter(|(place, _)| readers.have(*place));
        let (_, &first) = of_readers.clone().next()?;
        let is_one = of_readers.any(|(_, &language)| language == preferred);
        Some(if is_one { preferred } else { first })
    }

    fn is_pointers(&self, document: DocId) -> bool {
        let segment = self.segment_of(document);
        segment.is_some_and(|(segment, local)| segment.is_pointers(local))
    }

    /// Adds those that have a text, folded, as their title or as a question, word for word.
    ///
    /// # Errors
    /// A damaged index.
    pub fn add_titled(
        &self,
        text: &str,
        languages: &Languages,
        titled: &mut Titled,
    ) -> tantivy::Result<()> {
        for token in Analyser::Whole.tokens(text, languages) {
            for segment in &self.segments {
                for field in &segment.texts[Analyser::Whole as usize] {
                    let documents = field.documents(&token.text)?.into_iter();
                    titled
                        .0
                        .extend(documents.map(|document| segment.base + document));
                }
            }
        }
        Ok(())
    }

    /// [`super::document::id_number`] of a section that was found; `None` in a foreign index.
    ///
    /// # Errors
    /// A damaged index.
    pub fn id(&self, found: &Found) -> tantivy::Result<Option<u64>> {
        self.segment_of(found.document)
            .map_or(Ok(None), |(segment, local)| segment.id(local))
    }

    /// Opens all fields and reads what sections are about now, so that the first search need not.
    ///
    /// # Errors
    /// A damaged index.
    pub fn warm(&self) -> tantivy::Result<()> {
        self.meaning.warm();
        let mut fields = self
            .segments
            .iter()
            .flat_map(|segment| segment.texts.iter().flatten());
        fields.try_for_each(|field| field.term("").map(|_| ()))
    }

    fn segment_of(&self, document: DocId) -> Option<(&Segment, DocId)> {
        let at = self
            .segments
            .partition_point(|segment| segment.base + segment.documents <= document);
        let segment = self.segments.get(at)?;
        Some((segment, document - segment.base))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "tantivy computes with the same precision"
)]
fn average(terms: u64, documents: u32) -> f32 {
    terms as f32 / documents as f32
}

#[cfg(test)]
mod tests;
