//! What is typed becomes a query, and what was found a list.

use std::mem;
use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::{App, Command, Entries, Field, HITS, SearchRequest};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::page::{Medium, Subject};
use crate::search::Results;
use crate::text::typed::{LEFT_OUT, LINE_END, line};

/// The longest query, in characters: more than anybody types, and little enough to be quick.
pub const LONGEST_QUERY: usize = 1_000;

/// The same on a public terminal: what is typed there is looked at for every frame, and may come from a storm of keys.
const LONGEST_PUBLIC_QUERY: usize = 100;

impl App {
    /// The query becomes what was suggested; the cursor stands behind it.
    pub(super) fn accept_suggestion(&mut self) -> Option<Command> {
        let suggestion = self.suggestion()?.to_owned();
        self.visit.input = mem::take(&mut self.visit.input).with_value(suggestion);
        self.search()
    }

    /// A key that changes what stands in the field or moves in it. What is selected goes with the first that deletes.
    pub(super) fn edit(&mut self, request: InputRequest) -> Option<Command> {
        use InputRequest::{DeleteNextChar, DeleteNextWord, DeletePrevChar, DeletePrevWord};
        let is_selected = mem::take(&mut self.visit.is_selected);
        let deletes = matches!(
            request,
            DeleteNextChar | DeleteNextWord | DeletePrevChar | DeletePrevWord
        );
        let request = if is_selected && deletes {
            InputRequest::DeleteLine
        } else {
            request
        };
        let changed = self.visit.input.handle(request)?.value;
        if changed { self.search() } else { None }
    }

    pub(super) const fn longest_query(&self) -> usize {
        if self.is_public() {
            LONGEST_PUBLIC_QUERY
        } else {
            LONGEST_QUERY
        }
    }

    /// Pasted text goes in as one line of clean text, as far as there is room.
    pub(super) fn paste(&mut self, text: &str) -> Option<Command> {
        if self.setup.medium == Medium::Window {
            return self.type_text(text);
        }
        self.visit.focus = Focus::Search;
        self.type_text(text)
    }

    /// Asks for the hits of the present query, or goes back to the topics where there is none.
    pub(super) fn search(&mut self) -> Option<Command> {
        let guide = Arc::clone(self.world.guide.as_ref()?);
        self.visit.early.clear();
        if self.visit.field == Field::Check {
            self.check_alone(&guide);
            return None;
        }
        self.query_changed();
        self.ask();
        if self.query().is_empty() {
            self.visit.awaited = None;
            self.visit.results = None;
            self.visit.entries = Entries::topics(&guide, &self.visit.tree);
            self.read_selected();
            return None;
        }
        self.world.searches += 1;
        self.visit.awaited = Some(self.world.searches);
        Some(Command::Search(SearchRequest {
            id: self.world.searches,
            query: self.query().to_owned(),
            language: self.visit.language,
            limit: HITS,
        }))
    }

    /// Asks the new index what was asked before. Keys that wait for the answer go on waiting.
    pub(super) fn search_again(&mut self) -> Option<Command> {
        if self.query().is_empty() {
            return None;
        }
        let early = mem::take(&mut self.visit.early);
        let command = self.search();
        self.visit.early = early;
        command
    }

    pub(super) fn take_answer(&mut self, id: u64, mut results: Results) -> Option<Command> {
        if self.visit.awaited != Some(id) {
            return None;
        }
        self.visit.awaited = None;
        let same_query = self
            .visit
            .results
            .as_ref()
            .is_some_and(|last| last.query == results.query);
        let section = match self.visit.reader.subject {
            Subject::Section(section) if same_query => Some(section),
            _ => None,
        };
        self.hear_found(&results);
        let guide = Arc::clone(self.world.guide.as_ref()?);
        self.visit.checked = Checked::new(&guide, &results.query);
        super::checked::lead(&self.visit.checked, &guide, &mut results);
        let found = Entries::found(&results, &guide);
        self.visit.entries = if self.visit.checked.findings.is_empty() {
            let topics = self.world.titles.called(&guide, &results);
            let found = found.with_topics(topics.into_iter());
            match self.setup.medium {
                Medium::Window => found.with_ways_on(&guide),
                Medium::Lines => found,
            }
        } else if results.hits.is_empty() {
            Entries::checked()
        } else {
            found.behind_check()
        };
        self.visit.results = Some(results);
        let same =
            self.visit.entries.all().iter().find(|&&entry| {
                section.is_some() && self.hit(entry).map(|hit| hit.section) == section
            });
        if let Some(&entry) = same {
            self.visit.entries.select(entry);
        } else if self.visit.focus == Focus::Search {
            self.read_selected();
        }
        let mut command = None;
        for act in mem::take(&mut self.visit.early) {
            self.set_pages();
            command = self.choose(act).or(command);
        }
        command
    }
}

/// An input with a text pasted where the cursor is: as one line of clean text, as far as there is room.
pub(super) fn one_line(input: &Input, text: &str, longest: usize) -> Input {
    let room = longest.saturating_sub(input.value().chars().count());
    let line = line(text, room).0.replace(LINE_END, " ");
    with_text(input, &line, longest)
}

/// The same for a query. What does not fit leaves a sign: it may be the rest of a number or an address.
pub(super) fn one_query(input: &Input, text: &str, longest: usize) -> Input {
    let room = longest.saturating_sub(input.value().chars().count());
    let (mut line, is_cut) = line(text, room);
    if is_cut {
        line.push(LEFT_OUT);
    }
    with_text(input, &line, longest)
}

/// An input with a line where the cursor is. What is too much goes before the last character of the line.
fn with_text(input: &Input, line: &str, longest: usize) -> Input {
    let at = input.cursor();
    let mut value: String = input.value().chars().take(at).collect();
    let count = |text: &str| text.chars().count();
    let mut line = line.to_owned();
    let too_much = (count(input.value()) + count(&line)).saturating_sub(longest);
    if too_much > 0 {
        let last = line.pop();
        let dropped = line.pop().or_else(|| value.pop());
        line.extend(last.filter(|_| dropped.is_some()));
    }
    value.push_str(&line);
    let cursor = count(&value);
    value.extend(input.value().chars().skip(at));
    input.clone().with_value(value).with_cursor(cursor)
}
