//! Rows of small numbers that add up, or are drawn.

use super::Marking;
use crate::text::phone::dial::dialled;

/// What stands between the parts of a calculation.
const OPERATORS: [&str; 7] = [" + ", " - ", " − ", " – ", " × ", " ÷ ", " * "];
/// What stands between the numbers of an equation.
const CALCULATED: &str = " +-−–×÷*/=().,";
/// In the order in which they are counted or typed.
const ALL_DIGITS: [&str; 3] = ["0123456789", "1234567890", "9876543210"];
/// The digits of an official number could be multiplied that is nine digits without its 0.
const MOST_MULTIPLIED: usize = 8;
/// No longer calculations are looked at as one.
const MOST_OPERANDS: usize = 16;
/// So many innings has a game, and so many more at most are played if it is a draw.
const INNINGS: usize = 9;
const MOST_INNINGS: usize = 15;
/// Of a game's score, no number has more digits.
const MAX_RUNS: usize = 2;
/// So many numbers are drawn at least. No number has as many digits.
const LEAST_DRAWN: usize = 6;

impl Marking<'_> {
    /// `411 + 525 = 936`: no part of it begins with 0, as nearly all telephone numbers do.
    pub(super) fn calculation(&self, at: usize) -> Option<usize> {
        let is_amount = |at: usize| self.len(at) > 0 && !self.digits(at).starts_with('0');
        let operands = self
            .after(at)
            .take(MOST_OPERANDS)
            .take_while(|&at| OPERATORS.contains(&self.gap(at)) && is_amount(at))
            .count();
        let result = at + operands + 1;
        let is_whole = is_amount(at) && self.gap(result) == " = " && is_amount(result);
        let inner = at > 0 && OPERATORS.contains(&self.gap(at));
        (operands > 0 && is_whole && !inner && !self.digits.groups[at].plus).then_some(operands + 2)
    }

    /// `1 + (100 + 100 / 1) + 1000 = 1201`, `(0.5*2)+7=8`: what is calculated, and is not as long as a telephone number.
    pub(super) fn equation(&self, at: usize) -> Option<usize> {
        let joined = |at: usize| {
            let gap = self.gap(at);
            !gap.is_empty() && gap.chars().all(|c| CALCULATED.contains(c))
        };
        if at > 0 && joined(at) {
            return None;
        }
        let more = self.after(at).take(MOST_OPERANDS);
        let more = more.take_while(|&at| joined(at)).count();
        let signs = |signs: &[char]| (at + 1..=at + more).any(|at| self.gap(at).contains(signs));
        let bare = |at: usize| self.len(at) == 1 || !self.digits(at).starts_with('0');
        let is_equation =
            (at..=at + more).all(bare) && signs(&['=']) && signs(&['+', '*', '×', '/', '÷']);
        let groups = at..at + more + 1;
        (is_equation && dialled(self.digits, groups).is_none()).then_some(more + 1)
    }

    /// `t + (60 * 60 * 24)`, `365*24*60`: what is multiplied, and has fewer digits than any number that is dialled.
    pub(super) fn product(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at + 1);
        let bare = |at: usize| self.len(at) > 0 && !self.digits(at).starts_with('0');
        if !matches!(sign, "*" | " * ") || !bare(at) {
            return None;
        }
        let times = |&at: &usize| self.gap(at) == sign && bare(at);
        let more = self.after(at).take(MOST_OPERANDS).take_while(times).count();
        let plus = self.digits.groups[at].plus && !self.before(at).ends_with(['+', '＋']);
        let apart = (plus || self.stands_apart(at)) && self.ends(at + more);
        let few = self.digits.of(at..at + more + 1).len() <= MOST_MULTIPLIED;
        (more > 0 && apart && few).then_some(more + 1)
    }

    /// `0123456789`, `[0 1] [2 3] [4 5] [6 7] [8 9]`: all digits there are, as they are listed.
    pub(super) fn all_digits(&self, at: usize) -> Option<usize> {
        let more = self.after(at).take_while(|&at| self.len(at) == 1).take(9);
        let groups = match self.len(at) {
            1 => more.count() + 1,
            _ => 1,
        };
        let all = ALL_DIGITS.contains(&self.digits.of(at..at + groups));
        (all && self.begins(at) && self.ends(at + groups - 1)).then_some(groups)
    }

    /// `030 130 02x - 9 12 1`, `0 0 1 0 2 0 0 0 0 | 3`: the runs of a game in each inning, their sum, and perhaps hits and errors.
    pub(super) fn line_score(&self, at: usize) -> Option<usize> {
        if !self.begins(at) || !matches!(self.len(at), 1 | 3) {
            return None;
        }
        let joined = |&at: &usize| self.gap(at) == " ";
        let innings = self.after(at).take(MOST_INNINGS).take_while(joined).count() + 1;
        let runs = at + innings;
        // The home team does not play the last one if it leads.
        let sign = self.gap(runs).trim_start_matches(['x', 'X']);
        let unplayed = self.gap(runs).len() - sign.len();
        let digits = self.digits.of(at..runs);
        let length = digits.len() + unplayed;
        let parted =
            !sign.is_empty() && sign.chars().all(|c| " -–—=|:\u{3000}".contains(c)) && sign != " ";
        let groups = 1..runs - at;
        let alike = groups.into_iter().all(|more| {
            let last = at + more + 1 == runs;
            self.len(at + more) == self.len(at)
                || last && self.len(at + more) + unplayed <= self.len(at)
        });
        let sum: u32 = digits.bytes().map(|digit| u32::from(digit - b'0')).sum();
        let is_game = (INNINGS..=MOST_INNINGS).contains(&length)
            && parted
            && alike
            && (1..=MAX_RUNS).contains(&self.len(runs))
            && self.value(runs) == sum;
        let behind = |&at: &usize| self.gap(at) == " " && (1..=MAX_RUNS).contains(&self.len(at));
        let more = self.after(runs).take(2).take_while(behind).count();
        is_game.then_some(innings + 1 + more)
    }

    /// `01 17 25 32 33 42`: numbers that are drawn, in order. In pairs a number has ten digits.
    pub(super) fn drawn(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at + 1);
        if !self.begins(at) || !matches!(sign, " " | "-" | ", " | "、" | ",") {
            return None;
        }
        let rises = |&next: &usize| {
            self.gap(next) == sign && self.len(next) == 2 && self.value(next - 1) < self.value(next)
        };
        let more = self.after(at).take_while(rises).count();
        let is_row = self.len(at) == 2 && more + 1 >= LEAST_DRAWN;
        (is_row && self.ends(at + more)).then_some(more + 1)
    }
}
