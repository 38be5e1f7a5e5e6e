//! From blocks to lines of a given width: a [`Page`], free of colours and of the terminal, so that `app` can keep it,
//! measure it and scroll in it.

mod advice;
mod card;
mod check;
mod copy;
mod desks;
mod help;
mod inline;
mod qr;
mod setter;
mod table;

use std::ops::Range;

use crate::app::{Target, Ticks};
use crate::guide::markdown::{self, AlertKind};
use crate::guide::{Guide, SectionRef};
use crate::i18n;
use crate::language::Language;
use crate::search::highlight::Highlighter;

pub use advice::advice;
pub use card::{card, cards, slip};
pub use check::check;
pub use copy::{MOST_BYTES, copy};
pub use desks::desks;
pub use help::help;
pub use qr::{code, qr};
pub use setter::Setter;

/// What a piece of text is; the theme says how that looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Text,
    /// Less important than the text around it.
    Dim,
    /// The title of the article.
    Title,
    /// The heading of a section, or below.
    Heading,
    Strong,
    Emphasis,
    Code,
    Link,
    /// Bullets, numbers, boxes of tasks.
    Marker,
    /// Lines of tables and the like.
    Rule,
    Alert(AlertKind),
    /// Somebody is there.
    Open,
    /// Reachable, but not in the reader's language.
    Limited,
    /// A QR code where it is light.
    QrLight,
    /// A QR code where it is dark.
    QrDark,
}

/// A run of text in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub role: Role,
    /// It shows what was searched for.
    pub marked: bool,
    /// The index in [`Page::links`] of the link it belongs to.
    pub link: Option<usize>,
}

impl Piece {
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role,
            marked: false,
            link: None,
        }
    }
}

/// A line, and where in the article it comes from: what stays in place when the width changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    pub at: Position,
}

impl Line {
    /// The text alone, for tests and for printing.
    pub fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    /// Whether nothing is to be seen on it.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }
}

/// A place in an article that does not depend on a width: the section, and how many bytes of its text came before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    /// 0 is the article's title, 1 its first section.
    pub part: usize,
    pub offset: usize,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    pub target: Target,
    pub lines: Range<usize>,
}

/// Text set for one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    /// The line of each section's heading.
    pub sections: Vec<usize>,
    pub links: Vec<PageLink>,
}

impl Page {
    /// The line that shows a position: the last one that begins at it or before.
    pub fn line_at(&self, position: Position) -> usize {
        self.lines
            .partition_point(|line| line.at <= position)
            .saturating_sub(1)
    }

    /// The first line of a section that shows what was searched for.
    pub fn first_mark(&self, section: usize) -> Option<usize> {
        let start = *self.sections.get(section)?;
        let end = self
            .sections
            .get(section + 1)
            .copied()
            .unwrap_or(self.lines.len());
        (start..end).find(|&line| self.lines[line].pieces.iter().any(|piece| piece.marked))
    }

    /// The section that a line belongs to; the first one for the lines of the title.
    pub fn section_at(&self, line: usize) -> usize {
        self.sections
            .partition_point(|&start| start <= line)
            .saturating_sub(1)
    }
}

/// Sets an article with all its sections, for a reader of a language.
pub fn article(
    guide: &Guide,
    article: usize,
    reader: Language,
    columns: usize,
    highlighter: &Highlighter,
    ticks: &Ticks,
) -> Page {
    let source = &guide.articles[article];
    let mut setter = Setter::new(columns, highlighter);
    setter.text(Role::Title, source.title.text(reader));
    setter.text(Role::Dim, source.summary.text(reader));
    setter.rule();
    for section in 0..source.sections.len() {
        setter.tasks_of(SectionRef { article, section }, ticks);
        section_of(&mut setter, guide, SectionRef { article, section }, reader);
    }
    setter.finish()
}

/// Sets one section alone.
pub fn section(
    guide: &Guide,
    at: SectionRef,
    reader: Language,
    columns: usize,
    highlighter: &Highlighter,
) -> Page {
    let mut setter = Setter::new(columns, highlighter);
    section_of(&mut setter, guide, at, reader);
    setter.finish()
}

fn section_of(setter: &mut Setter<'_>, guide: &Guide, at: SectionRef, reader: Language) {
    let (language, text) = guide.section(at).texts.get(reader);
    if at.section > 0 {
        // Paragraphs have one empty line between them, sections two.
        setter.gap();
        setter.space();
    }
    setter.begin_section();
    setter.text(Role::Heading, &text.title);
    if language != reader {
        setter.text(Role::Dim, i18n::screen::shown_in(reader, language).trim());
    }
    setter.blocks(&markdown::parse(&text.markdown), reader);
}
