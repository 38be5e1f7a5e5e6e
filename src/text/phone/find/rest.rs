//! What is no whole number: the beginning of one, one with too many or too few digits, an official one out of order.

use std::ops::Range;

use super::{Class, Finder};
use crate::text::phone::dial::{
    MAX_DIGITS, american_number, canonical, is_domestic, is_grouped, is_shape, is_shaped,
};
use crate::text::phone::digit::{digit, letter_digit};
use crate::text::phone::groups::{Group, Look};
use crate::text::phone::innocent::Mark;

/// A number that begins with 0 and is no official one has at least so many digits, or one more where nothing stands between
/// them: postal codes and accounts have seven.
const LEAST_STRANGE: usize = 7;

/// The least digits of a number with that of its country.
const LEAST_ABROAD: usize = 7;
/// A number that is dictated has no more digits, with one too many.
const MOST_DICTATED: usize = 12;
/// A number within Japan with two digits too many, and the most that stand together in such.
const MOST_STRANGE: usize = 13;
const MOST_TOGETHER: usize = 7;
/// Bytes without anything, and no part of a number.
const EMPTY: &str = "000000";

/// How round amounts end.
const ROUND: &str = "0000";

/// So many digits of a number that is disguised are digits.
const LEAST_SEEN: usize = 4;

/// Fewer digits in one group are as good as any.
const LEAST_DISORDERED: usize = 9;

