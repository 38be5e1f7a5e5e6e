//! The menu, over what is on the screen.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{Visible, columns_of, put, visible};
use crate::app::{Act, App, Choices, Menu, MenuLine, Spot};
use crate::frame::keys::{Key, Scope};
use crate::frame::layout::Layout;
use crate::i18n::menu::{texts, words};
use crate::text::width::{truncate, width};

/// From this many columns and rows on there is a box with something around it; below, the menu is all there is.
const ROOMY: (u16, u16) = (72, 20);
/// Fewer columns have no room for what would be acted on.
const DETAILED: u16 = 56;
/// No menu is wider.
const WIDEST: u16 = 66;
/// The columns left free between two things.
const GAP: u16 = 2;
/// The frame, and the line to type in.
const AROUND: u16 = 3;

/// What it stands over: all between the field and the bar.
fn behind(layout: &Layout) -> Rect {
    let top = layout.field.y + layout.field.height;
    Rect {
        y: top,
        height: layout.status.y.saturating_sub(top),
        ..Rect::from(layout.body())
    }
}

/// Where its parts stand.
struct Parts {
    /// With its frame.
    whole: Rect,
    field: Rect,
    /// A row for each line.
    list: Rect,
}

fn parts(app: &App, layout: &Layout, all: usize) -> Parts {
    let body = behind(layout);
    // Beside a box, half a number could stand, which looks like another one.
    let is_boxed = body.width >= ROOMY.0 && app.world.size.rows >= ROOMY.1 && !app.is_public();
    let whole = if is_boxed {
        let wanted = u16::try_from(all)
            .unwrap_or(u16::MAX)
            .saturating_add(AROUND);
        let width = WIDEST.min(body.width - 2 * GAP);
        Rect {
            x: body.x + (body.width - width) / 2,
            width,
            height: wanted.min(body.height),
            ..body
        }
    } else {
        body
    };
    let inner = Rect {
        x: whole.x + 2,
        width: whole.width - 4,
        ..whole
    };
    let field = Rect {
        y: whole.y + 1,
        height: 1,
        ..inner
    };
    let list = Rect {
        y: whole.y + 2,
        height: whole.height.saturating_sub(AROUND),
        ..inner
    };
    Parts { whole, field, list }
}

/// The lines that are to be seen, of so many rows.
fn seen(selected: usize, count: usize, rows: u16) -> Range<usize> {
    let rows = usize::from(rows);
    let first = selected
        .saturating_sub(rows / 2)
        .min(count.saturating_sub(rows));
    first..count.min(first + rows)
}

/// Draws it, and says where the cursor stands.
pub fn view(
    app: &App,
    menu: &Menu,
    theme: &Theme,
    layout: &Layout,
    buffer: &mut Buffer,
) -> (u16, u16) {
    let lines = app.menu_lines();
    let parts = parts(app, layout, app.menu_size(menu.choices));
    buffer.set_style(
        behind(layout),
        theme.rule.remove_modifier(ratatui::style::Modifier::all()),
    );
    frame(app, menu, theme, parts.whole, buffer);
    let cursor = field(app, menu, theme, parts.field, buffer);
    if lines.is_empty() {
        let typed = app.shown(menu.input.value().trim()).into_owned();
        let text = words(app.visit.language).no_match(&typed);
        let room = usize::from(parts.list.width);
        for (row, line) in (0..parts.list.height).zip(crate::text::line_break::wrap(&text, room)) {
            put(buffer, parts.list, row, 0, &text[line], theme.dim);
        }
        return cursor;
    }
    let columns = Columns::of(&lines, parts.list.width);
    let range = seen(menu.selected, lines.len(), parts.list.height);
    for (row, n) in (0..).zip(range) {
        line(
            &lines[n],
            n == menu.selected,
            theme,
            &columns,
            (parts.list, row),
            buffer,
        );
    }
    cursor
}

