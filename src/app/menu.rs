//! The menu: all that can be done, on what it would act now, and its key. It is filtered as one types, in any language that
//! the program speaks, and takes what is chosen. The choice of what to copy is such a menu, too.

mod called;
mod offers;

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use super::searching::one_line;
use super::{Act, App, Clipboard, Command};
use crate::frame::layout::Focus;
use crate::guide::{Guide, SectionRef, checklist};
use crate::i18n::copy;
use crate::i18n::menu::texts;
use crate::page::to_copy;
use crate::text::fold::fold;

/// The longest text to filter by, in characters.
const LONGEST: usize = 100;

/// What it is a menu of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    Acts,
    /// What can be copied of what is read.
    Copies,
}

/// The menu while it is open.
#[derive(Debug, Clone)]
pub struct Menu {
    pub choices: Choices,
    /// What it is filtered by.
    pub input: Input,
    /// The index of what is chosen among what is left.
    pub selected: usize,
}

/// A line of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it belongs to, where that was not said above.
    pub group: &'static str,
    pub name: String,
    /// On what it would act now, or why that cannot be.
    pub detail: String,
    /// The key that does the same from where the menu was opened.
    pub key: Cow<'static, str>,
    /// Whether it can be done now.
    pub is_off: bool,
    does: Does,
}

#[derive(Debug, Clone)]
enum Does {
    Act(Act),
    Quit,
    Copy(String),
}

impl App {
    /// What stands in the menu: what is called as its line says.
    pub fn menu_lines(&self) -> Vec<Line> {
        let (Some(menu), Some(guide)) = (&self.visit.menu, self.world.guide.as_deref()) else {
            return Vec::new();
        };
        match menu.choices {
            Choices::Acts => self.offered(guide, menu.input.value()),
            Choices::Copies => self.copies(guide, menu.input.value()),
        }
    }

    /// How many lines there are where nothing is typed: its box keeps that size.
    pub fn menu_size(&self, choices: Choices) -> usize {
        let Some(guide) = self.world.guide.as_deref() else {
            return 0;
        };
        match choices {
            Choices::Acts => self.offers_in(guide).len(),
            Choices::Copies => self.copies(guide, "").len(),
        }
    }

    /// How many boxes of a checklist are ticked, and how many there are.
    pub fn ticked(&self, guide: &Guide, at: SectionRef) -> (usize, usize) {
        let tasks = checklist::tasks(guide, at, self.visit.language);
        (self.visit.ticks.done(at, &tasks), tasks.len())
    }

    fn copies(&self, guide: &Guide, filter: &str) -> Vec<Line> {
        let choices = to_copy(
            guide,
            self.section_to_copy(),
            self.visit.language,
            &self.setup.program,
            &self.visit.ticks,
        );
        let filter = fold(filter.trim());
        // Digits choose, they filter nothing.
        let filter = if number_of(&filter, choices.len()).is_some() {
            String::new()
        } else {
            filter
        };
        let lines = choices.into_iter().zip(1..).map(|(choice, number)| {
            let detail = choice.shown.unwrap_or_else(|| choice.text.clone());
            Line {
                group: "",
                name: choice.label,
                detail,
                key: Cow::Owned(format!("{number}")),
                is_off: false,
                does: Does::Copy(choice.text),
            }
        });
        let is_called = |line: &Line| {
            fold(&line.name).contains(&filter) || fold(&line.detail).contains(&filter)
        };
        lines.filter(is_called).collect()
    }

