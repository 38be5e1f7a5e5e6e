//! Entering the PIN: what is typed is never shown, and who guesses waits longer each time.

use std::{fmt, mem};

use chrono::{DateTime, TimeDelta, Utc};

use super::shifted;
use crate::app::message::PinKey;

/// Without a key for so long, the PIN is no longer asked for.
const PATIENCE: TimeDelta = TimeDelta::seconds(20);

/// No PIN is longer, in characters.
const LONGEST: usize = 64;

/// The longest wait after a wrong PIN.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(5);

/// So long after the last wrong one all are forgotten: who mistypes the PIN once a month does not wait for it.
const REMEMBERED: TimeDelta = TimeDelta::hours(1);

/// A text that is not shown: not on the screen, not in a log, not when a test fails.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What was typed of the PIN.
#[derive(Debug, Clone)]
pub struct PinEntry {
    typed: Secret,
    active: DateTime<Utc>,
}

impl PinEntry {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self {
            typed: Secret::default(),
            active: now,
        }
    }

    /// When it is given up.
    pub(super) fn ends(&self) -> DateTime<Utc> {
        self.active + PATIENCE
    }

    pub(super) fn shift(&mut self, by: TimeDelta) {
        self.active = shifted(self.active, by);
    }

    /// Takes a key; says what was entered, once it is, and forgets it.
    pub(super) fn press(&mut self, key: PinKey, now: DateTime<Utc>) -> Option<Secret> {
        self.active = now;
        let typed = &mut self.typed.0;
        match key {
            PinKey::Type(c) if typed.chars().count() < LONGEST => typed.push(c),
            PinKey::Delete => drop(typed.pop()),
            PinKey::Enter if !typed.is_empty() => return Some(mem::take(&mut self.typed)),
            _ => {}
        }
        None
    }
}

/// After every wrong PIN the next one has to wait twice as long: 1 s, 2 s, 4 s, up to 5 minutes. Outlives visits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Throttle {
    failures: u32,
    /// When the last wrong one was entered.
    failed: Option<DateTime<Utc>>,
}

impl Throttle {
    pub(super) fn fail(&mut self, now: DateTime<Utc>) {
        let is_recent = self.failed.is_some_and(|failed| now - failed < REMEMBERED);
        self.failures = if is_recent {
            self.failures.saturating_add(1)
        } else {
            1
        };
        self.failed = Some(now);
    }

    /// When the next attempt may be made; `None` if that is now.
    pub(super) fn ends(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let end = self.failed? + self.wait();
        (now < end).then_some(end)
    }

    pub(super) fn shift(&mut self, by: TimeDelta) {
        self.failed = self.failed.map(|failed| shifted(failed, by));
    }

    fn wait(&self) -> TimeDelta {
        let doublings = self.failures.saturating_sub(1).min(16);
        TimeDelta::seconds(1 << doublings).min(LONGEST_WAIT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_pin_doubles_the_wait() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let mut throttle = Throttle::default();
        assert_eq!(throttle.ends(now), None);
        for expected in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300] {
            throttle.fail(now);
            let end = now + TimeDelta::seconds(expected);
            assert_eq!(throttle.ends(now), Some(end));
            assert_eq!(throttle.ends(end), None);
        }
        throttle.failures = u32::MAX;
        throttle.fail(now + REMEMBERED - TimeDelta::seconds(1));
        assert_eq!(throttle.wait(), LONGEST_WAIT);
        throttle.fail(now + REMEMBERED * 2);
        assert_eq!(throttle.wait(), TimeDelta::seconds(1));
    }

    #[test]
    fn a_clock_that_is_set_makes_no_wait_longer() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let mut throttle = Throttle::default();
        throttle.fail(now + TimeDelta::days(1));
        throttle.shift(-TimeDelta::days(1));
        assert_eq!(throttle.ends(now), Some(now + TimeDelta::seconds(1)));
    }
}
