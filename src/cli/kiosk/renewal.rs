//! Another guide for a running kiosk, or another release of it: found, checked beside the one that is shown, and kept for the
//! next browser.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use rustix::process::{Signal, set_parent_process_death_signal};

use crate::cli::args::Kiosk;
use crate::cli::output::{Output, complain};
use crate::cli::{Context, Failure, Outcome};
use crate::guide::load::{load_release, look_of_files, refused};
use crate::guide::{Guide, Severity};
use crate::sandbox;
use crate::search::store::Store;
use crate::supervisor::NEW;
use crate::trust::Signed;

/// What there is in the guide's folder.
enum Found {
    /// The release that is kept.
    Known,
    Good(Box<Guide>),
    Bad(Failure),
    /// It cannot be kept now: the same may be good the next time.
    NotNow(Failure),
}

/// Looks at the guide before there is a browser; says what its files look like, where they can become others. Of a signed one a
/// release that is not good is left, where there is an earlier one.
///
/// # Errors
/// Where there is nothing to be shown.
pub(super) fn first(context: &Context) -> Result<Option<String>, Failure> {
    let source = &context.home.source;
    if source.folder().is_none() {
        return Ok(None);
    }
    let look = look_of_files(source);
    if let Some(signed) = source.signed()
        && let Found::Bad(failure) | Found::NotNow(failure) = renew(context, signed)
    {
        if signed.kept().open().is_err() {
            return Err(failure);
        }
        let why = said(&failure);
        complain(&format!(
            "the guide is left as it was, for the one that is there is not used: {why}"
        ));
    }
    Ok(Some(look))
}

/// Verifies and checks the release in the folder; keeps it where it is good and another one than is kept.
fn renew(context: &Context, signed: &Signed) -> Found {
    let release = match signed.open() {
        Ok(release) => release,
        Err(refusal) if refusal.is_of_this_machine() => {
            return Found::NotNow(Failure::Guide(refused(&refusal)));
        }
        Err(refusal) => return Found::Bad(Failure::Guide(refused(&refusal))),
    };
    if signed.kept().open().as_ref() == Ok(&release) {
        return Found::Known;
    }
    let loaded = load_release(release.contents(), &signed.folder);
    match context.in_wanted_language(loaded) {
        Ok(guide) => match signed.keep(&release) {
            Ok(()) => Found::Good(Box::new(guide)),
            Err(refusal) => Found::NotNow(Failure::Guide(refused(&refusal))),
        },
        Err(failure) => Found::Bad(failure),
    }
}

/// Says what the guide's files look like now, on a line. Where that is not what was seen before, the guide is read and its index
/// built, so that whoever shows it finds both good; where it is not good, the next line says why, and where it may be good
/// although it looks the same the next time, the first one is empty.
pub(super) fn look(
    context: &Context,
    args: &Kiosk,
    seen: &str,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(std::io::Error::from)?;
    if !args.no_sandbox {
        confine(context).map_err(|error| Failure::Io(error.to_string()))?;
    }
    let source = &context.home.source;
    let now = look_of_files(source);
    if now == seen {
        return Ok(Outcome::Fine);
    }
    let found = match source.signed() {
        Some(signed) => renew(context, signed),
        None => match context.guide_read_anew() {
            Ok(guide) => Found::Good(Box::new(guide)),
            Err(failure) => Found::Bad(failure),
        },
    };
    if let Found::Good(guide) = &found {
        build_index(context, guide);
    }
    // While files are being written there is another time to look. What was signed is whole, whatever follows it.
    if look_of_files(source) != now && !matches!(found, Found::Good(_) if source.signed().is_some())
    {
        return Ok(Outcome::Fine);
    }
    match found {
        Found::Known => out.text(&now),
        Found::Good(_) => out.text(&now).map(|_| Outcome::Code(NEW)),
        Found::Bad(failure) => out.text(&format!("{now}\n{}", said(&failure))),
        Found::NotNow(failure) => out.text(&format!("\n{}", said(&failure))),
    }
}

/// Nothing is left but to read the guide, and to write what is kept of it.
fn confine(context: &Context) -> Result<(), sandbox::Error> {
    let source = &context.home.source;
    let memory = source.signed().and_then(Signed::memory);
    let written: Vec<&Path> = context
        .home
        .index
        .as_deref()
        .into_iter()
        .chain(memory)
        .collect();
    for folder in &written {
        // Where it cannot be made, nothing can be kept, which is told later.
        let _ = fs::create_dir_all(folder);
    }
    let read: Vec<&Path> = source.folder().into_iter().collect();
    sandbox::harden()?;
    sandbox::confine_reader(&read, &written)
}

fn build_index(context: &Context, guide: &Guide) {
    let store = Store::new(context.home.index.clone());
    let guide = Arc::new(guide.clone());
    // Where it cannot be kept, the browser builds its own.
    let _ = store.build_with(&guide, &mut |_| ControlFlow::Continue(()));
}

/// Why a guide is not used, on one line.
fn said(failure: &Failure) -> String {
    let text = match failure {
        Failure::Guide(problems) => {
            let mut errors = problems.iter();
            let first = errors.find(|problem| problem.severity == Severity::Error);
            first.map_or_else(String::new, |problem| {
                let line = problem.line.map(|line| format!(":{line}"));
                let place = format!("{}{}", problem.file.display(), line.unwrap_or_default());
                format!("{place}: {}", problem.what)
            })
        }
        Failure::Usage(why) | Failure::Io(why) => why.clone(),
        // Of nothing else is a guide made.
        _ => String::new(),
    };
    text.lines().next().unwrap_or_default().to_owned()
}
