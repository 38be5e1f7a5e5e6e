//! What the reader has ticked off on checklists. Kept in memory only: nobody is to find out later what a visitor had with
//! him.

use std::collections::BTreeSet;

use crate::guide::SectionRef;

/// The boxes of checklists that the reader has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticks {
    changed: BTreeSet<(SectionRef, usize)>,
    changes: u64,
}

impl Ticks {
    /// Ticks a section's task, by its number among the section's, or takes the tick away.
    pub fn toggle(&mut self, section: SectionRef, task: usize) {
        self.changes += 1;
        if !self.changed.remove(&(section, task)) {
            self.changed.insert((section, task));
        }
    }

    /// Whether a box is ticked that the guide's author left so.
    pub fn is_ticked(&self, section: SectionRef, task: usize, by_author: bool) -> bool {
        by_author != self.changed.contains(&(section, task))
    }

    /// How often anything was changed: what was drawn at another number is out of date.
    pub const fn changes(&self) -> u64 {
        self.changes
    }
}
