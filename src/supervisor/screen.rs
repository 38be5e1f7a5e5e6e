//! The terminal in the hands of the supervisor: its modes, and plain writes that never wait long.

use std::fs::File;
use std::io::{self, Stdin, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use crate::terminal;

const CURSOR: &str = "\x1b[?25h";

/// How long a write waits for a terminal that takes no bytes.
const PATIENCE: Duration = Duration::from_millis(300);

#[derive(Debug)]
pub struct Screen {
    input: Stdin,
    output: File,
    /// As it was found.
    found: Termios,
    /// Keys are neither shown nor do they send signals.
    quiet: Termios,
}

impl Screen {
    /// Takes the terminal and clears it.
    pub fn take() -> io::Result<Self> {
        let input = io::stdin();
        let found = tcgetattr(&input)?;
        let mut quiet = found.clone();
        quiet.make_raw();
        let screen = Self {
            input,
            output: own_output()?,
            found,
            quiet,
        };
        screen.reset();
        Ok(screen)
    }

    /// What tells of a hangup.
    pub const fn input(&self) -> &Stdin {
        &self.input
    }

    /// How it was found.
    pub const fn found(&self) -> &Termios {
        &self.found
    }

    /// Whether it takes no bytes: its output is stopped, or nobody reads what is written to it.
    pub fn is_stuck(&self) -> bool {
        let mut fds = [PollFd::new(&self.output, PollFlags::OUT)];
        poll(&mut fds, Some(&Timespec::default())) == Ok(0)
    }

    /// Back to an empty screen and quiet keys, whatever has happened. What was typed and not yet read is forgotten, as is
    /// what was written and not yet shown.
    pub fn reset(&self) {
        let _ = tcflush(&self.input, QueueSelector::IOFlush);
        let _ = tcsetattr(&self.input, OptionalActions::Now, &self.quiet);
        self.show(terminal::RESET);
    }

    /// Writes what there is room for in good time. Where nobody looks, nothing is lost.
    pub fn show(&self, text: &str) {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let mut fds = [PollFd::new(&self.output, PollFlags::OUT)];
            let patience = Timespec::try_from(PATIENCE).ok();
            // An error, such as a signal that came meanwhile, says nothing about the terminal: a write does.
            if poll(&mut fds, patience.as_ref()) == Ok(0) {
                return;
            }
            match (&self.output).write(rest) {
                Ok(written @ 1..) => rest = &rest[written..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ => return,
            }
        }
    }

    /// Leaves nothing on the screen, and the modes as they were found.
    pub fn give_back(&self) {
        terminal::make_room(&self.output);
        self.reset();
        self.show(CURSOR);
        let _ = tcsetattr(&self.input, OptionalActions::Now, &self.found);
    }
}

/// The terminal opened once more, so that writes that do not wait are our own affair: the flag belongs to what was opened,
/// and the browser and the shell share that with us. Where it cannot be opened, writes may wait.
fn own_output() -> io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let own = File::options()
        .write(true)
        .custom_flags(i32::try_from(flags.bits()).unwrap_or_default())
        .open("/proc/self/fd/1");
    own.or_else(|_| terminal::output())
}
