//! Short numbers, such as `188` and `#9110`. Three digits are the number of something else far more often.

use std::ops::Range;

use super::Finder;
use super::possible::is_hyphen;
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
/// What roads are called, before the number of a house, and what ends so and is none.
const ROADS: [&str; 5] = ["로", "길", "路", "街", "通り"];
const BY_PHONE: [&str; 4] = ["전화로", "번호로", "으로", "바로"];
/// What follows them, and no number that is dialled.
const BEHIND: [&str; 8] = ["号", "號", "位", "番線", "番地", "番目", "対", "件"];
/// Words that stand before a number that is dialled, and behind one, in lower case. Other words of English say what it is a number of
/// (`Act 188`, with a capital), or what is counted (`188 commits`).
#[rustfmt::skip]
const BEFORE_DIALLED: [&str; 22] = [
    "call", "dial", "phone", "telephone", "tel", "ring", "number", "hotline", "helpline", "line", "is", "was", "and", "or", "the", "to", "at", "on",
    "try", "use", "contact", "please",
];
#[rustfmt::skip]
const BEHIND_DIALLED: [&str; 38] = [
    "is", "was", "for", "or", "and", "if", "in", "from", "to", "now", "when", "real", "free", "called", "calls", "rang", "phoned", "has", "at", "on",
    "by", "as", "a", "an", "the", "safe", "official", "today", "please", "toll", "does", "did", "legit", "genuine", "fake", "with", "before", "any",
];

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
            .filter(|_| !self.is_glued(at) && (sign || !self.is_of_another(at)))
            .filter(|_| !self.is_hyphened(at) && !self.is_hyphened(at + 1))
    }

    /// Whether a hyphen alone stands before a group: `188-188` is no number twice.
    fn is_hyphened(&self, at: usize) -> bool {
        let parts = at > 0 && at < self.digits.groups.len();
        parts && is_hyphen(self.gap(at))
    }

    /// Whether digits behind a `#` are one digit away from a listed number of this kind: `#7118`.
    pub(super) fn is_near_short(&self, at: usize) -> bool {
        let before = &self.text[..self.digits.groups[at].range.start];
        let digits = self.digits.of(at..at + 1);
        let sign = before.ends_with(['#', '＃', '♯']) && digits.len() == LENGTH + 1;
        sign && !self.is_glued(at) && self.book.is_near_short(digits)
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

    /// Whether letters belong to the same word: `A188`, `#7119a`, `188-bit`.
    fn is_glued(&self, at: usize) -> bool {
        let range = &self.digits.groups[at].range;
        let letter = |c: char| c.is_ascii_alphabetic();
        let behind = &self.text[range.end..];
        let behind = behind.strip_prefix('-').unwrap_or(behind);
        behind.starts_with(letter)
            || self.text[..range.start].ends_with(letter) && !self.is_called(at)
    }

    /// Whether a word or a sign says that digits are the number of something else, or how many there are: `Room 188`, `188号線`,
    /// `188/256`.
    pub(super) fn is_of_another(&self, at: usize) -> bool {
        let range = &self.digits.groups[at].range;
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        let counted = behind.trim_start();
        let part = |at: usize| {
            let digits = self.digits.of(at..at + 1);
            self.gap(at).trim() == "/" && digits.len() <= LENGTH && self.book.find(digits).is_none()
        };
        let road = before.trim_end();
        let is_road = ROADS.iter().any(|word| road.ends_with(word))
            && !BY_PHONE.iter().any(|word| road.ends_with(word));
        is_road
            || BEHIND.iter().any(|word| counted.starts_with(word))
            || before.trim_end().ends_with('§')
            || names(before)
            || counts(behind)
            || at + 1 < self.digits.groups.len() && part(at + 1)
            || is_named(before, &LABELS)
            || is_named(before, &OTHERS)
    }
}

/// Whether a text ends with a word of English with a capital that stands before no number that is dialled: `Act `.
fn names(before: &str) -> bool {
    let Some(before) = before.strip_suffix([' ', '\u{A0}']) else {
        return false;
    };
    let rest = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let word = &before[rest.len()..];
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    capital && !BEFORE_DIALLED.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether a text begins with a word of English that stands behind no number that is dialled: ` commits`.
pub(super) fn counts(behind: &str) -> bool {
    let Some(behind) = behind.strip_prefix([' ', '\u{A0}']) else {
        return false;
    };
    let length = behind.find(|c: char| !c.is_ascii_alphabetic());
    let word = &behind[..length.unwrap_or(behind.len())];
    !word.is_empty() && !BEHIND_DIALLED.contains(&word.to_ascii_lowercase().as_str())
}
