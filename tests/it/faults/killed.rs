//! Builds of the index that are killed: whatever is left of them, the next answer is right. Renewals of a signed guide that are
//! killed: what is kept is always one that was signed whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use madoguchi::trust::{Refusal, Release};

use super::{Asked, BINARY, MKDIR, RENAME, UNLINK};
use crate::guide::small::Small;
use crate::support::Numbers;
use crate::support::system::has;
use crate::terminal::large_guide;
use crate::trust::place::Place;

/// The indexes in a folder. What a build was doing when it was killed is removed after an hour: another machine may be at it.
fn indexes(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name());
    let left_behind = |name: &std::ffi::OsString| name.to_string_lossy().starts_with(".building-");
    names.filter(|name| !left_behind(name)).count()
}

/// What is on the disk changes with these calls only, so a build that dies before and after each of them has died everywhere.
#[test]
fn a_build_is_killed_at_every_change_that_it_makes() {
    if !has("strace") {
        return;
    }
    let asked = Asked::new();
    let mut killed = 0;
    for call in [MKDIR, "openat", "write", RENAME, UNLINK] {
        for n in 1.. {
            let script = format!(
                "exec strace -f -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={n}"
            );
            let built = asked.run(&script, &["index", "build"]);
            Asked::check(&asked.search("exec"), &format!("{call} {n}"));
            if built.status.code() == Some(0) {
                break;
            }
            killed += 1;
        }
    }
    assert!(killed > 40, "{killed}");
    assert_eq!(indexes(&asked.index()), 1);
}

/// Builds the index of a guide again and again, four at a time in one folder, and kills each build after up to so long.
/// Searches in between.
fn kill_builds(home: &[&str], times: u32, longest: Duration, query: &str, first: &str) {
    let folder = tempfile::tempdir().unwrap();
    let command = |args: &[&str]| {
        let mut command = Command::new(BINARY);
        command.args(home).arg("--index").arg(folder.path());
        command.args(args).stdin(Stdio::null());
        command
    };
    let check = |what: &str| {
        let output = command(&["search", query, "--limit", "1"]).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(0), "{what}: {output:?}");
        let answer = String::from_utf8_lossy(&output.stdout);
        assert!(answer.contains(first), "{what}: {answer}");
    };
    let done = AtomicU32::new(0);
    std::thread::scope(|scope| {
        for builder in 0..4 {
            let (command, check, done) = (&command, &check, &done);
            scope.spawn(move || {
                let mut numbers = Numbers(builder + 1);
                loop {
                    let n = done.fetch_add(1, Ordering::Relaxed);
                    if n >= times {
                        break;
                    }
                    let mut build = command(&["index", "build"]);
                    let build = build.stdout(Stdio::null()).stderr(Stdio::null());
                    let mut build = build.spawn().unwrap();
                    // Not a wait for anything: it is killed somewhere else each time. Nothing that could be counted instead
                    // is spread over the whole build.
                    let most = usize::try_from(longest.as_micros()).unwrap();
                    let after = u64::try_from(numbers.below(most)).unwrap();
                    std::thread::sleep(Duration::from_micros(after));
                    build.kill().unwrap();
                    build.wait().unwrap();
                    if n % 20 == 0 {
                        check(&format!("after {n} kills"));
                    }
                }
            });
        }
    });
    check("in the end");
    assert_eq!(indexes(folder.path()), 1);
}

#[test]
fn a_thousand_builds_are_killed() {
    let small = Small::new();
    let path = small.path("");
    let home = ["--guide", path.to_str().unwrap()];
    kill_builds(
        &home,
        1000,
        Duration::from_millis(60),
        "電話",
        "phone#overview",
    );
}

/// The same with an index of many segments, which is brought to the disk piece by piece.
#[test]
#[ignore = "takes minutes: just faults"]
fn a_thousand_builds_of_a_large_index_are_killed() {
    let large = large_guide();
    let home = ["--home", large.path().to_str().unwrap()];
    kill_builds(&home, 1000, Duration::from_secs(2), "返金", "#s");
}

/// Signed releases of a guide, each in a folder beside its place.
struct Releases {
    place: Place,
    folders: Vec<PathBuf>,
    whole: Vec<Release>,
}

