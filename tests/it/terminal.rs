//! The program on a real pseudo-terminal, from start to every kind of end. Waits for text and for the end of processes,
//! never for time; the limit is only there so that a failure ends.

mod building;
mod codes;
#[cfg(target_os = "linux")]
mod hostile;
mod input;
mod keys;
pub mod kiosk;
mod live;
mod looks;
mod mouse;
mod plain;
mod storm;

use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

pub use building::large_guide;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use tempfile::TempDir;

use crate::support::system::{LIMIT, pid};

fn cells(count: u16) -> std::num::NonZero<u16> {
    count.try_into().expect("a screen has cells")
}

pub fn pty_size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

pub struct Tty {
    master: Option<Box<dyn MasterPty>>,
    writer: Option<Box<dyn Write + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
    /// All that it wrote.
    pub bytes: Vec<u8>,
    /// The modes before the program started.
    pub modes: String,
    _home: TempDir,
}

impl Tty {
    pub fn start(args: &[&str]) -> Self {
        Self::command(env!("CARGO_BIN_EXE_madoguchi"), args, 24, 80)
    }

    pub fn command(program: &str, args: &[&str], rows: u16, cols: u16) -> Self {
        let size = pty_size(rows, cols);
        let pty = native_pty_system().openpty(size).unwrap();
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(home.path());
        command.env("HOME", home.path());
        command.env("XDG_CACHE_HOME", home.path().join("cache"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "ja_JP.UTF-8");
        command.env_remove("NO_COLOR");
        let modes = format!(
            "{:?}",
            pty.master.get_termios().expect("a terminal has modes")
        );
        let child = pty.slave.spawn_command(command).unwrap();
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 16384];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            writer: Some(pty.master.take_writer().unwrap()),
            master: Some(pty.master),
            child,
            output,
            screen: vt100::Parser::new(cells(rows), cells(cols), 0),
            bytes: Vec::new(),
            modes,
            _home: home,
        }
    }

    pub fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads until the screen is as wanted.
    pub fn wait(&mut self, what: &str, mut wanted: impl FnMut(&vt100::Screen) -> bool) {
        let end = Instant::now() + LIMIT;
        while !wanted(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!(
                    "waiting for {what}: {error}; the screen shows:\n{}",
                    self.text()
                ),
            }
        }
    }

    /// Reads until the screen is as wanted, or the process has ended: then its exit code.
    pub fn wait_or_end(&mut self, wanted: impl Fn(&vt100::Screen) -> bool) -> Option<u32> {
        let end = Instant::now() + LIMIT;
        while !wanted(self.screen.screen()) {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.end();
                return Some(status.exit_code());
            }
            assert!(Instant::now() < end, "the screen shows:\n{}", self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        }
        None
    }

    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        self.writer.as_mut().unwrap().write_all(bytes).unwrap();
    }

    fn pid(&self) -> Pid {
        pid(self.child.process_id().unwrap())
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.screen.screen_mut().set_size(cells(rows), cells(cols));
        self.set_size(rows, cols);
    }

    /// The same without a screen to look at.
    fn set_size(&self, rows: u16, cols: u16) {
        let size = pty_size(rows, cols);
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub fn wait_until_stopped(&self) {
        let stopped = WaitIdOptions::STOPPED | WaitIdOptions::NOWAIT;
        waitid(WaitId::Pid(self.pid()), stopped).unwrap();
    }

    /// The modes of the terminal's line discipline, for comparison.
    pub fn modes(&self) -> String {
        format!(
            "{:?}",
            self.master
                .as_ref()
                .unwrap()
                .get_termios()
                .expect("a terminal has modes")
        )
    }

    /// The terminal is as it was before the program ran.
    pub fn assert_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the other screen is still on");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes still come in brackets");
        let mouse = screen.mouse_protocol_mode();
        assert_eq!(
            mouse,
            vt100::MouseProtocolMode::None,
            "the mouse is still reported"
        );
        assert_eq!(self.modes(), self.modes, "raw mode is still on");
    }

    /// Waits for the end of the process and reads what it still wrote.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + LIMIT;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(
                Instant::now() < end,
                "it does not end; the screen shows:\n{}",
                self.text()
            );
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        status.exit_code()
    }
}

