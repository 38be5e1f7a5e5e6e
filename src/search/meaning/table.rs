//! The table of words and their vectors, and its format. It is compiled in and used as it is: nothing is loaded or unpacked at
//! start.
//!
//! A dictionary (`text::dictionary`) maps each word, and each stem of a word that inflects followed by the byte
//! [`STEM`], to the number of its vector. Words that mean nearly the same have one vector.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::code::WORD;
use crate::text::dictionary::Dictionary;
use crate::text::segment::Class;

static VECTORS: &[u8] = include_bytes!("vectors");
static WORDS: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(include_bytes!("words.fst")));

/// Raise it when the table changes, how words are found in it, or what is kept of them: it is part of the fingerprint of an index.
pub const VERSION: u32 = 6;

/// Stands behind a stem: no byte of folded text.
const STEM: u8 = 1;

/// So many words are remembered, with what was found for them.
const MOST_FOUND: usize = 4096;

/// The number of a vector.
pub type Row = u16;

/// The number of the first English vector. English words are numbered as they are frequent in the language, by the most
/// frequent form of each: so their model's vocabulary has them, and what that lacks comes last.
const ENGLISH: Row = 16_605;

/// The vector of a number; `None` where the table has none.
pub fn vector(row: Row) -> Option<&'static [u8; WORD]> {
    VECTORS.get(usize::from(row) * WORD..)?.first_chunk()
}

/// The longest word at the beginning of a text, or stem before hiragana: its length in bytes, and its number.
pub fn longest(text: &str) -> Option<(usize, Row)> {
    let mut longest = None;
    WORDS.along(text, |length, reached| {
        let stem = || inflects(&text[length..]).then(|| reached.word_with(STEM));
        let row = reached.word().or_else(|| stem().flatten());
        longest = row.map(|row| (length, row)).or(longest);
    });
    let (length, row) = longest?;
    Some((length, Row::try_from(row).ok()?))
}

/// The number of a word that is all of a text.
pub fn whole(text: &str) -> Option<Row> {
    // A text has few words, each many times: finding one again takes a quarter of what looking it up does.
    thread_local! {
        static FOUND: RefCell<HashMap<Box<str>, Option<Row>>> = RefCell::default();
    }
    FOUND.with_borrow_mut(|found| {
        if let Some(&row) = found.get(text) {
            return row;
        }
        if found.len() == MOST_FOUND {
            found.clear();
        }
        let row = WORDS.get(text).and_then(|row| Row::try_from(row).ok());
        found.insert(text.into(), row);
        row
    })
}

/// How many English words are more frequent than this one; `None` for what is none of the table's.
pub fn more_frequent(word: &str) -> Option<Row> {
    whole(word)?.checked_sub(ENGLISH)
}

/// Whether what follows a stem can be its ending.
fn inflects(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| Class::of(c) == Class::Hiragana)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is in the table.
    fn all() -> Vec<(Vec<u8>, u64)> {
        let words = tantivy_fst::raw::Fst::new(include_bytes!("words.fst").as_slice());
        words.unwrap().stream().into_byte_vec()
    }

    #[test]
    fn words_and_stems_are_found() {
        let check = |text: &str, expected: Option<&str>| {
            let length = longest(text).map(|(length, _)| &text[..length]);
            assert_eq!(length, expected, "{text}");
        };
        check("解約したい", Some("解約"));
        check("払った", Some("払"));
        check("払戻", Some("払"));
        check("支払方法", Some("支払"));
        check("忘れました", Some("忘れ"));
        check("\u{3400}", None);
        check("", None);
    }

    #[test]
    fn a_whole_word_is_the_longest_that_ends_with_its_text() {
        for text in [
            "cancel",
            "cancelx",
            "canc",
            "解約",
            "解約し",
            "払",
            "忘れ",
            "x",
            "",
        ] {
            let longest = longest(text).filter(|&(length, _)| length == text.len());
            assert_eq!(whole(text), longest.map(|(_, row)| row), "{text}");
        }
    }

    #[test]
    fn forms_of_a_word_have_one_vector() {
        let row = |text: &str| longest(text).unwrap().1;
        assert_eq!(row("寄付"), row("寄附"));
        assert_eq!(row("引っ越した"), row("引越した"));
        assert_ne!(row("解約"), row("契約"));
    }

    #[test]
    fn english_words_are_numbered_by_their_frequency() {
        let japanese = all().into_iter().filter(|(word, _)| !word.is_ascii());
        let last = japanese.map(|(_, row)| row).max();
        assert_eq!(last, Some(u64::from(ENGLISH) - 1));
        let words = ["time", "instead", "search", "ribbon", "delete"];
        let places = words.map(|word| more_frequent(word).unwrap());
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(more_frequent("解約"), None);
        assert_eq!(more_frequent("xqzt"), None);
    }

    #[test]
    fn each_number_has_a_vector() {
        let rows = VECTORS.len() / WORD;
        assert_eq!(VECTORS.len() % WORD, 0);
        for (_, row) in all() {
            assert!(usize::try_from(row).unwrap() < rows);
        }
    }
}
