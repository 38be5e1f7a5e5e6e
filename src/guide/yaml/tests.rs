use proptest::prelude::*;

use super::scan::scan;
use super::*;
use crate::guide::Problem;

fn read(source: &str) -> (Option<Node>, Vec<Problem>) {
    let mut report = Report::new("test.yaml");
    let node = parse(source, &mut report);
    (node, report.into_problems())
}

/// Every text with its line.
fn texts(source: &str) -> Vec<(usize, String)> {
    let (node, problems) = read(source);
    assert_eq!(problems, [], "{source}");
    let mut texts = Vec::new();
    let node = node.unwrap();
    node.each_text(&mut |line, text| texts.push((line, text.to_owned())));
    texts
}

#[track_caller]
fn check_lines(source: &str, expected: &[(usize, &str)]) {
    let found = texts(source);
    let found: Vec<_> = found
        .iter()
        .map(|(line, text)| (*line, text.as_str()))
        .collect();
    assert_eq!(found, expected, "{source}");
}

/// The line and a piece of the text of the only problem.
#[track_caller]
fn check_refused(source: &str, line: usize, what: &str) {
    let (node, problems) = read(source);
    assert!(node.is_none(), "{source}");
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.line, Some(line), "{source}: {problem}");
    assert!(problem.what.contains(what), "{source}: {problem}");
    assert!(!problem.help.is_empty());
}

#[test]
fn every_text_knows_its_line() {
    check_lines(
        "---\n# comment\na: one\nb:\n  - two\n  -\n    c: 'thr''ee'\n",
        &[
            (3, "a"),
            (3, "one"),
            (4, "b"),
            (5, "two"),
            (7, "c"),
            (7, "thr'ee"),
        ],
    );
    check_lines(
        "a: { b: [x, \"y, }\",\n  z], 'c': d }\n",
        &[
            (1, "a"),
            (1, "b"),
            (1, "x"),
            (1, "y, }"),
            (2, "z"),
            (2, "c"),
            (2, "d"),
        ],
    );
    check_lines(
        "a: long\n  text, &not 'an' *anchor\nb: |\n  { [ &x\n\n  #no\nc: >2-\n    d\ne: f#g # h\n",
        &[
            (1, "a"),
            (1, "long text, &not 'an' *anchor"),
            (3, "b"),
            (3, "{ [ &x\n\n#no\n"),
            (7, "c"),
            (7, "  d"),
            (9, "e"),
            (9, "f#g"),
        ],
    );
}

#[test]
fn nulls_have_no_line_of_their_own() {
    check_lines(
        "a:\nb: ~\nc: null\nd: x\n~: y\n",
        &[
            (1, "a"),
            (2, "b"),
            (3, "c"),
            (4, "d"),
            (4, "x"),
            (5, "~"),
            (5, "y"),
        ],
    );
}

#[test]
fn what_a_guide_may_not_use_is_refused() {
    check_refused("a: &x 1\n", 1, "anchor");
    check_refused("a: 1\nb: [*x]\n", 2, "alias");
    check_refused("a: !!str 1\n", 1, "tag");
    check_refused("a:\n  <<: {b: c}\n", 2, "merge");
    check_refused("%YAML 1.1\n---\na: b\n", 1, "directive");
    check_refused("a: b\n---\nc: d\n", 2, "second document");
    check_refused("? a\n", 1, "key");
    check_refused("a: b: c\n", 1, "not YAML");
    check_refused("a: [b\nc: d\n", 2, "not YAML");
    check_refused("a: 'b\n", 2, "quoted scalar at line 1");
}

#[test]
fn a_key_that_stands_twice_is_told_at_any_depth() {
    let (node, problems) = read("a: 1\nb:\n  - { c: 1,\n      c: 2 }\na: 3\n");
    assert!(node.is_some());
    let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [Some(4), Some(5)]);
    assert!(problems[1].what.contains("`a`") && problems[1].what.contains("line 1"));
}

#[test]
fn an_escape_brings_nothing_hidden_in() {
    let (node, problems) = read("a: b\nc: \"x\\u202Ey\\ez\"\n");
    let Some(Node {
        value: Value::Map(entries),
        ..
    }) = node
    else {
        panic!()
    };
    assert!(matches!(&entries[1].1.value, Value::Text(text) if text == "xyz"));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, Some(2));
    assert!(problems[0].what.contains("U+202E"));
}

