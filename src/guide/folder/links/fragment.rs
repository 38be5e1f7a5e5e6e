//! Which section of a file a fragment of an address means.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::guide::folder::names::{bare, canonical, without_accents};

/// Where the addresses in a file lead.
#[derive(Debug, Default)]
pub(in crate::guide::folder) struct Anchors {
    /// The ids of sections by addresses as they are compared.
    ids: BTreeMap<String, String>,
    /// By what is left of the addresses; known when the first is asked for.
    loose: OnceCell<Loose>,
}

/// Of several addresses of which the same is left, the id that is first by name: always the same.
#[derive(Debug, Default)]
struct Loose {
    bare: HashMap<String, String>,
    plain: HashMap<String, String>,
}

impl FromIterator<(String, String)> for Anchors {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(addresses: I) -> Self {
        Self {
            ids: addresses.into_iter().collect(),
            loose: OnceCell::new(),
        }
    }
}

impl Anchors {
    /// The id of the section that a fragment means.
    pub fn section(&self, fragment: &str) -> Option<&str> {
        let wanted = canonical(fragment);
        if let Some(id) = self.ids.get(&wanted) {
            return Some(id);
        }
        let left = bare(&wanted);
        if left.is_empty() {
            return None;
        }
        let loose = self.loose.get_or_init(|| Loose::of(&self.ids));
        let found = loose.bare.get(&left);
        found
            .or_else(|| loose.plain.get(&without_accents(&left)))
            .or_else(|| self.begun_so(&wanted))
            .map(String::as_str)
    }

    /// The only address that goes on behind a fragment: a version or a badge stands behind words in a heading.
    fn begun_so(&self, fragment: &str) -> Option<&String> {
        let going_on = |sign: char| {
            let begin = format!("{fragment}{sign}");
            let behind = self.ids.range(begin.clone()..);
            behind.take_while(move |(address, _)| address.starts_with(&begin))
        };
        let mut found = ['-', '_'].into_iter().flat_map(going_on);
        match (found.next(), found.next()) {
            (Some((_, id)), None) => Some(id),
            _ => None,
        }
    }
}

impl Loose {
    fn of(ids: &BTreeMap<String, String>) -> Self {
        let mut loose = Self::default();
        for (address, id) in ids {
            let bare = bare(address);
            let plain = without_accents(&bare);
            for (known, address) in [(&mut loose.bare, bare), (&mut loose.plain, plain)] {
                let known = known.entry(address).or_insert_with(|| id.clone());
                if id < known {
                    known.clone_from(id);
                }
            }
        }
        loose
    }
}
