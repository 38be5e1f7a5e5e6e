//! Days as a clock on the wall shows them, cut into cells: what a picture of opening hours is made of.
//!
//! A cell is a stretch of the clock, such as 9:00–9:30. It holds the instants from the first at which the clock shows its
//! beginning or has passed it, up to the first at which that is true of its end: the rule by which hours open and close
//! too. So the cells of a day share out all its instants, 9:00 stands in the same place on every day, a cell that the
//! clock skips holds nothing, and one that the clock shows twice lasts longer.

use std::ops::Range;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::{Hours, first_instant};

/// The minutes of a day on the wall.
pub const MINUTES: u32 = 24 * 60;

/// A calendar day in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    zone: Tz,
}

/// What a desk is throughout a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    Open,
    /// Open for some of the time.
    Part,
    Closed,
    /// The clock skips it.
    Skipped,
}

impl Cell {
    /// A sign that tells the cells apart without colour: the longer it is open, the higher.
    pub const fn symbol(self) -> char {
        match self {
            Self::Open => '▆',
            Self::Part => '▃',
            Self::Closed => '▁',
            Self::Skipped => ' ',
        }
    }

    /// The same for a terminal that can only show ASCII.
    pub const fn ascii_symbol(self) -> char {
        match self {
            Self::Open => '#',
            Self::Part => '+',
            Self::Closed => '-',
            Self::Skipped => ' ',
        }
    }
}

impl Day {
    pub const fn new(date: NaiveDate, zone: Tz) -> Self {
        Self { date, zone }
    }

    /// The day that an instant belongs to. Where a clock is put back over midnight, that is the day which the clock has
    /// shown already.
    pub fn of(at: DateTime<Tz>) -> Self {
        let day = Self::new(at.date_naive(), at.timezone());
        match day.next() {
            Some(next) if day.span().end <= at => next,
            _ => day,
        }
    }

    /// The day after; `None` at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        let date = self.date.checked_add_days(Days::new(1))?;
        Some(Self { date, ..self })
    }

    /// The first instant at which the day's clock shows a minute, from 0 to [`MINUTES`], or has passed it.
    pub fn at(self, minute: u32) -> DateTime<Tz> {
        let local = self.date.and_time(NaiveTime::MIN);
        let minutes = TimeDelta::minutes(minute.into());
        first_instant(
            local.checked_add_signed(minutes).unwrap_or(local),
            self.zone,
        )
    }

    /// All its instants: 24 hours, more or less where the clock is changed.
    pub fn span(self) -> Range<DateTime<Tz>> {
        self.at(0)..self.at(MINUTES)
    }

    /// Its cells of so many minutes each, which must divide [`MINUTES`], with the instants that each holds.
    pub fn cells(self, minutes: u32) -> impl Iterator<Item = Range<DateTime<Tz>>> {
        (0..MINUTES / minutes).map(move |n| self.at(n * minutes)..self.at((n + 1) * minutes))
    }

    /// The cell that holds an instant; `None` for an instant of another day.
    pub fn cell_at(self, at: DateTime<Tz>, minutes: u32) -> Option<usize> {
        self.cells(minutes).position(|cell| cell.contains(&at))
    }

    /// The picture of its hours, from the intervals in which it is open.
    pub fn picture(self, open: &[Range<DateTime<Tz>>], minutes: u32) -> Vec<Cell> {
        self.cells(minutes)
            .map(|cell| picture(&cell, open))
            .collect()
    }
}

fn picture(cell: &Range<DateTime<Tz>>, open: &[Range<DateTime<Tz>>]) -> Cell {
    if cell.is_empty() {
        return Cell::Skipped;
    }
    let shares = open
        .iter()
        .map(|open| open.start.max(cell.start)..open.end.min(cell.end))
        .filter(|share| !share.is_empty());
    let time: TimeDelta = shares.map(|share| share.end - share.start).sum();
    if time == cell.end - cell.start {
        Cell::Open
    } else if time.is_zero() {
        Cell::Closed
    } else {
        Cell::Part
    }
}

/// Days in a row that look the same by the clock on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub first: Day,
    pub last: Day,
    /// The intervals in which it is open on the first.
    pub open: Vec<Range<DateTime<Tz>>>,
}

/// The hours of so many days, beginning with a day: those that look the same together.
pub fn runs(hours: &Hours, from: Day, days: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for day in std::iter::successors(Some(from), |day| day.next()).take(days) {
        let open = hours.open_within(&day.span());
        match runs.last_mut() {
            Some(run) if alike((run.first, &run.open), (day, &open)) => run.last = day,
            _ => runs.push(Run {
                first: day,
                last: day,
                open,
            }),
        }
    }
    runs
}

/// Whether it opens and closes at the same times by the clock on the wall, and the clock skips as much.
fn alike(one: (Day, &[Range<DateTime<Tz>>]), other: (Day, &[Range<DateTime<Tz>>])) -> bool {
    let times = |(day, open): (Day, &[Range<DateTime<Tz>>])| -> Vec<_> {
        let midnight = day.date.and_time(NaiveTime::MIN);
        let time = |at: DateTime<Tz>| at.naive_local() - midnight;
        open.iter()
            .map(|open| (time(open.start), time(open.end)))
            .collect()
    };
    let length = |day: Day| (day.span().end - day.span().start).min(TimeDelta::days(1));
    length(one.0) == length(other.0) && times(one) == times(other)
}
