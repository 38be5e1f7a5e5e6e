//! What the pages of the reader show: set anew when anything that they are made of has changed.

use std::sync::Arc;

use super::reader::{PageKey, Subject};
use super::{App, Reader};
use crate::guide::{Guide, SectionRef};
use crate::i18n::summary;
use crate::ui::layout::Size;
use crate::ui::typeset;

impl App {
    /// Sets the pages that are out of date, and keeps the place in them.
    pub(super) fn set_pages(&mut self) {
        let Some(guide) = self.guide.clone() else {
            return;
        };
        let Some(text) = self.reading_layout().and_then(|layout| layout.text()) else {
            return;
        };
        self.set_article(&guide, usize::from(text.width));
        if let Some(layout) = self.layout() {
            self.set_help(&guide, usize::from(layout.body_text().width));
        }
    }

    fn set_article(&mut self, guide: &Guide, columns: usize) {
        let page = self.reader.subject.page();
        let key = PageKey {
            page: Some(page),
            language: Some(self.language),
            columns,
            query: match page {
                Subject::Check => self.checked.text.clone(),
                _ => self
                    .current_results()
                    .map(|results| results.query.clone())
                    .unwrap_or_default(),
            },
            minute: if page.tells_time() { self.minute() } else { 0 },
            ticks: self.ticks.changes(),
            window: page.fills_window().then_some(self.size),
        };
        if self.reader.key != key {
            self.set_page(guide, page, key, columns);
        }
        if let Some(section) = self.reader.wanted.take() {
            let rows = self.rows();
            self.reader.show_section(section, rows);
        }
    }

    fn set_page(&mut self, guide: &Guide, subject: Subject, key: PageKey, columns: usize) {
        let page = match subject {
            Subject::Article(article) | Subject::Section(SectionRef { article, .. }) => {
                let highlighter = self
                    .current_results()
                    .map(|results| Arc::clone(&results.highlighter))
                    .unwrap_or_default();
                typeset::article(
                    guide,
                    article,
                    self.language,
                    columns,
                    &highlighter,
                    &self.ticks,
                )
            }
            Subject::Check => typeset::check(guide, &self.checked, self.language, columns),
            Subject::Card(at) => {
                let statuses = self.statuses();
                let desks =
                    summary::desks_of(at.article, &statuses, guide, self.now, self.language);
                typeset::card(guide, at, &self.ticks, &desks, self.language, columns)
            }
            Subject::Cards => typeset::cards(guide, self.language, columns),
            Subject::Copy(from) => typeset::copy(guide, from, self.language, columns),
            Subject::Desks => typeset::desks(
                guide,
                &self.statuses(),
                self.now,
                self.viewer,
                self.language,
                columns,
            ),
            Subject::Qr { desk, contact } => {
                let room = Size {
                    columns: u16::try_from(columns).unwrap_or(u16::MAX),
                    rows: u16::try_from(self.rows()).unwrap_or(u16::MAX),
                };
                typeset::qr(guide, (desk, contact), self.language, room, self.size)
            }
            Subject::Advice(path) => {
                let statuses = self.statuses();
                typeset::advice(guide, &statuses, self.now, self.language, path, columns)
            }
        };
        let rows = self.rows();
        set(&mut self.reader, key, page, rows);
    }

    fn set_help(&mut self, guide: &Guide, columns: usize) {
        let rows = self.rows();
        let Some(help) = &mut self.help else { return };
        let key = PageKey {
            language: Some(self.language),
            columns,
            ..PageKey::default()
        };
        if help.key != key {
            let page = typeset::help(guide, &self.keys, self.mouse, self.language, columns);
            set(help, key, page, rows);
        }
    }

    pub(super) const fn minute(&self) -> i64 {
        self.now.timestamp().div_euclid(60)
    }
}

/// Puts a new page under the reader's eyes, at the place where the old one was.
fn set(reader: &mut Reader, key: PageKey, page: typeset::Page, rows: usize) {
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
