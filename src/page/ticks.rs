//! What the reader has ticked off on checklists. Kept in memory only: nobody is to find out later what a visitor had with
//! him.

use std::collections::BTreeSet;

use crate::guide::exchange::Exchange;
use crate::guide::markdown::{Item, plain_text};
use crate::guide::{SectionRef, checklist};
use crate::language::Language;

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

    /// Which boxes of a section's tasks are ticked.
    pub fn boxes(&self, section: SectionRef, tasks: &[Item]) -> Vec<bool> {
        let by_author = tasks.iter().map(|task| task.checked == Some(true));
        by_author
            .enumerate()
            .map(|(n, by_author)| self.is_ticked(section, n, by_author))
            .collect()
    }

    /// How many they are.
    pub fn done(&self, section: SectionRef, tasks: &[Item]) -> usize {
        let boxes = self.boxes(section, tasks);
        boxes.into_iter().filter(|&is_ticked| is_ticked).count()
    }

    /// The same for another guide: what is ticked there is the same task of the same section, wherever that stands now.
    #[must_use]
    pub fn moved(&self, exchange: &Exchange<'_>) -> Self {
        let (old, new) = (exchange.old, exchange.new);
        let both = |lang: &&Language| new.languages.contains(lang);
        let lang = old.languages.iter().find(both);
        let moved = |&(at, task): &(SectionRef, usize)| {
            let (there, &lang) = (exchange.section(at)?, lang?);
            let text = text(checklist::tasks(old, at, lang).get(task)?);
            let tasks = checklist::tasks(new, there, lang);
            let task = tasks.iter().position(|task| self::text(task) == text)?;
            Some((there, task))
        };
        Self {
            changed: self.changed.iter().filter_map(moved).collect(),
            changes: self.changes + 1,
        }
    }

    /// How often anything was changed: what was drawn at another number is out of date.
    pub const fn changes(&self) -> u64 {
        self.changes
    }
}

fn text(task: &Item) -> String {
    plain_text(&task.blocks)
}
