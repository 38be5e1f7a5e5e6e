//! Words that are dialled by the letters on the keys of a telephone: `1-800-FLOWERS`.

use std::ops::Range;

use super::spoken::Spoken;

/// What such a word stands behind, how many digits are dialled with it, and whether it is a number of North America. Calls to
/// all of these are free, or cost the same from everywhere.
#[rustfmt::skip]
static PREFIXES: [(&str, usize, bool); 10] = [
    ("800", 7, true), ("833", 7, true), ("844", 7, true), ("855", 7, true), ("866", 7, true), ("877", 7, true), ("888", 7, true),
    ("0120", 6, false), ("0570", 6, false), ("0800", 7, false),
];
/// So many more letters than are dialled may be in a word: `1-800-CONTACTS`.
const MOST_MORE: usize = 4;
/// Fewer letters are no word.
const LEAST_LETTERS: usize = 3;
/// The keys of `A` to `Z`.
const KEYS: &[u8; 26] = b"22233344455566677778889999";

/// The words in a text that are dialled, with the digits of their keys, in order.
pub(super) fn lettered(text: &str) -> Vec<Spoken> {
    let mut found: Vec<Spoken> = Vec::new();
    let mut at = 0;
    // All digits that stand together are the prefix, or none is.
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + next;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit);
        at = start + digits.count();
        let prefix = PREFIXES
            .iter()
            .find(|(prefix, ..)| *prefix == &text[start..at]);
        found.extend(
            prefix.and_then(|&(_, length, american)| behind(text, start..at, length, american)),
        );
    }
    found.dedup_by(|next, word| next.word.start < word.word.end);
    found
}

/// The word behind a prefix, if it is dialled with it.
fn behind(text: &str, prefix: Range<usize>, length: usize, american: bool) -> Option<Spoken> {
    let (before, rest) = (&text[..prefix.start], &text[prefix.end..]);
    let trunk = before.trim_end_matches(['-', ' ', '.', '(']);
    let is_trunk = american
        && trunk
            .strip_suffix('1')
            .is_some_and(|rest| !ends_in_word(rest));
    // `UI-800-EDITION` is a name.
    let glued = before.ends_with(['-', '.', '_', '/', '#']) && !is_trunk;
    if ends_in_word(before) || glued {
        return None;
    }
    let joint = rest.find(|c: char| c.is_ascii_alphanumeric())?;
    let joined = matches!(
        &rest[..joint],
        "-" | "." | ")" | ") " | "\u{2010}" | "\u{2013}"
    );
    let spaced = american && (is_trunk || before.ends_with('(')) && &rest[..joint] == " ";
    if !joined && !spaced {
        return None;
    }
    let word = &rest[joint..];
    let end = end_of_word(word, length)?;
    let word = &word[..end];
    let letters = || word.chars().filter(char::is_ascii_alphabetic);
    let hidden = letters().all(|c| matches!(c, 'X' | 'x' | 'N' | 'n'));
    // In small letters it is dialled only where all of it is written as such a number is.
    let capitals = letters().all(|c| c.is_ascii_uppercase()) || is_trunk && joined;
    let from = prefix.end + joint;
    (letters().count() >= LEAST_LETTERS && capitals && !hidden).then(|| Spoken {
        word: from..from + end,
        range: from..from + end,
        digits: word.chars().filter_map(key).take(length).collect(),
    })
}

/// Where a word ends of which so many letters and digits are dialled, or a few more.
fn end_of_word(text: &str, length: usize) -> Option<usize> {
    let mut count = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            count += 1;
        } else if count >= length {
            let goes_on = c == '-' && text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
            return (count <= length + MOST_MORE && !c.is_alphanumeric() && !goes_on).then_some(at);
        } else if !matches!(c, '-' | ' ' | '.') {
            return None;
        }
    }
    (length..=length + MOST_MORE)
        .contains(&count)
        .then_some(text.len())
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// The key of a letter, or of a digit itself.
fn key(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'a'..='z' | 'A'..='Z' => {
            let place = u32::from(c.to_ascii_lowercase()) - u32::from('a');
            KEYS.get(place as usize).map(|&key| char::from(key))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_dialled() {
        for (text, expected) in [
            ("call 1-800-FLOWERS", "3569377"),
            ("1-800-flowers", "3569377"),
            ("1 800 FLOWERS", "3569377"),
            ("(800) GO-FEDEX", "4633339"),
            ("800-CONTACTS", "2668228"),
            ("+1 888-MY-APPLE!", "6927753"),
            ("1-866-4-NETFLX", "4638359"),
            ("0120-NET-FLX", "638359"),
            ("フリーダイヤル0120-NETFLX", "638359"),
            ("0800-NETFLIX", "6383549"),
        ] {
            let found = lettered(text);
            let digits: Vec<&str> = found.iter().map(|word| word.digits.as_str()).collect();
            assert_eq!(digits, [expected], "{text}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for text in [
            "800 CALORIES",
            "800-meters",
            "800-kilometer race",
            "0120 NETFLIX",
            "A800-BATTERY",
            "1-800-555-0142",
            "UI-800-3",
            "800-METERS",
            "0120-996-012",
            "UI-800-EDITION",
            "800-BATTERIES-INCLUDED",
            "0120-XXX-XXX",
            "1-800-NXX-XXXX",
        ] {
            assert_eq!(lettered(text), [], "{text}");
        }
    }
}
