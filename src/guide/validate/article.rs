//! Articles: one file each per language, and then one article out of all languages.

use std::collections::HashMap;

use super::sections::{RawSection, split};
use super::{Context, body, check_id};
use crate::guide::limits::{MAX_SIGNS, MAX_TITLE};
use crate::guide::markdown::heading;
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
    let split = split(parts.body, parts.body_line);
    report_structure(&split, parts.body_line, report);
    let mut sections = Vec::with_capacity(split.sections.len());
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
    let (title, id) = heading(raw.heading);
    context.check_text(raw.line, &title, report);
    if title.chars().count() > MAX_TITLE {
        let what = format!(
            "the title {} has more than {MAX_TITLE} characters",
            quoted(&title)
        );
        report.error(
            raw.line,
            &what,
            "write a shorter one, and the rest below it",
        );
    }
    if title.is_empty() {
        report.error(
            raw.line,
            "the section has no title",
            "write `## Title {#id}`",
        );
    }
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

/// Spaces for tabs, up to the next multiple of four as Markdown counts them: so that the text may be shown as it is.
fn without_tabs(markdown: &str) -> String {
    if !markdown.contains('\t') {
        return markdown.to_owned();
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
