//! What a misspelt word may have been meant to be.

use std::ops::Range;

use crate::search::conversion::{self, Part};
use crate::search::lexicon::{By, Entry, Lexicon};
use crate::search::words::{Word, WordKind};
use crate::text::reading;
use crate::text::segment::Class;

/// In words of this many characters one edit is looked past, in longer ones two.
const ONE_EDIT_FROM: usize = 4;
const TWO_EDITS_FROM: usize = 8;

/// Latin words with fewer letters have many words that are one letter off: only two letters that changed places count.
const SURE_FROM: usize = 5;

/// So long a word is known by its consonants.
const SOUND_FROM: usize = 7;

/// What is longer is no word.
const LONGEST: usize = 32;

/// The guide's words that a word may be a misspelling of, the nearest and most frequent first, with the number of edits:
/// letters of Latin words, kana of Japanese ones. Kanji are not spelt.
///
/// `read`: whether Latin letters may be romaji.
pub fn of(word: &Word, lexicon: &Lexicon, most: usize, read: bool) -> Vec<(u8, Entry)> {
    let allowed = match word.text.chars().count() {
        0..ONE_EDIT_FROM => return Vec::new(),
        ONE_EDIT_FROM..TWO_EDITS_FROM => 1,
        TWO_EDITS_FROM..=LONGEST => 2,
        _ => return Vec::new(),
    };
    let mut found = match word.kind {
        WordKind::Spaced { .. } => latin(&word.text, lexicon, word.open, read),
        WordKind::Katakana => {
            // Katakana is for loan words, which are misspelt as such: ラーメン is no 画面.
            // Short ones are near many others, and hardly anybody mistypes the first kana.
            let letters = reading::letters(&word.text);
            let begins = |other: &str| other.chars().next() == word.text.chars().next();
            let mut found = kana(&word.text, lexicon, allowed);
            found.retain(|(_, entry)| {
                is_long(&letters)
                    && begins(&entry.word)
                    && entry.word.chars().all(|c| Class::of(c) == Class::Katakana)
            });
            found
        }
        WordKind::Hiragana => kana(&word.text, lexicon, allowed),
        WordKind::Kanji { .. } | WordKind::Sign | WordKind::Number { .. } | WordKind::Time => {
            Vec::new()
        }
    };
    found.retain(|(_, entry)| is_plausible(&word.text, &entry.word));
    found.sort_by(|(a, x), (b, y)| {
        a.cmp(b)
            .then(y.count.cmp(&x.count))
            .then(x.word.cmp(&y.word))
    });
    let mut distinct: Vec<(u8, Entry)> = Vec::new();
    for (distance, entry) in found {
        if distinct.iter().all(|(_, other)| other.word != entry.word) {
            distinct.push((distance, entry));
        }
    }
    // One that is farther off is not meant where there is a nearer one.
    let nearest = distinct.first().map_or(0, |(distance, _)| *distance);
    distinct.retain(|(distance, _)| *distance == nearest);
    distinct.truncate(most);
    distinct
}

/// Whether a word is written with Latin letters. A dot or a line joins names: JSON.stringify, `rename_column`.
fn is_latin(word: &str) -> bool {
    let mut letters = word.chars();
    letters.all(|c| Class::of(c).is_spaced() || matches!(c, '\'' | '.' | '_'))
}

/// Whether somebody who means a word would type another: hardly anybody mistypes the first letter, and nobody a negation.
fn is_plausible(typed: &str, meant: &str) -> bool {
    if !is_latin(typed) || !is_latin(meant) {
        return true;
    }
    let first = |text: &str| text.chars().next();
    let swapped =
        typed
            .chars()
            .take(2)
            .eq(meant.chars().take(2).collect::<Vec<_>>().into_iter().rev());
    let is_short = typed.chars().count() < SURE_FROM;
    (first(typed) == first(meant) || swapped)
        && negations(typed) == negations(meant)
        && (!is_short || is_swap(typed, meant))
}

