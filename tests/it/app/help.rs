//! The help over whatever is on the screen.

use crossterm::event::KeyCode;
use madoguchi::language::Language;

use super::browser;

#[test]
fn help_scrolls_with_every_key_that_scrolls_and_is_left_with_any_other() {
    use KeyCode::{Char, Down, Enter, Esc, F, Home};
    for key in [Esc, Char('q'), Enter, F(1), Char('ｑ')] {
        let mut browser = browser();
        browser.typed("解約");
        browser.press(F(1));
        for scroll in [Down, Char('j'), Char(' '), Home, Char('G')] {
            browser.press(scroll);
            assert!(browser.app.visit.help.is_some(), "{scroll:?}");
        }
        assert!(!browser.press(key), "{key:?} quits");
        assert!(browser.app.visit.help.is_none(), "{key:?}");
        assert_eq!(
            browser.app.query(),
            "解約",
            "what was under it is as it was"
        );
    }
}

#[test]
fn a_lone_question_mark_asks_for_help() {
    let mut browser = browser();
    browser.press(KeyCode::Char('？'));
    assert!(browser.app.visit.help.is_some());
    browser.press(KeyCode::Esc);
    browser.typed("本当?");
    assert_eq!(
        (browser.app.query(), browser.app.visit.help.is_some()),
        ("本当?", false)
    );
}

#[test]
fn the_language_switches_in_the_help_too() {
    let mut browser = browser();
    browser.typed("Netflix");
    browser.press(KeyCode::F(1));
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::Esc);
    assert_eq!(
        browser.app.current_results().unwrap().language,
        Language::EN
    );
    assert!(!browser.app.awaits_answer());
}
