//! The state of the browser and how messages change it. Knows no terminal: keys arrive as [`Message`]s, effects leave as
//! [`Command`]s, and time is what the last message said it is.
//!
//! It has four parts, by how long they last: [`Setup`], [`World`], [`Visit`], and [`Kiosk`] on a public terminal.

pub mod acts;
mod aside;
mod asked;
mod beside;
mod bound;
mod change;
mod checked;
mod command;
mod copy;
mod earlier;
mod entries;
mod exchange;
mod find;
mod folding;
mod hints;
mod kiosk;
mod menu;
pub mod message;
mod pages;
mod pointer;
mod present;
mod reader;
mod searching;
mod seen;
mod setup;
mod start;
mod travel;
mod tree;
mod typing;
mod update;
mod visit;
mod world;

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::check::masked_beside;
use crate::frame::Look;
use crate::frame::keys::{Key, KeyHelp, Scope};
use crate::frame::layout::{Focus, Layout, Size, WIDE};
use crate::i18n::screen::Mode;
use crate::language::Language;
use crate::page::{Medium, PROGRAM, Subject};
use crate::search::{Hit, Results};
use folding::Titles;

pub use aside::Aside;
pub use beside::Beside;
pub use bound::{Bound, Conflict, Unbound};
pub use change::Change;
pub use checked::Field;
pub use command::{Command, SearchRequest};
pub use copy::Clipboard;
pub use earlier::Earlier;
pub use entries::{Entries, Entry};
pub use find::Find;
pub use hints::Hint;
pub use kiosk::Kiosk;
pub use menu::{Choices, Line as MenuLine, Menu};
pub use message::{Act, Message, News};
pub use pointer::Spot;
pub use present::{Bar, Present};
pub use reader::Reader;
pub use searching::LONGEST_QUERY;
pub use seen::{Seen, written_rows};
pub use setup::Setup;
pub use start::{Head, Row as TimelineRow, Timeline};
pub use tree::Tree;
pub use visit::Visit;
pub use world::World;

/// How many hits are asked for at a time.
const HITS: usize = 50;

/// Everything the screen shows, and nothing else.
#[derive(Debug, Clone)]
pub struct App {
    /// What it is from its start to its end.
    pub setup: Setup,
    /// What is so whoever sits at the terminal.
    pub world: World,
    /// What the reader does. On a public terminal the next visitor begins another one.
    pub visit: Visit,
    /// On a public terminal: what is particular to it.
    pub kiosk: Option<Kiosk>,
}

/// A message to the reader that the next key takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    QuitAgain,
    BrokenLink,
    /// This was sent to the terminal's clipboard: a text, or what is called so.
    Copied(String),
    /// There is no clipboard to send it to.
    CopyByHand,
    /// Clicks and the wheel come here, or no longer.
    Mouse(bool),
    /// What is being read is no article.
    NoContents,
    /// The letter that people press to leave was pressed once.
    QuitByLetter,
    /// Escape leads no farther.
    HowToQuit,
    /// No link is chosen.
    NoLink,
    /// An earlier query was called back: the last one is 1.
    Earlier {
        number: usize,
        of: usize,
    },
    /// The variable `TZ` is this, which names no zone.
    NoSuchZone(String),
    /// The guide has one language, and there is none to put beside it.
    OneLanguage,
    /// The screen has no room for two languages.
    TooNarrow,
}

impl App {
    pub fn new(
        size: Size,
        now: DateTime<Utc>,
        viewer: Tz,
        language: Language,
        keys: Vec<KeyHelp>,
    ) -> Self {
        let setup = Setup {
            look: Look::default(),
            medium: Medium::Window,
            viewer,
            language,
            wants_language: true,
            mouse: true,
            clipboard: Clipboard::default(),
            program: PROGRAM.to_owned(),
            bound: Bound::default(),
            keys,
            insight: false,
        };
        let world = World {
            size,
            now,
            guide: None,
            keys: Vec::new(),
            present: Present::default(),
            titles: Titles::default(),
            change: None,
            indexing: None,
            searches: 0,
            settled: Vec::new(),
        };
        Self {
            visit: Visit::new(&setup, &world),
            setup,
            world,
            kiosk: None,
        }
    }

    /// The same where nobody said which language he reads: it is the guide's first, once that is known.
    #[must_use]
    pub const fn in_any_language(mut self) -> Self {
        self.setup.wants_language = false;
        self.visit.wants_language = false;
        self
    }

    /// The same state for a dialogue in lines instead of a screen: pages are as wide as the size says, and a section is a
    /// page of its own.
    #[must_use]
    pub const fn in_lines(mut self) -> Self {
        self.setup.medium = Medium::Lines;
        self
    }

    /// What is to be said of the keys: of those that lead to something in this guide.
    pub fn keys(&self) -> &[KeyHelp] {
        match self.world.guide {
            Some(_) => &self.world.keys,
            None => &self.setup.keys,
        }
    }

    /// The name of the key that leads to a page of the program's own from everywhere.
    pub fn key_of(&self, page: Subject) -> Option<String> {
        self.setup.bound.key_of(page).map(Key::name)
    }

