//! The kiosk in hostile surroundings: sizes that no screen has, floods of keys, keys from before it began, variables that
//! lie.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use rustix::process::Signal;

use super::Tty;
use super::kiosk::{assert_alive, pin_file, start, terminate};
use crate::kiosk::storm::assert_official;
use crate::supervisor::children;
use crate::support::Numbers;
use crate::support::system::memory;

/// What the browser may take at any time, in KiB.
const MOST: u64 = 100 * 1024;

fn assert_small(tty: &Tty) {
    let browser = children(tty.child.process_id().unwrap())[0];
    let (_, most) = memory(browser);
    assert!(most < MOST, "{most} KiB");
}

#[test]
fn no_size_is_too_small_or_too_large() {
    let (mut tty, _pin) = start();
    for (rows, columns) in [
        (0, 0),
        (1, 1),
        (65535, 65535),
        (1, 65535),
        (65535, 1),
        (0, 80),
        (24, 0),
        (2, 2),
    ] {
        for size in [(rows, columns), (24, 80)] {
            tty.set_size(size.0, size.1);
            tty.send("x");
        }
        assert_alive(&mut tty);
    }
    assert_small(&tty);
    terminate(&mut tty);
}

/// Sends floods of so many bytes.
fn flood(paste: usize, keys: usize) {
    let mut numbers = Numbers(0x666c_6f6f_6473);
    let noise: Vec<u8> = (0..keys)
        .map(|_| u8::try_from(numbers.below(256)).unwrap())
        .collect();
    let many = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len()).into_bytes();
    let (mut tty, _pin) = start();
    for flood in [
        [
            b"x\x1b[200~",
            &many("rm -rf ~ ", paste)[..],
            &many("rm -rf ~\r", keys),
        ]
        .concat(),
        ["xか".as_bytes(), &many("\u{301}", 200_000)].concat(),
        many("\x1b", keys),
        many("\x1b[A\x1b[6~\t\r", keys),
        many("\x1b[<0;3;3M", keys),
        many("\x1b]0;", keys),
        many("09012345678", keys / 8),
        noise,
    ] {
        tty.send_bytes(&flood);
        assert_alive(&mut tty);
    }
    assert_small(&tty);
    terminate(&mut tty);
}

#[test]
fn floods_of_keys_leave_it_alive_and_small() {
    flood(100_000, 20_000);
}

/// Among them a paste of 20 MB that never ends.
#[test]
#[ignore = "takes minutes: just faults"]
fn floods_of_many_megabytes_leave_it_alive_and_small() {
    flood(20 << 20, 100_000);
}

