//! `madoguchi doctor`: what the program finds on this machine, for a report or a puzzled reader.

pub(super) mod sandbox;

use std::io::{self, IsTerminal};
use std::sync::Arc;

use chrono::Datelike;

use super::output::counted;
use super::{Context, Failure, Outcome, Output, args::Global, settings, zone_in_doubt};
use crate::clock::{Clock, SystemClock, system_viewer_zone};
use crate::config::Config;
use crate::desk::status::clock_looks_wrong;
use crate::frame::layout::MIN;
use crate::guide::{self, Severity, Source};
use crate::search::store::{State, Store};
use crate::terminal;
use crate::text::clean::clean;
use crate::ui::theme::has_screen;

/// Prints a line per finding; the outcome is negative when one of them keeps the browser from working well.
pub(super) fn run(
    context: &Context,
    global: &Global,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let mut report = Report::default();
    report.fine(
        "program",
        &format!("madoguchi {}", env!("CARGO_PKG_VERSION")),
    );
    guide_and_index(context, &mut report);
    screen(context, &mut report);
    configuration(global, &mut report);
    time(global, &mut report);
    sandbox::line(&mut report);
    out.text(&report.lines)?;
    Ok(if report.bad {
        Outcome::Negative
    } else {
        Outcome::Fine
    })
}

#[derive(Default)]
struct Report {
    lines: String,
    bad: bool,
}

impl Report {
    fn fine(&mut self, what: &str, found: &str) {
        self.line("ok", what, found);
    }

    fn note(&mut self, what: &str, found: &str) {
        self.line("note", what, found);
    }

    fn bad(&mut self, what: &str, found: &str) {
        self.bad = true;
        self.line("BAD", what, found);
    }

    fn line(&mut self, verdict: &str, what: &str, found: &str) {
        self.lines += &format!(
            "{verdict:<5} {what:<10} {found}
"
        );
    }
}

fn guide_and_index(context: &Context, report: &mut Report) {
    let home = &context.home;
    let place = match &home.source {
        Source::BuiltIn => "the one in the program".to_owned(),
        Source::Manual => "the manual in the program".to_owned(),
        Source::Folder(folder) => folder.display().to_string(),
    };
    let (guide, problems) = guide::load(&home.source);
    let Some(guide) = guide.map(Arc::new) else {
        let errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .count();
        report.bad(
            "guide",
            &format!(
                "{place}: {}; `madoguchi check` lists them",
                counted(errors, "error", "errors")
            ),
        );
        return;
    };
    let now = SystemClock.now();
    let age = guide.as_of.map(|day| (now.date_naive() - day).num_days());
    let facts = guide.as_of.map(|day| format!(", facts as of {day}"));
    let facts = facts.unwrap_or_default();
    let ago = age.filter(|&age| age >= 0);
    let ago = ago.map_or_else(String::new, |age| {
        format!(
            " ({} ago)",
            if age == 1 {
                "1 day".to_owned()
            } else {
                format!("{age} days")
            }
        )
    });
    report.fine("guide", &format!("{place}: {}{facts}{ago}", guide.id));
    // By a day they may be ahead: it is tomorrow already in Japan.
    if age.is_some_and(|age| age < -1) || clock_looks_wrong(&guide, now) {
        let facts = guide.as_of;
        let facts = facts.map(|day| format!(", and the guide's facts are as of {day}"));
        let facts = facts.unwrap_or_default();
        let year = now.year();
        report.note(
            "clock",
            &format!("the year is {year}{facts}; this machine's clock may be wrong"),
        );
    }
    let store = Store::new(home.index.clone());
    let path = store
        .path(&guide)
        .map_or_else(String::new, |path| path.display().to_string());
    match store.verify(&guide) {
        State::NoFolder => report.note(
            "index",
            "no folder to keep it in: built in memory at every start",
        ),
        State::Whole { files, bytes } => {
            report.fine(
                "index",
                &format!("{path}: {}, {bytes} bytes, sums right", counted(files, "file", "files")),
            );
        }
        State::Missing => {
            report.note(
                "index",
                &format!("{path}: not there yet, built when it is needed"),
            );
        }
        State::Barred(why) => report.note(
            "index",
            &format!(
                "{path}: {why}; built in memory at every start: move away what is in the way, or name another folder with --index"
            ),
        ),
        State::Damaged(reason) => {
            report.note(
                "index",
                &format!("{path}: {reason}; built anew when it is needed"),
            );
        }
    }
}

fn screen(context: &Context, report: &mut Report) {
    let term = std::env::var("TERM").unwrap_or_else(|_| "not set".to_owned());
    let size = terminal::size();
    let place = format!("TERM {term}, {}×{}", size.columns, size.rows);
    if !io::stdout().is_terminal() {
        report.note(
            "terminal",
            &format!("{place}; the standard output is no terminal"),
        );
    } else if !has_screen(std::env::var("TERM").ok().as_deref()) {
        report.bad(
            "terminal",
            &format!("{place}: shows no full screen; --plain does without"),
        );
    } else if size.columns < MIN.columns || size.rows < MIN.rows {
        report.bad(
            "terminal",
            &format!("{place}: {}×{} are needed", MIN.columns, MIN.rows),
        );
    } else {
        report.fine("terminal", &place);
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let language = context.language.map_or_else(
        || "the guide's first".to_owned(),
        |language| language.to_string(),
    );
    match locale {
        Some(locale)
            if locale
                .to_ascii_lowercase()
                .replace('-', "")
                .contains("utf8") =>
        {
            report.fine("locale", &format!("{locale}; language: {language}"));
        }
        other => {
            let locale = other.unwrap_or_else(|| "not set".to_owned());
            report.note(
                "locale",
                &format!("{locale}: not UTF-8, Japanese may look broken; language: {language}"),
            );
        }
    }
}

/// The configuration of a browser that was started with the same options.
fn configuration(global: &Global, report: &mut Report) {
    let Some(file) = settings::file(global) else {
        return;
    };
    let shown = clean(&file.display().to_string()).replace('\n', " ");
    match Config::read(&file) {
        Ok(_) => report.fine("configuration", &shown),
        Err(problems) => {
            let head = counted(problems.len(), "error", "errors");
            report.bad("configuration", &format!("{shown}: {head}"));
            for problem in problems {
                report.bad("configuration", &problem.to_string());
            }
        }
    }
}

fn time(global: &Global, report: &mut Report) {
    match system_viewer_zone(global.tz.as_deref()) {
        Ok(zone) => {
            if let Some(doubt) = zone_in_doubt(global, zone) {
                report.note("time zone", &doubt.replace("\n    help:", ";"));
            }
            let now = SystemClock.now().with_timezone(&zone);
            report.fine(
                "time zone",
                &format!(
                    "{}, now {}",
                    zone.name(),
                    now.format("%Y-%m-%d %H:%M:%S %:z")
                ),
            );
        }
        Err(error) => report.bad("time zone", &error.to_string()),
    }
}
