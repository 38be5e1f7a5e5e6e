//! From the bytes of a terminal to keys, for public terminals: no sequence of bytes makes it deaf.
//!
//! crossterm's reader waits for the end of what has begun: after `ESC [ ?`, or `ESC [ 200 ~` (both can be typed: Alt-[
//! and the rest), it takes whatever is typed for a part of that, until an end comes that may never come. Here a sequence
//! has few bytes, ends at the first byte that cannot belong to it, and is given up when nothing follows. Pastes are
//! not told apart: they are keys like others.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// No sequence of a key is longer.
const LONGEST: usize = 16;

const ESC: u8 = 0x1b;

/// Takes bytes, gives keys. What is no key that is known is the key [`KeyCode::Null`]: somebody is there.
#[derive(Debug, Default)]
pub struct Decoder {
    /// What has begun: never longer than [`LONGEST`].
    pending: Vec<u8>,
}

/// What some bytes are.
enum Read {
    Key(KeyEvent),
    /// The beginning of something.
    More,
    /// Nothing that is known.
    Unknown,
    /// The last byte does not belong to those before it, which are nothing.
    Broken,
}

impl Decoder {
    /// Whether something has begun that may go on.
    pub const fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes the next byte, and adds the keys that are complete with it.
    pub fn take(&mut self, byte: u8, keys: &mut Vec<KeyEvent>) {
        self.pending.push(byte);
        match read(&self.pending) {
            Read::More if self.pending.len() < LONGEST => return,
            Read::Key(key) => keys.push(key),
            Read::More | Read::Unknown => keys.push(unknown()),
            Read::Broken => {
                self.pending.pop();
                self.give_up(keys);
                // Alone it is not broken, so that this goes no deeper.
                self.take(byte, keys);
                return;
            }
        }
        self.pending.clear();
    }

    /// Nothing follows what has begun: it was Escape, or Alt and a key, or nothing.
    pub fn give_up(&mut self, keys: &mut Vec<KeyEvent>) {
        match *self.pending.as_slice() {
            [] => {}
            [ESC] => keys.push(KeyCode::Esc.into()),
            [ESC, byte @ (b'[' | b'O')] => keys.push(with_alt(char::from(byte))),
            _ => keys.push(unknown()),
        }
        self.pending.clear();
    }
}

fn unknown() -> KeyEvent {
    KeyCode::Null.into()
}

fn with_alt(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT)
}

fn read(bytes: &[u8]) -> Read {
    match bytes {
        [] | [ESC] => Read::More,
        [ESC, ESC] => Read::Broken,
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', rest @ ..] => match rest {
            [] => Read::More,
            [byte] => function(*byte, KeyModifiers::NONE),
            _ => Read::Unknown,
        },
        [ESC, rest @ ..] => match character(rest) {
            Read::Key(key) => Read::Key(KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)),
            other => other,
        },
        bytes => character(bytes),
    }
}

/// A character, or a key that sends a control character.
fn character(bytes: &[u8]) -> Read {
    let ctrl = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    let key = match *bytes {
        [b'\r'] => KeyCode::Enter.into(),
        [b'\t'] => KeyCode::Tab.into(),
        [0x7f] => KeyCode::Backspace.into(),
        [0] => ctrl(b' '),
        [byte @ 1..=0x1a] => ctrl(byte - 1 + b'a'),
        // As terminals of old named them: Ctrl-4 is also Ctrl-\, Ctrl-5 is Ctrl-].
        [byte @ 0x1c..=0x1f] => ctrl(byte - 0x1c + b'4'),
        _ => return utf8(bytes),
    };
    Read::Key(key)
}

fn utf8(bytes: &[u8]) -> Read {
    match std::str::from_utf8(bytes) {
        Ok(text) => text
            .chars()
            .next()
            .map_or(Read::More, |c| Read::Key(KeyCode::Char(c).into())),
        Err(error) if error.error_len().is_none() => Read::More,
        Err(_) if bytes.len() == 1 => Read::Unknown,
        Err(_) => Read::Broken,
    }
}

/// What stands behind `ESC [`: parameters, then one byte that says what it is.
fn control_sequence(bytes: &[u8]) -> Read {
    match bytes {
        [] | [b'['] => Read::More,
        // The first function keys of the Linux console.
        [b'[', byte @ b'A'..=b'E'] => Read::Key(KeyCode::F(byte - b'A' + 1).into()),
        [parameters @ .., last] => match last {
            0x20..=0x3f => Read::More,
            0x40..=0x7e => sequence(parameters, *last),
            _ => Read::Broken,
        },
    }
}

fn sequence(parameters: &[u8], last: u8) -> Read {
    let mut numbers = parameters.split(|&byte| byte == b';').map(number);
    let first = numbers.next().flatten();
    let modifiers = numbers
        .next()
        .flatten()
        .map_or(KeyModifiers::NONE, modifiers);
    match (last, first) {
        (b'~', Some(first)) => numbered(first, modifiers),
        // The beginning of what some send for a mouse, and no key.
        (b'M', _) => Read::Unknown,
        (b'Z', _) => Read::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ => function(last, modifiers),
    }
}

fn number(digits: &[u8]) -> Option<u8> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// A key that is named by a letter.
fn function(byte: u8, modifiers: KeyModifiers) -> Read {
    let code = match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        // Enter on the keypad.
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(byte - b'P' + 1),
        0x20..=0x7e => return Read::Unknown,
        _ => return Read::Broken,
    };
    Read::Key(KeyEvent::new(code, modifiers))
}

