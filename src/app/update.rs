//! How messages change the state. Deterministic, without IO.

use std::mem;
use std::sync::Arc;

use tui_input::InputRequest;

use super::message::End;
use super::reader::{PageKey, Place, Subject, Target};
use super::{
    App, Checked, Command, Entries, Entry, Field, HITS, Message, Notice, Reader, SearchRequest,
};
use crate::desk::questionnaire::{Choice, Path, Step};
use crate::guide::{Guide, SectionRef, checklist};
use crate::i18n::summary;
use crate::search::Results;
use crate::search::highlight::Highlighter;
use crate::text::clean::clean;
use crate::ui::layout::{Focus, Size};
use crate::ui::typeset::{self, Measure, Medium};

/// The longest query, in characters: more than anybody types, and little enough to be quick.
const LONGEST_QUERY: usize = 1_000;

/// As many keys may be ahead of the results that they choose among.
const MOST_EARLY_KEYS: usize = 64;

/// Farther than any list or text is long.
const FAR: isize = isize::MAX / 2;

impl App {
    /// Changes the state; what is to be done outside comes back.
    pub fn update(&mut self, message: Message) -> Option<Command> {
        let notice = mem::take(&mut self.notice);
        let command = match message {
            Message::Tick(now) => {
                let minute = self.minute();
                self.now = now;
                // Whoever pressed Ctrl-C a while ago does not mean to quit by pressing it again.
                self.notice = notice.filter(|_| self.minute() == minute);
                None
            }
            Message::Resize(size) => {
                self.size = size;
                self.notice = notice;
                None
            }
            Message::GuideLoaded(guide) => self.open_guide(guide),
            Message::Indexing(pace) => {
                self.notice = notice;
                self.indexing = Some(pace);
                None
            }
            Message::Indexed => {
                self.notice = notice;
                self.indexing = None;
                self.search_again()
            }
            Message::Answer(id, results) => {
                self.notice = notice;
                self.take_answer(id, results)
            }
            Message::Redraw => Some(Command::Redraw),
            Message::Suspend => Some(Command::Suspend),
            Message::Quit if self.help.is_none() => Some(Command::Quit),
            Message::Interrupt if notice == Some(Notice::QuitAgain) => Some(Command::Quit),
            Message::Interrupt => {
                self.notice = Some(Notice::QuitAgain);
                None
            }
            message => self.update_by_key(message),
        };
        self.set_pages();
        command
    }

    fn update_by_key(&mut self, message: Message) -> Option<Command> {
        match message {
            Message::Paste(text) => self.paste(&text),
            Message::SwitchLanguage => self.switch_language(),
            Message::SwitchField => self.switch_field(),
            Message::OpenPage(subject) => {
                self.help = None;
                self.open_page(subject);
                None
            }
            Message::OpenCard => {
                self.help = None;
                self.open_page(self.card());
                None
            }
            message if self.help.is_some() => {
                self.update_help(&message);
                None
            }
            Message::Edit(InputRequest::InsertChar('?' | '？'))
                if self.input.value().is_empty() =>
            {
                // Nobody asks for a lone question mark but for help.
                self.help = Some(Reader::default());
                None
            }
            Message::Edit(request) => self.edit(request),
            Message::Back => self.back(),
            message => self.choose(message),
        }
    }

    /// The keys while the help is open: it scrolls, and all others that mean something close it.
    fn update_help(&mut self, message: &Message) {
        let rows = self.rows();
        let Some(help) = &mut self.help else { return };
        match *message {
            Message::Move(by) | Message::Scroll(by) => help.scroll(by, rows),
            Message::MovePages(by) => help.scroll(by * page(rows), rows),
            Message::MoveToEnd(End::First) => help.scroll_to(0, rows),
            Message::MoveToEnd(End::Last) => help.scroll(FAR, rows),
            _ => self.help = None,
        }
    }

    /// The keys that choose something; those that choose among results still to come are kept until these are there.
    fn choose(&mut self, message: Message) -> Option<Command> {
        let chooses = matches!(
            message,
            Message::Move(_)
                | Message::MovePages(_)
                | Message::MoveToEnd(_)
                | Message::Open
                | Message::SwitchPane
                | Message::AcceptSuggestion
        );
        if chooses && self.focus == Focus::Search && self.awaits_answer() {
            if self.early.len() < MOST_EARLY_KEYS {
                self.early.push(message);
            }
            return None;
        }
        if matches!(message, Message::AcceptSuggestion) {
            return self.accept_suggestion();
        }
        self.move_or_open(&message);
        None
    }

