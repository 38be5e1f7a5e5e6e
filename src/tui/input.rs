//! The thread that reads what the terminal sends.

use std::os::fd::OwnedFd;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

use super::decode::{Decoder, Input};
use super::{Event, Exit, mouse};
use crate::app::Act;
use crate::ui::theme::{Theme, Wish};

/// As many bytes are read in one go: all that a terminal holds ready.
const BYTES: usize = 4096;

/// A question that the terminal was asked: which theme depends on the answer, and who waits for it.
#[derive(Debug)]
pub struct ThemeQuery {
    pub wish: Wish,
    pub answered: SyncSender<()>,
}

/// The terminal's input side, and how it is understood.
#[derive(Debug)]
pub struct Reader {
    pub tty: OwnedFd,
    pub decoder: Decoder,
    pub pending: Option<ThemeQuery>,
}

impl Reader {
    /// Reads until the terminal is gone or nobody listens any more. While nothing comes it sleeps. Sizes come from
    /// `signals`.
    pub fn read(mut self, events: &SyncSender<Event>) {
        let mut inputs = Vec::new();
        let mut bytes = [0; BYTES];
        loop {
            match next(&self.tty, self.decoder.patience(), &mut bytes) {
                Ok(Next::Bytes(bytes)) => self.decoder.take(bytes, &mut inputs),
                Ok(Next::Pause) => self.decoder.give_up(&mut inputs),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => {
                    let _ = events.send(Event::Exit(Exit::Hangup));
                    return;
                }
            }
            for input in inputs.drain(..) {
                if let Some(event) = event(input, &mut self.pending)
                    && events.send(event).is_err()
                {
                    return;
                }
            }
        }
    }
}

enum Next<'a> {
    Bytes(&'a [u8]),
    /// For so long nothing came.
    Pause,
}

/// Waits for the next bytes. `EIO` where the terminal is gone.
fn next<'a>(
    tty: &OwnedFd,
    patience: Option<Duration>,
    bytes: &'a mut [u8],
) -> Result<Next<'a>, Errno> {
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut fds = [PollFd::new(tty, PollFlags::IN)];
    if poll(&mut fds, patience.as_ref())? == 0 {
        return Ok(Next::Pause);
    }
    // What came before the end is still read.
    if !fds[0].revents().contains(PollFlags::IN) {
        return Err(Errno::IO);
    }
    match read(tty, &mut *bytes)? {
        0 => Err(Errno::IO),
        read => Ok(Next::Bytes(&bytes[..read])),
    }
}

/// What has to be told to the main thread.
fn event(input: Input, pending: &mut Option<ThemeQuery>) -> Option<Event> {
    match input {
        Input::Key(key) => Some(Event::Key(key)),
        Input::Mouse(report) => mouse::counts(&report).then_some(Event::Mouse(report)),
        Input::Paste(text) => Some(Event::Act(Act::Paste(text))),
        // What was not asked is not answered.
        Input::Background(background) => {
            let ThemeQuery { wish, answered } = pending.take()?;
            // Nobody waits unless the program is ending.
            let _ = answered.try_send(());
            let theme = Theme::wished(&wish.on(background?));
            Some(Event::Theme(Box::new(theme)))
        }
    }
}
