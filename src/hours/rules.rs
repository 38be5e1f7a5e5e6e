//! The rules of an `opening_hours` expression, and what they make of a day.
//!
//! Parsing and the choice of days are the `opening-hours` crate's. Times are put together here: to that crate a rule
//! for Saturday also takes away the hours after midnight that belong to Friday night (`Fr 22:00-02:00; Sa 10:00-18:00`
//! would close at 24:00), and `Dec 31 off` closes the small hours of the 31st instead of those of the 1st. Here a rule
//! speaks of the shifts that *begin* on its days.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use opening_hours::OpeningHours;
use opening_hours_syntax::Error;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, MonthdayRange, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

use super::days::Days;
use super::holidays::List;

/// Minutes of a day, from 0; a shift that goes on after midnight ends beyond 1440, by 2880 at most.
type Minutes = Range<u16>;

const DAY: u16 = 24 * 60;

/// Nobody writes more than this, holidays spelled out.
const MAX_LENGTH: usize = 4_000;

/// Each is a bit of what applies on a day.
const MAX_RULES: usize = 64;

#[derive(Debug, Clone)]
pub(super) struct Rules {
    all: Vec<Rule>,
    always: bool,
    years: Years,
}

/// The years that were looked at: who is there is asked at every minute, and many times for a picture of hours.
#[derive(Debug, Default)]
struct Years(Mutex<BTreeMap<i32, Arc<Year>>>);

impl Clone for Years {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// As many years are kept: those in which a change is looked for.
const MOST_YEARS: usize = 16;

/// One rule: on these days, this.
#[derive(Debug, Clone)]
struct Rule {
    days: DaySelector,
    shifts: Vec<Minutes>,
    kind: RuleKind,
    operator: RuleOperator,
}

impl Rules {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.len() > MAX_LENGTH {
            return Err(format!("longer than {MAX_LENGTH} bytes"));
        }
        let (parsed, sequences) = parsed(text)?;
        if sequences.len() > MAX_RULES {
            return Err(format!("more than {MAX_RULES} rules"));
        }
        let rules = sequences.iter().map(Rule::new).collect::<Result<_, _>>()?;
        let normal = parsed.normalize().get_expression();
        Ok(Self {
            all: without_effect(rules),
            years: Years::default(),
            always: normal.is_constant()
                && normal
                    .rules
                    .last()
                    .is_some_and(|rule| rule.kind == RuleKind::Open),
        })
    }

    /// Whether they are open round the clock, every day.
    pub(super) fn is_always(&self) -> bool {
        self.always
    }

    /// How many times of opening they have, or of closing for a while.
    pub(super) fn times(&self) -> usize {
        self.all.iter().map(|rule| rule.shifts.len()).sum()
    }

