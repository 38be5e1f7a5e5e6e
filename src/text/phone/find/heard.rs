//! What is seen in a text once codes and words stand as what they stand for.

use std::ops::Range;

use super::{Number, Reading, add, as_it_stands, is_official};
use crate::text::phone::book::Book;
use crate::text::phone::code::Decoded;
use crate::text::phone::groups::Look;
use crate::text::phone::spoken::Spoken;

/// So far before a number an address is looked for that it stands in.
const LONGEST_ADDRESS: usize = 400;

impl Reading {
    /// Adds what is seen where codes stand for something, or words.
    pub(super) fn hear(
        &mut self,
        book: &Book,
        text: &str,
        decoded: &Decoded,
        apart: &[Range<usize>],
    ) {
        let apart: Vec<Range<usize>> = apart.iter().map(|apart| decoded.decoded(apart)).collect();
        let mut numbers = as_it_stands(book, &decoded.text, &apart).numbers;
        for number in &mut numbers {
            let has_codes = decoded.has_codes(&number.range);
            number.range = decoded.original(&number.range);
            if has_codes {
                number.class = number.class.with_look(Look::Unusual);
            }
        }
        let has_codes = |number: &Number| decoded.has_codes(&decoded.decoded(&number.range));
        self.doubt(&numbers, has_codes);
        // What codes stand for in an address is an identifier as all of it is, unless it is nearly an official number.
        let is_identifier = |number: &Number| {
            is_in_address(text, number.range.start) && book.one_off(&number.digits).is_none()
        };
        numbers.retain(|number| has_codes(number) && !is_identifier(number));
        add(&mut self.numbers, numbers, |number| !is_official(number));
        self.numbers.sort_by_key(|number| number.range.start);
    }

    /// What is an official number only as long as a code beside it is not read is none: `0120-996-012&nbsp;3`.
    fn doubt(&mut self, heard: &[Number], has_codes: impl Fn(&Number) -> bool) {
        let whole = |number: &&mut Number| is_official(number) && !has_codes(number);
        for number in self.numbers.iter_mut().filter(whole) {
            let after = heard.partition_point(|other| other.range.end <= number.range.start);
            let heard = heard.get(after).filter(|other| other.meets(number));
            if let Some(other) = heard.filter(|other| !is_official(other)) {
                number.clone_from(other);
            }
        }
    }

    /// Words in numbers are digits of theirs.
    pub(super) fn take_words(&mut self, spoken: Vec<Spoken>) {
        let within = |word: &Range<usize>| {
            let after = self
                .numbers
                .partition_point(|number| number.range.end <= word.start);
            self.numbers
                .get(after)
                .is_some_and(|number| number.range.start <= word.start)
        };
        let words = spoken.into_iter().filter(|word| within(&word.word));
        let words = words.map(|word| (word.word, word.digits.len(), false));
        self.groups.extend(words.collect::<Vec<_>>());
        self.groups.sort_by_key(|(range, ..)| range.start);
    }
}

/// Whether a place of a text is in an address of the web.
fn is_in_address(text: &str, at: usize) -> bool {
    let before = text[..at].chars().rev().take(LONGEST_ADDRESS);
    let before: String = before.take_while(|c| !c.is_whitespace()).collect();
    before.contains("//:")
}
