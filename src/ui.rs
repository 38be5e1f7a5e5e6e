//! The screen: `view` draws an [`App`] and changes nothing.

mod article;
pub(crate) mod cell;
mod find;
mod footer;
mod hit;
mod hyperlinks;
mod kiosk;
mod list;
mod signs;
mod status_bar;
pub mod theme;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::{App, Field, Kiosk, Notice};
use crate::frame::layout::{self, Area, Focus, Layout};
use crate::i18n::screen::texts;
use crate::i18n::search::count;
use crate::i18n::{check, copy, mouse, reading, screen};
use crate::language::after;
use crate::text::width::{cells, fit, truncate, width};
use theme::Theme;

pub use hit::hit;
pub use hyperlinks::{Hyperlink, hyperlinks};

impl From<Area> for Rect {
    fn from(area: Area) -> Self {
        Self::new(area.x, area.y, area.width, area.height)
    }
}

/// Draws the whole screen.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    draw(app, theme, frame);
    signs::substitute(frame.buffer_mut(), app.setup.look.signs);
}

fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let kiosk = app.kiosk.as_ref();
    let whole = frame.area();
    if let Some(kiosk) = kiosk.filter(|kiosk| kiosk.entry().is_some()) {
        kiosk::pin(app, kiosk, theme, whole, frame.buffer_mut());
        return;
    }
    let Some(layout) = app.layout() else {
        too_small(app, theme, frame);
        return;
    };
    if kiosk.is_some_and(Kiosk::attracts) {
        kiosk::attract(app, theme, whole, frame.buffer_mut());
        return;
    }
    let buffer = frame.buffer_mut();
    let cursor = field(app, theme, layout.field, buffer);
    rule(app, theme, &layout, buffer);
    if let Some(help) = &app.visit.help {
        article::help(app, help, theme, &layout, buffer);
    } else {
        if let Some(area) = layout.list {
            list::view(app, theme, area, buffer);
        }
        article::view(app, theme, &layout, buffer);
    }
    status_bar::view(app, theme, layout.status, buffer);
    if let Some(area) = layout.footer {
        footer::view(app, theme, area, buffer);
    }
    if let Some(find) = &app.visit.find {
        // Where there is no row of key hints, the bar gives way.
        let row = layout.footer.unwrap_or(layout.status);
        let column = find::view(app, find, theme, row.into(), buffer);
        if let Some(column) = column {
            frame.set_cursor_position((row.x + column, row.y));
        }
        return;
    }
    // The cursor stands in the field while that takes the keys, so that an input method composes there.
    if app.visit.focus == Focus::Search && app.visit.help.is_none() {
        frame.set_cursor_position((layout.field.x + cursor, layout.field.y));
    }
}

fn too_small(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let text = texts(app.visit.language).too_small;
    let sizes = format!(
        "{}×{} → {}×{}",
        app.world.size.columns,
        app.world.size.rows,
        layout::MIN.columns,
        layout::MIN.rows
    );
    let countdown = kiosk::countdown(app, area.width).unwrap_or_default();
    for (row, text) in (0..area.height).zip([text, &sizes, &countdown]) {
        put(frame.buffer_mut(), area, row, 0, text, theme.text);
    }
}

/// Writes a text into a row of an area, from a column of it on, and cuts it at the area's edge. Returns the column behind.
fn put(buffer: &mut Buffer, area: Rect, row: u16, column: u16, text: &str, style: Style) -> u16 {
    if row >= area.height || column >= area.width {
        return column;
    }
    let (end, _) = cell::write(buffer, area, (column, row), text, style);
    end
}

/// What stands before the query.
fn prompt(app: &App) -> &'static str {
    match app.visit.field {
        Field::Search => app.setup.look.signs.prompt(),
        Field::Check => check::texts(app.visit.language).prompt,
    }
}

/// The part of a typed text that has room, and the column of the cursor.
struct Visible<'a> {
    text: &'a str,
    cursor: u16,
    /// Where it begins in what was typed, in bytes.
    from: usize,
}

/// What is to be seen of a text in a row of so many columns, behind a prompt, with the cursor before one of its characters.
fn visible(value: &str, cursor: usize, prompt: u16, columns: u16) -> Visible<'_> {
    // One column is kept for the cursor behind the last character.
    let room = usize::from(columns.saturating_sub(prompt + 1));
    let cursor = value
        .char_indices()
        .nth(cursor)
        .map_or(value.len(), |(at, _)| at);
    let mut from = cursor;
    let mut used = 0;
    let before: Vec<_> = cells(&value[..cursor]).collect();
    for (cell, columns_of_cell) in before.into_iter().rev() {
        used += columns_of_cell;
        if used > room {
            break;
        }
        from -= cell.len();
    }
    let cursor = prompt + columns_of(&value[from..cursor]);
    // Behind the cursor there may be more than there is room for.
    let room = usize::from(columns.saturating_sub(prompt));
    let text = &value[from..];
    Visible {
        text: &text[..fit(text, room)],
        cursor,
        from,
    }
}

