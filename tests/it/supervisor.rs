//! The kiosk's two processes on a real pseudo-terminal: what happens when one of them dies, hangs, or is told to end.
//!
//! A screen counts as drawn again when what was on it is wiped from the test's own picture and comes back.

#[cfg(target_os = "linux")]
mod boot;
mod hangup;
#[cfg(target_os = "linux")]
mod injection;
#[cfg(target_os = "linux")]
mod insight;
#[cfg(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
))]
mod kernels;
#[cfg(target_os = "linux")]
mod notify;
#[cfg(target_os = "linux")]
mod renewal;
#[cfg(target_os = "linux")]
mod sandbox;
mod ssh;

use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use portable_pty::{CommandBuilder, MasterPty, native_pty_system};
use rustix::process::{Resource, Rlimit, Signal, kill_process, prlimit};

use crate::support::system::{copy, eventually, pid};
use crate::terminal::{Tty, pty_size, read_until, start_unread};

/// On the screen that is shown when nobody is there.
const START: &str = "Press a key";

/// Starts the kiosk and waits for its first screen.
fn kiosk(args: &[&str]) -> Tty {
    let mut tty = Tty::start(&[&["kiosk"], args].concat());
    tty.wait_for(START);
    tty
}

/// The processes that a process has started and that are no zombies.
pub fn children(parent: u32) -> Vec<u32> {
    let wanted = format!("PPid:\t{parent}");
    let is_child = |pid: &u32| {
        fs::read_to_string(format!("/proc/{pid}/status")).is_ok_and(|status| {
            status.lines().any(|line| line == wanted) && !status.contains("State:\tZ")
        })
    };
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(is_child).collect()
}

/// The browser that the kiosk on this terminal runs now.
fn browser(tty: &Tty) -> u32 {
    match children(tty.child.process_id().unwrap())[..] {
        [browser] => browser,
        ref others => panic!("one browser was expected, not {others:?}"),
    }
}

fn is_alive(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/status"))
        .is_ok_and(|status| !status.contains("State:\tZ"))
}

fn send(id: u32, signal: Signal) {
    kill_process(pid(id), signal).unwrap();
}

fn wipe(tty: &mut Tty) {
    tty.screen.process(b"\x1b[2J");
}

/// Comes, and searches.
fn search(tty: &mut Tty) {
    tty.send("\r");
    tty.wait_for("トピック");
    tty.send("解約");
    tty.wait_for("検索結果");
}

/// Waits until a screen is drawn anew that answers to keys, by another browser than this one.
fn wait_for_another(tty: &mut Tty, old: u32) {
    tty.wait_for(START);
    assert!(!is_alive(old));
    assert_ne!(browser(tty), old);
    search(tty);
}

#[test]
fn whatever_kills_the_browser_the_screen_comes_back() {
    for signal in [Signal::KILL, Signal::TERM, Signal::HUP] {
        let mut tty = kiosk(&[]);
        let old = browser(&tty);
        wipe(&mut tty);
        send(old, signal);
        wait_for_another(&mut tty, old);
        tty.signal(Signal::TERM);
        assert_eq!(tty.end(), 128 + 15);
        tty.assert_restored();
    }
}

/// On some consoles there is one screen alone: what stands there must go, whether or not there is another.
#[test]
fn without_another_screen_nothing_of_before_is_left() {
    let mut tty = kiosk(&[]);
    search(&mut tty);
    let old = browser(&tty);
    wipe(&mut tty);
    send(old, Signal::KILL);
    tty.wait_for(START);
    let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
    let bytes = bytes.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    let (rows, columns) = (24.try_into().unwrap(), 80.try_into().unwrap());
    let mut single = vt100::Parser::new(rows, columns, 0);
    single.process(bytes.as_bytes());
    assert_eq!(single.screen().contents(), tty.text());
}

#[test]
fn a_browser_without_memory_is_started_again() {
    let mut tty = kiosk(&[]);
    let old = browser(&tty);
    let nothing = Rlimit {
        current: Some(1),
        maximum: Some(1),
    };
    prlimit(Some(pid(old)), Resource::As, nothing).unwrap();
    wipe(&mut tty);
    // A large screen needs megabytes.
    tty.resize(200, 600);
    wait_for_another(&mut tty, old);
    tty.signal(Signal::TERM);
    tty.end();
    tty.assert_restored();
}

#[test]
fn a_frozen_browser_is_killed_and_started_again() {
    let mut tty = kiosk(&["--watchdog", "1"]);
    let old = browser(&tty);
    wipe(&mut tty);
    send(old, Signal::STOP);
    wait_for_another(&mut tty, old);
    tty.signal(Signal::TERM);
    tty.end();
    tty.assert_restored();
}

