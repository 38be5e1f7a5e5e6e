//! The status bar: who can be reached now, in which language, until when, and what time it is there.

mod large;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{columns_of, footer, notice, put};
use crate::app::{App, Bar};
use crate::frame::layout::{Area, Focus, TALL};
use crate::i18n::screen;
use crate::i18n::summary::{self, Entry, Role};
use crate::text::width::pad;

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
    let at = mode(app, theme, (area, 0, 0), buffer);
    if app.world.size.rows < TALL && !app.is_finding() {
        small(app, theme, entries, (area, at), buffer);
        return;
    }
    let at = put(buffer, area, 0, at, lead, theme.accent);
    let at = put(buffer, area, 0, at, about, theme.bar_dim);
    put_entries(app, theme, entries, (area, 0, at), buffer);
    let right = area.width.saturating_sub(columns_of(clock) + 1);
    put(buffer, area, 0, right, clock, theme.bar_dim);
}

/// What keys mean now, in a word that is always as wide; the column behind it.
fn mode(
    app: &App,
    theme: &Theme,
    (area, row, column): (Rect, u16, u16),
    buffer: &mut Buffer,
) -> u16 {
    let (word, columns) = screen::mode(app.mode(), app.visit.language);
    let text = format!(" {} ", pad(word, columns));
    put(buffer, area, row, column, &text, theme.mode) + 1
}

/// On a low screen the bar has the hints too: as many as leave room for one state.
fn small(
    app: &App,
    theme: &Theme,
    entries: &[Entry],
    (area, from): (Rect, u16),
    buffer: &mut Buffer,
) {
    let state = u16::try_from(summary::width(entries, app.visit.language)).unwrap_or(u16::MAX);
    let reads = app.visit.focus == Focus::Article || app.visit.menu.is_some();
    let room = if reads {
        area.width
    } else {
        area.width.saturating_sub(state + 1)
    };
    let end = footer::draw(
        app,
        theme,
        Rect {
            width: room,
            ..area
        },
        from,
        buffer,
    );
    if !reads {
        put_entries(app, theme, entries, (area, 0, end), buffer);
    }
}

/// The columns left free at each side of a large bar, so that it says things where the rest of the screen does.
fn inset(app: &App) -> u16 {
    app.layout().map_or(0, |layout| layout.field.x)
}

/// Draws entries into a row of an area, from a column on; the column behind them.
pub(super) fn put_entries(
    app: &App,
    theme: &Theme,
    entries: &[Entry],
    (area, row, column): (Rect, u16, u16),
    buffer: &mut Buffer,
) -> u16 {
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
    at
}
