//! The vectors of a guide's sections, while its index is built.

use std::collections::BTreeMap;
use std::io;

use super::code::{self, DIMENSIONS, Sum};
use super::known::{Known, Seen};
use super::table::{self, Row};
use super::words::words;

/// So many sections wait until they are weighed: by then the frequencies of words are known well enough, and no more
/// memory is needed for a large guide.
const WAITING: usize = 4096;

/// The words of one section, by their numbers.
#[derive(Debug, Clone, Default)]
pub struct Words {
    title: Vec<Row>,
    body: Vec<Row>,
    /// How each is written where it stands first.
    written: BTreeMap<Row, String>,
}

impl Words {
    /// Of a folded title and a folded body.
    pub fn of(title: &str, body: &str) -> Self {
        let mut found = Self::default();
        found.title = found.rows(title);
        found.body = found.rows(body);
        found
    }

    fn rows(&mut self, text: &str) -> Vec<Row> {
        let found = words(text).inspect(|word| {
            let written = || text[word.range.clone()].to_owned();
            self.written.entry(word.row).or_insert_with(written);
        });
        found.map(|word| word.row).collect()
    }
}

/// Makes the vectors of sections as they come.
#[derive(Debug, Default)]
pub struct Builder {
    /// What is in the file.
    bytes: Vec<u8>,
    waiting: Vec<Words>,
    sections: u32,
    seen: BTreeMap<Row, Seen>,
}

impl Builder {
    /// Adds the next document of the index.
    pub fn add(&mut self, mut words: Words) {
        self.sections += 1;
        for (row, written) in std::mem::take(&mut words.written) {
            let seen = self.seen.entry(row).or_default();
            seen.sections += 1;
            *seen.written.entry(written).or_default() += 1;
        }
        self.waiting.push(words);
        if self.waiting.len() == WAITING {
            self.weigh();
        }
    }

    /// The bytes of the file: the vectors, and what is known of the guide's words.
    ///
    /// # Errors
    /// None is known.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        self.weigh();
        let known = Known::of(self.sections, self.seen).to_bytes()?;
        self.bytes.extend(&known);
        self.bytes.extend((known.len() as u64).to_le_bytes());
        Ok(self.bytes)
    }

    fn weigh(&mut self) {
        for words in std::mem::take(&mut self.waiting) {
            let mut sum = self.mean(&words.title);
            for (sum, body) in sum.iter_mut().zip(self.mean(&words.body)) {
                *sum += body;
            }
            self.bytes.extend(code::pack(&sum));
        }
    }

    /// The direction of some words together, each by how much it tells.
    #[expect(clippy::cast_precision_loss, reason = "no text has so many words")]
    fn mean(&self, rows: &[Row]) -> Sum {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        let mut sum = [0.0; DIMENSIONS];
        for same in rows.chunk_by(|a, b| a == b) {
            let (row, count) = (same[0], same.len() as f32);
            let sections = self.seen.get(&row).map_or(0, |seen| seen.sections);
            if let Some(vector) = table::vector(row) {
                code::add(
                    &mut sum,
                    vector,
                    count * super::information(sections, self.sections),
                );
            }
        }
        code::normalised(sum)
    }
}
