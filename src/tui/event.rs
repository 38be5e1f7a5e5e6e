//! What comes in from outside, and where from.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

use super::Exit;
use crate::app::{Act, News};
use crate::ui::theme::Theme;

/// Everything that wakes the browser.
#[derive(Debug)]
pub enum Event {
    Key(KeyEvent),
    /// Several characters at once, not all of them ASCII: what an input method commits.
    Typed(String),
    Mouse(MouseEvent),
    /// A message as it is: pastes, sizes, answers of the worker.
    News(News),
    Act(Act),
    /// The program was stopped, and goes on.
    Continued,
    /// The supervisor asks whether the browser is alive.
    Ping,
    /// The worker is ready, or alive, and so is whoever takes this in.
    Alive,
    /// The terminal has said what its background is: this theme suits it.
    Theme(Box<Theme>),
    Exit(Exit),
}

/// Where events come from. A test gives a script instead of a terminal.
pub trait EventSource {
    /// Waits for the next event, but no longer than this.
    fn wait(&mut self, at_most: Duration) -> Option<Event>;
    /// The next event, if there is one already.
    fn ready(&mut self) -> Option<Event>;
}

/// The channel that the input, signal and worker threads feed. When all of them are gone, so is the terminal.
impl EventSource for Receiver<Event> {
    fn wait(&mut self, at_most: Duration) -> Option<Event> {
        match self.recv_timeout(at_most) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Exit(Exit::Hangup)),
        }
    }

    fn ready(&mut self) -> Option<Event> {
        self.try_recv().ok()
    }
}
