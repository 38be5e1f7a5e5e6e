//! A guide that changes under a running kiosk.

use std::fs;

use rustix::process::Signal;

use super::{START, children, is_alive, wipe};
use crate::support::system::eventually;
use crate::terminal::Tty;

#[test]
fn a_changed_guide_is_taken_over_when_nobody_is_there() {
    let guide = tempfile::tempdir().unwrap();
    let write = |text: &str| fs::write(guide.path().join("a.md"), text).unwrap();
    write("# 手引き\n\n## 受付\n\n以前の文\n");
    let path = guide.path().to_str().unwrap();
    let mut tty = Tty::start(&["--guide", path, "kiosk", "--watchdog", "1"]);
    tty.wait_for(START);
    let supervisor = tty.child.process_id().unwrap();
    let old = children(supervisor)[0];
    wipe(&mut tty);
    write("# 手引き\n\n## 受付\n\n新しい文\n");
    tty.wait_for(START);
    eventually("another browser is there", || !is_alive(old));
    tty.send("\r");
    tty.wait_for("手引き");
    tty.send("文");
    tty.wait_for("新しい文");
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
}
