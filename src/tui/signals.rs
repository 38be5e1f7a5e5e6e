//! The thread that watches for signals and for a terminal that goes away.
//!
//! The input thread finds a terminal gone too, but it may be waiting for room in the queue of events while the main thread
//! hangs in a write. This one waits for neither: with no events asked for, `poll` reports nothing but the hangup.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{SyncSender, TrySendError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGWINCH, SIGXCPU,
};

use super::{Event, Exit};
use crate::app::News;
#[cfg(target_os = "linux")]
use crate::signal_pipes::HeldBack;
use crate::signal_pipes::{SignalPipes, hold_back_all_but};
use crate::terminal::{self, Ownership};

/// By this signal a supervisor asks whether the browser is alive.
const PING: i32 = SIGUSR1;

/// By this one it says that there is another guide.
const OUTDATED: i32 = SIGUSR2;

/// What else ends a program that does nothing about it, with the terminal as it is at that moment: a reader's is given back
/// first. Those that somebody sends or sets; where the system can say of all others that they came, they do the same.
const ENDS: [i32; 6] = [SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU];

/// How long the main thread may take to end the program by itself; it can hang in a write to a terminal that is stuck.
const PATIENCE: Duration = Duration::from_millis(700);

/// When a signal that found the queue full is tried again.
const RETRY: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// The signals, and the terminal that may go away.
#[derive(Debug)]
pub struct Signals {
    ownership: Ownership,
    pipes: SignalPipes,
    /// All other signals that would end a reader's browser.
    #[cfg(target_os = "linux")]
    others: Option<HeldBack>,
    tty: OwnedFd,
    /// Signals that found the queue of events full.
    unsent: Vec<i32>,
}

impl Signals {
    /// Takes over the handling of signals for the whole process, before it has other threads.
    ///
    /// On a public terminal SIGTERM and SIGHUP end it, and all others do nothing, whoever sends them: in raw mode none comes
    /// from a key, and whatever once puts the terminal out of it must not make a key into a way out.
    pub fn register(ownership: Ownership) -> io::Result<Self> {
        let tty = terminal::input()?;
        let mut signals = vec![SIGHUP, SIGTERM, SIGCONT, SIGWINCH];
        match ownership {
            Ownership::Own => signals.extend(ENDS),
            Ownership::Public => signals.extend([PING, OUTDATED]),
        }
        let pipes = SignalPipes::register(&signals)?;
        if ownership == Ownership::Public {
            hold_back_all_but(&signals)?;
        }
        #[cfg(target_os = "linux")]
        let others = (ownership == Ownership::Own).then(|| HeldBack::all_but(&signals));
        Ok(Self {
            ownership,
            pipes,
            #[cfg(target_os = "linux")]
            others: others.transpose()?,
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
        let is_public = self.ownership == Ownership::Public;
        for signal in all {
            let event = match signal {
                SIGWINCH => Event::News(News::Resize(terminal::size())),
                SIGCONT => Event::Continued,
                PING if is_public => Event::Ping,
                OUTDATED if is_public => Event::News(News::Outdated),
                _ => end(Exit::Signal(signal), events),
            };
            if let Err(TrySendError::Full(_)) = events.try_send(event) {
                self.unsent.push(signal);
            }
        }
    }

    fn wait(&mut self) -> io::Result<Wakeup> {
        let mut fds: Vec<PollFd<'_>> = self.pipes.fds().collect();
        #[cfg(target_os = "linux")]
        fds.extend(self.others.as_ref().map(HeldBack::fd));
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
        // Those that are read have no place among the pipes.
        let came = self.pipes.take(&ready);
        #[cfg(target_os = "linux")]
        let came = came
            .into_iter()
            .chain(self.others.as_mut().and_then(HeldBack::take))
            .collect();
        Ok(Wakeup::Signals(came))
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
