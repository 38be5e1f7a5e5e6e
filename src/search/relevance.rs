//! Which of the documents that share a term with the query are matches, and in which language.
//!
//! Any shared bigram gives a score, so a score alone means nothing: nearly every section has one for a long query. What
//! counts is whether the query's words stand in a section.

use super::Via;
use super::engine::{Findings, Found};
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
    let words = WordTerms::of(query, &findings.information);
    let Findings {
        found, mut inexact, ..
    } = findings;
    inexact.sort_unstable_by_key(|&(document, clause, _)| (document, clause));
    let (own, other): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|found| found.reader == reader);
    let own = relevant(own, &words, &inexact);
    let other = relevant(other, &words, &inexact);
    let information =
        |matches: &[Matched]| matches.iter().map(|m| m.information).fold(0.0, f32::max);
    if information(&other) > OTHER_LANGUAGE_FACTOR * information(&own) {
        other
    } else {
        own
    }
}

/// Those that have a word of the query and score not too far below the best.
fn relevant(found: Vec<Found>, words: &WordTerms, inexact: &[(u32, usize, Via)]) -> Vec<Matched> {
    let mut matches: Vec<Matched> = found
        .into_iter()
        .filter_map(|found| {
            let inexact = of_document(inexact, found.document);
            let (words, information) = words.matched(found.matched, inexact);
            (!words.is_empty()).then_some(Matched {
                found,
                words,
                information,
            })
        })
        .collect();
    let best = matches.iter().map(|m| m.found.score).fold(0.0, f32::max);
    matches.retain(|m| m.found.score >= SCORE_SHARE * best);
    matches
}

fn of_document(inexact: &[(u32, usize, Via)], document: u32) -> &[(u32, usize, Via)] {
    let start = inexact.partition_point(|&(other, ..)| other < document);
    let end = inexact.partition_point(|&(other, ..)| other <= document);
    &inexact[start..end]
}

/// For each word of a query the clauses that make it up.
struct WordTerms {
    /// By word, by analyser: clause and how much it tells.
    clauses: Vec<[Vec<(usize, f32)>; 2]>,
}

impl WordTerms {
    fn of(query: &Query, information: &[f32]) -> Self {
        let mut clauses = vec![[const { Vec::new() }; 2]; query.words.len()];
        for (number, (clause, &information)) in query.clauses.iter().zip(information).enumerate() {
            if let Some(word) = clause.word {
                clauses[word][clause.analyser as usize].push((number, information));
            }
        }
        Self { clauses }
    }

    /// The words that a document has, how it has them, and how much they tell.
    fn matched(&self, matched: u128, inexact: &[(u32, usize, Via)]) -> (Vec<(usize, Via)>, f32) {
        let mut words = Vec::new();
        let mut total = 0.0;
        for (number, analysers) in self.clauses.iter().enumerate() {
            let exactly = |clause: usize| {
                matched >> clause & 1 == 1 && inexact.iter().all(|&(_, other, _)| other != clause)
            };
            let somehow = |clause: usize| matched >> clause & 1 == 1;
            let via = if analysers.iter().any(|clauses| stands(clauses, exactly)) {
                Via::Exact
            } else if analysers.iter().any(|clauses| stands(clauses, somehow)) {
                let ours = |clause: usize| {
                    analysers
                        .iter()
                        .flatten()
                        .any(|&(other, _)| other == clause)
                };
                let via = inexact
                    .iter()
                    .filter(|&&(_, clause, _)| ours(clause))
                    .map(|&(_, _, via)| via)
                    .min();
                via.unwrap_or(Via::Exact)
            } else {
                continue;
            };
            words.push((number, via));
            total += analysers
                .iter()
                .flatten()
                .map(|&(_, information)| information)
                .fold(0.0, f32::max);
        }
        (words, total)
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
