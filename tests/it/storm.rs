//! Storms: far more keys, clicks, pastes and sizes than anybody sends, through the loop that runs the browser.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use madoguchi::app::{Act, App, Bound, News, acts};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::tui::{self, Event, EventSource, Exit, keymap};
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::support::{EVENING, Numbers, TestClock, TestOutside, guide, home, instant, size};

/// The largest screen of a storm.
const LARGEST: (u16, u16) = (200, 60);

/// Events as they come, and answers to searches between them.
struct Storm {
    random: Numbers,
    left: usize,
    answers: Rc<RefCell<VecDeque<Event>>>,
}

const KEYS: [KeyCode; 17] = [
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Insert,
    KeyCode::Null,
    KeyCode::CapsLock,
];

const CHARACTERS: &str = "解約電話やめたいﾊﾟスワード詐欺 cqjkspassword 0120-996-012 😀が🇯🇵\u{301}\u{202e}[]/?・「」gGjkhlmcynNtdubq123456789";

const PASTES: [&str; 5] = [
    "解約したい",
    "\u{1b}[31m\u{1b}[2J\r\n電話\u{0}",
    "0120-996-012 https://example.com/",
    "が\u{3099}\u{3099}\u{3099}\u{200d}\u{202e}",
    "",
];

impl Storm {
    fn event(&mut self) -> Event {
        let random = &mut self.random;
        match random.below(20) {
            0 => {
                // Also far too small ones.
                let (columns, rows) = (random.small(LARGEST.0), random.small(LARGEST.1));
                Event::News(News::Resize(size(columns + 1, rows + 1)))
            }
            1 => {
                let mut text = PASTES[random.below(PASTES.len())].to_owned();
                if random.below(20) == 0 {
                    text = text.repeat(5_000);
                }
                Event::Act(Act::Paste(text))
            }
            2..6 => {
                let kinds = [
                    MouseEventKind::Down(MouseButton::Left),
                    MouseEventKind::ScrollDown,
                    MouseEventKind::ScrollUp,
                ];
                Event::Mouse(MouseEvent {
                    kind: kinds[random.below(kinds.len())],
                    column: random.small(LARGEST.0 + 20),
                    row: random.small(LARGEST.1 + 10),
                    modifiers: KeyModifiers::NONE,
                })
            }
            6..9 => {
                let characters: Vec<char> = CHARACTERS.chars().collect();
                key(KeyCode::Char(characters[random.below(characters.len())]), 0)
            }
            9 => key(KeyCode::F(u8::try_from(random.below(13)).unwrap()), 0),
            10 => {
                let c = char::from(b'a' + u8::try_from(random.below(26)).unwrap());
                key(KeyCode::Char(c), u8::try_from(random.below(8)).unwrap())
            }
            _ => key(KEYS[random.below(KEYS.len())], 0),
        }
    }
}

fn key(code: KeyCode, modifiers: u8) -> Event {
    Event::Key(KeyEvent::new(
        code,
        KeyModifiers::from_bits_truncate(modifiers),
    ))
}

impl EventSource for Storm {
    fn wait(&mut self, _: Duration) -> Option<Event> {
        if let Some(answer) = self.answers.borrow_mut().pop_front() {
            return Some(answer);
        }
        if self.left == 0 {
            return Some(Event::Exit(Exit::Hangup));
        }
        self.left -= 1;
        Some(self.event())
    }

    /// Now and then several at once.
    fn ready(&mut self) -> Option<Event> {
        if self.left > 0 && self.random.below(3) > 0 {
            return self.wait(Duration::ZERO);
        }
        self.answers.borrow_mut().pop_front()
    }
}

/// Sends so many events, then Escape; the browser is at home again, and answers.
fn storm(seed: u64, events: usize) {
    let clock = TestClock::new(instant(EVENING));
    let answers = Rc::new(RefCell::new(VecDeque::new()));
    let mut storm = Storm {
        random: Numbers(seed),
        left: events,
        answers: Rc::clone(&answers),
    };
    let mut outside = TestOutside {
        answers,
        frames: 0,
        wiped: 0,
        signs_of_life: 0,
    };
    let keys = acts::explained(&Bound::default());
    let now = instant(EVENING);
    let mut app = App::new(size(80, 24), now, Tz::Asia__Tokyo, Language::JA, keys);
    assert_eq!(app.update(News::GuideLoaded(guide())), None);
    let viewport = Viewport::Fixed(Rect::new(0, 0, 80, 24));
    let backend = TestBackend::new(LARGEST.0, LARGEST.1);
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
    let theme = Theme::new(Choice::Dark);
    while storm.left > 0 {
        // A `q` while reading ends it, as it should; whoever sends more starts it again.
        let exit = tui::run(
            &mut terminal,
            &mut app,
            &theme,
            &mut storm,
            &clock,
            &mut outside,
        );
        assert!(matches!(exit.unwrap(), Exit::Quit | Exit::Hangup));
    }
    let press = |app: &mut App, event| {
        let Event::Key(key) = event else { return };
        if let Some(message) = keymap::act(key, app.key_scope(), &app.setup.bound) {
            let _ = app.update(message);
        }
    };
    let mut escapes = 0;
    let is_home = |app: &App| {
        app.visit.focus == Focus::Search
            && app.visit.menu.is_none()
            && app.visit.input.value().is_empty()
            && app.visit.entries.selected() == Some(home())
    };
    while !is_home(&app) {
        escapes += 1;
        assert!(escapes < events + 10, "seed {seed}: Escape leads nowhere");
        press(&mut app, key(KeyCode::Esc, 0));
    }
    // Nothing is lost: it still finds.
    let _ = app.update(News::Resize(size(80, 24)));
    press(&mut app, key(KeyCode::Down, 0));
    assert_eq!(app.visit.entries.selected_index(), Some(1), "seed {seed}");
}

#[test]
fn no_storm_of_keys_clicks_pastes_and_sizes_breaks_it() {
    for seed in 1..=4 {
        storm(seed, 1_000);
    }
}

/// 100,000 events; some minutes without optimisation.
#[test]
#[ignore = "takes minutes"]
fn no_storm_of_100_000_events_breaks_it() {
    storm(2026, 100_000);
}
