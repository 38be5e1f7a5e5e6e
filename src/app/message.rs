//! What can happen to the browser.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tui_input::InputRequest;

use super::{Change, Spot};
use crate::frame::layout::Size;
use crate::guide::{Guide, Part};
use crate::language::Language;
use crate::page::Subject;
use crate::search::Results;
use crate::search::progress::Pace;

/// A closed list of everything that changes the state.
#[derive(Debug, Clone)]
pub enum Message {
    News(News),
    Act(Act),
}

/// What comes from outside, whoever sits at the terminal.
#[derive(Debug, Clone)]
pub enum News {
    /// The time is now this.
    Tick(DateTime<Utc>),
    /// The clock was set by so much: what takes its time takes no more and no less of it.
    ClockSet(TimeDelta),
    Resize(Size),
    /// The guide is there, or another one in its place.
    GuideLoaded(Arc<Guide>),
    /// What has become of the guide. Where that is another guide, it came before.
    Changed(Change),
    /// The index of a large guide is being built.
    Indexing(Pace),
    /// It is built, and answers from now on.
    Indexed,
    /// The answer to the search with this number.
    Answer(u64, Results),
    /// Whether the PIN that was entered is the right one.
    PinChecked(bool),
    /// There is another guide than the one that is shown on a public terminal.
    Outdated,
}

/// What somebody at the terminal does. Which key does which is in [`super::acts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Edit(InputRequest),
    Paste(String),
    /// What an input method commits at once: text, whatever it begins with.
    Type(String),
    /// A letter that does something while reading, until it turns out to be the beginning of a word.
    Letter {
        typed: char,
        means: &'static Self,
    },
    /// Moves the selection, or scrolls by lines while reading.
    Move(isize),
    /// The same by pages.
    MovePages(isize),
    /// To the first or last entry or line.
    MoveToEnd(End),
    /// Scrolls the article by lines, whatever has the focus.
    Scroll(isize),
    /// Reads what is selected; while reading, follows the chosen link.
    Open,
    /// Reads the entry with this index in the list.
    OpenEntry(usize),
    /// Reads a page of the program's own, from wherever it is asked for.
    OpenPage(Subject),
    /// Reads the checklist of what is being read, or the list of all.
    OpenCard,
    /// Follows the link that has this number now, from 1.
    FollowLink(usize),
    /// Leaves the question on the page unanswered.
    Skip,
    /// The table of contents of what is being read.
    OpenContents,
    /// One step back: never out of the program.
    Back,
    /// Takes the last step back again.
    Forward,
    SwitchPane,
    /// To the next or the previous link, and past the last one to the search field.
    NextStop(isize),
    /// Makes the search field one for numbers and addresses, and back.
    SwitchField,
    /// Searches for the query that is suggested in the place of the present one.
    AcceptSuggestion,
    FocusSearch,
    /// Looks for a text in the page.
    Find,
    /// To the next or the previous place of it.
    NextFound(isize),
    /// To the next or the previous link.
    ChooseLink(isize),
    /// To the next or the previous section.
    MoveSections(isize),
    /// What can be copied of what is being read.
    OpenCopy,
    /// A click on what stands somewhere on the screen.
    Click(Spot),
    /// The wheel over it, by notches; downwards is positive.
    Wheel(Spot, isize),
    /// Leaves clicks and the wheel to the terminal, or takes them back.
    SwitchMouse,
    SwitchLanguage,
    /// To this language, if the guide is written in it.
    Speak(Language),
    /// Puts the other language beside what is read, or takes it away.
    SwitchBeside,
    /// All that can be done; closes it where it is open.
    OpenMenu,
    /// The query before the present one.
    Earlier,
    /// What the keys do.
    Help,
    Redraw,
    Suspend,
    /// Ctrl-C: quits the second time.
    Interrupt,
    Quit,
    /// On a public terminal: the visit is over, and the next one may begin.
    EndVisit,
    /// On a public terminal: a key or a click that means nothing else, but shows that somebody is there.
    Activity,
    /// Staff want to enter their PIN.
    AskPin,
    Pin(PinKey),
}

/// What becomes of an act on a public terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The same as on any other.
    Done,
    /// The same, but of no use to a visitor: the help does not tell of it.
    Untold,
    /// It would lead out of the guide, or change what the next visitor finds. It shows that somebody is there.
    Refused,
    /// For staff, who know the PIN.
    Staff,
}

impl Act {
    /// What a guide must have for it to mean anything. In a guide without, nothing tells of it and its key does nothing.
    pub const fn needs(&self) -> Option<Part> {
        match self {
            Self::OpenPage(subject) => subject.needs(),
            Self::OpenCard | Self::Skip => Some(Part::Desks),
            Self::SwitchField => Some(Part::Checks),
            _ => None,
        }
    }

    /// What becomes of it on a public terminal. For every act somebody has decided: there is no other arm.
    pub const fn in_public(&self) -> Policy {
        match self {
            Self::Letter { means, .. } => means.in_public(),
            Self::Edit(_)
            | Self::Type(_)
            | Self::Move(_)
            | Self::MovePages(_)
            | Self::MoveToEnd(_)
            | Self::Scroll(_)
            | Self::Open
            | Self::OpenEntry(_)
            | Self::OpenPage(_)
            | Self::OpenCard
            | Self::FollowLink(_)
            | Self::Skip
            | Self::OpenContents
            | Self::Back
            | Self::Forward
            | Self::SwitchPane
            | Self::NextStop(_)
            | Self::SwitchField
            | Self::AcceptSuggestion
            | Self::FocusSearch
            | Self::Find
            | Self::NextFound(_)
            | Self::ChooseLink(_)
            | Self::MoveSections(_)
            | Self::Click(_)
            | Self::Wheel(..)
            | Self::SwitchLanguage
            | Self::Speak(_)
            | Self::SwitchBeside
            | Self::OpenMenu
            | Self::Earlier
            | Self::Help
            | Self::EndVisit
            | Self::Redraw => Policy::Done,
            Self::OpenCopy => Policy::Untold,
            Self::Paste(_)
            | Self::SwitchMouse
            | Self::Suspend
            | Self::Interrupt
            | Self::Quit
            | Self::Activity => Policy::Refused,
            Self::AskPin | Self::Pin(_) => Policy::Staff,
        }
    }
}

/// A key while the PIN is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinKey {
    Type(char),
    Delete,
    Enter,
    Close,
}

/// An end of a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    First,
    Last,
}

impl From<News> for Message {
    fn from(news: News) -> Self {
        Self::News(news)
    }
}

impl From<Act> for Message {
    fn from(act: Act) -> Self {
        Self::Act(act)
    }
}
