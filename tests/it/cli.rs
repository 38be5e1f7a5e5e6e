//! The command line: the program is run, and its output, exit code and JSON are looked at.

mod check;
mod completions;
mod config;
mod eval;
mod init;
mod insight;
mod kiosk;
mod man;
mod status;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::system::{copy, text};

/// Runs the program in an empty folder with an empty home, on the built-in guide.
struct Cli {
    home: TempDir,
}

impl Cli {
    fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.args(args).current_dir(self.home.path()).env_clear();
        command
            .env("HOME", self.home.path())
            .env("LC_ALL", "C.UTF-8");
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{args:?}: {error}: {output:?}"))
    }
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn search_puts_a_section_about_cancelling_first() {
    let answer = Cli::new().json(&["search", "解約", "--json"]);
    let first = answer["hits"][0]["id"].as_str().unwrap();
    assert!(first.starts_with("partner#"), "{first}");
    assert_eq!(answer["query"], "解約");
    assert_eq!(answer["language"], "ja");
    assert_eq!(answer["hits"][0]["matched"][0]["via"], "exact");
    assert!(answer["total"].as_u64().unwrap() >= 1);
}

#[test]
fn the_json_of_search_has_the_agreed_keys() {
    let answer = Cli::new().json(&["search", "電話", "--json"]);
    assert_eq!(
        keys(&answer),
        [
            "hits",
            "language",
            "query",
            "suggestions",
            "took_us",
            "total"
        ]
    );
    let missing = Cli::new().json(&["search", "今日の天気を教えて", "--json"]);
    assert_eq!(missing["missing"], serde_json::json!(["今日", "天気"]));
    let hit = &answer["hits"][0];
    let expected = [
        "article",
        "article_title",
        "id",
        "matched",
        "path",
        "score",
        "section",
        "snippet",
        "title",
    ];
    assert_eq!(keys(hit), expected);
}

#[test]
fn the_json_of_search_says_how_kana_were_read() {
    let cli = Cli::new();
    for typed in ["kaiyaku", "かいやく"] {
        let answer = cli.json(&["search", typed, "--json"]);
        let reading = &answer["readings"][0];
        let read = ["typed", "kana", "word"].map(|key| reading[key].as_str());
        assert_eq!(read, [Some(typed), Some("かいやく"), Some("解約")]);
    }
}

