//! What was typed below what the guide lists, sign by sign, with a mark below what differs; and the verdict in a band.

use super::super::digits::{self, Size};
use super::super::{Context, Piece, Role, Setter};
use crate::check::{Comparison, Finding, Kind, Place, Verdict};
use crate::guide::markdown::AlertKind;
use crate::i18n::check::{advice_beside, band, headline, texts};
use crate::text::width::{pad, width};

const DIFFERS: Role = Role::Alert(AlertKind::Warning);
/// From this height of the window on digits are large.
const LARGE: u16 = 18;
/// Stands for a digit that must not be shown, small and large.
const HIDDEN: [char; 2] = ['•', '▪'];
/// So many digits at the end are shown on a public screen, so that whoever types sees that the keys arrive.
const SHOWN: usize = 2;

/// One of the two rows, or the marks below them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Listed,
    Typed,
    Marks,
}

/// A sign of the picture: as wide in all rows.
struct Column<'a> {
    place: &'a Place,
    /// What of it is shown of what was typed.
    typed: Option<char>,
    wide: usize,
}

/// Sets the picture, the verdict, and what to do.
pub fn set(
    setter: &mut Setter<'_>,
    finding: &Finding,
    comparison: &Comparison,
    context: &Context<'_>,
) {
    let lang = context.lang;
    let is_listed = matches!(finding.verdict, Verdict::Listed { .. });
    let hides = context.public && !is_listed && finding.kind == Kind::Phone;
    setter.gap();
    let words = texts(lang);
    let is_small = context.window.columns < 64;
    let labels = [words.this_guide, words.typed].map(|label| label[usize::from(is_small)]);
    let indent = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let room = setter.room().saturating_sub(indent);
    let is_large = finding.kind == Kind::Phone
        && !context.look.signs.is_ascii()
        && context.window.rows >= LARGE;
    let large = is_large.then(|| columns(comparison, hides, true));
    let large = large
        .filter(|columns| columns.iter().map(|column| column.wide + 1).sum::<usize>() <= room + 1);
    let (columns, is_large) = match large {
        Some(columns) => (columns, true),
        None => (columns(comparison, hides, false), false),
    };
    for (row, label) in [
        (Row::Listed, labels[0]),
        (Row::Typed, labels[1]),
        (Row::Marks, ""),
    ] {
        if row == Row::Marks && !comparison.places.iter().any(|place| place.differs) {
            continue;
        }
        let lines = if is_large && row != Row::Marks {
            Size::Small.rows()
        } else {
            1
        };
        for line in 0..lines {
            let label = if line == 0 { label } else { "" };
            let mut pieces = vec![Piece::new(Role::Dim, pad(label, indent))];
            for (n, column) in columns.iter().enumerate() {
                if is_large && n > 0 {
                    pieces.push(Piece::new(Role::Text, " "));
                }
                let (role, text) = column.cell(row, line, is_large);
                pieces.push(Piece::new(role, pad(&text, column.wide)));
            }
            setter.apart(pieces);
        }
        if is_large && row == Row::Listed {
            setter.space();
        }
    }
    setter.gap();
    if finding.verdict == Verdict::Incomplete {
        setter.text(Role::Text, &headline(lang, finding));
        return;
    }
    let [full, short] = band(lang, finding, comparison);
    let sign = if is_listed { '✓' } else { '✗' };
    let full = format!(" {sign}  {full} ");
    let text = if width(&full) <= setter.room() {
        full
    } else {
        format!(" {sign}  {short} ")
    };
    let room = setter.room();
    setter.apart(vec![Piece::new(Role::Verdict(is_listed), pad(&text, room))]);
    for paragraph in advice_beside(lang, finding, comparison) {
        setter.gap();
        setter.text(Role::Text, &paragraph);
    }
}

/// What stands in each column.
fn columns(comparison: &Comparison, hides: bool, is_large: bool) -> Vec<Column<'_>> {
    let is_digit = |place: &&Place| !place.parts() && place.typed.is_some();
    let all = comparison.places.iter().filter(is_digit).count();
    let mut seen = 0;
    let column = |place| {
        let is_hidden = hides && is_digit(&place) && {
            seen += 1;
            seen + SHOWN <= all
        };
        let typed = place.typed.map(|c| {
            if is_hidden {
                HIDDEN[usize::from(is_large)]
            } else {
                c
            }
        });
        let mut column = Column {
            place,
            typed,
            wide: 1,
        };
        let rows = [Row::Listed, Row::Typed];
        let widths = rows.map(|row| width(&column.cell(row, 1, is_large).1));
        column.wide = widths.into_iter().max().unwrap_or(1);
        column
    };
    comparison.places.iter().map(column).collect()
}

impl Column<'_> {
    /// What it shows in a line of a row.
    fn cell(&self, row: Row, line: usize, is_large: bool) -> (Role, String) {
        let (c, is_strange) = match row {
            Row::Listed => (self.place.listed, false),
            Row::Typed => (self.typed, self.place.is_strange),
            Row::Marks if self.place.differs => return (DIFFERS, "▲".repeat(self.wide)),
            Row::Marks => (None, false),
        };
        let role = if row == Row::Typed && self.place.differs {
            DIFFERS
        } else {
            Role::Strong
        };
        let Some(c) = c else {
            return (role, String::new());
        };
        if !is_large {
            return (role, c.to_string());
        }
        (role, large(c, is_strange, line))
    }
}

/// A line of a large sign.
fn large(c: char, is_strange: bool, line: usize) -> String {
    if c == HIDDEN[1] {
        return [" ".repeat(3), format!(" {c} "), " ".repeat(3)][line].clone();
    }
    if is_strange {
        let side = "─".repeat(width(c.encode_utf8(&mut [0; 4])).max(1));
        return [format!("┌{side}┐"), format!("│{c}│"), format!("└{side}┘")][line].clone();
    }
    digits::glyph(c, Size::Small).swap_remove(line)
}
