//! What is wrong with what `desks.yaml` and `glossary.yaml` say.

use madoguchi::guide::{Availability, Part};
use madoguchi::language::Language;

use super::small::{Small, check};

#[test]
fn one_text_is_for_all_languages() {
    let small = Small::new();
    small.edit(
        "guide.yaml",
        "{ ja: 小さなガイド, en: Small guide }",
        "ガイド",
    );
    small.edit("desks.yaml", "{ ja: 電話, en: Phone }", "0120");
    small.edit(
        "desks.yaml",
        r#"{ ja: "Mo-Su 09:00-21:00", en: "24/7" }"#,
        r#""Mo-Su 09:00-21:00""#,
    );
    let guide = small.load_well();
    for lang in [Language::JA, Language::EN] {
        assert_eq!(guide.title.exact(lang).map(String::as_str), Some("ガイド"));
        assert_eq!(
            guide.desks[0].name.exact(lang).map(String::as_str),
            Some("0120")
        );
        let Availability::Hours(hours) = &guide.desks[0].availability else {
            panic!("it has hours");
        };
        assert!(hours.iter().any(|(of, _)| *of == lang));
    }
}

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
        "jp: \"24/7\"",
        &[("error: desks.yaml:8", "`jp` is not known")],
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
fn hours_are_no_numbers() {
    let small = Small::new();
    let hours = "Mo-Fr 09:00-12:30; 2026 Nov 03,2026 Nov 23 off; Sa[1],Sa[3] 10:00-12:00";
    small.edit("desks.yaml", "24/7", hours);
    small.edit("desks.yaml", "Mo-Su 09:00-21:00", "0120-0996");
    let (_, problems) = small.load();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        matches!(told.as_slice(), [hours] if hours.contains("cannot be read")),
        "{told:?}"
    );
    // All else of a desk is.
    check(
        "desks.yaml",
        "value: \"0120-996-012\"",
        "value: \"0120-996-013\"",
        &[("error: desks.yaml:6", "is not an official one")],
    );
}

#[test]
fn what_is_no_number() {
    let small = Small::new();
    small.edit("ja/about.md", "のかけ方", "、見本 0312-000-111");
    let (guide, problems) = small.load();
    assert!(guide.is_none(), "{problems:?}");
    small.edit(
        "guide.yaml",
        "articles:\n",
        "not_numbers: [\"0312-000-111\"]\narticles:\n",
    );
    assert_eq!(small.load_well().not_numbers, ["0312-000-111"]);
    for like in [
        "0120-996-012",
        "0120 996 013",
        "O120-996-012",
        "0120-444-444",
        "no. 0120996013",
    ] {
        let to = format!("not_numbers: [\"{like}\"]\narticles:\n");
        check(
            "guide.yaml",
            "articles:\n",
            &to,
            &[("error: guide.yaml:8", "too much like an official number")],
        );
    }
}

#[test]
fn a_guide_without_official_numbers_is_not_asked_for_any() {
    let small = Small::new();
    small.edit("guide.yaml", "official_numbers: [\"0120-996-012\"]\n", "");
    small.edit("ja/about.md", "のかけ方", "は03-1234-5678");
    assert!(small.load_well().official_numbers.is_empty());
    small.edit(
        "guide.yaml",
        "articles:\n",
        "official_numbers: []\narticles:\n",
    );
    assert!(small.load().0.is_none());
}

#[test]
fn official_domains() {
    let small = Small::new();
    let from = "articles:\n";
    small.edit(
        "guide.yaml",
        from,
        "official_domains: [example.com, xn--fsq.jp]\narticles:\n",
    );
    assert_eq!(
        small.load_well().official_domains,
        ["example.com", "xn--fsq.jp"]
    );
    for (domains, said) in [
        ("[https://Example.com/help]", "did you mean `example.com`?"),
        ("[EXAMPLE.com]", "did you mean `example.com`?"),
        ("['*.example.com']", "did you mean `example.com`?"),
        ("[example]", "write the name alone"),
        ("[例え.jp]", "did you mean `xn--r8jz45g.jp`?"),
        ("[192.0.2.1]", "write the name alone"),
        ("[example.com, example.com]", "stands on line 8 already"),
    ] {
        let to = format!("official_domains: {domains}\narticles:\n");
        check("guide.yaml", from, &to, &[("error: guide.yaml:8", said)]);
    }
}

#[test]
fn addresses_lead_where_the_guide_says_if_it_says_so() {
    let small = Small::new();
    small.edit(
        "guide.yaml",
        "articles:\n",
        "official_domains: [example.org]\narticles:\n",
    );
    let outside = "under none of `official_domains`";
    small.has(&[("warning: desks.yaml:7", outside)]);
    small.edit(
        "desks.yaml",
        "https://example.com",
        "https://help.example.org",
    );
    small.has(&[]);
    small.edit(
        "ja/about.md",
        "[電話](phone#app)",
        "[電話](https://notexample.org/a)",
    );
    small.has(&[("warning: ja/about.md:7", outside)]);
}

#[test]
fn sections_on_fraud() {
    let small = Small::new();
    let from = "articles:\n";
    small.edit(
        "guide.yaml",
        from,
        "fraud_sections: [phone#app, about]\narticles:\n",
    );
    let guide = small.load_well();
    let ids: Vec<String> = guide
        .fraud_sections
        .iter()
        .map(|&at| guide.id(at).to_string())
        .collect();
    assert_eq!(ids, ["phone#app", "about#purpose"]);
    for (sections, said) in [
        ("[phone#ap]", "did you mean `phone#app`?"),
        ("[telephone]", "there is no article"),
        ("[about, about]", "stands on line 8 already"),
        ("[official_number]", "there is no article"),
    ] {
        let to = format!("fraud_sections: {sections}\narticles:\n");
        check("guide.yaml", from, &to, &[("error: guide.yaml:8", said)]);
    }
}

#[test]
fn what_is_urgent_and_what_is_to_be_tried() {
    let small = Small::new();
    let from = "articles:\n";
    let samples = "urgent: phone\nsamples: { ja: [電話したい, 本物ですか], en: [I want to call] }\narticles:\n";
    small.edit("guide.yaml", from, samples);
    let guide = small.load_well();
    assert_eq!(
        guide
            .urgent
            .map(|article| guide.articles[article].id.as_str()),
        Some("phone")
    );
    assert_eq!(guide.samples(Language::JA), ["電話したい", "本物ですか"]);
    assert_eq!(guide.samples(Language::EN), ["I want to call"]);
    for (lines, said) in [
        ("urgent: phon\n", "did you mean `phone`?"),
        ("urgent: [phone]\n", "should be text"),
        ("samples: [a]\n", "a list per language"),
        ("samples: { ja: a }\n", "should be a list"),
        ("samples: { ko: [a] }\n", "which the guide has not"),
        ("samples: { ja: [a, b, c, d] }\n", "4 samples"),
        ("samples: { ja: [0120-996-013] }\n", "0120-996-013"),
    ] {
        let to = format!("{lines}articles:\n");
        check("guide.yaml", from, &to, &[("error: guide.yaml:8", said)]);
    }
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
fn nothing_but_pages_must_be_there() {
    let small = Small::new();
    small.remove("desks.yaml");
    assert!(!small.load_well().has(Part::Desks));
    small.remove("guide.yaml");
    let (guide, problems) = small.load();
    assert_eq!(
        guide.map(|guide| guide.articles.len()),
        Some(2),
        "{problems:?}"
    );
}
