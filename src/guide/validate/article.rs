//! Articles: one file each per language, and then one article out of all languages.

use std::collections::HashMap;

use super::sections::{RawSection, split};
use super::{Context, Found, Header, body, check_id, links::Link};
use crate::guide::markdown::{events, inline_text, parse};
use crate::guide::problem::{Report, quoted};
use crate::guide::raw::{FrontMatter, Words};
use crate::guide::validate::near::nearest;
use crate::guide::yaml::{self, At};
use crate::guide::{self, Block, Problem, SectionText, frontmatter};
use crate::language::{Language, Localized};

/// An article in one language.
pub(in crate::guide) struct Article {
    title: Option<String>,
    summary: Option<String>,
    sections: Vec<Section>,
}

struct Section {
    id: String,
    line: usize,
    text: SectionText,
    links: Vec<At<String>>,
}

/// Checks one article in one language.
pub(in crate::guide) fn article(
    text: &str,
    context: &Context,
    report: &mut Report,
) -> Option<Article> {
    let parts = frontmatter::split(text, report)?;
    let node = yaml::parse(parts.yaml, report);
    let mut front = FrontMatter::default();
    if let Some(node) = node.filter(|_| !parts.yaml.is_empty()) {
        context.check_numbers(&node, report);
        front = FrontMatter::read(&node, report).unwrap_or_default();
    }
    let split = split(parts.body, parts.body_line);
    report_structure(&split, parts.body_line, report);
    let mut sections = Vec::new();
    let mut lines: HashMap<String, usize> = HashMap::new();
    for raw in &split.sections {
        let Some(section) = section(raw, context, report) else {
            continue;
        };
        if let Some(first) = lines.insert(section.id.clone(), section.line) {
            let what = format!(
                "the section id {} stands on line {first} already",
                quoted(&section.id)
            );
            report.error(section.line, &what, "rename one of them");
        } else {
            sections.push(section);
        }
    }
    give_words(&mut sections, front.sections, report);
    Some(Article {
        title: front.title.map(|title| title.value),
        summary: front.summary.map(|summary| summary.value),
        sections,
    })
}

fn report_structure(split: &super::sections::Split<'_>, body_line: usize, report: &mut Report) {
    for &line in &split.titles {
        let help = "the title belongs in the front matter; a section is a line `## Title {#id}`";
        report.error(line, "an article has no heading of the first level", help);
    }
    for &line in &split.unspaced {
        report.error(
            line,
            "a heading needs a space after its `##`",
            "write `## Title {#id}`",
        );
    }
    if let Some((line, what)) = split.open {
        let help = "close it: everything up to the end of the file belongs to it";
        report.error(
            line,
            &format!("the {what} that begins here does not end"),
            help,
        );
    }
    let stray = split
        .preamble
        .lines()
        .position(|line| !line.trim().is_empty());
    let line = stray.map(|index| body_line + index);
    if let Some(line) =
        line.filter(|line| !split.titles.contains(line) && !split.unspaced.contains(line))
    {
        let help = "begin a section before it: a line `## Title {#id}`";
        report.error(line, "text stands before the first section", help);
    }
    if split.sections.is_empty() {
        report.error(
            body_line,
            "the article has no section",
            "add one: a line `## Title {#id}`, and its text below",
        );
    }
}

fn section(raw: &RawSection<'_>, context: &Context, report: &mut Report) -> Option<Section> {
    let links = body::check(raw.body, raw.line + 1, context, report);
    let title = title(raw.heading);
    context.check_text(raw.line, &title, report);
    if title.is_empty() {
        report.error(
            raw.line,
            "the section has no title",
            "write `## Title {#id}`",
        );
    }
    let id = explicit_id(raw.heading);
    if id.is_none() {
        let what = format!("the section {} has no id", quoted(&title));
        report.error(
            raw.line,
            &what,
            "write `## Title {#id}`: links and bookmarks need an id that stays",
        );
    }
    let id = id.filter(|id| check_id("a section", id, raw.line, report))?;
    Some(Section {
        id,
        line: raw.line,
        text: SectionText {
            title,
            markdown: without_tabs(raw.body.trim_matches('\n').trim_end()),
            questions: Vec::new(),
            keywords: Vec::new(),
        },
        links,
    })
}

fn title(heading: &str) -> String {
    match parse(heading).into_iter().next() {
        Some(Block::Heading { content, .. }) => inline_text(&content).trim().to_owned(),
        _ => String::new(),
    }
}

fn explicit_id(heading: &str) -> Option<String> {
    events(heading).find_map(|event| match event {
        pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { id, .. }) => {
            id.map(|id| id.to_string())
        }
        _ => None,
    })
}

/// Spaces for tabs, up to the next multiple of four as Markdown counts them: so that the text may be shown as it is.
fn without_tabs(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut column = 0;
    for c in markdown.chars() {
        if c == '\t' {
            let width = 4 - column % 4;
            text.extend(std::iter::repeat_n(' ', width));
            column += width;
        } else {
            text.push(c);
            column = if c == '\n' { 0 } else { column + 1 };
        }
    }
    text
}

