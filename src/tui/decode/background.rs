//! The terminal is asked for its background, and answers when it likes.
//!
//! The question (OSC 11) is sent with the first frame, which waits for nothing: until the answer is there, the theme is
//! what the environment says.

use super::{ESC, Input};
use crate::ui::theme::Background;

/// Asks for the background. Terminals that do not know the question ignore it, but for those that
/// [`Surroundings::answers`](crate::ui::theme::Surroundings::answers) rules out.
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// What every answer begins with, behind `ESC ]`.
const BEGINNING: &[u8] = b"11;";

/// No answer is longer: `11;rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = 32;

/// Whether bytes are the beginning of an answer, from its `ESC ]` on.
pub fn may_be_answer(bytes: &[u8]) -> bool {
    let Some(said) = bytes.strip_prefix(b"\x1b]") else {
        return false;
    };
    let is_colour = |byte: &u8| {
        byte.is_ascii_hexdigit() || matches!(byte, b'r' | b'g' | b':' | b'/' | b'#' | &ESC)
    };
    match said.strip_prefix(BEGINNING) {
        Some(colour) => said.len() <= LONGEST && colour.iter().all(is_colour),
        None => BEGINNING.starts_with(said),
    }
}

/// The answer that a string is, such as `11;rgb:1e1e/1e1e/1e1e`.
pub fn answer(said: &[u8]) -> Option<Input> {
    let colour = said.strip_prefix(BEGINNING)?;
    let background = str::from_utf8(colour).ok().and_then(background);
    Some(Input::Background(background))
}

fn background(colour: &str) -> Option<Background> {
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