    /// What the days from a first one on look like.
    pub(super) fn from(&self, first: NaiveDate) -> Walk<'_> {
        let night = first.pred_opt().map(|date| {
            let year = self.year(date.year());
            year.shifts(date.ordinal0() as usize).to_vec()
        });
        Walk {
            rules: self,
            date: Some(first),
            year: None,
            night: night.unwrap_or_default(),
        }
    }

    /// The kinds of days that a year has, as they were found before.
    fn year(&self, number: i32) -> Arc<Year> {
        let mut years = self.years.0.lock().unwrap_or_else(PoisonError::into_inner);
        if years.len() > MOST_YEARS {
            years.clear();
        }
        let year = years.entry(number);
        Arc::clone(year.or_insert_with(|| Arc::new(self.make_year(number))))
    }

    fn make_year(&self, number: i32) -> Year {
        // What applies on a day, a bit for each rule.
        let mut alike = vec![(Days::ALL, 0_u64)];
        for (bit, rule) in self.all.iter().enumerate() {
            let applies = Days::of(&rule.days, number);
            for n in 0..alike.len() {
                let (days, rules) = alike[n];
                let (inside, outside) = (days.and(applies), days.without(applies));
                if outside.is_empty() {
                    alike[n].1 |= 1 << bit;
                } else if !inside.is_empty() {
                    alike[n].0 = outside;
                    alike.push((inside, rules | 1 << bit));
                }
            }
        }
        let mut kinds: Vec<DayKind> = Vec::new();
        for (days, rules) in alike {
            let shifts = self.shifts(rules);
            match kinds.iter_mut().find(|kind| kind.shifts == shifts) {
                Some(kind) => kind.days = kind.days.or(days),
                None => kinds.push(DayKind { days, shifts }),
            }
        }
        Year::new(number, kinds)
    }

    /// The shifts that begin on a day on which these rules apply, a bit for each. A later rule replaces what earlier ones
    /// said of the day; `off` takes its hours away, `,` adds hours, and `||` only speaks where the rules before it left the
    /// day closed.
    fn shifts(&self, applying: u64) -> Vec<Minutes> {
        let mut shifts = Vec::new();
        let rules = self.all.iter().enumerate();
        for (_, rule) in rules.filter(|(bit, _)| applying >> bit & 1 == 1) {
            use {RuleKind as Kind, RuleOperator as Operator};
            match (rule.operator, rule.kind) {
                (Operator::Fallback, _) if !shifts.is_empty() => {}
                (Operator::Additional, Kind::Open) => shifts.extend_from_slice(&rule.shifts),
                (_, Kind::Open) => shifts.clone_from(&rule.shifts),
                (Operator::Additional, Kind::Unknown) | (_, Kind::Closed) => {
                    rule.close(&mut shifts);
                }
                (_, Kind::Unknown) => shifts.clear(),
            }
        }
        merge(&mut shifts);
        shifts
    }
}

/// A year as the kinds of days that it has: there are few, whatever the rules.
#[derive(Debug)]
struct Year {
    number: i32,
    /// Each day is of one kind.
    kinds: Vec<DayKind>,
    /// The days throughout which it is closed, and those throughout which it is open; the first of the year is in neither, for
    /// it depends on the night before.
    still: [Days; 2],
}

impl Year {
    fn new(number: i32, kinds: Vec<DayKind>) -> Self {
        let mut still = [Days::default(); 2];
        for before in &kinds {
            for kind in &kinds {
                let days = before.days.next().and(kind.days);
                if days.is_empty() {
                    continue;
                }
                if let [(_, open)] = states(&before.shifts, &kind.shifts)[..] {
                    let still = &mut still[usize::from(open)];
                    *still = still.or(days);
                }
            }
        }
        Self {
            number,
            kinds,
            still,
        }
    }

    fn shifts(&self, day: usize) -> &[Minutes] {
        let kind = self.kinds.iter().find(|kind| kind.days.has(day));
        kind.map_or(&[], |kind| &kind.shifts)
    }
}

/// Days on which the same shifts begin.
#[derive(Debug, Default)]
struct DayKind {
    days: Days,
    shifts: Vec<Minutes>,
}

/// Days in order, each with what it looks like: the minutes from which it is open or closed, starting with minute 0. Days
/// are left out throughout which it stays as it was.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    rules: &'a Rules,
    date: Option<NaiveDate>,
    /// The one of the last day that was looked at.
    year: Option<Arc<Year>>,
    /// The shifts of the day before.
    night: Vec<Minutes>,
}

impl Walk<'_> {
    fn year_of(&mut self, date: NaiveDate) -> Arc<Year> {
        let known = self.year.take();
        let year = known.filter(|year| year.number == date.year());
        let year = year.unwrap_or_else(|| self.rules.year(date.year()));
        self.year = Some(Arc::clone(&year));
        year
    }
}

