//! One life of the browser: a process, what it says, and whether it answers.

use std::ffi::OsString;
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, getpid, kill_process};

use super::notify;
use super::pulse::{Due, Pulse};
use crate::heartbeat::{ALIVE, RENEWED, WORKING};
use crate::terminal::modes::Modes;

/// The option that makes the program the browser of this supervisor.
const OPTION: &str = "--supervisor";

/// The option by which the browser learns how the terminal was found.
const MODES: &str = "--modes";

/// How often it is looked whether a browser that was told to end has done so.
const LOOK: Duration = Duration::from_millis(10);

#[derive(Debug)]
pub struct Life {
    child: Child,
    /// `None` when it has nothing more to say.
    voice: Option<ChildStderr>,
    pulse: Pulse,
    ready_since: Option<Instant>,
}

/// What the end of a browser means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Somebody who may has ended it.
    Over,
    /// It has made room for one that shows another guide.
    Renewed,
    /// It could not do what it was asked: wrong usage, a guide with errors, something that cannot be read.
    Refused(u8),
    Died,
}

impl End {
    pub fn of(status: ExitStatus) -> Self {
        match status.code() {
            Some(0) => Self::Over,
            Some(RENEWED) => Self::Renewed,
            Some(code @ 2..=4) => u8::try_from(code).map_or(Self::Died, Self::Refused),
            _ => Self::Died,
        }
    }
}

impl Life {
    /// Starts this very program, also when its file was replaced by a newer one since.
    pub fn start(
        arguments: &[OsString],
        found: &Modes,
        ping_every: Duration,
        now: Instant,
    ) -> io::Result<Self> {
        let mut command = Command::new("/proc/self/exe");
        command
            .arg0("madoguchi")
            .args(arguments)
            .arg(OPTION)
            .arg(getpid().as_raw_pid().to_string())
            .arg(MODES)
            .arg(found.to_text())
            .stderr(Stdio::piped());
        for variable in notify::VARIABLES {
            command.env_remove(variable);
        }
        let mut child = command.spawn()?;
        let voice = child.stderr.take();
        if let Some(voice) = &voice {
            rustix::io::ioctl_fionbio(voice, true)?;
        }
        Ok(Self {
            child,
            voice,
            pulse: Pulse::new(ping_every, now),
            ready_since: None,
        })
    }

    pub const fn voice(&self) -> Option<&ChildStderr> {
        self.voice.as_ref()
    }

    pub const fn is_ready(&self) -> bool {
        self.ready_since.is_some()
    }

    /// How long it has been ready.
    pub fn healthy_for(&self, now: Instant) -> Option<Duration> {
        self.ready_since
            .map(|since| now.saturating_duration_since(since))
    }

    /// When to act if nothing happens.
    pub fn due(&self, now: Instant) -> Instant {
        self.pulse
            .next()
            .unwrap_or_else(|| now + Duration::from_secs(1))
    }

    /// Asks whether it is alive; kills it if it has not answered, unless it waits for a terminal that takes nothing.
    pub fn act(&mut self, now: Instant, is_stuck: impl FnOnce() -> bool) {
        match self.pulse.due(now, is_stuck) {
            Due::Nothing => {}
            Due::Ping => self.signal(Signal::USR1),
            Due::GiveUp => {
                log::error!("the browser does not answer: it is killed");
                self.signal(Signal::KILL);
            }
        }
    }

    /// Tells it to make room for another one when nobody is there.
    pub fn renew(&self) {
        // Before it is ready it does not know what that means, and reads what there is.
        if self.is_ready() {
            self.signal(Signal::USR2);
        }
    }

    /// Sends a signal. The process has not been waited for, so its number is its own.
    fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(pid) = pid {
            let _ = kill_process(pid, signal);
        }
    }

    /// Takes in what it has said. What is no sign of life is returned.
    pub fn listen(&mut self, now: Instant) -> Vec<u8> {
        let mut words = Vec::new();
        let mut bytes = [0; 1024];
        while let Some(voice) = &mut self.voice {
            match voice.read(&mut bytes) {
                Ok(0) => self.voice = None,
                Ok(read) => {
                    for byte in &bytes[..read] {
                        match *byte {
                            ALIVE => {
                                self.ready_since.get_or_insert(now);
                                self.pulse.alive(now);
                            }
                            WORKING => self.pulse.working(now),
                            other => words.push(other),
                        }
                    }
                    if read < bytes.len() {
                        break;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(_) => self.voice = None,
            }
        }
        words
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Tells it to end, and sees to it that it does.
    pub fn end(&mut self, patience: Duration) {
        self.signal(Signal::TERM);
        let last = Instant::now() + patience;
        while Instant::now() < last {
            if self.ended().is_some() {
                return;
            }
            thread::sleep(LOOK);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    #[test]
    fn only_the_browser_itself_can_end_it() {
        let check = |raw, end| assert_eq!(End::of(ExitStatus::from_raw(raw)), end, "{raw}");
        check(0, End::Over);
        check(5 << 8, End::Renewed);
        check(3 << 8, End::Refused(3));
        check(101 << 8, End::Died);
        check(143 << 8, End::Died);
        check(9, End::Died);
        check(31, End::Died);
    }
}
