//! Decimals, measures and coordinates of places.

use super::date::is_to;
use super::{Marking, begins_with_unit};
use crate::text::phone::dial::{dialled, is_whole_domestic};

/// Words before one coordinate of a place, in lower case.
const COORDINATES: [&str; 13] = [
    "gps",
    "座標",
    "緯度",
    "経度",
    "北緯",
    "南緯",
    "東経",
    "西経",
    "lat",
    "lon",
    "lng",
    "latitude",
    "longitude",
];
/// No number of any country has so many digits behind that of the country.
const LEAST_FRACTION: usize = 15;
/// No measure stands in more groups.
const MOST_PARTS: usize = 4;

impl Marking<'_> {
    /// `3.14`, `0.123456789`, `-0.5`, `+0.5`: no country has the number 0.
    pub(super) fn decimal(&self, at: usize) -> Option<usize> {
        let whole = self.len(at) == 1 || self.len(at) <= 4 && !self.digits(at).starts_with('0');
        let dot = |at: usize| self.gap(at) == ".";
        let is_zero = self.digits(at) == "0";
        let plus = self.digits.groups[at].plus;
        let long = self.len(at + 1) >= LEAST_FRACTION;
        let signed = plus && whole && dot(at + 1) && (long || self.is_exponent(at + 2));
        let apart = signed || self.begins(at) || self.stands_apart(at) && is_zero;
        let single = |at: usize| dot(at + 1) && !dot(at + 2);
        // `-.05`
        let before = self.gap(at).strip_suffix('.');
        let bare = before.is_some_and(|before| {
            let inner = at > 0 && before.is_empty();
            // `012..015` goes from one to the other.
            !inner && !before.ends_with(|c: char| c.is_alphanumeric() || c == '.')
        });
        if bare && self.ends(at) && !self.is_part_of_number(at, 1) {
            return Some(1);
        }
        if !(whole && apart && single(at)) {
            return self.signed_decimal(at).or_else(|| self.coordinates(at));
        }
        // `6.626 070 15`, by threes as physicists write it
        let threes = self.after(at + 1).take(MOST_PARTS);
        let threes = threes.take_while(|&at| {
            let three = self.len(at - 1) == 3 && self.len(at) <= 3;
            three && matches!(self.gap(at), " " | "\u{A0}" | "\u{2009}" | "\u{202F}")
        });
        let threes = threes.count();
        if threes > 0 && self.len(at) == 1 && !is_zero && self.ends(at + 1 + threes) {
            return Some(2 + threes);
        }
        // `0.12–0.99`
        let range = || is_to(self.gap(at + 2)) && single(at + 2) && self.ends(at + 3);
        if self.ends(at + 1) || self.gap(at + 2) == " - " && self.is_year(at + 2) {
            Some(2)
        } else if self.is_exponent(at + 2) {
            Some(3)
        } else {
            range().then_some(4)
        }
    }

    /// `-02.7111`, `- 02.7111 m²`, `0,123456789`, `4,071496`: what has a sign or a unit, or a comma as it stands in decimals.
    fn signed_decimal(&self, at: usize) -> Option<usize> {
        let point = |at: usize| matches!(self.gap(at), "." | ",");
        // Behind the comma of an amount stand three digits.
        let bare = self.digits(at) == "0" || !self.digits(at).starts_with('0');
        let inner = at > 0 && point(at);
        // `9,0570201484`: what is dialled out of a house stands before the number.
        if self.digits(at) != "0"
            && self.gap(at + 1) == ","
            && is_whole_domestic(self.digits(at + 1))
        {
            return None;
        }
        let parts = self.gap(at + 1) == "," && bare && !inner && self.len(at + 1) > 3;
        let gap = self.gap(at);
        let sign = gap.strip_suffix(['-', '−', '±', '－']);
        // Behind other digits it is a hyphen, and behind a letter too.
        let signed = sign.is_some_and(|before| {
            let edge = |c: char| c.is_whitespace() || c >= '\u{2E80}' || "([=:".contains(c);
            if at == 0 {
                before.is_empty() || before.ends_with(edge)
            } else {
                before.ends_with(edge)
            }
        });
        let measured = || begins_with_unit(self.following(at + 1).trim_start());
        let plus = self.digits.groups[at].plus;
        let whole = self.len(at) <= 3 && (!plus || signed) && self.len(at + 1) > 0;
        let apart = signed || self.stands_apart(at);
        let one = point(at + 1) && !point(at + 2) && self.ends(at + 1);
        (whole && apart && one && (signed || parts || measured())).then_some(2)
    }

    /// `0123 2652 m²`: groups of four or three digits with white space between them, and a unit behind them.
    pub(super) fn measured(&self, at: usize) -> Option<usize> {
        let length = self.len(at + 1);
        let space = |&at: &usize| {
            matches!(self.gap(at), " " | "\u{A0}" | "\u{2009}" | "\u{202F}")
                && self.len(at) == length
        };
        let more = self.after(at).take(MOST_PARTS).take_while(space).count();
        let groups = at..at + more + 1;
        let shaped = matches!(length, 3 | 4) && self.len(at) <= length;
        let unit = || {
            let behind = self.following(at + more);
            begins_with_unit(behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']))
        };
        let apart = self.begins(at) || self.gap(at).trim_end().ends_with(['±', '-', '−']);
        let dialled = || dialled(self.digits, groups.clone()).is_some();
        (more > 0 && shaped && apart && !dialled() && unit()).then_some(more + 1)
    }

    /// `e-05` behind a decimal.
    fn is_exponent(&self, at: usize) -> bool {
        let sign = matches!(self.gap(at), "e" | "E" | "e+" | "E+" | "e-" | "E-");
        sign && self.len(at) <= 3
            && (at + 1 >= self.digits.groups.len() || self.stands_apart(at + 1))
    }

    /// `+35.6586+139.7454`, `緯度 03.1390`.
    fn coordinates(&self, at: usize) -> Option<usize> {
        let place =
            |at: usize| self.len(at) <= 3 && self.value(at) <= 180 && self.gap(at + 1) == ".";
        let two = self.digits.groups[at].plus
            && matches!(self.gap(at + 2), "+" | "-")
            && place(at)
            && place(at + 2)
            && self.len(at + 1).min(self.len(at + 3)) >= 3
            && self.ends(at + 3);
        if two {
            return Some(4);
        }
        (place(at) && self.ends(at + 1) && self.named(at, &COORDINATES)).then_some(2)
    }
}
