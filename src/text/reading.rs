//! How Japanese is read: kana, romaji, and the readings of kanji.
//!
//! Readings are compared as canonical [`letters()`]. Those of a text come from its [`words()`], by a table out of IPADIC;
//! those of a query from what is typed, in [`romaji()`] or in kana or, for a given word, by [`of_surface`]. All of them
//! expect folded text.

mod hiragana;
mod letters;
mod pieces;
mod romaji;
mod spellings;
pub mod table;
mod words;

pub use letters::{letters, syllables, voiced};
pub use romaji::{romaji, to_kana};
pub use words::{
    Morpheme, MorphemeKind, Reading, is_known, morphemes, noun_behind, of_surface, words,
    words_and_whole,
};
