//! A body as the guide holds it: its source, and what the parser made of it in a few bytes for each part. Nobody parses it
//! again: blocks, text and links are read from here.

mod links;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::build::Builder;
use super::{AlertKind, Alignment, Block, Inline, Item, events, write_row};
use crate::guide::limits::MAX_CELLS;
use crate::text::phone::BLOCK_END;

pub(in crate::guide) use links::Lead;

/// A section's text in Markdown, parsed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Body {
    source: Box<str>,
    pub(super) parts: Box<[Part]>,
    /// Texts that stand otherwise in the source.
    pub(super) others: Box<str>,
}

/// A block or a piece of text. What is in it comes behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    pub kind: PartKind,
    /// Of a text the first byte; of an ordered list half of its number.
    pub from: u32,
    /// Of a text the byte behind the last, of anything else the index of the part behind all that is in it.
    pub to: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PartKind {
    Heading(u8),
    Paragraph,
    Bullets,
    /// From this number on.
    Ordered,
    Item(Option<bool>),
    Alert(AlertKind),
    /// Something with a title, which comes first in it.
    Titled,
    /// Of an alert or of something titled.
    Title,
    Quote,
    /// The first row is the header. Two bits for each column's alignment stand in the place of a first byte.
    Table,
    Row,
    Cell,
    CodeBlock,
    /// Of a code block, before its text; the text in it is the language.
    CodeLanguage,
    /// The same for its title.
    CodeTitle,
    Rule,
    Strong,
    Emphasis,
    Strikethrough,
    /// The first text in it is the name of the file, the second the alternative text.
    Image,
    Code,
    /// The first text in it is the target.
    Link,
    Break,
    /// As it stands in the source.
    Text,
    /// The same behind a space, which stands for the end of a line.
    NextLine,
    /// Among those that stand otherwise.
    Other,
}

/// What becomes of the numbers of items in a running text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    LeftOut,
    Written,
}

impl Numbers {
    /// Who looks for what is written in a text has to know where a cell ends.
    const fn between_cells(self) -> char {
        match self {
            Self::LeftOut => ' ',
            Self::Written => BLOCK_END,
        }
    }
}

impl Body {
    /// Parses a body. Never fails: what is no Markdown is text, HTML becomes what it means. A line break in the source is
    /// nothing between two Japanese characters, and else a space.
    pub fn parse(source: &str) -> Self {
        let mut builder = Builder::new(source);
        for (event, _) in events(source) {
            builder.take(event);
        }
        builder.finish(0..source.len())
    }

    pub(super) fn new(source: &str, parts: Vec<Part>, others: String) -> Self {
        Self {
            source: source.into(),
            parts: parts.into(),
            others: others.into(),
        }
    }

    /// The Markdown that it was parsed from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How much there is to read, in bytes.
    pub fn len(&self) -> usize {
        self.source.len()
    }

