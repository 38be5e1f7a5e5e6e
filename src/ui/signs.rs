//! The signs of the interface, and what stands for them on terminals that lack them or draw them at another width.
//!
//! Screens are set and drawn with all signs. Where there are none but ASCII ones, the finished buffer is gone over once:
//! a sign of one column becomes a character of one column, so that nothing moves, wherever it came from: the interface,
//! its texts, or the guide. That is simpler than two sets of everything, and leaves nothing out.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use super::cell::{self, is_wide};

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
        if self.is_ascii() && text.contains(['↑', '←', '–']) {
            let text = text.replace("↑↓", "Up/Down").replace("←→", "Left/Right");
            Cow::Owned(text.replace('–', "-"))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Whether a character, of one column or as a whole grapheme, must give way.
    fn forbids(self, symbol: &str) -> bool {
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

/// Puts ASCII characters in the place of the signs that may not be drawn.
pub fn substitute(buffer: &mut Buffer, signs: Signs) {
    if !signs.is_ascii() {
        return;
    }
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if signs.forbids(buffer[(x, y)].symbol()) {
                replace(buffer, x, y);
            }
        }
    }
}

/// Replaces the sign in a cell. What has a longer form spreads over empty cells, if there are as many.
fn replace(buffer: &mut Buffer, x: u16, y: u16) {
    let Some(sign) = buffer[(x, y)].symbol().chars().next() else {
        return;
    };
    let is_blank =
        |buffer: &Buffer, x| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == " ");
    // A box opens in the column before it, which every page has.
    if let '☐' | '☑' = sign
        && let Some(before) = free_before(buffer, x, y)
        && is_blank(buffer, x + 1)
    {
        let style = buffer[(x, y)].style();
        let inside = if sign == '☐' { " " } else { "x" };
        for (x, symbol) in (before..).zip(["[", inside, "]"]) {
            cell::set(&mut buffer[(x, y)], symbol, 1).set_style(style);
        }
        return;
    }
    let long = written_out(sign);
    let room = |buffer: &Buffer| {
        (x + 1..)
            .zip(long.chars().skip(1))
            .all(|(x, _)| is_blank(buffer, x))
    };
    if long.chars().count() > 1 && room(buffer) {
        for (x, c) in (x..).zip(long.chars()) {
            cell::set(&mut buffer[(x, y)], c.encode_utf8(&mut [0; 4]), 1);
        }
    } else {
        let (style, is_wide) = (buffer[(x, y)].style(), is_wide(&buffer[(x, y)]));
        let symbol = substitute_for(sign);
        cell::set(&mut buffer[(x, y)], symbol.encode_utf8(&mut [0; 4]), 1);
        if let (Some(second), true) = (buffer.cell_mut((x + 1, y)), is_wide) {
            second.set_style(style);
        }
    }
}

