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
    part(buffer, x, y);
    for (cell, columns) in cells(text) {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        if x.saturating_add(columns) > area.right() {
            return (x - area.x, false);
        }
        if columns == 0 {
            continue;
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
    // One character that it measures as we do is left to ratatui; to some sequences it does things of its own.
    let is_plain = symbol.chars().nth(1).is_none() && symbol.cell_width() == columns;
    let option = match NonZeroU16::new(columns) {
        Some(columns) if !is_plain => CellDiffOption::ForcedWidth(columns),
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
