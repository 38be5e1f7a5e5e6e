//! Telephone numbers in what a reader typed.
//!
//! A number is only ever said to be listed when its digits stand alone: nothing but numbers, times and dates may
//! stand with them in one row of groups. What is left over (`0120-996-012 3`) could belong to it.

mod beside;
mod listed;

use std::ops::Range;

use super::{Difference, Finding, How, Kind, Near, Verdict, card};
use crate::guide::Guide;
use crate::text::distance::edits;
use crate::text::phone::{Group, Look, Spelling, american, groups, joined, may_be_digit, whole};
use beside::Beside;
use listed::{Listed, Numbers};

/// Fewer digits than these say nothing, not even that a number begins so.
const LEAST_DIGITS: usize = 5;
/// A number that begins with 0 and is no listed one has at least so many digits, separators or not.
const LEAST_STRANGE: usize = 7;
/// No telephone number has more, and no more are compared.
const MOST_DIGITS: usize = 20;

/// What is dialled to show one's own number or not to show it, before the number.
const SHOW_OR_HIDE: [&str; 2] = ["184", "186"];

/// The numbers in a text, besides what stands in the addresses.
pub(super) fn find(guide: &Guide, text: &str, addresses: &[Range<usize>]) -> Vec<Finding> {
    if text.chars().filter(|&c| may_be_digit(c)).take(3).count() < 3 {
        return Vec::new();
    }
    let search = Search {
        text,
        numbers: Numbers::of(guide),
    };
    let groups = groups(text, Spelling::Free);
    // The addresses are in order, and none reaches into another.
    let within = |group: &Group| {
        let after = addresses.partition_point(|address| address.end <= group.range.start);
        addresses
            .get(after)
            .is_some_and(|address| address.start < group.range.end)
    };
    let beside = beside::marks(text, &groups);
    let mut groups: Vec<(Group, Beside)> = groups.into_iter().zip(beside).collect();
    let mut broken = false;
    groups.retain_mut(|(group, beside)| {
        group.first |= broken;
        broken = *beside == Beside::Surely || within(group);
        !broken
    });
    let (groups, beside): (Vec<Group>, Vec<Beside>) = groups.into_iter().unzip();
    let mut at = 0;
    let mut found = Vec::new();
    for run in groups.chunk_by(|_, next| !next.first) {
        let marks = &beside[at..at + run.len()];
        found.extend(search.run(run, marks));
        at += run.len();
    }
    found
}

struct Search<'a> {
    text: &'a str,
    numbers: Numbers<'a>,
}

