//! Numbers of books and goods.

use super::Marking;

/// Words before the number of a book or of goods, in lower case.
const GOODS: [&str; 9] = [
    "isbn",
    "jan",
    "ean",
    "gtin",
    "upc",
    "upc-a",
    "jan コード",
    "janコード",
    "バーコード",
];
/// How the numbers of books begin.
const OF_BOOKS: [&str; 2] = ["978", "979"];
/// The same, and those of goods from Japan.
const OF_GOODS: [&str; 4] = ["978", "979", "45", "49"];
/// Words before the number of a series, in lower case.
const SERIES: [&str; 1] = ["issn"];

impl Marking<'_> {
    /// Numbers of books and goods, with a check digit that is right.
    pub(super) fn book(&self, at: usize) -> Option<usize> {
        // `ISBN-13: …`
        let kind = || {
            at > 0 && matches!(self.digits(at - 1), "8" | "10" | "13") && self.named(at - 1, &GOODS)
        };
        if !self.begins(at) && !kind() {
            return None;
        }
        let is_kind = kind();
        let named = || self.named(at, &GOODS) || is_kind;
        let joined = |at: usize| matches!(self.gap(at), "-" | " " | "‐" | "–" | "－");
        let more = (at + 1..)
            .take(4)
            .take_while(|&at| joined(at) && self.len(at) > 0)
            .count();
        (at..=at + more).rev().find_map(|last| {
            let digits = self.digits.of(at..last + 1);
            let groups = last + 1 - at;
            let parted = (groups == 4 && self.len(at) == 1 || groups == 5 && self.len(at) == 3)
                && self.len(last) == 1;
            let series = self.len(at) == 4
                && groups == 2
                && self.named(at, &SERIES)
                && (digits.len() == 8 || digits.len() == 7 && self.ends_with_x(last));
            // Nothing that is dialled has as many digits.
            let prefixed = groups == 2 && OF_BOOKS.contains(&self.digits(at));
            let goods = groups == 1 && begins_with(digits, &OF_GOODS);
            let whole = digits.len() == 13 && (goods || prefixed);
            let upc =
                matches!(self.lengths(at), Some([1, 5, 5, 1])) && groups == 4 && is_gtin(digits);
            if series || upc {
                return Some(groups);
            }
            let isbn = match digits.len() {
                9 => self.ends_with_x(last) && has_check_digit(digits, 10),
                10 => has_check_digit(digits, 10),
                13 => is_gtin(digits) && (whole || begins_with(digits, &OF_BOOKS) || named()),
                8 | 12 | 14 => is_gtin(digits) && named(),
                _ => false,
            };
            // The look of a telephone number is one, whatever the word before it.
            let alike =
                self.len(at) > 1 && groups > 1 && digits.len() == 10 && digits.starts_with('0');
            let parted = parted || groups == 3 && self.len(at) == 1 && self.ends_with_x(last);
            // Who says how many digits it has means one of a book.
            let said = is_kind && groups == 1 && digits.len() == 10 && !digits.starts_with('0');
            // Nothing that is dialled has as many digits as goods have.
            let said = said || groups == 1 && digits.len() == 13 && named();
            let shaped = parted && groups == 4 && digits.len() == 10 && self.named(at, &GOODS);
            (said || shaped || isbn && (parted || whole || !alike && named())).then_some(groups)
        })
    }

    fn ends_with_x(&self, last: usize) -> bool {
        let behind = self.behind(last).trim_start_matches('-');
        behind.starts_with(['X', 'x'])
    }

    /// Whether a group begins the number of goods: then it is no card.
    pub(super) fn is_goods(&self, at: usize) -> bool {
        self.len(at) == 13 && self.book(at).is_some()
    }
}

fn begins_with(digits: &str, prefixes: &[&str]) -> bool {
    prefixes.iter().any(|prefix| digits.starts_with(prefix))
}

/// The check digit of the numbers of books (ISO 2108) and of series (ISO 3297), of so many digits; where the last is missing
/// it is an X, which is ten.
fn has_check_digit(digits: &str, of: u32) -> bool {
    let values = digits.chars().filter_map(|c| c.to_digit(10));
    let values = values.chain(std::iter::once(10));
    let sum: u32 = values
        .zip((1..=of).rev())
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
