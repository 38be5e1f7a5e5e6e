//! Short numbers, such as `188` and `#9110`. Three digits are the number of something else far more often.

use std::ops::Range;

use super::Finder;
use crate::text::phone::groups::Joint;
use crate::text::phone::innocent::{LABELS, Mark, is_named};

/// A number has so many digits, or behind a `#` one more.
const LENGTH: usize = 3;
/// Words before the numbers of other things, in lower case, besides those that stand before a telephone number too.
#[rustfmt::skip]
static OTHERS: [&str; 22] = [
    "bus", "flight", "train", "row", "psalm", "opus", "op", "highway", "interstate", "bin", "lot", "locker", "house", "sheet", "表", "国道",
    "県道", "路線", "系統", "議席", "背番号", "出席番号",
];
/// What follows them, and no number that is dialled.
const BEHIND: [&str; 8] = ["号", "號", "位", "番線", "番地", "番目", "of ", "out of "];

impl Finder<'_> {
    /// The short one that a group is. Where none is listed, nothing is said of short numbers: the police have one.
    pub(super) fn short(&self, at: usize) -> Option<usize> {
        let group = &self.digits.groups[at];
        let digits = self.digits.of(at..at + 1);
        let sign = self.text[..group.range.start].ends_with(['#', '＃', '♯']);
        let short = if sign {
            format!("#{digits}")
        } else {
            digits.to_owned()
        };
        // `No. 188`, `第188号`: it is that of something else.
        let own = sign || digits.len() == LENGTH && self.marks[at] < Mark::Identifier;
        (!group.plus && own)
            .then(|| self.book.find(&short))
            .flatten()
            .filter(|_| sign || !self.is_of_another(at))
    }

    /// What may stand between an official number and digits that could belong to it: of a short one only what stands within
    /// numbers, for such are listed beside each other (`110, 118, 119`).
    pub(super) fn joint_beside(&self, part: &Range<usize>) -> Joint {
        if self.digits.of(part.clone()).len() <= LENGTH + 1 {
            Joint::Tight
        } else {
            Joint::Loose
        }
    }

    /// Whether a word, a letter or a sign says that digits are the number of something else: `Room 188`, `188号線`, `A188`,
    /// `188/256`.
    fn is_of_another(&self, at: usize) -> bool {
        let range = &self.digits.groups[at].range;
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        let letter = |c: char| c.is_ascii_alphabetic();
        let glued = behind.starts_with(letter) || before.ends_with(letter) && !self.is_called(at);
        let counted = behind.trim_start();
        let part = |at: usize| {
            let digits = self.digits.of(at..at + 1);
            self.gap(at).trim() == "/" && digits.len() <= LENGTH && self.book.find(digits).is_none()
        };
        glued
            || BEHIND.iter().any(|word| counted.starts_with(word))
            || at + 1 < self.digits.groups.len() && part(at + 1)
            || is_named(before, &LABELS)
            || is_named(before, &OTHERS)
    }
}
