//! The kiosk on a pseudo-terminal: storms of bytes and signals leave a screen that lives, and no prompt.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use madoguchi::pin::PinHash;
use portable_pty::MasterPty;
use rustix::process::Signal;
use tempfile::TempDir;
use vt100::MouseProtocolMode;

use super::mouse::click;
use super::{Tty, start_unread};
use crate::kiosk::storm::assert_official;
use crate::support::Numbers;

const PIN: &str = "no storm types this";

/// A PIN file that only its owner can read.
pub fn pin_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pin");
    fs::write(&path, PinHash::make(PIN).unwrap()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    (folder, path)
}

/// A kiosk with a PIN, at its first screen.
pub fn start() -> (Tty, TempDir) {
    let (folder, path) = pin_file();
    let mut tty = Tty::start(&["kiosk", "--pin-file", path.to_str().unwrap()]);
    tty.wait_for("Press a key");
    (tty, folder)
}

/// The screen answers to keys: the request for the PIN comes, wherever it is, and goes.
pub fn assert_alive(tty: &mut Tty) {
    // Escape at the end of a storm makes the next key one with Alt.
    tty.send(" \x1d");
    tty.wait_for("Staff only");
    tty.send("\x1b");
    tty.wait("the request for the PIN to go", |screen| {
        !screen.contents().contains("Staff only") && !screen.contents().trim().is_empty()
    });
    assert!(tty.screen.screen().alternate_screen());
    assert_official(&tty.text());
}

pub fn terminate(tty: &mut Tty) {
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
}

