//! Groups that stand as the numbers of some country do, and as those of other things, too: `1588-1234`, `400-123-4567`,
//! `(123) 456-7890`. A guide may hold them; whoever asks about one is told that it is not listed.

use std::ops::Range;

use super::{Class, Finder};
use crate::text::phone::dial::canonical;
use crate::text::phone::groups::{Group, Look};
use crate::text::phone::innocent::Mark;

/// How the numbers of Korea begin that have eight digits.
#[rustfmt::skip]
const OF_KOREA: [&str; 22] = [
    "1522", "1533", "1544", "1551", "1555", "1566", "1577", "1588", "1599", "1600", "1644", "1660", "1661", "1666", "1668", "1670", "1688", "1800",
    "1811", "1833", "1855", "1899",
];
/// How numbers begin in several countries that cost the caller nothing, or as much everywhere.
const OF_SERVICES: [&str; 5] = ["1300", "1700", "1800", "1860", "1900"];
/// The last year that may end a range of years.
const LAST_YEAR: u32 = 2100;

impl Finder<'_> {
    /// Takes what is left and could be one.
    pub(super) fn find_possible(&mut self) {
        for run in self.runs() {
            let none = self.marks[run.clone()]
                .iter()
                .all(|&mark| mark == Mark::None);
            if none && run.len() > 1 && self.is_possible(&run) {
                let digits = canonical(self.digits, run.clone());
                self.push(run, Class::Possible, digits);
            }
        }
        for at in 0..self.digits.groups.len() {
            if !self.taken[at] && self.is_near_short(at) {
                let digits = self.digits.of(at..at + 1).to_owned();
                self.push(at..at + 1, Class::Possible, digits);
            }
        }
    }

    fn is_possible(&self, run: &Range<usize>) -> bool {
        let groups = &self.digits.groups[run.clone()];
        let lengths: Vec<usize> = groups.iter().map(Group::len).collect();
        let digits = self.digits.of(run.clone());
        let first = self.digits.of(run.start..run.start + 1);
        let gap = |at: usize| self.gap(run.start + at);
        let hyphens = |from: usize| (from..run.len()).all(|at| is_hyphen(gap(at)));
        let dots = || (1..run.len()).all(|at| gap(at) == ".");
        let spaces = || (1..run.len()).all(|at| gap(at) == " ");
        let before = &self.text[..groups[0].range.start];
        let bracket = before.ends_with(['(', '（']) && gap(1).starts_with([')', '）']);
        let plain = groups
            .iter()
            .all(|group| group.look == Look::Plain && !group.plus);
        let free = ["1300", "1700", "1800"];
        plain
            && match lengths[..] {
                [4, 4] => {
                    OF_KOREA.contains(&first) && hyphens(1) && !self.is_range_of_years(run.start)
                }
                [3, 3, 4] => {
                    !digits.starts_with('0') && (hyphens(1) || dots() || bracket && hyphens(2))
                }
                [1, 3, 3, 4] => digits.starts_with('1') && (hyphens(1) || hyphens(3)),
                [4, 3, 4] => OF_SERVICES.contains(&first) && (hyphens(1) || spaces()),
                [1, 3, 2, 4] => free.iter().any(|own| digits.starts_with(own)) && hyphens(1),
                // A listed number of three digits, and more.
                [3, 3, 3] => hyphens(1) && self.book.contains(first),
                _ => false,
            }
    }

    fn is_range_of_years(&self, at: usize) -> bool {
        let value = |at: usize| {
            self.digits
                .of(at..at + 1)
                .parse::<u32>()
                .unwrap_or_default()
        };
        (value(at)..=LAST_YEAR).contains(&value(at + 1))
    }
}

/// Whether a hyphen is all that stands there.
pub(super) fn is_hyphen(gap: &str) -> bool {
    matches!(gap, "-" | "‐" | "‑" | "–" | "−" | "－" | "ー")
}