/// The browser of a second kiosk tells how long to wait: when that is given up, the first has been asked and has answered.
#[test]
fn a_browser_that_is_asked_answers_and_lives_on() {
    let mut tty = kiosk(&["--watchdog", "1"]);
    let old = browser(&tty);
    let mut other = kiosk(&["--watchdog", "1"]);
    send(browser(&other), Signal::STOP);
    wipe(&mut other);
    other.wait_for(START);
    assert_eq!(browser(&tty), old);
    search(&mut tty);
    for tty in [&mut tty, &mut other] {
        tty.signal(Signal::TERM);
        tty.end();
    }
}

#[test]
fn after_five_deaths_the_page_says_whom_to_call() {
    let mut tty = kiosk(&[]);
    for death in 1..=5 {
        wipe(&mut tty);
        send(browser(&tty), Signal::KILL);
        if death < 5 {
            tty.wait_for(START);
        }
    }
    tty.wait_for("この端末はご利用いただけません");
    tty.wait_for("0120-996-012");
    tty.wait_for("30 seconds");
    let screen = tty.screen.screen();
    assert!(!screen.alternate_screen() && screen.hide_cursor());
    assert_ne!(tty.modes(), tty.modes, "keys are still not shown");
    // It is drawn anew for another size, and still ends in order.
    wipe(&mut tty);
    tty.resize(30, 100);
    tty.signal(Signal::WINCH);
    tty.wait_for("0120-996-012");
    assert!(children(tty.child.process_id().unwrap()).is_empty());
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
    assert_eq!(tty.text().trim(), "", "nothing is left on the screen");
}

#[test]
fn signals_end_both_in_order() {
    for signal in [Signal::TERM, Signal::HUP] {
        let mut tty = kiosk(&[]);
        let browser = browser(&tty);
        tty.signal(signal);
        assert_eq!(tty.end(), 128 + u32::try_from(signal.as_raw()).unwrap());
        assert!(!is_alive(browser));
        tty.assert_restored();
    }
}

/// A browser that is frozen does not keep its supervisor from ending.
#[test]
fn a_frozen_browser_is_ended_too() {
    let mut tty = kiosk(&[]);
    let browser = browser(&tty);
    send(browser, Signal::STOP);
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    assert!(!is_alive(browser));
    tty.assert_restored();
}

/// Under a shell that lives on: no hangup and no other signal tells of the end, and who is frozen would hear of nothing.
#[test]
fn a_browser_does_not_outlive_its_supervisor_and_leaves_nothing() {
    let script = format!("{} kiosk; cat", env!("CARGO_BIN_EXE_madoguchi"));
    for is_frozen in [false, true] {
        let mut tty = Tty::command("sh", &["-c", &script], 24, 80);
        tty.wait_for(START);
        let supervisor = browser(&tty);
        let [browser] = children(supervisor)[..] else {
            panic!("one browser was expected");
        };
        search(&mut tty);
        if is_frozen {
            send(browser, Signal::STOP);
        }
        tty.bytes.clear();
        send(supervisor, Signal::KILL);
        eventually("the browser's end", || !is_alive(browser));
        tty.wait("the terminal as it was", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
        assert!(!tty.text().contains("解約"), "{}", tty.text());
        let bytes = String::from_utf8_lossy(&tty.bytes);
        assert!(bytes.contains("\x1b[3J"), "{bytes:?}");
        eventually("the modes as they were", || tty.modes() == tty.modes);
    }
}

/// Sends a process every signal but some, by their numbers: also those that have no name.
fn send_all_but(process: u32, others: &[u32]) {
    let numbers = (1..=64).filter(|number| !others.contains(number));
    let kills: String = numbers.map(|n| format!("kill -{n} {process}; ")).collect();
    let sent = Command::new("sh").args(["-c", &kills]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&sent.stderr), "");
}

/// SIGHUP, SIGKILL, SIGTERM and SIGSTOP have their own tests. Two numbers belong to the C library, and nobody can hold them
/// back: for a supervisor they are as SIGKILL.
#[test]
fn no_other_signal_does_anything() {
    let mut tty = kiosk(&[]);
    search(&mut tty);
    let supervisor = tty.child.process_id().unwrap();
    let browser = browser(&tty);
    for process in [supervisor, browser] {
        for _ in 0..3 {
            send_all_but(process, &[1, 9, 15, 19, 32, 33]);
        }
        wipe(&mut tty);
        tty.resize(30, 100);
        tty.wait_for("検索結果");
        tty.send("1");
        tty.wait_for("解約1");
        tty.send("\x7f");
        tty.resize(24, 80);
    }
    assert_eq!(children(supervisor), [browser]);
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
    assert_eq!(tty.text().trim(), "");
}

