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
const MOST: u64 = 4096;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing else than the last time, or nothing that can be told yet.
    Nothing,
    /// Another guide, which is good.
    New,
    /// Another one that is not used, and why. It is said once.
    Refused(String),
}

/// Looks again and again.
#[derive(Debug)]
pub struct Lookout {
    arguments: Vec<OsString>,
    every: Duration,
    next: Instant,
    looking: Option<(Child, Instant)>,
    /// What was seen last, whether it is good or not.
    seen: String,
    /// Why it is not, as it was said last.
    refused: String,
}

impl Lookout {
    pub fn new(arguments: Vec<OsString>, seen: String, every: Duration, now: Instant) -> Self {
        Self {
            arguments,
            every,
            next: now + every,
            looking: None,
            seen,
            refused: String::new(),
        }
    }

    /// When to act if nothing happens.
    pub fn due(&self) -> Instant {
        let ends = self.looking.as_ref().map(|(_, since)| *since + PATIENCE);
        ends.unwrap_or(self.next)
    }

    /// Whatever was seen is looked at again: who shows it has found it to be bad.
    pub fn forget(&mut self) {
        self.seen.clear();
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

    /// Takes in what was found.
    pub fn found(&mut self, now: Instant) -> Found {
        let Some((child, _)) = &mut self.looking else {
            return Found::Nothing;
        };
        let Ok(Some(status)) = child.try_wait() else {
            return Found::Nothing;
        };
        let mut said = String::new();
        if let Some(output) = child.stdout.take() {
            // It has ended, so nothing is waited for.
            let _ = output.take(MOST).read_to_string(&mut said);
        }
        self.looking = None;
        self.next = now + self.every;
        self.take_in(&said, status.code() == Some(i32::from(NEW)))
    }

    /// Takes in what was said: what the files look like, on a line, and on another one why they are not used.
    fn take_in(&mut self, said: &str, is_new: bool) -> Found {
        let (look, why) = said.split_once('\n').unwrap_or((said, ""));
        // Without a look what was seen is to be looked at again.
        if !look.is_empty() && look != self.seen {
            look.clone_into(&mut self.seen);
            if is_new {
                self.refused.clear();
                return Found::New;
            }
        }
        let why = why.trim();
        if why.is_empty() || why == self.refused {
            return Found::Nothing;
        }
        why.clone_into(&mut self.refused);
        Found::Refused(why.to_owned())
    }

    /// Ends.
    pub fn end(&mut self) {
        if let Some((child, _)) = &mut self.looking {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_is_told_once() {
        let now = Instant::now();
        let mut lookout = Lookout::new(Vec::new(), "a".to_owned(), Duration::from_secs(1), now);
        let mut check = |said: &str, is_new, expected: Found| {
            assert_eq!(lookout.take_in(said, is_new), expected, "{said:?}");
        };
        check("", false, Found::Nothing);
        check("a", true, Found::Nothing);
        check("b", true, Found::New);
        check(
            "c\nit is cut",
            false,
            Found::Refused("it is cut".to_owned()),
        );
        check("d\nit is cut\n", false, Found::Nothing);
        // The disk is full, and then it is not.
        check("\nno room", false, Found::Refused("no room".to_owned()));
        check("\nno room", false, Found::Nothing);
        check("e", true, Found::New);
        check("f\nno room", false, Found::Refused("no room".to_owned()));
        lookout.forget();
        assert_eq!(lookout.take_in("f", true), Found::New);
    }
}
