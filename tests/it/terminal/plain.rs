//! The dialogue in lines on a terminal and in a pipe.

use std::process::{Command, Output, Stdio};

use rustix::process::Signal;

use super::{Tty, large_guide};

const PROGRAM: &str = env!("CARGO_BIN_EXE_madoguchi");

/// On a terminal of this type.
fn on(terminal: &str, args: &[&str]) -> Tty {
    let terminal = format!("TERM={terminal}");
    let command = [&[terminal.as_str(), PROGRAM], args].concat();
    Tty::command("env", &command, 24, 60)
}

/// Nothing on it drives a terminal, and no line is as wide as it.
fn assert_plain(tty: &Tty) {
    let text = String::from_utf8(tty.bytes.clone()).unwrap();
    let driving = |c: char| c.is_control() && !matches!(c, '\r' | '\n');
    assert!(!text.contains(driving), "{text:?}");
    for line in text.lines() {
        assert!(madoguchi::text::width::width(line) < 60, "{line:?}");
    }
}

#[test]
fn a_simple_terminal_gets_the_dialogue_and_is_told_so() {
    for terminal in ["dumb", ""] {
        let mut tty = on(terminal, &[]);
        tty.wait_for("この端末では画面を描けない");
        tty.wait_for("\n> ");
        assert_eq!(tty.modes(), tty.modes, "the terminal edits the line");
        tty.send("kaiyaku\n");
        tty.wait_for("n で続き");
        tty.send("１\n");
        tty.wait_for("解約の手順");
        tty.send("終了\n");
        assert_eq!(tty.end(), 0);
        tty.assert_restored();
        assert_plain(&tty);
    }
}

#[test]
fn the_dialogue_can_be_wanted_and_ends_with_the_input() {
    let mut tty = on("xterm-256color", &["--plain", "--lang", "en"]);
    tty.wait_for("Desks and hours");
    tty.wait_for("\n> ");
    tty.send("d\n");
    tty.wait_for("[9] Email: not offered");
    tty.send("\u{4}");
    assert_eq!(tty.end(), 0);
    assert_plain(&tty);
    assert!(!tty.text().contains("This terminal cannot"));
}

#[test]
fn control_c_ends_the_dialogue_by_its_signal() {
    let mut tty = on("dumb", &[]);
    tty.wait_for("\n> ");
    tty.send("\u{3}");
    assert_eq!(tty.end(), 1, "a signal, not an exit");
    tty.assert_restored();
    let mut tty = on("dumb", &[]);
    tty.wait_for("\n> ");
    tty.signal(Signal::HUP);
    assert_eq!(tty.end(), 1, "a signal, not an exit");
}

#[test]
fn progress_of_a_large_index_is_said_in_lines() {
    let home = large_guide();
    let path = home.path().to_str().unwrap();
    let mut tty = on("dumb", &["--home", path]);
    tty.wait_for("索引を作成中");
    tty.wait_for("\n> ");
    tty.send("解約\nq\n");
    assert_eq!(tty.end(), 0);
    tty.wait_for("検索結果");
    assert_plain(&tty);
    // When the guide has changed, the index of before answers.
    let article = home.path().join("guide/ja/a0.md");
    let text = std::fs::read_to_string(&article).unwrap();
    std::fs::write(&article, text + "\n一文。\n").unwrap();
    let mut tty = on("dumb", &["--home", path]);
    tty.wait_for("前の索引で検索できます");
    tty.wait_for("\n> ");
    tty.send("解約\n");
    tty.wait_for("検索結果");
    tty.send("q\n");
    assert_eq!(tty.end(), 0);
    assert_plain(&tty);
}

fn pipe(args: &[&str], input: &str) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(PROGRAM);
    command.args(args).current_dir(home.path()).env_clear();
    command.env("HOME", home.path()).env("LANG", "ja_JP.UTF-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Who refuses to speak ends without reading.
    let _ = std::io::Write::write_all(&mut stdin, input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[test]
fn in_a_pipe_it_speaks_when_it_is_asked_to() {
    let output = pipe(&["--plain"], "kaiyaku\n1\nq\n");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("\n>\n検索結果"), "{text}");
    assert!(text.contains("解約の手順\n"), "{text}");
    assert!(!text.contains('\u{1b}'));
    let output = pipe(&["browse", "--plain"], "");
    assert!(output.status.success());
    let output = pipe(&[], "q\n");
    assert_eq!(output.status.code(), Some(4));
    assert!(output.stdout.is_empty());
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("madoguchi --plain"), "{complaint}");
    let output = pipe(&["--plain", "search", "電話"], "");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_pipe_that_nobody_reads_is_no_error() {
    let script = format!(
        "printf '電話\\n%.0s' $(seq 500) | {{ {PROGRAM} --plain; echo $? >&2; }} | head -n 1"
    );
    let home = tempfile::tempdir().unwrap();
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("HOME", home.path())
        .current_dir(home.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "0\n");
}
