//! A kiosk that runs for long: a million events in thirty days, and no more memory at the end than after the first tenth.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::Command;
use madoguchi::language::Language;
use madoguchi::ui;
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::storm::{Happening, happen};
use crate::support::system::memory;
use crate::support::{Browser, Numbers, size};

const EVENTS: u32 = 1_000_000;

/// How much more memory the rest of the time may take than its first tenth, in KiB.
const MARGIN: u64 = 4 * 1024;

fn key(numbers: &mut Numbers) -> KeyEvent {
    let named = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Backspace,
    ];
    let typed: Vec<char> = "kaiyaku 電話解約料金0120-96ぬ?/[]qjk".chars().collect();
    let pick = numbers.below(100);
    let code = match pick {
        0..40 => named[numbers.below(10)],
        40..55 => KeyCode::F(u8::try_from(1 + numbers.below(8)).unwrap()),
        _ => KeyCode::Char(typed[numbers.below(typed.len())]),
    };
    let modifiers = match numbers.below(20) {
        0 => KeyModifiers::CONTROL,
        1 => KeyModifiers::ALT,
        2 => KeyModifiers::SHIFT,
        _ => KeyModifiers::NONE,
    };
    KeyEvent::new(code, modifiers)
}

struct Soak {
    browser: Browser,
    terminal: Terminal<TestBackend>,
    theme: Theme,
    wiped: u32,
    frames: u64,
}

impl Soak {
    fn happen(&mut self, happening: &Happening) {
        match happen(&mut self.browser, happening) {
            None | Some(Command::Redraw) => {}
            Some(Command::Wipe) => self.wiped += 1,
            Some(other) => panic!("{other:?}"),
        }
        if let Happening::Resize(columns, rows) = *happening {
            self.terminal.backend_mut().resize(columns, rows);
        }
    }

    fn draw(&mut self) {
        let (app, theme) = (&self.browser.app, &self.theme);
        self.terminal
            .draw(|frame| ui::view(app, theme, frame))
            .unwrap();
        self.frames += 1;
    }

    /// Nobody is there for so long: it sleeps and wakes as the loop does.
    fn idle(&mut self, seconds: i64) {
        let end = self.browser.app.world.now + TimeDelta::seconds(seconds);
        while self.browser.app.world.now < end {
            let now = self.browser.app.world.now;
            let sleep = i64::try_from(self.browser.app.sleep(now).as_millis()).unwrap();
            let left = (end - now).num_milliseconds();
            self.happen(&Happening::Pass(sleep.min(left)));
            self.draw();
        }
    }
}

#[test]
#[ignore = "takes minutes: cargo test --release --test it kiosk::soak -- --ignored --nocapture"]
#[expect(clippy::print_stderr, reason = "its figures are what it is run for")]
fn a_million_events_in_thirty_days_leave_the_memory_as_it_is() {
    let mut numbers = Numbers(0x6d61_646f_6775_6368);
    let mut soak = Soak {
        browser: Browser::public(size(80, 24), Language::JA),
        terminal: Terminal::new(TestBackend::new(80, 24)).unwrap(),
        theme: Theme::new(Choice::Dark),
        wiped: 0,
        frames: 0,
    };
    let start = soak.browser.app.world.now;
    let mut first_tenth = 0;
    for event in 0..EVENTS {
        let key = key(&mut numbers);
        soak.happen(&Happening::Key(key));
        soak.happen(&Happening::Pass(numbers.small(1200).into()));
        soak.draw();
        if numbers.below(60) == 0 {
            soak.idle(numbers.small(240).into());
        }
        if numbers.below(2000) == 0 {
            let columns = 20 + numbers.small(140);
            let rows = 5 + numbers.small(45);
            soak.happen(&Happening::Resize(columns, rows));
        }
        if event == EVENTS / 10 {
            first_tenth = memory("self").0;
        }
    }
    let end = memory("self").0;
    let days = (soak.browser.app.world.now - start).num_days();
    eprintln!(
        "{EVENTS} events, {days} days, {} frames, wiped {} times: {first_tenth} KiB after a tenth, {end} KiB at the end",
        soak.frames, soak.wiped
    );
    assert!(end <= first_tenth + MARGIN, "{first_tenth} → {end} KiB");
}
