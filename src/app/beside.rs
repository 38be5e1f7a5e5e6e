//! The page that is read, in the next language beside it: an agent and a visitor read the same section.

use std::sync::Arc;

use super::{App, Notice, Visit};
use crate::frame::layout::{Focus, TWO_PAGES};
use crate::guide::Guide;
use crate::language::after;
use crate::page::{Key, Marks, Page};

/// The page beside the one that is read.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    pub page: Arc<Page>,
    pub marks: Marks,
    pub(super) key: Option<Key>,
}

impl App {
    /// Whether two languages are on the screen now. The list has no second page.
    pub const fn reads_side_by_side(&self) -> bool {
        self.visit.beside.is_some()
            && matches!(self.visit.focus, Focus::Article)
            && !self.setup.look.large
            && self.world.size.columns >= TWO_PAGES
    }

    /// Puts the next language beside what is read, or takes it away.
    pub(super) fn switch_beside(&mut self) {
        let Some(guide) = &self.world.guide else {
            return;
        };
        if self.reads_side_by_side() {
            self.visit.beside = None;
        } else if after(&guide.languages, self.visit.language).is_none() {
            self.visit.notice = Some(Notice::OneLanguage);
        } else if self.world.size.columns < TWO_PAGES || self.setup.look.large {
            self.visit.notice = Some(Notice::TooNarrow);
        } else {
            self.visit.focus = Focus::Article;
            self.visit.beside = Some(Beside::default());
        }
    }

    /// Sets the page beside, when it is out of date, and lets the reader scroll as far as either page reaches.
    pub(super) fn set_beside(&mut self, guide: &Guide) {
        let beyond = self.beyond(guide);
        self.mark_beside();
        if self.visit.reader.beyond != beyond {
            self.visit.reader.beyond = beyond;
            let rows = self.rows();
            self.visit.reader.keep(self.visit.reader.position(), rows);
        }
    }

    /// Looks for the words of the query on it, where it is seen.
    fn mark_beside(&mut self) {
        let (highlighter, rows) = (self.marking(), self.rows());
        let Visit { reader, beside, .. } = &mut self.visit;
        let Some(beside) = beside else { return };
        if !beside.marks.are_of(highlighter.as_ref()) {
            beside.marks = Marks::of(highlighter.as_ref());
        }
        let top = reader.page.beside(reader.top, &beside.page);
        beside.marks.look_in(&beside.page, top..top + rows);
    }

    fn beyond(&mut self, guide: &Guide) -> usize {
        let text = self.layout().and_then(|layout| layout.other_text());
        let (Some(text), true) = (text, self.reads_side_by_side()) else {
            return 0;
        };
        let columns = usize::from(text.width);
        let subject = self.visit.reader.subject.whole();
        let Some(language) = after(&guide.languages, self.visit.language) else {
            return 0;
        };
        let context = self.context_in(guide, language, columns);
        let key = Key::new(subject, &context);
        let beside = self.visit.beside.as_ref();
        if beside.and_then(|beside| beside.key.as_ref()) != Some(&key) {
            let page = self.visit.pages.of(&key, &context);
            self.visit.pages.keep(&key, &page);
            self.visit.beside = Some(Beside {
                page,
                marks: Marks::default(),
                key: Some(key),
            });
        }
        let rows = self.rows();
        let Some(beside) = &self.visit.beside else {
            return 0;
        };
        let page = &self.visit.reader.page;
        let last = page.lines.len().saturating_sub(rows);
        let shows_end =
            |&top: &usize| page.beside(top, &beside.page) + rows >= beside.page.lines.len();
        let top = (last..page.lines.len()).find(shows_end).unwrap_or(last);
        (top + rows).saturating_sub(page.lines.len())
    }
}