/// What somebody typed while the machine was starting, when keys were still echoed and sent signals.
#[test]
fn keys_from_before_it_began_do_nothing() {
    let (folder, pin) = pin_file();
    let fifo = folder.path().join("go");
    mknodat(CWD, &fifo, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let script = format!(
        "trap '' INT QUIT TSTP; echo cooked; read go < {}; exec {} kiosk --pin-file {}",
        fifo.display(),
        env!("CARGO_BIN_EXE_madoguchi"),
        pin.display(),
    );
    for keys in [
        "x解約\r",
        "exit\rsh\r\x04\x04",
        "\x03\x1c\x1a",
        "\x16\x03\x0f\x17\x15",
        "\x1b[200~\x1b[?\x1dno storm types this",
        // Stops what is written.
        "\x13",
    ] {
        let mut tty = Tty::command("sh", &["-c", &script], 24, 80);
        tty.wait_for("cooked");
        tty.send(keys);
        fs::write(&fifo, "\n").unwrap();
        tty.wait_for("Press a key");
        assert!(!tty.text().contains("解約"), "{}", tty.text());
        assert_alive(&mut tty);
        terminate(&mut tty);
    }
}

/// Variables, each set of which is given to a kiosk.
fn variables() -> Vec<Vec<String>> {
    let long = format!("TERM={}", "x".repeat(100_000));
    let sets: &[&[&str]] = &[
        &["TERM="],
        &["TERM=dumb"],
        &["TERM=../../../../etc/passwd"],
        &[
            "TERM=\x1b]0;x\x07\x1b[2J",
            "COLORTERM=\x1b[2J",
            "NO_COLOR=\x1b",
        ],
        &[&long],
        &["LANG=../../../etc/passwd", "LC_ALL=", "LANGUAGE=\x1b[2J"],
        &["LC_ALL=C"],
        &["TZ=:/etc/passwd"],
        &["TZ=/dev/zero", "TZDIR=/dev"],
        &["TZ=Asia/Tokyo\n\x1b[2J"],
        &["TZ=XXX-99999999999999999999"],
        &["PATH="],
        &["PATH=/nonexistent", "SHELL=/bin/sh", "ENV=/etc/passwd"],
        &["LD_PRELOAD=/nonexistent.so", "LD_AUDIT=/nonexistent.so"],
        &["LD_LIBRARY_PATH=/nonexistent:.:/dev", "LD_BIND_NOW=1"],
        &["LD_DEBUG=all"],
        &["LD_DEBUG=all", "LD_DEBUG_OUTPUT=/nonexistent/ld"],
        &[
            "MALLOC_PERTURB_=165",
            "MALLOC_CHECK_=3",
            "MALLOC_ARENA_MAX=1",
        ],
        &["GLIBC_TUNABLES=glibc.malloc.perturb=165:glibc.malloc.mmap_threshold=1"],
        &["RUST_BACKTRACE=full", "RUST_LOG=trace", "RUST_MIN_STACK=1"],
        &["HOME=", "XDG_CACHE_HOME=", "XDG_DATA_HOME="],
        &[
            "HOME=/nonexistent",
            "XDG_CACHE_HOME=/proc",
            "XDG_DATA_HOME=/dev",
        ],
        &["XDG_CACHE_HOME=../..", "XDG_DATA_HOME=."],
        &["COLUMNS=0", "LINES=99999999", "TMUX=x", "STY=x"],
        &["NOTIFY_SOCKET=@", "WATCHDOG_USEC=1"],
        &[
            "NOTIFY_SOCKET=/dev/null",
            "WATCHDOG_USEC=1",
            "WATCHDOG_PID=1",
        ],
        &["MADOGUCHI_KIOSK=--no-sandbox --pin-file /etc/passwd"],
    ];
    let owned = |set: &&[&str]| set.iter().map(|variable| (*variable).to_owned()).collect();
    sets.iter().map(owned).collect()
}

#[test]
fn no_variable_of_the_surroundings_breaks_it() {
    let (_folder, pin) = pin_file();
    let kiosk = ["kiosk", "--pin-file", pin.to_str().unwrap()].map(str::to_owned);
    for set in variables() {
        let program = [env!("CARGO_BIN_EXE_madoguchi").to_owned()];
        let args = [&set[..], &program, &kiosk].concat();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut tty = Tty::command("env", &args, 24, 80);
        tty.wait_for("Press a key");
        assert_alive(&mut tty);
        assert_official(&tty.text());
        terminate(&mut tty);
    }
}

/// Bytes that are no text at all.
#[test]
fn variables_need_not_be_text() {
    let nonsense = OsStr::from_bytes(b"\xff\xfe\x1b[2J");
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    for name in [
        "TERM",
        "LANG",
        "LC_ALL",
        "TZ",
        "COLORTERM",
        "TMUX",
        "MADOGUCHI_KIOSK",
    ] {
        command.env(name, nonsense);
    }
    let (master, mut child, _home) = super::start_unread_as(command, &["kiosk"], "Press a key");
    super::signal(&child, Signal::TERM);
    assert_eq!(child.wait().unwrap().code(), Some(128 + 15));
    drop(master);
}
