//! The official numbers, and what is nearly one of them.

mod halves;

use std::collections::HashSet;

use super::abroad::local;
use super::dial::is_whole_domestic;
use super::find::{Class, Number, read};
use super::innocent::Innocent;
use super::normalized;
use crate::text::dialling::within_japan;
use crate::text::distance::edits;
use halves::{Halves, key};

/// Numbers with fewer digits are near too many others.
const LEAST: usize = 7;
/// No digits that are compared are more.
const MOST: usize = 20;
/// Fewer digits in another order are anything.
const LEAST_DISORDERED: usize = 9;
/// Fewer digits say nothing, not even that a number begins so.
const LEAST_BEGINNING: usize = 5;
/// So many digits are as long as a number.
const AS_LONG: usize = 10;
/// What is dialled before the number of another country, in countries where it is neither `00` nor what is dialled in Japan or
/// North America: Australia; Korea, Singapore and others, and Japan itself by one network; Taiwan.
const ABROAD: [&str; 3] = ["0011", "001", "002"];
/// How many digits of an official number say whose it is: `0120`.
const PREFIX: usize = 4;

/// How digits differ from those of an official number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// So many digits are other ones, too many, too few or swapped.
    Digits(usize),
    /// There are more digits before it or behind it.
    Inside,
}

/// The official numbers of a guide.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// As [`normalized`] gives them, in the order in which they are listed; empty for what is no number.
    numbers: Vec<String>,
    /// The same, then those of other countries as they are dialled there, each with the place of its number.
    forms: Vec<(String, usize)>,
    /// How often each digit is in a number.
    counts: Vec<[u8; 10]>,
    /// The same of those that have enough digits, to be found at once.
    anagrams: HashSet<[u8; 10]>,
    /// The numbers in alphabetical order, each with its place.
    sorted: Vec<(String, usize)>,
    /// The most digits of a number.
    longest: usize,
    halves: Halves,
    /// Some are of other countries.
    pub(super) has_foreign: bool,
    pub(super) innocent: Innocent,
}

impl Book {
    /// Of numbers as they are written. A number is named by its place among them.
    pub fn new(numbers: &[String]) -> Self {
        let numbers: Vec<String> = numbers
            .iter()
            .map(|number| normalized(number).unwrap_or_default())
            .collect();
        let known = || {
            numbers
                .iter()
                .enumerate()
                .filter(|(_, number)| !number.is_empty())
        };
        let mut sorted: Vec<(String, usize)> = known()
            .map(|(place, number)| (number.clone(), place))
            .collect();
        sorted.sort_unstable();
        let own = numbers.iter().cloned().enumerate();
        let local = known()
            .flat_map(|(place, number)| local(number).into_iter().map(move |form| (place, form)));
        let forms: Vec<(String, usize)> = own
            .chain(local)
            .map(|(place, form)| (form, place))
            .collect();
        let mut halves = Halves::default();
        let long = forms
            .iter()
            .enumerate()
            .filter(|(_, (form, _))| form.len() >= LEAST);
        long.for_each(|(form, (digits, _))| halves.add(digits, form));
        let has_foreign = numbers.iter().any(|number| number.starts_with('+'));
        Self {
            longest: numbers.iter().map(String::len).max().unwrap_or_default(),
            counts: numbers.iter().map(|number| counts(number)).collect(),
            anagrams: numbers
                .iter()
                .filter(|number| number.len() >= LEAST_DISORDERED)
                .map(|number| counts(number))
                .collect(),
            numbers,
            forms,
            sorted,
            halves,
            has_foreign,
            innocent: Innocent::default(),
        }
    }

    /// The same with texts that are no numbers, whatever they look like.
    #[must_use]
    pub fn with_innocent(mut self, texts: &[String]) -> Self {
        self.innocent = Innocent::new(texts);
        self
    }

