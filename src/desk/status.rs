//! Desk × instant → who is there, and until when.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::guide::Guide;
use crate::language::Language;

/// What a reader can expect of a desk now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody is there who speaks the reader's language (or it is a self-service that is open).
    Open,
    /// Reachable, but not in the reader's language.
    Limited,
    Closed,
    /// The guide does not know.
    Unknown,
    NotOffered,
}

impl State {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
            Self::NotOffered => "not-offered",
        }
    }
}

/// A desk at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskStatus {
    /// Index into the guide's desks.
    pub desk: usize,
    pub state: State,
    /// Empty where the guide gives no hours.
    pub languages: Vec<LanguageStatus>,
}

/// A desk's language at an instant. Times are in the guide's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageStatus {
    pub language: Language,
    pub open: bool,
    /// When it opens next; `None` while it is open or where it never will.
    pub opens_at: Option<DateTime<Tz>>,
    /// When it closes; `None` while it is closed or where it never will.
    pub closes_at: Option<DateTime<Tz>>,
    /// Round the clock, every day.
    pub always: bool,
}

/// The desk to turn to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Index into the guide's desks.
    pub desk: usize,
    pub language: Language,
}

/// All desks of the guide at an instant, for a reader of a language, in the guide's order.
pub fn status(_guide: &Guide, _at: DateTime<Utc>, _reader: Language) -> Vec<DeskStatus> {
    todo!()
}

/// The first instant after `at` at which any desk's status changes.
pub fn next_change(_guide: &Guide, _at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    todo!()
}

/// The best desk right now for a reader of a language: an open desk with somebody there before a self-service,
/// the reader's language before another, the guide's order between equals.
pub fn advice(_statuses: &[DeskStatus], _guide: &Guide, _reader: Language) -> Option<Advice> {
    todo!()
}
