//! The program in Japanese.

mod advice;
mod board;
mod changes;
mod check;
mod checklist;
mod copy;
mod desk;
mod details;
mod eval;
mod insight;
mod keys;
mod kiosk;
mod menu;
mod mouse;
mod names;
mod outage;
mod plain;
mod progress;
mod reading;
mod release;
mod screen;
mod search;
mod summary;
mod time;

/// Polite, short, and with the punctuation of Japanese.
pub(super) struct Japanese;

impl super::Interface for Japanese {}
