//! Tables that shrink to the width there is: columns give way, cells wrap. Where that is not enough, a row is set as its
//! cells one below the other, each with its column's name; and in lines always.

use super::inline::Flat;
use super::setter::Setter;
use super::{Piece, Role};
use crate::guide::Inline;
use crate::guide::markdown::Alignment;
use crate::language::Language;
use crate::text::width::width;

/// Between two columns.
const GAP: &str = " │ ";
/// Between two cells that stand in no columns.
const BESIDE: &str = " · ";
/// No column is narrower than a Japanese word of four characters, where it has that much to say.
const NARROWEST: usize = 8;
/// Where that makes the difference between a table and none, a longer word of a header is broken.
const NARROWEST_HEADER: usize = 6;

/// A table as it is written.
pub(super) struct Table<'a> {
    pub alignments: &'a [Alignment],
    pub header: &'a [Vec<Inline>],
    pub rows: &'a [Vec<Vec<Inline>>],
}

/// Sets a table.
pub(super) fn set(setter: &mut Setter<'_>, table: &Table<'_>, lang: Language) {
    let all = table.rows.iter().map(Vec::len);
    let columns = all.chain([table.header.len()]).max().unwrap_or(0);
    // Rows may have cells for which there is no column, and may lack some.
    let cells = |role, cells: &[Vec<Inline>]| -> Vec<Flat> {
        let flat = |cell: &Vec<Inline>| {
            setter
                .with_numbers(&Flat::new(role, cell, lang))
                .into_owned()
        };
        let mut cells: Vec<Flat> = cells.iter().map(flat).collect();
        cells.resize(columns, Flat::default());
        cells
    };
    let header = cells(Role::Strong, table.header);
    let rows: Vec<Vec<Flat>> = table
        .rows
        .iter()
        .map(|row| cells(Role::Text, row))
        .collect();
    if setter.in_lines() {
        name_all(setter, &header, &rows);
        return;
    }
    let widths = |narrowest| shares(&natural(&header, &rows, narrowest), setter.room());
    let Some(widths) = widths(usize::MAX).or_else(|| widths(NARROWEST_HEADER)) else {
        stack(setter, &header, &rows);
        return;
    };
    let columns: Vec<(usize, Alignment)> = widths
        .into_iter()
        .enumerate()
        .map(|(at, width)| {
            let alignment = table.alignments.get(at);
            (width, alignment.copied().unwrap_or(Alignment::Unsaid))
        })
        .collect();
    if header.iter().any(|cell| !cell.text.is_empty()) {
        row(setter, &header, &columns);
        let rule: Vec<String> = columns
            .iter()
            .map(|(width, _)| "─".repeat(*width))
            .collect();
        setter.line(vec![Piece::new(Role::Rule, rule.join("─┼─"))]);
    }
    for cells in &rows {
        row(setter, cells, &columns);
    }
}

/// A column's widths.
#[derive(Debug, Clone, Copy)]
struct Column {
    /// All of it on one line.
    wanted: usize,
    /// No number and no word is broken.
    least: usize,
}

/// The widths of each column: those of its widest cell. No header needs more than `most`.
fn natural(header: &[Flat], rows: &[Vec<Flat>], most: usize) -> Vec<Column> {
    let none = Column {
        wanted: 1,
        least: 1,
    };
    let mut columns = vec![none; header.len()];
    let rows = rows.iter().map(|cells| (cells.as_slice(), usize::MAX));
    for (cells, most) in rows.chain([(header, most)]) {
        for (column, cell) in columns.iter_mut().zip(cells) {
            let wanted = cell.text.split('\n').map(width).max().unwrap_or(0);
            let least = cell.widest_part().max(wanted.min(NARROWEST)).min(most);
            column.wanted = column.wanted.max(wanted);
            column.least = column.least.max(least);
        }
    }
    columns
}

