//! Scoring: clauses → sections with scores.
//!
//! Before [`coverage`] the score is that of a `BooleanQuery` of Should clauses, each a `DisjunctionMaxQuery` over the
//! fields, with BM25 as tantivy computes it; a test holds the two together. It is computed here, term by term over
//! tantivy's postings, since that also tells which clauses each section matched, which no collector can see. And a query
//! of twenty characters would be more than a hundred term queries, each with a weight and a scorer of its own.
//!
//! A number per document is kept for the whole query, so a search takes up to 70 bytes a document; with 70,000 sections of
//! encyclopaedia text and whole questions a search takes 4 ms (99 %: 8 ms).

mod board;
mod field;

use std::fmt;

use tantivy::columnar::Column;
use tantivy::{DocId, Index, ReloadPolicy, TantivyError};

use super::Via;
use super::analysis::Analyser;
use super::query::{Clause, Query};
use super::schema::Fields;
use crate::guide::SectionRef;
use crate::language::Language;
use board::{Scratch, Tally};
use field::{TextField, idf};

/// A document that scores less than this share of the best one is not looked at: it is cheap to score a document and
/// dear to tell whether it is a match. It must be well below what [`super::relevance`] makes of matches.
const WORTH_A_LOOK: f32 = 0.1;

/// An open index.
pub struct Engine {
    documents: u32,
    words: Vec<TextField>,
    grams: Vec<TextField>,
    whole: Vec<TextField>,
    article: Column<u64>,
    section: Column<u64>,
    reader: Column<u64>,
}

/// A document that at least one clause matched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub document: DocId,
    pub section: SectionRef,
    pub reader: Language,
    /// With [`coverage`] in it.
    pub score: f32,
    /// A bit for each clause of the query.
    pub matched: u128,
}

/// What a query found, in the order of the documents.
#[derive(Debug, Default)]
pub struct Findings {
    pub found: Vec<Found>,
    /// For each clause how much it tells: the rarer, the more (BM25's idf).
    pub information: Vec<f32>,
    pub inexact: Vec<Inexact>,
}

/// A clause that matched a document otherwise than exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inexact {
    pub document: DocId,
    pub clause: usize,
    pub via: Via,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("documents", &self.documents)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Opens an index as [`super::indexer::write`] makes it.
    ///
    /// # Errors
    /// Another schema, more than one segment, or whatever tantivy finds wrong.
    pub fn open(index: &Index) -> tantivy::Result<Self> {
        let fields = Fields::new();
        if index.schema() != fields.schema {
            return Err(TantivyError::SchemaError(
                "the index has other fields".to_owned(),
            ));
        }
        // Any other policy starts a thread that watches the folder.
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let searcher = reader.searcher();
        let [segment] = searcher.segment_readers() else {
            return Err(TantivyError::InvalidArgument(
                "the index is not one segment".to_owned(),
            ));
        };
        let texts = |analyser: Analyser| {
            let parts = fields.by(analyser).into_iter();
            parts
                .map(|(field, weight)| TextField::open(segment, field, weight))
                .collect::<tantivy::Result<Vec<_>>>()
        };
        let numbers = |name| segment.fast_fields().u64(name);
        Ok(Self {
            documents: segment.max_doc(),
            words: texts(Analyser::Words)?,
            grams: texts(Analyser::Grams)?,
            whole: texts(Analyser::Whole)?,
            article: numbers("article")?,
            section: numbers("section")?,
            reader: numbers("reader")?,
        })
    }

    /// The documents that may be matches: those that any clause matches, but for those far below the best.
    ///
    /// # Errors
    /// A damaged index.
    pub fn find(&self, query: &Query) -> tantivy::Result<Findings> {
        let Tally {
            mut scores,
            mut told,
            matched,
            information,
            mut inexact,
        } = self.tally(query)?;
        let all: f32 = information.iter().sum();
        let mut found: Vec<(DocId, f32)> = Vec::new();
        scores.drain(|document, score| {
            found.push((document, score * coverage(told.take(document) / all)));
        });
        let best = found.iter().map(|&(_, score)| score).fold(0.0, f32::max);
        found.retain(|&(_, score)| score >= WORTH_A_LOOK * best);
        found.sort_unstable_by_key(|&(document, _)| document);
        inexact.retain(|inexact| {
            found
                .binary_search_by_key(&inexact.document, |&(document, _)| document)
                .is_ok()
        });
        let found = found
            .into_iter()
            .filter_map(|(document, score)| self.found(document, score, matched[document as usize]))
            .collect();
        Ok(Findings {
            found,
            information,
            inexact,
        })
    }

    fn found(&self, document: DocId, score: f32, matched: u128) -> Option<Found> {
        let number = |column: &Column<u64>| usize::try_from(column.first(document)?).ok();
        Some(Found {
            document,
            section: SectionRef {
                article: number(&self.article)?,
                section: number(&self.section)?,
            },
            reader: *Language::ALL.get(number(&self.reader)?)?,
            score,
            matched,
        })
    }

    fn tally(&self, query: &Query) -> tantivy::Result<Tally> {
        let mut tally = Tally::new(self.documents);
        let mut scratch = Scratch::new(self.documents);
        for (number, clause) in query.clauses.iter().enumerate() {
            let frequency = self.score_clause(clause, &mut scratch)?;
            tally.add(number, idf(frequency, self.documents), &mut scratch);
        }
        Ok(tally)
    }

    /// Leaves each document's score for the clause in `scratch.clause` and returns in how many documents its commonest
    /// term stands.
    fn score_clause(&self, clause: &Clause, scratch: &mut Scratch) -> tantivy::Result<u32> {
        let fields = match clause.analyser {
            Analyser::Words => &self.words,
            Analyser::Grams => &self.grams,
            Analyser::Whole => &self.whole,
        };
        let mut frequency = 0;
        for variant in &clause.variants {
            for field in fields {
                for info in field.terms(variant)? {
                    frequency = frequency.max(info.doc_freq);
                    field.score(&info, self.documents, &mut scratch.field)?;
                }
                let Scratch {
                    field, best, sum, ..
                } = scratch;
                field.drain(|document, score| {
                    best.raise(document, score);
                    sum.add(document, score);
                });
            }
            scratch.finish_variant(variant);
        }
        Ok(frequency)
    }
}

