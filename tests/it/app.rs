//! The state, driven by keys and messages, without a terminal.

mod advice;
mod beside;
mod copy;
mod find;
mod keys;
mod pages;
mod pointer;
mod travel;

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Command, Entry, Message, Notice, Subject, Target};
use madoguchi::language::Language;
use madoguchi::search::progress::Pace;
use madoguchi::ui::layout::Focus;
use proptest::prelude::*;

use crate::support::{Browser, answer, guide, nothing, results, size};

pub fn browser() -> Browser {
    Browser::new(size(120, 36), Language::Ja)
}

/// The address of the section that is being read.
pub fn reading(browser: &Browser) -> String {
    match browser.app.reader.subject {
        Subject::Desks => "desks".to_owned(),
        Subject::Check => "check".to_owned(),
        Subject::Qr { .. } => "qr".to_owned(),
        Subject::Advice(_) => "advice".to_owned(),
        Subject::Article(article) => guide().articles[article].id.clone(),
        Subject::Section(at) => guide().id(at).to_string(),
        Subject::Contents(at) => format!("{} (contents)", guide().id(at)),
        Subject::Card(at) => format!("{} (card)", guide().id(at)),
        Subject::Cards => "cards".to_owned(),
        Subject::Copy(_) => "copy".to_owned(),
    }
}

#[test]
fn it_starts_with_the_topics_and_who_can_be_reached() {
    let browser = browser();
    assert_eq!(reading(&browser), "desks");
    assert_eq!(browser.app.entries.all().len(), 2 + guide().articles.len());
    assert_eq!(browser.app.entries.selected(), Some(Entry::Desks));
}

#[test]
fn the_article_follows_the_selection() {
    let mut browser = browser();
    browser.press(KeyCode::Down);
    assert_eq!(reading(&browser), "advice");
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
    assert!(browser.app.current_results().is_none());
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
    assert_eq!(Target::Id(reading(&browser)), target);
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
    let mut browser = Browser::new(size(44, 12), Language::En);
    browser.typed("scam");
    browser.press(KeyCode::Enter);
    for downs in 0..40 {
        let (top, position) = (browser.app.reader.top, browser.app.reader.position());
        for (columns, rows) in [(64, 20), (200, 12), (45, 10), (39, 9), (44, 12)] {
            browser.send(Message::Resize(size(columns, rows)));
            let here = browser.app.reader.position();
            assert_eq!(here.part, position.part, "at {columns}×{rows}");
        }
        assert_eq!(browser.app.reader.top, top, "after {downs} lines down");
        browser.press(KeyCode::Down);
    }
}

#[test]
fn what_was_found_while_the_screen_was_too_small_is_shown_when_it_is_not() {
    let mut browser = Browser::new(size(39, 9), Language::En);
    browser.typed("scam");
    browser.send(Message::Resize(size(120, 20)));
    let mut large = Browser::new(size(120, 20), Language::En);
    large.typed("scam");
    assert!(
        large.app.reader.top > 0,
        "the test needs a section further down"
    );
    assert_eq!(browser.app.reader.top, large.app.reader.top);
}

#[test]
fn keys_that_are_faster_than_the_answer_choose_among_its_hits() {
    let mut browser = browser();
    let insert = |c| Message::Edit(tui_input::InputRequest::InsertChar(c));
    let _ = browser.app.update(insert('電'));
    let Some(Command::Search(request)) = browser.app.update(insert('話')) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    let before = (reading(&browser), browser.app.focus);
    assert_eq!(before, ("desks".to_owned(), Focus::Search));
    browser.send(answer(&request));
    let second = browser.app.current_results().unwrap().hits[1].section;
    assert_eq!(browser.app.reader.subject, Subject::Section(second));
    assert_eq!(browser.app.focus, Focus::Article);
}

#[test]
fn the_pane_that_a_fast_tab_goes_to_shows_the_hit() {
    let mut browser = browser();
    let insert = Message::Edit(tui_input::InputRequest::InsertChar('電'));
    let Some(Command::Search(request)) = browser.app.update(insert) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Tab);
    browser.send(answer(&request));
    let first = browser.app.current_results().unwrap().hits[0].section;
    assert_eq!(browser.app.reader.subject, Subject::Section(first));
    assert_eq!(browser.app.focus, Focus::Article);
}

#[test]
fn enter_without_a_chosen_link_chooses_the_first_in_the_window() {
    let mut browser = browser();
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.reader.link, Some(0));
    browser.press(KeyCode::Enter);
    assert_eq!(reading(&browser), "phone#overview");
}

#[test]
fn a_paste_is_one_clean_line_within_bounds() {
    let mut browser = browser();
    browser.send(Message::Paste(
        "解約\u{1b}[31m\r\nしたい\u{202e}".to_owned(),
    ));
    assert_eq!(browser.app.input.value(), "解約[31m したい");
    browser.send(Message::Paste("あ".repeat(1_000_000)));
    assert_eq!(browser.app.input.value().chars().count(), 1_000);
    browser.typed("い");
    assert_eq!(browser.app.input.value().chars().count(), 1_000);
}

