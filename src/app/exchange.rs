//! Another guide, or another state of it, under a running browser: the reader stays where he is, or as near to it as what is
//! left allows. No index into the old guide outlives it.

use std::mem;
use std::sync::Arc;

use super::pages::Pages;
use super::reader::Place;
use super::{App, Beside, Command, Entries, Entry, Field, Reader, visit};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::guide::exchange::Exchange;
use crate::guide::{Guide, SectionRef};
use crate::page::{Moved, Position, Subject};

impl App {
    /// Takes another guide in the place of the present one. The place is the same by its ids, or else the nearest that is
    /// left; ticks, history and the text to find stay as far as what they are about; what was found is asked for again.
    pub(super) fn replace_guide(&mut self, old: &Guide, guide: &Arc<Guide>) -> Option<Command> {
        let exchange = Exchange::new(old, guide);
        let visit = &mut self.visit;
        visit.pages = Pages::default();
        visit.language = guide.language_for(Some(visit.language));
        visit.ticks = mem::take(&mut visit.ticks).moved(&exchange);
        visit.tree = visit
            .tree
            .moved(&exchange, visit::rows(&self.setup, &self.world));
        visit.checked = Checked::new(guide, &visit.checked.text);
        let has_two = guide.languages.len() > 1;
        visit.beside = (has_two && visit.beside.is_some()).then(Beside::default);
        if let Some(find) = &mut visit.find {
            find.page = find.page.moved(&exchange).subject(guide).whole();
        }
        if let Some(kept) = &mut visit.kept {
            kept.forget_found();
        }
        // What they would take back is of the old guide.
        visit.letters = None;
        let questions = exchange.new.questionnaire.as_ref();
        visit.asked = visit
            .asked
            .filter(|_| questions == exchange.old.questionnaire.as_ref());
        let entry = visit.entries.selected();
        visit.reader.exchange(&exchange);
        self.open_on(guide);
        self.list_again(entry, &exchange)
    }

    /// The list of what there is now: the same entry is selected. What was found is to be asked for again.
    fn list_again(&mut self, selected: Option<Entry>, exchange: &Exchange<'_>) -> Option<Command> {
        self.visit.results = None;
        if self.visit.field == Field::Check {
            self.visit.entries = Entries::checked();
            return None;
        }
        if !self.query().is_empty() {
            self.visit.entries = Entries::default();
            return self.search_again();
        }
        self.visit.entries = Entries::topics(exchange.new, &self.visit.tree);
        let selected = match selected {
            Some(Entry::Page(subject)) => {
                let subject = subject.moved(exchange).subject(exchange.new);
                Some(Entry::Page(subject))
            }
            Some(Entry::Group(group)) => exchange.group(group).map(Entry::Group),
            _ => None,
        };
        if let Some(selected) = selected {
            self.visit.entries.select(selected);
        }
        None
    }
}

impl Reader {
    /// Goes to the same place of another guide, or the nearest; the page is still to be set.
    fn exchange(&mut self, exchange: &Exchange<'_>) {
        for place in self.history.iter_mut().chain(&mut self.ahead) {
            place.exchange(exchange);
        }
        let mut here = Place {
            focus: Focus::Article,
            subject: self.subject,
            position: self.position(),
            link: None,
        };
        let moved = here.exchange(exchange);
        self.subject = here.subject;
        self.wanted = match moved {
            Moved::Near(Subject::Section(at)) => Some(at.section),
            _ => None,
        };
        self.forget_page();
        self.keep(here.position, 0);
    }

    /// Nothing is left of the page, nor of where its links led.
    fn forget_page(&mut self) {
        self.page = Arc::default();
        self.key = None;
        self.link = None;
    }
}

impl Place {
    fn exchange(&mut self, exchange: &Exchange<'_>) -> Moved {
        let moved = self.subject.moved(exchange);
        self.position = match moved {
            Moved::Same(_) => in_section(self.position, self.subject, exchange),
            Moved::Near(_) | Moved::Gone => Position::default(),
        };
        self.subject = moved.subject(exchange.new);
        self.link = None;
        moved
    }
}

/// A place on a page. On the page of an article it is one in a section, wherever that stands now.
fn in_section(position: Position, subject: Subject, exchange: &Exchange<'_>) -> Position {
    let (Some(article), Some(section)) = (subject.article(), position.part.checked_sub(1)) else {
        return position;
    };
    let at = SectionRef { article, section };
    if let Some(at) = exchange.section(at) {
        let part = at.section + 1;
        return Position { part, ..position };
    }
    let nearest = exchange.nearest_section(at);
    nearest.map_or_else(Position::default, |at| Position {
        part: at.section + 1,
        offset: 0,
    })
}
