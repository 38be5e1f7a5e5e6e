//! Opening hours: what is read, what is refused, and which instants they stand for.

mod clock_changes;
pub mod properties;

use chrono::DateTime;
use chrono_tz::Tz;

use madoguchi::hours::Hours;

pub fn hours(expression: &str) -> Hours {
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
