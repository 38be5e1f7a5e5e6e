//! The words of a query, and what each may stand for.

use std::collections::HashMap;
use std::ops::Range;

use super::{
    Alternative, MAX_ALTERNATIVES, MAX_TERMS, Meaning, Query, QueryWord, Term, correction, is_part,
    telling,
};
use crate::search::analysis::Analyser;
use crate::search::concepts::{self, Concepts};
use crate::search::conversion::{self, Part, Stretch, convert};
use crate::search::lexicon::{By, Entry, Lexicon};
use crate::search::words::{self, Kind, MAX_QUERY_CHARS, Word, is_small_word};
use crate::search::{ReadAs, Via};
use crate::text::fold::{fold, to_hiragana};
use crate::text::reading;
use crate::text::segment::{self, Class, is_hiragana};
use crate::text::stem::stem;

/// What an alternative's score is multiplied with. The word itself counts most; what begins with it is likely meant; of
/// two words with one reading only one is. Tuned on one half of `guide/queries.yaml`.
const READING: f32 = 0.95;
const SAME_READING: f32 = 0.7;
const CONCEPT: f32 = 0.65;
const PREFIX: f32 = 0.8;
const CORRECTION: f32 = 0.6;

/// How many words a reading, a prefix or a misspelling stands for: the most frequent ones.
const MOST_READINGS: usize = 6;
const MOST_PREFIXES: usize = 12;
const MOST_CORRECTIONS: usize = 4;

/// How many words of a query are corrected: a reader mistypes one or two, and a text in another language is no typo.
const MOST_CORRECTED: usize = 4;

impl Query {
    pub fn parse(text: &str, lexicon: &Lexicon, concepts: &Concepts) -> Self {
        let text: String = text.chars().take(MAX_QUERY_CHARS).collect();
        // Folding may make many characters of one.
        let folded: String = fold(&text).chars().take(MAX_QUERY_CHARS).collect();
        let mut parser = Parser {
            folded: &folded,
            lexicon,
            query: Self::default(),
            numbers: HashMap::new(),
            in_kana: Vec::new(),
        };
        parser.find_words();
        parser.look_up_typed();
        for number in 0..parser.query.words.len() {
            parser.add_beginnings(number);
            parser.add_same_readings(number);
        }
        parser.add_corrections();
        parser.add_concepts(concepts);
        parser.add_in_kana();
        parser.query
    }
}

struct Parser<'a> {
    folded: &'a str,
    lexicon: &'a Lexicon,
    query: Query,
    /// The number of each term that is looked up.
    numbers: HashMap<Term, usize>,
    /// Numbers of words that were typed in romaji, and their kana.
    in_kana: Vec<(usize, String)>,
}