fn frame(app: &App, menu: &Menu, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let inner = usize::from(area.width - 2);
    for row in 0..area.height {
        put(
            buffer,
            area,
            row,
            0,
            &" ".repeat(area.width.into()),
            theme.text,
        );
        buffer.set_style(
            Rect {
                y: area.y + row,
                height: 1,
                ..area
            },
            ratatui::style::Style::reset(),
        );
        put(buffer, area, row, 0, "┃", theme.accent);
        put(buffer, area, row, area.width - 1, "┃", theme.accent);
    }
    let rule = "━".repeat(inner);
    put(buffer, area, 0, 0, &format!("┏{rule}┓"), theme.accent);
    put(
        buffer,
        area,
        area.height - 1,
        0,
        &format!("┗{rule}┛"),
        theme.accent,
    );
    let title = format!(" {} ", app.menu_title(menu.choices));
    put(buffer, area, 0, 2, &title, theme.accent);
    let name = |act: &Act| {
        let key = app.setup.bound.key_for(act, Scope::Choosing);
        key.map(Key::name)
    };
    let closes: Vec<String> = match menu.choices {
        Choices::Acts => name(&Act::OpenMenu)
            .into_iter()
            .chain(["?".to_owned()])
            .collect(),
        Choices::Copies => name(&Act::Back).into_iter().collect(),
    };
    let closes: Vec<&str> = closes.iter().map(String::as_str).collect();
    let closes = format!(" {} ", words(app.visit.language).closes(&closes));
    let room = area.width.saturating_sub(columns_of(&title) + 4);
    if columns_of(&closes) <= room {
        put(
            buffer,
            area,
            0,
            area.width - 2 - columns_of(&closes),
            &closes,
            theme.dim,
        );
    }
}

fn field(app: &App, menu: &Menu, theme: &Theme, area: Rect, buffer: &mut Buffer) -> (u16, u16) {
    let at = put(buffer, area, 0, 0, "❯ ", theme.accent);
    let shown = app.shown(menu.input.value());
    let Visible { text, cursor, .. } = visible(&shown, menu.input.cursor(), at, area.width);
    if menu.input.value().is_empty() {
        let filter = texts(app.visit.language).filter;
        let room = usize::from(area.width.saturating_sub(at));
        put(buffer, area, 0, at, &truncate(filter, room), theme.dim);
    } else {
        put(buffer, area, 0, at, text, theme.strong);
    }
    (area.x + cursor, area.y)
}

/// The columns of what stands below each other, from the bar of what is chosen on.
struct Columns {
    name: u16,
    detail: Option<u16>,
}

impl Columns {
    fn of(lines: &[MenuLine], room: u16) -> Self {
        let widest = |of: fn(&MenuLine) -> &str| {
            let widths = lines.iter().map(|line| columns_of(of(line)));
            widths.max().unwrap_or(0)
        };
        let groups = widest(|line| line.group);
        let name = GAP + if groups > 0 { groups + GAP } else { 0 };
        let detail = name + widest(|line| &line.name) + GAP;
        Self {
            name,
            detail: (room >= DETAILED && detail + 8 <= room).then_some(detail),
        }
    }
}

fn line(
    line: &MenuLine,
    is_chosen: bool,
    theme: &Theme,
    columns: &Columns,
    (area, row): (Rect, u16),
    buffer: &mut Buffer,
) {
    let lit = Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    if is_chosen {
        buffer.set_style(lit, theme.selection);
        put(buffer, area, row, 0, "▌", theme.cursor);
    }
    let style = if line.is_off { theme.dim } else { theme.strong };
    put(buffer, area, row, GAP, line.group, theme.dim);
    let key = columns_of(&line.key);
    let end = area.width.saturating_sub(key + 1);
    let until = columns.detail.unwrap_or(end);
    let room = usize::from(until.saturating_sub(columns.name + 1));
    put(
        buffer,
        area,
        row,
        columns.name,
        &truncate(&line.name, room),
        style,
    );
    if let Some(column) = columns.detail {
        let room = usize::from(end.saturating_sub(column + GAP));
        let detail = line.detail.lines().next().unwrap_or("");
        if width(detail) > 0 && room > 1 {
            put(
                buffer,
                area,
                row,
                column,
                &truncate(detail, room),
                theme.dim,
            );
        }
    }
    put(
        buffer,
        area,
        row,
        end,
        &line.key,
        if line.is_off { theme.dim } else { theme.strong },
    );
    if is_chosen {
        buffer.set_style(lit, theme.selected);
    }
}

/// What a cell shows while the menu is open.
pub fn hit(app: &App, menu: &Menu, layout: &Layout, column: u16, row: u16) -> Spot {
    let parts = parts(app, layout, app.menu_size(menu.choices));
    let at = ratatui::layout::Position::new(column, row);
    if !parts.whole.contains(at) {
        return Spot::BesideMenu;
    }
    let lines = app.menu_lines().len();
    let range = seen(menu.selected, lines, parts.list.height);
    let line = row
        .checked_sub(parts.list.y)
        .map(|row| range.start + usize::from(row));
    line.filter(|line| range.contains(line) && parts.list.contains(at))
        .map_or(Spot::Menu, Spot::MenuLine)
}