    /// What the menu is called.
    pub fn menu_title(&self, choices: Choices) -> &'static str {
        match choices {
            Choices::Acts => texts(self.visit.language).title,
            Choices::Copies => copy::texts(self.visit.language).title,
        }
    }

    /// Whether the menu is open and nothing is typed in it.
    pub(super) fn is_menu_unfiltered(&self) -> bool {
        let menu = self.visit.menu.as_ref();
        menu.is_some_and(|menu| menu.input.value().is_empty())
    }

    pub(super) fn open_menu(&mut self, choices: Choices) {
        if self.world.guide.is_some() {
            self.visit.menu = Some(Menu {
                choices,
                input: Input::default(),
                selected: 0,
            });
        }
    }

    /// What can be copied of what is read; where nothing takes copies, all of it to be taken by hand.
    pub(super) fn open_copies(&mut self) {
        match self.setup.clipboard {
            Clipboard::Terminal => {
                self.open_menu(Choices::Copies);
                if self.menu_lines().is_empty() {
                    self.visit.menu = None;
                }
            }
            _ => self.open_copy(),
        }
    }

    /// Takes what is meant for the menu while that is open, and gives back what is not.
    pub(super) fn update_menu(&mut self, act: Act) -> Result<Option<Command>, Act> {
        let lines = self.menu_lines();
        // Its frame and the line to type in take rows of the body.
        let rows = self
            .layout()
            .map_or(1, |layout| layout.body().height.saturating_sub(3));
        let page = isize::try_from(lines.len())
            .unwrap_or(1)
            .min(rows.max(1).cast_signed().into());
        let is_unfiltered = self.is_menu_unfiltered();
        let Some(menu) = &mut self.visit.menu else {
            return Err(act);
        };
        let last = lines.len().saturating_sub(1);
        match act {
            Act::Move(by) => menu.selected = menu.selected.saturating_add_signed(by).min(last),
            Act::MovePages(by) => {
                let by = by.saturating_mul(page);
                menu.selected = menu.selected.saturating_add_signed(by).min(last);
            }
            Act::Edit(InputRequest::GoToStart) if is_unfiltered => menu.selected = 0,
            Act::Edit(InputRequest::GoToEnd) if is_unfiltered => menu.selected = last,
            Act::Open => return Ok(self.choose_line(lines)),
            Act::Back if menu.input.value().is_empty() => self.visit.menu = None,
            Act::Back => {
                menu.input.reset();
                menu.selected = 0;
            }
            Act::OpenMenu => self.visit.menu = None,
            Act::Edit(request) => {
                if !is_insertion(request)
                    && menu
                        .input
                        .handle(request)
                        .is_some_and(|change| change.value)
                {
                    menu.selected = 0;
                }
            }
            act => {
                self.visit.menu = None;
                return Err(act);
            }
        }
        Ok(None)
    }

    /// Puts a text into the menu's line; where digits choose, they do.
    pub(super) fn insert_to_menu(&mut self, text: &str) -> Option<Command> {
        let menu = self.visit.menu.as_ref()?;
        let count = self.menu_size(menu.choices);
        let typed = one_line(&menu.input, text, LONGEST);
        let number = number_of(typed.value(), count).filter(|_| menu.choices == Choices::Copies);
        let menu = self.visit.menu.as_mut()?;
        menu.input = typed;
        menu.selected = number.map_or(0, |number| number - 1);
        match number {
            // It may be the beginning of a longer number.
            Some(number) if number * 10 > count => {
                let lines = self.menu_lines();
                self.choose_line(lines)
            }
            _ => None,
        }
    }

    /// Does what a line says, wherever the choice was.
    pub(super) fn click_line(&mut self, index: usize) -> Option<Command> {
        let lines = self.menu_lines();
        self.visit.menu.as_mut()?.selected = index;
        self.choose_line(lines)
    }

    fn choose_line(&mut self, lines: Vec<Line>) -> Option<Command> {
        let menu = self.visit.menu.as_ref()?;
        let typed = menu.input.value().trim().to_owned();
        let Some(line) = lines.into_iter().nth(menu.selected) else {
            self.visit.menu = None;
            return self.begin_query(&typed);
        };
        if line.is_off {
            return None;
        }
        self.visit.menu = None;
        match line.does {
            Does::Act(act) => self.do_act(act, None),
            Does::Quit => Some(Command::Quit),
            Does::Copy(text) => self.copy(text, &line.detail),
        }
    }

    /// Calls an earlier query back, wherever the focus is.
    pub(super) fn call_back_from_anywhere(&mut self) -> Option<Command> {
        self.visit.focus = Focus::Search;
        self.visit.field = super::Field::Search;
        self.call_back()
    }
}

/// The number of one of so many lines, if it is that what was typed.
fn number_of(typed: &str, count: usize) -> Option<usize> {
    let number = fold(typed.trim()).parse().ok()?;
    (1..=count).contains(&number).then_some(number)
}

const fn is_insertion(request: InputRequest) -> bool {
    matches!(request, InputRequest::InsertChar(_))
}
