//! What programs read of `madoguchi status`.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::desk::status::{clock_looks_wrong, in_zone};
use crate::desk::{DeskStatus, advice, status};
use crate::guide::{Desk, Guide};
use crate::i18n::desk as words;
use crate::language::Language;

/// One object in the shape that `status --json` promises, without a newline.
pub fn json(guide: &Guide, at: DateTime<Utc>, lang: Language) -> serde_json::Result<String> {
    serde_json::to_string(&answer(guide, at, lang))
}

#[derive(Serialize)]
struct Answer<'a> {
    at: String,
    timezone: &'static str,
    desks: Vec<DeskJson<'a>>,
    advice: Option<AdviceJson<'a>>,
    /// Only there where something is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<String>,
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
    language: Language,
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
    language: Language,
    reason: String,
}

fn answer(guide: &Guide, at: DateTime<Utc>, lang: Language) -> Answer<'_> {
    let statuses = status::status(guide, at, lang);
    let now = in_zone(at, guide.timezone);
    let advice = advice::best(&statuses, guide, lang).map(|advice| AdviceJson {
        desk: &guide.desks[advice.desk].id,
        language: advice.language,
        reason: words::advice_reason(advice, &statuses, guide, now, lang),
    });
    Answer {
        at: rfc3339(now),
        timezone: guide.timezone.name(),
        desks: statuses
            .iter()
            .map(|status| desk_json(&guide.desks[status.desk], status, lang))
            .collect(),
        advice,
        warning: clock_looks_wrong(guide, at).then(|| words::clock_warning(now, guide.as_of, lang)),
    }
}

fn desk_json<'a>(desk: &'a Desk, status: &DeskStatus, lang: Language) -> DeskJson<'a> {
    let contacts = desk.contacts.iter().map(|contact| ContactJson {
        kind: contact.kind.name(),
        value: contact.value.text(lang),
    });
    let languages = status.languages.iter().map(|spoken| LanguageJson {
        language: spoken.language,
        open: spoken.open,
        opens_at: spoken.opens_at.map(rfc3339),
        closes_at: spoken.closes_at.map(rfc3339),
        always: spoken.always,
    });
    DeskJson {
        id: &desk.id,
        name: desk.name.text(lang),
        state: status.state.name(),
        languages: languages.collect(),
        contacts: contacts.collect(),
    }
}

fn rfc3339(at: DateTime<Tz>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}
