//! From the bytes of a terminal to what they say: keys, the mouse, pastes, and the answer to the one question it is asked.
//!
//! No bytes make it deaf, whether typed or sent. A sequence has few bytes, ends at the first that cannot belong to it,
//! and is given up when nothing follows for a while; a paste that does not end is one when nothing more comes. crossterm,
//! whose words for keys and the mouse these are, waits for the end of what has begun: after `ESC [ ?` or `ESC [ 200 ~`,
//! which can be typed, it takes whatever follows for a part of that, and has no way to be reset.

mod background;
mod keys;
mod mouse;
mod paste;
mod sequence;
#[cfg(test)]
mod tests;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};

use crate::ui::theme::Background;
pub use background::QUESTION;
use paste::Paste;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;

/// No control sequence is longer: a terminal that says all that it can do takes about 40 bytes.
const LONGEST_SEQUENCE: usize = 64;

/// Nor is any string that a terminal sends without being asked for it.
const LONGEST_STRING: usize = 1024;

/// The bytes of one key are sent together, so that also a slow line brings them without such a pause. Escape waits as long:
/// less than the time between two repetitions of a key that is held down, and hardly seen (1/40 s).
const KEY_PAUSE: Duration = Duration::from_millis(25);

/// A terminal may stop in the middle of a paste or of its answer, because a line does: no longer than this.
const LONG_PAUSE: Duration = Duration::from_millis(500);

/// What a terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key that was pressed, or repeats. [`KeyCode::Null`] is what nothing is known of: somebody is there.
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    /// The answer to [`QUESTION`]; `None` where it says no colour.
    Background(Option<Background>),
}

/// Takes bytes, gives what they say.
#[derive(Debug, Default)]
pub struct Decoder {
    /// Whether it is the reader's own terminal. On a public one pastes are keys like others, and no answer is waited for.
    is_own: bool,
    /// What has begun: never longer than [`LONGEST_STRING`].
    pending: Vec<u8>,
    /// The paste that has begun.
    paste: Option<Paste>,
    /// A string that is too long goes on, to be forgotten; its last byte.
    endless: Option<u8>,
}

/// What some bytes are.
enum Read {
    Input(Input),
    /// The beginning of something.
    More,
    /// The beginning of a paste.
    Paste,
    /// A key of which nothing is known.
    Unknown,
    /// What a terminal says by itself or because somebody has asked it, a key that is let go, and whatever else nobody has
    /// pressed.
    Report,
    /// The last byte does not belong to those before it, which are nothing.
    Broken,
}

impl From<KeyEvent> for Read {
    fn from(key: KeyEvent) -> Self {
        match key.kind {
            KeyEventKind::Release => Self::Report,
            _ => Self::Input(Input::Key(key)),
        }
    }
}

impl Decoder {
    pub fn new(is_own: bool) -> Self {
        Self {
            is_own,
            ..Self::default()
        }
    }

    /// How long to wait for more of what has begun before it is [given up](Self::give_up). `None` if nothing has.
    pub fn patience(&self) -> Option<Duration> {
        let may_be_answer = self.is_own && background::may_be_answer(&self.pending);
        if self.paste.is_some() || may_be_answer {
            Some(LONG_PAUSE)
        } else {
            let has_begun = !self.pending.is_empty() || self.endless.is_some();
            has_begun.then_some(KEY_PAUSE)
        }
    }

    /// Takes the next bytes, and adds what is complete with them.
    pub fn take(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        for &byte in bytes {
            if let Some(paste) = &mut self.paste {
                if paste.ends_with(byte) {
                    self.give_up(inputs);
                }
            } else if let Some(last) = self.endless.take() {
                self.forget(last, byte, inputs);
            } else {
                self.take_byte(byte, inputs);
            }
        }
    }

    /// Nothing follows what has begun: it was Escape, or Alt and a key, or a paste without an end, or a character in other
    /// bytes than ours, or nothing.
    pub fn give_up(&mut self, inputs: &mut Vec<Input>) {
        if let Some(paste) = self.paste.take() {
            inputs.push(Input::Paste(paste.text()));
        }
        if self.endless.take() == Some(ESC) {
            inputs.push(escape());
        }
        match *self.pending.as_slice() {
            // It was to end a string, as it seemed.
            [ESC] | [_, .., ESC] => inputs.push(escape()),
            [ESC, byte @ b' '..=b'~'] => {
                inputs.push(Input::Key(alt(keys::typed(char::from(byte)))));
            }
            // What a terminal began to say; but not Alt and half a character.
            [] | [ESC, ..0x80, ..] => {}
            _ => inputs.push(unknown()),
        }
        self.pending.clear();
    }

