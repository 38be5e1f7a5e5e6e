//! Buttons beside each other: links with a label each, which can be tapped.

use super::{GAP, Piece, Role, Setter};
use crate::text::width::{pad, width};

/// The columns around the words on a button.
const AROUND: usize = 8;

/// The labels in brackets, as many in a row as have room.
pub fn in_text(setter: &mut Setter<'_>, labels: &[String], links: &[usize]) {
    for row in rows(labels, setter.room()) {
        let mut pieces = Vec::new();
        for n in row {
            pieces.push(Piece {
                link: links.get(n).copied(),
                ..Piece::new(Role::Strong, format!("[{}]", labels[n]))
            });
            pieces.push(Piece::new(Role::Text, " ".repeat(GAP)));
        }
        setter.line(pieces);
    }
}

/// As many labels in brackets as fit beside each other, in rows, by their indices.
pub fn rows(labels: &[String], room: usize) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut left = 0;
    for (n, label) in labels.iter().enumerate() {
        let needed = width(label) + 2;
        if let Some(row) = rows.last_mut().filter(|_| needed <= left) {
            row.push(n);
        } else {
            rows.push(vec![n]);
            left = room;
        }
        left = left.saturating_sub(needed + GAP);
    }
    rows
}

/// Frames of three lines and one width, which share that of the page.
pub fn framed(setter: &mut Setter<'_>, labels: &[String], links: &[usize]) {
    let room = setter.room();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0) + AROUND;
    let most = ((room + GAP) / (widest + GAP)).clamp(1, labels.len().max(1));
    let rows = labels.len().div_ceil(most).max(1);
    let beside = labels.len().div_ceil(rows).max(1);
    let inner = ((room + GAP) / beside).saturating_sub(GAP + 2);
    let line = "─".repeat(inner);
    let all: Vec<usize> = (0..labels.len()).collect();
    for row in all.chunks(beside) {
        for part in 0..3 {
            let mut pieces = Vec::new();
            for &n in row {
                let [left, middle, right] = match part {
                    0 => ["┌", &line, "┐"],
                    1 => ["│", &centred(&labels[n], inner), "│"],
                    _ => ["└", &line, "┘"],
                };
                let role = if part == 1 { Role::Strong } else { Role::Rule };
                let parts = [(Role::Rule, left), (role, middle), (Role::Rule, right)];
                pieces.extend(parts.map(|(role, text)| Piece {
                    link: links.get(n).copied(),
                    ..Piece::new(role, text)
                }));
                pieces.push(Piece::new(Role::Text, " ".repeat(GAP)));
            }
            pieces.pop();
            setter.line(pieces);
        }
    }
}

fn centred(text: &str, columns: usize) -> String {
    let before = columns.saturating_sub(width(text)) / 2;
    pad(&format!("{}{text}", " ".repeat(before)), columns)
}
