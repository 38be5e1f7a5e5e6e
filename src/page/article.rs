//! An article with all its sections: on the screen, where links are followed and tasks ticked, or in print. In lines, where
//! nobody can skim it, it is the list of its sections.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target, contents, group, section};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, SectionRef};
use crate::i18n::reading;
use crate::language::Language;

#[derive(Clone, Copy)]
pub struct Article(pub usize);

impl PageKind for Article {
    const IS_MARKED: bool = true;
    const CHANGES_WITH: &'static [Input] = &[Input::Ticks];

    fn topics(guide: &Guide) -> Vec<Self> {
        (0..guide.articles.len()).map(Self).collect()
    }

    fn title(self, context: &Context<'_>) -> String {
        context.guide.articles[self.0]
            .title
            .text(context.lang)
            .clone()
    }

    fn summary(self, context: &Context<'_>) -> String {
        context.guide.articles[self.0]
            .summary
            .text(context.lang)
            .clone()
    }

    fn set(self, context: &Context<'_>) -> Page {
        let Self(article) = self;
        let Context {
            guide, lang, ticks, ..
        } = *context;
        let source = &guide.articles[article];
        let mut setter = context.setter();
        if ticks.is_some() {
            setter = setter.numbered();
        }
        setter.text(Role::Title, source.title.text(lang));
        let summary = source.summary.text(lang);
        if !summary.is_empty() {
            setter.text(Role::Dim, summary);
        }
        setter.rule();
        if let Some(group) = led(guide, article) {
            group::members(&mut setter, group, Some(article), context);
            return setter.finish();
        }
        if setter.in_lines() {
            contents::choices(&mut setter, guide, article, lang);
            return setter.finish();
        }
        for section in 0..source.sections.len() {
            let at = SectionRef { article, section };
            if let Some(ticks) = ticks {
                setter.tasks_of(at, ticks);
            }
            section::add(&mut setter, guide, at, lang, true);
        }
        if ticks.is_some() {
            see_also(&mut setter, guide, article, lang);
        }
        setter.finish()
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        let (same, nearest) = (exchange.article(self.0), exchange.nearest_article(self.0));
        Moved::to(same, nearest, Subject::Article)
    }
}

/// The group that an article leads, where that is all it does: it has no text, and generators list there what is in the group.
fn led(guide: &Guide, article: usize) -> Option<usize> {
    let source = &guide.articles[article];
    let group = source.group?;
    let mut texts = source
        .sections
        .iter()
        .flat_map(|section| section.texts.iter());
    let is_bare = texts.all(|(_, text)| text.body.is_empty());
    let first = guide
        .articles
        .iter()
        .position(|article| article.group == Some(group));
    (is_bare && first == Some(article) && guide.groups[group].title == source.title)
        .then_some(group)
}

/// Links to what is related to an article, behind its sections.
fn see_also(setter: &mut Setter<'_>, guide: &Guide, article: usize, lang: Language) {
    let sections = guide.articles[article].sections.len();
    let related = guide.links.see_also(article, sections);
    if related.is_empty() {
        return;
    }
    setter.gap();
    setter.space();
    setter.begin_section();
    setter.text(Role::Heading, reading::see_also(lang));
    for at in related {
        let label = guide.trail(at, lang).join(" › ");
        let (bullet, below) = (Piece::new(Role::Marker, "• "), Piece::new(Role::Text, "  "));
        setter.indented(bullet, below, |setter| {
            setter.link(&label, Target::Subject(Subject::Section(at)));
        });
    }
}
