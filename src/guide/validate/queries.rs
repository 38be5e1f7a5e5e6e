//! `queries.yaml`.

use std::collections::{HashMap, HashSet};

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
    let mut odd = Odd::default();
    let queries: Vec<JudgedQuery> = raw
        .into_iter()
        .filter_map(|raw| {
            let language = language(raw.language.as_ref(), guide, report);
            let sections = sections(raw.sections, guide, &index, report);
            let (language, query) = (language?, raw.text?);
            odd.see(raw.line, language, &query.value);
            Some(JudgedQuery {
                class: raw
                    .class
                    .map_or_else(|| UNNAMED.to_owned(), |class| class.value),
                language,
                text: query.value,
                sections,
            })
        })
        .collect();
    odd.report(report);
    queries
}

/// The class of a query that names none.
const UNNAMED: &str = "query";

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
    raw: Vec<(At<String>, u8)>,
    guide: &Guide,
    index: &Index<'_>,
    report: &mut Report,
) -> Vec<(SectionRef, u8)> {
    let (ids, grades): (Vec<_>, Vec<_>) = raw.into_iter().unzip();
    let grade_of: HashMap<String, u8> = ids
        .iter()
        .map(|id: &At<String>| id.value.clone())
        .zip(grades)
        .collect();
    let ids = without_repeats("the section", ids, report);
    ids.iter()
        .filter_map(|id| {
            Some((
                section(id, guide, index, report)?,
                *grade_of.get(&id.value)?,
            ))
        })
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

/// What raw logs have and lists that somebody wrote do not: the same query again, and empty ones. Both are asked, and count.
#[derive(Default)]
struct Odd {
    seen: HashSet<(Language, String)>,
    /// How many there are, and the line of the first.
    repeats: (usize, usize),
    empty: (usize, usize),
}

impl Odd {
    fn see(&mut self, line: usize, language: Language, query: &str) {
        let count = |(number, first): &mut (usize, usize)| {
            if *number == 0 {
                *first = line;
            }
            *number += 1;
        };
        if query.is_empty() {
            count(&mut self.empty);
        } else if !self.seen.insert((language, query.to_owned())) {
            count(&mut self.repeats);
        }
    }

    fn report(&self, report: &mut Report) {
        let (repeats, line) = self.repeats;
        if repeats > 0 {
            report.warning(
                line,
                &format!("{repeats} of the queries stand there already; each counts as often as it stands"),
                "keep one of each, with the sections of all, unless the file is a log",
            );
        }
        let (empty, line) = self.empty;
        if empty > 0 {
            report.warning(
                line,
                &format!("{empty} of the queries are empty; they count as not answered"),
                "take them out, unless the file is a log",
            );
        }
    }
}
