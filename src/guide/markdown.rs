//! A section's Markdown as blocks and inlines, and as plain text: as much of it as the guide format allows.

use serde::{Deserialize, Serialize};

mod badges;
mod body;
mod build;
mod captions;
pub(super) mod divide;
mod html;
mod info;
pub(super) mod kinds;
#[cfg(test)]
pub(super) mod notation;
mod notes;
mod run;
mod shape;

pub use body::Body;
pub(in crate::guide) use body::Lead;
pub(super) use build::Builder;
pub(super) use html::{Token, events, tokens, without_tags};

/// How many lists, quotes and kinds of emphasis may stand inside each other. What is deeper is shown at this depth.
/// It bounds the recursion of everyone who walks the blocks, whatever the author wrote.
pub(super) const MAX_DEPTH: usize = 16;

/// A block of a section's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the section's own: level 3 to 6.
    Heading {
        level: u8,
        content: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    /// `start` is the number of the first item; `None` for bullets.
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    /// `> [!WARNING]`, its kind, and a title of its own where it has one.
    Alert {
        kind: AlertKind,
        title: Vec<Inline>,
        blocks: Vec<Block>,
    },
    /// Something that has a name: a tab, what a reader would unfold, a term and what it means.
    Titled {
        title: Vec<Inline>,
        blocks: Vec<Block>,
    },
    Quote(Vec<Block>),
    /// A row may have more or fewer cells than the header; a header of empty cells only says nothing.
    Table {
        /// Of the columns, as far as the author says it.
        alignments: Vec<Alignment>,
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Code {
        /// As the author calls it: `rust`, `sh`.
        language: Option<String>,
        /// The name of a file, or what else the author writes above.
        title: Option<String>,
        /// The lines, without the line end of the last.
        text: String,
    },
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The state of a task's box, where the item is a task.
    pub checked: Option<bool>,
    pub blocks: Vec<Block>,
}

/// Where the texts of a table's column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Unsaid,
    Left,
    Centre,
    Right,
}

/// GitHub's five kinds of alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A piece of running text. Texts hold neither line breaks nor anything that [`clean`](crate::text::clean::clean)
/// removes, and are never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Code(String),
    /// A picture: what it shows in words, which may be none, and the name of its file.
    Image {
        alt: String,
        file: String,
    },
    /// A link to another section (`phone#app`) or to the web.
    Link {
        target: String,
        content: Vec<Inline>,
    },
    /// A line break that the author asked for.
    Break,
}

/// A text in Markdown as blocks, for what is no part of a guide: see [`Body::parse`].
pub fn parse(markdown: &str) -> Vec<Block> {
    Body::parse(markdown).blocks()
}

/// The running text without markup, a line per block, item or table row. A break that the author asked for is a line
/// break too.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    write_blocks(blocks, &mut text);
    text.truncate(text.trim_end().len());
    text
}

fn write_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => write_line(content, text),
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| write_blocks(&item.blocks, text)),
            Block::Alert { title, blocks, .. } | Block::Titled { title, blocks } => {
                if !title.is_empty() {
                    write_line(title, text);
                }
                write_blocks(blocks, text);
            }
            Block::Quote(blocks) => write_blocks(blocks, text),
            Block::Table { header, rows, .. } => {
                std::iter::once(header)
                    .chain(rows)
                    .filter(|row| !row.is_empty())
                    .for_each(|row| write_row(row, text));
            }
            Block::Code {
                title, text: code, ..
            } => {
                for piece in title.iter().chain([code]) {
                    text.push_str(piece);
                    text.push('\n');
                }
            }
            Block::Rule => {}
        }
    }
}

fn write_line(inlines: &[Inline], text: &mut String) {
    write_inlines(inlines, text);
    text.push('\n');
}

fn write_row(cells: &[Vec<Inline>], text: &mut String) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            text.push(' ');
        }
        write_inlines(cell, text);
    }
    text.push('\n');
}

fn write_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(piece) | Inline::Code(piece) | Inline::Image { alt: piece, .. } => {
                text.push_str(piece);
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => {
                write_inlines(inner, text);
            }
            Inline::Break => text.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests;
