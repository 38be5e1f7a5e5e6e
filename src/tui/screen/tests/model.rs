//! A terminal of one row that has its own opinion about widths, to see what the bytes make of it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::width::{Agreement, agreement};

/// What a terminal takes for the width of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opinion {
    /// The tables of a library, character by character: xterm, tmux.
    Table,
    /// The same, with all ambiguous signs wide.
    EastAsian,
    /// Two columns for what was wide in the first tables, one for all else, marks and joiners too: the console of Linux.
    Console,
    /// As one that knows none of the newer signs, and shows none of the others: nothing for all that is not certain.
    Blind,
    /// Two columns for every character that is not certain.
    Generous,
    /// What is one grapheme is one cell, also where the first part of it stood there before: foot.
    Joining,
}

pub const OPINIONS: [Opinion; 6] = {
    use Opinion::{Blind, Console, EastAsian, Generous, Joining, Table};
    [Table, EastAsian, Console, Blind, Generous, Joining]
};

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Text(String, String),
    /// The second half of the one before.
    Half,
}

pub struct Model {
    opinion: Opinion,
    cells: Vec<Cell>,
    column: usize,
    style: String,
}

fn is_old_and_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3040}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{2FFFD}')
}

impl Model {
    pub fn new(opinion: Opinion, columns: usize) -> Self {
        Self {
            opinion,
            cells: vec![Self::blank(); columns],
            column: 0,
            style: "0".to_owned(),
        }
    }

    const fn blank() -> Cell {
        Cell::Text(String::new(), String::new())
    }

    /// The text and the style at each column; nothing for the second halves of wide ones.
    pub fn shown(&self) -> Vec<Option<(String, String)>> {
        let shown = |cell: &Cell| match cell {
            Cell::Half => None,
            Cell::Text(text, _) if text.trim().is_empty() => Some((String::new(), String::new())),
            Cell::Text(text, style) => Some((text.clone(), style.clone())),
        };
        self.cells.iter().map(shown).collect()
    }

    pub fn process(&mut self, bytes: &str) {
        let mut rest = bytes;
        while let Some(c) = rest.chars().next() {
            if let Some(link) = rest.strip_prefix("\x1b]") {
                rest = link.split_once("\x1b\\").expect("an end").1;
            } else if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let end = sequence
                    .find(|c: char| c.is_ascii_alphabetic())
                    .expect("an end");
                self.obey(&sequence[..end], &sequence[end..=end]);
                rest = &sequence[end + 1..];
            } else {
                self.print(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    fn obey(&mut self, numbers: &str, what: &str) {
        match what {
            "H" => {
                self.column = numbers.split_once(';').map_or(0, |(_, column)| {
                    column.parse::<usize>().expect("a column") - 1
                });
            }
            "G" => self.column = numbers.parse::<usize>().expect("a column") - 1,
            "m" => numbers.clone_into(&mut self.style),
            "K" => {
                assert_eq!(self.style, "0", "erased with a style");
                self.clear(self.column, self.cells.len());
            }
            other => panic!("unexpected: {numbers}{other}"),
        }
    }

    fn columns_of(&self, c: char) -> usize {
        let table = c.width().unwrap_or(0);
        let agreement = agreement(c.encode_utf8(&mut [0; 4]));
        match self.opinion {
            Opinion::Table | Opinion::Joining => table.min(2),
            Opinion::EastAsian if agreement == Agreement::OneOrTwo => 2,
            Opinion::EastAsian => c.width_cjk().unwrap_or(0).min(2),
            Opinion::Console if is_old_and_wide(c) => 2,
            Opinion::Console => 1,
            Opinion::Blind | Opinion::Generous if agreement != Agreement::Unknown => table,
            Opinion::Blind => 0,
            Opinion::Generous => 2,
        }
    }

    fn print(&mut self, c: char) {
        if self.opinion == Opinion::Joining && self.join(c) {
            return;
        }
        match self.columns_of(c) {
            0 => self.add(c),
            columns => self.put(c.to_string(), columns),
        }
    }

    /// The column of the cell before the cursor.
    fn before(&self) -> Option<usize> {
        let before = self.column.checked_sub(1)?;
        Some(before - usize::from(self.cells[before] == Cell::Half))
    }

    fn add(&mut self, c: char) {
        if let Some(before) = self.before()
            && let Cell::Text(text, style) = &mut self.cells[before]
        {
            if text.is_empty() {
                style.clone_from(&self.style);
            }
            text.push(c);
        }
    }

    /// Joins a character with the cell before the cursor, if they are one grapheme. (Of characters that are certain only a
    /// Korean syllable ever is, behind a consonant that stands alone, which nobody writes.)
    fn join(&mut self, c: char) -> bool {
        if agreement(c.encode_utf8(&mut [0; 4])) == Agreement::All {
            return false;
        }
        let Some(before) = self.before() else {
            return false;
        };
        let Cell::Text(text, _) = &self.cells[before] else {
            return false;
        };
        let joined = format!("{text}{c}");
        if text.is_empty() || joined.graphemes(true).count() > 1 {
            return false;
        }
        self.column = before;
        let columns = joined.width().clamp(1, 2);
        self.put(joined, columns);
        true
    }

    fn put(&mut self, text: String, columns: usize) {
        let start = self.column.min(self.cells.len() - columns);
        self.clear(start, start + columns);
        // A blank is one, erased or written.
        let text = if text == " " { String::new() } else { text };
        self.cells[start] = Cell::Text(text, self.style.clone());
        for half in start + 1..start + columns {
            self.cells[half] = Cell::Half;
        }
        self.column = start + columns;
    }

    /// Empties columns, and the other halves of what is cut.
    fn clear(&mut self, from: usize, to: usize) {
        if self.cells.get(from) == Some(&Cell::Half) {
            self.cells[from - 1] = Self::blank();
        }
        let mut end = to;
        while self.cells.get(end) == Some(&Cell::Half) {
            end += 1;
        }
        self.cells[from..end].fill(Self::blank());
    }
}
