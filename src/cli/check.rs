//! `madoguchi check`: every problem of a guide, and of its queries.

use serde::Serialize;

use super::output::counted;
use super::{Context, Failure, Outcome, Output, args};
use crate::guide::{self, Guide, Problem, Severity};

/// All that there is to say of a guide.
#[derive(Serialize)]
struct Answer<'a> {
    /// `None` where the guide is refused.
    id: Option<&'a str>,
    articles: usize,
    sections: usize,
    desks: usize,
    terms: usize,
    queries: usize,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    file: String,
    line: Option<usize>,
    what: &'a str,
    help: &'a str,
}

pub(super) fn run(
    context: &Context,
    args::Check { path, strict, json }: args::Check,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let source = path.map_or_else(|| context.home.source.clone(), |path| context.home.at(path));
    let (guide, mut problems) = guide::load(&source);
    let mut refused = guide.is_none();
    let mut tested = None;
    if let Some((queries, own)) = guide
        .as_ref()
        .and_then(|guide| guide::load::queries(&source, guide))
    {
        problems.extend(own);
        tested = queries.map(|queries| queries.len());
        if tested.is_none() && !json {
            return Err(Failure::Queries(problems));
        }
        refused |= tested.is_none();
    }
    if strict {
        for problem in &mut problems {
            problem.severity = Severity::Error;
        }
        refused |= !problems.is_empty();
    }
    if json {
        print_json(guide.as_ref(), &problems, tested.unwrap_or(0), out)?;
        return Ok(if refused {
            Outcome::Code(super::REFUSED)
        } else {
            Outcome::Fine
        });
    }
    match guide.filter(|_| !refused) {
        None => Err(Failure::Guide(problems)),
        Some(guide) => print(&guide, &problems, tested, out),
    }
}

fn print_json(
    guide: Option<&Guide>,
    problems: &[Problem],
    queries: usize,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let problems = problems.iter().map(|problem| ProblemJson {
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: problem.file.display().to_string(),
        line: problem.line,
        what: &problem.what,
        help: &problem.help,
    });
    out.json(&Answer {
        id: guide.map(|guide| guide.id.as_str()),
        articles: guide.map_or(0, |guide| guide.articles.len()),
        sections: guide.map_or(0, Guide::section_count),
        desks: guide.map_or(0, |guide| guide.desks.len()),
        terms: guide.map_or(0, |guide| guide.glossary.len()),
        queries,
        problems: problems.collect(),
    })
}

fn print(
    guide: &Guide,
    problems: &[Problem],
    tested: Option<usize>,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    for problem in problems {
        out.text(&format!("{problem}\n"))?;
    }
    let tested = tested.map_or_else(String::new, |queries| {
        format!(", {}", counted(queries, "query", "queries"))
    });
    out.text(&format!(
        "{}: {}, {}, {}{tested}; no errors, {}\n",
        guide.id,
        size(guide),
        counted(guide.desks.len(), "desk", "desks"),
        counted(guide.glossary.len(), "term", "terms"),
        counted(problems.len(), "warning", "warnings"),
    ))
}

/// How much there is to read in a guide.
pub(super) fn size(guide: &Guide) -> String {
    let sections = counted(guide.section_count(), "section", "sections");
    format!(
        "{}, {sections}",
        counted(guide.articles.len(), "article", "articles")
    )
}

/// All problems below a line that says, by `head`, how many errors there are and what follows from them.
pub(super) fn report(problems: &[Problem], head: impl FnOnce(&str) -> String) -> String {
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let lines: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    format!("{}\n{lines}", head(&counted(errors, "error", "errors")))
}
