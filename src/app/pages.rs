//! What the pages of the reader show: set anew when anything that they are made of has changed.

use super::{App, Reader};
use crate::guide::Guide;
use crate::language::Language;
use crate::page::{self, Context, Key, Measure, Medium, Mouse, Page, Subject};

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
            Medium::Window => self.reader.subject.whole(),
            Medium::Lines => self.reader.subject,
        };
        let find = self.wanted_in(subject);
        let context = Context {
            find: &find,
            ..self.context_in(guide, self.language, columns)
        };
        if let Some((key, page)) = subject.page_unless(self.reader.key.as_ref(), &context) {
            let rows = self.rows();
            set(&mut self.reader, key, page, rows);
        }
        self.set_beside(guide);
        if let Some(section) = self.reader.wanted.take() {
            let rows = self.rows();
            self.reader.show_section(section, rows);
        }
    }

    fn set_help(&mut self, guide: &Guide, columns: usize) {
        let Some(help) = &self.help else { return };
        let find = self.wanted_in(Subject::Help);
        let context = Context {
            find: &find,
            ..self.context_in(guide, self.language, columns)
        };
        let anew = Subject::Help.page_unless(help.key.as_ref(), &context);
        let rows = self.rows();
        if let (Some(help), Some((key, page))) = (&mut self.help, anew) {
            set(help, key, page, rows);
        }
    }

    /// What pages are set from now, for a reader of a language.
    pub fn context<'a>(&'a self, guide: &'a Guide, lang: Language) -> Context<'a> {
        self.context_in(guide, lang, usize::from(self.size.columns))
    }

    /// The same for a page of so many columns.
    pub(super) fn context_in<'a>(
        &'a self,
        guide: &'a Guide,
        lang: Language,
        columns: usize,
    ) -> Context<'a> {
        let measure = Measure {
            columns,
            medium: self.medium,
        };
        let query = self.current_results().map(|results| page::Query {
            text: &results.query,
            highlighter: &results.highlighter,
        });
        Context {
            viewer: self.viewer,
            query,
            checked: Some(&self.checked),
            ticks: Some(&self.ticks),
            look: self.look,
            window: self.size,
            rows: self.rows(),
            mouse: self.mouse_explained(),
            keys: &self.keys,
            public: self.is_public(),
            ..Context::new(guide, lang, measure, self.now)
        }
    }

    const fn mouse_explained(&self) -> Option<Mouse> {
        match (self.is_public(), self.mouse) {
            (false, on) => Some(Mouse::Switched(on)),
            (true, true) => Some(Mouse::Fixed),
            (true, false) => None,
        }
    }

    pub(super) const fn minute(&self) -> i64 {
        self.now.timestamp().div_euclid(60)
    }
}

/// Puts a new page under the reader's eyes, at the place where the old one was.
fn set(reader: &mut Reader, key: Key, page: Page, rows: usize) {
    let same_text = reader.key.as_ref().map(|old| old.subject) == Some(key.subject);
    reader.page = page;
    reader.key = Some(key);
    reader.link = reader
        .link
        .filter(|&link| same_text && link < reader.page.links.len());
    if same_text {
        reader.keep(reader.position(), rows);
    } else {
        reader.scroll_to(0, rows);
    }
}
