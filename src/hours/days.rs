//! The days of a year that a rule speaks of, all at once.
//!
//! What each selector means is what the `opening-hours` crate makes of it, which a test holds. But the crate is asked day
//! by day, and makes a schedule for each: hours that never change again would take a tenth of a second to say so, at
//! every desk.

use std::ops::{Range, RangeInclusive};

use chrono::{Datelike, Days as ForDays, NaiveDate, Weekday};
use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, Month, MonthdayRange, WeekDayRange, WeekRange, YearRange,
};

/// A set of days of one year, each by the number of days before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Days([u64; 6]);

impl Days {
    pub(super) const ALL: Self = Self([u64::MAX; 6]);

    pub(super) const fn has(&self, day: usize) -> bool {
        self.0[day / 64] >> (day % 64) & 1 == 1
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; 6]
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|n| self.0[n] & other.0[n]))
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|n| self.0[n] | other.0[n]))
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|n| self.0[n] & !other.0[n]))
    }

    /// The days after these.
    pub(super) fn next(self) -> Self {
        let carry = |n: usize| if n == 0 { 0 } else { self.0[n - 1] >> 63 };
        Self(std::array::from_fn(|n| self.0[n] << 1 | carry(n)))
    }

    /// The first day from `day` on that is not in the set: 366 or more where that is none of the year.
    pub(super) fn end_of(&self, day: usize) -> usize {
        let mut word = day / 64;
        let mut rest = !self.0[word] & (u64::MAX << (day % 64));
        while rest == 0 && word + 1 < self.0.len() {
            word += 1;
            rest = !self.0[word];
        }
        word * 64 + rest.trailing_zeros() as usize
    }

    const fn insert(&mut self, day: usize) {
        self.0[day / 64] |= 1 << (day % 64);
    }

    fn insert_all(&mut self, days: Range<usize>) {
        days.for_each(|day| self.insert(day));
    }

    /// The days on which a rule with this selector applies in a year.
    pub(super) fn of(selector: &DaySelector, year: i32) -> Self {
        let DaySelector {
            year: years,
            monthday,
            week,
            weekday,
        } = selector;
        [
            any_of(years, |range| of_years(range, year)),
            any_of(monthday, |range| of_dates(range, year)),
            any_of(week, |range| of_weeks(range, year)),
            any_of(weekday, |range| of_weekdays(range, year)),
        ]
        .into_iter()
        .fold(Self::ALL, Self::and)
    }
}

/// Without a selector of a kind every day is meant.
fn any_of<T>(selectors: &[T], days: impl Fn(&T) -> Days) -> Days {
    if selectors.is_empty() {
        return Days::ALL;
    }
    selectors.iter().map(days).fold(Days::default(), Days::or)
}

fn of_years(range: &YearRange, year: i32) -> Days {
    let (years, step) = range.into_parts();
    let (first, last) = (**years.start(), **years.end());
    let is_in = (first..=last).contains(&year) && (year - first) % i32::from(step) == 0;
    if is_in { Days::ALL } else { Days::default() }
}

fn of_weeks(range: &WeekRange, year: i32) -> Days {
    let (weeks, step) = range.into_parts();
    let (first, last) = (**weeks.start(), **weeks.end());
    let mut days = Days::default();
    let Some(mut date) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return days;
    };
    // Stretches of the year with one number: from a Monday to a Sunday, but for the first and the last.
    while date.year() == year {
        let week = u8::try_from(date.iso_week().week()).unwrap_or(u8::MAX);
        let start = date.ordinal0() as usize;
        let length = 7 - date.weekday().num_days_from_monday();
        if (first..=last).contains(&week) && (week - first).is_multiple_of(step) {
            days.insert_all(start..(start + length as usize).min(366));
        }
        match date.checked_add_days(ForDays::new(length.into())) {
            Some(next) => date = next,
            None => break,
        }
    }
    days
}

fn of_weekdays(range: &WeekDayRange, year: i32) -> Days {
    let mut days = Days::default();
    // Holidays are refused.
    let WeekDayRange::Fixed {
        range,
        offset,
        nth_from_start,
        nth_from_end,
    } = range
    else {
        return days;
    };
    let Some(new_year) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return days;
    };
    // An offset may lead out of its year.
    for (year, month) in months_around(year, *offset) {
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
            continue;
        };
        let length = length_of(first);
        for weekday in weekdays(range) {
            let start =
                (7 + weekday.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
            for day in (start..length).step_by(7) {
                let (nth, nth_last) = (day / 7, (length - day - 1) / 7);
                if nth_from_start[nth as usize] || nth_from_end[nth_last as usize] {
                    let date = (first - new_year).num_days() + i64::from(day) + i64::from(*offset);
                    days.extend(usize::try_from(date).ok().filter(|&day| day < 366));
                }
            }
        }
    }
    days
}

impl Extend<usize> for Days {
    fn extend<T: IntoIterator<Item = usize>>(&mut self, days: T) {
        days.into_iter().for_each(|day| self.insert(day));
    }
}

