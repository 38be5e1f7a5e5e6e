//! The article viewer: a window on the page that `app` keeps set.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::theme::Theme;
use super::{columns_of, put, put_line};
use crate::app::{App, Reader};
use crate::frame::layout::{Area, Focus, Layout};
use crate::language::Language;
use crate::page::{Line, Marks, Page, Piece, Role, Subject};

/// Draws the article and the line that divides it from the list.
pub fn view(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let (Some(pane), Some(text)) = (layout.article, layout.text()) else {
        return;
    };
    if layout.list.is_some() {
        divider(pane, theme, layout, buffer);
    }
    if app.world.guide.is_none() {
        return;
    }
    let found = app.visit.find.as_ref().and_then(|find| find.at);
    chosen_ground(app, theme, text, buffer);
    let chosen = app.visit.reader.link.filter(|_| !app.is_choice());
    window(&app.visit.reader, (chosen, found), theme, text, buffer);
    found_section(app, theme, text, buffer);
    chosen_bar(app, theme, text, buffer);
    found_place(&app.visit.reader, found, theme, text, buffer);
    scrollbar(&app.visit.reader, theme, pane, buffer);
    beside(app, theme, layout, buffer);
}

/// Draws the same page in the other language, where it belongs beside the first.
fn beside(app: &App, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let (Some(beside), Some(pane), Some(text)) =
        (&app.visit.beside, layout.other, layout.other_text())
    else {
        return;
    };
    divider(pane, theme, layout, buffer);
    let rows = usize::from(text.height);
    let top = app
        .visit
        .reader
        .page
        .beside(app.visit.reader.top, &beside.page);
    let number = app.visit.reader.numbers(rows);
    // Both say the same number where they have the same link.
    let number =
        |link| number(link).filter(|_| is_in_both(&app.visit.reader.page, &beside.page, link));
    for (row, line) in (0..text.height).zip(beside.page.lines.iter().skip(top)) {
        put_line(
            buffer,
            text.into(),
            row,
            spans(line, &beside.marks, (None, None), number, theme),
        );
    }
}

fn is_in_both(page: &Page, other: &Page, link: usize) -> bool {
    let target = |page: &Page| page.links.get(link).map(|link| link.target.clone());
    target(page) == target(other)
}

/// The link of the page, which the page beside it has as well, that a cell of the latter shows.
pub fn link_beside(app: &App, area: Area, column: u16, row: u16) -> Option<usize> {
    let (page, other) = (&app.visit.reader.page, &app.visit.beside.as_ref()?.page);
    let link = link_at(
        other,
        page.beside(app.visit.reader.top, other),
        area,
        (column, row),
    )?;
    is_in_both(page, other, link).then_some(link)
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

/// The link that a cell shows of a page, of which the line `top` is the first.
pub fn link_at(page: &Page, top: usize, area: Area, (column, row): (u16, u16)) -> Option<usize> {
    if !area.contains(column, row) {
        return None;
    }
    let line = page.lines.get(top + usize::from(row - area.y))?;
    let (_, piece) = pieces(line, area).find(|(columns, _)| columns.contains(&column))?;
    piece.link
}

fn divider(pane: Area, theme: &Theme, layout: &Layout, buffer: &mut Buffer) {
    let top = layout.rule.y + 1;
    let divider = Rect::new(pane.x - 1, top, 1, layout.status.y - top);
    for row in 0..divider.height {
        put(buffer, divider, row, 0, "│", theme.rule);
    }
}

/// Draws what is in the window, with the link that is chosen and the place that was found and is shown.
fn window(
    reader: &Reader,
    chosen: (Option<usize>, Option<usize>),
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) {
    let visible = reader.page.lines.iter().skip(reader.top);
    let number = reader.numbers(area.height.into());
    // A number of two digits in a full line has the free column beside the text.
    let room = Rect {
        width: area.width + 1,
        ..area.into()
    };
    for (row, line) in (0..area.height).zip(visible) {
        put_line(
            buffer,
            room,
            row,
            spans(line, &reader.marks, chosen, &number, theme),
        );
    }
}

pub(super) fn spans<'a>(
    line: &'a Line,
    marks: &'a Marks,
    (chosen, found): (Option<usize>, Option<usize>),
    number: impl Fn(usize) -> Option<usize>,
    theme: &Theme,
) -> Vec<Span<'a>> {
    let mut spans = Vec::with_capacity(line.pieces.len());
    // Numbers of several digits take more columns than their places have; the space behind them gives way.
    let mut over = 0;
    for (at, piece) in line.pieces.iter().enumerate() {
        let next = line.pieces.get(at + 1);
        let is_chosen = (piece.link.is_some() && piece.link == chosen)
            || (piece.found.is_some() && piece.found == found);
        let styled = |text: Cow<'a, str>, is_marked| {
            // What keeps words in one line is a space like others to look at.
            let text = if text.contains('\u{a0}') {
                Cow::Owned(text.replace('\u{a0}', " "))
            } else {
                text
            };
            let style = theme.piece(piece, is_marked);
            let style = if is_chosen {
                style.patch(theme.chosen)
            } else {
                style
            };
            Span::styled(text, style)
        };
        if let (Role::LinkNumber, Some(at)) = (piece.role, piece.link) {
            let text = numbered(&piece.text, number(at));
            over += text.len() - piece.text.len();
            spans.push(styled(Cow::Owned(text), false));
        } else if over > 0 && spare(piece, next) > 0 {
            let taken = over.min(spare(piece, next));
            over -= taken;
            let text = &piece.text[..piece.text.len() - taken];
            spans.push(styled(Cow::Borrowed(text), false));
        } else {
            let parts = marks.split(piece);
            spans.extend(parts.map(|(text, is_marked)| styled(Cow::Borrowed(text), is_marked)));
        }
    }
    spans
}

