//! When nobody is there any more: what is wiped, and what postpones it.

use chrono::TimeDelta;
use crossterm::event::KeyCode;
use madoguchi::app::{Act, Command, News};
use madoguchi::language::Language;
use madoguchi::tui::Exit;

use super::{app, attracts, key, loaded, pass, visited};
use crate::support::{Browser, EVENING, Step, answer, guide, run_app, size};

/// A visitor who did all kinds of things.
fn used() -> Browser {
    let mut browser = visited();
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::F(7));
    browser.typed("1");
    browser.press(KeyCode::Enter);
    browser.typed("1");
    browser.press(KeyCode::Char('s'));
    browser.typed("kaiyaku 0120-996-013");
    browser.press(KeyCode::Tab);
    browser.press(KeyCode::PageDown);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::F(6));
    browser.press(KeyCode::F(1));
    browser.press(KeyCode::Down);
    browser
}

#[test]
fn without_a_key_everything_is_wiped() {
    let mut browser = used();
    let before = format!("{:?}", browser.app);
    assert!(before.contains("kaiyaku 0120-996-013"));
    assert_eq!(pass(&mut browser, 59), None);
    assert!(!attracts(&browser));
    assert_eq!(pass(&mut browser, 1), Some(Command::Wipe));
    assert!(attracts(&browser));
    let whole = format!("{:?}", browser.app);
    assert!(!whole.contains("kaiyaku") && !whole.contains("996-013"));

    let mut fresh = Browser::public(size(120, 36), Language::JA);
    pass(&mut fresh, 60);
    let [wiped, fresh] =
        [browser.app, fresh.app].map(|app| format!("{:?} {:?}", app.setup, app.visit));
    assert_eq!(wiped, fresh);
}

#[test]
fn an_answer_that_comes_after_the_wiping_is_for_nobody() {
    let mut browser = visited();
    let ask = |browser: &mut Browser, c| {
        let insert = Act::Edit(tui_input::InputRequest::InsertChar(c));
        match browser.app.update(insert) {
            Some(Command::Search(request)) => answer(&request),
            other => panic!("a search was expected, not {other:?}"),
        }
    };
    let late = ask(&mut browser, '電');
    assert_eq!(pass(&mut browser, 60), Some(Command::Wipe));
    browser.send(late.clone());
    assert!(browser.app.visit.results.is_none());
    assert!(attracts(&browser));
    browser.press(KeyCode::Enter);
    let own = ask(&mut browser, '解');
    browser.send(late);
    assert!(browser.app.visit.results.is_none());
    browser.send(own);
    assert_eq!(browser.app.current_results().unwrap().query, "解");
}

#[test]
fn a_clock_that_is_put_back_does_not_keep_a_visit_open() {
    let mut browser = used();
    browser.send(News::ClockSet(TimeDelta::days(-1)));
    assert_eq!(pass(&mut browser, -86_400), None);
    assert_eq!(pass(&mut browser, 59), None);
    assert_eq!(pass(&mut browser, 1), Some(Command::Wipe));
}

/// A machine without a clock of its own learns the time from the network, years later than it thought, or earlier.
#[test]
fn a_clock_that_is_set_ends_no_visit_and_prolongs_none() {
    for (set, counts, ends, minute) in [
        (
            "2036-01-01T00:00:30+09:00",
            "2036-01-01T00:00:45+09:00",
            "2036-01-01T00:01:00+09:00",
            "2036-01-01T00:02:00+09:00",
        ),
        (
            "1970-01-02T00:00:30+09:00",
            "1970-01-02T00:00:45+09:00",
            "1970-01-02T00:01:00+09:00",
            "1970-01-02T00:02:00+09:00",
        ),
    ] {
        let mut steps = vec![
            loaded(),
            key(KeyCode::Enter),
            key(KeyCode::Char('a')),
            Step::Jump("2026-11-23T20:48:30+09:00"),
            Step::Set(set),
            // As if nothing had happened: after 45 of 60 seconds the countdown begins.
            Step::Sleep(counts),
        ];
        let seconds = (46..60).map(|second| format!("{}{second}+09:00", &counts[..17]));
        steps.extend(seconds.map(|at| Step::Sleep(at.leak())));
        steps.extend([Step::Sleep(ends), Step::Sleep(minute)]);
        let (exit, screen, outside) = run_app(app(EVENING, Language::JA), steps);
        assert_eq!((exit, outside.wiped), (Exit::Hangup, 1));
        assert!(
            screen.contains("キーを押すか、画面に触れてください"),
            "{screen}"
        );
    }
}

