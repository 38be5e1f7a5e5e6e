//! The state, driven by keys and messages, without a terminal.

mod advice;
mod answers;
mod beside;
mod changes;
mod copy;
mod details;
mod exchange;
mod find;
mod help;
mod keys;
mod long;
mod outline;
mod pages;
mod pointer;
mod start;
mod suggestion;
mod travel;
mod tree;
mod typing;
mod without_desks;

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Act, Entry, News, Notice};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::{Subject, Target};
use proptest::prelude::*;

use crate::support::{Browser, guide, home, nothing, results, size};

pub fn browser() -> Browser {
    Browser::new(size(120, 36), Language::JA)
}

/// The address of the section that is being read.
pub fn reading(browser: &Browser) -> String {
    match browser.app.visit.reader.subject {
        Subject::Qr(_) => "qr".to_owned(),
        Subject::Advice(_) => "advice".to_owned(),
        Subject::Article(article) => guide().articles[article].id.clone(),
        Subject::Section(at) => guide().id(at).to_string(),
        Subject::Contents(at) => format!("{} (contents)", guide().id(at)),
        Subject::Card(at) => format!("{} (card)", guide().id(at)),
        Subject::Copy(_) => "copy".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// A query without hits, but with a suggestion and sections that are near.
pub fn dead_end() -> Browser {
    let mut browser = Browser::new(size(120, 36), Language::EN);
    let nothing = nothing("phoen", Some("phone"), 3);
    browser.answered("phoen", results("phone", Language::EN, nothing));
    browser
}

#[test]
fn it_starts_with_the_topics_and_who_can_be_reached() {
    let browser = browser();
    assert_eq!(reading(&browser), "urgent");
    assert_eq!(
        browser.app.visit.entries.all().len(),
        5 + guide().articles.len()
    );
    let last = browser.app.visit.entries.all().last();
    assert_eq!(last, Some(&Entry::Page(Subject::Details)));
    assert_eq!(browser.app.visit.entries.selected(), Some(home()));
}

#[test]
fn the_article_follows_the_selection() {
    let mut browser = browser();
    for expected in ["advice", "check", "cards", "desks", "about", "contact"] {
        browser.press(KeyCode::Down);
        assert_eq!(reading(&browser), expected);
    }
    browser.press(KeyCode::Up);
    assert_eq!(reading(&browser), "about");
    for _ in 0..30 {
        browser.press(KeyCode::Up);
    }
    assert_eq!(reading(&browser), "urgent");
}

#[test]
fn enter_reads_and_escape_steps_back_but_never_out() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(KeyCode::Down);
    let found = reading(&browser);
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.visit.focus, Focus::Article);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("解約", found),
        "the query and the place survive"
    );
    browser.press(KeyCode::Esc);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("", "urgent".to_owned())
    );
    for _ in 0..5 {
        assert!(!browser.press(KeyCode::Esc));
    }
}

#[test]
fn a_link_is_followed_and_escape_comes_back_to_it() {
    let mut browser = browser();
    browser.typed("電話");
    browser.press(KeyCode::Enter);
    let (from, top) = (reading(&browser), browser.app.visit.reader.position());
    browser.press(KeyCode::Right);
    let target = browser
        .app
        .visit
        .reader
        .chosen_link()
        .expect("a link in the window")
        .target
        .clone();
    browser.press(KeyCode::Enter);
    assert_eq!(Target::Id(reading(&browser)), target);
    browser.press(KeyCode::Esc);
    assert_eq!(reading(&browser), from);
    let back = browser.app.visit.reader.position();
    assert_eq!(back.part, top.part);
}

#[test]
fn q_quits_while_reading_and_is_a_letter_while_searching() {
    let mut browser = browser();
    assert!(!browser.press(KeyCode::Char('q')));
    assert_eq!(browser.app.query(), "q");
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Tab);
    assert!(!browser.press(KeyCode::Char('q')), "it asks first");
    assert!(browser.press(KeyCode::Char('q')));
}

#[test]
fn control_c_quits_the_second_time_unless_another_key_came_between() {
    let control_c =
        |browser: &mut Browser| browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL);
    let mut browser = browser();
    assert!(!control_c(&mut browser));
    assert_eq!(browser.app.visit.notice, Some(Notice::QuitAgain));
    browser.press(KeyCode::Down);
    assert_eq!(browser.app.visit.notice, None);
    assert!(!control_c(&mut browser));
    browser.send(News::Tick(browser.app.world.now));
    assert!(control_c(&mut browser), "the clock is no key");
}

