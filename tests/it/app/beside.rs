//! Two languages side by side.

use crossterm::event::KeyCode;
use madoguchi::app::{News, Notice};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::{Page, Subject};

use super::reading;
use crate::support::{Browser, guide, size};

fn side_by_side(columns: u16, rows: u16, query: &str) -> Browser {
    let mut browser = Browser::new(size(columns, rows), Language::JA);
    browser.typed(query);
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::F(8));
    assert!(browser.app.reads_side_by_side());
    browser
}

/// The other page, and the line of it at the top of the window.
fn other(browser: &Browser) -> (&Page, usize) {
    let page = &browser.app.visit.beside.as_ref().unwrap().page;
    (
        page,
        browser
            .app
            .visit
            .reader
            .page
            .beside(browser.app.visit.reader.top, page),
    )
}

#[test]
fn both_languages_of_the_section_are_on_the_screen() {
    let browser = side_by_side(120, 36, "電話");
    let Subject::Section(at) = browser.app.visit.reader.subject else {
        panic!("a section");
    };
    let screen = browser.screen();
    for language in madoguchi::i18n::SPOKEN {
        let title = &guide().section(at).texts.text(language).title.clone();
        assert!(screen.contains(title.as_str()), "{title} in {screen}");
    }
    assert!(
        screen.contains("日本語｜") && screen.contains("English | "),
        "{screen}"
    );
    assert!(!screen.contains("検索結果"), "the list gives way");
}

#[test]
fn the_same_section_is_at_the_top_of_both() {
    for (columns, rows) in [(120, 16), (160, 30), (200, 60)] {
        let mut browser = side_by_side(columns, rows, "電話");
        browser.press(KeyCode::Home);
        for _ in 0..12 {
            browser.press(KeyCode::Char(']'));
            let (page, top) = other(&browser);
            let reader = &browser.app.visit.reader;
            assert_eq!(page.section_at(top), reader.page.section_at(reader.top));
            if reader.page.sections.contains(&reader.top) {
                assert!(page.sections.contains(&top), "a heading beside a heading");
            }
        }
    }
}

#[test]
fn the_end_of_either_page_can_be_reached() {
    for language in madoguchi::i18n::SPOKEN {
        for article in 0..guide().articles.len() {
            let mut browser = Browser::new(size(120, 16), language);
            for _ in 0..article + 2 {
                browser.press(KeyCode::Down);
            }
            browser.press(KeyCode::Enter);
            browser.press(KeyCode::F(8));
            browser.press(KeyCode::End);
            let rows = browser.app.rows();
            let (page, top) = other(&browser);
            assert!(
                top + rows >= page.lines.len(),
                "the other page ends below the window"
            );
            let reader = &browser.app.visit.reader;
            assert!(reader.top + rows >= reader.page.lines.len());
            assert!(reader.top < reader.page.lines.len());
            browser.press(KeyCode::F(8));
            let reader = &browser.app.visit.reader;
            assert!(
                reader.top + browser.app.rows() <= reader.page.lines.len().max(browser.app.rows())
            );
        }
    }
}

#[test]
fn the_key_ends_it_and_the_place_stays() {
    let mut browser = side_by_side(120, 20, "電話");
    let place = (reading(&browser), browser.app.visit.reader.position().part);
    browser.press(KeyCode::F(8));
    assert!(browser.app.visit.beside.is_none());
    assert_eq!(
        (reading(&browser), browser.app.visit.reader.position().part),
        place
    );
    assert!(browser.screen().contains("検索結果"));
}

#[test]
fn searching_has_the_list_and_reading_has_both_languages_again() {
    let mut browser = side_by_side(120, 20, "電話");
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    assert!(!browser.app.reads_side_by_side() && browser.screen().contains("検索結果"));
    browser.press(KeyCode::Enter);
    assert!(browser.app.reads_side_by_side());
    // Too narrow for a while is not the end of it.
    browser.send(News::Resize(size(119, 20)));
    assert!(!browser.app.reads_side_by_side() && !browser.screen().contains("English | "));
    browser.send(News::Resize(size(120, 20)));
    assert!(browser.screen().contains("English | "));
}

#[test]
fn the_languages_change_places_with_the_reader() {
    let mut browser = side_by_side(120, 20, "電話");
    let place = reading(&browser);
    browser.press(KeyCode::F(2));
    assert_eq!(
        (browser.app.visit.language, reading(&browser)),
        (Language::EN, place)
    );
    let screen = browser.screen();
    let rule = screen.lines().nth(1).unwrap();
    let at = |text| {
        rule.find(text)
            .unwrap_or_else(|| panic!("{text} in {rule}"))
    };
    assert!(at("English | ") < at("日本語｜"));
}

#[test]
fn a_screen_that_is_too_narrow_says_how_wide_it_must_be() {
    for (columns, rows) in [(40, 10), (80, 24), (119, 36)] {
        let mut browser = Browser::new(size(columns, rows), Language::JA);
        browser.press(KeyCode::Enter);
        browser.press(KeyCode::F(8));
        assert_eq!(browser.app.visit.notice, Some(Notice::TooNarrow));
        assert!(!browser.app.reads_side_by_side());
        if columns >= 80 {
            assert!(browser.screen().contains("120"), "{}", browser.screen());
        }
    }
}

#[test]
fn both_say_the_same_number_of_the_same_link() {
    let mut browser = side_by_side(200, 60, "電話");
    browser.press(KeyCode::Home);
    let screen = browser.screen();
    assert_eq!(screen.matches("[1]").count(), 2, "{screen}");
    assert_eq!(screen.matches("[2]").count(), 2, "{screen}");
}

#[test]
fn ticks_links_and_pages_work_as_they_do_alone() {
    let mut browser = side_by_side(160, 40, "解約 伝えること");
    browser.press(KeyCode::F(7));
    browser.press(KeyCode::Char('1'));
    let screen = browser.screen();
    assert_eq!(screen.matches('☑').count(), 2, "the box is one: {screen}");
    browser.press(KeyCode::F(4));
    assert!(browser.screen().contains("Live chat") && browser.screen().contains("ライブチャット"));
    browser.press(KeyCode::F(10));
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Esc);
    assert!(browser.app.reads_side_by_side());
}
