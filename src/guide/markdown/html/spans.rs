//! Cells of a table that reach over several columns or rows: what stands below and behind them stays in its column.

use super::token::Tag;

/// A cell reaches over no more than that; HTML itself has a limit of a thousand columns.
const MOST: usize = 100;

/// What earlier cells of a table leave of the next one's row.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// For each column how many of the next rows it is taken in, this one included.
    rows: Vec<usize>,
    /// Where the next cell stands.
    column: usize,
}

impl Spans {
    pub fn begin_row(&mut self) {
        // What was not reached in the last row was taken there.
        for rows in self.rows.iter_mut().skip(self.column) {
            *rows = rows.saturating_sub(1);
        }
        self.column = 0;
    }

    /// How many empty cells stand before a cell with this tag, if it has one.
    pub fn cell(&mut self, tag: Option<&Tag>) -> usize {
        let start = self.column;
        while let Some(rows) = self.rows.get_mut(self.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            self.column += 1;
        }
        let empty = self.column - start;
        let number = |name: &str| {
            let number = tag.and_then(|tag| tag.get(name)?.trim().parse().ok());
            number.unwrap_or(1).clamp(1, MOST)
        };
        let (columns, rows) = (number("colspan"), number("rowspan"));
        let end = (self.column + columns).min(MOST);
        if self.rows.len() < end {
            self.rows.resize(end, 0);
        }
        for taken in self.rows.iter_mut().take(end).skip(self.column) {
            *taken = rows - 1;
        }
        // The others of its columns are empty in this row too, and come before the next cell.
        if let Some(others) = self.rows.get_mut(self.column + 1..end) {
            for taken in others {
                *taken += 1;
            }
        }
        self.column += 1;
        empty
    }
}