/// A kiosk whose terminal takes no more bytes: nobody reads them, and there are too many.
fn stuck() -> (Box<dyn MasterPty>, std::process::Child, tempfile::TempDir) {
    let (master, child, home) = start_unread(&["kiosk", "--watchdog", "1"], START);
    let browser = children(child.id())[0];
    for n in 0..400 {
        master.resize(pty_size(20 + n % 9, 100)).unwrap();
        send(browser, Signal::WINCH);
        std::thread::yield_now();
    }
    (master, child, home)
}

/// The browsers of another kiosk tell how long to wait: when each has been given up, the first would have been too.
#[test]
fn a_terminal_that_nobody_reads_is_waited_for() {
    let (master, mut child, _home) = stuck();
    let browser = children(child.id());
    let mut other = kiosk(&["--watchdog", "1"]);
    for _ in 0..2 {
        let old = self::browser(&other);
        wipe(&mut other);
        send(old, Signal::STOP);
        wait_for_another(&mut other, old);
    }
    assert_eq!(children(child.id()), browser, "it is the same");
    send(child.id(), Signal::TERM);
    assert_eq!(child.wait().unwrap().code(), Some(128 + 15));
    assert!(!is_alive(browser[0]));
    drop(master);
    other.signal(Signal::TERM);
    other.end();
}

/// The master's last handle must go for the terminal to be gone, so no thread may read from it here.
#[test]
fn a_terminal_that_goes_away_ends_both() {
    let pty = native_pty_system().openpty(pty_size(24, 80)).unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.arg("kiosk");
    command.cwd(home.path());
    command.env("XDG_CACHE_HOME", home.path());
    command.env("TERM", "xterm-256color");
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    read_until(&*pty.master, START);
    let browsers = children(child.process_id().unwrap());
    assert_eq!(browsers.len(), 1);
    drop(pty.master);
    assert_eq!(child.wait().unwrap().exit_code(), 128 + 1);
    assert!(!is_alive(browsers[0]));
}

#[test]
fn a_guide_with_errors_is_reported_at_the_start() {
    let guide = tempfile::tempdir().unwrap();
    fs::write(guide.path().join("guide.yaml"), "schema: 99\n").unwrap();
    let mut tty = Tty::start(&["kiosk", "--guide", guide.path().to_str().unwrap()]);
    assert_eq!(tty.end(), 3);
    assert!(tty.text().contains("guide.yaml"), "{}", tty.text());
    tty.assert_restored();
}

/// The supervisor itself does not read the articles, and of a list this long the browser's last words are only the end.
#[test]
fn every_error_of_an_article_is_reported_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    let guide = home.path().join("guide");
    copy(&fs::canonicalize("guide").unwrap(), &guide);
    let article = guide.join("ja/phone.md");
    let mut text = fs::read_to_string(&article).unwrap();
    let first = text.lines().count() + 2;
    for _ in 0..40 {
        text += "\n[何か](nowhere)\n";
    }
    fs::write(&article, text).unwrap();
    let mut tty = Tty::start(&["kiosk", "--home", home.path().to_str().unwrap()]);
    assert_eq!(tty.end(), 3);
    let said = String::from_utf8_lossy(&tty.bytes).into_owned();
    for number in [first, first + 2 * 39] {
        let place = format!("error: ja/phone.md:{number}: ");
        assert_eq!(said.matches(&place).count(), 1, "{place} in {said}");
    }
    tty.assert_restored();
}

/// It was fine once: visitors get the page, and nobody's message.
#[test]
fn a_guide_that_breaks_later_does_not_end_the_kiosk() {
    let home = tempfile::tempdir().unwrap();
    let guide = home.path().join("guide");
    copy(&fs::canonicalize("guide").unwrap(), &guide);
    let mut tty = kiosk(&["--home", home.path().to_str().unwrap()]);
    fs::write(guide.join("guide.yaml"), "schema: 99\n").unwrap();
    wipe(&mut tty);
    send(browser(&tty), Signal::KILL);
    tty.wait_for("この端末はご利用いただけません");
    assert!(!tty.text().contains("guide.yaml"));
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
}

#[test]
fn it_needs_a_terminal_and_says_so() {
    let output = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .arg("kiosk")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("needs a terminal"));
}

#[test]
fn the_browser_starts_for_no_other_supervisor() {
    let mut tty = Tty::start(&["kiosk", "--supervisor", "1"]);
    assert_eq!(tty.end(), 2);
}

#[test]
fn as_a_login_shell_it_runs_no_commands() {
    for (name, args) in [
        ("-madoguchi", ["-c", "id"]),
        ("madoguchi", ["-c", "scp -t ."]),
        ("madoguchi", ["-c", "kiosk --no-sandbox"]),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
            .arg0(name)
            .args(args)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(output.stdout, b"");
        assert_eq!(output.stderr, b"madoguchi: no commands are run here\n");
    }
}
