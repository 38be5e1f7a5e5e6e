//! Amounts, versions, addresses of machines, and numbers of books and goods.

use super::date::is_to;
use super::{Marking, is_unit};
use crate::text::phone::dial::is_shaped;
use crate::text::phone::groups::Joint;

/// What stands before an amount.
const CURRENCIES: [char; 8] = ['¥', '￥', '$', '＄', '€', '£', '₩', '₹'];
/// The same in letters, in lower case.
#[rustfmt::skip]
const CODES: [&str; 14] = [
    "jpy", "usd", "eur", "gbp", "krw", "cny", "twd", "hkd", "sgd", "aud", "cad", "chf", "inr", "thb",
];
/// What stands before every three digits of an amount.
const COMMAS: [&str; 4] = [",", "，", "'", "’"];
/// Words before a postal code, in lower case.
const POSTAL: [&str; 14] = [
    "〒",
    "郵便番号",
    "住所",
    "zip",
    "postcode",
    "postal code",
    "zip code",
    "所在地",
    "plz",
    "postleitzahl",
    "우편번호",
    "邮编",
    "邮政编码",
    "code postal",
];
/// Words before a version, in lower case.
const PROGRAMS: [&str; 6] = [
    "version",
    "ver",
    "firmware",
    "build",
    "バージョン",
    "ファームウェア",
];
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

/// What Git says of a file and its modes.
const OF_FILES: [&str; 6] = ["000000", "040000", "100644", "100755", "120000", "160000"];
/// Words before the number of a series, in lower case.
const SERIES: [&str; 1] = ["issn"];
/// No number in a row has more digits.
const MAX_IN_ROW: usize = 6;
/// No version has so many parts.
const MOST_PARTS: usize = 8;
/// Fewer noughts and ones are any number.
const LEAST_BITS: usize = 8;
/// No longer rows are looked at as one.
const LONGEST_ROW: usize = 64;
/// Rows count by at most so much.
const MAX_STEP: i64 = 5;
/// Rows from 0 on count by these as well.
const ROUND: [i64; 9] = [10, 20, 25, 50, 100, 200, 250, 500, 1000];
/// So often a row of bare numbers has to rise, whatever its steps.
const LEAST_RISING: usize = 6;
/// So many modes may stand behind another one.
const MOST_MODES: usize = 2;
/// Values have fewer digits.
const MAX_VALUE: usize = 10;
/// A whole turn.
const MOST_DEGREES: u32 = 360;
/// So many characters at most stand between the numbers of a row.
const MAX_SIGN: usize = 3;

