//! What is written in several ways and is one word all the same: kanji, spellings, numbers.
//!
//! Kanji of one meaning and several shapes become one in all folded text (`kanji::usual`), as do simplified and traditional
//! characters where one stands for one; else a word is also [`in_other_script`]. The spellings of a word are
//! [`of`] it, by a table out of Sudachi's dictionary, or [`of_long_e`], and numbers in kanji are [`in_digits`]. All expect folded text.

mod chinese;
pub(super) mod kanji;
mod long_e;
mod numerals;
pub mod table;

pub use chinese::in_other_script;
pub use long_e::of_long_e;
pub use numerals::{in_digits, in_kanji};
pub use table::of;
