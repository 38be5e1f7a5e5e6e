//! Numbers and addresses in the search field and in the field for them: the state, and whole screens.

use crossterm::event::KeyCode;
use madoguchi::app::{Act, Command, Entry, Field};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::{Subject, Target};
use proptest::prelude::*;

use crate::support::{Browser, guide, home, size};

fn browser() -> Browser {
    Browser::new(size(120, 36), Language::EN)
}

/// The page that is being read.
fn page(browser: &Browser) -> String {
    let lines = browser.app.visit.reader.page.lines.iter();
    lines.map(|line| line.text() + "\n").collect()
}

#[test]
fn a_number_in_a_query_is_answered_before_what_is_found() {
    for (query, said) in [
        ("0120-996-012", "Matches the number in this guide"),
        ("+81 (0)120 996 012", "Matches the number in this guide"),
        ("0120-996-013", "Not in this guide"),
        (
            "O120-996-012 phone",
            "▲ is no ordinary digit but another character (O).",
        ),
        ("0120-996", "keep typing"),
        ("help.netflix.com", "This guide lists no web addresses"),
    ] {
        let mut browser = browser();
        browser.typed(query);
        let app = &browser.app;
        assert_eq!(
            app.visit.entries.all()[0],
            Entry::Page(Subject::Check),
            "{query}"
        );
        assert_eq!(
            app.visit.entries.selected(),
            Some(Entry::Page(Subject::Check)),
            "{query}"
        );
        assert_eq!(app.visit.reader.subject, Subject::Check, "{query}");
        assert!(
            page(&browser).replace('\n', " ").contains(said),
            "{query}: {}",
            page(&browser)
        );
        let told = ["Check a number", "You typed"];
        let screen = browser.screen();
        assert!(told.iter().any(|told| screen.contains(told)), "{query}");
    }
}

/// The beginning of an address or a number may be listed where all of it is not.
#[test]
fn what_does_not_fit_into_the_field_is_not_listed() {
    let hidden = "\u{200b}".repeat(2_000);
    for query in [
        format!("{} 0120-996-01234", "a".repeat(986)),
        format!("0120-996-012{hidden}3"),
    ] {
        let mut browser = browser();
        browser.send(Act::Paste(query));
        assert!(browser.app.query().ends_with("0120-996-012⋯"));
        let said = page(&browser).replace('\n', " ");
        assert!(said.contains("Not in this guide"), "{said}");
        // More of it makes it no better.
        browser.typed("3");
        let said = page(&browser).replace('\n', " ");
        assert!(said.contains("Not in this guide"), "{said}");
    }
}

#[test]
fn the_results_follow_below() {
    let mut browser = browser();
    browser.typed("phone 0120-996-013");
    let hits = browser.app.current_results().unwrap().hits.len();
    assert!(hits > 0);
    assert_eq!(browser.app.visit.entries.all().len(), hits + 1);
    browser.press(KeyCode::Down);
    assert_eq!(browser.app.visit.entries.selected(), Some(Entry::Hit(0)));
    assert!(matches!(
        browser.app.visit.reader.subject,
        Subject::Section(_)
    ));
    browser.press(KeyCode::Up);
    assert_eq!(browser.app.visit.reader.subject, Subject::Check);
}

#[test]
fn a_verdict_is_what_was_found() {
    for query in [
        "+81 120 996 013",
        "0120-996-013",
        "info@account.example.com",
        "https://netflix.com.example/",
        "ぬぬぬ https://netflix.com.example/ ぬぬぬ",
    ] {
        for language in [Language::JA, Language::EN] {
            for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
                for public in [false, true] {
                    let at = size(columns, rows);
                    let mut browser = if public {
                        Browser::public(at, language)
                    } else {
                        Browser::new(at, language)
                    };
                    browser.typed(query);
                    let screen = browser.screen();
                    for nothing in ["見つかりません", " 0件", "Nothing found", " 0 results"]
                    {
                        assert!(!screen.contains(nothing), "{query}: {screen}");
                    }
                    let app = &browser.app;
                    assert_eq!(
                        app.visit.entries.selected(),
                        Some(Entry::Page(Subject::Check)),
                        "{query}"
                    );
                    let first: Vec<_> = app.current_results().unwrap().hits[..2]
                        .iter()
                        .map(|hit| hit.section)
                        .collect();
                    assert_eq!(first, guide().fraud_sections, "{query}");
                }
            }
        }
    }
}

#[test]
fn a_query_without_numbers_is_as_it_was() {
    let mut browser = browser();
    browser.typed("0120-996-013");
    for _ in 0..12 {
        browser.press(KeyCode::Backspace);
    }
    browser.typed("phone");
    assert_eq!(browser.app.visit.entries.selected(), Some(Entry::Hit(0)));
    assert!(browser.app.visit.checked.findings.is_empty());
}

