//! `madoguchi doctor`: what the program finds on this machine, for a report, a puzzled reader or whatever watches over many
//! counters. It changes nothing.

mod counter;
mod guide;
pub(super) mod sandbox;

use std::io::{self, IsTerminal};

use serde::Serialize;

use super::output::counted;
use super::{Context, Failure, Outcome, Output, args::Global, settings, zone_in_doubt};
use crate::clock::{Clock, SystemClock, system_viewer_zone};
use crate::config::Config;
use crate::frame::layout::MIN;
use crate::text::clean::clean;
use crate::ui::theme::has_screen;
use crate::{system, terminal};

/// Prints a line per finding, or all of it as JSON; the outcome is negative when one of them keeps the browser from working well.
pub(super) fn run(
    context: &Context,
    global: &Global,
    json: bool,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let mut report = Report::default();
    report.fine(
        "program",
        &format!("madoguchi {}", env!("CARGO_PKG_VERSION")),
    );
    let now = SystemClock.now();
    let guide = guide::look(context, now, &mut report);
    screen(context, &mut report);
    configuration(global, &mut report);
    time(global, &mut report);
    sandbox::line(&mut report);
    if json {
        let memory = global.state.as_deref();
        out.json(&counter::Counter::new(&guide, memory, &report, now))?;
    } else {
        out.text(&report.lines())?;
    }
    Ok(report.outcome())
}

#[derive(Default)]
struct Report(Vec<Finding>);

/// What was found of one thing.
#[derive(Serialize)]
struct Finding {
    verdict: Verdict,
    what: &'static str,
    found: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Ok,
    Note,
    /// It keeps the browser from working well.
    Bad,
}

impl Report {
    fn fine(&mut self, what: &'static str, found: &str) {
        self.add(Verdict::Ok, what, found);
    }

    fn note(&mut self, what: &'static str, found: &str) {
        self.add(Verdict::Note, what, found);
    }

    fn bad(&mut self, what: &'static str, found: &str) {
        self.add(Verdict::Bad, what, found);
    }

    fn add(&mut self, verdict: Verdict, what: &'static str, found: &str) {
        let found = clean(found).into_owned();
        self.0.push(Finding {
            verdict,
            what,
            found,
        });
    }

    fn is_bad(&self) -> bool {
        let is_bad = |finding: &Finding| finding.verdict == Verdict::Bad;
        self.0.iter().any(is_bad)
    }

    fn outcome(&self) -> Outcome {
        if self.is_bad() {
            Outcome::Negative
        } else {
            Outcome::Fine
        }
    }

    fn lines(&self) -> String {
        let line = |finding: &Finding| {
            let verdict = match finding.verdict {
                Verdict::Ok => "ok",
                Verdict::Note => "note",
                Verdict::Bad => "BAD",
            };
            format!("{verdict:<5} {:<10} {}\n", finding.what, finding.found)
        };
        self.0.iter().map(line).collect()
    }
}

fn screen(context: &Context, report: &mut Report) {
    let term = system::variable("TERM");
    let size = terminal::size();
    let place = format!(
        "TERM {}, {}×{}",
        term.as_deref().unwrap_or("not set"),
        size.columns,
        size.rows
    );
    if !io::stdout().is_terminal() {
        report.note(
            "terminal",
            &format!("{place}; the standard output is no terminal"),
        );
    } else if !has_screen(term.as_deref()) {
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
        .find_map(|name| system::variable(name).filter(|value| !value.is_empty()));
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