/// The spaces at a piece's end that fill a cell or a box, and do not stand between words.
fn spare(piece: &Piece, next: Option<&Piece>) -> usize {
    let spaces = piece.text.len() - piece.text.trim_end_matches(' ').len();
    let is_blank = spaces == piece.text.len();
    let parts = next.is_some_and(|next| !next.text.starts_with([' ', '│', '┃']));
    if is_blank && !parts {
        spaces
    } else {
        spaces.saturating_sub(1)
    }
}

/// Fills the place of a link's number. A link that has none now can still be chosen.
fn numbered(place: &str, number: Option<usize>) -> String {
    let number = number.map_or_else(|| "-".to_owned(), |number| number.to_string());
    place.replace('0', &number)
}

/// A bar beside the heading of the section that was found: the eye lands there.
fn found_section(app: &App, theme: &Theme, text: Area, buffer: &mut Buffer) {
    let Subject::Section(at) = app.visit.reader.subject else {
        return;
    };
    // There is one solid bar on the screen: where the focus is.
    if app.visit.focus != Focus::Article {
        return;
    }
    let page = &app.visit.reader.page;
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
    for line in heading.max(app.visit.reader.top)..=end {
        let row = u16::try_from(line - app.visit.reader.top).unwrap_or(u16::MAX);
        put(buffer, margin, row, 0, "▌", theme.cursor);
    }
}

/// The rows of the line or answer that is chosen on a page that is a list.
fn chosen_rows(app: &App, text: Area) -> Option<Rect> {
    let reader = &app.visit.reader;
    let link = reader.chosen_link().filter(|_| app.is_choice())?;
    let end = reader.top + usize::from(text.height);
    let rows = link.lines.start.max(reader.top)..link.lines.end.min(end);
    let row = |line: usize| u16::try_from(line - reader.top).unwrap_or(u16::MAX);
    (!rows.is_empty()).then(|| Rect {
        x: text.x - 2,
        y: text.y + row(rows.start),
        width: text.width + 3,
        height: row(rows.end) - row(rows.start),
    })
}

/// Draws them as entries of the list are that are chosen: the ground before the text, and the bar behind it.
fn chosen_ground(app: &App, theme: &Theme, text: Area, buffer: &mut Buffer) {
    if let Some(rows) = chosen_rows(app, text) {
        buffer.set_style(rows, theme.selection);
    }
}

