//! `madoguchi eval`: whether readers find what they look for, by queries of which the answers are known.

mod json;
mod text;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Context, Failure, Outcome, Output, args, output::complain};
use crate::eval::{Answer, Evaluation, Half, Minimum, RANKED, Ranked, Shortfall, evaluate};
use crate::guide::{self, Guide, JudgedQuery, Problem, Severity};
use crate::search::store::Store;

pub(super) fn run(
    context: &Context,
    args: &args::Eval,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let guide = Arc::new(context.guide_to_print()?);
    let queries = load(context, args, &guide)?;
    let in_half = |query: &&JudgedQuery| args.half.is_none_or(|half| Half::of(query) == half);
    let Some(evaluation) = ask(&guide, queries.iter().filter(in_half)) else {
        complain("no query falls into this half\n    help: leave --half out, or add queries");
        return Ok(Outcome::Negative);
    };
    if let Some(file) = &args.runs {
        let runs = runs(&guide, &evaluation);
        std::fs::write(file, runs)
            .map_err(|error| Failure::Io(format!("cannot write {}: {error}", file.display())))?;
    }
    let minimum = Minimum {
        hit1: args.min_hit1,
        hit3: args.min_hit3,
        class_hit1: args.min_class_hit1,
    };
    let shortfalls = evaluation.shortfalls(&minimum);
    if args.json {
        out.json(&json::report(&guide, &evaluation, args.half, &shortfalls))?;
    } else {
        let lang = guide.language_for(context.language);
        let scope = text::Scope {
            of: queries.len(),
            misses: args.misses,
        };
        out.text(&text::report(&guide, &evaluation, &scope, lang))?;
    }
    if shortfalls.is_empty() {
        return Ok(Outcome::Fine);
    }
    let lines: Vec<String> = shortfalls.iter().map(shortfall).collect();
    complain(&lines.join("\n"));
    Ok(Outcome::Negative)
}

/// The queries of the file that was named, or else the guide's own. Warnings go to the log.
fn load(context: &Context, args: &args::Eval, guide: &Guide) -> Result<Vec<JudgedQuery>, Failure> {
    let (queries, problems) = match &args.file {
        Some(file) => guide::load::queries_in(file, guide),
        None => guide::load::queries(&context.home.source, guide)
            .ok_or_else(|| Failure::Queries(vec![no_queries()]))?,
    };
    let queries = queries.ok_or_else(|| Failure::Queries(problems.clone()))?;
    for problem in &problems {
        log::warn!("{problem}");
    }
    Ok(queries)
}

fn no_queries() -> Problem {
    Problem {
        severity: Severity::Error,
        file: PathBuf::from("queries.yaml"),
        line: None,
        what: "the guide has no such file".to_owned(),
        help: "add it, or name a file of queries: `madoguchi eval FILE`".to_owned(),
    }
}

/// Asks a fresh index in memory, so that nothing that an earlier build has left on the disk can be what is measured.
fn ask<'a>(
    guide: &Arc<Guide>,
    queries: impl Iterator<Item = &'a JudgedQuery>,
) -> Option<Evaluation<'a>> {
    let (searcher, _) = Store::new(None).open_or_build(guide);
    evaluate(queries, |query| {
        let results = searcher.search(&query.text, query.language, RANKED);
        let ranking = results.hits.iter().map(|hit| Ranked {
            section: hit.section,
            score: hit.score,
        });
        Answer {
            ranking: ranking.collect(),
            took: results.took,
        }
    })
}

/// The rankings as TREC has them: the number of the query in the report, `Q0`, the section, its rank and score, and the name
/// of what ranked. Spaces in names would make two fields of one.
fn runs(guide: &Guide, evaluation: &Evaluation<'_>) -> String {
    let mut runs = String::new();
    for (number, outcome) in (1..).zip(&evaluation.outcomes) {
        for (rank, ranked) in (1..).zip(&outcome.ranking) {
            let id = guide
                .id(ranked.section)
                .to_string()
                .replace(char::is_whitespace, "_");
            let score = ranked.score;
            let _ = writeln!(runs, "{number} Q0 {id} {rank} {score} madoguchi");
        }
    }
    runs
}

/// What is below what was asked for. Two decimals, and the counts, because a rounded figure can look as if it were not.
fn shortfall(shortfall: &Shortfall<'_>) -> String {
    let Shortfall {
        class,
        score,
        figure,
        wanted,
    } = shortfall;
    let class = class.map_or_else(String::new, |class| format!(" of class {class}"));
    format!(
        "{}{class} is {:.2} % ({} of {}), less than {wanted} %",
        figure.name(),
        figure.percent(score),
        figure.count(score),
        score.queries,
    )
}
