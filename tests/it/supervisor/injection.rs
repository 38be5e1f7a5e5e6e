//! The kiosk where system calls fail, in its supervisor and in every browser: it refuses and says why, or there is a screen
//! that lives. Where `strace` is installed.

use std::sync::Mutex;

use rustix::process::{Signal, kill_process};

use super::{START, children, wipe};
use crate::kiosk::storm::assert_official;
use crate::support::system::{eventually, has, pid};
use crate::terminal::Tty;

/// On the page that is shown where the browser cannot be started.
const PAGE: &str = "この端末はご利用いただけません";

/// A call, how it fails, and which one of a thread's calls does: the first and the last that are of interest. What the loader
/// does before them is none of the program's. A question mark is for calls that a processor or an older strace does not know.
type Fault = (&'static str, &'static str, u32, u32);

const FAULTS: [Fault; 19] = [
    ("openat", "EMFILE", 5, 40),
    ("openat", "EACCES", 5, 40),
    ("read", "EIO", 4, 40),
    ("read", "EINTR", 4, 40),
    ("write", "EIO", 1, 12),
    ("write", "EINTR", 1, 12),
    ("mmap", "ENOMEM", 18, 50),
    ("?poll,ppoll", "ENOMEM", 1, 12),
    ("?poll,ppoll", "EINTR", 1, 12),
    ("clone,?clone3,?vfork", "EAGAIN", 1, 6),
    ("execve", "ENOMEM", 2, 3),
    ("pipe2", "EMFILE", 1, 10),
    ("ioctl", "EIO", 2, 20),
    ("fcntl,dup", "EMFILE", 1, 14),
    ("prctl", "EINVAL", 1, 8),
    ("seccomp", "ENOSYS", 1, 6),
    ("landlock_create_ruleset", "ENOSYS", 1, 4),
    ("landlock_add_rule", "ENOMEM", 1, 4),
    ("rt_sigaction", "EINVAL", 9, 24),
];

fn start(call: &str, error: &str, n: u32) -> Tty {
    let trace = format!("trace={call}");
    let inject = format!("inject={call}:error={error}:when={n}");
    let program = [env!("CARGO_BIN_EXE_madoguchi"), "kiosk"];
    let strace = ["-f", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    Tty::command("strace", &[&strace[..], &program].concat(), 24, 80)
}

fn check(call: &str, error: &str, n: u32) {
    let what = format!("{call} number {n} fails with {error}");
    let mut tty = start(call, error, n);
    let is_there = |screen: &vt100::Screen| {
        let text = screen.contents();
        text.contains(START) || text.contains(PAGE)
    };
    if let Some(code) = tty.wait_or_end(is_there) {
        let said = tty.text();
        assert_ne!(code, 0, "{what}: {said}");
        // How many calls the loader and Rust's runtime make before `main` differs between machines, and theirs cannot be caught.
        if said.contains("initialization or cleanup bug") {
            return;
        }
        assert!(said.contains("madoguchi: "), "{what}: no reason: {said}");
        assert!(!said.contains("panicked"), "{what}: {said}");
        tty.assert_restored();
        return;
    }
    wipe(&mut tty);
    tty.send("\r");
    // The page is drawn for another size, and so is the browser's screen.
    tty.resize(24, 81);
    let lives = |screen: &vt100::Screen| {
        let text = screen.contents();
        text.contains("トピック") || text.contains(START) || text.contains(PAGE)
    };
    let end = tty.wait_or_end(lives);
    assert_eq!(end, None, "{what}: {}", tty.text());
    assert_official(&tty.text());
    terminate(&mut tty, &what);
}

/// A handler whose write fails has forgotten the signal: whoever wants the end asks again.
fn terminate(tty: &mut Tty, what: &str) {
    let strace = tty.child.process_id().unwrap();
    eventually(&format!("the end when {what}"), || {
        let supervisors = children(strace);
        for supervisor in &supervisors {
            // It may have ended just now.
            let _ = kill_process(pid(*supervisor), Signal::TERM);
        }
        supervisors.is_empty()
    });
    assert_eq!(tty.end(), 128 + 15, "{what}");
}

/// Several at once: most of the time each waits for something.
fn check_all(faults: impl Iterator<Item = (&'static str, &'static str, u32)> + Send) {
    if !has("strace") {
        return;
    }
    let faults = Mutex::new(faults);
    let next = || faults.lock().unwrap().next();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((call, error, n)) = next() {
                    check(call, error, n);
                }
            });
        }
    });
}

#[test]
fn some_calls_of_every_kind_fail() {
    check_all(FAULTS.into_iter().flat_map(|(call, error, first, last)| {
        let quarter = first + (last - first) / 4;
        [first, quarter].map(|n| (call, error, n))
    }));
}

#[test]
#[ignore = "takes minutes: just faults"]
fn each_call_of_every_kind_fails() {
    check_all(
        FAULTS
            .into_iter()
            .flat_map(|(call, error, first, last)| (first..=last).map(move |n| (call, error, n))),
    );
}
