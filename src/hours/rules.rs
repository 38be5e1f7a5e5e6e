//! The rules of an `opening_hours` expression, and what they make of a day.
//!
//! Parsing and the choice of days are the `opening-hours` crate's. Times are put together here: to that crate a rule
//! for Saturday also takes away the hours after midnight that belong to Friday night (`Fr 22:00-02:00; Sa 10:00-18:00`
//! would close at 24:00), and `Dec 31 off` closes the small hours of the 31st instead of those of the 1st. Here a rule
//! speaks of the shifts that *begin* on its days.

use std::ops::Range;

use chrono::NaiveDate;
use opening_hours::OpeningHours;
use opening_hours_syntax::Error;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, MonthdayRange, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleKind, RuleOperator, RuleSequence};

/// Minutes of a day, from 0; a shift that goes on after midnight ends beyond 1440, by 2880 at most.
type Minutes = Range<u16>;

const DAY: u16 = 24 * 60;

/// Every rule is asked about every day until something changes: nobody writes more than this by hand.
const MAX_LENGTH: usize = 500;

#[derive(Debug, Clone)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    always: bool,
}

/// One rule: on these days, this.
#[derive(Debug, Clone)]
struct Rule {
    /// The rule's days, as hours of their own: round the clock on such a day, closed on any other. The rule applies where
    /// all of them are open, and every day where there are none.
    days: Vec<OpeningHours>,
    shifts: Vec<Minutes>,
    kind: RuleKind,
    operator: RuleOperator,
}

impl Rules {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.len() > MAX_LENGTH {
            return Err(format!("longer than {MAX_LENGTH} bytes"));
        }
        let parsed: OpeningHours = text.parse().map_err(|error| one_line(&error, text))?;
        let expression = parsed.get_expression();
        let rules = expression
            .rules
            .iter()
            .map(Rule::new)
            .collect::<Result<_, _>>()?;
        let normal = parsed.normalize().get_expression();
        Ok(Self {
            rules,
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

    /// What the day looks like: the minutes from which it is open or closed, starting with minute 0. Neighbours may have
    /// the same state.
    pub(super) fn states(&self, date: NaiveDate) -> Vec<(u16, bool)> {
        let mut states = vec![(0, false)];
        for hours in self.hours(date) {
            states.push((hours.start, true));
            states.push((hours.end, false));
        }
        states.retain(|(minute, _)| *minute < DAY);
        states
    }

    /// When it is open on a day: the day's own shifts, and what is left of the night before. Ordered, apart.
    fn hours(&self, date: NaiveDate) -> Vec<Minutes> {
        let night = date.pred_opt().map(|date| self.shifts(date));
        let night = night.iter().flatten().filter(|shift| shift.end > DAY);
        let mut hours: Vec<_> = night
            .map(|shift| shift.start.saturating_sub(DAY)..shift.end - DAY)
            .chain(self.shifts(date))
            .collect();
        merge(&mut hours);
        hours
    }

    /// The shifts that begin on a day. A later rule replaces what earlier ones said of the day; `off` takes its hours
    /// away, `,` adds hours, and `||` only speaks where the rules before it left the day closed.
    fn shifts(&self, date: NaiveDate) -> Vec<Minutes> {
        let mut shifts = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.applies(date)) {
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

impl Rule {
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

    fn applies(&self, date: NaiveDate) -> bool {
        self.days
            .iter()
            .all(|days| !days.schedule_at(date).is_empty())
    }
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

/// A rule's days without its times: one selector each for years, dates, weeks and weekdays, all of which must apply.
fn days(rule: &RuleSequence) -> Result<Vec<OpeningHours>, String> {
    let DaySelector {
        year,
        monthday,
        week,
        weekday,
    } = rule.day_selector.clone();
    let with_year =
        |range: &&MonthdayRange| matches!(range, MonthdayRange::Month { year: Some(_), .. });
    if let Some(range) = monthday.iter().find(with_year) {
        // Read by the crate as the time up to the first day of the last month.
        return Err(format!(
            "`{range}`: write a space after the year, as in `2026 Nov-Dec`"
        ));
    }
    let none = DaySelector::default;
    [
        DaySelector { year, ..none() },
        DaySelector { monthday, ..none() },
        DaySelector { week, ..none() },
        DaySelector { weekday, ..none() },
    ]
    .into_iter()
    .filter(|days| !days.is_empty())
    .map(every_hour)
    .collect()
}

/// Hours that are open round the clock on some days. The crate makes hours from text only, so they take that way; what
/// comes back must be what went in.
fn every_hour(days: DaySelector) -> Result<OpeningHours, String> {
    let wanted = OpeningHoursExpression {
        rules: vec![RuleSequence {
            day_selector: days,
            time_selector: TimeSelector::default(),
            kind: RuleKind::Open,
            operator: RuleOperator::Normal,
            comment: "".into(),
        }],
    };
    wanted
        .to_string()
        .parse()
        .ok()
        .filter(|hours: &OpeningHours| *hours.get_expression() == wanted)
        .ok_or_else(|| format!("`{wanted}` is not understood here: use several rules"))
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
