//! The signs of items among digits: those that do not look like the digits beside them, and those that count, or are always
//! the same.

use std::ops::Range;

use super::{Finder, Number};
use crate::text::phone::book::Book;
use crate::text::phone::groups::{Digits, Group, Look};
use crate::text::phone::innocent::{Mark, marks};
use crate::text::phone::scan::{self, Cell, Signs};

/// No list that stands within a number counts farther.
const MAX_SIGN: usize = 2;
const COLONS: [char; 2] = [':', '：'];
/// So many groups may stand between two signs.
const MOST_BETWEEN: usize = 3;

/// The numbers in a text without the signs of items that stand between their groups: `①0120②996③012`, `1) 0120 2) 996`.
pub(super) fn among_items(
    book: &Book,
    text: &str,
    cells: &[Cell],
    digits: &Digits,
    apart: &[Range<usize>],
) -> Vec<Number> {
    if !may_have_items(digits) {
        return Vec::new();
    }
    let parted = scan::digits(cells, Signs::Items);
    let (marks, _) = marks(text, &parted, &book.innocent);
    let items = items(text, &parted, &marks);
    let (rest, places) = parted.only(|at| !items[at]);
    let mut finder = Finder::new(book, text, &rest, apart);
    if finder.find_exact() {
        finder.find_near();
    }
    let near = finder.found.len();
    finder.find_scattered();
    let mut found = finder.found;
    let mut scattered = found.split_off(near);
    // The places of a number's groups among all groups.
    let groups = |number: &Number| {
        let at = |end| rest.groups.partition_point(|group| group.range.start < end);
        &places[at(number.range.start)..at(number.range.end)]
    };
    let is_decorated = |at: usize| items[at] && parted.groups[at].look != Look::Plain;
    let has_signs = |number: &Number| {
        let groups = groups(number);
        let (first, last) = (groups[0], groups[groups.len() - 1]);
        (first.saturating_sub(1)..last).any(is_decorated)
    };
    // Small numbers that count are in any text. They are signs of items where as many stand before each group, and what they
    // part is a number only where it is like an official one.
    let is_itemized = |number: &Number| {
        let mut pairs = groups(number).windows(2).map(|pair| pair[1] - pair[0]);
        let first = pairs.next();
        first.is_none_or(|first| (1..=3).contains(&first)) && pairs.all(|next| Some(next) == first)
    };
    let is_free = |number: &Number| groups(number).iter().all(|&at| marks[at] < Mark::Innocent);
    scattered.retain(is_free);
    found.append(&mut scattered);
    found.retain(|number| has_signs(number) || is_itemized(number));
    for number in &mut found {
        number.class = number.class.with_look(Look::Unusual);
    }
    found
}

/// A quick look: whether some digits could be signs of items, such as those of another look or width within a group.
fn may_have_items(digits: &Digits) -> bool {
    let mixed = |group: &Group| {
        let bytes = group.range.len();
        group.look != Look::Plain || bytes != group.len() && bytes != 3 * group.len()
    };
    digits.groups.iter().any(mixed) || counting(digits).contains(&true)
}

/// Which groups are signs of items: digits in circles and the like where others are plain, and small numbers that count
/// up or down or stay, with others between them.
fn items(text: &str, digits: &Digits, marks: &[Mark]) -> Vec<bool> {
    let mut items = counting(digits);
    for ((item, &mark), group) in items.iter_mut().zip(marks).zip(&digits.groups) {
        // Not the hours and minutes of a timetable.
        let colon = text[group.range.end..].starts_with(COLONS)
            || text[..group.range.start].ends_with(COLONS);
        *item &= mark < Mark::Innocent || !colon;
    }
    for (item, group) in items.iter_mut().zip(&digits.groups) {
        *item |= group.look != Look::Plain;
    }
    items
}

fn counting(digits: &Digits) -> Vec<bool> {
    let mut items = vec![false; digits.groups.len()];
    let value = |at: usize| {
        let small = digits.groups[at].len() <= MAX_SIGN;
        let value = small.then(|| digits.of(at..at + 1).parse::<u8>().ok());
        value.flatten()
    };
    for at in 0..items.len() {
        let Some(first) = value(at) else { continue };
        let group = &digits.groups[at];
        let mut is_between = false;
        for next in (at + 1..items.len()).take(MOST_BETWEEN + 1) {
            let other = &digits.groups[next];
            let alike = (other.len(), other.look) == (group.len(), group.look);
            let Some(value) = value(next) else {
                is_between = true;
                continue;
            };
            if is_between && alike && value.abs_diff(first) <= 1 {
                items[at] = true;
                items[next] = true;
            }
        }
    }
    items
}
