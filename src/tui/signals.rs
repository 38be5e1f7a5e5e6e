//! The thread that watches for signals and for a terminal that goes away.
//!
//! A terminal that is gone makes the input thread spin in its read, so a thread of its own polls for that: with no
//! events asked for, `poll` reports nothing but the hangup. Otherwise it sleeps.

use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::terminal::{self, Kind};
use super::{Event, Exit};
use crate::app::Message;

/// How long the main thread may take to end the program by itself; it can hang in a write to a terminal that is stuck.
const PATIENCE: Duration = Duration::from_millis(700);

/// When a signal that found the queue full is tried again.
const RETRY: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// Signals, each with the pipe that its handler writes to.
#[derive(Debug)]
pub struct Signals {
    pipes: Vec<(i32, UnixStream)>,
    tty: OwnedFd,
    /// Signals that found the queue of events full.
    unsent: Vec<i32>,
}

impl Signals {
    /// Takes over the handling of signals, from the calling thread on for the whole process.
    ///
    /// On a public terminal those that keys send where a terminal is not in raw mode (Ctrl-C, Ctrl-\, Ctrl-Z) do nothing,
    /// whoever sends them: in raw mode none comes from a key, and whatever once puts the terminal out of it must not make
    /// a key into a way out. SIGTERM and SIGHUP, which no key sends, end it.
    pub fn register(tty: OwnedFd, kind: Kind) -> io::Result<Self> {
        let by_key = [SIGINT, SIGQUIT];
        let mut signals = vec![SIGHUP, SIGTERM, SIGCONT, SIGWINCH];
        match kind {
            Kind::Own => signals.extend(by_key),
            Kind::Public => {
                for signal in by_key.into_iter().chain([SIGTSTP]) {
                    // Nobody looks at the flag: that it is set is all that happens.
                    signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false)))?;
                }
            }
        }
        let mut pipes = Vec::new();
        for signal in signals {
            let (read, write) = UnixStream::pair()?;
            read.set_nonblocking(true)?;
            signal_hook::low_level::pipe::register(signal, write)?;
            pipes.push((signal, read));
        }
        Ok(Self {
            pipes,
            tty,
            unsent: Vec::new(),
        })
    }

    /// Turns signals and the hangup into events, until one of them ends the program.
    pub fn watch(mut self, events: &SyncSender<Event>) {
        loop {
            match self.wait() {
                Ok(Wakeup::Signals(signals)) => self.forward(signals, events),
                Ok(Wakeup::Hangup) | Err(_) => end(Exit::Hangup, events),
            }
        }
    }

    /// Sends what signals mean. Never waits for room in the queue: the next signal may be the one that ends the program.
    fn forward(&mut self, signals: Vec<i32>, events: &SyncSender<Event>) {
        let mut all = std::mem::take(&mut self.unsent);
        all.extend(signals);
        all.sort_unstable();
        all.dedup();
        for signal in all {
            let event = match signal {
                SIGWINCH => Event::Message(Message::Resize(terminal::size())),
                SIGCONT => Event::Continued,
                _ => end(Exit::Signal(signal), events),
            };
            if let Err(TrySendError::Full(_)) = events.try_send(event) {
                self.unsent.push(signal);
            }
        }
    }

    fn wait(&mut self) -> io::Result<Wakeup> {
        let mut fds: Vec<PollFd<'_>> = self
            .pipes
            .iter()
            .map(|(_, pipe)| PollFd::new(pipe, PollFlags::IN))
            .collect();
        fds.push(PollFd::from_borrowed_fd(
            self.tty.as_fd(),
            PollFlags::empty(),
        ));
        let again = (!self.unsent.is_empty()).then_some(&RETRY);
        match poll(&mut fds, again) {
            Err(rustix::io::Errno::INTR) => return Ok(Wakeup::Signals(Vec::new())),
            other => other?,
        };
        let hangup = fds.pop().is_some_and(|tty| !tty.revents().is_empty());
        let ready: Vec<bool> = fds.iter().map(|fd| !fd.revents().is_empty()).collect();
        drop(fds);
        if hangup {
            return Ok(Wakeup::Hangup);
        }
        let mut signals = Vec::new();
        for ((signal, pipe), _) in self.pipes.iter_mut().zip(ready).filter(|(_, ready)| *ready) {
            // Many of the same signal are one: the pipe is emptied at once.
            while pipe.read(&mut [0; 64]).is_ok_and(|read| read > 0) {}
            signals.push(*signal);
        }
        Ok(Wakeup::Signals(signals))
    }
}

enum Wakeup {
    Signals(Vec<i32>),
    Hangup,
}

/// Asks the main thread to end; ends the process itself if that does not happen in time.
fn end(exit: Exit, events: &SyncSender<Event>) -> ! {
    let code = exit.code();
    let _ = events.try_send(Event::Exit(exit));
    std::thread::sleep(PATIENCE);
    terminal::leave_without_waiting();
    std::process::exit(code);
}
