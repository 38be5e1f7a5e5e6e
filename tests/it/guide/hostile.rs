//! Guides made by somebody who means harm.

use madoguchi::guide::Guide;
use madoguchi::guide::load::MAX_ARTICLE;
use madoguchi::text::clean::{clean, is_hidden};

use super::small::{Small, check};

#[test]
fn the_largest_files_are_read_soon() {
    let small = Small::new();
    let body = "[電話](phone#app)の*かけ方*を 0120-996-012 で説明します。かけ方は一つです。\n\n";
    let bytes = usize::try_from(MAX_ARTICLE).unwrap() - 1000;
    let text = format!(
        "{}{}",
        small.read("ja/about.md"),
        body.repeat(bytes / body.len())
    );
    small.write("ja/about.md", text);
    let (guide, problems) = small.load();
    assert_eq!(problems, []);
    assert!(guide.is_some());
}

#[test]
fn hostile_yaml_is_refused_soon() {
    let laughs: Vec<String> = (1..30)
        .map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1))
        .collect();
    for (hostile, piece) in [
        ("{a: ".repeat(100_000), "nested more than 16"),
        ("[".repeat(500_000), "nested more than 16"),
        ("- ".repeat(100_000), "nested more than 16"),
        (format!("a0: &a0 x\n{}", laughs.concat()), "anchors"),
        ("a: ".repeat(100_000), "nested more than 16"),
        ("a".repeat(100_000) + ": b", "not YAML"),
        ("'".repeat(100_001), "not YAML"),
        (
            format!("terms: [{}]", "a,".repeat(300_000)),
            "more than 200,000",
        ),
    ] {
        let small = Small::new();
        small.write("glossary.yaml", &hostile);
        let (guide, problems) = small.load();
        assert!(guide.is_none());
        assert!(problems[0].what.contains(piece), "{}", problems[0]);
        small.write("ja/about.md", format!("---\n{hostile}\n---\n"));
        assert!(small.load().0.is_none());
    }
}

#[test]
fn hostile_markdown_is_read_soon() {
    for piece in [
        "> ", "- ", "* > ", "[", "![", "**a *", "[a](", "`a ``", "<a ", "&#x41;", "|a", "1. ",
        "\\", "###### ",
    ] {
        let small = Small::new();
        let hostile = piece.repeat(200_000 / piece.len());
        small.write(
            "ja/about.md",
            format!("{}{hostile}x\n", small.read("ja/about.md")),
        );
        let (guide, _) = small.load();
        for (_, section) in guide.iter().flat_map(Guide::sections) {
            for (_, text) in section.texts.iter() {
                let _ = text.body.plain_text();
            }
        }
    }
}

/// Text made of many numbered pieces.
fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

#[test]
fn nothing_is_compared_with_everything_else() {
    let sections = |prefix: &str| {
        many(30_000, |n| {
            format!("## a {{#{prefix}{n}}}\nx [a](about#{n})\n")
        })
    };
    let words = many(30_000, |n| format!("  w{n}: {{}}\n"));
    let files = [
        (
            "ja/about.md",
            format!("---\ntitle: a\nsections:\n{words}---\n{}", sections("s")),
        ),
        (
            "en/about.md",
            format!("---\ntitle: a\n---\n{}", sections("t")),
        ),
        (
            "desks.yaml",
            format!(
                "desks:\n{}",
                many(30_000, |n| format!("- id: d{n}\n  section: gone\n"))
            ),
        ),
        (
            "glossary.yaml",
            format!(
                "terms:\n{}",
                many(30_000, |n| format!("- {{term: t{n}, synonyms: [t{n}]}}\n"))
            ),
        ),
    ];
    let small = Small::new();
    for (file, text) in files {
        small.write(file, text);
    }
    let numbers = many(20_000, |n| format!("  - \"0120-{n:06}\"\n"));
    small.edit("guide.yaml", "[\"0120-996-012\"]", &format!("\n{numbers}"));
    let articles = many(20_000, |n| format!("  - b{n}\n"));
    small.edit(
        "guide.yaml",
        "  - about\n",
        &format!("  - about\n{articles}"),
    );
    let (guide, problems) = small.load();
    assert!(guide.is_none());
    assert!(problems.len() > 500);
}

