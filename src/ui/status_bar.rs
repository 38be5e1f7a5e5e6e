//! The status bar: who can be reached now, in which language, until when, and what time it is there.

mod large;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::{App, Bar};
use crate::frame::layout::{Area, TALL};
use crate::i18n::summary::{self, Entry, Role};

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    buffer.set_style(area, theme.bar);
    let Some(guide) = app.world.guide.as_deref() else {
        return;
    };
    // Where there is no row of key hints, a notice stands here.
    if let (Some(notice), true) = (notice(app), app.world.size.rows < TALL) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    if area.height > 1 {
        let room = Rect {
            x: area.x + inset(app),
            width: area.width - 2 * inset(app),
            ..area
        };
        large::view(app, guide, app.statuses(), theme, room, buffer);
        return;
    }
    let Bar {
        lead,
        entries,
        about,
        clock,
    } = app.bar();
    let at = put(buffer, area, 0, 1, lead, theme.accent);
    let at = put(buffer, area, 0, at, about, theme.bar_dim);
    put_entries(app, theme, entries, (area, 0, at), buffer);
    let right = area.width.saturating_sub(columns_of(clock) + 1);
    put(buffer, area, 0, right, clock, theme.bar_dim);
}

/// The columns left free at each side of a large bar, so that it says things where the rest of the screen does.
fn inset(app: &App) -> u16 {
    app.layout().map_or(0, |layout| layout.field.x)
}

/// Draws entries into a row of an area, from a column on.
fn put_entries(
    app: &App,
    theme: &Theme,
    entries: &[Entry],
    (area, row, column): (Rect, u16, u16),
    buffer: &mut Buffer,
) {
    let mut at = column;
    for piece in summary::pieces(entries, app.visit.language, false) {
        let style = match piece.role {
            Role::Symbol(state) => theme.state(state),
            Role::Names => theme.strong,
            Role::Open => theme.open,
            Role::Other => theme.text,
            Role::Separator => theme.bar_dim,
        };
        at = put(buffer, area, row, at, &piece.text, style);
    }
}
