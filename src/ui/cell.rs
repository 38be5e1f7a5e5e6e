//! Texts in the cells of ratatui's buffers, in as many columns as they were measured to have.
//!
//! ratatui measures what is in a cell by tables of its own (two columns more for `ﾊﾟ`, five for `स्त्री`). Where it would
//! find another number, the cell says what it is.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::cells;

/// No more characters than these are drawn in one cell: the longest emoji have eleven. What has no width is drawn in the
/// cell before it, however much there is.
const MAX_CHARS: usize = 16;

/// Writes a text into a row of an area, from a column of it on, as far as it fits. Returns the column behind it, and
/// whether all of it did.
pub(crate) fn write(
    buffer: &mut Buffer,
    area: Rect,
    (column, row): (u16, u16),
    text: &str,
    style: Style,
) -> (u16, bool) {
    let area = area.intersection(buffer.area);
    let (mut x, y) = (area.x.saturating_add(column), area.y.saturating_add(row));
    if y >= area.bottom() {
        return (column, text.is_empty());
    }
    for (cell, columns) in cells(text) {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        if x.saturating_add(columns) > area.right() {
            return (x - area.x, false);
        }
        if columns == 0 {
            continue;
        }
        if x == area.x + column {
            part(buffer, x, y);
        }
        set(&mut buffer[(x, y)], cell, columns).set_style(style);
        for second in x + 1..x + columns {
            buffer[(second, y)].reset();
        }
        x += columns;
    }
    (x - area.x, true)
}

/// Puts something else into a cell, of so many columns.
pub(super) fn set<'a>(cell: &'a mut Cell, symbol: &str, columns: u16) -> &'a mut Cell {
    let end = symbol.char_indices().nth(MAX_CHARS);
    let symbol = &symbol[..end.map_or(symbol.len(), |(at, _)| at)];
    // To some sequences ratatui does things of its own, and it would measure each cell again for each frame.
    let option = match NonZeroU16::new(columns) {
        Some(columns) if symbol.len() > 1 => CellDiffOption::ForcedWidth(columns),
        _ => CellDiffOption::None,
    };
    cell.set_symbol(symbol).set_diff_option(option)
}

/// Whether a cell takes the column behind it too.
pub fn is_wide(cell: &Cell) -> bool {
    cell.cell_width() > 1
}

/// Clears a wide character of which a column is the second half, before something else is written there.
fn part(buffer: &mut Buffer, x: u16, y: u16) {
    let before = x.checked_sub(1).and_then(|x| buffer.cell_mut((x, y)));
    if let Some(before) = before.filter(|cell| is_wide(cell)) {
        set(before, " ", 1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Modifier;

    use super::*;
    use crate::text::width::width;

    const COLUMNS: u16 = 140;

    /// A text between two others on a full row, as a backend gets it: the columns of the cells that ratatui finds in it.
    #[track_caller]
    fn check(text: &str) {
        let area = Rect::new(0, 0, COLUMNS, 1);
        let mut before = Buffer::empty(area);
        write(
            &mut before,
            area,
            (0, 0),
            &"#".repeat(COLUMNS.into()),
            Style::new().bold(),
        );
        let mut after = Buffer::empty(area);
        let (end, whole) = write(&mut after, area, (0, 0), text, Style::new());
        assert_eq!((usize::from(end), whole), (width(text), true), "{text:?}");
        write(&mut after, area, (end, 0), "|", Style::new().italic());
        let mut at = 0;
        for (x, _, cell) in before.diff_iter(&after) {
            assert_eq!(x, at, "{text:?}");
            assert!(cell.cell_width() <= 2, "{text:?}");
            assert_eq!(x == end, cell.modifier == Modifier::ITALIC, "{text:?}");
            at += cell.cell_width();
        }
        assert_eq!(at, COLUMNS, "{text:?}");
    }

    #[test]
    fn every_character_has_as_many_columns_as_were_measured() {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        for chars in all.chunks(40) {
            check(&chars.iter().flat_map(|&c| [c, 'x']).collect::<String>());
        }
    }

    #[test]
    fn sequences_have_as_many_columns_as_were_measured() {
        let texts = [
            ("ﾊﾟｽﾜｰﾄﾞ", 7),
            ("あﾞ紅ﾟ", 6),
            ("か\u{3099}ﾊ\u{309A}", 3),
            ("☎\u{FE0F}☎\u{FE0E}☎", 4),
            ("⏰\u{FE0E}⏰\u{FE0F}", 3),
            ("👨\u{200D}👩\u{200D}👧\u{200D}👦", 2),
            ("👍🏽🏽", 4),
            ("🇯🇵🇺", 3),
            ("1\u{FE0F}\u{20E3}", 2),
            (
                "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
                2,
            ),
            ("\u{1112}\u{1161}\u{11AB}\u{1112}\u{119E}\u{11AB}", 4),
            ("\u{1112}\u{1112}\u{1112}", 6),
            ("स्त्री", 4),
            ("กำนำ", 4),
            ("لا", 2),
            ("\u{17D8}", 2),
            ("\u{301}\u{AD}\u{2028}\u{200B}\u{E0041}", 0),
            ("e\u{301}\u{302}\u{303}", 1),
        ];
        for (text, columns) in texts {
            assert_eq!(width(text), columns, "{text:?}");
            check(text);
        }
    }

    #[test]
    fn a_cell_holds_no_more_than_a_grapheme_can_need() {
        let area = Rect::new(0, 0, 4, 1);
        let mut buffer = Buffer::empty(area);
        write(
            &mut buffer,
            area,
            (0, 0),
            &format!("e{}x", "\u{301}".repeat(2000)),
            Style::new(),
        );
        assert_eq!(buffer[(0, 0)].symbol().chars().count(), MAX_CHARS);
        assert_eq!(buffer[(1, 0)].symbol(), "x");
    }

    #[test]
    fn what_is_cut_by_half_vanishes() {
        let area = Rect::new(0, 0, 4, 1);
        let mut buffer = Buffer::empty(area);
        write(&mut buffer, area, (0, 0), "電話です", Style::new());
        write(&mut buffer, area, (1, 0), "x", Style::new());
        let symbols = |buffer: &Buffer| {
            buffer
                .content()
                .iter()
                .map(Cell::symbol)
                .collect::<String>()
        };
        assert_eq!(symbols(&buffer), " x話 ");
        write(&mut buffer, area, (3, 0), "", Style::new());
        assert_eq!(symbols(&buffer), " x話 ");
        assert_eq!(
            write(&mut buffer, area, (3, 0), "電", Style::new()),
            (3, false)
        );
    }

    proptest! {
        #[test]
        fn any_text_has_as_many_columns_as_were_measured(
            text in "(\\PC|[\r\n\t a-zが\u{3099}\u{309a}ｶﾊﾞﾟ\u{301}\u{200d}👨👩🏽☎一ー\u{fe0f}\u{fe0e}🇯🇵\u{20e3}1\u{1112}\u{1161}\u{11ab}स्त्रีกำ\u{ad}\u{2028}\u{600}]){0,9}"
        ) {
            prop_assume!(width(&text) < 20);
            check(&text);
        }
    }
}