/// The months of a year, and those from which so many days lead into it.
fn months_around(year: i32, offset: i16) -> impl Iterator<Item = (i32, u32)> {
    let months = i32::from(offset.unsigned_abs()) / 28 + 1;
    let (before, after) = match offset {
        0 => (0, 0),
        1.. => (months, 0),
        _ => (0, months),
    };
    (-before..12 + after).map(move |month| {
        let number = u32::try_from(month.rem_euclid(12)).unwrap_or_default();
        (year + month.div_euclid(12), number + 1)
    })
}

fn length_of(first: NaiveDate) -> u32 {
    let next = first.checked_add_months(chrono::Months::new(1));
    next.map_or(31, |next| {
        u32::try_from((next - first).num_days()).unwrap_or(31)
    })
}

/// From the first to the last, over the end of the week.
fn weekdays(range: &RangeInclusive<Weekday>) -> impl Iterator<Item = Weekday> {
    let last = range.end().days_since(*range.start());
    std::iter::successors(Some(*range.start()), |day| Some(day.succ())).take(last as usize + 1)
}

fn of_dates(range: &MonthdayRange, year: i32) -> Days {
    let mut days = Days::default();
    let Some(new_year) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return days;
    };
    let day = |date: NaiveDate| (date - new_year).num_days();
    let mut decided = i64::MIN;
    for dates in intervals(range, year) {
        // The first interval that has not ended by a day decides on it.
        let (start, end) = (day(*dates.start()).max(decided), day(*dates.end()) + 1);
        decided = decided.max(end);
        let within = |day: i64| usize::try_from(day.clamp(0, 366)).unwrap_or_default();
        days.insert_all(within(start)..within(end));
    }
    days
}

/// The stretches of dates around a year, in order.
fn intervals(range: &MonthdayRange, year: i32) -> Vec<RangeInclusive<NaiveDate>> {
    let around = year - 1..=year + 1;
    match range {
        MonthdayRange::Month { range, .. } => {
            let (first, last) = (*range.start() as u32, range.end().next() as u32);
            let month = |month| move |year| NaiveDate::from_ymd_opt(year, month, 1);
            let ends = around.clone().filter_map(month(last));
            paired(
                around.filter_map(month(first)).collect(),
                ends.filter_map(|date| date.pred_opt()).collect(),
            )
        }
        MonthdayRange::Date { start, end } => match start.0.year().or(end.0.year()) {
            Some(year) => of_a_year(start, end, *year).into_iter().collect(),
            None if start.0 == LEAP_DAY && end.0 == LEAP_DAY => (year - 4..=year + 4)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, 2, 29))
                .map(|date| start.1.apply(date)..=end.1.apply(date))
                .collect(),
            None => {
                let bound = |(date, offset): (Date, DateOffset), fit: Fit| {
                    let dates = around.clone().filter_map(|year| on_year(date, year, fit));
                    dates.map(|date| offset.apply(date)).collect()
                };
                paired(bound(*start, Fit::Later), bound(*end, Fit::Earlier))
            }
        },
    }
}

const LEAP_DAY: Date = Date::Fixed {
    year: None,
    month: Month::February,
    day: 29,
};

/// The one stretch of dates of which one bound or both name a year.
fn of_a_year(
    start: &(Date, DateOffset),
    end: &(Date, DateOffset),
    year: i32,
) -> Option<RangeInclusive<NaiveDate>> {
    let of = |date: Date, year: i32| date.year().map_or(year, |year| *year);
    let years = [(year, year), (year - 1, year), (year, year + 1)];
    let mut stretches = years.into_iter().filter_map(|(first, last)| {
        let first = on_year(start.0, of(start.0, first), Fit::Later)?;
        let last = on_year(end.0, of(end.0, last), Fit::Earlier)?;
        Some(start.1.apply(first)..=end.1.apply(last))
    });
    stretches.find(|dates| dates.start() <= dates.end())
}

/// What stands for a day that a month has not.
#[derive(Debug, Clone, Copy)]
enum Fit {
    /// The first of the next month.
    Later,
    /// The last of the month.
    Earlier,
}

/// A date in a year, where it has one.
fn on_year(date: Date, in_year: i32, fit: Fit) -> Option<NaiveDate> {
    match date {
        Date::Easter { year } => easter(year.map_or(in_year, |year| *year)),
        Date::Fixed { year, month, day } => {
            let first = NaiveDate::from_ymd_opt(in_year, month as u32, 1);
            let first = first.filter(|_| year.is_none_or(|year| *year == in_year))?;
            let last = length_of(first) - 1;
            let wanted = u32::from(day) - 1;
            let day = match fit {
                Fit::Later => wanted.min(last + 1),
                Fit::Earlier => wanted.min(last),
            };
            first.checked_add_days(ForDays::new(day.into()))
        }
        Date::Weekday {
            year,
            month,
            wday,
            nth,
        } => {
            if year.is_some_and(|year| *year != in_year) {
                return None;
            }
            let of_month =
                |nth| NaiveDate::from_weekday_of_month_opt(in_year, month as u32, wday, nth);
            let count = if of_month(5).is_some() { 6_u8 } else { 5 };
            of_month(if nth >= 0 {
                nth.unsigned_abs()
            } else {
                count.saturating_sub(nth.unsigned_abs())
            })
        }
    }
}

