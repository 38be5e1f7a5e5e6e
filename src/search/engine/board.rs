//! A number for each document: what a first pass adds up.

use std::cmp::Ordering;
use std::ops::Range;

use tantivy::DocId;

/// The documents of a block are looked at together: where none of them can be among the best, none is looked at.
const BLOCK: usize = 64;

/// Numbers by document, 0 in between searches. It is kept, since it is large, and only what a search has written on is read
/// and wiped.
#[derive(Debug, Default)]
pub struct Board {
    numbers: Vec<f32>,
    /// The last term that each document is known to have, counted from 1.
    terms: Vec<u16>,
    /// By block, whether anything has been added there.
    touched: Vec<bool>,
}

impl Board {
    /// Makes it as large as so many documents need.
    pub fn resize(&mut self, documents: u32) {
        let blocks = (documents as usize).div_ceil(BLOCK);
        self.numbers.resize(blocks * BLOCK, 0.0);
        self.terms.resize(blocks * BLOCK, 0);
        self.touched.resize(blocks, false);
    }

    /// Adds to the number of a document: `once` if it is not known yet to have the term, and `each` for each place where it
    /// has it. All of a term come one behind the other. A document that is not there is passed over.
    pub fn add(&mut self, document: usize, term: u16, once: f32, each: f32) {
        let Some(slot) = self.numbers.get_mut(document) else {
            return;
        };
        *slot += each;
        if std::mem::replace(&mut self.terms[document], term) != term {
            *slot += once;
        }
        self.touched[document / BLOCK] = true;
    }

    /// The documents in these ranges that have the highest numbers above 0, at most so many, ascending; of equals the first.
    pub fn highest(&self, ranges: impl Iterator<Item = Range<DocId>>, most: usize) -> Vec<DocId> {
        let mut best = Best::new(most);
        for range in ranges {
            let (start, end) = (range.start as usize, range.end as usize);
            for block in start / BLOCK..end.div_ceil(BLOCK).min(self.touched.len()) {
                if !self.touched[block] {
                    continue;
                }
                let from = (block * BLOCK).max(start);
                let to = ((block + 1) * BLOCK).min(end);
                best.offer(from, &self.numbers[from..to]);
            }
        }
        best.finish()
    }

    /// Wipes what was written.
    pub fn clear(&mut self) {
        let blocks = self.numbers.chunks_exact_mut(BLOCK);
        let blocks = blocks.zip(self.terms.chunks_exact_mut(BLOCK));
        for ((numbers, terms), touched) in blocks.zip(&mut self.touched) {
            if std::mem::take(touched) {
                numbers.fill(0.0);
                terms.fill(0);
            }
        }
    }
}

struct Best {
    most: usize,
    /// Up to twice as many as are wanted.
    found: Vec<(f32, DocId)>,
    /// What is no more than this is not among the best.
    least: f32,
}

impl Best {
    fn new(most: usize) -> Self {
        Self {
            most,
            found: Vec::with_capacity(2 * most),
            least: 0.0,
        }
    }

    /// Takes of the numbers of neighbouring documents what may be among the best.
    fn offer(&mut self, first: usize, numbers: &[f32]) {
        // Without a branch, so that the processor compares many at a time.
        let highest = numbers
            .iter()
            .fold(0.0_f32, |a, &b| if b > a { b } else { a });
        if highest <= self.least {
            return;
        }
        for (document, &number) in (first..).zip(numbers) {
            if number > self.least {
                self.found
                    .push((number, DocId::try_from(document).unwrap_or(DocId::MAX)));
                if self.found.len() == 2 * self.most {
                    self.found.select_nth_unstable_by(self.most - 1, descending);
                    self.found.truncate(self.most);
                    self.least = self.found[self.most - 1].0;
                }
            }
        }
    }

    fn finish(mut self) -> Vec<DocId> {
        if self.found.len() > self.most {
            self.found.select_nth_unstable_by(self.most, descending);
            self.found.truncate(self.most);
        }
        let best = self.found.into_iter();
        let mut best: Vec<DocId> = best.map(|(_, document)| document).collect();
        best.sort_unstable();
        best
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as sorting wants it")]
fn descending(a: &(f32, DocId), b: &(f32, DocId)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_highest_are_those_that_sorting_finds(
            added in prop::collection::vec((0..1_000_usize, 0..20_u8), 0..600),
            from in 0..1_000_u32, length in 0..1_000_u32, most in 1..40_usize,
        ) {
            let mut board = Board::default();
            board.resize(1_000);
            let mut numbers = vec![0.0; 1_000];
            for &(document, number) in &added {
                board.add(document, 1, 0.5, f32::from(number));
                numbers[document] += f32::from(number);
            }
            for (document, number) in numbers.iter_mut().enumerate() {
                if added.iter().any(|&(other, _)| other == document) {
                    *number += 0.5;
                }
            }
            let range = from..(from + length).min(1_000);
            let mut expected: Vec<DocId> =
                range.clone().filter(|&document| numbers[document as usize] > 0.0).collect();
            expected.sort_by(|&a, &b| numbers[b as usize].total_cmp(&numbers[a as usize]));
            expected.truncate(most);
            expected.sort_unstable();
            prop_assert_eq!(board.highest(std::iter::once(range), most), expected);
            board.clear();
            prop_assert!(board.highest(std::iter::once(0..1_000), most).is_empty());
        }
    }
}
