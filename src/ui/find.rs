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
    let row = Row::new(app, find, area.width);
    let style = if found_nothing(app) {
        theme.warning
    } else if find.is_typed {
        theme.dim
    } else {
        theme.accent
    };
    put(buffer, area, 0, 0, &row.prompt, theme.accent);
    let at = columns_of(&row.prompt);
    put(buffer, area, 0, at, &row.text, theme.strong);
    put(buffer, area, 0, row.count_at, &row.count, style);
    footer::draw(app, theme, area, row.hints_at(), buffer);
    row.cursor
}

/// The column from which on there are hints in a row of so many.
pub fn hints_from(app: &App, find: &Find, columns: u16) -> u16 {
    Row::new(app, find, columns).hints_at()
}

/// What stands in the row, and where: the text behind a prompt, the count behind it, and the keys where there is room.
struct Row {
    prompt: String,
    text: String,
    count: String,
    count_at: u16,
    cursor: Option<u16>,
}

impl Row {
    fn new(app: &App, find: &Find, columns: u16) -> Self {
        let found = &app.visit.reader.page.found;
        let count = if find.wanted().is_empty() {
            String::new()
        } else {
            reading::found(find.at, found.len(), app.visit.language)
        };
        if find.is_typed {
            Self::typed(app, find, count, columns)
        } else {
            Self::kept(app, find, count, columns)
        }
    }

    /// While the line is open.
    fn typed(app: &App, find: &Find, count: String, columns: u16) -> Self {
        let prompt = format!(
            " {} ❯ ",
            reading::find(columns >= ROOMY, app.visit.language)
        );
        let at = columns_of(&prompt);
        // The text gives way to the count.
        let room = columns.saturating_sub(columns_of(&count) + 2);
        let shown = app.shown(find.input.value());
        let Visible { text, cursor, .. } = visible(&shown, find.input.cursor(), at, room);
        Self {
            prompt,
            count_at: (at + columns_of(text)).max(cursor) + 2,
            text: text.to_owned(),
            count,
            cursor: Some(cursor),
        }
    }

    /// After that.
    fn kept(app: &App, find: &Find, count: String, columns: u16) -> Self {
        let room = columns.saturating_sub(columns_of(&count) + 8);
        let shown = app.shown(find.input.value());
        let text = truncate(&shown, room.into());
        let text = reading::quoted(&text, app.visit.language);
        Self {
            prompt: " ".to_owned(),
            count_at: 1 + columns_of(&text) + 1,
            text,
            count,
            cursor: None,
        }
    }

    fn hints_at(&self) -> u16 {
        self.count_at.saturating_add(columns_of(&self.count) + 2)
    }
}

fn found_nothing(app: &App) -> bool {
    app.visit.reader.page.found.is_empty()
}
