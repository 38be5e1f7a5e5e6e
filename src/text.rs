//! What Japanese (and hostile) text needs before it is searched or drawn. Pure functions on strings.

pub mod clean;
pub mod distance;
pub mod fold;
pub mod grapheme;
pub mod host;
pub mod line_break;
pub mod phone;
pub mod reading;
pub mod segment;
pub mod web;
pub mod width;
