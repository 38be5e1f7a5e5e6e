//! What pages are set from and for, and what of it each kind depends on.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Measure, Mouse, Setter, Subject, Ticks};
use crate::check::Checked;
use crate::desk::status::{DeskStatus, status};
use crate::frame::Look;
use crate::frame::keys::KeyHelp;
use crate::frame::layout::Size;
use crate::frame::signs::Signs;
use crate::guide::Guide;
use crate::language::Language;

/// What pages are set from and for.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub guide: &'a Guide,
    /// The reader's.
    pub lang: Language,
    pub measure: Measure,
    /// The text to find in the page, which is marked; empty where there is none.
    pub find: &'a str,
    pub now: DateTime<Utc>,
    /// Who is there now, where that is known; else it is found out when a page needs it.
    pub known: &'a [DeskStatus],
    /// The zone of whoever sits at the terminal.
    pub viewer: Tz,
    /// The numbers and addresses that were typed.
    pub checked: Option<&'a Checked>,
    /// The boxes of checklists; `None` in print, where no key ticks one.
    pub ticks: Option<&'a Ticks>,
    pub look: Look,
    /// The whole window.
    pub window: Size,
    /// The rows of it that a page has.
    pub rows: usize,
    pub mouse: Option<Mouse>,
    /// What is to be said of the keys.
    pub keys: &'a [KeyHelp],
    /// Anybody may be at the terminal.
    pub public: bool,
    /// Texts of the guide may be put on a clipboard.
    pub may_copy: bool,
    /// Whether the guide's index is built; `None` where nobody knows.
    pub is_indexed: Option<bool>,
    /// What stands before a command that reads this guide.
    pub program: &'a str,
}

/// What stands there for a guide that is found without being named.
pub const PROGRAM: &str = "madoguchi";

impl<'a> Context<'a> {
    /// For a page that is printed or looked at by itself, at an instant.
    pub fn new(
        guide: &'a Guide,
        lang: Language,
        measure: impl Into<Measure>,
        now: DateTime<Utc>,
    ) -> Self {
        let window = Size {
            columns: 80,
            rows: 24,
        };
        Self {
            guide,
            lang,
            measure: measure.into(),
            find: "",
            now,
            known: &[],
            viewer: guide.timezone,
            checked: None,
            ticks: None,
            look: Look::default(),
            window,
            rows: window.rows.into(),
            mouse: None,
            keys: &[],
            public: false,
            may_copy: true,
            is_indexed: None,
            program: PROGRAM,
        }
    }

    /// Who is there now.
    pub fn statuses(&self) -> Vec<DeskStatus> {
        if self.known.is_empty() {
            status(self.guide, self.now, self.lang)
        } else {
            self.known.to_vec()
        }
    }

    /// An empty page.
    pub fn setter(&self) -> Setter<'a> {
        let setter = Setter::new(self.measure);
        // Whoever has few signs has a terminal of few abilities.
        match self.look.signs {
            Signs::Ascii => setter.without_colours(),
            Signs::All | Signs::Certain => setter,
        }
    }

    fn minute(&self) -> i64 {
        self.now.timestamp().div_euclid(60)
    }
}

/// Something that pages can change with, besides the guide, the language, the width and the text to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The time, by the minute.
    Clock,
    /// What was typed to be checked.
    Checked,
    Ticks,
    /// The whole window, because the page must be seen at once.
    Window,
    Mouse,
    /// Whether the index is built.
    Index,
}

/// What an input is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    Clock(i64),
    Checked(Option<String>),
    Ticks(Option<u64>),
    Window(Size, usize),
    Mouse(Option<Mouse>),
    Index(Option<bool>),
}

impl State {
    fn of(input: Input, context: &Context<'_>) -> Self {
        match input {
            Input::Clock => Self::Clock(context.minute()),
            Input::Checked => Self::Checked(context.checked.map(|checked| checked.text.clone())),
            Input::Ticks => Self::Ticks(context.ticks.map(Ticks::changes)),
            Input::Window => Self::Window(context.window, context.rows),
            Input::Mouse => Self::Mouse(context.mouse),
            Input::Index => Self::Index(context.is_indexed),
        }
    }
}

/// What a page was set from and for; it is set anew when any of it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub subject: Subject,
    lang: Language,
    measure: Measure,
    find: String,
    inputs: Vec<State>,
}

impl Key {
    /// Whether a page with that key is the same, as it is now.
    pub fn is_replaced_by(&self, other: &Self) -> bool {
        let place = |key: &Self| (key.subject, key.lang, key.measure);
        place(self) == place(other)
    }

    pub fn new(subject: Subject, context: &Context<'_>) -> Self {
        let inputs = subject.changes_with().iter();
        Self {
            subject,
            lang: context.lang,
            measure: context.measure,
            find: context.find.to_owned(),
            inputs: inputs.map(|&input| State::of(input, context)).collect(),
        }
    }
}
