//! How Japanese is read.

mod letters;
mod pieces;
mod romaji;
pub mod table;
mod words;

pub use letters::{letters, syllables};
pub use romaji::{romaji, to_kana};
pub use words::{Reading, of_surface, words};
