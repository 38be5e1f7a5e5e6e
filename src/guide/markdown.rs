//! A section's Markdown as blocks and inlines, and as plain text: as much of it as the guide format allows.

mod build;

use pulldown_cmark::{Event, Options, Parser, Tag};

use build::Builder;

/// How many lists, quotes and kinds of emphasis may stand inside each other. What is deeper is shown at this depth.
/// It bounds the recursion of everyone who walks the blocks, whatever the author wrote.
pub const MAX_DEPTH: usize = 16;

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
    /// `> [!WARNING]` and its kind.
    Alert {
        kind: AlertKind,
        blocks: Vec<Block>,
    },
    Quote(Vec<Block>),
    Table {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// The lines of a code block, without the line end of the last.
    Code(String),
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The state of a task's box, where the item is a task.
    pub checked: Option<bool>,
    pub blocks: Vec<Block>,
}

/// GitHub's five kinds of alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    Code(String),
    /// A link to another section (`phone#app`) or to the web.
    Link {
        target: String,
        content: Vec<Inline>,
    },
    /// A line break that the author asked for.
    Break,
}

/// Parses a section's body. Never fails: what is no Markdown is text. HTML is left out, an image becomes its
/// alternative text. A line break in the source is nothing between two Japanese characters, and else a space.
pub fn parse(markdown: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    for event in events(markdown) {
        builder.take(event);
    }
    builder.finish()
}

/// The text of a heading in Markdown, and the id that it names.
pub(super) fn heading(line: &str) -> (String, Option<String>) {
    let mut builder = Builder::default();
    let mut named = None;
    for event in events(line) {
        if let Event::Start(Tag::Heading { id: Some(id), .. }) = &event {
            named.get_or_insert_with(|| id.to_string());
        }
        builder.take(event);
    }
    let text = match builder.finish().into_iter().next() {
        Some(Block::Heading { content, .. }) => inline_text(&content).trim().to_owned(),
        _ => String::new(),
    };
    (text, named)
}

/// The parser with the options that the guide format allows, for those who need offsets.
pub(super) fn events(markdown: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(markdown, options)
}

/// The running text without markup, a line per block, item or table row. A break that the author asked for is a line
/// break too.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    write_blocks(blocks, &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// The running text of some inlines, without markup.
pub fn inline_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(inlines, &mut text);
    text
}

/// The targets of all links, in reading order.
pub fn links(blocks: &[Block]) -> Vec<&str> {
    let mut targets = Vec::new();
    each_inline(blocks, &mut |inline| {
        if let Inline::Link { target, .. } = inline {
            targets.push(target.as_str());
        }
    });
    targets
}

/// Calls `visit` with every inline of the blocks, an outer one before those inside it, in reading order.
pub fn each_inline<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Inline)) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => {
                each_nested(content, visit);
            }
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| each_inline(&item.blocks, visit)),
            Block::Alert { blocks, .. } | Block::Quote(blocks) => each_inline(blocks, visit),
            Block::Table { header, rows } => {
                for cell in header.iter().chain(rows.iter().flatten()) {
                    each_nested(cell, visit);
                }
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn each_nested<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. } => {
                each_nested(inner, visit);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

fn write_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => write_line(content, text),
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| write_blocks(&item.blocks, text)),
            Block::Alert { blocks, .. } | Block::Quote(blocks) => write_blocks(blocks, text),
            Block::Table { header, rows } => {
                std::iter::once(header)
                    .chain(rows)
                    .for_each(|row| write_row(row, text));
            }
            Block::Code(code) => {
                text.push_str(code);
                text.push('\n');
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
            Inline::Text(piece) | Inline::Code(piece) => text.push_str(piece),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { content: inner, .. } => {
                write_inlines(inner, text);
            }
            Inline::Break => text.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests;
