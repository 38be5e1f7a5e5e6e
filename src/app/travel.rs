//! Going from one thing to read to another, and back.

use super::reader::Place;
use super::update::FAR;
use super::{App, Command, Entry, Field, Notice};
use crate::frame::layout::Focus;
use crate::guide::questionnaire::{Choice, Path, Step};
use crate::guide::{SectionRef, checklist};
use crate::page::{Medium, Subject, Target};

impl App {
    /// The article follows the selection.
    pub(super) fn read_selected(&mut self) {
        let subject = match self.visit.entries.selected() {
            Some(Entry::Page(subject)) => subject,
            Some(Entry::Group(group)) => Subject::Group(group),
            Some(entry) => self
                .hit(entry)
                .map_or_else(|| self.first(), |hit| Subject::Section(hit.section)),
            None => self.first(),
        };
        self.visit.reader.history.clear();
        self.visit.reader.ahead.clear();
        self.turn_to(subject);
    }

    /// What is read where nothing is chosen.
    fn first(&self) -> Subject {
        let guide = self.world.guide.as_deref();
        guide.map_or_else(Subject::default, Subject::first)
    }

    pub(super) fn read(&mut self, subject: Subject) {
        self.turn_to(subject);
        self.set_pages();
    }

    /// Something else is to be read; its page is still to be set.
    fn turn_to(&mut self, subject: Subject) {
        self.visit.reader.subject = subject;
        self.visit.reader.link = None;
        self.visit.reader.below = 0;
        self.visit.reader.scroll_to(0, 0);
        self.visit.reader.wanted = match subject {
            Subject::Section(at) => Some(at.section),
            _ => None,
        };
    }

    /// Follows the chosen link; where none is chosen, says how to choose one.
    pub(super) fn follow_link(&mut self) -> Option<Command> {
        let Some(link) = self.visit.reader.chosen_link() else {
            let has_any = !self.visit.reader.page.links.is_empty();
            self.visit.notice = has_any.then_some(Notice::NoLink);
            return None;
        };
        let (target, from) = (link.target.clone(), link.lines.start);
        self.follow(target, from)
    }

    /// Goes where a link leads that stands on a line, or does what it does.
    pub(super) fn follow(&mut self, target: Target, line: usize) -> Option<Command> {
        let guide = self.world.guide.as_ref()?;
        let subject = match target {
            Target::Id(id) => guide.find(&id).map(Subject::Section),
            Target::Subject(subject) => Some(subject),
            Target::Tick(section, task) => {
                self.visit.ticks.toggle(section, task);
                return None;
            }
            Target::Begin(language) => return self.speak(language),
            Target::Web(address) => {
                self.show_address(&address, line);
                return None;
            }
            Target::Copy(text) => {
                let called = self.visit.reader.link_text();
                return self.copy(text, &called);
            }
        };
        match subject {
            Some(subject) => self.go_to(subject),
            None => self.visit.notice = Some(Notice::BrokenLink),
        }
        None
    }

    /// Reads an entry, wherever the selection was.
    pub(super) fn open_entry(&mut self, index: usize) {
        if let Some(&entry) = self.visit.entries.all().get(index) {
            self.visit.entries.select(entry);
            self.read_selected();
            self.visit.focus = Focus::Article;
        }
    }

    /// To the next or the previous section. Where each is a page of its own, Back leads to where the first was read from.
    pub(super) fn move_sections(&mut self, by: isize) {
        if self.setup.medium == Medium::Window {
            let rows = self.rows();
            self.visit.reader.move_sections(by, rows);
        } else if let Some(section) = self.neighbour(by) {
            self.read(Subject::Section(section));
        }
    }

    /// The section after or before the one that is read, in the same article.
    pub fn neighbour(&self, by: isize) -> Option<SectionRef> {
        let (article, section) = match self.visit.reader.subject {
            Subject::Article(article) => (article, by.checked_sub(1)?.try_into().ok()?),
            Subject::Section(at) => (at.article, at.section.checked_add_signed(by)?),
            _ => return None,
        };
        let sections = &self.world.guide.as_ref()?.articles.get(article)?.sections;
        (section < sections.len()).then_some(SectionRef { article, section })
    }

    /// The way to the question that is read, where one is.
    pub fn open_question(&self) -> Option<Path> {
        let questions = self.world.guide.as_ref()?.questionnaire.as_ref()?;
        match self.visit.reader.subject {
            Subject::Advice(path) if matches!(questions.walk(path).at, Step::Question(_)) => {
                Some(path)
            }
            _ => None,
        }
    }

    /// Whether a question is read, whose answers are chosen like entries of a list.
    pub fn is_asked(&self) -> bool {
        self.visit.focus == Focus::Article
            && self.setup.medium == Medium::Window
            && self.open_question().is_some()
    }

    /// Whether a list is read, of which each line leads somewhere: its lines are chosen like entries of a list.
    pub fn is_choice(&self) -> bool {
        let is_list = self.visit.focus == Focus::Article
            && self.setup.medium == Medium::Window
            && self.visit.reader.subject.is_choice();
        is_list || self.is_asked()
    }

