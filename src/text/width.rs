//! Columns: how wide a text is on a terminal.
//!
//! There is one way to cut a text into cells, [`cells`]: lines are set by it and drawn by it. Widths are those of the
//! `unicode-width` crate; characters whose width Unicode calls ambiguous (`●`, `→`, box drawing) count as one column.
//! `agreement` says what other tables may say.

mod agreement;

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::grapheme::{first_grapheme, is_wide, stands_alone};

pub use agreement::{Agreement, agreement};

/// The columns that a text takes. Control characters count as none.
pub fn width(text: &str) -> usize {
    let (mut columns, mut last, mut of_last) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        let of_this = match c {
            ' '..='~' => 1,
            _ if is_wide(c) => 2,
            _ => {
                // All but the last character of what stands alone is what it is; that one may begin a longer grapheme.
                let rest = cells(&text[last..]).map(|(_, columns)| columns);
                return columns - of_last + rest.sum::<usize>();
            }
        };
        columns += of_this;
        (last, of_last) = (at, of_this);
    }
    columns
}

/// A text in the pieces that are put into a terminal's cells, each with its columns: 2, 1, or 0 for what is not shown.
/// Together they are the text. A piece is a grapheme, or as much of one as has room in two columns: terminals that know
/// nothing of graphemes need a cell for each of the consonants of `स्त्री`, and others leave some of these cells empty.
pub fn cells(text: &str) -> impl Iterator<Item = (&str, usize)> {
    // `rest` begins with what is left of a grapheme of more than two columns, so many bytes.
    let (mut rest, mut left) = (text, 0);
    std::iter::from_fn(move || {
        let (mut length, mut columns) = (left, 0);
        if left == 0 {
            length = first_grapheme(rest)?.len();
            columns = natural_width(&rest[..length]);
        }
        if left > 0 || columns > 2 {
            left = length;
            (length, columns) = within_two_columns(&rest[..length]);
            left -= length;
        }
        let (cell, after) = rest.split_at(length);
        rest = after;
        Some((cell, columns))
    })
}

/// The first place from a byte offset on at which a text can be cut between two cells.
pub fn next_cell(text: &str, at: usize) -> usize {
    let (before, after) = text.split_at(at);
    let alone = |c: Option<char>| c.is_none_or(stands_alone);
    if alone(before.chars().next_back()) && alone(after.chars().next()) {
        return at;
    }
    // Between two characters that stand alone a cell begins: what is before them need not be cut.
    let mut end = 0;
    let mut behind = None;
    for (place, c) in before.char_indices().rev() {
        let is_alone = stands_alone(c);
        if let (true, Some(start)) = (is_alone, behind) {
            end = start;
            break;
        }
        behind = is_alone.then_some(place);
    }
    for (cell, _) in cells(&text[end..]) {
        if end >= at {
            break;
        }
        end += cell.len();
    }
    end
}

/// The columns of a grapheme, however many they are.
fn natural_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    if let (Some(first), None) = (chars.next(), chars.next()) {
        if is_wide(first) {
            return 2;
        } else if matches!(first, ' '..='~') {
            return 1;
        }
    }
    // What ends a line is no sign, and what terminals do with it is not known.
    let is_unseen = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if grapheme.contains(is_unseen) {
        return 0;
    }
    grapheme.width()
}

/// The length in bytes of as many characters as have room in two columns, one at least, and their columns. Texts that were
/// cleaned have only few characters without a width in a row.
fn within_two_columns(grapheme: &str) -> (usize, usize) {
    let (mut length, mut columns) = (0, 0);
    for c in grapheme.chars() {
        let longer = length + c.len_utf8();
        let wider = grapheme[..longer].width();
        if length > 0 && wider > 2 {
            break;
        }
        // One character has three columns (U+17D8), as an abbreviation of other signs.
        (length, columns) = (longer, wider.min(2));
    }
    (length, columns)
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
                '-' | '(' | ')' | '+' | '.' | ':' | ' ' | '\u{2010}'..='\u{2015}' | '－'
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
    for (cell, columns_of_cell) in cells(text) {
        used += columns_of_cell;
        if used > columns {
            break;
        }
        at += cell.len();
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
    use proptest::prelude::*;

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
    fn a_grapheme_of_many_columns_is_several_cells() {
        let cut = |text| cells(text).collect::<Vec<_>>();
        assert_eq!(cut("ﾊﾟｽ"), [("ﾊﾟ", 2), ("ｽ", 1)]);
        assert_eq!(cut("あﾞ"), [("あ", 2), ("ﾞ", 1)]);
        assert_eq!(cut("स्त्री"), [("स्त्", 2), ("री", 2)]);
        assert_eq!(cut("👍🏽🏽a"), [("👍🏽", 2), ("🏽", 2), ("a", 1)]);
        assert_eq!(cut("a\nb"), [("a", 1), ("\n", 0), ("b", 1)]);
    }

    #[test]
    fn a_place_within_a_cell_is_moved_behind_it() {
        let check = |text: &str, at: &str, expected: &str| {
            assert_eq!(next_cell(text, at.len()), expected.len(), "{text}");
        };
        check("電話", "電", "電");
        check("か\u{3099}く", "か", "か\u{3099}");
        check("a👍🏽", "a👍", "a👍🏽");
        check("a👍🏽", "a", "a");
        check("🇯🇵🇺🇸", "🇯🇵🇺", "🇯🇵🇺🇸");
        check("स्त्री", "स्त्", "स्त्");
        check("स्त्री", "स", "स्त्");
        check("", "", "");
    }

    proptest! {
        #[test]
        fn a_place_is_moved_as_if_all_before_it_were_cut(text in "(\\PC|[a-c電話か\u{3099}ﾊﾟ🇯🇵👍🏽स्त्री\u{a0}\r\n]){0,20}") {
            for (at, _) in text.char_indices() {
                let mut ends = cells(&text).scan(0, |end, (cell, _)| {
                    *end += cell.len();
                    Some(*end)
                });
                let expected = if at == 0 { 0 } else { ends.find(|&end| end >= at).unwrap_or(0) };
                prop_assert_eq!(next_cell(&text, at), expected);
            }
        }
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
