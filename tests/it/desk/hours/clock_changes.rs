//! A clock that is put forward skips hours, one that is put back repeats them. A time takes effect at the first instant at
//! which the clock shows it or has passed it.

use chrono_tz::Tz;

use super::check_in;

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
