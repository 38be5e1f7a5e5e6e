//! The thread that reads keys and pastes.

use std::io;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use crossterm::event::{self, KeyEventKind};

use super::{Event, Exit};
use crate::app::Message;

/// Opens the keyboard, which reading otherwise does when it begins.
pub fn open() -> io::Result<()> {
    event::poll(Duration::ZERO).map(drop)
}

/// Reads until the terminal fails or nobody listens any more. Sizes come from `signals`, which can tell a terminal that
/// is gone from one that is quiet.
pub fn read_keys(events: &SyncSender<Event>) {
    loop {
        let event = match event::read() {
            Ok(event::Event::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key),
            Ok(event::Event::Paste(text)) => Event::Message(Message::Paste(text)),
            Ok(_) => continue,
            Err(_) => Event::Exit(Exit::Hangup),
        };
        let last = matches!(event, Event::Exit(_));
        if events.send(event).is_err() || last {
            return;
        }
    }
}