/// A key that is named by a number.
fn numbered(number: u8, modifiers: KeyModifiers) -> Read {
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return Read::Unknown,
    };
    Read::Key(KeyEvent::new(code, modifiers))
}

/// The modifiers as terminals number them: 1 and their bits.
fn modifiers(number: u8) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decoded(bytes: &[u8]) -> Vec<KeyEvent> {
        let mut decoder = Decoder::default();
        let mut keys = Vec::new();
        for &byte in bytes {
            decoder.take(byte, &mut keys);
        }
        decoder.give_up(&mut keys);
        keys
    }

    /// The keys of some bytes, as text: `Ctrl-c`, `?` for an unknown one.
    #[track_caller]
    fn check(bytes: &str, expected: &str) {
        let name = |key: &KeyEvent| {
            let mut name = String::new();
            for (modifier, prefix) in [
                (KeyModifiers::CONTROL, "Ctrl-"),
                (KeyModifiers::ALT, "Alt-"),
                (KeyModifiers::SHIFT, "Shift-"),
            ] {
                if key.modifiers.contains(modifier) {
                    name.push_str(prefix);
                }
            }
            match key.code {
                KeyCode::Char(c) => name.push(c),
                KeyCode::F(n) => name.push_str(&format!("F{n}")),
                KeyCode::Null => name.push('?'),
                code => name.push_str(&format!("{code:?}")),
            }
            name
        };
        let keys: Vec<String> = decoded(bytes.as_bytes()).iter().map(name).collect();
        assert_eq!(keys.join(" "), expected, "{bytes:?}");
    }

    #[test]
    fn keys_as_terminals_send_them() {
        check("aあ😀", "a あ 😀");
        check("\r\n\t\u{7f}\u{8}", "Enter Ctrl-j Tab Backspace Ctrl-h");
        check(
            "\0\u{1}\u{1a}\u{1c}\u{1d}",
            "Ctrl-  Ctrl-a Ctrl-z Ctrl-4 Ctrl-5",
        );
        check("\x1b", "Esc");
        check("\x1b\x1b\x1b", "Esc Esc Esc");
        check("\x1bx\x1bあ\x1b\r", "Alt-x Alt-あ Alt-Enter");
        check("\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left");
        check(
            "\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;6D",
            "Shift-Up Alt-Down Ctrl-Right Ctrl-Shift-Left",
        );
        check("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH", "Home End Home End Home");
        check(
            "\x1b[5~\x1b[6~\x1b[3~\x1b[2~\x1b[3;5~",
            "PageUp PageDown Delete Insert Ctrl-Delete",
        );
        check(
            "\x1bOP\x1bOS\x1b[15~\x1b[17~\x1b[21~\x1b[24~",
            "F1 F4 F5 F6 F10 F12",
        );
        check("\x1b[[A\x1b[[E\x1b[Z\x1bOM", "F1 F5 Shift-BackTab Enter");
    }

    #[test]
    fn what_has_begun_swallows_nothing() {
        // These make crossterm deaf.
        check("\x1b[200~rm\r", "? r m Enter");
        check("\x1b[201~", "?");
        check("\x1b[?ab", "? b");
        check("\x1b[<0;1;1x\x1b[<1\rz", "? ? Enter z");
        check("\x1b[Mabc", "? a b c");
        check("\x1b[0;0R", "F3");
        // Cut off by another key.
        check("\x1b[1;\x1b[A", "? Up");
        check("\x1b[\ra", "Alt-[ Enter a");
        check("\x1bO\ra", "Alt-O Enter a");
        check("\x1b[あ", "Alt-[ あ");
        check("\x1bOあ", "Alt-O あ");
        check("\x1b[1111111111111111111a", "? 1 1 1 1 1 a");
        check("\x1b]0;title\u{7}", "Alt-] 0 ; t i t l e Ctrl-g");
    }

    #[test]
    fn broken_utf8_swallows_nothing() {
        let null: KeyEvent = KeyCode::Null.into();
        let a: KeyEvent = KeyCode::Char('a').into();
        assert_eq!(decoded(b"\xffa"), [null, a]);
        assert_eq!(decoded(b"\xe3\x81a"), [null, a]);
        assert_eq!(decoded(b"\xe3\x81"), [null]);
        assert_eq!(
            decoded(b"\xf0\x9f\xe3\x81\x82"),
            [null, KeyCode::Char('あ').into()]
        );
    }

    proptest! {
        /// After whatever was sent, a pause and a key are that key.
        #[test]
        fn it_is_never_deaf(bytes in prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(b"\x1b[O?<;0129~MRu".to_vec())], 0..200)) {
            let mut decoder = Decoder::default();
            let mut keys = Vec::new();
            for &byte in &bytes {
                decoder.take(byte, &mut keys);
                prop_assert!(decoder.pending.len() < LONGEST);
            }
            decoder.give_up(&mut keys);
            prop_assert!(!decoder.is_waiting());
            prop_assert!(bytes.is_empty() || !keys.is_empty());
            keys.clear();
            decoder.take(b'k', &mut keys);
            prop_assert_eq!(keys, vec![KeyEvent::from(KeyCode::Char('k'))]);
        }
    }
}
