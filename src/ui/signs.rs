//! Puts signs that may not be drawn right, in the frame that is drawn.
//!
//! Screens are set and drawn with all signs. Where there are none but ASCII ones, the finished buffer is gone over once:
//! a sign of one column becomes a character of one column, so that nothing moves, wherever it came from: the interface,
//! its texts, or the guide. That is simpler than two sets of everything, and leaves nothing out.

use ratatui::buffer::Buffer;

use super::cell::{self, is_wide};
use crate::frame::signs::{Signs, substitute_for, written_out};

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

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::desk::State;
    use crate::hours::week::Cell;

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
}
