//! The list on the left: topics while there is no query, hits while there is one, or what there is instead.

use crate::guide::{Guide, Part};
use crate::page::Subject;
use crate::search::Results;

/// A line to select.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A page: a topic, who can be reached, or what is known of numbers and addresses that were typed.
    Page(Subject),
    /// A hit, by its index in the results.
    Hit(usize),
    /// A section that is near to a query without hits, by its index in the results.
    Nearest(usize),
}

/// The entries and the selected one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    all: Vec<Entry>,
    /// An index into `all`.
    selected: Option<usize>,
}

impl Entries {
    pub fn topics(guide: &Guide) -> Self {
        let topics = Subject::topics(guide);
        Self {
            all: topics.into_iter().map(Entry::Page).collect(),
            selected: Some(0),
        }
    }

    /// What is known of what was typed, alone.
    pub fn checked() -> Self {
        Self {
            all: vec![Entry::Page(Subject::Check)],
            selected: Some(0),
        }
    }

    /// Puts what is known of numbers and addresses before what was found, and selects it.
    #[must_use]
    pub fn behind_check(mut self) -> Self {
        self.all.insert(0, Entry::Page(Subject::Check));
        self.selected = Some(0);
        self
    }

    /// The hits; where there are none, what is nearest, and who can be reached if anybody can. Of these none is selected: none is what
    /// was asked for.
    pub fn found(results: &Results, guide: &Guide) -> Self {
        if results.hits.is_empty() {
            let nearest = (0..results.nearest.len()).map(Entry::Nearest);
            let desks = guide
                .has(Part::Desks)
                .then_some(Entry::Page(Subject::Desks));
            return Self {
                all: nearest.chain(desks).collect(),
                selected: None,
            };
        }
        Self {
            all: (0..results.hits.len()).map(Entry::Hit).collect(),
            selected: Some(0),
        }
    }

    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    pub const fn selected_index(&self) -> Option<usize> {
        self.selected
    }

    pub fn selected(&self) -> Option<Entry> {
        self.all.get(self.selected?).copied()
    }

    /// Moves the selection, as far as there are entries. Where nothing is selected, the first entry is one step down.
    pub fn select_by(&mut self, by: isize) {
        let last = self.all.len().saturating_sub(1);
        self.selected = match self.selected {
            Some(selected) => Some(selected.saturating_add_signed(by).min(last)),
            None => usize::try_from(by)
                .ok()
                .and_then(|by| by.checked_sub(1))
                .map(|index| index.min(last)),
        };
    }

    /// Selects an entry if it is there.
    pub fn select(&mut self, entry: Entry) {
        if let Some(at) = self.all.iter().position(|&candidate| candidate == entry) {
            self.selected = Some(at);
        }
    }
}