/// What a storm is made of, besides bytes of any value.
const PIECES: &[&str] = &[
    "\x03",
    "\x03\x03",
    "\x1a",
    "\x1c",
    "\x04",
    "\x13",
    "\x11",
    "\x0f",
    "\x16",
    "q",
    "\x1bq",
    ":q!\r",
    "exit\r",
    "\x1b[200~rm -rf ~\r\x03",
    "\x1b[200~",
    "\x1b[201~",
    "\x1b[?",
    "\x1b[<0;3;3M",
    "\x1b[<35;1",
    "\x1b[M !!",
    "\x1b[0;0R",
    "\x1b[65535;65535R",
    "\x1b]0;x",
    "\x1bP",
    "\x1b[",
    "\x1bO",
    "\x1b",
    "\x1b\x1b\x1b",
    "\x1b[99;5u",
    "\x1b[27;5;99~",
    "\x1b[3;5~",
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[A",
    "\x1b[B",
    "\x1b[6~",
    "\x1b[1;3D",
    "\r",
    "\r\r",
    "\t",
    "\x7f",
    "/",
    "?",
    "1",
    "2",
    "解約",
    "kaiyaku",
    "090-1234-5678",
    "0120-996-013",
    "０９０１２３４５６７８",
    "0120-996-012",
    "😀",
    "\u{202e}",
    "\u{300}",
    "\x1d",
    "\x1d123456\r",
];

pub fn storm(numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..=numbers.below(60) {
        match numbers.below(8) {
            0 | 1 => bytes.push(u8::try_from(numbers.below(256)).unwrap()),
            2 => {
                // Presses and the wheel, on the screen and beside it.
                let what = [0, 64, 65, 4][numbers.below(4)];
                let (column, row) = (numbers.below(90), numbers.below(30));
                bytes.extend_from_slice(format!("\x1b[<{what};{column};{row}M").as_bytes());
            }
            _ => bytes.extend_from_slice(PIECES[numbers.below(PIECES.len())].as_bytes()),
        }
    }
    bytes
}

#[test]
#[cfg(target_os = "linux")]
fn a_hundred_storms_leave_a_living_screen_and_no_prompt() {
    let (mut tty, _pin) = start();
    let pid = tty.child.process_id().unwrap();
    // Only root may see what is open in a process that gives nothing to debuggers; everybody, which processes there are.
    let open = |pid: u32| Some(fs::read_dir(format!("/proc/{pid}/fd")).ok()?.count());
    let look = || {
        let mut processes = crate::supervisor::children(pid);
        processes.push(pid);
        let open: Vec<_> = processes.iter().copied().map(open).collect();
        (processes, open)
    };
    let before = look();
    assert_eq!(before.0.len(), 2);
    let mut numbers = Numbers(0x7374_6f72_6d73);
    for _ in 0..100 {
        let bytes = storm(&mut numbers);
        tty.send_bytes(&bytes);
        for _ in 0..numbers.below(4) {
            let signals = [
                Signal::INT,
                Signal::QUIT,
                Signal::TSTP,
                Signal::WINCH,
                Signal::CONT,
            ];
            tty.signal(signals[numbers.below(signals.len())]);
        }
        if numbers.below(5) == 0 {
            let rows = u16::try_from(10 + numbers.below(40)).unwrap();
            let columns = u16::try_from(40 + numbers.below(100)).unwrap();
            tty.resize(rows, columns);
        }
        assert_alive(&mut tty);
    }
    // The same two processes, and nothing open that was not before.
    assert_eq!(look(), before);
    terminate(&mut tty);
}

#[test]
fn neither_keys_nor_their_signals_end_it() {
    let (mut tty, _pin) = start();
    tty.send("\r");
    tty.wait_for("トピック");
    assert!(!tty.text().contains("Ctrl-C"), "{}", tty.text());
    tty.send("\x03\x03\x1a\x1c\x04");
    for signal in [Signal::INT, Signal::QUIT, Signal::TSTP] {
        tty.signal(signal);
        assert_alive(&mut tty);
    }
    tty.send("\tq\x03\x03");
    assert_alive(&mut tty);
    terminate(&mut tty);
}

#[test]
fn a_paste_that_never_ends_is_keys_like_others() {
    let (mut tty, _pin) = start();
    assert!(!tty.screen.screen().bracketed_paste());
    tty.send("\r");
    tty.wait_for("トピック");
    tty.send("\x1b[200~解約");
    tty.wait_for("検索結果");
    // Others that would be waited for: a report, a mouse, a window's title.
    for begun in ["\x1b[?", "\x1b[<0;1", "\x1b]0;"] {
        tty.send(begun);
        assert_alive(&mut tty);
    }
    terminate(&mut tty);
}

#[test]
fn clicks_do_what_keys_do() {
    let (mut tty, _pin) = start();
    let modes = |tty: &Tty| tty.screen.screen().mouse_protocol_mode();
    assert_eq!(modes(&tty), MouseProtocolMode::PressRelease);
    // The first one begins a visit.
    tty.send(&click(30, 22));
    tty.wait_for("トピック");
    tty.send(&click(30, 22));
    tty.wait("the desks alone", |screen| {
        screen.contents().contains("━ 窓口と受付時間 ━")
    });
    // The key that gives the mouse to a terminal ends a visit here.
    tty.send("\x1b[24~");
    assert_alive(&mut tty);
    assert_eq!(modes(&tty), MouseProtocolMode::PressRelease);
    terminate(&mut tty);

    let mut tty = Tty::start(&["kiosk", "--no-mouse"]);
    tty.wait_for("キーを押してください");
    assert_eq!(modes(&tty), MouseProtocolMode::None);
    terminate(&mut tty);
}

#[test]
fn signals_from_outside_end_it() {
    for signal in [Signal::TERM, Signal::HUP] {
        let (mut tty, _pin) = start();
        tty.signal(signal);
        assert_eq!(tty.end(), 128 + u32::try_from(signal.as_raw()).unwrap());
        tty.assert_restored();
    }
}

#[test]
fn the_terminal_going_away_ends_it() {
    let (master, mut child, _home) = start_unread(&["kiosk"], "Press a key");
    drop::<Box<dyn MasterPty>>(master);
    assert_eq!(child.wait().unwrap().code(), Some(128 + 1));
}

#[test]
fn staff_end_it_by_their_pin_which_is_never_shown() {
    let (mut tty, _pin) = start();
    tty.send("\x1dwrong pin\r");
    tty.wait_for("Wrong.");
    // Its time has to pass; until then the right one is refused.
    tty.wait_for("Type the PIN");
    let before = tty.text();
    tty.send(PIN);
    tty.resize(24, 81);
    tty.resize(24, 80);
    assert_alive_in_pin(&mut tty, &before);
    tty.send("\r");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
    assert!(!tty.text().contains("storm"), "{}", tty.text());
}

/// Still the same request, and none of the keys of the PIN on it.
fn assert_alive_in_pin(tty: &mut Tty, before: &str) {
    tty.wait("the same request", |screen| screen.contents() == before);
}

#[test]
fn it_wipes_the_terminal_when_nobody_is_there() {
    let mut tty = Tty::start(&["kiosk", "--idle", "10"]);
    tty.wait_for("Press a key");
    tty.send("\r");
    tty.wait_for("トピック");
    tty.send("請求");
    tty.wait_for("検索結果");
    tty.wait_for("秒で");
    tty.bytes.clear();
    tty.wait("the attracting screen", |screen| {
        screen.contents().contains("Press a key")
    });
    assert!(!tty.text().contains("請求"), "{}", tty.text());
    let seen = String::from_utf8_lossy(&tty.bytes);
    let clear = seen.rfind("\x1b[J").expect("the screen is cleared");
    let purge = seen.find("\x1b[3J").expect("and what was scrolled away");
    assert!(clear < purge);
    assert!(!seen[purge..].contains("請求"));
    tty.send("\r");
    tty.wait_for("トピック");
    assert!(!tty.text().contains("請求"), "{}", tty.text());
    terminate(&mut tty);
}

#[test]
fn a_pin_is_made_without_being_shown_and_opens() {
    let mut tty = Tty::start(&["kiosk", "--make-pin"]);
    tty.wait_for("New PIN: ");
    tty.send("2718x\x7f28\r");
    tty.wait_for("Again: ");
    tty.send("271828\r");
    tty.wait_for("$argon2id$");
    assert_eq!(tty.end(), 0);
    assert_eq!(tty.modes(), tty.modes);
    assert!(!tty.text().contains("2718"), "{}", tty.text());
    let text: String = tty.text().lines().skip(2).collect();
    assert!(PinHash::parse(&text).unwrap().matches("271828"), "{text}");

    for (first, second) in [("271828", "271829"), ("27182", ""), ("2718\x03", "")] {
        let mut tty = Tty::start(&["kiosk", "--make-pin"]);
        tty.wait_for("New PIN: ");
        tty.send(&format!("{first}\r"));
        if !second.is_empty() {
            tty.wait_for("Again: ");
            tty.send(&format!("{second}\r"));
        }
        assert_eq!(tty.end(), 2);
        assert_eq!(tty.modes(), tty.modes);
        assert!(!tty.text().contains('$'), "{}", tty.text());
    }
}
