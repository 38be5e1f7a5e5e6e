//! The status bar: who can be reached now, in which language, until when, and what time it is there.

use chrono::DateTime;
use chrono_tz::Tz;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Area, TALL};
use super::theme::Theme;
use super::{columns_of, notice, put};
use crate::app::App;
use crate::desk::DeskStatus;
use crate::desk::status::in_zone;
use crate::guide::Guide;
use crate::i18n::summary::{self, Detail, Entry, Role};
use crate::i18n::time;
use crate::text::width::width;

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
    let (entries, clock) = fit(app, guide, &statuses, now, usize::from(area.width));
    let mut at = 1;
    for piece in summary::pieces(&entries, app.language, false) {
        let style = match piece.role {
            Role::Symbol(state) => theme.state(state),
            Role::Names => theme.strong,
            Role::Open => theme.open,
            Role::Other => theme.text,
            Role::Separator => theme.bar_dim,
        };
        at = put(buffer, area, 0, at, &piece.text, style);
    }
    let right = area.width.saturating_sub(columns_of(&clock) + 1);
    put(buffer, area, 0, right, &clock, theme.bar_dim);
}

/// The most that there is room for. What is said of the people at the desks is the last thing to be cut: before that go
/// the desks without people, then the date and the zone.
fn fit(
    app: &App,
    guide: &Guide,
    statuses: &[DeskStatus],
    now: DateTime<Tz>,
    columns: usize,
) -> (Vec<Entry>, String) {
    let time = now.format("%-H:%M").to_string();
    let zoned = format!("{time} {}", time::zone_name(now, app.language));
    let dated = time::clock(now, app.language);
    let choices = [
        (Detail::Full, &dated),
        (Detail::Reachable, &dated),
        (Detail::Staffed, &dated),
        (Detail::Staffed, &zoned),
        (Detail::Staffed, &time),
        (Detail::Short, &time),
        (Detail::Shortest, &time),
    ];
    choices
        .into_iter()
        .map(|(detail, clock)| {
            (
                summary::entries(statuses, guide, app.now, app.language, detail),
                clock,
            )
        })
        .find(|(entries, clock)| {
            summary::width(entries, app.language) + width(clock) + 4 <= columns
        })
        .map_or_else(
            || (Vec::new(), time.clone()),
            |(entries, clock)| (entries, clock.clone()),
        )
}
