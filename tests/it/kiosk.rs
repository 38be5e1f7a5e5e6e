//! The browser on a public terminal: what no key does, what is wiped, what is shown of what was typed.

mod idle;
mod keys;
mod pin;
mod screens;
mod soak;
pub mod storm;

use chrono::TimeDelta;
use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use madoguchi::app::{Act, App, Bound, Command, Field, News, acts};
use madoguchi::frame::keys::{Deed, Says};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::text::width::width;
use madoguchi::tui::Event;

use crate::support::{Browser, Step, guide, instant, size};

/// Where a visitor has just pressed the first key.
fn visited() -> Browser {
    let mut browser = Browser::public(size(120, 36), Language::JA);
    browser.press(KeyCode::Enter);
    browser
}

fn attracts(browser: &Browser) -> bool {
    browser.app.kiosk.as_ref().unwrap().attracts()
}

fn pass(browser: &mut Browser, seconds: i64) -> Option<Command> {
    let now = browser.app.world.now + TimeDelta::seconds(seconds);
    browser.app.update(News::Tick(now))
}

#[test]
fn a_key_that_shows_nothing_by_itself_only_ends_the_attracting_screen() {
    for key in [
        KeyCode::Char(' '),
        KeyCode::Down,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Null,
    ] {
        let mut browser = Browser::public(size(120, 36), Language::JA);
        assert!(attracts(&browser));
        browser.press(key);
        assert!(!attracts(&browser));
        assert_eq!(browser.app.query(), "");
        assert_eq!(browser.app.visit.focus, Focus::Search);
        assert_eq!(
            browser.app.visit.entries.selected(),
            Some(crate::support::home())
        );
    }
}

#[test]
fn the_first_key_counts() {
    let begun = |keys: &[KeyCode], language| {
        let mut browser = Browser::public(size(120, 36), language);
        for &key in keys {
            browser.press(key);
        }
        assert!(!attracts(&browser));
        browser.app
    };
    let (ja, en) = (Language::JA, Language::EN);
    // The buttons choose the language.
    for (key, language) in [('1', ja), ('2', en)] {
        for lang in [ja, en] {
            let app = begun(&[KeyCode::Char(key)], lang);
            assert_eq!((app.visit.language, app.query()), (language, ""));
        }
    }
    // Other characters begin a query; of a number too, which has no button.
    for (typed, lang, language) in [
        ("x", en, en),
        ("か", en, ja),
        ("解", en, en),
        ("0", ja, ja),
        ("7", ja, ja),
    ] {
        let keys: Vec<KeyCode> = typed.chars().map(KeyCode::Char).collect();
        let app = begun(&keys, lang);
        assert_eq!((app.visit.language, app.query()), (language, typed));
    }
    let mut browser = Browser::public(size(120, 36), en);
    browser.send(Act::Type("かいやく".to_owned()));
    assert_eq!(
        (browser.app.visit.language, browser.app.query()),
        (ja, "かいやく")
    );
    // What shows by itself what it did is done.
    assert_eq!(
        begun(&[KeyCode::F(4)], ja).visit.reader.subject,
        Subject::Desks
    );
    assert_eq!(begun(&[KeyCode::F(2)], ja).visit.language, en);
    assert!(begun(&[KeyCode::F(1)], ja).visit.menu.is_some());
    let check = begun(&[KeyCode::F(6)], ja);
    assert_eq!(check.visit.field, Field::Check);
}

