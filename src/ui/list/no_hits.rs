//! The list of a query without hits: what was tried, what else to try, what is nearest, and who can be reached.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;

use super::Pane;
use crate::app::{App, Entry, written_rows};
use crate::frame::keys::Deed;
use crate::i18n::screen::texts;
use crate::i18n::search as words;
use crate::page::Subject;
use crate::search::Results;
use crate::text::line_break::wrap;
use crate::text::width::{truncate, width};
use crate::ui::theme::Theme;
use crate::ui::{put, put_line};

/// From this height on there are empty rows between what belongs together.
const AIRY: u16 = 14;

/// What stands in the list, from top to bottom.
enum Block {
    Blank,
    /// A row of text.
    Text(String, Tone),
    /// A row with what to search for instead.
    Suggestion,
    /// The nearest section with this index, and the rows it takes.
    Nearest(usize, u16),
    /// The way to somebody who can be reached.
    Desks,
}

/// How a row of text looks, by the theme.
type Tone = fn(&Theme) -> Style;

/// What a cell of the list stands for.
pub enum Hit {
    Entry(Entry),
    Suggestion,
}

impl Block {
    const fn rows(&self) -> u16 {
        match self {
            Self::Blank | Self::Text(..) | Self::Suggestion | Self::Desks => 1,
            Self::Nearest(_, rows) => *rows,
        }
    }
}

pub fn view(pane: &Pane<'_>, results: &Results, area: Rect, buffer: &mut Buffer) {
    let selected = pane.app.visit.entries.selected();
    let entry = |entry, slot, buffer: &mut Buffer| {
        pane.entry(entry, selected == Some(entry), (slot, 0), buffer);
    };
    for (block, slot) in placed(pane.app, results, area) {
        match block {
            Block::Blank => {}
            Block::Text(text, tone) => {
                put(buffer, indented(slot), 0, 0, &text, tone(pane.theme));
            }
            Block::Suggestion => {
                if let Some(suggestion) = pane.app.suggestion() {
                    let row = indented(slot);
                    let spans = suggested(
                        pane.app,
                        &pane.app.shown(suggestion),
                        pane.theme,
                        row.width.into(),
                    );
                    put_line(buffer, row, 0, spans);
                }
            }
            Block::Nearest(n, _) => entry(Entry::Nearest(n), slot, buffer),
            Block::Desks => entry(Entry::Page(Subject::Desks), slot, buffer),
        }
    }
}

/// What stands at a cell.
pub fn hit(app: &App, results: &Results, area: Rect, at: Position) -> Option<Hit> {
    let placed = placed(app, results, area);
    let (block, _) = placed.into_iter().find(|(_, slot)| slot.contains(at))?;
    match block {
        Block::Blank | Block::Text(..) => None,
        Block::Suggestion => Some(Hit::Suggestion),
        Block::Nearest(n, _) => Some(Hit::Entry(Entry::Nearest(n))),
        Block::Desks => Some(Hit::Entry(Entry::Page(Subject::Desks))),
    }
}

/// The blocks that are to be seen, and where.
fn placed(app: &App, results: &Results, area: Rect) -> Vec<(Block, Rect)> {
    let blocks = blocks(app, results, area);
    let total: u16 = blocks.iter().map(Block::rows).sum();
    // The way to somebody who can be reached keeps its row at the bottom of what there is.
    let desks = (total + u16::from(area.height >= AIRY)).min(area.height.saturating_sub(1));
    let has_desks = app
        .visit
        .entries
        .all()
        .contains(&Entry::Page(Subject::Desks));
    let room = if has_desks { desks } else { area.height }.min(total);
    let first = first_block(&blocks, app.visit.entries.selected(), room);
    let mut row = 0;
    let mut placed = Vec::new();
    for block in blocks.into_iter().skip(first) {
        let rows = block.rows();
        if row + written(&block) > room {
            break;
        }
        placed.push((block, slot(area, row, rows.min(room - row))));
        row += rows;
    }
    if has_desks {
        placed.push((Block::Desks, slot(area, desks, 1)));
    }
    placed
}

/// The rows of a block that must have room for it to be drawn.
const fn written(block: &Block) -> u16 {
    match block {
        Block::Nearest(_, rows) => written_rows(*rows),
        _ => block.rows(),
    }
}