#[test]
fn help_scrolls_with_every_key_that_scrolls_and_is_left_with_any_other() {
    use KeyCode::{Char, Down, Enter, Esc, F, Home};
    for key in [Esc, Char('q'), Enter, F(1), Char('ｑ')] {
        let mut browser = browser();
        browser.typed("解約");
        browser.press(F(1));
        for scroll in [Down, Char('j'), Char(' '), Home, Char('G')] {
            browser.press(scroll);
            assert!(browser.app.help.is_some(), "{scroll:?}");
        }
        assert!(!browser.press(key), "{key:?} quits");
        assert!(browser.app.help.is_none(), "{key:?}");
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
    assert!(browser.app.help.is_some());
    browser.press(KeyCode::Esc);
    browser.typed("本当?");
    assert_eq!(
        (browser.app.query(), browser.app.help.is_some()),
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
        Language::En
    );
    assert!(!browser.app.awaits_answer());
}

#[test]
fn control_c_is_forgotten_when_the_minute_turns() {
    let mut browser = browser();
    browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL);
    browser.send(Message::Tick(
        browser.app.now + chrono::Duration::minutes(1),
    ));
    assert_eq!(browser.app.notice, None);
    assert!(!browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL));
}

#[test]
fn keys_before_the_guide_is_there_are_not_lost() {
    let mut app = madoguchi::app::App::new(
        size(80, 24),
        crate::support::instant(crate::support::EVENING),
        chrono_tz::Tz::Asia__Tokyo,
        Language::Ja,
        Vec::new(),
    );
    let insert = |c| Message::Edit(tui_input::InputRequest::InsertChar(c));
    assert_eq!(app.update(insert('解')), None);
    assert_eq!(app.update(insert('約')), None);
    let command = app.update(Message::GuideLoaded(guide()));
    assert!(matches!(command, Some(Command::Search(request)) if request.query == "解約"));
}

/// A query without hits, but with a suggestion and sections that are near.
pub fn dead_end() -> Browser {
    let mut browser = Browser::new(size(120, 36), Language::En);
    let nothing = nothing("phoen", Some("phone"), 3);
    browser.answered("phoen", results("phone", Language::En, nothing));
    browser
}

#[test]
fn a_query_without_hits_selects_nothing_and_says_who_can_be_reached() {
    let browser = dead_end();
    assert_eq!(browser.app.entries.selected(), None);
    assert_eq!(reading(&browser), "desks");
    let expected = [0, 1, 2]
        .map(Entry::Nearest)
        .into_iter()
        .chain([Entry::Desks]);
    assert_eq!(browser.app.entries.all(), expected.collect::<Vec<_>>());
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
        (reading(&browser), browser.app.focus),
        (near(&browser, 1), Focus::Article)
    );
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::PageDown);
    assert_eq!(reading(&browser), "desks", "the way to people is the last");
    browser.press(KeyCode::Up);
    assert_eq!(reading(&browser), near(&browser, 2));
}

#[test]
fn enter_on_a_query_without_hits_reads_who_can_be_reached() {
    let mut browser = dead_end();
    browser.press(KeyCode::Enter);
    assert_eq!(
        (reading(&browser), browser.app.focus),
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
    assert_eq!(browser.app.entries.selected(), Some(Entry::Hit(0)));
    browser.typed("s");
    assert_eq!(browser.app.query(), "phones", "the cursor is behind it");
}

#[test]
fn without_a_suggestion_its_key_does_nothing() {
    let mut browser = browser();
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "");
    browser.typed("解約");
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "解約");
    // The hits were found by the suggestion already.
    let mut browser = Browser::new(size(120, 36), Language::En);
    let found = results("phone", Language::En, |results| {
        results.suggestions.push("phone".to_owned());
    });
    browser.answered("phoen", found);
    browser.press(KeyCode::F(3));
    assert_eq!(browser.app.query(), "phoen");
}

#[test]
fn a_suggestion_can_be_taken_before_it_is_there() {
    let mut browser = Browser::new(size(120, 36), Language::En);
    let insert = Message::Edit(tui_input::InputRequest::InsertChar('x'));
    let Some(Command::Search(request)) = browser.app.update(insert) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::F(3));
    browser.press(KeyCode::Down);
    let nothing = nothing("x", Some("phone"), 3);
    browser.send(Message::Answer(
        request.id,
        results("phone", Language::En, nothing),
    ));
    assert_eq!(browser.app.query(), "phone");
    assert_eq!(
        browser.app.entries.selected(),
        Some(Entry::Hit(1)),
        "the key after it chooses among the hits of the suggestion"
    );
}

/// Any key that a keyboard has, the likely ones more often.
fn any_key() -> impl Strategy<Value = (KeyCode, KeyModifiers)> {
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
                browser.send(Message::Resize(size(columns, rows)));
            }
            if n % 17 == 16 {
                browser.send(Message::Paste("解約\u{1b}[A\n電話".to_owned()));
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
        prop_assert!(browser.app.help.is_none() && browser.app.find.is_none());
    }
}

#[test]
fn a_query_is_asked_again_when_the_index_is_built() {
    let mut browser = browser();
    let pace = Pace {
        done: 12_345,
        total: 100_000,
        per_second: 8_000,
    };
    assert_eq!(browser.app.update(Message::Indexing(pace)), None);
    assert!(
        browser
            .screen()
            .contains("索引を作成中 12,345 / 100,000件 · あと11秒")
    );
    assert!(browser.screen().contains("Ctrl-C"), "the key hints stay");
    // Nothing answers yet; a key that chooses waits.
    let request = tui_input::InputRequest::InsertChar('電');
    let Some(Command::Search(unanswered)) = browser.app.update(Message::Edit(request)) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::Down);
    assert!(browser.app.awaits_answer());
    let Some(Command::Search(again)) = browser.app.update(Message::Indexed) else {
        panic!("the search was expected again");
    };
    assert_eq!(again.query, unanswered.query);
    assert!(!browser.screen().contains("索引を作成中"));
    browser.send(answer(&again));
    assert_eq!(browser.app.entries.selected(), Some(Entry::Hit(1)));

    // Without a query there is nothing to ask.
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.update(Message::Indexed), None);
}
