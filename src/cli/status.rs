//! `madoguchi status`: who can be reached at an instant, as text for people or as JSON for programs.
//!
//! Pure functions from a guide and an instant to a string; the caller reads the clock and prints.

use std::fmt::Write;

use chrono::{DateTime, Offset, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::desk::status::in_zone;
use crate::desk::{Availability, Desk, DeskStatus, LanguageStatus, advice, status};
use crate::guide::Guide;
use crate::i18n::screen::texts;
use crate::i18n::{desk as words, time};
use crate::language::Language;
use crate::text::width::{pad, width};

/// Reads the value of `--at`. The error says what is missing.
pub fn parse_at(text: &str) -> Result<DateTime<Utc>, String> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.to_utc());
    }
    let with = |end: &str| DateTime::parse_from_rfc3339(&format!("{text}{end}")).is_ok();
    let problem = if with("Z") {
        "the offset from UTC is missing"
    } else if with(":00Z") {
        "the seconds and the offset from UTC are missing"
    } else if with("T00:00:00Z") {
        "the time is missing"
    } else {
        "that is no date and time of RFC 3339"
    };
    Err(format!(
        "`{}`: {problem}; write it like 2026-11-23T20:59:59+09:00 or 2026-11-23T11:59:59Z",
        text.escape_debug()
    ))
}

/// What people read: the time at the desks, and at the reader's where it is another; the desk to turn to; every desk
/// with its hours and contacts. Ends with a newline.
pub fn text(guide: &Guide, at: DateTime<Utc>, reader: Language, viewer: Tz) -> String {
    let view = View::new(guide, at, reader, viewer);
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(&time::clock(view.now, reader));
    if let Some(own) = view.own_time(view.now) {
        line(&words::own_clock(own, reader));
    }
    line("");
    for advice in view.advice_lines() {
        line(&advice);
    }
    let rows: Vec<_> = view.statuses.iter().map(|s| (s, view.rows(s))).collect();
    let labels = rows
        .iter()
        .flat_map(|(_, rows)| rows)
        .map(|row| width(&row.0));
    let column = labels.max().unwrap_or(0) + 2;
    for (status, rows) in rows {
        line("");
        let desk = &guide.desks[status.desk];
        let state = words::state_name(status, desk, reader);
        let name = desk.name.text(reader);
        line(&format!("{} {name}  {state}", status.state.symbol()));
        for (label, value) in rows {
            line(&format!("    {}{value}", pad(&label, column)));
        }
    }
    line("");
    line(texts(reader).unofficial);
    out
}

/// What programs read, in the shape that `status --json` promises: one object, without a newline.
pub fn json(guide: &Guide, at: DateTime<Utc>, reader: Language) -> serde_json::Result<String> {
    serde_json::to_string(&answer(guide, at, reader))
}

/// Everything that the text is made from.
struct View<'a> {
    guide: &'a Guide,
    statuses: Vec<DeskStatus>,
    now: DateTime<Tz>,
    reader: Language,
    viewer: Tz,
}

impl<'a> View<'a> {
    fn new(guide: &'a Guide, at: DateTime<Utc>, reader: Language, viewer: Tz) -> Self {
        Self {
            guide,
            statuses: status::status(guide, at, reader),
            now: in_zone(at, guide.timezone),
            reader,
            viewer,
        }
    }

    /// An instant as the reader's clock shows it, where that differs from the desks'.
    fn own_time(&self, at: DateTime<Tz>) -> Option<DateTime<Tz>> {
        let own = in_zone(at.to_utc(), self.viewer);
        (own.offset().fix() != at.offset().fix()).then_some(own)
    }