/// Takes from the widest columns, the last first, until the table fits; `None` when no column can give more.
fn shares(columns: &[Column], room: usize) -> Option<Vec<usize>> {
    let gaps = width(GAP) * columns.len().saturating_sub(1);
    let room = room.checked_sub(gaps)?;
    let widths: Vec<usize> = columns
        .iter()
        .map(|column| column.wanted.min(room))
        .collect();
    let capped = |cap: usize| {
        let columns = widths.iter().zip(columns);
        columns.map(move |(&width, column)| width.min(cap.max(column.least)))
    };
    let sum = |cap| capped(cap).sum::<usize>();
    let caps: Vec<usize> = (0..=room).collect();
    let cap = caps
        .partition_point(|&cap| sum(cap) <= room)
        .checked_sub(1)?;
    // What is left over is for the first of those that could have more.
    let mut left = room - sum(cap);
    let more = |(width, wider): (usize, usize)| {
        let more = left.min(wider - width);
        left -= more;
        width + more
    };
    Some(capped(cap).zip(capped(cap + 1)).map(more).collect())
}

fn row(setter: &mut Setter<'_>, cells: &[Flat], columns: &[(usize, Alignment)]) {
    let mut texts: Vec<_> = cells
        .iter()
        .zip(columns)
        .map(|(cell, &(columns, _))| setter.lines(cell, columns).into_iter())
        .collect();
    let height = texts.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    for _ in 0..height {
        let mut line = Vec::new();
        for (at, (cell, &(wanted, alignment))) in texts.iter_mut().zip(columns).enumerate() {
            if at > 0 {
                line.push(Piece::new(Role::Rule, GAP));
            }
            let (_, pieces) = cell.next().unwrap_or_default();
            let used: usize = pieces.iter().map(|piece| width(&piece.text)).sum();
            let left = wanted.saturating_sub(used);
            let before = match alignment {
                Alignment::Unsaid | Alignment::Left => 0,
                Alignment::Centre => left / 2,
                Alignment::Right => left,
            };
            if before > 0 && used > 0 {
                line.push(Piece::new(Role::Text, " ".repeat(before)));
            }
            line.extend(pieces);
            if at + 1 < columns.len() {
                let before = if used > 0 { before } else { 0 };
                line.push(Piece::new(Role::Text, " ".repeat(left - before)));
            }
        }
        setter.line(line);
    }
}

/// Whoever hears a cell must hear its column's name too.
fn name_all(setter: &mut Setter<'_>, header: &[Flat], rows: &[Vec<Flat>]) {
    for cells in rows {
        let mut marker = "- ";
        for (name, cell) in header.iter().zip(cells) {
            if cell.text.is_empty() {
                continue;
            }
            let text = named(name, cell);
            let first = Piece::new(Role::Marker, std::mem::replace(&mut marker, "  "));
            let rest = Piece::new(Role::Marker, "  ");
            setter.indented(first, rest, |setter| setter.flat(&text));
        }
    }
}

/// A cell behind the name of its column.
fn named(name: &Flat, cell: &Flat) -> Flat {
    if name.text.is_empty() {
        cell.clone()
    } else {
        name.clone().and(Role::Strong, ": ").and_flat(cell)
    }
}

/// Short cells share a line as far as they fit; a long one stands below the name of its column. What is empty says nothing.
fn stack(setter: &mut Setter<'_>, header: &[Flat], rows: &[Vec<Flat>]) {
    let room = setter.room();
    for cells in rows {
        setter.gap();
        let mut line = Flat::default();
        for (name, cell) in header.iter().zip(cells) {
            if cell.text.is_empty() {
                continue;
            }
            let both = named(name, cell);
            let is_short = 2 * width(&cell.text) <= room && !cell.text.contains('\n');
            let beside = width(&line.text) + width(BESIDE) + width(&both.text);
            if is_short && !line.text.is_empty() && beside <= room {
                line = line.and(Role::Rule, BESIDE).and_flat(&both);
                continue;
            }
            end_line(setter, &mut line);
            if is_short && width(&both.text) <= room {
                line = both;
                continue;
            }
            if !name.text.is_empty() {
                setter.paragraph(name);
            }
            let indent = Piece::new(Role::Text, "  ");
            setter.indented(indent.clone(), indent, |setter| setter.paragraph(cell));
        }
        end_line(setter, &mut line);
    }
}

