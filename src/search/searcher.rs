//! Query → hits.

use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use tantivy::directory::RamDirectory;

use super::analysis::Analyser;
use super::answer::Answers;
use super::concepts::Concepts;
use super::document::id_number;
use super::engine::{Engine, Findings, Found, Titled};
use super::highlight::Highlighter;
use super::hit::Asked;
use super::languages::Languages;
use super::phrase::{Named, Phrase};
use super::query::{Query, Spelt, spelt};
use super::relevance::{self, LEAD, Matched, Presence, Ranking, TITLE, TOPIC, presence};
use super::{Results, indexer};
use crate::guide::{Guide, SectionRef, SectionText};
use crate::language::Language;
use crate::text::clean::clean;
use crate::text::fold::fold;

/// Where so many pairs of the query stand, it may stand as a whole, also where not all of its words do.
const SOME_PAIRS: usize = 3;

/// As many bytes of texts are read for the query as it was typed: more than a real query matches.
const READ_FOR_QUERY: usize = 2 << 20;

/// How many titles of articles are compared with a query, the best first.
const TITLES_FOR_QUERY: usize = 100;

/// How many sections are asked whether they only name others, the best first.
const BODIES_FOR_QUERY: usize = 30;

/// How near in meaning words of the guide must be to stand for one that it does not have, and for one that it has. As many do.
const NEAR: f32 = 0.4;
const NEAR_ANOTHER: f32 = 0.5;
const NEIGHBOURS: usize = 6;

/// Where no section has as much of what a query of several words tells, it is said in other words.
const OTHER_WORDS: f32 = 0.6;

/// How many sections are shown as the nearest where nothing matched.
const NEAREST: usize = 5;

/// What the index says of a query.
#[derive(Debug, Default)]
struct Answer {
    query: Query,
    findings: Findings,
    /// Of those that may have it as their title.
    titled: Titled,
}

/// An open index together with the guide it was built from.
pub struct Searcher {
    guide: Arc<Guide>,
    /// For each article what its sections count: asked of every candidate at every key.
    shares: Vec<f32>,
    concepts: Arc<Concepts>,
    languages: Languages,
    engine: Option<Engine>,
    /// Where the sections of this guide are by their ids, if the index is that of an earlier state of the guide.
    moved: Option<HashMap<u64, SectionRef>>,
    /// The index of a large guide is not replaced by one in memory: that takes too long for an answer.
    is_large: bool,
    is_broken: AtomicBool,
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
    pub(super) fn new(guide: Arc<Guide>, engine: Engine) -> Self {
        Self::with(guide, Some(engine))
    }

    fn with(guide: Arc<Guide>, engine: Option<Engine>) -> Self {
        let languages = Languages::of(&guide.languages);
        Self {
            concepts: match &engine {
                Some(engine) => engine.concepts(),
                None => Arc::new(Concepts::of(&guide.glossary, languages.clone())),
            },
            languages,
            shares: guide.articles.iter().map(relevance::share).collect(),
            guide,
            engine,
            moved: None,
            is_large: false,
            is_broken: AtomicBool::new(false),
            replacement: OnceLock::new(),
        }
    }

    /// A searcher that finds nothing once its index is broken, and says so: see [`Self::is_broken`].
    pub(super) fn of_large(guide: Arc<Guide>, engine: Engine) -> Self {
        Self {
            is_large: true,
            ..Self::new(guide, engine)
        }
    }

    /// A searcher that looks for the sections of this guide in the index of an earlier state of it. What it finds was
    /// right then; sections that are gone are left out.
    pub(super) fn of_previous(guide: Arc<Guide>, engine: Engine) -> Self {
        let sections = guide.sections();
        let moved = sections.map(|(at, _)| (id_number(&guide.id(at).to_string()), at));
        Self {
            moved: Some(moved.collect()),
            ..Self::of_large(guide, engine)
        }
    }

    /// Reads what the first search would have to wait for. What is wrong with it the searches will say.
    pub fn warm(&self) {
        if let Some(engine) = &self.engine {
            let warmed = catch_unwind(AssertUnwindSafe(|| engine.warm()));
            log::debug!("the index is warm: {}", matches!(warmed, Ok(Ok(()))));
        }
    }

    /// Whether a large index turned out to be broken: what was found since is nothing, and it must be built anew.
    pub fn is_broken(&self) -> bool {
        self.is_broken.load(Ordering::Relaxed)
    }