    pub const fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Whether a number that is [`normalized`] is one of them.
    pub fn contains(&self, number: &str) -> bool {
        self.find(number).is_some()
    }

    /// Whether a text is a number, nearly one, or dialled as they are: then it cannot be something else.
    pub fn is_alike(&self, text: &str) -> bool {
        let alike = |number: &Number| match number.class {
            Class::Official { .. } | Class::Beginning => true,
            Class::Other | Class::Misshapen | Class::Possible => {
                self.nearest(&number.digits).is_some()
            }
        };
        let digits = super::digits(text);
        self.nearest(&digits).is_some()
            || self.is_dialled_alike(&digits)
            || read(self, text, &[]).numbers.iter().any(alike)
    }

    /// The place of the number with these digits.
    pub(super) fn find(&self, digits: &str) -> Option<usize> {
        let at = self
            .sorted
            .partition_point(|(number, _)| number.as_str() < digits);
        self.sorted
            .get(at)
            .filter(|(number, _)| number == digits)
            .map(|&(_, place)| place)
    }

    /// The place of the number that these digits are with the number of its country before it, but no plus: as many
    /// telephones show who calls.
    pub(super) fn abroad(&self, digits: &str) -> Option<usize> {
        let domestic = within_japan(digits).and_then(|digits| self.find(&digits));
        domestic.or_else(|| {
            self.has_foreign
                .then(|| self.find(&format!("+{digits}")))
                .flatten()
        })
    }

    /// The same where that is dialled before it which calls another country from one.
    pub(super) fn called_abroad(&self, digits: &str) -> Option<usize> {
        let mut own = ABROAD
            .iter()
            .filter_map(|prefix| digits.strip_prefix(prefix));
        own.find_map(|own| self.abroad(own))
    }

    /// A number, as numbers are compared.
    pub(super) fn number(&self, place: usize) -> &str {
        &self.numbers[place]
    }

    /// Whether a number begins so, and has more digits, and these are not yet as many as a number has.
    pub(super) fn begins(&self, digits: &str) -> bool {
        let own = digits.trim_start_matches('+').len();
        let from = self
            .sorted
            .partition_point(|(number, _)| number.as_str() <= digits);
        let begins = || {
            self.sorted
                .get(from)
                .is_some_and(|(number, _)| number.starts_with(digits))
        };
        (LEAST_BEGINNING..AS_LONG).contains(&own) && begins()
    }

    /// Whether a number begins so, however it is dialled: more has to come.
    pub(super) fn is_begun_by(&self, digits: &str) -> bool {
        let begins = |(form, _): &(String, usize)| {
            let bare = form.trim_start_matches(['+', '#']);
            bare.len() > digits.len() && bare.starts_with(digits)
        };
        self.forms.iter().any(begins)
    }

    /// Whether digits are those of a number behind a `#`, but for one of them.
    pub(super) fn is_near_short(&self, digits: &str) -> bool {
        let mut short = self.numbers.iter().filter_map(|own| own.strip_prefix('#'));
        short.any(|own| {
            let other = own.bytes().zip(digits.bytes()).filter(|(a, b)| a != b);
            own.len() == digits.len() && other.count() == 1
        })
    }

    /// The place of a number that begins with the same seven digits.
    pub(super) fn begun(&self, digits: &str) -> Option<usize> {
        let beginning = digits.get(..LEAST)?;
        let from = self
            .sorted
            .partition_point(|(number, _)| number.as_str() < beginning);
        let first = self.sorted.get(from);
        first
            .filter(|(number, _)| number.len() >= LEAST_DISORDERED && number.starts_with(beginning))
            .map(|&(_, place)| place)
    }

