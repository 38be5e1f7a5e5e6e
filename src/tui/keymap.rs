//! What the keys of this keyboard mean: an act of the list, a character of a text, a digit of the PIN.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use crate::app::message::{PinKey, Policy};
use crate::app::{Act, App, Bound};
use crate::frame::keys::{Code, Held, Key, Scope};

/// The key with which staff begin to enter their PIN: Ctrl-], which terminals send as Ctrl-5. No visitor needs it, and no
/// input method takes it. It is in no help.
const ASK_PIN: [char; 2] = ['5', ']'];

/// What a key means to a browser in its present state. On a public terminal every key means at least that
/// somebody is there.
pub fn act_in(app: &App, event: KeyEvent) -> Option<Act> {
    let Some(kiosk) = &app.kiosk else {
        return act(event, app.key_scope(), &app.setup.bound);
    };
    if kiosk.entry().is_some() {
        return pin_key(event).map(Act::Pin);
    }
    if kiosk.has_pin() && asks_for_pin(event) {
        return Some(Act::AskPin);
    }
    let in_public = |key| app.setup.bound.of_key_in_public(key);
    if let Some(act) = key(event, Scope::InPublic).and_then(in_public) {
        return Some(act.clone());
    }
    let act = act(event, app.key_scope(), &app.setup.bound).map(as_text_in_public);
    act.or(Some(Act::Activity))
}

/// What a text means that came at once. It is no PIN: keys are pressed one by one.
pub fn typed_in(app: &App, text: String) -> Option<Act> {
    let asks_for_pin = app
        .kiosk
        .as_ref()
        .is_some_and(|kiosk| kiosk.entry().is_some());
    (!asks_for_pin).then_some(Act::Type(text))
}

/// On a public terminal letters that do nothing there are text.
fn as_text_in_public(act: Act) -> Act {
    match act {
        Act::Letter { typed, means } if means.in_public() != Policy::Done => {
            Act::Edit(InputRequest::InsertChar(typed))
        }
        act => act,
    }
}

fn asks_for_pin(event: KeyEvent) -> bool {
    let is_one = |c| event.code == KeyCode::Char(c);
    event.modifiers == KeyModifiers::CONTROL && ASK_PIN.into_iter().any(is_one)
}

/// What a key means while the PIN is asked for.
fn pin_key(event: KeyEvent) -> Option<PinKey> {
    let plain = event.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match event.code {
        KeyCode::Char(c) if plain => Some(PinKey::Type(c)),
        KeyCode::Backspace => Some(PinKey::Delete),
        KeyCode::Enter => Some(PinKey::Enter),
        KeyCode::Esc => Some(PinKey::Close),
        _ => None,
    }
}

/// What a key means now. `scope` is where the keys go: searching, reading or finding.
pub fn act(event: KeyEvent, scope: Scope, bound: &Bound) -> Option<Act> {
    let act = bound.of_key(key(event, scope)?, scope);
    match (act, typed(event)) {
        (Some(means), Some(typed)) if typed.is_alphabetic() => Some(Act::Letter { typed, means }),
        (Some(act), _) => Some(act.clone()),
        // Whatever has the focus, what is typed goes into a field.
        (None, typed) => typed.map(|c| Act::Edit(InputRequest::InsertChar(c))),
    }
}

/// The character that a key types.
fn typed(event: KeyEvent) -> Option<char> {
    let is_plain = event.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match event.code {
        KeyCode::Char(c) if is_plain && is_text(c) => Some(c),
        _ => None,
    }
}

/// Control and invisible characters are no part of a query.
fn is_text(c: char) -> bool {
    crate::text::clean::clean(c.encode_utf8(&mut [0; 4]))
        .chars()
        .eq([c])
}

/// The key that was pressed, unless it is one that never means anything. While reading, an input method that was left on
/// must not lock anybody out.
fn key(event: KeyEvent, scope: Scope) -> Option<Key> {
    let KeyCode::Char(c) = event.code else {
        return Some(Key(code(event.code)?, held(event.modifiers)?));
    };
    // Shift is part of a character already.
    let held = held(event.modifiers.difference(KeyModifiers::SHIFT))?;
    let c = match scope {
        Scope::Reading => half_width(c),
        _ => c,
    };
    // Terminals differ in whether Ctrl-Shift-C arrives as `C` or `c`.
    let c = match held {
        Held::Ctrl => c.to_ascii_lowercase(),
        _ => c,
    };
    Some(Key(Code::Char(c), held))
}

const fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}

/// Nothing is bound to several at once.
fn held(modifiers: KeyModifiers) -> Option<Held> {
    match modifiers {
        KeyModifiers::NONE => Some(Held::Nothing),
        KeyModifiers::SHIFT => Some(Held::Shift),
        KeyModifiers::CONTROL => Some(Held::Ctrl),
        KeyModifiers::ALT => Some(Held::Alt),
        _ => None,
    }
}

/// The character of the same key without a Japanese input method.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '・' => '/',
        '「' => '[',
        '」' => ']',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::acts::ACTS;
    use Scope::{Everywhere, Reading, Searching};

    /// What a key means; a letter what it would do.
    fn press(code: KeyCode, modifiers: KeyModifiers, scope: Scope) -> Option<String> {
        let act = act(KeyEvent::new(code, modifiers), scope, &Bound::default())?;
        Some(match act {
            Act::Letter { means, .. } => format!("{means:?}"),
            act => format!("{act:?}"),
        })
    }

    #[test]
    fn modifiers_are_matched_exactly() {
        assert_eq!(
            press(KeyCode::Char('q'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Quit")
        );
        assert_eq!(
            press(KeyCode::Char('q'), KeyModifiers::CONTROL, Reading),
            None
        );
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::ALT, Reading), None);
        assert_eq!(
            press(KeyCode::Char('x'), KeyModifiers::ALT, Searching),
            None
        );
    }

    #[test]
    fn letters_are_text_while_searching_and_commands_while_reading() {
        let insert = press(KeyCode::Char('q'), KeyModifiers::NONE, Searching);
        assert_eq!(insert.as_deref(), Some("Edit(InsertChar('q'))"));
        let upper = press(KeyCode::Char('Q'), KeyModifiers::SHIFT, Searching);
        assert_eq!(upper.as_deref(), Some("Edit(InsertChar('Q'))"));
        let next = press(KeyCode::Char('N'), KeyModifiers::SHIFT, Reading);
        assert_eq!(next.as_deref(), Some("NextFound(-1)"));
        // Those that do nothing are text there too.
        let text = press(KeyCode::Char('G'), KeyModifiers::SHIFT, Reading);
        assert_eq!(text.as_deref(), Some("Edit(InsertChar('G'))"));
    }

    #[test]
    fn an_input_method_left_on_does_not_lock_the_reader_in() {
        assert_eq!(
            press(KeyCode::Char('ｑ'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Quit")
        );
        assert_eq!(
            press(KeyCode::Char('・'), KeyModifiers::NONE, Reading).as_deref(),
            Some("Find")
        );
        assert_eq!(
            press(KeyCode::Char('「'), KeyModifiers::NONE, Reading).as_deref(),
            Some("MoveSections(-1)")
        );
    }

    #[test]
    fn every_character_that_is_a_command_is_one_in_full_width_too() {
        let mut seen = 0;
        for binding in ACTS
            .iter()
            .filter(|binding| [Everywhere, Reading].contains(&binding.scope))
        {
            for &key in binding.keys {
                let Key(Code::Char(c), Held::Nothing) = key else {
                    continue;
                };
                let full = match c {
                    ' ' => '\u{3000}',
                    c => {
                        char::from_u32(u32::from(c) + 0xfee0).expect("ASCII has a full-width form")
                    }
                };
                let expected = Some(format!("{:?}", binding.act));
                for typed in [c, full] {
                    let code = KeyCode::Char(typed);
                    assert_eq!(press(code, KeyModifiers::NONE, Reading), expected);
                    // Terminals say with which key it was typed, or not.
                    assert_eq!(press(code, KeyModifiers::SHIFT, Reading), expected);
                }
                seen += 1;
            }
        }
        assert!(seen > 20);
    }

    #[test]
    fn invisible_characters_are_not_typed() {
        for c in ['\u{202e}', '\u{200b}', '\u{e0041}', '\u{7}'] {
            assert_eq!(
                press(KeyCode::Char(c), KeyModifiers::NONE, Searching),
                None,
                "{c:?}"
            );
        }
    }
}