impl Search<'_> {
    /// What there is in groups that stand in a row, with nothing but separators in between.
    fn run(&self, run: &[Group], beside: &[Beside]) -> Vec<Finding> {
        let mut found = Vec::new();
        let (mut from, mut start) = (0, 0);
        while start < run.len() {
            let Some(length) = card::groups(&run[start..]) else {
                start += 1;
                continue;
            };
            let card = start..start + length;
            found.extend(self.phones(&run[from..start], &beside[from..start], from > 0));
            found.push(self.finding(&run[card.clone()], Kind::Card, Verdict::CardNumber));
            (from, start) = (card.end, card.end);
        }
        found.extend(self.phones(&run[from..], &beside[from..], from > 0));
        found
    }

    /// The telephone numbers in groups without card numbers. Behind one, the date and the code of the card are none.
    fn phones(&self, run: &[Group], beside: &[Beside], behind_card: bool) -> Vec<Finding> {
        let found = self
            .whole_numbers(run)
            .or_else(|| self.between_dates(run, beside));
        let mut found = found.unwrap_or_else(|| self.mixed(run, beside));
        if behind_card {
            found.retain(|found| found.verdict != Verdict::NotListed { near: None });
        }
        found
    }

    /// Numbers and nothing else, once days are left out that may stand before and behind them.
    fn between_dates(&self, run: &[Group], beside: &[Beside]) -> Option<Vec<Finding>> {
        let day = |mark: &&Beside| **mark == Beside::Maybe;
        let before = beside.iter().take_while(day).count();
        let behind = beside[before..].iter().rev().take_while(day).count();
        let ends = run.len() - behind;
        let inner = [before..run.len(), 0..ends, before..ends].into_iter();
        inner
            .filter(|inner| !inner.is_empty())
            .find_map(|inner| self.whole_numbers(&run[inner]))
    }

    /// Numbers and nothing else.
    fn whole_numbers(&self, run: &[Group]) -> Option<Vec<Finding>> {
        let cuts = self.partition(run)?;
        let starts = std::iter::once(0).chain(cuts.iter().copied());
        let parts = starts.zip(cuts.iter().copied());
        let numbers = parts.filter_map(|(start, end)| self.number(&run[start..end]));
        Some(numbers.collect())
    }

    /// Numbers with something else beside them; what is left of the listed one without that is not to be overlooked.
    fn mixed(&self, run: &[Group], beside: &[Beside]) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut at = 0;
        for marks in beside.chunk_by(|a, b| a == b) {
            let part = &run[at..at + marks.len()];
            at += marks.len();
            if marks[0] == Beside::No {
                let numbers = self.whole_numbers(part);
                found.extend(numbers.unwrap_or_else(|| self.rest(part).into_iter().collect()));
            }
        }
        if found.is_empty() && !run.is_empty() {
            let canonical = canonical(run);
            if canonical.len() >= LEAST_STRANGE && self.near(&canonical).is_some() {
                found.push(self.finding(run, Kind::Phone, self.stranger(&canonical)));
            }
        }
        found
    }

    /// Where the numbers end that these groups are, if they are numbers and nothing else. A listed one goes before
    /// others, a longer one before a shorter one.
    fn partition(&self, run: &[Group]) -> Option<Vec<usize>> {
        // For each group, where the number ends that begins with it, if all from it on are numbers.
        let mut ends: Vec<Option<usize>> = vec![None; run.len()];
        let open = |ends: &[Option<usize>], end: usize| end == run.len() || ends[end].is_some();
        for start in (0..run.len()).rev() {
            let most = run.len().min(start + MOST_DIGITS);
            let candidates = (start + 1..=most)
                .rev()
                .filter(|&end| open(&ends, end) && self.is_number(&run[start..end]));
            let best = candidates.max_by_key(|&end| (self.listed(&run[start..end]).is_some(), end));
            ends[start] = best;
        }
        let mut cuts = Vec::new();
        let mut at = 0;
        while at < run.len() {
            at = ends[at]?;
            cuts.push(at);
        }
        Some(cuts)
    }

    /// Whether groups are one whole number.
    fn is_number(&self, part: &[Group]) -> bool {
        self.listed(part).is_some() || !inner_plus(part) && dialled(part).is_some()
    }

    /// The listed number that groups are.
    fn listed(&self, part: &[Group]) -> Option<&Listed<'_>> {
        if inner_plus(part) || digits_in(part) > MOST_DIGITS {
            return None;
        }
        let short = match part {
            [group] => self.numbers.short(self.text, group),
            _ => None,
        };
        short
            .or_else(|| self.numbers.find(&dialled(part)?))
            .or_else(|| self.numbers.abroad(&joined(part)))
    }

    /// The finding for groups that are one whole number.
    fn number(&self, part: &[Group]) -> Option<Finding> {
        let letters = has_letters(part);
        let verdict = match self.listed(part) {
            Some(listed) if letters => Verdict::Lookalike {
                of: listed.as_written.clone(),
                how: How::LettersForDigits,
            },
            Some(listed) => listed.verdict(),
            None if self.begins(part) => Verdict::Incomplete,
            None => self.stranger(&dialled(part).unwrap_or_else(|| joined(part))),
        };
        let unknown = matches!(
            verdict,
            Verdict::NotListed { near: None } | Verdict::NothingListed
        );
        let named = unknown && beside::is_other_number(self.text, part);
        (!named).then(|| self.finding(part, Kind::Phone, verdict))
    }

    fn stranger(&self, digits: &str) -> Verdict {
        if self.numbers.is_empty() {
            return Verdict::NothingListed;
        }
        Verdict::NotListed {
            near: self.near(digits),
        }
    }

    fn near(&self, digits: &str) -> Option<Near> {
        let compare = |listed: &Listed| {
            Some(Near {
                as_written: listed.as_written.clone(),
                difference: difference(digits, &listed.digits)?,
            })
        };
        let near = self.numbers.iter().filter_map(compare);
        near.min_by_key(|near| match near.difference {
            Difference::Inside => 0,
            Difference::Digits(edits) => edits,
        })
    }

    /// Whether a listed number begins so.
    fn begins(&self, part: &[Group]) -> bool {
        let letters = has_letters(part);
        let begins = self.numbers.begin_with(&canonical(part), LEAST_DIGITS);
        begins && !letters && !inner_plus(part)
    }

    fn finding(&self, groups: &[Group], kind: Kind, verdict: Verdict) -> Finding {
        let first = groups.first().map_or(0, |group| group.range.start);
        let plus = groups.first().is_some_and(|group| group.plus);
        let before = plus
            .then(|| self.text[..first].rfind(['+', '＋']))
            .flatten();
        let end = groups.last().map_or(first, |group| group.range.end);
        Finding {
            range: before.unwrap_or(first)..end,
            kind,
            verdict,
        }
    }

    /// Groups that are no whole numbers: the beginning of one, one with too many or too few digits, or nothing.
    fn rest(&self, run: &[Group]) -> Option<Finding> {
        let digits = joined(run);
        let whole_number = || {
            let windows = (0..run.len()).flat_map(|start| {
                (start + 1..=run.len().min(start + MOST_DIGITS)).map(move |end| start..end)
            });
            windows
                .into_iter()
                .any(|window| window.len() < run.len() && self.is_number(&run[window]))
        };
        let canonical = canonical(run);
        if self.begins(run) {
            return Some(self.finding(run, Kind::Phone, Verdict::Incomplete));
        }
        let near = self.near(&canonical);
        let looks_so = strange(run, &canonical) && !beside::is_other_number(self.text, run);
        let too_much = near.as_ref().is_some_and(|near| {
            near.difference == Difference::Inside
                || digits.len() >= LEAST_STRANGE && near.difference == Difference::Digits(1)
        });
        (too_much || looks_so || whole_number())
            .then(|| self.finding(run, Kind::Phone, self.stranger(&canonical)))
    }
}