impl Marking<'_> {
    /// `1,234,567` and `1,000.00`: a digit or more, then always three.
    pub(super) fn money(&self, at: usize) -> Option<usize> {
        // Between digits it is a sign like others: `0570$107$914`.
        let before = self.before(at).trim_end();
        let amount = before.strip_suffix(CURRENCIES);
        let priced = amount.is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit()));
        let signed = priced && before.len() == self.before(at).len();
        // `¥0` is one, too.
        let free = signed && self.digits(at) == "0";
        if !(self.begins(at) || signed || self.stands_apart(at) && self.is_before_comma(at))
            || self.digits(at).starts_with('0') && !free
        {
            return None;
        }
        let comma = |at: usize| COMMAS.contains(&self.gap(at));
        if at > 0 && comma(at) {
            return None;
        }
        let more = self
            .after(at)
            .take_while(|&at| comma(at) && self.len(at) == 3)
            .count();
        let end = at + more + 1;
        let short = self.len(end) <= 2 || more > 0;
        let fraction = usize::from(self.gap(end) == "." && short && end < self.digits.groups.len());
        let next = end + fraction;
        let open =
            next < self.digits.groups.len() && (comma(next) || matches!(self.gap(next), "-" | "."));
        let priced =
            priced || self.named(at, &CODES) || is_unit(self.behind(next - 1).trim_start(), "円");
        ((more > 0 || priced) && (self.len(at) <= 3 || more == 0) && !open).then_some(next - at)
    }

    /// Whether a comma parts a group from three digits.
    fn is_before_comma(&self, at: usize) -> bool {
        COMMAS.contains(&self.gap(at + 1)) && self.len(at + 1) == 3
    }

    /// Three groups and more with dots between them, of which the first does not begin as a telephone number does, and
    /// what belongs to them: `10.0.22631.4460`, `1.2.3-45`; addresses of machines too.
    pub(super) fn version(&self, at: usize) -> Option<usize> {
        let dot = |at: usize| self.gap(at) == ".";
        let dialled = self.digits(at).starts_with('0') && self.len(at) > 1;
        if dialled && !self.named(at, &PROGRAMS) || !self.begins(at) || at > 0 && dot(at) {
            return None;
        }
        let more = self.after(at).take_while(|&at| dot(at)).count();
        let american = matches!(self.lengths(at), Some([3, 3, 4])) && more == 2
            || matches!(self.lengths(at), Some([1, 3, 3, 4])) && more == 3;
        let end = at + more + 1;
        let has_build = end < self.digits.groups.len() && matches!(self.gap(end), "-" | "+" | "_");
        let build = if has_build {
            1 + self.after(end).take_while(|&at| dot(at)).count()
        } else {
            0
        };
        // Nobody counts so far: it is dialled.
        let one_by_one = more + 1 >= MOST_PARTS && (at..end).all(|at| self.len(at) == 1);
        (more >= 2 && !american && !one_by_one).then_some(more + 1 + build)
    }

    /// `0100 1100 1110 0101`: noughts and ones in groups of four or eight, or all in one.
    pub(super) fn binary(&self, at: usize) -> Option<usize> {
        let is_binary = |at: usize| {
            self.digits(at)
                .bytes()
                .all(|digit| matches!(digit, b'0' | b'1'))
        };
        let length = self.len(at);
        let shaped = length == 1 || length > 0 && length.is_multiple_of(4);
        if !(shaped && is_binary(at) && self.begins(at)) {
            return None;
        }
        let alike = |&at: &usize| {
            self.len(at) == length && is_binary(at) && matches!(self.gap(at), " " | "_" | "\u{A0}")
        };
        let more = self.after(at).take_while(alike).count();
        (length * (more + 1) >= LEAST_BITS && self.ends(at + more)).then_some(more + 1)
    }

    /// `0600 (0644)`, `0644 0755 0600`, `:040000 100644`: who may do what with a file.
    pub(super) fn modes(&self, at: usize) -> Option<usize> {
        let is_mode = |at: usize| {
            let digits = self.digits(at);
            digits.len() == 4 && digits.starts_with('0') && digits.bytes().all(|c| c < b'8')
                || OF_FILES.contains(&digits)
        };
        let joined = |&at: &usize| {
            let gap = self.gap(at);
            gap.starts_with(' ') && gap.trim_start().trim_end_matches('(').is_empty() && is_mode(at)
        };
        if !(self.begins(at) && is_mode(at)) {
            return None;
        }
        let more = self
            .after(at)
            .take(MOST_MODES + 1)
            .take_while(joined)
            .count();
        let end = at + more + 1;
        // Behind those of Git stand the names of what they are for.
        let of_files = || (at..end).all(|at| OF_FILES.contains(&self.digits(at)));
        let alone = self.digits.groups.get(end).is_none() || self.begins(end) || of_files();
        ((1..=MOST_MODES).contains(&more) && alone).then_some(more + 1)
    }

    /// `0308 ÷ 0061`: what is multiplied or divided, and not in groups as a telephone number is.
    pub(super) fn sum(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at + 1);
        let inner = at > 0 && self.gap(at) == sign;
        if !matches!(sign, " ÷ " | " × ") || inner || !self.begins(at) {
            return None;
        }
        let more = self
            .after(at)
            .take_while(|&at| self.gap(at) == sign)
            .count();
        let groups = at..at + more + 1;
        (!is_shaped(self.digits, &groups)).then_some(more + 1)
    }

    /// `250-1234567-1234567`: what a large shop calls an order; `55041-051-0948536-86302`: a licence of a large maker of programs.
    /// No number has as many digits.
    pub(super) fn order(&self, at: usize) -> Option<usize> {
        let begins = |groups: usize| self.begins(at) && self.chained(at, groups - 1, &["-"]);
        let order = matches!(self.lengths(at), Some([3, 7, 7])) && begins(3);
        let licence = matches!(self.lengths(at), Some([5, 3, 7, 5])) && begins(4);
        order.then_some(3).or_else(|| licence.then_some(4))
    }

    /// `+19.0% / -9.93%`: shares, each with its sign.
    pub(super) fn shares(&self, at: usize) -> Option<usize> {
        if !(self.digits.groups[at].plus || self.stands_apart(at)) {
            return None;
        }
        let share = |at: usize| {
            let last = at + usize::from(matches!(self.gap(at + 1), "." | ","));
            let behind = self.behind(last).strip_prefix(['%', '％'])?;
            // A character by its code begins so, too.
            let code = behind.is_empty() && last + 1 < self.digits.groups.len()
                || behind.starts_with(|c: char| c.is_ascii_alphanumeric());
            let whole =
                self.len(at) <= 3 && (self.len(at) == 1 || !self.digits(at).starts_with('0'));
            (whole && !code).then_some(last + 1)
        };
        let mut end = share(at)?;
        let tight = |end: usize| {
            let group = self.digits.groups.get(end);
            group.is_some_and(|group| group.joint == Joint::Tight)
        };
        while end - at < LONGEST_ROW && tight(end) {
            end = share(end)?;
        }
        Some(end - at)
    }

    /// `0640×0480`.
    pub(super) fn size(&self, at: usize) -> Option<usize> {
        let times = |at: usize| self.gap(at).trim() == "×";
        let short = self.len(at) <= 5 && (1..=5).contains(&self.len(at + 1));
        let two = times(at + 1) && !times(at + 2) && !(at > 0 && times(at));
        (short && two && self.stands_apart(at) && self.ends(at + 1)).then_some(2)
    }

    /// `192.168.001.010`, `01:23:45:67:89:0a` where all of it is digits, `2001:0db8:…` likewise.
    pub(super) fn address_of_machine(&self, at: usize) -> Option<usize> {
        let bytes = |at: usize| self.len(at) <= 3 && self.value(at) <= 255;
        // `[+] 10.0.0.1`: no number has a sign before it that stands in brackets of its own.
        let marked = self.digits.groups[at].plus && self.gap(at).ends_with("] ");
        let apart = marked || self.stands_apart(at);
        if apart && self.chained(at, 3, &["."]) && (at..at + 4).all(bytes) {
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
            // Of the United States with four digits more, of Brazil.
            Some([5, 4 | 3])
                if self.begins(at) && self.chained(at, 1, &["-"]) && self.ends(at + 1) =>
            {
                Some(2)
            }
            _ => {
                let code = matches!(self.len(at), 4..=7) && self.ends(at) && named();
                (code || self.len(at) == 5 && self.is_behind_state(at)).then_some(1)
            }
        }
    }

    /// `NJ 07030`
    fn is_behind_state(&self, at: usize) -> bool {
        let [rest @ .., first, second, b' '] = self.before(at).as_bytes() else {
            return false;
        };
        let state = first.is_ascii_uppercase() && second.is_ascii_uppercase();
        state && rest.last().is_none_or(|before| b" ,(".contains(before)) && self.ends(at)
    }

    /// `35°41'22"`.
    pub(super) fn angle(&self, at: usize) -> Option<usize> {
        let degrees = self.begins(at)
            && self.value(at) <= MOST_DEGREES
            && self.behind(at).starts_with(['°', '˚', 'º']);
        let more = (at + 1..).take(3).take_while(|&at| {
            let fits = self.gap(at).ends_with('.') || self.len(at) <= 2;
            fits && self.len(at) > 0 && self.gap(at).chars().all(|c| "°˚º'’′.\" ".contains(c))
        });
        degrees.then(|| more.count() + 1)
    }

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

    /// `200-699/1000`: from one to another, of all.
    pub(super) fn portion(&self, at: usize) -> Option<usize> {
        let signs = self.gap(at + 1) == "-" && self.gap(at + 2) == "/";
        let bare = |at: usize| self.digits(at) == "0" || !self.digits(at).starts_with('0');
        let rises = |at: usize| self.value(at) <= self.value(at + 1);
        let [from, to, all] = self.lengths(at)?;
        let short = from.max(to).max(all) < MAX_VALUE;
        let whole = (at..at + 3).all(bare) && rises(at) && rises(at + 1);
        (signs && short && whole && self.stands_apart(at) && self.ends(at + 2)).then_some(3)
    }

    /// `0〜65535`, `012–034`: from one to another.
    pub(super) fn range(&self, at: usize) -> Option<usize> {
        let [from, to] = self.lengths(at)?;
        let sign = self.gap(at + 1);
        // `0..449922576`, `[03106..69941]`, as in code.
        let bracket = self.gap(at).ends_with('[');
        if matches!(sign, ".." | "..=" | "...")
            && (self.digits(at) == "0" || bracket)
            && self.gap(at + 2) != sign
        {
            return (self.stands_apart(at) && self.ends(at + 1)).then_some(2);
        }
        let joined = self.stands_apart(at) && is_to(sign) && self.ends(at + 1);
        // What goes on so is no range, but digits one by one.
        let chained = at > 0 && self.gap(at) == sign || self.gap(at + 2) == sign;
        // What begins with another 0 is a number, and the first may be one of its digits.
        let from_zero = self.digits(at) == "0"
            && !self.digits(at + 1).starts_with('0')
            && (to <= 6 || to > 9 && self.digits(at + 1) < "5");
        let alike = from == to && to <= 3;
        let rises = self.value(at) < self.value(at + 1);
        let years = self.is_year(at) && self.is_year(at + 1);
        let two = from_zero || years || alike && !self.is_part_of_number(at, 2);
        (joined && !chained && rises && two).then_some(2)
    }

    /// `01 02 03 04 05`, `0 5 10 15`, `128 256 512 1024`: a row that goes on by the same step, by the same factor, or on and
    /// on, as no telephone number does.
    pub(super) fn row(&self, at: usize) -> Option<usize> {
        if at > 0 && !self.begins(at) && !self.stands_apart(at) {
            return None;
        }
        let sign = self.gap(at + 1);
        let within = at > 0 && self.gap(at) == sign && !self.is_marked(at - 1);
        if within
            || sign.is_empty()
            || sign.chars().nth(MAX_SIGN).is_some()
            || self.len(at) > MAX_IN_ROW
        {
            return None;
        }
        let joined = |at: &usize| self.gap(*at) == sign && self.len(*at) <= MAX_IN_ROW;
        let more = self.after(at).take(LONGEST_ROW).take_while(joined).count();
        if more < 2 {
            return None;
        }
        let values: Vec<u32> = (at..=at + more).map(|at| self.value(at)).collect();
        let even = (at..=at + more).all(|other| self.len(other) == self.len(at));
        let bare =
            (at..=at + more).all(|at| self.len(at) == 1 || !self.digits(at).starts_with('0'));
        let step = |pair: &[u32]| i64::from(pair[1]) - i64::from(pair[0]);
        let first = step(&values[..2]);
        let steps = values
            .windows(2)
            .take_while(|&pair| step(pair) == first)
            .count();
        let small = (1..=MAX_STEP).contains(&first.abs()) && (even && self.len(at) <= 3 || bare);
        let round = bare && values[0] == 0 && ROUND.contains(&first);
        let counts = small || round;
        let factor = |pair: &[u32]| pair[0] > 0 && Some(pair[1]) == pair[0].checked_mul(2);
        let doubled = values.windows(2).take_while(|&pair| factor(pair)).count();
        let rising = values
            .windows(2)
            .take_while(|&pair| step(pair) >= 0)
            .count();
        let length = if counts && steps >= 3 {
            steps
        } else if bare && doubled >= 2 {
            doubled
        } else if bare && rising >= LEAST_RISING && (10..u32::MAX).contains(&values[more]) {
            rising
        } else {
            return None;
        };
        // What goes on otherwise may be a part of it.
        (length == more && self.ends(at + more)).then_some(length + 1)
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
