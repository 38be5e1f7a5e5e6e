//! How far the building of an index is, and the wish to stop it.

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use tantivy::TantivyError;

/// How much of a guide is indexed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Sections, counted as done when they are so for all languages.
    pub done: usize,
    /// All sections.
    pub total: usize,
    /// Bytes of text indexed so far, of all languages.
    pub bytes: u64,
}

/// Is told of the progress of a large build now and then, and says whether to go on.
pub type Report<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Goes on whatever happens.
pub const fn to_the_end(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Why an index was not built.
#[derive(Debug)]
pub enum Unfinished {
    /// The report said so.
    Stopped,
    Failed(io::Error),
}

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped => f.write_str("stopped"),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl From<io::Error> for Unfinished {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<TantivyError> for Unfinished {
    fn from(error: TantivyError) -> Self {
        Self::Failed(io::Error::other(error))
    }
}

/// Progress as people want to read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// Sections.
    pub done: usize,
    pub total: usize,
    /// Sections per second, since the beginning.
    pub per_second: usize,
}

impl Pace {
    /// How long the rest takes at this pace, in whole seconds, rounded up; `None` while that cannot be told.
    pub fn seconds_left(self) -> Option<usize> {
        let left = self.total.saturating_sub(self.done);
        (self.per_second > 0).then(|| left.div_ceil(self.per_second))
    }
}

/// Turns the progress of a build into what is worth showing: no more than ten times a second, unless something else is
/// wanted.
#[derive(Debug)]
pub struct Meter {
    began: Instant,
    interval: Duration,
    shown: Option<Instant>,
}

/// Nobody reads faster.
const INTERVAL: Duration = Duration::from_millis(100);

impl Meter {
    pub const fn new(now: Instant) -> Self {
        Self::every(INTERVAL, now)
    }

    /// Shows something no more often than this.
    pub const fn every(interval: Duration, now: Instant) -> Self {
        Self {
            began: now,
            interval,
            shown: None,
        }
    }

    /// The pace, if it is time to show it.
    pub fn pace(&mut self, progress: Progress, now: Instant) -> Option<Pace> {
        let waited = |shown| now.saturating_duration_since(shown) >= self.interval;
        if !self.shown.is_none_or(waited) {
            return None;
        }
        self.shown = Some(now);
        let millis = now.saturating_duration_since(self.began).as_millis();
        let per_second = (progress.done as u128 * 1000).checked_div(millis);
        Some(Pace {
            done: progress.done,
            total: progress.total,
            per_second: per_second.map_or(0, |pace| usize::try_from(pace).unwrap_or(usize::MAX)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meter_shows_ten_times_a_second_at_most() {
        let began = Instant::now();
        let mut meter = Meter::new(began);
        let mut at = |millis, done| {
            let progress = Progress {
                done,
                total: 1000,
                bytes: 0,
            };
            let pace = meter.pace(progress, began + Duration::from_millis(millis))?;
            Some((pace.done, pace.per_second, pace.seconds_left()))
        };
        assert_eq!(at(0, 0), Some((0, 0, None)));
        assert_eq!(at(99, 90), None);
        assert_eq!(at(100, 100), Some((100, 1000, Some(1))));
        assert_eq!(at(150, 120), None);
        assert_eq!(at(2000, 200), Some((200, 100, Some(8))));
        assert_eq!(at(2100, 1000), Some((1000, 476, Some(0))));
    }
}