/// From each start to the first end that is not before it. Where there is no start, all before the first end.
fn paired(starts: Vec<NaiveDate>, ends: Vec<NaiveDate>) -> Vec<RangeInclusive<NaiveDate>> {
    let (starts, ends) = (ascending(starts), ascending(ends));
    if starts.is_empty() {
        let first = ends.first().map(|&end| NaiveDate::MIN..=end);
        return first.into_iter().collect();
    }
    let mut rest = ends.into_iter().peekable();
    let mut pairs = Vec::new();
    for start in starts {
        while rest.next_if(|end| *end < start).is_some() {}
        let end = rest.peek().copied().unwrap_or(NaiveDate::MAX);
        pairs.push(start..=end);
        rest.next_if_eq(&start);
    }
    pairs
}

/// Without those that are not after the ones before.
fn ascending(mut dates: Vec<NaiveDate>) -> Vec<NaiveDate> {
    let mut last = None;
    dates.retain(|&date| {
        let is_later = last.is_none_or(|last| date > last);
        last = if is_later { Some(date) } else { last };
        is_later
    });
    dates
}

/// Easter Sunday, by the Anonymous Gregorian algorithm.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let weeks = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * weeks + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(day / 31).ok()?,
        u32::try_from(day % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use opening_hours::OpeningHours;
    use proptest::prelude::*;

    use super::*;

    /// The days of a year on which the crate has something open.
    fn by_the_crate(hours: &OpeningHours, year: i32) -> Vec<usize> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|date| date.year() == year);
        let open = days.filter(|&date| !hours.schedule_at(date).is_empty());
        open.map(|date| date.ordinal0() as usize).collect()
    }

    #[track_caller]
    fn check(selector: &str, years: impl Iterator<Item = i32>) {
        let hours: OpeningHours = format!("{selector} 00:00-24:00").parse().unwrap();
        let selector = hours.get_expression().rules[0].day_selector.clone();
        for year in years {
            let days = Days::of(&selector, year);
            let length = if NaiveDate::from_yo_opt(year, 366).is_some() {
                366
            } else {
                365
            };
            let ours: Vec<usize> = (0..length).filter(|&day| days.has(day)).collect();
            assert_eq!(ours, by_the_crate(&hours, year), "{selector} in {year}");
        }
    }

    #[test]
    fn selectors_mean_what_the_crate_makes_of_them() {
        for selector in [
            "Mo-Su",
            "Jan-Dec",
            "Dec-Jan",
            "Nov-Feb",
            "Feb",
            "Feb 29",
            "Feb 28-29",
            "Feb 29-Mar 02",
            "Feb 30-Mar 02",
            "Apr 31",
            "Dec 31-Jan 01",
            "Jan 01",
            "easter",
            "easter -2 days",
            "easter +50 days",
            "easter-Dec 24",
            "2027 easter",
            "2026 Feb 29",
            "2026 Dec 20-Jan 05",
            "2026 Dec 20-2028 Jan 05",
            "2028",
            "2024-2030/2",
            "2026-2027",
            "week 01",
            "week 53",
            "week 52-53",
            "week 01-53/2",
            "week 10-20/3",
            "Su[-1]",
            "Mo[1]",
            "Mo[5]",
            "Mo[1,3]",
            "Sa-Mo",
            "Fr[2]-Mo",
            "Mo[1] +3 days",
            "Su[-1] -2 days",
            "We[1] +30 days",
            "Jan Mo[1]-Mar Su[-1]",
            "Feb Mo[5]-Mar 05",
            "Mar Su[-1]-Oct Su[-1]",
            "Dec 25+Mo",
            "Jan 01-Su",
            "Dec 25 +10 days",
            "Jan 01 -3 days-Jan 03",
            "2026 week 10 Mo",
            "2020-2030 Mar-May Tu,Th",
            "Jan 01,May 01,Dec 24-26",
            "Mar 31-Mar 01",
        ] {
            if format!("{selector} 00:00-24:00")
                .parse::<OpeningHours>()
                .is_ok()
            {
                check(selector, (1999..2033).chain([1901, 9998]));
            }
        }
    }

    proptest! {
        #[test]
        fn any_dates_mean_what_the_crate_makes_of_them(
            months in (0..12_usize, 0..12_usize),
            days in (1..32_u8, 1..32_u8),
            offset in -40..40_i16,
            year in 1990..2060_i32,
            with_year in any::<bool>(),
        ) {
            const NAMES: [&str; 12] =
                ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            let offset = if offset == 0 { String::new() } else { format!(" {offset:+} days") };
            let before = if with_year { format!("{year} ") } else { String::new() };
            let selector = format!(
                "{before}{} {:02}{offset}-{} {:02}", NAMES[months.0], days.0, NAMES[months.1], days.1,
            );
            if format!("{selector} 00:00-24:00").parse::<OpeningHours>().is_ok() {
                check(&selector, year - 1..year + 3);
            }
        }
    }
}
