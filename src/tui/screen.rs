//! The backend that ratatui draws on: crossterm's, with three things done otherwise.
//!
//! ratatui's moves the cursor before every wide character, which triples what a Japanese screen has in bytes; here
//! neighbours of one style are written as one text. It writes all colours as if there were 256 of them; see
//! [`sgr`](super::sgr). It lets cells lead to a web address (OSC 8), of which ratatui's know nothing. And it starts `tput`
//! where the terminal does not tell its size; here nothing is ever started.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};

use super::sgr::{RESET, sgr};
use crate::terminal;
use crate::text::width::width;
use crate::ui::Hyperlink;

/// The hyperlinks of the frame that is being drawn, handed in from outside.
pub type Hyperlinks = Rc<RefCell<Vec<Hyperlink>>>;

/// A backend that writes to `W`.
#[derive(Debug)]
pub struct Screen<W: Write> {
    backend: CrosstermBackend<W>,
    hyperlinks: Hyperlinks,
    /// The cells of the terminal in which wide characters begin.
    wide: BTreeSet<(u16, u16)>,
}

impl<W: Write> Screen<W> {
    pub const fn new(writer: W, hyperlinks: Hyperlinks) -> Self {
        Self {
            backend: CrosstermBackend::new(writer),
            hyperlinks,
            wide: BTreeSet::new(),
        }
    }

    /// Clears what would be left of wide characters: where something with a background takes the place of the first half of
    /// one, xterm gives that background to the second half too, and ratatui writes that only where it had one before.
    fn clear_halves(&mut self, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
        for &(x, y, cell) in cells {
            let is_wide = width(cell.symbol()) == 2;
            let last = if is_wide { x + 1 } else { x };
            let was_there = self.wide.remove(&(x, y)) && !is_wide;
            if (self.wide.remove(&(last, y)) || was_there) && has_background(cell) {
                queue!(self.backend, MoveTo(last, y))?;
                write!(self.backend, "  ")?;
            }
            if is_wide {
                self.wide.insert((x, y));
            }
        }
        Ok(())
    }
}

fn has_background(cell: &Cell) -> bool {
    cell.bg != Color::Reset || cell.modifier.contains(Modifier::REVERSED)
}

/// Cells of one row and style that are written in one go.
struct Run<'a> {
    x: u16,
    y: u16,
    /// The column behind it.
    end: u16,
    style: Style,
    text: String,
    link: Option<&'a Hyperlink>,
}

impl<'a> Run<'a> {
    fn new(x: u16, y: u16, cell: &Cell, link: Option<&'a Hyperlink>) -> Self {
        let mut run = Self {
            x,
            y,
            end: x,
            style: cell.style(),
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
        let next = (self.end, self.y) == (x, y) && self.style == cell.style() && self.link == link;
        // A row of the same sign is left in one piece.
        next && (self.is_certain() || self.text.ends_with(cell.symbol()))
    }

    /// What is written: the text, as a hyperlink where it is one. Parts with the same address and id are one link.
    fn linked(&self) -> Cow<'_, str> {
        let Some(Hyperlink { address, id, .. }) = self.link else {
            return Cow::Borrowed(&self.text);
        };
        let text = &self.text;
        Cow::Owned(format!(
            "\x1b]8;id=m{id};{address}\x1b\\{text}\x1b]8;;\x1b\\"
        ))
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
        let mut style = Cell::EMPTY.style();
        // Where the terminal's cursor is, as far as that is certain.
        let mut cursor = None;
        let cells: Vec<_> = content.collect();
        self.clear_halves(&cells)?;
        for run in runs(cells.into_iter(), &self.hyperlinks.borrow()) {
            if cursor != Some((run.x, run.y)) {
                queue!(self.backend, MoveTo(run.x, run.y))?;
            }
            if run.style != style {
                write!(self.backend, "{}", sgr(run.style))?;
                style = run.style;
            }
            write!(self.backend, "{}", run.linked())?;
            cursor = run.is_certain().then_some((run.end, run.y));
        }
        write!(self.backend, "{RESET}")
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.backend.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.backend.show_cursor()
    }

