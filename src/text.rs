//! What Japanese (and hostile) text needs before it is searched or drawn. Pure functions on strings.

pub mod clean;
pub mod dialling;
pub mod dictionary;
pub mod distance;
pub mod fold;
pub mod grapheme;
pub mod host;
pub mod line_break;
pub mod phone;
pub mod reading;
pub mod segment;
pub mod shell;
pub mod sound;
pub mod syntax;
pub mod times;
pub mod typed;
pub mod variants;
pub mod web;
pub mod width;

/// A text with one space for all white space between its words, and none around them.
///
/// ```
/// assert_eq!(madoguchi::text::single_spaced(" a\n  b "), "a b");
/// ```
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last place between two characters of a text that is not behind so many bytes.
pub fn boundary(text: &str, bytes: usize) -> usize {
    let mut places = (0..=bytes.min(text.len())).rev();
    places.find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
