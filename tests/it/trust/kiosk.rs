//! A signed guide under a running kiosk: what is good is taken over when nobody is there, and nothing else ever.

use std::fs;

use rustix::process::Signal;

use super::place::{BINARY, Place};
use crate::support::system::eventually;
use crate::terminal::Tty;

/// The titles of two releases, on the first screen.
const FIRST: &str = "小さなガイド";
const SECOND: &str = "新しいガイド";

/// Starts the kiosk; what it says goes to a file.
fn kiosk(place: &Place, log: &str) -> Tty {
    let script = format!("exec \"$0\" \"$@\" 2>'{}'", place.path(log));
    let mut args = vec!["-c".to_owned(), script, BINARY.to_owned()];
    args.extend(place.options());
    args.extend(["kiosk", "--watchdog", "1"].map(str::to_owned));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    Tty::command("sh", &args, 30, 100)
}

fn said(place: &Place, log: &str, text: &str) {
    let log = place.path(log);
    eventually(text, || {
        fs::read_to_string(&log).is_ok_and(|said| said.contains(text))
    });
}

fn end(mut tty: Tty) {
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
}

#[test]
fn the_last_good_release_is_shown() {
    let Some(place) = Place::new() else { return };
    let mut tty = kiosk(&place, "log");
    tty.wait_for(FIRST);
    let old = place.copy("old");
    place.edit("guide.yaml", FIRST, SECOND);
    said(
        &place,
        "log",
        "the guide is left as it was: guide.yaml: the file is not what was signed",
    );
    assert!(tty.text().contains(FIRST), "{}", tty.text());
    place.release(&[]);
    tty.wait_for(SECOND);
    // An earlier one does not come back, whoever has signed it.
    fs::rename(place.guide(), place.path("new")).unwrap();
    fs::rename(old, place.guide()).unwrap();
    said(
        &place,
        "log",
        "guide.manifest: this is release 1, and 2 was seen here before",
    );
    assert!(tty.text().contains(SECOND), "{}", tty.text());
    end(tty);
    // Also not after a start, nor is one needed for that.
    let mut tty = kiosk(&place, "again");
    tty.wait_for(SECOND);
    said(
        &place,
        "again",
        "the guide is left as it was, for the one that is there is not used",
    );
    end(tty);
    fs::remove_dir_all(place.guide()).unwrap();
    let mut tty = kiosk(&place, "empty");
    tty.wait_for(SECOND);
    said(&place, "empty", ".: the folder cannot be opened");
    end(tty);
}

/// Nothing that was not signed is shown, not even where there is nothing else.
#[test]
fn without_a_good_release_there_is_no_kiosk() {
    let Some(place) = Place::new() else { return };
    place.edit("guide.yaml", FIRST, SECOND);
    let mut tty = kiosk(&place, "log");
    assert_eq!(tty.end(), 3);
    said(&place, "log", "guide.yaml: the file is not what was signed");
}

/// What is kept is verified at each start, as if it had just come.
#[test]
fn what_is_kept_is_not_believed() {
    let Some(place) = Place::new() else { return };
    let mut tty = kiosk(&place, "log");
    tty.wait_for(FIRST);
    end(tty);
    let signed = place.signed();
    let kept = signed.memory().unwrap().join("release");
    let whole = fs::read(&kept).unwrap();
    let at = whole
        .windows(FIRST.len())
        .position(|bytes| bytes == FIRST.as_bytes());
    let mut forged = whole.clone();
    forged[at.unwrap()] ^= 1;
    for bad in [
        &forged[..],
        &whole[..whole.len() - 1],
        b"",
        &[&whole[..], b"x"].concat(),
    ] {
        fs::write(&kept, bad).unwrap();
        assert!(signed.kept().open().is_err());
    }
    fs::write(&kept, &whole).unwrap();
    assert!(signed.kept().open().is_ok());
    fs::write(&kept, forged).unwrap();
    // The folder still has it, and it is kept anew.
    let mut tty = kiosk(&place, "again");
    tty.wait_for(FIRST);
    assert_eq!(fs::read(&kept).unwrap(), whole);
    end(tty);
}

/// What a kiosk writes down is there while it runs.
#[test]
fn doctor_knows_of_the_kiosk() {
    let Some(place) = Place::new() else { return };
    let doctor = || -> serde_json::Value {
        let output = place.run(&["doctor", "--json"]);
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let before = doctor();
    assert_eq!(before["kiosks"], serde_json::json!([]));
    let mut tty = kiosk(&place, "log");
    tty.wait_for(FIRST);
    let pid = tty.child.process_id().unwrap();
    let browser = crate::supervisor::children(pid);
    assert_eq!(doctor()["kiosks"][0]["running"], true);
    assert_eq!(doctor()["kiosks"][0]["restarts"], 0);
    for child in browser {
        let _ = rustix::process::kill_process(crate::support::system::pid(child), Signal::KILL);
    }
    eventually("another browser", || doctor()["kiosks"][0]["restarts"] == 1);
    let death = doctor()["kiosks"][0]["last_death"].to_string();
    assert!(death.contains("signal: 9"), "{death}");
    end(tty);
    assert_eq!(doctor()["kiosks"], serde_json::json!([]));
}
