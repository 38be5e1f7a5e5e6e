//! What can be copied of a section, or of all desks: a choice, and the text itself to be taken by hand.

use std::collections::HashSet;

use super::catalogue::{Moved, PageKind};
use super::written::written;
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, Ticks};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, SectionRef};
use crate::i18n::copy as words;
use crate::language::Language;
use crate::text::shell;
use crate::text::web::clean_address;

/// Terminals take no more bytes at a time (xterm's limit for OSC 52, before base64).
pub const MOST_BYTES: usize = 74_994;

/// Something to copy, and what it is.
#[derive(Debug)]
pub struct Choice {
    pub label: String,
    /// What stands on the page, where that is not what is copied.
    pub shown: Option<String>,
    pub text: String,
}

/// Of the section that was being read, if any. Where nothing may be copied, the page shows the web addresses of the
/// section and no more.
#[derive(Clone, Copy)]
pub struct Copy(pub Option<SectionRef>);

impl PageKind for Copy {
    const CHANGES_WITH: &'static [Input] = &[Input::Ticks];

    fn title(self, context: &Context<'_>) -> String {
        let texts = words::texts(context.lang);
        let title = if context.may_copy {
            texts.title
        } else {
            texts.address
        };
        title.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let title = self.title(context);
        copy(&title, self.0, context)
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let Some(at) = self.0 else {
            return Moved::Same(Subject::Copy(None));
        };
        let (same, nearest) = (exchange.section(at), exchange.nearest_section(at));
        Moved::to(same, nearest, |at| Subject::Copy(Some(at)))
    }
}

fn copy(title: &str, from: Option<SectionRef>, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let texts = words::texts(lang);
    let mut setter = context.setter();
    setter.text(Role::Title, title);
    if let Some(at) = from {
        setter.text(Role::Dim, &guide.trail(at, lang).join(" › "));
    }
    setter.gap();
    if !context.may_copy {
        for address in from.map_or_else(Vec::new, |at| addresses(guide, at, lang)) {
            setter.text(Role::Strong, &address);
        }
        return setter.finish();
    }
    setter.text(Role::Text, texts.how);
    setter.gap();
    let untouched = Ticks::default();
    let ticks = context.ticks.unwrap_or(&untouched);
    for (number, choice) in (1..).zip(choices(guide, from, lang, context.program, ticks)) {
        let marker = Piece::new(Role::Marker, format!("{number:>2}. "));
        let below = Piece::new(Role::Marker, "    ");
        setter.indented(marker, below, |setter| {
            let shown = choice.shown.as_ref().unwrap_or(&choice.text).clone();
            setter.text(Role::Dim, &choice.label);
            setter.link(&shown, Target::Copy(choice.text));
        });
    }
    if let Some(at) = from {
        setter.gap();
        setter.rule();
        plain_text(&mut setter, &section_text(guide, at, lang, ticks));
    }
    setter.finish()
}

/// A text as it is copied, line by line.
fn plain_text(setter: &mut Setter<'_>, text: &str) {
    for line in text.lines() {
        if line.is_empty() {
            setter.space();
        } else {
            setter.text(Role::Text, line);
        }
    }
}

/// What can be copied of a section, or of all desks. `program` is how it is called in the shell.
pub fn choices(
    guide: &Guide,
    from: Option<SectionRef>,
    lang: Language,
    program: &str,
    ticks: &Ticks,
) -> Vec<Choice> {
    let texts = words::texts(lang);
    let plain = |label: &str, text: String| Choice {
        label: label.to_owned(),
        shown: None,
        text,
    };
    let mut choices = numbers(guide, from, lang);
    let Some(at) = from else {
        choices.push(plain(texts.command, format!("{program} status")));
        return choices;
    };
    let addresses = addresses(guide, at, lang).into_iter();
    choices.extend(addresses.map(|address| plain(texts.address, address)));
    let text = section_text(guide, at, lang, ticks);
    if text.len() <= MOST_BYTES {
        let title = &guide.section(at).texts.text(lang).title;
        let shown = Some(words::text_of(title, lang));
        choices.push(Choice {
            label: texts.text.to_owned(),
            shown,
            text,
        });
    }
    let id = guide.id(at).to_string();
    choices.push(plain(
        texts.command,
        format!("{program} show {}", shell::word(&id)),
    ));
    choices.push(plain(texts.id, id));
    choices
}

/// The telephone numbers of the desks that a section is about, or of all where those have none, each once: where a guide has
/// a number, it is the first thing to copy.
fn numbers(guide: &Guide, from: Option<SectionRef>, lang: Language) -> Vec<Choice> {
    let own = from.map_or_else(Vec::new, |at| guide.desks_of(at.article));
    let numbers = numbers_of(guide, &own, lang);
    if numbers.is_empty() {
        let all: Vec<usize> = (0..guide.desks.len()).collect();
        numbers_of(guide, &all, lang)
    } else {
        numbers
    }
}

fn numbers_of(guide: &Guide, desks: &[usize], lang: Language) -> Vec<Choice> {
    let mut numbers: Vec<Choice> = Vec::new();
    let mut known = HashSet::new();
    for desk in desks.iter().map(|&desk| &guide.desks[desk]) {
        for value in desk.phones().map(|number| number.text(lang)) {
            if known.insert(value) {
                let label = desk.name.text(lang).clone();
                numbers.push(Choice {
                    label,
                    shown: None,
                    text: value.clone(),
                });
            }
        }
    }
    numbers
}

/// The web addresses that a section links to, each once.
fn addresses(guide: &Guide, at: SectionRef, lang: Language) -> Vec<String> {
    let mut known = HashSet::new();
    let addresses = guide.section(at).texts.text(lang).body.links();
    addresses
        .filter(|target| clean_address(target).is_some() && known.insert(*target))
        .map(str::to_owned)
        .collect()
}

/// The title of a section and its text, with its boxes as the reader has ticked them.
fn section_text(guide: &Guide, at: SectionRef, lang: Language, ticks: &Ticks) -> String {
    let text = guide.section(at).texts.text(lang);
    let body = written(&text.body.blocks(), |task, by_author| {
        ticks.is_ticked(at, task, by_author)
    });
    format!("{}\n\n{body}\n", text.title)
}
