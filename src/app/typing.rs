//! What is typed while something is read: it begins a query, and is never lost to the letters that act.
//!
//! A few letters do something while reading that can be taken back. One that is followed soon by another character was the
//! beginning of a word: what it did is taken back, and both begin the query. No timer is needed, since the next key's time
//! is compared.

use std::mem;

use chrono::{DateTime, TimeDelta, Utc};
use tui_input::InputRequest;

use super::searching::one_query;
use super::{Act, App, Command, Field, Notice, Visit};
use crate::frame::layout::Focus;
use crate::guide::questionnaire::Path;
use crate::page::{Medium, Subject};

/// A letter that is followed within this time was the beginning of a word. Who looks for each key takes a second for it.
const PAUSE: TimeDelta = TimeDelta::milliseconds(1_500);

/// So many letters of a word may have acted before it turned out to be one: `k` and, with something found, `n` of `know`.
const MOST_LETTERS: usize = 2;

/// The letters that acted last.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    /// What they begin if a word follows; empty after the same act again, which was meant.
    word: String,
    /// What the last of them did.
    did: mem::Discriminant<Act>,
    at: DateTime<Utc>,
    /// All that they can have changed, as it was.
    before: Option<Box<Visit>>,
}

impl App {
    /// Whether characters are read as a text for a field: while searching, finding, or in the menu.
    pub(super) const fn is_reading(&self) -> bool {
        let is_typed = self.visit.menu.is_some() || self.is_finding();
        matches!(self.visit.focus, Focus::Article) && !is_typed
    }

    /// Whether a text to find in the page is being typed.
    pub const fn is_finding(&self) -> bool {
        match &self.visit.find {
            Some(find) => find.is_typed,
            None => false,
        }
    }

    /// A letter that acts while reading, unless it means nothing here: then it is text like others.
    pub(super) fn letter(
        &mut self,
        typed: char,
        means: &Act,
        notice: Option<&Notice>,
        last: Option<Letters>,
    ) -> Option<Command> {
        if !self.acts_here(means) {
            self.visit.letters = last;
            return self.type_text(typed.encode_utf8(&mut [0; 4]));
        }
        let did = mem::discriminant(means);
        let (word, before) = match last.filter(|last| self.is_soon_after(last)) {
            None => (String::from(typed), Some(Box::new(self.visit.clone()))),
            Some(last) if last.goes_on_with(did) => {
                (last.word + typed.to_string().as_str(), last.before)
            }
            Some(_) => (String::new(), None),
        };
        let command = self.do_act(means.clone(), notice);
        self.visit.letters = Some(Letters {
            word,
            did,
            at: self.world.now,
            before,
        });
        command
    }

    fn is_soon_after(&self, letters: &Letters) -> bool {
        self.world.now - letters.at < PAUSE
    }

    /// Whether what a letter means can be done here.
    fn acts_here(&self, means: &Act) -> bool {
        let is_advice = matches!(self.visit.reader.subject, Subject::Advice(_));
        match means {
            Act::NextFound(_) => self.has_found(),
            Act::Quit => true,
            _ => !is_advice,
        }
    }

    /// A text that came by itself: a character that does not act, or what an input method commits.
    pub(super) fn type_text(&mut self, text: &str) -> Option<Command> {
        let last = self
            .visit
            .letters
            .take()
            .filter(|last| self.is_soon_after(last));
        let is_word = text.chars().count() == 1;
        if let Some(Letters {
            word,
            before: Some(before),
            ..
        }) = last
            && is_word
            && !text.starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace())
        {
            self.visit = *before;
            return self.begin_query(&(word + text));
        }
        if self.is_reading() {
            return self.begin_query(text);
        }
        self.insert(text)
    }

    /// A new query in the place of the one there is, whatever is on the screen.
    pub(super) fn begin_query(&mut self, text: &str) -> Option<Command> {
        self.remember_query();
        self.visit.find = None;
        self.visit.menu = None;
        self.visit.kept = None;
        self.visit.field = Field::Search;
        self.visit.input.reset();
        self.visit.focus = Focus::Search;
        self.insert(text)
    }

    /// Puts a text into the field or line that is typed in, as one line of clean text, as far as there is room.
    fn insert(&mut self, text: &str) -> Option<Command> {
        if self.visit.menu.is_some() {
            return self.insert_to_menu(text);
        }
        if self.is_finding() {
            self.insert_to_find(text);
            return None;
        }
        if mem::take(&mut self.visit.is_selected) {
            self.visit.input.reset();
        }
        self.visit.input = one_query(&self.visit.input, text, self.longest_query());
        self.search()
    }

    /// A digit while reading. Where it may begin a longer number it waits for the next, or for Enter; where no link has it,
    /// it is text like others.
    pub(super) fn digit(&mut self, digit: usize, pending: Option<usize>) -> Option<Command> {
        let number = pending.unwrap_or(0) * 10 + digit;
        let most = self.most_numbers();
        if self.setup.medium == Medium::Window && (1..=most / 10).contains(&number) {
            self.visit.number = Some(number);
            return None;
        }
        if self.setup.medium == Medium::Window && !(1..=most).contains(&number) {
            // Among answers it is a slip.
            return if self.is_asked() {
                None
            } else {
                self.begin_query(&number.to_string())
            };
        }
        self.follow_number(number)
    }

    /// Follows the link with this number, or ticks its box, or gives its answer.
    pub(super) fn follow_number(&mut self, number: usize) -> Option<Command> {
        let rows = self.rows();
        if number > self.visit.reader.numbered(rows) {
            return self.follow_aside_number(number);
        }
        let link = self.visit.reader.link_of(number, rows)?;
        self.visit.reader.link = Some(link);
        self.follow_link()
    }

    /// What an act means after a digit that waits; gives back what it does not change.
    pub(super) fn after_digit(&mut self, act: Act, pending: usize) -> Result<Option<Command>, Act> {
        match act {
            Act::FollowLink(digit) => Ok(self.digit(digit, Some(pending))),
            Act::Edit(InputRequest::InsertChar('0' | '０')) => Ok(self.digit(0, Some(pending))),
            Act::Edit(InputRequest::InsertChar(c)) => {
                Ok(self.begin_query(&format!("{pending}{c}")))
            }
            Act::Letter { typed, .. } => Ok(self.begin_query(&format!("{pending}{typed}"))),
            Act::Open => Ok(self.follow_number(pending)),
            Act::Back | Act::Edit(InputRequest::DeletePrevChar) => Ok(None),
            act => Err(act),
        }
    }

    /// Backspace while reading: to the field, with its text; among questions one question back.
    pub(super) fn step_out(&mut self) -> Option<Command> {
        if matches!(self.visit.reader.subject, Subject::Advice(_)) {
            return self.back();
        }
        self.visit.focus = Focus::Search;
        None
    }

    /// The questions, where they were left; asked for again while they are read, from the first on.
    pub(super) fn questions(&self) -> Path {
        let left = self
            .visit
            .asked
            .filter(|_| self.setup.medium == Medium::Window);
        match self.visit.reader.subject {
            Subject::Advice(_) if self.visit.focus == Focus::Article => Path::START,
            _ => left.unwrap_or(Path::START),
        }
    }
}

impl Letters {
    /// Whether a letter that does something else may go on with the word that they begin.
    fn goes_on_with(&self, did: mem::Discriminant<Act>) -> bool {
        self.did != did && (1..MOST_LETTERS).contains(&self.word.chars().count())
    }
}
