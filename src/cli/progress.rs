//! Waiting for a large index: how far it is, on a terminal, and signals that end the wait.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use super::Outcome;
use crate::i18n::progress::indexing_line;
use crate::language::Language;
use crate::search::progress::{Meter, Progress};

/// A line on the standard error that says how far a build is. Does nothing before the first report, which only a large
/// build makes.
pub(super) struct Watch {
    reader: Language,
    running: Option<Running>,
}

struct Running {
    meter: Meter,
    /// The number of the signal that came.
    signal: Arc<AtomicUsize>,
    /// Signals are to act as ever.
    over: Arc<AtomicBool>,
    is_shown: bool,
}

impl Running {
    fn new() -> io::Result<Self> {
        let running = Self {
            meter: Meter::new(Instant::now()),
            signal: Arc::default(),
            over: Arc::default(),
            is_shown: io::stderr().is_terminal(),
        };
        for (signal, number) in SIGNALS {
            flag::register_conditional_default(signal, Arc::clone(&running.over))?;
            flag::register_usize(signal, Arc::clone(&running.signal), number)?;
        }
        Ok(running)
    }

    fn stop_wanted(&self) -> bool {
        self.signal.load(Ordering::Relaxed) != 0
    }
}

/// Signals that end the wait, with their numbers.
const SIGNALS: [(i32, usize); 3] = [
    (SIGINT, SIGINT.unsigned_abs() as usize),
    (SIGTERM, SIGTERM.unsigned_abs() as usize),
    (SIGHUP, SIGHUP.unsigned_abs() as usize),
];

impl Watch {
    pub(super) const fn new(reader: Language) -> Self {
        Self {
            reader,
            running: None,
        }
    }

    /// Shows how far it is; stops when a signal came.
    pub(super) fn report(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.running.is_none() {
            match Running::new() {
                Ok(running) => self.running = Some(running),
                Err(error) => log::warn!("signals cannot be caught: {error}"),
            }
        }
        let Some(running) = &mut self.running else {
            return ControlFlow::Continue(());
        };
        if running.is_shown
            && let Some(pace) = running.meter.pace(progress, Instant::now())
        {
            show(&indexing_line(self.reader, pace));
        }
        if running.stop_wanted() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Takes the line away; signals act as ever from now on. Returns 128 and the number of the signal that came, if one
    /// did.
    pub(super) fn end(self) -> Option<u8> {
        let running = self.running?;
        if running.is_shown {
            show("");
        }
        running.over.store(true, Ordering::Relaxed);
        let signal = running.signal.load(Ordering::Relaxed);
        u8::try_from(128 + signal).ok().filter(|_| signal != 0)
    }
}

/// How a command ends that a signal interrupted while it built.
pub(super) fn stopped(signal: Option<u8>) -> Outcome {
    signal.map_or(Outcome::Negative, Outcome::Code)
}

/// Writes over the line; where not even this can be written, there is nobody to tell.
fn show(line: &str) {
    let mut stderr = io::stderr().lock();
    let _ = write!(stderr, "\r{line}\u{1b}[K").and_then(|()| stderr.flush());
}
