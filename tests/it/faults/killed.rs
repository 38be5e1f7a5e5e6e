//! Builds of the index that are killed: whatever is left of them, the next answer is right.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::{BINARY, MKDIR, QUERY, RENAME, UNLINK, check_answer, in_shell, plain};
use crate::guide::small::Small;
use crate::support::Numbers;
use crate::support::system::has;
use crate::terminal::large_guide;

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
    let folder = tempfile::tempdir().unwrap();
    let mut killed = 0;
    for call in [MKDIR, "openat", "write", RENAME, UNLINK] {
        for n in 1.. {
            let script = format!(
                "exec strace -f -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={n}"
            );
            let built = in_shell(&script, folder.path(), &["index", "build"]);
            check_answer(&plain(folder.path(), &QUERY), &format!("{call} {n}"));
            if built.status.code() == Some(0) {
                break;
            }
            killed += 1;
        }
    }
    assert!(killed > 40, "{killed}");
    assert_eq!(indexes(folder.path()), 1);
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
