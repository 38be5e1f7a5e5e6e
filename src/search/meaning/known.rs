//! What a guide's own words are: which have a vector, in how many sections they stand, and how they are written.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::table::Row;
use crate::search::texts::Texts;

/// How many ways of writing a word are kept.
const WRITTEN: usize = 3;

/// A word, while an index is built.
#[derive(Debug, Default)]
pub struct Seen {
    pub sections: u32,
    /// How it is written, and in how many sections first so.
    pub written: BTreeMap<String, u32>,
}

/// The words of a guide, in the order of their numbers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Known {
    pub sections: u32,
    rows: Vec<Row>,
    /// In how many sections each stands.
    sections_with: Vec<u32>,
    /// How each is written, the usual ways first, a line each. Of a word that inflects, its stem.
    written: Texts,
}

impl Known {
    pub fn of(sections: u32, seen: BTreeMap<Row, Seen>) -> Self {
        let mut known = Self {
            sections,
            ..Self::default()
        };
        for (row, seen) in seen {
            let mut written: Vec<(String, u32)> = seen.written.into_iter().collect();
            written.sort_by_key(|&(_, sections)| std::cmp::Reverse(sections));
            written.truncate(WRITTEN);
            let written: Vec<String> = written.into_iter().map(|(written, _)| written).collect();
            known.rows.push(row);
            known.sections_with.push(seen.sections);
            known.written.push(&written.join("\n"));
        }
        known
    }

    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        postcard::to_stdvec(self).map_err(io::Error::other)
    }

    /// `None` for bytes that are no such list.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let known: Self = postcard::from_bytes(bytes).ok()?;
        let words = known.rows.len();
        let is_sound = known.sections_with.len() == words
            && known.written.len() as usize == words
            && known.written.are_sound();
        is_sound.then_some(known)
    }

    /// The numbers of the words, and where each is among them.
    pub fn rows(&self) -> impl Iterator<Item = (u32, Row)> {
        (0..).zip(self.rows.iter().copied())
    }

    /// How a word is written, by its place among all.
    pub fn written(&self, at: u32) -> impl Iterator<Item = &str> {
        self.written.get(at).unwrap_or_default().lines()
    }

    /// In how many sections a word stands.
    pub fn sections_with(&self, row: Row) -> u32 {
        let at = self.rows.binary_search(&row);
        at.map_or(0, |at| self.sections_with[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_with_what_is_known_of_them() {
        let written = |written: &[(&str, u32)]| {
            let written = written
                .iter()
                .map(|&(word, times)| (word.to_owned(), times));
            written.collect::<BTreeMap<_, _>>()
        };
        let seen = |sections, words: &[(&str, u32)]| Seen {
            sections,
            written: written(words),
        };
        let all = BTreeMap::from([
            (3, seen(5, &[("a", 1), ("b", 4), ("c", 2), ("d", 3)])),
            (9, seen(1, &[("犬", 1)])),
        ]);
        let bytes = Known::of(7, all).to_bytes().unwrap();
        let known = Known::from_bytes(&bytes).unwrap();
        assert_eq!(known.rows().collect::<Vec<_>>(), [(0, 3), (1, 9)]);
        let of = |at| known.written(at).collect::<Vec<_>>();
        assert_eq!((of(0), of(1)), (vec!["b", "d", "c"], vec!["犬"]));
        let sections = [3, 9, 4].map(|row| known.sections_with(row));
        assert_eq!(sections, [5, 1, 0]);
        assert!(Known::from_bytes(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn lists_of_other_lengths_are_none() {
        for broken in [
            |known: &mut Known| known.rows.push(1),
            |known: &mut Known| known.sections_with.push(1),
            |known: &mut Known| known.written.push("a"),
        ] {
            let mut known = Known::default();
            broken(&mut known);
            assert!(Known::from_bytes(&known.to_bytes().unwrap()).is_none());
        }
    }
}
