//! Tables that shrink to the width there is: columns give way in proportion, cells wrap.

use super::inline::Flat;
use super::setter::cut;
use super::{Piece, Role};
use crate::guide::Inline;
use crate::search::highlight::Highlighter;
use crate::text::line_break::wrap;
use crate::text::width::width;

/// Between two columns.
const GAP: &str = " │ ";
/// No column is narrower than a Japanese word of two characters.
const NARROWEST: usize = 4;

/// Sets a table, a line at a time.
pub(super) fn set(
    header: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    room: usize,
    highlighter: &Highlighter,
) -> Vec<Vec<Piece>> {
    let header: Vec<Flat> = header
        .iter()
        .map(|cell| Flat::new(Role::Strong, cell))
        .collect();
    let rows: Vec<Vec<Flat>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| Flat::new(Role::Text, cell)).collect())
        .collect();
    let widths = shares(&natural(&header, &rows), room);
    let mut lines = row(&header, &widths, highlighter);
    let rule: Vec<String> = widths.iter().map(|columns| "─".repeat(*columns)).collect();
    lines.push(vec![Piece::new(Role::Rule, rule.join("─┼─"))]);
    for cells in &rows {
        lines.extend(row(cells, &widths, highlighter));
    }
    lines
}

/// The width that each column would like.
fn natural(header: &[Flat], rows: &[Vec<Flat>]) -> Vec<usize> {
    let mut widths = vec![NARROWEST; header.len()];
    for cells in rows.iter().map(Vec::as_slice).chain([header]) {
        for (wanted, cell) in widths.iter_mut().zip(cells) {
            *wanted = (*wanted).max(cell.text.split('\n').map(width).max().unwrap_or(0));
        }
    }
    widths
}

/// Takes from the widest column until the table fits, or no column can give more.
fn shares(natural: &[usize], room: usize) -> Vec<usize> {
    let mut widths = natural.to_vec();
    let gaps = width(GAP) * widths.len().saturating_sub(1);
    let room = room.saturating_sub(gaps);
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

fn row(cells: &[Flat], widths: &[usize], highlighter: &Highlighter) -> Vec<Vec<Piece>> {
    let columns: Vec<Vec<Vec<Piece>>> = widths
        .iter()
        .zip(cells)
        .map(|(&columns, cell)| {
            let marks = highlighter.marks(&cell.text);
            wrap(&cell.text, columns)
                .into_iter()
                .map(|line| cut(cell, &marks, line))
                .collect()
        })
        .collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|n| {
            let mut line = Vec::new();
            for (at, (cell, &wanted)) in columns.iter().zip(widths).enumerate() {
                if at > 0 {
                    line.push(Piece::new(Role::Rule, GAP));
                }
                let pieces = cell.get(n).cloned().unwrap_or_default();
                let used: usize = pieces.iter().map(|piece| width(&piece.text)).sum();
                // A link in a cell is shown, but is not one of the page's: the same section is linked in the text.
                line.extend(pieces.into_iter().map(|piece| Piece {
                    link: None,
                    ..piece
                }));
                if at + 1 < widths.len() {
                    line.push(Piece::new(
                        Role::Text,
                        " ".repeat(wanted.saturating_sub(used)),
                    ));
                }
            }
            line
        })
        .collect()
}
