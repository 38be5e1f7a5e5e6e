//! The degrees by which a folder of Markdown becomes a help desk: nothing, `init`, a desk, official numbers.

use std::fs;

use serde_json::json;

use super::Cli;
use crate::support::system::text;

/// A folder named `manual` in the home of a program.
fn with(files: &[(&str, &str)]) -> Cli {
    let cli = Cli::new();
    for (name, text) in files {
        let path = cli.home.path().join("manual").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    cli
}

const PAGES: [(&str, &str); 2] = [
    ("README.md", "# 市の手引き\n\n電話は 011-234-5678 です。\n"),
    (
        "ごみ.md",
        "# ごみ\n\n## 燃えるごみ\n\n月曜と木曜に出します。[最初へ](README.md)\n",
    ),
];

#[test]
fn a_folder_is_searched_shown_and_has_no_desks() {
    let cli = with(&PAGES);
    let found = cli.json(&["--guide", "manual", "search", "moeru gomi", "--json"]);
    let first = &found["hits"][0];
    assert_eq!(first["id"], "ごみ#燃えるごみ");
    assert_eq!(first["path"], json!(["ごみ", "燃えるごみ"]));
    let status = cli.json(&["--guide", "manual", "status", "--json"]);
    assert_eq!(status["desks"], json!([]));
    assert_eq!(status["advice"], json!(null));
    let shown = cli.run(&["--guide", "manual", "show", "README"]);
    assert!(text(&shown.stdout).contains("011-234-5678"));
    // A single file is a guide too, and a path that is not there is told.
    let file = cli.json(&["--guide", "manual/ごみ.md", "search", "月曜", "--json"]);
    assert_eq!(file["hits"][0]["id"], "ごみ#燃えるごみ");
    let lost = cli.run(&["manual/none"]);
    assert_eq!(lost.status.code(), Some(2));
    assert!(
        text(&lost.stderr).contains("no folder or file `manual/none`"),
        "{lost:?}"
    );
}

#[test]
fn what_init_writes_is_good_and_leaves_what_is_there() {
    let cli = with(&PAGES);
    let written = cli.run(&["init", "manual"]);
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    let manifest = cli.home.path().join("manual/guide.yaml");
    let before = fs::read_to_string(&manifest).unwrap();
    assert!(
        before.contains("title: { ja: \"市の手引き\" }") && before.contains("\"011-234-5678\""),
        "{before}"
    );
    let checked = cli.run(&["check", "manual", "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
    let again = cli.run(&["init", "manual"]);
    assert!(
        text(&again.stdout).contains("is there already"),
        "{again:?}"
    );
    assert_eq!(fs::read_to_string(&manifest).unwrap(), before);
}

#[test]
fn init_begins_where_it_is_typed() {
    let cli = with(&PAGES);
    let manual = cli.home.path().join("manual");
    // Not in the guide that would be browsed.
    let data = cli.home.path().join("data/guide");
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("guide.yaml"), "schema: 1\n").unwrap();
    let mut command = cli.command(&["init"]);
    let written = command
        .current_dir(&manual)
        .env("MADOGUCHI_HOME", cli.home.path().join("data"))
        .output()
        .unwrap();
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    let said = text(&written.stdout);
    assert!(said.contains("./guide.yaml: written"), "{said}");
    assert!(said.contains("2 articles, 2 sections."), "{said}");
    assert!(manual.join("guide.yaml").is_file());
    // Nor beside one that is there.
    let home = cli.home.path();
    fs::rename(&manual, home.join("guide")).unwrap();
    let again = cli.run(&["init"]);
    let said = text(&again.stdout);
    assert!(
        said.contains("guide/guide.yaml: is there already"),
        "{said}"
    );
    assert!(!home.join("guide.yaml").exists());
}

#[test]
fn one_of_a_thing_is_one() {
    let cli = with(&[("a.md", "# A\n\n## B\n\ntext\n")]);
    let checked = cli.run(&["check", "manual"]);
    let said = text(&checked.stdout);
    assert!(
        said.contains("1 article, 1 section, 0 desks, 0 terms;"),
        "{said}"
    );
}

#[test]
fn a_number_that_may_not_stand_there_is_told_with_its_line() {
    let cli = with(&[
        (
            "guide.yaml",
            "schema: 1\nofficial_numbers: [\"0120-996-012\"]\n",
        ),
        (
            "sub/a.md",
            "---\nx: y\n---\n# A\n\n## B\n\n| a | b |\n|--|--|\n| 0120 | 996-013 |\n\n0120-996-\n014\n",
        ),
    ]);
    let checked = cli.run(&["check", "manual"]);
    assert_eq!(checked.status.code(), Some(3));
    let said = text(&checked.stderr);
    assert!(
        said.contains("error: sub/a.md:10: the telephone number `0120 996-013`"),
        "{said}"
    );
    assert!(
        said.contains("error: sub/a.md:12: the telephone number `0120-996- 014`"),
        "{said}"
    );
}

/// Every line that `init` offers behind a `#` is good when the sign is taken away.
#[test]
fn what_init_offers_is_good_too() {
    let cli = with(&PAGES);
    cli.run(&["init", "manual"]);
    for name in ["guide.yaml", "desks.yaml"] {
        let path = cli.home.path().join("manual").join(name);
        let offered = fs::read_to_string(&path).unwrap();
        let is_offer = |line: &str| {
            let key = line.trim_start_matches([' ', '-']);
            line.starts_with("  ")
                || key
                    .split(':')
                    .next()
                    .is_some_and(|key| !key.contains(' ') && line.contains(':'))
        };
        let taken = offered.lines().map(|line| match line.strip_prefix("# ") {
            Some(inner) if is_offer(inner) => inner.trim_start_matches("# ").to_owned(),
            // The empty list makes room for the one that is offered.
            _ if line == "desks: []" => String::new(),
            _ => line.to_owned(),
        });
        let taken: Vec<String> = taken.collect();
        fs::write(&path, taken.join("\n")).unwrap();
    }
    let answer = cli.json(&["check", "manual", "--json"]);
    assert_eq!(answer["desks"], 1, "{answer}");
    let problems: Vec<&str> = answer["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["what"].as_str().unwrap())
        .collect();
    // The number and the domain are examples, and told to be none of the official ones.
    assert!(
        problems.iter().all(|what| what.contains("official")),
        "{problems:?}"
    );
}

#[test]
fn a_desk_alone_makes_a_help_desk_of_it() {
    let mut files = PAGES.to_vec();
    files.push((
        "desks.yaml",
        "desks:\n  - id: office\n    name: { ja: 総合窓口 }\n    contacts: [{ kind: phone, value: \"011-234-5678\" }]\n    hours: { ja: \"Mo-Fr 09:00-17:00; PH off\" }\nholidays: [2027-01-11]\n",
    ));
    let cli = with(&files);
    let state = |at: &str| {
        cli.json(&["--guide", "manual", "status", "--at", at, "--json"])["desks"][0]["state"]
            .clone()
    };
    assert_eq!(state("2027-01-12T10:00:00+09:00"), "open");
    assert_eq!(
        state("2027-01-11T10:00:00+09:00"),
        "closed",
        "it is a holiday"
    );
}

#[test]
fn with_official_numbers_any_other_is_an_error() {
    let mut files = PAGES.to_vec();
    files.push((
        "guide.yaml",
        "schema: 1\nofficial_numbers: [\"011-234-9999\"]\n",
    ));
    let cli = with(&files);
    let checked = cli.run(&["check", "manual"]);
    assert_eq!(checked.status.code(), Some(3));
    assert!(text(&checked.stderr).contains("README.md"), "{checked:?}");
    assert!(
        text(&checked.stderr).contains("`011-234-5678` is not an official one"),
        "{checked:?}"
    );
}

/// A reader can open a link, whatever its words are.
#[test]
fn the_number_in_a_link_is_one_of_the_official_ones() {
    let check = |link: &str| {
        let page = format!("# A\n\n[call]({link})\n");
        let cli = with(&[
            (
                "guide.yaml",
                "schema: 1\nofficial_numbers: [\"011-234-9999\"]\n",
            ),
            ("README.md", page.as_str()),
        ]);
        cli.run(&["check", "manual"]).status.code()
    };
    assert_eq!(check("https://example.com/call/011-234-5678"), Some(3));
    assert_eq!(check("https://example.com/call/011-234-9999"), Some(0));
    assert_eq!(check("https://example.com/articles/360012345678"), Some(0));
    assert_eq!(check("tel:*67*0112345678%23"), Some(3));
    assert_eq!(check("tel:0112349999"), Some(0));
    assert_eq!(check("http://wa.me/81112345678"), Some(3));
    // What is defined elsewhere, and leads nowhere that a reader here could go.
    assert_eq!(
        check("b.md)\n\n[call][x]\n\n[x]: tel:0112345678\n\n(b"),
        Some(3)
    );
}

#[test]
fn addresses_that_are_no_links_are_looked_at_too() {
    let cli = with(&[
        ("guide.yaml", "schema: 1\nofficial_domains: [example.com]\n"),
        (
            "README.md",
            "# A\n\nhttps://help.example.com and https://example.com@evil.example, <https://b.example>\n",
        ),
    ]);
    let checked = cli.run(&["check", "manual"]);
    let said = text(&checked.stdout);
    for address in ["https://example.com@evil.example", "https://b.example"] {
        let told = format!("`{address}` is under none");
        assert_eq!(said.matches(&told).count(), 1, "{said}");
    }
    assert_eq!(said.matches("is under none").count(), 2, "{said}");
}

#[test]
fn what_is_odd_is_told_and_refused_only_when_asked_for() {
    let mut files = PAGES.to_vec();
    files.push(("x.md", "# X\n\n[gone](gone.md)\n"));
    let cli = with(&files);
    let answer = cli.json(&["check", "manual", "--json"]);
    assert_eq!(answer["problems"][0]["file"], "x.md");
    assert_eq!(answer["problems"][0]["severity"], "warning");
    assert_eq!(cli.run(&["check", "manual"]).status.code(), Some(0));
    assert_eq!(
        cli.run(&["check", "manual", "--strict"]).status.code(),
        Some(3)
    );
}

/// Where a folder is in two languages, or its pages stand below it, what `init` writes and offers is good as well.
#[test]
fn what_init_writes_is_good_for_any_folder() {
    let cli = with(&[
        ("mkdocs.yml", "site_name: Manual\n"),
        ("docs/a.md", "# A\n\ntext\n"),
        ("docs/a.ja.md", "# ア\n\nこれは日本語です。\n"),
        ("docs/b.md", "# B\n\ntext\n"),
    ]);
    cli.run(&["init", "manual"]);
    let checked = cli.run(&["check", "manual", "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
    let path = cli.home.path().join("manual/guide.yaml");
    let manifest = fs::read_to_string(&path).unwrap();
    let taken = manifest.replace("# articles: [\"a\", \"b\"]", "articles: [\"b\", \"a\"]");
    assert_ne!(taken, manifest);
    fs::write(&path, taken).unwrap();
    let checked = cli.run(&["check", "manual", "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}

#[test]
fn a_folder_without_markdown_is_no_guide() {
    let cli = with(&[("notes.txt", "text\n")]);
    let checked = cli.run(&["check", "manual"]);
    assert_eq!(checked.status.code(), Some(3), "{checked:?}");
    assert!(
        text(&checked.stderr).contains("there is no Markdown here"),
        "{checked:?}"
    );
}
