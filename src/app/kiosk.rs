//! The browser on a public terminal: nobody leaves it by a key, and nothing that one visitor did is there for the next.
//!
//! It begins with a screen that attracts; any key or click leads to the guide, and where none comes for a while, or the
//! visitor says so, everything is wiped and that screen returns. Staff who know the PIN end it.

mod pin;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tui_input::InputRequest;

use super::message::{PinKey, Policy};
use super::{Act, App, Clipboard, Command, News, Spot, Visit};
use crate::clock::until_next_minute;
use crate::language::Language;

pub use pin::{PinEntry, Secret, Throttle};

/// The longest countdown before the wiping. It is half of a short idle time.
const COUNTDOWN: TimeDelta = TimeDelta::seconds(15);

/// What is particular to a public terminal.
#[derive(Debug, Clone)]
pub struct Kiosk {
    /// Without a key or a click for so long, the visit is over.
    idle: TimeDelta,
    has_pin: bool,
    /// When a visitor last did something.
    active: DateTime<Utc>,
    /// Nobody is there, and the screen attracts.
    attracts: bool,
    entry: Option<PinEntry>,
    throttle: Throttle,
    /// Another browser, with another guide, takes its place as soon as nobody is there.
    outdated: bool,
}

impl Kiosk {
    /// For how many seconds more the screen stays, while that is to be said.
    pub fn countdown(&self, now: DateTime<Utc>) -> Option<i64> {
        let left = self.end() - now;
        let counts = !self.attracts && left <= COUNTDOWN.min(self.idle / 2);
        counts.then(|| seconds_up(left).max(1))
    }

    /// Whether the screen is the one that attracts.
    pub const fn attracts(&self) -> bool {
        self.attracts
    }

    /// When a visitor last did something.
    pub(super) const fn last_act(&self) -> DateTime<Utc> {
        self.active
    }

    /// Whether staff can leave by a PIN.
    pub const fn has_pin(&self) -> bool {
        self.has_pin
    }

    /// The entry of the PIN, while that is asked for.
    pub const fn entry(&self) -> Option<&PinEntry> {
        self.entry.as_ref()
    }

    /// Whether attempts at the PIN have to wait.
    pub fn waits(&self, now: DateTime<Utc>) -> bool {
        self.throttle.ends(now).is_some()
    }

    fn end(&self) -> DateTime<Utc> {
        self.active + self.idle
    }

    /// When something changes next by itself, besides the minute.
    fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let visit = (!self.attracts).then(|| {
            let left = self.end() - now;
            let before = left - COUNTDOWN.min(self.idle / 2);
            if before > TimeDelta::zero() {
                now + before
            } else {
                // The countdown's next second.
                self.end() - TimeDelta::seconds(seconds_up(left).max(1) - 1)
            }
        });
        let entry = self.entry.as_ref().map(PinEntry::ends);
        let wait = self.throttle.ends(now).filter(|_| self.entry.is_some());
        visit.into_iter().chain(entry).chain(wait).min()
    }

    /// The clock was set: the past is as long ago as before.
    fn shift(&mut self, by: TimeDelta) {
        self.active = shifted(self.active, by);
        self.throttle.shift(by);
        if let Some(entry) = &mut self.entry {
            entry.shift(by);
        }
    }

    /// Time goes on. Says whether the visit is over, so that everything has to be wiped.
    fn tick(&mut self, now: DateTime<Utc>) -> bool {
        self.entry = self.entry.take().filter(|entry| now < entry.ends());
        !self.attracts && now >= self.end()
    }
}

/// The same instant by a clock that was set.
fn shifted(instant: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    instant.checked_add_signed(by).unwrap_or(instant)
}

/// Whole seconds, of which one that has begun is one.
fn seconds_up(span: TimeDelta) -> i64 {
    (span.num_milliseconds() + 999).div_euclid(1000)
}

impl App {
    /// The same browser for a public terminal. Its setup is what every visitor begins with.
    #[must_use]
    pub fn in_public(mut self, idle: TimeDelta, has_pin: bool) -> Self {
        // Nothing leaves for a clipboard that is not the visitor's.
        self.setup.clipboard = Clipboard::Forbidden;
        self.kiosk = Some(Kiosk {
            idle,
            has_pin,
            active: self.world.now,
            attracts: true,
            entry: None,
            throttle: Throttle::default(),
            outdated: false,
        });
        self
    }

    /// Nothing is left of what was done before: answers that are still to come are for nobody.
    fn begin_visit(&mut self) {
        self.end_asking();
        self.visit = Visit::new(&self.setup, &self.world);
    }

    /// Whether anybody may be at the terminal: then nothing leads out of the guide.
    pub const fn is_public(&self) -> bool {
        self.kiosk.is_some()
    }

    /// For how long from now on nothing on the screen changes by itself.
    pub fn sleep(&self, now: DateTime<Utc>) -> Duration {
        let kiosk = self.kiosk.as_ref().and_then(|kiosk| kiosk.next_change(now));
        let kiosk = kiosk.map(|change| (change - now).to_std().unwrap_or_default());
        let minute = until_next_minute(now);
        kiosk.map_or(minute, |kiosk| kiosk.min(minute))
    }

