//! What one reader does, from the first key to the last. A field that is added here is wiped with the rest.

use tui_input::Input;

use super::pages::Pages;
use super::{Act, Beside, Entries, Field, Find, Notice, Reader, Setup, Tree, World};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::language::Language;
use crate::page::{Medium, Subject, Ticks};
use crate::search::Results;

/// What one reader does and sees.
#[derive(Debug, Clone)]
pub struct Visit {
    pub language: Language,
    /// Whether that is what somebody wants; else a guide that comes is shown in its first.
    pub(super) wants_language: bool,
    pub focus: Focus,
    pub input: Input,
    pub field: Field,
    /// The numbers and addresses of the query that the results answer, or of the field for them.
    pub checked: Checked,
    /// The answer to a query, possibly to an earlier one while the present one is being searched for.
    pub results: Option<Results>,
    pub entries: Entries,
    /// Which groups of topics are unfolded.
    pub tree: Tree,
    pub reader: Reader,
    /// The pages that were set last.
    pub(super) pages: Pages,
    /// The same page in the other language, while both are wanted side by side.
    pub beside: Option<Beside>,
    /// The help page, while it is open.
    pub help: Option<Reader>,
    /// What is being looked for in the page.
    pub find: Option<Find>,
    /// The boxes of checklists.
    pub ticks: Ticks,
    pub notice: Option<Notice>,
    /// Whether clicks and the wheel come here; else the terminal keeps them, for selecting text.
    pub mouse: bool,
    /// Keys that choose among results which are still to come, or go to what is chosen; they act when those are there.
    pub(super) early: Vec<Act>,
    /// The number of the search whose answer is still to come; answers to others are dropped.
    pub(super) awaited: Option<u64>,
}

impl Visit {
    /// The beginning of one.
    pub(super) fn new(setup: &Setup, world: &World) -> Self {
        let guide = world.guide.as_deref();
        let language =
            guide.map(|guide| guide.language_for(setup.wants_language.then_some(setup.language)));
        let tree = guide.map_or_else(Tree::default, |guide| Tree::new(guide, rows(setup, world)));
        Self {
            language: language.unwrap_or(setup.language),
            wants_language: setup.wants_language,
            focus: Focus::Search,
            input: Input::default(),
            field: Field::default(),
            checked: Checked::default(),
            results: None,
            entries: guide.map_or_else(Entries::default, |guide| Entries::topics(guide, &tree)),
            tree,
            reader: guide.map_or_else(Reader::default, |guide| Reader::of(Subject::first(guide))),
            pages: Pages::default(),
            beside: None,
            help: None,
            find: None,
            ticks: Ticks::default(),
            notice: None,
            mouse: setup.mouse,
            early: Vec::new(),
            awaited: None,
        }
    }
}

/// The rows of the window that topics are seen in; in lines there is none.
pub(super) fn rows(setup: &Setup, world: &World) -> Option<usize> {
    (setup.medium == Medium::Window).then_some(world.size.rows.into())
}
