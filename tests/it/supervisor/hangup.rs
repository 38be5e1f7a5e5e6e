//! A terminal that goes away while the browser cannot notice it: only the supervisor can then end both.
//!
//! The terminal is nobody's controlling one, so that no SIGHUP tells of it.

use std::process::Child;
use std::time::Instant;

use portable_pty::MasterPty;
use rustix::process::Signal;

use super::{LIMIT, START, children, is_alive, send};
use crate::terminal::{read_until, start_unread};

/// The terminal goes away, and nothing of the kiosk is left.
fn check_ends(master: Box<dyn MasterPty>, mut child: Child) {
    let browsers = children(child.id());
    drop(master);
    let end = Instant::now() + LIMIT;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            send(child.id(), Signal::KILL);
            panic!("it lives on");
        }
        std::thread::yield_now();
    };
    assert_eq!(status.code(), Some(128 + 1));
    assert!(!browsers.into_iter().any(is_alive));
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
    check_ends(master, child);
}

#[test]
fn while_a_dead_browser_is_not_yet_started_again() {
    let (master, child, _home) = start_unread(&["kiosk"], START);
    // The fourth death is followed by a pause of a second.
    kill(&*master, &child, &[START, START, START, "One moment"]);
    check_ends(master, child);
}

#[test]
fn while_the_page_is_shown() {
    let (master, child, _home) = start_unread(&["kiosk"], START);
    kill(
        &*master,
        &child,
        &[START, START, START, START, "30 seconds"],
    );
    check_ends(master, child);
}
