//! The terminal is asked for its background, and its answer is told from keys.
//!
//! The question (OSC 11) is sent with the first frame, which waits for nothing: until the answer is there, the theme is
//! what the environment says. crossterm does not know such answers and reports them as keys: Alt-`]`, `1`, `1`, `;` and so
//! on. So they are recognised among the keys, whenever they come. Reading the answer beside crossterm, for some time at the
//! start, would be no better: an answer that comes later would be typed into the search field, keys that are pressed in that
//! time would have to be decoded here, and the start would be slower.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::ui::theme::Background;

/// Asks for the background. Terminals that do not know the question ignore it, but for those that
/// [`Surroundings::answers`](crate::ui::theme::Surroundings::answers) rules out.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// A key that may be the beginning of the answer is held back no longer than this: the rest comes with it, or soon after.
pub(super) const HOLD: Duration = Duration::from_millis(50);

/// What every answer begins with, behind `ESC ]`.
const BEGINNING: &str = "11;";

/// No answer is longer: `11;rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = 32;

/// Listens to keys until the answer is among them.
#[derive(Debug, Default)]
pub(super) struct Listener {
    /// Keys that are, or may be, a part of the answer.
    held: Vec<KeyEvent>,
    /// What they say behind `ESC ]`.
    said: String,
}

/// What a key turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Keys that were pressed, in their order.
    Keys(Vec<KeyEvent>),
    /// A part of the answer, or perhaps one.
    Part,
    /// The end of the answer; `None` where it says no colour.
    Answer(Option<Background>),
}

impl Listener {
    pub fn hear(&mut self, key: KeyEvent) -> Heard {
        self.held.push(key);
        let said = spoken(key);
        if self.held.len() == 1 {
            return if said == Some(Spoken::Start) {
                Heard::Part
            } else {
                Heard::Keys(self.give_up())
            };
        }
        match said {
            Some(Spoken::End) if !self.is_uncertain() => self.end(),
            Some(Spoken::Char('\\')) if self.said.ends_with('\x1b') => self.end(),
            Some(Spoken::Char(c)) => {
                self.said.push(c);
                if self.may_be_answer() {
                    Heard::Part
                } else {
                    Heard::Keys(self.give_up())
                }
            }
            _ => Heard::Keys(self.give_up()),
        }
    }

    /// Whether keys are held back that may as well have been pressed.
    pub fn is_uncertain(&self) -> bool {
        !self.held.is_empty() && self.said.len() < BEGINNING.len()
    }

    /// The keys that were held back are no answer.
    pub fn give_up(&mut self) -> Vec<KeyEvent> {
        self.said.clear();
        std::mem::take(&mut self.held)
    }

    fn end(&mut self) -> Heard {
        let background = background(&self.said);
        self.give_up();
        Heard::Answer(background)
    }

    fn may_be_answer(&self) -> bool {
        let said = &self.said;
        if said.len() <= BEGINNING.len() {
            return BEGINNING.starts_with(said.as_str());
        }
        let is_colour =
            |c: char| c.is_ascii_hexdigit() || matches!(c, 'r' | 'g' | ':' | '/' | '#' | '\x1b');
        said.len() <= LONGEST && said[BEGINNING.len()..].chars().all(is_colour)
    }
}

/// What a key says as a part of an answer.
#[derive(Debug, PartialEq, Eq)]
enum Spoken {
    /// `ESC ]`; also `]`, where the two arrived apart.
    Start,
    Char(char),
    /// `ESC \` or BEL.
    End,
}

fn spoken(key: KeyEvent) -> Option<Spoken> {
    let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match (key.code, key.modifiers) {
        (KeyCode::Char(']'), KeyModifiers::ALT | KeyModifiers::NONE) => Some(Spoken::Start),
        (KeyCode::Char('\\'), KeyModifiers::ALT) | (KeyCode::Char('g'), KeyModifiers::CONTROL) => {
            Some(Spoken::End)
        }
        (KeyCode::Char(c), _) if is_plain => Some(Spoken::Char(c)),
        (KeyCode::Esc, _) if is_plain => Some(Spoken::Char('\x1b')),
        _ => None,
    }
}

