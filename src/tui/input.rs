//! The thread that reads keys, pastes and the mouse.

use std::os::fd::OwnedFd;
use std::sync::mpsc::SyncSender;

use crossterm::event::{self, KeyEventKind};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::answer::{HOLD, Heard, Listener};
use super::decode::Decoder;
use super::{Event, Exit, mouse};
use crate::app::Message;
use crate::ui::theme::{Theme, Wish};

/// A question that the terminal was asked: which theme depends on the answer, and who waits for it.
#[derive(Debug)]
pub struct Asked {
    pub wish: Wish,
    pub answered: SyncSender<()>,
}

/// The bytes of one key come within this time, also over a slow line: they are sent together.
const PAUSE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// Reads until the terminal fails or nobody listens any more. Sizes come from `signals`, which can tell a terminal that
/// is gone from one that is quiet.
pub fn read_keys(events: &SyncSender<Event>, mut asked: Option<Asked>) {
    let mut listener = Listener::default();
    loop {
        let read = match event::read() {
            Ok(event::Event::Key(key)) if key.kind != KeyEventKind::Release => {
                match asked.as_ref().map(|_| listener.hear(key)) {
                    None => vec![Event::Key(key)],
                    Some(Heard::Part) => given_up(&mut listener),
                    Some(Heard::Keys(keys)) => keys.into_iter().map(Event::Key).collect(),
                    Some(Heard::Answer(background)) => {
                        let theme = asked.take().and_then(|asked| {
                            // Nobody waits unless the program is ending.
                            let _ = asked.answered.try_send(());
                            Some(Theme::wished(&asked.wish.on(background?)))
                        });
                        theme
                            .into_iter()
                            .map(|theme| Event::Theme(Box::new(theme)))
                            .collect()
                    }
                }
            }
            Ok(event::Event::Paste(text)) => vec![Event::Message(Message::Paste(text))],
            Ok(event::Event::Mouse(report)) if mouse::counts(&report) => vec![Event::Mouse(report)],
            Ok(_) => continue,
            Err(_) => vec![Event::Exit(Exit::Hangup)],
        };
        for event in read {
            let last = matches!(event, Event::Exit(_));
            if events.send(event).is_err() || last {
                return;
            }
        }
    }
}

/// The same on a public terminal, where anything may be sent: `decode` says why by other means.
pub fn read_bytes(tty: &OwnedFd, events: &SyncSender<Event>) {
    let mut decoder = Decoder::default();
    let mut keys = Vec::new();
    let mut bytes = [0; 1024];
    loop {
        let pause = decoder.is_waiting().then_some(&PAUSE);
        match poll(&mut [PollFd::new(tty, PollFlags::IN)], pause) {
            Ok(0) => decoder.give_up(&mut keys),
            Ok(_) => match rustix::io::read(tty, &mut bytes) {
                Ok(read @ 1..) => bytes[..read]
                    .iter()
                    .for_each(|&byte| decoder.take(byte, &mut keys)),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Ok(_) | Err(_) => {
                    let _ = events.send(Event::Exit(Exit::Hangup));
                    return;
                }
            },
            Err(Errno::INTR) => {}
            Err(_) => {
                let _ = events.send(Event::Exit(Exit::Hangup));
                return;
            }
        }
        for key in keys.drain(..) {
            if events.send(Event::Key(key)).is_err() {
                return;
            }
        }
    }
}

/// The keys that are held back, if nothing follows that could make an answer of them.
fn given_up(listener: &mut Listener) -> Vec<Event> {
    if listener.is_uncertain() && event::poll(HOLD).is_ok_and(|more| !more) {
        return listener.give_up().into_iter().map(Event::Key).collect();
    }
    Vec::new()
}
