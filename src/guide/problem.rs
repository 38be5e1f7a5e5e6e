//! What is wrong with a guide: where, what, and what to do about it.

use std::fmt;
use std::path::PathBuf;

use crate::text::clean::clean;

/// How many errors, and how many warnings, of one file are listed; the rest is counted. Enough to work with, and a
/// bound on what a hostile file can make us say.
pub const MAX_PER_FILE: usize = 100;

/// How much of a problem's text is kept, in characters.
const MAX_TEXT: usize = 400;

/// How much of a value is quoted in a problem, in characters.
const MAX_QUOTE: usize = 60;

/// Whether a guide can be used in spite of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide is refused.
    Error,
    /// The guide is used; its author should look.
    Warning,
}

/// One thing wrong with a guide. Its texts may be printed: they are free of control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// Relative to the guide's folder.
    pub file: PathBuf,
    /// 1-based, where the problem has a line.
    pub line: Option<usize>,
    /// What is wrong: "the section id `app` is used twice".
    pub what: String,
    /// What to do: "rename one of them".
    pub help: String,
}

impl fmt::Display for Problem {
    /// `error: ja/phone.md:12: what` and, indented below, what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}\n    help: {}", self.what, self.help)
    }
}

/// The problems of one file, as they are found.
#[derive(Debug)]
pub(crate) struct Report {
    file: PathBuf,
    problems: Vec<Problem>,
    errors: usize,
    warnings: usize,
    /// What is wrong here keeps nothing from being used.
    is_lenient: bool,
}

impl Report {
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: PathBuf::from(one_line(file)),
            problems: Vec::new(),
            errors: 0,
            warnings: 0,
            is_lenient: false,
        }
    }

    /// Of a file that is taken as it is: its errors are warnings.
    pub(super) fn lenient(file: &str) -> Self {
        Self {
            is_lenient: true,
            ..Self::new(file)
        }
    }

    /// Whether further errors are only counted: then their texts need not be made.
    pub(crate) const fn is_full(&self) -> bool {
        self.errors >= MAX_PER_FILE
    }

    pub(crate) fn error(&mut self, line: impl Into<Option<usize>>, what: &str, help: &str) {
        if self.is_lenient {
            return self.warning(line, what, help);
        }
        self.errors += 1;
        if self.errors <= MAX_PER_FILE {
            self.push(Severity::Error, line.into(), what, help);
        }
    }

    /// An error also where everything is taken as it is.
    pub(crate) fn refuse(&mut self, what: &str, help: &str) {
        self.errors += 1;
        self.push(Severity::Error, None, what, help);
    }

    pub(crate) fn warning(&mut self, line: impl Into<Option<usize>>, what: &str, help: &str) {
        self.warnings += 1;
        if self.warnings <= MAX_PER_FILE {
            self.push(Severity::Warning, line.into(), what, help);
        }
    }

    fn push(&mut self, severity: Severity, line: Option<usize>, what: &str, help: &str) {
        self.problems.push(Problem {
            severity,
            file: self.file.clone(),
            line,
            what: one_line(what),
            help: one_line(help),
        });
    }

    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        self.count_the_rest(Severity::Error, self.errors, "errors");
        self.count_the_rest(Severity::Warning, self.warnings, "warnings");
        self.problems
    }

    fn count_the_rest(&mut self, severity: Severity, found: usize, name: &str) {
        if let Some(rest @ 1..) = found.checked_sub(MAX_PER_FILE) {
            let last = self
                .problems
                .iter()
                .filter_map(|problem| problem.line)
                .max();
            let what = format!("{rest} more {name} in this file");
            self.push(
                severity,
                last,
                &what,
                "mend those above first, then check again",
            );
        }
    }
}

/// A value to name in a problem: cleaned, on one line, and not longer than a glance.
pub(crate) fn quoted(value: &str) -> String {
    format!("`{}`", shortened(value, MAX_QUOTE))
}

fn one_line(text: &str) -> String {
    shortened(text, MAX_TEXT)
}

fn shortened(text: &str, max: usize) -> String {
    // Cut before cleaning: the text may be a whole file.
    let end = text
        .char_indices()
        .nth(max + 1)
        .map_or(text.len(), |(at, _)| at);
    let mut short = clean(&text[..end]).replace('\n', " ");
    if let Some((at, _)) = short.char_indices().nth(max) {
        short.truncate(at);
        short.push('…');
    }
    short
}
