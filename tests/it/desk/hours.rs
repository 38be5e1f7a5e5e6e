//! Opening hours: what is read, what is refused, and which instants they stand for.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;

use madoguchi::desk::Hours;

fn hours(expression: &str) -> Hours {
    Hours::parse(expression).unwrap_or_else(|error| panic!("`{expression}`: {error}"))
}

fn local(at: &str, zone: Tz) -> DateTime<Tz> {
    super::at(at).with_timezone(&zone)
}

/// Checks whether it is open at an instant, and when that changes.
fn check_in(zone: Tz, expression: &str, at: &str, open: bool, next: &str) {
    let hours = hours(expression);
    let at = local(at, zone);
    assert_eq!(hours.is_open(at), open, "`{expression}` at {at}");
    let found = hours.next_change(at).map(|next| next.to_rfc3339());
    assert_eq!(
        found.as_deref().unwrap_or("never"),
        next,
        "`{expression}` after {at}"
    );
}

fn check(expression: &str, at: &str, open: bool, next: &str) {
    check_in(Tz::Asia__Tokyo, expression, at, open, next);
}

#[test]
fn the_edges_of_a_day() {
    let daytime = "Mo-Su 09:00-21:00";
    check(
        daytime,
        "2026-11-23T08:59:59+09:00",
        false,
        "2026-11-23T09:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-23T09:00:00+09:00",
        true,
        "2026-11-23T21:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-23T20:59:59+09:00",
        true,
        "2026-11-23T21:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-23T20:59:59.999999999+09:00",
        true,
        "2026-11-23T21:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-23T21:00:00+09:00",
        false,
        "2026-11-24T09:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-24T00:00:00+09:00",
        false,
        "2026-11-24T09:00:00+09:00",
    );
    // The same instants, as other clocks show them.
    check(
        daytime,
        "2026-11-23T11:59:59Z",
        true,
        "2026-11-23T21:00:00+09:00",
    );
    check(
        daytime,
        "2026-11-23T04:00:00-08:00",
        false,
        "2026-11-24T09:00:00+09:00",
    );
}

#[test]
fn leap_days_and_year_ends() {
    let daytime = "Mo-Su 09:00-21:00";
    check(
        daytime,
        "2028-02-28T22:00:00+09:00",
        false,
        "2028-02-29T09:00:00+09:00",
    );
    check(
        daytime,
        "2028-02-29T22:00:00+09:00",
        false,
        "2028-03-01T09:00:00+09:00",
    );
    check(
        daytime,
        "2026-12-31T21:00:00+09:00",
        false,
        "2027-01-01T09:00:00+09:00",
    );
    check(
        "Feb 29 09:00-12:00",
        "2026-01-01T00:00:00+09:00",
        false,
        "2028-02-29T09:00:00+09:00",
    );
    // 2100 is no leap year.
    check(
        "Feb 29 09:00-12:00",
        "2097-01-01T00:00:00+09:00",
        false,
        "2104-02-29T09:00:00+09:00",
    );
}

