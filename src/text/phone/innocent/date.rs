//! Dates and times.

use super::{Marking, begins_line};
use crate::text::phone::groups::BLOCK_END;

/// What stands between the parts of a date.
const OF_DATES: [&str; 10] = ["-", "/", ".", "_", "・", "－", "／", "．", " ", ". "];
/// How the names of months begin, in English, German and French, in lower case.
const MONTHS: [&str; 20] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
    "mai", "okt", "dez", "fév", "avr", "jui", "aoû",
];
/// What stands between hours and minutes.
const COLONS: [&str; 2] = [":", "："];
/// No longer row of dates is looked at as one.
const MOST_DATES: usize = 12;
/// No longer list of times is looked at as one.
const MOST_TIMES: usize = 48;
/// What stands between two instants.
const TO: [&str; 14] = [
    "-", "–", "—", "〜", "～", "~", "－", "−", "→", "至", "から", "to", "bis", "until",
];

impl Marking<'_> {
    /// `2026-11-23`, `23.11.2026`, `11/23`, and ranges of them; `20261123-20261130`.
    pub(super) fn date(&self, at: usize) -> Option<usize> {
        // `+ 2020-01-01`: no number has a sign before it that stands alone.
        let listed = self.digits.groups[at].plus && self.gap(at).ends_with(char::is_whitespace);
        if !(self.stands_apart(at) || listed || at > 0 && self.is_marked(at - 1)) {
            return None;
        }
        self.with_name_of_month(at)
            .or_else(|| self.chain_of_dates(at))
            .or_else(|| self.dates(at))
            .or_else(|| {
                let chained = self.chained(at, 2, &OF_DATES)
                    || self.begins_name(at)
                    || self.is_before_time(at);
                chained.then(|| self.year_month_day(at)).flatten()
            })
            .or_else(|| self.short_date(at))
            .or_else(|| self.compact_range(at))
            .or_else(|| self.compact(at))
            .or_else(|| self.month_and_day(at))
            .or_else(|| self.month_of_year(at))
            .or_else(|| self.after_slash(at))
            .or_else(|| self.dated_file(at))
    }

    /// `2026/11/20261123`: a file in a folder of its month.
    fn dated_file(&self, at: usize) -> Option<usize> {
        let parts = [self.gap(at + 1), self.gap(at + 2)] == ["/", "/"];
        let shaped = self.lengths(at) == Some([4, 2, 8]);
        let own = || {
            self.digits
                .of(at + 2..at + 3)
                .strip_prefix(self.digits.of(at..at + 2))
        };
        let day = || own().and_then(|day| day.parse().ok());
        let is_day = || day().is_some_and(|day: u32| (1..=31).contains(&day));
        (parts && shaped && is_day() && self.ends(at + 2)).then_some(3)
    }

    /// `Jan 02, 2026`, `02. Januar 2026`.
    fn with_name_of_month(&self, at: usize) -> Option<usize> {
        let day = self.len(at) <= 2 && (1..=31).contains(&self.value(at));
        if !(day && self.is_year(at + 1)) {
            return None;
        }
        let inner = self.gap(at + 1);
        let named = if inner.trim_matches([' ', ',', '.']).is_empty() {
            self.before(at)
                .trim_end()
                // Japanese may stand right before it.
                .rsplit(|c: char| !c.is_alphabetic() || c >= '\u{2E80}')
                .find(|word| !word.is_empty())
        } else {
            Some(inner.trim_matches([' ', ',', '.', '-']))
        };
        let is_month = |word: &str| {
            let start: String = word.chars().take(3).collect::<String>().to_lowercase();
            word.chars().all(char::is_alphabetic) && MONTHS.contains(&start.as_str())
        };
        named.is_some_and(is_month).then_some(2)
    }

    /// `2026-02-01-0312345678`: a date before more digits than a date has, as names of files begin.
    fn begins_name(&self, at: usize) -> bool {
        let sign = self.gap(at + 1);
        let same = (at + 2..at + 4).all(|at| self.gap(at) == sign);
        self.begins(at) && matches!(sign, "-" | "_") && same && self.len(at + 3) > 4
    }

    /// `05/11/26`, and `05 11 2026` before something else.
    fn short_date(&self, at: usize) -> Option<usize> {
        let sign = self.gap(at + 1);
        let day = |at: usize| self.len(at) == 2 && (1..=31).contains(&self.value(at));
        let year = |at: usize| self.len(at) == 2 && sign != " " || self.is_year(at);
        let good = day(at + 1) && (day(at) && year(at + 2) || year(at) && day(at + 2));
        let whole = sign == " " || self.chained(at, 2, &OF_DATES);
        (self.has_sign_of_dates(at) && good && whole && !self.is_part_of_number(at, 3)).then_some(3)
    }

    /// `05 11 2026 02:00`
    fn is_before_time(&self, at: usize) -> bool {
        self.has_sign_of_dates(at) && self.gap(at + 3) == " " && COLONS.contains(&self.gap(at + 4))
    }

    /// Whether the same sign of dates stands between three groups.
    fn has_sign_of_dates(&self, at: usize) -> bool {
        let sign = self.gap(at + 1);
        OF_DATES.contains(&sign) && self.gap(at + 2) == sign
    }

    /// Two dates with the same sign between and within them: `2026-02-01-2026-02-05`.
    fn chain_of_dates(&self, at: usize) -> Option<usize> {
        let chained = self.chained(at, 5, &OF_DATES);
        (chained && self.year_month_day(at).is_some() && self.year_month_day(at + 3).is_some())
            .then_some(6)
    }

    /// `02.01.-05.01.2026`, `02.-05.01.2026`, `05-09/01/2026`, `05.01./06.01.2026`: dates with a sign of their own between
    /// them, which may leave out what another one says.
    fn dates(&self, at: usize) -> Option<usize> {
        if !self.is_part_of_date(at) {
            return None;
        }
        let signs = [1, 2, 3].map(|behind| self.gap(at + behind));
        let others = signs.iter().enumerate();
        let others = others.filter(|(place, sign)| !signs[..*place].contains(sign));
        others
            .map(|(_, &sign)| sign)
            .filter(|sign| OF_DATES.contains(sign))
            .find_map(|sign| {
                let mut parts = 0;
                let mut most = 0;
                let mut days = 0;
                let mut next = at;
                loop {
                    let joined = |at: &usize| self.gap(*at) == sign;
                    let more = self.after(next).take(2).take_while(joined).count();
                    // The last of three may be a year of two digits.
                    let year = |at: usize| at == next + 2 && self.len(at) == 2;
                    let whole = (next..=next + more).all(|at| self.is_part_of_date(at) || year(at));
                    let part = whole && (more > 0 || self.len(next) <= 2);
                    if !part {
                        return None;
                    }
                    parts += 1;
                    most = most.max(more);
                    days += usize::from(more == 0);
                    next += more + 1;
                    let timed = COLONS.contains(&self.gap(next + 1));
                    if parts == MOST_DATES || timed || !self.is_between_dates(next, sign) {
                        break;
                    }
                }
                let dates = parts > 1 && most > 0 && days <= 1;
                let year = || (at..next).any(|at| self.is_year(at));
                let sure = || year() || !self.is_part_of_number(at, next - at);
                (dates && self.ends_sentence(next - 1) && sure()).then_some(next - at)
            })
    }

    /// Whether what stands before a group is the sign between two dates, which have another one within them.
    fn is_between_dates(&self, at: usize, within: &str) -> bool {
        let gap = self.gap(at);
        let dot = gap.starts_with(['.', '．']);
        let rest = gap.trim_start_matches(['.', '．']);
        let sign = rest.trim();
        let dots = matches!(sign, "·" | "•" | "|") || gap == " " && within == "/";
        // A slash between two dates is set off where those within are not.
        let slash = matches!(sign, "/" | "／") && rest != sign && within == sign;
        sign != within.trim() && (is_to(rest) || dots)
            || slash
            || dot && (is_to(rest) || dots || matches!(sign, "/" | "+" | "," | "、" | ""))
    }

    fn is_part_of_date(&self, at: usize) -> bool {
        self.len(at) <= 2 && (1..=31).contains(&self.value(at)) || self.is_year(at)
    }

    /// Whether a group is the last, but for punctuation behind it.
    fn ends_sentence(&self, at: usize) -> bool {
        let behind = self.behind(at);
        self.ends(at) || behind.starts_with(['.', ',', '、', '）', ')']) && behind.len() > 1
    }

    /// `25. 09. 2013`, which begins as an item does.
    pub(super) fn is_spaced_date(&self, at: usize) -> bool {
        self.chained(at, 2, &[". "]) && self.year_month_day(at).is_some()
    }

    fn year_month_day(&self, at: usize) -> Option<usize> {
        let (year, others) = match self.lengths(at)? {
            [4, 1 | 2, 1 | 2] => (at, [at + 1, at + 2]),
            [1 | 2, 1 | 2, 4] => (at + 2, [at, at + 1]),
            _ => return None,
        };
        let values = others.map(|at| self.value(at));
        let is_date = self.is_year(year)
            && values.iter().all(|value| (1..=31).contains(value))
            && values.iter().any(|&value| value <= 12);
        is_date.then_some(3)
    }

    /// `(2016)` behind something else, `二〇二六年`.
    pub(super) fn year(&self, at: usize) -> Option<usize> {
        let enclosed =
            self.gap(at).ends_with(['(', '（']) && self.behind(at).starts_with([')', '）']);
        let last = self.digits.groups.get(at + 1).is_none() || self.begins(at + 1);
        let named = self.behind(at).starts_with('年') && self.stands_apart(at);
        (self.is_year(at) && (enclosed && last || named)).then_some(1)
    }

    pub(super) fn is_year(&self, at: usize) -> bool {
        self.len(at) == 4 && (1900..2100).contains(&self.value(at))
    }

    /// `20260201`, or with digits behind that are the time.
    fn is_compact(&self, at: usize, lengths: &[usize]) -> bool {
        let digits = self.digits(at);
        let part = |from: usize, to: usize| {
            let part = digits.get(from..to).and_then(|part| part.parse().ok());
            part.unwrap_or(0)
        };
        lengths.contains(&digits.len())
            && (1900..2100).contains(&part(0, 4))
            && (1..=12).contains(&part(4, 6))
            && (1..=31).contains(&part(6, 8))
    }

    /// `6.2+20201114`, `14~++20210827071740`: the day on which a version was built.
    pub(super) fn build(&self, at: usize) -> Option<usize> {
        let before = self.before(at);
        let version = before.trim_end_matches('+');
        let glued = version.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '~');
        let plus = self.digits.groups[at].plus && before.ends_with('+');
        (plus && glued && self.is_compact(at, &[8, 12, 14])).then_some(1)
    }

    /// `20260201`, `2026020101`, `202602011530`, `20260201-153000`: a day, and the time or a count on it.
    fn compact(&self, at: usize) -> Option<usize> {
        let time = |at: usize| {
            let digits = self.digits(at);
            let part = |from: usize| {
                digits
                    .get(from..from + 2)
                    .and_then(|part| part.parse().ok())
            };
            digits.len() == 6 && part(0) < Some(24) && part(2) < Some(60) && part(4) < Some(61)
        };
        let timed = matches!(self.gap(at + 1), "-" | "_") && time(at + 1) && self.ends(at + 1);
        if self.is_compact(at, &[8]) && timed {
            return Some(2);
        }
        (self.is_compact(at, &[8, 10, 12, 14]) && self.begins(at) && self.ends(at)).then_some(1)
    }

    /// `20260201-20260205`.
    fn compact_range(&self, at: usize) -> Option<usize> {
        let is_date = |at: usize| self.is_compact(at, &[8]);
        let range = is_to(self.gap(at + 1)) && [self.len(at), self.len(at + 1)] == [8, 8];
        (range && is_date(at) && is_date(at + 1)).then_some(2)
    }

    /// `11/23`; `1/2` is a share as well, unless a number stands behind it.
    fn month_and_day(&self, at: usize) -> Option<usize> {
        let [month, day] = self.lengths(at)?;
        let short = month <= 2 && day <= 2;
        let short = short && (month + day > 2 || self.is_before_number(at + 2));
        let is_day = |at: usize| (1..=31).contains(&self.value(at));
        let is_date = short
            && is_day(at)
            && is_day(at + 1)
            && (self.value(at) <= 12 || self.value(at + 1) <= 12);
        (is_date && self.chained(at, 1, &["/", "／"]) && !self.is_part_of_number(at, 2))
            .then_some(2)
    }

    /// `05/2019`, `05.2019`.
    fn month_of_year(&self, at: usize) -> Option<usize> {
        let month = self.len(at) <= 2 && (1..=12).contains(&self.value(at));
        let joined = self.chained(at, 1, &["/", "／", ".", "．"]) && self.ends(at + 1);
        (month && self.is_year(at + 1) && joined && !self.is_part_of_number(at, 2)).then_some(2)
    }

    /// `8/1` and the like, where another date is before it: 2026/2/1〜2/5.
    fn after_slash(&self, at: usize) -> Option<usize> {
        let [month, day] = self.lengths(at)?;
        let after = at > 0 && self.is_marked(at - 1) && is_to(self.gap(at));
        let same = after && at > 1 && self.gap(at + 1) == self.gap(at - 1);
        let is_day = |at: usize| (1..=31).contains(&self.value(at));
        (same && month <= 2 && day <= 2 && is_day(at) && is_day(at + 1)).then_some(2)
    }

    /// `9:00`, `20:48:30`, `0900-2100`.
    pub(super) fn time(&self, at: usize) -> Option<usize> {
        // `20:48:30Z`, whose last letter could be a 2.
        let zulu = |at: usize| {
            let own = self
                .digits
                .groups
                .get(at)
                .map(|group| &self.text[group.range.clone()]);
            own.is_some_and(|own| own.ends_with('Z'))
        };
        let short = |at: usize| {
            let two = self
                .digits
                .groups
                .get(at)
                .and_then(|_| self.digits(at).get(..2));
            let small = two.is_some_and(|two| two < "60");
            small && (self.len(at) == 2 || self.len(at) == 3 && zulu(at))
        };
        let colon = |at: usize| COLONS.contains(&self.gap(at));
        let hours = self.len(at) <= 2 && self.value(at) <= 30 && !(at > 0 && colon(at));
        if hours && colon(at + 1) && short(at + 1) {
            // Some minutes have a second more.
            let leap = |at: usize| self.len(at) == 2 && self.value(at) == 60;
            let seconds = colon(at + 2) && (short(at + 2) || leap(at + 2));
            let last = at + 1 + usize::from(seconds);
            if colon(last + 1) {
                return None;
            }
            let longest = 9 + usize::from(zulu(last + 1));
            let fraction = seconds
                && [".", ","].contains(&self.gap(last + 1))
                && self.len(last + 1) <= longest;
            return Some(last + 1 + usize::from(fraction) - at);
        }
        self.zone(at).or_else(|| self.hours_of_day(at))
    }

    /// `+0900`, `-0500` and ` -0500` behind a time.
    fn zone(&self, at: usize) -> Option<usize> {
        let spaced = || matches!(self.gap(at), " -" | " −" | " –") && self.ends(at);
        let signed = matches!(self.gap(at), "-" | "−" | "–" | "+" | " +") || spaced();
        let offset = signed && self.len(at) == 4 && self.value(at) <= 1400;
        let fraction = at > 2 && self.gap(at - 1) == ".";
        let last = at.saturating_sub(1 + usize::from(fraction));
        let behind_time = last > 0 && self.is_marked(at - 1) && COLONS.contains(&self.gap(last));
        (offset && behind_time && self.value(at) % 100 < 60).then_some(1)
    }

    /// `0900-2100`, and `0500 0630 0715` where it rises.
    fn hours_of_day(&self, at: usize) -> Option<usize> {
        let is_time =
            |at: usize| self.len(at) == 4 && self.value(at) <= 2400 && self.value(at) % 100 < 60;
        if !is_time(at) || !self.stands_apart(at) {
            return None;
        }
        let sign = self.gap(at + 1);
        // In a timetable from and to have a column each.
        let cells = || sign.contains(BLOCK_END) && sign.trim().is_empty();
        let later =
            || cells() && self.value(at) < self.value(at + 1) && begins_line(self.before(at));
        if (is_to(sign) || later()) && is_time(at + 1) && self.ends(at + 1) {
            return Some(2);
        }
        let rises = |at: &usize| {
            self.gap(*at) == sign && is_time(*at) && self.value(*at) > self.value(*at - 1)
        };
        let more = self.after(at).take(MOST_TIMES).take_while(rises).count();
        let list = more >= 2 && matches!(sign, " " | ", " | "、" | "/" | "・");
        let goes_on = at + more + 1 < self.digits.groups.len() && self.gap(at + more + 1) == sign;
        (list && !goes_on).then_some(more + 1)
    }
}

/// Whether this stands between two instants, or other ends of something.
pub(super) fn is_to(gap: &str) -> bool {
    TO.contains(&gap.trim_matches([' ', '\u{3000}', '\u{A0}']))
}
