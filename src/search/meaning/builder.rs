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

/// The words of one section.
#[derive(Debug, Default)]
pub struct Words {
    /// The numbers of all of the title, and of the body, ascending.
    title: Vec<Row>,
    body: Vec<Row>,
    /// How each is written where it stands first, a line each, in the order of their numbers.
    written: String,
}

impl Words {
    /// Of a folded title and a folded body.
    pub fn of(title: &str, body: &str) -> Self {
        let (title, body) = (rows(title), rows(body));
        let numbers = |words: &[(Row, &str)]| words.iter().map(|&(row, _)| row).collect();
        let numbers = (numbers(&title), numbers(&body));
        let mut first = title;
        first.extend(body);
        first.sort_by_key(|&(row, _)| row);
        first.dedup_by_key(|&mut (row, _)| row);
        let mut written = String::new();
        for (_, word) in first {
            written.push_str(word);
            written.push('\n');
        }
        Self {
            title: numbers.0,
            body: numbers.1,
            written,
        }
    }
}

/// The words of a text by their numbers, of equals the first ones first.
fn rows(text: &str) -> Vec<(Row, &str)> {
    let mut rows: Vec<_> = words(text)
        .map(|word| (word.row, &text[word.range]))
        .collect();
    rows.sort_by_key(|&(row, _)| row);
    rows
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
        let written = std::mem::take(&mut words.written);
        let mut rows = [words.title.as_slice(), &words.body].concat();
        rows.sort_unstable();
        rows.dedup();
        for (row, written) in rows.into_iter().zip(written.lines()) {
            let seen = self.seen.entry(row).or_default();
            seen.sections += 1;
            if let Some(sections) = seen.written.get_mut(written) {
                *sections += 1;
            } else {
                seen.written.insert(written.to_owned(), 1);
            }
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
        let waiting = std::mem::take(&mut self.waiting);
        let mut tells = vec![0.0; usize::from(Row::MAX) + 1];
        for (&row, seen) in &self.seen {
            tells[usize::from(row)] = super::information(seen.sections, self.sections);
        }
        for words in waiting {
            let mut sum = mean(&words.title, &tells);
            for (sum, body) in sum.iter_mut().zip(mean(&words.body, &tells)) {
                *sum += body;
            }
            self.bytes.extend(code::pack(&sum));
        }
    }
}

/// The direction of some words together, ascending, each by how much it tells.
#[expect(clippy::cast_precision_loss, reason = "no text has so many words")]
fn mean(rows: &[Row], tells: &[f32]) -> Sum {
    let mut sum = [0.0; DIMENSIONS];
    for same in rows.chunk_by(|a, b| a == b) {
        let row = same[0];
        if let Some(vector) = table::vector(row) {
            let times = same.len() as f32 * tells[usize::from(row)];
            code::add(&mut sum, vector, times);
        }
    }
    code::normalised(sum)
}