#[test]
fn exceptions_and_validity() {
    let exceptions = "Mo-Su 09:00-21:00; Dec 31 09:00-17:00; Jan 01 off";
    check(
        exceptions,
        "2026-12-31T16:59:00+09:00",
        true,
        "2026-12-31T17:00:00+09:00",
    );
    check(
        exceptions,
        "2026-12-31T17:00:00+09:00",
        false,
        "2027-01-02T09:00:00+09:00",
    );
    let valid = "2026-2027 Mo-Fr 09:00-17:00";
    check(
        valid,
        "2025-06-01T12:00:00+09:00",
        false,
        "2026-01-01T09:00:00+09:00",
    );
    check(
        valid,
        "2027-12-31T12:00:00+09:00",
        true,
        "2027-12-31T17:00:00+09:00",
    );
    check(valid, "2027-12-31T17:00:00+09:00", false, "never");
    check(
        "2026 Nov 20-2026 Nov 24 10:00-12:00",
        "2026-11-24T11:00:00+09:00",
        true,
        "2026-11-24T12:00:00+09:00",
    );
    check(
        "2026 Nov 20-2026 Nov 24 10:00-12:00",
        "2026-11-24T12:00:00+09:00",
        false,
        "never",
    );
    check(
        "2026 Nov-Dec 10:00-12:00",
        "2026-12-31T10:30:00+09:00",
        true,
        "2026-12-31T12:00:00+09:00",
    );
    check(
        "Mo-Fr 09:00-12:00,13:00-17:00",
        "2026-11-23T12:00:00+09:00",
        false,
        "2026-11-23T13:00:00+09:00",
    );
    check("off", "2026-11-23T12:00:00+09:00", false, "never");
    check(
        "Mo-Su 09:00-21:00 unknown",
        "2026-11-23T12:00:00+09:00",
        false,
        "never",
    );
    check(
        "Mo-Su 09:00-21:00; Mo 09:00-12:00 unknown",
        "2026-11-23T15:00:00+09:00",
        false,
        "2026-11-24T09:00:00+09:00",
    );
    check(
        "Mo-Su 09:00-21:00 || Mo-Su 10:00-11:00",
        "2026-11-23T22:00:00+09:00",
        false,
        "2026-11-24T09:00:00+09:00",
    );
}

#[test]
fn nights() {
    let night = "Mo-Su 22:00-02:00";
    check(
        night,
        "2026-11-23T01:59:59+09:00",
        true,
        "2026-11-23T02:00:00+09:00",
    );
    check(
        night,
        "2026-11-23T02:00:00+09:00",
        false,
        "2026-11-23T22:00:00+09:00",
    );
    check(
        night,
        "2026-11-23T23:59:59+09:00",
        true,
        "2026-11-24T02:00:00+09:00",
    );
    // Friday's night is Friday's, whatever is said of Saturday.
    let weekend = "Fr 22:00-02:00; Sa 10:00-18:00";
    check(
        weekend,
        "2026-11-28T01:00:00+09:00",
        true,
        "2026-11-28T02:00:00+09:00",
    );
    check(
        weekend,
        "2026-11-28T02:00:00+09:00",
        false,
        "2026-11-28T10:00:00+09:00",
    );
    // The shift that begins on the 31st is off, with its small hours; the night before goes on into the 31st.
    let off = "Mo-Su 22:00-02:00; Dec 31 off";
    check(
        off,
        "2026-12-31T01:00:00+09:00",
        true,
        "2026-12-31T02:00:00+09:00",
    );
    check(
        off,
        "2026-12-31T23:00:00+09:00",
        false,
        "2027-01-01T22:00:00+09:00",
    );
    check(
        "Fr 09:00-26:00",
        "2026-11-28T01:00:00+09:00",
        true,
        "2026-11-28T02:00:00+09:00",
    );
}

#[test]
fn a_day_that_never_ends() {
    for always in [
        "24/7",
        "00:00-24:00",
        "Mo-Su 00:00-24:00",
        "Mo-Fr 00:00-24:00; Sa-Su 00:00-24:00",
        "Mo-Su",
    ] {
        assert!(hours(always).is_always(), "{always}");
        check(always, "2026-11-23T00:00:00+09:00", true, "never");
        check(always, "0001-01-01T00:00:00Z", true, "never");
    }
    for not_always in [
        "24/7; Jan 01 off",
        "Mo-Sa 00:00-24:00",
        "off",
        "24/7 unknown",
        "24/7 off",
    ] {
        assert!(!hours(not_always).is_always(), "{not_always}");
    }
    check(
        "24/7; Jan 01 off",
        "2026-11-23T00:00:00+09:00",
        true,
        "2027-01-01T00:00:00+09:00",
    );
    check(
        "Mo-Sa 00:00-24:00",
        "2026-11-23T12:00:00+09:00",
        true,
        "2026-11-29T00:00:00+09:00",
    );
}

