//! Printing: the only place that writes to the standard streams.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use super::{Failure, Outcome};
use crate::system;
use crate::text::clean::clean;

/// The standard output.
#[derive(Debug)]
pub struct Output {
    stdout: io::Stdout,
    /// Whether styles may be used: on a terminal, without `NO_COLOR`.
    styled: bool,
}

impl Output {
    pub fn new() -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let stdout = io::stdout();
        let styled = stdout.is_terminal() && !no_color;
        Self { stdout, styled }
    }

    /// Prints a text, cleaned of everything that could drive a terminal.
    pub fn text(&mut self, text: &str) -> Result<Outcome, Failure> {
        self.bytes(clean(text).as_bytes())
    }

    /// Prints a value as one line of JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<Outcome, Failure> {
        let json = serde_json::to_string(value).map_err(|error| Failure::Io(error.to_string()))?;
        self.text(&format!("{json}\n"))
    }

    /// Prints bytes that the program made itself.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<Outcome, Failure> {
        let mut stdout = self.stdout.lock();
        stdout.write_all(bytes)?;
        stdout.flush()?;
        Ok(Outcome::Fine)
    }

    /// The text, to be printed in bold where that is possible.
    pub fn bold(&self, text: &str) -> String {
        let text = clean(text);
        if self.styled {
            format!("\u{1b}[1m{text}\u{1b}[0m")
        } else {
            text.into_owned()
        }
    }

    /// The text, to be printed faintly where that is possible.
    pub fn dim(&self, text: &str) -> String {
        let text = clean(text);
        if self.styled {
            format!("\u{1b}[2m{text}\u{1b}[0m")
        } else {
            text.into_owned()
        }
    }

    /// The columns of the terminal, or 80, but no more than are pleasant to read.
    pub fn columns() -> usize {
        terminal_columns()
            .filter(|&columns| columns >= 20)
            .map_or(80, |columns| columns.min(80))
    }
}

/// Asks on the standard error, so that the standard output can go to a file.
pub fn ask(question: &str) {
    let _ = write!(io::stderr().lock(), "{}", clean(question));
}

/// Says on the standard error what went wrong.
pub fn complain(message: &str) {
    let mut stderr = io::stderr().lock();
    // Where not even this can be written, there is nobody left to tell.
    let _ = writeln!(stderr, "madoguchi: {}", clean(message));
}

/// Says on the standard error how far something is, in the place of what was said of it before.
pub fn say_over(line: &str) {
    let mut stderr = io::stderr().lock();
    let _ = write!(stderr, "\r{line}\u{1b}[K").and_then(|()| stderr.flush());
}

/// The same on a line of its own. Nothing is said of an empty one.
pub fn say_line(line: &str) {
    if !line.is_empty() {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

/// The standard output for a dialogue, whose lines are clean. It is flushed by whoever writes them.
pub fn dialogue() -> impl Write {
    io::stdout().lock()
}

/// The columns of the standard output, where that is a terminal that tells.
pub fn terminal_columns() -> Option<usize> {
    system::screen_size().map(|(columns, _)| columns.into())
}

/// A number and what it counts.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
