//! The program in Chinese, in traditional characters.

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

/// Polite (您), short, in the words and with the punctuation of Taiwan.
pub(super) struct Traditional;

impl super::Interface for Traditional {}
