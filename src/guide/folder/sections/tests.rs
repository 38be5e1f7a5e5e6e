use std::collections::BTreeMap;

use super::*;

/// The title, and each section as `id: path › title | text`.
fn ids_of(draft: &Draft) -> Vec<&str> {
    let sections = draft.sections.iter();
    sections.map(|section| section.id.as_str()).collect()
}

#[track_caller]
fn check(text: &str, title: &str, expected: &[&str]) {
    let draft = read(text, Known::File(""));
    assert_eq!(draft.title.as_deref().unwrap_or_default(), title, "{text}");
    let sections: Vec<String> = draft
        .sections
        .iter()
        .map(|section| {
            let mut path = section.path.clone();
            path.extend(section.title.clone());
            let body = section.body.plain_text().replace('\n', "/");
            format!("{}: {} | {body}", section.id, path.join(" › "))
        })
        .collect();
    assert_eq!(sections, expected, "{text}");
}

#[test]
fn the_levels_in_use_say_what_is_a_section() {
    check(
        "# T\n\nlead\n\n## A\na\n### B\nb\n#### C\nc\n## D\nd",
        "T",
        &["top:  | lead", "a: A | a", "b: A › B | b/C/c", "d: D | d"],
    );
    // Chapters of books that begin with the second level.
    check("## T\n\nx\n\n### A\na", "T", &["top:  | x", "a: A | a"]);
    check(
        "text\n\n## A\na\n## B\nb",
        "",
        &["top:  | text", "a: A | a", "b: B | b"],
    );
}

#[test]
fn several_titles_are_those_of_parts() {
    check(
        "# A\na\n## B\nb\n### C\nc\n#### D\nd\n# E\ne",
        "",
        &[
            "a: A | a",
            "b: A › B | b",
            "c: A › B › C | c/D/d",
            "e: E | e",
        ],
    );
}

#[test]
fn a_heading_that_leads_its_file_and_has_its_name_is_the_title() {
    let text = "# My Project\n\nlead\n\n## A\n\na\n\n# Install\n\nb\n";
    let title = |name| read(text, Known::File(name)).title;
    assert_eq!(title("my-project").as_deref(), Some("My Project"));
    assert_eq!(title("project").as_deref(), Some("My Project"));
    assert_eq!(title("other"), None, "the title of a part");
    let draft = read(text, Known::File("my_project"));
    let sections: Vec<_> = draft
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(sections, ["top", "a", "install"]);
    let title = |text| read(text, Known::File("setup")).title;
    assert_eq!(
        title("## Setup\n\nx\n\n## Linux\n\ny").as_deref(),
        Some("Setup")
    );
    assert_eq!(title("x\n\n## Setup\n\n## Linux\n\ny"), None);
}

#[test]
fn pictures_beside_words_are_no_part_of_a_title() {
    check(
        "# Words &middot; [![Badge](b.svg)](c) ![Other](d.svg)\n\nx\n\n## ![Logo](e.svg)\ny",
        "Words",
        &["top:  | x", "logo: Logo | y"],
    );
}

#[test]
fn a_heading_without_text_is_only_a_name_for_what_is_below() {
    check(
        "# T\n## A\n### B\nb\n### C\nc",
        "T",
        &["b: A › B | b", "c: A › C | c"],
    );
    check("# T\n## A\na\n## B\n", "T", &["a: A | a/B"]);
    check("# T\n## A\n", "T", &["a: A | "]);
}

#[test]
fn nothing_but_rules_is_no_section() {
    check(
        "---\n\n---\n\n## A\na\n## B\nb",
        "",
        &["a: A | a", "b: B | b"],
    );
    check("# T\n\n---\n\n## A\na", "T", &["a: A | a"]);
    check("---", "", &["top:  | "]);
    check(
        "![](a.png)\n\n## A\na\n## B\nb",
        "",
        &["top:  | ", "a: A | a", "b: B | b"],
    );
}

#[test]
fn what_is_cut_at_all_its_headings_is_only_a_name_for_them() {
    let long = "word ".repeat(1_000);
    let text = format!("# T\n## A\na\n### B\n#### C\n{long}\n#### D\n{long}");
    let draft = read(&text, Known::File(""));
    let paths = draft.sections.iter().map(|section| {
        let title = section.title.as_deref().unwrap_or_default();
        format!("{} {title}", section.path.join("/"))
    });
    assert_eq!(paths.collect::<Vec<_>>(), [" A", "A/B C", "A/B D"]);
    assert_eq!(draft.anchors.get("b"), Some(&1));
}

#[test]
fn ids_are_their_authors_or_githubs() {
    check(
        "# T\n## A {#own}\na\n## A\nb\n## A\nc\n## ！\nd",
        "T",
        &["own: A | a", "a: A | b", "a-1: A | c", "section: ！ | d"],
    );
}

#[test]
fn every_address_leads_to_its_section() {
    let text = "# T\n\nlead\n\n## A\n### B\nb\n#### Deep\nx\n<a id=\"Html\"></a>\n### B\nsecond";
    let draft = read(text, Known::File(""));
    let place = |address: &str| draft.anchors.get(address).copied();
    assert_eq!(place("t"), Some(0));
    assert_eq!(place("a"), Some(1), "a name leads to what is below it");
    assert_eq!(
        (place("b"), place("deep"), place("html")),
        (Some(1), Some(1), Some(1))
    );
    assert_eq!(place("b-1"), Some(2));
}