#[test]
fn what_is_drawn_on_the_attracting_screen_can_be_tapped() {
    for (columns, rows) in [(40, 10), (64, 20), (80, 24), (120, 36), (200, 50)] {
        for (language, label) in [(Language::JA, "1 日本語"), (Language::EN, "2 ")] {
            let mut browser = Browser::public(size(columns, rows), Language::JA);
            browser.click(browser.find(label));
            assert!(!attracts(&browser));
            assert_eq!(browser.app.visit.language, language, "{columns}×{rows}");
            assert_eq!(browser.app.visit.focus, Focus::Search);
        }
    }
    let mut browser = Browser::public(size(80, 24), Language::JA);
    browser.click(browser.find("すぐに連絡する"));
    let urgent = browser.app.world.guide.as_ref().unwrap().urgent.unwrap();
    assert_eq!(browser.app.visit.reader.subject, Subject::Article(urgent));
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn a_visitor_ends_the_visit() {
    // By a key from anywhere, by Escape from the start, and first of all in the menu.
    for keys in [
        [KeyCode::F(12), KeyCode::Null, KeyCode::Null],
        [KeyCode::Esc, KeyCode::Null, KeyCode::Null],
        [KeyCode::F(1), KeyCode::Enter, KeyCode::Null],
    ] {
        let mut browser = visited();
        browser.press(keys[0]);
        if keys[1] == KeyCode::Enter {
            assert!(!attracts(&browser));
            browser.press(keys[1]);
        }
        assert!(attracts(&browser), "{keys:?}");
    }
    let mut browser = visited();
    browser.typed("kaiyaku");
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::F(12));
    assert!(attracts(&browser));
    assert_eq!(browser.app.query(), "");
    // Nobody's own terminal has such a key.
    let mut own = Browser::new(size(120, 36), Language::JA);
    own.press(KeyCode::F(12));
    assert!(!own.app.visit.mouse);
}

#[test]
fn digits_can_be_tapped_in() {
    for (columns, rows) in [(40, 14), (80, 24), (120, 36)] {
        let mut browser = Browser::public(size(columns, rows), Language::JA);
        browser.press(KeyCode::F(6));
        let pad = browser.app.layout().unwrap().pad.expect("a pad");
        let tap = |browser: &mut Browser, sign: char| {
            let row = pad.y + pad.height / 2;
            let screen = browser.screen();
            let line = screen.lines().nth(row.into()).unwrap();
            let at = width(
                &line[..line
                    .find(sign)
                    .unwrap_or_else(|| panic!("{sign}: {screen}"))],
            );
            browser.click((u16::try_from(at).unwrap(), row));
        };
        for sign in "0120-996-013⌫2".chars() {
            tap(&mut browser, sign);
        }
        assert_eq!(browser.app.query(), "0120-996-012", "{columns}×{rows}");
    }
    // Whoever has a terminal of his own has a keyboard.
    let mut own = Browser::new(size(120, 36), Language::JA);
    own.press(KeyCode::F(6));
    assert_eq!(own.app.layout().unwrap().pad, None);
}

#[test]
fn another_guide_takes_its_place_when_nobody_is_there() {
    // At once where the screen attracts.
    let mut browser = Browser::public(size(120, 36), Language::JA);
    let command = browser.app.update(News::Outdated);
    assert!(matches!(command, Some(Command::Renew)));
    // Else when the visit is over, which it does not end.
    let mut browser = visited();
    assert!(browser.app.update(News::Outdated).is_none());
    assert!(!attracts(&browser));
    assert!(matches!(pass(&mut browser, 3600), Some(Command::Renew)));
    // On a reader's own terminal it means nothing.
    let mut own = Browser::new(size(120, 36), Language::JA);
    assert!(own.app.update(News::Outdated).is_none());
}

