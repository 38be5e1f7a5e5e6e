//! The list of all checklists.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Subject, Target};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, Part, checklist};
use crate::i18n::checklist as words;
use crate::i18n::desk::remark;

#[derive(Clone, Copy)]
pub struct Cards;

impl PageKind for Cards {
    const NEEDS: Option<Part> = Some(Part::Desks);
    const IS_CHOICE: bool = true;
    const CHANGES_WITH: &'static [Input] = &[];

    fn topics(guide: &Guide) -> Vec<Self> {
        let lang = guide.languages[0];
        let has_any = !checklist::sections(guide, None, lang).is_empty();
        has_any.then_some(Self).into_iter().collect()
    }

    fn title(self, context: &Context<'_>) -> String {
        words::title(context.lang).to_owned()
    }

    fn summary(self, context: &Context<'_>) -> String {
        words::summary(context.lang).to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        cards(context)
    }

    fn moved(self, _: &Exchange<'_>) -> Moved {
        Moved::Same(Subject::Cards)
    }
}

fn cards(context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let mut setter = context.setter();
    setter.text(Role::Title, words::title(lang));
    setter.text(Role::Dim, words::summary(lang));
    setter.gap();
    for (number, at) in (1..).zip(checklist::sections(guide, None, lang)) {
        let (language, text) = guide.section(at).texts.get(lang);
        let article = guide.article(at).title.text(language);
        let target = Target::Subject(Subject::Card(at));
        if setter.in_lines() {
            let label = remark(&text.title, article, lang);
            setter.choice(number, |setter| setter.link(&label, target));
            continue;
        }
        let marker = Piece::new(Role::Marker, format!("{number:>2}. "));
        let below = Piece::new(Role::Marker, "    ");
        setter.indented(marker, below, |setter| {
            setter.link(&guide.trail(at, lang).join(" › "), target);
        });
    }
    setter.finish()
}
