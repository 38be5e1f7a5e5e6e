//! The key hints, from the list of acts; or the notice that has to be read first.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use super::{columns_of, find, notice, put};
use crate::app::{App, Hint};
use crate::frame::keys::Key;
use crate::frame::layout::{Area, BUTTON};
use crate::i18n::progress::indexing;
use crate::text::width::{truncate, width};

pub fn view(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let area = Rect::from(area);
    if let Some(notice) = notice(app) {
        put(buffer, area, 0, 1, &notice, theme.warning);
        return;
    }
    if area.height >= BUTTON {
        for (hint, place) in buttons(app, area) {
            let label = format!("{} {}", hint.keys(), hint.what);
            let inner = usize::from(place.width) - 2;
            let label = if width(&label) <= inner {
                label
            } else {
                hint.what.into_owned()
            };
            button(&truncate(&label, inner), theme.strong, theme, place, buffer);
        }
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

/// Draws a button of three rows with something in its middle.
pub fn button(label: &str, style: Style, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let inner = usize::from(area.width.saturating_sub(2));
    let line = "─".repeat(inner);
    put(buffer, area, 0, 0, &format!("┌{line}┐"), theme.rule);
    put(buffer, area, 1, 0, "│", theme.rule);
    let at = 1 + (area.width - 2).saturating_sub(columns_of(label)) / 2;
    put(buffer, area, 1, at, label, style);
    put(buffer, area, 1, area.width - 1, "│", theme.rule);
    put(buffer, area, 2, 0, &format!("└{line}┘"), theme.rule);
}

/// The buttons of large mode, which share the width.
fn buttons(app: &App, area: Rect) -> Vec<(Hint, Rect)> {
    let buttons = app.buttons();
    let count = u16::try_from(buttons.len()).unwrap_or(1).max(1);
    let wide = (area.width + 1) / count;
    let place = |n: u16| Rect {
        x: area.x + n * wide,
        width: wide - 1,
        ..area
    };
    buttons.into_iter().zip((0..).map(place)).collect()
}

/// Draws the hints from a column on, as many as there is room for; the column for what follows.
pub fn draw(app: &App, theme: &Theme, area: Rect, column: u16, buffer: &mut Buffer) -> u16 {
    let mut end = column;
    for (hint, columns) in hints(app, column, area.width) {
        let what = put(buffer, area, 0, columns.start, &hint.keys(), theme.strong) + 1;
        put(buffer, area, 0, what, &hint.what, theme.dim);
        end = columns.end + 2;
    }
    end
}

/// The key that a hint at a column of the screen stands for.
pub fn hit(app: &App, area: Area, column: u16) -> Option<Key> {
    if area.height >= BUTTON && app.visit.find.is_none() {
        if notice(app).is_some() {
            return None;
        }
        let mut buttons = buttons(app, area.into()).into_iter();
        let (hint, _) =
            buttons.find(|(_, place)| (place.x..place.x + place.width).contains(&column))?;
        return hint.pressed;
    }
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
    hint.key_at(usize::from(at - columns.start))
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
