//! Opening hours in OpenStreetMap syntax, as half-open intervals in a zone: 9:00–21:00 includes 9:00:00 and excludes
//! 21:00:00.
//!
//! The syntax and the calendar (weekdays, dates, weeks, years) are the `opening-hours` crate's. Which instants the
//! hours stand for is decided here, because a clock that is put forward or back needs a policy:
//!
//! **An opening or closing time takes effect at the first instant at which the clock on the wall shows it or has passed
//! it.** So a time that the clock skips (gap) takes effect when the clock jumps, an interval that lies wholly in a gap
//! does not happen, and a time that comes twice (fold) counts the first time only: a desk that closed at 2:30 does not
//! open again for half an hour when the clock goes back to 2:00.

mod days;
pub mod holidays;
mod rules;
pub mod week;

use std::ops::Range;

use chrono::{DateTime, Datelike, Days, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::{GapInfo, Tz};
use serde::{Deserialize, Serialize};

use rules::Rules;

/// How far ahead a change is looked for, in days. Two leap days lie up to eight years apart; an opening that is farther
/// away helps nobody, and looking for it takes time (hours of a year that is over never change again).
const HORIZON: usize = 9 * 366;

/// The days to look at for what has happened up to now, beside those before it. Tomorrow is one of them: a clock that is
/// put back over midnight (as in St. John's until 2010, at 00:01) has shown some of it already.
const UP_TO_NOW: usize = 2;

/// The years for which hours are evaluated. The syntax knows 1900 to 9999; the edges are left out so that neither a zone
/// nor a day before or after can lead out of it.
pub const YEARS: Range<i32> = 1901..9999;

/// Whether hours can be told for an instant at all: the syntax knows no years beyond.
pub fn can_be_told(at: DateTime<Tz>) -> bool {
    YEARS.contains(&at.naive_utc().year())
}

/// Opening hours that parsed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hours {
    expression: String,
    rules: Rules,
    always: bool,
}

impl From<Hours> for String {
    fn from(hours: Hours) -> Self {
        hours.expression
    }
}

impl TryFrom<String> for Hours {
    type Error = String;

    fn try_from(expression: String) -> Result<Self, String> {
        Self::parse(&expression)
    }
}

impl Hours {
    /// Parses OpenStreetMap `opening_hours` syntax, such as `Mo-Su 09:00-21:00; Jan 01 off`. The error says what is
    /// wrong with it and what to write instead.
    ///
    /// Refused, because this program would have to guess: public and school holidays (`PH`, `SH`), times of the sun,
    /// times without an end (`09:00+`), and remarks on open hours, which nobody would see. `unknown` counts as closed:
    /// nobody is sent to a desk that may be empty.
    pub fn parse(expression: &str) -> Result<Self, String> {
        let rules = Rules::parse(expression)?;
        Ok(Self {
            expression: expression.to_owned(),
            always: rules.is_always(),
            rules,
        })
    }

    /// As the guide's author wrote it.
    pub fn expression(&self) -> &str {
        &self.expression
    }

    /// How many times of opening, and of closing for a while, it is made of.
    pub fn times(&self) -> usize {
        self.rules.times()
    }

    /// Whether it is open round the clock, every day.
    pub fn is_always(&self) -> bool {
        self.always
    }

    /// Whether it is open at an instant. The hours are meant in the zone of `at`.
    pub fn is_open(&self, at: DateTime<Tz>) -> bool {
        let passed = self
            .toggles(at, UP_TO_NOW)
            .take_while(|instant| *instant <= at);
        self.always || passed.count() % 2 == 1
    }

    /// The next instant after `at` at which it opens or closes, in the zone of `at`. `None` where that never happens, or
    /// not within nine years. Outside the years 1901 to 9998 hours that are not [always](Self::is_always) open are
    /// closed and do not change.
    pub fn next_change(&self, at: DateTime<Tz>) -> Option<DateTime<Tz>> {
        if self.always {
            return None;
        }
        let mut coming = None;
        for instant in self.toggles(at, HORIZON).filter(|instant| *instant > at) {
            match coming {
                None => coming = Some(instant),
                // It opens and closes within a gap, at one and the same instant: nothing happens.
                Some(same) if same == instant => coming = None,
                Some(_) => break,
            }
        }
        coming
    }

    /// When it is open within a stretch of time: half-open intervals, ordered, apart from each other and not empty, cut at
    /// the stretch's ends. The hours are meant in the zone of its beginning.
    pub fn open_within(&self, stretch: &Range<DateTime<Tz>>) -> Vec<Range<DateTime<Tz>>> {
        if stretch.is_empty() {
            return Vec::new();
        }
        if self.always {
            return vec![stretch.clone()];
        }
        let whole = (stretch.end - stretch.start).num_days();
        let whole = usize::try_from(whole).unwrap_or(HORIZON).min(HORIZON);
        // The rest may reach into one more day, or two where the zone skips one.
        let days = whole + 2 + UP_TO_NOW;
        let mut toggles = self.toggles(stretch.start, days);
        let mut open: Vec<Range<DateTime<Tz>>> = Vec::new();
        while let Some(opens) = toggles.next().filter(|opens| *opens < stretch.end) {
            let closes = toggles.next().unwrap_or(stretch.end).min(stretch.end);
            let opens = opens.max(stretch.start);
            match open.last_mut() {
                // It closes and opens again within a gap, at one and the same instant: nothing happens.
                Some(last) if last.end == opens => last.end = closes,
                _ if opens < closes => open.push(opens..closes),
                _ => {}
            }
        }
        open
    }

    /// The instants at which it opens, closes, opens … beginning two days before `at`, when it is taken to be closed.
    /// Hours that go on over midnight do not toggle there.
    ///
    /// Two days, because a zone may skip a whole one (Samoa in 2011), and the walk must begin before `at`.
    fn toggles(&self, at: DateTime<Tz>, days: usize) -> impl Iterator<Item = DateTime<Tz>> {
        let first = can_be_told(at).then(|| at.naive_local().date() - Days::new(2));
        let mut open = false;
        first
            .into_iter()
            .flat_map(move |first| {
                let end = first + Days::new(days as u64 + 2);
                self.rules
                    .from(first)
                    .take_while(move |(date, _)| *date < end)
            })
            .take_while(|(date, _)| YEARS.contains(&date.year()))
            .flat_map(|(date, states)| {
                let states = states.into_iter();
                states.map(move |(minute, open)| (date, minute, open))
            })
            .filter(move |(.., now)| std::mem::replace(&mut open, *now) != *now)
            .map(move |(date, minute, _)| {
                let local = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
                first_instant(local, at.timezone())
            })
    }
}

/// The first instant at which the clock on the wall shows a local time or has passed it.
fn first_instant(local: NaiveDateTime, zone: Tz) -> DateTime<Tz> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| GapInfo::new(&local, &zone)?.end)
        .unwrap_or_else(|| zone.from_utc_datetime(&local))
}
