//! What is typed or pasted, as a line of clean text of which the check of numbers and addresses can be sure: what is lost on the
//! way leaves a sign, so that nobody takes what is left for all of it.

use super::clean::{clean, is_hidden};
use super::web::host_name;

/// Stands for what did not fit behind it. It is not `…`, which people type.
pub const LEFT_OUT: char = '⋯';

/// Stands for the end of a line, or a tab. It is seen as a space, and nobody types it: browsers drop what it stands for out of
/// addresses, and no space.
pub const LINE_END: char = '\u{2002}';

/// The first characters of a text, on one line and clean, and whether there were more.
pub fn line(text: &str, longest: usize) -> (String, bool) {
    let mut chars = text.chars();
    // The cap comes first: whatever is pasted, no more than this is looked at.
    let head = chars.by_ref().take(longest);
    let head: Vec<char> = head.map(|c| if c == '\t' { LINE_END } else { c }).collect();
    let line = clean(&with_traces(&head)).replace('\n', LINE_END.encode_utf8(&mut [0; 4]));
    (line, chars.next().is_some())
}

/// The same with a sign in the place of what is hidden in a name and would be gone from it, though browsers do not drop it:
/// `netflix.com` and `net` and `flix.com` with something between are two names.
fn with_traces(chars: &[char]) -> String {
    let words = chars.split_inclusive(|c| c.is_whitespace());
    let has_dot = |word: &[char]| word.iter().any(|c| ".．。｡@".contains(*c));
    let traced = |word| -> String {
        if has_dot(word) {
            (0..word.len()).map(|at| traced(word, at)).collect()
        } else {
            word.iter().collect()
        }
    };
    words.map(traced).collect()
}

/// The character at a place of a word with a dot, or the sign for it.
fn traced(word: &[char], at: usize) -> char {
    let c = word[at];
    if !is_hidden(c) {
        return c;
    }
    let belongs = |c: &&char| c.is_alphanumeric() || ".-_@".contains(**c);
    let visible = |c: &&char| !is_hidden(**c);
    let before = word[..at].iter().rfind(visible).filter(belongs);
    let after = word[at + 1..].iter().find(visible).filter(belongs);
    let (Some(before), Some(after)) = (before, after) else {
        return c;
    };
    // Telephones put such around numbers.
    let in_name = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    if in_name && !is_dropped(c) {
        char::REPLACEMENT_CHARACTER
    } else {
        c
    }
}

/// Whether browsers drop a character out of names.
fn is_dropped(c: char) -> bool {
    host_name(&format!("a{c}b.com")).as_deref() == Some("ab.com")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_leaves_a_sign() {
        for (text, longest, expected) in [
            ("netflix.com", 11, ("netflix.com", false)),
            ("netflix.com.evil.example", 11, ("netflix.com", true)),
            ("a\r\nb\tc", 9, ("a\u{2002}b\u{2002}c", false)),
            // What browsers drop is gone.
            ("net\u{200b}flix.\u{ad}com", 99, ("netflix.com", false)),
            // What they do not drop is not.
            ("net\u{202e}flix.com", 99, ("net\u{fffd}flix.com", false)),
            (
                "netflix.com\u{200d}.evil",
                99,
                ("netflix.com\u{fffd}.evil", false),
            ),
            (
                "netflix\u{1}\u{200b}.com",
                99,
                ("netflix\u{fffd}.com", false),
            ),
            // Telephones put such around numbers, and mails around lines.
            ("\u{202d}0120-996-012\u{202c}", 99, ("0120-996-012", false)),
            (
                "電話は\u{202d}0120-996-012\u{202c}です",
                99,
                ("電話は0120-996-012です", false),
            ),
            (
                "\u{202a}netflix.com\u{202c} は",
                99,
                ("netflix.com は", false),
            ),
        ] {
            let (line, is_cut) = line(text, longest);
            assert_eq!((line.as_str(), is_cut), expected, "{text:?}");
        }
    }
}
