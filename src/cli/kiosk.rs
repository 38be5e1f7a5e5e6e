//! `madoguchi kiosk`: the full screen under a supervisor, in a sandbox.

use std::time::Duration;

use rustix::process::{Pid, Signal, getppid, set_parent_process_death_signal};

use super::args::{Global, Kiosk};
use super::{Context, Failure, Outcome, browse};
use crate::sandbox;
use crate::supervisor::{self, Ending, Plan, page::Page};
use crate::tui::Supervised;

pub(super) fn run(context: &Context, global: &Global, args: &Kiosk) -> Result<Outcome, Failure> {
    match args.supervisor {
        None => supervise(context, args),
        Some(supervisor) => {
            follow(supervisor)?;
            let supervised = Supervised {
                sandbox: !args.no_sandbox,
            };
            browse::run(context, global, Some(supervised))
        }
    }
}

/// The parent: it never shows the guide itself, but knows whom to call.
fn supervise(context: &Context, args: &Kiosk) -> Result<Outcome, Failure> {
    browse::need_terminal()?;
    let support = sandbox::support();
    if !args.no_sandbox && !support.is_enough() {
        return Err(Failure::Io(format!(
            "there is no sandbox to be had ({support}), and visitors could get at this machine's files\n    \
             help: use a Linux kernel with seccomp; where nobody but staff comes near, --no-sandbox does without"
        )));
    }
    let plan = Plan {
        arguments: context.arguments.clone(),
        page: Page::new(&context.guide()?),
        ask_every: Duration::from_secs(args.watchdog),
        sandbox: !args.no_sandbox,
    };
    match supervisor::supervise(plan)? {
        Ending::Over => Ok(Outcome::Fine),
        Ending::Signal(signal) => Ok(by_signal(signal)),
        Ending::Hangup => Ok(by_signal(signal_hook::consts::SIGHUP)),
        Ending::Refused(code, said) => {
            super::output::complain(said.trim().trim_start_matches("madoguchi: "));
            Ok(Outcome::Code(code))
        }
        Ending::Unstartable(error) => Err(Failure::Io(format!(
            "the program cannot be started again ({error}): start the kiosk anew"
        ))),
    }
}

fn by_signal(signal: i32) -> Outcome {
    Outcome::Code(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}

/// The browser of a supervisor ends with it, whatever ends that.
fn follow(supervisor: i32) -> Result<(), Failure> {
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(std::io::Error::from)?;
    // It may have ended before this was said.
    if getppid() == Pid::from_raw(supervisor) {
        Ok(())
    } else {
        Err(Failure::Usage(
            "--supervisor is for the kiosk's own use".to_owned(),
        ))
    }
}
