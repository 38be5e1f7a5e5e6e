//! Amounts, versions, and addresses of machines.

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

/// What Git says of a file and its modes.
const OF_FILES: [&str; 6] = ["000000", "040000", "100644", "100755", "120000", "160000"];
/// No longer rows are looked at as one.
const LONGEST_ROW: usize = 64;
/// No version has so many parts.
const MOST_PARTS: usize = 8;
/// Fewer noughts and ones are any number.
const LEAST_BITS: usize = 8;
/// So many modes may stand behind another one.
const MOST_MODES: usize = 2;
/// A whole turn.
const MOST_DEGREES: u32 = 360;

impl Marking<'_> {
    /// `1,234,567` and `1,000.00`: a digit or more, then always three. Of `$0.023` less than one.
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
        let short = self.len(end) <= 2 || more > 0 || free;
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
            let sign = gap.trim();
            let listed = matches!(sign, "/" | "," | "、" | "／");
            (listed || gap.starts_with(' ') && matches!(sign, "" | "(")) && is_mode(at)
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
        // Of companies in Brazil: `02.016.880/0001-26`.
        let company = matches!(self.lengths(at), Some([2, 3, 3, 4, 2]))
            && self.begins(at)
            && (1..5)
                .map(|next| self.gap(at + next))
                .eq([".", ".", "/", "-"]);
        if company {
            return Some(5);
        }
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
}
