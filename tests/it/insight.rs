//! What is handed over of what visitors ask, and what of it reaches the file.

mod visitors;

use chrono::TimeDelta;
use crossterm::event::KeyCode;
use madoguchi::app::{Act, News};
use madoguchi::frame::layout::Size;
use madoguchi::insight::Settled;
use madoguchi::language::Language;
use tui_input::InputRequest;

use crate::support::{Browser, size};

/// A public terminal on which what is asked is handed over, with a visitor before it.
fn visited() -> Browser {
    visited_on(size(120, 36))
}

fn visited_on(size: Size) -> Browser {
    let mut browser = Browser::public(size, Language::JA);
    browser.app = browser.app.with_insight();
    browser.press(KeyCode::Enter);
    browser
}

fn pass(browser: &mut Browser, seconds: i64) {
    let now = browser.app.world.now + TimeDelta::seconds(seconds);
    browser.send(News::Tick(now));
}

/// Types a text at once, and looks at what it finds for so long.
fn ask(browser: &mut Browser, text: &str, seconds: i64) {
    browser.send(Act::Type(text.to_owned()));
    pass(browser, seconds);
}

fn clear(browser: &mut Browser) {
    browser.send(Act::Edit(InputRequest::DeleteLine));
}

/// What was handed over: the query, what was opened, and whether somebody left empty-handed.
fn told(browser: &mut Browser) -> Vec<(String, String, bool)> {
    let told = |settled: Settled| {
        let opened: Vec<String> = settled.opened.into_iter().collect();
        (settled.query, opened.join(" "), settled.empty_handed)
    };
    browser.app.take_settled().into_iter().map(told).collect()
}

fn row(query: &str, opened: &str, empty_handed: bool) -> (String, String, bool) {
    (query.to_owned(), opened.to_owned(), empty_handed)
}

#[test]
fn nothing_is_handed_over_unless_asked_for() {
    let mut browser = Browser::public(size(120, 36), Language::JA);
    browser.press(KeyCode::Enter);
    ask(&mut browser, "解約", 5);
    browser.press(KeyCode::F(12));
    assert_eq!(told(&mut browser), []);
}

#[test]
fn a_query_is_settled_when_it_is_left() {
    let mut browser = visited();
    ask(&mut browser, "解約", 5);
    assert_eq!(told(&mut browser), []);
    clear(&mut browser);
    assert_eq!(told(&mut browser), [row("解約", "", true)]);
    // By what wipes it, too.
    ask(&mut browser, "料金", 5);
    pass(&mut browser, 60);
    assert_eq!(told(&mut browser), [row("料金", "", true)]);
}

#[test]
fn what_is_only_typed_on_is_no_query() {
    let mut browser = visited();
    for c in "kaiyaku".chars() {
        browser.press(KeyCode::Char(c));
        pass(&mut browser, 3);
    }
    for _ in 0..3 {
        browser.press(KeyCode::Backspace);
    }
    browser.typed("aku houhou");
    pass(&mut browser, 3);
    browser.press(KeyCode::F(12));
    assert_eq!(told(&mut browser), [row("kaiyaku houhou", "", true)]);
}

#[test]
fn what_passes_by_is_no_query() {
    let mut browser = visited();
    ask(&mut browser, "解約", 1);
    clear(&mut browser);
    ask(&mut browser, "料金", 4);
    clear(&mut browser);
    assert_eq!(told(&mut browser), [row("料金", "", true)]);
}

#[test]
fn what_is_opened_is_told() {
    let mut browser = visited();
    ask(&mut browser, "解約", 1);
    browser.press(KeyCode::Enter);
    let first = browser.app.section_read().unwrap();
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    let second = browser.app.section_read().unwrap();
    // Links that are followed from there are not found by the query.
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::F(12));
    let guide = crate::support::guide();
    let mut ids = [first, second].map(|at| guide.id(at).to_string());
    ids.sort();
    assert_eq!(told(&mut browser), [row("解約", &ids.join(" "), false)]);
}

#[test]
fn what_stands_beside_the_list_is_read() {
    let mut browser = visited();
    ask(&mut browser, "解約", 15);
    clear(&mut browser);
    assert_eq!(told(&mut browser), [row("解約", "", false)]);
    // On a narrow screen nothing stands there.
    browser.send(News::Resize(size(60, 20)));
    ask(&mut browser, "料金", 15);
    clear(&mut browser);
    assert_eq!(told(&mut browser), [row("料金", "", true)]);
}

#[test]
fn a_visitor_counts_once() {
    let mut browser = visited();
    for _ in 0..3 {
        ask(&mut browser, "解約", 3);
        clear(&mut browser);
    }
    assert_eq!(told(&mut browser).len(), 1);
    // The next one is somebody else.
    browser.press(KeyCode::F(12));
    browser.press(KeyCode::Enter);
    ask(&mut browser, "解約", 3);
    browser.press(KeyCode::F(12));
    assert_eq!(told(&mut browser).len(), 1);
}

#[test]
fn numbers_to_check_are_no_queries() {
    let mut browser = visited();
    browser.press(KeyCode::F(6));
    ask(&mut browser, "090-1234-5678", 20);
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::F(12));
    assert_eq!(told(&mut browser), []);
}
