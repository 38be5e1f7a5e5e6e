//! The terminal's modes: taken, and given back on every way out.

#[cfg(target_os = "linux")]
pub mod modes;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, queue};

use crate::frame::layout::{MAX, Size};
use crate::{parallel, system};
#[cfg(unix)]
use unix as here;
#[cfg(windows)]
use windows as here;

pub use here::{Input, Output, input, is_raw, make_room, output, read, stop_job};

/// What is assumed where the terminal does not tell.
const FALLBACK: Size = Size {
    columns: 80,
    rows: 24,
};

/// Whose terminal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// The reader's own.
    Own,
    /// Anybody's: a paste is keys like others, each of which is harmless.
    Public,
}

/// Whether the terminal is in the browser's hands.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether that terminal is a public one.
static PUBLIC: AtomicBool = AtomicBool::new(false);

/// What came of waiting for what is typed.
#[derive(Debug)]
pub enum Next<'a> {
    Bytes(&'a [u8]),
    /// For so long nothing came.
    Pause,
}

/// The terminal's size, within [`MAX`].
pub fn size() -> Size {
    system::screen_size()
        .filter(|&(columns, rows)| columns > 0 && rows > 0)
        .map_or(FALLBACK, |(columns, rows)| Size {
            columns: columns.min(MAX.columns),
            rows: rows.min(MAX.rows),
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
        write(&output()?, if on { MOUSE_ON } else { MOUSE_OFF })?;
    }
    Ok(())
}

/// Writes all of it and waits for room as long as that takes, also where another program has set the terminal not to wait:
/// that belongs to what was opened, which others may have too.
pub fn write(mut output: &Output, bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match output.write(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => rest = &rest[written..],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                here::wait_for_room(output);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Switches off, by the macro's name, what another program may have left on.
macro_rules! off {
    // What the terminal would report that nobody here wants to know: the mouse in other ways than ours, focus, colours, sizes.
    (reports) => {
        "\x1b[?9l\x1b[?1001l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1015l\x1b[?1016l\x1b[?1004l\x1b[?2031l\x1b[?2048l"
    };
    // Other ways of reporting keys: kitty's, of which each screen has its own, and xterm's.
    (keys) => {
        "\x1b[<99u\x1b[=0u\x1b[>4m"
    };
}

const REPORTS_OFF: &[u8] = off!(reports).as_bytes();
const KEYS_OFF: &[u8] = off!(keys).as_bytes();

/// Undoes whatever was left behind by a browser that died in the middle of a frame, or by another program before it: an
/// escape sequence cut short, a frame never finished, modes for pastes, mouse and keys, the other screen, margins, insertion,
/// a locked or echoing keyboard, other characters, colours, and what can be scrolled back to. What a terminal does not know
/// and shows is cleared with the rest.
pub const RESET: &str = concat!(
    "\x18\x1b\\\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1006l",
    off!(reports),
    off!(keys),
    "\x1b[?1049l",
    off!(keys),
    "\x1b[?69l\x1b[r\x1b[?6l\x1b[?7h\x1b[4l\x1b[20l\x1b[2l\x1b[12h\x1b[?1l\x1b>\x0f\x1b(B\x1b)B",
    "\x1b[0m\x1b[H\x1b[2J\x1b[3J\x1b[?25l",
);

/// Takes the terminal: raw mode, the other screen, the mouse where it is wanted, pastes in brackets where they are told
/// apart.
pub fn enter(ownership: Ownership) -> io::Result<()> {
    here::enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    PUBLIC.store(ownership == Ownership::Public, Ordering::SeqCst);
    let mut bytes = Vec::new();
    if ownership == Ownership::Public {
        // What the supervisor sent may have been lost, on a line that took no bytes.
        bytes.extend_from_slice(RESET.as_bytes());
    }
    // The other screen need not be empty, and where there is none, this is the one that is there.
    queue!(bytes, EnterAlternateScreen, Clear(ClearType::All))?;
    // What a terminal draws wider than we count ends at the right edge, and does not go on in the next row.
    queue!(bytes, DisableLineWrap)?;
    match ownership {
        Ownership::Own => queue!(bytes, EnableBracketedPaste)?,
        // The terminal may have been left in this mode by another program.
        Ownership::Public => {
            queue!(bytes, DisableBracketedPaste)?;
            bytes.extend_from_slice(KEYS_OFF);
        }
    }
    bytes.extend_from_slice(REPORTS_OFF);
    // So may the mouse.
    let mouse = if MOUSE.load(Ordering::SeqCst) {
        MOUSE_ON
    } else {
        MOUSE_OFF
    };
    bytes.extend_from_slice(mouse);
    write(&output()?, &bytes)
}

/// Gives the terminal back. Does nothing when it is not taken; errors are of no use to anyone here.
pub fn leave() {
    give_back(|_| true);
}

/// How often room is made in a public terminal that takes no bytes, and how long each time may take: the main thread, which
/// waited for it, uses the first of it for the rest of its frame.
const ROOM: (u32, Duration) = (10, Duration::from_millis(20));

/// [`leave`], but a terminal that takes no bytes now gets none: its modes alone are restored. A public one must be wiped, so
/// what it has not taken yet is thrown away, and it is made to go on where somebody has stopped it.
pub fn leave_without_waiting() {
    if let Ok(output) = output()
        && PUBLIC.load(Ordering::SeqCst)
    {
        for _ in 0..ROOM.0 {
            if here::takes_bytes(&output) {
                break;
            }
            make_room(&output);
            std::thread::sleep(ROOM.1);
        }
    }
    give_back(here::takes_bytes);
}

fn give_back(may_write: impl Fn(&Output) -> bool) {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if let Ok(output) = output()
            && may_write(&output)
        {
            let _ = write(&output, &last_bytes());
        }
        here::disable_raw_mode();
    }
    #[cfg(target_os = "linux")]
    modes::give_back_as_found();
}

/// What a terminal is sent last.
fn last_bytes() -> Vec<u8> {
    let mut bytes = Vec::new();
    let is_public = PUBLIC.load(Ordering::SeqCst);
    if is_public {
        // Both screens: another program may show the other one as it was left.
        bytes.extend_from_slice(b"\x18\x1b\\");
        let _ = queue!(bytes, Clear(ClearType::All), Clear(ClearType::Purge));
        bytes.extend_from_slice(RESET.as_bytes());
    }
    // Whatever was asked for last: a terminal that reports its mouse to a shell cannot be used.
    bytes.extend_from_slice(MOUSE_OFF);
    bytes.extend_from_slice(REPORTS_OFF);
    let _ = queue!(bytes, DisableBracketedPaste, ResetColor);
    if !is_public {
        let _ = queue!(bytes, LeaveAlternateScreen);
    }
    let _ = queue!(bytes, cursor::Show);
    bytes
}

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal, and sees to it that a panic gives it back before it says anything. On a public terminal it says
    /// no more than where it happened: the message of a panic can have in it what a visitor typed.
    pub fn new(ownership: Ownership) -> io::Result<Self> {
        let default = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let thread = std::thread::current();
            if thread.name() == Some(parallel::WORKER) {
                log::error!("{panic}");
                return;
            }
            leave();
            match (ownership, panic.location()) {
                (Ownership::Public, Some(place)) => {
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
        if ownership == Ownership::Public {
            // Keys that were pressed at another screen, of which the next visitor should see nothing.
            here::forget_typed();
        }
        enter(ownership)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}
