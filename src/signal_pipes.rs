//! Signals as bytes in pipes: a thread can then wait for them beside other things.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::OwnedFd;

use nix::sys::signal::{SigSet, Signal};
#[cfg(target_os = "linux")]
use nix::sys::signalfd::{SfdFlags, SignalFd};
use rustix::event::{PollFd, PollFlags};

/// From now on no signal but these reaches the calling thread and those that it starts: others wait for ever, whoever sends
/// them. Only what nothing can hold back still ends the process: SIGKILL, a fault of its own, and the two numbers that the C
/// library keeps for itself.
///
/// A handler that does nothing would have the same effect on most, but SIGTTIN and SIGTTOU would come again and again.
pub fn hold_back_all_but(signals: &[i32]) -> io::Result<()> {
    Ok(all_but(signals)?.thread_set_mask()?)
}

fn all_but(signals: &[i32]) -> io::Result<SigSet> {
    let mut others = SigSet::all();
    for signal in signals {
        others.remove(Signal::try_from(*signal)?);
    }
    Ok(others)
}

/// Signals that end a process which does nothing about them, and come seldom: a handler and a pipe for each of some fifty
/// would cost more than they are worth.
#[cfg(target_os = "linux")]
#[derive(Debug)]
pub struct HeldBack(SignalFd);

#[cfg(target_os = "linux")]
impl HeldBack {
    /// From now on the calling thread and those that it starts get these signals and no others, besides those that stop a
    /// process or do nothing. The others are read.
    pub fn all_but(signals: &[i32]) -> io::Result<Self> {
        let harmless = [
            Signal::SIGSTOP,
            Signal::SIGTSTP,
            Signal::SIGTTIN,
            Signal::SIGTTOU,
            Signal::SIGCHLD,
            Signal::SIGURG,
            // These two are errors of what is written.
            Signal::SIGPIPE,
            Signal::SIGXFSZ,
        ];
        let harmless = harmless.map(|signal| signal as i32);
        let others = all_but(&[signals, &harmless].concat())?;
        others.thread_set_mask()?;
        let flags = SfdFlags::SFD_NONBLOCK | SfdFlags::SFD_CLOEXEC;
        Ok(Self(SignalFd::with_flags(&others, flags)?))
    }

    /// What to wait on.
    pub fn fd(&self) -> PollFd<'_> {
        PollFd::new(&self.0, PollFlags::IN)
    }

    /// The next signal that came.
    pub fn take(&mut self) -> Option<i32> {
        let came = self.0.read_signal().ok()??;
        i32::try_from(came.ssi_signo).ok()
    }
}

/// Signals, each with the pipe that its handler writes to.
#[derive(Debug)]
pub struct SignalPipes(Vec<(i32, File)>);

impl SignalPipes {
    /// Takes over the handling of these signals for the whole process.
    ///
    /// Pipes and not sockets, so that a handler needs nothing but `write`: a sandboxed program may do that.
    pub fn register(signals: &[i32]) -> io::Result<Self> {
        let register = |&signal: &i32| {
            let (read, write) = io::pipe()?;
            rustix::io::ioctl_fionbio(&read, true)?;
            signal_hook::low_level::pipe::register(signal, write)?;
            Ok((signal, File::from(OwnedFd::from(read))))
        };
        signals
            .iter()
            .map(register)
            .collect::<io::Result<_>>()
            .map(Self)
    }

    /// What to wait on: one for each signal.
    pub fn fds(&self) -> impl Iterator<Item = PollFd<'_>> {
        self.0
            .iter()
            .map(|(_, pipe)| PollFd::new(pipe, PollFlags::IN))
    }

    /// The signals whose pipes are ready, in the order of [`Self::fds`]. Many of the same are one: pipes are emptied.
    pub fn take(&mut self, ready: &[bool]) -> Vec<i32> {
        let came = self.0.iter_mut().zip(ready).filter(|(_, ready)| **ready);
        came.map(|((signal, pipe), _)| {
            while pipe.read(&mut [0; 64]).is_ok_and(|read| read > 0) {}
            *signal
        })
        .collect()
    }
}
