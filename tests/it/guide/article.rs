//! What is wrong with articles.

use madoguchi::guide::Severity;

use super::small::{Small, check};

/// The other language still has what was broken in one.
const MISSING_APP: (&str, &str) = ("warning: en/phone.md:8", "`app` does not exist in `ja`");

#[test]
fn front_matter() {
    check(
        "ja/about.md",
        "---\ntitle",
        "title",
        &[
            ("error: ja/about.md:1", "front matter is missing"),
            ("error: ja/about.md:1", "text stands before"),
        ],
    );
    check(
        "ja/about.md",
        "\n---\n",
        "\n",
        &[("error: ja/about.md:1", "does not end")],
    );
    check(
        "ja/phone.md",
        "  app:",
        "  ap:",
        &[("error: ja/phone.md:8", "did you mean `app`?")],
    );
    check(
        "ja/phone.md",
        "  app:",
        "  elsewhere:",
        &[("error: ja/phone.md:8", "no section `elsewhere`")],
    );
    let small = Small::new();
    small.write("ja/about.md", "");
    small.has(&[
        ("warning: en/about.md:5", "does not exist in `ja`"),
        ("error: ja/about.md:1", "front matter is missing"),
        ("error: ja/about.md:1", "no section"),
    ]);
}

#[test]
fn headings_and_ids() {
    check(
        "ja/phone.md",
        "## アプリ {#app}",
        "## アプリ",
        &[
            MISSING_APP,
            ("error: ja/phone.md:8", "no section `app`"),
            ("error: ja/phone.md:17", "`アプリ` has no id"),
        ],
    );
    check(
        "ja/phone.md",
        "{#app}",
        "{#App_1}",
        &[
            MISSING_APP,
            ("error: ja/phone.md:8", "no section `app`"),
            ("error: ja/phone.md:17", "cannot have the id `App_1`"),
        ],
    );
    check(
        "ja/phone.md",
        "{#app}",
        "{#overview}",
        &[
            MISSING_APP,
            ("error: ja/phone.md:8", "no section `app`"),
            ("error: ja/phone.md:17", "stands on line 12 already"),
        ],
    );
    check(
        "ja/phone.md",
        "## アプリ {#app}",
        "## {#app}",
        &[("error: ja/phone.md:17", "no title")],
    );
    check(
        "ja/about.md",
        "## 目的",
        "##目的",
        &[
            ("warning: en/about.md:5", "`purpose` does not exist in `ja`"),
            ("error: ja/about.md:5", "needs a space"),
            ("error: ja/about.md:5", "no section"),
        ],
    );
    check(
        "ja/about.md",
        "## 目的",
        "# はじめに\n## 目的",
        &[("error: ja/about.md:5", "first level")],
    );
    check(
        "ja/about.md",
        "## 目的",
        "はじめに\n## 目的",
        &[("error: ja/about.md:5", "before the first section")],
    );
    check(
        "ja/about.md",
        "[電話]",
        "もう一つ\n---\n[電話]",
        &[("error: ja/about.md:7", "inside a section")],
    );
    check(
        "ja/about.md",
        "[電話]",
        "> ## もう一つ\n\n[電話]",
        &[("error: ja/about.md:7", "inside a section")],
    );
    check(
        "ja/about.md",
        "[電話]",
        "```\n[電話]",
        &[("error: ja/about.md:7", "code block")],
    );
}

#[test]
fn sections_without_text() {
    check(
        "ja/about.md",
        "[電話](phone#app)のかけ方を説明します。\n",
        "",
        &[("error: ja/about.md:5", "empty")],
    );
    check(
        "ja/about.md",
        "[電話](phone#app)のかけ方を説明します。\n",
        "<!-- later -->",
        &[("error: ja/about.md:5", "empty")],
    );
}

#[test]
fn a_section_in_one_language_only() {
    let small = Small::new();
    small.edit(
        "en/phone.md",
        "\n## The app {#app}\n\nPress 「ヘルプ」 (Help).\n",
        "",
    );
    small.has(&[(
        "warning: ja/phone.md:17",
        "it is shown in the other language",
    )]);
    let guide = small.load().0.unwrap();
    let app = guide.section(guide.find("phone#app").unwrap());
    assert_eq!(app.texts.iter().count(), 1);
    // One that only the second language has stands where it stands there.
    small.edit(
        "en/phone.md",
        "## The number",
        "## First {#first}\n\nText.\n\n## The number",
    );
    let guide = small.load().0.unwrap();
    let ids: Vec<_> = guide.articles[1]
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(ids, ["first", "overview", "app"]);
}

