//! What is no whole number: the beginning of one, one with too many or too few digits, an official one out of order.

use std::ops::Range;

use super::{Class, Finder};
use crate::text::phone::dial::{MAX_DIGITS, canonical, is_domestic, is_grouped, is_shaped};
use crate::text::phone::groups::{Group, Look};
use crate::text::phone::innocent::Mark;

/// A number that begins with 0 and is no official one has at least so many digits, or one more where nothing stands between
/// them: postal codes and accounts have seven.
const LEAST_STRANGE: usize = 7;

/// Fewer digits in one group are as good as any.
const LEAST_DISORDERED: usize = 9;

impl Finder<'_> {
    /// Groups that are no whole numbers: the beginning of one, one with too many or too few digits, or nothing.
    pub(super) fn take_rest(&mut self, run: Range<usize>) {
        let digits = canonical(self.digits, run.clone());
        let identifier = self.marks[run.start] == Mark::Identifier;
        let class = if self.begins(&run, &digits) && !identifier {
            Class::Beginning
        } else if self.book.is_in(&digits) || self.has_number(&run) || self.is_disordered(&run) {
            Class::Other
        } else if (self.is_strange(&run, &digits) || self.is_masked(&run))
            && !identifier
            && !self.is_word(&run)
        {
            Class::Misshapen
        } else {
            return;
        };
        self.push(run, class, digits);
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
                let number = self.rank(&part).is_some();
                number
                    && (is_grouped(self.digits, part.clone())
                        || !identifier
                            && (plus
                                || end - start != 2 && !self.digits.of(part).starts_with('0')
                                || end - start == 1))
            })
        })
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

    /// Whether a group of letters before few digits is a word rather than digits: `OB-0120`.
    fn is_word(&self, run: &Range<usize>) -> bool {
        let first = &self.digits.groups[run.start];
        let letters = self.text[first.range.clone()]
            .chars()
            .all(char::is_alphabetic);
        letters && first.look == Look::Letters && self.digits.of(run.clone()).len() < LEAST_STRANGE
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
        let least = match run.len() {
            1 if self.book.begins_alike(digits) => LEAST_STRANGE,
            1 => LEAST_STRANGE + 1,
            _ => LEAST_STRANGE - 1,
        };
        let enough = digits.len() >= least;
        (plus || is_domestic(digits))
            && enough
            && digits.len() <= MAX_DIGITS
            && !postal_code
            && (plus || !in_pairs)
    }
}
