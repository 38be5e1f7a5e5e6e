//! Every key with every modifier, wherever one can be: on a public terminal none leads out of the guide.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MediaKeyCode, ModifierKeyCode};
use madoguchi::app::{Command, News};
use madoguchi::language::Language;

use super::storm::{Happening, assert_official, happen};
use crate::support::{Browser, size};

fn keys() -> Vec<KeyCode> {
    let named = [
        KeyCode::Backspace,
        KeyCode::Enter,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Null,
        KeyCode::Esc,
        KeyCode::CapsLock,
        KeyCode::ScrollLock,
        KeyCode::NumLock,
        KeyCode::PrintScreen,
        KeyCode::Pause,
        KeyCode::Menu,
        KeyCode::KeypadBegin,
        KeyCode::Media(MediaKeyCode::Play),
        KeyCode::Modifier(ModifierKeyCode::LeftControl),
    ];
    let functions = (0..=36).chain([u8::MAX]).map(KeyCode::F);
    let ascii = (0..0x80_u8).map(|byte| KeyCode::Char(char::from(byte)));
    let others = "\u{85}\u{9b}\u{ad}\u{301}\u{202e}\u{e0041}０？あ電😀\u{10ffff}".chars();
    let others = others.map(KeyCode::Char);
    named
        .into_iter()
        .chain(functions)
        .chain(ascii)
        .chain(others)
        .collect()
}

/// None, all, each alone, and those that keyboards have in every combination.
fn modifiers() -> impl Iterator<Item = KeyModifiers> {
    let usual = KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT;
    let usual = (0..=usual.bits()).map(KeyModifiers::from_bits_truncate);
    let rare = [KeyModifiers::SUPER, KeyModifiers::HYPER, KeyModifiers::META];
    usual.chain(rare).chain([KeyModifiers::all()])
}

/// What was pressed and typed to get somewhere.
const PLACES: [&[&str]; 13] = [
    // It attracts.
    &[],
    &["Enter"],
    &["Enter", "解約"],
    &["Enter", "ｘｘ"],
    &["Enter", "解約", "Enter"],
    &["Enter", "Tab", "Tab"],
    &["Enter", "F1"],
    &["Enter", "F5", "Enter"],
    &["Enter", "F6", "0120-996-013"],
    &["Enter", "F7", "Enter"],
    &["Enter", "Tab", "/", "電話"],
    &["Enter", "wait"],
    &["Enter", "pin", "1234"],
];

fn go(place: &[&str]) -> Browser {
    let mut browser = Browser::public(size(80, 24), Language::JA);
    for step in place {
        let ended = match *step {
            "Enter" => browser.press(KeyCode::Enter),
            "Tab" => browser.press(KeyCode::Tab),
            "/" => browser.press(KeyCode::Char('/')),
            "pin" => browser.chord(KeyCode::Char(']'), KeyModifiers::CONTROL),
            "wait" => {
                let later = browser.app.world.now + TimeDelta::seconds(50);
                browser.send(News::Tick(later))
            }
            step if step.starts_with('F') => browser.press(KeyCode::F(step[1..].parse().unwrap())),
            text => {
                browser.typed(text);
                false
            }
        };
        assert!(!ended);
    }
    browser
}

#[test]
fn none_leads_out() {
    for place in PLACES {
        let start = go(place);
        for code in keys() {
            for modifiers in modifiers() {
                let mut browser = Browser {
                    app: start.app.clone(),
                };
                let command = happen(
                    &mut browser,
                    &Happening::Key(KeyEvent::new(code, modifiers)),
                );
                assert!(
                    matches!(command, None | Some(Command::Redraw | Command::Wipe)),
                    "{command:?} by {code:?} with {modifiers:?} after {place:?}"
                );
                assert!(browser.app.is_public());
                if modifiers.is_empty() {
                    assert_official(&browser.screen());
                }
            }
        }
    }
}