    /// The place of a number that at most one digit is wrong, missing, too many or swapped in, and how many are.
    pub(super) fn one_off(&self, digits: &str) -> Option<(usize, usize)> {
        let length = digits.len();
        let lengths = self.halves.lengths.iter().copied();
        lengths
            .filter(|of| of.abs_diff(length) <= 1)
            .find_map(|of| {
                let half = of / 2;
                let first = digits.get(..half).map(key);
                let last = digits.get((half + length).checked_sub(of)?..).map(key);
                // Two digits may be swapped in the middle.
                let across =
                    || Some(key(digits.get(..half - 1)?) << 4 | key(digits.get(half..=half)?));
                let across = (of == length).then(across).flatten();
                let halves = [(false, first), (true, last), (false, across)].into_iter();
                let halves = halves.filter_map(|(is_last, half)| Some((of, is_last, half?)));
                let mut places = halves.flat_map(|half| self.halves.get(half));
                places.find_map(|&form| {
                    let (number, place) = &self.forms[form];
                    let off = off(digits, number)?;
                    // Whoever is in that country dials it so; here it is another number, but for those of North America.
                    let elsewhere =
                        form >= self.numbers.len() && !self.numbers[*place].starts_with(AMERICA);
                    Some((*place, if elsewhere { off.max(1) } else { off }))
                })
            })
    }

    /// Whether digits are those of a number in another order, or at most two are other ones, too many, too few or swapped.
    pub(super) fn is_disordered(&self, digits: &str) -> bool {
        let counts = counts(digits);
        let long = digits.len() >= LEAST_DISORDERED;
        long && self.anagrams.contains(&counts) || self.is_within(digits, &counts, 2)
    }

    /// Whether so much of a number is in digits that it was meant.
    pub(super) fn is_like(&self, digits: &str) -> bool {
        self.is_within(digits, &counts(digits), 3)
    }

    fn is_within(&self, digits: &str, counts: &[u8; 10], most: usize) -> bool {
        let lengths = LEAST_DISORDERED - 1..=MOST;
        let near = |(number, own): (&String, &[u8; 10])| {
            // Each edit changes two of the counts by one at most.
            let apart: usize = own
                .iter()
                .zip(counts)
                .map(|(a, b)| usize::from(a.abs_diff(*b)))
                .sum();
            number.len() >= LEAST_DISORDERED
                && number.len().abs_diff(digits.len()) <= most
                && apart <= 2 * most
                && edits(digits, number) <= most
        };
        lengths.contains(&digits.len()) && self.numbers.iter().zip(&self.counts).any(near)
    }

    /// Where in digits one half of a number begins: whatever is one digit away from a number, or is written with the
    /// number of a country before it or without the 0, has such a half within it.
    pub(super) fn hints(&self, digits: &str) -> Vec<usize> {
        self.halves.hints_in(digits)
    }

    /// The most digits of a number.
    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    /// The place of the number that is nearest to these digits, if it is near.
    pub fn nearest(&self, digits: &str) -> Option<(usize, Difference)> {
        let forms = self.forms.iter();
        let near = forms.filter_map(|(form, place)| Some((*place, difference(digits, form)?)));
        // As it is dialled elsewhere it differs in nothing that could be told.
        let near = near.filter(|&(_, difference)| difference != Difference::Digits(0));
        near.min_by_key(|&(_, difference)| match difference {
            Difference::Inside => 0,
            Difference::Digits(edits) => edits,
        })
    }

    /// Whether a number stands among these digits.
    pub(super) fn is_in(&self, digits: &str) -> bool {
        self.numbers.iter().any(|number| has_inside(digits, number))
    }

    /// Whether a number stands among these digits, or one that is a digit away from it: `670120996013`.
    pub(super) fn is_nearly_in(&self, digits: &str) -> bool {
        let inner = |number: &String| {
            let length = number.len();
            let mut parts = (0..=digits.len().saturating_sub(length))
                .filter_map(|at| digits.get(at..at + length));
            length >= LEAST_DISORDERED && parts.any(|part| self.one_off(part).is_some())
        };
        digits.len() <= MOST && !self.hints(digits).is_empty() && self.numbers.iter().any(inner)
    }

