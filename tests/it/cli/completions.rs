//! What shells complete, each asked for real: bash and zsh on a terminal by Tab, fish by its own command for it.

use std::path::Path;
use std::process::Command;

use super::{Cli, text};
use crate::support::system::has;
use crate::terminal::Tty;

/// What has to be said in a shell before completions can be asked for.
fn setting(more: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_madoguchi"));
    let folder = program.parent().unwrap().display();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    format!(
        "export PATH=\"{folder}:$PATH\" LC_ALL=C.UTF-8; cd '{}'; {more}",
        examples.display()
    )
}

/// What is typed before Tab, and what the line says after it.
const LINES: [(&str, &str); 8] = [
    ("madoguchi kio", "madoguchi kiosk"),
    ("madoguchi show phone#ap", "madoguchi show phone#app"),
    (
        "madoguchi search x --lang j",
        "madoguchi search x --lang ja",
    ),
    ("madoguchi --tz Europe/Lond", "madoguchi --tz Europe/London"),
    ("madoguchi --theme contr", "madoguchi --theme contrast"),
    (
        "madoguchi --guide library show borrowing/res",
        "madoguchi --guide library show borrowing/reserve",
    ),
    (
        "madoguchi --manual show troubl",
        "madoguchi --manual show troubleshooting",
    ),
    ("madoguchi index ver", "madoguchi index verify"),
];

fn on_a_terminal(shell: &[&str], set_up: &str) {
    if !has(shell[0]) {
        return;
    }
    let mut tty = Tty::command(shell[0], &shell[1..], 24, 120);
    tty.send(&format!("{}; echo rea''dy\n", setting(set_up)));
    tty.wait_for("ready");
    for (typed, expected) in LINES {
        tty.send(&format!("{typed}\t"));
        // zsh quotes the sign, which can begin a comment.
        tty.wait(expected, |screen| {
            screen.contents().replace("\\#", "#").contains(expected)
        });
        tty.send("\u{15}");
    }
    tty.send("exit\n");
    tty.end();
}

#[test]
fn bash_completes_what_the_guide_has() {
    let shell = ["bash", "--norc", "--noprofile", "-i"];
    on_a_terminal(&shell, "source <(madoguchi completions bash)");
}

#[test]
fn zsh_completes_what_the_guide_has() {
    let set_up = "autoload -U compinit; compinit -u; source <(madoguchi completions zsh)";
    on_a_terminal(&["zsh", "-f", "-i"], set_up);
}

#[test]
fn fish_completes_what_the_guide_has() {
    if !has("fish") {
        return;
    }
    let cli = Cli::new();
    for (typed, expected) in LINES {
        let last = expected.rsplit(' ').next().unwrap();
        let script = setting(&format!(
            "madoguchi completions fish | source; complete -C '{typed}'"
        ));
        let output = Command::new("fish")
            .args(["--no-config", "-c", &script])
            .env("HOME", cli.home.path())
            .output()
            .unwrap();
        let said = text(&output.stdout);
        let mut candidates = said.lines().filter_map(|line| line.split('\t').next());
        assert!(candidates.any(|it| it == last), "{typed}: {output:?}");
    }
}

#[test]
fn a_guide_with_errors_offers_nothing_and_says_nothing() {
    let cli = Cli::new();
    std::fs::create_dir(cli.home.path().join("bad")).unwrap();
    std::fs::write(cli.home.path().join("bad/guide.yaml"), "schema: 2\n").unwrap();
    let mut command = cli.command(&["--", "madoguchi", "--guide", "bad", "show", ""]);
    command.env("MADOGUCHI_COMPLETE", "bash");
    let output = command.env("_CLAP_COMPLETE_INDEX", "4").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text(&output.stderr), "");
    assert!(!text(&output.stdout).contains('#'), "{output:?}");
}

#[test]
fn only_a_shell_that_is_known_is_answered() {
    let cli = Cli::new();
    let mut command = cli.command(&["--", "madoguchi", ""]);
    let output = command.env("MADOGUCHI_COMPLETE", "ed").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("known are bash"));
}
