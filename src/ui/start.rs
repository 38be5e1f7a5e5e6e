//! The head of the start screen: questions to try, and the hours of all desks as a picture.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::status_bar::put_entries;
use super::theme::Theme;
use super::{columns_of, put};
use crate::app::{Act, App, Spot, Timeline};
use crate::desk::State;
use crate::frame::keys::{Key, Scope};
use crate::frame::layout::{Area, Layout};
use crate::i18n::time::{date, time_of_day, zone_name};
use crate::i18n::{board, screen};
use crate::page::Subject;
use crate::text::width::{pad, truncate};

/// Questions stand where a query does.
const SAMPLES: u16 = 8;
/// The widest name of a desk; on wide screens more.
const NAME: u16 = 14;
const WIDE_NAME: u16 = 20;
const WIDE: u16 = 144;

/// Draws it into the rows below the field.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let Some(area) = layout.head.map(Rect::from) else {
        return;
    };
    let head = app.head();
    if head.samples > 0 {
        samples(app, theme, area, buffer);
    }
    let rows = Rect {
        y: area.y + head.samples,
        height: head.picture,
        ..area
    };
    if head.picture == 1 {
        in_a_line(app, theme, rows, buffer);
        return;
    }
    if let Some(timeline) = app
        .timeline(rows.height, rows.width)
        .filter(|_| head.picture > 0)
    {
        picture(app, &timeline, theme, rows, buffer);
    }
}

/// On a low screen: who can be reached, and for how long still.
fn in_a_line(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lang = app.visit.language;
    let rule = "─".repeat(area.width.into());
    put(buffer, area, 0, 0, &rule, theme.rule);
    let title = format!(" {} ", screen::texts(lang).hours);
    let at = put(buffer, area, 0, 1, &title, theme.dim);
    let room = area.width.saturating_sub(at + 2);
    let entries = app.hours_in_a_line(room.into());
    let end = put_entries(app, theme, &entries, (area, 0, at), buffer);
    put(buffer, area, 0, end, " ", theme.text);
}

/// The columns of the questions that have room.
fn places(app: &App, columns: u16) -> Vec<(Range<u16>, String)> {
    let Some(guide) = app.world.guide.as_deref() else {
        return Vec::new();
    };
    let lang = app.visit.language;
    let mut at = SAMPLES + columns_of(screen::texts(lang).try_it);
    let mut places = Vec::new();
    for sample in guide.samples(lang) {
        let end = at + columns_of(sample);
        // The key stands behind the last.
        if end + 5 > columns {
            break;
        }
        places.push((at..end, sample.clone()));
        at = end + 2;
    }
    places
}

fn samples(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let places = places(app, area.width);
    let mut end = put(
        buffer,
        area,
        0,
        SAMPLES,
        screen::texts(app.visit.language).try_it,
        theme.dim,
    );
    for (columns, sample) in &places {
        end = put(buffer, area, 0, columns.start, sample, theme.text);
    }
    let key = app
        .setup
        .bound
        .key_for(&Act::AcceptSuggestion, Scope::Searching);
    let key = key.map_or_else(String::new, Key::name);
    put(buffer, area, 0, end + 3, &key, theme.strong);
}

