//! Keys, and what the reader is told of them: plain data.

mod names;

use std::borrow::Cow;

pub use names::Unusable;

/// A key with exactly this held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub Code, pub Held);

/// The keys that can mean something. `BackTab` is what most terminals make of Shift-Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// What is held down with a key. Shift with a character is a part of that already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Nothing,
    Shift,
    Ctrl,
    Alt,
}

pub const fn key(code: Code) -> Key {
    Key(code, Held::Nothing)
}

pub const fn char(c: char) -> Key {
    key(Code::Char(c))
}

pub const fn ctrl(c: char) -> Key {
    Key(Code::Char(c), Held::Ctrl)
}

pub const fn alt(code: Code) -> Key {
    Key(code, Held::Alt)
}

pub const fn shift(code: Code) -> Key {
    Key(code, Held::Shift)
}

/// Where a key means what the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    Searching,
    Reading,
    /// While the text to find in a page is typed.
    Finding,
    /// While the menu is open.
    Choosing,
    /// While any text is typed, to search for or to find.
    Typing,
    /// Everywhere on a public terminal, before all else.
    InPublic,
}

/// How a key, or keys that belong together, are explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHelp {
    pub scope: Scope,
    /// The names of the keys, for people.
    pub keys: Cow<'static, str>,
    pub deed: Says<Deed>,
    /// Where somebody has bound other keys, the names of those that do the same; else the words for the deed say them.
    pub also: Option<Vec<String>>,
}

impl KeyHelp {
    /// Whether it is the key for this.
    pub fn does(&self, deed: Deed) -> bool {
        self.deed == Says::Words(deed)
    }
}

/// What is said of a key: the same for every guide, or with the names of the guide's languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says<T> {
    Words(T),
    NextLanguage,
    SideBySide,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Choose,
    ChooseByPages,
    ScrollArticle,
    Read,
    /// Folds or unfolds a group of topics.
    Fold,
    AcceptSuggestion,
    DeleteParts,
    MoveCursor,
    ScrollLines,
    ScrollScreens,
    ToEnds,
    ToSections,
    ChooseLink,
    FollowLink,
    FollowNumber,
    Find,
    FindAnywhere,
    NextFound,
    BackToSearch,
    ReadFound,
    MoveFound,
    Contents,
    BackAndForward,
    Copy,
    /// The same in a guide without desks.
    CopyText,
    StepBack,
    Menu,
    ChooseAct,
    DoAct,
    Redraw,
    Suspend,
    Quit,
    Interrupt,
    Desks,
    Advice,
    Cards,
    Mouse,
    Check,
    SwitchPane,
    EndVisit,
}

/// What a key does, where there is room for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    Menu,
    Choose,
    Read,
    Fold,
    Suggestion,
    Clear,
    Scroll,
    Numbers,
    /// Digits where all there is are boxes.
    Tick,
    Follow,
    /// On a page that is a list to choose from.
    ChooseAndOpen,
    /// Digits in the choice of what to copy.
    CopyNumber,
    Copy,
    Find,
    NextPrevious,
    ReadHere,
    PreviousNext,
    Back,
    ToResults,
    ToTopics,
    ToSearch,
    ReadBelow,
    Answer,
    ChooseAnswer,
    PreviousQuestion,
    /// The number that waits for another digit.
    ThisNumber,
    LongerNumber,
    DoAct,
    CloseMenu,
    AtOnce,
    Desks,
    Advice,
    Check,
    Cards,
    /// Ends the visit.
    ToStart,
    ScrollUp,
    ScrollDown,
    Previous,
    Next,
    Close,
}
