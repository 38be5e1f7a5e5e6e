//! Keys, as terminals name them: by a character, a letter or a number.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Read;
use super::sequence::number;

/// How a key is pressed.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    pub modifiers: KeyModifiers,
    pub kind: KeyEventKind,
}

impl Default for Held {
    fn default() -> Self {
        KeyModifiers::NONE.into()
    }
}

impl From<KeyModifiers> for Held {
    fn from(modifiers: KeyModifiers) -> Self {
        Self {
            modifiers,
            kind: KeyEventKind::Press,
        }
    }
}

impl Held {
    pub fn key(self, code: KeyCode) -> Read {
        KeyEvent::new_with_kind(code, self.modifiers, self.kind).into()
    }
}

/// A key that types this character, in upper case with Shift.
pub fn typed(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

/// A character, or a key that sends a control character.
pub fn character(bytes: &[u8]) -> Read {
    let ctrl = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match *bytes {
        [b'\r'] => KeyEvent::from(KeyCode::Enter).into(),
        [b'\t'] => KeyEvent::from(KeyCode::Tab).into(),
        [0x7f] => KeyEvent::from(KeyCode::Backspace).into(),
        [0] => ctrl(b' ').into(),
        // Among them Ctrl-H, which is no Backspace, and Ctrl-J, which is no Enter.
        [byte @ 1..=0x1a] => ctrl(byte - 1 + b'a').into(),
        // As terminals of old named them: Ctrl-4 is also Ctrl-\, Ctrl-5 is Ctrl-], Ctrl-7 is Ctrl-/.
        [byte @ 0x1c..=0x1f] => ctrl(byte - 0x1c + b'4').into(),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Read {
    match str::from_utf8(bytes) {
        Ok(text) => text.chars().next().map_or(Read::More, |c| typed(c).into()),
        Err(error) if error.error_len().is_none() => Read::More,
        Err(_) if bytes.len() == 1 => Read::Unknown,
        Err(_) => Read::Broken,
    }
}

/// What stands behind `ESC O`: a letter, before which Konsole writes the modifiers.
pub fn application(bytes: &[u8]) -> Read {
    match *bytes {
        [] | [b'1'..=b'9'] => Read::More,
        // Enter on the keypad.
        [b'M'] => KeyEvent::from(KeyCode::Enter).into(),
        // How rxvt writes Control.
        [byte @ b'a'..=b'd'] => lettered(byte.to_ascii_uppercase(), KeyModifiers::CONTROL.into()),
        [byte @ 0x20..=0x7e] => lettered(byte, Held::default()),
        [digit, byte @ 0x20..=0x7e] => lettered(byte, modifiers(u32::from(digit - b'0')).into()),
        _ => Read::Broken,
    }
}

/// A key that is named by a letter.
pub fn lettered(byte: u8, held: Held) -> Read {
    let code = match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(byte - b'P' + 1),
        _ => return Read::Unknown,
    };
    held.key(code)
}

/// A key that is named by a number.
pub fn numbered(number: Option<u32>, held: Held) -> Read {
    let code = match number {
        Some(1 | 7) => KeyCode::Home,
        Some(2) => KeyCode::Insert,
        Some(3) => KeyCode::Delete,
        Some(4 | 8) => KeyCode::End,
        Some(5) => KeyCode::PageUp,
        Some(6) => KeyCode::PageDown,
        Some(number @ 11..=15) => function_key(number - 10),
        Some(number @ 17..=21) => function_key(number - 11),
        Some(number @ 23..=26) => function_key(number - 12),
        Some(number @ 28..=29) => function_key(number - 13),
        Some(number @ 31..=34) => function_key(number - 14),
        _ => return Read::Unknown,
    };
    held.key(code)
}

fn function_key(number: u32) -> KeyCode {
    u8::try_from(number).map_or(KeyCode::Null, KeyCode::F)
}

/// Keys that are named by a number of Unicode's private use, from the first on: those of the keypad, as kitty's protocol has
/// them.
const KEYPAD: [KeyCode; 28] = [
    KeyCode::Char('0'),
    KeyCode::Char('1'),
    KeyCode::Char('2'),
    KeyCode::Char('3'),
    KeyCode::Char('4'),
    KeyCode::Char('5'),
    KeyCode::Char('6'),
    KeyCode::Char('7'),
    KeyCode::Char('8'),
    KeyCode::Char('9'),
    KeyCode::Char('.'),
    KeyCode::Char('/'),
    KeyCode::Char('*'),
    KeyCode::Char('-'),
    KeyCode::Char('+'),
    KeyCode::Enter,
    KeyCode::Char('='),
    KeyCode::Char(','),
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Insert,
    KeyCode::Delete,
];

/// A key that is named by its character in Unicode, and behind a colon by the one that it types with Shift: xterm's
/// `modifyOtherKeys` and kitty's protocol. Nobody asks for them, but a terminal may have been left so.
pub fn unicode(parameter: &[u8], held: Held) -> Read {
    let mut numbers = parameter.split(|&byte| byte == b':').map(number);
    let mut next = || numbers.next().flatten();
    let Some(code) = next() else {
        return Read::Unknown;
    };
    let has_shift = held.modifiers.contains(KeyModifiers::SHIFT);
    let key = match code {
        0x1b => KeyCode::Esc,
        0x0d => KeyCode::Enter,
        0x09 if has_shift => KeyCode::BackTab,
        0x09 => KeyCode::Tab,
        0x7f => KeyCode::Backspace,
        57376..=57398 => function_key(code - 57376 + 13),
        57399..=57426 => KEYPAD[(code - 57399) as usize],
        // Keys that type nothing: Caps Lock, the volume, Shift itself.
        0xe000..=0xf8ff => return Read::Unknown,
        _ => match next()
            .filter(|_| has_shift)
            .or(Some(code))
            .and_then(char::from_u32)
        {
            Some(c) if has_shift => KeyCode::Char(upper(c)),
            Some(c) => KeyCode::Char(c),
            None => return Read::Unknown,
        },
    };
    held.key(key)
}

/// The character in upper case, where that is one.
fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

/// The modifiers as terminals number them: 1 and their bits. Caps Lock and Num Lock are none.
pub fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .map(|(_, modifier)| modifier)
    .collect()
}
