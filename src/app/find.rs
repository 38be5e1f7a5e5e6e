//! Finding a text in the page that is read: a line to type it in, and the way from place to place.

use std::mem;

use tui_input::{Input, InputRequest};

use super::searching::one_line;
use super::{Act, App};
use crate::frame::layout::Focus;
use crate::page::{Position, Subject};
use crate::text::fold::fold;

/// The longest text to find, in characters.
const LONGEST: usize = 200;

/// What is being looked for, and the place that is shown.
#[derive(Debug, Clone)]
pub struct Find {
    pub input: Input,
    /// Keys go into the line, until Enter.
    pub is_typed: bool,
    /// The place that is shown, an index into the page's.
    pub at: Option<usize>,
    /// The page it is for: a find ends where another is read.
    pub(super) page: Subject,
    /// Where the reader was when it began.
    start: Position,
}

impl Find {
    /// What to find, folded.
    pub fn wanted(&self) -> String {
        fold(self.input.value())
    }
}

impl App {
    fn open_page_of(&self) -> Subject {
        self.visit.reader.subject.whole()
    }

    /// What to find in a page; empty where nothing is.
    pub(super) fn wanted_in(&self, page: Subject) -> String {
        let find = self.visit.find.as_ref().filter(|find| find.page == page);
        find.map(Find::wanted).unwrap_or_default()
    }

    /// Ends the find where another page is read than the one that it is for.
    pub(super) fn end_find_elsewhere(&mut self) {
        let read = self.visit.focus == Focus::Article;
        let here = self.open_page_of();
        self.visit.find = self
            .visit
            .find
            .take()
            .filter(|find| read && find.page == here);
    }

    /// Keeps the place within what there is to find, when the page was set anew.
    pub(super) fn settle_find(&mut self) {
        let found = self.visit.reader.page.found.len();
        if let Some(find) = &mut self.visit.find {
            find.at = found
                .checked_sub(1)
                .map(|last| find.at.unwrap_or(0).min(last));
        }
    }

    /// Takes what is meant for the find, and gives back what is not.
    pub(super) fn update_find(&mut self, act: Act) -> Option<Act> {
        let Some(find) = &mut self.visit.find else {
            return Some(act);
        };
        match act {
            Act::Edit(request) if find.is_typed => self.edit_find(request),
            Act::Paste(text) if find.is_typed => self.insert_to_find(&text),
            Act::Find if find.is_typed => {}
            Act::NextFound(by) => self.find_next(by),
            Act::Open if find.is_typed => self.keep_found(),
            Act::Open if self.visit.reader.link.is_none() => self.find_next(1),
            Act::Back => self.end_find(),
            act => return Some(act),
        }
        None
    }

    /// Opens the line.
    pub(super) fn begin_find(&mut self) {
        if self.world.guide.is_none() {
            return;
        }
        self.visit.focus = Focus::Article;
        self.visit.find = Some(Find {
            input: Input::default(),
            is_typed: true,
            at: None,
            page: self.open_page_of(),
            start: self.visit.reader.position(),
        });
    }

    /// Whether something was found in the page, and the line is left.
    pub(super) fn has_found(&self) -> bool {
        let find = self.visit.find.as_ref();
        find.is_some_and(|find| !find.is_typed && find.at.is_some())
    }

    /// Puts a text into the line.
    pub(super) fn insert_to_find(&mut self, text: &str) {
        if let Some(find) = &mut self.visit.find {
            find.input = one_line(&find.input, text, LONGEST);
            self.find_first();
        }
    }

    fn edit_find(&mut self, request: InputRequest) {
        let Some(find) = &mut self.visit.find else {
            return;
        };
        if find
            .input
            .handle(request)
            .is_some_and(|change| change.value)
        {
            self.find_first();
        }
    }

    /// Shows the first place behind the beginning; where there is none, the beginning.
    fn find_first(&mut self) {
        self.set_pages();
        let rows = self.rows();
        let Some(start) = self.visit.find.as_ref().map(|find| find.start) else {
            return;
        };
        let reader = &mut self.visit.reader;
        reader.keep(start, rows);
        let from = reader.page.line_at(start);
        let found = &reader.page.found;
        let behind = found.iter().position(|lines| lines.start >= from);
        let at = behind.or_else(|| (!found.is_empty()).then_some(0));
        self.show_found(at);
    }

    /// To a place after or before the present one, around the page's end.
    fn find_next(&mut self, by: isize) {
        let found = isize::try_from(self.visit.reader.page.found.len()).unwrap_or(isize::MAX);
        let at = self.visit.find.as_ref().and_then(|find| find.at);
        if let (Some(at), true) = (at, found > 0) {
            let at = isize::try_from(at).unwrap_or(0) + by;
            self.show_found(usize::try_from(at.rem_euclid(found)).ok());
        }
    }

    fn show_found(&mut self, at: Option<usize>) {
        let rows = self.rows();
        let reader = &mut self.visit.reader;
        if let Some(lines) = at.and_then(|at| reader.page.found.get(at)).cloned() {
            reader.show_lines(lines, rows);
        }
        if let Some(find) = &mut self.visit.find {
            find.at = at;
        }
    }

    /// The line is left, and what was found stays marked. Nothing to find is no find.
    fn keep_found(&mut self) {
        self.visit.find = self
            .visit
            .find
            .take()
            .filter(|find| !find.wanted().is_empty());
        if let Some(find) = &mut self.visit.find {
            find.is_typed = false;
        }
    }

    /// Ends the find: back to where the reader was while it was typed, and after that where the reader is.
    fn end_find(&mut self) {
        let rows = self.rows();
        if let Some(find) = mem::take(&mut self.visit.find)
            && find.is_typed
        {
            self.visit.reader.keep(find.start, rows);
        }
    }
}
