//! Earlier queries: those from which something was read, or that stood for a while. In memory only, and wiped with the visit.

use std::mem;

use chrono::{DateTime, TimeDelta, Utc};

use super::{App, Command, Field, Notice};
use crate::frame::layout::Focus;
use crate::page::Medium;

/// So many are kept.
const MOST: usize = 50;

/// A query that stood for so long was one; what is shorter on the screen is the beginning of another.
const STANDS: TimeDelta = TimeDelta::seconds(2);

/// The queries of a visit.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// The last one last, each once.
    all: Vec<String>,
    /// The one that was called back, as long as it stands unchanged in the field.
    at: Option<usize>,
    /// The query in the field, and since when it is.
    standing: Option<(String, DateTime<Utc>)>,
    /// Whether an entry was chosen since the query was typed: then arrows mean the list alone.
    pub(super) has_moved: bool,
}

impl Earlier {
    /// The last ones first.
    pub fn recent(&self) -> impl Iterator<Item = &str> {
        self.all.iter().rev().map(String::as_str)
    }

    fn remember(&mut self, query: &str) {
        if query.is_empty() || self.all.last().is_some_and(|last| last == query) {
            return;
        }
        self.all.retain(|other| other != query);
        self.all.push(query.to_owned());
        if self.all.len() > MOST {
            self.all.remove(0);
        }
        self.at = None;
    }

    /// The query has become another one.
    fn change(&mut self, query: &str, now: DateTime<Utc>) {
        if self
            .standing
            .as_ref()
            .is_some_and(|(standing, _)| standing == query)
        {
            return;
        }
        let new = (!query.is_empty()).then(|| (query.to_owned(), now));
        if let Some((old, since)) = mem::replace(&mut self.standing, new)
            && now - since >= STANDS
        {
            self.remember(&old);
        }
        self.has_moved = false;
        self.at = self
            .at
            .filter(|&at| self.all.get(at).is_some_and(|at| at == query));
    }
}

impl App {
    /// Something was read from the query, or it makes place for another that begins.
    pub(super) fn remember_query(&mut self) {
        if self.visit.field == Field::Search {
            let query = self.visit.input.value().trim();
            self.visit.earlier.remember(query);
        }
    }

    /// The query in the field has become another one.
    pub(super) fn query_changed(&mut self) {
        let query = self.visit.input.value().trim();
        self.visit.earlier.change(query, self.world.now);
    }

    /// Whether a step up leaves the list for an earlier query: on its first entry, where nothing was typed, or what stands
    /// in the field was called back or has only just been typed.
    pub(super) fn leads_to_earlier(&self) -> bool {
        let earlier = &self.visit.earlier;
        let at_top = self.visit.entries.selected_index().unwrap_or(0) == 0;
        let untouched = self.query().is_empty() || earlier.at.is_some() || !earlier.has_moved;
        at_top
            && untouched
            && self.setup.medium == Medium::Window
            && self.visit.focus == Focus::Search
            && self.visit.field == Field::Search
    }

    /// Calls the query back that came before the one in the field.
    pub(super) fn call_back(&mut self) -> Option<Command> {
        let typed = self.query().to_owned();
        if self.visit.earlier.at.is_none() && !typed.is_empty() {
            // Nothing that was typed is lost.
            self.visit.earlier.remember(&typed);
        }
        let earlier = &self.visit.earlier;
        let now = earlier.all.iter().position(|query| *query == typed);
        let at = now.unwrap_or(earlier.all.len()).checked_sub(1)?;
        let query = earlier.all[at].clone();
        self.visit.notice = Some(Notice::Earlier {
            number: earlier.all.len() - at,
            of: earlier.all.len(),
        });
        self.visit.input = mem::take(&mut self.visit.input).with_value(query);
        let command = self.search();
        self.visit.earlier.at = Some(at);
        command
    }
}
