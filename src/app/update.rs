//! How messages change the state. Deterministic, without IO.

use std::mem;
use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::folding::Titles;
use super::message::End;
use super::{
    Act, App, Command, Entries, Field, HITS, Message, News, Notice, Present, Reader, SearchRequest,
    Tree, acts,
};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::guide::Guide;
use crate::language::{Language, after};
use crate::page::Subject;
use crate::search::Results;
use crate::text::clean::clean;

/// The longest query, in characters: more than anybody types, and little enough to be quick.
pub const LONGEST_QUERY: usize = 1_000;

/// The same on a public terminal: what is typed there is looked at for every frame, and may come from a storm of keys.
const LONGEST_PUBLIC_QUERY: usize = 100;

/// As many keys may be ahead of the results that they choose among.
const MOST_EARLY_KEYS: usize = 64;

/// Farther than any list or text is long.
pub(super) const FAR: isize = isize::MAX / 2;

impl App {
    /// Changes the state; what is to be done outside comes back.
    pub fn update(&mut self, message: impl Into<Message>) -> Option<Command> {
        let command = self.take_in(message);
        self.set_pages();
        command
    }

    /// The same where more messages follow before anybody looks: pages are still to be set then, unless the next message
    /// needs them. Who holds an arrow key down waits for none of those that he passes.
    pub fn take_in(&mut self, message: impl Into<Message>) -> Option<Command> {
        let message = message.into();
        if !matches!(&message, Message::Act(act) if self.only_selects(act)) {
            self.set_pages();
        }
        match message {
            Message::News(news) if self.is_public() => self.hear_in_public(news),
            Message::News(news) => self.hear(news),
            Message::Act(act) if self.is_public() => self.act_in_public(act),
            Message::Act(act) => self.act(act),
        }
    }

    /// Whether an act does no more than to move along the list.
    pub const fn only_selects(&self, act: &Act) -> bool {
        match act {
            Act::Move(_) | Act::MovePages(_) | Act::MoveToEnd(_) => {
                matches!(self.visit.focus, Focus::Search) && self.visit.help.is_none()
            }
            Act::Wheel(spot, _) => spot.is_in_list(),
            _ => false,
        }
    }

    /// What news change, whoever sits at the terminal.
    pub(super) fn hear(&mut self, news: News) -> Option<Command> {
        let command = match news {
            News::Tick(now) => {
                let minute = self.minute();
                self.world.now = now;
                if self.minute() != minute {
                    // Whoever pressed Ctrl-C a while ago does not mean to quit by pressing it again.
                    self.visit.notice = None;
                    self.forget_update();
                }
                None
            }
            News::Changed(change) => {
                self.hear_change(change);
                None
            }
            // They mean something on public terminals alone.
            News::ClockSet(_) | News::PinChecked(_) | News::Outdated => None,
            News::Resize(size) => {
                self.world.size = size;
                None
            }
            News::GuideLoaded(guide) => match self.world.guide.clone() {
                Some(old) => self.replace_guide(&old, &guide),
                None => self.open_guide(&guide),
            },
            News::Indexing(pace) => {
                self.world.indexing = Some(pace);
                None
            }
            News::Indexed => {
                self.world.indexing = None;
                self.search_again()
            }
            News::Answer(id, results) => self.take_answer(id, results),
        };
        self.end_find_elsewhere();
        command
    }

    /// What an act changes, whoever sits at the terminal.
    pub(super) fn act(&mut self, act: Act) -> Option<Command> {
        let notice = mem::take(&mut self.visit.notice);
        self.forget_update();
        if !self.is_offered(&act) {
            return None;
        }
        let command = match act {
            Act::Redraw => Some(Command::Redraw),
            Act::Suspend => Some(Command::Suspend),
            Act::Quit if self.visit.help.is_none() => Some(Command::Quit),
            Act::Interrupt if notice == Some(Notice::QuitAgain) => Some(Command::Quit),
            Act::Interrupt => {
                self.visit.notice = Some(Notice::QuitAgain);
                None
            }
            act => self.update_by_key(act),
        };
        self.end_find_elsewhere();
        command
    }

