//! Which of the queries that stood in the field somebody meant, and what came of them: what `insight` is told.
//!
//! A query is meant if something was opened from it, or it stood for a while; what is typed on, or deleted bit by bit, is the
//! same one until another takes its place. It is handed over when that happens or the visit ends, once in a visit.

use std::collections::BTreeSet;
use std::mem;

use chrono::{DateTime, TimeDelta, Utc};

use super::{App, Entry, Field, Kiosk};
use crate::frame::layout::Focus;
use crate::insight::Settled;
use crate::language::Language;
use crate::page::Subject;
use crate::search::Results;

/// A query that stood for so long was meant; what is shorter on the screen is the beginning of another.
const STANDS: TimeDelta = TimeDelta::seconds(2);

/// A hit whose text stands beside the list for so long is read without being opened.
const READ: TimeDelta = TimeDelta::seconds(10);

/// No more queries are waiting for whoever takes them.
const MOST: usize = 64;

/// The queries of a visit.
#[derive(Debug, Clone, Default)]
pub(super) struct Asking {
    /// The one in the field.
    standing: Option<Query>,
    /// The last one that was meant, as long as it may be typed on or come back.
    meant: Option<Query>,
    /// Those that were handed over.
    told: Vec<String>,
}

#[derive(Debug, Clone)]
struct Query {
    text: String,
    language: Language,
    since: DateTime<Utc>,
    /// How many sections were found; `None` until the answer is there.
    hits: Option<usize>,
    opened: BTreeSet<String>,
    /// Since when the text of a hit stands beside the list.
    beside: Option<DateTime<Utc>>,
}

impl Query {
    fn new(text: &str, language: Language, since: DateTime<Utc>) -> Self {
        Self {
            text: text.to_owned(),
            language,
            since,
            hits: None,
            opened: BTreeSet::new(),
            beside: None,
        }
    }

    fn is_meant(&self, now: DateTime<Utc>) -> bool {
        !self.opened.is_empty() || now - self.since >= STANDS
    }

    /// Whether it is the same one with more behind it, or less.
    fn goes_with(&self, text: &str) -> bool {
        !text.is_empty() && (text.starts_with(&self.text) || self.text.starts_with(text))
    }

    /// `seen`: until when somebody was there.
    fn settled(self, seen: DateTime<Utc>) -> Option<Settled> {
        let is_read = self.beside.is_some_and(|since| seen - since >= READ);
        Some(Settled {
            at: self.since,
            language: self.language,
            hits: self.hits?,
            empty_handed: self.opened.is_empty() && !is_read,
            query: self.text,
            opened: self.opened,
        })
    }
}

impl Asking {
    /// Another text stands in the field. What is to be handed over comes back.
    fn change(&mut self, text: &str, language: Language, now: DateTime<Utc>) -> Vec<Settled> {
        if self
            .standing
            .as_ref()
            .is_some_and(|query| query.text == text)
        {
            return Vec::new();
        }
        let mut over = self.leave(now);
        if self
            .meant
            .as_ref()
            .is_some_and(|meant| !meant.goes_with(text))
        {
            over.extend(self.meant.take());
        }
        self.standing = (!text.is_empty()).then(|| Query::new(text, language, now));
        self.hand_over(over, now)
    }

    /// The one in the field is left; what was meant before it and is another comes back.
    fn leave(&mut self, now: DateTime<Utc>) -> Vec<Query> {
        let Some(left) = self.standing.take().filter(|query| query.is_meant(now)) else {
            return Vec::new();
        };
        let before = self.meant.replace(left);
        let (Some(mut before), Some(left)) = (before, &mut self.meant) else {
            return Vec::new();
        };
        if before.text == left.text {
            left.since = before.since;
            left.opened.append(&mut before.opened);
            left.beside = before.beside.or(left.beside);
            return Vec::new();
        }
        // What was only typed on was the beginning of this.
        let is_typed_on = left.text.starts_with(&before.text) && before.opened.is_empty();
        if is_typed_on {
            Vec::new()
        } else {
            vec![before]
        }
    }

    /// Nobody is there any more, and somebody was until `seen`.
    fn end(&mut self, now: DateTime<Utc>, seen: DateTime<Utc>) -> Vec<Settled> {
        let mut over = self.leave(now);
        over.extend(self.meant.take());
        self.hand_over(over, seen)
    }

    fn hand_over(&mut self, over: Vec<Query>, seen: DateTime<Utc>) -> Vec<Settled> {
        let new = over
            .into_iter()
            .filter(|query| !self.told.contains(&query.text));
        let new: Vec<Query> = new.collect();
        self.told.extend(new.iter().map(|query| query.text.clone()));
        new.into_iter()
            .filter_map(|query| query.settled(seen))
            .collect()
    }
}

impl App {
    /// The same browser, which hands over what was asked: see [`Self::take_settled`].
    #[must_use]
    pub const fn with_insight(mut self) -> Self {
        self.setup.insight = true;
        self
    }

    /// The queries that were settled since this was asked last. They are as they were typed: whoever takes them keeps none
    /// of them so.
    pub fn take_settled(&mut self) -> Vec<Settled> {
        mem::take(&mut self.world.settled)
    }

    /// Nobody asks anything any more.
    pub fn end_asking(&mut self) {
        // Who goes away without a key has not read for all that time.
        let now = self.world.now;
        let seen = self.kiosk.as_ref().map_or(now, Kiosk::last_act);
        let over = self.visit.asking.end(now, seen);
        self.settle(over);
    }

    fn settle(&mut self, over: Vec<Settled>) {
        let room = MOST.saturating_sub(self.world.settled.len());
        self.world.settled.extend(over.into_iter().take(room));
    }

    /// The query in the field has become another one.
    pub(super) fn ask(&mut self) {
        if self.setup.insight {
            let (text, now) = (self.query().to_owned(), self.world.now);
            let over = self.visit.asking.change(&text, self.visit.language, now);
            self.settle(over);
        }
    }

    /// So much was found for the query in the field.
    pub(super) fn hear_found(&mut self, results: &Results) {
        if let Some(query) = &mut self.visit.asking.standing
            && query.text == results.query
        {
            query.hits = Some(results.total);
            query.language = results.language;
        }
    }

    /// After whatever somebody did: what was opened from the query, and what can be read beside its hits.
    pub(super) fn note_opened(&mut self) {
        if self.visit.field == Field::Check || self.visit.asking.standing.is_none() {
            return;
        }
        let is_open = self.visit.focus == Focus::Article && self.visit.reader.history.is_empty();
        let id = self.found_id().filter(|_| is_open);
        let is_beside = self
            .current_results()
            .is_some_and(|results| !results.hits.is_empty())
            && self.layout().is_some_and(|layout| layout.article.is_some());
        let now = self.world.now;
        if let Some(query) = &mut self.visit.asking.standing {
            query.opened.extend(id);
            query.beside = query.beside.or(Some(now)).filter(|_| is_beside);
        }
    }

    /// The id of what is chosen in the list, if that was found.
    fn found_id(&self) -> Option<String> {
        let guide = self.world.guide.as_ref()?;
        let entry = self.visit.entries.selected()?;
        match entry {
            Entry::Page(Subject::Article(article)) => Some(guide.articles.get(article)?.id.clone()),
            Entry::Page(_) | Entry::Group(_) => None,
            Entry::Hit(_) | Entry::Nearest(_) => {
                Some(guide.id(self.hit(entry)?.section).to_string())
            }
        }
    }
}
