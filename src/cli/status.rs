//! `madoguchi status`: who can be reached at an instant, as text for people, as JSON for programs, or as one line; once,
//! or whenever it changes.
//!
//! Below are pure functions from a guide and an instant to a string; the clock is read and the output written here.

mod json;
mod text;
mod watch;

use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Context, Failure, Outcome, Output, args, viewer_zone};
use crate::clock::{Clock, SystemClock};
use crate::desk::DeskStatus;
use crate::desk::status::{clock_looks_wrong, status};
use crate::guide::Guide;
use crate::i18n::summary;
use crate::i18n::time::Clocks;
use crate::language::Language;
use crate::system;

pub use json::json;
pub use text::text;
pub use watch::{Woken, watch};

pub(super) fn run(
    context: &Context,
    args: &args::Status,
    global: &args::Global,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let at = args.at.as_deref().map(parse_at).transpose();
    let at = at.map_err(|problem| Failure::Usage(format!("--at: {problem}")))?;
    let viewer = viewer_zone(global)?;
    let guide = context.desks_to_print()?;
    let lang = guide.language_for(context.language);
    let at = at.unwrap_or_else(|| SystemClock.now());
    match (args.watch, args.json, args.short) {
        (true, true, _) => watch_json(&guide, lang, viewer, out),
        (true, false, _) => watch_line(&guide, lang, viewer, out),
        (false, true, _) => print_json(&guide, at, lang, out),
        (false, false, true) => print_line(&short(&guide, at, lang, viewer), out),
        (false, false, false) => out.text(&text(&guide, at, lang, viewer)),
    }
}

fn watch_line(
    guide: &Guide,
    lang: Language,
    viewer: Tz,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let say = |at| short(guide, at, lang, viewer);
    watch(
        &SystemClock,
        say,
        |_, line| print_line(line, out).map(drop),
        wait,
    )?;
    Ok(Outcome::Fine)
}

fn watch_json(
    guide: &Guide,
    lang: Language,
    viewer: Tz,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let say = |at| news(guide, at, lang, viewer);
    watch(
        &SystemClock,
        say,
        |at, _| print_json(guide, at, lang, out).map(drop),
        wait,
    )?;
    Ok(Outcome::Fine)
}

fn print_line(line: &str, out: &mut Output) -> Result<Outcome, Failure> {
    out.text(&format!("{line}\n"))
}

fn print_json(
    guide: &Guide,
    at: DateTime<Utc>,
    lang: Language,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let json = json(guide, at, lang).map_err(|error| Failure::Io(error.to_string()))?;
    print_line(&json, out)
}

fn wait(at_most: Duration) -> Result<Woken, Failure> {
    Ok(if system::wait_beside_output(at_most)? {
        Woken::Look
    } else {
        Woken::Disconnected
    })
}

/// One line for the bar of another program or a prompt, without a newline.
pub fn short(guide: &Guide, at: DateTime<Utc>, lang: Language, viewer: Tz) -> String {
    let now = Clocks::new(at, guide.timezone, viewer);
    let line = summary::short(&status(guide, at, lang), guide, now, lang);
    // A guide may have names of several lines.
    line.replace(['\n', '\t'], " ")
}

/// What the JSON says, without what changes every minute: its instant, and how long it is until then.
pub fn news(
    guide: &Guide,
    at: DateTime<Utc>,
    lang: Language,
    viewer: Tz,
) -> (Vec<DeskStatus>, String, bool) {
    (
        status(guide, at, lang),
        short(guide, at, lang, viewer),
        clock_looks_wrong(guide, at),
    )
}

/// Reads the value of `--at`. The error says what is missing.
pub fn parse_at(text: &str) -> Result<DateTime<Utc>, String> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.to_utc());
    }
    let with = |end: &str| DateTime::parse_from_rfc3339(&format!("{text}{end}")).is_ok();
    let problem = if with("Z") {
        "the offset from UTC is missing"
    } else if with(":00Z") {
        "the seconds and the offset from UTC are missing"
    } else if with("T00:00:00Z") {
        "the time is missing"
    } else {
        "that is no date and time of RFC 3339"
    };
    Err(format!(
        "`{}`: {problem}; write it like 2026-11-23T20:59:59+09:00 or 2026-11-23T11:59:59Z",
        text.escape_debug()
    ))
}
