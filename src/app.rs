//! The state of the browser and how messages change it. Knows no terminal: keys arrive as [`Message`]s, effects leave as
//! [`Command`]s, and time is what the last message said it is.

pub mod beside;
pub mod checked;
pub mod command;
pub mod copy;
pub mod entries;
pub mod find;
pub mod kiosk;
pub mod message;
mod pages;
pub mod pointer;
pub mod reader;
mod travel;
mod update;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tui_input::Input;

use crate::check::{Checked, masked_beside};
use crate::desk::status::{self, DeskStatus};
use crate::frame::Look;
use crate::frame::keys::{KeyHelp, Scope};
use crate::frame::layout::{Focus, Layout, Size};
use crate::guide::Guide;
use crate::language::Language;
use crate::page::{Medium, Ticks};
use crate::search::progress::Pace;
use crate::search::{Hit, Results};

pub use beside::Beside;
pub use checked::Field;
pub use command::{Command, SearchRequest};
pub use copy::Clipboard;
pub use entries::{Entries, Entry};
pub use find::Find;
pub use kiosk::Kiosk;
pub use message::{Act, Message, News};
pub use pointer::Spot;
pub use reader::Reader;
pub use update::LONGEST_QUERY;

/// How many hits are asked for at a time.
pub const HITS: usize = 50;

/// Everything the screen shows, and nothing else.
#[derive(Debug, Clone)]
pub struct App {
    pub size: Size,
    pub look: Look,
    /// What pages are set for.
    pub medium: Medium,
    pub now: DateTime<Utc>,
    /// The zone of whoever sits at the terminal.
    pub viewer: Tz,
    pub language: Language,
    /// `None` until it is loaded.
    pub guide: Option<Arc<Guide>>,
    pub focus: Focus,
    pub input: Input,
    pub field: Field,
    /// The numbers and addresses of the query that the results answer, or of the field for them.
    pub checked: Checked,
    /// The answer to a query, possibly to an earlier one while the present one is being searched for.
    pub results: Option<Results>,
    pub entries: Entries,
    pub reader: Reader,
    /// The same page in the other language, while both are wanted side by side.
    pub beside: Option<Beside>,
    /// The help page, while it is open.
    pub help: Option<Reader>,
    /// What is being looked for in the page.
    pub find: Option<Find>,
    /// The boxes of checklists.
    pub ticks: Ticks,
    pub notice: Option<Notice>,
    /// How far the index is, while it is being built.
    pub indexing: Option<Pace>,
    /// Whether clicks and the wheel come here; else the terminal keeps them, for selecting text.
    pub mouse: bool,
    pub clipboard: Clipboard,
    /// What is to be said of the keys.
    pub keys: Vec<KeyHelp>,
    /// On a public terminal: what is particular to it.
    pub kiosk: Option<Kiosk>,
    /// Keys that choose among results which are still to come, or go to what is chosen; they act when those are there.
    early: Vec<Act>,
    /// The number of the last search asked for; answers to earlier ones are dropped.
    last_search: u64,
    /// The number of the last answer taken.
    last_answer: u64,
}

/// A message to the reader that the next key takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    QuitAgain,
    BrokenLink,
    /// A text was sent to the terminal's clipboard.
    Copied,
    /// There is no clipboard to send it to.
    CopyByHand,
    /// Clicks and the wheel come here, or no longer.
    Mouse(bool),
    /// What is being read is no article.
    NoContents,
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
        Self {
            size,
            look: Look::default(),
            medium: Medium::Window,
            now,
            viewer,
            language,
            guide: None,
            focus: Focus::Search,
            input: Input::default(),
            field: Field::default(),
            checked: Checked::default(),
            results: None,
            entries: Entries::default(),
            reader: Reader::default(),
            beside: None,
            help: None,
            find: None,
            ticks: Ticks::default(),
            notice: None,
            indexing: None,
            mouse: true,
            clipboard: Clipboard::default(),
            keys,
            kiosk: None,
            early: Vec::new(),
            last_search: 0,
            last_answer: 0,
        }
    }

    /// The same state for a dialogue in lines instead of a screen: pages are as wide as the size says, and a section is a
    /// page of its own.
    #[must_use]
    pub fn in_lines(self) -> Self {
        Self {
            medium: Medium::Lines,
            ..self
        }
    }

    /// The languages of the guide; none until it is loaded.
    pub fn languages(&self) -> &[Language] {
        self.guide.as_ref().map_or(&[], |guide| &guide.languages)
    }

    /// The query as it counts: without the spaces around it.
    pub fn query(&self) -> &str {
        self.input.value().trim()
    }

    /// What was typed, or a text with some of it, as it may be shown: on a public terminal without numbers of others.
    pub fn shown<'a>(&self, typed: &'a str) -> Cow<'a, str> {
        match &self.guide {
            Some(guide) if self.is_public() => {
                let find = self.find.as_ref().map_or("", |find| find.input.value());
                let fields = [self.input.value(), find];
                // What is shown of a field is no other text beside it.
                let others = fields
                    .into_iter()
                    .filter(|field| !typed.contains(field) && !field.contains(typed));
                masked_beside(guide, typed, &others.collect::<Vec<_>>())
            }
            _ => Cow::Borrowed(typed),
        }
    }

    /// Which keys count: the help is read like an article.
    pub fn key_scope(&self) -> Scope {
        match self.focus {
            _ if self.find.as_ref().is_some_and(|find| find.is_typed) => Scope::Finding,
            Focus::Search if self.help.is_none() => Scope::Searching,
            _ => Scope::Reading,
        }
    }

    /// Where things stand on the screen; `None` where it is too small.
    pub fn layout(&self) -> Option<Layout> {
        let layout = self.layout_with(self.focus)?;
        Some(if self.reads_side_by_side() {
            layout.side_by_side()
        } else {
            layout
        })
    }

    fn layout_with(&self, focus: Focus) -> Option<Layout> {
        let shows_whole = focus == Focus::Article && self.reader.subject.fills_window();
        if self.look.large && shows_whole {
            return Layout::one_pane(self.size, focus);
        }
        Layout::of(self.look, self.size, focus)
    }

    /// The rows of the article's window; in lines there is none, and no page is longer.
    pub fn rows(&self) -> usize {
        if self.medium == Medium::Lines {
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

    /// Who is there now; empty until the guide is loaded.
    pub fn statuses(&self) -> Vec<DeskStatus> {
        self.guide
            .as_deref()
            .map(|guide| status::status(guide, self.now, self.language))
            .unwrap_or_default()
    }

    /// Whether the results of the present query are still to come.
    pub const fn awaits_answer(&self) -> bool {
        self.last_answer < self.last_search
    }

    /// The results of the present query, once they are there.
    pub fn current_results(&self) -> Option<&Results> {
        self.results.as_ref().filter(|_| !self.query().is_empty())
    }

    /// What an entry shows of the results.
    pub fn hit(&self, entry: Entry) -> Option<&Hit> {
        let results = self.results.as_ref()?;
        match entry {
            Entry::Hit(hit) => results.hits.get(hit),
            Entry::Nearest(section) => results.nearest.get(section),
            Entry::Page(_) => None,
        }
    }

    /// The query to try in the place of one without hits.
    pub fn suggestion(&self) -> Option<&str> {
        let results = self.current_results()?;
        let suggestion = results.suggestions.first()?;
        results.hits.is_empty().then_some(suggestion)
    }
}