    /// Whether the guide has what an act is about.
    fn is_offered(&self, act: &Act) -> bool {
        let guide = self.world.guide.as_deref();
        guide.is_none_or(|guide| acts::is_in(act, guide))
    }

    fn update_by_key(&mut self, act: Act) -> Option<Command> {
        match self.update_find(act)? {
            Act::Paste(text) => self.paste(&text),
            Act::SwitchLanguage => self.switch_language(),
            Act::Speak(language) => self.speak(language),
            Act::SwitchField => self.switch_field(),
            Act::OpenPage(subject) => {
                self.visit.help = None;
                self.open_page(subject);
                None
            }
            Act::OpenCopy => {
                self.visit.help = None;
                self.open_copy();
                None
            }
            Act::SwitchMouse => Some(self.switch_mouse()),
            Act::Click(spot) => self.click(spot),
            Act::Wheel(spot, by) => {
                self.wheel(spot, by);
                None
            }
            Act::OpenCard => {
                self.visit.help = None;
                self.open_page(self.card());
                None
            }
            act @ (Act::OpenContents | Act::SwitchBeside) if self.visit.help.is_some() => {
                self.visit.help = None;
                self.choose(act)
            }
            act if self.visit.help.is_some() => {
                self.update_help(&act);
                None
            }
            Act::Edit(InputRequest::InsertChar('?' | '？'))
                if self.visit.input.value().is_empty() =>
            {
                // Nobody asks for a lone question mark but for help.
                self.visit.help = Some(Reader::of(Subject::Help));
                None
            }
            Act::Edit(request) if self.folds_by(request) => {
                self.fold_by(request);
                None
            }
            Act::Edit(request) => self.edit(request),
            Act::Back => self.back(),
            Act::Forward => {
                self.forward();
                None
            }
            act => self.choose(act),
        }
    }

    /// The keys while the help is open: it scrolls, and all others that mean something close it.
    fn update_help(&mut self, act: &Act) {
        let rows = self.rows();
        let Some(help) = &mut self.visit.help else {
            return;
        };
        match *act {
            Act::Move(by) | Act::Scroll(by) => help.scroll(by, rows),
            Act::MovePages(by) => help.scroll(by * page(rows), rows),
            Act::MoveToEnd(End::First) => help.scroll_to(0, rows),
            Act::MoveToEnd(End::Last) => help.scroll(FAR, rows),
            _ => self.visit.help = None,
        }
    }

    /// The keys that choose something; those that choose among results still to come are kept until these are there.
    fn choose(&mut self, act: Act) -> Option<Command> {
        let chooses = matches!(
            act,
            Act::Move(_)
                | Act::MovePages(_)
                | Act::MoveToEnd(_)
                | Act::Open
                | Act::SwitchPane
                | Act::AcceptSuggestion
                | Act::Find
                | Act::OpenContents
                | Act::SwitchBeside
        );
        if chooses && self.visit.focus == Focus::Search && self.awaits_answer() {
            if self.visit.early.len() < MOST_EARLY_KEYS {
                self.visit.early.push(act);
            }
            return None;
        }
        if matches!(act, Act::AcceptSuggestion) {
            return self.accept_suggestion();
        }
        self.move_or_open(&act)
    }

