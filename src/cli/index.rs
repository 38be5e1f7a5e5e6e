//! `madoguchi index`: the built index, for those who want to look after it themselves.

use std::fmt::Display;
use std::sync::Arc;

use super::output::{complain, counted};
use super::progress::{Watch, stopped};
use super::{Context, Failure, Outcome, Output, args::IndexAction};
use crate::search::progress::Unfinished;
use crate::search::store::{State, Store};

pub(super) fn run(
    context: &Context,
    action: IndexAction,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    let guide = Arc::new(context.guide_from_files()?);
    let store = Store::new(context.home.index.clone());
    let path = store.path(&guide).ok_or_else(no_folder)?;
    let shown = path.display();
    match action {
        IndexAction::Path => {
            if let State::Barred(why) = store.verify(&guide) {
                complain(&barred(&shown, &why));
            }
            out.text(&format!("{shown}\n"))
        }
        IndexAction::Build => {
            let failed = |error: std::io::Error| Failure::Io(format!("{shown}: {error}\n{ADVICE}"));
            let mut watch = Watch::new(guide.language_for(context.language));
            let built = store.build_with(&guide, &mut |progress| watch.report(progress));
            let signal = watch.end();
            match built {
                Ok(_) => {}
                Err(Unfinished::Stopped) => return Ok(stopped(signal)),
                Err(Unfinished::Failed(error)) => return Err(failed(error)),
            }
            out.text(&format!("built {shown}\n"))
        }
        IndexAction::Verify => match store.verify(&guide) {
            State::Whole { files, bytes } => out.text(&format!(
                "whole: {shown}, {}, {bytes} bytes\n",
                counted(files, "file", "files")
            )),
            State::NoFolder => Err(no_folder()),
            State::Barred(why) => {
                out.text(&format!("{}\n", barred(&shown, &why)))?;
                Ok(Outcome::Negative)
            }
            State::Missing => {
                out.text(&format!(
                    "missing: {shown}; it is built when it is needed\n"
                ))?;
                Ok(Outcome::Negative)
            }
            State::Damaged(reason) => {
                out.text(&format!(
                    "damaged: {shown}: {reason}; it is built anew when it is needed\n"
                ))?;
                Ok(Outcome::Negative)
            }
        },
    }
}

/// What to do where nothing can be stored.
const ADVICE: &str =
    "    help: move away what is in the way, or name a folder that can be written to with --index";

fn barred(place: &impl Display, why: &str) -> String {
    format!("barred: {place}: {why}; the index is built in memory at every start\n{ADVICE}")
}

fn no_folder() -> Failure {
    Failure::Io("the system names no folder for caches\n    help: name one with --index".to_owned())
}
