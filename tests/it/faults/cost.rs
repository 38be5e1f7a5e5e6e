//! What `check` accepts is quick to use: the kernel ends what takes more of the processor's time than reading a guide of
//! this size and the deed itself may take together. `cargo bench --bench nasty` prints the figures.

use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::BINARY;

#[path = "../../../benches/nasty/folders.rs"]
mod folders;
#[path = "../../../benches/nasty/guides.rs"]
mod guides;

/// Without optimisation, on a machine that does much else at the same time.
const SECONDS: u32 = if cfg!(debug_assertions) { 30 } else { 3 };

fn run(folder: &TempDir, command: &[&str]) -> Output {
    Command::new("sh")
        .args([
            "-c",
            &format!("ulimit -t {SECONDS}; exec \"$@\""),
            "sh",
            BINARY,
        ])
        .args(command)
        .arg("--guide")
        .arg(folder.path())
        .arg("--index")
        .arg(folder.path().join("index"))
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs")
}

fn check_all(is_wanted: impl Fn(&str) -> bool) {
    let mut tried = 0;
    let all = guides::all().into_iter().chain(folders::all());
    for nasty in all.filter(|nasty| is_wanted(nasty.name)) {
        tried += 1;
        let folder = TempDir::new().unwrap();
        nasty.write(folder.path()).unwrap();
        let queries = nasty
            .queries
            .iter()
            .map(|query| vec!["search", query.as_str()]);
        let others = [vec!["status"], vec!["show", guides::ARTICLE]];
        for command in others.into_iter().chain(queries) {
            let output = run(&folder, &command);
            let said = String::from_utf8_lossy(&output.stderr);
            let ended_well = matches!(output.status.code(), Some(0 | 1));
            assert!(
                ended_well,
                "{} ({} bytes): {command:?}: {:?}: {said}",
                nasty.name,
                nasty.bytes(),
                output.status
            );
        }
    }
    assert!(tried > 0);
}

/// Those that once took many times as long.
#[test]
fn what_took_minutes() {
    check_all(|name| {
        [
            "hours that are off",
            "kanji without a break",
            "many synonyms",
            "backticks",
            "links from everywhere",
            "a conjunct that does not end",
        ]
        .contains(&name)
    });
}

#[test]
#[ignore = "takes minutes"]
fn nothing_that_is_accepted_is_slow() {
    check_all(|_| true);
}

/// In a folder of anybody's Markdown nothing is refused, so that these are read too.
#[test]
fn pages_of_one_thing() {
    for (name, piece, behind) in [
        ("attributes", "a=\"b\" ", ""),
        ("sections of one name", "\n## same\nx\n", ""),
        ("the same file", "\n{{#include part.md}}\n", ""),
        ("names of programs", "\n::: a.b\n", ""),
        ("boxes", "\n:::note\n", ""),
        ("boxes that others end", "\n:::note\n", "\n::::\n"),
        ("directives", "\n@Row {\n", "\n}\n"),
        ("links to no section", "\n## same\nx\n", "\n[a](#other)\n"),
    ] {
        let folder = TempDir::new().unwrap();
        let many = |piece: &str| piece.repeat(200_000 / piece.len().max(1));
        let page = format!(
            "# Page\n\n<div {}{}>\n\ntext\n",
            many(piece),
            many(if behind.is_empty() { piece } else { behind })
        );
        std::fs::write(folder.path().join("page.md"), page).unwrap();
        std::fs::write(folder.path().join("part.md"), "# Part\n\na\n").unwrap();
        for command in [&["status"][..], &["show", "page"]] {
            let output = run(&folder, command);
            let ended_well = output.status.code() == Some(0);
            assert!(ended_well, "{name}: {command:?}: {output:?}");
        }
    }
}

/// A few kilobytes that asked for gigabytes.
#[test]
fn what_grows() {
    for nasty in folders::grown() {
        let folder = TempDir::new().unwrap();
        nasty.write(folder.path()).unwrap();
        for command in [&["status"][..], &["show", guides::ARTICLE]] {
            let output = run(&folder, command);
            let ended_well = output.status.code() == Some(0);
            assert!(ended_well, "{}: {command:?}: {output:?}", nasty.name);
        }
    }
}