#[test]
fn from_start_over_search_and_article_to_quit() {
    let mut tty = Tty::start(&[]);
    tty.wait_for("窓口と受付時間");
    assert_ne!(tty.modes(), tty.modes, "raw mode is on");
    tty.send("解約");
    tty.wait_for("検索結果");
    tty.wait("the cursor behind the query", |screen| {
        screen.cursor_position() == (0, 12)
    });
    tty.send("\r");
    tty.wait_for("パートナー経由の契約 ›");
    tty.send("qq");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

#[test]
fn control_c_twice_quits() {
    let mut tty = Tty::start(&["--lang", "en"]);
    tty.wait_for("Desks and hours");
    tty.send("\u{3}");
    tty.wait_for("Press Ctrl-C again to quit");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

#[test]
fn control_c_ends_a_watch() {
    let mut tty = Tty::start(&["status", "--watch"]);
    tty.wait_for("日本語");
    tty.send("\u{3}");
    tty.end();
}

#[test]
fn signals_end_it_and_restore_the_terminal() {
    // By their numbers: some have no name.
    let sent = [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT];
    let sent = sent.into_iter().chain([Signal::USR1, Signal::USR2]);
    let sent = sent.chain([Signal::ALARM, Signal::XCPU]);
    let mut numbers: Vec<i32> = sent.map(Signal::as_raw).collect();
    if cfg!(target_os = "linux") {
        let others = [Signal::ABORT, Signal::VTALARM, Signal::PROF];
        numbers.extend(others.map(Signal::as_raw));
        // SIGSTKFLT, SIGIO, SIGPWR, and the first and the last one for real time.
        numbers.extend([16, 29, 30, 34, 64]);
    }
    for number in numbers {
        let mut tty = Tty::start(&[]);
        tty.wait_for("窓口と受付時間");
        let process = tty.child.process_id().unwrap();
        let kill = format!("kill -{number} {process}");
        let mut shell = std::process::Command::new("sh");
        assert!(shell.args(["-c", &kill]).status().unwrap().success());
        assert_eq!(tty.end(), 128 + u32::try_from(number).unwrap());
        tty.assert_restored();
    }
}

/// The master's last handle must go for the terminal to be gone, so no thread may read from it here.
#[test]
fn a_terminal_that_goes_away_ends_it() {
    let size = pty_size(24, 80);
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_madoguchi"));
    let home = tempfile::tempdir().unwrap();
    command.cwd(home.path());
    command.env("XDG_CACHE_HOME", home.path());
    command.env("TERM", "xterm-256color");
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    read_until(&*pty.master, "F1");
    drop(pty.master);
    // The kernel sends SIGHUP as well; either way the program ends by itself.
    assert_eq!(child.wait().unwrap().exit_code(), 128 + 1);
}

/// Under a shell with job control, as people run it.
#[test]
fn it_can_be_suspended_and_continued() {
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let script = format!("set -m; {program}; echo stopped; read go; fg");
    let mut tty = Tty::command("sh", &["-c", &script], 24, 80);
    tty.wait_for("窓口と受付時間");
    tty.send("電話");
    tty.wait_for("検索結果");
    tty.send("\u{1a}");
    tty.wait_for("stopped");
    tty.assert_restored();
    tty.send("\n");
    tty.wait("the results again", |screen| {
        screen.alternate_screen() && screen.contents().contains("検索結果")
    });
    tty.send("\u{3}\u{3}");
    assert_eq!(tty.end(), 0);
    tty.assert_restored();
}

/// As a login shell there is nobody who could continue it.
#[test]
fn without_a_shell_it_is_not_suspended() {
    let mut tty = Tty::start(&[]);
    tty.wait_for("窓口と受付時間");
    tty.send("\u{1a}解約");
    tty.wait_for("検索結果");
    tty.signal(Signal::TERM);
    tty.end();
    tty.assert_restored();
}

#[test]
fn it_draws_anew_when_others_stopped_it() {
    let mut tty = Tty::start(&[]);
    tty.wait_for("窓口と受付時間");
    tty.signal(Signal::STOP);
    tty.wait_until_stopped();
    tty.screen
        .process(b"\x1b[?1049l\x1b[2Jsomebody else's text");
    tty.signal(Signal::CONT);
    tty.wait("the topics again", |screen| {
        screen.alternate_screen() && screen.contents().contains("窓口と受付時間")
    });
    tty.signal(Signal::TERM);
    tty.end();
    tty.assert_restored();
}

/// Nobody reads what it draws: its main thread hangs in a write, and must be ended all the same.
#[test]
fn a_stuck_terminal_does_not_keep_it_from_ending() {
    let (master, mut child, _home) = start_unread(&[], "F1");
    let mut writer = master.take_writer().unwrap();
    for n in 0..400 {
        let size = pty_size(20 + n % 2, 100);
        master.resize(size).unwrap();
        signal(&child, Signal::WINCH);
        writer.write_all(b"a").unwrap();
        std::thread::yield_now();
    }
    signal(&child, Signal::TERM);
    assert_eq!(child.wait().unwrap().code(), Some(128 + 15));
}

/// Without a controlling terminal no SIGHUP tells of the end: the hangup itself has to be noticed.
#[test]
fn a_terminal_that_goes_away_ends_it_even_without_a_signal() {
    let (master, mut child, _home) = start_unread(&[], "F1");
    drop(master);
    assert_eq!(child.wait().unwrap().code(), Some(128 + 1));
}

/// Reads until something of the first screen is there, and then no more.
pub fn read_until(master: &dyn MasterPty, text: &str) {
    let mut reader = master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    let mut bytes = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains(text) {
        let read = reader.read(&mut bytes).unwrap();
        assert!(read > 0, "it ended too early");
        seen.extend_from_slice(&bytes[..read]);
    }
}

fn signal(child: &std::process::Child, signal: Signal) {
    kill_process(pid(child.id()), signal).unwrap();
}

/// Starts it on a pseudo-terminal that is not its controlling one, waits for its first screen with such a text, and reads
/// no more.
pub fn start_unread(
    args: &[&str],
    first: &str,
) -> (Box<dyn MasterPty>, std::process::Child, TempDir) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.env("TERM", "xterm-256color");
    start_unread_as(command, args, first)
}

fn start_unread_as(
    mut command: std::process::Command,
    args: &[&str],
    first: &str,
) -> (Box<dyn MasterPty>, std::process::Child, TempDir) {
    let size = pty_size(24, 80);
    let pty = native_pty_system().openpty(size).unwrap();
    let name = pty.master.tty_name().expect("a pseudo-terminal has a name");
    let slave = || {
        // Opened without becoming anybody's controlling terminal.
        let no_ctty = i32::try_from(rustix::fs::OFlags::NOCTTY.bits()).unwrap();
        let mut options = std::fs::OpenOptions::new();
        options
            .read(true)
            .write(true)
            .custom_flags(no_ctty)
            .open(&name)
            .unwrap()
    };
    let home = tempfile::tempdir().unwrap();
    let child = command
        .args(args)
        .current_dir(home.path())
        .env("XDG_CACHE_HOME", home.path())
        .stdin(slave())
        .stdout(slave())
        .stderr(slave())
        .spawn()
        .unwrap();
    drop(pty.slave);
    read_until(&*pty.master, first);
    (pty.master, child, home)
}

#[test]
fn a_small_screen_says_so_and_recovers() {
    let mut tty = Tty::start(&[]);
    tty.wait_for("窓口と受付時間");
    tty.resize(9, 39);
    tty.wait_for("画面が小さすぎます");
    tty.resize(10, 40);
    tty.wait_for("窓口と受付時間");
    tty.signal(Signal::TERM);
    tty.end();
    tty.assert_restored();
}

#[test]
fn a_guide_with_errors_is_reported_on_the_restored_terminal() {
    let guide = tempfile::tempdir().unwrap();
    std::fs::write(guide.path().join("guide.yaml"), "schema: 99\n").unwrap();
    let mut tty = Tty::start(&["--guide", guide.path().to_str().unwrap()]);
    assert_eq!(tty.end(), 3);
    assert!(tty.text().contains("guide.yaml"), "{}", tty.text());
    tty.assert_restored();
}

/// Not a test by itself: what `a_panic_restores_the_terminal` runs on its terminal.
#[test]
#[ignore = "panics on purpose"]
fn panics_with_the_terminal_in_its_hands() {
    let _guard = {
        use madoguchi::terminal::{Guard, Ownership};
        Guard::new(Ownership::Own).unwrap()
    };
    panic!("on purpose");
}

#[test]
fn a_panic_restores_the_terminal_before_it_says_why() {
    let test = std::env::current_exe().unwrap();
    let args = [
        "--ignored",
        "--exact",
        "--nocapture",
        "terminal::panics_with_the_terminal_in_its_hands",
    ];
    let mut tty = Tty::command(test.to_str().unwrap(), &args, 24, 80);
    assert_eq!(tty.end(), 101);
    assert!(tty.text().contains("on purpose"), "{}", tty.text());
    tty.assert_restored();
}

#[test]
fn without_a_terminal_it_says_what_to_do_instead() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("madoguchi search"));
}
