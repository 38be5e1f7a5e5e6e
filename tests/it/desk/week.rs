//! Hours as intervals, and as a picture of days.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;

use madoguchi::hours::week::{Cell, Day, Run, runs};

use super::at;
use super::hours::hours;
use super::hours::properties::{expression, instant, zone};

fn day(date: &str, zone: Tz) -> Day {
    Day::new(date.parse().expect("tests write ISO 8601"), zone)
}

/// The picture of a day in words of one letter: Open, Part, Closed, Skipped.
fn picture(expression: &str, date: &str, zone: Tz, minutes: u32) -> String {
    let day = day(date, zone);
    let open = hours(expression).open_within(&day.span());
    let letter = |cell: &Cell| match cell {
        Cell::Open => 'O',
        Cell::Part => 'P',
        Cell::Closed => 'c',
        Cell::Skipped => 's',
    };
    day.picture(&open, minutes).iter().map(letter).collect()
}

#[test]
fn a_day_in_japan() {
    let tokyo = |expression, minutes| picture(expression, "2026-11-23", Tz::Asia__Tokyo, minutes);
    assert_eq!(tokyo("Mo-Su 09:00-21:00", 60), "cccccccccOOOOOOOOOOOOccc");
    assert_eq!(tokyo("24/7", 60), "O".repeat(24));
    assert_eq!(tokyo("off", 60), "c".repeat(24));
    assert_eq!(tokyo("09:00-21:30", 60), "cccccccccOOOOOOOOOOOOPcc");
    assert_eq!(
        tokyo("09:00-21:30", 30),
        "cccccccccccccccccc".to_owned() + &"O".repeat(25) + "ccccc"
    );
    assert_eq!(tokyo("22:00-02:00", 60), "OOccccccccccccccccccccOO");
    assert_eq!(
        tokyo("Mo-Fr 09:00-17:00; 2026 Nov 23 off", 60),
        "c".repeat(24)
    );
}

#[test]
fn a_day_of_23_hours_skips_a_cell_and_one_of_25_has_a_long_one() {
    let new_york = |expression, date| picture(expression, date, Tz::America__New_York, 60);
    assert_eq!(
        new_york("09:00-17:00", "2026-03-08"),
        "ccsccccccOOOOOOOOccccccc"
    );
    assert_eq!(
        new_york("24/7", "2026-03-08"),
        "OOs".to_owned() + &"O".repeat(21)
    );
    assert_eq!(
        new_york("09:00-17:00", "2026-11-01"),
        "cccccccccOOOOOOOOccccccc"
    );
    // It closes at the first 1:30, so it is open for half an hour of the two that the clock calls one.
    assert_eq!(
        new_york("00:00-01:30", "2026-11-01"),
        "OP".to_owned() + &"c".repeat(22)
    );
    let hours = |date| {
        let span = day(date, Tz::America__New_York).span();
        (span.end - span.start).num_hours()
    };
    assert_eq!(
        [
            hours("2026-03-08"),
            hours("2026-11-01"),
            hours("2026-11-02")
        ],
        [23, 25, 24]
    );
}

#[test]
fn the_day_of_an_instant() {
    let check = |zone: Tz, instant: &str, date: &str| {
        let at = at(instant).with_timezone(&zone);
        let day = Day::of(at);
        assert_eq!(day.date.to_string(), date, "{at}");
        assert!(day.span().contains(&at), "{at}");
    };
    check(Tz::Asia__Tokyo, "2026-12-31T23:59:59+09:00", "2026-12-31");
    check(Tz::Asia__Tokyo, "2027-01-01T00:00:00+09:00", "2027-01-01");
    check(Tz::Asia__Tokyo, "2028-02-28T15:00:00Z", "2028-02-29");
    // Samoa had no 30 December 2011; in St. John's the clock went back over midnight.
    check(Tz::Pacific__Apia, "2011-12-30T09:59:59Z", "2011-12-29");
    check(Tz::Pacific__Apia, "2011-12-30T10:00:00Z", "2011-12-31");
    check(
        Tz::America__St_Johns,
        "2010-11-06T23:30:00-02:30",
        "2010-11-06",
    );
    check(
        Tz::America__St_Johns,
        "2010-11-06T23:30:00-03:30",
        "2010-11-07",
    );
}

/// The runs of seven days, as `Mon–Fri`.
fn week(expression: &str, from: &str, zone: Tz) -> Vec<String> {
    let weekday = |day: Day| day.date.format("%a").to_string();
    runs(&hours(expression), day(from, zone), 7)
        .iter()
        .map(|Run { first, last, .. }| {
            if first == last {
                weekday(*first)
            } else {
                format!("{}–{}", weekday(*first), weekday(*last))
            }
        })
        .collect()
}

