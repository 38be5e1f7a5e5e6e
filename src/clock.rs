//! The only place that reads the time, and the only one that asks in which zone the reader lives.
//!
//! Both are asked for at the edge of the program and handed on as values: a test passes a fixed clock, and a sandbox
//! that is closed later cannot turn a zone silently into UTC.

use std::fmt;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::system;

/// Something that knows the time.
pub trait Clock {
    fn now(&self) -> DateTime<Utc>;
    /// How long it has been running: it only ever goes on, whatever the clock is set to.
    fn uptime(&self) -> Duration;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    /// Not `Utc::now`, which panics where a clock shows a time before 1970, as one without a battery may.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one door through which time enters"
    )]
    fn now(&self) -> DateTime<Utc> {
        instant(SystemTime::now())
    }

    fn uptime(&self) -> Duration {
        system::uptime()
    }
}

/// An instant by the calendar. Those at the very ends of it become ones that are a century away from them: what is added to an
/// instant, in hours or days, does not lead out of the calendar.
fn instant(time: SystemTime) -> DateTime<Utc> {
    const CENTURY: TimeDelta = TimeDelta::days(36_525);
    let epoch = DateTime::UNIX_EPOCH;
    let at = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => TimeDelta::from_std(since)
            .ok()
            .and_then(|since| epoch.checked_add_signed(since))
            .unwrap_or(DateTime::<Utc>::MAX_UTC),
        Err(error) => TimeDelta::from_std(error.duration())
            .ok()
            .and_then(|before| epoch.checked_sub_signed(before))
            .unwrap_or(DateTime::<Utc>::MIN_UTC),
    };
    at.clamp(
        DateTime::<Utc>::MIN_UTC + CENTURY,
        DateTime::<Utc>::MAX_UTC - CENTURY,
    )
}

/// A clock that stands still: for tests, and for `--at`.
impl Clock for DateTime<Utc> {
    fn now(&self) -> DateTime<Utc> {
        *self
    }

    fn uptime(&self) -> Duration {
        Duration::ZERO
    }
}

/// What is less is no setting of the clock, but somebody who sleeps between two looks, or a clock that is slowed down.
const LEAST_SETTING: TimeDelta = TimeDelta::milliseconds(500);

/// Notices that a clock is set, as by the network soon after the start of a machine that has none of its own.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    now: DateTime<Utc>,
    uptime: Duration,
}

impl Watch {
    pub fn new(clock: &impl Clock) -> Self {
        Self {
            now: clock.now(),
            uptime: clock.uptime(),
        }
    }

    /// Looks at the clock: the time, and by how much it was set since the last look, if it was.
    pub fn look(&mut self, clock: &impl Clock) -> (DateTime<Utc>, Option<TimeDelta>) {
        let last = std::mem::replace(self, Self::new(clock));
        let delta = |uptime| TimeDelta::from_std(uptime).unwrap_or_default();
        let set_by = (self.now - last.now) - (delta(self.uptime) - delta(last.uptime));
        let is_set = set_by.abs() >= LEAST_SETTING;
        (self.now, is_set.then_some(set_by))
    }
}

/// How long it takes until the next minute begins: nothing that is said of the time changes before. Never nothing, and a
/// minute at most.
pub fn until_next_minute(now: DateTime<Utc>) -> Duration {
    let into_minute = now.timestamp_millis().rem_euclid(60_000).unsigned_abs();
    Duration::from_millis(60_000 - into_minute)
}

/// The reader asked for a zone that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone(String);

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "unknown time zone `{}`: give a name of the IANA database, such as Asia/Tokyo, Europe/London or UTC",
            self.0.escape_debug()
        )
    }
}

impl std::error::Error for UnknownZone {}

/// The zone of whoever sits at the terminal: the `--tz` option, else the variable `TZ`, else the system's setting, else
/// UTC. `env` looks up an environment variable and `system` asks the operating system for the name of its zone.
///
/// Only a wrong option is an error, because the reader has just typed it. A `TZ` that the zone database does not know,
/// such as the POSIX form `JST-9`, is passed over: it was set for other programs. [`passed_over`] says so.
///
/// To be resolved once, at start: see FINDINGS on what a sandbox does to later look-ups.
pub fn viewer_zone(
    option: Option<&str>,
    env: impl Fn(&str) -> Option<String>,
    system: impl Fn() -> Option<String>,
) -> Result<Tz, UnknownZone> {
    if let Some(name) = option {
        return zone(name).ok_or_else(|| UnknownZone(name.to_owned()));
    }
    Ok(env("TZ")
        .and_then(|value| zone(&value))
        .or_else(|| system().and_then(|name| zone(&name)))
        .unwrap_or(Tz::UTC))
}

/// [`viewer_zone`] with the real environment and the real operating system.
pub fn system_viewer_zone(option: Option<&str>) -> Result<Tz, UnknownZone> {
    viewer_zone(
        option,
        |name| std::env::var(name).ok(),
        || iana_time_zone::get_timezone().ok(),
    )
}

