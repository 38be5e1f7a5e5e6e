//! What is wrong with `guide.yaml`, `desks.yaml`, `glossary.yaml` and front matter.

use super::small::{Small, check};

#[test]
fn yaml_that_cannot_be_read() {
    check(
        "guide.yaml",
        "id: small",
        "id: [small",
        &[("error: guide.yaml:3", "not YAML")],
    );
    check(
        "desks.yaml",
        "id: phone",
        "id: phone: x",
        &[("error: desks.yaml:2", "not YAML")],
    );
    check(
        "ja/phone.md",
        "title: 電話",
        "title: 'x",
        &[("error: ja/phone.md:11", "not YAML")],
    );
    check(
        "guide.yaml",
        "schema: 1\n",
        "",
        &[("error: guide.yaml:1", "needs the field `schema`")],
    );
    let small = Small::new();
    small.write("glossary.yaml", "- a\n");
    small.has(&[(
        "error: glossary.yaml:1",
        "should be a map of fields, not a list",
    )]);
    small.write("glossary.yaml", "");
    small.has(&[("error: glossary.yaml:1", "not nothing")]);
}

#[test]
fn what_yaml_has_and_a_guide_may_not_use() {
    let anchor = &[
        ("error: desks.yaml:3", "anchors"),
        ("error: desks.yaml:11", "aliases"),
    ];
    let small = Small::new();
    small.edit("desks.yaml", "name: {", "name: &a {");
    small.edit("desks.yaml", "name: { ja: メール, en: Email }", "name: *a");
    small.has(anchor);
    check(
        "guide.yaml",
        "id: small",
        "id: !!str small",
        &[("error: guide.yaml:2", "tags")],
    );
    check(
        "guide.yaml",
        "id: small",
        "<<: { id: small }",
        &[("error: guide.yaml:2", "merge keys")],
    );
    check(
        "guide.yaml",
        "id: small",
        "id: small\n---",
        &[("error: guide.yaml:3", "second document")],
    );
}

#[test]
fn unknown_fields_and_the_one_that_was_meant() {
    check(
        "ja/phone.md",
        "questions:",
        "qustions:",
        &[("error: ja/phone.md:6", "did you mean `questions`?")],
    );
    check(
        "ja/phone.md",
        "title: 電話",
        "title: 電話\nauthor: x",
        &[("error: ja/phone.md:3", "known are `title`")],
    );
    check(
        "guide.yaml",
        "as_of:",
        "as-of:",
        &[("error: guide.yaml:6", "did you mean `as_of`?")],
    );
    check(
        "desks.yaml",
        "note:",
        "notes:",
        &[("error: desks.yaml:9", "did you mean `note`?")],
    );
    check(
        "desks.yaml",
        "kind: phone,",
        "kind: phone, x: y,",
        &[("error: desks.yaml:6", "a contact has no field `x`")],
    );
    check(
        "glossary.yaml",
        "synonyms:",
        "synonym:",
        &[("error: glossary.yaml:4", "did you mean `synonyms`?")],
    );
}

#[test]
fn a_key_that_stands_twice() {
    check(
        "guide.yaml",
        "id: small",
        "id: small\nid: large",
        &[("error: guide.yaml:3", "it stands on line 2 already")],
    );
    check(
        "ja/phone.md",
        "  app:",
        "  overview: {}\n  app:",
        &[("error: ja/phone.md:8", "`overview`")],
    );
    check(
        "desks.yaml",
        "en: Phone }",
        "en: Phone,\n      ja: x }",
        &[("error: desks.yaml:4", "`ja`")],
    );
}

#[test]
fn values_of_the_wrong_kind() {
    check(
        "ja/phone.md",
        "[番号]",
        "[番号, 2024]",
        &[("error: ja/phone.md:7", "in quotes")],
    );
    check(
        "ja/phone.md",
        "[何番ですか]",
        "何番ですか",
        &[("error: ja/phone.md:6", "should be a list")],
    );
    check(
        "ja/phone.md",
        "title: 電話",
        "title: true",
        &[("error: ja/phone.md:2", "in quotes")],
    );
    check(
        "ja/phone.md",
        "title: 電話",
        "title:",
        &[("error: ja/phone.md:2", "needs the field `title`")],
    );
    check(
        "ja/phone.md",
        "title: 電話",
        "title: ''",
        &[("error: ja/phone.md:2", "`title` is empty")],
    );
    check(
        "guide.yaml",
        "id: small",
        "id: 42",
        &[("error: guide.yaml:2", "not the number 42")],
    );
    check(
        "desks.yaml",
        "{ ja: 電話, en: Phone }",
        "[電話]",
        &[("error: desks.yaml:3", "a text per language")],
    );
    check(
        "desks.yaml",
        "availability: n",
        "self_service: 1\n    availability: n",
        &[("error: desks.yaml:13", "true or false")],
    );
    check(
        "guide.yaml",
        "schema: 1",
        "schema: '1'",
        &[("error: guide.yaml:1", "should be a number")],
    );
}

