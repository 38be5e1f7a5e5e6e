//! The line to type a text in that is to be found in the page, and what was found of it, in the place of the key hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{Visible, columns_of, footer, put, visible};
use crate::app::{App, Find};
use crate::i18n::reading;
use crate::text::width::truncate;

/// From this width on there is room for words.
const ROOMY: u16 = 60;

/// Draws it over a row; says in which column of it the cursor stands, while the line is open.
pub fn view(app: &App, find: &Find, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<u16> {
    buffer.set_style(area, ratatui::style::Style::reset());
    put(
        buffer,
        area,
        0,
        0,
        &" ".repeat(area.width.into()),
        theme.text,
    );
    let found = &app.open_reader().page.found;
    let count = if find.wanted().is_empty() {
        String::new()
    } else {
        reading::found(find.at, found.len(), app.language)
    };
    if find.is_typed {
        Some(line(app, find, &count, theme, area, buffer))
    } else {
        kept(app, find, &count, theme, area, buffer);
        None
    }
}

/// The line with the text, the count behind it, and the keys where there is room.
fn line(
    app: &App,
    find: &Find,
    count: &str,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> u16 {
    let full = area.width >= ROOMY;
    let prompt = format!(" {} ❯ ", reading::find(full, app.language));
    let at = put(buffer, area, 0, 0, &prompt, theme.accent);
    // The text gives way to the count.
    let room = area.width.saturating_sub(columns_of(count) + 2);
    let shown = app.shown(find.input.value());
    let Visible { text, cursor } = visible(&shown, find.input.cursor(), at, room);
    let end = put(buffer, area, 0, at, text, theme.strong);
    let style = if found_nothing(app) {
        theme.warning
    } else {
        theme.dim
    };
    let end = put(buffer, area, 0, end.max(cursor) + 2, count, style);
    footer::hints(app, theme, area, end + 2, buffer);
    cursor
}

/// What was found, and the keys.
fn kept(app: &App, find: &Find, count: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = area.width.saturating_sub(columns_of(count) + 8);
    let shown = app.shown(find.input.value());
    let text = truncate(&shown, room.into());
    let text = reading::quoted(&text, app.language);
    let at = put(buffer, area, 0, 1, &text, theme.strong);
    let style = if found_nothing(app) {
        theme.warning
    } else {
        theme.accent
    };
    let at = put(buffer, area, 0, at + 1, count, style);
    footer::hints(app, theme, area, at + 2, buffer);
}

fn found_nothing(app: &App) -> bool {
    app.open_reader().page.found.is_empty()
}
