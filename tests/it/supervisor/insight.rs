//! A kiosk that writes down what is asked, from within its sandbox.

use std::fs;
use std::path::Path;

use madoguchi::insight::{Line, read};
use rustix::process::Signal;

use super::{browser, kiosk, search, send, wait_for_another};
use crate::faults::Mounted;
use crate::support::system::eventually;
use crate::terminal::Tty;

fn with_insight(file: &Path) -> Tty {
    kiosk(&["--insight", file.to_str().unwrap()])
}

/// Searches, and opens what is found first.
fn visit(tty: &mut Tty) {
    search(tty);
    open(tty);
}

/// Opens what is found first. It may stand beside the list already; in another language it cannot.
fn open(tty: &mut Tty) {
    tty.send("\r\x1bOQ");
    tty.wait_for("How to cancel");
}

fn lines(file: &Path) -> Vec<Line> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .map(|line| Line::parse(line).expect(line))
        .collect()
}

#[test]
fn what_is_asked_is_in_the_file_when_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("asked");
    let mut tty = with_insight(&file);
    visit(&mut tty);
    // While nobody knows who it was of the hour's visitors, nothing is there.
    assert_eq!(fs::read(&file).unwrap(), [0; 0]);
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
    let lines = lines(&file);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(
        (lines[0].query.as_str(), lines[0].empty_handed),
        ("解約", false)
    );
    assert!(lines[0].opened[0].starts_with("partner#"), "{lines:?}");
}

#[test]
fn a_browser_that_is_killed_takes_the_hour_with_it_and_the_next_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("asked");
    let mut tty = with_insight(&file);
    visit(&mut tty);
    let old = browser(&tty);
    super::wipe(&mut tty);
    send(old, Signal::KILL);
    wait_for_another(&mut tty, old);
    open(&mut tty);
    tty.signal(Signal::TERM);
    tty.end();
    assert_eq!(lines(&file).len(), 1);
}

/// A full disk, and a file that has gone: the visitor sees nothing of it, and the kiosk ends as ever.
#[test]
fn a_full_disk_disturbs_nobody() {
    let Some(disk) = Mounted::new(16) else { return };
    let folder = disk.path();
    let file = folder.join("asked");
    let mut tty = with_insight(&file);
    let rest = fs::write(folder.join("rest"), vec![0; 64 << 10]);
    assert!(rest.is_err(), "it is full");
    visit(&mut tty);
    tty.send("\x1b[24~");
    tty.wait_for(super::START);
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
    assert_eq!(fs::read(&file).unwrap(), [0; 0]);
}

/// `--fold` beside a kiosk that is open: its handle goes on to be the file's.
#[test]
fn counts_can_be_made_beside_an_open_kiosk() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("asked");
    let mut first = with_insight(&file);
    visit(&mut first);
    let mut second = with_insight(&file);
    visit(&mut second);
    second.signal(Signal::TERM);
    second.end();
    eventually("its line", || lines(&file).len() == 1);
    madoguchi::insight::fold(&file).unwrap();
    assert_eq!(fs::read(&file).unwrap(), [0; 0]);
    first.signal(Signal::TERM);
    first.end();
    assert_eq!(lines(&file).len(), 1);
    assert_eq!(read(&file).unwrap().lines.len(), 1);
}
