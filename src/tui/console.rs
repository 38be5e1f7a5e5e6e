//! What `signals` is elsewhere. A console sends none: it is asked again and again how large it is, and whoever closes it ends the
//! program.

#![expect(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "elsewhere it can fail, and is something"
)]

use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

use super::Event;
use crate::app::News;
use crate::terminal::{self, Ownership};

/// Often enough to follow a window that is drawn larger.
const LOOK: Duration = Duration::from_millis(200);

#[derive(Debug)]
pub struct Signals;

impl Signals {
    pub const fn register(_: Ownership) -> io::Result<Self> {
        Ok(Self)
    }

    /// Tells of every other size, until nobody listens any more.
    pub fn watch(self, events: &SyncSender<Event>) {
        let mut size = terminal::size();
        loop {
            thread::sleep(LOOK);
            let now = terminal::size();
            if now != size && events.send(Event::News(News::Resize(now))).is_err() {
                return;
            }
            size = now;
        }
    }
}
