//! How messages change the state. Deterministic, without IO.

use std::mem;
use std::sync::Arc;

use tui_input::InputRequest;

use super::folding::Titles;
use super::message::End;
use super::{Act, App, Choices, Command, Entries, Message, News, Notice, Present, Tree, acts};
use crate::frame::layout::Focus;
use crate::guide::{Guide, Part};
use crate::language::{Language, after};
use crate::page::Subject;

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
                matches!(self.visit.focus, Focus::Search)
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
            News::ClockSet(_) => {
                // Nobody knows how long ago a letter was.
                self.visit.letters = None;
                None
            }
            // They mean something on public terminals alone.
            News::PinChecked(_) | News::Outdated => None,
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
        self.note_opened();
        command
    }

    /// What an act changes, whoever sits at the terminal.
    pub(super) fn act(&mut self, act: Act) -> Option<Command> {
        let notice = mem::take(&mut self.visit.notice);
        let command = self.take_act(act, notice.as_ref());
        self.end_find_elsewhere();
        self.note_reading();
        self.note_opened();
        command
    }

    fn take_act(&mut self, act: Act, notice: Option<&Notice>) -> Option<Command> {
        self.forget_update();
        if matches!(act, Act::OpenMenu) && self.visit.menu.is_none() {
            self.visit.letters = None;
            self.open_menu(Choices::Acts);
            return None;
        }
        let act = match mem::take(&mut self.visit.number) {
            Some(pending) => match self.after_digit(act, pending) {
                Ok(command) => return command,
                Err(act) => act,
            },
            None => act,
        };
        match act {
            Act::Letter { typed, means } => {
                let last = self.visit.letters.take();
                self.letter(typed, means, notice, last)
            }
            Act::Edit(InputRequest::InsertChar(c)) => self.type_char(c),
            Act::Type(text) => self.type_text(&text),
            act @ (Act::Click(_) | Act::Wheel(..)) => {
                self.visit.letters = None;
                self.do_act(act, notice)
            }
            act => {
                self.visit.letters = None;
                match self.update_menu(act) {
                    Ok(command) => command,
                    Err(act) => self.do_act(act, notice),
                }
            }
        }
    }

    /// What an act changes that is no text.
    pub(super) fn do_act(&mut self, act: Act, notice: Option<&Notice>) -> Option<Command> {
        if !self.is_offered(&act) {
            return None;
        }
        match act {
            Act::Redraw => Some(Command::Redraw),
            Act::Suspend => Some(Command::Suspend),
            Act::Quit if notice == Some(&Notice::QuitByLetter) => Some(Command::Quit),
            Act::Quit => {
                self.visit.notice = Some(Notice::QuitByLetter);
                None
            }
            Act::Interrupt if notice == Some(&Notice::QuitAgain) => Some(Command::Quit),
            Act::Interrupt => {
                self.visit.notice = Some(Notice::QuitAgain);
                None
            }
            act => self.update_by_key(act),
        }
    }

    /// A character that was typed. Where nothing stands in the field, a few mean something else.
    fn type_char(&mut self, c: char) -> Option<Command> {
        let is_list = self.is_empty_field() && self.visit.menu.is_none();
        match c {
            // Nobody asks for a lone question mark but for help.
            '?' | '？' if is_list || self.is_menu_unfiltered() => {
                self.take_act(Act::OpenMenu, None)
            }
            ' ' | '\u{3000}' if is_list && self.group_to_fold().is_some() => {
                self.toggle_selected();
                None
            }
            c => self.type_text(c.encode_utf8(&mut [0; 4])),
        }
    }

    /// What follows from something being read: the query that led to it is remembered, and so is the way through the
    /// questions.
    fn note_reading(&mut self) {
        if self.visit.focus != Focus::Article {
            return;
        }
        self.remember_query();
        self.visit.is_selected = false;
        if let Subject::Advice(path) = self.visit.reader.subject {
            self.visit.asked = Some(path);
        }
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
            Act::OpenPage(Subject::Advice(_)) => {
                let path = self.questions();
                self.open_page(Subject::Advice(path));
                None
            }
            Act::OpenPage(subject) => {
                self.open_page(subject);
                None
            }
            Act::OpenCopy => {
                self.open_copies();
                None
            }
            Act::Earlier => self.call_back_from_anywhere(),
            Act::EndVisit => self.wipe(),
            Act::SwitchMouse => Some(self.switch_mouse()),
            Act::Click(spot) => self.click(spot),
            Act::Wheel(spot, by) => {
                self.wheel(spot, by);
                None
            }
            Act::OpenCard => {
                self.open_page(self.card());
                None
            }
            Act::Help => {
                self.open_page(Subject::Help);
                None
            }
            Act::Edit(InputRequest::DeletePrevChar) if self.is_reading() => self.step_out(),
            Act::Edit(request) if self.folds_by(request) => {
                self.fold_by(request);
                None
            }
            Act::Edit(InputRequest::GoToStart) if self.is_empty_field() => {
                self.choose(Act::MoveToEnd(End::First))
            }
            Act::Edit(InputRequest::GoToEnd) if self.is_empty_field() => {
                self.choose(Act::MoveToEnd(End::Last))
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

    /// Whether the field has the focus and nothing stands in it: then its keys move along the list.
    fn is_empty_field(&self) -> bool {
        self.visit.focus == Focus::Search && self.visit.input.value().is_empty()
    }

    /// Whether nothing is selected, and nobody can be reached instead: what is read then has nothing to do with what was typed.
    fn leads_nowhere(&self) -> bool {
        let guide = self.world.guide.as_ref();
        self.visit.entries.selected().is_none()
            && guide.is_some_and(|guide| !guide.has(Part::Desks))
    }

    /// The keys that choose something; those that choose among results still to come are kept until these are there.
    pub(super) fn choose(&mut self, act: Act) -> Option<Command> {
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
            return match self.suggestion() {
                Some(_) => self.accept_suggestion(),
                None => self.try_sample(),
            };
        }
        self.move_or_open(&act)
    }

    fn move_or_open(&mut self, act: &Act) -> Option<Command> {
        let rows = self.rows();
        match *act {
            Act::Move(by) if by < 0 && self.leads_to_earlier() => return self.call_back(),
            Act::Move(by) if self.is_choice() => self.visit.reader.choose_link(by, rows),
            Act::Move(by) => self.move_by(by, 1),
            Act::MovePages(by) if self.is_choice() => self.visit.reader.choose_page(by, rows),
            Act::MoveToEnd(End::First) if self.is_choice() => {
                self.visit.reader.choose_end(End::First, rows);
            }
            Act::MoveToEnd(End::Last) if self.is_choice() => {
                self.visit.reader.choose_end(End::Last, rows);
            }
            Act::MovePages(by) if self.visit.focus == Focus::Search => {
                self.move_by(self.page_of_entries(by), 1);
            }
            Act::MovePages(by) => self.move_by(by, page(rows)),
            Act::MoveToEnd(End::First) => self.move_by(-FAR, 1),
            Act::MoveToEnd(End::Last) => self.move_by(FAR, 1),
            Act::Scroll(by) => self.visit.reader.scroll(by, rows),
            Act::MoveSections(by) => self.move_sections(by),
            Act::ChooseLink(by) => self.visit.reader.choose_link(by, rows),
            Act::Open if self.visit.focus == Focus::Article => return self.follow_link(),
            Act::FollowLink(number) => return self.digit(number, None),
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
            Act::Open if self.offers_check() => return self.switch_field(),
            Act::Open if self.leads_nowhere() => self.move_by(1, 1),
            // Where nothing is selected, the article's pane says who can be reached.
            Act::Open if !self.visit.entries.all().is_empty() => self.visit.focus = Focus::Article,
            Act::SwitchPane => {
                self.visit.focus = match self.visit.focus {
                    Focus::Search => Focus::Article,
                    Focus::Article => Focus::Search,
                };
            }
            Act::FocusSearch => {
                self.visit.focus = Focus::Search;
                self.visit.is_selected = !self.visit.input.value().is_empty();
            }
            Act::Find => self.begin_find(),
            Act::OpenContents => self.open_contents(),
            Act::SwitchBeside => self.switch_beside(),
            _ => {}
        }
        None
    }

    fn open_guide(&mut self, guide: &Arc<Guide>) -> Option<Command> {
        let wanted = self.visit.wants_language.then_some(self.visit.language);
        self.visit.language = guide.language_for(wanted);
        self.visit.tree = Tree::new(guide, super::visit::rows(&self.setup, &self.world));
        self.visit.entries = Entries::topics(guide, &self.visit.tree);
        self.visit.reader.subject = self.visit.entries.page(guide);
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

    fn move_by(&mut self, by: isize, lines: isize) {
        let by = by.saturating_mul(lines);
        match self.visit.focus {
            Focus::Search => {
                self.visit.earlier.has_moved = true;
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

    pub(super) fn speak(&mut self, language: Language) -> Option<Command> {
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

/// A page is a window less two lines, so that the eye finds where it was.
fn page(rows: usize) -> isize {
    isize::try_from(rows.saturating_sub(2).max(1)).unwrap_or(FAR)
}