    fn move_or_open(&mut self, message: &Message) {
        let rows = self.rows();
        match *message {
            Message::Move(by) => self.move_by(by, 1),
            Message::MovePages(by) => self.move_by(by, page(rows)),
            Message::MoveToEnd(End::First) => self.move_by(-FAR, 1),
            Message::MoveToEnd(End::Last) => self.move_by(FAR, 1),
            Message::Scroll(by) => self.reader.scroll(by, rows),
            Message::MoveSections(by) => self.move_sections(by),
            Message::ChooseLink(by) => self.reader.choose_link(by, rows),
            Message::Open if self.focus == Focus::Article => self.follow_link(),
            Message::FollowLink(link) if link < self.reader.page.links.len() => {
                self.reader.link = Some(link);
                self.follow_link();
            }
            Message::Skip => self.skip_question(),
            Message::OpenEntry(index) => self.open_entry(index),
            // Where nothing is selected, the article's pane says who can be reached.
            Message::Open if !self.entries.all().is_empty() => self.focus = Focus::Article,
            Message::SwitchPane => {
                self.focus = match self.focus {
                    Focus::Search => Focus::Article,
                    Focus::Article => Focus::Search,
                };
            }
            Message::FocusSearch => self.focus = Focus::Search,
            Message::Help => self.help = Some(Reader::default()),
            _ => {}
        }
    }

    fn open_guide(&mut self, guide: Arc<Guide>) -> Option<Command> {
        self.language = guide.language_for(Some(self.language));
        self.entries = Entries::topics(&guide);
        self.guide = Some(guide);
        self.search()
    }

    /// The query becomes what was suggested; the cursor stands behind it.
    fn accept_suggestion(&mut self) -> Option<Command> {
        let suggestion = self.suggestion()?.to_owned();
        self.input = mem::take(&mut self.input).with_value(suggestion);
        self.search()
    }

    fn edit(&mut self, request: InputRequest) -> Option<Command> {
        let full = self.input.value().chars().count() >= LONGEST_QUERY;
        if full && matches!(request, InputRequest::InsertChar(_)) {
            return None;
        }
        let changed = self.input.handle(request)?.value;
        if changed { self.search() } else { None }
    }

    /// Pasted text goes in as one line of clean text, as far as there is room.
    fn paste(&mut self, text: &str) -> Option<Command> {
        let room = LONGEST_QUERY.saturating_sub(self.input.value().chars().count());
        // The cap comes first: whatever is pasted, no more than this is looked at.
        let capped: String = text.chars().take(room).collect();
        let line = clean(&capped).replace(['\n', '\t'], " ");
        let at = self.input.cursor();
        let mut value: String = self.input.value().chars().take(at).collect();
        value.push_str(&line);
        value.extend(self.input.value().chars().skip(at));
        let cursor = at + line.chars().count();
        self.input = mem::take(&mut self.input)
            .with_value(value)
            .with_cursor(cursor);
        self.focus = Focus::Search;
        self.help = None;
        self.search()
    }

    /// Asks for the hits of the present query, or goes back to the topics where there is none.
    pub(super) fn search(&mut self) -> Option<Command> {
        let guide = Arc::clone(self.guide.as_ref()?);
        self.last_search += 1;
        self.early.clear();
        if self.field == Field::Check {
            self.check_alone(&guide);
            return None;
        }
        if self.query().is_empty() {
            self.last_answer = self.last_search;
            self.results = None;
            self.entries = Entries::topics(&guide);
            self.read_selected();
            return None;
        }
        Some(Command::Search(SearchRequest {
            id: self.last_search,
            query: self.query().to_owned(),
            language: self.language,
            limit: HITS,
        }))
    }

    /// Asks the new index what was asked before. Keys that wait for the answer go on waiting.
    fn search_again(&mut self) -> Option<Command> {
        if self.query().is_empty() {
            return None;
        }
        let early = mem::take(&mut self.early);
        let command = self.search();
        self.early = early;
        command
    }

    fn take_answer(&mut self, id: u64, results: Results) -> Option<Command> {
        if id != self.last_search || !self.awaits_answer() {
            return None;
        }
        self.last_answer = id;
        let same_query = self
            .results
            .as_ref()
            .is_some_and(|last| last.query == results.query);
        let section = match self.reader.subject {
            Subject::Section(section) if same_query => Some(section),
            _ => None,
        };
        self.checked = match &self.guide {
            Some(guide) => Checked::new(guide, &results.query),
            None => Checked::default(),
        };
        self.entries = Entries::found(&results);
        if !self.checked.findings.is_empty() {
            self.entries = mem::take(&mut self.entries).behind_check();
        }
        self.results = Some(results);
        let same =
            self.entries.all().iter().find(|&&entry| {
                section.is_some() && self.hit(entry).map(|hit| hit.section) == section
            });
        if let Some(&entry) = same {
            self.entries.select(entry);
        } else if self.focus == Focus::Search {
            self.read_selected();
        }
        let mut command = None;
        for message in mem::take(&mut self.early) {
            command = self.choose(message).or(command);
        }
        command
    }

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

    fn read(&mut self, subject: Subject) {
        self.reader.subject = subject;
        self.reader.link = None;
        self.reader.scroll_to(0, 0);
        self.reader.wanted = match subject {
            Subject::Section(at) => Some(at.section),
            _ => None,
        };
        self.set_pages();
    }

    fn move_by(&mut self, by: isize, lines: isize) {
        let by = by.saturating_mul(lines);
        match self.focus {
            Focus::Search => {
                self.entries.select_by(by);
                self.read_selected();
            }
            Focus::Article => {
                let rows = self.rows();
                self.reader.scroll(by, rows);
            }
        }
    }

