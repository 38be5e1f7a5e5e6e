//! What is in a group of articles: a list to choose from.

use super::catalogue::{Moved, PageKind};
use super::{Context, Input, Page, Piece, Role, Setter, Subject, Target};
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, Part};
use crate::i18n::desk::remark;
use crate::i18n::details::{self, list};

/// More than these nobody looks through: they are searched for.
const MOST: usize = 200;

/// A group, by its index.
#[derive(Clone, Copy)]
pub struct Group(pub usize);

impl PageKind for Group {
    const NEEDS: Option<Part> = Some(Part::Groups);
    const CHANGES_WITH: &'static [Input] = &[];

    fn title(self, context: &Context<'_>) -> String {
        title(context.guide, self.0, context)
    }

    fn set(self, context: &Context<'_>) -> Page {
        set(self.0, context)
    }

    fn moved(self, exchange: &Exchange<'_>) -> Moved {
        Moved::to(exchange.group(self.0), None, Subject::Group)
    }
}

fn title(guide: &Guide, group: usize, context: &Context<'_>) -> String {
    let found = guide.groups.get(group);
    found.map_or_else(String::new, |group| group.title.text(context.lang).clone())
}

fn set(group: usize, context: &Context<'_>) -> Page {
    let (guide, lang) = (context.guide, context.lang);
    let mut setter = context.setter().numbered();
    setter.text(Role::Title, &title(guide, group, context));
    let mut above: Vec<String> = guide
        .groups_above(Some(group))
        .skip(1)
        .map(|group| title(guide, group, context))
        .collect();
    above.reverse();
    if setter.in_lines() && !above.is_empty() {
        setter.text(Role::Dim, &list(&above, lang));
    } else if !above.is_empty() {
        setter.text(Role::Dim, &above.join(" › "));
    }
    setter.rule();
    members(&mut setter, group, None, context);
    setter.finish()
}

/// What is in a group, apart from the article that leads it, where that is who lists them.
pub(super) fn members(
    setter: &mut Setter<'_>,
    group: usize,
    leader: Option<usize>,
    context: &Context<'_>,
) {
    let (guide, lang) = (context.guide, context.lang);
    let articles = guide.articles.iter().enumerate();
    let articles = articles.filter(|(_, article)| article.group == Some(group));
    let articles = articles.filter(|(article, _)| Some(*article) != leader);
    let articles = articles.map(|(article, _)| Subject::Article(article));
    let groups = guide.groups_in(Some(group)).map(Subject::Group);
    let all: Vec<Subject> = articles.chain(groups).collect();
    let counts = guide.group_counts();
    for (number, &subject) in (1..).zip(&all).take(MOST) {
        let mut title = subject.title(context);
        if let Subject::Group(group) = subject {
            title = remark(&title, &details::articles(counts[group], lang), lang);
        }
        let target = Target::Subject(subject);
        if setter.in_lines() {
            setter.choice(number, |setter| setter.link(&title, target));
        } else {
            entry(setter, &title, subject, target, context);
        }
    }
    if let Some(rest @ 1..) = all.len().checked_sub(MOST) {
        setter.gap();
        setter.text(Role::Dim, &details::more(rest, lang));
    }
}

/// A line for an article or a group, and what is said of it below.
fn entry(
    setter: &mut Setter<'_>,
    title: &str,
    subject: Subject,
    target: Target,
    context: &Context<'_>,
) {
    let sign = match subject {
        Subject::Group(_) => "▸ ",
        _ => "• ",
    };
    let (sign, below) = (Piece::new(Role::Marker, sign), Piece::new(Role::Text, "  "));
    let summary = subject.summary(context);
    setter.indented(sign, below, |setter| {
        setter.link(title, target);
        if !summary.is_empty() {
            setter.text(Role::Dim, &summary);
        }
    });
}
