//! Kana and romaji → the guide's words: conversion as an input method does it, with the guide as its dictionary.
//!
//! A stretch of kana or Latin letters has no visible words. It is cut into words of the lexicon, particles and endings
//! so that the least is left over.

mod inflection;
mod particles;
mod stretch;

use std::ops::Range;

use super::lexicon::{By, Lexicon};
use inflection::Form;
pub use particles::is_small;
pub use stretch::Stretch;

/// A part of a stretch that carries a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Byte range in the stretch.
    pub range: Range<usize>,
    /// In canonical letters; of a word that inflects, the part that does not.
    pub letters: String,
    pub kind: PartKind,
}

/// What a part was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A word of the lexicon with this reading.
    Word,
    /// One whose reading begins so; an ending may follow.
    Stem,
    /// The stretch ends within it.
    Open,
    Unknown,
}

/// The least of a stem, in letters, by which a word is recognised.
const SHORTEST_STEM: usize = 3;

const WORD: u32 = 20;
const OPEN: u32 = 26;
const OPEN_SHORT: u32 = 34;
const SMALL: u32 = 10;
const ENDING: u32 = 4;

/// What a word costs more for each space that was typed within it.
const SPACE: u32 = 14;

/// What leads to a place in a stretch at the least cost.
#[derive(Debug, Clone)]
struct Step {
    cost: u32,
    /// Of two ways that cost the same the one with the usual words is meant: せいすう|がた is 整数型, not 性|姿.
    rarity: u32,
    from: usize,
    from_form: Form,
    part: Option<(String, PartKind)>,
}

/// Cuts a stretch into what carries a meaning and leaves out what does not.
pub fn convert(stretch: &Stretch, lexicon: &Lexicon) -> Vec<Part> {
    let mut ways = Ways::new(stretch, lexicon);
    for from in 0..stretch.len() {
        for to in from + 1..=stretch.len().min(from + stretch.longest()) {
            let letters = stretch.letters(from, to);
            ways.go_on(from, to, &letters);
            ways.begin(from, to, &letters);
        }
    }
    without_chance(ways.best())
}

/// The best ways to each place of a stretch, by the form of the word that ends there.
struct Ways<'a> {
    stretch: &'a Stretch,
    lexicon: &'a Lexicon,
    steps: Vec<[Option<Step>; Form::COUNT]>,
}

impl<'a> Ways<'a> {
    fn new(stretch: &'a Stretch, lexicon: &'a Lexicon) -> Self {
        Self {
            stretch,
            lexicon,
            steps: vec![[const { None }; Form::COUNT]; stretch.len() + 1],
        }
    }

    /// What it costs to be at a place with a form, and how rare the words on the way are.
    fn costs(&self, at: usize, form: Form) -> Option<(u32, u32)> {
        if at == 0 {
            return (form == Form::Whole).then_some((0, 0));
        }
        let step = self.steps[at][form as usize].as_ref();
        step.map(|step| (step.cost, step.rarity))
    }

    fn offer(&mut self, to: usize, form: Form, step: Step) {
        let slot = &mut self.steps[to][form as usize];
        let way = |step: &Step| (step.cost, step.rarity);
        if slot.as_ref().is_none_or(|other| way(&step) < way(other)) {
            *slot = Some(step);
        }
    }

    /// An ending behind a stem, or behind another ending. A space ends a word.
    fn go_on(&mut self, from: usize, to: usize, letters: &str) {
        if self.stretch.is_space(from) || self.stretch.spaces_within(from, to) > 0 {
            return;
        }
        let is_last = to == self.stretch.len();
        let endings = inflection::endings(letters);
        if endings.is_empty() && !is_last {
            return;
        }
        for form in Form::ALL {
            let Some((cost, rarity)) = self.costs(from, form).filter(|_| form != Form::Whole)
            else {
                continue;
            };
            let step = Step {
                cost: cost + ENDING,
                rarity,
                from,
                from_form: form,
                part: None,
            };
            for &(_, next) in endings.iter().filter(|(fits, _)| *fits == form) {
                self.offer(to, next, step.clone());
                if next.may_end() {
                    self.offer(to, Form::Whole, step.clone());
                }
            }
            if is_last && inflection::begins_ending(letters, form) {
                self.offer(to, Form::Whole, step);
            }
        }
    }

