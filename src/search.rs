//! Search: a tantivy index over the guide's sections, and what it answers.
//!
//! The index is a cache of terms and section addresses. What is shown comes from the loaded guide, so a damaged index
//! can cost time but never show a wrong text.

mod analysis;
mod answer;
mod concepts;
mod conversion;
mod document;
mod engine;
pub mod highlight;
mod hit;
mod identifier;
mod indexer;
mod languages;
mod lexicon;
pub mod meaning;
mod phrase;
pub mod progress;
mod query;
mod readers;
mod relevance;
mod schema;
pub mod searcher;
pub mod service;
mod snippet;
pub mod store;
#[cfg(test)]
mod testing;
mod texts;
mod thesaurus;
mod words;

use std::sync::Arc;
use std::time::Duration;

use crate::guide::{Guide, SectionRef};
use crate::language::Language;
use highlight::Highlighter;

pub use hit::{Hit, Match, Shown, Snippet};
pub use query::Spelt;

/// What a query found.
#[derive(Debug, Clone)]
pub struct Results {
    /// As typed, cleaned of control characters.
    pub query: String,
    /// The reader's language.
    pub language: Language,
    pub took: Duration,
    /// How many sections matched; `hits` holds the best of them.
    pub total: usize,
    /// More matched than were counted: `total` is the least that it can be. Only in guides of many thousand sections.
    pub at_least: bool,
    /// Best first.
    pub hits: Vec<Hit>,
    /// Where nothing matched, the sections that are nearest to the query, best first; they share something with it, but
    /// are no answer to it. Empty if there are hits.
    pub nearest: Vec<Hit>,
    /// Queries spelt slightly otherwise that find something, best first. Where there are hits, they were found by the
    /// first of these.
    pub suggestions: Vec<String>,
    /// Where hardly anything of the query was found: the words of it that the guide has in no form, as typed.
    pub missing: Vec<String>,
    /// Words of the query that were read as Japanese in kana or Latin letters.
    pub readings: Vec<ReadAs>,
    /// Marks the words in other texts of the same guide, as in the hits.
    pub highlighter: Arc<Highlighter>,
}

impl Results {
    /// Leaves out what has no word of the query: beside a verdict, which is an answer, it would be taken for help.
    pub fn leave_out_related(&mut self) {
        let found = self.hits.len();
        self.hits.retain(|hit| !hit.is_only_related);
        // They stand behind all others.
        if self.hits.len() < found {
            self.total = self.hits.len();
            self.at_least = false;
        }
    }

    /// Puts sections first that answer the query whatever words they have. They are hits without a match. What was to help
    /// where nothing matched is left out then.
    pub fn begin_with(&mut self, guide: &Guide, sections: &[SectionRef]) {
        if sections.is_empty() {
            return;
        }
        let found = self.hits.len();
        self.hits.retain(|hit| !sections.contains(&hit.section));
        let known = found - self.hits.len();
        let first = sections
            .iter()
            .map(|&at| Hit::without_match(guide, at, self.language));
        self.hits.splice(0..0, first);
        self.total += sections.len() - known;
        if found == 0 {
            self.suggestions.clear();
            self.readings.clear();
        }
        // They are an answer.
        self.missing.clear();
        self.nearest.clear();
    }
}

/// A word of the query, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAs {
    /// As typed, folded: `kaiyaku`.
    pub typed: String,
    /// In hiragana: `かいやく`.
    pub kana: String,
    /// The guide's word that it stands for, if there is one: `解約`.
    pub word: Option<String>,
}

/// How a term of the query met the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    Exact,
    Reading,
    Synonym,
    Prefix,
    Fuzzy,
    /// It means nearly the same.
    Related,
}

impl Via {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Reading => "reading",
            Self::Synonym => "synonym",
            Self::Prefix => "prefix",
            Self::Fuzzy => "fuzzy",
            Self::Related => "related",
        }
    }
}
