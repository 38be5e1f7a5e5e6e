//! The built-in guide, and guides with something wrong.

mod advice;
mod article;
mod files;
mod hostile;
mod limits;
mod queries;
pub mod small;
mod values;
mod yaml_files;

use madoguchi::guide::{Availability, Guide, Source, load};
use madoguchi::language::Language;

use small::Small;

/// Every section of the fact sheet, in reading order: links, tests and bookmarks use these ids.
const SECTIONS: [(&str, &[&str]); 8] = [
    ("about", &["purpose", "audience", "topics", "prepare"]),
    ("contact", &["channels", "hours", "prepare", "flow", "tips"]),
    ("phone", &["overview", "app", "web", "prepare"]),
    (
        "chat",
        &[
            "overview", "steps", "prepare", "tips", "handover", "cautions",
        ],
    ),
    (
        "help-center",
        &[
            "features",
            "categories",
            "search-tips",
            "unresolved",
            "cautions",
        ],
    ),
    (
        "scams",
        &[
            "official-number",
            "warning-signs",
            "during-call",
            "victim",
            "after-hours",
        ],
    ),
    ("urgent", &["why", "prepare", "what-to-say", "alternatives"]),
    (
        "partner",
        &["overview", "steps", "what-to-tell", "cautions", "trouble"],
    ),
];

fn built_in() -> Guide {
    let (guide, problems) = load(&Source::BuiltIn);
    assert_eq!(problems, []);
    guide.expect("a guide without problems is given")
}

#[test]
fn the_built_in_guide_has_every_section_in_both_languages() {
    let guide = built_in();
    let found: Vec<String> = guide
        .sections()
        .map(|(at, _)| guide.id(at).to_string())
        .collect();
    let wanted: Vec<String> = SECTIONS
        .iter()
        .flat_map(|(article, sections)| {
            sections
                .iter()
                .map(move |section| format!("{article}#{section}"))
        })
        .collect();
    assert_eq!(found, wanted);
    for (at, section) in guide.sections() {
        for &language in &guide.languages {
            let text = section.texts.exact(language);
            let text = text.unwrap_or_else(|| panic!("{} in {language}", guide.id(at)));
            assert!(!text.title.is_empty());
            assert!(!text.questions.is_empty(), "{}", guide.id(at));
            assert!(!text.body.plain_text().is_empty());
        }
    }
}

#[test]
fn the_built_in_desks_are_those_of_the_fact_sheet() {
    let guide = built_in();
    let desks: Vec<_> = guide.desks.iter().map(|desk| desk.id.as_str()).collect();
    assert_eq!(desks, ["phone", "chat", "help-center", "partner", "email"]);
    let Availability::Hours(hours) = &guide.desks[0].availability else {
        panic!()
    };
    let hours: Vec<_> = hours
        .iter()
        .map(|(language, hours)| (*language, hours.expression()))
        .collect();
    assert_eq!(
        hours,
        [(Language::JA, "Mo-Su 09:00-21:00"), (Language::EN, "24/7")]
    );
    assert!(matches!(guide.desks[3].availability, Availability::Unknown));
    assert!(matches!(
        guide.desks[4].availability,
        Availability::NotOffered
    ));
    assert_eq!(guide.official_numbers, ["0120-996-012"]);
}

#[test]
fn the_built_in_guide_reads_the_same_from_a_folder() {
    let folder = Source::Folder(concat!(env!("CARGO_MANIFEST_DIR"), "/guide").into());
    let (guide, problems) = load(&folder);
    assert_eq!(problems, []);
    assert_eq!(guide.unwrap().digest, built_in().digest);
}

#[test]
fn a_small_guide_is_read_as_it_is_written() {
    let guide = Small::new().load_well();
    assert_eq!(guide.id, "small");
    assert_eq!(guide.languages, [Language::JA, Language::EN]);
    assert_eq!(guide.timezone, chrono_tz::Asia::Tokyo);
    assert_eq!(
        guide.as_of.map(|day| day.to_string()).as_deref(),
        Some("2026-11-01")
    );
    let app = guide.section(guide.find("phone#app").unwrap());
    let text = app.texts.exact(Language::JA).unwrap();
    assert_eq!(text.title, "アプリ");
    assert_eq!(
        text.body.source(),
        "1. 「ヘルプ」を押します。\n2. **[戻る](phone#overview)**"
    );
    assert_eq!(text.questions, ["アプリからかけるには"]);
    assert_eq!(guide.glossary[0].synonyms, ["退会"]);
    assert_eq!(guide.glossary[1].reading, None);
    assert_eq!(guide.find("about"), guide.find("about#purpose"));
    assert_eq!(guide.desks[1].section, guide.find("about"));
}

#[test]
fn line_ends_byte_order_marks_and_tabs_make_no_difference() {
    let plain = Small::new().load_well();
    let small = Small::new();
    for file in small::FILES {
        let text = small.read(file);
        small.write(file, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    }
    let other = small.load_well();
    assert_ne!(plain.digest, other.digest);
    for ((_, a), (_, b)) in plain.sections().zip(other.sections()) {
        assert_eq!(a.texts, b.texts);
    }
    small.write(
        "ja/about.md",
        "---\ntitle: はじめに\n---\n## 目的 {#purpose}\n- a\n\t- b\n",
    );
    let (guide, problems) = small.load();
    assert_eq!(problems, []);
    let text = &guide.unwrap().articles[0].sections[0].texts;
    assert_eq!(
        text.exact(Language::JA).unwrap().body.source(),
        "- a\n    - b"
    );
}

#[test]
fn the_digest_changes_with_every_file_and_with_nothing_else() {
    let digest = |small: &Small| small.load().0.unwrap().digest;
    let small = Small::new();
    let before = digest(&small);
    assert_eq!(before.len(), 64);
    assert_eq!(before, digest(&Small::new()));
    for file in small::FILES {
        let text = small.read(file);
        small.write(file, format!("{text}\n"));
        assert_ne!(digest(&small), before, "{file}");
        small.write(file, text);
    }
    // The index does not depend on the queries.
    small.write("queries.yaml", "queries: []\n");
    assert_eq!(digest(&small), before);
}

#[test]
fn the_glossary_and_much_else_may_be_left_out() {
    let small = Small::new();
    small.remove("glossary.yaml");
    small.edit("ja/about.md", "summary: このガイドについて\n", "");
    small.edit("en/about.md", "summary: About this guide\n", "");
    small.write("desks.yaml", "desks: []\n");
    let guide = small.load_well();
    assert!(guide.glossary.is_empty());
    assert_eq!(guide.articles[0].summary.text(Language::JA), "");
}