fn give_words(sections: &mut [Section], words: Vec<(At<String>, Words)>, report: &mut Report) {
    let places: HashMap<String, usize> = sections
        .iter()
        .enumerate()
        .map(|(index, section)| (section.id.clone(), index))
        .collect();
    for (id, words) in words {
        if let Some(&index) = places.get(&id.value) {
            sections[index].text.questions = words.questions;
            sections[index].text.keywords = words.keywords;
            continue;
        }
        let ids = sections.iter().map(|section| section.id.as_str());
        let help = match nearest(&id.value, ids) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "add the section, or take {} out of the front matter",
                quoted(&id.value)
            ),
        };
        report.error(
            id.line,
            &format!("there is no section {} in this file", quoted(&id.value)),
            &help,
        );
    }
}

/// All articles, and the links in them.
pub(super) struct Merged {
    pub articles: Vec<guide::Article>,
    pub links: Vec<Link>,
}

/// Puts the languages of every article together. `found` has, for every article, every language in the guide's order.
pub(super) fn merge(
    header: &Header,
    found: Vec<Found<Article>>,
    problems: &mut Vec<Problem>,
) -> Merged {
    let languages = &header.context().languages;
    let mut merged = Merged {
        articles: Vec::new(),
        links: Vec::new(),
    };
    let mut found = found.into_iter();
    for id in &header.articles {
        let mut texts = Vec::new();
        let mut missing = Vec::new();
        for &language in languages {
            match found.next() {
                Some(Found::Here(article)) => texts.push((language, article)),
                Some(Found::Unusable) => {}
                Some(Found::Missing) | None => missing.push(language),
            }
        }
        report_missing(id, &missing, languages.len(), problems);
        report_gaps(&id.value, &texts, problems);
        merged
            .articles
            .extend(merge_one(&id.value, texts, &mut merged.links));
    }
    merged
}

fn report_missing(
    id: &At<String>,
    missing: &[Language],
    languages: usize,
    problems: &mut Vec<Problem>,
) {
    if missing.len() == languages {
        let mut report = Report::new("guide.yaml");
        let what = format!(
            "the article {} has no file in any language",
            quoted(&id.value)
        );
        let files: Vec<String> = missing
            .iter()
            .map(|language| format!("`{language}/{}.md`", id.value))
            .collect();
        let help = format!("add {}, or take it out of `articles`", files.join(" and "));
        report.error(id.line, &what, &help);
        return problems.extend(report.into_problems());
    }
    for language in missing {
        let mut report = Report::new(&format!("{language}/{}.md", id.value));
        let what = format!(
            "the article {} does not exist in `{language}`",
            quoted(&id.value)
        );
        report.warning(
            None,
            &what,
            "it is shown in the other language: add this file",
        );
        problems.extend(report.into_problems());
    }
}

/// Reports, where a section stands, that another language lacks it.
fn report_gaps(article: &str, texts: &[(Language, Article)], problems: &mut Vec<Problem>) {
    for (language, text) in texts {
        for (other, other_text) in texts.iter().filter(|(other, _)| other != language) {
            let ids: std::collections::HashSet<&str> = other_text
                .sections
                .iter()
                .map(|section| section.id.as_str())
                .collect();
            let mut report = Report::new(&format!("{language}/{article}.md"));
            for section in text
                .sections
                .iter()
                .filter(|section| !ids.contains(section.id.as_str()))
            {
                let what = format!("the section `{}` does not exist in `{other}`", section.id);
                let help =
                    format!("it is shown in the other language: add it to {other}/{article}.md");
                report.warning(section.line, &what, &help);
            }
            problems.extend(report.into_problems());
        }
    }
}

/// A section that only a later language has stands behind the one it follows there.
fn merge_one(
    id: &str,
    texts: Vec<(Language, Article)>,
    links: &mut Vec<Link>,
) -> Option<guide::Article> {
    let (mut titles, mut summaries) = (Vec::new(), Vec::new());
    let mut order: Vec<String> = Vec::new();
    let mut sections: HashMap<String, Vec<(Language, SectionText)>> = HashMap::new();
    for (language, article) in texts {
        titles.extend(article.title.map(|title| (language, title)));
        summaries.extend(article.summary.map(|summary| (language, summary)));
        let mut behind = 0;
        for section in article.sections {
            links.extend(section.links.into_iter().map(|to| Link {
                file: format!("{language}/{id}.md"),
                article: id.to_owned(),
                to,
            }));
            let texts = sections.entry(section.id.clone()).or_default();
            if texts.is_empty() {
                order.insert(behind.min(order.len()), section.id);
                behind += 1;
            } else if let Some(place) = order.iter().position(|id| *id == section.id) {
                behind = place + 1;
            }
            texts.push((language, section.text));
        }
    }
    let title = Localized::new(titles)?;
    let sections = order.into_iter().filter_map(|id| {
        let texts = Localized::new(sections.remove(&id)?)?;
        Some(guide::Section { id, texts })
    });
    Some(guide::Article {
        id: id.to_owned(),
        summary: Localized::new(summaries).or_else(|| no_summary(&title))?,
        sections: sections.collect(),
        title,
    })
}

/// An article may do without a summary; then it is empty in every language it has.
fn no_summary(title: &Localized<String>) -> Option<Localized<String>> {
    Localized::new(title.iter().map(|(language, _)| (language, String::new())))
}
