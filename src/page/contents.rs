//! The table of contents of an article: its sections as a choice.

use super::catalogue::{Moved, PageKind};
use super::inline::Flat;
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, outline};
use crate::guide::exchange::Exchange;
use crate::guide::{Article, Guide, SectionRef};
use crate::i18n::{reading, screen};
use crate::language::Language;

/// The table of contents of a section's article, in which that section stands out. Its links are the sections, in their
/// order.
#[derive(Clone, Copy)]
pub struct Contents(pub SectionRef);

impl PageKind for Contents {
    const IS_CHOICE: bool = true;
    const CHANGES_WITH: &'static [Input] = &[];

    fn title(self, context: &Context<'_>) -> String {
        let article = context.guide.article(self.0).title.text(context.lang);
        format!("{article} › {}", reading::contents(context.lang))
    }

    fn set(self, context: &Context<'_>) -> Page {
        contents(self.0, context)
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let (same, nearest) = (exchange.section(self.0), exchange.nearest_section(self.0));
        Moved::to(same, nearest, Subject::Contents)
    }
}

fn contents(at: SectionRef, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let mut setter = context.setter();
    let article = guide.article(at);
    setter.text(Role::Title, article.title.text(lang));
    setter.text(Role::Dim, reading::contents(lang));
    setter.gap();
    if setter.in_lines() {
        choices(&mut setter, guide, at.article, lang);
        return setter.finish();
    }
    let digits = article.sections.len().to_string().len();
    for (section, source) in article.sections.iter().enumerate() {
        headings(&mut setter, article, section, digits + 4, lang);
        let here = section == at.section;
        let sign = if here { "❯" } else { " " };
        let marker = format!("{sign} {:>digits$}. ", section + 1);
        let below = Piece::new(Role::Marker, " ".repeat(digits + 4));
        let target = Subject::Section(SectionRef { section, ..at });
        let text = source.texts.text(lang);
        let (title, indent) = (&text.title, "  ".repeat(text.path.len()));
        let mut link = Flat::link(title, Target::Subject(target));
        if here {
            link = link.and(Role::Dim, reading::you_are_here(lang));
        }
        setter.indented(Piece::new(Role::Marker, marker), below, |setter| {
            let indent = Piece::new(Role::Text, indent);
            setter.indented(indent.clone(), indent, |setter| setter.flat(&link));
        });
    }
    setter.finish()
}

/// The headings above a section that lead nowhere: nothing stands below them but the next. They stand where the titles of
/// sections do.
fn headings(
    setter: &mut Setter<'_>,
    article: &Article,
    section: usize,
    column: usize,
    lang: Language,
) {
    for (depth, title) in outline::above(article, section, lang) {
        let indent = Piece::new(Role::Text, " ".repeat(column + 2 * depth));
        setter.indented(indent.clone(), indent, |setter| {
            outline::heading(setter, depth, title);
        });
    }
}

/// The sections of an article to choose from, in lines.
pub(super) fn choices(setter: &mut Setter<'_>, guide: &Guide, article: usize, lang: Language) {
    for section in 0..guide.articles[article].sections.len() {
        let at = SectionRef { article, section };
        let texts = &guide.section(at).texts;
        let (language, text) = texts.get(lang);
        let note = screen::shown_in(lang, language, texts);
        headings(setter, &guide.articles[article], section, 0, lang);
        let title = format!("{}{note}", text.title);
        setter.choice(section + 1, |setter| {
            setter.link(&title, Target::Subject(Subject::Section(at)));
        });
    }
}
