//! The screen: `view` draws an [`App`] and changes nothing.

mod article;
mod aside;
mod band;
pub(crate) mod cell;
mod find;
mod footer;
mod hit;
mod hyperlinks;
mod kiosk;
mod list;
mod menu;
mod pad;
mod signs;
mod start;
mod status_bar;
pub mod theme;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::{Act, App, Field, Kiosk, Notice};
use crate::desk::status::in_zone;
use crate::frame::keys::{Key, Scope};
use crate::frame::layout::{self, Area, Focus, Layout, MEDIUM, TALL};
use crate::i18n::screen::texts;
use crate::i18n::search::{count, why_of_all};
use crate::i18n::time::zone_name;
use crate::i18n::{board, check, copy, mouse, reading, screen};
use crate::language::{Language, after};
use crate::text::clean::clean;
use crate::text::width::{cells, fit, truncate, width};
use theme::Theme;

pub use hit::hit;
pub use hyperlinks::{Hyperlink, hyperlinks};

/// The columns of the rule that a title leaves: a sign and a space at each end, and which section it is.
const BESIDE_TITLE: usize = 13;

impl From<Area> for Rect {
    fn from(area: Area) -> Self {
        Self::new(area.x, area.y, area.width, area.height)
    }
}

impl From<Rect> for Area {
    fn from(area: Rect) -> Self {
        Self {
            x: area.x,
            y: area.y,
            width: area.width,
            height: area.height,
        }
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
    start::view(app, theme, &layout, buffer);
    rule(app, theme, &layout, buffer);
    list::view(app, theme, &layout, buffer);
    aside::view(app, theme, &layout, buffer);
    article::view(app, theme, &layout, buffer);
    list::scroll::view(app, theme, &layout, buffer);
    status_bar::view(app, theme, layout.status, buffer);
    if let Some(area) = layout.pad {
        pad::view(theme, area, buffer);
    }
    if let Some(area) = layout.band {
        band::view(app, theme, area.into(), buffer);
    }
    if let Some(area) = layout.footer {
        footer::view(app, theme, area, buffer);
    }
    if let Some(menu) = &app.visit.menu {
        let cursor = menu::view(app, menu, theme, &layout, frame.buffer_mut());
        frame.set_cursor_position(cursor);
        return;
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
    // The cursor stands in the field also while something is read: what is typed goes there, and an input method composes
    // there.
    frame.set_cursor_position((layout.field.x + cursor, layout.field.y));
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
        Field::Search if app.world.size.columns < MEDIUM => " ❯ ",
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
    // What is typed while reading takes the place of what stands there.
    let is_open = app.visit.focus == Focus::Search;
    let before = if is_open { app.visit.input.cursor() } else { 0 };
    let Visible { text, cursor, .. } = visible(&shown, before, at, area.width);
    if app.visit.input.value().is_empty() {
        let placeholder = match app.visit.field {
            Field::Search => screen::placeholder(app.world.guide.as_deref(), app.visit.language),
            Field::Check => check::texts(app.visit.language).placeholder,
        };
        let end = put(buffer, area, 0, at, placeholder, theme.dim);
        guide_name(app, theme, area, end, buffer);
    } else {
        let style = match (is_open, app.visit.is_selected) {
            (true, true) => theme.strong.patch(theme.chosen),
            (true, false) => theme.strong,
            (false, _) => theme.dim,
        };
        let end = put(buffer, area, 0, at, text, style);
        guide_name(app, theme, area, end.max(cursor + 1), buffer);
    }
    cursor
}

/// The guide's name at the right of the field, where what is typed leaves room.
fn guide_name(app: &App, theme: &Theme, area: Rect, from: u16, buffer: &mut Buffer) {
    let Some(guide) = app
        .world
        .guide
        .as_ref()
        .filter(|_| app.world.size.columns >= MEDIUM)
    else {
        return;
    };
    let name = guide.title.text(app.visit.language).replace('\n', " ");
    let at = area.width.saturating_sub(columns_of(&name) + 1);
    if at > from + 1 {
        put(buffer, area, 0, at, &name, theme.dim);
    }
}

/// The line below the field, with the title of each pane: heavy above the one that has the focus.
fn rule(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let reads = app.visit.focus == Focus::Article || app.visit.field == Field::Check;
    let at_rule = |pane: Area| Area {
        y: layout.rule.y,
        height: 1,
        ..pane
    };
    if let Some(list) = layout.list {
        let count = list::place(app, list);
        let room = usize::from(list.width).saturating_sub(beside_title(&count) + 5);
        title(
            theme,
            !reads,
            (&list_title(app, room), &count),
            at_rule(list),
            buffer,
        );
    }
    if let Some(pane) = layout.article {
        let text = way(app, app.visit.language, pane, layout.other.is_some());
        title(
            theme,
            reads,
            (&text, &article::place(app)),
            at_rule(pane),
            buffer,
        );
        if layout.list.is_some() {
            joint(theme, at_rule(pane), buffer);
        }
    }
    if let Some(aside) = layout.aside {
        let text = board::aside(app.visit.language);
        title(theme, false, (text, ""), at_rule(aside), buffer);
        joint(theme, at_rule(aside), buffer);
    }
    let next = after(app.languages(), app.visit.language);
    if let (Some(pane), Some(language)) = (layout.other, next) {
        let text = way(app, language, pane, true);
        title(theme, false, (&text, ""), at_rule(pane), buffer);
        joint(theme, at_rule(pane), buffer);
    }
}

/// What is read, in a language: what stands above it gives way to its own title.
fn way(app: &App, language: Language, pane: Area, says_language: bool) -> String {
    let titles = article::breadcrumb(app, language);
    let columns = usize::from(pane.width).saturating_sub(BESIDE_TITLE);
    if says_language {
        let columns = columns.saturating_sub(width(&reading::in_language(language, "")));
        reading::in_language(language, innermost(&titles, columns))
    } else {
        innermost(&titles, columns).to_owned()
    }
}

/// Where the line between two panes begins.
fn joint(theme: &Theme, pane: Area, buffer: &mut Buffer) {
    let at = Rect::new(pane.x - 1, pane.y, 1, 1);
    put(buffer, at, 0, 0, "┬", theme.rule);
}

/// A way of titles in so many columns: what stands above gives way to the last one.
fn innermost(mut way: &str, room: usize) -> &str {
    while width(way) > room
        && let Some((_, rest)) = way.split_once(" › ")
    {
        way = rest;
    }
    way
}

/// The columns that a place takes of the rule.
fn beside_title(place: &str) -> usize {
    if place.is_empty() {
        0
    } else {
        width(place) + 4
    }
}

/// A pane's part of the rule: its title at the left, and at the right which part of it is seen.
fn title(
    theme: &Theme,
    focused: bool,
    (text, place): (&str, &str),
    pane: Area,
    buffer: &mut Buffer,
) {
    let (sign, line, style) = if focused {
        ("━", theme.accent, theme.accent)
    } else {
        ("─", theme.rule, theme.dim)
    };
    let columns = usize::from(pane.width);
    put(buffer, pane.into(), 0, 0, &sign.repeat(columns), line);
    let behind = beside_title(place);
    if !text.is_empty() {
        let room = columns.saturating_sub(5 + behind);
        let text = format!(" {} ", truncate(text, room));
        put(buffer, pane.into(), 0, 1, &text, style);
    }
    if behind > 0 && behind + 8 < columns {
        let place = format!(" {place} ");
        let at = pane.width - 1 - columns_of(&place);
        put(buffer, pane.into(), 0, at, &place, style);
    }
}

/// In so many columns, if it can be said in them.
fn list_title(app: &App, room: usize) -> String {
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
        Some(results) => {
            let why = why_of_all(app.visit.language, results).unwrap_or_default();
            let why = app.shown(&why);
            let counts = count(app.visit.language, results).map(|count| format!("{count} {why}"));
            let fits = |title: &&String| width(title.trim_end()) <= room;
            let title = counts.iter().find(fits).unwrap_or(&counts[1]);
            title.trim_end().to_owned()
        }
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
    let Some(notice) = &app.visit.notice else {
        // Where there is a row of hints, it has room beside them.
        let has_row = app.world.size.rows >= TALL;
        return app.change().filter(|_| !has_row).map(Cow::from);
    };
    let text = match *notice {
        Notice::TooNarrow => {
            return Some(reading::too_narrow(app.languages(), app.visit.language).into());
        }
        Notice::QuitAgain => texts.quit_again,
        Notice::BrokenLink => texts.broken_link,
        Notice::Copied(ref what) => {
            let room = usize::from(app.world.size.columns) / 3;
            return Some(copy::copied(&truncate(what, room), app.visit.language).into());
        }
        Notice::NoSuchZone(ref value) => {
            let now = in_zone(app.world.now, app.setup.viewer);
            let zone = zone_name(now, app.visit.language);
            let value = clean(value).replace('\n', " ");
            return Some(screen::no_such_zone(&value, &zone, app.visit.language).into());
        }
        Notice::CopyByHand => copy::texts(app.visit.language).by_hand,
        Notice::Mouse(on) => mouse::state(on, app.visit.language),
        Notice::OneLanguage => reading::one_language(app.visit.language),
        Notice::NoContents => reading::no_contents(app.visit.language),
        Notice::QuitByLetter => {
            let key = app.setup.bound.key_for(&Act::Quit, Scope::Reading);
            let key = key.map_or_else(String::new, Key::name);
            return Some(screen::quit_by_letter(&key, app.visit.language).into());
        }
        Notice::HowToQuit => texts.how_to_quit,
        Notice::NoLink => texts.no_link,
        Notice::Earlier { number, of } => {
            return Some(screen::earlier(number, of, app.visit.language).into());
        }
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
