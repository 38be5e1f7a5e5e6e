//! Digits beside a number that are left over, and could belong to it.

use super::Finder;
use crate::text::phone::dial::MAX_DIGITS;
use crate::text::phone::groups::Joint;
use crate::text::phone::innocent::Mark;

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
            || joined <= joint
                && !word
                && self.is_near(before, at)
                && !self.is_alone_a_number(before)
    }

    /// The same behind the last group, before `end`.
    pub(super) fn is_open_behind(&self, end: usize, joint: Joint) -> bool {
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
            || joined <= joint
                && !behind.starts_with(char::is_alphabetic)
                && self.is_near(end, end)
                && !self.is_alone_a_number(end)
    }

    /// Whether a group could be left over from a number: it is short, or punctuation alone stands between `at` and what
    /// is before that.
    fn is_near(&self, group: usize, at: usize) -> bool {
        let gap =
            &self.text[self.digits.groups[at - 1].range.end..self.digits.groups[at].range.start];
        self.digits.groups[group].len() < 4 || !gap.contains(char::is_whitespace)
    }

    /// Whether a group belongs to nothing.
    fn is_free(&self, at: usize) -> bool {
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