impl Iterator for Walk<'_> {
    type Item = (NaiveDate, Vec<(u16, bool)>);

    fn next(&mut self) -> Option<Self::Item> {
        let date = self.date?;
        let year = self.year_of(date);
        let day = date.ordinal0() as usize;
        let states = states(&self.night, year.shifts(day));
        let open = states.last().is_some_and(|&(_, open)| open);
        let length = if date.leap_year() { 366 } else { 365 };
        let next = year.still[usize::from(open)].end_of(day + 1).min(length);
        self.night = year.shifts(next - 1).to_vec();
        let is_within = next < length;
        self.date = if is_within {
            NaiveDate::from_yo_opt(date.year(), u32::try_from(next).ok()? + 1)
        } else {
            NaiveDate::from_ymd_opt(date.year() + 1, 1, 1)
        };
        Some((date, states))
    }
}

/// A day's own shifts, and what is left of the night before, as the minutes from which it is open or closed.
fn states(night: &[Minutes], shifts: &[Minutes]) -> Vec<(u16, bool)> {
    let night = night.iter().filter(|shift| shift.end > DAY);
    let mut hours: Vec<_> = night
        .map(|shift| shift.start.saturating_sub(DAY)..shift.end - DAY)
        .chain(shifts.iter().cloned())
        .collect();
    merge(&mut hours);
    let opens_later = hours.first().is_none_or(|hours| hours.start > 0);
    let mut states = Vec::from_iter(opens_later.then_some((0, false)));
    for hours in hours {
        states.push((hours.start, true));
        states.push((hours.end, false));
    }
    states.retain(|(minute, _)| *minute < DAY);
    states
}

/// Without rules that cannot make a difference: what takes hours away before there are any, and what stands before a rule
/// that says everything of every day.
fn without_effect(mut rules: Vec<Rule>) -> Vec<Rule> {
    if let Some(last) = rules.iter().rposition(Rule::says_all) {
        rules.drain(..last);
    }
    let opens = rules.iter().position(|rule| rule.kind == RuleKind::Open);
    rules.drain(..opens.unwrap_or(rules.len()));
    rules
}

impl Rule {
    /// Whether no rule before it counts any more.
    fn says_all(&self) -> bool {
        let is_whole = matches!(self.shifts[..], [Range { start: 0, end: DAY }]);
        self.operator == RuleOperator::Normal
            && (self.kind != RuleKind::Closed || is_whole)
            && is_every_day(&self.days)
    }

    fn new(rule: &RuleSequence) -> Result<Self, String> {
        refuse_holidays(rule)?;
        if rule.kind == RuleKind::Open && !rule.comment.is_empty() {
            return Err(format!(
                "the remark \"{}\" would never be shown: leave it out and write a `note` for the desk",
                rule.comment
            ));
        }
        Ok(Self {
            days: days(rule)?,
            shifts: rule
                .time_selector
                .spans
                .iter()
                .map(shift)
                .collect::<Result<_, _>>()?,
            kind: rule.kind,
            operator: rule.operator,
        })
    }

    /// Takes the rule's hours away. Without hours of its own it takes the whole shift, also what lies after midnight.
    fn close(&self, shifts: &mut Vec<Minutes>) {
        if matches!(self.shifts[..], [Range { start: 0, end: DAY }]) {
            shifts.clear();
        } else {
            subtract(shifts, &self.shifts);
        }
    }
}

fn is_every_day(days: &DaySelector) -> bool {
    let is_whole_week = |range: &WeekDayRange| match range {
        WeekDayRange::Fixed {
            range,
            nth_from_start,
            ..
        } => range.end().succ() == *range.start() && *nth_from_start == [true; 5],
        WeekDayRange::Holiday { .. } => false,
    };
    let any_week = days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty();
    any_week && (days.weekday.is_empty() || days.weekday.iter().any(is_whole_week))
}