fn end_line(setter: &mut Setter<'_>, line: &mut Flat) {
    let line = std::mem::take(line);
    if !line.text.is_empty() {
        setter.paragraph(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use crate::guide::markdown;
    use crate::language::Language;
    use crate::page::{Setter, Target};
    use crate::text::width::width;

    const TABLE: &str = "| 言語 | 受付時間 |\n|---|---|\n| 日本語 | 9:00〜21:00、[年中無休](contact#hours)です |\n| 英語 | 24時間 |\n";

    fn set(columns: usize) -> Page {
        let mut setter = Setter::new(columns);
        setter.blocks(&markdown::parse(TABLE), Language::JA);
        setter.finish()
    }

    fn lines(page: &Page) -> Vec<String> {
        page.lines
            .iter()
            .map(|line| line.text().trim_end().to_owned())
            .collect()
    }

    #[test]
    fn cells_wrap_where_the_table_is_wider_than_the_page() {
        let page = set(26);
        let expected = [
            "言語   │ 受付時間",
            "───────┼──────────────────",
            "日本語 │ 9:00〜21:00、年中",
            "       │ 無休です",
            "英語   │ 24時間",
        ];
        assert_eq!(lines(&page), expected);
        assert_eq!(
            (&page.links[0].target, page.links[0].lines.clone()),
            (&Target::Id("contact#hours".to_owned()), 2..4)
        );
    }

    #[test]
    fn columns_are_aligned_and_no_cell_is_lost() {
        let table = |markdown: &str| {
            let mut setter = Setter::new(30);
            setter.blocks(&markdown::parse(markdown), Language::JA);
            lines(&setter.finish())
        };
        let expected = [
            "   a │ bb  │ c",
            "─────┼─────┼──",
            "   1 │  2  │ 3",
            "1000 │ 222 │",
        ];
        assert_eq!(
            table("| a | bb | c |\n|--:|:-:|---|\n| 1 | 2 | 3 |\n| 1000 | 222 |"),
            expected
        );
        assert_eq!(table("| a |\n|---|\n| 1 | 2 |"), ["a │", "──┼──", "1 │ 2"]);
        assert_eq!(
            table("<table><tr><td>1</td><td>2</td></tr></table>"),
            ["1 │ 2"]
        );
    }

    #[test]
    fn rows_are_stacked_where_columns_cannot_shrink_any_more() {
        let page = set(16);
        let expected = [
            "言語: 日本語",
            "受付時間",
            "  9:00〜21:00、",
            "  年中無休です",
            "",
            "言語: 英語",
            "受付時間: 24時間",
        ];
        assert_eq!(lines(&page), expected);
        assert_eq!(page.links[0].lines, 3..4);
    }

    #[test]
    fn a_wide_table_of_few_words_breaks_its_headers_before_it_is_stacked() {
        let table = "| Name | Highlighting | Textobjects | Indentation |\n|---|---|---|---|\n| ada | ✓ | ✓ | |\n| a long name | | | ✓ |\n";
        let set = |columns| {
            let mut setter = Setter::new(columns);
            setter.blocks(&markdown::parse(table), Language::EN);
            lines(&setter.finish())
        };
        let expected = [
            "Name     │ Highli │ Textob │ Indent",
            "         │ ghting │ jects  │ ation",
            "─────────┼────────┼────────┼───────",
            "ada      │ ✓      │ ✓      │",
            "a long   │        │        │ ✓",
            "name     │        │        │",
        ];
        assert_eq!(set(35), expected);
        let expected = [
            "Name: ada · Highlighting: ✓",
            "Textobjects: ✓",
            "",
            "Name: a long name",
            "Indentation: ✓",
        ];
        assert_eq!(set(30), expected);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        for columns in 4..60 {
            for line in lines(&set(columns)) {
                assert!(width(&line) <= columns, "{line:?} in {columns} columns");
            }
        }
    }
}
