//! Amounts, versions, addresses of machines, places, and numbers of books and goods.

use super::{Marking, is_unit};
use crate::text::phone::groups::Joint;

/// What stands before an amount.
const CURRENCIES: [char; 8] = ['¥', '￥', '$', '＄', '€', '£', '₩', '₹'];
/// Words before a postal code, in lower case.
const POSTAL: [&str; 8] = [
    "〒",
    "郵便番号",
    "住所",
    "zip",
    "postcode",
    "postal code",
    "zip code",
    "所在地",
];
/// Words before the number of a book or of goods, in lower case.
const GOODS: [&str; 8] = [
    "isbn",
    "jan",
    "ean",
    "gtin",
    "upc",
    "jan コード",
    "janコード",
    "バーコード",
];

impl Marking<'_> {
    /// `1,234,567` and `1,000.00`: a digit or more, then always three.
    pub(super) fn money(&self, at: usize) -> Option<usize> {
        if !self.begins(at) && !self.before(at).ends_with(CURRENCIES)
            || self.digits(at).starts_with('0')
        {
            return None;
        }
        let comma = |at: usize| matches!(self.gap(at), "," | "，" | "'" | "’");
        if at > 0 && comma(at) {
            return None;
        }
        let more = self
            .after(at)
            .take_while(|&at| comma(at) && self.len(at) == 3)
            .count();
        let end = at + more + 1;
        let fraction = usize::from(
            self.gap(end) == "." && self.len(end) <= 2 && end < self.digits.groups.len(),
        );
        let next = end + fraction;
        let open =
            next < self.digits.groups.len() && (comma(next) || matches!(self.gap(next), "-" | "."));
        let priced = self.before(at).trim_end().ends_with(CURRENCIES)
            || is_unit(self.behind(next - 1).trim_start(), "円");
        ((more > 0 || priced) && self.len(at) <= if more > 0 { 3 } else { 9 } && !open)
            .then_some(next - at)
    }

    /// Three groups and more with dots between them, of which the first does not begin as a telephone number does, and
    /// what belongs to them: `10.0.22631.4460`, `1.2.3-45`; addresses of machines too.
    pub(super) fn version(&self, at: usize) -> Option<usize> {
        let dot = |at: usize| self.gap(at) == ".";
        let dialled = self.digits(at).starts_with('0') && self.len(at) > 1;
        if dialled || !self.begins(at) || at > 0 && dot(at) {
            return None;
        }
        let more = self.after(at).take_while(|&at| dot(at)).count();
        let american = matches!(self.lengths(at), Some([3, 3, 4])) && more == 2
            || matches!(self.lengths(at), Some([1, 3, 3, 4])) && more == 3;
        let end = at + more + 1;
        let build =
            usize::from(end < self.digits.groups.len() && matches!(self.gap(end), "-" | "+" | "_"));
        (more >= 2 && !american).then_some(more + 1 + build)
    }

    /// `3.14`, `0.123456789`, `-0.5`, `+0.5`: no country has the number 0.
    pub(super) fn decimal(&self, at: usize) -> Option<usize> {
        let whole = self.len(at) == 1 || self.len(at) <= 4 && !self.digits(at).starts_with('0');
        let dot = |at: usize| self.gap(at) == ".";
        let is_zero = self.digits(at) == "0";
        let signed = is_zero && self.digits.groups[at].plus;
        let apart = signed || self.begins(at) || self.stands_apart(at) && is_zero;
        (whole && apart && dot(at + 1) && !dot(at + 2) && self.ends(at + 1)).then_some(2)
    }

    /// `192.168.001.010`, `01:23:45:67:89:0a` where all of it is digits, `2001:0db8:…` likewise.
    pub(super) fn address_of_machine(&self, at: usize) -> Option<usize> {
        let bytes = |at: usize| self.len(at) <= 3 && self.value(at) <= 255;
        if self.begins(at) && self.chained(at, 3, &["."]) && (at..at + 4).all(bytes) {
            return Some(4);
        }
        let pairs = |at: usize| self.len(at) == 2;
        if self.begins(at) && self.chained(at, 5, &[":", "-"]) && (at..at + 6).all(pairs) {
            return Some(6);
        }
        let colon = |at: usize| matches!(self.gap(at), ":" | "::");
        if at > 0 && colon(at) || self.len(at) > 4 || !self.begins(at) {
            return None;
        }
        let colons = self
            .after(at)
            .take_while(|&at| colon(at) && self.len(at) <= 4)
            .count();
        (colons >= 5).then_some(colons + 1)
    }

    /// `〒100-0001`.
    pub(super) fn postal_code(&self, at: usize) -> Option<usize> {
        let named = || self.named(at, &POSTAL);
        match self.lengths(at) {
            Some([3, 4])
                if self.digits.groups[at + 1].joint == Joint::Tight
                    && self.ends(at + 1)
                    && named() =>
            {
                Some(2)
            }
            _ => (self.len(at) == 7 && named()).then_some(1),
        }
    }

    /// `35°41'22"`.
    pub(super) fn angle(&self, at: usize) -> Option<usize> {
        let degrees = self.begins(at) && self.behind(at).starts_with(['°', '˚', 'º']);
        let more = (at + 1..).take(3).take_while(|&at| {
            self.len(at) > 0 && self.gap(at).chars().all(|c| "°˚º'’′.\" ".contains(c))
        });
        degrees.then(|| more.count() + 1)
    }

    /// Numbers of books and goods, with a check digit that is right.
    pub(super) fn book(&self, at: usize) -> Option<usize> {
        if !self.begins(at) {
            return None;
        }
        // `ISBN-13: …`
        let kind =
            || at > 0 && matches!(self.digits(at - 1), "10" | "13") && self.named(at - 1, &GOODS);
        let named = || self.named(at, &GOODS) || kind();
        let joined = |at: usize| matches!(self.gap(at), "-" | " " | "‐" | "–" | "－");
        let more = (at + 1..)
            .take(4)
            .take_while(|&at| joined(at) && self.len(at) > 0)
            .count();
        (at..=at + more).rev().find_map(|last| {
            let digits = self.digits.of(at..last + 1);
            let groups = last + 1 - at;
            let parted = groups == 4 && self.len(at) == 1 || groups == 5 && self.len(at) == 3;
            let x = digits.len() == 9
                && self
                    .behind(last)
                    .trim_start_matches('-')
                    .starts_with(['X', 'x']);
            let isbn = match digits.len() {
                9 => x && is_isbn_10(digits, 10),
                10 => is_isbn_10(digits, 0),
                13 => {
                    is_gtin(digits)
                        && (digits.starts_with("978") || digits.starts_with("979") || named())
                }
                8 | 12 | 14 => is_gtin(digits) && named(),
                _ => false,
            };
            // The look of a telephone number is one, whatever the word before it.
            let alike =
                self.len(at) > 1 && groups > 1 && digits.len() == 10 && digits.starts_with('0');
            (isbn && (parted || !alike && named())).then_some(groups)
        })
    }

    /// Whether one of these words stands before a group.
    pub(super) fn named(&self, at: usize, words: &[&str]) -> bool {
        if !super::identifier::has_word(self.before(at)) {
            return false;
        }
        let before = super::identifier::near(self.before(at));
        words
            .iter()
            .any(|word| super::identifier::ends_with_word(&before, word))
    }
}

/// The check digit of ISO 2108's ten digits; `last` is the value of an X behind nine.
fn is_isbn_10(digits: &str, last: u32) -> bool {
    let values = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .chain((digits.len() == 9).then_some(last));
    let sum: u32 = values
        .zip((1..=10).rev())
        .map(|(value, weight)| value * weight)
        .sum();
    sum.is_multiple_of(11)
}

/// The check digit of GS1's numbers: every second digit from the right counts thrice.
pub(super) fn is_gtin(digits: &str) -> bool {
    let values = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate();
    let sum: u32 = values
        .map(|(place, value)| if place % 2 == 1 { 3 * value } else { value })
        .sum();
    sum.is_multiple_of(10)
}
