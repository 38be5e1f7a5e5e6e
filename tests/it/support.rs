//! What the tests share: the built-in guide, a browser without a terminal, and a script in the place of threads.

pub mod manual;
pub mod system;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use madoguchi::app::{Act, App, Bound, Command, Entry, Message, News, SearchRequest, acts};
use madoguchi::clock::Clock;
use madoguchi::frame::layout::Size;
use madoguchi::guide::{self, Guide, Source};
use madoguchi::insight::Settled;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::search::{Hit, Match, ReadAs, Results, Via};
use madoguchi::text::width::width;
use madoguchi::tui::{self, Event, EventSource, Exit, Outside, keymap, mouse};
use madoguchi::ui::Hyperlink;
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// Twelve minutes before the Japanese desks close.
pub const EVENING: &str = "2026-11-23T20:48:00+09:00";

pub fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub const fn size(columns: u16, rows: u16) -> Size {
    Size { columns, rows }
}

/// Numbers that look random and are the same in every run (xorshift64*). The seed is not 0.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap() % end
    }

    /// The same for sizes and the like.
    pub fn small(&mut self, end: u16) -> u16 {
        u16::try_from(self.below(end.into())).unwrap()
    }
}

/// The built-in guide, loaded once.
pub fn guide() -> Arc<Guide> {
    static GUIDE: OnceLock<Arc<Guide>> = OnceLock::new();
    let load = || {
        Arc::new(
            guide::load(&Source::BuiltIn)
                .0
                .expect("the built-in guide has no errors"),
        )
    };
    Arc::clone(GUIDE.get_or_init(load))
}

/// What is chosen when nothing is typed: the first topic.
pub fn home() -> Entry {
    Entry::Page(Subject::Article(guide().urgent.expect("what is urgent")))
}

pub fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| Store::new(None).open_or_build(&guide()).0)
}

/// A browser without a terminal: keys in, screens out, searches answered at once.
pub struct Browser {
    pub app: App,
}

impl Browser {
    pub fn new(size: Size, language: Language) -> Self {
        Self::at(size, language, EVENING, Tz::Asia__Tokyo)
    }

    /// The same at an instant, for a reader who lives in a zone.
    pub fn at(size: Size, language: Language, now: &str, viewer: Tz) -> Self {
        let mut app = App::new(
            size,
            instant(now),
            viewer,
            language,
            acts::explained(&Bound::default()),
        );
        assert_eq!(app.update(News::GuideLoaded(guide())), None);
        Self { app }
    }

    /// The same on a public terminal, with a minute until everything is wiped. It attracts.
    pub fn public(size: Size, language: Language) -> Self {
        let app = App::new(
            size,
            instant(EVENING),
            Tz::Asia__Tokyo,
            language,
            acts::explained_in_public(&Bound::default()),
        );
        let mut app = app.in_public(TimeDelta::minutes(1), true);
        assert_eq!(app.update(News::GuideLoaded(guide())), None);
        Self { app }
    }

    /// Sends a message and carries out what it asks for. Says whether the browser would quit.
    pub fn send(&mut self, message: impl Into<Message>) -> bool {
        match self.app.update(message) {
            Some(Command::Search(request)) => {
                let answer = answer(&request);
                self.send(answer)
            }
            Some(Command::Quit | Command::Leave) => true,
            Some(Command::CheckPin(typed)) => self.send(News::PinChecked(typed.expose() == PIN)),
            _ => false,
        }
    }

    /// Presses a key, as the terminal would report it.
    pub fn press(&mut self, code: KeyCode) -> bool {
        self.chord(code, KeyModifiers::NONE)
    }

    pub fn chord(&mut self, code: KeyCode, modifiers: KeyModifiers) -> bool {
        keymap::act_in(&self.app, KeyEvent::new(code, modifiers))
            .is_some_and(|message| self.send(message))
    }

    /// Reports the mouse, as the terminal would.
    pub fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> bool {
        let modifiers = KeyModifiers::NONE;
        let report = MouseEvent {
            kind,
            column,
            row,
            modifiers,
        };
        mouse::act(report, &self.app).is_some_and(|message| self.send(message))
    }

