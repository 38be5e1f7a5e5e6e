//! The desk board: who can be reached now, how, and until when; today and the days after it as a picture.

mod picture;
mod scale;

use super::catalogue::{Moved, PageKind};
use super::inline::Flat;
use super::{Code, Context, Input, Page, Piece, Role, Setter, Subject, Target};
use crate::desk::status::clock_looks_wrong;
use crate::desk::{DeskStatus, LanguageStatus};
use crate::guide::exchange::Exchange;
use crate::guide::{Availability, Contact, ContactKind, Desk, Guide, Part, checklist};
use crate::hours::can_be_told;
use crate::hours::week::{Day, runs};
use crate::i18n::screen::{texts, unofficial};
use crate::i18n::time::{self, Clocks};
use crate::i18n::{board, desk};
use crate::language::Language;
use crate::text::width::{pad, width};
use picture::Board;

/// How many days are told in words.
const DAYS: usize = 8;

#[derive(Clone, Copy)]
pub struct Desks;

impl PageKind for Desks {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const CHANGES_WITH: &'static [Input] = &[Input::Clock];

    fn topics(_: &Guide) -> Vec<Self> {
        vec![Self]
    }

    fn title(self, context: &Context<'_>) -> String {
        texts(context.lang).desks.to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        texts(context.lang).desks_summary.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        desks(context)
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Desks)
    }
}

fn desks(context: &Context<'_>) -> Page {
    let Context {
        guide,
        lang,
        viewer,
        measure,
        ..
    } = *context;
    let doubtful = clock_looks_wrong(guide, context.now);
    let clocks = Clocks::new(context.now, guide.timezone, viewer);
    let now = clocks.desks;
    let mut setter = context.setter().numbered();
    setter.text(Role::Title, texts(lang).desks);
    setter.text(Role::Dim, &time::clock(now, lang));
    if let Some(own) = clocks.own_time(now) {
        setter.text(Role::Dim, &desk::own_clock(own, lang));
    }
    let board = Board::new(&guide.languages, now, viewer, lang, measure.columns)
        .filter(|_| !setter.in_lines());
    for status in &context.statuses() {
        setter.begin_section();
        if setter.in_lines() {
            in_short(&mut setter, guide, status, clocks, lang);
            continue;
        }
        one(&mut setter, guide, status, clocks, lang);
        let source = &guide.desks[status.desk];
        if let (Some(board), Availability::Hours(hours)) = (&board, &source.availability)
            && can_be_told(now)
        {
            picture::set(&mut setter, board, hours);
        }
    }
    setter.gap();
    if let Some(unofficial) = unofficial(guide, lang) {
        setter.text(Role::Dim, unofficial);
    }
    if doubtful {
        setter.text(Role::Dim, &desk::clock_warning(now, guide.as_of, lang));
    }
    setter.finish()
}

/// A desk in words.
fn one(setter: &mut Setter<'_>, guide: &Guide, status: &DeskStatus, now: Clocks, lang: Language) {
    let source = &guide.desks[status.desk];
    setter.signed(status.state.into(), status.state.symbol(), |setter| {
        setter.flat(&name(guide, source, lang));
        for (n, contact) in source.contacts.iter().enumerate() {
            let code = Subject::Qr(Code {
                desk: status.desk,
                contact: n,
            });
            let contact = with_code(contact, code, lang);
            setter.flat(&contact);
        }
        have_ready(setter, guide, source, lang);
        hours(setter, status, source, now, lang);
        if let (Some(note), false) = (
            &source.note,
            matches!(source.availability, Availability::Hours(_)),
        ) {
            setter.text(Role::Dim, note.text(lang));
        }
    });
}

/// The number to call stands out; words that say where to look do not. What a telephone can open has a QR code.
fn with_code(contact: &Contact, code: Subject, lang: Language) -> Flat {
    let role = match contact.kind {
        ContactKind::Phone => Role::Strong,
        ContactKind::App | ContactKind::Web | ContactKind::Place => Role::Text,
    };
    let flat = Flat::plain(role, contact.value.text(lang));
    if contact.uri(lang).is_none() {
        return flat;
    }
    flat.and(Role::Text, "  ")
        .and_link(board::show_qr(lang), Target::Subject(code))
}

/// A desk's article may have any number of checklists; so many are said, and a page lists them all.
const MOST_READY: usize = 3;

