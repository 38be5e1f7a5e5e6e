//! A card: a checklist with all that a caller needs to have before the eyes, on one screen.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, Ticks};
use crate::guide::exchange::Exchange;
use crate::guide::markdown::AlertKind;
use crate::guide::{Guide, Part, SectionRef, checklist};
use crate::i18n::checklist as words;
use crate::i18n::screen::unofficial;
use crate::i18n::{summary, time};
use crate::language::Language;

const NEVER: Role = Role::Alert(AlertKind::Warning);

/// The checklist of a section.
#[derive(Clone, Copy)]
pub struct Card(pub SectionRef);

impl PageKind for Card {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const CHANGES_WITH: &'static [Input] = &[Input::Clock, Input::Ticks];

    fn title(self, context: &Context<'_>) -> String {
        words::title(context.lang).to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let untouched = Ticks::default();
        card(self.0, context.ticks.unwrap_or(&untouched), context)
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let lang = exchange.new.language_for(None);
        let same = exchange.section(self.0);
        match same.filter(|&at| !checklist::tasks(exchange.new, at, lang).is_empty()) {
            Some(at) => Moved::Same(Subject::Card(at)),
            None => Moved::Near(Subject::Cards),
        }
    }
}

fn card(at: SectionRef, ticks: &Ticks, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let mut setter = context.setter().numbered();
    let tasks = checklist::tasks(guide, at, lang);
    let done = ticks.done(at, &tasks);
    title(&mut setter, guide, at, lang);
    if setter.in_lines() {
        setter.text(Role::Dim, &words::of(done, tasks.len(), lang));
    }
    setter.gap();
    setter.tasks_of(at, ticks);
    setter.list(None, &tasks, lang);
    if !setter.in_lines() {
        setter.text(Role::Dim, &words::ticked(done, tasks.len(), lang));
    }
    never_tell(&mut setter, guide, lang);
    setter.gap();
    let signs = !setter.in_lines();
    let statuses = context.statuses();
    for line in summary::desks_of(at.article, &statuses, guide, context.now, lang, signs) {
        match line.strip_prefix("  ") {
            Some(contact) => {
                let indent = Piece::new(Role::Text, "  ");
                setter.indented(indent.clone(), indent, |setter| {
                    setter.text(Role::Text, contact);
                });
            }
            None if signs => setter.text(Role::Text, &line),
            None => setter.text(Role::Text, &time::in_full(&line, lang)),
        }
    }
    setter.link(
        words::whole_section(lang),
        Target::Subject(Subject::Section(at)),
    );
    setter.finish()
}

/// Sets the checklist of a section for printing: with boxes for a pencil, that any printer has.
pub fn slip(at: SectionRef, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let mut setter = context.setter();
    title(&mut setter, guide, at, lang);
    setter.rule();
    for task in checklist::tasks(guide, at, lang) {
        let (marker, below) = (
            Piece::new(Role::Marker, "[ ] "),
            Piece::new(Role::Marker, "    "),
        );
        setter.indented(marker, below, |setter| setter.blocks(&task.blocks, lang));
    }
    never_tell_in_print(&mut setter, guide, lang);
    setter.rule();
    for desk in guide.desks_of(at.article) {
        let desk = &guide.desks[desk];
        setter.text(Role::Strong, desk.name.text(lang));
        for contact in &desk.contacts {
            setter.text(Role::Text, contact.value.text(lang));
        }
        if let Some(note) = &desk.note {
            setter.text(Role::Dim, note.text(lang));
        }
        setter.gap();
    }
    if let Some(unofficial) = unofficial(guide, lang) {
        setter.text(Role::Dim, unofficial);
    }
    setter.finish()
}

fn title(setter: &mut Setter<'_>, guide: &Guide, at: SectionRef, lang: Language) {
    let (language, text) = guide.section(at).texts.get(lang);
    setter.text(Role::Title, &text.title);
    setter.text(Role::Dim, guide.article(at).title.text(language));
}

/// What never to tell, for the screen in a box.
fn never_tell(setter: &mut Setter<'_>, guide: &Guide, lang: Language) {
    if let Some(what) = &guide.never_tell {
        setter.gap();
        setter.boxed(NEVER, words::never_tell(lang), |setter| {
            setter.text(Role::Text, what.text(lang));
        });
    }
}

/// The same for printing, where a line is short.
fn never_tell_in_print(setter: &mut Setter<'_>, guide: &Guide, lang: Language) {
    if let Some(what) = &guide.never_tell {
        setter.gap();
        setter.barred(Piece::new(NEVER, "┃ "), |setter| {
            setter.text(NEVER, words::never_tell(lang));
            setter.text(Role::Text, what.text(lang));
        });
    }
}