#[test]
fn a_click_begins_a_visit_and_keeps_it_open() {
    let mut browser = Browser::public(size(120, 36), Language::JA);
    let bar = (60, 34);
    assert!(!browser.mouse(MouseEventKind::Up(MouseButton::Left), bar));
    assert!(attracts(&browser));
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Tab);
    browser.click(bar);
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    pass(&mut browser, 60);
    assert!(attracts(&browser) && browser.app.visit.mouse);

    // Beside what can be tapped a click only begins a visit.
    browser.click((3, 0));
    assert!(!attracts(&browser));
    assert_eq!(browser.app.visit.entries.selected_index(), Some(0));
    pass(&mut browser, 50);
    browser.click((3, 8));
    assert_eq!(browser.app.visit.entries.selected_index(), Some(0));
    assert_eq!(pass(&mut browser, 59), None);
    // Beside the screen, and while the mouse is the terminal's, somebody is there.
    browser.app.visit.mouse = false;
    for at in [(3, 8), (500, 500)] {
        browser.mouse(MouseEventKind::ScrollDown, at);
        assert_eq!(pass(&mut browser, 59), None);
    }
    assert_eq!(browser.app.visit.entries.selected_index(), Some(0));
    assert_eq!(pass(&mut browser, 1), Some(Command::Wipe));
    assert!(browser.app.visit.mouse, "as at the start");
}

#[test]
fn no_key_quits_interrupts_or_suspends() {
    let mut browser = visited();
    for _ in 0..3 {
        for (code, modifiers) in [
            (KeyCode::Char('c'), KeyModifiers::CONTROL),
            (KeyCode::Char('z'), KeyModifiers::CONTROL),
            (KeyCode::Char('4'), KeyModifiers::CONTROL),
            (KeyCode::Char('d'), KeyModifiers::CONTROL),
        ] {
            assert!(!browser.chord(code, modifiers));
        }
    }
    browser.press(KeyCode::Tab);
    assert_eq!(browser.app.visit.focus, Focus::Article);
    assert!(!browser.press(KeyCode::Char('q')));
    for message in [
        Act::Quit,
        Act::Interrupt,
        Act::Interrupt,
        Act::Suspend,
        Act::Paste("rm".to_owned()),
    ] {
        assert_eq!(browser.app.update(message), None);
    }
    assert_eq!(browser.app.query(), "q", "there it is a letter like others");
    assert_eq!(browser.app.visit.notice, None);
}

#[test]
fn escape_at_the_beginning_speaks_of_no_way_out() {
    let mut browser = visited();
    for _ in 0..3 {
        browser.press(KeyCode::Esc);
        let screen = browser.screen();
        assert!(!screen.contains("Ctrl-C"), "{screen}");
    }
}

#[test]
fn nothing_that_is_not_there_is_spoken_of() {
    let own = acts::explained(&Bound::default());
    let public = acts::explained_in_public(&Bound::default());
    let gone: Vec<Says<Deed>> = own
        .iter()
        .map(|key| key.deed)
        .filter(|deed| public.iter().all(|key| key.deed != *deed))
        .collect();
    let expected = [
        Deed::Copy,
        Deed::Suspend,
        Deed::Quit,
        Deed::Interrupt,
        Deed::Mouse,
    ];
    assert_eq!(gone, expected.map(Says::Words));
    let mut browser = visited();
    browser.send(Act::Help);
    let page = &browser.app.visit.reader.page;
    let text: String = page.lines.iter().map(|line| line.text() + "\n").collect();
    assert!(text.contains("Ctrl-L"));
    for word in [
        "Ctrl-C",
        "Ctrl-Z",
        "Ctrl-]",
        "F12",
        "終了する",
        "コピー",
        "ドラッグ",
    ] {
        assert!(!text.contains(word), "{text}");
    }
    assert!(text.contains("マウス") && text.contains("ホイール"));
    browser.app.visit.mouse = false;
    browser.press(KeyCode::Esc);
    browser.send(Act::Help);
    let page = &browser.app.visit.reader.page;
    assert!(!page.lines.iter().any(|line| line.text().contains("マウス")));
}

fn key(code: KeyCode) -> Step {
    Step::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn loaded() -> Step {
    Step::Event(Event::News(News::GuideLoaded(guide())))
}

fn app(start: &str, language: Language) -> App {
    let keys = acts::explained_in_public(&Bound::default());
    App::new(
        size(80, 24),
        instant(start),
        Tz::Asia__Tokyo,
        language,
        keys,
    )
    .in_public(TimeDelta::seconds(60), true)
}