#[test]
fn days_that_look_the_same_stand_together() {
    let tokyo = Tz::Asia__Tokyo;
    assert_eq!(week("Mo-Su 09:00-21:00", "2026-11-24", tokyo), ["Tue–Mon"]);
    assert_eq!(
        week("Mo-Fr 09:00-17:00", "2026-11-24", tokyo),
        ["Tue–Fri", "Sat–Sun", "Mon"]
    );
    assert_eq!(
        week("Mo-Su 09:00-21:00; Jan 01 off", "2026-12-29", tokyo),
        ["Tue–Thu", "Fri", "Sat–Mon"]
    );
    // A night that ends on Saturday morning.
    assert_eq!(
        week("Fr 22:00-02:00", "2026-11-24", tokyo),
        ["Tue–Thu", "Fri", "Sat", "Sun–Mon"]
    );
    assert_eq!(
        week("24/7", "2026-03-08", Tz::America__New_York),
        ["Sun", "Mon–Sat"],
        "a day of 23 hours does not look like the others"
    );
}

#[test]
fn the_ends_of_the_calendar_are_days_too() {
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        for zone in [Tz::Asia__Tokyo, Tz::America__New_York] {
            let day = Day::new(date, zone);
            let shown = day.picture(&hours("09:00-21:00").open_within(&day.span()), 30);
            assert_eq!(shown.len(), 48);
            assert!(runs(&hours("09:00-21:00"), day, 7).len() <= 7);
        }
    }
}

/// Half a minute before an instant, or less where the stretch begins there.
fn inside(stretch: &Range<DateTime<Tz>>) -> [DateTime<Tz>; 3] {
    let length = stretch.end - stretch.start;
    [
        stretch.start,
        stretch.start + length / 2,
        stretch.end - TimeDelta::nanoseconds(1),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// The intervals are exactly the time in which it is open.
    #[test]
    fn intervals_are_when_it_is_open(
        expression in expression(), zone in zone(), seconds in instant(), minutes in 1..8 * 24 * 60_i64
    ) {
        let hours = hours(&expression);
        let start = DateTime::from_timestamp(seconds, 0).expect("a year of our time").with_timezone(&zone);
        let stretch = start..start + TimeDelta::minutes(minutes);
        let open = hours.open_within(&stretch);
        let mut closed_from = stretch.start;
        for interval in &open {
            prop_assert!(interval.start < interval.end && interval.end <= stretch.end);
            prop_assert!(interval.start > closed_from || interval.start == stretch.start, "they are apart");
            for at in inside(interval) {
                prop_assert!(hours.is_open(at), "{}", at);
            }
            // It does not change within, nor before.
            prop_assert!(hours.next_change(interval.start).is_none_or(|next| next >= interval.end));
            prop_assert!(hours.is_always() || interval.end == stretch.end || hours.next_change(interval.start) == Some(interval.end));
            if closed_from < interval.start {
                prop_assert!(!hours.is_open(closed_from));
                prop_assert_eq!(hours.next_change(closed_from), Some(interval.start));
            }
            closed_from = interval.end;
        }
        if closed_from < stretch.end {
            prop_assert!(!hours.is_open(closed_from));
            prop_assert!(hours.next_change(closed_from).is_none_or(|next| next >= stretch.end));
        }
    }

    /// The cells of a day share out its instants, and each says what it is in that time.
    #[test]
    fn cells_are_the_day(
        expression in expression(), zone in zone(), seconds in instant(), minutes in prop::sample::select(vec![30, 60, 120])
    ) {
        let hours = hours(&expression);
        let now = DateTime::from_timestamp(seconds, 0).expect("a year of our time").with_timezone(&zone);
        let day = Day::of(now);
        prop_assert!(day.span().contains(&now));
        let picture = day.picture(&hours.open_within(&day.span()), minutes);
        let mut reached = day.span().start;
        for (n, (cell, shown)) in day.cells(minutes).zip(&picture).enumerate() {
            prop_assert_eq!(cell.start, reached);
            reached = cell.end;
            prop_assert_eq!(cell.contains(&now), day.cell_at(now, minutes) == Some(n));
            let length = (cell.end - cell.start).num_minutes();
            let open = (0..length).filter(|&n| hours.is_open(cell.start + TimeDelta::minutes(n))).count();
            let expected = match i64::try_from(open).expect("minutes of a day") {
                _ if length == 0 => Cell::Skipped,
                0 => Cell::Closed,
                all if all == length => Cell::Open,
                _ => Cell::Part,
            };
            prop_assert_eq!(*shown, expected, "{:?}", cell);
        }
        prop_assert_eq!(reached, day.span().end);
    }
}