    /// Whether it finds the sections of this guide, in this state.
    pub(super) fn is_of(&self, guide: &Guide) -> bool {
        self.guide.digest == guide.digest
    }

    /// Builds the index in memory. Should even that fail, searches find nothing; the guide can still be read.
    pub(super) fn in_memory(guide: Arc<Guide>) -> Self {
        let engine = build_in_memory(&guide);
        Self::with(guide, engine)
    }

    /// Finds the sections for a query as typed so far. Never fails: a query is just text.
    ///
    /// `limit` bounds [`Results::hits`], not [`Results::total`]. Sections that score the same come in the guide's order.
    /// When the reader's language has nothing, the hits are in another one; see [`Hit::language`](super::Hit::language).
    pub fn search(&self, query: &str, lang: Language, limit: usize) -> Results {
        let started = Instant::now();
        let Answer {
            query: parsed,
            findings,
            titled,
        } = self.ask(query, lang);
        let phrase = Phrase::of(query, &self.languages);
        let others = parsed.meant(&findings.known);
        let others: Vec<Phrase> = others
            .map(|word| Phrase::of(word, &self.languages))
            .collect();
        let meant = || others.iter().chain([&phrase]);
        let pairs = phrase.pairs(&self.languages);
        let pairs: Vec<usize> = pairs
            .filter_map(|pair| parsed.term(Analyser::Grams, &pair))
            .collect();
        // Of a single word the terms say all; and of what has all of its pairs the text is read. A part of a sentence may begin and
        // end within a word, which then stands nowhere, or as the beginning of another one.
        let may_be_verbatim = |matched: &Matched| {
            let row = matched.found.row;
            (matched.has_all || pairs.len() >= SOME_PAIRS)
                && parsed.words.len() + parsed.loose.len() > 1
                && pairs.iter().all(|&pair| findings.may_have(row, pair))
        };
        let readers = (lang, self.guide.languages.as_slice());
        let mut budget = READ_FOR_QUERY;
        let mut answers = Answers::to(&parsed.folded);
        let share = |found: &Found| self.shares[found.section.article];
        let [mut titles, mut topics, mut leads] = [TITLES_FOR_QUERY; 3];
        let mut bodies = BODIES_FOR_QUERY;
        let bonus = |matched: &Matched| {
            let found = &matched.found;
            let mut bonus = 1.0;
            if may_be_verbatim(matched) {
                let text = self.text(found).1;
                if take(&mut budget, text.bytes()) == text.bytes() && phrase.stands_in(text) {
                    bonus *= relevance::verbatim(query.trim());
                }
            }
            bonus *= answers.share(|| self.text(found).1);
            if take(&mut bodies, 1) == 1 && found.is_pointers {
                bonus *= relevance::POINTERS;
            }
            if matched.has_all && take(&mut titles, 1) == 1 && titled.has(found) {
                let title = &self.text(found).1.title;
                if meant().any(|phrase| phrase.is_title(title)) {
                    bonus *= TITLE;
                }
            }
            if take(&mut leads, 1) == 1 && self.goes_by_its_article(found) {
                bonus *= LEAD;
            }
            if found.section.section == 0 && take(&mut topics, 1) == 1 {
                let article = self.guide.article(found.section);
                let title = article.title.text(found.lang);
                let named = Named::of(title, article.name(), &self.languages);
                if meant().any(|phrase| phrase.is_topic(&named)) {
                    bonus *= TOPIC;
                }
            }
            bonus
        };
        let Ranking {
            mut matches,
            missing,
            mut near,
        } = relevance::rank(&parsed, &findings, readers, share, bonus);
        let languages = self.languages.clone();
        let highlighter = Arc::new(Highlighter::of(&parsed, &self.concepts, languages));
        let missing = parsed.as_typed(&missing);
        let total = matches.len();
        matches.truncate(limit);
        near.truncate(limit.min(NEAREST));
        let suggestions = parsed.correction.iter();
        let suggestions = suggestions.map(|correction| clean(correction).into_owned());
        let (suggestions, readings) = (suggestions.collect(), parsed.readings.clone());
        let asked = Asked {
            guide: Arc::clone(&self.guide),
            concepts: Arc::clone(&self.concepts),
            highlighter: Arc::clone(&highlighter),
            query: parsed,
            matches: if total == 0 { near } else { matches },
        };
        let (hits, nearest) = if total == 0 {
            (Vec::new(), asked.hits())
        } else {
            (asked.hits(), Vec::new())
        };
        Results {
            query: clean(query).replace('\n', " "),
            language: lang,
            total,
            at_least: findings.more,
            hits,
            nearest,
            suggestions,
            missing,
            readings,
            took: started.elapsed(),
            highlighter,
        }
    }