    /// What news change on a public terminal.
    pub(super) fn hear_in_public(&mut self, news: News) -> Option<Command> {
        let now = self.world.now;
        let kiosk = self.kiosk.as_mut()?;
        match news {
            News::Tick(now) => {
                let over = kiosk.tick(now);
                let command = self.hear(news);
                return if over { self.wipe() } else { command };
            }
            News::ClockSet(by) => kiosk.shift(by),
            News::PinChecked(right) => return kiosk.checked(right, now),
            News::Outdated => {
                kiosk.outdated = true;
                return (kiosk.attracts && kiosk.entry.is_none()).then_some(Command::Renew);
            }
            News::Resize(_)
            | News::GuideLoaded(_)
            | News::Changed(_)
            | News::Indexing(_)
            | News::Indexed
            | News::Answer(..) => {}
        }
        self.hear(news)
    }

    /// What an act does on a public terminal, by its [`Policy`]. A key or click that ends the countdown does nothing else:
    /// whoever makes one does not see what it would do.
    pub(super) fn act_in_public(&mut self, act: Act) -> Option<Command> {
        let now = self.world.now;
        let kiosk = self.kiosk.as_mut()?;
        let policy = act.in_public();
        match act {
            Act::AskPin if kiosk.has_pin => {
                kiosk.active = now;
                kiosk.entry = Some(PinEntry::new(now));
                return None;
            }
            Act::Pin(key) => return kiosk.enter(key, now),
            // Behind the request for the PIN nothing happens.
            _ if kiosk.entry.is_some() => return None,
            _ => {}
        }
        let swallowed = kiosk.countdown(now).is_some();
        let begins = std::mem::take(&mut kiosk.attracts);
        kiosk.active = now;
        match policy {
            Policy::Done | Policy::Untold if begins => self.begin_by(act),
            Policy::Done | Policy::Untold if !swallowed => self.act(act),
            Policy::Done | Policy::Untold | Policy::Refused | Policy::Staff => None,
        }
    }

    /// A visit begins by the first act: by what is said on the screen that attracts, a text, or an act that shows by itself
    /// what it did. Any other only begins it, for nobody sees yet what it would do.
    fn begin_by(&mut self, act: Act) -> Option<Command> {
        let digit = |c: char| c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        match act {
            Act::Edit(InputRequest::InsertChar(c)) => {
                let button = digit(c).and_then(|digit| digit.checked_sub(1));
                if let Some(&language) = button.and_then(|button| self.languages().get(button)) {
                    return self.speak(language);
                }
                if c.is_whitespace() {
                    return None;
                }
                self.speak_as_written(c.encode_utf8(&mut [0; 4]));
                self.act(act)
            }
            Act::Type(ref text) => {
                self.speak_as_written(text);
                self.act(act)
            }
            Act::Click(Spot::Begin(language)) => self.speak(language),
            Act::Click(Spot::BeginWith(subject)) => {
                self.open_page(subject);
                None
            }
            Act::OpenPage(_)
            | Act::OpenCard
            | Act::OpenMenu
            | Act::SwitchField
            | Act::SwitchLanguage
            | Act::Help => self.act(act),
            _ => None,
        }
    }

    /// Whoever begins with kana reads Japanese, and with hangul Korean.
    fn speak_as_written(&mut self, text: &str) {
        let written_in = |c| match c {
            'ぁ'..='ヿ' | '\u{ff66}'..='\u{ff9f}' => Some(Language::JA),
            '가'..='힣' | 'ㄱ'..='ㅣ' => Some(Language::KO),
            _ => None,
        };
        let language = text.chars().find_map(written_in);
        let language = language.and_then(|of| of.among(self.languages().iter().copied()));
        if let Some(language) = language {
            let _ = self.speak(language);
        }
    }

    /// The visit is over.
    pub(super) fn wipe(&mut self) -> Option<Command> {
        let kiosk = self.kiosk.as_mut()?;
        kiosk.attracts = true;
        kiosk.entry = None;
        let outdated = kiosk.outdated;
        self.begin_visit();
        // Its end wipes as much.
        Some(if outdated {
            Command::Renew
        } else {
            Command::Wipe
        })
    }
}

impl Kiosk {
    fn enter(&mut self, key: PinKey, now: DateTime<Utc>) -> Option<Command> {
        self.active = now;
        let waits = self.throttle.ends(now).is_some();
        let entry = self.entry.as_mut()?;
        match entry.press(key, now) {
            // What is tried while attempts have to wait is not looked at.
            Some(secret) if !waits => return Some(Command::CheckPin(secret)),
            None if key == PinKey::Close => self.entry = None,
            _ => {}
        }
        None
    }

    fn checked(&mut self, right: bool, now: DateTime<Utc>) -> Option<Command> {
        if right {
            self.entry = None;
            return Some(Command::Leave);
        }
        self.throttle.fail(now);
        None
    }
}
