//! What the manual tells readers to put into the files of their shell or of tmux.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use madoguchi::language::Language;

use super::{LANGUAGES, blocks, chapters};
use crate::support::system::{has, text};
use crate::terminal::Tty;

/// The only block of this kind in a chapter.
fn block(language: Language, info: &str) -> String {
    let all = chapters(language);
    let mut found = all.iter().flat_map(|(_, text)| blocks(text));
    let found = found.find(|block| block.0 == info);
    found
        .unwrap_or_else(|| panic!("{language} has no {info}"))
        .1
}

fn program_folder() -> &'static Path {
    let program = Path::new(env!("CARGO_BIN_EXE_madoguchi"));
    program.parent().expect("it is in a folder")
}

/// Has a shell run a script in an empty home, with the program in its path.
fn shell(name: &str, options: &[&str], script: &str) -> Output {
    let home = tempfile::tempdir().unwrap();
    let path = std::env::var("PATH").unwrap();
    Command::new(name)
        .args(options)
        .args(["-c", script])
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("LC_ALL", "C.UTF-8")
        .env("PATH", format!("{}:{path}", program_folder().display()))
        .output()
        .unwrap()
}

fn has_state(line: &str) -> bool {
    line.contains(['●', '◐', '○'])
}

#[test]
fn the_prompt_of_bash_says_who_is_there() {
    for language in LANGUAGES {
        let config = block(language, "bash");
        let script = format!("{config}\neval \"$PROMPT_COMMAND\"; printf '%s' \"${{PS1@P}}\"");
        let output = shell("bash", &["--norc"], &script);
        let said = text(&output.stdout);
        assert!(
            has_state(said.lines().next().unwrap_or_default()),
            "{output:?}"
        );
    }
}

#[test]
fn the_prompt_of_zsh_says_who_is_there() {
    if !has("zsh") {
        return;
    }
    for language in LANGUAGES {
        let config = block(language, "zsh");
        let script = format!("{config}\nprecmd; print -rP -- \"$RPROMPT\"");
        let output = shell("zsh", &["-f"], &script);
        assert!(has_state(text(&output.stdout)), "{output:?}");
    }
}

#[test]
fn the_status_line_of_tmux_says_who_is_there() {
    if !has("tmux") {
        return;
    }
    for language in LANGUAGES {
        let place = tempfile::tempdir().unwrap();
        let config = place.path().join("tmux.conf");
        fs::write(&config, block(language, "tmux")).unwrap();
        let socket = place.path().join("socket");
        let start = format!(
            "PATH='{}':$PATH LC_ALL=C.UTF-8 exec tmux -u -S '{}' -f '{}' new-session 'sleep 600'",
            program_folder().display(),
            socket.display(),
            config.display()
        );
        let mut tty = Tty::command("bash", &["-c", &start], 10, 100);
        tty.wait_for("[0]");
        let tmux = |arguments: &[&str]| {
            let mut command = Command::new("tmux");
            command.arg("-S").arg(&socket).args(arguments);
            assert!(command.status().unwrap().success());
        };
        // The line is there from the second drawing on, which is a minute later by the manual's word.
        tmux(&["set", "-g", "status-interval", "1"]);
        tty.wait("the state", |screen| has_state(&screen.contents()));
        tmux(&["kill-server"]);
    }
}
