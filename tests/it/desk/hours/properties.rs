//! What holds for any hours at any instant.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;

use madoguchi::hours::Hours;

use super::hours;
use crate::desk::at;

/// Times of a quarter of an hour, as `(from, to)`, `to` on the next day where it is not later.
fn times() -> impl Strategy<Value = String> {
    (0..96_u16, 0..97_u16).prop_map(|(from, to)| {
        let time = |quarter: u16| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
        format!("{}-{}", time(from), time(to))
    })
}

fn rule() -> impl Strategy<Value = String> {
    let days = prop::sample::select(vec![
        "",
        "Mo-Fr ",
        "Sa,Su ",
        "Mo-Su ",
        "We ",
        "Fr-Mo ",
        "Oct-Mar ",
        "Mar 29 ",
        "Oct 25 ",
        "Su[-1] ",
        "week 12-14 ",
        "2026 ",
        "Feb 29 ",
        "Dec 31-Jan 02 ",
    ]);
    let what = prop_oneof![
        6 => prop::collection::vec(times(), 1..3).prop_map(|times| times.join(",")),
        1 => Just("off".to_owned()),
        1 => times().prop_map(|times| format!("{times} off")),
    ];
    (days, what).prop_map(|(days, what)| format!("{days}{what}"))
}

pub fn expression() -> impl Strategy<Value = String> {
    let separator = prop::sample::select(vec!["; ", "; ", ", ", " || "]);
    (rule(), prop::collection::vec((separator, rule()), 0..3)).prop_map(|(first, rest)| {
        rest.into_iter()
            .fold(first, |all, (separator, rule)| all + separator + &rule)
    })
}

pub fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        Tz::Asia__Tokyo,
        Tz::UTC,
        Tz::Europe__Berlin,
        Tz::Europe__London,
        Tz::America__New_York,
        Tz::Australia__Sydney,
        Tz::Australia__Lord_Howe,
        Tz::Asia__Kathmandu,
    ])
}

/// Instants near both changes of the clock in Berlin and London, New York and Sydney in 2026, near the end of that year,
/// near a leap day, and elsewhere in those years; and some exactly at nine in the morning or in the evening in Japan, a
/// second before and a second after.
pub fn instant() -> impl Strategy<Value = i64> {
    let around = |text: &str| {
        let middle = at(text).timestamp();
        middle - 2 * 86_400..middle + 86_400
    };
    let any = prop_oneof![
        around("2026-03-29T01:00:00Z"),
        around("2026-10-25T01:00:00Z"),
        around("2026-03-08T07:00:00Z"),
        around("2026-11-01T06:00:00Z"),
        around("2026-04-04T16:00:00Z"),
        around("2026-10-03T16:00:00Z"),
        around("2026-12-31T15:00:00Z"),
        around("2028-02-29T00:00:00Z"),
        1_767_225_600_i64..1_861_920_000,
    ];
    let edge = |(seconds, beside): (i64, i64)| seconds - seconds.rem_euclid(12 * 3600) + beside;
    prop_oneof![
        3 => any.clone(),
        1 => (any, -1..2_i64).prop_map(edge),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Minute by minute over a week: the state holds until the next change, and is another one from there on.
    #[test]
    fn the_next_change_is_the_next(expression in expression(), zone in zone(), seconds in instant()) {
        let Ok(hours) = Hours::parse(&expression) else { return Ok(()) };
        let at = DateTime::from_timestamp(seconds, 0).expect("a year of our time").with_timezone(&zone);
        let now = hours.is_open(at);
        let next = hours.next_change(at);
        prop_assert!(next.is_none_or(|next| next > at));
        let minute = |n: i64| at - TimeDelta::seconds(at.timestamp().rem_euclid(60)) + TimeDelta::minutes(n);
        let other = (1..7 * 24 * 60).map(minute).find(|at| hours.is_open(*at) != now);
        match (next, other) {
            (Some(next), Some(other)) => prop_assert_eq!(next, other),
            (Some(next), None) => prop_assert!(next >= minute(7 * 24 * 60)),
            (None, other) => prop_assert_eq!(other, None),
        }
        if let Some(next) = next {
            prop_assert_eq!(hours.is_open(next - TimeDelta::nanoseconds(1)), now);
            prop_assert_eq!(hours.is_open(next), !now);
        }
    }

    /// Where the clock is never changed, a simple reading of the rule by hand says the same.
    #[test]
    fn one_daily_interval_means_what_it_says(from in 0..96_i64, to in 1..97_i64, seconds in instant()) {
        prop_assume!(from < to);
        let time = |quarter: i64| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
        let hours = hours(&format!("{}-{}", time(from), time(to)));
        let at = DateTime::from_timestamp(seconds, 0).expect("a year of our time").with_timezone(&Tz::Asia__Tokyo);
        let second = (seconds + 9 * 3600).rem_euclid(86_400);
        prop_assert_eq!(hours.is_open(at), (from * 900..to * 900).contains(&second));
    }

    /// Within days the crate reads the rules as this program does; it is after midnight that they part.
    #[test]
    fn days_without_nights_are_the_crates(expression in expression(), seconds in instant()) {
        let crosses = expression.split([' ', ',', ';']).filter_map(|word| word.split_once('-')).any(|(from, to)| {
            from.contains(':') && from >= to
        });
        prop_assume!(!crosses);
        let crates: opening_hours::OpeningHours = expression.parse().expect("generated");
        let Ok(hours) = Hours::parse(&expression) else { return Err(TestCaseError::fail(expression)) };
        let at = DateTime::from_timestamp(seconds, 0).expect("a year of our time").with_timezone(&Tz::Asia__Tokyo);
        for hour in 0..48 {
            let at = at + TimeDelta::minutes(hour * 30);
            prop_assert_eq!(hours.is_open(at), crates.is_open(at.naive_local()), "{}", at);
        }
    }
}
