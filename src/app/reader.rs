//! The article viewer's state: what is being read, set for the width there is, and how far it is scrolled.

use std::ops::Range;
use std::sync::Arc;

use super::message::End;
use crate::frame::layout::Focus;
use crate::page::{Key, Marks, Numbers, Page, PageLink, Position, Role, Subject};

/// Where a link was followed from, or a page opened: what going back and forward restores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub focus: Focus,
    pub subject: Subject,
    pub position: Position,
    pub link: Option<usize>,
}

/// A page and the window on it.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    pub subject: Subject,
    pub page: Arc<Page>,
    /// The words of the query on it, as far as the window went.
    pub marks: Marks,
    /// What the page was set from; `None` until one is.
    pub key: Option<Key>,
    /// The first line in the window.
    pub top: usize,
    /// The place that line shows. Scrolling changes it and a new width does not, so that going back and forth between
    /// widths leads back to the same line.
    anchor: Position,
    /// So many lines more than the page has can be scrolled by, because a page beside it is longer.
    pub beyond: usize,
    /// The same so that a section that was found can stand on top.
    pub below: usize,
    /// The section to show as soon as its page is set.
    pub wanted: Option<usize>,
    /// The chosen link, an index into the page's.
    pub link: Option<usize>,
    /// Where Back leads to, after links were followed or pages opened.
    pub history: Vec<Place>,
    /// Where Forward leads to, after going back; the next one is the last.
    pub ahead: Vec<Place>,
}

impl Reader {
    /// At the beginning of a page that is still to be set.
    pub fn of(subject: Subject) -> Self {
        Self {
            subject,
            ..Self::default()
        }
    }

    /// The place at the top of the window.
    pub const fn position(&self) -> Position {
        self.anchor
    }

    /// The last line that can be the first one in a window of `rows`.
    fn last_top(&self, rows: usize) -> usize {
        (self.page.lines.len() + self.beyond.max(self.below)).saturating_sub(rows)
    }

    /// Scrolls by lines; the last line never leaves the lower edge of a window of `rows`.
    pub fn scroll(&mut self, by: isize, rows: usize) {
        self.scroll_to(self.top.saturating_add_signed(by), rows);
    }

    /// Scrolls so that a line is the first one, as far as the page reaches.
    pub fn scroll_to(&mut self, line: usize, rows: usize) {
        self.top = line.min(self.last_top(rows));
        self.anchor = self
            .page
            .lines
            .get(self.top)
            .map_or_else(Position::default, |line| line.at);
    }

    /// Scrolls to a place without taking it for the reader's wish: the width has changed, not the place.
    pub fn keep(&mut self, position: Position, rows: usize) {
        self.scroll_to(self.page.line_at(position), rows);
        self.anchor = position;
    }

    /// Shows a section: its heading on top, or lower down the first place that shows the match, when that would be out
    /// of the window otherwise.
    pub fn show_section(&mut self, section: usize, rows: usize) {
        let heading = self.page.sections.get(section).copied().unwrap_or(0);
        let mark = self.marks.first_in(&self.page, section).unwrap_or(heading);
        let in_window = mark < heading + rows;
        // Empty rows follow where it is the last.
        self.below = (heading + rows).saturating_sub(self.page.lines.len());
        self.scroll_to(
            if in_window {
                heading
            } else {
                mark.saturating_sub(rows / 3)
            },
            rows,
        );
    }

    /// Shows lines: where they are if they are in the window, else with some lines above.
    pub fn show_lines(&mut self, lines: Range<usize>, rows: usize) {
        if lines.start < self.top || lines.end > self.top + rows {
            self.scroll_to(lines.start.saturating_sub(rows / 3), rows);
        }
    }

    /// The link that is chosen.
    pub fn chosen_link(&self) -> Option<&PageLink> {
        self.page.links.get(self.link?)
    }

    /// The words of the chosen link.
    pub fn link_text(&self) -> String {
        let Some((at, link)) = self.link.zip(self.chosen_link()) else {
            return String::new();
        };
        let lines = self.page.lines.get(link.lines.clone()).unwrap_or_default();
        let pieces = lines.iter().flat_map(|line| &line.pieces);
        let own = pieces.filter(|piece| piece.link == Some(at) && piece.role != Role::LinkNumber);
        own.map(|piece| piece.text.as_str()).collect()
    }

