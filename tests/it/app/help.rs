//! The menu of all acts, and the page that explains the keys.

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Act, App};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;

use super::browser;
use crate::support::{Browser, size};

use KeyCode::{Char, Down, Enter, Esc, F};

fn is_open(app: &App) -> bool {
    app.visit.menu.is_some()
}

#[test]
fn the_menu_is_opened_and_closed_from_everywhere() {
    let ways: [fn(&mut Browser); 4] = [
        |_| (),
        |browser| browser.typed("解約"),
        |browser| {
            browser.typed("解約");
            browser.press(Enter);
        },
        |browser| {
            browser.press(F(5));
        },
    ];
    for way in ways {
        for close in [F(1), Char('?'), Char('？'), Esc] {
            let mut browser = browser();
            way(&mut browser);
            let before = browser.screen();
            browser.press(F(1));
            assert!(is_open(&browser.app));
            browser.press(close);
            assert_eq!(browser.screen(), before, "{close:?}");
            browser.chord(Char('o'), KeyModifiers::CONTROL);
            assert!(is_open(&browser.app));
        }
    }
}

#[test]
fn a_lone_question_mark_asks_for_the_menu() {
    let mut browser = browser();
    browser.press(Char('？'));
    assert!(is_open(&browser.app));
    browser.press(Esc);
    browser.typed("本当?");
    assert_eq!(
        (browser.app.query(), is_open(&browser.app)),
        ("本当?", false)
    );
}

#[test]
fn what_is_typed_in_the_menu_filters_it_and_enter_does_what_is_left() {
    // In either language, in kana, in romaji, and by the key's own name.
    for typed in ["番号", "check a", "ばんごう", "bangou", "f6"] {
        let mut browser = browser();
        browser.press(F(1));
        browser.typed(typed);
        let lines = browser.app.menu_lines();
        assert_eq!(lines.len(), 1, "{typed}");
        browser.press(Enter);
        assert!(!is_open(&browser.app));
        assert_eq!(
            browser.app.visit.field,
            madoguchi::app::Field::Check,
            "{typed}"
        );
    }
    let mut browser = browser();
    browser.press(F(1));
    browser.typed("zzz解約");
    assert!(browser.app.menu_lines().is_empty());
    browser.press(Enter);
    assert_eq!(
        browser.app.query(),
        "zzz解約",
        "what is no act is searched for"
    );
    browser.press(F(1));
    browser.typed("che");
    browser.press(Esc);
    assert!(is_open(&browser.app), "first the filter is cleared");
    assert!(browser.app.menu_lines().len() > 10);
}

#[test]
fn function_keys_do_their_act_at_once_in_the_menu() {
    let mut browser = browser();
    browser.press(F(1));
    browser.press(F(4));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    assert!(!is_open(&browser.app));
    browser.press(F(1));
    browser.press(F(2));
    assert_eq!(browser.app.visit.language, Language::EN);
}

#[test]
fn what_cannot_be_done_now_says_why_and_stays() {
    let mut browser = browser();
    browser.press(F(1));
    let lines = browser.app.menu_lines();
    let off = |name: &str| {
        let line = lines.iter().find(|line| line.name == name).expect(name);
        (line.is_off, line.detail.clone())
    };
    assert_eq!(off("一つ進む"), (true, "戻ったあとに".to_owned()));
    assert_eq!(off("前に検索した言葉"), (true, "まだありません".to_owned()));
    browser.typed("進む");
    let before = browser.screen();
    browser.press(Enter);
    assert_eq!(browser.screen(), before);
    let mut narrow = Browser::new(size(80, 24), Language::EN);
    narrow.press(F(1));
    let lines = narrow.app.menu_lines();
    let beside = lines.iter().find(|line| line.name == "Side by side");
    assert_eq!(
        beside.map(|line| line.detail.as_str()),
        Some("from 120 columns")
    );
}

#[test]
fn the_menu_says_on_what_it_acts() {
    let mut browser = browser();
    browser.typed("kaiyaku");
    browser.press(Enter);
    browser.press(F(1));
    let screen = browser.screen();
    for text in [
        "検索結果へ",
        "節のうち",
        "電話・ライブチャット 日本語 21:00まで",
        "q q",
    ] {
        assert!(screen.contains(text), "{text}:\n{screen}");
    }
    // Quitting is on the key that works where it was opened.
    browser.press(Esc);
    browser.press(Esc);
    browser.press(F(1));
    assert!(browser.screen().contains("Ctrl-C Ctrl-C"));
}

#[test]
fn every_line_of_the_menu_is_reached_at_every_size() {
    for (columns, rows) in [(40, 10), (64, 14), (80, 24), (120, 36), (200, 50)] {
        let mut browser = Browser::new(size(columns, rows), Language::JA);
        browser.press(F(1));
        for line in browser.app.menu_lines() {
            let screen = browser.screen();
            assert!(screen.contains(&line.name), "{}:\n{screen}", line.name);
            let (_, cursor) = browser.buffer(madoguchi::ui::theme::Choice::Dark);
            assert!(cursor.is_some(), "an input method composes in its line");
            browser.press(Down);
        }
    }
}

#[test]
fn a_public_terminal_offers_neither_copies_nor_the_mouse_nor_an_end() {
    let mut browser = Browser::public(size(80, 24), Language::JA);
    browser.press(Enter);
    browser.press(F(1));
    let names: Vec<String> = browser
        .app
        .menu_lines()
        .into_iter()
        .map(|line| line.name)
        .collect();
    assert!(names.contains(&"相談先を選ぶ".to_owned()));
    for name in ["コピー", "マウスを切る", "終了"] {
        assert!(!names.contains(&name.to_owned()), "{name}");
    }
}

#[test]
fn the_keys_are_explained_on_a_page_like_others() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(F(1));
    browser.typed("操作の説明");
    browser.press(Enter);
    assert_eq!(browser.app.visit.reader.subject, Subject::Help);
    browser.press(Down);
    assert_eq!(browser.app.visit.reader.top, 1);
    browser.press(Esc);
    assert_eq!(
        (browser.app.visit.focus, browser.app.query()),
        (Focus::Search, "解約")
    );
    browser.send(Act::Help);
    browser.press(F(2));
    browser.press(Esc);
    assert_eq!(
        browser.app.current_results().unwrap().language,
        Language::EN
    );
    assert!(!browser.app.awaits_answer());
}