    /// Whether digits are dialled like an official number, and begin with its first four digits.
    pub(super) fn is_dialled_alike(&self, digits: &str) -> bool {
        is_whole_domestic(digits) && self.begins_alike(digits)
    }

    /// Whether digits begin with the first four digits of an official number.
    pub(super) fn begins_alike(&self, digits: &str) -> bool {
        let begins = |number: &String| {
            number
                .get(..PREFIX)
                .is_some_and(|prefix| digits.starts_with(prefix))
        };
        self.numbers.iter().any(begins)
    }
}

/// How the numbers of North America begin.
const AMERICA: &str = "+1";

/// How often each digit is in a text.
fn counts(digits: &str) -> [u8; 10] {
    let mut counts = [0_u8; 10];
    for digit in digits.bytes().filter(u8::is_ascii_digit) {
        let count = &mut counts[usize::from(digit - b'0')];
        *count = count.saturating_add(1);
    }
    counts
}

/// How many digits of a number are wrong in these, if it is one at most.
fn off(digits: &str, number: &str) -> Option<usize> {
    let (a, b) = (digits.as_bytes(), number.as_bytes());
    let same = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let before = a.iter().zip(b).take_while(same).count();
    let (a, b) = (&a[before..], &b[before..]);
    let behind = a.iter().rev().zip(b.iter().rev()).take_while(same).count();
    match (&a[..a.len() - behind], &b[..b.len() - behind]) {
        ([], []) => Some(0),
        ([_], [_] | []) | ([], [_]) => Some(1),
        ([a, b], [c, d]) if a == d && b == c => Some(1),
        _ => None,
    }
}

/// Whether a number stands among more digits.
fn has_inside(digits: &str, number: &str) -> bool {
    number.len() >= LEAST && digits.len() > number.len() && digits.contains(number)
}

/// How digits differ from those of a number, if not by more than two.
fn difference(digits: &str, number: &str) -> Option<Difference> {
    if number.len() < LEAST {
        return None;
    }
    if has_inside(digits, number) {
        return Some(Difference::Inside);
    }
    let near = digits.len() <= MOST && digits.len().abs_diff(number.len()) <= 2;
    let edits = near.then(|| edits(digits, number))?;
    (edits <= 2).then_some(Difference::Digits(edits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Book {
        Book::new(&[
            "0120-996-012".to_owned(),
            "+1 866 579 7172".to_owned(),
            "188".to_owned(),
        ])
    }

    #[test]
    fn whatever_is_one_digit_away_is_found() {
        let official = "0120996012";
        for at in 0..=official.len() {
            for digit in '0'..='9' {
                let mut longer = official.to_owned();
                longer.insert(at, digit);
                let mut other = official.to_owned();
                let mut shorter = official.to_owned();
                let mut swapped: Vec<u8> = official.bytes().collect();
                if at < official.len() {
                    other.replace_range(at..=at, &digit.to_string());
                    shorter.remove(at);
                }
                if at + 1 < official.len() {
                    swapped.swap(at, at + 1);
                }
                let swapped = String::from_utf8(swapped).unwrap();
                for text in [longer, other, shorter, swapped] {
                    let expected = usize::from(text != official);
                    assert_eq!(book().one_off(&text), Some((0, expected)), "{text}");
                }
            }
        }
        for text in ["0120996034", "0120", "", "188", "189", "012099601234"] {
            assert_eq!(book().one_off(text), None, "{text}");
        }
    }

    #[test]
    fn the_nearest_is_told() {
        for (digits, expected) in [
            ("0120996013", Some((0, Difference::Digits(1)))),
            ("0120996034", Some((0, Difference::Digits(2)))),
            ("01209960123", Some((0, Difference::Inside))),
            ("+18665797173", Some((1, Difference::Digits(1)))),
            ("0312345678", None),
        ] {
            assert_eq!(book().nearest(digits), expected, "{digits}");
        }
    }
}
