//! Numbers and addresses, real and fake, in the spellings in which people type, paste and fake them.

mod addresses;
mod browser;
mod numbers;
mod sentences;

use std::sync::{Arc, OnceLock};

use super::*;
use crate::guide::{Source, load};

/// The built-in guide: it lists 0120-996-012, and no domain.
fn built_in() -> Arc<Guide> {
    static GUIDE: OnceLock<Arc<Guide>> = OnceLock::new();
    let load = || Arc::new(load(&Source::BuiltIn).0.expect("it has no errors"));
    Arc::clone(GUIDE.get_or_init(load))
}

/// The same with other numbers and domains.
fn guide(numbers: &[&str], domains: &[&str]) -> Guide {
    let owned = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
    Guide {
        official_numbers: owned(numbers),
        official_domains: owned(domains),
        ..(*built_in()).clone()
    }
}

/// A finding in short: `listed 0120-996-012`, `lookalike netflix.com one-letter`.
fn shown(finding: &Finding) -> String {
    let more = match &finding.verdict {
        Verdict::Listed { as_written, .. } => format!(" {as_written}"),
        Verdict::Lookalike { of, how } => format!(" {of} {}", how.name()),
        Verdict::NotListed { near: Some(near) } => match near.difference {
            Difference::Inside => format!(" inside {}", near.as_written),
            Difference::Digits(digits) => format!(" {digits} {}", near.as_written),
        },
        _ => String::new(),
    };
    finding.verdict.name().to_owned() + &more
}

#[track_caller]
fn expect(guide: &Guide, text: &str, expected: &[&str]) {
    let found: Vec<String> = check(guide, text).iter().map(shown).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn texts_without_numbers_and_addresses_have_no_findings() {
    for text in [
        "",
        "解約",
        "電話で問い合わせたい。どうすれば？",
        "Netflix を解約したい。料金は 1,490円",
        "9:00-21:00",
        "受付は9:00〜21:00です",
        "24/7",
        "2026-11-23",
        "2026/11/23 20:48",
        "2026年11月23日 20時48分",
        "11/23",
        "〒150-0001",
        "060-0001",
        "〒060-0001 札幌市",
        "エラー 5.1",
        "NW-2-5",
        "UI-113",
        "M7111-1331-5059",
        "tvq-pb-101 (5.2.5)",
        "100,000,000",
        "1080 × 1920",
        "110",
        "119",
        "#9110",
        "0120",
        "0120で始まる番号",
        "6桁 123456",
        "認証コード 012345",
        "1234567890",
        "注文番号 12345678901",
        "注文番号 0123456789",
        "order no. 0123456789",
        "112-1234567-1234567",
        "1234 5678 9012 3456",
        "4111111111111112",
        "e.g. a TV, i.e. not a PC",
        "node.js readme.txt",
        "cannot log in.Then it stops",
        "3.14",
        "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.",
        "192.168.1.1",
        "・・・",
        "...",
        "://",
        "@",
        "+",
        "C:\\Users",
    ] {
        expect(&built_in(), text, &[]);
        expect(&guide(&[], &["netflix.com"]), text, &[]);
    }
}

#[test]
fn cards_are_known_and_hidden() {
    for (text, hidden) in [
        ("4111111111111111", "••••••••••••••••"),
        ("４１１１ １１１１ １１１１ １１１１", "•••• •••• •••• ••••"),
        (
            "カードは 4111-1111-1111-1111 です",
            "カードは ••••-••••-••••-•••• です",
        ),
        ("3782 822463 10005 09/27", "•••• •••••• ••••• 09/27"),
    ] {
        let findings = check(&built_in(), text);
        assert_eq!(findings.len(), 1, "{text}");
        assert_eq!(findings[0].verdict, Verdict::CardNumber, "{text}");
        assert_eq!(without_cards(text, &findings), hidden);
    }
    let text = "0120-996-012 4111 1111 1111 1111";
    expect(&built_in(), text, &["listed 0120-996-012", "card-number"]);
}

#[test]
fn numbers_and_addresses_of_one_text_come_in_its_order() {
    let guide = guide(&["0120-996-012"], &["netflix.com"]);
    expect(
        &guide,
        "netflix.co から 0120-996-013、正しくは 0120-996-012 と https://netflix.com/jp",
        &[
            "lookalike netflix.com other-ending",
            "not-listed 1 0120-996-012",
            "listed 0120-996-012",
            "listed netflix.com",
        ],
    );
    // What stands in an address is no telephone number.
    expect(
        &guide,
        "https://netflix.com/0120-996-013",
        &["listed netflix.com"],
    );
}

#[test]
fn long_texts_are_looked_at_in_time_that_grows_with_them() {
    let guide = guide(&["0120-996-012"], &["netflix.com"]);
    for (part, findings) in [
        ("4111111111111111 ", 2_000),
        ("0120-996-012 ", 2_000),
        ("netflix.com ", 2_000),
        ("a:", 0),
        ("1.", 0),
        ("xn--a.", 0),
    ] {
        let found = check(&guide, &part.repeat(2_000));
        assert_eq!(found.len(), findings, "{part}");
    }
}

#[test]
fn of_a_word_without_end_only_the_beginning_is_looked_at_and_none_of_it_is_listed() {
    let guide = guide(&["0120-996-012"], &["netflix.com"]);
    let text = format!("a {} b netflix.com", "netflix.com,".repeat(10_000));
    let found = check(&guide, &text);
    let (last, word) = found.split_last().expect("there are some");
    assert_eq!(last.verdict.name(), "listed");
    assert!(
        word.len() < 100
            && word
                .iter()
                .all(|found| found.verdict.name() == "not-listed")
    );
    let end = word.last().expect("there are some").range.end;
    assert_eq!(&text[end..], " b netflix.com");
}
