//! Where what has begun ends.

use crate::guide::dialect::template;

/// Where a run of exactly so many signs stands.
pub(in crate::guide::dialect) fn run_of(text: &str, sign: u8, length: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == sign) {
        let start = at + found;
        let run = bytes[start..]
            .iter()
            .take_while(|&&byte| byte == sign)
            .count();
        if run == length {
            return Some(start);
        }
        at = start + run;
    }
    None
}

/// Where what is open ends, with others of its kind in it.
pub(in crate::guide::dialect) fn closing(text: &str, open: u8, close: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        if byte == open {
            depth += 1;
        } else if byte == close {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

/// Where the address of a link ends.
pub(super) fn address_end(text: &str) -> Option<usize> {
    if text.starts_with('<') {
        let end = text.find('>')?;
        return Some(end + text[end..].find(')')?);
    }
    // A template has brackets and spaces of its own.
    if let Some(at) = text.find("{%").or_else(|| text.find("{{"))
        && !text[..at].contains(')')
        && let Some(tag) = template::read(&text[at..])
        && tag.length <= text.len() - at
    {
        let behind = at + tag.length;
        return Some(behind + closing(&text[behind..], b'(', b')')?);
    }
    closing(text, b'(', b')')
}