#[test]
fn switching_the_language_keeps_query_and_section() {
    let mut browser = browser();
    browser.typed("Netflix");
    browser.press(KeyCode::Down);
    let section = reading(&browser);
    browser.press(KeyCode::F(2));
    assert_eq!(browser.app.visit.language, Language::EN);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("Netflix", section)
    );
    assert!(browser.screen().contains("F2 日本語"));
}

#[test]
fn resizing_keeps_the_place() {
    let mut browser = Browser::new(size(44, 12), Language::EN);
    browser.typed("scam");
    browser.press(KeyCode::Enter);
    for downs in 0..40 {
        let (top, position) = (
            browser.app.visit.reader.top,
            browser.app.visit.reader.position(),
        );
        for (columns, rows) in [(64, 20), (200, 12), (45, 10), (39, 9), (44, 12)] {
            browser.send(News::Resize(size(columns, rows)));
            let here = browser.app.visit.reader.position();
            assert_eq!(here.part, position.part, "at {columns}×{rows}");
        }
        assert_eq!(
            browser.app.visit.reader.top, top,
            "after {downs} lines down"
        );
        browser.press(KeyCode::Down);
    }
}

#[test]
fn what_was_found_while_the_screen_was_too_small_is_shown_when_it_is_not() {
    let mut browser = Browser::new(size(39, 9), Language::EN);
    browser.typed("scam");
    browser.send(News::Resize(size(120, 20)));
    let mut large = Browser::new(size(120, 20), Language::EN);
    large.typed("scam");
    assert!(
        large.app.visit.reader.top > 0,
        "the test needs a section further down"
    );
    assert_eq!(browser.app.visit.reader.top, large.app.visit.reader.top);
}

#[test]
fn enter_without_a_chosen_link_says_how_to_choose_one() {
    let mut browser = browser();
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.visit.notice, Some(Notice::NoLink));
    browser.press(KeyCode::Tab);
    browser.press(KeyCode::Enter);
    assert_eq!(reading(&browser), "phone#overview");
}

#[test]
fn control_c_is_forgotten_when_the_minute_turns() {
    let mut browser = browser();
    browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL);
    browser.send(News::Tick(
        browser.app.world.now + chrono::Duration::minutes(1),
    ));
    assert_eq!(browser.app.visit.notice, None);
    assert!(!browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL));
}

/// Any key that a keyboard has, the likely ones more often.
pub fn any_key() -> impl Strategy<Value = (KeyCode, KeyModifiers)> {
    let code = prop_oneof![
        4 => prop::sample::select(vec![
            KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Enter, KeyCode::Esc, KeyCode::Tab,
            KeyCode::BackTab, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Home, KeyCode::End, KeyCode::Backspace,
            KeyCode::Delete, KeyCode::F(1), KeyCode::F(2), KeyCode::F(3), KeyCode::F(4), KeyCode::F(5), KeyCode::F(6),
            KeyCode::F(7), KeyCode::F(8), KeyCode::F(9), KeyCode::F(10), KeyCode::F(12), KeyCode::Null,
        ]),
        3 => prop::sample::select("解約電話やめたいﾊﾟスワードpassword 0120-９９😀が🇯🇵[]/?gGjkhlHLtnNs135".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
    ];
    let modifiers =
        prop_oneof![6 => Just(0), 1 => 0_u8..8].prop_map(KeyModifiers::from_bits_truncate);
    (code, modifiers)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_sequence_of_keys_breaks_it_and_escape_always_leads_home(
        keys in prop::collection::vec(any_key(), 1..120),
        sizes in prop::collection::vec((1_u16..200, 1_u16..60), 1..5),
    ) {
        let mut browser = browser();
        for (n, (code, modifiers)) in keys.into_iter().enumerate() {
            if n % 25 == 24 {
                let (columns, rows) = sizes[n / 25 % sizes.len()];
                browser.send(News::Resize(size(columns, rows)));
            }
            if n % 17 == 16 {
                browser.send(Act::Paste("解約\u{1b}[A\n電話".to_owned()));
            }
            browser.chord(code, modifiers);
            browser.screen();
        }
        for _ in 0..200 {
            browser.press(KeyCode::Esc);
        }
        prop_assert_eq!(browser.app.visit.focus, Focus::Search);
        prop_assert_eq!(browser.app.query(), "");
        prop_assert_eq!(browser.app.visit.entries.selected(), Some(home()));
        prop_assert!(browser.app.visit.menu.is_none() && browser.app.visit.find.is_none());
    }
}
