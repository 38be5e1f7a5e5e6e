//! What is wrong with a guide: where, what, and what to do about it.

use std::fmt;
use std::path::PathBuf;

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
