//! From blocks to lines of a given width: a [`Page`], free of colours and of the terminal, so that `app` can keep it,
//! measure it and scroll in it.

mod advice;
mod article;
mod aside;
mod attract;
mod card;
mod cards;
mod catalogue;
mod check;
mod contents;
mod context;
mod copy;
mod desks;
mod details;
mod digits;
mod find;
mod group;
mod help;
mod inline;
mod marks;
mod outline;
mod qr;
mod section;
mod setter;
mod table;
mod ticks;
mod written;

use std::ops::Range;

use crate::desk::State;
use crate::guide::SectionRef;
use crate::guide::markdown::AlertKind;
use crate::language::Language;
use crate::text::syntax::Syntax;

pub use attract::attract;
pub use card::slip;
pub use catalogue::{Moved, Subject};
pub use check::verdicts;
pub use context::{Context, Input, Key, PROGRAM};
pub use copy::{MOST_BYTES, choices as to_copy};
pub use help::Mouse;
pub use marks::Marks;
pub use qr::{Code, code, large_code};
pub use setter::Setter;
pub use ticks::Ticks;

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
    /// What does not hold any more.
    Strikethrough,
    Code,
    /// Lines of code of a known language: what is known of a part of it.
    Source(Option<Syntax>),
    Link,
    /// The place of a link's number: see [`Numbers`].
    LinkNumber,
    /// Bullets, numbers, boxes of tasks.
    Marker,
    /// Lines of tables and the like.
    Rule,
    Alert(AlertKind),
    /// Somebody is there.
    Open,
    /// Reachable, but not in the reader's language.
    Limited,
    /// A verdict across the page: what the guide lists, or does not.
    Verdict(bool),
    /// A QR code where it is light.
    QrLight,
    /// A QR code where it is dark.
    QrDark,
}

/// How a desk in a state looks.
impl From<State> for Role {
    fn from(state: State) -> Self {
        match state {
            State::Open => Self::Open,
            State::Limited => Self::Limited,
            State::Closed | State::Unknown | State::NotOffered => Self::Dim,
        }
    }
}

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Medium {
    /// A window on the screen, where a page is looked at.
    #[default]
    Window,
    /// Lines that are read out or printed one after the other: no signs and no drawn lines, every link with its number.
    Lines,
}

/// How wide a page is set, and for what. A number of columns alone is a window's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    pub columns: usize,
    pub medium: Medium,
}

impl Measure {
    pub const fn lines(columns: usize) -> Self {
        Self {
            columns,
            medium: Medium::Lines,
        }
    }
}

impl From<usize> for Measure {
    fn from(columns: usize) -> Self {
        Self {
            columns,
            medium: Medium::Window,
        }
    }
}

/// A run of text in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub role: Role,
    /// The index in [`Page::found`] of what was found in the page, which it is a part of.
    pub found: Option<usize>,
    /// The index in [`Page::links`] of the link it belongs to.
    pub link: Option<usize>,
    /// The text that it is a part of, by its index in [`Page::texts`], and the offset in that.
    source: Option<(usize, usize)>,
}

impl Piece {
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role,
            found: None,
            link: None,
            source: None,
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

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To `article#section` or an article, as the guide's texts write it.
    Id(String),
    /// To what the program itself offers.
    Subject(Subject),
    /// Ticks a task of a section's checklist, or takes the tick away.
    Tick(SectionRef, usize),
    /// To the web, by an address that begins with `https://`.
    Web(String),
    /// Copies a text.
    Copy(String),
    /// Begins a visit at a public terminal, in a language.
    Begin(Language),
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    pub target: Target,
    pub lines: Range<usize>,
}

/// Which number follows which link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbers {
    /// That of the link among the page's, which says so itself: for pages that are a choice.
    #[default]
    Page,
    /// That of the link among those in the window: for pages that are read. Beside each link is a place for its number,
    /// which is a matter of scrolling and not of setting.
    Window,
}

/// Text set for one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    /// The line of each section's heading.
    pub sections: Vec<usize>,
    pub links: Vec<PageLink>,
    pub numbers: Numbers,
    /// What is said of it beside its title, above the page; mostly nothing.
    pub note: String,
    /// The lines of each place that [`Page::find`] found.
    pub found: Vec<Range<usize>>,
    /// What was set, whatever lines it stands on.
    texts: Vec<String>,
}

impl Page {
    /// The line that shows a position: the last one that begins at it or before.
    pub fn line_at(&self, position: Position) -> usize {
        self.lines
            .partition_point(|line| line.at <= position)
            .saturating_sub(1)
    }

    /// The line of the same text in another language that belongs beside a line of this one: in the same section, and as
    /// far down in that.
    pub fn beside(&self, line: usize, other: &Self) -> usize {
        let (mine, theirs) = (self.stations(), other.stations());
        let (mine, theirs) = if mine.len() == theirs.len() {
            (mine, theirs)
        } else {
            (vec![0, self.lines.len()], vec![0, other.lines.len()])
        };
        let part = mine
            .partition_point(|&start| start <= line)
            .clamp(1, mine.len() - 1);
        let (start, end) = (mine[part - 1], mine[part]);
        let (other_start, other_end) = (theirs[part - 1], theirs[part]);
        let down = line.clamp(start, end) - start;
        other_start
            + (down * (other_end - other_start))
                .checked_div(end - start)
                .unwrap_or(0)
    }

    /// Where the page begins, where its sections do, and where it ends.
    fn stations(&self) -> Vec<usize> {
        let sections = self.sections.iter().copied();
        std::iter::once(0)
            .chain(sections)
            .chain([self.lines.len()])
            .collect()
    }

    /// The section that a line belongs to; the first one for the lines of the title.
    pub fn section_at(&self, line: usize) -> usize {
        self.sections
            .partition_point(|&start| start <= line)
            .saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(sections: &[usize]) -> Page {
        let mut page = Page::default();
        page.lines.resize(2, Line::default());
        for lines in sections {
            page.sections.push(page.lines.len());
            let all = page.lines.len() + lines;
            page.lines.resize(all, Line::default());
        }
        page
    }

    proptest! {
        #[test]
        fn sections_stand_beside_each_other(lines in prop::collection::vec((1_usize..30, 1_usize..30), 0..8)) {
            let (mine, theirs): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
            let (mine, theirs) = (page(&mine), page(&theirs));
            for (start, other) in mine.sections.iter().zip(&theirs.sections) {
                prop_assert_eq!(mine.beside(*start, &theirs), *other);
            }
            let beside: Vec<usize> = (0..mine.lines.len()).map(|line| mine.beside(line, &theirs)).collect();
            prop_assert!(beside.is_sorted());
            prop_assert!(beside.iter().all(|&line| line < theirs.lines.len()));
            // What has other sections is as far down as a whole.
            let one = page(&[]);
            prop_assert!(mine.beside(mine.lines.len() - 1, &one) < 2);
        }
    }
}
