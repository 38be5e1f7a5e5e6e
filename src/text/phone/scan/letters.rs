//! Signs and letters that are read as digits.

use std::ops::Range;

use super::{Cell, Kind, WORDS_IN_ONE};
use crate::text::phone::digit::{is_dash, letter_digit, sign_digit, slip_digit};
use crate::text::phone::groups::{Digits, Look};

/// So many digits one by one may be those of a number in which some are signs.
const LEAST_SINGLES: usize = 4;
/// So many digits one by one are a number, if so many of them are digits.
const LEAST_ONE_BY_ONE: usize = 7;
const LEAST_DIGITS: usize = 4;
/// No number has more.
const MOST_ONE_BY_ONE: usize = 24;
/// So many characters may stand between them.
const MOST_BETWEEN: usize = 3;
/// Of so many letters at most is a group of a number.
const MOST_LETTERS: usize = 4;
/// What stands in the place of a sign between digits that was read as such.
const SEPARATOR: char = '-';

/// Whether some sign stands beside digits that can be taken for one, or digits stand as they do only where some are signs.
pub(in super::super) fn has_signs(text: &str, digits: &Digits) -> bool {
    let singles = digits.groups.iter().filter(|group| group.len() == 1);
    singles.take(LEAST_SINGLES).count() == LEAST_SINGLES
        || digits.groups.iter().any(|group| {
            let before = text[..group.range.start].chars().next_back();
            let behind = text[group.range.end..].chars().next();
            let mut beside = [before, behind].into_iter().flatten();
            group.look > Look::Plain
                || beside.any(|c| sign_digit(c).or_else(|| slip_digit(c)).is_some())
                || is_word_alike(text[..group.range.start].chars().rev())
                || is_word_alike(text[group.range.end..].chars())
        })
}

/// Whether behind a few signs stands a word of so few letters as stand in a number, and of none but those that look like
/// digits.
fn is_word_alike(chars: impl Iterator<Item = char> + Clone) -> bool {
    let signs = chars.clone().take_while(|c| !c.is_alphanumeric());
    let signs = signs.take(MOST_BETWEEN + 1).count();
    let mut word = chars
        .skip(signs)
        .take_while(|c| c.is_alphanumeric())
        .take(MOST_LETTERS + 1);
    let alike = |c: char| letter_digit(c).or_else(|| slip_digit(c)).is_some();
    let letters = word.try_fold(0, |count, c| alike(c).then_some(count + 1));
    signs <= MOST_BETWEEN && letters.is_some_and(|count| (1..=MOST_LETTERS).contains(&count))
}

/// Whether there are dashes that can be taken for a digit, such as `﹘` and `ｰ` fold to, too.
pub(in super::super) fn has_dashes(cells: &[Cell]) -> bool {
    cells.iter().any(|cell| is_dash(cell.c))
}

/// Signs and letters that look like digits are such beside digits, and where a few of them are a group of a number.
pub(super) fn read_signs(cells: &mut [Cell]) {
    blocks_with_digits(cells).for_each(read_signs_of_block);
}

/// No row of digits reaches from one block into another, and most blocks of most texts have none.
fn blocks_with_digits(cells: &mut [Cell]) -> impl Iterator<Item = &mut [Cell]> {
    let blocks = cells.split_mut(|cell| cell.kind == Kind::BlockEnd);
    blocks.filter(|block| block.iter().any(|cell| cell.kind.is_digit()))
}

fn read_signs_of_block(cells: &mut [Cell]) {
    let mut values: Vec<Option<u8>> = cells.iter().map(sign_value).collect();
    if values.iter().all(Option::is_none) {
        return;
    }
    read_one_by_one(cells, &mut values);
    let joins = |kind| matches!(kind, Kind::Separator | Kind::Space | Kind::Punctuation);
    // Those beside digits first: others may be a group beside these.
    read_rows(cells, &mut values, beside_digits);
    read_rows(cells, &mut values, |cells, row| {
        let inner = |at: Option<usize>| at.and_then(|at| cells.get(at)).is_some_and(is_letter);
        let within_word = inner(row.start.checked_sub(1)) || inner(Some(row.end));
        !within_word && is_group(cells, row, 1, joins)
    });
}

/// Reads each row of such signs and letters as digits that is one of digits.
fn read_rows(
    cells: &mut [Cell],
    values: &mut [Option<u8>],
    is_of_digits: impl Fn(&[Cell], Range<usize>) -> bool,
) {
    let mut at = 0;
    while at < cells.len() {
        let row = at..at
            + values[at..]
                .iter()
                .take_while(|value| value.is_some())
                .count();
        at = row.end.max(at + 1);
        if !row.is_empty() && is_of_digits(cells, row.clone()) {
            for (cell, value) in cells[row.clone()].iter_mut().zip(&mut values[row]) {
                become_sign(cell, value);
            }
        }
    }
}

