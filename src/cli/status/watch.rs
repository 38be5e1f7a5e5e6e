//! `madoguchi status --watch`: a line at the start, and another whenever it says something else.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::clock::{Clock, until_next_minute};

/// Why a wait is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// The time is up, or something else came: in any case it is time to look at the clock.
    Look,
    /// Nobody listens any more.
    Disconnected,
}

/// Prints what there is to say now, and from then on whatever differs from what was printed last, until nobody listens.
/// `print` is told the instant, too, and `wait` how long to wait at most; what either fails with ends the watch.
///
/// The clock is looked at once a minute, like the browser does, and not only at the next change of a desk. Everything
/// that is said changes when a minute begins, also what has nothing to do with a desk: at midnight, "tomorrow" becomes
/// "today". And a wait counts the time that the machine was awake, so a look that is due hours later would miss a night
/// in suspension, or a clock that was put right. A timer that the kernel cancels when the clock is set would save these
/// looks, but only Linux has one, and a look takes microseconds.
pub fn watch<S: PartialEq, E>(
    clock: &impl Clock,
    say: impl Fn(DateTime<Utc>) -> S,
    mut print: impl FnMut(DateTime<Utc>, &S) -> Result<(), E>,
    mut wait: impl FnMut(Duration) -> Result<Woken, E>,
) -> Result<(), E> {
    let mut printed = None;
    loop {
        let now = clock.now();
        let said = Some(say(now));
        if let (true, Some(news)) = (said != printed, &said) {
            print(now, news)?;
        }
        printed = said;
        if wait(until_next_minute(now))? == Woken::Disconnected {
            return Ok(());
        }
    }
}
