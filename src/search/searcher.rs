//! Query → hits.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use tantivy::directory::RamDirectory;

use super::engine::{Engine, Findings};
use super::highlight::Highlighter;
use super::query::Query;
use super::relevance::{self, Matched};
use super::snippet::snippet;
use super::{Hit, Match, Results, indexer};
use crate::guide::{Guide, markdown};
use crate::language::Language;
use crate::text::clean::clean;

/// An open index together with the guide it was built from.
pub struct Searcher {
    guide: Arc<Guide>,
    engine: Option<Engine>,
    /// Built in memory when the index turns out to be broken although its sums were right.
    replacement: OnceLock<Option<Engine>>,
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher")
            .field("guide", &self.guide.id)
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

impl Searcher {
    pub(super) const fn new(guide: Arc<Guide>, engine: Engine) -> Self {
        Self {
            guide,
            engine: Some(engine),
            replacement: OnceLock::new(),
        }
    }

    /// Builds the index in memory. Should even that fail, searches find nothing; the guide can still be read.
    pub(super) fn in_memory(guide: Arc<Guide>) -> Self {
        let engine = build_in_memory(&guide);
        Self {
            guide,
            engine,
            replacement: OnceLock::new(),
        }
    }

    /// Finds the sections for a query as typed so far. Never fails: a query is just text.
    ///
    /// `limit` bounds [`Results::hits`], not [`Results::total`]. Sections that score the same come in the guide's order.
    /// When the reader's language has nothing, the hits are in the other one; see [`Hit::language`].
    pub fn search(&self, query: &str, reader: Language, limit: usize) -> Results {
        let started = Instant::now();
        let parsed = Query::parse(query);
        let findings = self.find(&parsed);
        let mut matches = relevance::matches(&parsed, findings, reader);
        matches.sort_by(|a, b| {
            b.found
                .score
                .total_cmp(&a.found.score)
                .then(a.found.section.cmp(&b.found.section))
        });
        let highlighter = Highlighter::of_words(parsed.words.clone());
        let hits = matches
            .iter()
            .take(limit)
            .map(|found| self.hit(found, &parsed, &highlighter))
            .collect();
        Results {
            query: clean(query).replace('\n', " "),
            language: reader,
            total: matches.len(),
            hits,
            took: started.elapsed(),
        }
    }

    /// Asks the index. A broken one is replaced by one in memory: tantivy checks little of what it reads, and panics on
    /// some of what it does not expect.
    fn find(&self, query: &Query) -> Findings {
        if let Some(engine) = &self.engine
            && self.replacement.get().is_none()
        {
            match catch_unwind(AssertUnwindSafe(|| engine.find(query))) {
                Ok(Ok(findings)) => return self.within_guide(findings),
                Ok(Err(error)) => {
                    log::warn!("the index is broken, building another in memory: {error}")
                }
                Err(_) => log::warn!("the index is broken, building another in memory"),
            }
        }
        let replacement = self
            .replacement
            .get_or_init(|| build_in_memory(&self.guide))
            .as_ref();
        let found = replacement.and_then(|engine| engine.find(query).ok());
        found.map_or_else(Findings::default, |findings| self.within_guide(findings))
    }

    /// A foreign index may hold sections that this guide has not.
    fn within_guide(&self, mut findings: Findings) -> Findings {
        findings.found.retain(|found| {
            let article = self.guide.articles.get(found.section.article);
            article.is_some_and(|article| found.section.section < article.sections.len())
        });
        findings
    }

    fn hit(&self, matched: &Matched, query: &Query, highlighter: &Highlighter) -> Hit {
        let section = matched.found.section;
        let (language, text) = self.guide.section(section).texts.get(matched.found.reader);
        let body = markdown::plain_text(&markdown::parse(&text.markdown));
        Hit {
            section,
            language,
            score: matched.found.score,
            title_marks: highlighter.marks(&text.title),
            snippet: snippet(&body, highlighter),
            matched: matched
                .words
                .iter()
                .map(|&(word, via)| Match {
                    term: query.words[word].text.clone(),
                    via,
                })
                .collect(),
        }
    }
}

fn build_in_memory(guide: &Guide) -> Option<Engine> {
    let built = catch_unwind(AssertUnwindSafe(|| {
        let index = indexer::write(guide, RamDirectory::create())?;
        Engine::open(&index)
    }));
    match built {
        Ok(Ok(engine)) => Some(engine),
        Ok(Err(error)) => {
            log::error!("cannot build the index: {error}");
            None
        }
        Err(_) => {
            log::error!("cannot build the index");
            None
        }
    }
}
