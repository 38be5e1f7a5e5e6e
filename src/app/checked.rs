//! The field as a place to check numbers in.

use super::{App, Command, Entries};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::guide::Guide;

/// What the field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    #[default]
    Search,
    /// Telephone numbers and addresses to check; nothing is searched for.
    Check,
}

impl App {
    /// Makes the field one for numbers, or one for searching again; what is typed in it stays.
    pub(super) fn switch_field(&mut self) -> Option<Command> {
        self.help = None;
        self.focus = Focus::Search;
        self.field = match self.field {
            Field::Search => Field::Check,
            Field::Check => Field::Search,
        };
        self.search()
    }

    /// Checks what stands in the field, and nothing else.
    pub(super) fn check_alone(&mut self, guide: &Guide) {
        self.last_answer = self.last_search;
        self.results = None;
        self.checked = Checked::new(guide, self.query());
        self.entries = Entries::checked();
        self.read_selected();
    }
}
