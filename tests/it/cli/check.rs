//! Numbers and addresses in the query of `madoguchi search`.

use serde_json::json;

use super::{Cli, keys, text};

#[test]
fn the_verdict_stands_above_the_hits() {
    let cli = Cli::new();
    for (query, verdict) in [
        ("0120-996-013", "This number is not in this guide"),
        (
            "+81 120 996 012",
            "The guide lists this number as 0120-996-012",
        ),
        (
            "０１２０の９９６の０１２",
            "The guide lists this number as 0120-996-012",
        ),
        (
            "https://netflix.com.example/",
            "This guide lists no web addresses",
        ),
    ] {
        let output = cli.run(&["search", query, "--lang", "en"]);
        let said = text(&output.stdout);
        let first = said.lines().next().unwrap();
        assert_eq!(first, format!("{query}: {verdict}"));
        assert!(said.contains("scams#official-number"), "{said}");
    }
    let output = cli.run(&["search", "0120-996-012", "--lang", "en"]);
    let said = text(&output.stdout);
    let verdict = said.find("The guide lists").unwrap();
    let hit = said.find("phone#overview").unwrap();
    assert!(verdict < hit, "{said}");
    assert!(said.contains("Caller IDs can be faked"), "{said}");
}

#[test]
fn json_has_the_findings_only_where_there_are_some() {
    let cli = Cli::new();
    let answer = cli.json(&[
        "search",
        "0120 996 012 or 0120-996-0123",
        "--json",
        "--lang",
        "en",
    ]);
    let check = answer["check"].as_array().unwrap();
    assert_eq!(check.len(), 2);
    assert_eq!(
        keys(&check[0]),
        [
            "advice", "desks", "kind", "listed", "message", "text", "verdict"
        ]
    );
    assert_eq!(check[0]["verdict"], "listed");
    assert_eq!(check[0]["listed"], "0120-996-012");
    assert_eq!(check[0]["desks"], json!(["phone"]));
    assert_eq!(check[1]["verdict"], "not-listed");
    assert_eq!(check[1]["difference"], "more-digits");
    assert_eq!(check[1]["text"], "0120-996-0123");
    assert_eq!(cli.json(&["search", "phone", "--json"]).get("check"), None);
}

#[test]
fn a_card_number_is_never_printed() {
    let cli = Cli::new();
    let query = "card 4111 1111 1111 1111";
    for args in [&["search", query][..], &["search", query, "--json"]] {
        let output = cli.run(args);
        let said = text(&output.stdout).to_owned() + text(&output.stderr);
        assert!(said.contains("カード番号"), "{said}");
        assert!(!said.contains("4111") && !said.contains("1111"), "{said}");
    }
    let answer = cli.json(&["search", query, "--json"]);
    assert_eq!(answer["query"], "card •••• •••• •••• ••••");
    assert_eq!(answer["check"][0]["verdict"], "card-number");
}

#[test]
fn a_verdict_is_what_was_found() {
    let cli = Cli::new();
    for query in [
        "+81 120 996 012",
        "0120-996-013",
        "info@account.example.com",
        "サイトは https://netflix.com.example/ です",
    ] {
        for language in ["ja", "en"] {
            let output = cli.run(&["search", query, "--lang", language]);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            for nothing in ["見つかりません", "Nothing found", " 0件", "0 results"] {
                assert!(!said.contains(nothing), "{said}");
            }
            assert_eq!(said.matches("scams#official-number").count(), 1, "{said}");
            let answer = cli.json(&["search", query, "--lang", language, "--json"]);
            let hits = answer["hits"].as_array().unwrap();
            assert!(answer["total"].as_u64() >= Some(1), "{answer}");
            assert_eq!(answer["check"].as_array().map(Vec::len), Some(1));
            if answer["check"][0]["verdict"] != "listed" {
                assert_eq!(hits[0]["id"], "scams#official-number");
            }
        }
    }
}

#[test]
fn a_query_is_as_long_as_a_mail_and_no_longer() {
    let cli = Cli::new();
    let mail = format!("{}0120-996-013", "支払いが確認できません。".repeat(300));
    let answer = cli.json(&["search", &mail, "--json"]);
    assert_eq!(answer["check"][0]["verdict"], "not-listed");
    let output = cli.run(&["search", &"長".repeat(4_001)]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("more than 4000 characters"), "{said}");
}