#[test]
fn a_clock_put_forward_skips_an_hour() {
    // Berlin, 29 March 2026: 02:00 becomes 03:00.
    let berlin =
        |expression, at, open, next| check_in(Tz::Europe__Berlin, expression, at, open, next);
    berlin(
        "02:30-05:00",
        "2026-03-29T01:59:59+01:00",
        false,
        "2026-03-29T03:00:00+02:00",
    );
    berlin(
        "02:30-05:00",
        "2026-03-29T03:00:00+02:00",
        true,
        "2026-03-29T05:00:00+02:00",
    );
    berlin(
        "00:00-02:30",
        "2026-03-29T01:00:00+01:00",
        true,
        "2026-03-29T03:00:00+02:00",
    );
    // An hour that does not happen.
    berlin(
        "02:00-03:00",
        "2026-03-29T01:00:00+01:00",
        false,
        "2026-03-30T02:00:00+02:00",
    );
    berlin(
        "02:00-03:00",
        "2026-03-29T03:00:00+02:00",
        false,
        "2026-03-30T02:00:00+02:00",
    );
    // Closed for an hour that does not happen.
    berlin(
        "00:00-02:15,02:45-12:00",
        "2026-03-29T01:00:00+01:00",
        true,
        "2026-03-29T12:00:00+02:00",
    );
}

#[test]
fn a_clock_put_back_repeats_an_hour() {
    // Berlin, 25 October 2026: 03:00 becomes 02:00.
    let berlin =
        |expression, at, open, next| check_in(Tz::Europe__Berlin, expression, at, open, next);
    berlin(
        "01:00-02:30",
        "2026-10-25T02:29:59+02:00",
        true,
        "2026-10-25T02:30:00+02:00",
    );
    berlin(
        "01:00-02:30",
        "2026-10-25T02:30:00+02:00",
        false,
        "2026-10-26T01:00:00+01:00",
    );
    // The second 02:15 does not open it again.
    berlin(
        "01:00-02:30",
        "2026-10-25T02:15:00+01:00",
        false,
        "2026-10-26T01:00:00+01:00",
    );
    berlin(
        "02:15-02:45",
        "2026-10-25T02:50:00+02:00",
        false,
        "2026-10-26T02:15:00+01:00",
    );
    // Open through both hours.
    berlin(
        "02:30-06:00",
        "2026-10-25T02:30:00+02:00",
        true,
        "2026-10-25T06:00:00+01:00",
    );
    berlin(
        "02:30-06:00",
        "2026-10-25T02:10:00+01:00",
        true,
        "2026-10-25T06:00:00+01:00",
    );
    berlin(
        "02:00-03:00",
        "2026-10-25T02:00:00+01:00",
        true,
        "2026-10-25T03:00:00+01:00",
    );
}

#[test]
fn a_clock_put_back_over_midnight() {
    // St. John's, 7 November 2010: 00:01 on Sunday becomes 23:01 on Saturday.
    let st_johns =
        |expression, at, open, next| check_in(Tz::America__St_Johns, expression, at, open, next);
    st_johns(
        "Su 00:00-12:00",
        "2010-11-06T23:30:00-02:30",
        false,
        "2010-11-07T00:00:00-02:30",
    );
    st_johns(
        "Su 00:00-12:00",
        "2010-11-06T23:30:00-03:30",
        true,
        "2010-11-07T12:00:00-03:30",
    );
}

#[test]
fn a_zone_that_skipped_a_day() {
    // Samoa had no 30 December 2011.
    let apia = Tz::Pacific__Apia;
    check_in(
        apia,
        "Mo-Su 09:00-17:00",
        "2011-12-29T18:00:00-10:00",
        false,
        "2011-12-31T09:00:00+14:00",
    );
    check_in(
        apia,
        "Fr 00:00-24:00",
        "2011-12-29T18:00:00-10:00",
        false,
        "2012-01-06T00:00:00+14:00",
    );
}