#[test]
fn a_long_section_is_cut_at_its_next_headings() {
    let long = "word ".repeat(1_000);
    let text = format!("# T\n## A\n{long}\n### B\nb\n#### C\n{long}\n#### D\nd\n### E\ne");
    let draft = read(&text, Known::File(""));
    let ids = ids_of(&draft);
    assert_eq!(ids, ["a", "b", "e"]);
    let text = text.replace("### B\nb", "### B\nb\n\n");
    let text = text.replace("#### D\nd", &format!("#### D\n{long}"));
    let draft = read(&text, Known::File(""));
    let ids = ids_of(&draft);
    assert_eq!(ids, ["a", "b", "c", "d", "e"]);
    assert_eq!(draft.sections[2].path, ["A", "B"]);
}

#[test]
fn a_second_title_that_says_something_else_is_kept() {
    let lead = |text: &str| {
        let draft = read(text, Known::Title("The AUR"));
        assert_eq!(draft.title.as_deref().unwrap_or("AUR"), "AUR");
        let first = &draft.sections[0];
        (first.title.clone(), first.body.plain_text())
    };
    assert_eq!(lead("# AUR\n\n## A\na"), (Some("A".into()), "a".into()));
    assert_eq!(
        lead("# Publishing there\n\n## A\na"),
        (None, "Publishing there".into())
    );
    assert_eq!(lead("# Publishing\n\nx"), (None, "Publishing\nx".into()));
}

#[test]
fn headings_in_tags_arrange_only_what_has_no_others() {
    check(
        "# T\n\n## A\na\n\n<h1>Shown</h1>\n\n## B\nb",
        "T",
        &["a: A | a/Shown", "b: B | b"],
    );
    check(
        "<h1>T</h1>\n\nlead\n\n## A\na",
        "T",
        &["top:  | lead", "a: A | a"],
    );
    // The title alone is written in Markdown.
    check(
        "## T\n\nlead\n\n<h3 name=\"x\">\nA\n</h3>\n\na\n\n<h3>B</h3>\n\nb",
        "T",
        &["top:  | lead", "x: A | a", "b: B | b"],
    );
    check("## T\n\na\n\n<h1>B</h1>\n\nb", "T", &["top:  | a/B/b"]);
}

#[test]
fn a_text_without_headings_is_one_section() {
    check("only text", "", &["top:  | only text"]);
    check("", "", &["top:  | "]);
}

#[test]
fn headings_within_something_have_addresses_too() {
    let text = "# T\n\nlead\n\n## A\n\na\n\n> #### In a box {#box}\n> b\n\n## B\n\n- # In a list\n";
    let draft = read(text, Known::File(""));
    let at = |address: &str| {
        draft
            .anchors
            .get(address)
            .map(|at| draft.sections[*at].id.as_str())
    };
    assert_eq!(at("box"), Some("a"));
    assert_eq!(at("in-a-box"), Some("a"));
    assert_eq!(at("in-a-list"), Some("b"));
    // What is made of words is no label that somebody wrote.
    assert_eq!(draft.labels, ["box"]);
}

#[test]
fn headings_without_any_text_are_kept() {
    check(
        "# T\n\n## A\n\n### B\n\nb\n\n## C\n\n### D\n\n### E\n",
        "T",
        &["b: A › B | b", "c: C | D/E"],
    );
}

#[test]
fn a_link_in_a_heading_can_be_followed_below_it() {
    let text = "# T\n\n## [One](one.md), [two](two.md)\n\ntext\n\n## [v1](https://x.example/)\n\nmore\n\n## [Here](#here)\n\nhere\n";
    let draft = read(text, Known::File(""));
    let links = draft
        .sections
        .iter()
        .flat_map(|section| section.body.links());
    assert_eq!(links.collect::<Vec<_>>(), ["one.md", "two.md"]);
    assert_eq!(draft.sections[0].body.plain_text(), "One two\ntext");
}

#[test]
fn what_is_too_long_for_a_page_is_several_sections() {
    let items = "- item of a list\n".repeat(30_000);
    let text = format!("# T\n\n{items}\n## A\n\na\n\n## B\n\n{items}\n## C\n\nc\n");
    let draft = read(&text, Known::File(""));
    let ids = ids_of(&draft);
    let expected = "top top-part2 top-part3 a b b-part2 b-part3 c";
    assert_eq!(ids.join(" "), expected);
    let titles = draft
        .sections
        .iter()
        .filter_map(|section| section.title.as_deref());
    assert_eq!(titles.collect::<String>(), "ABBBC");
    for (anchor, section) in [("a", 3), ("b", 4), ("c", 7)] {
        assert_eq!(draft.anchors[anchor], section, "{anchor}");
    }
    let words = draft
        .sections
        .iter()
        .map(|section| section.body.plain_text());
    let count: usize = words
        .map(|text| text.matches("item of a list").count())
        .sum();
    assert_eq!(count, 60_000);
}

#[test]
fn what_is_long_is_read_as_what_is_short() {
    for text in [
        "# T\n\nlead\n\n## A [x](b.md) [y](#z) {#own}\n\na[^n]\n\n> ## Inner\n\n<h2 id=\"h\">B</h2>\n\n<a id=\"c\"></a>b\n\n### C\n\n[^n]: note\n",
        "<h1>T</h1>\n\nlead\n\n# M\n\n## [A](a.md) and [B](b.md)\n\na\n\n## C ![p](q.png)\n",
    ] {
        for known in [Known::File("t"), Known::Title("T"), Known::Name("t")] {
            let [kept, parsed] = [Some(events(text).collect()), None].map(|items| {
                let draft = take_apart(text, items, known);
                let anchors: BTreeMap<_, _> = draft.anchors.into_iter().collect();
                format!(
                    "{:?} {anchors:?}",
                    (draft.title, draft.is_led, draft.sections, draft.labels)
                )
            });
            assert_eq!(kept, parsed, "{text}");
        }
    }
}
