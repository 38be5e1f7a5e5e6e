//! The browser of a supervisor: what it says to it, and when it gives up what it no longer needs.

use std::io;
use std::ops::ControlFlow;
use std::sync::{Arc, Barrier};

use crate::clock::{Clock, SystemClock};
use crate::heartbeat::{self, WORKING};
use crate::sandbox;
use crate::search::progress::Progress;

/// The sandbox, half closed: files are out of reach, and the threads are still to start.
#[derive(Debug)]
pub struct Seal {
    /// A thread that is only just starting makes calls that it never makes again. `None` where there is no sandbox, so that
    /// nobody waits for another.
    started: Option<Arc<Barrier>>,
}

impl Seal {
    /// Gives up files and programs, if there is to be a sandbox. `threads` are to start after that.
    pub fn files(sandbox: bool, threads: usize) -> io::Result<Self> {
        // The first look finds out where the kernel keeps the time, which takes a file.
        let _ = SystemClock.uptime();
        if sandbox {
            sandbox::harden()
                .and_then(|()| sandbox::seal_files())
                .map_err(io::Error::other)?;
        }
        let started = sandbox.then(|| Arc::new(Barrier::new(threads + 1)));
        Ok(Self { started })
    }

    /// A thread's work, which begins when all of them are there, if there is a sandbox.
    pub fn after(&self, work: impl FnOnce() + Send + 'static) -> impl FnOnce() + Send + 'static {
        let started = self.started.clone();
        move || {
            if let Some(started) = started {
                started.wait();
            }
            work();
        }
    }

    /// Waits for the threads, and gives up all system calls that a running browser does not make.
    pub fn calls(self) -> io::Result<()> {
        let Some(started) = self.started else {
            return Ok(());
        };
        started.wait();
        sandbox::seal_calls().map_err(io::Error::other)
    }
}

/// Tells the supervisor that the start takes long. For nobody it need not go on.
pub fn say_working(_: Progress) -> ControlFlow<()> {
    match heartbeat::say(WORKING) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

/// Should the supervisor end, this process is told to end too (`cli::kiosk`). If it is stopped it would not hear of it; so it
/// is made to go on as well, by a thread of its own, because each thread can ask for one signal.
pub fn wake_when_orphaned() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::CONT));
}
