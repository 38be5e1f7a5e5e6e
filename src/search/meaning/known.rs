//! What a guide's own words are: which have a vector, in how many sections they stand, and how they are written.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::table::Row;

/// How many ways of writing a word are kept.
const WRITTEN: usize = 3;

/// A word, while an index is built.
#[derive(Debug, Default)]
pub struct Seen {
    pub sections: u32,
    /// How it is written, and in how many sections first so.
    pub written: BTreeMap<String, u32>,
}

/// A word of a guide.
#[derive(Debug, Serialize, Deserialize)]
pub struct Own {
    pub row: Row,
    pub sections: u32,
    /// The usual ones first, a line each. Of a word that inflects, its stem.
    pub written: String,
}

/// The words of a guide.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Known {
    pub sections: u32,
    /// In the order of their numbers.
    pub words: Vec<Own>,
}

impl Known {
    pub fn of(sections: u32, seen: BTreeMap<Row, Seen>) -> Self {
        let words = seen.into_iter().map(|(row, seen)| {
            let mut written: Vec<(String, u32)> = seen.written.into_iter().collect();
            written.sort_by_key(|&(_, sections)| std::cmp::Reverse(sections));
            written.truncate(WRITTEN);
            let written: Vec<String> = written.into_iter().map(|(written, _)| written).collect();
            Own {
                row,
                sections: seen.sections,
                written: written.join("\n"),
            }
        });
        Self {
            sections,
            words: words.collect(),
        }
    }

    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        postcard::to_stdvec(self).map_err(io::Error::other)
    }

    /// `None` for bytes that are no such list.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// In how many sections a word stands.
    pub fn sections_with(&self, row: Row) -> u32 {
        let at = self.words.binary_search_by_key(&row, |word| word.row);
        at.ok()
            .and_then(|at| self.words.get(at))
            .map_or(0, |word| word.sections)
    }
}