/// The crate's holidays are incomplete (of Japan's in 2026 it lacks 3 May and 22 September), and it has none at all for
/// schools: hours that rely on them would be wrong without anybody noticing.
fn refuse_holidays(rule: &RuleSequence) -> Result<(), String> {
    let holiday = rule.day_selector.weekday.iter().find_map(|day| match day {
        WeekDayRange::Holiday { kind, .. } => Some(*kind),
        WeekDayRange::Fixed { .. } => None,
    });
    let (name, what) = match holiday {
        None => return Ok(()),
        Some(HolidayKind::Public) => ("PH", "public"),
        Some(HolidayKind::School) => ("SH", "school"),
    };
    Err(format!(
        "`{name}` ({what} holidays) is not supported, for there is no reliable calendar of them: list the days, \
         such as `2026 Jan 01 off`"
    ))
}

/// A rule's days without its times.
fn days(rule: &RuleSequence) -> Result<DaySelector, String> {
    let with_year =
        |range: &&MonthdayRange| matches!(range, MonthdayRange::Month { year: Some(_), .. });
    if let Some(range) = rule.day_selector.monthday.iter().find(with_year) {
        // Read by the crate as the time up to the first day of the last month.
        return Err(format!(
            "`{range}`: write a space after the year, as in `2026 Nov-Dec`"
        ));
    }
    Ok(rule.day_selector.clone())
}

fn shift(span: &TimeSpan) -> Result<Minutes, String> {
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
        return Err(format!(
            "`{span}`: sunrise, sunset, dawn and dusk are not supported, for a desk has no place: write the time, such as 09:00"
        ));
    };
    if span.open_end {
        return Err(format!(
            "`{span}` has no end: write when it closes, such as 09:00-21:00"
        ));
    }
    if span.repeats.is_some() {
        return Err(format!("`{span}`: repeated times are not supported"));
    }
    let (start, end) = (start.mins_from_midnight(), end.mins_from_midnight());
    // `22:00-02:00` ends on the next day, and so does `09:00-09:00`: the crate reads it as 24 hours.
    Ok(start..if end > start { end } else { end + DAY })
}

/// What the crate makes of a text, and its rules. The first knows of a list of holidays only one day, which changes nothing about
/// whether it is always the same.
fn parsed(text: &str) -> Result<(OpeningHours, Vec<RuleSequence>), String> {
    let rules = |hours: &OpeningHours| hours.get_expression().rules.clone();
    if let Some((list, short)) = List::taken_out(text)
        && let Ok(hours) = short.parse()
    {
        let mut rules = rules(&hours);
        if list.put_back(&mut rules) {
            return Ok((hours, rules));
        }
    }
    let hours = text.parse().map_err(|error| one_line(&error, text))?;
    let rules = rules(&hours);
    Ok((hours, rules))
}

/// The parser's message is a drawing of several lines; here it is one of several problems in a list.
fn one_line(error: &Error, text: &str) -> String {
    let Error::Syntax(drawing) = error else {
        return error.to_string();
    };
    let drawing = drawing.to_string();
    let column = drawing
        .lines()
        .next()
        .and_then(|line| line.rsplit(':').next()?.trim().parse::<usize>().ok())
        .unwrap_or(1);
    let rest: String = text.chars().skip(column - 1).take(20).collect();
    format!(
        "not understood from character {column} on: `{}` (expected something like `Mo-Fr 09:00-17:00; Jan 01 off`)",
        rest.escape_debug()
    )
}

/// Orders them and joins those that overlap or touch.
fn merge(all: &mut Vec<Minutes>) {
    all.sort_unstable_by_key(|range| range.start);
    all.dedup_by(|next, kept| {
        let joins = next.start <= kept.end;
        if joins {
            kept.end = kept.end.max(next.end);
        }
        joins
    });
}

/// Takes hours away.
fn subtract(from: &mut Vec<Minutes>, away: &[Minutes]) {
    for gone in away {
        *from = from
            .iter()
            .flat_map(|range| {
                [
                    range.start..range.end.min(gone.start),
                    range.start.max(gone.end)..range.end,
                ]
            })
            .filter(|range| !range.is_empty())
            .collect();
    }
}
