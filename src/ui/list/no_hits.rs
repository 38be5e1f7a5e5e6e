//! The list of a query without hits: what was tried, what else to try, what is nearest, and who can be reached.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;

use super::Pane;
use crate::app::{Act, App, Entry, written_rows};
use crate::desk::{DeskStatus, State};
use crate::frame::keys::{Deed, Key, Scope};
use crate::frame::layout::MEDIUM;
use crate::guide::Guide;
use crate::i18n::screen::texts;
use crate::i18n::search as words;
use crate::i18n::summary::{self, Detail, Saying};
use crate::i18n::time::Clocks;
use crate::i18n::{board, screen};
use crate::page::Subject;
use crate::search::Results;
use crate::text::line_break::wrap;
use crate::text::width::{truncate, width};
use crate::ui::theme::Theme;
use crate::ui::{columns_of, put, put_line};

/// From this height on there are empty rows between what belongs together.
const AIRY: u16 = 14;

/// What belongs together does not stand farther apart.
const WIDEST: u16 = 110;

/// What stands in the list, from top to bottom.
enum Block {
    Blank,
    /// A row of text.
    Text(String, Tone),
    /// A row with what to search for instead.
    Suggestion,
    /// The nearest section with this index, and the rows it takes.
    Nearest(usize, u16),
    /// A row that leads somewhere.
    Way(Way),
    /// Topics side by side.
    Topics([Option<Entry>; 2]),
    /// Earlier queries, and the key that calls them back.
    Earlier(String, String),
}

/// A row that leads somewhere: how things stand there, what it is called, what is to be said of it, and the key.
struct Way {
    entry: Entry,
    state: Option<State>,
    name: String,
    what: String,
    key: String,
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
            Self::Nearest(_, rows) => *rows,
            _ => 1,
        }
    }

    /// Whether an entry stands in it.
    fn has(&self, entry: Entry) -> bool {
        match self {
            Self::Nearest(n, _) => entry == Entry::Nearest(*n),
            Self::Way(way) => entry == way.entry,
            Self::Topics(topics) => topics.contains(&Some(entry)),
            _ => false,
        }
    }
}

pub fn view(pane: &Pane<'_>, results: &Results, area: Rect, buffer: &mut Buffer) {
    let (app, theme) = (pane.app, pane.theme);
    let selected = app.visit.entries.selected();
    for (block, slot) in placed(app, results, area) {
        let row = indented(slot);
        match block {
            Block::Blank => {}
            Block::Text(text, tone) => {
                put(buffer, row, 0, 0, &text, tone(theme));
            }
            Block::Suggestion => {
                if let Some(suggestion) = app.suggestion() {
                    let shown = app.shown(suggestion);
                    let spans = suggested(app, &shown, theme, row.width.into());
                    put_line(buffer, row, 0, spans);
                }
            }
            Block::Nearest(n, _) => {
                let entry = Entry::Nearest(n);
                pane.entry(entry, selected == Some(entry), (slot, 0), buffer);
            }
            Block::Way(way) => {
                pane.lit(slot, selected == Some(way.entry), buffer, |buffer| {
                    draw_way(&way, theme, slot, buffer);
                });
            }
            Block::Topics(topics) => {
                for (n, entry) in (0..).zip(topics.into_iter().flatten()) {
                    let cell = if topics[1].is_none() && slot.width < MEDIUM {
                        slot
                    } else {
                        cell(slot, n)
                    };
                    pane.lit(cell, selected == Some(entry), buffer, |buffer| {
                        let title = title_of(app, entry);
                        let room = usize::from(cell.width).saturating_sub(TEXT + 1);
                        let title = truncate(&title, room);
                        put(buffer, cell, 0, columns(TEXT), &title, theme.text);
                    });
                }
            }
            Block::Earlier(queries, key) => {
                put(buffer, row, 0, 2, &queries, theme.text);
                let at = row.width.saturating_sub(columns_of(&key));
                put(buffer, row, 0, at, &key, theme.dim);
            }
        }
    }
}

/// The column in which the texts of ways and topics begin.
const TEXT: usize = 4;
/// The columns of the name of a way, where there are so many.
const NAME: usize = 24;

fn draw_way(way: &Way, theme: &Theme, slot: Rect, buffer: &mut Buffer) {
    if let Some(state) = way.state {
        put(
            buffer,
            slot,
            0,
            2,
            &state.symbol().to_string(),
            theme.state(state),
        );
    }
    let key = slot.width.saturating_sub(columns_of(&way.key) + 1);
    let room = usize::from(key).saturating_sub(TEXT + 2);
    let name = truncate(&way.name, room.min(NAME));
    put(buffer, slot, 0, columns(TEXT), &name, theme.strong);
    if room > NAME + 8 {
        let what = truncate(&way.what, room - NAME - 2);
        put(buffer, slot, 0, columns(TEXT + NAME + 2), &what, theme.text);
    }
    put(buffer, slot, 0, key, &way.key, theme.dim);
}