/// Signs and letters among digits one by one, with the same between all of them, are digits: `0-I-2-○-9-9-6`. What stands between
/// is none then, whatever it looks like: `0ー1ー2ーO`.
fn read_one_by_one(cells: &mut [Cell], values: &mut [Option<u8>]) {
    let mut at = 0;
    while at < cells.len() {
        let chain = |step| (chain(&cells[at..], &values[at..], step), step);
        let chains = (2..=MOST_BETWEEN + 1).map(chain);
        let Some((length, step)) = chains.max_by_key(|&(length, _)| length) else {
            return;
        };
        let all = || (at..at + length * step).step_by(step);
        let digits = all().filter(|&at| cells[at].kind.is_digit()).count();
        if length < LEAST_ONE_BY_ONE || digits < LEAST_DIGITS || digits == length {
            at += 1;
            continue;
        }
        let end = at + (length - 1) * step + 1;
        let both = cells[at..end].iter_mut().zip(&mut values[at..end]);
        for (place, (cell, value)) in both.enumerate() {
            if place % step != 0 {
                (cell.c, *value) = (SEPARATOR, None);
            } else {
                become_sign(cell, value);
            }
        }
        at = end;
    }
}

/// A cell is read as what it can be taken for, if it is none yet.
fn become_sign(cell: &mut Cell, value: &mut Option<u8>) {
    if let Some(value) = value.take() {
        cell.become_digit(value, Look::Unusual);
    }
}

/// How many digits, or what can be taken for one, stand here one by one: one in so many characters, with the same between.
fn chain(cells: &[Cell], values: &[Option<u8>], step: usize) -> usize {
    let is_word = |at: usize| cells.get(at).is_some_and(is_letter);
    let is_item = |at: usize| {
        let cell = cells.get(at);
        cell.is_some_and(|cell| cell.kind.is_digit() || values[at].is_some()) && !is_word(at + 1)
    };
    let parts =
        |cell: &Cell| !cell.kind.is_digit() && !matches!(cell.kind, Kind::Letter | Kind::BlockEnd);
    let between = cells.get(1..step).unwrap_or_default();
    if !is_item(0) || between.is_empty() || !between.iter().all(parts) {
        return 0;
    }
    let joined = |at: &usize| {
        let same = cells[at + 1..].iter().zip(between).all(|(a, b)| a.c == b.c);
        same && is_item(at + step)
    };
    let places = (0..cells.len().saturating_sub(step)).step_by(step);
    let places = places.take(MOST_ONE_BY_ONE - 1);
    1 + places.take_while(joined).count()
}

/// The digit that a cell can be taken for that is none.
fn sign_value(cell: &Cell) -> Option<u8> {
    if cell.kind.is_digit() {
        return None;
    }
    let value = sign_digit(cell.c).or_else(|| slip_digit(cell.c));
    let letter = || is_letter(cell).then(|| letter_digit(cell.c)).flatten();
    value.or_else(letter)
}

/// Letters that look like digits are digits where nothing but such letters stands between digits and others: `O120`,
/// `0l2`, but not `tel0120`; and where they are a group of a number: `0120-996-OIZ`.
pub(super) fn read_letters(cells: &mut [Cell]) {
    blocks_with_digits(cells).for_each(read_letters_of_block);
}

fn read_letters_of_block(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let letters = cells[at..]
            .iter()
            .take_while(|cell| is_letter(cell))
            .count();
        let end = at + letters.max(1);
        if letters > 0
            && (beside_digits(cells, at..end)
                || is_group(cells, at..end, 2, |kind| kind == Kind::Separator))
        {
            let read: Option<Vec<u8>> = cells[at..end]
                .iter()
                .map(|cell| letter_digit(cell.c))
                .collect();
            for (cell, value) in cells[at..end].iter_mut().zip(read.unwrap_or_default()) {
                cell.become_digit(value, Look::Letters);
            }
        }
        at = end;
    }
}

/// A letter of an alphabet: kana and kanji stand beside a number without a space.
fn is_letter(cell: &Cell) -> bool {
    cell.kind == Kind::Letter && cell.c < '\u{2E80}' && !WORDS_IN_ONE.contains(&cell.c)
}

fn beside_digits(cells: &[Cell], letters: Range<usize>) -> bool {
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| cells.get(at))
            .is_some_and(|cell| cell.kind.is_digit())
    };
    is_digit(letters.start.checked_sub(1)) || is_digit(Some(letters.end))
}

/// Whether so many letters, up to four, stand behind `0120-996-`, or before more of it. Behind a word they are another one: `is so 0120`.
fn is_group(cells: &[Cell], letters: Range<usize>, least: usize, joins: fn(Kind) -> bool) -> bool {
    let joining = |cell: &&Cell| joins(cell.kind);
    let is_digit = |cell: Option<&Cell>| cell.is_some_and(|cell| cell.kind.is_digit());
    let (before, behind) = (&cells[..letters.start], &cells[letters.end..]);
    let (near, next) = (
        before
            .iter()
            .rev()
            .take_while(joining)
            .take(MOST_BETWEEN)
            .count(),
        behind.iter().take_while(joining).take(MOST_BETWEEN).count(),
    );
    let goes_on = near > 0 && is_digit(before[..before.len() - near].last());
    let is_word = || {
        let spaced = behind[..next].iter().any(|cell| cell.kind == Kind::Space);
        let mut others = before.iter().rev().filter(|cell| cell.kind != Kind::Space);
        spaced && others.next().is_some_and(|cell| cell.kind == Kind::Letter)
    };
    (least..=MOST_LETTERS).contains(&letters.len())
        && (goes_on || next > 0 && is_digit(behind.get(next)) && !is_word())
}
