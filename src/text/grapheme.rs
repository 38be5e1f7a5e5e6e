//! Graphemes: what a reader takes for one character.
//!
//! As UAX #29 cuts a text (the `unicode-segmentation` crate). Finding out what joins with what takes longer than all else
//! that is done with most texts, and most characters join with nothing that is near them.

use unicode_segmentation::UnicodeSegmentation;

use super::boundary;

/// No grapheme is longer, in bytes: what the standard takes for a longer one is several. No flag and no family has more than a
/// third, and to look for the end of one takes no longer than this, wherever in it somebody begins.
const LONGEST: usize = 256;

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
    if joins_nothing(first) && chars.next().is_none_or(joins_nothing) {
        return Some(&text[..first.len_utf8()]);
    }
    text[..boundary(text, LONGEST)].graphemes(true).next()
}

/// Whether a character joins with no other one for which this is so: those that stand alone, and letters and digits of other
/// scripts, though not their marks and vowel signs.
fn joins_nothing(c: char) -> bool {
    let at = c as usize;
    match LETTERS.get(at / 64) {
        Some(bits) => bits >> (at % 64) & 1 == 1 || stands_alone(c),
        None => false,
    }
}

/// Such letters, first and last, in order.
#[rustfmt::skip]
const RANGES: [(char, char); 31] = [
    ('À', '\u{2FF}'), ('\u{370}', '\u{373}'), ('\u{386}', '\u{3FF}'), ('Ѐ', '\u{482}'), ('\u{48A}', '\u{52F}'), ('א', 'ת'),
    ('\u{620}', '\u{64A}'), ('٠', '\u{66F}'), ('\u{671}', '\u{6D3}'), ('\u{904}', '\u{939}'), ('\u{958}', '\u{961}'),
    ('\u{964}', '\u{97F}'), ('\u{E01}', '\u{E30}'), ('\u{E40}', '\u{E46}'), ('\u{E4F}', '\u{E5B}'), ('\u{E81}', '\u{E82}'),
    ('\u{E84}', '\u{E84}'), ('\u{E86}', '\u{E8A}'), ('\u{E8C}', '\u{EA3}'), ('\u{EA5}', '\u{EA5}'), ('\u{EA7}', '\u{EB0}'),
    ('\u{EC0}', '\u{EC4}'), ('\u{1000}', '\u{102A}'), ('\u{10A0}', '\u{10FF}'), ('\u{1780}', '\u{17B3}'),
    ('\u{17D4}', '\u{17DA}'), ('\u{1E00}', '\u{1FFE}'), ('\u{2010}', '\u{2027}'), ('\u{3131}', '\u{318E}'),
    ('가', '힣'), ('！', '｠'),
];

/// A bit for each of them.
static LETTERS: [u64; 1024] = {
    let mut bits = [0; 1024];
    let mut range = 0;
    while range < RANGES.len() {
        let (first, last) = RANGES[range];
        let mut at = first as usize;
        while at <= last as usize {
            bits[at / 64] |= 1 << (at % 64);
            at += 1;
        }
        range += 1;
    }
    bits
};

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

    #[test]
    fn what_joins_nothing_joins_nothing() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|&c| joins_nothing(c)).collect();
        // What comes next matters by its kind alone: two of each are two, beside each other and beside those of another script.
        for pair in all.windows(2) {
            for (a, b) in [
                (pair[0], pair[1]),
                (pair[0], pair[0]),
                (pair[0], '가'),
                ('ท', pair[0]),
                (pair[0], 'ब'),
            ] {
                let text = format!("{a}{b}");
                assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
            }
        }
    }

    #[test]
    fn what_has_no_end_is_cut() {
        for endless in ["\u{1100}", "क\u{94d}", "a\u{301}\u{200d}", "👩\u{200d}"] {
            let text = endless.repeat(10_000);
            let all: Vec<&str> = graphemes(&text).collect();
            assert_eq!(all.concat(), text);
            assert!(all.iter().all(|grapheme| grapheme.len() <= LONGEST));
        }
    }

    proptest! {
        #[test]
        fn a_text_is_cut_as_the_standard_cuts_it(
            text in "(\\PC|[\r\n\t a-zが\u{3099}\u{309a}ｶﾞ\u{301}\u{200d}👨👩一ー、〇々\u{fe0f}🇯🇵กำเก็ျကခក្ខहिन्दीक्षلااَ한ᄒ\u{1161}\u{11ab}éе\u{301}]){0,40}"
        ) {
            let expected: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), expected);
        }
    }
}