/// The column before a cell, if nothing stands there, nor the second half of a wide character.
fn free_before(buffer: &Buffer, x: u16, y: u16) -> Option<u16> {
    let before = x.checked_sub(1)?;
    let is_half = before
        .checked_sub(1)
        .is_some_and(|x| is_wide(&buffer[(x, y)]));
    (buffer[(before, y)].symbol() == " " && !is_half).then_some(before)
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
fn substitute_for(sign: char) -> char {
    match sign {
        '─' | '━' | '╌' | '┄' | '┈' | '═' | '▁' | '•' | '·' | '‐'..='―' | '−' => {
            '-'
        }
        '│' | '║' | '┆' | '┊' | '¦' => '|',
        '┃' | '▆'..='█' | '▀' | '▄' | '■' => '#',
        '\u{2500}'..='\u{257f}' | '▂'..='▅' | '◐'..='◓' | '◆' | '◇' | '±' | '†' => {
            '+'
        }
        '●' | '★' | '☆' | '※' | '♪' | '∗' => '*',
        '○' | '◯' | '□' | '°' | 'ø' | 'œ' => 'o',
        '◎' | 'Ø' | 'Œ' => 'O',
        '☐' => '_',
        '☑' | '☒' | '✓' | '✔' | '✗' | '✘' | '×' => 'x',
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
fn written_out(sign: char) -> String {
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
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::desk::State;
    use crate::desk::week::Cell;

    fn drawn(text: &str, signs: Signs) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 1));
        let area = buffer.area;
        cell::write(&mut buffer, area, (0, 0), text, Style::new());
        substitute(&mut buffer, signs);
        let mut line = String::new();
        let mut skip = 0;
        for cell in buffer.content() {
            if skip == 0 {
                line.push_str(cell.symbol());
                skip = if is_wide(cell) { 2 } else { 1 };
            }
            skip -= 1;
        }
        line.trim_end().to_owned()
    }

    #[test]
    fn signs_become_ascii_and_nothing_moves() {
        let ascii = |text| drawn(text, Signs::Ascii);
        assert_eq!(ascii("● 電話 › 解約"), "* 電話 > 解約");
        assert_eq!(ascii("──┬──"), "--+--");
        assert_eq!(ascii("“a” – b·c"), "\"a\" - b-c");
        assert_eq!(ascii("「解約」、〜・"), "「解約」、〜・");
        assert_eq!(ascii("café α ①"), "café α ①");
        assert_eq!(
            ascii("⏰x"),
            "? x",
            "a wide sign leaves its second column empty"
        );
    }

    #[test]
    fn what_is_left_out_is_three_dots_where_there_is_room() {
        assert_eq!(drawn("解約…", Signs::Ascii), "解約...");
        assert_eq!(drawn("…電話", Signs::Ascii), "~電話");
        assert_eq!(drawn("…  x", Signs::Ascii), "...x");
    }

    #[test]
    fn boxes_open_in_the_column_before() {
        assert_eq!(drawn("  ☐ a", Signs::Ascii), " [ ]a");
        assert_eq!(drawn("  ☑ a", Signs::Ascii), " [x]a");
        assert_eq!(drawn("a☐ ☑b", Signs::Ascii), "a_ xb");
        assert_eq!(drawn("電☐ a", Signs::Ascii), "電_ a");
    }

    #[test]
    fn nothing_ambiguous_is_left_where_widths_are_uncertain() {
        let certain = |text| drawn(text, Signs::Certain);
        assert_eq!(certain("café ② 解約"), "cafe 2 解約");
        assert_eq!(certain("⑩  Ⅲ番"), "10 3番");
        assert_eq!(certain("⑩番 α"), "?番 ?");
        assert_eq!(certain("ガイド、ＡＢＣ ｱｲ"), "ガイド、ＡＢＣ ｱｲ");
        for c in ('\u{80}'..='\u{1ffff}').filter(|c| !c.is_control()) {
            let line = drawn(&format!("{c}x"), Signs::Certain);
            assert_eq!(line.width(), line.width_cjk(), "{c:?} became {line:?}");
        }
    }

    #[test]
    fn the_signs_of_states_and_hours_are_those_that_print_uses() {
        let states = [
            State::Open,
            State::Limited,
            State::Closed,
            State::Unknown,
            State::NotOffered,
        ];
        for state in states {
            let sign = state.symbol();
            assert_eq!(
                drawn(&sign.to_string(), Signs::Ascii),
                state.ascii_symbol().to_string()
            );
        }
        for cell in [Cell::Open, Cell::Part, Cell::Closed] {
            assert_eq!(substitute_for(cell.symbol()), cell.ascii_symbol());
        }
    }

    #[test]
    fn keys_are_named() {
        assert_eq!(Signs::Ascii.keys("Shift-↑↓"), "Shift-Up/Down");
        assert_eq!(Signs::All.keys("Shift-↑↓"), "Shift-↑↓");
    }
}
