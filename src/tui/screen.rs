//! The backend that ratatui draws on: crossterm's, with three things done otherwise.
//!
//! ratatui's moves the cursor before every wide character, which triples what a Japanese screen has in bytes; here
//! neighbours of one style are written as one text. It writes all colours as if there were 256 of them; see
//! [`sgr`](super::sgr). And it starts `tput` where the terminal does not tell its size; here nothing is ever started.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

use super::sgr::{RESET, sgr};
use super::terminal;
use crate::text::width::width;

/// A backend that writes to `W`.
#[derive(Debug)]
pub struct Screen<W: Write>(CrosstermBackend<W>);

impl<W: Write> Screen<W> {
    pub const fn new(writer: W) -> Self {
        Self(CrosstermBackend::new(writer))
    }
}

/// Cells of one row and style that are written in one go.
struct Run {
    x: u16,
    y: u16,
    /// The column behind it.
    end: u16,
    style: Style,
    text: String,
}

impl Run {
    fn new(x: u16, y: u16, cell: &Cell) -> Self {
        let mut run = Self {
            x,
            y,
            end: x,
            style: cell.style(),
            text: String::new(),
        };
        run.push(cell.symbol());
        run
    }

    fn push(&mut self, symbol: &str) {
        self.text.push_str(symbol);
        self.end += u16::try_from(width(symbol)).unwrap_or(1).max(1);
    }

    fn takes(&self, x: u16, y: u16, cell: &Cell) -> bool {
        let next = (self.end, self.y) == (x, y) && self.style == cell.style();
        // A row of the same sign is left in one piece.
        next && (self.is_certain() || self.text.ends_with(cell.symbol()))
    }

    /// Whether the cursor is behind it. Terminals agree on the width of ASCII and of wide characters; behind others
    /// (●, …, ─) the cursor is put where it belongs, so that a terminal that draws them wide does not shift the rest of
    /// the line.
    fn is_certain(&self) -> bool {
        let Some(last) = self.text.chars().next_back() else {
            return true;
        };
        last.is_ascii() || width(last.encode_utf8(&mut [0; 4])) == 2
    }
}

/// Joins neighbours of one style.
fn runs<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, y, cell) in cells {
        match runs.last_mut() {
            Some(run) if run.takes(x, y, cell) => run.push(cell.symbol()),
            _ => runs.push(Run::new(x, y, cell)),
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
        let mut style = Cell::EMPTY.style();
        // Where the terminal's cursor is, as far as that is certain.
        let mut cursor = None;
        for run in runs(content) {
            if cursor != Some((run.x, run.y)) {
                queue!(self.0, MoveTo(run.x, run.y))?;
            }
            if run.style != style {
                write!(self.0, "{}", sgr(run.style))?;
                style = run.style;
            }
            write!(self.0, "{}", run.text)?;
            cursor = run.is_certain().then_some((run.end, run.y));
        }
        write!(self.0, "{RESET}")
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
    use ratatui::style::Color;

    use super::*;

    /// What is written for a row, without the escape sequences but with a `|` where the cursor is moved.
    fn written(row: &[(&str, Style)]) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let mut x = 0;
        for (text, style) in row {
            (x, _) = buffer.set_stringn(x, 0, text, 40, *style);
        }
        let empty = Buffer::empty(buffer.area);
        runs(empty.diff(&buffer).into_iter())
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
        Screen::new(&mut bytes)
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
