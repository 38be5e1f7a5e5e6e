//! What the pages of the reader show: set anew when anything that they are made of has changed.

use std::sync::Arc;

use super::reader::PageKey;
use super::{App, Reader};
use crate::desk::status;
use crate::frame::layout::Size;
use crate::guide::{Guide, SectionRef};
use crate::i18n::summary;
use crate::language::Language;
use crate::page::{self, Measure, Medium, Mouse, Page, Subject};
use crate::search::highlight::Highlighter;

impl App {
    /// Sets the pages that are out of date, and keeps the place in them.
    pub(super) fn set_pages(&mut self) {
        let Some(guide) = self.guide.clone() else {
            return;
        };
        if self.medium == Medium::Lines {
            self.set_article(&guide, usize::from(self.size.columns));
            return;
        }
        let Some(text) = self.reading_layout().and_then(|layout| layout.text()) else {
            return;
        };
        self.set_article(&guide, usize::from(text.width));
        if let Some(layout) = self.layout() {
            self.set_help(&guide, usize::from(layout.body_text().width));
        }
        self.settle_find();
    }

    fn set_article(&mut self, guide: &Guide, columns: usize) {
        let subject = match self.medium {
            Medium::Window => self.reader.subject.page(),
            Medium::Lines => self.reader.subject,
        };
        let key = self.page_key(subject, self.language, columns, self.wanted_in(false));
        if self.reader.key != key {
            let page = self.page(guide, subject, self.language, columns);
            let rows = self.rows();
            let page = found(page, key.find.as_deref());
            set(&mut self.reader, key, page, rows);
        }
        self.set_beside(guide);
        if let Some(section) = self.reader.wanted.take() {
            let rows = self.rows();
            self.reader.show_section(section, rows);
        }
    }

    /// All that a page depends on.
    pub(super) fn page_key(
        &self,
        page: Subject,
        language: Language,
        columns: usize,
        find: Option<String>,
    ) -> PageKey {
        PageKey {
            page: Some(page),
            language: Some(language),
            columns,
            query: match page {
                Subject::Check => self.checked.text.clone(),
                _ => self
                    .current_results()
                    .map(|results| results.query.clone())
                    .unwrap_or_default(),
            },
            find,
            minute: if page.tells_time() { self.minute() } else { 0 },
            ticks: self.ticks.changes(),
            window: page.fills_window().then_some(self.size),
        }
    }

    /// Sets the page of a subject, as [`Subject::page`] gives it, for a reader of a language.
    pub(super) fn page(
        &self,
        guide: &Guide,
        subject: Subject,
        reader: Language,
        columns: usize,
    ) -> Page {
        let measure = Measure {
            columns,
            medium: self.medium,
        };
        let statuses = || status::status(guide, self.now, reader);
        match subject {
            Subject::Section(at) if self.medium == Medium::Lines => {
                let plain = Highlighter::default();
                page::section(guide, at, reader, measure, &plain, Some(&self.ticks))
            }
            Subject::Article(article) | Subject::Section(SectionRef { article, .. }) => {
                let highlighter = self
                    .current_results()
                    .map(|results| Arc::clone(&results.highlighter))
                    .unwrap_or_default();
                let ticks = Some(&self.ticks);
                page::article(guide, article, reader, measure, &highlighter, ticks)
            }
            Subject::Check => {
                let public = self.is_public();
                page::check(guide, &self.checked, public, reader, measure)
            }
            Subject::Card(at) => {
                let signs = self.medium == Medium::Window;
                let desks =
                    summary::desks_of(at.article, &statuses(), guide, self.now, reader, signs);
                page::card(guide, at, &self.ticks, &desks, reader, measure)
            }
            Subject::Contents(at) => page::contents(guide, at, reader, measure),
            Subject::Cards => page::cards(guide, reader, measure),
            Subject::Desks => {
                let (statuses, now, viewer) = (statuses(), self.now, self.viewer);
                page::desks(guide, &statuses, now, viewer, reader, measure)
            }
            Subject::Copy(from) => page::copy(guide, from, self.may_copy(), reader, measure),
            Subject::Qr { desk, contact } => {
                let room = Size {
                    columns: u16::try_from(columns).unwrap_or(u16::MAX),
                    rows: u16::try_from(self.rows()).unwrap_or(u16::MAX),
                };
                let look = (self.look, self.size);
                page::qr(guide, (desk, contact), reader, room, look)
            }
            Subject::Advice(path) => {
                page::advice(guide, &statuses(), self.now, reader, path, measure)
            }
        }
    }

    fn set_help(&mut self, guide: &Guide, columns: usize) {
        let rows = self.rows();
        let find = self.wanted_in(true);
        let mouse = match (self.is_public(), self.mouse) {
            (false, on) => Some(Mouse::Switched(on)),
            (true, true) => Some(Mouse::Fixed),
            (true, false) => None,
        };
        let Some(help) = &mut self.help else { return };
        let key = PageKey {
            find,
            language: Some(self.language),
            columns,
            ..PageKey::default()
        };
        if help.key != key {
            let signs = self.look.signs;
            let page = page::help(guide, &self.keys, signs, mouse, self.language, columns);
            let page = found(page, key.find.as_deref());
            set(help, key, page, rows);
        }
    }

    pub(super) const fn minute(&self) -> i64 {
        self.now.timestamp().div_euclid(60)
    }
}

/// A page with what is to be found marked.
fn found(mut page: Page, wanted: Option<&str>) -> Page {
    if let Some(wanted) = wanted {
        page.find(wanted);
    }
    page
}

/// Puts a new page under the reader's eyes, at the place where the old one was.
fn set(reader: &mut Reader, key: PageKey, page: Page, rows: usize) {
    let same_text = reader.key.page == key.page;
    reader.page = page;
    reader.key = key;
    reader.link = reader
        .link
        .filter(|&link| same_text && link < reader.page.links.len());
    if same_text {
        reader.keep(reader.position(), rows);
    } else {
        reader.scroll_to(0, rows);
    }
}
