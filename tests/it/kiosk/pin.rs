//! Staff end the kiosk by their PIN, which nobody else sees or guesses.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::message::PinKey;
use madoguchi::app::{Act, Command, News};
use madoguchi::language::Language;
use madoguchi::tui::{Event, Exit};

use super::{app, attracts, key, loaded, pass, visited};
use crate::support::{Browser, EVENING, PIN, Step, instant, run_app, size};

fn ask_pin(browser: &mut Browser) -> bool {
    browser.chord(KeyCode::Char('5'), KeyModifiers::CONTROL)
}

fn asks(browser: &Browser) -> bool {
    browser.app.kiosk.as_ref().unwrap().entry().is_some()
}

#[test]
fn the_right_pin_ends_it_and_nothing_of_it_is_shown() {
    for attracting in [true, false] {
        let mut browser = Browser::public(size(80, 24), Language::JA);
        if !attracting {
            browser.press(KeyCode::Enter);
        }
        ask_pin(&mut browser);
        let asked = browser.screen();
        assert!(asked.contains("暗証番号"), "{asked}");
        for digit in PIN.chars() {
            assert!(!browser.press(KeyCode::Char(digit)));
            assert_eq!(browser.screen(), asked);
            assert!(!format!("{:?}", browser.app).contains(PIN));
        }
        assert!(browser.press(KeyCode::Enter));
    }
}

#[test]
fn a_wrong_pin_waits_longer_each_time_also_for_the_next_visitor() {
    let mut browser = visited();
    let mut tries = |pin: &str| {
        ask_pin(&mut browser);
        browser.typed(pin);
        let left = browser.press(KeyCode::Enter);
        let waits = browser.screen().contains("Wrong.");
        (left, waits)
    };
    assert_eq!(tries("271829"), (false, true));
    // Even the right one is not looked at before its time.
    assert_eq!(tries(PIN), (false, true));
    pass(&mut browser, 1);
    assert!(browser.screen().contains("Type the PIN"));
    browser.typed("1");
    browser.press(KeyCode::Enter);
    assert_eq!(pass(&mut browser, 1), None);
    browser.typed(PIN);
    assert!(!browser.press(KeyCode::Enter), "two seconds now");
    browser.press(KeyCode::Esc);
    assert!(!asks(&browser));
    for _ in 0..5 {
        pass(&mut browser, 300);
        ask_pin(&mut browser);
        browser.typed("1");
        browser.press(KeyCode::Enter);
    }
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Enter);
    // 64 seconds, which the idle reset does not shorten.
    assert_eq!(pass(&mut browser, 60), Some(Command::Wipe));
    ask_pin(&mut browser);
    browser.typed(PIN);
    assert!(!browser.press(KeyCode::Enter));
    pass(&mut browser, 4);
    browser.typed(PIN);
    assert!(browser.press(KeyCode::Enter));
}

#[test]
fn the_pin_is_asked_for_no_longer_than_somebody_types() {
    let mut browser = Browser::public(size(80, 24), Language::JA);
    ask_pin(&mut browser);
    pass(&mut browser, 19);
    browser.typed("2");
    pass(&mut browser, 19);
    assert!(asks(&browser));
    // Keys that mean nothing there do nothing behind it either.
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::Null);
    pass(&mut browser, 1);
    assert!(!asks(&browser) && attracts(&browser));
    assert_eq!(browser.app.visit.language, Language::JA);
    // What was typed before is forgotten.
    ask_pin(&mut browser);
    browser.typed(&PIN[1..]);
    assert!(!browser.press(KeyCode::Enter));
}

#[test]
fn without_a_pin_its_key_is_a_key_like_others() {
    let mut browser = Browser {
        app: app(EVENING, Language::JA).in_public(TimeDelta::minutes(1), false),
    };
    ask_pin(&mut browser);
    assert!(!asks(&browser) && !attracts(&browser));
    assert_eq!(browser.app.update(Act::AskPin), None);
    assert_eq!(browser.app.update(Act::Pin(PinKey::Enter)), None);
    assert!(!asks(&browser));
}

#[test]
fn the_loop_ends_by_the_right_pin() {
    let mut steps = vec![
        loaded(),
        Step::Event(Event::Key(KeyEvent::new(
            KeyCode::Char(']'),
            KeyModifiers::CONTROL,
        ))),
        // It is given up after 20 seconds, and asked for again.
        Step::Sleep("2026-11-23T20:48:20+09:00"),
        Step::Event(Event::Key(KeyEvent::new(
            KeyCode::Char('5'),
            KeyModifiers::CONTROL,
        ))),
    ];
    steps.extend(PIN.chars().map(|c| key(KeyCode::Char(c))));
    steps.push(key(KeyCode::Enter));
    let (exit, ..) = run_app(app(EVENING, Language::JA), steps);
    assert_eq!((exit.code(), exit), (0, Exit::Staff));
}

#[test]
fn behind_the_request_for_the_pin_clicks_do_nothing() {
    let mut browser = visited();
    ask_pin(&mut browser);
    let asked = browser.screen();
    for (column, row) in (0..120).flat_map(|x| (0..36).map(move |y| (x, y))) {
        assert!(!browser.click((column, row)));
    }
    assert_eq!(browser.screen(), asked);
    browser.typed(PIN);
    assert!(browser.press(KeyCode::Enter));
}

#[test]
fn a_clock_that_is_set_shortens_no_wait_after_a_wrong_pin() {
    for to in ["2036-01-01T00:00:00+09:00", "1970-01-02T00:00:00+09:00"] {
        let mut browser = visited();
        ask_pin(&mut browser);
        for _ in 0..6 {
            browser.send(News::PinChecked(false));
        }
        let by = instant(to) - browser.app.world.now;
        browser.send(News::ClockSet(by));
        browser.send(News::Tick(instant(to)));
        let waits = |browser: &Browser| {
            let kiosk = browser.app.kiosk.as_ref().unwrap();
            kiosk.waits(browser.app.world.now)
        };
        assert!(asks(&browser), "it is still asked for");
        pass(&mut browser, 31);
        assert!(waits(&browser));
        pass(&mut browser, 1);
        assert!(!waits(&browser));
    }
}
