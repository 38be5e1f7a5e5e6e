//! Names in code, and what they are put together of: `getUserName`, `lost_phone`. Who looks for one may know no more than its
//! words, or write it as another language does.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// A name that begins with a small letter has as many of them before the first capital: `iPhone` and `eBay` are no names in code.
const SMALL: usize = 2;

/// One that begins with a capital has as many parts: `JavaScript` and `YouTube` are none.
const PARTS: usize = 3;

/// The names in a text whose words begin with capitals, each as the ranges of its parts. What has signs between them is several runs
/// of letters anyway.
pub fn in_text(text: &str) -> impl Iterator<Item = Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    let is_joint = |pair: &[u8]| {
        (pair[0].is_ascii_lowercase() || pair[0].is_ascii_digit()) && pair[1].is_ascii_uppercase()
    };
    let is_sign = |byte: &u8| !byte.is_ascii_alphanumeric();
    let mut at = 0;
    // Hardly any word has a capital within it.
    let runs = std::iter::from_fn(move || {
        let joint = at + bytes[at..].windows(2).position(is_joint)?;
        let start = bytes[..joint].iter().rposition(is_sign);
        let end = bytes[joint..].iter().position(is_sign);
        at = end.map_or(bytes.len(), |end| joint + end);
        Some(start.map_or(0, |sign| sign + 1)..at)
    });
    runs.map(|run| parts(text, run))
        .filter(|parts| is_name(text, parts))
}

/// What the names in a text are put together of, each name once; nothing where it has none.
pub fn words_of(text: &str) -> String {
    let mut words = String::new();
    let mut seen = HashSet::new();
    for parts in in_text(text) {
        let name = &text[parts[0].start..parts[parts.len() - 1].end];
        if !seen.insert(name) {
            continue;
        }
        for part in parts {
            words.push_str(&text[part]);
            words.push(' ');
        }
        // What stands in two names are no neighbours.
        words.push_str("; ");
    }
    words
}

/// A query in which names that the guide does not have are several words: those of which it `knows` each part but not the whole.
/// It is told whether the query ends there, so that more may be typed.
pub fn taken_apart(query: &str, knows: impl Fn(&str, bool) -> bool) -> Cow<'_, str> {
    let mut apart = String::new();
    let mut at = 0;
    for run in runs(query, |byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        let (name, ends) = (&query[run.clone()], run.end == query.len());
        let parts = parts(query, run.clone());
        let last = parts.len().saturating_sub(1);
        let all_known = || {
            let mut parts = parts.iter().enumerate();
            parts.all(|(n, part)| knows(&query[part.clone()], ends && n == last))
        };
        if parts.len() > 1 && !knows(name, ends) && all_known() {
            apart.push_str(&query[at..run.start]);
            for (n, part) in parts.iter().enumerate() {
                apart.push_str(if n > 0 { " " } else { "" });
                apart.push_str(&query[part.clone()]);
            }
            at = run.end;
        }
    }
    if at == 0 {
        return Cow::Borrowed(query);
    }
    apart.push_str(&query[at..]);
    Cow::Owned(apart)
}

/// The longest runs of such bytes of ASCII.
fn runs(text: &str, is_in: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(|&byte| is_in(byte))?;
        let length = bytes[start..].iter().take_while(|&&byte| is_in(byte));
        at = start + length.count();
        Some(start..at)
    })
}

/// The parts of a name: what stands between its signs, and in that each capital behind a small letter or a number begins one, and
/// the last of several before a small letter: `XML`|`Http`|`Request`.
fn parts(text: &str, name: Range<usize>) -> Vec<Range<usize>> {
    let bytes = &text.as_bytes()[..name.end];
    let is = |at: usize, kind: fn(&u8) -> bool| bytes.get(at).is_some_and(kind);
    let begins = |start: usize, at: usize| {
        // The capital of 5G is behind no word.
        let is_behind_number = || {
            is(at - 1, u8::is_ascii_digit) && bytes[start..at].iter().any(u8::is_ascii_alphabetic)
        };
        let is_behind_word = is(at - 1, u8::is_ascii_lowercase) || is_behind_number();
        let ends_capitals =
            || is(at - 1, u8::is_ascii_uppercase) && is(at + 1, u8::is_ascii_lowercase);
        is(at, u8::is_ascii_uppercase) && (is_behind_word || ends_capitals())
    };
    let mut parts = Vec::new();
    for word in runs(&text[name.clone()], |byte| byte.is_ascii_alphanumeric()) {
        let (mut start, end) = (name.start + word.start, name.start + word.end);
        for at in start + 1..end {
            if begins(start, at) {
                parts.push(start..at);
                start = at;
            }
        }
        parts.push(start..end);
    }
    parts
}

/// Whether what has these parts is a name in code rather than one of a product.
fn is_name(text: &str, parts: &[Range<usize>]) -> bool {
    let first = &text[parts[0].clone()];
    let starts_small = first.starts_with(|c: char| c.is_ascii_lowercase());
    parts.len() >= PARTS || starts_small && first.len() >= SMALL && parts.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_words() {
        for (text, words) in [
            ("Call getUserName() twice, getUserName.", "get User Name ; "),
            (
                "useState、XMLHttpRequest",
                "use State ; XML Http Request ; ",
            ),
            ("my iPhone, on eBay, in JavaScript and YouTube", ""),
            ("set_user_mail, MAX_SIZE, my_userName", "user Name ; "),
            ("5GHz, v2Beta", "v2 Beta ; "),
            ("iPhoneProMax, ifElse", "i Phone Pro Max ; if Else ; "),
            ("日本語のsetHTMLである", "set HTML ; "),
            ("base64Encode", "base64 Encode ; "),
            ("", ""),
        ] {
            assert_eq!(words_of(text), words, "{text}");
        }
    }

    #[test]
    fn a_name_that_the_guide_does_not_have_is_its_words() {
        let knows = |word: &str, ends: bool| {
            let words = [
                "lost",
                "phone",
                "javascript",
                "java",
                "script",
                "a_b",
                "a",
                "b",
            ];
            let word = word.to_ascii_lowercase();
            words
                .iter()
                .any(|&known| known == word || ends && known.starts_with(&word))
        };
        for (query, apart) in [
            ("lost_phone", "lost phone"),
            ("lostPhone", "lost Phone"),
            ("my lost_phone!", "my lost phone!"),
            ("lost.phone", "lost.phone"),
            ("LOST_PHONE", "LOST PHONE"),
            ("lost_pho", "lost pho"),
            ("lost_pho x", "lost_pho x"),
            ("JavaScript a_b lostKey", "JavaScript a_b lostKey"),
            ("_lost", "_lost"),
            ("鍵lost_phone鍵", "鍵lost phone鍵"),
        ] {
            assert_eq!(taken_apart(query, knows), apart, "{query}");
        }
    }
}