/// Whether two words have the same letters.
fn is_swap(a: &str, b: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

/// What in a Latin word says "not".
fn negations(word: &str) -> [bool; 3] {
    let begins = ["un", "non", "dis", "in", "im"]
        .iter()
        .any(|no| word.starts_with(no));
    let ends = ["nt", "n't", "not"].iter().any(|no| word.ends_with(no)) && word.len() < 9;
    [begins, ends, word.ends_with("less")]
}

/// So many words are looked at that are read like one with two kana in the other order.
const MOST_SWAPPED: usize = 2;

/// The letters of a word that is hardly there by chance.
const LONG_ENOUGH: usize = 5;

/// A large guide takes a while for each.
const MOST_TRIES: usize = 12;

/// Puts parts of a converted stretch, which is `all` of a text, together where they only make a word of the guide as a
/// whole, misspelt: what the conversion could not read, and what it read into the rest of the word.
pub fn regroup(
    mut parts: Vec<Part>,
    text: &str,
    all: Range<usize>,
    kind: impl Fn(&str) -> WordKind,
    lexicon: &Lexicon,
) -> Vec<Part> {
    let is_unknown = |part: &Part| part.kind == conversion::PartKind::Unknown;
    // Short words between particles are there by chance: といあせわ is no 汗.
    let covers_all = |part: &Part| part.range == all;
    let is_short = |part: &Part| part.letters.len() < LONG_ENOUGH && !covers_all(part);
    let by_chance = || !parts.is_empty() && parts.iter().all(is_short);
    let Some(unknown) = parts
        .iter()
        .position(is_unknown)
        .or_else(|| by_chance().then_some(0))
    else {
        return parts;
    };
    let is_misspelt = |range: &Range<usize>| {
        text.get(range.clone()).is_some_and(|typed| {
            let word = Word {
                range: range.clone(),
                text: typed.to_owned(),
                kind: kind(typed),
                open: false,
            };
            let meant = of(&word, lexicon, 1, true);
            // 暗号か has a word that is read already.
            let is_new =
                |(_, entry): &(u8, Entry)| parts.iter().all(|part| part.letters != entry.key);
            meant.first().is_some_and(is_new)
        })
    };
    let ranges = around(&parts, unknown, &all);
    let Some(range) = ranges.into_iter().take(MOST_TRIES).find(is_misspelt) else {
        return parts;
    };
    let inside = |part: &Part| range.start <= part.range.start && part.range.end <= range.end;
    let first = parts.iter().position(inside).unwrap_or(unknown);
    let last = parts.iter().rposition(inside).unwrap_or(unknown);
    let whole = Part {
        letters: parts[first..=last]
            .iter()
            .map(|part| part.letters.as_str())
            .collect(),
        range,
        kind: conversion::PartKind::Unknown,
    };
    parts.splice(first..=last, [whole]);
    parts
}

/// The ranges that hold a part and end where others do, or the whole does: the longest first.
fn around(parts: &[Part], at: usize, all: &Range<usize>) -> Vec<Range<usize>> {
    let starts = parts[..=at]
        .iter()
        .rev()
        .take(3)
        .map(|part| part.range.start);
    let ends = parts[at..].iter().take(3).map(|part| part.range.end);
    let starts: Vec<usize> = starts.chain([all.start]).collect();
    let ends: Vec<usize> = ends.chain([all.end]).collect();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for &start in &starts {
        for &end in &ends {
            if !ranges.contains(&(start..end)) {
                ranges.push(start..end);
            }
        }
    }
    ranges.sort_by_key(|range| std::cmp::Reverse(range.len()));
    ranges
}

fn latin(typed: &str, lexicon: &Lexicon, open: bool, read: bool) -> Vec<(u8, Entry)> {
    let similar = |distance, open| {
        let mut found = lexicon.similar(typed, By::Spelling, distance, open);
        found.retain(|(_, entry)| is_latin(&entry.word));
        found
    };
    let mut found = similar(1, false);
    let sounds_alike = |(_, entry): &(u8, Entry)| {
        entry.word.len().abs_diff(typed.len()) < 2 && consonants(&entry.word) == consonants(typed)
    };
    if typed.len() >= SOUND_FROM && !found.iter().any(sounds_alike) {
        // Vowels are what people are unsure of: "prepair" is "prepare", not "prepaid". Two letters that are wrong otherwise
        // make another word.
        let alike = similar(2, false).into_iter().filter(sounds_alike);
        found.extend(alike.map(|(_, entry)| (1, entry)));
    }
    if found.iter().any(sounds_alike) {
        found.retain(sounds_alike);
    }
    if read {
        found.extend(romaji(typed, lexicon));
    }
    if found.is_empty() && open && typed.len() > SURE_FROM {
        // Not typed to its end yet. How much is missing does not count.
        found = similar(1, true);
        for (distance, _) in &mut found {
            *distance = 1;
        }
    }
    found
}

/// What is heard most of a Latin word: its first letter and its consonants, double ones once.
fn consonants(word: &str) -> String {
    let mut heard: Vec<char> = Vec::new();
    for (at, c) in word.char_indices() {
        if at == 0 || (!"aeiouy".contains(c) && heard.last() != Some(&c)) {
            heard.push(c);
        }
    }
    heard.into_iter().collect()
}

/// What Latin letters may be as romaji, misspelt by a kana or two, as what is typed in kana. One letter too many makes of
/// them what is no romaji.
fn romaji(typed: &str, lexicon: &Lexicon) -> Vec<(u8, Entry)> {
    let Some(letters) = reading::romaji(typed) else {
        let found = lexicon.similar(typed, By::Reading, 1, false);
        return found
            .into_iter()
            .filter(|(_, entry)| is_long(&entry.key))
            .collect();
    };
    let syllables = reading::syllables(&letters).count();
    let allowed = match syllables {
        0..ONE_EDIT_FROM => return Vec::new(),
        ONE_EDIT_FROM..TWO_EDITS_FROM => 1,
        _ => 2,
    };
    near_by_kana(&letters, lexicon, allowed)
}

fn is_long(letters: &str) -> bool {
    reading::syllables(letters).count() >= ONE_EDIT_FROM
}

/// A kana more or less is up to three letters, so what is near by letters is compared again by kana.
fn kana(typed: &str, lexicon: &Lexicon, allowed: u8) -> Vec<(u8, Entry)> {
    near_by_kana(&reading::letters(typed), lexicon, allowed)
}

fn near_by_kana(letters: &str, lexicon: &Lexicon, allowed: u8) -> Vec<(u8, Entry)> {
    let syllables: Vec<&str> = reading::syllables(letters).collect();
    let near = lexicon.similar(letters, By::Reading, 2, false);
    let near = near.into_iter().filter_map(|(_, entry)| {
        let other: Vec<&str> = reading::syllables(&entry.key).collect();
        let distance = u8::try_from(edits(&syllables, &other)).ok()?;
        (distance <= allowed).then_some((distance, entry))
    });
    near.chain(swapped(&syllables, lexicon)).collect()
}

/// Words that have two neighbouring kana in the other order: by letters they are far away.
fn swapped(syllables: &[&str], lexicon: &Lexicon) -> Vec<(u8, Entry)> {
    let swaps = (1..syllables.len()).map(|at| {
        let mut swapped = syllables.to_vec();
        swapped.swap(at - 1, at);
        swapped.concat()
    });
    let found = swaps.flat_map(|letters| lexicon.exact(&letters, By::Reading, MOST_SWAPPED));
    found.map(|entry| (1, entry)).collect()
}

/// The least number of insertions, deletions, substitutions and transpositions of neighbours (optimal string alignment).
fn edits(a: &[&str], b: &[&str]) -> usize {
    let width = b.len() + 1;
    let mut rows = vec![0; (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let at = |i: usize, j: usize| rows[i * width + j];
            let least = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (at(i - 1, j) + 1)
                    .min(at(i, j - 1) + 1)
                    .min(at(i - 1, j - 1) + changed);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(at(i - 2, j - 2) + 1);
                }
                least
            };
            rows[i * width + j] = least;
        }
    }
    rows[a.len() * width + b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_count_transpositions_once() {
        let check = |a: &str, b: &str, expected: usize| {
            let cut = |text: &'static str| reading::syllables(text).collect::<Vec<_>>();
            let (a, b): (&'static str, &'static str) = (a.to_owned().leak(), b.to_owned().leak());
            assert_eq!(edits(&cut(a), &cut(b)), expected, "{a} {b}");
        };
        check("kaiyaku", "kaiyaku", 0);
        check("kaiyaku", "kairaku", 1);
        check("kaiyaku", "kayaiku", 1);
        check("kaiyaku", "kaiku", 1);
        check("", "kai", 2);
    }
}
