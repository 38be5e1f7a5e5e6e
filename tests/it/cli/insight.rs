//! `madoguchi insight`: counts of what was asked, as text, as JSON and as entries for `queries.yaml`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use super::{Cli, keys};
use crate::support::system::text;

/// A file of lines: what was asked at an hour, what was found, and what was opened.
fn file(cli: &Cli, name: &str, lines: &[(&str, u8, usize, &str)]) -> PathBuf {
    let path = cli.home.path().join(name);
    let line = |&(query, hour, hits, opened): &(&str, u8, usize, &str)| {
        let opened: Vec<&str> = Some(opened)
            .into_iter()
            .filter(|id| !id.is_empty())
            .collect();
        let empty_handed = opened.is_empty();
        let language = if query.is_ascii() { "en" } else { "ja" };
        format!(
            "{{\"hour\":\"2026-11-29T{hour:02}\",\"language\":\"{language}\",\"query\":\"{query}\",\"hits\":{hits},\
             \"opened\":{opened:?},\"empty_handed\":{empty_handed}}}\n"
        )
    };
    fs::write(&path, lines.iter().map(line).collect::<String>()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

const LINES: &[(&str, u8, usize, &str)] = &[
    ("解約", 9, 5, "partner#steps"),
    ("解約", 10, 5, "partner#steps"),
    ("解約", 14, 5, "phone#app"),
    ("駐車場 …", 14, 0, ""),
    ("駐車場", 14, 0, ""),
    ("駐車場", 15, 0, ""),
    ("料金", 15, 4, ""),
    ("cancel plan", 15, 3, "partner#steps"),
];

#[test]
fn the_report_says_what_was_not_found() {
    let cli = Cli::new();
    let asked = file(&cli, "asked", LINES);
    let output = cli.run(&["--lang", "en", "insight", asked.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    insta::assert_snapshot!(text(&output.stdout));
    let output = cli.run(&[
        "--lang",
        "ja",
        "--ascii",
        "insight",
        "--top",
        "1",
        asked.to_str().unwrap(),
    ]);
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn several_counters_are_one() {
    let cli = Cli::new();
    let here = file(&cli, "here", LINES);
    let there = file(&cli, "there", LINES);
    let (here, there) = (here.to_str().unwrap(), there.to_str().unwrap());
    assert_eq!(cli.run(&["insight", "--fold", here]).status.code(), Some(0));
    let json = cli.json(&["insight", "--json", here, there]);
    let all = [
        "first",
        "hours",
        "lacking",
        "languages",
        "last",
        "not_found",
        "not_opened",
        "queries",
        "read",
    ];
    assert_eq!(keys(&json), all);
    // What was rare here is gone: of 解約 three times are left, and three more are there.
    assert_eq!(json["read"][0]["id"], "partner#steps");
    assert_eq!(json["read"][0]["times"], 6);
    assert_eq!(json["not_found"][0]["query"], "駐車場");
    assert_eq!(json["not_found"][0]["times"], 2);
    assert_eq!(json["lacking"][0]["word"], "駐車場");
    assert_eq!(json["hours"].as_array().unwrap().len(), 24);
    assert_eq!(json["first"], "2026-11-29");
}

/// What is printed can be asked as it is, and held from then on.
#[test]
fn queries_are_entries_that_eval_asks() {
    let cli = Cli::new();
    let asked = file(&cli, "asked", LINES);
    let printed = cli.run(&["insight", "--queries", asked.to_str().unwrap()]);
    let printed = text(&printed.stdout);
    insta::assert_snapshot!(printed);
    let queries = cli.home.path().join("queries.yaml");
    let filled = printed
        .replace("# - {", "- {")
        .replace("ARTICLE#SECTION", "scams#victim");
    for (text, queried) in [(printed, 2), (&filled, 4)] {
        fs::write(&queries, text).unwrap();
        let json = cli.json(&["eval", "--json", queries.to_str().unwrap()]);
        assert_eq!(json["queries"].as_array().unwrap().len(), queried, "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_what_to_do() {
    let cli = Cli::new();
    let open = file(&cli, "open", LINES);
    fs::set_permissions(&open, fs::Permissions::from_mode(0o644)).unwrap();
    for (args, said) in [
        (&["insight", "missing"][..], "missing: No such file"),
        (&["insight", "--fold", "open"], "chmod 600 open"),
        (&["kiosk", "--insight", "open"], "chmod 600 open"),
        (&["browse", "--insight", "."], "help: name a file"),
    ] {
        let output = cli.run(args);
        assert_eq!(output.status.code(), Some(4), "{args:?}: {output:?}");
        assert!(text(&output.stderr).contains(said), "{args:?}: {output:?}");
    }
    for args in [
        &["insight"][..],
        &["--plain", "--insight", "asked"],
        &["--insight", "asked", "check"],
    ] {
        assert_eq!(cli.run(args).status.code(), Some(2), "{args:?}");
    }
    assert!(!cli.home.path().join("asked").exists());
}