    fn move_or_open(&mut self, act: &Act) -> Option<Command> {
        let rows = self.rows();
        match *act {
            Act::Move(by) => self.move_by(by, 1),
            Act::MovePages(by) => self.move_by(by, page(rows)),
            Act::MoveToEnd(End::First) => self.move_by(-FAR, 1),
            Act::MoveToEnd(End::Last) => self.move_by(FAR, 1),
            Act::Scroll(by) => self.visit.reader.scroll(by, rows),
            Act::MoveSections(by) => self.move_sections(by),
            Act::ChooseLink(by) => self.visit.reader.choose_link(by, rows),
            Act::Open if self.visit.focus == Focus::Article => return self.follow_link(),
            Act::FollowLink(number) => {
                if let Some(link) = self.visit.reader.link_of(number, rows) {
                    self.visit.reader.link = Some(link);
                    return self.follow_link();
                }
            }
            Act::NextStop(by) if self.visit.reader.has_link(by) => {
                self.visit.reader.choose_link(by, rows);
            }
            Act::NextStop(_) => {
                self.visit.reader.link = None;
                self.visit.focus = Focus::Search;
            }
            Act::Skip => self.skip_question(),
            Act::OpenEntry(index) => self.open_entry(index),
            Act::Open if self.group_to_fold().is_some() => self.toggle_selected(),
            // Where nothing is selected, the article's pane says who can be reached.
            Act::Open if !self.visit.entries.all().is_empty() => self.visit.focus = Focus::Article,
            Act::SwitchPane => {
                self.visit.focus = match self.visit.focus {
                    Focus::Search => Focus::Article,
                    Focus::Article => Focus::Search,
                };
            }
            Act::FocusSearch => self.visit.focus = Focus::Search,
            Act::Find => self.begin_find(),
            Act::OpenContents => self.open_contents(),
            Act::SwitchBeside => self.switch_beside(),
            Act::Help => self.visit.help = Some(Reader::of(Subject::Help)),
            _ => {}
        }
        None
    }

    fn open_guide(&mut self, guide: &Arc<Guide>) -> Option<Command> {
        let wanted = self.visit.wants_language.then_some(self.visit.language);
        self.visit.language = guide.language_for(wanted);
        self.visit.tree = Tree::new(guide, super::visit::rows(&self.setup, &self.world));
        self.visit.entries = Entries::topics(guide, &self.visit.tree);
        self.visit.reader.subject = Subject::first(guide);
        self.open_on(guide);
        self.search()
    }

    /// From now on this is the guide.
    pub(super) fn open_on(&mut self, guide: &Arc<Guide>) {
        self.world.keys = acts::explained_in(guide, &self.setup.keys);
        self.world.present = Present::default();
        self.world.titles = Titles::default();
        self.world.guide = Some(Arc::clone(guide));
    }

    /// The query becomes what was suggested; the cursor stands behind it.
    pub(super) fn accept_suggestion(&mut self) -> Option<Command> {
        let suggestion = self.suggestion()?.to_owned();
        self.visit.input = mem::take(&mut self.visit.input).with_value(suggestion);
        self.search()
    }

    fn edit(&mut self, request: InputRequest) -> Option<Command> {
        let full = self.visit.input.value().chars().count() >= self.longest_query();
        if full && matches!(request, InputRequest::InsertChar(_)) {
            return None;
        }
        let changed = self.visit.input.handle(request)?.value;
        if changed { self.search() } else { None }
    }

    const fn longest_query(&self) -> usize {
        if self.is_public() {
            LONGEST_PUBLIC_QUERY
        } else {
            LONGEST_QUERY
        }
    }

    /// Pasted text goes in as one line of clean text, as far as there is room.
    fn paste(&mut self, text: &str) -> Option<Command> {
        self.visit.input = one_line(&self.visit.input, text, self.longest_query());
        self.visit.focus = Focus::Search;
        self.visit.help = None;
        self.search()
    }

    /// Asks for the hits of the present query, or goes back to the topics where there is none.
    pub(super) fn search(&mut self) -> Option<Command> {
        let guide = Arc::clone(self.world.guide.as_ref()?);
        self.visit.early.clear();
        if self.visit.field == Field::Check {
            self.check_alone(&guide);
            return None;
        }
        if self.query().is_empty() {
            self.visit.awaited = None;
            self.visit.results = None;
            self.visit.entries = Entries::topics(&guide, &self.visit.tree);
            self.read_selected();
            return None;
        }
        self.world.searches += 1;
        self.visit.awaited = Some(self.world.searches);
        Some(Command::Search(SearchRequest {
            id: self.world.searches,
            query: self.query().to_owned(),
            language: self.visit.language,
            limit: HITS,
        }))
    }

