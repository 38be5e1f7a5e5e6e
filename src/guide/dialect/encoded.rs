//! What nobody reads: files as letters and digits, such as drawings and pictures within a text. Only its beginning is shown, and
//! how long it is.

use std::borrow::Cow;

use super::output::Output;

/// No word, name or number has so many letters and digits in a row, in bytes.
const LONG: usize = 300;

/// So much of it is shown.
const SHOWN: usize = 24;

/// A text in which such rows are short.
pub(super) fn shorten(text: &str) -> Cow<'_, str> {
    if row(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = Output::new(text);
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        let mut rest = line;
        let mut short = String::new();
        while let Some((start, length)) = row(rest) {
            let before = &line[..line.len() - rest.len() + start];
            let (kept, behind) = if is_address(before) {
                (&rest[..start + length], String::new())
            } else {
                (&rest[..start + SHOWN], format!("… ({length} bytes)"))
            };
            short.push_str(kept);
            short.push_str(&behind);
            rest = &rest[start + length..];
        }
        if short.is_empty() {
            out.keep(line, end);
        } else {
            out.write(&short);
            out.write(rest);
        }
    }
    out.finish()
}

/// Where the first such row begins, and how long it is. It has letters of both kinds and digits.
fn row(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=%".contains(&byte);
    let mut at = 0;
    // Behind the last sign that is none of it a row may begin: nothing before that need be looked at again.
    while at + LONG <= bytes.len() {
        let Some(last) = bytes[at..at + LONG]
            .iter()
            .rposition(|&byte| !is_part(byte))
        else {
            let length = bytes[at..]
                .iter()
                .take_while(|&&byte| is_part(byte))
                .count();
            let row = &bytes[at..at + length];
            let has = |kind: fn(&u8) -> bool| row.iter().any(kind);
            let is_mixed = has(u8::is_ascii_uppercase)
                && has(u8::is_ascii_lowercase)
                && has(u8::is_ascii_digit);
            if is_mixed {
                return Some((at, length));
            }
            at += length;
            continue;
        };
        at += last + 1;
    }
    None
}

/// Whether what follows is a part of an address or of a tag, which is not shown as it is.
fn is_address(before: &str) -> bool {
    let is_open = |open: &str, close: char| {
        let begin = before.rfind(open);
        begin.is_some_and(|begin| !before[begin..].contains(close))
    };
    is_open("](", ')')
        || is_open("<", '>')
        || before.trim_start().starts_with('[') && before.contains("]:")
}
