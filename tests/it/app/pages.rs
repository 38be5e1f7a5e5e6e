//! Pages of the program's own, and links by their number.

use std::sync::Arc;

use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::{Act, App, Bound, Command, News};
use madoguchi::frame::layout::Focus;
use madoguchi::page::{self, Code, PageLink, Subject, Target};

use madoguchi::app::acts;
use madoguchi::guide::checklist;
use madoguchi::language::Language;
use madoguchi::tui::keymap;
use proptest::prelude::*;

use super::{any_key, browser, reading};
use crate::guide::small::Small;
use crate::support::{Browser, EVENING, answer, guide, instant, size};

#[test]
fn the_desks_are_one_key_away_and_escape_comes_back_to_the_query() {
    let mut browser = browser();
    browser.typed("解約");
    let found = reading(&browser);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    assert_eq!(browser.app.visit.focus, Focus::Article);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::Esc);
    let app = &browser.app;
    assert_eq!((app.visit.focus, app.query()), (Focus::Search, "解約"));
    assert_eq!(reading(&browser), found);
}

#[test]
fn a_page_is_opened_from_the_menu_too() {
    let mut browser = browser();
    browser.press(KeyCode::F(1));
    browser.press(KeyCode::F(4));
    assert!(browser.app.visit.menu.is_none());
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn a_digit_follows_the_link_of_that_number() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    let links = browser.app.visit.reader.page.links.clone();
    browser.press(KeyCode::Char('1'));
    assert_eq!(Target::Id(reading(&browser)), links[0].target);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::Char('2'));
    let code = Subject::Qr(Code {
        desk: 0,
        contact: 0,
    });
    assert_eq!(browser.app.visit.reader.subject, code);
    assert_eq!(links[1].target, Target::Subject(code));
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::F(10));
    browser.press(KeyCode::Char('9'));
    assert_eq!(browser.app.query(), "9", "a digit that no link has is text");
}

/// The numbers that stand on the screen, in reading order.
fn numbers(browser: &Browser) -> Vec<String> {
    let screen = browser.screen();
    let numbers = screen.split('[').skip(1);
    numbers
        .filter_map(|rest| rest.split_once(']'))
        .map(|(number, _)| number.to_owned())
        .filter(|number| number.parse::<usize>().is_ok())
        .collect()
}

#[test]
fn the_links_in_the_window_are_numbered_and_followed_by_these_numbers() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 36), (159, 60)] {
        let mut browser = Browser::new(size(columns, rows), Language::EN);
        browser.typed("phone");
        browser.press(KeyCode::Enter);
        let mut seen = 0;
        for _ in 0..60 {
            let numbers = numbers(&browser);
            let expected = (1..=numbers.len()).map(|n| n.to_string());
            assert_eq!(
                numbers,
                expected.collect::<Vec<_>>(),
                "{}",
                browser.screen()
            );
            if !numbers.is_empty() {
                let rows = browser.app.rows();
                let last = numbers.len();
                let link = browser.app.visit.reader.link_of(last, rows).unwrap();
                seen = seen.max(link);
                assert_eq!(browser.app.visit.reader.numbers(rows)(link), Some(last));
            }
            browser.press(KeyCode::Down);
        }
        assert!(seen > 5, "the links farther down have numbers too");
    }
}

/// The same box has the same number on the page and on the card; the card's other links go on behind the page's.
#[test]
fn the_numbers_of_the_card_go_on() {
    let mut browser = Browser::new(size(160, 45), Language::JA);
    browser.typed("kaiyaku");
    browser.press(KeyCode::Enter);
    let app = &browser.app;
    let own = app.visit.reader.numbered(app.rows());
    let card = &app.visit.aside.page;
    let numbers = app.aside_numbers();
    for (link, number) in card.links.iter().zip(&numbers) {
        let there = app
            .visit
            .reader
            .page
            .links
            .get(number - 1)
            .filter(|_| *number <= own);
        match there {
            Some(there) => assert_eq!(there.target, link.target),
            None => assert!(*number > own),
        }
    }
    let is_box = |link: &&PageLink| matches!(link.target, Target::Tick(..));
    assert_eq!(card.links.iter().filter(is_box).count(), 3);
    assert!(
        browser.screen().contains("窓口に伝えること  0/3"),
        "{}",
        browser.screen()
    );
    browser.press(KeyCode::Char('2'));
    assert!(
        browser.screen().contains("窓口に伝えること  1/3"),
        "{}",
        browser.screen()
    );
    browser.click(browser.find("☐ [3] 契約に登録している電話番号またはメー"));
    assert!(
        browser.screen().contains("窓口に伝えること  2/3"),
        "{}",
        browser.screen()
    );
    // Where the guide has nothing to say beside it, or something needs the width, there is none.
    browser.press(KeyCode::F(8));
    assert_eq!(browser.app.layout().unwrap().aside, None);
}

/// The card does not scroll, so what has no room there has no number, and no key that would follow it unseen.
#[test]
fn what_has_no_room_on_the_card_has_no_number() {
    let small = Small::new();
    let tasks = "- [ ] 用意\n".repeat(60);
    small.edit("ja/about.md", "[電話]", &format!("{tasks}\n[電話]"));
    let mut browser = Browser::new(size(160, 45), Language::JA);
    let guide = Arc::new(small.load_well());
    let at = guide.find("about#purpose").unwrap();
    browser.send(News::GuideLoaded(guide));
    browser.send(Act::OpenPage(Subject::Section(at)));
    let app = &browser.app;
    let rows = app.layout().unwrap().aside_text().unwrap().height;
    let links = &app.visit.aside.page.links;
    assert!(links.len() > 60);
    let (numbered, hidden) = links.split_at(app.aside_numbers().len());
    assert!(!numbered.is_empty() && !hidden.is_empty());
    assert!(numbered.iter().all(|link| link.lines.end <= rows.into()));
    assert!(hidden.iter().all(|link| link.lines.end > rows.into()));
}
