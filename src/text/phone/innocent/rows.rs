//! Ranges, and rows of numbers that go on as no telephone number does.

use super::date::is_to;
use super::{Mark, Marking};

/// No number in a row has more digits.
const MAX_IN_ROW: usize = 6;
/// No longer rows are looked at as one.
pub(in crate::text::phone) const LONGEST_ROW: usize = 64;
/// Rows count by at most so much.
const MAX_STEP: i64 = 5;
/// Rows from 0 on count by these as well.
const ROUND: [i64; 9] = [10, 20, 25, 50, 100, 200, 250, 500, 1000];
/// So often a row of bare numbers has to rise, whatever its steps.
const LEAST_RISING: usize = 6;
/// Values have fewer digits.
const MAX_VALUE: usize = 10;
/// So many characters at most stand between the numbers of a row.
const MAX_SIGN: usize = 3;
/// So many groups of one length make a long row.
const LEAST_ALIKE: usize = 4;
/// So many groups are the values of settings, if so many of them are 0, and so many longer than two digits.
const LEAST_SET: usize = 7;
const LEAST_ZERO: usize = 2;
/// So many digits are dialled by nobody.
const TOO_MANY: usize = 20;

impl Marking<'_> {
    /// `7 3 0 9 4 1 …`: digits one by one, with the same sign between them all, so many that they are a table of digits. Only an
    /// official number is looked for among them.
    pub(super) fn mark_tables(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let sign = self.gap(start + 1);
            let single = |&at: &usize| self.len(at) == 1 && !self.digits.groups[at].plus;
            let joined = |at: &usize| single(at) && self.gap(*at) == sign;
            let more = self.after(start).take_while(joined).count();
            if more >= LONGEST_ROW && single(&start) {
                self.mark(start..start + more + 1, Mark::Identifier);
            }
            start += more.max(1);
        }
    }

    /// `03-0011-1234-5678-9012-3456`, `01234-56789012-34567890`: where electricity comes in, a card for toll roads. More digits than
    /// are ever dialled, with a hyphen between all groups, which are as long as each other but for the first.
    pub(super) fn long_row(&self, at: usize) -> Option<usize> {
        let length = self.len(at + 1);
        let joined = |&at: &usize| self.gap(at) == "-" && self.len(at) == length;
        let more = self.after(at).take_while(joined).count();
        let digits = self.len(at) + more * length;
        let long = length > 3 && digits >= TOO_MANY && (more >= LEAST_ALIKE || length > 7);
        let chained = at > 0 && self.gap(at) == "-";
        (long && self.begins(at) && !chained && self.ends(at + more)).then_some(more + 1)
    }

    /// `200-699/1000`: from one to another, of all.
    pub(super) fn portion(&self, at: usize) -> Option<usize> {
        if self.gap(at + 1) != "-" || self.gap(at + 2) != "/" {
            return None;
        }
        let bare = |at: usize| self.digits(at) == "0" || !self.digits(at).starts_with('0');
        let rises = |at: usize| self.value(at) <= self.value(at + 1);
        let [from, to, all] = self.lengths(at)?;
        let short = from.max(to).max(all) < MAX_VALUE;
        let whole = (at..at + 3).all(bare) && rises(at) && rises(at + 1);
        (short && whole && self.stands_apart(at) && self.ends(at + 2)).then_some(3)
    }

    /// `0 0 4 1450 1550 18 0 40 10`: the values of settings. Nobody writes a number with two 0 that are alone, and long groups.
    pub(super) fn settings(&self, at: usize) -> Option<usize> {
        let bare = |at: &usize| {
            self.len(*at) <= MAX_IN_ROW
                && (self.digits(*at) == "0" || !self.digits(*at).starts_with('0'))
        };
        let joined = |at: &usize| self.gap(*at) == " " && bare(at);
        if !bare(&at) || !self.begins(at) {
            return None;
        }
        let more = self.after(at).take(LONGEST_ROW).take_while(joined).count();
        let count = |is: &dyn Fn(usize) -> bool| (at..=at + more).filter(|&at| is(at)).count();
        let zeros = count(&|at| self.digits(at) == "0") >= LEAST_ZERO;
        let long = count(&|at| self.len(at) > 2) >= LEAST_ZERO;
        (more + 1 >= LEAST_SET && zeros && long && self.ends(at + more)).then_some(more + 1)
    }

    /// `0〜65535`, `012–034`: from one to another.
    pub(super) fn range(&self, at: usize) -> Option<usize> {
        let [from, to] = self.lengths(at)?;
        let sign = self.gap(at + 1);
        // `0..449922576`, `[03106..69941]`, as in code.
        let bracket = self.gap(at).ends_with('[');
        if matches!(sign, ".." | "..=" | "...")
            && (self.digits(at) == "0" || bracket)
            && self.gap(at + 2) != sign
        {
            return (self.stands_apart(at) && self.ends(at + 1)).then_some(2);
        }
        if !is_to(sign) || !self.stands_apart(at) || !self.ends(at + 1) {
            return None;
        }
        // What goes on so is no range, but digits one by one.
        let chained = at > 0 && self.gap(at) == sign || self.gap(at + 2) == sign;
        // What begins with another 0 is a number, and the first may be one of its digits.
        let from_zero = self.digits(at) == "0"
            && !self.digits(at + 1).starts_with('0')
            && (to <= 6 || to > 9 && self.digits(at + 1) < "5");
        let alike = from == to && to <= 3;
        let rises = self.value(at) < self.value(at + 1);
        let years = self.is_year(at) && self.is_year(at + 1);
        let two = from_zero || years || alike && !self.is_part_of_number(at, 2);
        (!chained && rises && two).then_some(2)
    }

    /// `01 02 03 04 05`, `0 5 10 15`, `128 256 512 1024`: a row that goes on by the same step, by the same factor, or on and
    /// on, as no telephone number does.
    pub(super) fn row(&self, at: usize) -> Option<usize> {
        if at > 0 && !self.begins(at) && !self.stands_apart(at) {
            return None;
        }
        let sign = self.gap(at + 1);
        let within = at > 0 && self.gap(at) == sign && !self.is_marked(at - 1);
        if within
            || sign.is_empty()
            || sign.chars().nth(MAX_SIGN).is_some()
            || self.len(at) > MAX_IN_ROW
        {
            return None;
        }
        let joined = |at: &usize| self.gap(*at) == sign && self.len(*at) <= MAX_IN_ROW;
        let more = self.after(at).take(LONGEST_ROW).take_while(joined).count();
        if more < 2 {
            return None;
        }
        let values: Vec<u32> = (at..=at + more).map(|at| self.value(at)).collect();
        let even = (at..=at + more).all(|other| self.len(other) == self.len(at));
        let bare =
            (at..=at + more).all(|at| self.len(at) == 1 || !self.digits(at).starts_with('0'));
        let step = |pair: &[u32]| i64::from(pair[1]) - i64::from(pair[0]);
        let first = step(&values[..2]);
        let steps = values
            .windows(2)
            .take_while(|&pair| step(pair) == first)
            .count();
        let small = (1..=MAX_STEP).contains(&first.abs()) && (even && self.len(at) <= 3 || bare);
        let round = bare && values[0] == 0 && ROUND.contains(&first);
        let counts = small || round;
        let factor = |pair: &[u32]| pair[0] > 0 && Some(pair[1]) == pair[0].checked_mul(2);
        let doubled = values.windows(2).take_while(|&pair| factor(pair)).count();
        let rising = values
            .windows(2)
            .take_while(|&pair| step(pair) >= 0)
            .count();
        let length = if counts && steps >= 3 {
            steps
        } else if bare && doubled >= 2 {
            doubled
        } else if bare && rising >= LEAST_RISING && (10..u32::MAX).contains(&values[more]) {
            rising
        } else {
            return None;
        };
        // What goes on otherwise may be a part of it.
        (length == more && self.ends(at + more)).then_some(length + 1)
    }
}
