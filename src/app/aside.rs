//! The card beside what is read, on wide screens: it has no focus, but its boxes and links have numbers that go on behind
//! those of the page, and can be clicked.

use std::sync::Arc;

use super::{App, Command, Field};
use crate::frame::layout::WITH_ASIDE;
use crate::guide::{Guide, Part};
use crate::page::{Key, Medium, Page, Subject, Target};

/// The card, and what it was set from.
#[derive(Debug, Clone, Default)]
pub struct Aside {
    pub page: Arc<Page>,
    key: Option<Key>,
}

impl App {
    /// Whether there is one on the screen.
    pub(super) fn has_aside(&self) -> bool {
        let guide = self.world.guide.as_deref();
        self.world.size.columns >= WITH_ASIDE
            && guide.is_some_and(|guide| guide.has(Part::Desks))
            && self.setup.medium == Medium::Window
            && !self.setup.look.large
            && self.visit.field == Field::Search
            // One code is enough.
            && !matches!(self.visit.reader.subject, Subject::Qr(_))
            && !self.reads_side_by_side()
    }

    /// Sets it, when it is out of date.
    pub(super) fn set_aside(&mut self, guide: &Guide) {
        let area = self.layout().and_then(|layout| layout.aside_text());
        let Some(area) = area else {
            self.visit.aside = Aside::default();
            return;
        };
        let about = self.visit.reader.subject.article().and(self.section_read());
        let subject = Subject::Aside(about);
        let context = self.context_in(guide, self.visit.language, area.width.into());
        let key = Key::new(subject, &context);
        if self.visit.aside.key.as_ref() == Some(&key) {
            return;
        }
        let page = self.visit.pages.of(&key, &context);
        self.visit.pages.keep(&key, &page);
        self.visit.aside = Aside {
            page,
            key: Some(key),
        };
    }

    /// The numbers of its links that have room in it, for it does not scroll: a box that is on the page, too, has its
    /// number there.
    pub fn aside_numbers(&self) -> Vec<usize> {
        let area = self.layout().and_then(|layout| layout.aside_text());
        let seen = area.map_or(0, |area| area.height.into());
        let links = self.visit.aside.page.links.iter();
        let links = links.take_while(|link| link.lines.end <= seen);
        let (reader, rows) = (&self.visit.reader, self.rows());
        let number = reader.numbers(rows);
        let on_page = |target: &Target| {
            let same = reader
                .page
                .links
                .iter()
                .position(|link| link.target == *target);
            same.and_then(&number)
        };
        let mut next = reader.numbered(rows);
        let numbered = links.map(|link| {
            on_page(&link.target).unwrap_or_else(|| {
                next += 1;
                next
            })
        });
        numbered.collect()
    }

    /// How many numbers there are, with those of the card.
    pub fn most_numbers(&self) -> usize {
        let own = self.visit.reader.numbered(self.rows());
        self.aside_numbers().into_iter().max().unwrap_or(0).max(own)
    }

    /// Follows the link of the card that has this number.
    pub(super) fn follow_aside_number(&mut self, number: usize) -> Option<Command> {
        let link = self.aside_numbers().iter().position(|&n| n == number)?;
        self.follow_aside(link)
    }

    pub(super) fn follow_aside(&mut self, link: usize) -> Option<Command> {
        let target = self.visit.aside.page.links.get(link)?.target.clone();
        self.follow(target, 0)
    }
}
