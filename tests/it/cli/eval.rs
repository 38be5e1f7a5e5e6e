//! `madoguchi eval`.

use serde_json::Value;

use super::{Cli, copy, keys, text};
use crate::guide::small::Small;

/// Three that are found first, and one that cannot be found.
const QUERIES: &str = "queries:
  - { class: number, query: \"0120-996-012\", sections: [phone#overview] }
  - { class: kanji, query: \"目的\", sections: [about#purpose] }
  - { class: typo, query: \"ぬぬぬぬ\", sections: [phone#app] }
  - { class: english, language: en, query: \"purpose\", sections: [about#purpose, phone#app] }
";

/// The small guide with these queries, in a folder in which the program runs.
fn with_queries(queries: &str) -> Cli {
    let cli = Cli::new();
    let small = Small::new();
    small.write("queries.yaml", queries);
    copy(&small.path(""), &cli.home.path().join("guide"));
    cli
}

#[test]
fn a_table_and_the_misses() {
    let cli = with_queries(QUERIES);
    let output = cli.run(&["eval"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(text(&output.stderr), "");
    // But for the times.
    let lines: Vec<&str> = text(&output.stdout)
        .lines()
        .map(|line| line.split(" p50 ").next().unwrap())
        .map(|line| line.split("：p50 ").next().unwrap())
        .collect();
    let expected = [
        "種類     件数  hit@1  hit@3    MRR  nDCG@10    MAP",
        "kanji       1  100.0  100.0  1.000    1.000  1.000",
        "typo        1    0.0    0.0  0.000    0.000  0.000",
        "english     1  100.0  100.0  1.000    0.613  0.500",
        "number      1  100.0  100.0  1.000    1.000  1.000",
        "全体        4   75.0   75.0  0.750    0.653  0.625",
        "",
        "検索 4件",
        "正解が1位でない検索：1件",
        "  >10  typo  ja  ぬぬぬぬ",
        "       正解 phone#app  1位 （なし）",
    ];
    assert_eq!(lines, expected);
    let english = cli.run(&["eval", "--lang", "en", "--misses", "0"]);
    let english = text(&english.stdout);
    assert!(
        english.contains("overall        4   75.0   75.0  0.750    0.653  0.625\n"),
        "{english}"
    );
    assert!(
        english.ends_with("1\n  1 more (--misses 1 lists all)\n"),
        "{english}"
    );
}

#[test]
fn the_json_of_eval_has_the_agreed_keys() {
    let report = with_queries(QUERIES).json(&["eval", "--json", "--min-hit3", "80"]);
    let expected = [
        "classes",
        "depth",
        "half",
        "overall",
        "queries",
        "shortfalls",
        "took_us",
    ];
    assert_eq!(keys(&report), expected);
    let overall = &report["overall"];
    assert_eq!(
        keys(overall),
        ["hit1", "hit3", "map", "mrr", "ndcg10", "queries"]
    );
    assert_eq!(
        (&overall["hit1"], &overall["mrr"]),
        (&75.0.into(), &0.75.into())
    );
    // Of the two that answer the last query one is found, first.
    assert_eq!(overall["map"], (1.0 + 1.0 + 0.5) / 4.0);
    let none = serde_json::json!({
        "class": "typo", "queries": 1, "hit1": 0.0, "hit3": 0.0, "mrr": 0.0, "ndcg10": 0.0, "map": 0.0
    });
    assert_eq!(report["classes"][1], none);
    assert_eq!(
        report["shortfalls"][0],
        serde_json::json!({"class": null, "figure": "hit@3", "percent": 75.0, "wanted": 80.0})
    );
    assert_eq!(keys(&report["took_us"]), ["p50", "p99"]);
    let query = &report["queries"][3];
    let expected = [
        "class", "expected", "found", "language", "query", "rank", "took_us",
    ];
    assert_eq!(keys(query), expected);
    assert_eq!(query["rank"], 1);
    assert_eq!(query["language"], "en");
    assert_eq!(query["found"][0], "about#purpose");
    assert_eq!(
        query["expected"],
        serde_json::json!(["about#purpose", "phone#app"])
    );
    assert_eq!(report["queries"][2]["rank"], Value::Null);
}

#[test]
fn rankings_are_written_as_trec_has_them() {
    let cli = with_queries(QUERIES);
    let output = cli.run(&["eval", "--runs", "runs.txt"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let runs = std::fs::read_to_string(cli.home.path().join("runs.txt")).unwrap();
    let rows: Vec<Vec<&str>> = runs.lines().map(|line| line.split(' ').collect()).collect();
    for row in &rows {
        let [query, "Q0", id, rank, score, "madoguchi"] = row[..] else {
            panic!("{row:?}");
        };
        assert!((1..=4).contains(&query.parse::<u32>().unwrap()));
        assert!(id.contains('#') && rank.parse::<u32>().unwrap() >= 1);
        assert!(score.parse::<f32>().unwrap() > 0.0);
    }
    assert_eq!(rows[0][..4], ["1", "Q0", "phone#overview", "1"]);
    // The third finds nothing.
    assert!(rows.iter().all(|row| row[0] != "3"));
    let nowhere = cli.run(&["eval", "--runs", "gone/runs.txt"]);
    assert_eq!(nowhere.status.code(), Some(4));
    assert!(text(&nowhere.stderr).contains("cannot write gone/runs.txt"));
}

#[test]
fn below_what_is_asked_for_is_exit_code_1() {
    let cli = with_queries(QUERIES);
    let run = |args: &[&str]| {
        let output = cli.run(&[&["eval"], args].concat());
        assert!(text(&output.stdout).contains("75.0"), "{output:?}");
        (output.status.code(), text(&output.stderr).to_owned())
    };
    let enough = ["--min-hit1", "75", "--min-hit3", "74.99"];
    assert_eq!(run(&enough), (Some(0), String::new()));
    let (code, stderr) = run(&["--min-hit1", "75.1", "--min-class-hit1", "0.5"]);
    assert_eq!(code, Some(1));
    let expected = "madoguchi: hit@1 is 75.00 % (3 of 4), less than 75.1 %\n\
                    hit@1 of class typo is 0.00 % (0 of 1), less than 0.5 %\n";
    assert_eq!(stderr, expected);
    assert_eq!(run(&["--min-hit3", "80", "--json"]).0, Some(1));
}

#[test]
fn wrong_thresholds_and_halves_are_wrong_usage() {
    let cli = with_queries(QUERIES);
    for args in [
        &["--min-hit1", "101"][..],
        &["--min-hit3", "-1"],
        &["--min-class-hit1", "NaN"],
        &["--half", "other"],
        &["--misses", "all"],
    ] {
        let output = cli.run(&[&["eval"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
    }
}

#[test]
fn the_halves_make_the_whole() {
    let cli = with_queries(QUERIES);
    let texts = |args: &[&str]| {
        let report = cli.json(&[&["eval", "--json"], args].concat());
        let queries = report["queries"].as_array().unwrap().iter();
        let texts = queries.map(|query| query["query"].as_str().unwrap().to_owned());
        texts.collect::<Vec<_>>()
    };
    let mut halves = [texts(&["--half", "tune"]), texts(&["--half", "report"])].concat();
    let mut all = texts(&[]);
    all.sort();
    halves.sort();
    assert_eq!(halves, all);
    assert_eq!(
        cli.json(&["eval", "--json", "--half", "tune"])["half"],
        "tune"
    );
}

#[test]
fn a_half_without_queries_is_exit_code_1() {
    let cli = with_queries(
        "queries:\n  - { class: kanji, query: \"目的\", sections: [about#purpose] }\n",
    );
    let codes = ["tune", "report"].map(|half| cli.run(&["eval", "--half", half]).status.code());
    assert!(
        codes.contains(&Some(0)) && codes.contains(&Some(1)),
        "{codes:?}"
    );
}

#[test]
fn bad_queries_are_exit_code_3_with_every_line() {
    let bad = "queries:
  - { class: kanji, query: \"目的\", sections: [about#purpse] }
  - { class: kanji, query: \"目的\", section: [about#purpose] }
";
    let cli = with_queries(bad);
    std::fs::write(cli.home.path().join("mine.yaml"), bad).unwrap();
    for (args, file) in [
        (&["eval"][..], "queries.yaml"),
        (&["check"], "queries.yaml"),
        (&["eval", "mine.yaml"], "mine.yaml"),
    ] {
        let output = cli.run(args);
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        let stderr = text(&output.stderr);
        for piece in [
            "the queries have 3 errors",
            &format!("{file}:2: the section `about#purpse`"),
            &format!("{file}:3: a query has no field `section`"),
            &format!("{file}:3: a query needs the field `sections`"),
            "help: did you mean `about#purpose`?",
        ] {
            assert!(stderr.contains(piece), "no {piece}: {stderr}");
        }
    }
    // What only the author needs does not keep readers from reading.
    assert_eq!(cli.run(&["search", "目的"]).status.code(), Some(0));
}

#[test]
fn a_file_that_is_not_there_is_exit_code_3() {
    let cli = with_queries(QUERIES);
    let missing = cli.run(&["eval", "gone.yaml"]);
    assert_eq!(missing.status.code(), Some(3));
    assert!(text(&missing.stderr).contains("gone.yaml: there is no such file"));
    std::fs::remove_file(cli.home.path().join("guide/queries.yaml")).unwrap();
    let none = cli.run(&["eval"]);
    assert_eq!(none.status.code(), Some(3));
    assert!(text(&none.stderr).contains("queries.yaml: the guide has no such file"));
}

#[test]
fn check_counts_the_queries() {
    let output = with_queries(QUERIES).run(&["check"]);
    assert_eq!(output.status.code(), Some(0));
    let text = text(&output.stdout);
    assert!(
        text.ends_with("2 terms, 4 queries; no errors, 0 warnings\n"),
        "{text}"
    );
}

#[test]
fn eval_writes_nothing() {
    let cli = with_queries(QUERIES);
    cli.run(&["eval"]);
    let left: Vec<_> = std::fs::read_dir(cli.home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["guide"]);
}