impl Releases {
    fn new(count: usize) -> Option<Self> {
        let place = Place::new()?;
        let mut releases = Self {
            folders: Vec::new(),
            whole: Vec::new(),
            place,
        };
        for n in 0..count {
            let Self { place, .. } = &releases;
            place.write(
                "ja/about.md",
                format!("---\ntitle: 第{n}版\n---\n## 目的 {{#purpose}}\n\n文\n"),
            );
            place.release(&[]);
            let whole = place.signed().open().expect("it was signed");
            let folder = place.copy(&format!("release-{n}"));
            releases.folders.push(folder);
            releases.whole.push(whole);
        }
        fs::rename(releases.place.guide(), releases.place.path("made")).unwrap();
        Some(releases)
    }

    /// Puts one into the place, in one step.
    fn put(&self, n: usize, who: u32) {
        let link = self.place.path(&format!("link-{who}"));
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(&self.folders[n], &link).unwrap();
        fs::rename(link, self.place.guide()).unwrap();
    }

    fn look(&self) -> Command {
        let mut look = self.place.command();
        look.args(["kiosk", "--look", "x"])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        look
    }

    /// The serial of what is kept: it is one of those that were signed, all of it.
    #[track_caller]
    fn kept(&self) -> Option<u64> {
        match self.place.signed().kept().open() {
            Ok(kept) => {
                assert!(self.whole.contains(&kept), "it was not signed whole");
                Some(kept.contents().issue().serial)
            }
            Err(Refusal::NothingKept) => None,
            Err(refusal) => panic!("{refusal}"),
        }
    }
}

#[test]
fn a_thousand_renewals_are_killed() {
    let Some(releases) = Releases::new(12) else {
        return;
    };
    let (done, newest) = (AtomicU32::new(0), AtomicU64::new(0));
    std::thread::scope(|scope| {
        for looker in 0..4 {
            let (releases, done, newest) = (&releases, &done, &newest);
            scope.spawn(move || {
                let mut numbers = Numbers(u64::from(looker) + 1);
                loop {
                    let n = done.fetch_add(1, Ordering::Relaxed);
                    if n >= 1000 {
                        break;
                    }
                    // Now and then a later one comes.
                    let latest = usize::try_from(n / 100 + 2).unwrap();
                    releases.put(numbers.below(latest), looker);
                    let mut look = releases.look().spawn().unwrap();
                    let after = u64::try_from(numbers.below(80_000)).unwrap();
                    std::thread::sleep(Duration::from_micros(after));
                    look.kill().unwrap();
                    look.wait().unwrap();
                    let before = newest.load(Ordering::SeqCst);
                    let kept = releases.kept().unwrap_or(0);
                    assert!(kept >= before, "{kept} after {before}");
                    newest.fetch_max(kept, Ordering::SeqCst);
                }
            });
        }
    });
    assert!(newest.load(Ordering::SeqCst) > 0, "none came through");
    releases.put(11, 0);
    assert!(releases.look().status().is_ok());
    assert_eq!(
        releases.kept(),
        releases
            .whole
            .last()
            .map(|whole| whole.contents().issue().serial)
    );
}

/// What is on the disk changes with these calls only.
#[test]
fn a_renewal_is_killed_at_every_change_that_it_makes() {
    if !has("strace") {
        return;
    }
    let Some(releases) = Releases::new(2) else {
        return;
    };
    releases.put(0, 0);
    assert!(releases.look().status().is_ok());
    let first = releases.kept();
    assert!(first.is_some());
    let memory = releases.place.signed().memory().unwrap().to_owned();
    let before = releases.place.path("before");
    let copy = |from: &Path, to: &Path| {
        let _ = fs::remove_dir_all(to);
        let copied = Command::new("cp").arg("-r").args([from, to]).status();
        assert!(copied.unwrap().success());
    };
    copy(&memory, Path::new(&before));
    releases.put(1, 0);
    let mut killed = 0;
    for call in [MKDIR, "openat", "write", "fsync", RENAME] {
        for n in 1.. {
            copy(Path::new(&before), &memory);
            let inject = format!("inject={call}:signal=KILL:when={n}");
            let mut strace = Command::new("strace");
            strace.args([
                "-f",
                "-o",
                "/dev/null",
                "-e",
                &format!("trace={call}"),
                "-e",
                &inject,
            ]);
            let look = releases.look();
            strace.arg(look.get_program()).args(look.get_args());
            let status = strace.stdout(Stdio::null()).stderr(Stdio::null()).status();
            let kept = releases.kept();
            assert!(kept >= first, "{call} {n}");
            if status.unwrap().code().is_some() {
                assert!(
                    kept > first,
                    "{call} {n}: it was not killed, and has not kept"
                );
                break;
            }
            killed += 1;
        }
    }
    assert!(killed > 20, "{killed}");
}
