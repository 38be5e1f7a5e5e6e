//! Going back and forward, and the table of contents.

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::Notice;
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::{Subject, Target};
use proptest::prelude::*;

use super::{browser, reading};
use crate::support::{Browser, guide, size};

/// What going back and forward has to restore.
fn place(browser: &Browser) -> (String, usize, Option<usize>) {
    let reader = &browser.app.visit.reader;
    (reading(browser), reader.top, reader.link)
}

fn back(browser: &mut Browser) {
    browser.chord(KeyCode::Left, KeyModifiers::ALT);
}

fn forward(browser: &mut Browser) {
    browser.chord(KeyCode::Right, KeyModifiers::ALT);
}

#[test]
fn back_and_forward_keep_place_link_and_query() {
    let mut browser = Browser::new(size(80, 16), Language::JA);
    browser.typed("電話");
    browser.press(KeyCode::Down);
    let selected = browser.app.visit.entries.selected();
    browser.press(KeyCode::Enter);
    let mut places = Vec::new();
    for _ in 0..3 {
        // A box would be ticked instead of left.
        let is_box = |browser: &Browser| {
            let link = browser.app.visit.reader.chosen_link();
            link.is_some_and(|link| matches!(link.target, Target::Tick(..)))
        };
        browser.press(KeyCode::Tab);
        while is_box(&browser) {
            browser.press(KeyCode::Tab);
        }
        browser.press(KeyCode::Down);
        places.push(place(&browser));
        browser.press(KeyCode::Enter);
    }
    places.push(place(&browser));
    for n in (0..3).rev() {
        back(&mut browser);
        assert_eq!(place(&browser), places[n]);
    }
    for expected in &places[1..] {
        forward(&mut browser);
        assert_eq!(&place(&browser), expected);
    }
    forward(&mut browser);
    assert_eq!(place(&browser), places[3], "there is nothing farther");
    back(&mut browser);
    browser.press(KeyCode::Esc);
    assert_eq!(place(&browser), places[1]);
    forward(&mut browser);
    assert_eq!(place(&browser), places[2]);
    assert_eq!(
        (browser.app.query(), browser.app.visit.entries.selected()),
        ("電話", selected)
    );
}

#[test]
fn going_elsewhere_forgets_what_was_ahead() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('1'));
    back(&mut browser);
    browser.press(KeyCode::Char('2'));
    let here = place(&browser);
    forward(&mut browser);
    assert_eq!(place(&browser), here);
    back(&mut browser);
    back(&mut browser);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    let here = place(&browser);
    forward(&mut browser);
    assert_eq!(place(&browser), here);
}

#[test]
fn the_contents_lead_to_every_section_and_escape_comes_back() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.typed("電話");
    browser.press(KeyCode::Enter);
    let before = place(&browser);
    let Subject::Section(at) = browser.app.visit.reader.subject else {
        panic!("a section");
    };
    browser.press(KeyCode::F(10));
    assert_eq!(browser.app.visit.reader.subject, Subject::Contents(at));
    assert_eq!(
        browser.app.visit.reader.link,
        Some(at.section),
        "the present one is chosen"
    );
    let sections = guide().article(at).sections.len();
    assert_eq!(browser.app.visit.reader.page.links.len(), sections);
    let screen = browser.screen();
    let marked: Vec<&str> = screen
        .lines()
        .filter(|line| line.contains("現在地"))
        .collect();
    let title = guide().section(at).texts.text(Language::JA).title.clone();
    assert!(
        marked.len() == 1 && marked[0].contains(title.as_str()),
        "{screen}"
    );
    browser.press(KeyCode::Char('2'));
    assert_eq!(
        reading(&browser),
        format!("phone#{}", guide().article(at).sections[1].id)
    );
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Esc);
    assert_eq!(place(&browser), before);
    browser.press(KeyCode::F(10));
    browser.press(KeyCode::F(10));
    assert_eq!(place(&browser), before, "asked for again it closes");
    browser.press(KeyCode::F(10));
    browser.press(KeyCode::Enter);
    assert_eq!(
        browser.app.visit.reader.subject,
        Subject::Section(at),
        "Enter goes on where one was"
    );
}

#[test]
fn the_contents_know_the_section_that_is_read() {
    let mut browser = Browser::new(size(80, 16), Language::EN);
    for _ in 0..7 {
        browser.press(KeyCode::Down);
    }
    browser.press(KeyCode::Enter);
    for _ in 0..3 {
        browser.press(KeyCode::Char(']'));
    }
    let section = browser
        .app
        .visit
        .reader
        .page
        .section_at(browser.app.visit.reader.top);
    browser.press(KeyCode::F(10));
    assert!(
        matches!(browser.app.visit.reader.subject, Subject::Contents(at) if at.section == section)
    );
    let screen = browser.screen();
    assert!(
        screen.contains("(you are here)") && screen.contains("Contents"),
        "{screen}"
    );
}

#[test]
fn what_is_no_article_has_no_contents_and_says_so() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::F(10));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    assert_eq!(browser.app.visit.notice, Some(Notice::NoContents));
    assert!(browser.screen().contains("目次は、記事を"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn as_many_steps_forward_as_back_lead_to_the_same_place(
        keys in prop::collection::vec(prop::sample::select("123456789jjj]]".chars().collect::<Vec<_>>()), 1..40),
        steps in 1_usize..30,
    ) {
        let mut browser = Browser::new(size(80, 16), Language::JA);
        browser.typed("電話");
        browser.press(KeyCode::Enter);
        for key in keys {
            browser.press(KeyCode::Char(key));
        }
        let here = place(&browser);
        let steps = steps.min(browser.app.visit.reader.history.len());
        for _ in 0..steps {
            back(&mut browser);
        }
        for _ in 0..steps {
            forward(&mut browser);
        }
        prop_assert_eq!(place(&browser), here);
    }

    #[test]
    fn reading_loses_neither_query_nor_selection(
        keys in prop::collection::vec(prop::sample::select(vec![
            KeyCode::Char('j'), KeyCode::Char('k'), KeyCode::Char(']'), KeyCode::Char('['), KeyCode::Right,
            KeyCode::Enter, KeyCode::End, KeyCode::F(4), KeyCode::F(7), KeyCode::F(8), KeyCode::F(10),
        ]), 1..60),
        columns in 40_u16..200,
    ) {
        let mut browser = Browser::new(size(columns, 24), Language::JA);
        browser.typed("電話");
        browser.press(KeyCode::Down);
        browser.press(KeyCode::Enter);
        let selected = browser.app.visit.entries.selected();
        for key in keys {
            browser.press(key);
            browser.screen();
            prop_assert_eq!((browser.app.query(), browser.app.visit.entries.selected()), ("電話", selected));
        }
        while browser.app.visit.focus == Focus::Article {
            browser.press(KeyCode::Esc);
        }
        prop_assert_eq!((browser.app.query(), browser.app.visit.entries.selected()), ("電話", selected));
    }
}
