//! Control sequences: what stands behind `ESC [` (CSI). Parameters, then one byte that says what it is.

use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};

use super::keys::{self, Held};
use super::{Read, mouse};

pub fn read(bytes: &[u8]) -> Read {
    match bytes {
        [] | [b'['] => Read::More,
        // The first function keys of the Linux console.
        [b'[', byte @ b'A'..=b'E'] => Held::default().key(KeyCode::F(byte - b'A' + 1)),
        [b'[', ..] => Read::Broken,
        [b'M', report @ ..] => mouse::three_bytes(report),
        // How rxvt writes Shift.
        [digits @ .., b'$'] if number(digits).is_some() => {
            keys::numbered(number(digits), Held::from(KeyModifiers::SHIFT))
        }
        [.., 0x20..=0x3f] => Read::More,
        [parameters @ .., last @ 0x40..=0x7e] => whole(parameters, *last),
        _ => Read::Broken,
    }
}

fn whole(bytes: &[u8], last: u8) -> Read {
    let parameters: Vec<&[u8]> = bytes.split(|&byte| byte == b';').collect();
    // There is always one, which may be empty.
    let first = number(parameters[0]);
    let held = parameters
        .get(1)
        .map_or(Held::default(), |bytes| held_by(bytes));
    match (last, bytes) {
        (b'M' | b'm', [b'<', report @ ..]) => mouse::numbers(report, last == b'm'),
        // What a terminal is or can do; whether it has the focus; how it is set, how large it is, what it supports; the mouse
        // in a form that nobody asks for; the end of a paste that did not begin.
        (_, [b'<'..=b'?', ..])
        | (b'I' | b'O', [])
        | (b'c', [_, ..])
        | (b'n' | b't' | b'x' | b'y' | b'M', _)
        | (b'~', b"201") => Read::Report,
        (b'~', b"200") => Read::Paste,
        (b'~', _) if first == Some(27) => match parameters.get(2) {
            Some(code) => keys::unicode(code, held),
            None => Read::Unknown,
        },
        (b'~', _) => keys::numbered(first, held),
        (b'u', _) => keys::unicode(parameters[0], held),
        // How rxvt writes Shift with an arrow, Control, and both.
        (b'a'..=b'd', []) => keys::lettered(last.to_ascii_uppercase(), KeyModifiers::SHIFT.into()),
        (b'^', _) => keys::numbered(first, Held::from(KeyModifiers::CONTROL)),
        (b'@', _) => keys::numbered(
            first,
            Held::from(KeyModifiers::CONTROL | KeyModifiers::SHIFT),
        ),
        (b'Z', _) => Held::from(KeyModifiers::SHIFT).key(KeyCode::BackTab),
        // Where the cursor is, unless it is Shift-F3 and the like.
        (b'R', _) if first != Some(1) || held.modifiers.is_empty() => Read::Report,
        _ => match parameters[..] {
            // The first number is then the modifiers'.
            [only] => keys::lettered(last, held_by(only)),
            _ => keys::lettered(last, held),
        },
    }
}

/// What is held down with a key: a number, and behind a colon whether the key is pressed (1), repeats or is let go.
fn held_by(parameter: &[u8]) -> Held {
    let mut parts = parameter.split(|&byte| byte == b':').map(number);
    let mut next = || parts.next().flatten();
    Held {
        modifiers: next().map_or(KeyModifiers::NONE, keys::modifiers),
        kind: match next() {
            Some(2) => KeyEventKind::Repeat,
            Some(3) => KeyEventKind::Release,
            _ => KeyEventKind::Press,
        },
    }
}

/// A number in decimal digits and nothing else.
pub fn number(digits: &[u8]) -> Option<u32> {
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    str::from_utf8(digits).ok()?.parse().ok()
}
