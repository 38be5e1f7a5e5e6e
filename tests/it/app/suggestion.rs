//! Queries without hits: what is nearest, who can be reached, and what else could be searched for.

use crossterm::event::KeyCode;
use madoguchi::app::{Act, Command, Entry, News};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::questionnaire::Path;
use madoguchi::language::Language;
use madoguchi::page::Subject;

use super::{browser, dead_end, reading};
use crate::support::{Browser, guide, nothing, results, size};

#[test]
fn a_query_without_hits_selects_nothing_and_says_who_can_be_reached() {
    let browser = dead_end();
    assert_eq!(browser.app.visit.entries.selected(), None);
    assert_eq!(reading(&browser), "desks");
    let topics = (0..guide().articles.len()).map(Subject::Article);
    let ways = [Subject::Advice(Path::START), Subject::Desks].into_iter();
    let expected = [0, 1, 2]
        .map(Entry::Nearest)
        .into_iter()
        .chain(ways.chain(topics).map(Entry::Page));
    assert_eq!(
        browser.app.visit.entries.all(),
        expected.collect::<Vec<_>>()
    );
}

#[test]
fn what_is_nearest_is_chosen_and_read_like_a_hit() {
    let mut browser = dead_end();
    let near = |browser: &Browser, n: usize| {
        let section = browser.app.current_results().unwrap().nearest[n].section;
        guide().id(section).to_string()
    };
    browser.press(KeyCode::Up);
    assert_eq!(reading(&browser), "desks", "there is nothing above");
    browser.press(KeyCode::Down);
    assert_eq!(reading(&browser), near(&browser, 0));
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        (near(&browser, 1), Focus::Article)
    );
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Down);
    assert_eq!(reading(&browser), near(&browser, 2));
    for expected in ["advice", "desks", "about"] {
        browser.press(KeyCode::Down);
        assert_eq!(
            reading(&browser),
            expected,
            "the ways to people, then topics"
        );
    }
}

#[test]
fn enter_on_a_query_without_hits_reads_who_can_be_reached() {
    let mut browser = dead_end();
    browser.press(KeyCode::Enter);
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        ("desks".to_owned(), Focus::Article)
    );
}

#[test]
fn one_key_searches_for_the_suggestion() {
    let mut browser = dead_end();
    assert_eq!(browser.app.suggestion(), Some("phone"));
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "phone");
    assert!(!browser.app.current_results().unwrap().hits.is_empty());
    assert_eq!(browser.app.visit.entries.selected(), Some(Entry::Hit(0)));
    browser.typed("s");
    assert_eq!(browser.app.query(), "phones", "the cursor is behind it");
}

#[test]
fn in_the_empty_field_its_key_tries_what_others_ask() {
    let mut browser = browser();
    let samples = guide().samples(madoguchi::language::Language::JA).to_vec();
    for sample in samples.iter().chain(&samples[..1]) {
        browser.press(KeyCode::F(3));
        assert_eq!(browser.app.query(), sample);
        assert!(
            browser
                .app
                .current_results()
                .is_some_and(|results| !results.hits.is_empty())
        );
    }
    let mut browser = super::browser();
    browser.click(browser.find(&samples[1]));
    assert_eq!(browser.app.query(), samples[1]);
}

#[test]
fn without_a_suggestion_its_key_does_nothing() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "解約");
    // The hits were found by the suggestion already.
    let mut browser = Browser::new(size(120, 36), Language::EN);
    let found = results("phone", Language::EN, |results| {
        results.suggestions.push("phone".to_owned());
    });
    browser.answered("phoen", found);
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "phoen");
}

#[test]
fn a_suggestion_can_be_taken_before_it_is_there() {
    let mut browser = Browser::new(size(120, 36), Language::EN);
    let insert = Act::Edit(tui_input::InputRequest::InsertChar('x'));
    let Some(Command::Search(request)) = browser.app.update(insert) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::F(3));
    browser.press(KeyCode::Down);
    let nothing = nothing("x", Some("phone"), 3);
    browser.send(News::Answer(
        request.id,
        results("phone", Language::EN, nothing),
    ));
    assert_eq!(browser.app.query(), "phone");
    assert_eq!(
        browser.app.visit.entries.selected(),
        Some(Entry::Hit(1)),
        "the key after it chooses among the hits of the suggestion"
    );
}