/// How digits differ from those of a listed number, if not by more than two.
fn difference(digits: &str, listed: &str) -> Option<Difference> {
    if listed.len() < LEAST_STRANGE {
        return None;
    }
    if digits.contains(listed) {
        return Some(Difference::Inside);
    }
    let edits = (digits.len() <= MOST_DIGITS).then(|| edits(digits, listed))?;
    (edits <= 2).then_some(Difference::Digits(edits))
}

fn has_letters(part: &[Group]) -> bool {
    part.iter().any(|group| group.look == Look::Letters)
}

fn inner_plus(part: &[Group]) -> bool {
    part.iter().skip(1).any(|group| group.plus)
}

fn digits_in(part: &[Group]) -> usize {
    part.iter().map(|group| group.digits.len()).sum()
}

/// Groups as one number in the form in which numbers are compared, if they are as many digits as one has.
fn dialled(part: &[Group]) -> Option<String> {
    if digits_in(part) > MOST_DIGITS {
        return None;
    }
    let (plus, digits) = without_prefix(part);
    whole(plus, &digits).or_else(|| american(part))
}

/// The digits of groups as they would be dialled within Japan, whether they are a number or not.
fn canonical(run: &[Group]) -> String {
    let (plus, digits) = without_prefix(run);
    match digits.strip_prefix("81") {
        Some(rest) if plus => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ if plus => format!("+{digits}"),
        // The number of the country without its plus, as many telephones show who calls.
        Some(rest) if digits.len() == 11 && run.len() > 1 => format!("0{rest}"),
        _ => digits,
    }
}

/// The digits without what is dialled before the number of a country (then as if behind a plus), or to show one's own
/// number.
fn without_prefix(part: &[Group]) -> (bool, String) {
    let digits = joined(part);
    let plus = part.first().is_some_and(|group| group.plus);
    if plus {
        return (true, digits);
    }
    let abroad: &[&str] = if digits.starts_with("0081") || part.len() > 1 && digits.len() > 11 {
        &["010", "00", "011"]
    } else if digits.starts_with("01081") || digits.len() > 11 {
        &["010"]
    } else if digits.starts_with("01181") {
        &["011"]
    } else {
        &[]
    };
    let rest = abroad.iter().find_map(|prefix| digits.strip_prefix(prefix));
    if let Some(rest) = rest.filter(|rest| !rest.starts_with('0')) {
        return (true, rest.to_owned());
    }
    let own = SHOW_OR_HIDE
        .iter()
        .find_map(|prefix| digits.strip_prefix(prefix));
    match own.filter(|rest| rest.starts_with('0') && rest.len() >= LEAST_DIGITS) {
        Some(rest) => (false, rest.to_owned()),
        None => (false, digits),
    }
}

/// Whether groups that are no whole number look like one with too many or too few digits.
fn strange(run: &[Group], canonical: &str) -> bool {
    let lengths: Vec<usize> = run.iter().map(|group| group.digits.len()).collect();
    let postal_code = lengths == [3, 4];
    let plus = run[0].plus;
    let domestic = canonical.starts_with('0') && !canonical.starts_with("00");
    let enough =
        canonical.len() >= LEAST_STRANGE || canonical.len() + 1 == LEAST_STRANGE && run.len() > 1;
    (plus || domestic) && enough && canonical.len() <= MOST_DIGITS && !postal_code
}
