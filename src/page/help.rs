//! The help page: every key that the list of acts explains, and what the guide is.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Role, Setter, Subject};
use crate::frame::keys::Scope;
use crate::guide::Guide;
use crate::guide::exchange::Exchange;
use crate::i18n::screen::{facts, texts, unofficial};
use crate::i18n::{keys, mouse as words};
use crate::language::Language;
use crate::text::width::width;

/// Whose clicks and the wheel are, where there is something to be said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The browser's or the terminal's, as the reader likes.
    Switched(bool),
    /// The browser's.
    Fixed,
}

#[derive(Clone, Copy)]
pub struct Help;

impl PageKind for Help {
    const CHANGES_WITH: &'static [Input] = &[Input::Mouse];

    fn title(self, context: &Context<'_>) -> String {
        texts(context.lang).help.to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        help(context)
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Help)
    }
}

fn help(context: &Context<'_>) -> Page {
    let Context {
        guide,
        lang,
        keys: known,
        ..
    } = *context;
    let signs = context.look.signs;
    let texts = texts(lang);
    let mut setter = context.setter();
    let names = known.iter().map(|key| width(&signs.keys(&key.keys)));
    let widest = names.max().unwrap_or(0);
    for (scope, title) in [
        (Scope::Everywhere, texts.keys_everywhere),
        (Scope::Searching, texts.keys_searching),
        (Scope::Reading, texts.keys_reading),
        (Scope::Finding, texts.keys_finding),
        (Scope::Choosing, texts.keys_choosing),
        (Scope::Typing, texts.keys_typing),
    ] {
        setter.gap();
        setter.text(Role::Heading, title);
        for key in known.iter().filter(|key| key.scope == scope) {
            if let Some(what) = keys::text(key, &guide.languages, lang) {
                setter.explained(&signs.keys(&key.keys), &signs.keys(&what), widest);
            }
        }
    }
    if let Some(mouse) = context.mouse {
        about_mouse(&mut setter, guide, mouse, lang);
    }
    about(&mut setter, guide, lang);
    setter.finish()
}

fn about_mouse(setter: &mut Setter<'_>, guide: &Guide, mouse: Mouse, lang: Language) {
    // Nobody takes a text along from a public terminal.
    let selecting = (mouse != Mouse::Fixed).then(|| words::selecting(lang));
    let lines = words::explained(guide, lang).into_iter().chain(selecting);
    let widest = lines.clone().map(|(how, _)| width(how)).max().unwrap_or(0);
    setter.gap();
    setter.text(Role::Heading, words::title(lang));
    if let Mouse::Switched(on) = mouse {
        setter.text(Role::Text, words::state(on, lang));
    }
    for (how, what) in lines {
        setter.explained(how, what, widest);
    }
}

fn about(setter: &mut Setter<'_>, guide: &Guide, lang: Language) {
    let texts = texts(lang);
    setter.gap();
    setter.text(Role::Heading, texts.about);
    setter.text(Role::Text, guide.title.text(lang));
    if let Some(unofficial) = unofficial(guide, lang) {
        setter.text(Role::Text, unofficial);
    }
    for fact in facts(guide, lang) {
        setter.text(Role::Dim, &fact);
    }
    setter.text(Role::Dim, concat!("madoguchi ", env!("CARGO_PKG_VERSION")));
}
