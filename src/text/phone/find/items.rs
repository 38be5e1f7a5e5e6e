//! The signs of items among digits: those that do not look like the digits beside them, and those that count, or are always
//! the same.

use crate::text::phone::groups::{Digits, Group, Look};
use crate::text::phone::innocent::Mark;

/// No list that stands within a number counts farther.
const MAX_SIGN: usize = 2;
const COLONS: [char; 2] = [':', '：'];
/// So many groups may stand between two signs.
const MOST_BETWEEN: usize = 3;

/// A quick look: whether some digits could be signs of items, such as those of another look or width within a group.
pub(super) fn may_have_items(digits: &Digits) -> bool {
    let mixed = |group: &Group| {
        let bytes = group.range.len();
        group.look != Look::Plain || bytes != group.len() && bytes != 3 * group.len()
    };
    digits.groups.iter().any(mixed) || counting(digits).contains(&true)
}

/// Which groups are signs of items: digits in circles and the like where others are plain, and small numbers that count
/// up or down or stay, with others between them.
pub(super) fn items(text: &str, digits: &Digits, marks: &[Mark]) -> Vec<bool> {
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
