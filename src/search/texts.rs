//! Many short texts in one, so that they are read from the disk as they lie there.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Texts one behind the other.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        // A guide has less than four gigabytes of words.
        self.ends
            .push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    pub fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    pub fn get(&self, at: u32) -> Option<&str> {
        self.all.get(self.range(at)?)
    }

    /// The same, without a look whether its ends lie between characters.
    pub fn bytes(&self, at: u32) -> Option<&[u8]> {
        self.all.as_bytes().get(self.range(at)?)
    }

    fn range(&self, at: u32) -> Option<Range<usize>> {
        let at = at as usize;
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(start as usize..end as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Whether each is a text.
    pub fn are_sound(&self) -> bool {
        self.ends.is_sorted()
            && self
                .ends
                .iter()
                .all(|&end| self.all.is_char_boundary(end as usize))
            && self.ends.last().map_or(0, |&end| end as usize) == self.all.len()
    }
}