    /// Asks the new index what was asked before. Keys that wait for the answer go on waiting.
    pub(super) fn search_again(&mut self) -> Option<Command> {
        if self.query().is_empty() {
            return None;
        }
        let early = mem::take(&mut self.visit.early);
        let command = self.search();
        self.visit.early = early;
        command
    }

    fn take_answer(&mut self, id: u64, mut results: Results) -> Option<Command> {
        if self.visit.awaited != Some(id) {
            return None;
        }
        self.visit.awaited = None;
        let same_query = self
            .visit
            .results
            .as_ref()
            .is_some_and(|last| last.query == results.query);
        let section = match self.visit.reader.subject {
            Subject::Section(section) if same_query => Some(section),
            _ => None,
        };
        let guide = Arc::clone(self.world.guide.as_ref()?);
        self.visit.checked = Checked::new(&guide, &results.query);
        super::checked::lead(&self.visit.checked, &guide, &mut results);
        let found = Entries::found(&results, &guide);
        self.visit.entries = if self.visit.checked.findings.is_empty() {
            let topics = self.world.titles.called(&guide, &results);
            found.with_topics(topics.into_iter())
        } else if results.hits.is_empty() {
            Entries::checked()
        } else {
            found.behind_check()
        };
        self.visit.results = Some(results);
        let same =
            self.visit.entries.all().iter().find(|&&entry| {
                section.is_some() && self.hit(entry).map(|hit| hit.section) == section
            });
        if let Some(&entry) = same {
            self.visit.entries.select(entry);
        } else if self.visit.focus == Focus::Search {
            self.read_selected();
        }
        let mut command = None;
        for act in mem::take(&mut self.visit.early) {
            self.set_pages();
            command = self.choose(act).or(command);
        }
        command
    }

    fn move_by(&mut self, by: isize, lines: isize) {
        let by = by.saturating_mul(lines);
        match self.visit.focus {
            Focus::Search => {
                self.visit.entries.select_by(by);
                self.read_selected();
            }
            Focus::Article => {
                let rows = self.rows();
                self.visit.reader.scroll(by, rows);
            }
        }
    }

    fn switch_mouse(&mut self) -> Command {
        self.visit.mouse = !self.visit.mouse;
        self.visit.notice = Some(Notice::Mouse(self.visit.mouse));
        Command::Mouse(self.visit.mouse)
    }

    fn switch_language(&mut self) -> Option<Command> {
        let languages = &self.world.guide.as_ref()?.languages;
        self.speak(after(languages, self.visit.language)?)
    }

    fn speak(&mut self, language: Language) -> Option<Command> {
        if !self.world.guide.as_ref()?.languages.contains(&language) {
            return None;
        }
        self.visit.language = language;
        self.visit.wants_language = true;
        if self.query().is_empty() {
            None
        } else {
            self.search()
        }
    }
}

/// An input with a text pasted where the cursor is: as one line of clean text, as far as there is room.
pub(super) fn one_line(input: &Input, text: &str, longest: usize) -> Input {
    let room = longest.saturating_sub(input.value().chars().count());
    // The cap comes first: whatever is pasted, no more than this is looked at.
    let capped: String = text.chars().take(room).collect();
    let line = clean(&capped).replace(['\n', '\t'], " ");
    let at = input.cursor();
    let mut value: String = input.value().chars().take(at).collect();
    value.push_str(&line);
    value.extend(input.value().chars().skip(at));
    let cursor = at + line.chars().count();
    input.clone().with_value(value).with_cursor(cursor)
}

/// A page is a window less two lines, so that the eye finds where it was.
fn page(rows: usize) -> isize {
    isize::try_from(rows.saturating_sub(2).max(1)).unwrap_or(FAR)
}
