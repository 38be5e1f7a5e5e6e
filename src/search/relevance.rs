//! Which of the documents that share a term with the query are matches, and in which language.
//!
//! Any shared bigram gives a score, so a score alone means nothing: nearly every section has one for a long query. What
//! counts is whether the query's words stand in a section.

use tantivy::DocId;

use super::Via;
use super::analysis::Analyser;
use super::engine::{Findings, Found, Inexact};
use super::query::Query;
use crate::language::Language;

/// How much of a word's terms must stand in a section, weighted by how much they tell, for the word to stand there. Two
/// words share a bigram or an ending by chance, hardly most of them.
const WORD_SHARE: f32 = 0.6;

/// A section that scores less than this share of the best one is no match: it shares a word with the query, but the best
/// one shows that the query is about something else.
const SCORE_SHARE: f32 = 0.2;

/// The other language's sections are shown when they match this many times as much of the query.
const OTHER_LANGUAGE_FACTOR: f32 = 2.0;

/// A section that matched, with the words that did.
pub struct Matched {
    pub found: Found,
    /// Indices into the query's words, and how each matched.
    pub words: Vec<(usize, Via)>,
    /// How much the matched words tell.
    information: f32,
}

/// The matches in the reader's language, or else those in the other one. Two small words of a long query that happen to
/// stand in some section are less than a section in the other language that answers it.
pub fn matches(query: &Query, findings: Findings, reader: Language) -> Vec<Matched> {
    let Findings {
        found,
        information,
        mut inexact,
    } = findings;
    inexact.sort_unstable_by_key(|inexact| inexact.document);
    let words = WordClauses::of(query, &information);
    let (own, other): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|found| found.reader == reader);
    let own = relevant(own, &words, &inexact);
    let other = relevant(other, &words, &inexact);
    let information = |matches: &[Matched]| {
        matches
            .iter()
            .map(|matched| matched.information)
            .fold(0.0, f32::max)
    };
    if information(&other) > OTHER_LANGUAGE_FACTOR * information(&own) {
        other
    } else {
        own
    }
}

/// Those that have a word of the query and score not too far below the best.
fn relevant(found: Vec<Found>, words: &[WordClauses], inexact: &[Inexact]) -> Vec<Matched> {
    let mut matches: Vec<Matched> = found
        .into_iter()
        .map(|found| matched(found, words, of_document(inexact, found.document)))
        .filter(|matched| !matched.words.is_empty())
        .collect();
    let best = matches
        .iter()
        .map(|matched| matched.found.score)
        .fold(0.0, f32::max);
    matches.retain(|matched| matched.found.score >= SCORE_SHARE * best);
    matches
}

fn matched(found: Found, words: &[WordClauses], inexact: &[Inexact]) -> Matched {
    let mut information = 0.0;
    let mut has = Vec::new();
    for (number, word) in words.iter().enumerate() {
        if let Some(via) = word.via(found.matched, inexact) {
            has.push((number, via));
            information += word.information();
        }
    }
    Matched {
        found,
        words: has,
        information,
    }
}

/// The part of a sorted list that is about one document.
fn of_document(inexact: &[Inexact], document: DocId) -> &[Inexact] {
    let start = inexact.partition_point(|other| other.document < document);
    let end = inexact.partition_point(|other| other.document <= document);
    &inexact[start..end]
}

/// The clauses that make up a word of the query, by analyser: which, and how much each tells.
#[derive(Default)]
struct WordClauses([Vec<(usize, f32)>; Analyser::ALL.len()]);

impl WordClauses {
    /// For each word of a query.
    fn of(query: &Query, information: &[f32]) -> Vec<Self> {
        let mut words: Vec<Self> = query.words.iter().map(|_| Self::default()).collect();
        for (number, (clause, &information)) in query.clauses.iter().zip(information).enumerate() {
            if let Some(word) = clause.word {
                words[word].0[clause.analyser as usize].push((number, information));
            }
        }
        words
    }

    /// How a document has the word, if it has. Words are asked before grams: of an unfinished word the grams match
    /// exactly.
    fn via(&self, matched: u128, inexact: &[Inexact]) -> Option<Via> {
        let has = |clause: usize| matched >> clause & 1 == 1;
        self.0.iter().find_map(|clauses| {
            let is_ours =
                |other: &&Inexact| clauses.iter().any(|&(clause, _)| clause == other.clause);
            let exactly =
                |clause| has(clause) && inexact.iter().all(|other| other.clause != clause);
            if stands(clauses, exactly) {
                Some(Via::Exact)
            } else if stands(clauses, has) {
                inexact.iter().filter(is_ours).map(|other| other.via).min()
            } else {
                None
            }
        })
    }

    /// How much the word tells: as much as its rarest part.
    fn information(&self) -> f32 {
        let parts = self.0.iter().flatten();
        parts
            .map(|&(_, information)| information)
            .fold(0.0, f32::max)
    }
}

/// Whether enough of a word's terms matched.
fn stands(clauses: &[(usize, f32)], matched: impl Fn(usize) -> bool) -> bool {
    let all: f32 = clauses.iter().map(|&(_, information)| information).sum();
    let here: f32 = clauses
        .iter()
        .filter(|&&(clause, _)| matched(clause))
        .map(|&(_, information)| information)
        .sum();
    here > 0.0 && here >= WORD_SHARE * all
}
