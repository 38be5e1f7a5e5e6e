//! Cards: a checklist with all that a caller needs to have before the eyes, on one screen; and the list of them.

use super::{Measure, Page, Piece, Role, Setter};
use crate::guide::markdown::{AlertKind, Item};
use crate::guide::{Guide, SectionRef, checklist};
use crate::i18n::checklist as words;
use crate::i18n::desk::remark;
use crate::i18n::screen::texts;
use crate::language::Language;
use crate::page::{Subject, Target, Ticks};
use crate::search::highlight::Highlighter;

const NEVER: Role = Role::Alert(AlertKind::Warning);

/// Sets the checklist of a section as a card. `desks` says who can be reached, and how.
pub fn card(
    guide: &Guide,
    at: SectionRef,
    ticks: &Ticks,
    desks: &[String],
    reader: Language,
    measure: impl Into<Measure>,
) -> Page {
    let plain = Highlighter::default();
    let mut setter = Setter::new(measure, &plain).numbered();
    let tasks = checklist::tasks(guide, at, reader);
    let is_ticked = |(n, task): (usize, &Item)| ticks.is_ticked(at, n, task.checked == Some(true));
    let done = tasks
        .iter()
        .enumerate()
        .filter(|&task| is_ticked(task))
        .count();
    title(&mut setter, guide, at, reader);
    setter.gap();
    setter.tasks_of(at, ticks);
    setter.list(None, &tasks, reader);
    setter.text(Role::Dim, &words::ticked(done, tasks.len(), reader));
    never_tell(&mut setter, guide, reader);
    setter.gap();
    for line in desks {
        match line.strip_prefix("  ") {
            Some(contact) => {
                let indent = Piece::new(Role::Text, "  ");
                setter.indented(indent.clone(), indent, |setter| {
                    setter.text(Role::Text, contact);
                });
            }
            None => setter.text(Role::Text, line),
        }
    }
    setter.link(
        words::whole_section(reader),
        Target::Subject(Subject::Section(at)),
    );
    setter.finish()
}

/// Sets the checklist of a section for printing: with boxes for a pencil, that any printer has.
pub fn slip(guide: &Guide, at: SectionRef, reader: Language, columns: usize) -> Page {
    let plain = Highlighter::default();
    let mut setter = Setter::new(columns, &plain);
    title(&mut setter, guide, at, reader);
    setter.rule();
    for task in checklist::tasks(guide, at, reader) {
        let (marker, below) = (
            Piece::new(Role::Marker, "[ ] "),
            Piece::new(Role::Marker, "    "),
        );
        setter.indented(marker, below, |setter| setter.blocks(&task.blocks, reader));
    }
    never_tell_in_print(&mut setter, guide, reader);
    setter.rule();
    for desk in guide.desks_of(at.article) {
        let desk = &guide.desks[desk];
        setter.text(Role::Strong, desk.name.text(reader));
        for contact in &desk.contacts {
            setter.text(Role::Text, contact.value.text(reader));
        }
        if let Some(note) = &desk.note {
            setter.text(Role::Dim, note.text(reader));
        }
        setter.gap();
    }
    setter.text(Role::Dim, texts(reader).unofficial);
    setter.finish()
}

fn title(setter: &mut Setter<'_>, guide: &Guide, at: SectionRef, reader: Language) {
    let (language, text) = guide.section(at).texts.get(reader);
    setter.text(Role::Title, &text.title);
    setter.text(Role::Dim, guide.article(at).title.text(language));
}

/// What never to tell, for the screen in a box.
fn never_tell(setter: &mut Setter<'_>, guide: &Guide, reader: Language) {
    if let Some(what) = &guide.never_tell {
        setter.gap();
        setter.boxed(NEVER, words::never_tell(reader), |setter| {
            setter.text(Role::Text, what.text(reader));
        });
    }
}

/// The same for printing, where a line is short.
fn never_tell_in_print(setter: &mut Setter<'_>, guide: &Guide, reader: Language) {
    if let Some(what) = &guide.never_tell {
        setter.gap();
        setter.barred(Piece::new(NEVER, "┃ "), |setter| {
            setter.text(NEVER, words::never_tell(reader));
            setter.text(Role::Text, what.text(reader));
        });
    }
}

/// Sets the list of all checklists.
pub fn cards(guide: &Guide, reader: Language, measure: impl Into<Measure>) -> Page {
    let plain = Highlighter::default();
    let mut setter = Setter::new(measure, &plain);
    setter.text(Role::Title, words::title(reader));
    setter.text(Role::Dim, words::summary(reader));
    setter.gap();
    for (number, at) in (1..).zip(checklist::sections(guide, None, reader)) {
        let (language, text) = guide.section(at).texts.get(reader);
        let article = guide.article(at).title.text(language);
        let target = Target::Subject(Subject::Card(at));
        if setter.in_lines() {
            let label = remark(&text.title, article, reader);
            setter.choice(number, |setter| setter.link(&label, target));
            continue;
        }
        let marker = Piece::new(Role::Marker, format!("{number:>2}. "));
        let below = Piece::new(Role::Marker, "    ");
        setter.indented(marker, below, |setter| {
            setter.link(&format!("{article} › {}", text.title), target);
        });
    }
    setter.finish()
}
