//! The signs of the interface, and what stands for them on terminals that lack them or draw them at another width.
//!
//! Everything is set and drawn with all signs; `ui::signs` replaces them in the finished frame.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Which characters may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    #[default]
    All,
    /// No lines, bars, boxes, arrows and the like, but letters of all scripts.
    Ascii,
    /// In addition nothing that terminals draw in one column or in two as they please: what Unicode (UAX #11) calls
    /// ambiguous, among them letters such as `é` and `α`.
    Certain,
}

impl Signs {
    pub const fn is_ascii(self) -> bool {
        !matches!(self, Self::All)
    }

    /// What stands before a query to search for: the program's name, on the sign above the counter where there are signs.
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::All => " 窓口 ❯ ",
            Self::Ascii | Self::Certain => " madoguchi > ",
        }
    }

    /// Names of keys, and texts that have such names in them.
    pub fn keys(self, text: &str) -> Cow<'_, str> {
        if self.is_ascii() && text.contains(['↑', '↓', '←', '→', '–']) {
            let mut text = text.replace("↑↓", "Up/Down").replace("←→", "Left/Right");
            for (sign, name) in [
                ('↑', "Up"),
                ('↓', "Down"),
                ('←', "Left"),
                ('→', "Right"),
                ('–', "-"),
            ] {
                text = text.replace(sign, name);
            }
            Cow::Owned(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Whether a character, of one column or as a whole grapheme, must give way.
    pub fn forbids(self, symbol: &str) -> bool {
        let Some(first) = symbol.chars().next() else {
            return false;
        };
        match self {
            Self::All => false,
            Self::Ascii => is_sign(first),
            Self::Certain => {
                is_sign(first) || is_ambiguous_letter(first) || symbol.width() != symbol.width_cjk()
            }
        }
    }
}

/// Whether a character is no letter, digit or Japanese punctuation, but a sign that a font may not have.
fn is_sign(c: char) -> bool {
    match c {
        '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' => !c.is_alphanumeric(),
        '\u{2e00}'..='\u{2e7f}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}' => true,
        _ => false,
    }
}

/// Letters of the blocks in which UAX #11 calls some ambiguous. `unicode-width` counts none of them as such, because new
/// terminals draw all in one column; those that this is about draw them in two.
const fn is_ambiguous_letter(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{2df}' | '\u{391}'..='\u{3c9}' | '\u{401}'..='\u{451}')
}

/// The ASCII character that stands for a sign. For those of the interface it says the same as they do.
pub fn substitute_for(sign: char) -> char {
    match sign {
        '─' | '╌' | '┄' | '┈' | '▁' | '•' | '·' | '▾' | '‐'..='―' | '−' => '-',
        '━' | '═' => '=',
        '│' | '║' | '┆' | '┊' | '¦' | '▎' => '|',
        '┃' | '▆'..='█' | '▀' | '▄' | '■' => '#',
        '\u{2500}'..='\u{257f}' | '▂'..='▅' | '◐'..='◓' | '▸' | '◆' | '◇' | '±' | '†' => {
            '+'
        }
        '●' | '★' | '☆' | '※' | '♪' | '∗' | '▪' => '*',
        '○' | '◯' | '□' | '°' | 'ø' | 'œ' | '✓' | '✔' => 'o',
        '◎' | 'Ø' | 'Œ' => 'O',
        '☐' => '_',
        '☑' | '☒' | '✗' | '✘' | '×' => 'x',
        '▲' | '△' | '↑' => '^',
        '▼' | '▽' | '↓' => 'v',
        '❯' | '›' | '»' | '▌' | '→' | '⇒' | '▶' | '▷' => '>',
        '‹' | '«' | '←' | '⇐' | '◀' | '◁' => '<',
        '“' | '”' | '„' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        '…' | '‥' | '≈' => '~',
        '÷' => '/',
        '¥' => 'Y',
        '£' => 'L',
        '€' => 'E',
        '§' | 'ß' => 'S',
        '©' | '℃' => 'C',
        '®' => 'R',
        '™' => 'T',
        'Æ' => 'A',
        'æ' => 'a',
        'Ð' | 'Đ' => 'D',
        'ð' | 'đ' => 'd',
        'ł' => 'l',
        'μ' => 'u',
        'Ⅰ'..='Ⅸ' => digit_from('Ⅰ', sign),
        'ⅰ'..='ⅸ' => digit_from('ⅰ', sign),
        '\u{2003}' | '\u{2002}' | '\u{2009}' | '\u{200a}' => ' ',
        _ => decomposed(sign),
    }
}

/// The digit of a sign in a row of nine that begins with the sign of 1.
fn digit_from(one: char, sign: char) -> char {
    let number = u32::from(sign) - u32::from(one) + 1;
    char::from_digit(number, 10).unwrap_or('?')
}

/// A letter without its marks, a digit without its circle; `?` where nothing of one character is left.
fn decomposed(sign: char) -> char {
    let plain = written_out(sign);
    let mut plain = plain.chars();
    match (plain.next(), plain.next()) {
        (Some(c), None) if c.is_ascii_graphic() => c,
        _ => '?',
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What a sign stands for, such as `...` or `10`, where that is ASCII; else the sign.
pub fn written_out(sign: char) -> String {
    let parts: String = sign.nfkd().collect();
    if parts
        .chars()
        .filter(|c| !is_mark(*c))
        .all(|c| c.is_ascii_graphic())
    {
        parts.chars().filter(|c| !is_mark(*c)).collect()
    } else {
        sign.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named() {
        assert_eq!(Signs::Ascii.keys("Shift-↑↓"), "Shift-Up/Down");
        assert_eq!(Signs::All.keys("Shift-↑↓"), "Shift-↑↓");
    }
}
