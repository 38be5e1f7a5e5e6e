//! The program's own texts, in both languages: the one place where interface wording is written. Pure functions from
//! values to text, without colour and without a screen.

pub mod advice;
pub mod board;
pub mod check;
pub mod checklist;
pub mod copy;
pub mod desk;
pub mod details;
pub mod eval;
pub mod kiosk;
pub mod mouse;
pub mod outage;
pub mod plain;
pub mod progress;
pub mod reading;
pub mod screen;
pub mod search;
pub mod summary;
pub mod time;