#[test]
fn search_without_a_hit_is_exit_code_1() {
    let cli = Cli::new();
    let output = cli.run(&["search", "ぬぬぬぬ"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    for expected in ["見つかりませんでした", "窓口と受付時間\n"] {
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(
        cli.json(&["search", "ぬぬぬぬ", "--json"])["hits"],
        Value::Array(vec![])
    );
}

#[test]
fn every_section_answers_to_show_in_both_languages() {
    let cli = Cli::new();
    for language in ["ja", "en"] {
        let mut sections = 0;
        for article in [
            "about",
            "contact",
            "phone",
            "chat",
            "help-center",
            "scams",
            "urgent",
            "partner",
        ] {
            let whole = cli.json(&["show", article, "--json", "--lang", language]);
            for section in whole["sections"].as_array().unwrap() {
                let id = section["id"].as_str().unwrap();
                let one = cli.json(&["show", id, "--json", "--lang", language]);
                assert_eq!(&one, section);
                assert_eq!(
                    keys(&one),
                    [
                        "article_title",
                        "id",
                        "language",
                        "markdown",
                        "text",
                        "title"
                    ]
                );
                assert_eq!(one["language"], language, "{id}");
                assert!(one["text"].as_str().unwrap().len() > 20, "{id}");
                sections += 1;
            }
        }
        assert_eq!(sections, 38);
    }
}

#[test]
fn show_prints_wrapped_text() {
    let output = Cli::new().run(&["show", "phone#overview"]);
    let text = text(&output.stdout);
    assert!(text.contains("0120-996-012"), "{text}");
    assert!(
        text.lines()
            .all(|line| madoguchi::text::width::width(line) <= 80)
    );
}

#[test]
fn show_of_an_unknown_id_names_the_nearest() {
    for (unknown, meant) in [("phone#ap", "phone#app"), ("phnoe", "phone")] {
        let output = Cli::new().run(&["show", unknown]);
        assert_eq!(output.status.code(), Some(1));
        let said = text(&output.stderr);
        let (_, offered) = said.split_once(" are ").expect("ids are offered");
        let offered: Vec<&str> = offered.trim().split(", ").collect();
        assert!(offered.contains(&meant) && offered.len() <= 5, "{said}");
    }
}

#[test]
fn status_changes_at_the_closing_minute_whatever_offset_names_it() {
    let cli = Cli::new();
    let ja = |at: &str| {
        let status = cli.json(&["status", "--json", "--at", at]);
        status["desks"][0].clone()
    };
    for at in [
        "2026-11-23T20:59:59+09:00",
        "2026-11-23T11:59:59Z",
        "2026-11-23T06:59:59-05:00",
    ] {
        let phone = ja(at);
        assert_eq!(phone["state"], "open", "{at}");
        assert_eq!(
            phone["languages"][0]["closes_at"], "2026-11-23T21:00:00+09:00",
            "{at}"
        );
    }
    for at in [
        "2026-11-23T21:00:00+09:00",
        "2026-11-23T12:00:00Z",
        "2026-11-23T07:00:00-05:00",
    ] {
        let phone = ja(at);
        assert_eq!(phone["state"], "limited", "{at}");
        assert_eq!(
            phone["languages"][0]["opens_at"], "2026-11-24T09:00:00+09:00",
            "{at}"
        );
    }
}

#[test]
fn status_for_people_says_it_in_words() {
    let cli = Cli::new();
    let status = |at: &str, lang: &str| {
        let output = cli.run(&["status", "--at", at, "--lang", lang]);
        assert_eq!(output.status.code(), Some(0));
        text(&output.stdout).to_owned()
    };
    assert!(status("2026-11-23T20:59:59+09:00", "ja").contains("21:00まで"));
    let after = status("2026-11-23T21:00:00+09:00", "ja");
    assert!(
        after.contains("英語のみ") && after.contains("明日 9:00"),
        "{after}"
    );
    let english = status("2026-11-23T21:00:00+09:00", "en");
    assert!(english.contains("9:00 tomorrow"), "{english}");
}

#[test]
fn a_wrong_instant_zone_or_language_is_wrong_usage() {
    let cli = Cli::new();
    for args in [
        &["status", "--at", "yesterday"][..],
        &["status", "--tz", "Mars/Olympus"],
        &["--tz", "Mars/Olympus"],
        &["search", "x", "--lang", "tlh"],
        &["search"],
        &["nonsense"],
    ] {
        let output = cli.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn check_finds_the_built_in_guide_without_a_problem() {
    let output = Cli::new().run(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    let text = text(&output.stdout);
    assert!(
        text.contains("8 articles, 38 sections") && text.contains("0 warnings"),
        "{text}"
    );
}

#[test]
fn check_of_a_bad_guide_is_exit_code_3_and_touches_nothing() {
    let cli = Cli::new();
    let guide = cli.home.path().join("bad");
    std::fs::create_dir(&guide).unwrap();
    std::fs::write(
        guide.join("guide.yaml"),
        "schema: 1\nid: bad\nlanguage: [ja]\n",
    )
    .unwrap();
    for args in [
        &["check", "bad"][..],
        &["--guide", "bad", "search", "x"],
        &["--guide", "bad", "show", "x"],
    ] {
        let output = cli.run(args);
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert!(
            text(&output.stderr).contains("guide.yaml"),
            "{args:?}: {output:?}"
        );
        assert!(output.stdout.is_empty(), "{args:?}");
    }
    let left: Vec<_> = std::fs::read_dir(cli.home.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left, ["bad"], "nothing else is there");
}

#[test]
fn the_index_is_built_found_and_verified() {
    let cli = Cli::new();
    let path = cli.run(&["index", "path"]);
    let path = Path::new(text(&path.stdout).trim()).to_owned();
    assert!(path.starts_with(cli.home.path()), "{path:?}");
    assert_eq!(
        cli.run(&["index", "verify"]).status.code(),
        Some(1),
        "there is none yet"
    );
    assert_eq!(cli.run(&["index", "build"]).status.code(), Some(0));
    assert_eq!(cli.run(&["index", "verify"]).status.code(), Some(0));
    let file = std::fs::read_dir(&path).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        (path.metadata().unwrap().len() > 100).then_some(path)
    });
    let file = file.unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(
        cli.run(&["index", "verify"]).status.code(),
        Some(1),
        "a flipped bit is seen"
    );
    assert_eq!(cli.run(&["search", "解約"]).status.code(), Some(0));
    assert_eq!(
        cli.run(&["index", "verify"]).status.code(),
        Some(0),
        "a search mends it"
    );
}

#[test]
fn doctor_says_what_it_found() {
    let output = Cli::new().run(&["doctor"]);
    let text = text(&output.stdout);
    for word in ["guide", "index", "terminal", "locale", "time zone"] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn no_output_has_control_characters() {
    let cli = Cli::new();
    let nasty = "\u{1b}[31m電話\u{7}\u{202e}\u{200b}\u{9b}0m";
    for args in [
        &["search", nasty][..],
        &["search", nasty, "--json"],
        &["show", nasty],
        &["status", "--at", nasty],
    ] {
        let output = cli.run(args);
        for stream in [&output.stdout, &output.stderr] {
            let bad = text(stream)
                .chars()
                .find(|&c| c != '\n' && (c.is_control() || "\u{202e}\u{200b}".contains(c)));
            assert_eq!(bad, None, "{args:?}");
        }
    }
}

#[test]
fn a_closed_output_is_no_error() {
    let cli = Cli::new();
    let mut child = cli
        .command(&["show", "phone"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn the_current_folder_is_a_home_when_it_holds_a_guide() {
    let cli = Cli::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("guide");
    copy(&source, &cli.home.path().join("guide"));
    let path = cli.run(&["index", "path"]);
    assert!(text(&path.stdout).starts_with("./index/"), "{path:?}");
    assert_eq!(cli.run(&["search", "解約"]).status.code(), Some(0));
    assert!(cli.home.path().join("index").is_dir());
}

#[test]
fn a_checklist_is_printed_as_a_slip() {
    let slip = Cli::new().run(&["--lang", "ja", "show", "urgent#prepare", "--checklist"]);
    let printed = text(&slip.stdout);
    assert_eq!(slip.status.code(), Some(0));
    assert_eq!(printed.matches("[ ] ").count(), 3);
    for part in ["急ぐときに用意するもの", "認証コード", "0120-996-012"] {
        assert!(printed.contains(part), "{part} in {printed}");
    }
    let none = Cli::new().run(&["show", "phone#app", "--checklist"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stderr).contains("urgent#prepare"), "{none:?}");
}
