//! Graphemes: what a reader takes for one character.
//!
//! As UAX #29 cuts a text (the `unicode-segmentation` crate). Finding out what joins with what takes longer than all else
//! that is done with most texts, and most characters join with nothing that is near them.

use unicode_segmentation::UnicodeSegmentation;

/// The graphemes of a text, in order. Together they are the text.
pub fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let grapheme = first_grapheme(rest)?;
        rest = &rest[grapheme.len()..];
        Some(grapheme)
    })
}

/// The first grapheme of a text; `None` where there is none.
pub(super) fn first_grapheme(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if stands_alone(first) && chars.next().is_none_or(stands_alone) {
        return Some(&text[..first.len_utf8()]);
    }
    text.graphemes(true).next()
}

/// Characters that never join with another such character: ASCII without carriage return, kana, ideographs.
pub const fn stands_alone(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~') || is_wide(c)
}

/// Those of them that are two columns wide; the others are one, or control characters.
pub const fn is_wide(c: char) -> bool {
    matches!(c,
        '、'..='。' | '々' | '「'..='』' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthChar;

    use super::*;

    #[test]
    fn what_stands_alone_is_as_wide_as_it_is_said_to_be() {
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            let wide = c.width() == Some(2);
            assert_eq!(is_wide(c), wide, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_is_cut_as_the_standard_cuts_it(
            text in "(\\PC|[\r\n\t a-zが\u{3099}\u{309a}ｶﾞ\u{301}\u{200d}👨👩一ー、〇々\u{fe0f}🇯🇵]){0,40}"
        ) {
            let expected: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), expected);
        }
    }
}
