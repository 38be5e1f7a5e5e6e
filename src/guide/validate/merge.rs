//! One article out of its languages.

use std::collections::{HashMap, HashSet};

use super::article::{Article, Section};
use super::links::Link;
use super::{Found, Header};
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::guide::{self, Problem, SectionText};
use crate::language::{Language, Localized};

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
        report_gaps(&id.value, &texts, languages.len(), problems);
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
        let help = format!("it is shown in {}: add this file", other(languages));
        report.warning(None, &what, &help);
        problems.extend(report.into_problems());
    }
}

/// What a text is shown in that a language lacks, in a guide of so many.
const fn other(languages: usize) -> &'static str {
    if languages == 2 {
        "the other language"
    } else {
        "another language"
    }
}

/// Reports, where a section first stands, that other languages lack it.
fn report_gaps(
    article: &str,
    texts: &[(Language, Article)],
    languages: usize,
    problems: &mut Vec<Problem>,
) {
    let ids = |(_, text): &(Language, Article)| -> HashSet<String> {
        let sections = text.sections.iter();
        sections.map(|section| section.id.clone()).collect()
    };
    let ids: Vec<HashSet<String>> = texts.iter().map(ids).collect();
    for (at, (language, text)) in texts.iter().enumerate() {
        let mut report = Report::new(&format!("{language}/{article}.md"));
        let is_first = |section: &&Section| ids[..at].iter().all(|ids| !ids.contains(&section.id));
        for section in text.sections.iter().filter(is_first) {
            let lacking = texts.iter().zip(&ids);
            for ((lacks, _), _) in lacking.filter(|(_, ids)| !ids.contains(&section.id)) {
                let what = format!("the section `{}` does not exist in `{lacks}`", section.id);
                let other = other(languages);
                let help = format!("it is shown in {other}: add it to {lacks}/{article}.md");
                report.warning(section.line, &what, &help);
            }
        }
        problems.extend(report.into_problems());
    }
}

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
        order = with_more(&order, &article.sections);
        for section in article.sections {
            links.extend(section.links.into_iter().map(|to| Link {
                file: format!("{language}/{id}.md"),
                article: id.to_owned(),
                to,
            }));
            let texts = sections.entry(section.id).or_default();
            texts.push((language, section.text));
        }
    }
    let title = Localized::new(titles)?;
    // Of a large guide this is a good part, so it is no larger than it must be.
    let mut merged = Vec::with_capacity(order.len());
    merged.extend(order.into_iter().filter_map(|id| {
        let texts = Localized::new(sections.remove(&id)?)?;
        Some(guide::Section { id, texts })
    }));
    Some(guide::Article {
        id: id.to_owned(),
        summary: Localized::new(summaries).or_else(|| no_summary(&title))?,
        group: None,
        date: None,
        is_listed: true,
        sections: merged.into(),
        title,
    })
}

/// The order of sections with those of one more language: one that the others lack stands behind the one it follows
/// there.
fn with_more(order: &[String], sections: &[Section]) -> Vec<String> {
    let known: HashSet<&str> = order.iter().map(String::as_str).collect();
    let mut followers: HashMap<Option<&str>, Vec<String>> = HashMap::new();
    let mut anchor = None;
    for section in sections {
        if known.contains(section.id.as_str()) {
            anchor = Some(section.id.as_str());
        } else {
            followers
                .entry(anchor)
                .or_default()
                .push(section.id.clone());
        }
    }
    let mut merged = followers.remove(&None).unwrap_or_default();
    for id in order {
        merged.push(id.clone());
        merged.extend(followers.remove(&Some(id.as_str())).unwrap_or_default());
    }
    merged
}

/// An article may do without a summary; then it is empty in every language it has.
fn no_summary(title: &Localized<String>) -> Option<Localized<String>> {
    Localized::new(title.iter().map(|(language, _)| (language, String::new())))
}
