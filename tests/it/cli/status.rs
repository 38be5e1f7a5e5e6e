//! `madoguchi status` as other programs run it: one line, once or whenever it changes.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, ExitStatus, Stdio};
use std::sync::mpsc::channel;

use rustix::process::{Signal, kill_process};
use serde_json::Value;

use super::Cli;
use crate::support::system::{LIMIT, copy, pid, text};

/// Starts the program and reads its first line.
fn start(cli: &Cli, args: &[&str]) -> (Child, BufReader<ChildStdout>, String) {
    let mut child = cli
        .command(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    (child, output, line)
}

/// Waits for the end; the limit is only there so that a failure ends.
fn end(mut child: Child) -> (ExitStatus, String) {
    let pid = pid(child.id());
    let (sender, ended) = channel();
    std::thread::spawn(move || {
        let status = child.wait().unwrap();
        let errors = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
        let _ = sender.send((status, errors));
    });
    ended.recv_timeout(LIMIT).unwrap_or_else(|_| {
        let _ = kill_process(pid, Signal::KILL);
        panic!("it does not end");
    })
}

#[test]
fn one_line_of_plain_text() {
    let cli = Cli::new();
    for (zone, expected) in [
        ("Asia/Tokyo", "◐ 電話 英語のみ・日本語は明日 9:00 から\n"),
        (
            "Europe/London",
            "◐ 英語のみ・日本語は日本時間 明日 9:00 から（GMT 明日 0:00）\n",
        ),
    ] {
        let at = "2026-11-23T12:00:00Z";
        let output = cli.run(&["status", "--short", "--at", at, "--tz", zone]);
        assert_eq!(text(&output.stdout), expected);
        assert!(output.stderr.is_empty() && output.status.success());
    }
}

#[test]
fn status_leaves_nothing_behind() {
    let cli = Cli::new();
    for args in [
        &["status"][..],
        &["status", "--json"],
        &["status", "--short"],
    ] {
        assert!(cli.run(args).status.success());
    }
    assert_eq!(
        std::fs::read_dir(cli.home.path()).unwrap().count(),
        0,
        "no index is built"
    );
}

#[test]
fn what_contradicts_is_wrong_usage() {
    let cli = Cli::new();
    for args in [
        &["status", "--short", "--json"][..],
        &["status", "--watch", "--at", "2026-11-23T12:00:00Z"],
    ] {
        let output = cli.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn watching_begins_with_the_line_and_ends_when_nobody_reads() {
    let cli = Cli::new();
    let (child, output, line) = start(&cli, &["status", "--watch"]);
    assert!(
        line.starts_with(['●', '◐']) && line.ends_with('\n'),
        "{line:?}"
    );
    // While it sleeps, the reader goes.
    drop(output);
    let (status, errors) = end(child);
    assert_eq!((status.code(), errors.as_str()), (Some(0), ""));
}

#[test]
fn watching_prints_an_object_a_line() {
    let cli = Cli::new();
    let (child, output, line) = start(&cli, &["status", "--watch", "--json"]);
    let object: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(object["timezone"], "Asia/Tokyo");
    drop(output);
    assert_eq!(end(child).0.code(), Some(0));
}

/// The machine's clock is years behind a guide of the year 2999.
#[test]
fn a_clock_behind_the_guide_is_doubted_but_believed() {
    let cli = Cli::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("guide");
    copy(&source, &cli.home.path().join("guide"));
    let manifest = cli.home.path().join("guide/guide.yaml");
    let dated = std::fs::read_to_string(&manifest).unwrap();
    let dated = dated.replace("as_of: 2026", "as_of: 2999");
    std::fs::write(&manifest, dated).unwrap();
    let said = |args: &[&str]| {
        let output = cli.run(args);
        assert!(output.stderr.is_empty(), "{output:?}");
        text(&output.stdout).to_owned()
    };
    let status = said(&["status", "--lang", "en"]);
    let last = status.lines().last().unwrap();
    assert!(last.contains("clock may be wrong"), "{status}");
    assert_eq!(said(&["status", "--short"]).lines().count(), 1);
    let doctor = said(&["doctor"]);
    assert!(doctor.contains("note  clock"), "{doctor}");
    assert!(!doctor.contains("BAD   clock"), "{doctor}");
}
