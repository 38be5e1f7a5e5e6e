//! Which keys are bound to which acts: those of the list, unless somebody wants others.

use super::Act;
use super::acts::{ACTS, Binding};
use crate::frame::keys::{Key, Scope};
use crate::page::Subject;

/// The keys of each line of the list of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound(Vec<Vec<Key>>);

impl Default for Bound {
    fn default() -> Self {
        Self(ACTS.iter().map(|binding| binding.keys.to_vec()).collect())
    }
}

impl Bound {
    /// The lines of the list, each with its keys.
    pub fn lines(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        ACTS.iter().zip(self.0.iter().map(Vec::as_slice))
    }

    /// What a key does in a place: searching, reading, finding or choosing.
    pub fn of_key(&self, pressed: Key, now: Scope) -> Option<&'static Act> {
        let mut there = self.lines().filter(|(binding, _)| binding.counts(now));
        let found = there.find(|(_, keys)| keys.contains(&pressed));
        found.map(|(binding, _)| &binding.act)
    }

    /// What a key does on a public terminal, wherever it is pressed.
    pub fn of_key_in_public(&self, pressed: Key) -> Option<&'static Act> {
        let mut there = self
            .lines()
            .filter(|(binding, _)| binding.scope == Scope::InPublic);
        let found = there.find(|(_, keys)| keys.contains(&pressed));
        found.map(|(binding, _)| &binding.act)
    }

    /// The first key that does something in a place.
    pub fn key_for(&self, act: &Act, now: Scope) -> Option<Key> {
        let there = self.lines().filter(|(binding, _)| binding.counts(now));
        let mut does = there.filter(|(binding, _)| binding.act == *act);
        does.find_map(|(_, keys)| keys.first().copied())
    }

    /// The key that leads to a page of the program's own from everywhere.
    pub fn key_of(&self, page: Subject) -> Option<Key> {
        let leads_there = |act: &Act| match (act, page) {
            (Act::OpenPage(Subject::Advice(_)), Subject::Advice(_))
            | (Act::OpenCard, Subject::Cards)
            | (Act::SwitchField, Subject::Check) => true,
            (Act::OpenPage(subject), page) => *subject == page,
            _ => false,
        };
        let mut lines = self
            .lines()
            .filter(|(binding, _)| binding.scope == Scope::Everywhere && leads_there(&binding.act));
        lines.find_map(|(_, keys)| keys.first().copied())
    }
}
