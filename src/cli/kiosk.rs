//! `madoguchi kiosk`: the browser on a public terminal.
//!
//! Whatever is needed later is loaded before it starts; while it runs it opens no file but the guide's and the index's.

mod pin_file;

use chrono::TimeDelta;

use super::args::{Global, Kiosk};
use super::output::Output;
use super::{Context, Failure, Outcome, browse};
use crate::tui::Public;

pub(super) fn run(
    context: &Context,
    args: &Kiosk,
    global: &Global,
    out: &mut Output,
) -> Result<Outcome, Failure> {
    if args.make_pin {
        return pin_file::make(out);
    }
    let public = load(args)?;
    browse::start(context, global, Some(public))
}

/// The message of an internal error can have in it what a visitor typed.
pub(super) fn no_log() -> Failure {
    let why =
        "the kiosk writes no log, so that nothing is kept of what visitors do: leave out --log";
    Failure::Usage(why.to_owned())
}

/// The options, with the files that they name read.
fn load(args: &Kiosk) -> Result<Public, Failure> {
    let pin = args.pin_file.as_deref().map(pin_file::read).transpose()?;
    Ok(Public {
        idle: TimeDelta::seconds(args.idle.into()),
        pin,
    })
}