/// What the variable `TZ` is, if it is set and passed over: times are then by another zone than whoever set it may think.
pub fn passed_over(env: impl Fn(&str) -> Option<String>) -> Option<String> {
    let value = env("TZ")?;
    let name = value.trim().trim_start_matches(':');
    // An empty one and the file with the system's setting leave it to the system.
    let is_systems = matches!(name, "" | "localtime" | "/etc/localtime");
    (!is_systems && zone(&value).is_none()).then_some(value)
}

/// Reads the forms in which a zone is named: `Asia/Tokyo`, `:Asia/Tokyo`, `/usr/share/zoneinfo/Asia/Tokyo`. Case does
/// not matter, for people type it.
fn zone(value: &str) -> Option<Tz> {
    let value = value.trim();
    let value = value.strip_prefix(':').unwrap_or(value);
    let name = match value.split_once("/zoneinfo/") {
        Some((_, name)) => name
            .strip_prefix("posix/")
            .or_else(|| name.strip_prefix("right/"))
            .unwrap_or(name),
        None => value,
    };
    name.parse().ok().or_else(|| {
        chrono_tz::TZ_VARIANTS
            .into_iter()
            .find(|zone| zone.name().eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(option: Option<&str>, tz: Option<&str>, system: Option<&str>, expected: &str) {
        let found = viewer_zone(
            option,
            |name| tz.filter(|_| name == "TZ").map(str::to_owned),
            || system.map(str::to_owned),
        );
        assert_eq!(found.unwrap().name(), expected);
    }

    #[test]
    fn option_then_variable_then_system_then_utc() {
        let (paris, tokyo, london) = (
            Some("Europe/Paris"),
            Some("Asia/Tokyo"),
            Some("Europe/London"),
        );
        check(paris, tokyo, london, "Europe/Paris");
        check(None, tokyo, london, "Asia/Tokyo");
        check(None, None, london, "Europe/London");
        check(None, None, None, "UTC");
    }

    #[test]
    fn forms_of_the_variable() {
        check(None, Some(":Asia/Tokyo"), None, "Asia/Tokyo");
        check(
            None,
            Some("/usr/share/zoneinfo/Asia/Tokyo"),
            None,
            "Asia/Tokyo",
        );
        check(
            None,
            Some(":/usr/share/zoneinfo/posix/Asia/Tokyo"),
            None,
            "Asia/Tokyo",
        );
        check(None, Some("asia/tokyo"), None, "Asia/Tokyo");
        check(None, Some("UTC"), None, "UTC");
    }

    #[test]
    fn an_unusable_variable_is_passed_over() {
        for value in [
            "",
            ":",
            "JST-9",
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "/etc/localtime",
        ] {
            check(None, Some(value), Some("Asia/Tokyo"), "Asia/Tokyo");
        }
        check(None, Some("JST-9"), Some("nonsense"), "UTC");
    }

    #[test]
    fn a_variable_that_names_no_zone_is_told() {
        let zone = |value: &str| passed_over(|name| (name == "TZ").then(|| value.to_owned()));
        for value in [
            "",
            ":",
            "Asia/Tokyo",
            ":/etc/localtime",
            "/usr/share/zoneinfo/UTC",
        ] {
            assert_eq!(zone(value), None, "{value}");
        }
        for value in ["Nowhere/Bad", "JST-9", ":/dev/zero", "/etc/passwd", " x "] {
            assert_eq!(zone(value).as_deref(), Some(value));
        }
        assert_eq!(passed_over(|_| None), None);
    }

    #[test]
    fn no_clock_leads_out_of_the_calendar() {
        let second = Duration::from_secs(1);
        let at = |time: Option<SystemTime>| instant(time.unwrap()).to_rfc3339();
        let epoch = SystemTime::UNIX_EPOCH;
        assert_eq!(at(Some(epoch)), "1970-01-01T00:00:00+00:00");
        assert_eq!(
            at(epoch.checked_sub(second / 4)),
            "1969-12-31T23:59:59.750+00:00"
        );
        let years = |years| second * 31_556_952 * years;
        let edge = second * (1 << 31);
        assert_eq!(at(epoch.checked_sub(edge)), "1901-12-13T20:45:52+00:00");
        assert_eq!(at(epoch.checked_add(edge)), "2038-01-19T03:14:08+00:00");
        assert!(at(epoch.checked_add(years(10_000))).starts_with("+119"));
        for span in [years(300_000), second * u32::MAX * 1_000_000] {
            for time in [epoch.checked_sub(span), epoch.checked_add(span)] {
                let now = instant(time.unwrap());
                let day = TimeDelta::days(9 * 366);
                assert!(
                    now.checked_add_signed(day).is_some() && now.checked_sub_signed(day).is_some()
                );
                assert!(until_next_minute(now) <= Duration::from_mins(1));
            }
        }
    }

    #[test]
    fn an_unknown_option_is_an_error_that_names_it() {
        let error = viewer_zone(Some("Asia/Tokio"), |_| None, || None).unwrap_err();
        assert!(error.to_string().contains("`Asia/Tokio`"), "{error}");
        let hostile = viewer_zone(Some("\u{1b}[2J"), |_| None, || None).unwrap_err();
        assert!(!hostile.to_string().contains('\u{1b}'));
    }
}
