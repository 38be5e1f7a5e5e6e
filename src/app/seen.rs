//! Which entries of the list are to be seen, and where: what is drawn, what a click is on, and how far a page is.

use std::ops::Range;

use super::{App, Entry};
use crate::frame::layout::{Area, Size, TALL};
use crate::i18n::search::count_notices;
use crate::page::Subject;
use crate::search::Results;

/// The rows of an entry in large mode: a title and a line of text in the middle.
const LARGE_ENTRY: u16 = 4;

/// From this size of the screen on a hit has more rows.
const ROOMY: u16 = 28;
const WIDE: u16 = 160;

/// The rows of one entry: a title, one to three rows of text, and space below where there is room. What stands below the
/// name of its article needs no space to be told from others.
const fn entry_rows(list: Area, screen: Size, is_grouped: bool) -> u16 {
    match (screen.rows, list.height) {
        (ROOMY.., _) if screen.columns >= WIDE => 5,
        (ROOMY.., _) => 4,
        (_, 18..) if !is_grouped => 3,
        _ => 2,
    }
}

/// Of these the rows that are written on; the rest is space.
pub const fn written_rows(rows: u16) -> u16 {
    if rows > 2 { rows - 1 } else { rows }
}

/// The rows of what is said above hits of all of them.
pub fn notice_rows(results: &Results, height: u16) -> u16 {
    match count_notices(results) {
        0 => 0,
        // An empty row below, where there is one between the entries.
        count => count + u16::from(height >= 18),
    }
}

/// An entry that is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its index.
    pub entry: usize,
    pub area: Area,
    /// Of the first hit of an article: the row of that article's name.
    pub heading: Option<Area>,
}

/// The entries, each with its rows, behind a window of so many.
struct Rows<'a> {
    app: &'a App,
    area: Area,
    /// Of an entry, where nothing else is said.
    usual: u16,
    is_large: bool,
    /// Hits stand below the names of their articles.
    is_grouped: bool,
}

impl App {
    /// The areas of the entries that are to be seen in the list, where there are topics or hits.
    pub fn entries_seen(&self, list: Area) -> Vec<Seen> {
        let rows = Rows::new(self, list);
        let window = rows.window(self.selected_entry());
        // Where there is no divider, the bar stands in the last column.
        let has_bar = self.is_list_alone() && window.len() < self.visit.entries.all().len();
        let area = Area {
            width: rows.area.width - u16::from(has_bar),
            ..rows.area
        };
        let mut row = 0;
        let place = |n: usize| {
            let above = rows.above(n).min(area.height - row);
            let height = rows.own(n).min(area.height - row - above);
            let slot = Area {
                y: area.y + row + above,
                height,
                ..area
            };
            row += above + height;
            let heading = (above > 0).then(|| Area {
                y: slot.y - 1,
                height: 1,
                ..area
            });
            Seen {
                entry: n,
                area: slot,
                heading,
            }
        };
        window.map(place).collect()
    }

    /// Whether the name of an article is said once above its hits: where they stand together.
    pub fn groups_hits(&self) -> bool {
        let Some(results) = self.current_results() else {
            return false;
        };
        let articles = || results.hits.iter().map(|hit| hit.section.article);
        let changes = articles().zip(articles().skip(1)).filter(|(a, b)| a != b);
        let (runs, hits) = (1 + changes.count(), results.hits.len());
        let has_room = self.world.size.rows >= TALL && !self.setup.look.large;
        has_room && hits > 1 && runs * 5 <= hits * 3
    }

    /// Whether an entry is the first hit of its article.
    fn begins_group(&self, n: usize) -> bool {
        let article = |n: usize| {
            let entry = *self.visit.entries.all().get(n)?;
            matches!(entry, Entry::Hit(_))
                .then(|| self.hit(entry).map(|hit| hit.section.article))?
        };
        let here = article(n);
        here.is_some() && n.checked_sub(1).and_then(article) != here
    }

    /// The list's entries that are to be seen, and how many there are: `None` where all are, or it is none to go along.
    pub fn seen_of(&self, list: Area) -> Option<(Range<usize>, usize)> {
        let is_dead_end = self
            .current_results()
            .is_some_and(|results| self.found_nothing(results));
        if self.world.guide.is_none() || is_dead_end {
            return None;
        }
        let seen = Rows::new(self, list).window(self.selected_entry());
        let all = self.visit.entries.all().len();
        (seen.len() < all).then_some((seen, all))
    }

    /// Whether the list has the width of the screen.
    pub fn is_list_alone(&self) -> bool {
        let layout = self.layout();
        layout.is_some_and(|layout| layout.article.is_none())
    }

    /// Whether there is neither a hit nor a verdict, nor a topic that is called so.
    pub fn found_nothing(&self, results: &Results) -> bool {
        results.hits.is_empty() && self.visit.entries.is_dead_end()
    }