#[test]
fn only_somebody_at_the_terminal_keeps_it_awake() {
    let mut browser = visited();
    pass(&mut browser, 50);
    browser.send(News::Indexed);
    browser.send(News::GuideLoaded(guide()));
    assert_eq!(pass(&mut browser, 10), Some(Command::Wipe));
    // Another size neither wakes a screen that attracts nor prolongs a visit: a window manager or a line may make one.
    browser.send(News::Resize(size(100, 30)));
    assert!(attracts(&browser));
    browser.press(KeyCode::Enter);
    pass(&mut browser, 50);
    browser.send(News::Resize(size(120, 36)));
    assert_eq!(pass(&mut browser, 10), Some(Command::Wipe));
}

#[test]
fn the_loop_wakes_for_the_countdown_and_wipes_the_terminal() {
    let mut steps = vec![
        loaded(),
        key(KeyCode::Enter),
        key(KeyCode::Char('a')),
        Step::Sleep("2026-11-23T20:48:45+09:00"),
    ];
    for second in 46..60 {
        let at = format!("2026-11-23T20:48:{second}+09:00");
        steps.push(Step::Sleep(at.leak()));
    }
    let ends: Vec<&'static str> = vec![
        "2026-11-23T20:49:00+09:00",
        // At the attracting screen only the minute.
        "2026-11-23T20:50:00+09:00",
        "2026-11-23T20:51:00+09:00",
    ];
    steps.extend(ends.into_iter().map(Step::Sleep));
    let (exit, screen, outside) = run_app(app(EVENING, Language::JA), steps);
    assert_eq!((exit, outside.wiped), (Exit::Hangup, 1));
    assert!(
        screen.contains("キーを押すか、画面に触れてください"),
        "{screen}"
    );
    assert!(screen.contains("█▀▀ █ █ ▄ ▀▀█  █ "), "20:51 {screen}");
}

#[test]
fn a_key_during_the_countdown_stays_and_is_swallowed() {
    let steps = |more: Vec<Step>| {
        let mut steps = vec![
            loaded(),
            key(KeyCode::Enter),
            key(KeyCode::Char('a')),
            Step::Jump("2026-11-23T20:48:50+09:00"),
        ];
        steps.extend(more);
        steps
    };
    let run = |more| run_app(app(EVENING, Language::JA), steps(more)).1;
    let counting = "あと10秒で最初の画面に戻ります（どれかのキーで続けます）";
    assert!(run(vec![]).contains(counting));
    let stayed = run(vec![
        key(KeyCode::Char('b')),
        Step::Sleep("2026-11-23T20:49:00+09:00"),
    ]);
    assert!(!stayed.contains("あと"), "{stayed}");
    assert!(stayed.starts_with(" 窓口 ❯ a"), "{stayed}");
    let again = run(vec![
        key(KeyCode::Char('b')),
        Step::Sleep("2026-11-23T20:49:00+09:00"),
        Step::Sleep("2026-11-23T20:49:35+09:00"),
    ]);
    assert!(again.contains("あと15秒"), "{again}");
}

#[test]
fn the_attracting_screen_changes_when_the_desks_close() {
    let desks = |until| {
        let steps = vec![loaded(), Step::Sleep(until)];
        run_app(app("2026-11-23T20:59:00+09:00", Language::JA), steps).1
    };
    let closed = desks("2026-11-23T21:00:00+09:00");
    assert!(
        closed.contains("英語のみ・日本語は明日 9:00 から"),
        "{closed}"
    );
    let steps = vec![loaded(), Step::Sleep("2026-11-24T09:00:00+09:00")];
    let opened = run_app(app("2026-11-24T08:59:00+09:00", Language::JA), steps).1;
    assert!(
        opened.contains("● 電話・ライブチャット 日本語 21:00まで"),
        "{opened}"
    );
}