/// The background of an answer such as `11;rgb:1e1e/1e1e/1e1e`.
fn background(answer: &str) -> Option<Background> {
    let colour = answer.strip_prefix(BEGINNING)?.trim_end_matches('\x1b');
    let (_, colour) = colour.split_once(':')?;
    let mut parts = colour.split('/').map(part);
    let mut next = || parts.next().flatten();
    Some(Background::of([next()?, next()?, next()?]))
}

/// A number of one to four hexadecimal digits as a part of the highest of so many.
fn part(digits: &str) -> Option<f64> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let highest = u32::from(u16::MAX) >> (16 - 4 * digits.len());
    let value = u32::from_str_radix(digits, 16).ok()?;
    Some(f64::from(value) / f64::from(highest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that crossterm makes of an answer, `^[` in the place of Escape with what follows, `^g` of BEL.
    fn keys(text: &str) -> Vec<KeyEvent> {
        let mut keys = Vec::new();
        let mut modifiers = KeyModifiers::NONE;
        for c in text.chars() {
            match c {
                '\x1b' => modifiers = KeyModifiers::ALT,
                '\x07' => keys.push(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)),
                c if c.is_uppercase() => {
                    keys.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT));
                }
                c => keys.push(KeyEvent::new(
                    KeyCode::Char(c),
                    std::mem::replace(&mut modifiers, KeyModifiers::NONE),
                )),
            }
        }
        keys
    }

    /// What is left of keys as typed text, and what was answered.
    fn hear(keys: Vec<KeyEvent>) -> (String, Vec<Option<Background>>) {
        let mut listener = Listener::default();
        let (mut typed, mut answers) = (Vec::new(), Vec::new());
        for key in keys {
            match listener.hear(key) {
                Heard::Keys(keys) => typed.extend(keys),
                Heard::Part => {}
                Heard::Answer(answer) => answers.push(answer),
            }
        }
        if listener.is_uncertain() {
            typed.extend(listener.give_up());
        }
        let text = typed.iter().map(|key| match key.code {
            KeyCode::Char(c) => c,
            _ => '?',
        });
        (text.collect(), answers)
    }

    #[test]
    fn answers_are_heard_and_never_typed() {
        let check = |answer: &str, expected| {
            assert_eq!(
                hear(keys(answer)),
                (String::new(), vec![expected]),
                "{answer:?}"
            );
        };
        let (dark, light) = (Some(Background::Dark), Some(Background::Light));
        check("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", dark);
        check("\x1b]11;rgb:ffff/FFFF/ffff\x1b\\", light);
        check("\x1b]11;rgb:fd/f6/e3\x07", light);
        check("\x1b]11;rgba:0000/0000/0000/ffff\x07", dark);
        check("\x1b]11;rgb:f/f/f\x07", light);
        check("\x1b]11;rgb:12345/0/0\x07", None);
        check("\x1b]11;\x1b\\", None);
    }

    #[test]
    fn keys_around_an_answer_stay() {
        let (typed, answers) = hear(keys("ka\x1b]11;rgb:0/0/0\x1b\\iyaku]12"));
        assert_eq!((typed.as_str(), answers.len()), ("kaiyaku]12", 1));
    }

    #[test]
    fn what_only_begins_like_an_answer_was_typed() {
        for text in ["]", "]1", "]12", "]11", "x]11:", "]11;rgb x"] {
            assert_eq!(hear(keys(text)), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn an_answer_that_arrives_in_pieces_is_one() {
        let mut all = keys("]11;rgb:ffff/ffff/ffff");
        all.extend([
            KeyEvent::from(KeyCode::Esc),
            KeyEvent::from(KeyCode::Char('\\')),
        ]);
        assert_eq!(hear(all), (String::new(), vec![Some(Background::Light)]));
    }

    #[test]
    fn what_never_ends_is_given_back() {
        let flood = format!("]11;{}", "f".repeat(100));
        assert_eq!(hear(keys(&flood)).0, flood);
    }
}