    /// The rows of an entry of a list that is not of hits.
    pub const fn entry_rows(&self, list: Area) -> u16 {
        entry_rows(list, self.world.size, false)
    }

    /// Whether entries of a list are large.
    pub const fn has_large_entries(&self, list: Area) -> bool {
        self.setup.look.large && list.height >= 2 * LARGE_ENTRY
    }

    fn selected_entry(&self) -> usize {
        self.visit.entries.selected_index().unwrap_or(0)
    }

    /// How many entries a page is, down or up: as many as are to be seen, and none is skipped.
    pub(super) fn page_of_entries(&self, pages: isize) -> isize {
        let Some(list) = self.layout().and_then(|layout| layout.list) else {
            return pages;
        };
        let (rows, from) = (Rows::new(self, list), self.selected_entry());
        let end = self.visit.entries.all().len().saturating_sub(1);
        let here = rows.window(from);
        // Entries differ in height: there may be fewer to be seen of those that follow.
        let to = if pages > 0 {
            let farthest = (from + here.len()).min(end);
            let follows = |&to: &usize| rows.window(to).start <= here.end;
            (from..=farthest).rev().find(follows)
        } else {
            let farthest = from.saturating_sub(here.len());
            let follows = |&to: &usize| rows.window(to).end >= here.start;
            (farthest..=from).find(follows)
        };
        let to = to.unwrap_or(from);
        isize::try_from(to.abs_diff(from).max(1)).map_or(pages, |by| by * pages.signum())
    }
}

impl<'a> Rows<'a> {
    fn new(app: &'a App, list: Area) -> Self {
        let is_grouped = app.groups_hits();
        let (usual, above) = match app.current_results() {
            None => (topic_rows(app, list), 0),
            Some(results) => (
                entry_rows(list, app.world.size, is_grouped),
                notice_rows(results, list.height).min(list.height),
            ),
        };
        let area = Area {
            y: list.y + above,
            height: list.height - above,
            ..list
        };
        let is_large = app.has_large_entries(area);
        let usual = if is_large { LARGE_ENTRY } else { usual };
        Self {
            app,
            area,
            usual,
            is_large,
            is_grouped,
        }
    }

    /// The rows of an entry with those above it.
    fn of(&self, n: usize) -> u16 {
        self.above(n) + self.own(n)
    }

    /// The rows of the name of an article above its first hit, and of the space before that.
    fn above(&self, n: usize) -> u16 {
        if self.is_grouped && self.app.begins_group(n) {
            // Between entries there may be space already.
            1 + u16::from(n > 0 && self.usual == 2)
        } else {
            0
        }
    }

    /// The rows of an entry: a topic of which nothing is said below its title has one.
    fn own(&self, n: usize) -> u16 {
        let (app, rows) = (self.app, self.usual);
        let Some(guide) = app.world.guide.as_deref().filter(|_| !self.is_large) else {
            return rows;
        };
        match app.visit.entries.all().get(n) {
            Some(Entry::Group(_)) => 1,
            Some(&Entry::Page(subject))
                if app.key_of(subject).is_some() && app.current_results().is_none() =>
            {
                1
            }
            Some(&Entry::Page(Subject::Article(article)))
                if guide.articles[article]
                    .summary
                    .text(app.visit.language)
                    .is_empty() =>
            {
                1
            }
            _ => rows,
        }
    }

    /// The entries that are to be seen with one of them chosen.
    fn window(&self, selected: usize) -> Range<usize> {
        let all = self.app.visit.entries.all().len();
        let first = first_visible(selected, all, self.area.height, |n| self.of(n));
        let mut row = 0;
        let fits = |&n: &usize| {
            let rows = self.of(n);
            let has_room = row + self.above(n) + written_rows(self.own(n)) <= self.area.height;
            row += rows;
            has_room
        };
        first..first + (first..all).take_while(fits).count()
    }
}

/// The rows of a topic: with what it is about beside it where the list has the width of the screen, or without that where
/// the screen is narrow, and below it otherwise.
fn topic_rows(app: &App, list: Area) -> u16 {
    if app.is_list_alone() || list.width < 30 {
        1
    } else {
        2
    }
}

/// The selected entry stands in the middle, except near the ends of the list: the eye stays where it is. No more entries are
/// looked at than are seen.
fn first_visible(selected: usize, count: usize, room: u16, height: impl Fn(usize) -> u16) -> usize {
    // The first of the entries before one that have so many rows together.
    let back = |end: usize, room: u16| {
        let mut left = room;
        let fits = |&n: &usize| {
            let rest = left.checked_sub(height(n));
            left = rest.unwrap_or(0);
            rest.is_some()
        };
        (0..end).rev().take_while(fits).last().unwrap_or(end)
    };
    back(selected, room / 2).min(back(count, room))
}
