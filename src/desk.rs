//! Desks and time: who is there at an instant, until when, and which desk to turn to now.

pub mod advice;
pub mod status;

pub use advice::Advice;
pub use status::{DeskStatus, LanguageStatus, State};
