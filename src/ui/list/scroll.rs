//! How a list says that it goes on: a bar at its right edge, and how many entries there are below.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::frame::layout::Layout;
use crate::i18n::{screen, search};
use crate::ui::theme::Theme;
use crate::ui::{columns_of, put};

/// Draws the bar, on the divider where there is one.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let Some((bar, thumb)) = bar(app, layout) else {
        return;
    };
    for row in 0..bar.height {
        let (symbol, style) = if thumb.contains(&usize::from(row)) {
            ("┃", theme.dim)
        } else {
            ("│", theme.rule)
        };
        put(buffer, bar, row, 0, symbol, style);
    }
}

/// The entry that a cell of the bar stands for: the first for the first row, the last for the last.
pub fn hit(app: &App, layout: &Layout, column: u16, row: u16) -> Option<usize> {
    let (bar, _) = bar(app, layout)?;
    let is_on_it = column == bar.x && (bar.y..bar.y + bar.height).contains(&row);
    let last = app.visit.entries.all().len().saturating_sub(1);
    let rows = usize::from(bar.height).saturating_sub(1).max(1);
    is_on_it.then(|| last * usize::from(row - bar.y) / rows)
}

/// Where it is, and the rows of it that stand for what is to be seen. `None` where that is all.
fn bar(app: &App, layout: &Layout) -> Option<(Rect, Range<usize>)> {
    let list = layout.list?;
    let (seen, all) = app.seen_of(list)?;
    // Beside a page the divider is the bar.
    let x = list.x + list.width - u16::from(layout.article.is_none());
    let rows = usize::from(list.height);
    let length = (rows * seen.len() / all).max(1);
    let start = seen.start * (rows - length) / (all - seen.len());
    let bar = Rect::new(x, list.y, 1, list.height);
    Some((bar, start..start + length))
}

/// What the last row that is to be seen says of what is below: of topics how many are, of hits how many are not in the list.
pub fn more(app: &App, layout: &Layout) -> Option<String> {
    let lang = app.visit.language;
    let (seen, all) = app.seen_of(layout.list?)?;
    match app.current_results() {
        None if seen.end < all => Some(screen::more_entries(all - seen.end, lang)),
        Some(results) if seen.end == all => search::left_out(results, lang),
        _ => None,
    }
}

/// The columns of that with the space behind it.
pub fn columns(more: &str) -> u16 {
    columns_of(more) + 1
}
