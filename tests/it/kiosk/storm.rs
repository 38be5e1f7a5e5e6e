//! Storms of keys on the state: whatever is pressed, it goes on, and draws no number but the guide's.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use madoguchi::app::{Act, Command, Message, News};
use madoguchi::language::Language;
use madoguchi::text::phone::normalized;
use madoguchi::tui::{keymap, mouse};
use proptest::prelude::*;

use crate::support::{Browser, answer, guide, size};

/// Rows of digits that could be called: seven or more of them, with what people write in between.
fn phone_shaped(screen: &str) -> Vec<String> {
    let part = |c: char| c.is_ascii_digit() || "-() +.".contains(c);
    let parts = screen.lines().flat_map(|line| line.split(|c| !part(c)));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    parts
        // Two spaces part what stands side by side.
        .flat_map(|part| part.split("  "))
        .filter(|part| digits(part) >= 7)
        .map(|part| part.trim_matches([' ', '.', '-', '(']).to_owned())
        .collect()
}

/// Every number on a screen is one of the guide's.
#[track_caller]
pub fn assert_official(screen: &str) {
    let guide = guide();
    // The day of its facts is no number, whatever stands beside it.
    let screen = screen.replace(&guide.as_of.expect("a day").to_string(), "…");
    for shaped in phone_shaped(&screen) {
        let official = guide
            .official_numbers
            .iter()
            .any(|number| normalized(number) == normalized(&shaped));
        assert!(official, "{shaped:?} in:\n{screen}");
    }
}

/// Something that happens to a public terminal.
#[derive(Debug, Clone)]
pub enum Happening {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Resize(u16, u16),
    Paste(String),
    /// So many milliseconds pass.
    Pass(i64),
    /// Somebody sets the clock by so many seconds.
    Set(i64),
}

fn keys() -> impl Strategy<Value = KeyEvent> {
    let named = prop::sample::select(vec![
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Null,
    ]);
    let code = prop_oneof![
        3 => named,
        3 => (1..=12_u8).prop_map(KeyCode::F),
        3 => prop::char::range('0', '9').prop_map(KeyCode::Char),
        3 => prop::sample::select("-qsjk/[]?あ電話かいやくO０①".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
    ];
    let modifiers = prop_oneof![
        4 => Just(KeyModifiers::NONE),
        1 => any::<u8>().prop_map(KeyModifiers::from_bits_truncate),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| KeyEvent::new(code, modifiers))
}

/// Reports of the mouse, mostly such as mean something, and mostly from the screen.
fn reports() -> impl Strategy<Value = MouseEvent> {
    let kind = prop_oneof![
        6 => Just(MouseEventKind::Down(MouseButton::Left)),
        2 => Just(MouseEventKind::ScrollDown),
        2 => Just(MouseEventKind::ScrollUp),
        1 => Just(MouseEventKind::Up(MouseButton::Left)),
        1 => Just(MouseEventKind::Down(MouseButton::Right)),
    ];
    let cell = prop_oneof![9 => (0..80_u16, 0..24_u16), 1 => any::<(u16, u16)>()];
    let modifiers = prop_oneof![9 => Just(KeyModifiers::NONE), 1 => Just(KeyModifiers::SHIFT)];
    (kind, cell, modifiers).prop_map(|(kind, (column, row), modifiers)| MouseEvent {
        kind,
        column,
        row,
        modifiers,
    })
}

fn happenings() -> impl Strategy<Value = Happening> {
    prop_oneof![
        20 => keys().prop_map(Happening::Key),
        10 => reports().prop_map(Happening::Mouse),
        1 => (1..150_u16, 1..50_u16).prop_map(|(columns, rows)| Happening::Resize(columns, rows)),
        1 => ".{0,20}".prop_map(Happening::Paste),
        2 => (0..70_000_i64).prop_map(Happening::Pass),
        1 => (-2_000_000_000..2_000_000_000_i64).prop_map(Happening::Set),
    ]
}

/// Lets something happen; says what is to be done outside that a public terminal may ask for.
pub fn happen(browser: &mut Browser, happening: &Happening) -> Option<Command> {
    let message: Message = match happening {
        Happening::Key(key) => keymap::act_in(&browser.app, *key)?.into(),
        Happening::Mouse(report) => mouse::act(*report, &browser.app)?.into(),
        Happening::Resize(columns, rows) => News::Resize(size(*columns, *rows)).into(),
        Happening::Paste(text) => Act::Paste(text.clone()).into(),
        Happening::Pass(milliseconds) => {
            News::Tick(browser.app.world.now + TimeDelta::milliseconds(*milliseconds)).into()
        }
        Happening::Set(seconds) => {
            let by = TimeDelta::seconds(*seconds);
            assert_eq!(browser.app.update(News::ClockSet(by)), None);
            News::Tick(browser.app.world.now + by).into()
        }
    };
    match browser.app.update(message)? {
        Command::Search(request) => browser.app.update(answer(&request)),
        // Nobody guesses it here.
        Command::CheckPin(_) => browser.app.update(News::PinChecked(false)),
        other => Some(other),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn it_goes_on_whatever_happens(all in prop::collection::vec(happenings(), 1..120)) {
        let mut browser = Browser::public(size(80, 24), Language::JA);
        for happening in &all {
            let command = happen(&mut browser, happening);
            prop_assert!(
                matches!(command, None | Some(Command::Wipe | Command::Redraw)),
                "{command:?} after {happening:?}"
            );
            let now = browser.app.world.now;
            let sleep = browser.app.sleep(now);
            prop_assert!(!sleep.is_zero() && sleep.as_secs() <= 60, "{sleep:?}");
            assert_official(&browser.screen());
        }
        // Nobody comes any more.
        for _ in 0..3 {
            happen(&mut browser, &Happening::Pass(60_000));
        }
        let kiosk = browser.app.kiosk.as_ref().unwrap();
        prop_assert!(kiosk.attracts() && kiosk.entry().is_none());
        // Somebody comes.
        browser.send(News::Resize(size(80, 24)));
        browser.press(KeyCode::Enter);
        browser.typed("解約");
        prop_assert!(browser.screen().contains("検索結果"));
    }
}
