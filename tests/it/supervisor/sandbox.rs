//! What the kiosk can no longer do. Where the kernel has no sandbox, there is nothing to test.

use std::fs;
use std::process::Command;

use madoguchi::sandbox::{LANDLOCK_SCOPES, support};
use rustix::process::Signal;

use super::{START, browser, kiosk, search};
use crate::support::system::{added_filters, has, status};
use crate::terminal::Tty;

/// Every deed is refused by every layer that can refuse it.
#[test]
fn what_the_sandbox_forbids_is_refused() {
    let support = support();
    if !support.is_enough() {
        return;
    }
    let output = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["doctor", "--sandbox"])
        .output()
        .unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}");
    let count = |start: &str| {
        report
            .lines()
            .filter(|line| line.starts_with(start))
            .count()
    };
    // What is tried is possible before, so that a refusal means something.
    for deed in [
        "open a file",
        "create a file",
        "start this program",
        "start another program",
        "create a socket",
    ] {
        let before = format!("note  none       {deed}: possible\n");
        assert!(report.contains(&before), "{report}");
    }
    assert_eq!(count("ok    seccomp"), 8, "{report}");
    // A supervisor can start what it is there to start, and no more.
    let own = "note  supervisor start this program: possible\n";
    assert!(report.contains(own), "{report}");
    if support
        .landlock
        .is_some_and(|version| version >= LANDLOCK_SCOPES)
    {
        assert_eq!(count("ok    Landlock"), 6, "{report}");
        assert_eq!(count("ok    supervisor"), 3, "{report}");
    }
}

#[test]
fn every_thread_of_the_running_kiosk_is_in_it() {
    if !support().is_enough() {
        return;
    }
    let mut tty = kiosk(&[]);
    let supervisor = tty.child.process_id().unwrap();
    // Filters add up: the browser has its own beside its supervisor's.
    for (process, threads, filters) in [(browser(&tty), 4, 4), (supervisor, 1, 2)] {
        let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
        let tasks: Vec<String> = tasks
            .flatten()
            .map(|task| format!("{process}/task/{}", task.file_name().display()))
            .collect();
        assert_eq!(tasks.len(), threads);
        for task in &tasks {
            // 2 is a filter.
            assert_eq!(status(task, "Seccomp"), "2");
            assert_eq!(status(task, "NoNewPrivs"), "1");
            assert!(added_filters(task).is_none_or(|added| added == filters));
        }
        let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
        let cores = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"));
        let cores: Vec<&str> = cores.unwrap().split_whitespace().collect();
        assert_eq!(cores[4..6], ["0", "0"]);
    }
    tty.signal(Signal::TERM);
    tty.end();
}

#[test]
fn without_it_only_when_told() {
    let mut tty = kiosk(&["--no-sandbox"]);
    // As it is for the test itself, which in some containers is not 0.
    let own = status("thread-self", "NoNewPrivs");
    assert_eq!(status(browser(&tty), "NoNewPrivs"), own);
    tty.signal(Signal::TERM);
    assert_eq!(tty.end(), 128 + 15);
    tty.assert_restored();
}

/// A call as `strace -f` writes it: who, what, and the rest of the line.
fn calls(trace: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    trace.lines().filter_map(|line| {
        let (who, call) = line.split_once(char::is_whitespace)?;
        let call = call.trim_start();
        let (what, rest) = call.split_once('(')?;
        Some((who, what, rest))
    })
}

/// Where `strace` is installed. What the kiosk does when somebody searches, reads, resizes and ends it, seen from outside.
#[test]
fn a_trace_shows_one_start_no_socket_and_no_file_opened_later() {
    if !has("strace") || !support().is_enough() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trace");
    let trace = [
        "-f",
        "-o",
        file.to_str().unwrap(),
        env!("CARGO_BIN_EXE_madoguchi"),
        "kiosk",
    ];
    let mut tty = Tty::command("strace", &trace, 24, 80);
    tty.wait_for(START);
    search(&mut tty);
    tty.send("\r");
    tty.wait_for("パートナー経由の契約 ›");
    tty.resize(40, 120);
    tty.send("\x1bOQ");
    tty.wait_for("How to cancel");
    let supervisor = super::children(tty.child.process_id().unwrap());
    super::send(supervisor[0], Signal::TERM);
    tty.end();

    let trace = fs::read_to_string(file).unwrap();
    let started: Vec<_> = calls(&trace)
        .filter(|(_, what, _)| what.starts_with("execve"))
        .collect();
    assert_eq!(started.len(), 2, "{started:?}");
    let (browser, _, program) = started[1];
    assert!(program.starts_with("\"/proc/self/exe\""), "{program}");
    let sockets = calls(&trace).filter(|(_, what, _)| *what == "socket");
    assert_eq!(sockets.count(), 0);

    let own: Vec<_> = calls(&trace).filter(|(who, ..)| *who == browser).collect();
    let at = |name: &str| own.iter().rposition(|(_, what, _)| *what == name);
    let (files, filters) = (at("landlock_restrict_self"), at("seccomp"));
    let sealed = filters.expect("a filter is set");
    assert!(files.is_none_or(|files| files < sealed));
    assert_eq!(support().landlock.is_some(), files.is_some());
    let later = &own[sealed..];
    let opened =
        |(_, what, rest): &&(&str, &str, &str)| what.starts_with("open") && !rest.contains("EPERM");
    assert_eq!(later.iter().filter(opened).count(), 0, "{later:?}");
    // Nothing that is done every day is refused: what is refused may be what somebody needs.
    let refused = later
        .iter()
        .filter(|(_, what, rest)| rest.contains("EPERM") && *what != "openat");
    assert_eq!(
        refused.collect::<Vec<_>>(),
        Vec::<&(&str, &str, &str)>::new()
    );
}
