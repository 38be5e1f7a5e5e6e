//! Whether queries find what they should.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use madoguchi::guide::{Guide, SectionRef};
use madoguchi::language::Language;
use madoguchi::search::searcher::Searcher;
use serde::Deserialize;

use super::Outcome;
use super::figures::{Class, Latency, to_f64};
use super::process::{Time, timed};
use super::typing::LIMIT;

#[derive(Debug, Deserialize)]
struct File {
    queries: Vec<Query>,
}

#[derive(Debug, Deserialize)]
struct Query {
    #[serde(default)]
    class: String,
    language: Option<String>,
    #[serde(rename = "query")]
    text: String,
    /// `article#section`; any of them is right.
    sections: Vec<String>,
}

/// What the queries of one class have come to so far.
#[derive(Default)]
struct Tally {
    first: usize,
    five: usize,
    reciprocal: f64,
    times: Vec<Time>,
}

/// Asks all queries of a file, as a whole, and counts per class.
pub fn judge(guide: &Guide, searcher: &Searcher, file: &Path) -> Outcome<Vec<Class>> {
    let file: File = serde_yaml::from_str(&fs::read_to_string(file)?)?;
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for query in file.queries {
        let language = match &query.language {
            Some(code) => code
                .parse()
                .map_err(|_| format!("no such language: {code}"))?,
            None => guide.languages[0],
        };
        let right = right(guide, &query)?;
        let tally = tallies.entry(query.class).or_default();
        tally.ask(searcher, &query.text, language, &right);
    }
    Ok(tallies
        .into_iter()
        .map(|(name, tally)| tally.class(name))
        .collect())
}

fn right(guide: &Guide, query: &Query) -> Outcome<Vec<SectionRef>> {
    let find = |id: &String| {
        guide
            .find(id)
            .ok_or_else(|| format!("no such section: {id}").into())
    };
    query.sections.iter().map(find).collect()
}

impl Tally {
    fn ask(&mut self, searcher: &Searcher, query: &str, language: Language, right: &[SectionRef]) {
        let (results, time) = timed(|| searcher.search(query, language, LIMIT));
        self.times.push(time);
        let place = results
            .hits
            .iter()
            .position(|hit| right.contains(&hit.section));
        if let Some(place) = place.filter(|&place| place < 10) {
            self.first += usize::from(place == 0);
            self.five += usize::from(place < 5);
            self.reciprocal += 1.0 / to_f64(place + 1);
        }
    }

    fn class(self, name: String) -> Class {
        let count = to_f64(self.times.len());
        Class {
            name,
            queries: self.times.len(),
            hit_at_1: to_f64(self.first) / count,
            hit_at_5: to_f64(self.five) / count,
            mrr_at_10: self.reciprocal / count,
            latency: Latency::of(&self.times),
        }
    }
}
