//! A text cut into what the table knows, by greedy longest match.

use std::collections::VecDeque;

use super::hiragana;
use super::table::{Ending, Entry, Place, longest, push_reading};
use crate::text::fold::hiragana as as_hiragana;
use crate::text::segment::Class;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A word of the table that is more than a function word.
    Word(Entry),
    /// A kanji with the mark that repeats it: 々.
    Twice(Entry),
    /// A run of katakana.
    Katakana,
    /// A function word, or a hiragana that belongs to no word of the table.
    Kana,
    /// A kanji that the table has no reading for.
    Unknown,
    /// What is not Japanese.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub start: usize,
    pub text: &'a str,
    pub kind: PieceKind,
}

impl Piece<'_> {
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What varies at the end of the piece, if it is an inflected word.
    pub fn ending(&self) -> Ending {
        match self.kind {
            PieceKind::Word(Entry::Kana(ending) | Entry::Head(_, ending)) => ending,
            _ => Ending::default(),
        }
    }

    /// Adds the reading in hiragana; of what has none, the text itself.
    pub fn push_kana(&self, kana: &mut String) {
        match self.kind {
            PieceKind::Word(Entry::Head(offset, _)) => {
                push_reading(offset, kana);
                kana.push_str(okurigana(self.text));
            }
            PieceKind::Twice(Entry::Head(offset, _)) => {
                push_reading(offset, kana);
                push_reading(offset, kana);
            }
            PieceKind::Katakana => kana.extend(self.text.chars().map(as_hiragana)),
            _ => kana.push_str(self.text),
        }
    }
}

/// The hiragana at the end of a word.
fn okurigana(word: &str) -> &str {
    let head = word.trim_end_matches(|c| Class::of(c) == Class::Hiragana);
    &word[head.len()..]
}

/// What stands directly before the place where a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that a word can be joined to.
    Gap,
    Number,
    /// One kanji, in no longer word.
    Lone,
    Word,
}

/// The pieces of a folded text. Together they are the text.
pub(super) fn pieces(folded: &str) -> impl Iterator<Item = Piece<'_>> {
    let (mut at, mut before) = (0, Before::Gap);
    let mut kana = VecDeque::new();
    std::iter::from_fn(move || {
        let rest = &folded[at..];
        let class = Class::of(rest.chars().next()?);
        let (length, kind) = match class {
            Class::Han | Class::Katakana => written(rest, class, before),
            Class::Hiragana => {
                let is_counted = before == Before::Number;
                if let Some((length, entry)) = is_counted.then(|| counter(rest)).flatten() {
                    (length, PieceKind::Word(entry))
                } else {
                    if kana.is_empty() {
                        kana.extend(hiragana::cut(rest));
                    }
                    // A run that begins with hiragana has a first piece.
                    kana.pop_front()?
                }
            }
            Class::Latin | Class::Digit | Class::Other => (run(rest, class), PieceKind::Other),
        };
        let text = &rest[..length];
        let piece = Piece {
            start: at,
            text,
            kind,
        };
        at += length;
        before = match class {
            Class::Digit => Before::Number,
            Class::Han if is_number(text) || is_some_number(text, &rest[length..]) => {
                Before::Number
            }
            Class::Han if is_single(text) => Before::Lone,
            Class::Han if okurigana(text).is_empty() => Before::Word,
            Class::Katakana | Class::Latin => Before::Word,
            Class::Han | Class::Hiragana | Class::Other => Before::Gap,
        };
        Some(piece)
    })
}

fn is_number(text: &str) -> bool {
    text.chars()
        .all(|c| "〇一二三四五六七八九十百千万億".contains(c))
}

/// Whether a text asks for a number or leaves it open, as 何か月 and 数か月 do.
fn is_some_number(text: &str, next: &str) -> bool {
    matches!(text, "何" | "数") && next.starts_with(['か', 'カ', 'ヶ', 'ヵ'])
}

/// What counts, written with a か: か月.
fn counter(text: &str) -> Option<(usize, Entry)> {
    let counter = longest(Place::Counter, text)?;
    text.starts_with('か').then_some(counter)
}

/// How far the first class of a text goes, in bytes.
fn run(text: &str, class: Class) -> usize {
    text.find(|c| Class::of(c) != class).unwrap_or(text.len())
}

fn is_single(text: &str) -> bool {
    text.chars().nth(1).is_none()
}

/// The word at the beginning of a text that begins with kanji or katakana.
fn written(text: &str, class: Class, before: Before) -> (usize, PieceKind) {
    let word = in_place(text, before);
    if class == Class::Katakana {
        let run = run(text, class);
        return match word {
            Some((length, entry)) if length > run || before == Before::Number => {
                (length, PieceKind::Word(entry))
            }
            _ => (run, PieceKind::Katakana),
        };
    }
    let Some((length, entry)) = word else {
        return (
            text.chars().next().map_or(0, char::len_utf8),
            PieceKind::Unknown,
        );
    };
    if is_single(&text[..length]) && text[length..].starts_with('々') {
        return (length + '々'.len_utf8(), PieceKind::Twice(entry));
    }
    (length, PieceKind::Word(entry))
}

/// The longest word at the beginning of a text, with the reading that it has in this place.
fn in_place(text: &str, before: Before) -> Option<(usize, Entry)> {
    let word = longest(Place::Word, text).map(|word| without_particle(text, word));
    let length = word.map_or(0, |(length, _)| length);
    let joined = match before {
        Before::Gap => None,
        Before::Number => longest(Place::Counter, text).or_else(|| longest(Place::Suffix, text)),
        Before::Lone | Before::Word => longest(Place::Suffix, text),
    };
    if joined.is_some_and(|(joined, _)| joined >= length) {
        return joined;
    }
    if length > 0 && is_single(&text[..length]) {
        return single(text, length, before).or(word);
    }
    word
}

/// A form of a verb without the kana at its end that is a particle here: 経済産業省から has no 省く, and 勝とは no 勝とう. What
/// follows such a form is ない or the like, and う.
fn without_particle(text: &str, word: (usize, Entry)) -> (usize, Entry) {
    let (length, Entry::Head(_, ending)) = word else {
        return word;
    };
    let behind = &text[length..];
    let particle = match text[..length].chars().next_back() {
        Some('か') if behind.starts_with('ら') => 'か',
        Some(kana @ ('と' | 'の' | 'も' | 'よ')) if !behind.starts_with(['う', 'っ']) => kana,
        _ => return word,
    };
    let noun = &text[..length - particle.len_utf8()];
    let known = longest(Place::Word, noun).filter(|(length, _)| *length == noun.len());
    known.filter(|_| ending.chars > 0).unwrap_or(word)
}

/// The reading that one kanji has because of what is beside it.
fn single(text: &str, length: usize, before: Before) -> Option<(usize, Entry)> {
    let next = &text[length..];
    let next_class = next.chars().next().map_or(Class::Other, Class::of);
    if before == Before::Gap && matches!(next_class, Class::Han | Class::Katakana) {
        let prefix = longest(Place::Prefix, text).filter(|(prefix, _)| *prefix == length);
        if prefix.is_some() {
            return prefix;
        }
    }
    let next_is_single = || {
        next_class == Class::Han
            && longest(Place::Word, next).is_none_or(|(length, _)| is_single(&next[..length]))
    };
    if before == Before::Lone || next_is_single() {
        longest(Place::Compound, text)
    } else {
        None
    }
}
