//! The status bar: who can be reached now, in which language, until when, and what time it is there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, TALL};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::desk::status::in_zone;
use crate::i18n::summary::{self, Role};
use crate::i18n::time;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    buffer.set_style(area, theme.bar);
    let Some(guide) = app.guide.as_deref() else {
        return;
    };
    // Where there is no row of key hints, a notice stands here.
    if let (Some(notice), true) = (notice(app), app.size.rows < TALL) {
        put(buffer, area, 0, 1, notice, theme.warning);
        return;
    }
    let now = in_zone(app.now, guide.timezone);
    let statuses = app.statuses();
    let room = |clock: &str| usize::from(area.width.saturating_sub(columns_of(clock) + 4));
    // The clock gives way first: from day, time and zone to the time alone.
    let clocks = [
        time::clock(now, app.language),
        format!(
            "{} {}",
            now.format("%-H:%M"),
            time::zone_name(now, app.language)
        ),
        now.format("%-H:%M").to_string(),
    ];
    let fits = |clock: &&String| {
        let entries = summary::fit(&statuses, guide, app.now, app.language, room(clock));
        entries.iter().any(|entry| !entry.names.is_empty())
    };
    let clock = clocks.iter().find(fits).unwrap_or(&clocks[2]);
    let entries = summary::fit(&statuses, guide, app.now, app.language, room(clock));
    let mut at = 1;
    for piece in summary::pieces(&entries, app.language, false) {
        let style = match piece.role {
            Role::Symbol(state) => theme.state(state),
            Role::Names => theme.strong,
            Role::Open => theme.open,
            Role::Other => theme.text,
            Role::Separator => theme.dim,
        };
        at = put(buffer, area, 0, at, &piece.text, style);
    }
    let right = area.width.saturating_sub(columns_of(clock) + 1);
    put(buffer, area, 0, right, clock, theme.dim);
}
