//! What has to be written of a row, so that nothing is left of what was there, whatever a terminal takes for its width.
//!
//! ratatui names the cells that changed. That is enough where terminals agree with us. Beyond it there is what they do by
//! themselves: a wide character that is overwritten by half vanishes with its other half, and of what they join, split or
//! draw wider than we count, parts lie in cells that did not change.

use std::ops::Range;

use ratatui::buffer::Cell;

use crate::text::width::{Agreement, agreement};
use crate::ui::cell::is_wide;

/// A row of cells; behind a wide one there is an empty one.
#[derive(Debug, Clone, Default)]
pub(super) struct Row(Vec<Slot>);

/// A cell, and what is often asked of it.
#[derive(Debug, Clone)]
struct Slot {
    cell: Cell,
    is_wide: bool,
    agreement: Agreement,
}

impl Slot {
    const EMPTY: Self = Self {
        cell: Cell::EMPTY,
        is_wide: false,
        agreement: Agreement::All,
    };
}

/// What has to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Damage {
    /// From this column on the row is erased first.
    pub erase_from: Option<usize>,
    /// The columns of the cells that are written then, in this order.
    pub columns: Vec<usize>,
}

impl Row {
    pub const NEW: Self = Self(Vec::new());

    fn slot(&self, column: usize) -> &Slot {
        self.0.get(column).unwrap_or(&Slot::EMPTY)
    }

    pub fn cell(&self, column: usize) -> &Cell {
        &self.slot(column).cell
    }

    /// How certain the width of the cell is that begins at a column.
    pub fn certainty(&self, column: usize) -> Agreement {
        self.slot(column).agreement
    }

    pub fn put(&mut self, column: usize, cell: &Cell) {
        let is_wide = is_wide(cell);
        let end = column + usize::from(is_wide);
        if self.0.len() <= end {
            self.0.resize(end + 1, Slot::EMPTY);
        }
        self.0[end] = Slot::EMPTY;
        self.0[column] = Slot {
            cell: cell.clone(),
            is_wide,
            agreement: agreement(cell.symbol()),
        };
    }

    /// Becomes the same as another.
    pub fn copy(&mut self, other: &Self) {
        self.0.clone_from(&other.0);
    }

    /// The column at which the cell begins that a column is part of.
    fn start(&self, column: usize) -> usize {
        let before = column
            .checked_sub(1)
            .filter(|&before| self.slot(before).is_wide);
        before.unwrap_or(column)
    }

    /// The columns of the cell that a column is part of.
    fn span(&self, column: usize) -> Range<usize> {
        let start = self.start(column);
        start..start + 1 + usize::from(self.slot(start).is_wide)
    }

    fn agreement(&self, column: usize) -> Agreement {
        self.certainty(self.start(column))
    }

    fn is_blank(&self, column: usize) -> bool {
        *self.cell(column) == Cell::EMPTY
    }

    /// The columns behind the cell at `column` that a terminal may draw it over: each of its characters has two at most.
    fn reach(&self, column: usize) -> Range<usize> {
        let chars = self.cell(column).symbol().chars().count();
        self.span(column).end..column + 2 * chars
    }
}

/// Whether a sign is a piece of a horizontal line or of a bar. Rows of them are written in one go: to say of each where it
/// stands would triple the bytes of a rule, and where they are wide only the last would be left.
pub(super) fn is_line(symbol: &str) -> bool {
    matches!(
        symbol,
        "─" | "━" | "═" | "╌" | "┄" | "┈" | "▁" | "▀" | "▄" | "█"
    )
}

/// What to write into a row of so many columns, so that a terminal that shows `old` shows `new`, where the cells at `changed`
/// differ.
pub(super) fn damage(old: &Row, new: &Row, changed: &[usize], columns: usize) -> Damage {
    let mut is_damaged = vec![false; columns];
    for column in changed.iter().flat_map(|&column| new.span(column)) {
        mark(&mut is_damaged, new, old.span(column));
        mark(&mut is_damaged, new, column..column + 1);
    }
    let erase_from = first_unknown(old, new, &is_damaged);
    if let Some(from) = erase_from {
        for (column, is_damaged) in is_damaged.iter_mut().enumerate().skip(from) {
            *is_damaged = new.start(column) == column && !new.is_blank(column);
        }
    }
    for column in 0..columns {
        if is_damaged[column] {
            spread(new, column, &mut is_damaged);
        }
    }
    let mut order: Vec<usize> = (0..columns).filter(|&column| is_damaged[column]).collect();
    if order.last() == Some(&(columns - 1)) {
        let again = moved_onto(new, columns);
        order.extend(again.filter(|&column| new.start(column) == column));
    }
    Damage {
        erase_from,
        columns: order,
    }
}

/// The cell before the last column, where a terminal may take what stands there for wide: having no room for it, some move
/// it onto that cell, which is then written again, with what a terminal may have joined it with.
fn moved_onto(new: &Row, columns: usize) -> Range<usize> {
    let end = columns - 1;
    let mut from = new.start(end.saturating_sub(1));
    let is_moved = match new.agreement(end) {
        Agreement::All => false,
        Agreement::OneOrTwo => !new.is_blank(from),
        Agreement::Unknown => new.start(end) == end,
    };
    if !is_moved {
        return end..end;
    }
    while from > 0 && new.agreement(from) == Agreement::Unknown {
        from = new.start(from - 1);
    }
    from..end
}

/// Damages the cells that these columns are parts of.
fn mark(is_damaged: &mut [bool], new: &Row, columns: Range<usize>) {
    for column in columns {
        if let Some(is_damaged) = is_damaged.get_mut(new.start(column)) {
            *is_damaged = true;
        }
    }
}

/// From where on a row cannot be mended cell by cell: the first cell of unknown width that comes or goes, with the one
/// before it, which a terminal may have joined it with.
fn first_unknown(old: &Row, new: &Row, is_damaged: &[bool]) -> Option<usize> {
    let rows = [old, new];
    let is_unknown = |column| {
        rows.iter()
            .any(|row| row.agreement(column) == Agreement::Unknown)
    };
    let damaged = (0..is_damaged.len()).filter(|&column| is_damaged[column]);
    let mut columns = damaged.flat_map(|column| new.span(column));
    let mut from = columns.find(|&column| is_unknown(column))?;
    let start = |column| {
        rows.map(|row| row.start(column))
            .into_iter()
            .min()
            .unwrap_or(column)
    };
    from = start(from);
    while let Some(before) = from.checked_sub(1) {
        from = start(before);
        if !is_unknown(before) {
            break;
        }
    }
    Some(from)
}

/// Damages what lies behind a cell, where a terminal may draw that over it.
fn spread(new: &Row, column: usize, is_damaged: &mut [bool]) {
    match new.agreement(column) {
        Agreement::All => {}
        Agreement::Unknown => mark(is_damaged, new, new.reach(column)),
        Agreement::OneOrTwo => {
            let row = row_of_signs(new, column, is_damaged);
            let behind = column + row..column + 2 * row;
            // Over an empty cell half a sign may lie, and does no harm.
            if row > 1 || !new.is_blank(behind.start) {
                mark(is_damaged, new, behind);
            }
        }
    }
}

/// How many equal signs are written in one go from a column on.
fn row_of_signs(new: &Row, column: usize, is_damaged: &[bool]) -> usize {
    let symbol = new.cell(column).symbol();
    if !is_line(symbol) {
        return 1;
    }
    let is_next = |&next: &usize| is_damaged[next] && new.cell(next).symbol() == symbol;
    (column..is_damaged.len()).take_while(is_next).count()
}
