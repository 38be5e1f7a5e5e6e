//! What stands around the lines of list items, quotes and boxes, however deep they are in each other.

use super::super::{Piece, Role};
use crate::text::width::width;

/// What stands before lines, and behind them.
#[derive(Debug)]
pub(super) struct Indent {
    /// Before the first line, until that is set.
    first: Option<Vec<Piece>>,
    rest: Piece,
    /// Behind every line, at the right edge: the other side of a box.
    end: Option<Piece>,
    /// What it takes of a line, on both sides.
    columns: usize,
}

impl Indent {
    pub fn new(first: Option<Vec<Piece>>, rest: Piece, end: Option<Piece>) -> Self {
        let at_end = end.as_ref().map_or(0, |end| width(&end.text));
        Self {
            columns: width(&rest.text) + at_end,
            first,
            rest,
            end,
        }
    }
}

/// Bars and spaces beside each other are one piece, however many they are.
fn add(pieces: &mut Vec<Piece>, rest: &Piece) {
    match pieces.last_mut() {
        Some(last) if last.role == rest.role && last.link.is_none() => {
            last.text.push_str(&rest.text);
        }
        _ => pieces.push(rest.clone()),
    }
}

/// The indents around the present place, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Indents(Vec<Indent>);

impl Indents {
    pub fn push(&mut self, indent: Indent) {
        self.0.push(indent);
    }

    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// What they leave of a page's columns, two at least.
    pub fn room(&self, columns: usize) -> usize {
        let shown = self.0[self.first_shown(columns)..].iter();
        let taken: usize = shown.map(|indent| indent.columns).sum();
        columns.saturating_sub(taken).max(2)
    }

    /// The outermost indent that there is room for: where many stand in each other, those within count more, and a third
    /// of the columns is left for text.
    fn first_shown(&self, columns: usize) -> usize {
        let mut room = columns.saturating_sub((columns / 3).max(2));
        let mut first = self.0.len();
        for indent in self.0.iter().rev() {
            let Some(rest) = room.checked_sub(indent.columns) else {
                break;
            };
            room = rest;
            first -= 1;
        }
        first
    }

    /// What stands before the next line.
    pub fn before(&mut self, columns: usize) -> Vec<Piece> {
        let from = self.first_shown(columns);
        let mut pieces = Vec::with_capacity(self.0.len() - from);
        for indent in &mut self.0[from..] {
            match indent.first.take() {
                Some(first) => pieces.extend(first),
                None => add(&mut pieces, &indent.rest),
            }
        }
        pieces
    }

    /// Puts the right sides of the boxes around a line behind it, the inner ones first.
    pub fn close(&self, columns: usize, line: &mut Vec<Piece>) {
        let shown = &self.0[self.first_shown(columns)..];
        let ends = || shown.iter().filter_map(|indent| indent.end.as_ref());
        if ends().next().is_none() {
            return;
        }
        let mut outer: usize = ends().map(|end| width(&end.text)).sum();
        let mut used: usize = line.iter().map(|piece| width(&piece.text)).sum();
        for end in ends().rev() {
            let gap = columns.saturating_sub(outer).saturating_sub(used);
            line.push(Piece::new(Role::Text, " ".repeat(gap)));
            line.push(end.clone());
            outer -= width(&end.text);
            used = columns.saturating_sub(outer);
        }
    }
}