    pub(super) fn skip_question(&mut self) {
        if let Some(path) = self.open_question() {
            self.go_to(Subject::Advice(path.then(Choice::Skip)));
        }
    }

    /// Reads a page of the program's own; asked for again, it stays as it is.
    pub(super) fn open_page(&mut self, subject: Subject) {
        if self.visit.reader.subject == subject {
            self.visit.focus = Focus::Article;
        } else if self.world.guide.is_some() {
            self.go_to(subject);
        }
    }

    /// The checklist that belongs to what is being read: the section's, or the article's first. On a checklist, and where
    /// there is none, the list of all.
    pub(super) fn card(&self) -> Subject {
        let Some(guide) = &self.world.guide else {
            return Subject::Cards;
        };
        if self.visit.focus == Focus::Search && self.query().is_empty() {
            // Nothing is read yet: a topic is only looked at.
            return Subject::Cards;
        }
        let reading = self.visit.reader.subject;
        let cards = checklist::sections(guide, reading.article(), self.visit.language);
        let own = match reading {
            Subject::Section(at) => cards.iter().find(|&&card| card == at).or(cards.first()),
            Subject::Article(_) => cards.first(),
            _ => None,
        };
        own.map_or(Subject::Cards, |&at| Subject::Card(at))
    }

    /// The table of contents of the article that is being read, with the present section chosen. Asked for again, it
    /// closes.
    pub(super) fn open_contents(&mut self) {
        if let Subject::Contents(_) = self.visit.reader.subject {
            if self.visit.focus == Focus::Article {
                self.back();
            }
            self.visit.focus = Focus::Article;
            return;
        }
        let Some(at) = self.section_read() else {
            self.visit.notice = Some(Notice::NoContents);
            return;
        };
        self.go_to(Subject::Contents(at));
        let rows = self.rows();
        if let Some(link) = self.visit.reader.page.links.get(at.section) {
            self.visit.reader.show_lines(link.lines.clone(), rows);
            self.visit.reader.link = Some(at.section);
        }
    }

    /// The section under the reader's eyes: the one that was found, as long as it is in the window, or else the one at
    /// the top.
    pub fn section_read(&self) -> Option<SectionRef> {
        let reader = &self.visit.reader;
        let article = match reader.subject {
            Subject::Section(at) if reader.top == 0 || self.shows_section(at.section) => {
                return Some(at);
            }
            Subject::Card(at) | Subject::Contents(at) => return Some(at),
            subject => subject.article()?,
        };
        let last = self
            .world
            .guide
            .as_ref()?
            .articles
            .get(article)?
            .sections
            .len();
        let section = reader.page.section_at(reader.top);
        Some(SectionRef {
            article,
            section: section.min(last.saturating_sub(1)),
        })
    }

    /// Whether a section's heading is in the window.
    fn shows_section(&self, section: usize) -> bool {
        let window = self.visit.reader.top..self.visit.reader.top + self.rows();
        let heading = self.visit.reader.page.sections.get(section);
        heading.is_some_and(|line| window.contains(line))
    }

    /// Reads something else; Back leads to where the reader is now.
    pub(super) fn go_to(&mut self, subject: Subject) {
        let here = self.place();
        self.visit.reader.history.push(here);
        self.visit.reader.ahead.clear();
        self.visit.focus = Focus::Article;
        self.read(subject);
    }

    const fn place(&self) -> Place {
        Place {
            focus: self.visit.focus,
            subject: self.visit.reader.subject,
            position: self.visit.reader.position(),
            link: self.visit.reader.link,
        }
    }

    /// Reads on where the reader has been.
    fn return_to(&mut self, place: &Place) {
        self.read(place.subject);
        self.visit.reader.wanted = None;
        self.visit.reader.link = place.link;
        let rows = self.rows();
        self.visit.reader.keep(place.position, rows);
        self.visit.focus = place.focus;
    }

    /// Takes the last step back again.
    pub(super) fn forward(&mut self) {
        if let Some(place) = self.visit.reader.ahead.pop() {
            let here = self.place();
            self.visit.reader.history.push(here);
            self.return_to(&place);
            self.visit.focus = Focus::Article;
        }
    }

    /// One step back: along the links followed, to the search, to the topics.
    pub(super) fn back(&mut self) -> Option<Command> {
        if self.visit.focus == Focus::Article {
            if let Some(place) = self.visit.reader.history.pop() {
                let here = self.place();
                self.visit.reader.ahead.push(here);
                self.return_to(&place);
            } else {
                self.visit.focus = Focus::Search;
            }
            return None;
        }
        if self.visit.field == Field::Check {
            return self.leave_check();
        }
        if self.visit.input.value().is_empty() {
            if self.visit.entries.selected_index() == Some(0) {
                if self.is_public() {
                    return self.wipe();
                }
                self.visit.notice = Some(Notice::HowToQuit);
            }
            self.visit.entries.select_by(-FAR);
            self.read_selected();
            return None;
        }
        self.visit.input.reset();
        self.search()
    }
}
