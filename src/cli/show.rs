//! `madoguchi show`: an article or a section as text or JSON.

use std::mem::ManuallyDrop;

use serde::Serialize;

use super::{Context, Failure, Outcome, Output, args, output::complain};
use crate::clock::{Clock, SystemClock};
use crate::guide::{Guide, SectionRef, checklist};
use crate::language::Language;
use crate::page::{self, Page, Subject};

/// The columns of a slip: what a receipt printer takes.
const SLIP: usize = 42;

/// So many ids are offered for one that is unknown.
const OFFERED: usize = 5;

pub(super) fn run(
    context: &Context,
    args: &args::Show,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    // The process ends with it: a long page has hundreds of thousands of pieces, and nobody needs them given back one by one.
    let guide = ManuallyDrop::new(context.guide_alone()?);
    let lang = guide.language_for(context.language);
    let Some(at) = guide.find(&args.id) else {
        complain(&format!(
            "there is no `{}`\n    help: {}",
            args.id,
            near(&guide, &args.id)
        ));
        return Ok(Outcome::Negative);
    };
    if args.checklist {
        return slip(&guide, at, args.id.contains('#'), lang, out);
    }
    match (args.id.contains('#'), args.json) {
        (true, true) => out.json(&section(&guide, at, lang)),
        (false, true) => out.json(&article(&guide, at.article, lang)),
        (whole, false) => {
            let shown = if whole {
                Subject::Section(at)
            } else {
                Subject::Article(at.article)
            };
            let columns = Output::columns();
            let page = ManuallyDrop::new(shown.page(&printed(&guide, lang, columns)));
            out.text(&text(&page))
        }
    }
}

/// The checklist of a section, or those of its article.
fn slip(
    guide: &Guide,
    at: SectionRef,
    is_section: bool,
    lang: Language,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let mut sections = checklist::sections(guide, Some(at.article), lang);
    sections.retain(|&section| !is_section || section == at);
    if sections.is_empty() {
        let all = checklist::sections(guide, None, lang);
        let all: Vec<String> = all.iter().map(|&at| guide.id(at).to_string()).collect();
        let have = all.join(", ");
        complain(&format!(
            "there is no checklist\n    help: those that have one are {have}"
        ));
        return Ok(Outcome::Negative);
    }
    let columns = Output::columns().min(SLIP);
    let slips = sections
        .iter()
        .map(|&at| text(&page::slip(at, &printed(guide, lang, columns))));
    let slips: Vec<String> = slips.collect();
    out.text(&slips.join("\n"))
}

/// The ids that an unknown one may have meant, the likeliest first: those of the same article, or the articles.
fn near(guide: &Guide, id: &str) -> String {
    let article = id.split('#').next().unwrap_or_default();
    let ids: Vec<String> = match guide.find(article) {
        Some(at) => guide
            .sections()
            .filter(|(other, _)| other.article == at.article)
            .map(|(other, _)| guide.id(other).to_string())
            .collect(),
        None => guide
            .articles
            .iter()
            .map(|article| article.id.clone())
            .collect(),
    };
    if ids.len() <= OFFERED {
        return format!("there are {}", ids.join(", "));
    }
    // The words of an id count whatever stands between them.
    let near = |other: &str| strsim::jaro_winkler(id, other).max(strsim::sorensen_dice(id, other));
    let mut ranked: Vec<(f64, String)> = ids.into_iter().map(|id| (near(&id), id)).collect();
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let nearest: Vec<String> = ranked.into_iter().take(OFFERED).map(|(_, id)| id).collect();
    format!("the nearest are {}", nearest.join(", "))
}

/// What pages are printed from.
fn printed(guide: &Guide, lang: Language, columns: usize) -> page::Context<'_> {
    page::Context::new(guide, lang, columns, SystemClock.now())
}

/// White space, but for the end of the line before.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// The lines of a page, without spaces at their ends.
fn text(page: &Page) -> String {
    let mut text = String::new();
    for line in &page.lines {
        for piece in &line.pieces {
            text.push_str(&piece.text);
        }
        text.truncate(text.trim_end_matches(is_space).len());
        text.push('\n');
    }
    text
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    id: &'a str,
    language: Language,
    title: &'a str,
    sections: Vec<SectionJson<'a>>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    id: String,
    language: Language,
    title: &'a str,
    article_title: &'a str,
    markdown: &'a str,
    text: String,
}

fn article(guide: &Guide, article: usize, lang: Language) -> ArticleJson<'_> {
    let source = &guide.articles[article];
    let (language, title) = source.title.get(lang);
    let sections = 0..source.sections.len();
    ArticleJson {
        id: &source.id,
        language,
        title,
        sections: sections
            .map(|n| {
                section(
                    guide,
                    SectionRef {
                        article,
                        section: n,
                    },
                    lang,
                )
            })
            .collect(),
    }
}

fn section(guide: &Guide, at: SectionRef, lang: Language) -> SectionJson<'_> {
    let (language, text) = guide.section(at).texts.get(lang);
    SectionJson {
        id: guide.id(at).to_string(),
        language,
        title: &text.title,
        article_title: guide.article(at).title.text(language),
        markdown: text.body.source(),
        text: text.body.plain_text(),
    }
}
