//! `madoguchi check`: every problem of a guide.

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
    let (articles, sections) = (guide.articles.len(), guide.sections().count());
    let warnings = problems.len();
    out.text(&format!(
        "{}: {articles} articles, {sections} sections, {} desks, {} terms; no errors, {warnings} {}\n",
        guide.id,
        guide.desks.len(),
        guide.glossary.len(),
        if warnings == 1 { "warning" } else { "warnings" },
    ))
}

/// All problems, and how many there are.
pub(super) fn report(problems: &[Problem]) -> String {
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let lines: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    let noun = if errors == 1 { "error" } else { "errors" };
    format!("the guide has {errors} {noun} and is not used\n{lines}")
}