fn columns(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// One of two cells of a row.
fn cell(slot: Rect, n: u16) -> Rect {
    let half = slot.width / 2;
    Rect {
        x: slot.x + n * half,
        width: half,
        ..slot
    }
}

fn title_of(app: &App, entry: Entry) -> String {
    match (entry, app.world.guide.as_deref()) {
        (Entry::Page(subject), Some(guide)) => {
            subject.title(&app.context(guide, app.visit.language))
        }
        _ => String::new(),
    }
}

/// What stands at a cell.
pub fn hit(app: &App, results: &Results, area: Rect, at: Position) -> Option<Hit> {
    let placed = placed(app, results, area);
    let (block, slot) = placed.into_iter().find(|(_, slot)| slot.contains(at))?;
    match block {
        Block::Blank | Block::Text(..) | Block::Earlier(..) => None,
        Block::Suggestion => Some(Hit::Suggestion),
        Block::Nearest(n, _) => Some(Hit::Entry(Entry::Nearest(n))),
        Block::Way(way) => Some(Hit::Entry(way.entry)),
        Block::Topics(topics) => {
            let n = usize::from(!cell(slot, 0).contains(at));
            // On a narrow screen there is one to a row.
            let only = topics[0].filter(|_| slot.width < MEDIUM);
            topics[n].or(only).map(Hit::Entry)
        }
    }
}

/// The blocks that are to be seen, and where.
fn placed(app: &App, results: &Results, area: Rect) -> Vec<(Block, Rect)> {
    let area = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    let mut blocks = blocks(app, results, area);
    let is_desks = |block: &Block| block.has(Entry::Page(Subject::Desks));
    // On a low screen the way to somebody who can be reached keeps its row at the bottom of what there is.
    let pinned = (area.height < AIRY)
        .then(|| blocks.iter().position(is_desks))
        .flatten()
        .map(|at| blocks.remove(at));
    let total: u16 = blocks.iter().map(Block::rows).sum();
    let bottom = total.min(area.height.saturating_sub(1));
    let room = if pinned.is_some() {
        bottom
    } else {
        area.height
    };
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
    placed.extend(pinned.map(|block| (block, slot(area, bottom, 1))));
    placed
}

/// The rows of a block that must have room for it to be drawn.
const fn written(block: &Block) -> u16 {
    match block {
        Block::Nearest(_, rows) => written_rows(*rows),
        _ => block.rows(),
    }
}

/// The block to begin with so that the selected one is seen.
fn first_block(blocks: &[Block], selected: Option<Entry>, room: u16) -> usize {
    let selected = selected.and_then(|entry| blocks.iter().rposition(|block| block.has(entry)));
    let Some(last) = selected else { return 0 };
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
    let lang = app.visit.language;
    let texts = texts(lang);
    let (strong, dim): (Tone, Tone) = (|theme| theme.strong, |theme| theme.dim);
    let accent: Tone = |theme| theme.accent;
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
    let typed = app.shown(app.query()).into_owned();
    let nothing = screen::nothing_found_for(&typed, lang);
    let is_cut = !airy && width(&nothing) > room;
    paragraph(
        if is_cut {
            texts.nothing_found
        } else {
            &nothing
        },
        strong,
    );
    if let Some(tried) = words::tried(lang, &results.readings) {
        paragraph(&app.shown(&tried), dim);
    }
    if app.suggestion().is_none() && results.nearest.is_empty() {
        paragraph(texts.nothing_found_hint, dim);
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
        blocks.push(line(texts.nearest, accent));
        let rows = app.entry_rows(area.into());
        blocks.extend((0..results.nearest.len()).map(|n| Block::Nearest(n, rows)));
    }
    let headed = |title: &str, part: Vec<Block>| {
        let head = (airy && !part.is_empty()).then(|| [Block::Blank, line(title, accent)]);
        head.into_iter().flatten().chain(part)
    };
    blocks.extend(headed(texts.ask, ways(app, airy)));
    blocks.extend(headed(texts.covered, topics(app, area)));
    blocks.extend(headed(
        texts.earlier,
        earlier(app, room).filter(|_| airy).into_iter().collect(),
    ));
    blocks
}

/// The ways to somebody: questions that lead there, and the desks where people answer.
fn ways(app: &App, airy: bool) -> Vec<Block> {
    let (lang, Some(guide)) = (app.visit.language, app.world.guide.as_deref()) else {
        return Vec::new();
    };
    let context = app.context(guide, lang);
    let mut ways = Vec::new();
    let desks = Entry::Page(Subject::Desks);
    for &entry in app.visit.entries.all() {
        let Entry::Page(subject) = entry else {
            continue;
        };
        if matches!(subject, Subject::Article(_)) {
            continue;
        }
        let key = app.key_of(subject).unwrap_or_default();
        if entry == desks && airy {
            ways.extend(desks_to_ask(app, guide, &key));
            continue;
        }
        ways.push(Block::Way(Way {
            entry,
            state: None,
            name: subject.title(&context),
            what: subject.summary(&context),
            key,
        }));
    }
    ways
}

/// So many desks are named.
const MOST_DESKS: usize = 3;

fn desks_to_ask(app: &App, guide: &Guide, key: &str) -> Vec<Block> {
    let lang = app.visit.language;
    let now = Clocks::new(app.world.now, guide.timezone, app.setup.viewer);
    let saying = Saying { now, counted: true };
    let answers = |status: &&DeskStatus| {
        !status.languages.is_empty() && !guide.desks[status.desk].self_service
    };
    let way = |status: &DeskStatus| {
        let desk = &guide.desks[status.desk];
        let alone = std::slice::from_ref(status);
        let said = summary::entries(alone, guide, saying, lang, Detail::Short);
        let parts = said.iter().flat_map(|entry| &entry.parts);
        let parts: Vec<&str> = parts.map(|part| part.text.as_str()).collect();
        let phone = desk
            .phones()
            .next()
            .map(|number| number.text(lang).as_str());
        let name = [Some(desk.name.text(lang).as_str()), phone];
        let name: Vec<&str> = name.into_iter().flatten().collect();
        Block::Way(Way {
            entry: Entry::Page(Subject::Desks),
            state: Some(status.state),
            name: name.join(" "),
            what: parts.join(board::and(lang)),
            key: key.to_owned(),
        })
    };
    let mut ways: Vec<Block> = app
        .statuses()
        .iter()
        .filter(answers)
        .take(MOST_DESKS)
        .map(way)
        .collect();
    if ways.is_empty() {
        ways.push(Block::Way(Way {
            entry: Entry::Page(Subject::Desks),
            state: None,
            name: title_of(app, Entry::Page(Subject::Desks)),
            what: String::new(),
            key: key.to_owned(),
        }));
    }
    ways
}

/// What the guide has, in two columns where there is room.
fn topics(app: &App, area: Rect) -> Vec<Block> {
    let is_topic = |entry: &&Entry| matches!(entry, Entry::Page(Subject::Article(_)));
    let all: Vec<Entry> = app
        .visit
        .entries
        .all()
        .iter()
        .filter(is_topic)
        .copied()
        .collect();
    if area.width < MEDIUM {
        return all
            .into_iter()
            .map(|entry| Block::Topics([Some(entry), None]))
            .collect();
    }
    let rows = all.chunks(2);
    rows.map(|row| Block::Topics([row.first().copied(), row.get(1).copied()]))
        .collect()
}

/// As many earlier queries as have room.
fn earlier(app: &App, room: usize) -> Option<Block> {
    let mut queries = String::new();
    for query in app
        .visit
        .earlier
        .recent()
        .filter(|query| *query != app.query())
    {
        let query = app.shown(query);
        if width(&queries) + width(&query) + 3 + TEXT > room {
            break;
        }
        if !queries.is_empty() {
            queries.push_str("   ");
        }
        queries.push_str(&query);
    }
    let key = app.setup.bound.key_for(&Act::Move(-1), Scope::Searching);
    let key = key.map_or_else(String::new, Key::name);
    let key = app.setup.look.signs.keys(&key).into_owned();
    (!queries.is_empty()).then_some(Block::Earlier(queries, key))
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

/// Draws what is said above hits of all of them, a line each.
pub fn notices(pane: &Pane<'_>, results: &Results, area: Rect, buffer: &mut Buffer) {
    let area = indented(area);
    let room = usize::from(area.width);
    let notices = words::notices(results, pane.app.visit.language, |word| {
        pane.app.shown(word)
    });
    for (row, [full, short]) in (0..).zip(notices) {
        let text = if width(&full) <= room { full } else { short };
        let text = truncate(&text, room);
        put(buffer, area, row, 0, &text, pane.theme.accent);
    }
}