impl Finder<'_> {
    /// Groups that are no whole numbers: the beginning of one, one with too many or too few digits, or nothing.
    pub(super) fn take_rest(&mut self, run: Range<usize>) {
        let digits = canonical(self.digits, run.clone());
        let identifier = self.marks[run.start] == Mark::Identifier;
        let class = if self.begins(&run, &digits) && !identifier {
            Class::Beginning
        } else if self.book.is_in(&digits)
            || run.len() == 1 && self.book.is_nearly_in(&digits)
            || self.has_number(&run)
            || self.is_disordered(&run)
        {
            Class::Other
        } else if (self.is_strange(&run, &digits) || self.is_masked(&run) || self.is_bare(&run))
            && !identifier
            && !self.is_word(&run)
            && !self.is_labelled_alike(&run)
        {
            Class::Misshapen
        } else {
            return;
        };
        self.push(run, class, digits);
    }

    /// Takes groups some of whose digits are signs or letters, where they are dialled as the official numbers are, or are written
    /// as numbers of Japan are: `0○20-444-ⅠZ3`.
    pub(super) fn find_disguised(&mut self) {
        for run in self.runs() {
            let digits = canonical(self.digits, run.clone());
            let alike = self.book.is_dialled_alike(&digits) || self.is_disordered(&run);
            let single = |group: &Group| group.len() == 1;
            let one_by_one = self.digits.groups[run.clone()].iter().all(single);
            let whole = is_grouped(self.digits, run.clone()) || run.len() == 1 || one_by_one;
            let long = digits.len() == if begins_long(&digits) { 11 } else { 10 };
            if self.is_disguised(&run)
                && !self.is_labelled_alike(&run)
                && !self.is_word(&run)
                && is_domestic(&digits)
                && long
                && (alike || whole)
            {
                self.push(run, Class::Other, digits);
            }
        }
    }

    /// Whether each group begins with the same letter: `B1/B3/B8/B18`.
    fn is_labelled_alike(&self, run: &Range<usize>) -> bool {
        let groups = &self.digits.groups[run.clone()];
        let mut first = groups
            .iter()
            .map(|group| self.text[group.range.start..].chars().next());
        let letter = first.next().flatten().filter(char::is_ascii_alphabetic);
        letter.is_some() && groups.len() > 2 && first.all(|other| other == letter)
    }

    /// Whether some digits are signs or letters that anybody takes for digits, and enough are digits.
    fn is_disguised(&self, run: &Range<usize>) -> bool {
        let span =
            self.digits.groups[run.start].range.start..self.digits.groups[run.end - 1].range.end;
        let signs = || self.text[span.clone()].chars();
        let seen = signs()
            .filter(|&c| c.is_numeric() || digit(c).is_some())
            .count();
        // Letters of ASCII stand among its digits in many codes.
        let in_codes = |c: char| c.is_ascii_alphabetic() && letter_digit(c).is_none();
        let is_code = self.text[span.clone()].is_ascii() && signs().any(in_codes);
        // It ends a sentence.
        let exclaims = self.text[span.clone()].ends_with(['!', '！']);
        self.look(run) > Look::Plain && seen >= LEAST_SEEN && !is_code && !exclaims
    }

    /// Whether an official number begins so.
    pub(super) fn begins(&self, run: &Range<usize>, digits: &str) -> bool {
        self.book.begins(digits)
            && self.look(run) == Look::Plain
            && !self.has_inner_plus(run)
            && !self.goes_on(run.end)
            && !self.is_filled(run.end, digits)
    }

    /// Whether a letter stands right behind the groups before this one, which may be there for a digit.
    fn goes_on(&self, end: usize) -> bool {
        let last = self.digits.groups[end - 1].range.end;
        let next = self.text[last..].chars().next();
        next.is_some_and(|c| c.is_alphabetic() && c < '\u{2E80}')
    }

    /// Whether some of the groups are a whole number, as such numbers are written.
    fn has_number(&self, run: &Range<usize>) -> bool {
        let identifier = self.marks[run.start] == Mark::Identifier;
        run.clone().any(|start| {
            self.ends(start, run.end).any(|end| {
                let part = start..end;
                let plus = self.digits.groups[start].plus;
                // A short one is beside other digits that of something else.
                let short = self.digits.of(part.clone()).len() < LEAST_STRANGE;
                let number = !short && self.rank(&part).is_some();
                number
                    && (is_grouped(self.digits, part.clone())
                        || !identifier
                            && (plus
                                || end - start != 2
                                    && !self.digits.of(part.clone()).starts_with('0')
                                    && self.is_parted(&part, run)
                                || end - start == 1))
            })
        })
    }

    /// Whether something else stands around groups than between them: `100 200 300 1000` is a row. Nothing stands in one.
    fn is_parted(&self, part: &Range<usize>, run: &Range<usize>) -> bool {
        if part.len() == 1 {
            return true;
        }
        let before = part.start == run.start || self.gap(part.start) != self.gap(part.start + 1);
        before && (part.end == run.end || self.gap(part.end) != self.gap(part.end - 1))
    }

    /// Whether digits are those of an official number in another order, or nearly.
    fn is_disordered(&self, run: &Range<usize>) -> bool {
        let plus = self.digits.groups[run.start].plus;
        let digits = self.digits.of(run.clone());
        let few = digits.len() < LEAST_DISORDERED
            && (run.len() == 1 || self.marks[run.start] == Mark::Identifier);
        !plus
            && !few
            && (self.book.is_disordered(digits)
                || is_shaped(self.digits, run) && self.book.is_like(digits))
    }

    /// Whether a group of letters before few digits is a word rather than digits, or one of ASCII before digits in one:
    /// `OB-0120`, `OI-29004470`.
    pub(super) fn is_word(&self, run: &Range<usize>) -> bool {
        let first = &self.digits.groups[run.start];
        let word = &self.text[first.range.clone()];
        let few = self.digits.of(run.clone()).len() < LEAST_STRANGE;
        let code = run.len() == 2 && word.bytes().all(|c| c.is_ascii_uppercase());
        first.look > Look::Plain && word.chars().all(char::is_alphabetic) && (few || code)
    }

    /// Whether groups begin with a 0 that is no part of what is behind it: `0 │ 11042`, `0-1023/146515`. Of a number with such a 0
    /// the others stand in the groups of one.
    pub(super) fn is_zero_apart(&self, part: &Range<usize>) -> bool {
        let mut lengths = self.digits.groups[part.clone()].iter().map(Group::len);
        let zero = self.digits.of(part.start..part.start + 1) == "0";
        let rest: Vec<usize> = match lengths.nth(1) {
            Some(next) if zero && next > 1 => std::iter::once(next + 1).chain(lengths).collect(),
            _ => return false,
        };
        let whole = matches!(rest[..], [10 | 11]) || is_shape(&rest);
        rest[1..].iter().all(|&length| length > 1) && !whole
    }

    /// Whether digits without a sign in between are as many as those of a number of another country: `8005550199`,
    /// `0044 2079460958`. They could be any number; a guide may hold them.
    fn is_bare(&self, run: &Range<usize>) -> bool {
        let digits = self.digits.of(run.clone());
        let abroad = digits
            .strip_prefix("00")
            .is_some_and(|rest| (10..=13).contains(&rest.len()) && !rest.starts_with('0'));
        run.len() == 1
            && self.look(run) == Look::Plain
            && !is_amount(digits)
            && (abroad || american_number(digits).is_some())
    }

    /// Whether groups look like a number with too many or too few digits.
    fn is_strange(&self, run: &Range<usize>, digits: &str) -> bool {
        let lengths: Vec<usize> = self.digits.groups[run.clone()]
            .iter()
            .map(Group::len)
            .collect();
        let postal_code = lengths == [3, 4];
        let in_pairs = lengths.iter().all(|&length| length < 3);
        let plus = self.digits.groups[run.start].plus;
        // One that is dictated has its 0 alone, too, and is as long as one.
        let zero = lengths.len() > 1 && lengths[0] == 1;
        let least = match run.len() {
            _ if plus => LEAST_ABROAD,
            _ if zero => LEAST_DISORDERED,
            1 if self.book.begins_alike(digits) => LEAST_STRANGE,
            1 => LEAST_STRANGE + 1,
            _ => LEAST_STRANGE - 1,
        };
        let enough = digits.trim_start_matches('+').len() >= least;
        let most = match digits {
            _ if zero => MOST_DICTATED,
            _ if plus || digits.starts_with("00") || digits.starts_with("010") => MAX_DIGITS,
            _ if lengths.iter().any(|&length| length > MOST_TOGETHER) => MOST_STRANGE,
            _ => MAX_DIGITS,
        };
        (plus || is_domestic(digits))
            && enough
            && digits.len() <= most
            && (!plus || !self.has_inner_plus(run))
            && (!zero || is_dictated(&lengths))
            && (plus || !digits.contains(EMPTY))
            && !postal_code
            && !self.is_zero_apart(run)
            && (plus || !in_pairs)
    }
}

/// Whether a number of Japan stands in groups of these lengths whose 0 is alone: its digits one by one or in pairs, or as it is
/// written else.
fn is_dictated(lengths: &[usize]) -> bool {
    let rest = &lengths[1..];
    let alike = |length: usize| rest.iter().all(|&other| other == length);
    let mut joined = rest.to_vec();
    joined[0] += 1;
    alike(1) || alike(2) || is_shape(&joined)
}

/// Whether numbers that begin so have eleven digits in Japan: `090`, `0800`.
fn begins_long(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0', b'5'..=b'9', b'0', ..])
}

/// Whether digits are an amount rather than anything to dial: a round one, the most that a machine counts to, or those that
/// stand for any digits (`2345678901`).
fn is_amount(digits: &str) -> bool {
    let value: u64 = digits.parse().unwrap_or_default();
    let limit = value.is_power_of_two() || value.wrapping_add(1).is_power_of_two();
    let step = |pair: &[u8]| (10 + pair[1]).wrapping_sub(pair[0]) % 10;
    let counts = |by: u8| digits.as_bytes().windows(2).all(|pair| step(pair) == by);
    limit || digits.ends_with(ROUND) || counts(0) || counts(1) || counts(9)
}
