//! Signs that are a part of a name: `C++`, `..=`, `->`, `--release`, `.env`, `#[derive`, `v-if`.
//!
//! A run of signs is a term where it stands by itself, and together with the word that it touches. Punctuation of running
//! text is none: full stops behind words, brackets, quotation marks, separators of dates and numbers.

use std::ops::Range;

use super::Token;
use crate::text::segment::Class;

/// A longer run is a rule or a drawing.
const LONGEST: usize = 4;

/// The terms of the signs of a folded text, in order; they overlap.
pub fn tokens(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let bytes = folded.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(|&byte| is_sign(byte)) {
        let start = at + start;
        let length = bytes[start..].iter().take_while(|&&byte| is_sign(byte));
        let end = start + length.count();
        at = end;
        // What is named in brackets stands by itself: NOT (!).
        let inner = bytes[start] == b'(' && bytes[end - 1] == b')' && end - start > 2;
        let run = if inner {
            start + 1..end - 1
        } else {
            start..end
        };
        if run.len() <= LONGEST {
            add(folded, run, &mut tokens);
        }
    }
    tokens
}

/// Whether a term is one of [`tokens`]: no other has a sign.
pub fn has_signs(term: &str) -> bool {
    term.bytes().any(is_sign)
}

fn add(folded: &str, run: Range<usize>, tokens: &mut Vec<Token>) {
    let signs = &folded[run.clone()];
    let before = before(&folded[..run.start]);
    let after = after(&folded[run.end..]);
    let (touches, goes_on) = (!before.is_empty(), !after.is_empty());
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let only = |set: &str| signs.chars().all(|c| set.contains(c));
    if (only("()[]{}") && !is_key(signs, before, &folded[run.end..]))
        || (touches && goes_on && (is_number(before) && is_number(after) || only(".,:;!?)]}")))
        || (touches && !goes_on && only(".,:;!?)]}-~/"))
    {
        return;
    }
    let mut push = |range: Range<usize>| {
        tokens.push(Token {
            text: folded[range.clone()].to_owned(),
            range,
        });
    };
    let is_long = signs.len() > 1;
    let is_edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')'));
    let stands_alone = is_edge(folded[..run.start].chars().next_back())
        && is_edge(folded[run.end..].chars().next());
    if is_long || stands_alone {
        push(run.clone());
    }
    let is_latin = |text: &str| {
        text.chars()
            .next()
            .is_some_and(|c| Class::of(c).is_spaced())
    };
    if is_latin(before) && !only(".,:;!?)]}") {
        push(run.start - before.len()..run.end);
    }
    if goes_on {
        push(run.start..run.end + after.len());
    }
}

/// Whether brackets are no punctuation: several alike (`{{`), a pair by itself (`[]`), or one with the letter of a key (`[d`).
fn is_key(signs: &str, before: &str, after: &str) -> bool {
    let mut chars = signs.chars();
    let first = chars.next();
    let stands_alone = before.is_empty() && !after.starts_with(|c| Class::of(c) != Class::Other);
    match chars.as_str() {
        "" => {
            let mut after = after.chars();
            let is_letter = after.next().is_some_and(|c| Class::of(c) == Class::Latin);
            let ends = after.next().is_none_or(char::is_whitespace);
            before.is_empty() && is_letter && ends && matches!(first, Some('[' | ']' | '{' | '}'))
        }
        _ if matches!(signs, "[]" | "{}") => stands_alone,
        rest => !matches!(first, Some('(' | ')')) && rest.chars().all(|c| Some(c) == first),
    }
}

/// The word that a text ends with: a run that is written with spaces, or one character that is not.
fn before(text: &str) -> &str {
    let Some(last) = text.chars().next_back() else {
        return "";
    };
    match Class::of(last) {
        Class::Other => "",
        class if class.is_spaced() => {
            let rest = text.trim_end_matches(|c| Class::of(c).is_spaced());
            &text[rest.len()..]
        }
        _ => &text[text.len() - last.len_utf8()..],
    }
}

/// The same at the beginning of a text.
fn after(text: &str) -> &str {
    let Some(first) = text.chars().next() else {
        return "";
    };
    match Class::of(first) {
        Class::Other => "",
        class if class.is_spaced() => {
            let end = text.find(|c| !Class::of(c).is_spaced());
            &text[..end.unwrap_or(text.len())]
        }
        _ => &text[..first.len_utf8()],
    }
}

const fn is_sign(byte: u8) -> bool {
    byte.is_ascii_punctuation() && !matches!(byte, b'"' | b'\'' | b'`' | b',' | b';' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_names_are_terms() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("c++", &["++", "c++"]);
        check("c#で", &["c#", "#で"]);
        check("..=", &["..="]);
        check("a -> b", &["->"]);
        check("?演算子", &["?演"]);
        check("--release", &["--", "--release"]);
        check(".env", &[".env"]);
        check("#[derive(debug)]", &["#[", "#[derive"]);
        check("v-if", &["v-", "-if"]);
        check("nw-2-5", &["nw-", "-2"]);
        check("! と [ 1", &["!"]);
        check("not演算子(!)と(--)", &["!", "--"]);
        check("[d ]f", &["[d", "]f"]);
        check("{{ name }}", &["{{", "}}"]);
        check("{{name}}", &["{{", "{{name"]);
        check("[] か {}", &["[]", "{}"]);
        check("[a] [(see it)] x[i] f() (i was)", &[]);
        // Running text.
        check("ends here. really? yes (it does): \"so\".", &[]);
        check("ですか?はい。", &[]);
        check("2026-11-01 9:00 3.5 1/2", &[]);
        check("----------", &[]);
    }
}