#[test]
fn hostile_nesting_ends_at_once() {
    let laughs: Vec<String> = (1..20)
        .map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1))
        .collect();
    let stairs: Vec<String> = (0..2000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    for hostile in [
        "{a: ".repeat(100_000),
        "[".repeat(400_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        stairs.concat(),
        format!("a: &a x\n{}", laughs.concat()),
        "\"}\": {".repeat(50_000),
        "'".repeat(99_999),
        "a: ".repeat(100_000),
        "a\n ".repeat(100_000),
        "|\n".repeat(100_000),
        "- |\n \n".repeat(50_000),
    ] {
        let (_, problems) = read(&hostile);
        assert!(problems.len() <= 1 + crate::guide::problem::MAX_PER_FILE);
    }
}

/// Pieces of YAML, put together at random: mostly broken, sometimes not.
fn yaml() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "'", "''", "\"",
        "\\", "#", " #", "|", ">", "|\n  ", ">-\n", "~", "null", "<<", "&x", "*x", "!t", "?", "? ",
        "%", "---", "\n---\n", "...", "-", "日本", "1", "true", " ", "\t", "k: v", "\nk: ", "\n- ",
        "'q'", "\"q\"", ":", "a:b", "@", "`", "|2\n    ",
    ]);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// A tree written in block and flow style with scalars of all kinds: always good YAML.
fn good_yaml() -> impl Strategy<Value = String> {
    let scalar = prop::sample::select(vec![
        "a",
        "'it''s {'",
        "\"q\\\" [ #\"",
        "~",
        "",
        "12",
        "two words",
        "x:y",
        "\"\"",
        "a#b",
        "日本語",
        "'multi\n        line'",
        "plain\n        more & 'more'",
        "|\n        lit {\n\n        ' #\n",
        ">-\n        folded\n",
    ]);
    let flow = prop::sample::select(vec![
        "[]",
        "{}",
        "[a, 'b', \"c]\"]",
        "{ k: v, 'q': [x, y z] }",
        "[{ a: b }, ~]",
        "{\n        a: b,\n        c: ~ }",
    ]);
    let value = prop_oneof![scalar, flow];
    let entry = prop_oneof![
        value.clone().prop_map(|value| format!("K: {value}\n")),
        value
            .clone()
            .prop_map(|value| format!("K:\n  - {value}\n  - k2: {value}\n    k3: ~\n")),
        prop::collection::vec(value, 1..3).prop_map(|values| {
            values
                .iter()
                .fold("K:\n".to_owned(), |all, value| format!("{all}- {value}\n"))
        }),
        Just("# comment { '\n".to_owned()),
        Just("\n".to_owned()),
    ];
    prop::collection::vec(entry, 1..6).prop_map(|entries| {
        let numbered = entries.iter().enumerate();
        numbered
            .map(|(index, entry)| entry.replacen('K', &format!("key{index}"), 1))
            .collect()
    })
}

proptest! {
    #[test]
    fn the_scan_sees_what_the_parser_sees(source in yaml()) {
        let outline = scan(&source);
        if outline.refused.is_empty() && serde_yaml::from_str::<serde_yaml::Value>(&source).is_ok() {
            prop_assert!(node::Walk::new(&outline.lines).parse(&source).is_ok(), "{}", source);
        }
    }

    #[test]
    fn good_yaml_is_read_with_the_right_lines(source in good_yaml()) {
        let (node, problems) = read(&source);
        prop_assert_eq!(&problems, &[]);
        if let Some(node) = node {
            for (key, _) in node.entries() {
                let line = source.lines().nth(key.line - 1).unwrap_or_default();
                prop_assert!(line.starts_with(&key.value), "{} on {}: {}", key.value, key.line, source);
            }
        }
    }
}

/// As the front matter of a stranger's file may be: the parser would need minutes for it.
#[test]
fn brackets_without_end_of_others_are_not_parsed() {
    let deep = |sign: &str| format!("title: x\na: {}", sign.repeat(200_000));
    assert!(of_others(&deep("[")).is_none() && of_others(&deep("{a: ")).is_none());
    let value = of_others("title: x\ntags: [a, [b]]").unwrap();
    assert_eq!(value["tags"][1][0], "b");
}
