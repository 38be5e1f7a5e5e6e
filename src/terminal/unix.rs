//! The terminal as POSIX has it: a file that bytes are read from and written to, and the modes of its line discipline.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::OwnedFd;
use std::time::Duration;

use crossterm::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{Action, LocalModes, QueueSelector, tcflow, tcflush, tcgetattr};

use super::Next;

/// The side that keys come from.
pub type Input = OwnedFd;

/// The side that shows what is written to it.
pub type Output = File;

/// The terminal's input side: the standard input, or where that is something else the controlling terminal.
pub fn input() -> io::Result<Input> {
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

/// Waits for the next bytes. An error where the terminal is gone.
pub fn read<'a>(
    input: &mut Input,
    patience: Option<Duration>,
    bytes: &'a mut [u8],
) -> io::Result<Next<'a>> {
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut fds = [PollFd::new(input, PollFlags::IN)];
    if poll(&mut fds, patience.as_ref())? == 0 {
        return Ok(Next::Pause);
    }
    // What came before the end is still read.
    if !fds[0].revents().contains(PollFlags::IN) {
        return Err(Errno::IO.into());
    }
    match rustix::io::read(input, &mut *bytes)? {
        0 => Err(Errno::IO.into()),
        read => Ok(Next::Bytes(&bytes[..read])),
    }
}

/// A handle to the standard output that no lock and no line buffer stands before.
pub fn output() -> io::Result<Output> {
    Ok(rustix::io::dup(io::stdout())?.into())
}

pub fn wait_for_room(output: &Output) {
    // An interruption or a hangup is seen by the next write.
    let _ = poll(&mut [PollFd::new(output, PollFlags::OUT)], None);
}

pub fn takes_bytes(output: &Output) -> bool {
    let mut fds = [PollFd::new(output, PollFlags::OUT)];
    poll(&mut fds, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// Forgets what was written and not yet shown, and makes a terminal go on whose output somebody has stopped.
pub fn make_room(output: &Output) {
    // Only what was stopped in this way can be made to go on in it.
    let _ = tcflow(output, Action::OOff).and_then(|()| tcflow(output, Action::OOn));
    let _ = tcflush(output, QueueSelector::OFlush);
}

/// Forgets what was typed and not yet read.
pub fn forget_typed() {
    let _ = tcflush(io::stdin(), QueueSelector::IFlush);
}

pub fn enable_raw_mode() -> io::Result<()> {
    terminal::enable_raw_mode()
}

pub fn disable_raw_mode() {
    let _ = terminal::disable_raw_mode();
}

/// Whether keys come as they are pressed, and none makes a signal: so it is while the terminal is taken, unless somebody else
/// has set its modes.
pub fn is_raw() -> bool {
    let modes = input().and_then(|input| Ok(tcgetattr(input)?));
    let cooked = LocalModes::ICANON | LocalModes::ISIG;
    modes.is_ok_and(|modes| !modes.local_modes.intersects(cooked))
}

/// The default action of SIGTSTP, for the whole job: a script that started the browser stops with it, and where no shell could
/// continue it (a login shell, a kiosk) the kernel stops nothing.
pub fn stop_job() {
    let _ = kill_current_process_group(Signal::TSTP);
}