/// Draws the field, and says in which column the cursor stands.
fn field(app: &App, theme: &Theme, area: Area, buffer: &mut Buffer) -> u16 {
    let area = Rect::from(area);
    let at = put(buffer, area, 0, 0, prompt(app), theme.accent);
    // It has as many characters as what was typed.
    let shown = app.shown(app.visit.input.value());
    let Visible { text, cursor, .. } = visible(&shown, app.visit.input.cursor(), at, area.width);
    if app.visit.input.value().is_empty() {
        let placeholder = match app.visit.field {
            Field::Search => screen::placeholder(app.world.guide.as_deref(), app.visit.language),
            Field::Check => check::texts(app.visit.language).placeholder,
        };
        put(buffer, area, 0, at, placeholder, theme.dim);
    } else {
        put(buffer, area, 0, at, text, theme.strong);
    }
    cursor
}

/// The line below the field, with the title of each pane.
fn rule(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let area = Rect::from(layout.rule);
    put(
        buffer,
        area,
        0,
        0,
        &"─".repeat(usize::from(area.width)),
        theme.rule,
    );
    if app.visit.help.is_some() {
        title(
            theme,
            true,
            texts(app.visit.language).help,
            layout.rule,
            buffer,
        );
        return;
    }
    if let Some(list) = layout.list {
        let pane = Area {
            y: layout.rule.y,
            ..list
        };
        title(
            theme,
            app.visit.focus == Focus::Search,
            &list_title(app),
            pane,
            buffer,
        );
    }
    if let Some(pane) = layout.article {
        if layout.list.is_some() {
            put(buffer, area, 0, pane.x - 1, "┬", theme.rule);
        }
        let mut text = article::breadcrumb(app, app.visit.language);
        if layout.other.is_some() {
            text = reading::in_language(app.visit.language, &text);
        }
        let pane = Area {
            y: layout.rule.y,
            ..pane
        };
        title(
            theme,
            app.visit.focus == Focus::Article,
            &text,
            pane,
            buffer,
        );
    }
    let next = after(app.languages(), app.visit.language);
    if let (Some(pane), Some(language)) = (layout.other, next) {
        put(buffer, area, 0, pane.x - 1, "┬", theme.rule);
        let text = reading::in_language(language, &article::breadcrumb(app, language));
        let pane = Area {
            y: layout.rule.y,
            ..pane
        };
        title(theme, false, &text, pane, buffer);
    }
}

fn title(theme: &Theme, focused: bool, text: &str, pane: Area, buffer: &mut Buffer) {
    if text.is_empty() {
        return;
    }
    let style = if focused { theme.accent } else { theme.dim };
    let room = usize::from(pane.width).saturating_sub(4);
    let text = format!(" {} ", truncate(text, room.saturating_sub(2)));
    put(buffer, pane.into(), 0, 1, &text, style);
}

fn list_title(app: &App) -> String {
    let texts = texts(app.visit.language);
    if app.world.guide.is_none() {
        return String::new();
    }
    if app.visit.field == Field::Check {
        return check::texts(app.visit.language).title.to_owned();
    }
    match app.current_results() {
        // The verdict is what was found.
        Some(results) if results.hits.is_empty() && !app.visit.checked.findings.is_empty() => {
            check::texts(app.visit.language).title.to_owned()
        }
        Some(results) => count(app.visit.language, results),
        None if app.query().is_empty() => texts.topics.to_owned(),
        None => texts.searching.to_owned(),
    }
}

/// What takes the place of the key hints: the countdown on a public terminal, or the notice until the next key.
fn notice(app: &App) -> Option<Cow<'static, str>> {
    if let Some(countdown) = kiosk::countdown(app, app.world.size.columns) {
        return Some(countdown.into());
    }
    let texts = texts(app.visit.language);
    let text = match app.visit.notice? {
        Notice::TooNarrow => {
            return Some(reading::too_narrow(app.languages(), app.visit.language).into());
        }
        Notice::QuitAgain => texts.quit_again,
        Notice::BrokenLink => texts.broken_link,
        Notice::Copied => copy::texts(app.visit.language).copied,
        Notice::CopyByHand => copy::texts(app.visit.language).by_hand,
        Notice::Mouse(on) => mouse::state(on, app.visit.language),
        Notice::OneLanguage => reading::one_language(app.visit.language),
        Notice::NoContents => reading::no_contents(app.visit.language),
    };
    Some(Cow::Borrowed(text))
}

/// Draws spans into a row, cut at its end.
fn put_line(buffer: &mut Buffer, area: Rect, row: u16, spans: Vec<Span<'_>>) {
    if row >= area.height {
        return;
    }
    let mut column = 0;
    for span in spans {
        let (end, whole) = cell::write(buffer, area, (column, row), &span.content, span.style);
        if !whole {
            break;
        }
        column = end;
    }
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