impl Parser<'_> {
    /// The words as written, and those that kana and romaji stand for.
    fn find_words(&mut self) {
        let mut found: Vec<(Word, Option<Part>)> = words::content(self.folded)
            .into_iter()
            .map(|word| (word, None))
            .collect();
        self.convert_kana(&mut found);
        self.convert_romaji(&mut found);
        if found.is_empty() {
            found = words::fallback(self.folded)
                .into_iter()
                .map(|word| (word, None))
                .collect();
        }
        found.sort_by_key(|(word, _)| word.range.start);
        if let Some((last, _)) = found.last_mut() {
            last.open = last.range.end == self.folded.len();
        }
        for (word, part) in found {
            self.query.words.push(QueryWord {
                word,
                alternatives: Vec::new(),
            });
            if let Some(part) = part {
                self.add_part(&part);
            }
        }
    }

    /// Hiragana between the words, and katakana that is none of the guide's words.
    fn convert_kana(&self, found: &mut Vec<(Word, Option<Part>)>) {
        let is_kana = |class| matches!(class, Class::Hiragana | Class::Katakana);
        for run in segment::runs(self.folded, |a, b| is_kana(a) && is_kana(b)) {
            let first = self.folded[run.clone()].chars().next();
            if !first.is_some_and(|c| is_kana(Class::of(c))) {
                continue;
            }
            found.retain(|(word, _)| !contains(&run, &word.range) || self.is_known(word));
            let gaps = gaps(&run, found.iter().map(|(word, _)| &word.range));
            for gap in gaps.into_iter().flat_map(|gap| scripts(self.folded, gap)) {
                let text = &self.folded[gap.clone()];
                let parts = convert(&Stretch::kana(text), self.lexicon);
                let parts =
                    correction::regroup(parts, text, 0..text.len(), kind_of_kana, self.lexicon);
                let parts = whole_unless_read(parts, text);
                let parts = parts
                    .into_iter()
                    .filter_map(|part| kana_word(text, &gap, part));
                found.extend(parts);
            }
        }
    }

    /// Latin words next to each other that the guide does not know, if they make sense as romaji.
    fn convert_romaji(&self, found: &mut Vec<(Word, Option<Part>)>) {
        let latin = segment::runs(self.folded, |a, b| a == b && a == Class::Latin);
        let latin = latin
            .into_iter()
            .filter(|run| self.folded.as_bytes()[run.start].is_ascii_lowercase());
        let mut groups: Vec<Vec<Range<usize>>> = vec![Vec::new()];
        let mut end = 0;
        for run in latin {
            let text = &self.folded[run.clone()];
            let between = self.folded[end..run.start].chars();
            let is_apart = !between.clone().all(|c| matches!(c, ' ' | '-' | '\''));
            end = run.end;
            let is_english = self.lexicon.has(text, By::Spelling) && !is_small_word(text);
            if is_apart || is_english || reading::romaji(text).is_none() {
                groups.push(Vec::new());
            }
            if !is_english && reading::romaji(text).is_some() {
                groups
                    .last_mut()
                    .into_iter()
                    .for_each(|group| group.push(run.clone()));
            }
        }
        for group in groups {
            self.convert_group(&group, found);
        }
    }

    fn convert_group(&self, group: &[Range<usize>], found: &mut Vec<(Word, Option<Part>)>) {
        let typed: Vec<(usize, &str)> = group
            .iter()
            .map(|range| (range.start, &self.folded[range.clone()]))
            .collect();
        if typed.iter().all(|(_, text)| is_small_word(text)) {
            return;
        }
        let Some(stretch) = Stretch::romaji(&typed) else {
            return;
        };
        let parts = convert(&stretch, self.lexicon);
        let all = typed[0].0..group.last().map_or(0, |range| range.end);
        let parts = correction::regroup(parts, self.folded, all, kind_of_latin, self.lexicon);
        let letters = |unknown: bool| -> usize {
            let wanted = parts
                .iter()
                .filter(|part| (part.kind == conversion::Kind::Unknown) == unknown);
            wanted.map(|part| part.letters.len()).sum()
        };
        if letters(false) < 3 || letters(true) > letters(false) {
            return;
        }
        for part in parts {
            if part.kind == conversion::Kind::Unknown && part.letters.len() < 4 {
                continue;
            }
            // An English word that is typed to here stays one.
            let taken = |word: &Word| overlap(&word.range, &part.range);
            found.retain(|(word, other)| {
                !(taken(word) && other.is_none() && !contains(&word.range, &part.range))
                    || word.range == part.range
            });
            match found.iter_mut().find(|(word, _)| taken(word)) {
                Some((word, slot)) if word.range == part.range => *slot = Some(part),
                Some((_, Some(_))) => {}
                Some((word, slot)) => {
                    *word = latin_word(self.folded, part.range.clone());
                    *slot = Some(part);
                }
                None => found.push((latin_word(self.folded, part.range.clone()), Some(part))),
            }
        }
    }

    /// Whether the guide has the word as it is written, or so far as it is.
    fn is_known(&self, word: &Word) -> bool {
        match &word.kind {
            Kind::Spaced { stem } => {
                self.lexicon.has(&word.text, By::Spelling) || self.lexicon.has(stem, By::Stem)
            }
            Kind::Katakana | Kind::Hiragana => {
                let letters = reading::letters(&word.text);
                self.lexicon.has(&letters, By::Reading)
                    || self.lexicon.has(&word.text, By::Spelling)
            }
            Kind::Kanji { .. } | Kind::Number { .. } => true,
        }
    }

    /// The last word, with what a conversion made of it.
    fn add_part(&mut self, part: &Part) {
        let Some(QueryWord { word, .. }) = self.query.words.last() else {
            return;
        };
        let typed = word.text.clone();
        let kana = if is_kana_word(&typed) {
            to_hiragana(&typed)
        } else {
            reading::to_kana(&typed)
        };
        let entries = match part.kind {
            conversion::Kind::Word => self
                .lexicon
                .exact(&part.letters, By::Reading, MOST_READINGS),
            conversion::Kind::Stem => self.lexicon.exact(&part.letters, By::Stem, MOST_READINGS),
            conversion::Kind::Open => {
                self.lexicon
                    .prefix(&part.letters, By::Reading, MOST_PREFIXES)
            }
            conversion::Kind::Unknown => Vec::new(),
        };
        let word = entries.first().map(|entry| entry.word.clone());
        if part.kind != conversion::Kind::Unknown {
            self.query.readings.push(ReadAs {
                typed: typed.clone(),
                kana: kana.clone(),
                word: word.filter(|word| *word != kana),
            });
        }
        for entry in entries {
            let via = if entry.word.starts_with(&typed) && entry.word != typed {
                Via::Prefix
            } else {
                Via::Reading
            };
            let weight = if part.kind == conversion::Kind::Open {
                PREFIX
            } else {
                READING
            };
            let shown = (entry.by == By::Reading && part.kind != conversion::Kind::Open)
                .then(|| kana.clone());
            self.add_word(self.query.words.len() - 1, &entry, via, weight, shown);
        }
        if typed != kana && kana.chars().count() > 2 && is_hiragana(&kana) {
            self.in_kana.push((self.query.words.len() - 1, kana));
        }
    }

    /// The guide may have a word that was typed in romaji in hiragana, where the lexicon sees no word.
    fn add_in_kana(&mut self) {
        for (number, kana) in std::mem::take(&mut self.in_kana) {
            let entry = Entry {
                key: String::new(),
                by: By::Reading,
                word: kana,
                count: 0,
            };
            self.add_word(number, &entry, Via::Reading, SAME_READING, None);
        }
    }

    /// All that was typed: the terms of each word, as its first alternative, and those of none.
    fn look_up_typed(&mut self) {
        let mut typed: Vec<[Vec<usize>; Analyser::ALL.len()]> = self
            .query
            .words
            .iter()
            .map(|_| Default::default())
            .collect();
        for analyser in Analyser::ALL {
            for token in telling(analyser, analyser.tokens(self.folded), self.folded) {
                let Some(term) = self.term(analyser, token.text) else {
                    continue;
                };
                let word = self
                    .query
                    .words
                    .iter()
                    .position(|QueryWord { word, .. }| is_part(analyser, word, &token.range));
                match word {
                    Some(word) => typed[word][analyser as usize].push(term),
                    None => self.query.loose.push(term),
                }
            }
        }
        for (word, terms) in self.query.words.iter_mut().zip(typed) {
            let itself = Alternative {
                via: Via::Exact,
                weight: 1.0,
                terms,
                meaning: Meaning::Typed,
            };
            word.alternatives.insert(0, itself);
        }
    }

    /// What the last word may be the beginning of.
    fn add_beginnings(&mut self, number: usize) {
        let word = self.query.words[number].word.clone();
        let is_single_kana = is_hiragana(&word.text) && word.text.chars().count() == 1;
        if !word.open || is_single_kana {
            return;
        }
        for entry in self.lexicon.prefix(&word.text, By::Spelling, MOST_PREFIXES) {
            self.add_word(number, &entry, Via::Prefix, PREFIX, None);
        }
        if word.kind == Kind::Katakana && word.text.chars().count() > 1 {
            let letters = reading::letters(&word.text);
            for entry in self.lexicon.prefix(&letters, By::Reading, MOST_PREFIXES) {
                if entry.word.starts_with(&word.text) {
                    self.add_word(number, &entry, Via::Prefix, PREFIX, None);
                }
            }
        }
    }

    /// Other ways of writing what is read the same: 問合せ for 問い合わせ, つながる for 繋がる.
    fn add_same_readings(&mut self, number: usize) {
        let word = self.query.words[number].word.clone();
        if !matches!(word.kind, Kind::Kanji { .. } | Kind::Katakana) {
            return;
        }
        let readings: Vec<_> = reading::words(&word.text).collect();
        let [reading] = readings.as_slice() else {
            // A word that the table cuts in several may be one of the glossary's.
            if let Some(reading) = reading::of_surface(&word.text) {
                self.add_entries_read(number, &reading.letters, By::Reading);
            }
            return;
        };
        self.add_entries_read(number, &reading.letters, By::Reading);
        if reading.stem < reading.letters.len() && reading.stem >= 4 {
            self.add_entries_read(number, &reading.letters[..reading.stem], By::Stem);
        }
    }

    fn add_entries_read(&mut self, number: usize, letters: &str, by: By) {
        if letters.len() < 3 {
            return;
        }
        let typed = self.query.words[number].word.text.clone();
        for entry in self.lexicon.exact(letters, by, MOST_READINGS) {
            if !typed.starts_with(&entry.word) {
                self.add_word(number, &entry, Via::Reading, SAME_READING, None);
            }
        }
    }

    /// The concepts that the query names, by what was typed or by what it was taken for.
    fn add_concepts(&mut self, concepts: &Concepts) {
        for occurrence in concepts.find(self.folded) {
            let covered: Vec<usize> = (0..self.query.words.len())
                .filter(|&number| {
                    contains(&occurrence.range, &self.query.words[number].word.core())
                        || contains(&self.query.words[number].word.range, &occurrence.range)
                })
                .collect();
            for &number in &covered {
                // A form of several words counts once, however many they are.
                let share = share(covered.len());
                self.add_concept(number, occurrence.concept, CONCEPT * share);
            }
        }
        for number in 0..self.query.words.len() {
            let taken_for: Vec<(String, f32)> = self.query.words[number]
                .alternatives
                .iter()
                .filter_map(|alternative| match &alternative.meaning {
                    Meaning::Word { word, .. } => Some((word.clone(), alternative.weight)),
                    _ => None,
                })
                .collect();
            for (word, weight) in taken_for {
                for occurrence in concepts.find(&word) {
                    if occurrence.range == (0..word.len()) {
                        self.add_concept(number, occurrence.concept, CONCEPT * weight);
                    }
                }
            }
        }
    }

    fn add_concept(&mut self, number: usize, concept: u32, weight: f32) {
        let Some(term) = self.term(Analyser::Words, concepts::index_term(concept)) else {
            return;
        };
        let mut terms: [Vec<usize>; Analyser::ALL.len()] = Default::default();
        terms[Analyser::Words as usize].push(term);
        let alternatives = &mut self.query.words[number].alternatives;
        let meaning = Meaning::Concept(concept);
        if let Some(same) = alternatives
            .iter_mut()
            .find(|other| other.meaning == meaning)
        {
            same.weight = same.weight.max(weight);
        } else if alternatives.len() < 2 * MAX_ALTERNATIVES {
            alternatives.push(Alternative {
                via: Via::Synonym,
                weight,
                terms,
                meaning,
            });
        }
    }

    /// What the words that the guide does not have may be misspellings of.
    fn add_corrections(&mut self) {
        let mut corrected = String::new();
        let mut at = 0;
        let mut tried = 0;
        for number in 0..self.query.words.len() {
            let QueryWord { word, alternatives } = &self.query.words[number];
            if alternatives.len() > 1 || self.is_known(word) || tried == MOST_CORRECTED {
                continue;
            }
            tried += 1;
            let word = word.clone();
            let found = correction::of(&word, self.lexicon, MOST_CORRECTIONS);
            let Some((_, first)) = found.first() else {
                continue;
            };
            corrected.push_str(&self.folded[at..word.range.start]);
            corrected.push_str(&first.word);
            at = word.range.end;
            for (distance, entry) in found {
                let weight = CORRECTION / f32::from(distance.max(1));
                self.add_word(number, &entry, Via::Fuzzy, weight, None);
            }
        }
        if at > 0 {
            corrected.push_str(&self.folded[at..]);
            self.query.correction = Some(corrected);
        }
    }

    /// Another word of the guide for a word of the query.
    fn add_word(
        &mut self,
        number: usize,
        entry: &Entry,
        via: Via,
        weight: f32,
        reading: Option<String>,
    ) {
        let alternatives = &self.query.words[number].alternatives;
        let is_there = alternatives.iter().any(
            |other| matches!(&other.meaning, Meaning::Word { word, .. } if *word == entry.word),
        );
        if is_there || alternatives.len() >= MAX_ALTERNATIVES {
            return;
        }
        let spelt = words::closed(&entry.word);
        let mut terms: [Vec<usize>; Analyser::ALL.len()] = Default::default();
        for analyser in [Analyser::Words, Analyser::Grams] {
            for token in telling(analyser, analyser.tokens(&entry.word), &entry.word) {
                let is_part = spelt
                    .iter()
                    .any(|word| is_part(analyser, word, &token.range));
                if is_part && let Some(term) = self.term(analyser, token.text) {
                    terms[analyser as usize].push(term);
                }
            }
        }
        self.query.words[number].alternatives.push(Alternative {
            via,
            weight,
            terms,
            meaning: Meaning::Word {
                word: entry.word.clone(),
                reading,
            },
        });
    }

    /// The number of a term; `None` when there are too many.
    fn term(&mut self, analyser: Analyser, text: String) -> Option<usize> {
        let term = Term { analyser, text };
        if let Some(&number) = self.numbers.get(&term) {
            return Some(number);
        }
        let number = self.query.terms.len();
        (number < MAX_TERMS).then(|| {
            self.query.terms.push(term.clone());
            self.numbers.insert(term, number);
            number
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of words")]
fn share(parts: usize) -> f32 {
    1.0 / parts as f32
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    super::contains(outer, inner)
}

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn is_kana_word(text: &str) -> bool {
    let is_kana = |c| matches!(Class::of(c), Class::Hiragana | Class::Katakana);
    text.chars().all(is_kana)
}

/// What of a range lies in none of the others, which are ascending or not, but do not overlap.
fn gaps<'a>(
    range: &Range<usize>,
    taken: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> = taken.filter(|other| overlap(range, other)).collect();
    taken.sort_by_key(|other| other.start);
    let mut gaps = Vec::new();
    let mut at = range.start;
    for other in taken {
        if other.start > at {
            gaps.push(at..other.start);
        }
        at = at.max(other.end);
    }
    if at < range.end {
        gaps.push(at..range.end);
    }
    gaps
}

/// Of katakana all has to be read, or none: it is mostly one word, and what it ends with by chance is no part of it.
fn whole_unless_read(parts: Vec<Part>, text: &str) -> Vec<Part> {
    let is_unknown = |part: &Part| part.kind == conversion::Kind::Unknown;
    if kind_of_kana(text) == Kind::Katakana && parts.iter().any(is_unknown) {
        vec![Part {
            range: 0..text.len(),
            letters: reading::letters(text),
            kind: conversion::Kind::Unknown,
        }]
    } else {
        parts
    }
}

/// A stretch of kana cut where hiragana and katakana meet. The long mark belongs to what stands before it.
fn scripts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut scripts: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, c) in text[range.clone()].char_indices() {
        let start = range.start + at;
        let end = start + c.len_utf8();
        let class = if c == 'ー' { last } else { Some(Class::of(c)) };
        match scripts.last_mut() {
            Some(script) if class == last => script.end = end,
            _ => scripts.push(start..end),
        }
        last = class;
    }
    scripts
}

/// A part of a stretch of kana as a word of the query. What is too short and not known is an ending.
fn kana_word(text: &str, at: &Range<usize>, part: Part) -> Option<(Word, Option<Part>)> {
    let typed = &text[part.range.clone()];
    if part.kind == conversion::Kind::Unknown && typed.chars().count() < 3 {
        return None;
    }
    let word = Word {
        range: at.start + part.range.start..at.start + part.range.end,
        text: typed.to_owned(),
        kind: kind_of_kana(typed),
        open: false,
    };
    Some((word, Some(part)))
}

fn kind_of_kana(text: &str) -> Kind {
    let is_katakana = |c: char| Class::of(c) == Class::Katakana && c != 'ー';
    if text.chars().any(is_katakana) {
        Kind::Katakana
    } else {
        Kind::Hiragana
    }
}

fn kind_of_latin(text: &str) -> Kind {
    Kind::Spaced { stem: stem(text) }
}

fn latin_word(folded: &str, range: Range<usize>) -> Word {
    let text = folded[range.clone()].to_owned();
    Word {
        kind: kind_of_latin(&text),
        text,
        range,
        open: false,
    }
}
