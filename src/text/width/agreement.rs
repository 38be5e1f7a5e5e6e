//! What terminals agree on: each has width tables of its own, of some version of Unicode, and joins characters as it likes.

use super::{cells, stands_alone};

/// How far terminals agree on the columns of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// All have the same number of columns for it, which is ours.
    All,
    /// One column here, and two on some terminals: what Unicode calls ambiguous, or shows as text or as an emoji.
    OneOrTwo,
    /// Any number: several characters that a terminal may join or not, characters that show nothing by themselves, and what
    /// is in newer tables only. What is before it may be joined with it too.
    Unknown,
}

/// Whether terminals agree on the columns of a cell, as [`cells`] cuts them out. Only of what is known to be certain is it
/// said to be: new versions of Unicode make no mistakes here.
pub fn agreement(cell: &str) -> Agreement {
    let mut chars = cell.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if is_certain(c) => Agreement::All,
        (Some(c), None) if may_be_two(c) && cells(cell).eq([(cell, 1)]) => Agreement::OneOrTwo,
        _ => Agreement::Unknown,
    }
}

/// ASCII, kana, ideographs, the syllables of Korean and the forms of two widths that East Asian encodings had: one column or
/// two in all terminals, from the console of Linux on.
const fn is_certain(c: char) -> bool {
    let shown = stands_alone(c) && !c.is_ascii_control();
    shown
        || matches!(c,
            '\u{3000}' | '〃' | '〆'..='〇' | '〈'..='】' | '〒' | '〔'..='〟' | '゛'..='ゟ' | '゠' | 'ヽ'..='ヿ'
            | '\u{3400}'..='\u{4DB5}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FA2D}'
            | '！'..='｠' | '｡'..='ﾝ' | '￠'..='￦'
            | '\u{20000}'..='\u{2A6D6}')
}

/// The blocks of letters and signs that are one column wide by Unicode, or two where fonts are East Asian. Of marks and of
/// characters that show nothing there are none among them.
const fn may_be_two(c: char) -> bool {
    matches!(c,
        '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'                      // Latin
        | '\u{391}'..='\u{3A1}' | '\u{3A3}'..='\u{3C9}'                 // Greek
        | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}'                 // Cyrillic
        | '\u{1E00}'..='\u{1EFF}'                                       // Latin with more marks
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'             // punctuation
        | '\u{20A0}'..='\u{20BD}' | '\u{2100}'..='\u{218B}'             // currencies, letters as signs, fractions
        | '\u{2190}'..='\u{23FA}'                                       // arrows, mathematics, technical signs
        | '\u{2460}'..='\u{2BFF}') // in circles, boxes, geometry, symbols, dingbats
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;
    use unicode_width::UnicodeWidthChar;

    use super::*;

    fn of(c: char) -> Agreement {
        agreement(c.encode_utf8(&mut [0; 4]))
    }

    #[test]
    fn what_is_certain_is_what_the_oldest_tables_have() {
        for c in "aZ~ あカー々、。「」〜・漢字Ａ１％￥ｱﾝ｡한글　㐀𠮷".chars()
        {
            assert_eq!(of(c), Agreement::All, "{c:?}");
        }
        for c in '\0'..=char::MAX {
            if of(c) == Agreement::All {
                assert_eq!(c.width(), c.width_cjk(), "{c:?}");
                assert!(!is_combining_mark(c) && c.width() > Some(0), "{c:?}");
            }
        }
    }

    #[test]
    fn signs_and_letters_of_europe_are_one_column_or_two() {
        for c in "é●→─│█…※“”①αд✓☎€°".chars() {
            assert_eq!(of(c), Agreement::OneOrTwo, "{c:?}");
        }
    }

    #[test]
    fn what_is_joined_unseen_or_new_is_unknown() {
        let texts = [
            "か\u{3099}",
            "ﾊﾟ",
            "ﾟ",
            "e\u{301}",
            "\u{301}",
            "☎\u{FE0F}",
            "☎\u{FE0E}",
            "1\u{FE0F}\u{20E3}",
            "👍",
            "👍🏽",
            "👨\u{200D}👩",
            "🇯🇵",
            "🇯",
            "\u{1112}\u{1161}\u{11AB}",
            "\u{1161}",
            "\u{1100}",
            "क्",
            "ก\u{E33}",
            "ا",
            "\u{E000}",
            "\u{F8FF}",
            "\u{1FAE9}",
            "\u{10FFFD}",
            "\u{378}",
            "\u{AD}",
            "\u{2028}",
            "\u{200B}",
            "葛\u{E0100}",
            "⏰",
            "\n",
            "",
        ];
        for text in texts {
            assert_eq!(agreement(text), Agreement::Unknown, "{text:?}");
        }
    }

    #[test]
    fn nothing_that_shows_nothing_is_said_to_be_one_or_two_columns() {
        for c in ('\0'..=char::MAX).filter(|&c| of(c) == Agreement::OneOrTwo) {
            assert!(
                !is_combining_mark(c) && !crate::text::clean::is_hidden(c),
                "{c:?}"
            );
        }
    }
}
