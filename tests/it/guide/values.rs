//! What is wrong with what `desks.yaml` and `glossary.yaml` say.

use super::small::{Small, check};

#[test]
fn desks_and_their_hours() {
    check(
        "desks.yaml",
        "id: email",
        "id: phone",
        &[("error: desks.yaml:10", "stands on line 2 already")],
    );
    check(
        "desks.yaml",
        "id: email",
        "id: e mail",
        &[("error: desks.yaml:10", "cannot have the id")],
    );
    check(
        "desks.yaml",
        "phone#overview",
        "phone#overvew",
        &[("error: desks.yaml:4", "did you mean `phone#overview`?")],
    );
    check(
        "desks.yaml",
        "\"24/7\"",
        "\"whenever\"",
        &[("error: desks.yaml:8", "cannot be read")],
    );
    check(
        "desks.yaml",
        "\"24/7\"",
        "\"Mo-Fr 9:00-17:00; PH off\"",
        &[("error: desks.yaml:8", "holidays")],
    );
    check(
        "desks.yaml",
        "\"24/7\"",
        "24",
        &[("error: desks.yaml:8", "in quotes")],
    );
    check(
        "desks.yaml",
        "hours: { ja: \"Mo-Su 09:00-21:00\", en: \"24/7\" }",
        "hours: {}",
        &[("error: desks.yaml:8", "no language")],
    );
    check(
        "desks.yaml",
        "en: \"24/7\"",
        "fr: \"24/7\"",
        &[("error: desks.yaml:8", "`fr` is not known")],
    );
    check(
        "desks.yaml",
        "    availability: not-offered\n",
        "",
        &[("error: desks.yaml:10", "nothing about when")],
    );
    check(
        "desks.yaml",
        "    note:",
        "    availability: unknown\n    note:",
        &[("error: desks.yaml:9", "not both")],
    );
    check(
        "desks.yaml",
        "not-offered",
        "never",
        &[("error: desks.yaml:13", "write `unknown` or `not-offered`")],
    );
    check(
        "desks.yaml",
        ", en: In Japanese",
        "",
        &[("warning: desks.yaml:9", "no text in `en`")],
    );
}

#[test]
fn contacts() {
    check(
        "desks.yaml",
        "kind: phone",
        "kind: fone",
        &[("error: desks.yaml:6", "did you mean `phone`?")],
    );
    check(
        "desks.yaml",
        "kind: phone, value: \"0120-996-012\"",
        "kind: phone, value: call us",
        &[("error: desks.yaml:6", "no telephone number")],
    );
    check(
        "desks.yaml",
        "\"0120-996-012\"",
        "\"119\"",
        &[("error: desks.yaml:6", "not an official one")],
    );
    check(
        "desks.yaml",
        "\"0120-996-012\"",
        "120996012",
        &[("error: desks.yaml:6", "in quotes")],
    );
    for address in [
        "http://example.com",
        "www.example.com",
        "https://",
        "javascript://x",
        "https://user@example.com",
    ] {
        check(
            "desks.yaml",
            "https://example.com/help",
            address,
            &[("error: desks.yaml:7", "no safe address")],
        );
    }
}

#[test]
fn official_numbers() {
    check(
        "guide.yaml",
        "[\"0120-996-012\"]",
        "[\"0120-996-012\", \"12-34\"]",
        &[("error: guide.yaml:7", "`12-34` is no telephone number")],
    );
    check(
        "guide.yaml",
        "[\"0120-996-012\"]",
        "[\"0120-996-012\", \"0120 996 012\"]",
        &[("error: guide.yaml:7", "stands here already")],
    );
}

#[test]
fn the_glossary() {
    check(
        "glossary.yaml",
        "かいやく",
        "カイヤク",
        &[("error: glossary.yaml:3", "not hiragana")],
    );
    check(
        "glossary.yaml",
        "term: 電話",
        "term: 解約",
        &[("error: glossary.yaml:6", "stands on line 2 already")],
    );
    check(
        "glossary.yaml",
        "[退会]",
        "[電話]",
        &[("warning: glossary.yaml:4", "a term itself, on line 6")],
    );
    check(
        "glossary.yaml",
        "term: 電話",
        "term: 電話\n    synonyms: [退会]",
        &[("warning: glossary.yaml:7", "with the term `解約` already")],
    );
    check(
        "glossary.yaml",
        "term: 電話",
        "reading: でんわ",
        &[("error: glossary.yaml:6", "needs the field `term`")],
    );
}

#[test]
fn files_that_every_guide_has() {
    let small = Small::new();
    small.remove("desks.yaml");
    small.has(&[("error: desks.yaml", "missing")]);
    small.remove("guide.yaml");
    small.has(&[("error: guide.yaml", "missing")]);
}