#[test]
fn no_instant_panics() {
    let expressions = [
        "24/7",
        "Mo-Su 09:00-21:00",
        "22:00-02:00",
        "Dec 31 22:00-26:00",
        "week 53 Mo 10:00-12:00",
        "easter 10:00-12:00",
    ];
    let zones = [
        Tz::Asia__Tokyo,
        Tz::Pacific__Kiritimati,
        Tz::Pacific__Niue,
        Tz::Europe__Berlin,
        Tz::UTC,
    ];
    let instants = [
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "1900-01-01T00:00:00Z",
        "1901-01-01T00:00:00Z",
        "9998-12-31T23:59:59Z",
        "9999-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "9998-12-31T12:00:00-14:00",
    ]
    .map(super::at);
    let extremes = [
        DateTime::<chrono::Utc>::MIN_UTC,
        DateTime::<chrono::Utc>::MAX_UTC,
    ];
    for expression in expressions.map(hours) {
        for zone in zones {
            for instant in instants.into_iter().chain(extremes) {
                let at = madoguchi::desk::status::in_zone(instant, zone);
                let next = expression.next_change(at);
                assert!(next.is_none_or(|next| next > at));
                assert!(expression.is_open(at) || !expression.is_always());
            }
        }
    }
}

#[test]
fn what_would_be_a_guess_is_refused() {
    for (expression, says) in [
        ("Mo-Fr 09:00-17:00; PH off", "`PH`"),
        ("PH 10:00-12:00", "2026 Jan 01 off"),
        ("Mo-Fr,PH 09:00-17:00", "`PH`"),
        ("SH off", "`SH`"),
        ("2026Nov-Dec 10:00-12:00", "space after the year"),
        ("sunrise-sunset", "sunrise"),
        ("(sunset+01:00)-23:00", "sunset"),
        ("09:00+", "no end"),
        ("09:00-21:00+", "no end"),
        ("10:00-16:00/01:30", "repeated"),
        ("Mo-Fr 09:00-17:00 \"by appointment\"", "by appointment"),
        ("", "character 1"),
        ("Mo_Su 09:00", "character 3"),
        ("Mo-Su 9時から21時", "character"),
        ("\u{1b}[2J", "character 1"),
        ("Mo-Su 09:00-25:99", "character"),
        ("2027-2026 Mo 09:00-10:00", "nverted"),
    ] {
        let error = Hours::parse(expression).expect_err(expression);
        assert!(error.contains(says), "`{expression}`: {error}");
        assert!(!error.contains(char::is_control), "{error:?}");
    }
    assert!(Hours::parse(&"Mo 09:00-10:00; ".repeat(1000)).is_err());
    // A remark on closed hours does no harm: nobody needs it.
    assert!(Hours::parse("Mo-Su 09:00-21:00; Dec 31 off \"year end\"").is_ok());
}

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
    ]);
    let what = prop_oneof![
        6 => prop::collection::vec(times(), 1..3).prop_map(|times| times.join(",")),
        1 => Just("off".to_owned()),
        1 => times().prop_map(|times| format!("{times} off")),
    ];
    (days, what).prop_map(|(days, what)| format!("{days}{what}"))
}

fn expression() -> impl Strategy<Value = String> {
    let separator = prop::sample::select(vec!["; ", "; ", ", ", " || "]);
    (rule(), prop::collection::vec((separator, rule()), 0..3)).prop_map(|(first, rest)| {
        rest.into_iter()
            .fold(first, |all, (separator, rule)| all + separator + &rule)
    })
}

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        Tz::Asia__Tokyo,
        Tz::UTC,
        Tz::Europe__Berlin,
        Tz::America__New_York,
        Tz::Australia__Lord_Howe,
        Tz::Asia__Kathmandu,
    ])
}

/// Instants near both changes of the clock in Berlin in 2026, and elsewhere in that year.
fn instant() -> impl Strategy<Value = i64> {
    let around = |text: &str| {
        let middle = super::at(text).timestamp();
        middle - 2 * 86_400..middle + 86_400
    };
    prop_oneof![
        around("2026-03-29T01:00:00Z"),
        around("2026-10-25T01:00:00Z"),
        around("2026-12-31T15:00:00Z"),
        1_767_225_600_i64..1_798_761_600,
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
        let crosses = expression.split([' ', ',']).filter_map(|word| word.split_once('-')).any(|(from, to)| {
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