#[test]
fn the_page_leads_to_the_sections_on_fraud_and_back() {
    let mut browser = browser();
    browser.typed("0120-996-013");
    let guide = guide();
    let wanted: Vec<Target> = guide
        .fraud_sections
        .iter()
        .map(|&at| Target::Id(guide.id(at).to_string()))
        .collect();
    let links = browser.app.visit.reader.page.links.iter();
    let links: Vec<Target> = links.map(|link| link.target.clone()).collect();
    assert_eq!(links[..wanted.len()], wanted);
    assert_eq!(links.len(), wanted.len());
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Char('1'));
    assert_eq!(
        browser.app.visit.reader.subject,
        Subject::Section(guide.fraud_sections[0])
    );
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, Subject::Check);
    assert!(page(&browser).contains("Not in this guide"));
}

#[test]
fn a_key_makes_the_field_one_for_numbers_and_escape_makes_it_one_for_searching() {
    let mut browser = browser();
    browser.press(KeyCode::F(6));
    assert_eq!(browser.app.visit.field, Field::Check);
    assert!(
        browser
            .screen()
            .contains("Check a number ❯ Type the number or address you doubt")
    );
    assert!(page(&browser).contains("Type or paste the phone number"));
    browser.typed("0120-996-012");
    assert_eq!(
        browser.app.visit.entries.all(),
        [Entry::Page(Subject::Check)]
    );
    assert!(browser.app.current_results().is_none());
    assert!(page(&browser).contains("Matches the number in this guide"));
    browser.typed("3");
    assert!(page(&browser).contains("Not in this guide"));
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    browser.press(KeyCode::Esc);
    assert_eq!(
        (browser.app.visit.field, browser.app.query()),
        (Field::Search, "")
    );
    assert_eq!(browser.app.visit.entries.selected(), Some(home()));
}

#[test]
fn words_in_the_field_for_numbers_are_no_number() {
    let mut browser = browser();
    browser.press(KeyCode::F(6));
    browser.typed("phone");
    assert!(page(&browser).contains("does not read as a phone number"));
    assert!(page(&browser).contains("0120-996-012"));
}

#[test]
fn a_pasted_number_is_checked_at_once() {
    let mut browser = browser();
    browser.press(KeyCode::F(6));
    let paste = Act::Paste("０１２０\u{200B}－９９６－\n０１２".to_owned());
    assert_eq!(browser.app.update(paste), None);
    assert!(page(&browser).contains("Matches the number in this guide"));
}

#[test]
fn a_late_answer_does_not_disturb_the_field_for_numbers() {
    let mut browser = browser();
    let request = tui_input::InputRequest::InsertChar('x');
    let Some(Command::Search(request)) = browser.app.update(Act::Edit(request)) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::F(6));
    browser.send(crate::support::answer(&request));
    assert_eq!(
        browser.app.visit.entries.all(),
        [Entry::Page(Subject::Check)]
    );
    assert!(browser.app.visit.results.is_none());
}

#[test]
fn another_language_says_it_in_that_language() {
    let mut browser = browser();
    browser.typed("0120-996-013");
    browser.press(KeyCode::F(2));
    assert_eq!(browser.app.visit.reader.subject, Subject::Check);
    assert!(page(&browser).contains("このガイドにない番号です"));
    browser.press(KeyCode::F(6));
    browser.typed("0120-996-013");
    browser.press(KeyCode::F(2));
    assert!(page(&browser).contains("Not in this guide"));
}

#[test]
fn a_card_number_is_not_shown_again() {
    let mut browser = browser();
    browser.typed("4111 1111 1111 1111");
    assert!(page(&browser).contains("card number"));
    assert!(!page(&browser).contains("1111"));
    assert_eq!(
        browser.screen().matches("4111 1111").count(),
        1,
        "in the field alone"
    );
}

fn shown(columns: u16, rows: u16, language: Language, query: &str) -> Browser {
    let mut browser = Browser::new(size(columns, rows), language);
    browser.send(Act::Paste(query.to_owned()));
    browser
}

#[test]
fn not_listed_at_40x10() {
    let mut browser = shown(40, 10, Language::JA, "0120-996-013");
    let list = browser.screen();
    browser.press(KeyCode::Enter);
    insta::assert_snapshot!(format!("{list}\n{}", browser.screen()));
}

#[test]
fn listed_in_english_at_80x24() {
    insta::assert_snapshot!(shown(80, 24, Language::EN, "call from 0120 996 012").screen());
}

#[test]
fn several_at_120x36() {
    let text = "https://netflix.com@evil.example/ と 0120-996-012 と 0120-996-013";
    insta::assert_snapshot!(shown(120, 36, Language::JA, text).screen());
}

#[test]
fn the_field_for_numbers_at_80x24() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.press(KeyCode::F(6));
    insta::assert_snapshot!(browser.screen());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_a_screen(
        text in "[0-9+@:/. \\-o一〇。a-z電話]{0,40}", columns in 40..130_u16, rows in 10..40_u16, own in any::<bool>(),
    ) {
        let mut browser = Browser::new(size(columns, rows), Language::JA);
        if own {
            browser.press(KeyCode::F(6));
        }
        browser.send(Act::Paste(text));
        browser.screen();
        browser.press(KeyCode::Enter);
        browser.screen();
        for _ in 0..9 {
            browser.press(KeyCode::Esc);
        }
        prop_assert_eq!(browser.app.visit.field, Field::Search);
        prop_assert_eq!(browser.app.visit.entries.selected(), Some(home()));
    }
}