    /// What may stand behind a whole word.
    fn begin(&mut self, from: usize, to: usize, letters: &str) {
        let (stretch, lexicon) = (self.stretch, self.lexicon);
        let Some((cost, rarity)) = self.costs(from, Form::Whole) else {
            return;
        };
        let step = |cost: u32, part: Option<(&str, PartKind)>| Step {
            cost,
            rarity: rarity + part.and_then(|part| rarity_of(part, lexicon)).unwrap_or(0),
            from,
            from_form: Form::Whole,
            part: part.map(|(letters, kind)| (letters.to_owned(), kind)),
        };
        if to == from + 1 {
            let part = Some((letters, PartKind::Unknown));
            self.offer(to, Form::Whole, step(cost + stretch.unknown_cost(), part));
        }
        if !stretch.begins_kana(from) {
            return;
        }
        let spaces = stretch.spaces_within(from, to);
        if spaces == 0 && stretch.is_small_word(from, to) && stretch.may_stand_first(from, to) {
            self.offer(to, Form::Whole, step(cost + SMALL, None));
        }
        // What goes on behind a space began behind one, not with a particle, and ends at one.
        let is_broken = spaces > 0
            && (!stretch.is_space(from) || !stretch.is_space(to) || stretch.begins_small(from));
        if is_broken || !stretch.is_long_enough(from, to, letters) {
            return;
        }
        let cost = cost + SPACE * spaces;
        if lexicon.has(letters, By::Reading) {
            let part = Some((letters, PartKind::Word));
            self.offer(to, Form::Whole, step(cost + WORD, part));
        }
        let is_last = to == stretch.len();
        if let Some((stem, vowel)) = stem_of(letters, lexicon) {
            let part = Some((stem, PartKind::Stem));
            let forms = inflection::of_stem(stem, vowel);
            for &form in forms {
                self.offer(to, form, step(cost + WORD + 1, part));
            }
            // The う of 思う is not heard as a letter of its own.
            let is_silent = stem.ends_with('o') && stretch.is_space(to);
            if is_last || is_silent || forms.iter().any(|form| form.may_end()) {
                self.offer(to, Form::Whole, step(cost + WORD + 2, part));
            }
        }
        if is_last && lexicon.begins(letters, By::Reading) {
            let open = if letters.len() < LONG_ENOUGH {
                OPEN_SHORT
            } else {
                OPEN
            };
            let part = Some((letters, PartKind::Open));
            self.offer(to, Form::Whole, step(cost + open, part));
        }
    }

    /// The parts on the best way to the end.
    fn best(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut at, mut form) = (self.stretch.len(), Form::Whole);
        while at > 0 {
            let Some(step) = &self.steps[at][form as usize] else {
                break;
            };
            if let Some((letters, kind)) = &step.part {
                let range = self.stretch.range(step.from, at);
                match parts.last_mut() {
                    // What is not recognised stays together.
                    Some(next)
                        if *kind == PartKind::Unknown
                            && next.kind == PartKind::Unknown
                            && range.end == next.range.start =>
                    {
                        next.range.start = range.start;
                        next.letters.insert_str(0, letters);
                    }
                    _ => parts.push(Part {
                        range,
                        letters: letters.clone(),
                        kind: *kind,
                    }),
                }
            }
            (at, form) = (step.from, step.from_form);
        }
        parts.reverse();
        parts
    }
}

/// How rare the most usual word is with a reading, in halvings.
fn rarity_of((letters, kind): (&str, PartKind), lexicon: &Lexicon) -> Option<u32> {
    let by = match kind {
        PartKind::Word => By::Reading,
        PartKind::Stem => By::Stem,
        PartKind::Open | PartKind::Unknown => return None,
    };
    let usual = lexicon.exact(letters, by, 1);
    Some(u64::BITS - usual.first()?.count.max(1).ilog2())
}

/// A short word beside something unknown is there by chance: the `bon` and `ara` of `karubonara` are neither 盆 nor 荒い.
const LONG_ENOUGH: usize = 5;

