//! Reading `queries.yaml`: what readers type, with the sections that must be found.

use std::path::Path;

use super::files::{self, Files};
use super::{Found, MAX_QUERIES, QUERIES, Reading, Source, read, reading, settled};
use crate::guide::problem::Report;
use crate::guide::{Guide, JudgedQuery, Problem, raw, validate, yaml};

/// What reading queries gave: the queries exactly when none of the problems is an error.
type Queries = (Option<Vec<JudgedQuery>>, Vec<Problem>);

/// Reads and checks the guide's own queries; `None` where it has no `queries.yaml`. `guide` must have been loaded from
/// `source`. Every problem is reported, in the order of lines.
pub fn queries(source: &Source, guide: &Guide) -> Option<Queries> {
    // A folder that has gone since it was read has no such file either.
    let files = Files::open(source).ok()?;
    let reading = read(&files, QUERIES, MAX_QUERIES, check(guide));
    (!matches!(reading.found, Found::Missing)).then(|| finish(reading))
}

/// Reads and checks the queries in a file that somebody named.
pub fn queries_in(file: &Path, guide: &Guide) -> Queries {
    let bytes = files::read_named(file, MAX_QUERIES);
    let name = file.to_string_lossy();
    finish(reading(bytes, &name, MAX_QUERIES, check(guide)))
}

fn check(guide: &Guide) -> impl FnOnce(&str, &mut Report) -> Option<Vec<JudgedQuery>> {
    move |text, report| {
        let node = yaml::parse(text, report)?;
        let raw = raw::Query::read_all(&node, report)?;
        Some(validate::queries(raw, guide, report))
    }
}

fn finish(mut reading: Reading<Vec<JudgedQuery>>) -> Queries {
    if matches!(reading.found, Found::Missing) {
        let report = &mut reading.report;
        report.error(None, "there is no such file", "name a file of queries");
    }
    settled(reading.found.value(), reading.report.into_problems())
}
