//! The report for programs: everything, query by query.

use serde::Serialize;

use crate::eval::{DEPTH, Evaluation, Half, Outcome, Score, Shortfall};
use crate::guide::{Guide, SectionRef};
use crate::language::Language;

#[derive(Serialize)]
pub struct Report<'a> {
    half: Option<&'static str>,
    /// How many hits of a query were looked at.
    depth: usize,
    overall: ScoreJson,
    classes: Vec<ClassJson<'a>>,
    took_us: TimesJson,
    shortfalls: Vec<ShortfallJson<'a>>,
    queries: Vec<QueryJson<'a>>,
}

/// Hits are in per cent, the others from 0 to 1.
#[derive(Serialize)]
struct ScoreJson {
    queries: usize,
    hit1: f64,
    hit3: f64,
    mrr: f64,
    ndcg10: f64,
    map: f64,
}

#[derive(Serialize)]
struct ClassJson<'a> {
    class: &'a str,
    #[serde(flatten)]
    score: ScoreJson,
}

#[derive(Serialize)]
struct TimesJson {
    p50: u128,
    p99: u128,
}

#[derive(Serialize)]
struct ShortfallJson<'a> {
    class: Option<&'a str>,
    figure: &'static str,
    percent: f64,
    wanted: f64,
}

#[derive(Serialize)]
struct QueryJson<'a> {
    query: &'a str,
    class: &'a str,
    language: Language,
    expected: Vec<String>,
    rank: Option<usize>,
    found: Vec<String>,
    took_us: u128,
}

pub fn report<'a>(
    guide: &Guide,
    evaluation: &Evaluation<'a>,
    half: Option<Half>,
    shortfalls: &[Shortfall<'a>],
) -> Report<'a> {
    let classes = evaluation.classes.iter();
    Report {
        half: half.map(Half::name),
        depth: DEPTH,
        overall: score(&evaluation.overall),
        classes: classes
            .map(|(class, of)| ClassJson {
                class,
                score: score(of),
            })
            .collect(),
        took_us: TimesJson {
            p50: evaluation.time(50).as_micros(),
            p99: evaluation.time(99).as_micros(),
        },
        shortfalls: shortfalls.iter().map(shortfall).collect(),
        queries: evaluation
            .outcomes
            .iter()
            .map(|outcome| query(guide, outcome))
            .collect(),
    }
}

fn score(score: &Score) -> ScoreJson {
    ScoreJson {
        queries: score.queries,
        hit1: score.hit1_percent(),
        hit3: score.hit3_percent(),
        mrr: score.mrr(),
        ndcg10: score.ndcg(),
        map: score.map(),
    }
}

fn shortfall<'a>(shortfall: &Shortfall<'a>) -> ShortfallJson<'a> {
    ShortfallJson {
        class: shortfall.class,
        figure: shortfall.figure.name(),
        percent: shortfall.figure.percent(&shortfall.score),
        wanted: shortfall.wanted,
    }
}

fn query<'a>(guide: &Guide, outcome: &Outcome<'a>) -> QueryJson<'a> {
    let id = |at: SectionRef| guide.id(at).to_string();
    QueryJson {
        query: &outcome.query.text,
        class: &outcome.query.class,
        language: outcome.query.language,
        expected: outcome
            .query
            .sections
            .iter()
            .map(|&(at, _)| id(at))
            .collect(),
        rank: outcome.rank,
        found: outcome.found().map(id).collect(),
        took_us: outcome.took.as_micros(),
    }
}