fn picture(app: &App, timeline: &Timeline, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lang = app.visit.language;
    let widest = |of: fn(&crate::app::TimelineRow) -> &str| {
        timeline
            .rows
            .iter()
            .map(|row| columns_of(of(row)))
            .max()
            .unwrap_or(0)
    };
    let most = if area.width >= WIDE { WIDE_NAME } else { NAME };
    let name = if area.width >= WIDE {
        WIDE_NAME
    } else {
        widest(|row| &row.desk).min(most)
    };
    let language = widest(|row| &row.language);
    let cells = 3 + name + 1 + language + 2;
    title(app, timeline, theme, (area, cells), buffer);
    let now = timeline.cell_of_now();
    for (row, line) in (1..).zip(&timeline.rows) {
        let (sign, style) = if line.is_open {
            (State::Open, theme.open)
        } else {
            (State::Closed, theme.dim)
        };
        put(buffer, area, row, 1, &sign.symbol().to_string(), style);
        let desk = pad(&truncate(&line.desk, name.into()), name.into());
        put(buffer, area, row, 3, &desk, theme.strong);
        put(buffer, area, row, 3 + name + 1, &line.language, theme.text);
        for (cell, &is_open) in (0..).zip(&line.open) {
            let (sign, style) = match (is_open, cell < now) {
                (true, false) => ("▆", theme.open),
                (true, true) => ("▆", theme.rule),
                (false, _) => ("▁", theme.rule),
            };
            let (sign, style) = if cell == now {
                ("▎", theme.cursor)
            } else {
                (sign, style)
            };
            put(buffer, area, row, cells + cell, sign, style);
        }
        let at = cells + timeline.cells + 2;
        let room = usize::from(area.width.saturating_sub(at));
        put(
            buffer,
            area,
            row,
            at,
            &truncate(&line.when, room),
            theme.text,
        );
    }
    let row = 1 + u16::try_from(timeline.rows.len()).unwrap_or(0);
    for (cell, label) in timeline.labels(lang) {
        let style = if cell < now { theme.rule } else { theme.dim };
        put(buffer, area, row, cells + cell, &label, style);
    }
    others(
        app,
        timeline,
        theme,
        (area, row, cells + timeline.cells + 1),
        buffer,
    );
}

/// The title: which day it is, what time, and whose.
fn title(
    app: &App,
    timeline: &Timeline,
    theme: &Theme,
    (area, cells): (Rect, u16),
    buffer: &mut Buffer,
) {
    let lang = app.visit.language;
    put(
        buffer,
        area,
        0,
        0,
        &"─".repeat(area.width.into()),
        theme.rule,
    );
    let day = date(timeline.now.date_naive(), lang);
    let text = format!(" {} {day} ", screen::texts(lang).hours);
    put(buffer, area, 0, 1, &text, theme.dim);
    let zone = format!(" {} ", zone_name(timeline.now, lang));
    let right = area.width.saturating_sub(columns_of(&zone) + 1);
    let at = cells + timeline.cell_of_now();
    let time = format!(" {} ", time_of_day(timeline.now));
    if at + 1 + columns_of(&time) < right && at > columns_of(&text) + 1 {
        put(buffer, area, 0, at - 1, " ▼", theme.cursor);
        put(buffer, area, 0, at + 1, &time, theme.accent);
    }
    put(buffer, area, 0, right, &zone, theme.dim);
}

/// Desks without hours: in a row of their own where there is one, else how to see them.
fn others(
    app: &App,
    timeline: &Timeline,
    theme: &Theme,
    (area, row, behind): (Rect, u16, u16),
    buffer: &mut Buffer,
) {
    if row + 1 < area.height && timeline.left_out == 0 {
        let mut at = 1;
        for (state, text) in &timeline.others {
            let sign = put(
                buffer,
                area,
                row + 1,
                at,
                &state.symbol().to_string(),
                theme.dim,
            ) + 1;
            at = put(buffer, area, row + 1, sign, text, theme.dim) + 4;
        }
    } else if timeline.left_out > 0 || !timeline.others.is_empty() {
        let more = timeline.left_out + timeline.others.len();
        let key = app.key_of(Subject::Desks).unwrap_or_default();
        let text = board::more_desks(more, &key, app.visit.language);
        put(buffer, area, row, behind, &text, theme.dim);
    }
}

/// What a cell of it shows.
pub fn hit(app: &App, area: Area, column: u16, row: u16) -> Option<Spot> {
    let head = app.head();
    if row >= area.y + head.samples {
        // The desks and their hours.
        return Some(Spot::StatusBar);
    }
    let places = places(app, area.width);
    let at = places
        .iter()
        .position(|(columns, _)| columns.contains(&column));
    at.map(Spot::Sample)
}
