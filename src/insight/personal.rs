//! What of a query tells of somebody, by its look and by what stands beside it: numbers, addresses, passwords, and names
//! that are words.
//!
//! It need not find every name: words that are nobody's names alone are kept anyway. It is there for words that are both, of
//! which the guide has some too.

mod names;
mod places;
mod secrets;

use std::ops::Range;

use crate::text::fold::Folded;
use crate::text::phone::{Book, read};
use crate::text::segment::Class;

/// Where that stands, in bytes of the folded query.
#[derive(Debug, Default)]
pub struct Personal {
    /// Whatever the guide has.
    always: Vec<Range<usize>>,
    /// Unless the guide has just this.
    unless_known: Vec<Range<usize>>,
}

impl Personal {
    /// Whether a word is of it. `is_known`: the guide has the word.
    pub fn is_of_somebody(&self, word: &Range<usize>, is_known: bool) -> bool {
        let meets = |other: &Range<usize>| other.start < word.end && word.start < other.end;
        let is_excused = |other: &Range<usize>| is_known && other == word;
        self.always.iter().any(meets)
            || self
                .unless_known
                .iter()
                .any(|other| meets(other) && !is_excused(other))
    }

    /// Where each begins that is there whatever the guide has.
    pub fn starts(&self) -> impl Iterator<Item = usize> {
        self.always.iter().map(|range| range.start)
    }
}

/// What of a query tells of somebody.
pub fn of(query: &str, folded: &Folded) -> Personal {
    let text = folded.text.as_str();
    let mut found = Personal::default();
    for chunk in chunks(text) {
        match look(text, &chunk, &query[folded.original(chunk.clone())]) {
            Look::Word => {}
            Look::Odd => found.unless_known.push(chunk),
            Look::Personal => found.always.push(chunk),
        }
    }
    let numbers = read(&Book::new(&[]), text, &[]).numbers;
    let numbers = numbers.into_iter().map(|number| number.range);
    let tokens = tokens(text);
    let others = [
        names::behind_titles(text, &tokens),
        names::before_titles(text, &tokens),
        names::introduced(text),
        secrets::behind_what_they_are(text, &tokens),
        secrets::mail(text, &tokens),
        places::houses(text, &tokens),
    ];
    found
        .always
        .extend(numbers.chain(others.into_iter().flatten()));
    found
}

/// How a chunk looks.
enum Look {
    Word,
    /// No word, but perhaps one of the guide's: `c++`, `4k`.
    Odd,
    Personal,
}

/// Stretches without spaces and without Japanese or Chinese, and without the punctuation around them.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| {
        c.is_whitespace() || Class::of(c).is_cjk() || ('\u{3000}'..='\u{303F}').contains(&c)
    };
    split(text, ends)
        .map(|range| {
            let chunk = &text[range.clone()];
            let is_edge = |c: char| !c.is_alphanumeric() && !"+#*".contains(c);
            let start = range.start + (chunk.len() - chunk.trim_start_matches(is_edge).len());
            let end = range.end - (chunk.len() - chunk.trim_end_matches(is_edge).len());
            start.min(end)..end
        })
        .filter(|chunk| !chunk.is_empty())
        .collect()
}

/// The stretches of a text between characters of a kind.
fn split(text: &str, ends: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(ends).map(move |piece| {
        let start = at;
        at += piece.len()
            + text[start + piece.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        start..start + piece.len()
    })
}

/// `typed` is the chunk before it was folded.
fn look(text: &str, chunk: &Range<usize>, typed: &str) -> Look {
    let chunk = &text[chunk.clone()];
    let has_letters = chunk.chars().any(char::is_alphabetic);
    let has_digits = chunk.chars().chain(typed.chars()).any(char::is_numeric);
    if chunk.contains('@') || chunk.contains("://") || has_digits && !has_letters {
        return Look::Personal;
    }
    let is_sign = |c: char| !c.is_alphanumeric() && !"-'’/,.".contains(c);
    let dots = chunk.split('.').filter(|part| !part.is_empty()).count();
    let hyphens = chunk.matches('-').count();
    if has_digits || dots > 1 || hyphens > 1 || chunk.contains(is_sign) || has_inner_capital(typed)
    {
        Look::Odd
    } else {
        Look::Word
    }
}

/// `xKcd`: no word begins anew within itself.
fn has_inner_capital(typed: &str) -> bool {
    let mut chars = typed.chars();
    chars.any(char::is_lowercase) && chars.any(char::is_uppercase)
}

/// A name, or a password that is told, has no more words.
const MOST_WORDS: usize = 3;

/// A word between spaces or signs, or a run of one script of those that have no spaces.
#[derive(Debug, Clone)]
struct Token {
    range: Range<usize>,
    class: Class,
}

impl Token {
    fn is_spaced(&self) -> bool {
        self.class.is_spaced()
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (at, c) in text.char_indices() {
        let class = Class::of(c);
        let class = if class == Class::Digit {
            Class::Latin
        } else {
            class
        };
        if class == Class::Other {
            continue;
        }
        match tokens.last_mut() {
            Some(last) if last.class == class && last.range.end == at => {
                last.range.end += c.len_utf8();
            }
            _ => tokens.push(Token {
                range: at..at + c.len_utf8(),
                class,
            }),
        }
    }
    tokens
}

/// Whether one of the words in a list with spaces between them is this.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}
