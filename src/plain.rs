//! The browser as a dialogue in lines: for screen readers, for terminals that cannot move a cursor, and for pipes.
//!
//! It is the same [`App`] as on the screen. A line that was typed becomes messages, and what the state then is becomes text:
//! no signs that only eyes understand, and nothing twice. Knows no terminal and no clock; [`dialogue::hold`] is the loop.

mod command;
pub mod dialogue;
mod view;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tui_input::InputRequest;

use crate::app::{self, Act, App, News, Notice, SearchRequest, acts};
use crate::frame::layout::{Focus, Size};
use crate::guide::Guide;
use crate::i18n::{self, plain as words, screen};
use crate::language::Language;
use crate::page::{Subject, Target};
use crate::search::Results;
use command::{Command, Request};

/// Answers a search. `None`: the program is to end.
pub type Ask<'a> = dyn FnMut(&SearchRequest) -> Option<Results> + 'a;

/// The state of the dialogue.
#[derive(Debug)]
pub struct Plain {
    app: App,
    /// The first entry of the list that was said last.
    first: usize,
    /// What Back led away from, the last one first to be gone to. A dialogue has one guide from its beginning to its end, for
    /// nothing but [`Plain::new`] takes one: these need not be moved into another.
    ahead: Vec<Ahead>,
}

/// Where Forward leads.
#[derive(Debug)]
enum Ahead {
    Page(Subject),
    Query(String),
}

/// The program is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End;

/// What is said, or the end.
type Said = Result<String, End>;

impl Plain {
    /// A dialogue in lines of so many columns, with a reader of a language who lives in the zone `viewer`.
    pub fn new(
        guide: Arc<Guide>,
        now: DateTime<Utc>,
        viewer: Tz,
        language: Language,
        columns: usize,
    ) -> Self {
        let mut app = App::new(size(columns), now, viewer, language, Vec::new()).in_lines();
        // The field is empty, so there is nothing to search for.
        let _ = app.update(News::GuideLoaded(guide));
        Self {
            app,
            first: 0,
            ahead: Vec::new(),
        }
    }

    /// What is said first.
    pub fn greeting(&self) -> String {
        view::greeting(&self.app)
    }

    pub const fn language(&self) -> Language {
        self.app.visit.language
    }

    /// Takes a line that came at an instant, for lines of so many columns; says what there is to say.
    pub fn take(
        &mut self,
        line: &str,
        now: DateTime<Utc>,
        columns: usize,
        ask: &mut Ask<'_>,
    ) -> Said {
        let before = self.app.statuses().to_vec();
        let _ = self.app.update(News::Resize(size(columns)));
        let _ = self.app.update(News::Tick(now));
        let news = view::news(&self.app, &before);
        let languages = self.languages();
        let words = self.app.world.guide.as_deref().map(acts::words_in);
        let words = words.unwrap_or_default();
        let answer = match Request::parse(line, self.numbers(), &words, &languages) {
            Request::Nothing => self.note(words::texts(self.app.visit.language).hint),
            Request::Query(query) => self.search(&query, ask)?,
            Request::Command(command) => self.obey(command, ask)?,
        };
        Ok(match news {
            Some(news) => format!("{news}\n{answer}"),
            None => answer,
        })
    }

    fn obey(&mut self, command: Command, ask: &mut Ask<'_>) -> Said {
        match command {
            Command::Number(number) => self.choose(number, ask),
            Command::Language(language) => self.speak(Act::Speak(language), ask),
            Command::Word(word) => match acts::of_word(word) {
                Some(act) => self.act(act, ask),
                None => Ok(self.here()),
            },
        }
    }

    /// Does what a word stands for. Most of it is what the screen does; but lines have no screens to scroll, and what
    /// cannot be done here is said.
    fn act(&mut self, act: &Act, ask: &mut Ask<'_>) -> Said {
        let texts = words::texts(self.app.visit.language);
        match act {
            Act::Skip if !self.has_question() => Ok(self.note(texts.no_question)),
            Act::AcceptSuggestion if self.app.suggestion().is_none() => {
                Ok(self.note(texts.nothing_suggested))
            }
            Act::MoveSections(by) => self.step(*by, ask),
            Act::Back => self.back(ask),
            Act::Forward => self.forward(ask),
            Act::SwitchLanguage => self.speak(Act::SwitchLanguage, ask),
            Act::Redraw => Ok(self.here()),
            Act::Help => Ok(view::help(&self.app)),
            Act::Quit => Err(End),
            Act::AcceptSuggestion => {
                self.first = 0;
                self.go(Act::AcceptSuggestion, ask)
            }
            // An empty field has the topics below it.
            Act::Edit(_) => {
                self.first = 0;
                self.send(act.clone(), ask)?;
                self.go(Act::FocusSearch, ask)
            }
            _ => self.go(act.clone(), ask),
        }
    }

    /// The languages that can be asked for: the guide's, and those that the program speaks.
    fn languages(&self) -> Vec<Language> {
        let guide = self
            .app
            .world
            .guide
            .iter()
            .flat_map(|guide| &guide.languages);
        guide.copied().chain(i18n::SPOKEN).collect()
    }