/// Where the guide says what a reader should have at hand: the checklists of the desk's article.
fn have_ready(setter: &mut Setter<'_>, guide: &Guide, source: &Desk, lang: Language) {
    if matches!(source.availability, Availability::NotOffered) {
        return;
    }
    let Some(section) = source.section else {
        return;
    };
    let sections = checklist::sections(guide, Some(section.article), lang);
    if sections.is_empty() {
        return;
    }
    let mut flat = Flat::plain(Role::Text, board::have_ready(lang));
    let rest = sections.len().saturating_sub(MOST_READY);
    for (n, at) in sections.into_iter().take(MOST_READY).enumerate() {
        if n > 0 {
            flat = flat.and(Role::Text, board::and(lang));
        }
        let title = &guide.section(at).texts.text(lang).title;
        flat = flat.and_link(title, Target::Subject(Subject::Card(at)));
    }
    if rest > 0 {
        flat = flat.and(Role::Text, board::and(lang)).and_link(
            &board::more_lists(rest, lang),
            Target::Subject(Subject::Cards),
        );
    }
    setter.flat(&flat);
}

fn hours(setter: &mut Setter<'_>, status: &DeskStatus, source: &Desk, now: Clocks, lang: Language) {
    let same = status.languages.iter().all(|spoken| spoken.always);
    if let (true, Some(first)) = (same, status.languages.first()) {
        // Open round the clock in every language: said once.
        setter.text(
            Role::Open,
            &desk::hours_in_full(first, source.self_service, now.desks, lang),
        );
        return;
    }
    let names = status
        .languages
        .iter()
        .map(|spoken| desk::language_name(spoken.language, lang));
    let widest = names.map(|name| width(&name)).max().unwrap_or(0);
    for spoken in &status.languages {
        let name = pad(&desk::language_name(spoken.language, lang), widest + 2);
        let rest = Piece::new(Role::Text, " ".repeat(widest + 2));
        let text = desk::hours_by_both_clocks(spoken, source.self_service, now, lang);
        let role = if spoken.open { Role::Open } else { Role::Dim };
        setter.indented(Piece::new(Role::Text, name), rest, |setter| {
            setter.text(role, &text);
        });
    }
}

/// The name of a desk, which leads to what the guide says of it.
fn name(guide: &Guide, source: &Desk, lang: Language) -> Flat {
    match source.section {
        Some(at) => Flat::link(source.name.text(lang), Target::Id(guide.id(at).to_string())),
        None => Flat::plain(Role::Strong, source.name.text(lang)),
    }
}

/// A desk for the ear, in as few lines as say it: its state and its hours, its contacts, and what to have ready.
fn in_short(
    setter: &mut Setter<'_>,
    guide: &Guide,
    status: &DeskStatus,
    now: Clocks,
    lang: Language,
) {
    let source = &guide.desks[status.desk];
    let same = status.languages.iter().all(|spoken| spoken.always);
    let mut said: Vec<String> = match status.languages.first() {
        Some(first) if same => {
            vec![desk::hours_in_full(
                first,
                source.self_service,
                now.desks,
                lang,
            )]
        }
        _ => status
            .languages
            .iter()
            .map(|spoken| hours_in_words(spoken, source, now, lang))
            .collect(),
    };
    said.insert(0, desk::state_name(status, source, lang));
    if !matches!(source.availability, Availability::Hours(_))
        && let Some(note) = &source.note
    {
        said.push(note.text(lang).clone());
    }
    let said = time::in_full(&board::sentences(&said, lang), lang);
    setter.flat(&name(guide, source, lang).and(Role::Text, &board::said_of(&said, lang)));
    let contacts: Vec<&str> = source
        .contacts
        .iter()
        .map(|contact| contact.value.text(lang).as_str())
        .collect();
    if !contacts.is_empty() {
        setter.text(Role::Text, &contacts.join(board::and(lang)));
    }
    have_ready(setter, guide, source, lang);
}

/// A language's hours in words: now, and on the coming days, of which each is told only where they differ.
fn hours_in_words(spoken: &LanguageStatus, source: &Desk, now: Clocks, lang: Language) -> String {
    let hours = desk::hours_by_both_clocks(spoken, source.self_service, now, lang);
    let text = desk::of_language(spoken, &hours, lang);
    let Availability::Hours(all) = &source.availability else {
        return text;
    };
    let own = all.iter().find(|(other, _)| *other == spoken.language);
    let Some((_, hours)) = own.filter(|(_, hours)| !hours.is_always()) else {
        return text;
    };
    let days = runs(hours, Day::of(now.desks), DAYS);
    let is_elsewhere = now.own_time(now.desks).is_some();
    let days = match days.as_slice() {
        // Times of no zone are of no use there.
        [_] if is_elsewhere => String::new(),
        [all] => board::every_day(&all.open, lang),
        days => days
            .iter()
            .map(|run| board::days_in_words(run.first.date, run.last.date, &run.open, lang))
            .collect::<Vec<_>>()
            .join(board::and(lang)),
    };
    match (days.as_str(), desk::span_in_words(spoken, now, lang)) {
        ("", _) => text,
        // The hours of every day say until when, or from when.
        (days, Some(span)) => board::hours_and_days(&span, days, lang),
        (days, None) => board::hours_and_days(&text, days, lang),
    }
}
