//! What the pages of the reader show: set anew when anything that they are made of has changed.

use std::sync::Arc;

use super::{App, Reader};
use crate::guide::Guide;
use crate::language::Language;
use crate::page::{Context, Key, Marks, Measure, Medium, Mouse, Page, Position};
use crate::search::highlight::Highlighter;

/// So many lines of pages are kept, and the page that was set last whatever it has.
const MOST_LINES: usize = 2_000;

/// The pages that were set last: who goes back and forth between them waits for none. The last one used comes first.
#[derive(Debug, Clone, Default)]
pub(super) struct Pages(Vec<(Key, Arc<Page>)>);

impl Pages {
    /// The page of a key, set if it is not there.
    pub fn of(&self, key: &Key, context: &Context<'_>) -> Arc<Page> {
        let kept = self.0.iter().find(|(other, _)| other == key);
        let kept = kept.map(|(_, page)| Arc::clone(page));
        kept.unwrap_or_else(|| Arc::new(key.subject.page(context)))
    }

    /// Keeps a page instead of earlier states of it, and as many of the others as there is room for.
    pub fn keep(&mut self, key: &Key, page: &Arc<Page>) {
        self.0.retain(|(other, _)| !other.is_replaced_by(key));
        self.0.insert(0, (key.clone(), Arc::clone(page)));
        let mut room = MOST_LINES.max(page.lines.len());
        self.0.retain(|(_, page)| {
            let left = room.checked_sub(page.lines.len());
            room = left.unwrap_or(0);
            left.is_some()
        });
    }
}

impl App {
    /// Sets the pages that are out of date, and keeps the place in them.
    pub fn set_pages(&mut self) {
        let Some(guide) = self.world.guide.clone() else {
            return;
        };
        self.set_present(&guide);
        if self.setup.medium == Medium::Lines {
            self.set_article(&guide, usize::from(self.world.size.columns));
            return;
        }
        let Some(text) = self.reading_layout().and_then(|layout| layout.text()) else {
            return;
        };
        self.set_article(&guide, usize::from(text.width));
        self.settle_find();
    }

    fn set_article(&mut self, guide: &Guide, columns: usize) {
        let subject = match self.setup.medium {
            Medium::Window => self.visit.reader.subject.whole(),
            Medium::Lines => self.visit.reader.subject,
        };
        let find = self.wanted_in(subject);
        let context = Context {
            find: &find,
            ..self.context_in(guide, self.visit.language, columns)
        };
        let key = Key::new(subject, &context);
        let (highlighter, rows) = (self.marking(), self.rows());
        let is_old = self.visit.reader.key.as_ref() != Some(&key);
        if is_old {
            let page = self.visit.pages.of(&key, &context);
            self.visit.pages.keep(&key, &page);
            set(&mut self.visit.reader, key, page, rows);
        }
        if is_old || !self.visit.reader.marks.are_of(highlighter.as_ref()) {
            self.visit.reader.marks = Marks::of(highlighter.as_ref());
        }
        self.set_beside(guide);
        let is_choice = self.is_choice();
        let reader = &mut self.visit.reader;
        if is_choice && reader.link.is_none() {
            // Enter takes what is chosen.
            reader.link = (!reader.page.links.is_empty()).then_some(0);
        }
        if let Some(section) = reader.wanted.take() {
            reader.show_section(section, rows);
        }
        reader
            .marks
            .look_in(&reader.page, reader.top..reader.top + rows);
        self.set_aside(guide);
    }

    /// What marks the words of the query on the page that is read. What is looked for in the page itself takes their place.
    pub(super) fn marking(&self) -> Option<Arc<Highlighter>> {
        let subject = self.visit.reader.subject.whole();
        let is_marked = subject.is_marked() && self.wanted_in(subject).is_empty();
        let results = self.current_results().filter(|_| is_marked);
        results.map(|results| Arc::clone(&results.highlighter))
    }

    /// What pages are set from now, for a reader of a language.
    pub fn context<'a>(&'a self, guide: &'a Guide, lang: Language) -> Context<'a> {
        self.context_in(guide, lang, usize::from(self.world.size.columns))
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
            medium: self.setup.medium,
        };
        Context {
            known: if lang == self.visit.language {
                self.statuses()
            } else {
                &[]
            },
            viewer: self.setup.viewer,
            checked: Some(&self.visit.checked),
            ticks: Some(&self.visit.ticks),
            look: self.setup.look,
            window: self.world.size,
            rows: self.rows(),
            mouse: self.mouse_explained(),
            keys: self.keys(),
            public: self.is_public(),
            may_copy: self.may_copy(),
            is_indexed: Some(self.world.indexing.is_none()),
            program: &self.setup.program,
            ..Context::new(guide, lang, measure, self.world.now)
        }
    }

    const fn mouse_explained(&self) -> Option<Mouse> {
        match (self.is_public(), self.visit.mouse) {
            (false, on) => Some(Mouse::Switched(on)),
            (true, true) => Some(Mouse::Fixed),
            (true, false) => None,
        }
    }

    pub(super) const fn minute(&self) -> i64 {
        self.world.now.timestamp().div_euclid(60)
    }
}

/// Puts a new page under the reader's eyes, at the place where the old one was.
fn set(reader: &mut Reader, key: Key, page: Arc<Page>, rows: usize) {
    let same_text = match &reader.key {
        Some(old) => old.subject == key.subject,
        // The page before it was forgotten, but not the place in it.
        None => reader.position() != Position::default(),
    };
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
