//! What is looked for in texts. It is read from the disk as it lies there, and compared where it lies.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::search::texts::Texts;

/// What is looked for, each with its concept; sorted, so that those that begin alike stand together.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Patterns {
    texts: Texts,
    concepts: Vec<u32>,
    /// The characters that patterns begin with, ascending, and where the patterns with the next one begin.
    firsts: Vec<(char, u32)>,
}

impl Patterns {
    /// They come sorted; none is empty.
    pub fn of<'a>(sorted: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut patterns = Self::default();
        for (text, concept) in sorted {
            patterns.texts.push(text);
            patterns.concepts.push(concept);
            let end = patterns.texts.len();
            match (patterns.firsts.last_mut(), text.chars().next()) {
                (Some((last, at)), Some(first)) if *last == first => *at = end,
                (_, Some(first)) => patterns.firsts.push((first, end)),
                (_, None) => {}
            }
        }
        patterns
    }

    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.texts.iter().zip(self.concepts.iter().copied())
    }

    /// Whether nothing points at what is not there.
    pub fn are_sound(&self) -> bool {
        self.texts.are_sound()
            && self.texts.len() as usize == self.concepts.len()
            && self.firsts.iter().all(|&(_, end)| end <= self.texts.len())
    }

    /// Calls `found` with those with which a text begins, whose first character is given: how long each is, and its concept.
    pub fn beginnings(&self, first: char, text: &str, mut found: impl FnMut(usize, u32)) {
        let (mut from, mut to) = self.group(first);
        // They have all before this in common.
        let mut end = first.len_utf8();
        loop {
            // Of those that begin alike the shortest are first.
            while from < to && self.bytes(from).len() == end {
                found(end, self.concepts[from as usize]);
                from += 1;
            }
            let next = text[end..].chars().next();
            let Some(next) = next.filter(|_| from < to) else {
                return;
            };
            let next_head = Head::of(next);
            from = self.partition_point((from, to), end, |rest| next_head.compare(rest).is_lt());
            // Most texts go on otherwise than all of them.
            if from == to || !next_head.compare(self.rest(from, end)).is_eq() {
                return;
            }
            to = self.partition_point((from + 1, to), end, |rest| next_head.compare(rest).is_eq());
            end += next.len_utf8();
        }
    }

    /// Where those stand that begin with a character.
    fn group(&self, first: char) -> (u32, u32) {
        match self
            .firsts
            .binary_search_by_key(&first, |&(first, _)| first)
        {
            Ok(at) => {
                let start = at.checked_sub(1).map_or(0, |before| self.firsts[before].1);
                (start, self.firsts[at].1)
            }
            Err(_) => (0, 0),
        }
    }

    fn bytes(&self, at: u32) -> &[u8] {
        self.texts.bytes(at).unwrap_or_default()
    }

    fn rest(&self, at: u32, start: usize) -> &[u8] {
        self.bytes(at).get(start..).unwrap_or_default()
    }

    /// The first of a group of which this does not hold from the byte `start` on.
    fn partition_point(
        &self,
        (mut from, mut to): (u32, u32),
        start: usize,
        holds: impl Fn(&[u8]) -> bool,
    ) -> u32 {
        while from < to {
            let middle = from + (to - from) / 2;
            if holds(self.rest(middle, start)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

/// A character to compare beginnings of texts with: as a number, so that no function has to be called for each.
struct Head {
    number: u32,
    mask: u32,
}

impl Head {
    fn of(c: char) -> Self {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len();
        Self {
            number: u32::from_be_bytes(bytes),
            mask: u32::MAX << (32 - 8 * length),
        }
    }

    /// How the beginning of a text stands to it. No text has a byte of 0, which stands for what is not there.
    fn compare(&self, text: &[u8]) -> Ordering {
        let first = text.first_chunk().copied().unwrap_or_else(|| {
            let mut short = [0; 4];
            short[..text.len()].copy_from_slice(text);
            short
        });
        (u32::from_be_bytes(first) & self.mask).cmp(&self.number)
    }
}
