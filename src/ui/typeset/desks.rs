//! The page that says who can be reached now, how, and until when.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Page, Piece, Role, Setter};
use crate::desk::status::in_zone;
use crate::desk::{Availability, Contact, ContactKind, Desk, DeskStatus, State};
use crate::guide::{Guide, Inline};
use crate::i18n::{desk, screen::texts, time};
use crate::language::Language;
use crate::search::highlight::Highlighter;
use crate::text::width::{pad, width};

/// Sets the page for a reader of a language. `now` and the statuses belong together.
pub fn desks(
    guide: &Guide,
    statuses: &[DeskStatus],
    now: DateTime<Utc>,
    reader: Language,
    columns: usize,
) -> Page {
    let now = in_zone(now, guide.timezone);
    let plain = Highlighter::default();
    let mut setter = Setter::new(columns, &plain);
    setter.text(Role::Title, texts(reader).desks);
    setter.text(Role::Dim, &time::clock(now, reader));
    for status in statuses {
        setter.begin_section();
        one(&mut setter, guide, status, now, reader);
    }
    setter.gap();
    setter.text(Role::Dim, texts(reader).unofficial);
    setter.finish()
}

fn one(
    setter: &mut Setter<'_>,
    guide: &Guide,
    status: &DeskStatus,
    now: DateTime<Tz>,
    reader: Language,
) {
    let source = &guide.desks[status.desk];
    let role = role(status.state);
    let sign = Piece::new(role, format!("{} ", status.state.symbol()));
    let below = Piece::new(Role::Text, "  ");
    setter.indented(sign, below, |setter| {
        let link = Inline::Link {
            target: guide.id(source.section).to_string(),
            content: vec![Inline::Text(source.name.text(reader).clone())],
        };
        setter.inlines(&[link]);
        for contact in &source.contacts {
            setter.inlines(&[inline(contact, reader)]);
        }
        hours(setter, status, source, now, reader);
        if let (Some(note), false) = (
            &source.note,
            matches!(source.availability, Availability::Hours(_)),
        ) {
            setter.text(Role::Dim, note.text(reader));
        }
    });
}

/// The number to call stands out; words that say where to look do not.
fn inline(contact: &Contact, reader: Language) -> Inline {
    let value = Inline::Text(contact.value.text(reader).clone());
    match contact.kind {
        ContactKind::Phone => Inline::Strong(vec![value]),
        ContactKind::App | ContactKind::Web | ContactKind::Place => value,
    }
}

fn hours(
    setter: &mut Setter<'_>,
    status: &DeskStatus,
    source: &Desk,
    now: DateTime<Tz>,
    reader: Language,
) {
    let same = status
        .languages
        .windows(2)
        .all(|pair| pair[0].always && pair[1].always);
    if let (true, Some(first)) = (same, status.languages.first()) {
        // Open round the clock in every language: said once.
        setter.text(
            Role::Open,
            &desk::hours_in_full(first, source.self_service, now, reader),
        );
        return;
    }
    let names = status
        .languages
        .iter()
        .map(|spoken| desk::language_name(spoken.language, reader));
    let widest = names.map(width).max().unwrap_or(0);
    for spoken in &status.languages {
        let name = pad(desk::language_name(spoken.language, reader), widest + 2);
        let rest = Piece::new(Role::Text, " ".repeat(widest + 2));
        let text = desk::hours_in_full(spoken, source.self_service, now, reader);
        let role = if spoken.open { Role::Open } else { Role::Dim };
        setter.indented(Piece::new(Role::Text, name), rest, |setter| {
            setter.text(role, &text);
        });
    }
}

const fn role(state: State) -> Role {
    match state {
        State::Open => Role::Open,
        State::Limited => Role::Limited,
        State::Closed | State::Unknown | State::NotOffered => Role::Dim,
    }
}
