//! What is written in several ways and is one word all the same: kanji, spellings, numbers.
//!
//! Kanji of one meaning and several shapes become one in all folded text (`kanji::usual`). The spellings of a word are
//! [`of`] it, by a table out of Sudachi's dictionary, and numbers in kanji are [`in_digits`]. All expect folded text.

pub(super) mod kanji;
mod numerals;
pub mod table;

pub use numerals::{in_digits, in_kanji};
pub use table::of;
