//! What stands at a cell of the screen. Everything is where the views draw it: both ask the same functions.

use super::{article, columns_of, footer, kiosk, list, menu, pad, prompt, start, visible};
use crate::app::{App, Kiosk, Spot};
use crate::frame::layout::{Area, Layout};
use crate::text::width::fit;

/// What stands at a cell, from 0. `None` where nothing does, and beyond the screen.
pub fn hit(app: &App, column: u16, row: u16) -> Option<Spot> {
    let layout = app.layout()?;
    if app.kiosk.as_ref().is_some_and(Kiosk::attracts) {
        return kiosk::hit(app, (column, row));
    }
    let inside = |area: Area| area.contains(column, row);
    if inside(layout.field) {
        return Some(Spot::Field(field(app, layout.field, column)));
    }
    app.world.guide.as_ref()?;
    // What is being found stands in the row of hints, or of the bar where there is none.
    let hints = layout
        .footer
        .or(app.visit.find.as_ref().map(|_| layout.status));
    if let Some(area) = hints.filter(|&area| inside(area)) {
        return footer::hit(app, area, column).map(Spot::Hint);
    }
    if let Some(area) = layout.pad.filter(|&area| inside(area)) {
        return pad::hit(area, column);
    }
    if inside(layout.status) {
        return Some(Spot::StatusBar);
    }
    if let Some(menu) = &app.visit.menu {
        return Some(menu::hit(app, menu, &layout, column, row));
    }
    if let Some(head) = layout.head.filter(|&head| inside(head)) {
        return start::hit(app, head, column, row);
    }
    if let Some(entry) = list::scroll::hit(app, &layout, column, row) {
        return Some(Spot::ListBar(entry));
    }
    if layout.list.is_some_and(inside) {
        return Some(list::hit(app, layout.list?, column, row));
    }
    panes(app, &layout, column, row)
}

fn panes(app: &App, layout: &Layout, column: u16, row: u16) -> Option<Spot> {
    let (pane, text) = (layout.article?, layout.text()?);
    if pane.contains(column, row) {
        return Some(page(app, pane, text, (column, row)));
    }
    if let Some(area) = layout.aside.filter(|pane| pane.contains(column, row)) {
        let text = layout.aside_text().unwrap_or(area);
        let link = article::link_at(&app.visit.aside.page, 0, text, (column, row));
        return link.map(Spot::Aside);
    }
    let other = layout.other.filter(|other| other.contains(column, row));
    let link = || article::link_beside(app, layout.other_text()?, column, row);
    other.map(|_| link().map_or(Spot::Page, Spot::Link))
}

/// The character of the query that a column shows, or the end of it.
fn field(app: &App, area: Area, column: u16) -> usize {
    let value = app.shown(app.visit.input.value());
    let prompt = columns_of(prompt(app));
    let from = visible(&value, app.visit.input.cursor(), prompt, area.width).from;
    let behind = (column - area.x).saturating_sub(prompt);
    let at = from + fit(&value[from..], behind.into());
    value[..at].chars().count()
}

/// What a cell of a page's pane shows. On a page that is a list all of a line is its link.
fn page(app: &App, pane: Area, text: Area, (column, row): (u16, u16)) -> Spot {
    let reader = &app.visit.reader;
    if let Some(bar) = article::Bar::new(reader, pane).filter(|_| column + 1 == pane.x + pane.width)
    {
        return Spot::ScrollBar(bar.line(row - pane.y));
    }
    let of_line = || {
        let line = reader.top + usize::from(row.checked_sub(text.y)?);
        let mut links = reader.page.links.iter();
        links.position(|link| app.is_choice() && link.lines.contains(&line))
    };
    article::link_at(&reader.page, reader.top, text, (column, row))
        .or_else(of_line)
        .map_or(Spot::Page, Spot::Link)
}