/// The block to begin with so that the selected one is seen; of the desks, which are always seen, the one before.
fn first_block(blocks: &[Block], selected: Option<Entry>, room: u16) -> usize {
    let last = match selected {
        None => return 0,
        Some(Entry::Nearest(selected)) => blocks
            .iter()
            .position(|block| matches!(block, Block::Nearest(n, _) if *n == selected)),
        Some(_) => blocks.len().checked_sub(1),
    };
    let Some(last) = last else { return 0 };
    let needed = |first: usize| {
        let before: u16 = blocks[first..last].iter().map(Block::rows).sum();
        before + written(&blocks[last])
    };
    (0..last)
        .find(|&first| needed(first) <= room)
        .unwrap_or(last)
}

fn blocks(app: &App, results: &Results, area: Rect) -> Vec<Block> {
    let airy = area.height >= AIRY;
    let texts = texts(app.visit.language);
    let (strong, dim): (Tone, Tone) = (|theme| theme.strong, |theme| theme.dim);
    let line = |text: &str, tone| Block::Text(text.to_owned(), tone);
    let room = usize::from(indented(area).width);
    let mut blocks = Vec::new();
    let mut paragraph = |text: &str, tone: Tone| {
        let lines = wrap(text, room).into_iter();
        // Where there is little room, no more than a row for each thing that there is to say.
        if airy {
            blocks.extend(lines.map(|range| line(&text[range], tone)));
        } else {
            blocks.push(line(&truncate(text, room), tone));
        }
    };
    paragraph(texts.nothing_found, strong);
    if let Some(tried) = words::tried(app.visit.language, &results.readings) {
        paragraph(&app.shown(&tried), dim);
    }
    if app.suggestion().is_none() && results.nearest.is_empty() {
        let hint = texts.nothing_found_hint;
        blocks.extend(
            wrap(hint, room)
                .into_iter()
                .map(|range| line(&hint[range], dim)),
        );
    }
    if app.suggestion().is_some() {
        blocks.extend(airy.then_some(Block::Blank));
        blocks.push(Block::Suggestion);
    }
    if airy {
        blocks.insert(0, Block::Blank);
    }
    if !results.nearest.is_empty() {
        blocks.extend(airy.then_some(Block::Blank));
        blocks.push(line(texts.nearest, |theme| theme.accent));
        let rows = app.entry_rows(area.into());
        blocks.extend((0..results.nearest.len()).map(|n| Block::Nearest(n, rows)));
    }
    blocks
}

/// The suggestion between what it is and the key that takes it, which gives way first and is never lost.
fn suggested<'a>(app: &App, suggestion: &str, theme: &Theme, room: usize) -> Vec<Span<'a>> {
    let before = words::did_you_mean(app.visit.language);
    let mut keys = app.keys().iter();
    let accept = keys.find(|key| key.does(Deed::AcceptSuggestion));
    let [full, short] = accept.map_or_else(Default::default, |key| {
        words::press(app.visit.language, &key.keys)
    });
    let whole = width(before) + width(suggestion) + width(&full) <= room;
    let key = if whole { full } else { short };
    let left = room.saturating_sub(width(before) + width(&key));
    vec![
        Span::styled(before, theme.dim),
        Span::styled(truncate(suggestion, left).into_owned(), theme.strong),
        Span::styled(key, theme.dim),
    ]
}

/// What is read, not selected, stands where the texts of the entries stand.
fn indented(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    }
}

fn slot(area: Rect, row: u16, height: u16) -> Rect {
    Rect {
        y: area.y + row,
        height,
        ..area
    }
}

/// Draws the line above hits that were found by another spelling.
pub fn corrected(pane: &Pane<'_>, results: &Results, area: Rect, buffer: &mut Buffer) {
    let Some(spelling) = words::corrected(results) else {
        return;
    };
    let area = indented(area);
    let room = usize::from(area.width);
    let [full, short] = words::showing(pane.app.visit.language, &pane.app.shown(spelling));
    let text = if width(&full) <= room { full } else { short };
    put(
        buffer,
        area,
        0,
        0,
        &truncate(&text, room),
        pane.theme.accent,
    );
}
