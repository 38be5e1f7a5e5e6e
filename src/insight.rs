//! What visitors asked and what came of it, without who they were: for the author of a guide, who would otherwise never hear
//! of what was not found.
//!
//! A query that was [`Settled`] becomes a [`Line`] with only those words of it that anybody may have typed (`kept`); a
//! `Recorder` writes lines into a file, an hour's at a time and in no order. A day later lines become [`Counts`], and
//! a `Report` is made of those. docs/manual/en/insight.md says what an author sees, docs/decisions/insight.md why it is kept so.

mod book;
mod counts;
mod journal;
mod kept;
mod line;
mod personal;
mod recorder;
mod report;
#[cfg(test)]
mod testing;
mod words;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::language::Language;

pub use book::{Book, fold, read};
pub use counts::{Asked, Counts, FEWEST};
pub use journal::{Journal, Refused};
pub use kept::{GAP, LONGEST, kept};
pub use line::Line;
pub use recorder::{Recorder, Recording};
pub use report::{Gap, Report, Row};

/// A query that somebody meant, with what came of it. It is as it was typed: of this nothing may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// When it was typed.
    pub at: DateTime<Utc>,
    pub language: Language,
    pub query: String,
    /// How many sections were found.
    pub hits: usize,
    /// The ids of what was opened of them.
    pub opened: BTreeSet<String>,
    /// Whether nothing was opened, nor read beside the list.
    pub empty_handed: bool,
}