    /// The languages of the guide; none until it is loaded.
    pub fn languages(&self) -> &[Language] {
        self.world
            .guide
            .as_ref()
            .map_or(&[], |guide| &guide.languages)
    }

    /// The query as it counts: without the spaces around it.
    pub fn query(&self) -> &str {
        self.visit.input.value().trim()
    }

    /// What was typed, or a text with some of it, as it may be shown: on a public terminal without numbers of others.
    pub fn shown<'a>(&self, typed: &'a str) -> Cow<'a, str> {
        match &self.world.guide {
            Some(guide) if self.is_public() => {
                let find = self
                    .visit
                    .find
                    .as_ref()
                    .map_or("", |find| find.input.value());
                let fields = [self.visit.input.value(), find];
                // What is shown of a field is no other text beside it.
                let others = fields
                    .into_iter()
                    .filter(|field| !typed.contains(field) && !field.contains(typed));
                masked_beside(guide, typed, &others.collect::<Vec<_>>())
            }
            _ => Cow::Borrowed(typed),
        }
    }

    /// Which keys count.
    pub const fn key_scope(&self) -> Scope {
        match self.visit.focus {
            _ if self.visit.menu.is_some() => Scope::Choosing,
            _ if self.is_finding() => Scope::Finding,
            Focus::Search => Scope::Searching,
            Focus::Article => Scope::Reading,
        }
    }

    /// What keys mean now, in a word.
    pub fn mode(&self) -> Mode {
        match self.key_scope() {
            Scope::Choosing => Mode::Menu,
            Scope::Finding => Mode::Find,
            Scope::Reading if matches!(self.visit.reader.subject, Subject::Advice(_)) => Mode::Ask,
            Scope::Reading => Mode::Read,
            _ if self.visit.field == Field::Check => Mode::Check,
            _ => Mode::Search,
        }
    }

    /// Where things stand on the screen; `None` where it is too small.
    pub fn layout(&self) -> Option<Layout> {
        let layout = self.layout_with(self.visit.focus)?;
        if self.is_at_start() {
            // Topics with what they are about need the width more than a view of one of them.
            let layout = if self.world.size.columns < WIDE {
                layout.list_alone()
            } else {
                layout
            };
            let layout = if self.has_aside() {
                layout.with_aside()
            } else {
                layout
            };
            return Some(layout.with_head(self.head().rows()));
        }
        if self.visit.field == Field::Check {
            // What was typed stands below what is listed: that takes the width.
            let layout = layout.article_alone();
            let is_touched = self.is_public() && self.visit.mouse && self.mode() == Mode::Check;
            return Some(if is_touched {
                layout.with_pad()
            } else {
                layout
            });
        }
        if self.visit.focus == Focus::Search && self.visit.entries.is_dead_end() {
            // What else there is to do needs the width more than a page that nobody asked for.
            return Some(layout.list_alone());
        }
        Some(if self.reads_side_by_side() {
            layout.side_by_side()
        } else if self.has_aside() {
            layout.with_aside()
        } else {
            layout
        })
    }

    fn layout_with(&self, focus: Focus) -> Option<Layout> {
        let shows_whole = focus == Focus::Article && self.visit.reader.subject.fills_window();
        let layout = if self.setup.look.large && shows_whole {
            Layout::one_pane(self.world.size, focus)
        } else {
            Layout::of(self.setup.look, self.world.size, focus)
        };
        if self.expired().is_some() {
            layout.map(Layout::with_band)
        } else {
            layout
        }
    }

    /// The last day on which the guide was good, if that is over.
    pub fn expired(&self) -> Option<NaiveDate> {
        self.world.guide.as_ref()?.expired(self.world.now)
    }

    /// The rows of the article's window; in lines there is none, and no page is longer.
    pub fn rows(&self) -> usize {
        if self.setup.medium == Medium::Lines {
            return usize::from(u16::MAX);
        }
        self.reading_layout()
            .and_then(|layout| layout.article)
            .map_or(1, |area| usize::from(area.height))
    }

    /// The layout with an article in it, even while a narrow screen shows the list alone.
    fn reading_layout(&self) -> Option<Layout> {
        self.layout()
            .filter(|layout| layout.article.is_some())
            .or_else(|| self.layout_with(Focus::Article))
    }

    /// Whether the results of the present query are still to come.
    pub const fn awaits_answer(&self) -> bool {
        self.visit.awaited.is_some()
    }

    /// The results of the present query, once they are there.
    pub fn current_results(&self) -> Option<&Results> {
        self.visit
            .results
            .as_ref()
            .filter(|_| !self.query().is_empty())
    }

    /// What an entry shows of the results.
    pub fn hit(&self, entry: Entry) -> Option<&Hit> {
        let results = self.visit.results.as_ref()?;
        match entry {
            Entry::Hit(hit) => results.hits.get(hit),
            Entry::Nearest(section) => results.nearest.get(section),
            Entry::Page(_) | Entry::Group(_) => None,
        }
    }

    /// The query to try in the place of one without hits.
    pub fn suggestion(&self) -> Option<&str> {
        let results = self.current_results()?;
        let suggestion = results.suggestions.first()?;
        results.hits.is_empty().then_some(suggestion)
    }
}