#[test]
fn links() {
    for (target, piece) in [
        ("phone#ap", "did you mean `phone#app`?"),
        ("fone#app", "did you mean `phone`?"),
        ("elsewhere", "no article `elsewhere`"),
        ("#purpose", "write `about#purpose`"),
        ("phone.md#app", "write `phone#app`"),
        ("../phone.md", "write `phone`"),
        (
            "http://example.com",
            "only links to sections and to `https://`",
        ),
        ("javascript:alert", "only links to sections"),
        ("mailto:a@example.com", "only links to sections"),
        ("https://", "no address"),
    ] {
        check(
            "ja/about.md",
            "phone#app",
            target,
            &[("error: ja/about.md:7", piece)],
        );
    }
    check(
        "ja/about.md",
        "phone#app",
        "phone #app",
        &[("warning: ja/about.md:7", "looks like a link")],
    );
    check("ja/about.md", "phone#app", "https://example.com/a?b#c", &[]);
    check("ja/about.md", "phone#app", "phone", &[]);
    check(
        "ja/phone.md",
        "phone#overview",
        "phone#over",
        &[("error: ja/phone.md:20", "`phone#over`")],
    );
}

#[test]
fn telephone_numbers_that_are_not_official() {
    let strange = "0120-111-222";
    for (file, from, line) in [
        ("guide.yaml", "小さなガイド", "guide.yaml:3"),
        ("desks.yaml", "日本語です", "desks.yaml:9"),
        ("desks.yaml", "公式サイト", "desks.yaml:7"),
        ("glossary.yaml", "退会", "glossary.yaml:4"),
        ("ja/about.md", "はじめに", "ja/about.md:2"),
        ("ja/about.md", "このガイドについて", "ja/about.md:3"),
        ("ja/about.md", "目的", "ja/about.md:5"),
        ("ja/about.md", "のかけ方", "ja/about.md:7"),
        ("ja/phone.md", "何番ですか", "ja/phone.md:6"),
        ("ja/phone.md", "番号]", "ja/phone.md:7"),
    ] {
        let to = format!("{strange}{}", if from.ends_with(']') { "]" } else { "" });
        check(
            file,
            from,
            &to,
            &[(
                &format!("error: {line}"),
                "`0120-111-222` is not an official one",
            )],
        );
    }
    for written in [
        "0120&#45;111-**222**",
        "０１２０（１１１）２２２",
        "`0120111222`",
        "0120-111-\n222",
        "+81 120 111 222",
        "0120-\u{200B}111-222",
        "0120/111/222",
        "O120-111-222",
        "0081-120-111-222",
        "0120-996-012-3",
        "[0120] [996] [013]",
        "\n\n| 0120 | 996 | 013 |\n|---|---|---|\n",
        "\n\n- 0120\n- 996\n- 013\n",
        "\n\n1. 0120\n1. 996\n1. 013\n",
        // To Markdown these are lists within lists, and the digits the numbers of their items.
        "\n\n0120. 996. 013\n",
        "\n\n* 0\n* 1. 2. 0.\n* 996-013\n",
        "\n\n- 0120.\n- 996.\n- 013\n",
        "0120<br>996<br>013",
        "0120\n\n996\n\n013\n\n",
        "`0120` **996** *013*",
        "0120それから996それから013",
        "![0120-996](x.png)013",
        "٠١٢٠-٩٩٦-٠١٢",
    ] {
        let small = Small::new();
        small.edit("ja/about.md", "のかけ方", written);
        let (guide, problems) = small.load();
        assert!(guide.is_none(), "{written:?}");
        let found = problems
            .iter()
            .find(|problem| problem.severity == Severity::Error);
        let found = found.expect("there is an error");
        let unusual = found.what.contains("is written with unusual signs");
        assert!(
            found.what.contains("is not an official one") || unusual,
            "{written:?}: {found}"
        );
        assert!(matches!(found.line, Some(7..=12)), "{written:?}: {found}");
    }
    check(
        "ja/about.md",
        "phone#app",
        "https://example.com/0120-111-222",
        &[("error: ja/about.md:7", "not an official one")],
    );
}

