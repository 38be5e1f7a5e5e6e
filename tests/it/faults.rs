//! The program in a machine where things fail: what it answers is right, or it refuses and says why.
//!
//! Run as a process, since what is tested is what the system does to one. Where a test needs a tool or a right that is not
//! there (strace, mounting), it ends early and says so; `.ci/run` has both.

mod cost;
mod guide;
mod insight;
mod killed;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::guide::small::Small;
use crate::support::system::{has, say_skipped, text};

const BINARY: &str = env!("CARGO_BIN_EXE_madoguchi");

// Calls as strace takes them: newer processors lack those without "at", which it would refuse without the question mark.
const RENAME: &str = "?rename,?renameat,renameat2";
const MKDIR: &str = "?mkdir,mkdirat";
const UNLINK: &str = "?unlink,unlinkat,?rmdir";

/// The first hit for it is known.
const QUERY: [&str; 4] = ["search", "解約したい", "--limit", "1"];
const FIRST: &str = "partner#";

fn in_shell(script: &str, index: &Path, args: &[&str]) -> Output {
    Command::new("sh")
        .args(["-c", &format!("{script} \"$@\""), "sh", BINARY, "--index"])
        .arg(index)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs")
}

fn plain(index: &Path, args: &[&str]) -> Output {
    in_shell("exec", index, args)
}

/// The answer is right.
#[track_caller]
fn check_answer(output: &Output, what: &str) {
    check_first(output, FIRST, what);
}

#[track_caller]
fn check_first(output: &Output, first: &str, what: &str) {
    assert_eq!(output.status.code(), Some(0), "{what}: {output:?}");
    assert!(text(&output.stdout).contains(first), "{what}: {output:?}");
}

/// A small guide with a query to it. On the disk its index comes to be by as many calls as that of the built-in one, in a twentieth
/// of the time.
struct Asked {
    small: Small,
    place: TempDir,
}

impl Asked {
    fn new() -> Self {
        Self {
            small: Small::new(),
            place: tempfile::tempdir().unwrap(),
        }
    }

    fn index(&self) -> PathBuf {
        self.place.path().join("index")
    }

    /// Runs a command on it, behind what a shell shall do first.
    fn run(&self, script: &str, args: &[&str]) -> Output {
        let guide = self.small.path("");
        let guide = guide.to_str().expect("a folder for tests has such a name");
        let args = [&["--guide", guide], args].concat();
        in_shell(script, &self.index(), &args)
    }

    fn search(&self, script: &str) -> Output {
        self.run(script, &["search", "電話", "--limit", "1"])
    }

    #[track_caller]
    fn check(output: &Output, what: &str) {
        check_first(output, "phone#overview", what);
    }
}

/// It refuses: the exit code says so, and the standard error what to do.
#[track_caller]
fn check_refusal(output: &Output, what: &str) {
    assert_eq!(output.status.code(), Some(4), "{what}: {output:?}");
    assert!(
        text(&output.stderr).contains("help: "),
        "{what}: {output:?}"
    );
}

/// A file system of its own, of so many kilobytes, unmounted in the end. `None` where nobody may mount.
pub struct Mounted(TempDir);

impl Mounted {
    pub fn new(kilobytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder for tests");
        let size = format!("size={kilobytes}k");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "none"])
            .arg(folder.path())
            .output();
        let is_mounted = mounted.is_ok_and(|output| output.status.success());
        if !is_mounted {
            say_skipped("nothing may be mounted here");
        }
        is_mounted.then_some(Self(folder))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn make_read_only(&self) {
        let remounted = Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(self.0.path())
            .status();
        assert!(remounted.is_ok_and(|status| status.success()));
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_limit_on_the_size_of_files() {
    for blocks in [0, 1, 40, 400] {
        let folder = tempfile::tempdir().unwrap();
        let limit = format!("ulimit -f {blocks}; exec");
        let searched = in_shell(&limit, folder.path(), &QUERY);
        check_answer(&searched, &format!("{blocks} blocks"));
        // What could not be written does no harm later.
        check_answer(&plain(folder.path(), &QUERY), "without a limit");
        let built = in_shell("ulimit -f 1; exec", folder.path(), &["index", "build"]);
        check_refusal(&built, "no index fits");
    }
}

/// What reads opening hours gives up where little is left of the stack: that is no error of the guide's.
#[test]
fn a_small_stack() {
    for kib in [64, 128, 256, 1000, 8192] {
        for soft in ["", "-S "] {
            let limit = format!("ulimit {soft}-s {kib}; exec");
            let folder = tempfile::tempdir().unwrap();
            check_answer(&in_shell(&limit, folder.path(), &QUERY), &limit);
            let status = in_shell(&limit, folder.path(), &["status"]);
            assert_eq!(status.status.code(), Some(0), "{limit}: {status:?}");
            assert_eq!(text(&status.stderr), "", "{limit}");
        }
    }
}

#[test]
fn few_open_files() {
    for files in 4..20 {
        let folder = tempfile::tempdir().unwrap();
        let limit = format!("ulimit -n {files}; exec");
        let output = in_shell(&limit, folder.path(), &QUERY);
        check_answer(&output, &format!("{files} files"));
    }
}

#[test]
fn a_zone_that_does_not_exist_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let zones = [
        ("Nowhere/Bad", true),
        ("JST-9", true),
        ("Asia/Tokyo", false),
        ("", false),
    ];
    for (zone, is_told) in zones {
        let script = format!("TZ='{zone}' exec");
        for args in [
            &["status"][..],
            &["status", "--short"],
            &["status", "--json"],
        ] {
            let output = in_shell(&script, folder.path(), args);
            assert_eq!(output.status.code(), Some(0));
            let said = text(&output.stderr);
            assert_eq!(said.contains(&format!("`{zone}`")), is_told, "{said}");
            assert_eq!(said.contains("help: "), is_told, "{said}");
        }
        let report = in_shell(&script, folder.path(), &["doctor"]);
        assert_eq!(
            text(&report.stdout).contains("not in the database"),
            is_told
        );
        let asked_for = in_shell(&script, folder.path(), &["--tz", "UTC", "status"]);
        assert_eq!(text(&asked_for.stderr), "");
    }
}

