//! `queries.yaml`.

use madoguchi::guide::load::{MAX_QUERIES, queries, queries_in};
use madoguchi::guide::{JudgedQuery, Problem, Source};
use madoguchi::language::Language;

use super::small::Small;

const GOOD: &str = "queries:
  - { class: kanji, language: ja, query: \"番号\", sections: [phone#overview, phone#app] }
  - { class: number, query: '0120', sections: [phone#overview] }
  - class: english
    language: en
    query: the  app
    sections:
      - phone#app
";

fn load(small: &Small) -> Option<(Option<Vec<JudgedQuery>>, Vec<Problem>)> {
    let guide = small.load_well();
    queries(&Source::Folder(small.path("")), &guide)
}

#[test]
fn good_queries() {
    let small = Small::new();
    assert_eq!(load(&small), None, "there is no such file");
    small.write("queries.yaml", GOOD);
    let (queries, problems) = load(&small).unwrap();
    assert_eq!(problems, []);
    let queries = queries.unwrap();
    let guide = small.load_well();
    let shown: Vec<_> = queries
        .iter()
        .map(|query| {
            let ids = query
                .sections
                .iter()
                .map(|&(at, _)| guide.id(at).to_string());
            (
                query.class.as_str(),
                query.language,
                query.text.as_str(),
                ids.collect::<Vec<_>>().join(" "),
            )
        })
        .collect();
    let expected = [
        (
            "kanji",
            Language::JA,
            "番号",
            "phone#overview phone#app".to_owned(),
        ),
        ("number", Language::JA, "0120", "phone#overview".to_owned()),
        ("english", Language::EN, "the  app", "phone#app".to_owned()),
    ];
    assert_eq!(shown, expected);
}

/// Asserts that there are these problems and no other, as `error: file:line` and a piece of what is said.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let small = Small::new();
    small.write("queries.yaml", text);
    let (queries, problems) = load(&small).unwrap();
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), expected.len(), "{shown:#?}");
    for (shown, (place, piece)) in shown.iter().zip(expected) {
        assert!(shown.starts_with(&format!("{place}: ")), "{place}: {shown}");
        assert!(shown.contains(piece), "no {piece:?}: {shown}");
    }
    assert!(queries.is_none());
}

