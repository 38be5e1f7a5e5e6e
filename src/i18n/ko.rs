//! The program in Korean.

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

/// As counters speak to those who come to them (합니다, 해 주세요), and short.
pub(super) struct Korean;

impl super::Interface for Korean {}
