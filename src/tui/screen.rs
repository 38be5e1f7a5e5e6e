//! The backend that ratatui draws on: crossterm's, with five things done otherwise.
//!
//! ratatui's moves the cursor before every wide character, which triples what a Japanese screen has in bytes; here
//! neighbours of one style are written as one text. It writes all colours as if there were 256 of them; see
//! [`sgr`](super::sgr). It lets cells lead to a web address (OSC 8), of which ratatui's know nothing. It starts `tput`
//! where the terminal does not tell its size; here nothing is ever started. And where terminals disagree about widths, what
//! ratatui takes for unchanged may not be; see `damage`.

mod damage;

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::cursor::{MoveTo, MoveToColumn};
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

use super::sgr::{RESET, sgr};
use crate::terminal;
use crate::text::width::{Agreement, agreement};
use crate::ui::Hyperlink;
use crate::ui::cell::is_wide;
use damage::{Damage, Row, damage, is_line};

/// The hyperlinks of the frame that is being drawn, handed in from outside.
pub type Hyperlinks = Rc<RefCell<Vec<Hyperlink>>>;

/// A backend that writes to `W`.
#[derive(Debug)]
pub struct Screen<W: Write> {
    backend: CrosstermBackend<W>,
    hyperlinks: Hyperlinks,
    /// What the terminal shows.
    rows: Vec<Row>,
    columns: usize,
    /// What a row was before it changed; kept for the room that it has.
    old: Row,
}

/// A cell that changed, and where it is.
type Change<'a> = (u16, u16, &'a Cell);

impl<W: Write> Screen<W> {
    pub const fn new(writer: W, hyperlinks: Hyperlinks) -> Self {
        Self {
            backend: CrosstermBackend::new(writer),
            hyperlinks,
            rows: Vec::new(),
            columns: 0,
            old: Row::NEW,
        }
    }

    /// Makes the cells that changed in a row those of the terminal, and says what has to be written for that.
    fn change(&mut self, row: u16, changes: &[Change<'_>]) -> Damage {
        let (old, new) = (&mut self.old, &mut self.rows[usize::from(row)]);
        old.copy(new);
        let mut columns = Vec::with_capacity(changes.len());
        for &(column, _, cell) in changes {
            new.put(column.into(), cell);
            columns.push(column.into());
        }
        damage(old, new, &columns, self.columns)
    }

    /// Makes room for cells wherever they are.
    fn make_room(&mut self, changes: &[Change<'_>]) {
        for &(column, row, cell) in changes {
            let (end, row) = (
                usize::from(column + 1) + usize::from(is_wide(cell)),
                usize::from(row),
            );
            self.columns = self.columns.max(end);
            if self.rows.len() <= row {
                self.rows.resize_with(row + 1, Row::default);
            }
        }
    }

    /// Everything behind a column of a row becomes empty.
    fn erase(&mut self, column: u16, row: u16) -> io::Result<()> {
        queue!(self.backend, MoveTo(column, row))?;
        write!(self.backend, "{RESET}\x1b[K")
    }

    fn forget(&mut self) {
        self.rows.clear();
        self.columns = 0;
    }
}

/// Cells of one row and style that are written in one go.
struct Run<'a> {
    x: u16,
    y: u16,
    /// The column behind it.
    end: u16,
    style: Style,
    text: String,
    /// How certain the width of the last cell is.
    last: Agreement,
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
            last: Agreement::All,
            link,
        };
        run.push(cell);
        run
    }

    fn push(&mut self, cell: &Cell) {
        let columns = cell.cell_width().max(1);
        self.last = agreement(cell.symbol());
        if self.last == Agreement::Unknown {
            // Where a terminal draws it narrower, nothing of what was there is seen behind it, nor a hole.
            let (blanks, back) = (" ".repeat(columns.into()), MoveToColumn(self.end));
            self.text += &format!("{blanks}{back}");
        }
        self.text.push_str(cell.symbol());
        self.end += columns;
    }

    fn takes(&self, x: u16, y: u16, cell: &Cell, link: Option<&Hyperlink>) -> bool {
        let next = (self.end, self.y) == (x, y) && self.style == cell.style() && self.link == link;
        let goes_on = is_line(cell.symbol()) && self.text.ends_with(cell.symbol());
        next && (self.is_certain() || goes_on)
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

    /// Whether the cursor is behind it. Behind what terminals draw in different widths (●, …, ─, ﾊﾟ, emoji) it is put where
    /// it belongs, so that the rest of the line is not shifted.
    fn is_certain(&self) -> bool {
        self.last == Agreement::All
    }
}

/// Joins neighbours of one style and one hyperlink.
fn runs<'a, 'l>(cells: impl Iterator<Item = Change<'a>>, links: &'l [Hyperlink]) -> Vec<Run<'l>> {
    let mut runs: Vec<Run<'l>> = Vec::new();
    for (x, y, cell) in cells {
        let link = links
            .iter()
            .find(|link| link.row == y && link.columns.contains(&x));
        match runs.last_mut() {
            Some(run) if run.takes(x, y, cell, link) => run.push(cell),
            _ => runs.push(Run::new(x, y, cell, link)),
        }
    }
    runs
}

/// What the terminal writes with next.
struct Pen {
    row: Option<u16>,
    /// Where that is certain.
    column: Option<u16>,
    style: Style,
}

impl Pen {
    /// After [`RESET`], wherever the cursor is.
    const RESET: Self = Self {
        row: None,
        column: None,
        style: Cell::EMPTY.style(),
    };

    fn write(&mut self, run: &Run<'_>, to: &mut impl Write) -> io::Result<()> {
        if self.row != Some(run.y) {
            queue!(to, MoveTo(run.x, run.y))?;
        } else if self.column != Some(run.x) {
            // Nothing goes on in the next row, whatever its width.
            queue!(to, MoveToColumn(run.x))?;
        }
        if self.style != run.style {
            write!(to, "{}", sgr(run.style))?;
            self.style = run.style;
        }
        write!(to, "{}", run.linked())?;
        self.row = Some(run.y);
        self.column = run.is_certain().then_some(run.end);
        Ok(())
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changes: Vec<Change<'a>> = content.collect();
        self.make_room(&changes);
        let hyperlinks = Rc::clone(&self.hyperlinks);
        let mut pen = Pen::RESET;
        for changes in changes.chunk_by(|one, next| one.1 == next.1) {
            let row = changes[0].1;
            let damage = self.change(row, changes);
            let column = |column| u16::try_from(column).unwrap_or(u16::MAX);
            if let Some(from) = damage.erase_from {
                self.erase(column(from), row)?;
                pen = Pen {
                    row: Some(row),
                    ..Pen::RESET
                };
            }
            let cells = damage
                .columns
                .into_iter()
                .map(|at| (column(at), row, self.rows[usize::from(row)].cell(at)));
            for run in runs(cells, &hyperlinks.borrow()) {
                pen.write(&run, &mut self.backend)?;
            }
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
        self.forget();
        self.backend.clear()
    }

    /// Only the whole screen is ever cleared.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.forget();
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
mod tests;
