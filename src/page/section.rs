//! A section by itself, for print and where a page is read line by line. In a window it stands on its article's page.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Role, Setter, Subject, outline};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, SectionRef};
use crate::i18n::screen::shown_in;
use crate::language::Language;

#[derive(Clone, Copy)]
pub struct Section(pub SectionRef);

impl PageKind for Section {
    const CHANGES_WITH: &'static [Input] = &[Input::Ticks];

    fn title(self, context: &Context<'_>) -> String {
        context.guide.trail(self.0, context.lang).join(" › ")
    }

    fn set(self, context: &Context<'_>) -> Page {
        let mut setter = context.setter();
        if let Some(ticks) = context.ticks {
            setter.tasks_of(self.0, ticks);
        }
        let path = &context.guide.section(self.0).texts.text(context.lang).path;
        if !path.is_empty() {
            setter.text(Role::Dim, &path.join(" › "));
        }
        add(&mut setter, context.guide, self.0, context.lang, false);
        setter.finish()
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let (same, nearest) = (exchange.section(self.0), exchange.nearest_section(self.0));
        Moved::to(same, nearest, Subject::Section)
    }
}

/// Adds a section to a page; to that of its article below those before it, and with the headings above it.
pub(super) fn add(
    setter: &mut Setter<'_>,
    guide: &Guide,
    at: SectionRef,
    lang: Language,
    in_article: bool,
) {
    let (language, text) = guide.section(at).texts.get(lang);
    let article = guide.article(at);
    let above = if in_article {
        outline::above(article, at.section, lang)
    } else {
        Vec::new()
    };
    let depth = if in_article { text.path.len() } else { 0 };
    let first = above.first().map_or(depth, |(depth, _)| *depth);
    if at.section > 0 && first == 0 {
        // Paragraphs have one empty line between them, sections two.
        setter.gap();
        setter.space();
    }
    setter.begin_section();
    for (depth, title) in above {
        outline::heading(setter, depth, title);
        setter.gap();
    }
    if !(in_article && outline::is_lead(article, at.section, language, text)) {
        outline::heading(setter, depth, &text.title);
    }
    let note = shown_in(lang, language, &guide.section(at).texts);
    if !note.is_empty() {
        setter.text(Role::Dim, note.trim());
    }
    setter.blocks(&text.body.blocks(), lang);
}
