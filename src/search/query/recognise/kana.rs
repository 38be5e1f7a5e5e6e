//! Stretches of kana: where they are cut, and what their parts are.

use std::ops::Range;

use crate::search::conversion::{self, Part};
use crate::search::words::{Word, WordKind};
use crate::text::reading;
use crate::text::segment::Class;

/// Of katakana all has to be read, or none: it is mostly one word, and what it ends with by chance is no part of it.
pub(super) fn whole_unless_read(parts: Vec<Part>, text: &str) -> Vec<Part> {
    let is_unknown = |part: &Part| part.kind == conversion::PartKind::Unknown;
    if kind_of_kana(text) == WordKind::Katakana && parts.iter().any(is_unknown) {
        vec![Part {
            range: 0..text.len(),
            letters: reading::letters(text),
            kind: conversion::PartKind::Unknown,
        }]
    } else {
        parts
    }
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
