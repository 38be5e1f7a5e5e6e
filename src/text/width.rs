//! Columns: how wide a text is on a terminal.
//!
//! Measured by grapheme, as the screen draws it, with the tables of the `unicode-width` crate. Characters whose width
//! Unicode calls ambiguous (`●`, `→`, box drawing) count as one column.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::grapheme::{graphemes, is_wide};

/// The columns that a text takes. Control characters count as none.
pub fn width(text: &str) -> usize {
    graphemes(text).map(grapheme_width).sum()
}

/// The columns of one grapheme: 0, 1 or 2.
pub fn grapheme_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    if let (Some(first), None) = (chars.next(), chars.next()) {
        if is_wide(first) {
            return 2;
        } else if matches!(first, ' '..='~') {
            return 1;
        }
    }
    if grapheme.chars().any(char::is_control) {
        return 0;
    }
    grapheme.width().min(2)
}

/// The text in at most `columns`, ending in `…` where something was left out.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    Cow::Owned(format!(
        "{}…",
        &text[..before_number(text, fit(text, room))]
    ))
}

/// Where to cut a text instead of at a byte offset of it: before a number that the cut would leave a part of. Half a telephone
/// number looks like another one.
pub fn before_number(text: &str, at: usize) -> usize {
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_part = |c: char| {
        c.is_numeric()
            || matches!(
                c,
                '-' | '(' | ')' | '+' | '.' | ' ' | '\u{2010}'..='\u{2015}' | '－'
            )
    };
    let (before, after) = text.split_at(at);
    let goes_on = is_digit(
        after
            .trim_start_matches(|c| is_part(c) && !c.is_numeric())
            .chars()
            .next(),
    );
    let start = before.trim_end_matches(is_part).len();
    let number = before[start..]
        .find(char::is_numeric)
        .map(|digit| start + digit);
    match number {
        Some(number) if goes_on => number,
        _ => at,
    }
}

/// The length in bytes of the longest beginning of a text that fits into `columns`.
pub fn fit(text: &str, columns: usize) -> usize {
    let (mut used, mut at) = (0, 0);
    for grapheme in graphemes(text) {
        used += grapheme_width(grapheme);
        if used > columns {
            break;
        }
        at += grapheme.len();
    }
    at
}

/// The text, filled with spaces to `columns`; as it is where it is wider.
pub fn pad(text: &str, columns: usize) -> String {
    let gap = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_two_columns_wide() {
        assert_eq!(width("解約"), 4);
        assert_eq!(width("ﾊﾟｽ"), 3);
        assert_eq!(width("● 21:00まで"), 11);
        assert_eq!(
            width("が"),
            2,
            "a base with a combining mark is one grapheme"
        );
    }

    #[test]
    fn truncation_never_leaves_a_part_of_a_number() {
        for columns in 7..16 {
            assert_eq!(truncate("番号は0120-996-012です", columns), "番号は…");
        }
        assert_eq!(truncate("電話 03 1234 5678", 12), "電話 …");
        assert_eq!(truncate("9:00〜21:00、毎日", 13), "9:00〜21:00…");
    }

    #[test]
    fn truncation_never_cuts_a_character() {
        assert_eq!(truncate("解約する", 8), "解約する");
        assert_eq!(truncate("解約する", 7), "解約す…");
        assert_eq!(truncate("解約する", 6), "解約…");
        assert_eq!(truncate("解約する", 1), "…");
        assert_eq!(truncate("解約する", 0), "");
    }
}
