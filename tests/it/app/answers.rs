//! What is typed, and answers that come late, early or for another query.

use chrono_tz::Tz;
use crossterm::event::KeyCode;
use madoguchi::app::{Act, App, Command, Entry, News};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::search::progress::Pace;

use super::{browser, reading};
use crate::support::{Browser, EVENING, answer, guide, home, instant, size};

#[test]
fn results_follow_every_keystroke() {
    let mut browser = browser();
    browser.typed("解");
    let one = browser.app.current_results().unwrap().query.clone();
    browser.typed("約");
    let two = browser.app.current_results().unwrap();
    assert_eq!((one.as_str(), two.query.as_str()), ("解", "解約"));
    assert!(!two.hits.is_empty());
    assert_eq!(
        Subject::Section(two.hits[0].section),
        browser.app.visit.reader.subject
    );
}

#[test]
fn a_late_answer_to_an_earlier_query_is_dropped() {
    let mut browser = browser();
    let ask = |browser: &mut Browser, c| {
        let request = tui_input::InputRequest::InsertChar(c);
        match browser.app.update(Act::Edit(request)) {
            Some(Command::Search(request)) => request,
            other => panic!("{other:?}"),
        }
    };
    let first = ask(&mut browser, '電');
    let second = ask(&mut browser, '話');
    browser.send(answer(&second));
    browser.send(answer(&first));
    assert_eq!(browser.app.current_results().unwrap().query, "電話");
}

#[test]
fn an_answer_to_a_query_that_was_cleared_is_dropped() {
    let mut browser = browser();
    let request = tui_input::InputRequest::InsertChar('電');
    let Some(Command::Search(request)) = browser.app.update(Act::Edit(request)) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Esc);
    browser.send(answer(&request));
    assert!(browser.app.current_results().is_none());
    assert_eq!(browser.app.visit.entries.selected(), Some(home()));
}

#[test]
fn keys_that_are_faster_than_the_answer_choose_among_its_hits() {
    let mut browser = browser();
    let insert = |c| Act::Edit(tui_input::InputRequest::InsertChar(c));
    let _ = browser.app.update(insert('電'));
    let Some(Command::Search(request)) = browser.app.update(insert('話')) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    let before = (reading(&browser), browser.app.visit.focus);
    assert_eq!(before, ("urgent".to_owned(), Focus::Search));
    browser.send(answer(&request));
    let second = browser.app.current_results().unwrap().hits[1].section;
    assert_eq!(browser.app.visit.reader.subject, Subject::Section(second));
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn the_pane_that_a_fast_tab_goes_to_shows_the_hit() {
    let mut browser = browser();
    let insert = Act::Edit(tui_input::InputRequest::InsertChar('電'));
    let Some(Command::Search(request)) = browser.app.update(insert) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Tab);
    browser.send(answer(&request));
    let first = browser.app.current_results().unwrap().hits[0].section;
    assert_eq!(browser.app.visit.reader.subject, Subject::Section(first));
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn a_paste_is_one_clean_line_within_bounds() {
    let mut browser = browser();
    browser.send(Act::Paste("解約\u{1b}[31m\r\nしたい\u{202e}".to_owned()));
    assert_eq!(browser.app.visit.input.value(), "解約[31m\u{2002}したい");
    browser.send(Act::Paste("あ".repeat(1_000_000)));
    assert_eq!(browser.app.visit.input.value().chars().count(), 1_000);
    browser.typed("い");
    assert_eq!(browser.app.visit.input.value().chars().count(), 1_000);
}

#[test]
fn keys_before_the_guide_is_there_are_not_lost() {
    let mut app = App::new(
        size(80, 24),
        instant(EVENING),
        Tz::Asia__Tokyo,
        Language::JA,
        Vec::new(),
    );
    let insert = |c| Act::Edit(tui_input::InputRequest::InsertChar(c));
    assert_eq!(app.update(insert('解')), None);
    assert_eq!(app.update(insert('約')), None);
    let command = app.update(News::GuideLoaded(guide()));
    assert!(matches!(command, Some(Command::Search(request)) if request.query == "解約"));
}

#[test]
fn a_query_is_asked_again_when_the_index_is_built() {
    let mut browser = browser();
    let pace = Pace {
        done: 12_345,
        total: 100_000,
        per_second: 8_000,
    };
    assert_eq!(browser.app.update(News::Indexing(pace)), None);
    assert!(
        browser
            .screen()
            .contains("索引を作成中 12,345 / 100,000件 · あと11秒")
    );
    assert!(
        browser.screen().contains("F1 メニュー"),
        "the key hints stay"
    );
    // Nothing answers yet; a key that chooses waits.
    let request = tui_input::InputRequest::InsertChar('電');
    let Some(Command::Search(unanswered)) = browser.app.update(Act::Edit(request)) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Down);
    assert!(browser.app.awaits_answer());
    let Some(Command::Search(again)) = browser.app.update(News::Indexed) else {
        panic!("the search was expected again");
    };
    assert_eq!(again.query, unanswered.query);
    assert!(!browser.screen().contains("索引を作成中"));
    browser.send(answer(&again));
    assert_eq!(browser.app.visit.entries.selected(), Some(Entry::Hit(1)));

    // Without a query there is nothing to ask.
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.update(News::Indexed), None);
}
