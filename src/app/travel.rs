//! Going from one thing to read to another, and back.

use super::reader::{Place, Subject, Target};
use super::update::FAR;
use super::{App, Command, Entry, Field, Notice};
use crate::desk::questionnaire::{Choice, Path, Step};
use crate::guide::checklist;
use crate::ui::layout::Focus;

impl App {
    /// The article follows the selection.
    pub(super) fn read_selected(&mut self) {
        let subject = match self.entries.selected() {
            Some(Entry::Check) => Subject::Check,
            Some(Entry::Article(article)) => Subject::Article(article),
            Some(Entry::Advice) => Subject::Advice(Path::START),
            Some(entry) => self
                .hit(entry)
                .map_or(Subject::Desks, |hit| Subject::Section(hit.section)),
            None => Subject::Desks,
        };
        self.reader.history.clear();
        self.read(subject);
    }

    pub(super) fn read(&mut self, subject: Subject) {
        self.reader.subject = subject;
        self.reader.link = None;
        self.reader.scroll_to(0, 0);
        self.reader.wanted = match subject {
            Subject::Section(at) => Some(at.section),
            _ => None,
        };
        self.set_pages();
    }

    /// Follows the chosen link; where none is chosen, chooses the first in the window.
    pub(super) fn follow_link(&mut self) -> Option<Command> {
        let guide = self.guide.as_ref()?;
        let Some(link) = self.reader.chosen_link() else {
            let rows = self.rows();
            self.reader.choose_link(1, rows);
            return None;
        };
        let subject = match &link.target {
            Target::Id(id) => guide.find(id).map(Subject::Section),
            Target::Subject(subject) => Some(*subject),
            Target::Tick(section, task) => {
                self.ticks.toggle(*section, *task);
                return None;
            }
            Target::Web(address) => {
                let (address, line) = (address.clone(), link.lines.start);
                self.show_address(&address, line);
                return None;
            }
            Target::Copy(text) => {
                let text = text.clone();
                return self.copy(text);
            }
        };
        match subject {
            Some(subject) => self.go_to(subject),
            None => self.notice = Some(Notice::BrokenLink),
        }
        None
    }

    pub(super) fn skip_question(&mut self) {
        let questionnaire = self.guide.as_ref().and_then(|g| g.questionnaire.as_ref());
        if let (Subject::Advice(path), Some(questions)) = (self.reader.subject, questionnaire)
            && let Step::Question(_) = questions.walk(path).at
        {
            self.go_to(Subject::Advice(path.then(Choice::Skip)));
        }
    }

    /// Reads a page of the program's own; asked for again, it stays as it is.
    pub(super) fn open_page(&mut self, subject: Subject) {
        if self.reader.subject == subject {
            self.focus = Focus::Article;
        } else if self.guide.is_some() {
            self.go_to(subject);
        }
    }

    /// The checklist that belongs to what is being read: the section's, or the article's first. On a checklist, and where
    /// there is none, the list of all.
    pub(super) fn card(&self) -> Subject {
        let Some(guide) = &self.guide else {
            return Subject::Cards;
        };
        let reading = self.reader.subject;
        let cards = checklist::sections(guide, reading.article(), self.language);
        let own = match reading {
            Subject::Section(at) => cards.iter().find(|&&card| card == at).or(cards.first()),
            Subject::Article(_) => cards.first(),
            _ => None,
        };
        own.map_or(Subject::Cards, |&at| Subject::Card(at))
    }

    /// Reads something else; Back leads to where the reader is now.
    pub(super) fn go_to(&mut self, subject: Subject) {
        self.reader.history.push(Place {
            focus: self.focus,
            subject: self.reader.subject,
            position: self.reader.position(),
            link: self.reader.link,
        });
        self.focus = Focus::Article;
        self.read(subject);
    }

    /// One step back: along the links followed, to the search, to the topics.
    pub(super) fn back(&mut self) -> Option<Command> {
        if self.focus == Focus::Article {
            if let Some(place) = self.reader.history.pop() {
                self.read(place.subject);
                self.reader.wanted = None;
                self.reader.link = place.link;
                let rows = self.rows();
                self.reader.keep(place.position, rows);
                self.focus = place.focus;
            } else {
                self.focus = Focus::Search;
            }
            return None;
        }
        if self.field == Field::Check {
            self.field = Field::Search;
            self.input.reset();
            return self.search();
        }
        if self.input.value().is_empty() {
            self.entries.select_by(-FAR);
            self.read_selected();
            return None;
        }
        self.input.reset();
        self.search()
    }
}