    /// How many things can be chosen by their numbers here.
    fn numbers(&self) -> usize {
        let (entries, links) = (
            self.app.visit.entries.all(),
            &self.app.visit.reader.page.links,
        );
        match self.app.visit.focus {
            Focus::Search => entries.len(),
            Focus::Article => links.len(),
        }
    }

    /// Whether a question waits for its answer.
    fn has_question(&self) -> bool {
        self.app.visit.focus == Focus::Article && self.app.open_question().is_some()
    }

    /// Opens, ticks or answers what has this number.
    fn choose(&mut self, number: usize, ask: &mut Ask<'_>) -> Said {
        let (lang, count) = (self.app.visit.language, self.numbers());
        let Some(index) = number.checked_sub(1).filter(|&index| index < count) else {
            return Ok(self.note(&match count {
                0 => words::texts(lang).no_numbers.to_owned(),
                _ => words::out_of_range(count, lang),
            }));
        };
        if self.app.visit.focus == Focus::Search {
            return self.go(Act::OpenEntry(index), ask);
        }
        let link = self.app.visit.reader.page.links.get(index);
        if let Some(&Target::Tick(section, task)) = link.map(|link| &link.target) {
            self.send(Act::FollowLink(number), ask)?;
            return Ok(view::ticked(&self.app, section, task));
        }
        let said = self.go(Act::FollowLink(number), ask);
        if self.app.visit.notice == Some(Notice::BrokenLink) {
            return Ok(self.note(screen::texts(lang).broken_link));
        }
        said
    }

    /// To the next or the previous section, or entries of the list.
    fn step(&mut self, by: isize, ask: &mut Ask<'_>) -> Said {
        let texts = words::texts(self.app.visit.language);
        if self.app.visit.focus == Focus::Search {
            let few = view::few(&self.app).cast_signed();
            let first = self.first.checked_add_signed(by * few);
            let Some(first) = first.filter(|&first| first < self.app.visit.entries.all().len())
            else {
                return Ok(self.note(texts.no_more_entries));
            };
            self.first = first;
            return Ok(self.here());
        }
        if self.app.neighbour(by).is_none() {
            return Ok(self.note(texts.no_section));
        }
        self.ahead.clear();
        self.send(Act::MoveSections(by), ask)?;
        Ok(view::page(&self.app, false))
    }

    fn back(&mut self, ask: &mut Ask<'_>) -> Said {
        let query = self.app.query().to_owned();
        if self.app.visit.focus == Focus::Search && query.is_empty() {
            return Ok(self.note(words::texts(self.app.visit.language).at_the_beginning));
        }
        self.ahead.push(match self.app.visit.focus {
            Focus::Article => Ahead::Page(self.app.visit.reader.subject),
            Focus::Search => Ahead::Query(query),
        });
        if self.app.visit.focus == Focus::Search {
            self.first = 0;
        }
        self.send(Act::Back, ask)?;
        Ok(self.here())
    }

    fn forward(&mut self, ask: &mut Ask<'_>) -> Said {
        match self.ahead.pop() {
            Some(Ahead::Page(subject)) => self.send(Act::OpenPage(subject), ask)?,
            Some(Ahead::Query(query)) => self.ask(&query, ask)?,
            None => return Ok(self.note(words::texts(self.app.visit.language).nothing_ahead)),
        }
        Ok(self.here())
    }

    fn search(&mut self, query: &str, ask: &mut Ask<'_>) -> Said {
        self.ahead.clear();
        self.ask(query, ask)?;
        Ok(self.here())
    }

    /// Puts a query into the empty field.
    fn ask(&mut self, query: &str, ask: &mut Ask<'_>) -> Result<(), End> {
        self.first = 0;
        self.send(Act::Edit(InputRequest::DeleteLine), ask)?;
        self.send(Act::Paste(query.to_owned()), ask)
    }

    fn speak(&mut self, act: Act, ask: &mut Ask<'_>) -> Said {
        let now = self.app.visit.language;
        if matches!(act, Act::Speak(language) if language == now) {
            return Ok(self.note(&words::same_language(now)));
        }
        self.send(act, ask)?;
        if self.app.visit.language == now {
            return Ok(self.note(words::texts(now).one_language));
        }
        Ok(self.here())
    }

    /// Does what leads somewhere else, and says what is there.
    fn go(&mut self, act: Act, ask: &mut Ask<'_>) -> Said {
        self.ahead.clear();
        self.send(act, ask)?;
        Ok(self.here())
    }

    /// Does something, and carries out what that asks for.
    fn send(&mut self, act: Act, ask: &mut Ask<'_>) -> Result<(), End> {
        if let Some(app::Command::Search(request)) = self.app.update(act) {
            let results = ask(&request).ok_or(End)?;
            // An answer asks for nothing.
            let _ = self.app.update(News::Answer(request.id, results));
        }
        Ok(())
    }

    /// What is at the present place.
    fn here(&self) -> String {
        match self.app.visit.focus {
            Focus::Search => view::list(&self.app, self.first),
            Focus::Article => view::page(&self.app, true),
        }
    }

    fn note(&self, text: &str) -> String {
        view::note(&self.app, text)
    }
}

/// Only the columns count.
fn size(columns: usize) -> Size {
    Size {
        columns: u16::try_from(columns).unwrap_or(u16::MAX),
        rows: 24,
    }
}
