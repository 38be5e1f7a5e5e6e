//! Groups that are written like a telephone number, with other signs or words in between.

use std::ops::Range;

use super::{Class, Finder};
use crate::text::phone::dial::{
    MAX_DIGITS, canonical, dialled, is_shape, is_whole_domestic, whole,
};
use crate::text::phone::groups::{BLOCK_END, Group, Joint};
use crate::text::phone::innocent::{BEGINNINGS, Mark};

/// So many characters may stand between the groups of a scattered number.
const MAX_GAP: usize = 16;
/// So many groups may follow the first of one.
const MOST_SCATTERED: usize = 10;
/// The number of Japan as a group by itself, with what is dialled before it.
const COUNTRY: [&str; 4] = ["81", "0081", "01081", "01181"];
/// What is said for a sign between groups, in lower case.
#[rustfmt::skip]
const SAID: [&str; 19] = [
    "then", "and then", "and", "next", "space", "pause", "bar", "stroke", "dann", "puis", "luego", "の", "それから", "然后", "다음", "followed by", "plus",
    "그리고", "つぎに",
];
/// What is said for one that is written between them, in lower case.
#[rustfmt::skip]
const SIGNS_SAID: [&str; 25] = [
    "dash", "hyphen", "minus", "dot", "point", "slash", "punkt", "strich", "bindestrich", "tiret", "guion", "guión", "ハイフン", "ドット", "ダッシュ",
    "マイナス", "スラッシュ", "横棒", "杠", "横杠", "横线", "橫線", "하이픈", "대시", "ピリオド",
];
/// A sign between groups that are the same everywhere has no more characters: ` stroke `.
const MAX_SIGN: usize = 12;
/// What stands between the items of a list, and in times.
const OF_LISTS: [char; 14] = [
    ' ', '\u{3000}', ',', '，', '、', ';', '；', ':', '：', '|', '/', '\t', '\n', BLOCK_END,
];
/// Of an official number so many digits are as long as one, if there are more signs between them.
pub(super) const LEAST_CHAINED: usize = 9;
/// So many cells of a table are looked at before and behind one.
const MOST_CELLS: usize = 6;