    pub fn click(&mut self, at: (u16, u16)) -> bool {
        self.mouse(MouseEventKind::Down(MouseButton::Left), at)
    }

    /// Where a text begins on the screen.
    pub fn find(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| {
            let at = line.find(text)?;
            Some((width(&line[..at]), row))
        });
        let (column, row) = found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        (column.try_into().unwrap(), row.try_into().unwrap())
    }

    pub fn typed(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    /// Types a query that is answered by these results instead of the searcher's.
    pub fn answered(&mut self, query: &str, results: Results) {
        let mut asked = None;
        for c in query.chars() {
            let insert = Act::Edit(tui_input::InputRequest::InsertChar(c));
            match self.app.update(insert) {
                Some(Command::Search(request)) => asked = Some(request.id),
                other => panic!("a search was expected, not {other:?}"),
            }
        }
        self.send(News::Answer(asked.expect("a query"), results));
    }

    /// The screen as text, a line per row.
    pub fn screen(&self) -> String {
        text(&self.buffer(Choice::Dark).0)
    }

    /// The cells, and where the cursor stands if it does.
    pub fn buffer(&self, theme: Choice) -> (Buffer, Option<(u16, u16)>) {
        let Size { columns, rows } = self.app.world.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| madoguchi::ui::view(&self.app, &Theme::new(theme), frame))
            .unwrap();
        let backend = terminal.backend();
        let cursor = backend.cursor_visible().then(|| backend.cursor_position());
        (
            backend.buffer().clone(),
            cursor.map(|position| (position.x, position.y)),
        )
    }
}

pub fn answer(request: &SearchRequest) -> News {
    News::Answer(
        request.id,
        searcher().search(&request.query, request.language, request.limit),
    )
}

/// The results of a query, changed by hand: states of the screen, whatever the searcher does today.
pub fn results(query: &str, language: Language, change: impl FnOnce(&mut Results)) -> Results {
    let mut results = searcher().search(query, language, 50);
    change(&mut results);
    results
}

/// Makes results those of a query without hits: their best hits are what is nearest.
pub fn nothing(query: &str, suggestion: Option<&str>, nearest: usize) -> impl FnOnce(&mut Results) {
    let (query, suggestion) = (query.to_owned(), suggestion.map(str::to_owned));
    move |results: &mut Results| {
        results.query = query;
        results.total = 0;
        results.nearest = std::mem::take(&mut results.hits);
        results.nearest.truncate(nearest);
        results.suggestions.extend(suggestion);
    }
}

/// Says of a hit that it was found otherwise than as typed.
pub fn found_by(hit: &mut Hit, via: Via, term: &str, found: &str, reading: Option<&str>) {
    *hit = hit.matched_by(vec![Match {
        term: term.to_owned(),
        via,
        found: Some(found.to_owned()),
        reading: reading.map(str::to_owned),
    }]);
}

/// A word that was read as Japanese.
pub fn read_as(typed: &str, kana: &str) -> ReadAs {
    ReadAs {
        typed: typed.to_owned(),
        kana: kana.to_owned(),
        word: None,
    }
}

/// A buffer's text; the cell behind a wide character is part of that.
pub fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(madoguchi::text::width::width(symbol).max(1)).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A clock that a script puts.
#[derive(Clone)]
pub struct TestClock {
    now: Rc<Cell<DateTime<Utc>>>,
    /// By how much it was set.
    set_by: Rc<Cell<TimeDelta>>,
}

impl TestClock {
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            now: Rc::new(Cell::new(now)),
            set_by: Rc::default(),
        }
    }

    /// Time goes on to this instant.
    pub fn jump(&self, to: DateTime<Utc>) {
        self.now.set(to);
    }

    /// Somebody sets it.
    pub fn set(&self, to: DateTime<Utc>) {
        self.set_by.set(self.set_by.get() + (to - self.now()));
        self.now.set(to);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        self.now.get()
    }

    fn uptime(&self) -> Duration {
        let run = self.now() - DateTime::<Utc>::UNIX_EPOCH - self.set_by.get();
        run.to_std().unwrap()
    }
}