fn chosen_bar(app: &App, theme: &Theme, text: Area, buffer: &mut Buffer) {
    let Some(rows) = chosen_rows(app, text) else {
        return;
    };
    for row in 0..rows.height {
        put(buffer, rows, row, 0, "▌", theme.cursor);
    }
    buffer.set_style(rows, theme.selected);
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
        let start = reader.top.min(way) * (rows - length) / way;
        let thumb = start..start + length;
        Some(Self { rows, way, thumb })
    }

    /// The first line of the window that a row of the bar stands for: the first row for the first window, the last for the
    /// last.
    pub fn line(&self, row: u16) -> usize {
        self.way * usize::from(row) / self.rows.saturating_sub(1).max(1)
    }
}

/// A sign beside the place that was found and is shown: marks alone are told apart by colours.
fn found_place(reader: &Reader, at: Option<usize>, theme: &Theme, text: Area, buffer: &mut Buffer) {
    let Some(lines) = at.and_then(|at| reader.page.found.get(at)) else {
        return;
    };
    let margin = Rect::new(text.x - 2, text.y, 1, text.height);
    for row in lines
        .clone()
        .filter_map(|line| line.checked_sub(reader.top))
    {
        let row = u16::try_from(row).unwrap_or(u16::MAX);
        put(buffer, margin, row, 0, "❯", theme.cursor);
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

/// Which section of the article is read, of how many; of checklists how much is ready.
pub fn place(app: &App) -> String {
    let Some(guide) = app.world.guide.as_deref() else {
        return String::new();
    };
    let note = &app.visit.reader.page.note;
    if !note.is_empty() {
        return note.clone();
    }
    let Some(article) = app.visit.reader.subject.article() else {
        return String::new();
    };
    let sections = guide.articles[article].sections.len();
    let section = app
        .section_read()
        .filter(|_| sections > 1 && !is_behind(app, sections));
    section.map_or_else(String::new, |at| format!("{}/{sections}", at.section + 1))
}

/// Where the reader is, in a language: article › section.
pub fn breadcrumb(app: &App, lang: Language) -> String {
    let Some(guide) = app.world.guide.as_deref() else {
        return String::new();
    };
    let context = app.context(guide, lang);
    let subject = app.visit.reader.subject;
    let Some(article) = subject.article() else {
        return subject.title(&context);
    };
    // At the beginning of an article that was chosen as a whole, no section is meant.
    let whole = app.visit.reader.top == 0 && subject.whole() == subject;
    let sections = guide.articles[article].sections.len();
    let section = app
        .section_read()
        .filter(|_| !whole && !is_behind(app, sections));
    let shown = section.map_or(Subject::Article(article), Subject::Section);
    shown.title(&context)
}

/// Whether the window begins behind the sections of the guide, where the page says more.
fn is_behind(app: &App, sections: usize) -> bool {
    let page = &app.visit.reader.page;
    page.sections
        .get(sections)
        .is_some_and(|&line| app.visit.reader.top >= line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Position;
    use crate::ui::theme::Choice;

    /// A line behind a link with the number 10, as it is drawn.
    fn drawn(pieces: &[&str]) -> String {
        let mut place = Piece::new(Role::LinkNumber, "\u{a0}[0]");
        place.link = Some(0);
        let rest = pieces.iter().map(|text| Piece::new(Role::Code, *text));
        let line = Line {
            pieces: std::iter::once(place).chain(rest).collect(),
            at: Position::default(),
        };
        let marks = Marks::default();
        let spans = spans(
            &line,
            &marks,
            (None, None),
            |_| Some(10),
            &Theme::new(Choice::Dark),
        );
        spans.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_number_takes_no_space_from_between_words() {
        assert_eq!(drawn(&[" ", "MIT", " ", "Docker"]), " [10] MIT Docker");
        assert_eq!(drawn(&["   ", "│ b"]), " [10]  │ b");
        assert_eq!(drawn(&[" a  ", "b"]), " [10] a b");
    }
}
