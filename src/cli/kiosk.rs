//! `madoguchi kiosk`: the browser on a public terminal, in a process of its own.
//!
//! The process that is started supervises; it starts itself once more as the browser, with the same options and one more.
//! Whatever the browser needs later is loaded before its first frame.

mod pin_file;
mod renewal;

use std::io;
use std::path::Path;
use std::time::Duration;

use chrono::TimeDelta;
use rustix::process::{Pid, Signal, getppid, set_parent_process_death_signal};
use signal_hook::consts::{SIGHUP, SIGTERM};

use super::args::{Global, Kiosk};
use super::browse::{self, Way};
use super::output::{Output, complain};
use super::{Context, Failure, Outcome, REFUSED, stack, viewer_zone};
use crate::clock::{Clock, SystemClock};
use crate::config::Config;
use crate::parallel;
use crate::record::Record;
use crate::sandbox;
use crate::signal_pipes::hold_back_all_but;
use crate::supervisor::{self, Ending, Plan, page::Page};
use crate::terminal;
use crate::tui::Public;

pub(super) fn run(
    context: &Context,
    args: &Kiosk,
    (global, config): (&Global, Config),
    out: &mut Output,
) -> Result<Outcome, Failure> {
    if args.make_pin {
        return pin_file::make(out);
    }
    if let Some(seen) = &args.look {
        return renewal::look(context, args, seen, out);
    }
    // Until there is something to do for them, no other signals are of any use.
    hold_back_all_but(&[SIGTERM, SIGHUP])?;
    match args.supervisor {
        None => {
            // What is wrong with the options is said before the screen is gone.
            browse::theme(global, &config)?;
            supervise(context, args, global)
        }
        Some(supervisor) => {
            follow(supervisor, args)?;
            let kept = &context.of_kept();
            let ended = load(args).and_then(|way| browse::start(kept, global, config, way));
            // It may not have come so far as to take it, and be the only one left to do so.
            terminal::leave();
            ended
        }
    }
}

/// The message of an internal error can have in it what a visitor typed.
pub(super) fn no_log() -> Failure {
    let why =
        "the kiosk writes no log, so that nothing is kept of what visitors do: leave out --log";
    Failure::Usage(why.to_owned())
}

/// The options, with the files that they name read.
fn load(args: &Kiosk) -> Result<Way, Failure> {
    let pin = args.pin_file.as_deref().map(pin_file::read).transpose()?;
    Ok(Way {
        watch: false,
        insight: args.insight.as_deref().map(browse::journal).transpose()?,
        public: Some(Public {
            idle: TimeDelta::seconds(args.idle.into()),
            pin,
            sandbox: !args.no_sandbox,
        }),
    })
}

/// Never shows the guide itself, but knows whom to call.
fn supervise(context: &Context, args: &Kiosk, global: &Global) -> Result<Outcome, Failure> {
    // What is wrong with the options is said before the screen is gone.
    load(args)?;
    viewer_zone(global)?;
    browse::need_terminal()?;
    stack::need_room()?;
    // What the kernel has for a sandbox is tried in one, and without threads there is no browser either.
    let thread = parallel::thread().spawn(|| ());
    thread
        .map_err(|error| parallel::refused(&error))?
        .join()
        .ok();
    let support = sandbox::support();
    if !args.no_sandbox && !support.is_enough() {
        return Err(Failure::Io(format!(
            "there is no sandbox to be had ({support}), and visitors could get at this machine's files\n    \
             help: use a Linux kernel with seccomp; where nobody but staff comes near, --no-sandbox does without"
        )));
    }
    let seen = renewal::first(context)?;
    let context = &context.of_kept();
    let plan = Plan {
        arguments: context.arguments.clone(),
        page: Page::new(&context.guide_without_articles()?),
        ping_every: Duration::from_secs(args.watchdog.into()),
        sandbox: !args.no_sandbox,
        seen,
        record: global.state.as_deref().map(record),
    };
    match supervisor::supervise(plan)? {
        Ending::Over => Ok(Outcome::Fine),
        Ending::Signal(signal) => Ok(by_signal(signal)),
        Ending::Hangup => Ok(by_signal(signal_hook::consts::SIGHUP)),
        Ending::Refused(code, said) => {
            // Of a long list of problems the browser's last words are only the end: this says all of it.
            if code == REFUSED {
                context.guide_read_anew()?;
            }
            complain(said.trim().trim_start_matches("madoguchi: "));
            Ok(Outcome::Code(code))
        }
        Ending::Unstartable(error) => Err(Failure::Io(format!(
            "the program cannot be started again ({error}): start the kiosk anew"
        ))),
    }
}

/// What is written down of this kiosk, below the folder that `--state` names.
fn record(memory: &Path) -> Record {
    let terminal = rustix::termios::ttyname(io::stdin(), Vec::new());
    let terminal = terminal.map_or_else(
        |_| "terminal".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    let pid = rustix::process::getpid().as_raw_pid();
    Record::new(memory, &terminal, pid, SystemClock.now())
}

fn by_signal(signal: i32) -> Outcome {
    Outcome::Code(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}

/// The browser of a supervisor ends with it, whatever ends that, and wipes the terminal.
fn follow(supervisor: i32, args: &Kiosk) -> Result<(), Failure> {
    set_parent_process_death_signal(Some(Signal::TERM)).map_err(std::io::Error::from)?;
    // In a list of processes it would be `exe`, which is what was started.
    let _ = rustix::thread::set_name(c"madoguchi");
    // It may have ended before this was said.
    let parent = getppid().filter(|parent| Some(*parent) == Pid::from_raw(supervisor));
    let Some(parent) = parent else {
        let why = "--supervisor is for the kiosk's own use";
        return Err(Failure::Usage(why.to_owned()));
    };
    if let Some(modes) = &args.modes {
        let modes = modes.parse();
        let modes = modes.map_err(|what| Failure::Usage(format!("--modes: {what}")))?;
        terminal::modes::remember(parent, modes);
    }
    Ok(())
}
