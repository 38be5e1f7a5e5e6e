//! The field as a place to check numbers in.

use std::mem;

use tui_input::Input;

use super::{App, Command, Entries, Entry, Reader};
use crate::check::{Checked, to_read_first};
use crate::frame::layout::Focus;
use crate::guide::Guide;
use crate::language::Language;
use crate::page::Subject;
use crate::search::Results;

/// What the field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    #[default]
    Search,
    /// Telephone numbers and addresses to check; nothing is searched for.
    Check,
}

/// A search, while the field is for numbers.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    input: Input,
    results: Option<Results>,
    entries: Entries,
    checked: Checked,
    reader: Reader,
    focus: Focus,
    language: Language,
}

impl Kept {
    /// Nothing of it is left but what was typed: the guide has become another one.
    pub fn forget_found(&mut self) {
        self.results = None;
        self.entries = Entries::default();
        self.reader = Reader::default();
        self.focus = Focus::Search;
    }
}

/// Puts before what a query found what is to be read first, by the numbers and addresses in it.
pub(super) fn lead(checked: &Checked, guide: &Guide, results: &mut Results) {
    if !checked.findings.is_empty() {
        results.leave_out_related();
    }
    let first = to_read_first(guide, &checked.findings, results.hits.is_empty());
    results.begin_with(guide, first);
}

impl App {
    /// Whether what is chosen among the topics is to check a number: that is done in the field.
    pub(super) fn offers_check(&self) -> bool {
        self.is_at_start() && self.visit.entries.selected() == Some(Entry::Page(Subject::Check))
    }

    /// Makes the field an empty one for numbers, or one for searching again, with the search as it was.
    pub(super) fn switch_field(&mut self) -> Option<Command> {
        if self.visit.field == Field::Check {
            return self.leave_check();
        }
        self.visit.kept = Some(Box::new(Kept {
            input: mem::take(&mut self.visit.input),
            results: self.visit.results.take(),
            entries: mem::take(&mut self.visit.entries),
            checked: mem::take(&mut self.visit.checked),
            reader: mem::take(&mut self.visit.reader),
            focus: self.visit.focus,
            language: self.visit.language,
        }));
        self.visit.field = Field::Check;
        self.visit.focus = Focus::Search;
        self.search()
    }

    /// Gives the search back as it was: the text, what was found, what was chosen and read.
    pub(super) fn leave_check(&mut self) -> Option<Command> {
        self.visit.field = Field::Search;
        let Some(kept) = self.visit.kept.take() else {
            self.visit.input.reset();
            return self.search();
        };
        let same_language = kept.language == self.visit.language;
        self.visit.input = kept.input;
        self.visit.results = kept.results;
        self.visit.entries = kept.entries;
        self.visit.reader = kept.reader;
        self.visit.focus = kept.focus;
        self.visit.checked = kept.checked;
        let results = self.visit.results.as_ref();
        let is_found = results.map_or("", |results| results.query.as_str()) == self.query();
        if is_found && same_language && !self.visit.entries.all().is_empty() {
            None
        } else {
            self.search()
        }
    }

    /// Checks what stands in the field, and nothing else.
    pub(super) fn check_alone(&mut self, guide: &Guide) {
        self.visit.awaited = None;
        self.visit.results = None;
        self.visit.checked = Checked::new(guide, self.query());
        self.visit.entries = Entries::checked();
        self.read_selected();
    }
}