    /// Follows the chosen link; where none is chosen, chooses the first in the window.
    fn follow_link(&mut self) {
        let Some(guide) = &self.guide else { return };
        let Some(link) = self.reader.chosen_link() else {
            let rows = self.rows();
            self.reader.choose_link(1, rows);
            return;
        };
        let subject = match &link.target {
            Target::Id(id) => guide.find(id).map(Subject::Section),
            Target::Subject(subject) => Some(*subject),
            Target::Tick(section, task) => {
                self.ticks.toggle(*section, *task);
                return;
            }
        };
        match subject {
            Some(subject) => self.go_to(subject),
            None => self.notice = Some(Notice::BrokenLink),
        }
    }

    /// Reads an entry, wherever the selection was.
    fn open_entry(&mut self, index: usize) {
        if let Some(&entry) = self.entries.all().get(index) {
            self.entries.select(entry);
            self.read_selected();
            self.focus = Focus::Article;
        }
    }

    /// To the next or the previous section. Where each is a page of its own, Back leads to where the first was read from.
    fn move_sections(&mut self, by: isize) {
        if self.medium == Medium::Window {
            let rows = self.rows();
            self.reader.move_sections(by, rows);
        } else if let Some(section) = self.neighbour(by) {
            self.read(Subject::Section(section));
        }
    }

    /// The section after or before the one that is read, in the same article.
    pub fn neighbour(&self, by: isize) -> Option<SectionRef> {
        let (article, section) = match self.reader.subject {
            Subject::Article(article) => (article, by.checked_sub(1)?.try_into().ok()?),
            Subject::Section(at) => (at.article, at.section.checked_add_signed(by)?),
            _ => return None,
        };
        let sections = &self.guide.as_ref()?.articles.get(article)?.sections;
        (section < sections.len()).then_some(SectionRef { article, section })
    }

    fn skip_question(&mut self) {
        let questionnaire = self.guide.as_ref().and_then(|g| g.questionnaire.as_ref());
        if let (Subject::Advice(path), Some(questions)) = (self.reader.subject, questionnaire)
            && let Step::Question(_) = questions.walk(path).at
        {
            self.go_to(Subject::Advice(path.then(Choice::Skip)));
        }
    }

    /// Reads a page of the program's own; asked for again, it stays as it is.
    fn open_page(&mut self, subject: Subject) {
        if self.reader.subject == subject {
            self.focus = Focus::Article;
        } else if self.guide.is_some() {
            self.go_to(subject);
        }
    }

    /// The checklist that belongs to what is being read: the section's, or the article's first. On a checklist, and where
    /// there is none, the list of all.
    fn card(&self) -> Subject {
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
    fn go_to(&mut self, subject: Subject) {
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
    fn back(&mut self) -> Option<Command> {
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

    fn switch_language(&mut self) -> Option<Command> {
        let other = self.language.other();
        if self.guide.as_ref()?.languages.contains(&other) {
            self.language = other;
        }
        if self.query().is_empty() {
            None
        } else {
            self.search()
        }
    }

    /// Sets the pages that are out of date, and keeps the place in them.
    fn set_pages(&mut self) {
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
    }

    fn set_article(&mut self, guide: &Guide, columns: usize) {
        let page = match self.medium {
            Medium::Window => self.reader.subject.page(),
            Medium::Lines => self.reader.subject,
        };
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
        let measure = Measure {
            columns,
            medium: self.medium,
        };
        let page = match subject {
            Subject::Section(at) if self.medium == Medium::Lines => {
                let plain = Highlighter::default();
                typeset::section(guide, at, self.language, measure, &plain, &self.ticks)
            }
            Subject::Article(article) | Subject::Section(SectionRef { article, .. }) => {
                let highlighter = self
                    .current_results()
                    .map(|results| Arc::clone(&results.highlighter))
                    .unwrap_or_default();
                typeset::article(
                    guide,
                    article,
                    self.language,
                    measure,
                    &highlighter,
                    &self.ticks,
                )
            }
            Subject::Check => typeset::check(guide, &self.checked, self.language, measure),
            Subject::Card(at) => {
                let statuses = self.statuses();
                let signs = self.medium == Medium::Window;
                let desks =
                    summary::desks_of(at.article, &statuses, guide, self.now, self.language, signs);
                typeset::card(guide, at, &self.ticks, &desks, self.language, measure)
            }
            Subject::Cards => typeset::cards(guide, self.language, measure),
            Subject::Desks => typeset::desks(
                guide,
                &self.statuses(),
                self.now,
                self.viewer,
                self.language,
                measure,
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
                typeset::advice(guide, &statuses, self.now, self.language, path, measure)
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
            let page = typeset::help(guide, &self.keys, self.language, columns);
            set(help, key, page, rows);
        }
    }

    const fn minute(&self) -> i64 {
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

/// A page is a window less two lines, so that the eye finds where it was.
fn page(rows: usize) -> isize {
    isize::try_from(rows.saturating_sub(2).max(1)).unwrap_or(FAR)
}
