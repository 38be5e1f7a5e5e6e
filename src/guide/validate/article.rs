//! Articles: one file each per language, and then one article out of all languages.

use std::borrow::Cow;
use std::collections::HashMap;

use super::sections::{self, RawSection};
use super::{Context, check_id};
use crate::guide::limits::{MAX_SIGNS, MAX_TITLE};
use crate::guide::problem::{Report, quoted};
use crate::guide::raw::{FrontMatter, Words};
use crate::guide::signs::line_beyond;
use crate::guide::validate::near::nearest;
use crate::guide::yaml::{self, At};
use crate::guide::{SectionText, frontmatter};

/// An article in one language.
pub(in crate::guide) struct Article {
    pub(super) title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) sections: Vec<Section>,
}

/// A section of it.
pub(super) struct Section {
    pub id: String,
    pub line: usize,
    pub text: SectionText,
    pub links: Vec<At<String>>,
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
    if let Some(line) = line_beyond(parts.body, MAX_SIGNS) {
        let what = format!(
            "up to here the article has more than {MAX_SIGNS} signs of markup, lines and cells of tables"
        );
        report.error(
            parts.body_line + line,
            &what,
            "split it into several articles",
        );
        return None;
    }
    let text = without_tabs(parts.body);
    let words = [&front.title, &front.summary];
    let words = words
        .into_iter()
        .flatten()
        .map(|words| words.value.as_str());
    let lead = words.collect::<Vec<_>>().join("\n");
    let read = sections::read(&text, parts.body_line, &lead, context, report);
    let mut sections = Vec::with_capacity(read.len());
    let mut lines: HashMap<String, usize> = HashMap::new();
    for raw in read {
        let Some(section) = section(raw, report) else {
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

fn section(raw: RawSection, report: &mut Report) -> Option<Section> {
    let RawSection {
        line, title, id, ..
    } = raw;
    if title.chars().count() > MAX_TITLE {
        let what = format!(
            "the title {} has more than {MAX_TITLE} characters",
            quoted(&title)
        );
        report.error(line, &what, "write a shorter one, and the rest below it");
    }
    if title.is_empty() {
        report.error(line, "the section has no title", "write `## Title {#id}`");
    }
    if id.is_none() {
        let what = format!("the section {} has no id", quoted(&title));
        report.error(
            line,
            &what,
            "write `## Title {#id}`: links and bookmarks need an id that stays",
        );
    }
    let id = id.filter(|id| check_id("a section", id, line, report))?;
    Some(Section {
        id,
        line,
        text: SectionText {
            title,
            path: Vec::new(),
            body: raw.body.into(),
            questions: Vec::new(),
            keywords: Vec::new(),
        },
        links: raw.links,
    })
}

/// Spaces for tabs, up to the next multiple of four as Markdown counts them: so that the text may be shown as it is.
fn without_tabs(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains('\t') {
        return Cow::Borrowed(markdown);
    }
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
    Cow::Owned(text)
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
        let near = if report.is_full() {
            None
        } else {
            nearest(&id.value, ids)
        };
        let help = match near {
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
