//! Every command of the manual and of README.md, run as a reader would.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use madoguchi::language::Language;
use rustix::process::Signal;
use tempfile::TempDir;

use super::{blocks, chapters, root};
use crate::support::system::{copy, has, text};
use crate::terminal::Tty;

/// A reader's folder: `docs` is theirs, and the examples are there.
pub struct Readers {
    folder: TempDir,
    language: Language,
}

impl Readers {
    pub fn new(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let examples = root().join("examples");
        fs::create_dir(folder.path().join("examples")).unwrap();
        for name in ["library", "bicycles", "garden", "city"] {
            copy(
                &examples.join(name),
                &folder.path().join("examples").join(name),
            );
        }
        copy(&examples.join("library"), &folder.path().join("docs"));
        Self { folder, language }
    }

    /// What has to be said before a command, so that it finds the program, the folder and the language.
    fn before(&self) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_madoguchi"));
        let locale = if self.language == Language::JA {
            "ja_JP"
        } else {
            "en_US"
        };
        format!(
            "cd '{}' && export PATH='{}':$PATH LC_ALL={locale}.UTF-8 && ",
            self.folder.path().display(),
            program.parent().unwrap().display(),
        )
    }

    /// Has bash run a block, and every command of it end well. Returns what they print.
    fn run(&self, block: &str) -> String {
        let script = format!("set -euo pipefail; {}\n{block}", self.before());
        let output = Command::new("bash")
            .args(["-c", &script.replace("&& \n", "\n")])
            .env("HOME", self.folder.path())
            .env_remove("XDG_CACHE_HOME")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{block}\n{output:?}");
        text(&output.stdout).to_owned()
    }

    /// A session: commands behind `$ `, and below each what it prints, to the letter.
    fn session(&self, block: &str) {
        for part in block.split("$ ").skip(1) {
            let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
            assert_eq!(self.run(command), expected, "{command}");
        }
    }

    fn open(&self, line: &str) -> Tty {
        // In the place of the shell, so that signals reach the program.
        let exec = if line.starts_with('(') { "" } else { "exec " };
        let script = format!("{}{exec}{line}", self.before());
        Tty::command("bash", &["-c", &script], 30, 120)
    }

    fn screen(&self, line: &str) {
        let mut tty = self.open(line);
        if line.contains("--plain") {
            tty.wait_for("\n> ");
            tty.send("q\n");
        } else {
            tty.wait_for("F1");
            tty.send("\u{3}\u{3}");
        }
        assert_eq!(tty.end(), 0, "{line}");
        tty.assert_restored();
    }

    fn stays(&self, line: &str) {
        let mut tty = self.open(line);
        tty.wait(line, |screen| !screen.contents().trim().is_empty());
        assert!(tty.child.try_wait().unwrap().is_none(), "{line}: it ended");
        tty.send("\u{3}");
        tty.end();
    }

    fn kiosk(&self, line: &str) {
        let mut tty = self.open(line);
        tty.wait_for("Netflix");
        tty.send("\u{3}\u{3}qq");
        tty.signal(Signal::TERM);
        assert_eq!(tty.end(), 128 + 15, "{line}");
    }

    fn pin(&self, line: &str) {
        let mut tty = self.open(line);
        for prompt in ["New PIN: ", "Again: "] {
            tty.wait_for(prompt);
            tty.send("271828\r");
        }
        assert_eq!(tty.end(), 0, "{line}");
    }

    fn file(&self, block: &str) {
        let first = block.lines().next().unwrap_or_default();
        let name = first.strip_prefix("# ").filter(|name| {
            let path = Path::new(name);
            path.extension() == Some("yaml".as_ref()) && !name.contains([' ', '/'])
        });
        if let Some(name) = name {
            fs::write(self.folder.path().join("docs").join(name), block).unwrap();
        }
    }

    /// Follows an example that stands alone.
    pub fn follow_line(&self, line: &str) {
        self.follow(&(kind(line).to_owned(), format!("{line}\n")));
    }

    fn follow(&self, (info, block): &(String, String)) {
        let lines = |each: &dyn Fn(&str)| {
            let lines = block.lines().map(without_remark);
            lines.filter(|line| !line.is_empty()).for_each(each);
        };
        match info.as_str() {
            "sh" => drop(self.run(block)),
            "sh minisign" if has("minisign") => drop(self.run(block)),
            "console" => self.session(block),
            "sh screen" => lines(&|line| self.screen(line)),
            "sh stays" => lines(&|line| self.stays(line)),
            "sh kiosk" => lines(&|line| self.kiosk(line)),
            "sh pin" => lines(&|line| self.pin(line)),
            "yaml" => self.file(block),
            // Of shells and tmux: `shells`. Shapes of files, and what would change the machine or take minutes.
            "bash" | "zsh" | "tmux" | "json" | "ini" | "markdown" | "text" | "" | "sh admin"
            | "sh build" | "sh minisign" => {}
            _ => panic!("nobody knows what to do with a block of `{info}`:\n{block}"),
        }
    }
}

/// What a line does that is known by nothing but its words.
fn kind(line: &str) -> &'static str {
    let command = line.trim_start_matches("madoguchi").trim();
    let begins = |name: &str| command.starts_with(name);
    if line.contains("--make-pin") {
        "sh pin"
    } else if begins("kiosk") {
        "sh kiosk"
    } else if line.contains("--watch") {
        "sh stays"
    } else if command.is_empty()
        || ["docs", "--plain", "manual", "browse"]
            .into_iter()
            .any(begins)
    {
        "sh screen"
    } else {
        "sh"
    }
}

/// A line of a block without what is said beside the command.
fn without_remark(line: &str) -> &str {
    line.split("  #").next().unwrap_or(line).trim()
}

/// Runs the commands of all chapters in a language.
fn follow_manual(language: Language) {
    if !["bash", "jq"].into_iter().all(has) {
        return;
    }
    for (_, text) in chapters(language) {
        let readers = Readers::new(language);
        for block in blocks(&text) {
            readers.follow(&block);
        }
    }
}

#[test]
fn every_command_of_the_english_manual_runs() {
    follow_manual(Language::EN);
}

#[test]
fn every_command_of_the_japanese_manual_runs() {
    follow_manual(Language::JA);
}

#[test]
fn every_command_of_the_readme_runs() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let readers = Readers::new(Language::EN);
    for block in blocks(&readme) {
        readers.follow(&block);
    }
}