/// Takes short words that touch something unknown for a part of it.
fn without_chance(mut parts: Vec<Part>) -> Vec<Part> {
    let is_unknown = |part: &Part| part.kind == PartKind::Unknown;
    let is_chance = |parts: &[Part], at: usize| {
        let part = &parts[at];
        let before = at.checked_sub(1).map(|before| &parts[before]);
        let touches_before =
            before.is_some_and(|b| is_unknown(b) && b.range.end == part.range.start);
        let after = parts.get(at + 1);
        let touches_after = after.is_some_and(|a| is_unknown(a) && a.range.start == part.range.end);
        !is_unknown(part) && part.letters.len() < LONG_ENOUGH && (touches_before || touches_after)
    };
    while let Some(at) = (0..parts.len()).find(|&at| is_chance(&parts, at)) {
        parts[at].kind = PartKind::Unknown;
    }
    let mut merged: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match merged.last_mut() {
            Some(last)
                if is_unknown(last) && is_unknown(&part) && last.range.end == part.range.start =>
            {
                last.range.end = part.range.end;
                last.letters.push_str(&part.letters);
            }
            _ => merged.push(part),
        }
    }
    merged
}

/// The stem in letters that are one, or that end with the vowel behind one.
fn stem_of<'a>(letters: &'a str, lexicon: &Lexicon) -> Option<(&'a str, Option<char>)> {
    let (last, vowel) = letters.char_indices().next_back()?;
    let is_vowel = |c: char| matches!(c, 'a' | 'i' | 'u' | 'e' | 'o');
    let before = &letters[..last];
    let behind = (is_vowel(vowel) && !before.ends_with(is_vowel)).then_some((before, Some(vowel)));
    let mut stems = [Some((letters, None)), behind].into_iter().flatten();
    stems.find(|(stem, _)| stem.len() >= SHORTEST_STEM && lexicon.has(stem, By::Stem))
}

#[cfg(test)]
mod tests {
    use tantivy::directory::OwnedBytes;

    use super::*;
    use crate::search::lexicon::{Builder, Words};
    use crate::text::segment;

    fn lexicon() -> Lexicon {
        let mut words = Words::default();
        for (letters, word) in [
            ("bon", "盆"),
            ("ara", "荒"),
            ("kaiyaku", "解約"),
            ("hairetu", "配列"),
            ("tuika", "追加"),
            ("kansu", "関数"),
            ("okiru", "起きる"),
            ("kiru", "切る"),
            ("denwabango", "電話番号"),
            ("taipu", "タイプ"),
            ("gado", "ガード"),
            ("modo", "モード"),
            ("ritigi", "律儀"),
        ] {
            words.reading(letters, word);
        }
        words.readings("部屋に入った、入る。型に関する。使った、戻る");
        let mut builder = Builder::default();
        builder.take(&words);
        let lexicon = OwnedBytes::new(builder.finish().expect("keys are sorted"));
        Lexicon::open(&lexicon).expect("it was just written")
    }

    fn read(typed: &str) -> Vec<String> {
        let words = segment::runs(typed, |a, b| a == b);
        known(&Stretch::romaji(typed, &words).expect("these are romaji"))
    }

    fn known(stretch: &Stretch) -> Vec<String> {
        let parts = convert(stretch, &lexicon()).into_iter();
        let known = parts.filter(|part| part.kind != PartKind::Unknown);
        known.map(|part| part.letters).collect()
    }

    #[test]
    fn an_ending_fits_its_stem() {
        for (kana, expected) in [
            ("はいれつついか", &["hairetu", "tuika"][..]),
            ("はいれない", &["hair"]),
            ("かんすうをつかう", &["kansu", "tuka"]),
            ("かんして", &["kans"]),
            ("かんすうのもどりち", &["kansu", "modor"]),
            ("つかわれている", &["tuka"]),
            ("つかわへんのやけど", &["tuka"]),
            ("ついかできひん", &["tuika"]),
            ("かんすうじゃない", &["kansu"]),
            ("タイプガード", &["taipu", "gado"]),
        ] {
            assert_eq!(known(&Stretch::kana(kana)), expected, "{kana}");
        }
    }

    #[test]
    fn what_was_typed_with_a_space_is_two_words() {
        assert_eq!(read("hairetsu tsuika"), ["hairetu", "tuika"]);
        assert_eq!(read("hai retsu"), ["hairetu"]);
        assert_eq!(read("wo kiru"), ["kiru"]);
        assert_eq!(read("denwa bangou"), ["denwabango"]);
    }

    #[test]
    fn what_stands_in_a_foreign_word_by_chance_is_not_read() {
        assert_eq!(read("bon"), ["bon"]);
        assert!(read("karubonara").is_empty());
        assert_eq!(read("nettokaiyaku"), ["kaiyaku"], "it is long enough");
        assert_eq!(read("wo kaiyaku"), ["kaiyaku"]);
    }
}
