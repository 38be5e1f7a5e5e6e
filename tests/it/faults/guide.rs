//! Guides that are made to take time or memory: they are refused with file and line, within a second of the processor's time
//! and 100 MB of memory of the program's own, as the kernel counts both. Beyond either it would have ended the program.

use std::process::{Command, Output, Stdio};

use super::BINARY;
use crate::guide::small::Small;

/// Without optimisation, on a slow machine that does much else at the same time, what takes a tenth of a second takes several.
const SECONDS: u32 = if cfg!(debug_assertions) { 15 } else { 1 };

fn check_within_limits(small: &Small) -> Output {
    Command::new("sh")
        .args([
            "-c",
            &format!("ulimit -t {SECONDS}; ulimit -d 102400; exec \"$@\""),
            "sh",
            BINARY,
            "check",
        ])
        .arg(small.path(""))
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs")
}

/// It is refused, with a place in this file; where a file is too large to be read, it has no lines.
#[track_caller]
fn check_refused(file: &str, content: &[u8], place: &str) {
    let small = Small::new();
    small.write(file, content);
    let output = check_within_limits(&small);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let start: String = content
        .iter()
        .take(40)
        .map(|&byte| char::from(byte))
        .collect();
    let what = format!(
        "{file}, {start:?}…: {:?}: {}",
        output.status,
        &said[..said.len().min(500)]
    );
    assert_eq!(output.status.code(), Some(3), "{what}");
    assert!(said.contains(&format!("error: {file}{place}")), "{what}");
    assert!(said.len() < 200_000, "{} bytes are said", said.len());
}

#[test]
fn bombs_in_yaml() {
    let laughs: Vec<String> = (1..30)
        .map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1))
        .collect();
    let laughs = format!("a0: &a0 x\n{}", laughs.concat());
    let same = "unknown: {a: [1]}\n".repeat(50_000);
    let others: String = (0..50_000).map(|n| format!("unknown{n}: x\n")).collect();
    for hostile in [
        laughs,
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        "a: ".repeat(100_000),
        "!a ".repeat(100_000),
        "'".repeat(100_001),
        "a: |\n".repeat(50_000),
        same,
        others,
    ] {
        for file in ["guide.yaml", "desks.yaml", "glossary.yaml"] {
            check_refused(file, hostile.as_bytes(), ":");
        }
        let article = format!("---\n{hostile}\n---\n## a {{#a}}\nx\n");
        check_refused("ja/about.md", article.as_bytes(), ":");
    }
}

#[test]
fn a_hundred_megabytes() {
    let hundred = b"a: b # c\n".repeat(100_000_000 / 9);
    for file in ["guide.yaml", "desks.yaml", "ja/about.md"] {
        check_refused(file, &hundred, "");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for content in [
        [b"\xff\xfe", &wide(&"schema: 1\n".repeat(20_000))[..]].concat(),
        wide(&"schema: 1\n".repeat(25_000)),
        vec![0; 500_000],
        vec![0xff; 500_000],
        b"a: \xc3\x28\n".repeat(80_000),
    ] {
        for file in ["guide.yaml", "glossary.yaml", "ja/about.md"] {
            check_refused(file, &content, ":1");
        }
    }
}

#[test]
fn characters_that_would_drive_a_terminal() {
    for hostile in ["\u{1b}[2J", "\u{202e}", "\u{e0041}", "\u{7f}", "\u{9b}31m"] {
        let text = format!("title: {{ ja: {hostile} }}\n").repeat(10_000);
        check_refused("guide.yaml", text.as_bytes(), ":");
    }
}

/// These are not wrong, only large: they are read, and within the same limits.
#[test]
fn markdown_without_end() {
    let small = Small::new();
    let about = small.read("ja/about.md");
    for piece in [
        "> ",
        "- ",
        "[",
        "![",
        "**a *",
        "<a ",
        "&#x41;",
        "|a",
        "か\u{301}",
        "\u{301}",
    ] {
        let text = format!("{about}{}\n", piece.repeat(100_000 / piece.len()));
        small.write("ja/about.md", text);
        let output = check_within_limits(&small);
        assert!(
            matches!(output.status.code(), Some(0 | 3)),
            "{piece:?}: {output:?}"
        );
    }
}