    /// Asks the index. A broken one is replaced by one in memory: tantivy checks little of what it reads, and panics on
    /// some of what it does not expect.
    fn ask(&self, typed: &str, lang: Language) -> Answer {
        let ask = |engine: &Engine| -> tantivy::Result<Answer> {
            let (lexicon, about) = (engine.lexicon(), engine.meaning());
            let mut query = Query::parse(typed, lexicon, &self.concepts, &self.languages);
            let mut findings = engine.find(&query.terms, &query.weights(), lang)?;
            let neighbours = |word: &str, is_known: bool| {
                let near = if is_known { NEAR_ANOTHER } else { NEAR };
                about.neighbours(word, near, NEIGHBOURS)
            };
            let Presence { words, is_enough } = presence(&query, &findings, OTHER_WORDS);
            let all = query.words.len() > 1 && !is_enough;
            if query.relate(lexicon, &self.languages, (&words, all), neighbours) {
                findings = engine.find(&query.terms, &query.weights(), lang)?;
            }
            if let Some(about) = about.query(&query.folded, |place| query.weight_at(place)) {
                engine.compare(&about, &mut findings)?;
            }
            let mut titled = Titled::default();
            for text in query.meant(&findings.known).chain([typed]) {
                engine.add_titled(&fold(text), &self.languages, &mut titled)?;
            }
            Ok(Answer {
                findings: self.within_guide(findings, engine)?,
                query,
                titled,
            })
        };
        if self.is_broken() {
            return Answer::default();
        }
        if let Some(engine) = &self.engine
            && self.replacement.get().is_none()
        {
            match catch_unwind(AssertUnwindSafe(|| ask(engine))) {
                Ok(Ok(answer)) => return answer,
                Ok(Err(error)) => log::warn!("the index is broken: {error}"),
                Err(_) => log::warn!("the index is broken"),
            }
            if self.is_large {
                self.is_broken.store(true, Ordering::Relaxed);
                return Answer::default();
            }
        }
        let replacement = self
            .replacement
            .get_or_init(|| build_in_memory(&self.guide))
            .as_ref();
        let answer = replacement.and_then(|engine| ask(engine).ok());
        answer.unwrap_or_default()
    }

    /// How the guide writes the words of a folded query.
    pub fn spelt(&self, folded: &str) -> Vec<Spelt> {
        let engine = self
            .replacement
            .get()
            .map_or(self.engine.as_ref(), Option::as_ref);
        let of = |engine: &Engine| spelt(folded, engine.lexicon(), &self.languages);
        // What tantivy's own parts make of a broken index is no reason to end.
        let words = catch_unwind(AssertUnwindSafe(|| engine.map(of)));
        words.ok().flatten().unwrap_or_default()
    }

    /// A foreign index may hold sections that this guide has not.
    fn within_guide(&self, mut findings: Findings, engine: &Engine) -> tantivy::Result<Findings> {
        if let Some(moved) = &self.moved {
            let mut found = Vec::with_capacity(findings.found.len());
            for mut one in findings.found {
                let now = engine.id(&one)?.and_then(|id| moved.get(&id));
                if let Some(&now) = now {
                    one.section = now;
                    found.push(one);
                }
            }
            findings.found = found;
        }
        findings.found.retain(|found| {
            let at = found.section;
            let article = self.guide.articles.get(at.article);
            article.is_some_and(|article| at.section < article.sections.len())
        });
        Ok(findings)
    }

    /// Whether a section has the title of its article.
    fn goes_by_its_article(&self, found: &Found) -> bool {
        let article = self.guide.article(found.section);
        self.text(found).1.title == *article.title.text(found.lang)
    }

    fn text(&self, found: &Found) -> (Language, &SectionText) {
        self.guide.section(found.section).texts.get(found.lang)
    }
}

/// Takes as much from what is left as there is, but no more than is wanted.
fn take(left: &mut usize, wanted: usize) -> usize {
    let taken = wanted.min(*left);
    *left -= taken;
    taken
}

fn build_in_memory(guide: &Guide) -> Option<Engine> {
    let built = catch_unwind(AssertUnwindSafe(|| {
        let index = indexer::write(guide, RamDirectory::create())?;
        Engine::open(&index, &guide.languages)
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

#[cfg(test)]
mod tests;
