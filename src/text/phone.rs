//! Telephone numbers in texts: the one recogniser of them, for the check of a guide, for what a reader asks about, and for
//! what a public screen shows.
//!
//! `scan` finds the digits, in whatever script, and what stands between them; `innocent` says which of them are something
//! else; `find` puts the others together to numbers, and compares them with the official ones of a `book`.

mod abroad;
mod book;
mod code;
mod dial;
mod digit;
mod find;
mod groups;
mod innocent;
mod keys;
mod scan;
mod spoken;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use digit::digit;
use groups::Joint;
use scan::{Signs, scan};

pub use book::{Book, Difference};
pub use dial::SHOW_OR_HIDE;
pub use find::{Class, Number, Reading, read};
pub use groups::{BLOCK_END, Look};

/// A telephone number, in the form in which numbers are compared: its digits as dialled within Japan, with a `+` before
/// those of other countries. `None` if the text is anything but a telephone number in plain digits.
pub fn normalized(text: &str) -> Option<String> {
    let folded: String = text.nfkc().collect();
    if let Some(short) = folded.trim().strip_prefix('#') {
        // Japan's short numbers for advice: #7119, #9110.
        let good = short.len() == 4 && short.bytes().all(|c| c.is_ascii_digit());
        return good.then(|| format!("#{short}"));
    }
    let number = |c: char| {
        digit(c).is_some()
            || matches!(
                c,
                '+' | '-' | ' ' | '(' | ')' | '.' | '・' | 'ー' | '·' | '\u{2010}'
                    ..='\u{2015}' | '\u{2212}'
            )
    };
    if !folded.trim().chars().all(number) {
        return None;
    }
    let digits = scan(text, Signs::Separators);
    let (first, rest) = digits.groups.split_first()?;
    let plain = digits.groups.iter().all(|group| group.look == Look::Plain);
    if !plain
        || rest
            .iter()
            .any(|group| group.joint != Joint::Tight || group.plus)
    {
        return None;
    }
    let all = digits.values.as_str();
    let short = all.len() == 3 && all.starts_with('1');
    if short && !first.plus {
        return Some(all.to_owned());
    }
    dial::whole(first.plus, all)
}

/// The digits of a text as one.
pub fn digits(text: &str) -> String {
    scan(text, Signs::Separators).values
}

/// Each sign of a text that is read as a digit, and that digit; of signs that can be read otherwise, those that make it the
/// digits which are expected.
pub fn signs(text: &str, expected: &str) -> Vec<(Range<usize>, char)> {
    scan::signs(text, expected)
}

/// Whether a character is one of the digits that people type.
pub const fn is_plain_digit(c: char) -> bool {
    digit::is_plain(c)
}

/// Whether some of a text could be digits, written or spelled out.
pub fn has_digits(text: &str) -> bool {
    text.contains(may_be_digit) || !spoken::spoken(text).is_empty()
}

/// Whether a folded word says digits, of any number, and nothing else.
pub fn says_digits(word: &str) -> bool {
    spoken::is_word(word)
}

/// Whether a character could be a digit once it is folded. Too generous, but quick for what is nearly all of a text.
pub fn may_be_digit(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_digit(),
        '\u{3000}'..='\u{3006}' | '\u{3008}'..='\u{3020}' | 'ぁ'..='ヿ' => false,
        '〇' | '\u{3400}'..='鿿' => digit(c).is_some(),
        // Radicals, squared words and other forms of kanji, some of which fold to digits: `⼀`, `㋀`.
        '\u{2F00}'..='\u{2FDF}'
        | '\u{3200}'..='\u{33FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{1F200}'..='\u{1F2FF}'
        | '\u{20000}'..='\u{3FFFF}' => true,
        _ => c.is_numeric(),
    }
}

#[cfg(test)]
pub(crate) mod tests;
