//! Which keys are bound to which acts: those of the list, unless somebody wants others.

use super::Act;
use super::acts::{ACTS, Binding};
use crate::frame::keys::{Code, Held, Key, Scope, key, shift};
use crate::page::Subject;

/// Where keys are looked for, but on a public terminal before all else.
const PLACES: [Scope; 4] = [
    Scope::Searching,
    Scope::Reading,
    Scope::Finding,
    Scope::Choosing,
];

/// The keys of each line of the list of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound(Vec<Vec<Key>>);

/// Why keys cannot be bound to an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbound {
    /// There is no act of that name.
    NoSuchAct,
    /// Where the act is done, this character is text.
    Text(Key),
}

/// A key that means two things in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    pub key: Key,
    /// The names of the acts; empty for one whose keys are fixed.
    pub acts: [&'static str; 2],
}

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

    /// The names of the acts that can have other keys, in the order of the list.
    pub fn names() -> Vec<&'static str> {
        let mut names: Vec<&str> = Vec::new();
        for name in ACTS.iter().map(|binding| binding.name) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The keys of an act, by its name.
    pub fn keys_of(&self, name: &str) -> Vec<Key> {
        let lines = self.lines().filter(|(binding, _)| binding.name == name);
        let mut keys: Vec<Key> = Vec::new();
        for &key in lines.flat_map(|(_, keys)| keys) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// Gives an act these keys in the place of all that it has.
    ///
    /// # Errors
    /// There is no such act, or a key of these is text where it is done.
    pub fn bind(&mut self, name: &str, keys: &[Key]) -> Result<(), Unbound> {
        let named = |scope: Option<Scope>| {
            let is_it = |binding: &Binding| {
                binding.name == name && scope.is_none_or(|scope| binding.scope == scope)
            };
            ACTS.iter().position(is_it)
        };
        let line = named(Some(Scope::Everywhere)).or_else(|| named(None));
        let line = line
            .filter(|_| !name.is_empty())
            .ok_or(Unbound::NoSuchAct)?;
        let takes_text = matches!(ACTS[line].scope, Scope::Everywhere | Scope::Reading);
        if let Some(&text) = keys.iter().find(|key| is_text(**key) && !takes_text) {
            return Err(Unbound::Text(text));
        }
        for (binding, keys) in ACTS.iter().zip(&mut self.0) {
            if binding.name == name {
                keys.clear();
            }
        }
        self.0[line] = keys.iter().flat_map(|&key| as_sent(key)).collect();
        Ok(())
    }

    /// The keys that mean two things in one place.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts: Vec<Conflict> = Vec::new();
        let lines: Vec<(&Binding, &[Key])> = self.lines().collect();
        for (n, (one, keys)) in lines.iter().enumerate() {
            for (other, others) in &lines[n + 1..] {
                let is_same = one.name == other.name && !one.name.is_empty();
                let shared = keys.iter().find(|&&key| {
                    let meet = |&now: &Scope| counts(one, key, now) && counts(other, key, now);
                    others.contains(&key) && PLACES.iter().any(meet)
                });
                if let Some(&key) = shared.filter(|_| !is_same) {
                    conflicts.push(Conflict {
                        key,
                        acts: [one.name, other.name],
                    });
                }
            }
        }
        conflicts
    }

    /// What a key does in a place: searching, reading, finding or choosing.
    pub fn of_key(&self, pressed: Key, now: Scope) -> Option<&'static Act> {
        let mut there = self
            .lines()
            .filter(|(binding, _)| counts(binding, pressed, now));
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
        let mut does = self.lines().filter(|(binding, _)| binding.act == *act);
        does.find_map(|(binding, keys)| {
            let mut keys = keys.iter().copied();
            keys.find(|&key| counts(binding, key, now))
        })
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
        lines.find_map(|(_, keys)| keys.iter().copied().find(|&key| !is_text(key)))
    }
}

/// Whether a line's key counts in a place. Characters act while something is read; elsewhere they are text.
fn counts(binding: &Binding, key: Key, now: Scope) -> bool {
    let is_typed = is_text(key) && binding.scope == Scope::Everywhere && now != Scope::Reading;
    binding.counts(now) && !is_typed
}

const fn is_text(key: Key) -> bool {
    matches!(key, Key(Code::Char(_), Held::Nothing))
}

/// Terminals have three ways to send Shift-Tab.
fn as_sent(pressed: Key) -> Vec<Key> {
    if pressed == key(Code::BackTab) {
        vec![pressed, shift(Code::BackTab), shift(Code::Tab)]
    } else {
        vec![pressed]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::keys::{char, ctrl};
    use Scope::{Reading, Searching};

    #[test]
    fn a_binding_takes_the_place_of_all_keys_of_its_act() {
        let mut bound = Bound::default();
        let does = |bound: &Bound, key, now| bound.of_key(key, now).cloned();
        assert_eq!(bound.bind("copy", &[ctrl('t'), char('g')]), Ok(()));
        for now in [Searching, Reading] {
            assert_eq!(does(&bound, ctrl('t'), now), Some(Act::OpenCopy));
            assert_eq!(does(&bound, key(Code::F(11)), now), None);
        }
        // While searching it is text.
        assert_eq!(does(&bound, char('g'), Searching), None);
        assert_eq!(does(&bound, char('g'), Reading), Some(Act::OpenCopy));
        assert_eq!(does(&bound, char('c'), Reading), None);
        assert_eq!(bound.key_for(&Act::OpenCopy, Searching), Some(ctrl('t')));
        assert_eq!(bound.keys_of("copy"), [ctrl('t'), char('g')]);
        assert_eq!(bound.bind("copy", &[]), Ok(()));
        assert_eq!(bound.key_for(&Act::OpenCopy, Reading), None);
    }

    #[test]
    fn what_cannot_be_bound_is_told() {
        let mut bound = Bound::default();
        assert_eq!(bound.bind("cpoy", &[]), Err(Unbound::NoSuchAct));
        assert_eq!(bound.bind("", &[]), Err(Unbound::NoSuchAct));
        assert_eq!(
            bound.bind("list-down", &[char('j')]),
            Err(Unbound::Text(char('j')))
        );
        assert_eq!(bound, Bound::default());
        assert_eq!(bound.conflicts(), []);
        assert_eq!(bound.bind("contents", &[key(Code::F(3))]), Ok(()));
        let conflicts = bound.conflicts();
        let acts: Vec<_> = conflicts.iter().map(|conflict| conflict.acts).collect();
        assert_eq!(acts, [["try-it", "contents"], ["next-found", "contents"]]);
        // Digits are fixed.
        let mut bound = Bound::default();
        assert_eq!(bound.bind("menu", &[char('1')]), Ok(()));
        assert_eq!(bound.conflicts()[0].acts, ["", "menu"]);
    }

    #[test]
    fn lines_of_one_name_are_one_act() {
        for name in Bound::names() {
            let acts: Vec<&Act> = ACTS
                .iter()
                .filter(|binding| binding.name == name)
                .map(|binding| &binding.act)
                .collect();
            assert!(acts.iter().all(|act| *act == acts[0]), "{name}");
            assert!(
                name.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            );
        }
    }
}
