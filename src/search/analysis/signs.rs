//! Signs that are a part of a name: `C++`, `..=`, `->`, `--release`, `.env`, `#[derive`, `v-if`.
//!
//! A run of signs is a term where it stands by itself, between brackets too, and together with the word that it touches. Punctuation
//! of running text is none: full stops behind words, brackets and quotation marks around them, separators of dates and numbers.

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
        at = start + length.count();
        for run in tags(folded, start..at) {
            add_all(folded, run, &mut tokens);
        }
    }
    tokens
}

/// The parts of a long run: the tags in it, and what stands between them. `<></>` is two.
fn tags(folded: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let bytes = folded.as_bytes();
    let mut parts = Vec::new();
    let mut start = run.start;
    if run.len() > LONGEST {
        for at in run.start + 1..run.end {
            if bytes[at] == b'<' || bytes[at - 1] == b'>' {
                parts.push(start..at);
                start = at;
            }
        }
    }
    parts.push(start..run.end);
    parts
}

/// Whether a term is one of [`tokens`]: no other has a sign, but for the marks within words.
pub fn has_signs(term: &str) -> bool {
    let mut kinds = term.bytes().map(|byte| KINDS[usize::from(byte)]);
    let mut has_letters = false;
    kinds.any(|kind| {
        has_letters |= kind == Kind::Letter;
        kind == Kind::Sign
    }) || !has_letters
}

/// The terms of a run of signs. What brackets or quotation marks enclose, (!), stands by itself; such marks by themselves are
/// only a term where they do.
fn add_all(folded: &str, run: Range<usize>, tokens: &mut Vec<Token>) {
    let enclosed = enclosed(folded, run.clone());
    let is_term = enclosed != run || stands_alone(folded, &run);
    if is_term && enclosed.len() <= LONGEST {
        tokens.push(Token {
            text: folded[enclosed.clone()].to_owned(),
            range: enclosed,
        });
        return;
    }
    let mut start = run.start;
    for signs in folded[run].split(|c: char| c.is_ascii() && is_quiet(c as u8)) {
        let end = start + signs.len();
        if (1..=LONGEST).contains(&signs.len()) {
            add(folded, start..end, tokens);
        }
        start = end + 1;
    }
}

/// A run without the brackets and quotation marks that are around other signs.
fn enclosed(folded: &str, mut run: Range<usize>) -> Range<usize> {
    let bytes = folded.as_bytes();
    while run.len() > 2
        && matches!(
            (bytes[run.start], bytes[run.end - 1]),
            (b'(', b')')
                | (b'[', b']')
                | (b'{', b'}')
                | (b'"', b'"')
                | (b'\'', b'\'')
                | (b'`', b'`')
        )
    {
        run = run.start + 1..run.end - 1;
    }
    run
}

/// Whether nothing touches a run but the brackets of Japanese.
fn stands_alone(folded: &str, run: &Range<usize>) -> bool {
    let before = folded[..run.start].chars().next_back();
    let after = folded[run.end..].chars().next();
    let is_apart = |c: Option<char>, brackets: &str| {
        c.is_none_or(|c| c.is_whitespace() || brackets.contains(c))
    };
    is_apart(before, "「『【〈《“‘") && is_apart(after, "」』】〉》”’")
}

/// The terms of signs that touch something.
fn add(folded: &str, run: Range<usize>, tokens: &mut Vec<Token>) {
    let signs = &folded[run.clone()];
    let before = before(&folded[..run.start]);
    let after = after(&folded[run.end..]);
    let (touches, goes_on) = (!before.is_empty(), !after.is_empty());
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let only = |set: &str| signs.chars().all(|c| set.contains(c));
    // A key: ]f.
    let is_key = || {
        !touches
            && !only("()")
            && is_letter(after)
            && stands_alone(folded, &(run.start..run.end + 1))
    };
    // What opens twice is a sign of its own: {{name}}.
    let is_double = signs.len() > 1 && (only("{") || only("["));
    if only("()[]{}") && !is_double && !is_key()
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
    if signs.len() > 1 {
        push(run.clone());
    }
    let is_latin = |text: &str| {
        text.chars()
            .next()
            .is_some_and(|c| Class::of(c).is_spaced())
    };
    if is_double {
        return;
    }
    if is_latin(before) && !only(".,:;!?)]}") {
        push(run.start - before.len()..run.end);
    }
    if goes_on {
        push(run.start..run.end + after.len());
    }
}

fn is_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'a'..=b'z'])
}

/// The word that a text ends with: a run that is written with spaces, or one character that is not.
fn before(text: &str) -> &str {
    let Some(last) = text.chars().next_back() else {
        return "";
    };
    match Class::of(last) {
        Class::Other => "",
        class if class.is_spaced() => {
            let rest = text.trim_end_matches(is_of_a_name);
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
            let end = text.find(|c| !is_of_a_name(c));
            &text[..end.unwrap_or(text.len())]
        }
        _ => &text[..first.len_utf8()],
    }
}

fn is_of_a_name(c: char) -> bool {
    Class::of(c).is_spaced() || c == '_'
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Sign,
    Quiet,
}

/// What each byte is: every term of a guide is asked for it.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Letter; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte as usize] = match (is_sign(byte), is_quiet(byte)) {
            (_, true) => Kind::Quiet,
            (true, _) => Kind::Sign,
            _ => Kind::Letter,
        };
        byte += 1;
    }
    kinds
};

const fn is_sign(byte: u8) -> bool {
    byte.is_ascii_punctuation() && byte != b'_'
}

/// What belongs to the sentence rather than to a name.
const fn is_quiet(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | b',' | b';')
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
        check("! と [ 1", &["!", "["]);
        check("not演算子(!)と「--」", &["!", "--"]);
        check("(`--`)", &["--"]);
        check("[] {{ , ' \" `", &["[]", "{{", ",", "'", "\"", "`"]);
        check("{{name}}", &["{{"]);
        check("]f [d", &["]f", "[d"]);
        check("{{ name }}", &["{{", "}}"]);
        check("[] か {}", &["[]", "{}"]);
        check(":first_name", &[":first_name"]);
        check("n+1", &["n+", "+1"]);
        check("<></>", &["<>", "</>"]);
        check(
            "<fragment> (<>...</>)",
            &["<fragment", "fragment>", "<>", "...", "</>"],
        );
        // Running text.
        check("[a] [(see it)] x[i] f() (i was)", &[]);
        check("a[f] (x) \"so\" 'so', `so`; f() [1] 「はい!」", &[]);
        check("ends here. really? yes (it does): \"so\".", &[]);
        check("ですか?はい。", &[]);
        check("2026-11-01 9:00 3.5 1/2", &[]);
        check("----------", &[]);
    }
}