    /// How many blocks and pieces of text it is set from.
    pub fn pieces(&self) -> usize {
        self.parts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether there is anything to read or to look at in it: rules alone only part something from nothing.
    pub fn has_content(&self) -> bool {
        let mut kinds = self.parts.iter().map(|part| part.kind);
        kinds.any(|kind| kind.is_text() || kind == PartKind::Image)
    }

    /// All of it, as a tree.
    pub fn blocks(&self) -> Vec<Block> {
        self.inner(0..self.parts.len())
            .filter_map(|at| self.block(at))
            .collect()
    }

    /// The running text without markup, a line per block, item or table row. A break that the author asked for is a line
    /// break too.
    pub fn plain_text(&self) -> String {
        self.running_text(Numbers::LeftOut)
    }

    /// The same with the numbers of items, as they stand on the page.
    pub fn numbered_text(&self) -> String {
        self.running_text(Numbers::Written)
    }

    fn running_text(&self, numbers: Numbers) -> String {
        let mut text = String::with_capacity(self.source.len());
        self.write(0..self.parts.len(), numbers, &mut text);
        text.truncate(text.trim_end().len());
        text
    }

    /// The texts of all headings in it, in reading order.
    pub fn headings(&self) -> impl Iterator<Item = String> {
        let is_heading = |&at: &usize| matches!(self.parts[at].kind, PartKind::Heading(_));
        let headings = (0..self.parts.len()).filter(is_heading);
        headings.map(|at| {
            let mut text = String::new();
            self.write(at + 1..self.end(at), Numbers::LeftOut, &mut text);
            text
        })
    }

    /// Whether there are boxes to tick.
    pub fn has_tasks(&self) -> bool {
        let mut kinds = self.parts.iter().map(|part| part.kind);
        kinds.any(|kind| matches!(kind, PartKind::Item(Some(_))))
    }

    /// The parts that stand side by side in a range.
    pub(super) fn inner(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut at = range.start;
        // Bytes that were forged may lead behind the last.
        let end = range.end.min(self.parts.len());
        std::iter::from_fn(move || {
            let part = at;
            at = self.end(part).max(part + 1);
            (part < end).then_some(part)
        })
    }

    /// The index of the part behind a part and all that is in it.
    pub(super) fn end(&self, at: usize) -> usize {
        match self.parts.get(at) {
            Some(part) if !part.kind.is_text() => part.to as usize,
            _ => at + 1,
        }
    }

    /// The parts that are in a part.
    pub(super) fn within(&self, at: usize) -> impl Iterator<Item = usize> {
        self.inner(at + 1..self.end(at))
    }

    /// A text, without the space before it.
    pub(super) fn text(&self, at: usize) -> &str {
        let Part { kind, from, to } = self.parts[at];
        let texts = if kind == PartKind::Other {
            &self.others
        } else {
            &self.source
        };
        texts.get(from as usize..to as usize).unwrap_or_default()
    }

    fn block(&self, at: usize) -> Option<Block> {
        let blocks = || self.within(at).filter_map(|at| self.block(at)).collect();
        Some(match self.parts[at].kind {
            PartKind::Heading(level) => Block::Heading {
                level,
                content: self.inlines(at),
            },
            PartKind::Paragraph => Block::Paragraph(self.inlines(at)),
            PartKind::Bullets => Block::List {
                start: None,
                items: self.items(at),
            },
            PartKind::Ordered => Block::List {
                start: Some(self.parts[at].from.into()),
                items: self.items(at),
            },
            PartKind::Alert(kind) => Block::Alert {
                kind,
                title: self.title(at),
                blocks: blocks(),
            },
            PartKind::Titled => Block::Titled {
                title: self.title(at),
                blocks: blocks(),
            },
            PartKind::Quote => Block::Quote(blocks()),
            PartKind::Table if self.is_large(at) => self.as_lines(at),
            PartKind::Table => {
                let mut rows = self.within(at).map(|row| self.cells(row));
                Block::Table {
                    alignments: alignments(self.parts[at].from),
                    header: rows.next()?,
                    rows: rows.collect(),
                }
            }
            PartKind::CodeBlock => self.code_block(at),
            PartKind::Rule => Block::Rule,
            _ => return None,
        })
    }

    /// The title of a part that may have one.
    fn title(&self, at: usize) -> Vec<Inline> {
        let mut inner = self.within(at);
        let title = inner.find(|&at| self.parts[at].kind == PartKind::Title);
        title.map(|at| self.inlines(at)).unwrap_or_default()
    }

    fn code_block(&self, at: usize) -> Block {
        let (mut language, mut title, mut text) = (None, None, String::new());
        for part in self.within(at) {
            match self.parts[part].kind {
                PartKind::CodeLanguage => language = Some(self.text(part + 1).to_owned()),
                PartKind::CodeTitle => title = Some(self.text(part + 1).to_owned()),
                _ => text.push_str(self.text(part)),
            }
        }
        Block::Code {
            language,
            title,
            text,
        }
    }

    fn items(&self, at: usize) -> Vec<Item> {
        let item = |at: usize| match self.parts[at].kind {
            PartKind::Item(checked) => Some(Item {
                checked,
                blocks: self.within(at).filter_map(|at| self.block(at)).collect(),
            }),
            _ => None,
        };
        self.within(at).filter_map(item).collect()
    }

    /// Whether a table has more cells than are set one by one.
    fn is_large(&self, table: usize) -> bool {
        let cells = self.within(table).flat_map(|row| self.within(row));
        cells.take(MAX_CELLS + 1).count() > MAX_CELLS
    }

    /// A table as lines, a row each: the same text that it has as a table.
    fn as_lines(&self, table: usize) -> Block {
        let mut text = String::new();
        for row in self.within(table) {
            write_row(&self.cells(row), &mut text);
        }
        text.truncate(text.trim_end().len());
        Block::Code {
            language: None,
            title: None,
            text,
        }
    }

    fn cells(&self, row: usize) -> Vec<Vec<Inline>> {
        self.within(row).map(|cell| self.inlines(cell)).collect()
    }

    fn inlines(&self, at: usize) -> Vec<Inline> {
        self.inlines_in(at + 1..self.end(at))
    }

    fn inlines_in(&self, range: Range<usize>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for part in self.inner(range) {
            let content = || self.inlines(part);
            match self.parts[part].kind {
                PartKind::Strong => inlines.push(Inline::Strong(content())),
                PartKind::Emphasis => inlines.push(Inline::Emphasis(content())),
                PartKind::Strikethrough => inlines.push(Inline::Strikethrough(content())),
                PartKind::Image => inlines.push(Inline::Image {
                    alt: self.text(part + 2).to_owned(),
                    file: self.text(part + 1).to_owned(),
                }),
                PartKind::Link => inlines.push(Inline::Link {
                    target: self.text(part + 1).to_owned(),
                    content: self.inlines_in(part + 2..self.end(part)),
                }),
                PartKind::Code => inlines.push(Inline::Code(self.text(part + 1).to_owned())),
                PartKind::Break => inlines.push(Inline::Break),
                kind if kind.is_text() => {
                    let space = if kind == PartKind::NextLine { " " } else { "" };
                    match inlines.last_mut() {
                        Some(Inline::Text(before)) => {
                            before.push_str(space);
                            before.push_str(self.text(part));
                        }
                        _ => inlines.push(Inline::Text(format!("{space}{}", self.text(part)))),
                    }
                }
                _ => {}
            }
        }
        inlines
    }

    fn write(&self, range: Range<usize>, numbers: Numbers, out: &mut String) {
        for at in self.inner(range) {
            let end = self.end(at);
            match self.parts[at].kind {
                PartKind::Text | PartKind::Other => out.push_str(self.text(at)),
                PartKind::NextLine => {
                    out.push(' ');
                    out.push_str(self.text(at));
                }
                PartKind::Break => out.push('\n'),
                PartKind::Rule | PartKind::CodeLanguage => {}
                // What is shown of an image without words is its name.
                PartKind::Image if numbers == Numbers::Written && self.text(at + 2).is_empty() => {
                    out.push_str(self.text(at + 1));
                }
                PartKind::Link | PartKind::Image => self.write(at + 2..end, numbers, out),
                PartKind::Heading(_)
                | PartKind::Paragraph
                | PartKind::Title
                | PartKind::CodeBlock
                | PartKind::CodeTitle => {
                    self.write(at + 1..end, numbers, out);
                    out.push('\n');
                }
                PartKind::Row if end > at + 1 => {
                    for (column, cell) in self.within(at).enumerate() {
                        if column > 0 {
                            out.push(numbers.between_cells());
                        }
                        self.write(cell + 1..self.end(cell), numbers, out);
                    }
                    out.push('\n');
                }
                PartKind::Ordered if numbers == Numbers::Written => {
                    let first = self.parts[at].from;
                    for (number, item) in (first..).zip(self.within(at)) {
                        out.push_str(&format!("{number}. "));
                        self.write(item + 1..self.end(item), numbers, out);
                    }
                }
                _ => self.write(at + 1..end, numbers, out),
            }
        }
    }
}

impl PartKind {
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::NextLine | Self::Other)
    }
}

/// Articles are far smaller than what this can count.
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The alignments of a table's columns in the bits of a number: those of the first sixteen.
pub(super) fn alignment_bits(alignments: &[pulldown_cmark::Alignment]) -> u32 {
    use pulldown_cmark::Alignment as Said;
    let bits = |alignment: &Said| match alignment {
        Said::None => 0,
        Said::Left => 1,
        Said::Center => 2,
        Said::Right => 3,
    };
    let columns = alignments.iter().take(16).enumerate();
    columns.fold(0, |all, (column, alignment)| {
        all | bits(alignment) << (2 * column)
    })
}

fn alignments(bits: u32) -> Vec<Alignment> {
    let alignment = |column: u32| match bits >> (2 * column) & 3 {
        0 => Alignment::Unsaid,
        1 => Alignment::Left,
        2 => Alignment::Centre,
        _ => Alignment::Right,
    };
    let columns = (32 - bits.leading_zeros()).div_ceil(2);
    (0..columns).map(alignment).collect()
}
