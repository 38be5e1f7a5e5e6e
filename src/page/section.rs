//! A section by itself, for print and where a page is read line by line. In a window it stands on its article's page.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Role, Setter, Subject};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, SectionRef};
use crate::i18n::screen::shown_in;
use crate::language::Language;

#[derive(Clone, Copy)]
pub struct Section(pub SectionRef);

impl PageKind for Section {
    const CHANGES_WITH: &'static [Input] = &[Input::Ticks];

    fn title(self, context: &Context<'_>) -> String {
        let Context { guide, lang, .. } = *context;
        let article = guide.article(self.0).title.text(lang);
        format!(
            "{article} › {}",
            guide.section(self.0).texts.text(lang).title
        )
    }

    fn set(self, context: &Context<'_>) -> Page {
        let mut setter = context.setter();
        if let Some(ticks) = context.ticks {
            setter.tasks_of(self.0, ticks);
        }
        add(&mut setter, context.guide, self.0, context.lang);
        setter.finish()
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let (same, nearest) = (exchange.section(self.0), exchange.nearest_section(self.0));
        Moved::to(same, nearest, Subject::Section)
    }
}

/// Adds a section to a page, below those before it.
pub(super) fn add(setter: &mut Setter<'_>, guide: &Guide, at: SectionRef, lang: Language) {
    let (language, text) = guide.section(at).texts.get(lang);
    if at.section > 0 {
        // Paragraphs have one empty line between them, sections two.
        setter.gap();
        setter.space();
    }
    setter.begin_section();
    setter.text(Role::Heading, &text.title);
    let note = shown_in(lang, language, &guide.section(at).texts);
    if !note.is_empty() {
        setter.text(Role::Dim, note.trim());
    }
    setter.blocks(&text.body.blocks(), lang);
}
