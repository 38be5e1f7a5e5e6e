//! The thread that reads keys, pastes and the mouse.

use std::sync::mpsc::SyncSender;

use crossterm::event::{self, KeyEventKind};

use super::{Event, Exit, mouse};
use crate::app::Message;

/// Reads until the terminal fails or nobody listens any more. Sizes come from `signals`, which can tell a terminal that
/// is gone from one that is quiet.
pub fn read_keys(events: &SyncSender<Event>) {
    loop {
        let event = match event::read() {
            Ok(event::Event::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key),
            Ok(event::Event::Paste(text)) => Event::Message(Message::Paste(text)),
            Ok(event::Event::Mouse(report)) if mouse::counts(&report) => Event::Mouse(report),
            Ok(_) => continue,
            Err(_) => Event::Exit(Exit::Hangup),
        };
        let last = matches!(event, Event::Exit(_));
        if events.send(event).is_err() || last {
            return;
        }
    }
}
