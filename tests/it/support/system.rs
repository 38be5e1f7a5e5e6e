//! What tests share that run the program as a process: waiting for what comes, processes, files and tools.

use std::fmt::Display;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::Pid;

/// No test asserts how long something takes; this is only there so that what never comes ends a test.
pub const LIMIT: Duration = Duration::from_mins(1);

/// Lets others run until something holds.
#[track_caller]
pub fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + LIMIT;
    while !holds() {
        assert!(Instant::now() < end, "it never comes: {what}");
        std::thread::yield_now();
    }
}

/// Whether a tool is there that a test needs. If not, says so.
pub fn has(tool: &str) -> bool {
    let found = Command::new("sh")
        .args(["-c", &format!("command -v {tool}")])
        .output();
    let has = found.is_ok_and(|output| output.status.success());
    if !has {
        say_skipped(&format!("{tool} is not installed"));
    }
    has
}

/// Says why a test ends early; past the harness, which keeps back what a test prints that does not fail.
pub fn say_skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "a test is skipped: {why}");
}

/// A process by its id.
pub fn pid(id: u32) -> Pid {
    Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
}

/// A field of what the kernel says of a process or thread; empty where it does not know the field. `process` is the id, or
/// another name of it below `/proc`.
pub fn status(process: impl Display, field: &str) -> String {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let value = |line: &str| {
        Some(
            line.strip_prefix(field)?
                .strip_prefix(':')?
                .trim()
                .to_owned(),
        )
    };
    status.lines().find_map(value).unwrap_or_default()
}

/// What the kernel says of a process's memory, in KiB: now, and the most it ever had.
pub fn memory(process: impl Display) -> (u64, u64) {
    let kib = |field| {
        let amount = status(&process, field);
        let amount = amount.strip_suffix(" kB").unwrap();
        amount.parse().unwrap()
    };
    (kib("VmRSS"), kib("VmHWM"))
}

/// How many filters of seccomp a thread has beyond those of this one, which every process that it starts inherits. `None`
/// where the kernel does not count them (before Linux 5.9).
#[cfg(target_os = "linux")]
pub fn added_filters(thread: impl Display) -> Option<u32> {
    let count = |thread: &dyn Display| status(thread, "Seccomp_filters").parse::<u32>().ok();
    Some(count(&thread)? - count(&"thread-self")?)
}

/// Copies a folder with all that is in it to where there is nothing yet.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What a process wrote; all that the program writes is text.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
