//! The guide that would be shown, the release that lies in its folder, and its index.

use std::sync::Arc;

use chrono::{DateTime, Datelike, Utc};

use super::Report;
use crate::cli::Context;
use crate::cli::output::counted;
use crate::desk::status::{clock_looks_wrong, in_zone};
use crate::guide::load::{load_release, refused};
use crate::guide::{self, Guide, Problem, Severity, Source};
use crate::search::store::{State, Store};
use crate::trust::{Issue, Signed};

/// What was found of the guide.
pub struct Found {
    pub guide: Option<Arc<Guide>>,
    /// Where only what is signed counts.
    pub folder: Option<Folder>,
    pub index: &'static str,
}

/// What lies in the folder of a signed guide.
pub struct Folder {
    pub serial: Option<u64>,
    /// Why it is not used.
    pub refused: Option<String>,
}

/// Looks at the guide and all that belongs to it.
pub fn look(context: &Context, now: DateTime<Utc>, report: &mut Report) -> Found {
    let source = &context.home.source;
    let (loaded, folder) = match source.signed() {
        Some(signed) => {
            let (loaded, folder) = look_at_signed(signed, report);
            (loaded, Some(folder))
        }
        None => (guide::load(source), None),
    };
    let place = match source.folder() {
        Some(folder) => folder.display().to_string(),
        None if *source == Source::Manual => "the manual in the program".to_owned(),
        None => "the one in the program".to_owned(),
    };
    let (guide, problems) = loaded;
    let guide = guide.map(Arc::new);
    let index = if let Some(guide) = &guide {
        facts(&place, guide, now, report);
        if let Some(release) = &guide.provenance.release {
            freshness(guide, release, now, report);
        }
        index(context, guide, report)
    } else {
        let errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let errors = counted(errors.count(), "error", "errors");
        report.bad(
            "guide",
            &format!("{place}: {errors}; `madoguchi check` lists them"),
        );
        "none"
    };
    Found {
        guide,
        folder,
        index,
    }
}

type Loaded = (Option<Guide>, Vec<Problem>);

/// What a kiosk shows of a signed guide: what is kept, or else what is in the folder. Nothing is remembered of it.
fn look_at_signed(signed: &Signed, report: &mut Report) -> (Loaded, Folder) {
    let opened = signed.open();
    let serial = opened.as_ref().ok();
    let serial = serial.map(|release| release.contents().issue().serial);
    let in_folder = match opened {
        Ok(release) => load_release(release.contents(), &signed.folder),
        Err(refusal) => (None, refused(&refusal)),
    };
    let mut errors = in_folder.1.iter();
    let error = errors.find(|problem| problem.severity == Severity::Error);
    let refused = error.map(|problem| {
        let line = problem.line.map(|line| format!(":{line}"));
        let line = line.unwrap_or_default();
        format!("{}{line}: {}", problem.file.display(), problem.what)
    });
    let memory = signed.memory().map(|memory| memory.display().to_string());
    let memory = memory.unwrap_or_else(|| "nowhere: name a folder with --state".to_owned());
    report.fine("memory", &memory);
    let kept = signed.kept().open().ok();
    if let Some(why) = &refused {
        let kept = kept.as_ref().map(|kept| kept.contents().issue().serial);
        let instead =
            kept.map(|serial| format!("; release {serial} is kept, and a kiosk shows it"));
        report.bad("folder", &format!("{why}{}", instead.unwrap_or_default()));
    }
    let shown = match kept {
        Some(kept) => load_release(kept.contents(), &signed.folder),
        None => in_folder,
    };
    (shown, Folder { serial, refused })
}

fn facts(place: &str, guide: &Guide, now: DateTime<Utc>, report: &mut Report) {
    let age = guide.as_of.map(|day| (now.date_naive() - day).num_days());
    let facts = guide.as_of.map(|day| format!(", facts as of {day}"));
    let facts = facts.unwrap_or_default();
    let ago = age.filter(|&age| age >= 0);
    let ago = ago.map_or_else(String::new, |age| format!(" ({} ago)", days(age)));
    report.fine("guide", &format!("{place}: {}{facts}{ago}", guide.id));
    // By a day they may be ahead: it is tomorrow already in Japan.
    if age.is_some_and(|age| age < -1) || clock_looks_wrong(guide, now) {
        let facts = guide.as_of;
        let facts = facts.map(|day| format!(", and the guide's facts are as of {day}"));
        let facts = facts.unwrap_or_default();
        let year = now.year();
        report.note(
            "clock",
            &format!("the year is {year}{facts}; this machine's clock may be wrong"),
        );
    }
}

fn days(days: i64) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}

/// How many days a release is good beyond today, by the calendar of the guide's zone.
pub fn days_left(guide: &Guide, release: &Issue, now: DateTime<Utc>) -> i64 {
    let today = in_zone(now, guide.timezone).date_naive();
    (release.good_until - today).num_days()
}

fn freshness(guide: &Guide, release: &Issue, now: DateTime<Utc>, report: &mut Report) {
    let Issue {
        serial,
        made,
        good_until,
        ..
    } = release;
    let left = days_left(guide, release, now);
    let said = format!("{serial}, made {made}, good until {good_until}");
    if left < 0 {
        let help = "screens say so: sign a newer one";
        report.bad("release", &format!("{said}: expired; {help}"));
    } else {
        report.fine("release", &format!("{said} ({} left)", days(left)));
    }
}

/// Says how the index is, and in a word.
fn index(context: &Context, guide: &Guide, report: &mut Report) -> &'static str {
    let store = Store::new(context.home.index.clone());
    let path = store
        .path(guide)
        .map_or_else(String::new, |path| path.display().to_string());
    match store.verify(guide) {
        State::NoFolder => {
            let text = "no folder to keep it in: built in memory at every start";
            report.note("index", text);
            "none"
        }
        State::Whole { files, bytes } => {
            let files = counted(files, "file", "files");
            report.fine(
                "index",
                &format!("{path}: {files}, {bytes} bytes, sums right"),
            );
            "whole"
        }
        State::Missing => {
            report.note(
                "index",
                &format!("{path}: not there yet, built when it is needed"),
            );
            "missing"
        }
        State::Barred(why) => {
            let help = "move away what is in the way, or name another folder with --index";
            report.note(
                "index",
                &format!("{path}: {why}; built in memory at every start: {help}"),
            );
            "barred"
        }
        State::Damaged(reason) => {
            report.note(
                "index",
                &format!("{path}: {reason}; built anew when it is needed"),
            );
            "damaged"
        }
    }
}
