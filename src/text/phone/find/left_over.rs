//! Digits beside a number that are left over, and could belong to it.

use super::Finder;
use crate::text::phone::dial::MAX_DIGITS;
use crate::text::phone::groups::{Group, Joint};
use crate::text::phone::innocent::Mark;

/// Fewer digits count something where a word follows.
const SHORT: usize = 3;
/// What stands between two ends that a number may have.
#[rustfmt::skip]
const OR: [&str; 26] = [
    "or", "and", "to", "through", "thru", "as well as", "または", "又は", "もしくは", "あるいは", "か", "や", "と", "から", "及び", "および",
    "ないし", "oder", "und", "bis", "ou", "et", "또는", "或", "或者", "和",
];
/// What follows a number in a sentence.
const PARTICLES: [&str; 9] = ["に", "へ", "を", "で", "まで", "です", "も", "が", "は"];
/// What stands before an extension, right behind a number.
const EXTENSIONS: [&str; 3] = ["x", "ex", "ext"];
/// Words before the number of a telephone within a house.
const LINES: [&str; 5] = ["ext", "Ext", "EXT", "内線", "分机"];
/// What is dialled for help elsewhere.
const EMERGENCY: [&str; 3] = ["911", "999", "000"];

impl Finder<'_> {
    /// Whether digits stand before a group that could belong to it as those do that are joined like this.
    pub(super) fn is_open_before(&self, at: usize, joint: Joint) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| self.is_free(before)) else {
            return false;
        };
        let group = &self.digits.groups[before];
        let word = self.text[..group.range.start]
            .chars()
            .next_back()
            .is_some_and(char::is_alphabetic);
        let joined = self.digits.groups[at].joint;
        joined == Joint::Tight
            || self.is_sign_said(at)
            || joined <= joint
                && !word
                && self.is_near(before, at)
                && !self.is_alone_a_number(before)
    }

    /// The same behind the last group, before `end`.
    pub(super) fn is_open_behind(&self, end: usize, joint: Joint) -> bool {
        if self.is_one_word(end) {
            return true;
        }
        let plus =
            |at: usize| self.digits.groups[at].plus && self.digits.groups[at].joint > Joint::Tight;
        if end >= self.digits.groups.len() || plus(end) || !self.is_free(end) {
            return false;
        }
        let next = (end + 1..self.digits.groups.len())
            .find(|&at| self.digits.groups[at].joint != Joint::Tight);
        let last = next.unwrap_or(self.digits.groups.len()) - 1;
        let behind =
            self.text[self.digits.groups[last].range.end..].trim_start_matches([' ', '\u{3000}']);
        let joined = self.digits.groups[end].joint;
        joined == Joint::Tight
            || self.is_sign_said(end)
            || self.is_alternative(end)
            || joined <= joint
                && !is_counted(behind)
                && self.is_near(end, end)
                && !self.is_alone_a_number(end)
    }

    /// Whether letters alone stand before a group, and digits right before those: `012e3`. An extension may: `012x3`.
    fn is_one_word(&self, end: usize) -> bool {
        let groups = &self.digits.groups;
        let Some(next) = groups.get(end) else {
            return false;
        };
        let gap = groups[end - 1].range.end..next.range.start;
        let gap = self
            .text
            .get(gap)
            .unwrap_or_default()
            .trim_end_matches(['+', '-']);
        let word = !gap.is_empty() && gap.chars().all(|c| c.is_alphabetic() && c < '\u{2E80}');
        let extension = EXTENSIONS.iter().any(|own| own.eq_ignore_ascii_case(gap));
        word && !extension && !self.is_alone_a_number(end)
    }

    /// Whether a group begins another end of the number before it: `0120-996-012 or 3`, `or 996-013`.
    fn is_alternative(&self, at: usize) -> bool {
        let groups = &self.digits.groups;
        let gap = self.gap(at);
        let is_sign = |c: char| c.is_whitespace() || "()（）,、-".contains(c);
        let word = gap.trim_matches(is_sign);
        if !OR.iter().any(|or| or.eq_ignore_ascii_case(word)) {
            return false;
        }
        let more = groups[at + 1..].iter();
        let more = more.take_while(|group| group.joint == Joint::Tight).count();
        let own = self.digits.of(at..at + 1);
        if more == 0 && own.len() < SHORT {
            let behind = &self.text[groups[at].range.end..];
            let behind = behind.trim_start_matches([' ', '\u{3000}']);
            let word = behind.starts_with(char::is_alphabetic);
            return !word
                || PARTICLES
                    .iter()
                    .any(|particle| behind.starts_with(particle));
        }
        let lengths = |from: usize| groups[from..].iter().take(more + 1).map(Group::len);
        let alike = at
            .checked_sub(more + 1)
            .is_some_and(|from| lengths(from).eq(lengths(at)));
        // The police have a number too.
        let other = more == 0 && (own.starts_with('1') || EMERGENCY.contains(&own));
        alike && !other && !self.is_alone_a_number(at)
    }

    /// Where a number ends, with the other end that it may have.
    pub(super) fn with_alternative(&self, end: usize) -> usize {
        let groups = &self.digits.groups;
        if end >= groups.len() || !self.is_free(end) || !self.is_alternative(end) {
            return end;
        }
        let more = groups[end + 1..].iter();
        end + 1 + more.take_while(|group| group.joint == Joint::Tight).count()
    }

    /// Whether a group could be left over from a number: it is short, or punctuation alone stands between `at` and what
    /// is before that.
    fn is_near(&self, group: usize, at: usize) -> bool {
        let gap = self.gap(at);
        self.digits.groups[group].len() < 4 || !gap.contains(char::is_whitespace)
    }

    /// Whether a group belongs to nothing.
    pub(super) fn is_free(&self, at: usize) -> bool {
        !self.taken[at] && self.marks[at] < Mark::Innocent
    }

    /// Whether a group belongs to a row of groups that is numbers and nothing else.
    fn is_alone_a_number(&self, at: usize) -> bool {
        let groups = &self.digits.groups;
        let next = (at + 1..groups.len())
            .find(|&next| groups[next].joint != Joint::Tight)
            .unwrap_or(groups.len());
        let first = (0..=at)
            .rev()
            .find(|&first| groups[first].joint != Joint::Tight)
            .unwrap_or(0);
        next - first <= MAX_DIGITS && self.partition(&(first..next)).is_some()
    }
}

/// Whether a word follows that digits count: it does not say which telephone of a house.
fn is_counted(behind: &str) -> bool {
    behind.starts_with(char::is_alphabetic) && !LINES.iter().any(|word| behind.starts_with(word))
}
