//! What one reader does, from the first key to the last. A field that is added here is wiped with the rest.

use tui_input::Input;

use super::asked::Asking;
use super::checked::Kept;
use super::pages::Pages;
use super::typing::Letters;
use super::{
    Act, Aside, Beside, Earlier, Entries, Field, Find, Menu, Notice, Reader, Setup, Tree, World,
};
use crate::check::Checked;
use crate::frame::layout::Focus;
use crate::guide::questionnaire::Path;
use crate::language::Language;
use crate::page::{Medium, Ticks};
use crate::search::Results;

/// What one reader does and sees.
#[derive(Debug, Clone)]
pub struct Visit {
    pub language: Language,
    /// Whether that is what somebody wants; else a guide that comes is shown in its first.
    pub(super) wants_language: bool,
    pub focus: Focus,
    pub input: Input,
    /// Whether all of what stands in the field is selected: what is typed takes its place.
    pub is_selected: bool,
    pub field: Field,
    /// The search that the field for numbers has taken the place of.
    pub(super) kept: Option<Box<Kept>>,
    /// What was searched for before.
    pub earlier: Earlier,
    /// Which of its queries were meant.
    pub(super) asking: Asking,
    /// The letters that acted last, as long as they may be the beginning of a word.
    pub(super) letters: Option<Letters>,
    /// The digits that wait for the next one.
    pub number: Option<usize>,
    /// What was said to the guide's questions last.
    pub(super) asked: Option<Path>,
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
    /// The card beside what is read.
    pub aside: Aside,
    /// The menu, while it is open.
    pub menu: Option<Menu>,
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
        let entries = guide.map_or_else(Entries::default, |guide| Entries::topics(guide, &tree));
        Self {
            language: language.unwrap_or(setup.language),
            wants_language: setup.wants_language,
            focus: Focus::Search,
            input: Input::default(),
            is_selected: false,
            kept: None,
            earlier: Earlier::default(),
            asking: Asking::default(),
            letters: None,
            number: None,
            asked: None,
            field: Field::default(),
            checked: Checked::default(),
            results: None,
            reader: guide.map_or_else(Reader::default, |guide| Reader::of(entries.page(guide))),
            entries,
            tree,
            pages: Pages::default(),
            beside: None,
            aside: Aside::default(),
            menu: None,
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