/// What the score of a section is multiplied with that has so much of what the query tells: the square root of it.
///
/// A sum of scores prefers a section that has one word of the query in its title and everywhere to one that has all of
/// them once. In a guide, where every section is about the same few things, the latter is more often meant: with this
/// factor every query of `tests/it/search/queries.tsv` is answered among the first three hits; the share itself, without
/// the root, is too much for long questions.
fn coverage(share: f32) -> f32 {
    share.sqrt()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tantivy::collector::TopDocs;
    use tantivy::directory::RamDirectory;
    use tantivy::query::{
        BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query as IndexQuery, TermQuery,
    };
    use tantivy::schema::IndexRecordOption;
    use tantivy::{Index, Term};

    use super::*;
    use crate::search::schema::TIE_BREAKER;
    use crate::search::{indexer, testing};

    /// The query that the engine says it computes, as tantivy's own.
    fn as_index_query(query: &Query) -> BooleanQuery {
        let fields = Fields::new();
        let clause = |clause: &Clause| -> (Occur, Box<dyn IndexQuery>) {
            let parts = fields.by(clause.analyser).into_iter();
            let parts = parts.map(|(field, weight)| -> Box<dyn IndexQuery> {
                let term = Term::from_field_text(field, &clause.variants[0].term);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                Box::new(BoostQuery::new(Box::new(query), weight))
            });
            let best = DisjunctionMaxQuery::with_tie_breaker(parts.collect(), TIE_BREAKER);
            (Occur::Should, Box::new(best))
        };
        BooleanQuery::new(query.clauses.iter().map(clause).collect())
    }

    fn index() -> Index {
        indexer::write(&testing::bicycles(), RamDirectory::create()).unwrap()
    }

    #[test]
    fn scores_are_those_of_tantivy() {
        let index = index();
        let engine = Engine::open(&index).unwrap();
        let searcher = index.reader().unwrap().searcher();
        for text in [
            "鍵を受付で返却する ",
            "How do I return the key? ",
            "0120-000-123 ",
            "延長、延長の電話。",
        ] {
            let query = Query::parse(text);
            let mut ours: BTreeMap<DocId, f32> = BTreeMap::new();
            let mut tally = engine.tally(&query).unwrap();
            tally
                .scores
                .drain(|document, score| ours.extend([(document, score)]));
            let collector = TopDocs::with_limit(100).order_by_score();
            let theirs: BTreeMap<DocId, f32> = searcher
                .search(&as_index_query(&query), &collector)
                .unwrap()
                .into_iter()
                .map(|(score, address)| (address.doc_id, score))
                .collect();
            assert_eq!(
                ours.keys().collect::<Vec<_>>(),
                theirs.keys().collect::<Vec<_>>(),
                "{text}"
            );
            assert!(!ours.is_empty());
            for (document, score) in &ours {
                assert!(
                    (score - theirs[document]).abs() < 1e-4,
                    "{text}: {score} {}",
                    theirs[document]
                );
            }
        }
    }

    #[test]
    fn a_document_for_each_section_and_reader() {
        let engine = Engine::open(&index()).unwrap();
        assert_eq!(engine.documents, 8);
        // The helmets have no Japanese text: Japanese readers get the English one.
        let found = engine.find(&Query::parse("helmets ")).unwrap().found;
        let mut readers: Vec<Language> = found.iter().map(|found| found.reader).collect();
        readers.sort();
        assert_eq!(readers, Language::ALL);
        assert!(found.iter().all(|found| found.section.article == 3));
    }

    #[test]
    fn an_index_with_other_fields_is_refused() {
        let index = Index::create_in_ram(tantivy::schema::Schema::builder().build());
        assert!(Engine::open(&index).is_err());
    }
}
