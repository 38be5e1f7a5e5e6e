//! The key hints, from the list of acts; or the notice that has to be read first.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{columns_of, find, notice, put};
use crate::app::{App, Hint};
use crate::frame::keys::Key;
use crate::frame::layout::Area;
use crate::i18n::progress::indexing;
use crate::text::width::truncate;

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    let beside = beside(app, area.width);
    if let Some(text) = &beside {
        let start = room(area.width, beside.as_deref());
        let style = if app.is_out_of_date() {
            theme.warning
        } else {
            theme.dim
        };
        put(buffer, area, 0, start + 1, text, style);
    }
    // Where it does not begin at the edge it has its margin already.
    let area = Rect {
        width: room(area.width, beside.as_deref()),
        ..area
    };
    draw(app, theme, area, first_column(area.x), buffer);
}

/// Draws the hints from a column on, as many as there is room for; the column for what follows.
pub fn draw(app: &App, theme: &Theme, area: Rect, column: u16, buffer: &mut Buffer) -> u16 {
    let mut end = column;
    for (hint, columns) in hints(app, column, area.width) {
        let what = put(buffer, area, 0, columns.start, &hint.keys, theme.strong) + 1;
        put(buffer, area, 0, what, &hint.what, theme.dim);
        end = columns.end + 2;
    }
    end
}

/// The key that a hint at a column of the screen stands for.
pub fn hit(app: &App, area: Area, column: u16) -> Option<Key> {
    let beside = beside(app, area.width);
    let (from, room) = match &app.visit.find {
        Some(find) if app.visit.menu.is_none() => {
            (find::hints_from(app, find, area.width), area.width)
        }
        _ if notice(app).is_some() => return None,
        _ => (first_column(area.x), room(area.width, beside.as_deref())),
    };
    let at = column - area.x;
    let (hint, columns) = hints(app, from, room)
        .into_iter()
        .find(|(_, columns)| columns.contains(&at))?;
    let [first, second] = hint.presses?;
    // Of two arrows the one that is clicked.
    let is_first = at < columns.start + columns_of(&hint.keys) / 2;
    Some(if is_first { first } else { second })
}

/// Where it does not begin at the edge it has its margin already.
fn first_column(x: u16) -> u16 {
    u16::from(x == 0)
}

/// What stands at the right of the hints: what has become of the guide, or how far its index is. Of a long text as much as
/// leaves room for some hints.
fn beside(app: &App, columns: u16) -> Option<String> {
    let pace = app.world.indexing;
    let pace = || pace.map(|pace| indexing(app.visit.language, pace));
    let change = app.change();
    let change = change.map(|text| truncate(&text, usize::from(columns) * 3 / 5).into_owned());
    change.or_else(pace)
}

/// The columns that hints have, before what else there is to say.
fn room(columns: u16, beside: Option<&str>) -> u16 {
    columns.saturating_sub(beside.map_or(0, |text| columns_of(text) + 2))
}

/// The hints from a column on with their columns, from the area's left edge.
fn hints(app: &App, from: u16, room: u16) -> Vec<(Hint, Range<u16>)> {
    let gap = if app.setup.look.large { 4 } else { 2 };
    let mut at = from;
    let place = |hint: Hint| {
        let columns = at..at + u16::try_from(hint.columns()).unwrap_or(u16::MAX);
        at = columns.end + gap;
        (hint, columns)
    };
    let hints = app.hints(room.saturating_sub(from).into(), gap.into());
    hints.into_iter().map(place).collect()
}
