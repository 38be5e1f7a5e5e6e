//! Desk × instant → who is there, and until when.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;

use crate::guide::{Availability, Desk, Guide};
use crate::hours::{Hours, can_be_told};
use crate::language::Language;

/// What a reader can expect of a desk now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

    /// A sign that tells the states apart without colour.
    pub const fn symbol(self) -> char {
        match self {
            Self::Open => '●',
            Self::Limited => '◐',
            Self::Closed => '○',
            Self::Unknown => '?',
            Self::NotOffered => '–',
        }
    }

    /// The same for a terminal that can only show ASCII.
    pub const fn ascii_symbol(self) -> char {
        match self {
            Self::Open => '*',
            Self::Limited => '+',
            Self::Closed => 'o',
            Self::Unknown => '?',
            Self::NotOffered => '-',
        }
    }
}

/// A desk at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskStatus {
    /// Index into the guide's desks.
    pub desk: usize,
    pub state: State,
    /// In the guide's order. Empty where the guide gives no hours, and without those that cannot be told for the instant.
    pub languages: Vec<LanguageStatus>,
}

impl DeskStatus {
    /// The status in one language, or in another of the same kind, if the desk has hours for it.
    pub fn language(&self, language: Language) -> Option<&LanguageStatus> {
        let spoken = || self.languages.iter();
        spoken()
            .find(|l| l.language == language)
            .or_else(|| spoken().find(|l| l.language.is_kin_of(language)))
    }
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

impl LanguageStatus {
    fn new(language: Language, hours: &Hours, at: DateTime<Tz>) -> Self {
        let open = hours.is_open(at);
        let change = hours.next_change(at);
        Self {
            language,
            open,
            opens_at: change.filter(|_| !open),
            closes_at: change.filter(|_| open),
            always: hours.is_always(),
        }
    }
}

/// All desks of the guide at an instant, for a reader of a language, in the guide's order.
pub fn status(guide: &Guide, at: DateTime<Utc>, lang: Language) -> Vec<DeskStatus> {
    let at = in_zone(at, guide.timezone);
    guide
        .desks
        .iter()
        .enumerate()
        .map(|(index, desk)| desk_status(index, desk, at, lang))
        .collect()
}

fn desk_status(index: usize, desk: &Desk, at: DateTime<Tz>, lang: Language) -> DeskStatus {
    let languages = match &desk.availability {
        Availability::Hours(hours) => hours
            .iter()
            .filter(|(_, hours)| hours.is_always() || can_be_told(at))
            .map(|(language, hours)| LanguageStatus::new(*language, hours, at))
            .collect(),
        Availability::Unknown | Availability::NotOffered => Vec::new(),
    };
    let state = match desk.availability {
        Availability::NotOffered => State::NotOffered,
        Availability::Unknown => State::Unknown,
        Availability::Hours(_) if languages.is_empty() => State::Unknown,
        Availability::Hours(_) => state(&languages, desk.self_service, lang),
    };
    DeskStatus {
        desk: index,
        state,
        languages,
    }
}

fn state(languages: &[LanguageStatus], self_service: bool, lang: Language) -> State {
    let mut open = languages.iter().filter(|l| l.open).peekable();
    if open.peek().is_none() {
        State::Closed
    } else if self_service || open.any(|l| l.language.is_kin_of(lang)) {
        State::Open
    } else {
        State::Limited
    }
}

/// The first instant after `at` at which any desk's status changes: what is on the screen holds until then.
pub fn next_change(guide: &Guide, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = in_zone(at, guide.timezone);
    guide
        .desks
        .iter()
        .filter_map(|desk| match &desk.availability {
            Availability::Hours(hours) => Some(hours),
            Availability::Unknown | Availability::NotOffered => None,
        })
        .flatten()
        .filter_map(|(_, hours)| hours.next_change(at))
        .min()
        .map(|change| change.to_utc())
}

/// Whether the machine's clock is probably wrong: it shows a year for which no hours can be told, or one, by the calendar of the
/// guide's zone, before that of the day on which the guide's facts held. The first such instant is the one before New Year's Day of that year: facts are
/// not known in advance, but a guide may be dated a few days ahead.
pub fn clock_looks_wrong(guide: &Guide, now: DateTime<Utc>) -> bool {
    let now = in_zone(now, guide.timezone);
    guide.as_of.is_some_and(|as_of| now.year() < as_of.year()) || !can_be_told(now)
}

/// An instant in the guide's zone. The outermost days that chrono knows have no local time there: they become the
/// nearest instant that has, so that no instant whatever can make the program panic.
pub fn in_zone(at: DateTime<Utc>, zone: Tz) -> DateTime<Tz> {
    const MARGIN: chrono::TimeDelta = chrono::TimeDelta::days(2);
    at.clamp(
        DateTime::<Utc>::MIN_UTC + MARGIN,
        DateTime::<Utc>::MAX_UTC - MARGIN,
    )
    .with_timezone(&zone)
}
