//! The file with the hash of the PIN, and how its content is made.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use crate::cli::output::{Output, ask};
use crate::cli::{Failure, Outcome};
use crate::pin::PinHash;
use crate::system::{self, Links};
use crate::terminal;

/// A hash is much shorter.
const LONGEST: u64 = 1024;

/// Reads the hash. Whoever else could read the file could try all PINs at leisure, and who could write it would know one.
pub fn read(path: &Path) -> Result<PinHash, Failure> {
    let failed = |what: &str, help: &str| {
        Failure::Io(format!(
            "the PIN file {}: {what}\n    help: {help}",
            path.display()
        ))
    };
    let make = "make one with `(umask 077; madoguchi kiosk --make-pin > FILE)`";
    let file = system::no_wait(OpenOptions::new().read(true), Links::Followed)
        .open(path)
        .map_err(|error| failed(&error.to_string(), make))?;
    let metadata = file
        .metadata()
        .map_err(|error| failed(&error.to_string(), make))?;
    if !metadata.is_file() {
        return Err(failed("it is not a regular file", make));
    }
    if system::is_open_to_others(&metadata) {
        let help = format!(
            "make it readable by its owner only: chmod 600 {}",
            path.display()
        );
        return Err(failed("others may read or write it", &help));
    }
    let mut text = String::new();
    file.take(LONGEST)
        .read_to_string(&mut text)
        .map_err(|error| failed(&error.to_string(), make))?;
    PinHash::parse(&text).map_err(|problem| failed(&problem.to_string(), make))
}

/// Asks for a new PIN twice, and prints its hash.
pub fn make(out: &mut Output) -> Result<Outcome, Failure> {
    let tty = terminal::input()?;
    let pin = ask_unseen(&tty, "New PIN: ")?;
    let hash = PinHash::make(&pin).map_err(|problem| Failure::Usage(problem.to_string()))?;
    if ask_unseen(&tty, "Again: ")? != pin {
        return Err(Failure::Usage("these are two different PINs".to_owned()));
    }
    out.text(&format!("{hash}\n"))
}

/// A line that is typed without being shown.
fn ask_unseen(tty: &OwnedFd, question: &str) -> Result<String, Failure> {
    // Before the question: what is typed earlier is thrown away, and who answers at once shall not be seen either.
    let unseen = Unseen::new(tty)?;
    ask(question);
    let line = read_line(tty);
    drop(unseen);
    ask("\n");
    line?.ok_or_else(|| Failure::Usage("no PIN was made".to_owned()))
}

/// Reads up to Enter; `None` where it is given up by Ctrl-C, Ctrl-D or the end of the input.
fn read_line(tty: &OwnedFd) -> io::Result<Option<String>> {
    let mut file = File::from(tty.try_clone()?);
    let mut line = Vec::new();
    let mut byte = [0];
    while file.read(&mut byte)? > 0 {
        match byte[0] {
            b'\r' | b'\n' => return Ok(Some(String::from_utf8_lossy(&line).into_owned())),
            0x03 | 0x04 => return Ok(None),
            0x08 | 0x7f => {
                // The whole last character.
                let rest = String::from_utf8_lossy(&line);
                let kept = rest.char_indices().next_back().map_or(0, |(at, _)| at);
                line.truncate(kept);
            }
            // What no key of a PIN pad types has no place in it.
            0x00..=0x1f => {}
            byte if line.len() < 256 => line.push(byte),
            _ => {}
        }
    }
    Ok(None)
}

/// A terminal that shows nothing of what is typed, and whose keys send no signals that could leave it so.
struct Unseen<'a> {
    tty: &'a OwnedFd,
    before: Termios,
}

impl<'a> Unseen<'a> {
    fn new(tty: &'a OwnedFd) -> io::Result<Self> {
        let before = tcgetattr(tty)?;
        let mut modes = before.clone();
        modes.local_modes &= !(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        tcsetattr(tty, OptionalActions::Flush, &modes)?;
        Ok(Self { tty, before })
    }
}

impl Drop for Unseen<'_> {
    fn drop(&mut self) {
        // Where it fails there is nothing else to try.
        let _ = tcsetattr(self.tty, OptionalActions::Flush, &self.before);
    }
}
