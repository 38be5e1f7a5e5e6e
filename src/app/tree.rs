//! The topics as a tree that folds: which groups show what is in them.

use crate::guide::Guide;
use crate::guide::exchange::Exchange;

/// A guide whose topics are no longer than so many windows is seen whole at first.
const WINDOWS: usize = 2;

/// The groups of a guide, by their indices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// Which of them are unfolded.
    open: Vec<bool>,
    /// How many articles are in each, and in those within it.
    counts: Vec<usize>,
}

impl Tree {
    /// As it is at first in a window of so many rows: unfolded where that is not long, else the groups that the first article
    /// is in. Without a window, group by group is gone into, and none is unfolded.
    pub fn new(guide: &Guide, rows: Option<usize>) -> Self {
        let lines = guide.groups.len() + guide.articles.len();
        let is_short = rows.is_some_and(|rows| lines <= WINDOWS * rows);
        let mut tree = Self {
            open: vec![is_short; guide.groups.len()],
            counts: guide.group_counts(),
        };
        if rows.is_some() {
            tree.show(guide, 0);
        }
        tree
    }

    /// Unfolds the groups that an article is in.
    pub fn show(&mut self, guide: &Guide, article: usize) {
        let group = guide.articles.get(article).and_then(|found| found.group);
        for group in guide.groups_above(group) {
            self.fold(group, false);
        }
    }

    pub fn is_open(&self, group: usize) -> bool {
        self.open.get(group).copied().unwrap_or(false)
    }

    /// How many articles there are in a group and those within it.
    pub fn count(&self, group: usize) -> usize {
        self.counts.get(group).copied().unwrap_or(0)
    }

    /// Folds a group or unfolds it. Says whether that changes anything.
    pub fn fold(&mut self, group: usize, folded: bool) -> bool {
        let Some(open) = self.open.get_mut(group) else {
            return false;
        };
        let changes = *open == folded;
        *open = !folded;
        changes
    }

    /// The same for another guide: what is unfolded there is what was here, by its titles. What is new is as it would be at
    /// first.
    #[must_use]
    pub fn moved(&self, exchange: &Exchange<'_>, rows: Option<usize>) -> Self {
        let mut tree = Self::new(exchange.new, rows);
        for (old, &open) in self.open.iter().enumerate() {
            if let Some(new) = exchange.group(old) {
                tree.open[new] = open;
            }
        }
        tree
    }
}
