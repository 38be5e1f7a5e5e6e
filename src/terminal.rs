//! The terminal's modes: taken, and given back on every way out.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{cursor, queue};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};

use crate::frame::layout::{MAX, Size};
use crate::parallel;

/// What is assumed where the terminal does not tell.
const FALLBACK: Size = Size {
    columns: 80,
    rows: 24,
};

/// Whose terminal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The reader's own.
    Own,
    /// Anybody's: a paste is keys like others, each of which is harmless.
    Public,
}

/// Whether the terminal is in the browser's hands.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether that terminal is a public one.
static PUBLIC: AtomicBool = AtomicBool::new(false);

/// The terminal's input side: the standard input, or where that is something else the controlling terminal.
pub fn input() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        Ok(rustix::io::dup(&stdin)?)
    } else {
        let hint = |error| {
            io::Error::other(format!(
                "the keyboard, /dev/tty, cannot be opened ({error}): run it in a terminal"
            ))
        };
        Ok(File::open("/dev/tty").map_err(hint)?.into())
    }
}

/// A handle to the standard output that no lock and no line buffer stands before.
pub fn output() -> io::Result<File> {
    Ok(rustix::io::dup(io::stdout())?.into())
}

/// The terminal's size, within [`MAX`].
pub fn size() -> Size {
    rustix::termios::tcgetwinsize(io::stdout())
        .ok()
        .filter(|size| size.ws_col > 0 && size.ws_row > 0)
        .map_or(FALLBACK, |size| Size {
            columns: size.ws_col.min(MAX.columns),
            rows: size.ws_row.min(MAX.rows),
        })
}

/// Clicks and the wheel are reported, in numbers that reach across any screen (DEC modes 1000 and 1006). Movement is not:
/// the browser would wake for it, and nothing comes of it. So not crossterm's command, which asks for that too.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Whether the mouse is to be reported while the terminal is taken.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Asks for the mouse or leaves it to the terminal, now if it is taken, and whenever it is taken again.
pub fn set_mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    if TAKEN.load(Ordering::SeqCst) {
        output()?.write_all(if on { MOUSE_ON } else { MOUSE_OFF })?;
    }
    Ok(())
}

/// Undoes whatever a browser left behind that died in the middle of a frame: an escape sequence cut short, a frame never
/// finished, modes for pastes, mouse and keys, margins, colours, the other screen, and what can be scrolled back to.
pub const RESET: &str = "\x18\x1b\\\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\
                         \x1b[?1049l\x1b[r\x1b[?7h\x1b[?1l\x1b>\x1b(B\x1b[0m\x1b[H\x1b[2J\x1b[3J\x1b[?25l";

/// Takes the terminal: raw mode, the other screen, the mouse where it is wanted, pastes in brackets where they are told
/// apart.
pub fn enter(kind: Kind) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    PUBLIC.store(kind == Kind::Public, Ordering::SeqCst);
    let mut bytes = Vec::new();
    if kind == Kind::Public {
        // What the supervisor sent may have been lost, on a line that took no bytes.
        bytes.extend_from_slice(RESET.as_bytes());
    }
    // The other screen need not be empty, and where there is none, this is the one that is there.
    queue!(bytes, EnterAlternateScreen, Clear(ClearType::All))?;
    // What a terminal draws wider than we count ends at the right edge, and does not go on in the next row.
    queue!(bytes, DisableLineWrap)?;
    match kind {
        Kind::Own => queue!(bytes, EnableBracketedPaste)?,
        // The terminal may have been left in this mode by another program.
        Kind::Public => queue!(bytes, DisableBracketedPaste)?,
    }
    // So may the mouse.
    let mouse = if MOUSE.load(Ordering::SeqCst) {
        MOUSE_ON
    } else {
        MOUSE_OFF
    };
    bytes.extend_from_slice(mouse);
    output()?.write_all(&bytes)
}

/// Gives the terminal back. Does nothing when it is not taken; errors are of no use to anyone here.
pub fn leave() {
    give_back(|_| true);
}

/// [`leave`], but a terminal that takes no bytes now gets none: its modes alone are restored.
pub fn leave_without_waiting() {
    give_back(|output| {
        let mut fds = [PollFd::new(output, PollFlags::OUT)];
        poll(&mut fds, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
    });
}

fn give_back(may_write: impl Fn(&File) -> bool) {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    if PUBLIC.load(Ordering::SeqCst) {
        // Where there is no other screen, as on many consoles, what a visitor did would stay.
        let _ = queue!(bytes, Clear(ClearType::All), Clear(ClearType::Purge));
    }
    // Whatever was asked for last: a terminal that reports its mouse to a shell cannot be used.
    bytes.extend_from_slice(MOUSE_OFF);
    let _ = queue!(
        bytes,
        DisableBracketedPaste,
        EnableLineWrap,
        ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    if let Ok(mut output) = output()
        && may_write(&output)
    {
        let _ = output.write_all(&bytes);
    }
    let _ = terminal::disable_raw_mode();
}

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal, and sees to it that a panic gives it back before it says anything. On a public terminal it says
    /// no more than where it happened: the message of a panic can have in it what a visitor typed.
    pub fn new(kind: Kind) -> io::Result<Self> {
        let default = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let thread = std::thread::current();
            if thread.name() == Some(parallel::WORKER) {
                log::error!("{panic}");
                return;
            }
            leave();
            match (kind, panic.location()) {
                (Kind::Public, Some(place)) => {
                    let _ = writeln!(
                        io::stderr(),
                        "madoguchi: a mistake in the program, at {place}"
                    );
                }
                _ => default(panic),
            }
            if thread.name() != Some("main") {
                // The other threads are nobody's children: without them the browser would be deaf.
                std::process::exit(101);
            }
        }));
        let guard = Self(());
        if kind == Kind::Public {
            // Keys that were pressed at another screen, of which the next visitor should see nothing.
            let _ = tcflush(io::stdin(), QueueSelector::IFlush);
        }
        enter(kind)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}
