//! How people say things when they need help, beside what manuals call them.
//!
//! Who is worried does not know the terms: 引き落とされた is a matter of billing, "it froze" one of programs that do not respond. `ja.txt` and `en.txt` hold
//! such ways of speaking, a line for each kind of trouble; they are ours, and their heads say how to add to them. What a query says in one of them stands
//! for what manuals call it, weakly (`query/parse/related`).
//!
//! `keys.fst` maps the words of each way of speaking ([`tokens()`]), with spaces between them, to the lines that have it. It is used as it
//! is: nothing is loaded or unpacked at start. A test compares it with the lines; `just thesaurus` makes it anew.

mod tokens;

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::dictionary::Dictionary;
use tokens::{Token, tokens};

static GROUPS: [&str; 2] = [
    include_str!("thesaurus/ja.txt"),
    include_str!("thesaurus/en.txt"),
];
static KEYS: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::new(include_bytes!("thesaurus/keys.fst")));

/// Between what people say and what manuals call it, and between the members of either.
const CALLED: &str = " = ";
const AND: &str = ", ";

/// The most words of a way of speaking that are looked for.
const LONGEST: usize = 6;

/// How many lines have the same way of speaking, at most.
const MOST_LINES: u32 = 5;

/// A number for each line, from 1 on, and in its last bit whether manuals call it so. Several are one number of this base.
const BASE: u64 = 1 << 12;

/// What manuals call something that a query says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Where the query says so, in bytes, from its first word to its last.
    pub range: Range<usize>,
    /// The words by which it does; others may stand between.
    pub words: Vec<Range<usize>>,
    /// Whether it says so in the words of manuals.
    pub is_term: bool,
    /// What it is called, unfolded; one that is said already may be among them.
    pub called: Vec<&'static str>,
}

/// Where a way of speaking stands, by which words, and in which lines it is.
type Found = (Range<usize>, Vec<Range<usize>>, u64);

/// What a folded query says in one of the ways that are known, the longest of those that lie within each other.
pub fn said(folded: &str) -> Vec<Said> {
    let tokens = tokens(folded);
    let mut found: Vec<Found> = Vec::new();
    for first in 0..tokens.len() {
        follow(&tokens, first, &mut found);
    }
    found.sort_by_key(|(range, ..)| (std::cmp::Reverse(range.len()), range.start));
    let mut longest: Vec<Found> = Vec::new();
    for (range, words, lines) in found {
        let is_within = |(other, ..): &Found| other.start <= range.start && range.end <= other.end;
        if !longest.iter().any(is_within) {
            longest.push((range, words, lines));
        }
    }
    longest.sort_by_key(|(range, ..)| range.start);
    longest
        .into_iter()
        .flat_map(|(range, words, lines)| {
            let lines = (0..MOST_LINES).map(move |place| lines / BASE.pow(place) % BASE);
            lines
                .filter(|&line| line > 0)
                .filter_map(move |line| said_in(range.clone(), words.clone(), line))
        })
        .collect()
}

/// Looks for ways of speaking that begin with a token. One word may stand between.
fn follow(tokens: &[Token], first: usize, found: &mut Vec<Found>) {
    let mut begun = vec![(vec![first], tokens[first].key.clone())];
    for _ in 0..LONGEST {
        let mut longer = Vec::new();
        for (places, key) in begun {
            let last = *places.last().unwrap_or(&first);
            let (mut goes_on, mut lines) = (false, None);
            KEYS.along(&key, |length, reached| {
                if length == key.len() {
                    (goes_on, lines) = (true, reached.word());
                }
            });
            if let Some(lines) = lines {
                let words = places.iter().map(|&at| tokens[at].range.clone());
                let range = tokens[first].range.start..tokens[last].range.end;
                found.push((range, words.collect(), lines));
            }
            if !goes_on {
                continue;
            }
            let may_skip = last - first < places.len();
            let next = last + 1..=last + 1 + usize::from(may_skip);
            for next in next.filter(|&next| next < tokens.len()) {
                let key = format!("{key} {}", tokens[next].key);
                longer.push(([places.as_slice(), &[next]].concat(), key));
            }
        }
        begun = longer;
    }
}

fn said_in(range: Range<usize>, words: Vec<Range<usize>>, line: u64) -> Option<Said> {
    let number = usize::try_from(line / 2).ok()?;
    let mut lines = GROUPS.iter().flat_map(|file| file.lines());
    let (_, called) = lines.nth(number.checked_sub(1)?)?.split_once(CALLED)?;
    Some(Said {
        range,
        words,
        is_term: line % 2 == 1,
        called: called.split(AND).collect(),
    })
}

#[cfg(test)]
mod tests;
