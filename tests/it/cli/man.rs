//! The manual pages: one for every command, each with examples that work.

use std::fs;
use std::process::Command;

use super::{Cli, text};
use crate::manual::Readers;
use crate::support::system::has;
use madoguchi::language::Language;

/// All pages by their names, sorted.
fn pages() -> Vec<(String, String)> {
    let cli = Cli::new();
    let written = cli.run(&["man", "--dir", "man1"]);
    assert!(written.status.success(), "{written:?}");
    let folder = cli.home.path().join("man1");
    let files = fs::read_dir(folder).unwrap().map(|file| {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    let mut pages: Vec<_> = files.collect();
    pages.sort();
    pages
}

/// The commands between the marks of examples, as they are typed.
fn examples(page: &str) -> Vec<String> {
    let parts = page.split(".EX\n").skip(1);
    let examples = parts.filter_map(|part| part.split(".EE").next());
    let typed = |text: &str| {
        text.replace("\\-", "-")
            .replace("\\*(Aq", "'")
            .trim()
            .to_owned()
    };
    examples.map(typed).collect()
}

#[test]
fn every_command_has_a_page() {
    let help = Cli::new().run(&["--help"]);
    let help = text(&help.stdout);
    let commands = help.split("Commands:\n").nth(1).unwrap();
    let commands = commands.split("\n\n").next().unwrap();
    let mut names: Vec<String> = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(|name| format!("madoguchi-{name}"))
        .collect();
    names.push("madoguchi".to_owned());
    names.extend(["build", "verify", "path"].map(|name| format!("madoguchi-index-{name}")));
    names.sort();
    let pages = pages();
    let titles: Vec<&String> = pages.iter().map(|(name, _)| name).collect();
    assert_eq!(titles, names.iter().collect::<Vec<_>>());
    for (name, page) in &pages {
        for heading in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "EXIT",
            "FILES",
            "ENVIRONMENT",
        ] {
            assert!(
                page.contains(&format!(".SH {heading}"))
                    || page.contains(&format!(".SH \"{heading}")),
                "{name}: {heading}"
            );
        }
        assert!(
            !examples(page).is_empty() || name == "madoguchi-index",
            "{name}"
        );
    }
}

#[test]
fn every_example_of_a_page_runs() {
    if !["bash", "jq"].into_iter().all(has) {
        return;
    }
    for (_, page) in pages() {
        // A page's examples build on each other.
        let readers = Readers::new(Language::EN);
        for line in examples(&page) {
            readers.follow_line(&line);
        }
    }
}

#[test]
fn one_page_is_printed() {
    let cli = Cli::new();
    let all = pages();
    for names in [
        &["man"] as &[&str],
        &["man", "search"],
        &["man", "index", "build"],
    ] {
        let printed = cli.run(names);
        let title = [&["madoguchi"], &names[1..]].concat().join("-");
        let (_, page) = all.iter().find(|(name, _)| *name == title).unwrap();
        assert_eq!(text(&printed.stdout), page);
    }
    let unknown = cli.run(&["man", "serach"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        text(&unknown.stderr).contains("known are browse"),
        "{unknown:?}"
    );
}

#[test]
fn man_has_nothing_to_say_against_a_page() {
    if !has("man") {
        return;
    }
    let place = tempfile::tempdir().unwrap();
    for (name, page) in pages() {
        let file = place.path().join(format!("{name}.1"));
        fs::write(&file, page).unwrap();
        let output = Command::new("man")
            .args(["--warnings", "-l"])
            .arg(&file)
            .env("LC_ALL", "C.UTF-8")
            .env("MANROFFSEQ", "")
            .env("MANWIDTH", "80")
            .output()
            .unwrap();
        assert_eq!(text(&output.stderr), "", "{name}");
        assert!(text(&output.stdout).contains("EXIT STATUS"), "{name}");
    }
}