    /// The links in a window of `rows`, by their indices; those of which the number is to be seen.
    fn links_in(&self, rows: usize) -> impl Iterator<Item = usize> {
        let window = self.top..self.top + rows;
        let links = self.page.links.iter().enumerate();
        // The number stands at the end.
        links
            .filter(move |(_, link)| {
                link.lines
                    .end
                    .checked_sub(1)
                    .is_some_and(|at| window.contains(&at))
            })
            .map(|(index, _)| index)
    }

    /// The link that a number, from 1, stands for.
    pub fn link_of(&self, number: usize, rows: usize) -> Option<usize> {
        let index = number.checked_sub(1)?;
        match self.page.numbers {
            Numbers::Page => Some(index).filter(|&link| link < self.page.links.len()),
            Numbers::Window => self.links_in(rows).nth(index),
        }
    }

    /// Says of a link which number it has in the window, if it has one.
    pub fn numbers(&self, rows: usize) -> impl Fn(usize) -> Option<usize> + use<> {
        let numbers = self.page.numbers;
        let numbered: Vec<usize> = match numbers {
            Numbers::Page => Vec::new(),
            Numbers::Window => self.links_in(rows).collect(),
        };
        move |link| {
            let number = match numbers {
                Numbers::Page => link,
                Numbers::Window => numbered.iter().position(|&other| other == link)?,
            };
            Some(number + 1)
        }
    }

    /// How many links have a number now.
    pub fn numbered(&self, rows: usize) -> usize {
        match self.page.numbers {
            Numbers::Page => self.page.links.len(),
            Numbers::Window => self.links_in(rows).count(),
        }
    }

    /// Whether there is a link beyond the chosen one.
    pub fn has_link(&self, by: isize) -> bool {
        let beyond = |link: usize| {
            link.checked_add_signed(by)
                .is_some_and(|to| to < self.page.links.len())
        };
        self.link.map_or(!self.page.links.is_empty(), beyond)
    }

    /// Chooses the next or previous link, beginning with those in the window, and scrolls it into the window.
    pub fn choose_link(&mut self, by: isize, rows: usize) {
        let links = &self.page.links;
        if links.is_empty() {
            return;
        }
        let in_window =
            |link: &PageLink| link.lines.start < self.top + rows && link.lines.end > self.top;
        // While the window is too small to set a page, the link may be one of another page.
        let chosen = self
            .link
            .filter(|&link| links.get(link).is_some_and(in_window));
        let next = match chosen {
            Some(link) => link.saturating_add_signed(by).min(links.len() - 1),
            None if by > 0 => links
                .iter()
                .position(|link| link.lines.end > self.top)
                .unwrap_or(links.len() - 1),
            None => links
                .iter()
                .rposition(|link| link.lines.start < self.top + rows)
                .unwrap_or(0),
        };
        let target = links[next].lines.clone();
        self.link = Some(next);
        if target.start < self.top {
            self.scroll_to(target.start, rows);
        } else if target.end > self.top + rows {
            self.scroll_to(target.end - rows, rows);
        }
    }

    /// Chooses the link a page down or up: as many as are in the window, less one.
    pub fn choose_page(&mut self, by: isize, rows: usize) {
        let seen = self.links_in(rows).count().saturating_sub(1).max(1);
        let by = by.saturating_mul(isize::try_from(seen).unwrap_or(1));
        self.choose_link(by, rows);
    }

    /// Chooses the first or the last link; what stands before the first is shown with it.
    pub fn choose_end(&mut self, end: End, rows: usize) {
        let (chosen, top) = match end {
            End::First => (0, 0),
            End::Last => (self.page.links.len().saturating_sub(1), usize::MAX),
        };
        self.link = (!self.page.links.is_empty()).then_some(chosen);
        self.scroll_to(top, rows);
    }

    /// Moves to the beginning of a section before or after the present one.
    pub fn move_sections(&mut self, by: isize, rows: usize) {
        let starts = &self.page.sections;
        let target = if by > 0 {
            starts.iter().find(|&&start| start > self.top)
        } else {
            starts.iter().rfind(|&&start| start < self.top)
        };
        let line = target.copied().unwrap_or(if by > 0 { self.top } else { 0 });
        self.scroll_to(line, rows);
    }
}
