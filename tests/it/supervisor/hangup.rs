//! A terminal that goes away while the browser cannot notice it: only the supervisor can then end both.
//!
//! The terminal is nobody's controlling one, so that no SIGHUP tells of it.

use std::process::Child;

use portable_pty::MasterPty;
use rustix::process::Signal;

use super::{START, children, is_alive, send};
use crate::support::system::eventually;
use crate::terminal::{read_until, start_unread};

/// A kiosk that does not outlive its test.
struct Kiosk(Child);

impl Drop for Kiosk {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// The terminal goes away, and nothing of the kiosk is left. Says whether there was a browser just before.
fn check_ends(master: Box<dyn MasterPty>, child: Child) -> bool {
    let mut kiosk = Kiosk(child);
    let browsers = children(kiosk.0.id());
    drop(master);
    let mut status = None;
    eventually("its end", || {
        status = kiosk.0.try_wait().unwrap();
        status.is_some()
    });
    assert_eq!(status.unwrap().code(), Some(128 + 1));
    assert!(!browsers.iter().copied().any(is_alive));
    !browsers.is_empty()
}

/// Kills the browser so often, and waits each time for what then appears.
fn kill(master: &dyn MasterPty, child: &Child, seen: &[&str]) {
    for text in seen {
        let [browser] = children(child.id())[..] else {
            panic!("one browser was expected");
        };
        send(browser, Signal::KILL);
        read_until(master, text);
    }
}

#[test]
fn while_the_browser_is_frozen() {
    let (master, child, _home) = start_unread(&["kiosk"], START);
    send(children(child.id())[0], Signal::STOP);
    assert!(check_ends(master, child));
}

#[test]
fn while_a_dead_browser_is_not_yet_started_again() {
    let in_the_pause = || {
        let (master, child, _home) = start_unread(&["kiosk"], START);
        // The fourth death is followed by a pause of a second.
        kill(&*master, &child, &[START, START, START, "One moment"]);
        !check_ends(master, child)
    };
    // On a machine that does much else it may be over too early.
    assert!((0..10).any(|_| in_the_pause()));
}

#[test]
fn while_the_page_is_shown() {
    let (master, child, _home) = start_unread(&["kiosk"], START);
    kill(
        &*master,
        &child,
        &[START, START, START, START, "30 seconds"],
    );
    assert!(!check_ends(master, child));
}