/// It is said wherever somebody may look for the index.
#[test]
fn a_place_that_is_somebody_elses_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = plain(folder.path(), &["index", "path"]);
    let place = text(&path.stdout).trim().to_owned();
    let letter = Path::new(&place).join("letter");
    fs::create_dir(&place).unwrap();
    fs::write(&letter, "dear").unwrap();
    check_answer(&plain(folder.path(), &QUERY), "from memory");
    check_refusal(&plain(folder.path(), &["index", "build"]), "not ours");
    let verified = plain(folder.path(), &["index", "verify"]);
    assert_eq!(verified.status.code(), Some(1));
    let path = plain(folder.path(), &["index", "path"]);
    assert_eq!(path.status.code(), Some(0));
    assert_eq!(text(&path.stdout).trim(), place);
    let doctor = plain(folder.path(), &["doctor"]);
    for said in [&verified.stdout, &path.stderr, &doctor.stdout] {
        let said = text(said);
        assert!(said.contains("was not written by madoguchi"), "{said}");
        assert!(said.contains("--index"), "{said}");
    }
    let log = folder.path().join("log");
    let log_to = ["--log", log.to_str().unwrap()];
    plain(folder.path(), &[&log_to[..], &QUERY].concat());
    assert!(fs::read_to_string(log).unwrap().contains("kept in memory"));
    assert_eq!(fs::read_to_string(letter).unwrap(), "dear");
}

#[test]
fn a_full_disk() {
    for kilobytes in [8, 64, 200, 400] {
        let Some(disk) = Mounted::new(kilobytes) else {
            return;
        };
        check_answer(&plain(disk.0.path(), &QUERY), "a full disk");
        check_refusal(&plain(disk.0.path(), &["index", "build"]), "a full disk");
        check_answer(&plain(disk.0.path(), &QUERY), "still full");
    }
}

#[test]
fn a_disk_that_becomes_read_only() {
    let Some(disk) = Mounted::new(8_000) else {
        return;
    };
    check_answer(&plain(disk.0.path(), &QUERY), "the index is built");
    let files = fs::read_dir(disk.0.path()).unwrap().count();
    assert_eq!(files, 1);
    disk.make_read_only();
    check_answer(&plain(disk.0.path(), &QUERY), "and used");
    check_refusal(
        &plain(disk.0.path(), &["index", "build"]),
        "but not written",
    );
}

/// Makes the n-th call of a kind fail, for each n up to where there are no more such calls.
#[test]
fn system_calls_that_fail() {
    if !has("strace") {
        return;
    }
    let calls = [
        "openat",
        "read",
        "write",
        RENAME,
        MKDIR,
        UNLINK,
        "statx",
        "ftruncate",
        "fsync",
    ];
    for call in calls {
        // Each of them, up to the last that it makes.
        for n in 1.. {
            let asked = Asked::new();
            let trace = asked.place.path().join("trace");
            let script = format!(
                "exec strace -f -o '{}' -e trace={call} -e inject={call}:error=EIO:when={n}",
                trace.display()
            );
            let output = asked.search(&script);
            let has_failed = fs::read_to_string(&trace).unwrap().contains("(INJECTED)");
            fs::remove_file(&trace).unwrap();
            let what = format!("{call} number {n}");
            let code = output.status.code();
            // Before `main` the loader needs its files; then there is no answer, and a code that says so.
            assert!(code.is_some(), "{what}: it died: {output:?}");
            if code == Some(0) {
                Asked::check(&output, &what);
            } else {
                assert!(
                    output.stdout.is_empty(),
                    "{what}: half an answer: {output:?}"
                );
                assert!(!output.stderr.is_empty(), "{what}: no reason: {output:?}");
            }
            assert!(
                !text(&output.stderr).contains("panicked"),
                "{what}: {output:?}"
            );
            Asked::check(&asked.search("exec"), &format!("after {what}"));
            if !has_failed {
                break;
            }
        }
    }
}
