//! What people read of `madoguchi status`.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::desk::{DeskStatus, advice, status};
use crate::guide::{Availability, Guide, Part};
use crate::i18n::desk as words;
use crate::i18n::screen::unofficial;
use crate::i18n::time::{self, Clocks};
use crate::language::Language;
use crate::text::width::{pad, width};

/// The time at the desks, and at the reader's where it is another; the desk to turn to; every desk with its hours and
/// contacts; whether the clock looks wrong. Ends with a newline. Of a guide without desks
/// that alone is said.
pub fn text(guide: &Guide, at: DateTime<Utc>, lang: Language, viewer: Tz) -> String {
    if !guide.has(Part::Desks) {
        return format!("{}\n", words::no_desks(lang));
    }
    let view = View::new(guide, at, lang, viewer);
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(&time::clock(view.now.desks, lang));
    if let Some(own) = view.now.own_time(view.now.desks) {
        line(&words::own_clock(own, lang));
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
        let state = words::state_name(status, desk, lang);
        let name = desk.name.text(lang);
        line(&format!("{} {name}  {state}", status.state.symbol()));
        for (label, value) in rows {
            line(&format!("    {}{value}", pad(&label, column)));
        }
    }
    line("");
    if let Some(unofficial) = unofficial(guide, lang) {
        line(unofficial);
    }
    if status::clock_looks_wrong(guide, at) {
        line(&words::clock_warning(
            status::in_zone(at, guide.timezone),
            guide.as_of,
            lang,
        ));
    }
    out
}

/// Everything that the text is made from.
struct View<'a> {
    guide: &'a Guide,
    statuses: Vec<DeskStatus>,
    now: Clocks,
    lang: Language,
}

impl<'a> View<'a> {
    fn new(guide: &'a Guide, at: DateTime<Utc>, lang: Language, viewer: Tz) -> Self {
        Self {
            guide,
            statuses: status::status(guide, at, lang),
            now: Clocks::new(at, guide.timezone, viewer),
            lang,
        }
    }

    /// Which desk to turn to, how, and why.
    fn advice_lines(&self) -> Vec<String> {
        let Some(advice) = advice::best(&self.statuses, self.guide, self.lang) else {
            let text = words::no_advice(&self.statuses, self.guide, self.now, self.lang);
            return vec![text];
        };
        let desk = &self.guide.desks[advice.desk];
        let language = words::language_name(advice.language, self.lang);
        let name = words::remark(desk.name.text(self.lang), &language, self.lang);
        let contact = desk.contacts.first().map(|c| c.value.text(self.lang));
        let contact = contact.map(String::as_str).unwrap_or_default();
        let reason = words::advice_reason(advice, &self.statuses, self.guide, self.now, self.lang);
        let reason = breakable(&reason);
        vec![format!("→ {name}  {contact}"), format!("  {reason}")]
    }

    /// What is said of a desk, as label and value: its hours, its contacts, and its note where it has no hours.
    fn rows(&self, status: &DeskStatus) -> Vec<(String, String)> {
        let desk = &self.guide.desks[status.desk];
        let hours = status.languages.iter().map(|spoken| {
            let name = words::language_name(spoken.language, self.lang);
            let alone = desk.self_service;
            let hours = breakable(&words::hours_by_both_clocks(
                spoken, alone, self.now, self.lang,
            ));
            (name.into_owned(), hours)
        });
        let contacts = desk.contacts.iter().map(|contact| {
            let label = words::contact_kind(contact.kind, self.lang);
            (label.to_owned(), contact.value.text(self.lang).clone())
        });
        let note = match (&desk.note, &desk.availability) {
            (None, _) | (_, Availability::Hours(_)) => None,
            (Some(note), _) => Some((String::new(), note.text(self.lang).clone())),
        };
        hours.chain(contacts).chain(note).collect()
    }
}

/// A text that nothing breaks, with spaces that are searched for as others are.
fn breakable(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
