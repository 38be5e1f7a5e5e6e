//! Waiting for a large index: how far it is, on a terminal or in lines, and signals that end the wait.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use super::Outcome;
use super::output::{say_line, say_over};
use crate::i18n::progress::{indexing, indexing_line};
use crate::language::Language;
use crate::search::progress::{Meter, Progress};
use crate::system::Interrupts;

/// A line on the standard error that says how far a build is. Does nothing before the first report, which only a large
/// build makes.
pub(super) struct Watch {
    lang: Language,
    form: Form,
    running: Option<Running>,
}

/// How it is said how far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// On one line of a terminal that is written over; elsewhere not at all.
    OneLine,
    /// On a new line each time, whoever reads it.
    Lines,
}

/// As often a new line says how far it is: whoever hears it hears all of it.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

struct Running {
    meter: Meter,
    interrupts: Interrupts,
    show: fn(&str),
}

impl Running {
    fn new(form: Form) -> io::Result<Self> {
        let now = Instant::now();
        let (meter, show): (_, fn(&str)) = match form {
            Form::OneLine if io::stderr().is_terminal() => (Meter::new(now), say_over),
            Form::OneLine => (Meter::new(now), say_nothing),
            Form::Lines => (Meter::every(BETWEEN_LINES, now), say_line),
        };
        Ok(Self {
            meter,
            interrupts: Interrupts::catch()?,
            show,
        })
    }
}

impl Watch {
    pub(super) const fn new(lang: Language) -> Self {
        Self {
            lang,
            form: Form::OneLine,
            running: None,
        }
    }

    /// The same for those who read line by line: no line is written over.
    pub(super) const fn in_lines(lang: Language) -> Self {
        Self {
            lang,
            form: Form::Lines,
            running: None,
        }
    }

    /// Shows how far it is; stops when a signal came.
    pub(super) fn report(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.running.is_none() {
            match Running::new(self.form) {
                Ok(running) => self.running = Some(running),
                Err(error) => log::warn!("signals cannot be caught: {error}"),
            }
        }
        let Some(running) = &mut self.running else {
            return ControlFlow::Continue(());
        };
        if let Some(pace) = running.meter.pace(progress, Instant::now()) {
            (running.show)(&match self.form {
                Form::OneLine => indexing_line(self.lang, pace),
                Form::Lines => indexing(self.lang, pace),
            });
        }
        if running.interrupts.came().is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Takes the line away; signals act as ever from now on. Returns 128 and the number of the signal that came, if one
    /// did.
    pub(super) fn end(self) -> Option<u8> {
        let running = self.running?;
        (running.show)("");
        running.interrupts.let_go();
        running.interrupts.came()?.checked_add(128)
    }
}

/// How a command ends that a signal interrupted while it built.
pub(super) fn stopped(signal: Option<u8>) -> Outcome {
    signal.map_or(Outcome::Negative, Outcome::Code)
}

const fn say_nothing(_: &str) {}
