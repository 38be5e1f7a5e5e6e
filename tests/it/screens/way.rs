//! Finding one's way: find in the page, contents, what is related, two languages.

use crossterm::event::KeyCode;
use madoguchi::language::Language;

use crate::support::{Browser, size};

/// The best section for a query, read.
fn read(columns: u16, rows: u16, language: Language, query: &str) -> Browser {
    let mut browser = Browser::new(size(columns, rows), language);
    browser.typed(query);
    browser.press(KeyCode::Enter);
    browser
}

#[test]
fn find_at_40x10() {
    let mut browser = read(40, 10, Language::JA, "詐欺");
    browser.press(KeyCode::Char('/'));
    browser.typed("番号");
    let typed = browser.screen();
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Char('n'));
    insta::assert_snapshot!(format!("{typed}\n{}", browser.screen()));
}

#[test]
fn find_in_english_at_80x24() {
    let mut browser = read(80, 24, Language::EN, "scam");
    browser.press(KeyCode::Char('/'));
    browser.typed("number");
    let typed = browser.screen();
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Char('n'));
    insta::assert_snapshot!(format!("{typed}\n{}", browser.screen()));
}

#[test]
fn contents_at_40x10() {
    let mut browser = read(40, 10, Language::JA, "詐欺");
    browser.press(KeyCode::Char('t'));
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn what_is_related_in_english_at_80x24() {
    let mut browser = read(80, 24, Language::EN, "scam");
    browser.press(KeyCode::End);
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn two_languages_at_120x36() {
    let mut browser = read(120, 36, Language::JA, "詐欺");
    browser.press(KeyCode::F(8));
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn no_line_of_text_is_longer_than_eighty_columns() {
    use madoguchi::text::width::width;
    for language in madoguchi::i18n::SPOKEN {
        for columns in [160, 200, 300] {
            let mut browser = read(columns, 60, language, "phone");
            for _ in 0..2 {
                let lines = &browser.app.visit.reader.page.lines;
                let widest = lines.iter().map(|line| width(&line.text())).max();
                assert!(widest.is_some_and(|widest| widest <= 80), "{widest:?}");
                browser.press(KeyCode::F(8));
            }
        }
    }
}