#[test]
fn the_list_of_problems_has_an_end() {
    let small = Small::new();
    small.write(
        "ja/about.md",
        "\u{202E}\n".repeat(20_000) + &"# x\n".repeat(20_000),
    );
    small.edit("ja/phone.md", "戻る", &"[a](gone#x)".repeat(20_000));
    let (_, problems) = small.load();
    assert!(problems.len() < 500, "{}", problems.len());
    let text: usize = problems
        .iter()
        .map(|problem| problem.to_string().len())
        .sum();
    assert!(text < 200_000, "{text}");
    assert!(
        problems
            .iter()
            .any(|problem| problem.what.contains("more errors in this file"))
    );
}

#[test]
fn hidden_characters_are_told_with_line_and_code_point() {
    check(
        "ja/about.md",
        "かけ方",
        "かけ\u{202E}方\u{200B}",
        &[("warning: ja/about.md:7", "U+202E, U+200B")],
    );
    check(
        "ja/phone.md",
        "アプリからかけるには",
        "アプリ\u{E0041}から",
        &[("warning: ja/phone.md:10", "U+E0041")],
    );
    check(
        "guide.yaml",
        "Small guide",
        "Small \u{1b}guide",
        &[("warning: guide.yaml:3", "U+001B")],
    );
    check(
        "desks.yaml",
        "en: In Japanese",
        "en: \"In \\u2066Japanese\"",
        &[("warning: desks.yaml:9", "U+2066")],
    );
    check(
        "ja/about.md",
        "かけ方",
        "かけ&#x202e;方",
        &[("warning: ja/about.md:7", "U+202E")],
    );
    check(
        "ja/about.md",
        "かけ方",
        &format!("か{}", "\u{301}".repeat(50)),
        &[("warning: ja/about.md:7", "combining")],
    );
}

/// Characters of every kind that must not reach a terminal.
const HOSTILE: &str =
    "\u{1}\u{1b}\u{7}\u{9b}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{AD}\u{E0041}\u{FFF9}\u{206A}\u{3164}";

fn assert_clean(text: &str) {
    assert_eq!(clean(text), text);
    assert!(!text.chars().any(|c| is_hidden(c) || c == '\t'), "{text:?}");
}

#[test]
fn nothing_hidden_comes_out_of_a_guide() {
    let small = Small::new();
    for file in super::small::FILES {
        let mut text = small.read(file);
        for word in [
            "小さな",
            "Small",
            "電話",
            "Phone",
            "公式",
            "日本語",
            "退会",
            "cancel",
            "はじめ",
            "かけ",
            "何番",
            "番号",
        ] {
            text = text.replace(word, &format!("{word}{HOSTILE}"));
        }
        let entities = text
            .replace("押します", "押し&#x1b;&#x202e;ます")
            .replace("In Japanese", "\"In \\e\\u202E J\"");
        small.write(file, entities);
    }
    let (guide, problems) = small.load();
    for problem in &problems {
        assert_clean(&problem.to_string());
    }
    let guide = guide.unwrap();
    let shown = format!("{guide:?}");
    // `Debug` escapes what it cannot print, so nothing may be escaped that way.
    assert!(!shown.contains("\\u{"), "{shown}");
    for (_, section) in guide.sections() {
        for (_, text) in section.texts.iter() {
            assert_clean(&text.title);
            assert_clean(text.body.source());
            text.questions
                .iter()
                .chain(&text.keywords)
                .for_each(|text| assert_clean(text));
            assert_clean(&text.body.plain_text());
        }
    }
}

#[test]
fn problems_can_be_printed_whatever_they_quote() {
    let small = Small::new();
    let long = "x".repeat(1000);
    small.edit("guide.yaml", "Asia/Tokyo", "\"\\e[31m\\u202E\"");
    small.edit(
        "guide.yaml",
        "id: small",
        &format!("\"\\e\\n{long}\": y\nid: small"),
    );
    small.edit("ja/about.md", "phone#app", "gone&#x1b;&#x202e;#x");
    small.write("ja/\u{1b}[2J\u{202E}.md", "");
    let (_, problems) = small.load();
    assert!(problems.len() >= 4, "{problems:?}");
    for problem in problems {
        assert_clean(&problem.to_string());
        assert_eq!(problem.to_string().lines().count(), 2);
        assert!(problem.to_string().chars().count() < 1000);
    }
}