    /// Never asked for: the answer would have to come through the input thread.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.backend.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wide.clear();
        self.backend.clear()
    }

    /// Only the whole screen is ever cleared.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.wide.clear();
        self.backend.clear_region(region)
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
        Backend::flush(&mut self.backend)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

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
    fn nothing_is_left_of_a_wide_character_behind_a_background() {
        let area = Rect::new(0, 0, 4, 1);
        let red = Style::new().bg(Color::Red);
        let [mut wide, mut narrow] = [Buffer::empty(area), Buffer::empty(area)];
        wide.set_string(0, 0, "電話", Style::new());
        narrow.set_string(0, 0, "x", red);
        let mut bytes = Vec::new();
        let mut screen = Screen::new(&mut bytes, Hyperlinks::default());
        let mut last = Buffer::empty(area);
        for next in [wide, narrow] {
            let diff = last.diff(&next);
            screen
                .draw(diff.into_iter())
                .expect("a vector takes everything");
            last = next;
        }
        let mut terminal =
            vt100::Parser::new(1.try_into().expect("1"), 4.try_into().expect("4"), 0);
        terminal.process(&bytes);
        let colour = |x| terminal.screen().cell(0, x).map(vt100::Cell::bgcolor);
        assert_eq!(colour(0), Some(vt100::Color::Idx(1)));
        assert_eq!(colour(1), Some(vt100::Color::Default));
        assert_eq!(terminal.screen().contents().trim_end(), "x");
    }

    const COLUMNS: u16 = 12;

    fn buffer(row: &[(&str, Style)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, 1));
        let mut x = 0;
        for (text, style) in row {
            (x, _) = buffer.set_stringn(x, 0, text, usize::from(COLUMNS - x), *style);
        }
        buffer
    }

    /// What a terminal shows when these are drawn one after the other, but for the second halves of wide characters.
    fn shown(buffers: &[Buffer]) -> Vec<(String, vt100::Color, bool)> {
        let mut bytes = Vec::new();
        let mut screen = Screen::new(&mut bytes, Hyperlinks::default());
        let mut last = Buffer::empty(Rect::new(0, 0, COLUMNS, 1));
        for next in buffers {
            let diff = last.diff(next);
            screen
                .draw(diff.into_iter())
                .expect("a vector takes everything");
            last = next.clone();
        }
        let columns = COLUMNS.try_into().expect("some");
        let mut terminal = vt100::Parser::new(1.try_into().expect("1"), columns, 0);
        terminal.process(&bytes);
        let cell = |x| terminal.screen().cell(0, x).expect("within the screen");
        let cells = (0..COLUMNS)
            .map(cell)
            .filter(|cell| !cell.is_wide_continuation());
        let shown = |cell: &vt100::Cell| {
            let text = if cell.has_contents() {
                cell.contents()
            } else {
                " "
            };
            (text.to_owned(), cell.bgcolor(), cell.inverse())
        };
        cells.map(shown).collect()
    }

    fn any_row() -> impl Strategy<Value = Vec<(&'static str, Style)>> {
        let text = prop::sample::select(vec!["a", " ", "電", "話x", "─", "●"]);
        let plain = Style::new();
        let style = prop::sample::select(vec![
            plain,
            plain,
            plain.bg(Color::Red),
            plain.reversed(),
            plain.bold(),
        ]);
        prop::collection::vec((text, style), 0..14)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// However the screen came to be, it shows the last thing that was drawn.
        #[test]
        fn what_was_there_before_leaves_no_trace(rows in prop::collection::vec(any_row(), 1..5)) {
            let buffers: Vec<Buffer> = rows.iter().map(|row| buffer(row)).collect();
            let last = buffers.last().cloned().expect("one at least");
            prop_assert_eq!(shown(&buffers), shown(&[last]));
        }
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
