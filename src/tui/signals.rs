//! The thread that watches for signals and for a terminal that goes away.
//!
//! A terminal that is gone makes the input thread spin in its read, so a thread of its own polls for that: with no
//! events asked for, `poll` reports nothing but the hangup. Otherwise it sleeps.

use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::{Event, Exit, terminal};
use crate::app::Message;

/// How long the main thread may take to end the program by itself; it can hang in a write to a terminal that is stuck.
const PATIENCE: Duration = Duration::from_millis(700);

/// Signals, each with the pipe that its handler writes to.
#[derive(Debug)]
pub struct Signals {
    pipes: Vec<(i32, UnixStream)>,
    tty: OwnedFd,
}

impl Signals {
    /// Takes over the handling of signals, from the calling thread on for the whole process.
    pub fn register(tty: OwnedFd) -> io::Result<Self> {
        let mut pipes = Vec::new();
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH] {
            let (read, write) = UnixStream::pair()?;
            read.set_nonblocking(true)?;
            signal_hook::low_level::pipe::register(signal, write)?;
            pipes.push((signal, read));
        }
        Ok(Self { pipes, tty })
    }

    /// Turns signals and the hangup into events, until one of them ends the program.
    pub fn watch(mut self, events: &SyncSender<Event>) {
        loop {
            let exit = match self.wait() {
                Ok(Wakeup::Signals(signals)) => signals
                    .into_iter()
                    .find_map(|signal| forward(signal, events)),
                Ok(Wakeup::Hangup) | Err(_) => Some(Exit::Hangup),
            };
            if let Some(exit) = exit {
                end(exit, events);
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
        match poll(&mut fds, None) {
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

/// Sends what a signal means; the exit, if it ends the program.
fn forward(signal: i32, events: &SyncSender<Event>) -> Option<Exit> {
    let message = match signal {
        SIGWINCH => Message::Resize(terminal::size()),
        SIGTSTP => Message::Suspend,
        SIGCONT => {
            // Whoever stopped the program may have changed the terminal's modes: all of them are set anew.
            terminal::leave();
            if let Err(error) = terminal::enter() {
                log::warn!("the terminal could not be taken again: {error}");
            }
            Message::Redraw
        }
        _ => return Some(Exit::Signal(signal)),
    };
    // When nobody listens, the program is ending anyway.
    let _ = events.send(Event::Message(message));
    None
}

/// Asks the main thread to end; ends the process itself if that does not happen in time.
fn end(exit: Exit, events: &SyncSender<Event>) {
    let code = exit.code();
    let _ = events.try_send(Event::Exit(exit));
    std::thread::sleep(PATIENCE);
    terminal::leave();
    std::process::exit(code);
}
