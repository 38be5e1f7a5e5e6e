//! `madoguchi check`: every problem of a guide, and of its queries.

use std::path::PathBuf;

use super::{Context, Failure, Outcome, Output};
use crate::guide::{self, Problem, Severity, Source};

pub(super) fn run(
    context: &Context,
    dir: Option<PathBuf>,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let source = dir.map_or_else(|| context.home.source.clone(), Source::Folder);
    let (guide, problems) = guide::load(&source);
    let Some(guide) = guide else {
        return Err(Failure::Guide(problems));
    };
    for problem in &problems {
        out.text(&format!("{problem}\n"))?;
    }
    let mut warnings = problems.len();
    let mut tested = String::new();
    if let Some((queries, problems)) = guide::load::queries(&source, &guide) {
        let Some(queries) = queries else {
            return Err(Failure::Queries(problems));
        };
        for problem in &problems {
            out.text(&format!("{problem}\n"))?;
        }
        warnings += problems.len();
        tested = format!(", {}", counted(queries.len(), "query", "queries"));
    }
    let (articles, sections) = (guide.articles.len(), guide.sections().count());
    out.text(&format!(
        "{}: {articles} articles, {sections} sections, {} desks, {} terms{tested}; no errors, {}\n",
        guide.id,
        guide.desks.len(),
        guide.glossary.len(),
        counted(warnings, "warning", "warnings"),
    ))
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

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
