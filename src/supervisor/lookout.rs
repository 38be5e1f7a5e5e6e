//! Whether the guide has become another one: a process of its own looks now and then, so that the supervisor reads nothing
//! and nothing that is wrong with a guide can harm it.

use std::ffi::OsString;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::notify;

/// The option that makes the program one that looks, with what was seen the last time.
const OPTION: &str = "--look";

/// The exit code of one that has found another guide, which is good.
pub const NEW: u8 = 10;

/// A guide that takes longer to be read is given up.
const PATIENCE: Duration = Duration::from_mins(10);

/// What it says is no longer than that, in bytes.
const MOST: u64 = 256;

/// Looks again and again.
#[derive(Debug)]
pub struct Lookout {
    arguments: Vec<OsString>,
    every: Duration,
    next: Instant,
    looking: Option<(Child, Instant)>,
    /// What was seen last, whether it is good or not.
    seen: String,
}

impl Lookout {
    pub fn new(arguments: Vec<OsString>, seen: String, every: Duration, now: Instant) -> Self {
        Self {
            arguments,
            every,
            next: now + every,
            looking: None,
            seen,
        }
    }

    /// When to act if nothing happens.
    pub fn due(&self) -> Instant {
        let ends = self.looking.as_ref().map(|(_, since)| *since + PATIENCE);
        ends.unwrap_or(self.next)
    }

    /// Does what is due.
    pub fn act(&mut self, now: Instant) {
        if let Some((child, since)) = &mut self.looking {
            if now >= *since + PATIENCE {
                let _ = child.kill();
            }
        } else if now >= self.next {
            self.next = now + self.every;
            self.looking = self.look().map(|child| (child, now));
        }
    }

    fn look(&self) -> Option<Child> {
        let mut command = Command::new("/proc/self/exe");
        command
            .arg0("madoguchi")
            .args(&self.arguments)
            .arg(OPTION)
            .arg(&self.seen)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        for variable in notify::VARIABLES {
            command.env_remove(variable);
        }
        // Where there is no process to be had now there may be one later.
        command.spawn().ok()
    }

    /// Takes in what was found. Says whether that is another guide than the last time, and a good one.
    pub fn found(&mut self, now: Instant) -> bool {
        let Some((child, _)) = &mut self.looking else {
            return false;
        };
        let Ok(Some(status)) = child.try_wait() else {
            return false;
        };
        let mut said = String::new();
        if let Some(output) = child.stdout.take() {
            // It has ended, so nothing is waited for.
            let _ = output.take(MOST).read_to_string(&mut said);
        }
        self.looking = None;
        self.next = now + self.every;
        let said = said.trim();
        if said.is_empty() || said == self.seen {
            return false;
        }
        said.clone_into(&mut self.seen);
        status.code() == Some(i32::from(NEW))
    }

    /// Ends.
    pub fn end(&mut self) {
        if let Some((child, _)) = &mut self.looking {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
