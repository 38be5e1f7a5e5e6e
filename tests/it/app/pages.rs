//! Pages of the program's own, and links by their number.

use crossterm::event::KeyCode;
use madoguchi::app::{Subject, Target};
use madoguchi::ui::layout::Focus;

use super::{browser, reading};

#[test]
fn the_desks_are_one_key_away_and_escape_comes_back_to_the_query() {
    let mut browser = browser();
    browser.typed("解約");
    let found = reading(&browser);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.reader.subject, Subject::Desks);
    assert_eq!(browser.app.focus, Focus::Article);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.reader.subject, Subject::Desks);
    browser.press(KeyCode::Esc);
    let app = &browser.app;
    assert_eq!((app.focus, app.query()), (Focus::Search, "解約"));
    assert_eq!(reading(&browser), found);
}

#[test]
fn a_page_is_opened_from_the_help_too() {
    let mut browser = browser();
    browser.press(KeyCode::F(1));
    browser.press(KeyCode::F(4));
    assert!(browser.app.help.is_none());
    assert_eq!(browser.app.focus, Focus::Article);
}

#[test]
fn a_digit_follows_the_link_of_that_number() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    let links = browser.app.reader.page.links.clone();
    browser.press(KeyCode::Char('2'));
    assert_eq!(Target::Id(reading(&browser)), links[1].target);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.reader.subject, Subject::Desks);
    assert!(links.len() < 9);
    browser.press(KeyCode::Char('9'));
    assert_eq!(browser.app.reader.subject, Subject::Desks, "no such link");
}
