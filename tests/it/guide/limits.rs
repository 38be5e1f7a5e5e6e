//! How much of a thing a guide may have: just so much is read, and one more is refused with its line.

use madoguchi::guide::limits::{
    MAX_ALIKE, MAX_CONTACT_TEXT, MAX_CONTACTS, MAX_DESKS, MAX_DOMAINS, MAX_FORM, MAX_FORMS,
    MAX_FRAUD_SECTIONS, MAX_NOT_NUMBER, MAX_NOT_NUMBERS, MAX_NUMBERS, MAX_SIGNS, MAX_TEXT,
    MAX_TIMES, MAX_TITLE,
};

use super::small::Small;

fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// A file that has `most` of a thing is read, and one that has one more is refused with a place and these words.
#[track_caller]
fn check(
    file: &str,
    most: usize,
    content: impl Fn(&Small, usize) -> String,
    place: &str,
    piece: &str,
) {
    for (count, refused) in [(most, false), (most + 1, true)] {
        let small = Small::new();
        small.write(file, content(&small, count));
        let (guide, problems) = small.load();
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let is_it = |said: &&String| {
            said.starts_with(&format!("error: {place}: "))
                && said.contains(piece)
                && said.contains("help: ")
        };
        assert_eq!(guide.is_none(), refused, "{count}: {said:#?}");
        assert_eq!(
            said.iter().filter(is_it).count(),
            usize::from(refused),
            "{count}: {said:#?}"
        );
    }
}

fn desks(count: usize, rest: impl Fn(usize) -> String) -> String {
    let desk = |n| {
        format!(
            "- {{id: d{n}, name: {{ja: a, en: a}}, section: about, {}}}\n",
            rest(n)
        )
    };
    format!("desks:\n{}", many(count, desk))
}

#[test]
fn what_a_page_shows_whole() {
    check(
        "ja/about.md",
        MAX_SIGNS,
        // The five lines of the body have one each.
        |small, signs| {
            let about = small.read("ja/about.md");
            about.replace("[電話](phone#app)", &format!("{}\n", "*".repeat(signs - 5)))
        },
        "ja/about.md:9",
        "signs of markup",
    );
    check(
        "ja/about.md",
        MAX_TITLE,
        |small, length| {
            small
                .read("ja/about.md")
                .replace("目的", &"目".repeat(length))
        },
        "ja/about.md:5",
        "more than 300 characters",
    );
    check(
        "ja/about.md",
        MAX_TEXT,
        |small, length| {
            small
                .read("ja/about.md")
                .replace("はじめに", &"目".repeat(length))
        },
        "ja/about.md:2",
        "more than 2000 characters",
    );
}

#[test]
fn desks_and_their_hours() {
    check(
        "desks.yaml",
        MAX_DESKS,
        |_, count| desks(count, |_| "availability: unknown".to_owned()),
        "desks.yaml:102",
        "101 desks",
    );
    let contacts = |count| many(count, |_| "{kind: place, value: a}, ".to_owned());
    let contacts = |_: &Small, count| {
        desks(1, |_| {
            format!("availability: unknown, contacts: [{}]", contacts(count))
        })
    };
    check(
        "desks.yaml",
        MAX_CONTACTS,
        contacts,
        "desks.yaml:2",
        "more than 20 contacts",
    );
    // Fifty desks with one contact each, of a thousand characters but for the last.
    let texts = |_: &Small, count: usize| {
        let text = |n: usize| "あ".repeat(if n == 0 { count - 49 * 1_000 } else { 1_000 });
        desks(50, |n| {
            let text = text(n);
            format!("availability: unknown, contacts: [{{kind: place, value: {{ja: {text}}}}}]")
        })
    };
    check(
        "desks.yaml",
        MAX_CONTACT_TEXT,
        texts,
        "desks.yaml",
        "50001 characters together",
    );
    let rules = |_: &Small, count: usize| {
        let rules = |n: usize| if n == 0 { count - 20 * 49 } else { 20 };
        let hours = |n| many(rules(n), |n| format!("Jan {:02} 10:00-11:00; ", n % 28 + 1));
        desks(50, |n| {
            format!("hours: {{ja: \"{}\"}}", hours(n).trim_end_matches("; "))
        })
    };
    check("desks.yaml", MAX_TIMES, rules, "desks.yaml", "1001 times");
}

#[test]
fn what_is_compared_with_what_a_reader_types() {
    let numbers = |small: &Small, count: usize| {
        let others = many(count - 1, |n| format!(", \"0120-1{n:05}\""));
        small
            .read("guide.yaml")
            .replace("[\"0120-996-012\"", &format!("[\"0120-996-012\"{others}"))
    };
    check(
        "guide.yaml",
        MAX_NUMBERS,
        numbers,
        "guide.yaml:7",
        "2001 official numbers",
    );
    let with = |small: &Small, field: &str, items: String| {
        format!("{}{field}: [{items}]\n", small.read("guide.yaml"))
    };
    let domains = |small: &Small, count| {
        with(
            small,
            "official_domains",
            many(count, |n| format!("a{n}.example, ")),
        )
    };
    let others = |small: &Small, count| {
        let texts = many(count, |n| format!("\"99{n:03}-001\", "));
        with(small, "not_numbers", texts)
    };
    check(
        "guide.yaml",
        MAX_NOT_NUMBERS,
        others,
        "guide.yaml:11",
        "301 texts that are no numbers",
    );
    let long =
        |small: &Small, count| with(small, "not_numbers", format!("\"{}\"", "9".repeat(count)));
    check(
        "guide.yaml",
        MAX_NOT_NUMBER,
        long,
        "guide.yaml:11",
        "more than 40 characters",
    );
    check(
        "guide.yaml",
        MAX_DOMAINS,
        domains,
        "guide.yaml:11",
        "101 official domains",
    );
    // Most of them are not there, which is told too.
    let small = Small::new();
    let sections = many(MAX_FRAUD_SECTIONS + 1, |n| format!("about#s{n}, "));
    small.write("guide.yaml", with(&small, "fraud_sections", sections));
    let (_, problems) = small.load();
    assert!(
        problems
            .iter()
            .any(|problem| problem.what.contains("51 sections on fraud")),
        "{problems:?}"
    );
}

#[test]
fn forms_of_terms() {
    let term = |forms: &str| format!("terms:\n- {{term: a, synonyms: [{forms}]}}\n");
    let forms = |_: &Small, count| term(&many(count - 1, |n| format!("{n}a, ")));
    check(
        "glossary.yaml",
        MAX_FORMS,
        forms,
        "glossary.yaml:2",
        "more than 200 synonyms",
    );
    let long = |_: &Small, length| term(&"語".repeat(length));
    check(
        "glossary.yaml",
        MAX_FORM,
        long,
        "glossary.yaml:2",
        "more than 60 characters",
    );
    let alike = |_: &Small, count| {
        format!(
            "terms:\n{}",
            many(count, |n| format!("- term: {}\n", "語".repeat(n + 1)))
        )
    };
    check(
        "glossary.yaml",
        MAX_ALIKE,
        alike,
        "glossary.yaml:10",
        "begins with more than 8 others",
    );
}