#[test]
fn what_guide_yaml_says() {
    check(
        "guide.yaml",
        "schema: 1",
        "schema: 2",
        &[("error: guide.yaml:1", "this program reads schema 1")],
    );
    check(
        "guide.yaml",
        "[ja, en]",
        "[ja, en, jp]",
        &[("error: guide.yaml:4", "did you mean `ja`?")],
    );
    check(
        "guide.yaml",
        "[ja, en]",
        "[ja, en, 日本語, xx, JA, ja-x-easy-to-read]",
        &[
            ("error: guide.yaml:4", "`日本語` is no tag of a language"),
            ("error: guide.yaml:4", "`xx` is not known"),
            (
                "error: guide.yaml:4",
                "the tag `ja-x-easy-to-read` is too long",
            ),
            ("error: guide.yaml:4", "the language `ja` stands on line 4"),
        ],
    );
    check(
        "guide.yaml",
        "[ja, en]",
        "[ja, en, ja]",
        &[("error: guide.yaml:4", "`ja` stands on line 4 already")],
    );
    check(
        "guide.yaml",
        "Asia/Tokyo",
        "Asia/Tokio",
        &[("error: guide.yaml:5", "did you mean `Asia/Tokyo`?")],
    );
    check(
        "guide.yaml",
        "Asia/Tokyo",
        "JAPAN TIME",
        &[("error: guide.yaml:5", "IANA")],
    );
    check(
        "guide.yaml",
        "2026-11-01",
        "2026-02-30",
        &[("error: guide.yaml:6", "no date")],
    );
    check(
        "guide.yaml",
        "2026-11-01",
        "2026-11-1",
        &[("error: guide.yaml:6", "no date")],
    );
    check(
        "guide.yaml",
        ", en: Small guide",
        "",
        &[("error: guide.yaml:3", "no text in `en`")],
    );
    check(
        "guide.yaml",
        "id: small",
        "id: Small Guide",
        &[("error: guide.yaml:2", "cannot have the id")],
    );
    check(
        "guide.yaml",
        "languages: [ja, en]",
        "languages: [en]",
        &[
            ("warning: desks.yaml:3", "which the guide does not list"),
            ("warning: desks.yaml:7", "which the guide does not list"),
            ("warning: desks.yaml:8", "which the guide does not list"),
            ("warning: desks.yaml:9", "which the guide does not list"),
            ("warning: desks.yaml:11", "which the guide does not list"),
            ("warning: guide.yaml:3", "which the guide does not list"),
            ("warning: ja/about.md", "add `ja` to `languages`"),
            ("warning: ja/phone.md", "add `ja` to `languages`"),
        ],
    );
}

#[test]
fn articles_listed_and_present() {
    check(
        "guide.yaml",
        "  - about\n",
        "  - about\n  - about\n",
        &[("error: guide.yaml:10", "line 9 already")],
    );
    check(
        "guide.yaml",
        "  - about\n",
        "  - about\n  - gone\n",
        &[("error: guide.yaml:10", "no file in any language")],
    );
    check(
        "guide.yaml",
        "  - about\n",
        "  - about\n  - ../../etc/passwd\n",
        &[(
            "error: guide.yaml:10",
            "an article cannot have the id `../../etc/passwd`",
        )],
    );
    check(
        "guide.yaml",
        "- about",
        "- About",
        &[
            ("error: desks.yaml:12", "there is no article `about`"),
            ("warning: en/about.md", "does not use this file"),
            ("error: guide.yaml:9", "cannot have the id `About`"),
            ("warning: ja/about.md", "does not use this file"),
        ],
    );
    let small = Small::new();
    small.remove("en/about.md");
    small.write("ja/extra.md", "");
    small.write("glosary.yaml", "");
    small.has(&[
        ("warning: en/about.md", "is shown in the other language"),
        ("warning: glosary.yaml", "known are"),
        ("warning: ja/extra.md", "add it to `articles`"),
    ]);
}