/// What happens to a browser under `tui::run`.
pub enum Step {
    Event(Event),
    /// Events that are all there at once.
    Burst(Vec<Event>),
    /// Nothing happens until this instant, for which exactly the loop must have asked to be woken.
    Sleep(&'static str),
    /// Time goes on to this instant, before the loop wakes by itself.
    Jump(&'static str),
    /// Somebody sets the clock to this instant, and the loop wakes before it would by itself.
    Set(&'static str),
}

/// Events from a script; the answers to searches come in between.
pub struct Script {
    pub steps: VecDeque<Step>,
    pub answers: Rc<RefCell<VecDeque<Event>>>,
    pub clock: TestClock,
}

impl EventSource for Script {
    fn wait(&mut self, at_most: Duration) -> Option<Event> {
        if let Some(answer) = self.answers.borrow_mut().pop_front() {
            return Some(answer);
        }
        match self.steps.pop_front() {
            Some(Step::Event(event)) => Some(event),
            Some(Step::Burst(events)) => {
                self.answers.borrow_mut().extend(events);
                self.ready()
            }
            Some(Step::Jump(to)) => {
                self.clock.jump(instant(to));
                None
            }
            Some(Step::Set(to)) => {
                self.clock.set(instant(to));
                None
            }
            Some(Step::Sleep(until)) => {
                let slept = instant(until) - self.clock.now();
                assert_eq!(
                    slept.to_std().unwrap(),
                    at_most,
                    "the loop wakes at another time"
                );
                self.clock.jump(instant(until));
                None
            }
            None => Some(Event::Exit(Exit::Hangup)),
        }
    }

    fn ready(&mut self) -> Option<Event> {
        self.answers.borrow_mut().pop_front()
    }
}

pub struct TestOutside {
    pub answers: Rc<RefCell<VecDeque<Event>>>,
    pub frames: usize,
    /// How often the terminal was wiped.
    pub wiped: usize,
    pub signs_of_life: usize,
}

impl Outside for TestOutside {
    fn search(&mut self, request: SearchRequest) {
        self.answers
            .borrow_mut()
            .push_back(Event::News(answer(&request)));
    }

    fn suspend(&mut self) -> Size {
        size(80, 24)
    }

    fn resume(&mut self) -> Size {
        size(80, 24)
    }

    fn note(&mut self, _: Vec<Settled>) {}

    fn copy(&mut self, _: &str) {}

    fn set_mouse(&mut self, _: bool) {}

    fn take_hyperlinks(&mut self, _: Vec<Hyperlink>) -> bool {
        false
    }

    fn wipe(&mut self) {
        self.wiped += 1;
    }

    fn is_pin(&mut self, typed: &str) -> bool {
        typed == PIN
    }

    fn ping(&mut self) {
        self.answers.borrow_mut().push_back(Event::Alive);
    }

    fn alive(&mut self) {
        self.signs_of_life += 1;
    }

    fn present(&mut self) -> std::io::Result<()> {
        self.frames += 1;
        Ok(())
    }
}

/// What staff enter in tests.
pub const PIN: &str = "271828";

/// Runs the whole program without a terminal: how it ended, its last screen, and the frames it drew.
pub fn run(start: &str, steps: Vec<Step>) -> (Exit, String, usize) {
    let app = App::new(
        size(100, 30),
        instant(start),
        Tz::Asia__Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    let (exit, screen, outside) = run_app(app, steps);
    (exit, screen, outside.frames)
}

/// The same with a browser as it is.
pub fn run_app(mut app: App, steps: Vec<Step>) -> (Exit, String, TestOutside) {
    let clock = TestClock::new(app.world.now);
    let answers = Rc::new(RefCell::new(VecDeque::new()));
    let mut script = Script {
        steps: steps.into(),
        answers: Rc::clone(&answers),
        clock: clock.clone(),
    };
    let mut outside = TestOutside {
        answers,
        frames: 0,
        wiped: 0,
        signs_of_life: 0,
    };
    let Size { columns, rows } = app.world.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let theme = Theme::new(Choice::Dark);
    let exit = tui::run(
        &mut terminal,
        &mut app,
        &theme,
        &mut script,
        &clock,
        &mut outside,
    )
    .unwrap();
    (exit, text(terminal.backend().buffer()), outside)
}