impl Finder<'_> {
    /// Takes groups that are together as long as a telephone number in Japan, with the same sign between all of them, whatever
    /// it is: `0120,111222`.
    pub(super) fn find_chained(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let end = self.chained_from(start);
            let digits = canonical(self.digits, start..end);
            let begins = self.book.begins(&digits) && digits.len() >= LEAST_CHAINED;
            // The end of what stands with a hyphen begins none: `068-028 Acc 10849770`.
            let is_end = start > 0
                && !self.taken[start - 1]
                && self.digits.groups[start].joint == Joint::Tight
                && matches!(self.gap(start), "-" | "." | "/");
            if !is_end
                && self.is_chain(start..end)
                && (begins || dialled(self.digits, start..end).is_some())
            {
                let class = if begins {
                    Class::Beginning
                } else {
                    Class::Misshapen
                };
                self.push(start..end, class, digits);
            }
            start = end;
        }
    }

    /// Where the groups end that are joined like this one to the next.
    fn chained_from(&self, start: usize) -> usize {
        let groups = &self.digits.groups;
        let free = |at: usize| !self.taken[at] && self.marks[at] == Mark::None;
        let joined = |&at: &usize| {
            let gap = self.gap(at);
            free(at)
                && matches!(groups[at].joint, Joint::Loose | Joint::Words)
                && !groups[at].plus
                && gap == self.gap(start + 1)
                && gap.chars().count() <= MAX_SIGN
                && !gap.contains('\n')
        };
        let more = (start + 1..groups.len()).take_while(joined).count();
        if free(start) {
            start + 1 + more
        } else {
            start + 1
        }
    }

    /// Digits as they are dialled within Japan, where the number of the country stands in a group of its own: `+81、50、1234、5678`.
    fn national(&self, part: &Range<usize>) -> String {
        let country = self.digits.of(part.start..part.start + 1);
        if COUNTRY.contains(&country) {
            canonical(self.digits, part.clone())
        } else {
            self.digits.of(part.clone()).to_owned()
        }
    }

    /// Whether such groups may be a number: those of one or two digits are counts where they are listed.
    fn is_chain(&self, part: Range<usize>) -> bool {
        let digits = self.national(&part);
        let groups = &self.digits.groups[part.clone()];
        let is_domestic = digits.starts_with('0') && !digits.starts_with("00");
        if !is_domestic || part.len() < 2 || self.is_zero_apart(&part) {
            return false;
        }
        let is_list = self.gap(part.start + 1).contains(OF_LISTS);
        let long = |group: &Group| group.len() > 2;
        !is_list || groups[0].len() > 1 && groups.iter().any(long)
    }

    /// Takes groups that are together written like a telephone number, with punctuation or a few words in between.
    pub(super) fn find_scattered(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let end = self.scattered_from(start);
            if let Some(end) = end {
                let digits = canonical(self.digits, start..end);
                self.push(start..end, Class::Other, digits);
            }
            start = end.unwrap_or(start + 1);
        }
    }

    fn scattered_from(&self, start: usize) -> Option<usize> {
        let free = |at: usize| !self.taken[at] && self.marks[at] == Mark::None;
        if !free(start) {
            return None;
        }
        let groups = &self.digits.groups;
        let first = groups[start].digits.start;
        let joined = |&at: &usize| {
            free(at)
                && groups[at].joint <= Joint::Block
                && !groups[at].plus
                && groups[at].gap <= MAX_GAP
                && groups[at].digits.end - first <= MAX_DIGITS
        };
        let more = (start + 1..groups.len()).take(MOST_SCATTERED);
        let count = more.take_while(joined).count();
        let own = self.digits.of(start..start + 1);
        let domestic = own.starts_with('0') || COUNTRY.contains(&own);
        let mut joints = groups[start + 1..start + 1 + count].iter();
        let words = joints.any(|group| group.joint == Joint::Words);
        if !domestic && !words {
            return None;
        }
        let mut ends = (start + 1..=start + 1 + count).rev();
        let is_number = |part: Range<usize>| {
            domestic && (self.is_scattered(part.clone()) || self.is_chanted(&part))
                || words && self.is_dictated(part)
        };
        ends.find(|&end| is_number(start..end))
    }

    /// Whether groups are written like a number of Japan, but for what stands between them. Digits one by one are a group:
    /// `0 9 0、8 2 6 4、5 1 7 3`.
    fn is_scattered(&self, part: Range<usize>) -> bool {
        let digits = self.national(&part);
        // The 0 is left out behind the number of the country.
        let abroad = COUNTRY.contains(&self.digits.of(part.start..part.start + 1));
        let start = part.start + usize::from(abroad);
        let groups = &self.digits.groups[start..part.end];
        if groups.len() < 3 || whole(false, &digits).is_none() {
            return false;
        }
        let single = |group: &Group| group.len() == 1;
        let runs = groups.chunk_by(|a, b| single(a) && single(b) && b.joint == Joint::Tight);
        let mut lengths: Vec<usize> = runs.map(|run| run.iter().map(Group::len).sum()).collect();
        lengths[0] += usize::from(abroad);
        let alike = || {
            let sign = self.gap(part.start + 1);
            let mut inner = part.clone().skip(1);
            let loose = |at: usize| self.digits.groups[at].joint == Joint::Loose;
            !sign.contains([',', ' ']) && inner.all(|at| loose(at) && self.gap(at) == sign)
        };
        let known = || {
            let begins = digits.get(..lengths[0]);
            lengths[0] > 2 || begins.is_some_and(|own| BEGINNINGS.contains(&own)) || alike()
        };
        let parted = || groups[1..].iter().any(|group| group.joint == Joint::Block);
        lengths.len() > 2
            && is_shape(&lengths)
            && known()
            && !(parted() && self.is_row(part.clone()))
    }

    /// Whether groups are a number of which each digit stands alone, with the same word before all but the first, whatever that is:
    /// `0 und 3 und 1 …`. What goes on by one counts.
    fn is_chanted(&self, part: &Range<usize>) -> bool {
        let digits = self.digits.of(part.clone());
        if digits.len() != part.len() || !is_whole_domestic(digits) {
            return false;
        }
        let first = self.gap(part.start + 1);
        let mut inner = part.clone().skip(1);
        let counts = |pair: &[u8]| pair[1] == pair[0] + 1;
        first.contains(char::is_alphabetic)
            && inner.all(|at| self.gap(at) == first)
            && !digits.as_bytes().windows(2).all(counts)
    }

    /// Whether groups are a number with words between them that are said for signs: of another country, or with the same word
    /// between all of them.
    fn is_dictated(&self, part: Range<usize>) -> bool {
        let joint = |at: usize| self.digits.groups[at].joint;
        let is_said = |at: usize| self.is_sign_said(at) || self.is_word_before(at, &SAID);
        let mut inner = part.clone().skip(1);
        part.len() > 2
            && inner.clone().any(|at| joint(at) == Joint::Words)
            && inner.all(|at| joint(at) == Joint::Tight || joint(at) == Joint::Words && is_said(at))
            && dialled(self.digits, part.clone()).is_some_and(|number| {
                let first = self.gap(part.start + 1);
                let mut inner = part.skip(1);
                number.starts_with('+') || inner.all(|at| self.gap(at) == first)
            })
    }

    /// Whether a sign that is said is all that joins a group to the one before it: `012 dash 3`.
    pub(super) fn is_sign_said(&self, at: usize) -> bool {
        self.is_word_before(at, &SIGNS_SAID)
    }

    /// Whether one of these words is all that stands before a group, back to the one before it.
    fn is_word_before(&self, at: usize, words: &[&str]) -> bool {
        let gap = self.gap(at).to_lowercase();
        let word = gap.trim_matches(|c: char| !(c.is_alphabetic() || c == 'ー'));
        words.contains(&word)
    }

    /// Whether groups are in a row of a table: in the row before or behind it stands the next number.
    fn is_row(&self, part: Range<usize>) -> bool {
        let value = |at: usize| {
            let group = self.digits.groups.get(at)?;
            let alike = group.len() == self.digits.groups[part.start].len();
            alike.then(|| self.digits.of(at..at + 1).parse::<u32>().ok())?
        };
        let Some(own) = value(part.start) else {
            return false;
        };
        let before = part.start.saturating_sub(MOST_CELLS)..part.start;
        let mut others = before
            .chain(part.end..part.end + MOST_CELLS)
            .filter_map(value);
        others.any(|other| other.abs_diff(own) == 1)
    }
}