/// A reader joins what stands one below the other, whatever the author's markup makes of it.
#[test]
fn telephone_numbers_over_headings_and_sections() {
    let article = |title: &str, summary: &str, heading: &str, body: &str, next: &str| {
        format!(
            "---\ntitle: {title}\nsummary: {summary}\n---\n## {heading} {{#purpose}}\n\n{body}\n\n\
             ## {next} {{#more}}\n\n次の文です。\n"
        )
    };
    let check = |text: &str, is_strange: bool| {
        let small = Small::new();
        small.write("ja/about.md", text);
        let (_, problems) = small.load();
        let mut errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let found = errors.any(|error| error.what.contains("is not an official one"));
        assert_eq!(found, is_strange, "{text}\n{problems:?}");
    };
    check(
        &article("題", "要約", "電話 0120", "996-013 です。", "次"),
        true,
    );
    check(
        &article("題", "要約", "電話", "番号は 0120-996", "013"),
        true,
    );
    check(
        &article("題", "電話は 0120-996", "013", "説明です。", "次"),
        true,
    );
    check(
        &article("電話 0120", "996-013", "目的", "説明です。", "次"),
        true,
    );
    check(
        &article("題", "要約", "電話 0120", "996-012 です。", "次"),
        false,
    );
    check(
        &article("題", "2026年", "11月1日", "9:00から21:00まで。", "2027年"),
        false,
    );
}

#[test]
fn what_would_not_be_shown() {
    check("ja/about.md", "のかけ方", "の<b>かけ方</b>", &[]);
    check(
        "ja/about.md",
        "[電話]",
        "<!-- a\nb -->\n\nx <!-- c --> d<br>`[a](b c)` [電話]",
        &[],
    );
    // What HTML shows is looked at like everything else.
    check(
        "ja/about.md",
        "[電話]",
        "<div><p>0120-996-</p><b>013</b></div>\n\n[電話]",
        &[("error: ja/about.md:7", "is not an official one")],
    );
    check(
        "ja/about.md",
        "[電話]",
        "<a href=\"http://example.com/\">x</a>\n\n[電話]",
        &[("error: ja/about.md:7", "http://example.com/")],
    );
    check(
        "ja/about.md",
        "[電話]",
        "![絵](a.png) [電話]",
        &[("warning: ja/about.md:7", "image")],
    );
    let deep = format!("{}x\n\n[電話]", "> ".repeat(20));
    check(
        "ja/about.md",
        "[電話]",
        &deep,
        &[("warning: ja/about.md:7", "nested more than 16")],
    );
}

#[test]
fn all_problems_are_told_at_once_and_in_order() {
    let small = Small::new();
    small.edit("guide.yaml", "Asia/Tokyo", "Asia/Kyoto");
    small.edit("guide.yaml", "2026-11-01", "today");
    small.edit("desks.yaml", "note:", "notes:");
    small.edit("desks.yaml", "not-offered", "never");
    small.edit("ja/phone.md", "questions:", "qestions:");
    small.edit("ja/phone.md", "keywords:", "keyword:");
    small.edit("ja/phone.md", "phone#overview", "phone#gone");
    small.edit("en/phone.md", "title:", "titel:");
    small.edit("glossary.yaml", "かいやく", "kaiyaku");
    small.has(&[
        ("error: desks.yaml:9", "`notes`"),
        ("error: desks.yaml:13", "`never`"),
        ("error: en/phone.md:2", "`titel`"),
        ("error: en/phone.md:2", "needs the field `title`"),
        ("error: glossary.yaml:3", "`kaiyaku`"),
        ("error: guide.yaml:5", "`Asia/Kyoto`"),
        ("error: guide.yaml:6", "`today`"),
        ("error: ja/phone.md:6", "`qestions`"),
        ("error: ja/phone.md:7", "`keyword`"),
        ("error: ja/phone.md:20", "`phone#gone`"),
    ]);
}