#[test]
fn every_problem_is_named_with_its_line() {
    check(
        "queries:
  - { clas: kanji, language: ja, query: a, sections: [phone#overview] }
  - { class: kanji, language: jp, query: b, sections: [phone#overvew] }
  - { class: kanji, query: \"\", sections: [] }
  - { class: kanji, query: 120, sections: phone#app }
  - { class: kanji, query: c, sections: [phone, gone#app, phone#app, phone#app] }
  - { class: , query: d }
",
        &[
            ("error: queries.yaml:2", "did you mean `class`?"),
            ("error: queries.yaml:3", "`jp` is not known"),
            ("error: queries.yaml:3", "did you mean `phone#overview`?"),
            ("error: queries.yaml:4", "`sections` is empty"),
            ("warning: queries.yaml:4", "1 of the queries are empty"),
            ("error: queries.yaml:5", "`sections` should be a list"),
            ("error: queries.yaml:5", "put the value in quotes"),
            (
                "error: queries.yaml:6",
                "the section `phone#app` stands on line 6",
            ),
            ("error: queries.yaml:6", "such as `phone#overview`"),
            ("error: queries.yaml:6", "there is no article `gone`"),
            ("error: queries.yaml:7", "needs the field `sections`"),
        ],
    );
}

#[test]
fn logs_have_repeats_empty_queries_and_no_classes() {
    let small = Small::new();
    small.write(
        "queries.yaml",
        "queries:
  - { query: a, sections: { phone#overview: 2, phone#app: 1 } }
  - { language: en, query: a, sections: [phone#overview] }
  - { query: ' a', sections: [phone#app] }
  - { query: \"\", sections: [phone#app] }
",
    );
    let (queries, problems) = load(&small).unwrap();
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        shown[0].starts_with("warning: queries.yaml:4: 1 of the queries stand"),
        "{shown:?}"
    );
    assert!(
        shown[1].starts_with("warning: queries.yaml:5: 1 of the queries are empty"),
        "{shown:?}"
    );
    assert_eq!(shown.len(), 2);
    let queries = queries.unwrap();
    assert_eq!(queries.len(), 4);
    let grades: Vec<u8> = queries[0]
        .sections
        .iter()
        .map(|(_, grade)| *grade)
        .collect();
    assert_eq!(grades, [2, 1]);
    assert_eq!(
        (queries[1].sections[0].1, queries[0].class.as_str()),
        (1, "query")
    );
    assert_eq!(queries[3].text, "");
}

#[test]
fn a_grade_is_a_number_from_one_to_nine() {
    check(
        "queries:\n  - { query: a, sections: { phone#app: 0 } }\n  - { query: b, sections: { phone#app: good } }\n",
        &[
            ("error: queries.yaml:2", "a number from 1 to 9"),
            ("error: queries.yaml:3", "a number from 1 to 9"),
        ],
    );
}

#[test]
fn a_language_that_the_guide_does_not_list() {
    let small = Small::new();
    small.edit("guide.yaml", "languages: [ja, en]", "languages: [ja]");
    let guide = small.load().0;
    // Other files still have texts in that language; those are warnings.
    let guide = guide.unwrap();
    small.write("queries.yaml", GOOD);
    let (_, problems) = queries(&Source::Folder(small.path("")), &guide).unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].line, Some(5));
    assert!(
        problems[0].what.contains("does not list"),
        "{}",
        problems[0]
    );
}

#[test]
fn no_query_at_all() {
    check(
        "queries: []\n",
        &[("error: queries.yaml:1", "there is no query")],
    );
    check(
        "queries:\n",
        &[("error: queries.yaml:1", "needs the field `queries`")],
    );
    check(
        "querys: x\n",
        &[
            ("error: queries.yaml:1", "did you mean `queries`?"),
            ("error: queries.yaml:1", "needs the field `queries`"),
        ],
    );
    check("", &[("error: queries.yaml:1", "not nothing")]);
    check("queries: [\n", &[("error: queries.yaml:2", "not YAML")]);
}

#[test]
fn a_named_file_is_read_from_anywhere() {
    let small = Small::new();
    let guide = small.load_well();
    let elsewhere = Small::new();
    elsewhere.write("mine.yaml", GOOD);
    let (queries, problems) = queries_in(&elsewhere.path("mine.yaml"), &guide);
    assert_eq!((queries.unwrap().len(), problems), (3, vec![]));
    let problem = |name: &str| {
        let path = elsewhere.path(name);
        let (queries, problems) = queries_in(&path, &guide);
        assert!(queries.is_none());
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].file, path, "the file is named as it was given");
        problems[0].what.clone()
    };
    assert!(problem("gone.yaml").contains("no such file"));
    assert!(problem("ja").contains("a folder"));
    let hole = std::fs::File::create(elsewhere.path("large.yaml")).unwrap();
    hole.set_len(1 << 40).unwrap();
    assert!(problem("large.yaml").contains(&MAX_QUERIES.to_string()));
}

#[test]
fn thousands_of_queries() {
    let lines = (0..5000).map(|n| {
        format!(
            "  - {{ class: natural, language: ja, query: \"解約したい{n}\", sections: [phone#overview, phone#app] }}\n"
        )
    });
    let text = format!("queries:\n{}", lines.collect::<String>());
    let small = Small::new();
    small.write("queries.yaml", &text);
    let (queries, problems) = load(&small).unwrap();
    assert_eq!((queries.unwrap().len(), problems), (5000, vec![]));
    small.write("queries.yaml", text.replace("phone#app", "phone#ap"));
    let (_, problems) = load(&small).unwrap();
    assert_eq!(problems.len(), 101);
    assert!(problems[100].what.contains("4900 more errors"));
}