    /// One more byte of a string without an end. Such a string ends as others do, and with the first control character, so
    /// that what is typed behind it is not lost; and with a pause.
    fn forget(&mut self, last: u8, byte: u8, inputs: &mut Vec<Input>) {
        match (last, byte) {
            (ESC, b'\\') | (_, BEL) => {}
            (ESC, _) => {
                for byte in [ESC, byte] {
                    self.take_byte(byte, inputs);
                }
            }
            (_, ESC | b' '..=b'~' | 0x80..) => self.endless = Some(byte),
            _ => self.take_byte(byte, inputs),
        }
    }

    fn take_byte(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.pending.push(byte);
        match read(&self.pending) {
            Read::More if self.pending.len() < self.longest() => return,
            Read::Input(input) => inputs.push(input),
            Read::Paste if self.is_own => self.paste = Some(Paste::default()),
            Read::Unknown => inputs.push(unknown()),
            Read::More if self.longest() == LONGEST_STRING => self.endless = Some(byte),
            Read::More | Read::Paste | Read::Report => {}
            Read::Broken => return self.begin_anew(inputs),
        }
        self.pending.clear();
    }

    /// The last byte belongs to something else, together with an Escape before it that did not end a string.
    fn begin_anew(&mut self, inputs: &mut Vec<Input>) {
        let end = self.pending.len() - 1;
        let from = match self.pending[..end] {
            [_, .., ESC] => end - 1,
            _ => end,
        };
        let rest = self.pending.split_off(from);
        self.give_up(inputs);
        // Alone they are not broken, so that this goes no deeper.
        for byte in rest {
            self.take_byte(byte, inputs);
        }
    }

    fn longest(&self) -> usize {
        match self.pending[..] {
            [ESC, b']' | b'P' | b'_', ..] => LONGEST_STRING,
            _ => LONGEST_SEQUENCE,
        }
    }
}

fn escape() -> Input {
    Input::Key(KeyCode::Esc.into())
}

fn unknown() -> Input {
    Input::Key(KeyCode::Null.into())
}

fn alt(key: KeyEvent) -> KeyEvent {
    KeyEvent {
        modifiers: key.modifiers | KeyModifiers::ALT,
        ..key
    }
}

/// Reads what has begun. But for the last byte it is known to be [`Read::More`], so that only the last has to be looked at
/// where much may stand before it.
fn read(bytes: &[u8]) -> Read {
    match bytes {
        [] | [ESC] => Read::More,
        [ESC, ESC, ..] => Read::Broken,
        [ESC, b'[', rest @ ..] => sequence::read(rest),
        [ESC, b'O', rest @ ..] => keys::application(rest),
        [ESC, kind @ (b']' | b'P' | b'_'), rest @ ..] => string(*kind, rest),
        [ESC, rest @ ..] => match keys::character(rest) {
            Read::Input(Input::Key(key)) => alt(key).into(),
            other => other,
        },
        bytes => keys::character(bytes),
    }
}

/// What stands behind `ESC ]` (OSC), `ESC P` (DCS) and `ESC _` (APC): a string, up to BEL or `ESC \`. All three can be typed,
/// with Alt, so that what cannot begin any string that a terminal sends does not.
fn string(kind: u8, text: &[u8]) -> Read {
    match text {
        [first] => match (kind, first) {
            (b']', b'0'..=b'9') | (b'P', b'!'..=b'?') | (b'_', b'G') => Read::More,
            _ => Read::Broken,
        },
        [text @ .., ESC, b'\\'] | [text @ .., BEL] => match background::answer(text) {
            Some(answer) if kind == b']' => Read::Input(answer),
            _ => Read::Report,
        },
        [.., ESC, _] => Read::Broken,
        [] | [.., ESC | b' '..=b'~' | 0x80..] => Read::More,
        _ => Read::Broken,
    }
}
