//! `queries.yaml`.

use std::collections::HashMap;

use super::links::Index;
use super::without_repeats;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::guide::{Guide, JudgedQuery, SectionRef, raw};
use crate::language::Language;

/// Checks the queries against the guide that has to answer them. Telephone numbers are not checked: queries are never
/// shown to a reader, and readers type all sorts of numbers.
pub(in crate::guide) fn queries(
    raw: Vec<raw::Query>,
    guide: &Guide,
    report: &mut Report,
) -> Vec<JudgedQuery> {
    let index = Index::new(
        &guide.articles,
        guide.articles.iter().map(|article| article.id.as_str()),
    );
    let mut seen = HashMap::new();
    let queries = raw.into_iter();
    queries
        .filter_map(|raw| {
            let language = language(raw.language.as_ref(), guide, report);
            let sections = sections(raw.sections, guide, &index, report);
            let (language, query) = (language?, raw.text?);
            check_repeat(&mut seen, language, &query, report);
            Some(JudgedQuery {
                class: raw.class?.value,
                language,
                text: query.value,
                sections,
            })
        })
        .collect()
}

/// The language of a query: the guide's first where none is named.
fn language(code: Option<&At<String>>, guide: &Guide, report: &mut Report) -> Option<Language> {
    let Some(code) = code else {
        return Some(guide.language_for(None));
    };
    let language = super::language(code, report)?;
    if guide.languages.contains(&language) {
        return Some(language);
    }
    report.error(
        code.line,
        &format!("a query is in `{language}`, which the guide does not list"),
        "add it to `languages` in guide.yaml, or take the query out",
    );
    None
}

fn sections(
    raw: Vec<At<String>>,
    guide: &Guide,
    index: &Index<'_>,
    report: &mut Report,
) -> Vec<SectionRef> {
    let ids = without_repeats("the section", raw, report);
    ids.iter()
        .filter_map(|id| section(id, guide, index, report))
        .collect()
}

/// A whole `article#section`: what an article alone would mean, its first section or any of them, would be guessing.
fn section(
    id: &At<String>,
    guide: &Guide,
    index: &Index<'_>,
    report: &mut Report,
) -> Option<SectionRef> {
    match index.find(&id.value) {
        Ok(at) if id.value.contains('#') => Some(at),
        Ok(at) => {
            let what = format!("{} names an article, not a section", quoted(&id.value));
            let help = format!("name sections, such as `{}`", guide.id(at));
            report.error(id.line, &what, &help);
            None
        }
        Err(lost) => {
            let before = format!("the section {}: ", quoted(&id.value));
            index.report(&lost, id.line, &before, report);
            None
        }
    }
}

/// Reports a query that stands a second time in its language: it would count twice.
fn check_repeat(
    seen: &mut HashMap<(Language, String), usize>,
    language: Language,
    query: &At<String>,
    report: &mut Report,
) {
    if let Some(first) = seen.insert((language, query.value.clone()), query.line) {
        let what = format!(
            "the query {} in `{language}` stands on line {first} already",
            quoted(&query.value)
        );
        report.error(
            query.line,
            &what,
            "keep one of them, with the sections of both",
        );
    }
}
