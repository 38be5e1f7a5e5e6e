//! `madoguchi manifest`: what is to be signed of a guide.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::output::counted;
use super::{Failure, Outcome, Output, args};
use crate::clock::{Clock, SystemClock};
use crate::desk::status::in_zone;
use crate::guide::load::{gather, load_contents};
use crate::guide::{self, Guide, Problem, Source};
use crate::text::shell;
use crate::trust::{Contents, Issue, MANIFEST, Manifest};

/// How long a release is good where nobody says otherwise.
const GOOD_FOR: TimeDelta = TimeDelta::days(90);

pub(super) fn run(args: &args::Manifest, out: &mut Output) -> Result<Outcome, Failure> {
    let last = last(&args.folder)?;
    let (contents, left_out) = gathered(args, last.as_ref())?;
    let guide = checked(&contents, &args.folder)?;
    let issue = issue(args, &guide, last.as_ref())?;
    // It is shared with nobody any more: the guide has its own texts.
    let contents = Arc::unwrap_or_clone(contents).issued(issue);
    let path = args.folder.join(MANIFEST);
    fs::write(&path, contents.manifest().to_text())
        .map_err(|error| Failure::Io(format!("{}: {error}", path.display())))?;
    for problem in left_out {
        out.text(&format!("{problem}\n"))?;
    }
    let Issue {
        id,
        serial,
        good_until,
        ..
    } = contents.issue();
    let manifest = contents.manifest();
    out.text(&format!(
        "{}: release {serial} of {id}, {}, {} bytes, good until {good_until}\nNow sign it: minisign -S -m {}\n",
        path.display(),
        counted(manifest.files.len(), "file", "files"),
        manifest.bytes(),
        shell::word(&path.to_string_lossy()),
    ))
}

/// What was released last, as far as the folder says so.
fn last(folder: &Path) -> Result<Option<Manifest>, Failure> {
    let path = folder.join(MANIFEST);
    let failed = |what: String| {
        Failure::Io(format!(
            "{}: {what}\n    help: put the last one back, or delete it and say --serial",
            path.display()
        ))
    };
    match fs::read(&path) {
        Ok(bytes) => match Manifest::parse(&bytes) {
            Ok(manifest) => Ok(Some(manifest)),
            Err(refusal) => Err(failed(refusal.to_string())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error.to_string())),
    }
}

/// All files, with what is known of the release before the guide is read; and what is left out.
fn gathered(
    args: &args::Manifest,
    last: Option<&Manifest>,
) -> Result<(Arc<Contents>, Vec<Problem>), Failure> {
    if !args.folder.is_dir() {
        let name = args.folder.display().to_string();
        return Err(Failure::Usage(format!(
            "`{}` is no folder: name that of a guide",
            name.escape_debug()
        )));
    }
    let known = args.id.as_ref().or(last.map(|last| &last.issue.id));
    let issue = Issue {
        // Where nobody says one, that of `guide.yaml` shows.
        id: known.cloned().unwrap_or_default(),
        serial: 1,
        made: NaiveDate::default(),
        good_until: NaiveDate::default(),
    };
    let (contents, problems) = gather(&args.folder, issue);
    match contents {
        Some(contents) => Ok((Arc::new(contents), problems)),
        None => Err(Failure::Guide(problems)),
    }
}

/// The guide that these very bytes are, with its queries: one with errors is not signed.
fn checked(contents: &Arc<Contents>, folder: &Path) -> Result<Guide, Failure> {
    let (guide, problems) = load_contents(contents);
    let guide = guide.ok_or(Failure::Guide(problems))?;
    match guide::load::queries(&Source::Folder(folder.to_owned()), &guide) {
        Some((None, problems)) => Err(Failure::Queries(problems)),
        _ => Ok(guide),
    }
}

/// What the release says of itself.
fn issue(args: &args::Manifest, guide: &Guide, last: Option<&Manifest>) -> Result<Issue, Failure> {
    let id = args.id.as_ref().unwrap_or(&guide.id);
    if id.is_empty() {
        let why = "guide.yaml says no id: write `id: …` there, or name one with --id";
        return Err(Failure::Usage(why.to_owned()));
    }
    if *id != guide.id {
        let own = &guide.id;
        return Err(Failure::Usage(format!(
            "--id: guide.yaml says `{own}`, and a guide has one id"
        )));
    }
    let before = last.map_or(0, |last| last.issue.serial);
    let serial = args.serial.or(before.checked_add(1));
    let serial = serial.filter(|&serial| serial > before).ok_or_else(|| {
        Failure::Usage(format!(
            "--serial: the last release was {before}, and each has a higher one than those before it"
        ))
    })?;
    let today = || in_zone(SystemClock.now(), guide.timezone).date_naive();
    let made = args.made.unwrap_or_else(today);
    let good_until = args
        .good_until
        .or_else(|| made.checked_add_signed(GOOD_FOR))
        .unwrap_or(made);
    if good_until < made {
        return Err(Failure::Usage(format!(
            "--good-until: {good_until} is before {made}, the day on which it was made"
        )));
    }
    Ok(Issue {
        id: id.clone(),
        serial,
        made,
        good_until,
    })
}
