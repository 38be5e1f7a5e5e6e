//! The list on the left: topics while there is no query, hits while there is one, or what there is instead.

use super::Tree;
use crate::guide::{Guide, Part};
use crate::page::Subject;
use crate::search::Results;

/// A line to select.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A page: a topic, who can be reached, or what is known of numbers and addresses that were typed.
    Page(Subject),
    /// A group of topics, by its index in the guide.
    Group(usize),
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
    /// The topics, each group before what is in it, as far as that is unfolded.
    pub fn topics(guide: &Guide, tree: &Tree) -> Self {
        let mut all = Vec::new();
        // The groups that the last topic is in, from the outside in.
        let mut within: Vec<usize> = Vec::new();
        for topic in Subject::topics(guide) {
            let Subject::Article(article) = topic else {
                within.clear();
                all.push(Entry::Page(topic));
                continue;
            };
            let mut above: Vec<usize> = guide.groups_above(guide.articles[article].group).collect();
            above.reverse();
            let common = above.iter().zip(&within).take_while(|(a, b)| a == b);
            let common = common.count();
            let is_seen = |depth: usize| above[..depth].iter().all(|&group| tree.is_open(group));
            let new = (common..above.len()).filter(|&depth| is_seen(depth));
            all.extend(new.map(|depth| Entry::Group(above[depth])));
            if is_seen(above.len()) {
                all.push(Entry::Page(topic));
            }
            within = above;
        }
        if let Some(article) = guide.urgent {
            // Who cannot wait finds it first, whatever it is sorted into.
            let urgent = Entry::Page(Subject::Article(article));
            all.retain(|&entry| entry != urgent);
            all.insert(0, urgent);
        }
        Self {
            all,
            selected: Some(0),
        }
    }

    /// The same entries, and behind them topics whose titles have the words of the query.
    #[must_use]
    pub fn with_topics(mut self, topics: impl Iterator<Item = Entry>) -> Self {
        let was_empty = self.all.is_empty();
        self.all.extend(topics);
        if was_empty && !self.all.is_empty() {
            self.selected = Some(0);
        }
        self
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

    /// What is read at first: the page of what is chosen.
    pub(super) fn page(&self, guide: &Guide) -> Subject {
        match self.selected() {
            Some(Entry::Page(subject)) => subject,
            Some(Entry::Group(group)) => Subject::Group(group),
            _ => Subject::first(guide),
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
