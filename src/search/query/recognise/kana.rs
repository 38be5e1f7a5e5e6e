//! Stretches of kana: where they are cut, and what their parts are.

use std::ops::Range;

use crate::search::conversion::{self, Part};
use crate::search::lexicon::{By, Lexicon};
use crate::search::words::{Word, WordKind};
use crate::text::reading;
use crate::text::segment::Class;

/// So many words that are read alike are looked at.
const MOST_SPELLINGS: usize = 16;

/// The least kana of a word in katakana beside what is not known.
const SURE: usize = 4;

/// Of katakana all has to be read, or nearly all by long words: it is mostly one word, and what it ends with by chance is no part of
/// it. Several are words in katakana each: クロージャ is no 苦労.
pub(super) fn whole_unless_read(parts: Vec<Part>, text: &str, lexicon: &Lexicon) -> Vec<Part> {
    if parts.len() < 2 || kind_of_kana(text) != WordKind::Katakana {
        return parts;
    }
    let is_unknown = |part: &Part| part.kind == conversion::PartKind::Unknown;
    let is_short = |part: &Part| text[part.range.clone()].chars().count() < SURE;
    let is_loan = |part: &Part| {
        let entries = lexicon.exact(&part.letters, By::Reading, MOST_SPELLINGS);
        let mut entries = entries.iter();
        is_unknown(part) || entries.any(|entry| kind_of_kana(&entry.word) == WordKind::Katakana)
    };
    // What is left out is no particle within such a word: シークレットウィンドウ.
    let is_all = parts.iter().map(|part| part.range.len()).sum::<usize>() == text.len();
    let are_sure = !parts.iter().any(is_unknown) || !parts.iter().any(is_short);
    if is_all && are_sure && parts.iter().all(is_loan) {
        return parts;
    }
    vec![Part {
        range: 0..text.len(),
        letters: reading::letters(text),
        kind: conversion::PartKind::Unknown,
    }]
}

/// A stretch of kana cut where hiragana and katakana meet. The long mark belongs to what stands before it.
pub(super) fn scripts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
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
pub(super) fn kana_word(text: &str, at: &Range<usize>, part: Part) -> Option<(Word, Option<Part>)> {
    let typed = &text[part.range.clone()];
    if part.kind == conversion::PartKind::Unknown && typed.chars().count() < 3 {
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

pub(super) fn kind_of_kana(text: &str) -> WordKind {
    let is_katakana = |c: char| Class::of(c) == Class::Katakana && c != 'ー';
    if text.chars().any(is_katakana) {
        WordKind::Katakana
    } else {
        WordKind::Hiragana
    }
}
