//! `madoguchi` (窓口, "service counter"): a full-screen terminal browser for a support guide.
//!
//! Data flows one way: a [`guide`] is loaded and checked, [`search`] indexes its sections, [`app`] holds what the
//! reader sees and does, [`ui`] draws it, [`tui`] connects all of it to a terminal. Beside that, [`clock`] feeds
//! [`desk`], which says who can be reached now. ARCHITECTURE.md has the map and the rules.

// A kiosk's parts are used on Linux alone.
#![cfg_attr(not(target_os = "linux"), allow(dead_code))]

pub mod clock;
pub mod heartbeat;
pub mod hours;
pub mod language;
mod parallel;
pub mod pin;
pub mod record;
mod replace;
pub mod sandbox;
#[cfg(unix)]
pub mod signal_pipes;
mod system;
pub mod text;

pub mod frame;
pub mod terminal;

pub mod trust;

pub mod guide;

pub mod check;
pub mod desk;
pub mod search;

pub mod eval;
pub mod insight;

pub mod i18n;

pub mod page;

pub mod app;

pub mod plain;
pub mod ui;

pub mod config;
#[cfg(target_os = "linux")]
pub mod supervisor;
pub mod tui;

pub mod cli;
