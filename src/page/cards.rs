//! The list of all checklists.

use super::catalogue::PageKind;
use super::{Context, Input, Page, Piece, Role, Subject, Target};
use crate::guide::checklist;
use crate::i18n::checklist as words;
use crate::i18n::desk::remark;

#[derive(Clone, Copy)]
pub struct Cards;

impl PageKind for Cards {
    const CHANGES_WITH: &'static [Input] = &[];

    fn title(self, context: &Context<'_>) -> String {
        words::title(context.lang).to_owned()
    }

    fn set(self, context: &Context<'_>) -> Page {
        cards(context)
    }
}

fn cards(context: &Context<'_>) -> Page {
    let (guide, reader) = (context.guide, context.lang);
    let mut setter = context.setter();
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
