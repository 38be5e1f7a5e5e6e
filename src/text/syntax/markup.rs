//! Elements, their attributes, and code within them.

use super::languages::{SCRIPT, STYLE};
use super::rules::read_range;
use super::{Parts, Syntax};

/// HTML, XML and the templates that are made of it.
pub(super) fn read(code: &str, parts: &mut Parts) {
    let mut at = 0;
    while let Some(open) = code[at..].find('<') {
        let start = at + open;
        let rest = &code[start..];
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").map_or(rest.len(), |end| end + 3);
            parts.push(start..at, Syntax::Comment);
            continue;
        }
        let sign = 1 + usize::from(rest[1..].starts_with(['/', '!', '?']));
        let name = rest[sign..]
            .find(|c: char| !(c.is_alphanumeric() || "-_:.".contains(c)))
            .unwrap_or(rest.len() - sign);
        if name == 0 {
            at = start + 1;
            continue;
        }
        parts.push(start..start + sign + name, Syntax::Keyword);
        at = attributes(code, start + sign + name, parts);
        let inner = match &rest[sign..sign + name] {
            "script" if sign == 1 => Some((&SCRIPT, "</script")),
            "style" if sign == 1 => Some((&STYLE, "</style")),
            _ => None,
        };
        if let Some((rules, close)) = inner {
            let end = code[at..].find(close).map_or(code.len(), |end| at + end);
            read_range(rules, code, at..end, parts);
            at = end;
        }
    }
}

/// Reads up to behind the end of an element's head, and says where that is.
fn attributes(code: &str, from: usize, parts: &mut Parts) -> usize {
    let mut at = from;
    while let Some(c) = code[at..].chars().next() {
        match c {
            '>' => {
                let start = if code[..at].ends_with('/') {
                    at - 1
                } else {
                    at
                };
                parts.push(start..at + 1, Syntax::Keyword);
                return at + 1;
            }
            // The head has no end.
            '<' => return at,
            '"' | '\'' => {
                let end = code[at + 1..]
                    .find(c)
                    .map_or(code.len(), |end| at + end + 2);
                parts.push(at..end, Syntax::Text);
                at = end;
            }
            _ => at += c.len_utf8(),
        }
    }
    at
}
