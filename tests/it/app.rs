//! The state, driven by keys and messages, without a terminal.

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Command, Entry, Message, Notice, Subject};
use madoguchi::language::Language;
use madoguchi::ui::layout::Focus;
use madoguchi::ui::typeset::Position;
use proptest::prelude::*;

use crate::support::{Browser, answer, guide, size};

fn browser() -> Browser {
    Browser::new(size(120, 36), Language::Ja)
}

/// The address of the section that is being read.
fn reading(browser: &Browser) -> String {
    match browser.app.reader.subject {
        Subject::Desks => "desks".to_owned(),
        Subject::Article(article) => guide().articles[article].id.clone(),
        Subject::Section(at) => guide().id(at).to_string(),
    }
}

#[test]
fn it_starts_with_the_topics_and_who_can_be_reached() {
    let browser = browser();
    assert_eq!(reading(&browser), "desks");
    assert_eq!(browser.app.entries.all().len(), 1 + guide().articles.len());
    assert_eq!(browser.app.entries.selected(), Some(Entry::Desks));
}

#[test]
fn the_article_follows_the_selection() {
    let mut browser = browser();
    browser.press(KeyCode::Down);
    assert_eq!(reading(&browser), "about");
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Down);
    assert_eq!(reading(&browser), "phone");
    browser.press(KeyCode::Up);
    assert_eq!(reading(&browser), "contact");
    for _ in 0..30 {
        browser.press(KeyCode::Up);
    }
    assert_eq!(reading(&browser), "desks");
}

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
        browser.app.reader.subject
    );
}

#[test]
fn a_late_answer_to_an_earlier_query_is_dropped() {
    let mut browser = browser();
    let ask = |browser: &mut Browser, c| {
        let request = tui_input::InputRequest::InsertChar(c);
        match browser.app.update(Message::Edit(request)) {
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
    let Some(Command::Search(request)) = browser.app.update(Message::Edit(request)) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Esc);
    browser.send(answer(&request));
    assert_eq!(browser.app.current_results(), None);
    assert_eq!(browser.app.entries.selected(), Some(Entry::Desks));
}

#[test]
fn enter_reads_and_escape_steps_back_but_never_out() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(KeyCode::Down);
    let found = reading(&browser);
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.focus, Focus::Article);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.focus, Focus::Search);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("解約", found),
        "the query and the place survive"
    );
    browser.press(KeyCode::Esc);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("", "desks".to_owned())
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
    let (from, top) = (reading(&browser), browser.app.reader.position());
    browser.press(KeyCode::Right);
    let target = browser
        .app
        .reader
        .chosen_link()
        .expect("a link in the window")
        .target
        .clone();
    browser.press(KeyCode::Enter);
    assert_eq!(reading(&browser), target);
    browser.press(KeyCode::Esc);
    assert_eq!(reading(&browser), from);
    let back = browser.app.reader.position();
    assert_eq!(back.part, top.part);
}

#[test]
fn q_quits_while_reading_and_is_a_letter_while_searching() {
    let mut browser = browser();
    assert!(!browser.press(KeyCode::Char('q')));
    assert_eq!(browser.app.query(), "q");
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Tab);
    assert!(browser.press(KeyCode::Char('q')));
}

#[test]
fn control_c_quits_the_second_time_unless_another_key_came_between() {
    let control_c =
        |browser: &mut Browser| browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL);
    let mut browser = browser();
    assert!(!control_c(&mut browser));
    assert_eq!(browser.app.notice, Some(Notice::QuitAgain));
    browser.press(KeyCode::Down);
    assert_eq!(browser.app.notice, None);
    assert!(!control_c(&mut browser));
    browser.send(Message::Tick(browser.app.now));
    assert!(control_c(&mut browser), "the clock is no key");
}

#[test]
fn switching_the_language_keeps_query_and_section() {
    let mut browser = browser();
    browser.typed("Netflix");
    browser.press(KeyCode::Down);
    let section = reading(&browser);
    browser.press(KeyCode::F(2));
    assert_eq!(browser.app.language, Language::En);
    assert_eq!(
        (browser.app.query(), reading(&browser)),
        ("Netflix", section)
    );
    assert!(browser.screen().contains("F2 日本語"));
}

#[test]
fn resizing_keeps_the_place() {
    let mut browser = browser();
    browser.typed("詐欺");
    browser.press(KeyCode::Enter);
    for _ in 0..3 {
        browser.press(KeyCode::Down);
    }
    let before = browser.app.reader.position();
    for (columns, rows) in [(60, 20), (200, 12), (45, 10), (39, 9), (120, 36)] {
        browser.send(Message::Resize(size(columns, rows)));
        let Position { part, .. } = browser.app.reader.position();
        assert_eq!(part, before.part, "at {columns}×{rows}");
    }
}

#[test]
fn a_paste_is_one_clean_line_within_bounds() {
    let mut browser = browser();
    browser.send(Message::Paste(
        "解約\u{1b}[31m\r\nしたい\u{202e}".to_owned(),
    ));
    assert_eq!(browser.app.input.value(), "解約[31m したい");
    browser.send(Message::Paste("あ".repeat(1_000_000)));
    assert_eq!(browser.app.input.value().chars().count(), 10_000);
    browser.typed("い");
    assert_eq!(browser.app.input.value().chars().count(), 10_000);
}

#[test]
fn help_opens_over_everything_and_any_key_but_scrolling_closes_it() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(KeyCode::F(1));
    assert!(browser.app.help.is_some());
    browser.press(KeyCode::Down);
    assert!(browser.app.help.is_some());
    browser.press(KeyCode::Esc);
    assert!(browser.app.help.is_none());
    assert_eq!(
        browser.app.query(),
        "解約",
        "what was under it is as it was"
    );
}

#[test]
fn keys_before_the_guide_is_there_are_not_lost() {
    let mut app = madoguchi::app::App::new(
        size(80, 24),
        crate::support::instant(crate::support::EVENING),
        Language::Ja,
    );
    let insert = |c| Message::Edit(tui_input::InputRequest::InsertChar(c));
    assert_eq!(app.update(insert('解')), None);
    assert_eq!(app.update(insert('約')), None);
    let command = app.update(Message::GuideLoaded(guide()));
    assert!(matches!(command, Some(Command::Search(request)) if request.query == "解約"));
}

/// Any key that a keyboard has, the likely ones more often.
fn any_key() -> impl Strategy<Value = (KeyCode, KeyModifiers)> {
    let code = prop_oneof![
        4 => prop::sample::select(vec![
            KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Enter, KeyCode::Esc, KeyCode::Tab,
            KeyCode::BackTab, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Home, KeyCode::End, KeyCode::Backspace,
            KeyCode::Delete, KeyCode::F(1), KeyCode::F(2), KeyCode::F(12), KeyCode::Null,
        ]),
        3 => prop::sample::select("解約電話やめたいﾊﾟスワードpassword 0120-９９😀が🇯🇵[]/?gGjkhl".chars().collect::<Vec<_>>())
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
                browser.send(Message::Resize(size(columns, rows)));
            }
            browser.chord(code, modifiers);
            browser.screen();
        }
        for _ in 0..200 {
            browser.press(KeyCode::Esc);
        }
        prop_assert_eq!(browser.app.focus, Focus::Search);
        prop_assert_eq!(browser.app.query(), "");
        prop_assert_eq!(browser.app.entries.selected(), Some(Entry::Desks));
        prop_assert!(browser.app.help.is_none());
    }
}
