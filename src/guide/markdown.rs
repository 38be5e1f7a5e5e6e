//! A section's Markdown as blocks and inlines, and as plain text: the CommonMark subset that the guide format allows.

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

/// A piece of running text.
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

/// Parses a section's body. Never fails: what is no Markdown is text.
pub fn parse(_markdown: &str) -> Vec<Block> {
    todo!()
}

/// The running text without markup, a line per block, item or table row.
pub fn plain_text(_blocks: &[Block]) -> String {
    todo!()
}
