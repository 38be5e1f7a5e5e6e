//! The article viewer: a window on the page that `app` keeps set.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::layout::{Area, Layout};
use super::theme::Theme;
use super::typeset::{Line, Piece};
use super::{columns_of, put, put_line};
use crate::app::{App, Reader, Subject};
use crate::guide::Guide;
use crate::i18n::{board, check, checklist, copy, screen::texts};

/// Draws the article and the line that divides it from the list.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let (Some(pane), Some(text)) = (layout.article, layout.text()) else {
        return;
    };
    if layout.list.is_some() {
        let top = layout.rule.y + 1;
        let divider = Rect::new(pane.x - 1, top, 1, layout.status.y - top);
        for row in 0..divider.height {
            put(buffer, divider, row, 0, "│", theme.rule);
        }
    }
    if app.guide.is_none() {
        return;
    }
    window(&app.reader, theme, text, buffer);
    found_section(app, theme, text, buffer);
    scrollbar(&app.reader, theme, pane, buffer);
}

/// Draws the help in the place of both panes.
pub fn help(help: &Reader, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    window(help, theme, layout.body_text(), buffer);
    scrollbar(help, theme, layout.body(), buffer);
}

fn window(reader: &Reader, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let visible = reader.page.lines.iter().skip(reader.top);
    for (row, line) in (0..area.height).zip(visible) {
        put_line(buffer, area.into(), row, spans(line, reader.link, theme));
    }
}

/// The pieces of a line, each with its columns on the screen.
pub fn pieces(line: &Line, area: Area) -> impl Iterator<Item = (Range<u16>, &Piece)> {
    let mut at = area.x;
    line.pieces.iter().map(move |piece| {
        let start = at;
        at = at
            .saturating_add(columns_of(&piece.text))
            .min(area.x + area.width);
        (start..at, piece)
    })
}

/// The link of a page that a cell shows.
pub fn link_at(reader: &Reader, area: Area, column: u16, row: u16) -> Option<usize> {
    if !area.contains(column, row) {
        return None;
    }
    let line = reader
        .page
        .lines
        .get(reader.top + usize::from(row - area.y))?;
    let (_, piece) = pieces(line, area).find(|(columns, _)| columns.contains(&column))?;
    piece.link
}

fn spans<'a>(line: &'a Line, chosen: Option<usize>, theme: &Theme) -> Vec<Span<'a>> {
    line.pieces
        .iter()
        .map(|piece| {
            let style = theme.piece(piece);
            let is_chosen = piece.link.is_some() && piece.link == chosen;
            Span::styled(
                piece.text.as_str(),
                if is_chosen {
                    style.patch(theme.chosen)
                } else {
                    style
                },
            )
        })
        .collect()
}

/// A bar beside the heading of the section that was found: the eye lands there.
fn found_section(app: &App, theme: &Theme, text: Area, buffer: &mut Buffer) {
    let Subject::Section(at) = app.reader.subject else {
        return;
    };
    let page = &app.reader.page;
    let Some(&heading) = page.sections.get(at.section) else {
        return;
    };
    let margin = Rect::from(Area {
        x: text.x - 2,
        width: 1,
        ..text
    });
    let next = page
        .sections
        .get(at.section + 1)
        .copied()
        .unwrap_or(page.lines.len());
    let end = (heading..next)
        .rev()
        .find(|&line| !page.lines[line].is_blank())
        .unwrap_or(heading);
    for line in heading.max(app.reader.top)..=end {
        let row = u16::try_from(line - app.reader.top).unwrap_or(u16::MAX);
        put(buffer, margin, row, 0, "▌", theme.cursor);
    }
}

/// Where the window is on the page.
pub struct Bar {
    rows: usize,
    /// How many lines the window can be down from the first.
    way: usize,
    /// The rows that stand for the window.
    thumb: Range<usize>,
}

impl Bar {
    /// `None` where all of the page is to be seen.
    pub fn new(reader: &Reader, pane: Area) -> Option<Self> {
        let (lines, rows) = (reader.page.lines.len(), usize::from(pane.height));
        let way = lines.checked_sub(rows).filter(|&way| way > 0)?;
        let length = (rows * rows / lines).max(1);
        let start = reader.top * (rows - length) / way;
        let thumb = start..start + length;
        Some(Self { rows, way, thumb })
    }

    /// The first line of the window that a row of the bar stands for: the first row for the first window, the last for the
    /// last.
    pub fn line(&self, row: u16) -> usize {
        self.way * usize::from(row) / self.rows.saturating_sub(1).max(1)
    }
}

/// Draws the bar, at the pane's right edge.
fn scrollbar(reader: &Reader, theme: &Theme, pane: Area, buffer: &mut Buffer) {
    let Some(bar) = Bar::new(reader, pane) else {
        return;
    };
    let edge = Area {
        x: pane.x + pane.width - 1,
        width: 1,
        ..pane
    };
    for row in 0..pane.height {
        let inside = bar.thumb.contains(&usize::from(row));
        let (symbol, style) = if inside {
            ("┃", theme.dim)
        } else {
            ("│", theme.rule)
        };
        put(buffer, edge.into(), row, 0, symbol, style);
    }
}

/// Where the reader is: article › section.
pub fn breadcrumb(app: &App) -> String {
    let Some(guide) = app.guide.as_deref() else {
        return String::new();
    };
    let Some(article) = app.reader.subject.article() else {
        return own_page(app, guide);
    };
    let article = &guide.articles[article];
    let title = article.title.text(app.language);
    // The section that was found is named as long as it is on the screen; then the one that is read.
    let section = match app.reader.subject {
        Subject::Section(at) if app.reader.top == 0 || in_window(app, at.section) => at.section,
        _ if app.reader.top == 0 => return title.clone(),
        _ => app.reader.page.section_at(app.reader.top),
    };
    match article.sections.get(section) {
        Some(section) => format!("{title} › {}", section.texts.text(app.language).title),
        None => title.clone(),
    }
}

/// The title of a page of the program's own.
fn own_page(app: &App, guide: &Guide) -> String {
    match app.reader.subject {
        Subject::Qr { desk, .. } => {
            board::qr_title(guide.desks[desk].name.text(app.language), app.language)
        }
        Subject::Check => check::texts(app.language).title.to_owned(),
        Subject::Advice(_) => texts(app.language).advice.to_owned(),
        Subject::Copy(_) => copy::texts(app.language).title.to_owned(),
        Subject::Card(_) | Subject::Cards => checklist::title(app.language).to_owned(),
        _ => texts(app.language).desks.to_owned(),
    }
}

fn in_window(app: &App, section: usize) -> bool {
    let reader = &app.reader;
    let window = reader.top..reader.top + app.rows();
    reader
        .page
        .sections
        .get(section)
        .is_some_and(|line| window.contains(line))
}
