//! The program in English.

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

/// Plain and short.
pub(super) struct English;

impl super::Interface for English {}
