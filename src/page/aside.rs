//! The card beside what is read, on wide screens: whom to call about it and until when, what to have ready, and where else
//! something is said of it.

use super::catalogue::{Moved, PageKind};
use super::inline::Flat;
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, code};
use crate::desk::{DeskStatus, State};
use crate::guide::exchange::Exchange;
use crate::guide::{ContactKind, Part, SectionRef, checklist};
use crate::i18n::checklist as words;
use crate::i18n::time::Clocks;
use crate::i18n::{board, desk, reading};
use crate::text::width::{pad, width};

/// From this height of the window on there is a code to scan.
const WITH_CODE: u16 = 36;
/// So many ways to reach a desk that has no number are told.
const MOST_CONTACTS: usize = 2;
/// So many sections more are named.
const MOST_RELATED: usize = 4;

/// What helps with a section; with nothing in particular where there is none.
#[derive(Clone, Copy)]
pub struct Aside(pub Option<SectionRef>);

impl PageKind for Aside {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const CHANGES_WITH: &'static [Input] = &[Input::Clock, Input::Ticks, Input::Window];

    fn title(self, context: &Context<'_>) -> String {
        board::aside(context.lang).to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let mut setter = context.setter().numbered();
        let statuses = context.statuses();
        let guide = context.guide;
        let has_phone = |&desk: &usize| guide.desks[desk].phone().is_some();
        let first = (0..guide.desks.len()).find(has_phone);
        let own = self
            .0
            .map_or_else(Vec::new, |at| guide.desks_of(at.article));
        let own: Vec<usize> = own
            .into_iter()
            .filter(|&desk| statuses[desk].state != State::NotOffered)
            .collect();
        let else_where = first.filter(|first| !own.contains(first) && !own.is_empty());
        let shown = if own.is_empty() {
            first.into_iter().collect()
        } else {
            own
        };
        for &desk in &shown {
            setter.gap();
            one(&mut setter, context, &statuses[desk]);
        }
        let with_code = shown.iter().copied().find(|desk| has_phone(desk));
        if else_where.is_none() {
            scan(&mut setter, context, with_code);
        }
        ready(&mut setter, context, self.0);
        if let Some(desk) = else_where {
            setter.gap();
            setter.text(Role::Heading, board::otherwise(context.lang));
            one(&mut setter, context, &statuses[desk]);
            scan(&mut setter, context, Some(desk));
        }
        if let Some(what) = &guide.never_tell {
            setter.gap();
            setter.text(Role::Heading, words::never_tell(context.lang));
            setter.text(Role::Text, what.text(context.lang));
        }
        related(&mut setter, context, self.0);
        setter.finish()
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Aside(self.0.and_then(|at| exchange.section(at))))
    }
}

/// A desk: how to reach it, and until when in which language.
fn one(setter: &mut Setter<'_>, context: &Context<'_>, status: &DeskStatus) {
    let (guide, lang) = (context.guide, context.lang);
    let now = Clocks::new(context.now, guide.timezone, context.viewer);
    let source = &guide.desks[status.desk];
    setter.signed(status.state.into(), status.state.symbol(), |setter| {
        let mut line = Flat::plain(Role::Strong, source.name.text(lang));
        if let Some(phone) = source.phone() {
            line = line
                .and(Role::Text, "  ")
                .and(Role::Strong, phone.value.text(lang));
        }
        setter.flat(&line);
        if source.phone().is_none() {
            for contact in source.contacts.iter().take(MOST_CONTACTS) {
                let role = if contact.kind == ContactKind::Web {
                    Role::Link
                } else {
                    Role::Text
                };
                setter.text(role, contact.value.text(lang));
            }
        }
        let mut spoken: Vec<_> = status.languages.iter().collect();
        spoken.sort_by_key(|l| !l.language.is_kin_of(lang));
        let names: Vec<String> = spoken
            .iter()
            .map(|l| desk::language_name(l.language, lang).into_owned())
            .collect();
        let widest = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
        for (l, name) in spoken.iter().zip(&names) {
            let hours = desk::hours_by_both_clocks(l, source.self_service, now, lang);
            let role = if l.open { Role::Open } else { Role::Dim };
            setter.indented(
                Piece::new(Role::Text, pad(name, widest)),
                Piece::new(Role::Text, " ".repeat(widest)),
                |setter| setter.text(role, &hours),
            );
        }
    });
}

/// The number of a desk as a code, where that has room.
fn scan(setter: &mut Setter<'_>, context: &Context<'_>, desk: Option<usize>) {
    let lang = context.lang;
    let phone = desk.and_then(|desk| context.guide.desks[desk].phone());
    let uri = phone.and_then(|phone| phone.uri(lang));
    let has_room = context.window.rows >= WITH_CODE && !context.look.signs.is_ascii();
    let Some(lines) = uri.filter(|_| has_room).and_then(|uri| code(&uri)) else {
        return;
    };
    setter.gap();
    let indent = Piece::new(Role::Text, "  ");
    setter.indented(indent.clone(), indent, |setter| {
        for line in lines {
            setter.apart(line);
        }
        setter.text(Role::Dim, board::scan(lang));
    });
}

/// What to have ready: the checklist of the section, or else the first of its article.
fn ready<'a>(setter: &mut Setter<'a>, context: &Context<'a>, at: Option<SectionRef>) {
    let (guide, lang) = (context.guide, context.lang);
    let Some((at, ticks)) = at.zip(context.ticks) else {
        return;
    };
    let all = checklist::sections(guide, Some(at.article), lang);
    let Some(&at) = all.iter().find(|&&own| own == at).or(all.first()) else {
        return;
    };
    let tasks = checklist::tasks(guide, at, lang);
    let done = ticks.done(at, &tasks);
    setter.gap();
    let title = &guide.section(at).texts.text(lang).title;
    let line =
        Flat::plain(Role::Heading, title).and(Role::Dim, &format!("  {done}/{}", tasks.len()));
    setter.flat(&line);
    setter.tasks_of(at, ticks);
    setter.list(None, &tasks, lang);
}

fn related(setter: &mut Setter<'_>, context: &Context<'_>, at: Option<SectionRef>) {
    let (guide, lang) = (context.guide, context.lang);
    let Some(at) = at else {
        return;
    };
    let related = guide.links.related(at);
    if related.is_empty() {
        return;
    }
    setter.gap();
    setter.text(Role::Heading, reading::see_also(lang));
    for at in related.into_iter().take(MOST_RELATED) {
        let label = guide.trail(at, lang).join(" › ");
        setter.link(&label, Target::Subject(Subject::Section(at)));
    }
}