    /// Which desk to turn to, how, and why.
    fn advice_lines(&self) -> Vec<String> {
        let Some(advice) = advice::best(&self.statuses, self.guide, self.reader) else {
            let text = words::no_advice(&self.statuses, self.guide, self.now, self.reader);
            return vec![text];
        };
        let desk = &self.guide.desks[advice.desk];
        let language = words::language_name(advice.language, self.reader);
        let name = words::remark(desk.name.text(self.reader), language, self.reader);
        let contact = desk.contacts.first().map(|c| c.value.text(self.reader));
        let contact = contact.map(String::as_str).unwrap_or_default();
        let reason =
            words::advice_reason(advice, &self.statuses, self.guide, self.now, self.reader);
        vec![format!("→ {name}  {contact}"), format!("  {reason}")]
    }

    /// What is said of a desk, as label and value: its hours, its contacts, and its note where it has no hours.
    fn rows(&self, status: &DeskStatus) -> Vec<(String, String)> {
        let desk = &self.guide.desks[status.desk];
        let hours = status.languages.iter().map(|spoken| {
            let name = words::language_name(spoken.language, self.reader);
            (name.to_owned(), self.hours(spoken, desk))
        });
        let contacts = desk.contacts.iter().map(|contact| {
            let label = words::contact_kind(contact.kind, self.reader);
            (label.to_owned(), contact.value.text(self.reader).clone())
        });
        let note = match (&desk.note, &desk.availability) {
            (None, _) | (_, Availability::Hours(_)) => None,
            (Some(note), _) => Some((String::new(), note.text(self.reader).clone())),
        };
        hours.chain(contacts).chain(note).collect()
    }

    /// A language's hours, with the next change also by the reader's clock.
    fn hours(&self, spoken: &LanguageStatus, desk: &Desk) -> String {
        let mut text = words::hours_in_full(spoken, desk.self_service, self.now, self.reader);
        let change = spoken.closes_at.or(spoken.opens_at);
        if let Some(own) = change.and_then(|change| self.own_time(change)) {
            // Writing to a string cannot fail.
            let _ = write!(text, "  = {}", time::clock(own, self.reader));
        }
        text
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    at: String,
    timezone: &'static str,
    desks: Vec<DeskJson<'a>>,
    advice: Option<AdviceJson<'a>>,
}

#[derive(Serialize)]
struct DeskJson<'a> {
    id: &'a str,
    name: &'a str,
    state: &'static str,
    languages: Vec<LanguageJson>,
    contacts: Vec<ContactJson<'a>>,
}

#[derive(Serialize)]
struct LanguageJson {
    language: &'static str,
    open: bool,
    opens_at: Option<String>,
    closes_at: Option<String>,
    always: bool,
}

#[derive(Serialize)]
struct ContactJson<'a> {
    kind: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct AdviceJson<'a> {
    desk: &'a str,
    language: &'static str,
    reason: String,
}

fn answer(guide: &Guide, at: DateTime<Utc>, reader: Language) -> Answer<'_> {
    let statuses = status::status(guide, at, reader);
    let now = in_zone(at, guide.timezone);
    let advice = advice::best(&statuses, guide, reader).map(|advice| AdviceJson {
        desk: &guide.desks[advice.desk].id,
        language: advice.language.code(),
        reason: words::advice_reason(advice, &statuses, guide, now, reader),
    });
    Answer {
        at: rfc3339(now),
        timezone: guide.timezone.name(),
        desks: statuses
            .iter()
            .map(|status| desk_json(&guide.desks[status.desk], status, reader))
            .collect(),
        advice,
    }
}

fn desk_json<'a>(desk: &'a Desk, status: &DeskStatus, reader: Language) -> DeskJson<'a> {
    let contacts = desk.contacts.iter().map(|contact| ContactJson {
        kind: contact.kind.name(),
        value: contact.value.text(reader),
    });
    let languages = status.languages.iter().map(|spoken| LanguageJson {
        language: spoken.language.code(),
        open: spoken.open,
        opens_at: spoken.opens_at.map(rfc3339),
        closes_at: spoken.closes_at.map(rfc3339),
        always: spoken.always,
    });
    DeskJson {
        id: &desk.id,
        name: desk.name.text(reader),
        state: status.state.name(),
        languages: languages.collect(),
        contacts: contacts.collect(),
    }
}

fn rfc3339(at: DateTime<Tz>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}
