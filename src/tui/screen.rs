//! The backend that ratatui draws on: crossterm's, with three things done otherwise.
//!
//! ratatui's moves the cursor before every wide character, which triples what a Japanese screen has in bytes; here
//! neighbours of one style are written as one text. And it starts `tput` where the terminal does not tell its size; here
//! nothing is ever started. And cells can lead to a web address (OSC 8), which ratatui's know nothing of.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::{Command, cursor::MoveTo};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::terminal;
use crate::text::width::width;
use crate::ui::Hyperlink;

/// A backend that writes to `W`.
/// The hyperlinks of the frame that is being drawn, handed in from outside.
pub type Hyperlinks = Rc<RefCell<Vec<Hyperlink>>>;

#[derive(Debug)]
pub struct Screen<W: Write>(CrosstermBackend<W>, Hyperlinks);

impl<W: Write> Screen<W> {
    pub const fn new(writer: W, hyperlinks: Hyperlinks) -> Self {
        Self(CrosstermBackend::new(writer), hyperlinks)
    }
}

/// Cells of one row and style that are written in one go.
struct Run<'a> {
    x: u16,
    y: u16,
    /// The column behind it.
    end: u16,
    style: Cell,
    text: String,
    link: Option<&'a Hyperlink>,
}

impl<'a> Run<'a> {
    fn new(x: u16, y: u16, cell: &Cell, link: Option<&'a Hyperlink>) -> Self {
        let mut style = cell.clone();
        style.reset();
        style.set_style(cell.style());
        let mut run = Self {
            x,
            y,
            end: x,
            style,
            text: String::new(),
            link,
        };
        run.push(cell.symbol());
        run
    }

    fn push(&mut self, symbol: &str) {
        self.text.push_str(symbol);
        self.end += u16::try_from(width(symbol)).unwrap_or(1).max(1);
    }

    fn takes(&self, x: u16, y: u16, cell: &Cell, link: Option<&Hyperlink>) -> bool {
        (self.end, self.y) == (x, y)
            && self.link == link
            && self.style.style() == cell.style()
            && self.is_certain(cell)
    }

    /// What is written: the text, as a hyperlink where it is one. Parts with the same address and id are one link.
    fn linked(&self) -> Cow<'_, str> {
        let Some(Hyperlink { address, id, .. }) = self.link else {
            return Cow::Borrowed(&self.text);
        };
        Cow::Owned(format!(
            "\x1b]8;id=m{id};{address}\x1b\\{}\x1b]8;;\x1b\\",
            self.text
        ))
    }

    /// Terminals agree on the width of ASCII and of wide characters. Behind others (●, …, ─) the cursor is put where it
    /// belongs, so that a terminal that draws them wide does not shift the rest of the line; a row of the same one is
    /// left in one piece.
    fn is_certain(&self, next: &Cell) -> bool {
        let Some(last) = self.text.chars().next_back() else {
            return true;
        };
        let mut buffer = [0; 4];
        let last = last.encode_utf8(&mut buffer);
        last.is_ascii() || width(last) == 2 || last == next.symbol()
    }
}

/// Joins neighbours of one style and one hyperlink.
fn runs<'a, 'l>(
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    links: &'l [Hyperlink],
) -> Vec<Run<'l>> {
    let mut runs: Vec<Run<'l>> = Vec::new();
    for (x, y, cell) in cells {
        let link = links
            .iter()
            .find(|link| link.row == y && link.columns.contains(&x));
        match runs.last_mut() {
            Some(run) if run.takes(x, y, cell, link) => run.push(cell.symbol()),
            _ => runs.push(Run::new(x, y, cell, link)),
        }
    }
    runs
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let links = self.1.borrow();
        let mut runs = runs(content, &links);
        let mut behind_sign = None;
        for run in &mut runs {
            let is_sign = run.end == run.x + 1 && !run.text.is_ascii();
            // The backend below does not move the cursor behind a single column: it trusts that it was one.
            let mut text = String::new();
            if behind_sign == Some((run.x, run.y)) {
                MoveTo(run.x, run.y)
                    .write_ansi(&mut text)
                    .map_err(io::Error::other)?;
            }
            text.push_str(&run.linked());
            behind_sign = is_sign.then_some((run.end, run.y));
            run.style.set_symbol(&text);
        }
        self.0
            .draw(runs.iter().map(|run| (run.x, run.y, &run.style)))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    /// Never asked for: the answer would have to come through the input thread.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let size = terminal::size();
        Ok(Size::new(size.columns, size.rows))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    /// What is written for a row, without the escape sequences but with a `|` where the cursor is moved.
    fn written(row: &[(&str, Style)]) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let mut x = 0;
        for (text, style) in row {
            (x, _) = buffer.set_stringn(x, 0, text, 40, *style);
        }
        let empty = Buffer::empty(buffer.area);
        runs(empty.diff(&buffer).into_iter(), &[])
            .into_iter()
            .map(|run| run.text)
            .collect()
    }

    #[test]
    fn neighbours_of_one_style_are_one_text() {
        let (plain, red) = (Style::new(), Style::new().fg(Color::Red));
        assert_eq!(written(&[("電話で123", plain)]), ["電話で123"]);
        assert_eq!(written(&[("電話", plain), ("解約", red)]), ["電話", "解約"]);
        assert_eq!(written(&[("──", plain)]), ["──"]);
    }

    #[test]
    fn the_cursor_is_moved_behind_what_may_be_wide() {
        assert_eq!(written(&[("●電話", Style::new())]), ["●", "電話"]);
        assert_eq!(written(&[("…─電", Style::new())]), ["…", "─", "電"]);
    }

    #[test]
    fn what_is_written_makes_the_same_screen_even_where_signs_are_wide() {
        let mut bytes = Vec::new();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        buffer.set_stringn(0, 0, "電話 0120", 20, Style::new());
        buffer.set_stringn(3, 1, "●英語のみ", 20, Style::new());
        let empty = Buffer::empty(buffer.area);
        Screen::new(&mut bytes, Hyperlinks::default())
            .draw(empty.diff(&buffer).into_iter())
            .expect("a vector takes everything");
        let mut terminal =
            vt100::Parser::new(2.try_into().expect("2"), 20.try_into().expect("20"), 0);
        terminal.process(&bytes);
        assert_eq!(terminal.screen().contents(), "電話 0120\n   ●英語のみ");
        // Row 2, column 5: said, and not left to the width of the sign.
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("●\u{1b}[2;5H英語のみ"), "{text:?}");
    }
}
