//! Readings of single kanji, out of the words of two kanji that they are in.

use std::collections::{BTreeMap, BTreeSet};

use madoguchi::text::reading::table::Place;
use madoguchi::text::segment::Class;

use crate::{Candidate, Candidates};

type Readings = BTreeMap<char, BTreeSet<String>>;

/// Adds how each kanji is most often read in words of two, for compounds that the table does not know; and as its
/// reading alone, where the dictionary has none.
pub fn add_compound_readings(candidates: &mut Candidates) {
    let mut known = lone_readings(candidates);
    let words = words_of_two(candidates);
    // Every round learns kanji whose partner was learnt in the one before.
    for _ in 0..3 {
        for (kanji, votes) in votes(&words, &known) {
            known.entry(kanji).or_default().insert(most(&votes));
        }
    }
    for (kanji, votes) in votes(&words, &known) {
        for place in [Place::Compound, Place::Word] {
            let ways = candidates.entry((place, kanji.to_string())).or_default();
            if ways.is_empty() {
                ways.push(Candidate {
                    cost: 0,
                    reading: most(&votes),
                    ending: None,
                });
            }
        }
    }
}

fn most(votes: &BTreeMap<&str, usize>) -> String {
    let best = votes.iter().max_by_key(|(_, count)| **count);
    best.map_or_else(String::new, |(reading, _)| (*reading).to_owned())
}

fn lone_readings(candidates: &Candidates) -> Readings {
    let mut known = Readings::new();
    for ((_, surface), ways) in candidates {
        if let Some(kanji) = only(surface) {
            known
                .entry(kanji)
                .or_default()
                .extend(ways.iter().map(|way| way.reading.clone()));
        }
    }
    known
}

fn only(surface: &str) -> Option<char> {
    let mut chars = surface.chars();
    chars
        .next()
        .filter(|c| Class::of(*c) == Class::Han && chars.next().is_none())
}

fn words_of_two(candidates: &Candidates) -> Vec<([char; 2], String)> {
    let mut words = Vec::new();
    for ((_, surface), ways) in candidates {
        let kanji: Vec<char> = surface.chars().collect();
        if let (&[a, b], Some(best)) = (kanji.as_slice(), ways.iter().min())
            && [a, b]
                .iter()
                .all(|c| Class::of(*c) == Class::Han && *c != '々')
        {
            words.push(([a, b], best.reading.clone()));
        }
    }
    words
}

/// How often each kanji has which reading, in words whose other kanji is read in a way that is known.
fn votes<'a>(
    words: &'a [([char; 2], String)],
    known: &Readings,
) -> BTreeMap<char, BTreeMap<&'a str, usize>> {
    let mut votes: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for ([a, b], reading) in words {
        for (at, c) in reading.char_indices().skip(1) {
            if "ぁぃぅぇぉっゃゅょんー".contains(c) {
                continue;
            }
            let (first, second) = reading.split_at(at);
            let has = |kanji, reading| {
                known
                    .get(kanji)
                    .is_some_and(|readings| readings.contains(reading))
            };
            if has(a, first) {
                *votes.entry(*b).or_default().entry(second).or_default() += 1;
            }
            if has(b, second) {
                *votes.entry(*a).or_default().entry(first).or_default() += 1;
            }
        }
    }
    votes
}
