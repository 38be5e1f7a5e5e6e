//! The pointer: what it can be on, and what clicks and the wheel do there. Where things are is `ui::hit`'s business.

use std::mem;

use super::{Act, App, Command};
use crate::frame::keys::Key;
use crate::frame::layout::Focus;
use crate::guide::Part;
use crate::language::Language;
use crate::page::Subject;

/// A notch of the wheel scrolls a page by so many lines.
const NOTCH: isize = 3;

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The search field, before the character with this index.
    Field(usize),
    /// An entry of the list, by its index.
    Entry(usize),
    /// What is suggested in the place of hits.
    Suggestion,
    /// The list beside its entries.
    List,
    /// The bar beside the list, where it stands for this entry.
    ListBar(usize),
    /// A link of the page, by its index.
    Link(usize),
    /// A link of the card beside the page, by its index.
    Aside(usize),
    /// The page beside its links.
    Page,
    /// The bar beside the page, where it stands for this line of it.
    ScrollBar(usize),
    /// A question to try, by its index.
    Sample(usize),
    /// A line of the menu, by its index among those that are left.
    MenuLine(usize),
    /// The menu beside its lines.
    Menu,
    /// What is behind the menu.
    BesideMenu,
    /// Who can be reached now, or what the guide is.
    StatusBar,
    /// A hint at the foot of the screen: it stands for this key.
    Hint(Key),
    /// A key of the pad, which types this digit.
    Digit(char),
    /// On the screen that attracts: the button of a language.
    Begin(Language),
    /// There: a page to begin with.
    BeginWith(Subject),
}

impl Spot {
    /// Whether it is in the list, or beside its entries.
    pub(super) const fn is_in_list(self) -> bool {
        matches!(
            self,
            Self::Entry(_) | Self::Suggestion | Self::List | Self::ListBar(_)
        )
    }
}

impl App {
    pub(super) fn click(&mut self, spot: Spot) -> Option<Command> {
        if !matches!(spot, Spot::MenuLine(_) | Spot::Menu) && self.visit.menu.take().is_some() {
            return None;
        }
        match spot {
            Spot::Field(at) => {
                self.visit.focus = Focus::Search;
                self.visit.input = mem::take(&mut self.visit.input).with_cursor(at);
            }
            Spot::Entry(index) => return self.click_entry(index),
            Spot::Suggestion => return self.accept_suggestion(),
            Spot::List => self.visit.focus = Focus::Search,
            Spot::ListBar(index) => {
                self.visit.focus = Focus::Search;
                self.choose_entry(index);
            }
            Spot::Link(link) => {
                self.visit.reader.link = Some(link);
                return self.follow_link();
            }
            Spot::Aside(link) => return self.follow_aside(link),
            Spot::Page => self.visit.focus = Focus::Article,
            Spot::ScrollBar(line) => {
                let rows = self.rows();
                self.visit.reader.scroll_to(line, rows);
            }
            Spot::StatusBar => {
                let guide = self.world.guide.as_deref();
                self.open_page(match guide {
                    Some(guide) if !guide.has(Part::Desks) => Subject::Details,
                    _ => Subject::Desks,
                });
            }
            // The list of acts says what its key does.
            Spot::Sample(sample) => return self.ask_sample(sample),
            Spot::MenuLine(line) => return self.click_line(line),
            Spot::Digit(digit) => return self.type_text(digit.encode_utf8(&mut [0; 4])),
            // A hint is its key by then, and the screen that attracts is gone.
            Spot::Begin(_) | Spot::BeginWith(_) | Spot::Menu | Spot::BesideMenu | Spot::Hint(_) => {
            }
        }
        None
    }

    /// Chooses an entry, if it is there.
    fn choose_entry(&mut self, index: usize) -> bool {
        let entry = self.visit.entries.all().get(index).copied();
        if let Some(entry) = entry {
            self.visit.entries.select(entry);
            self.read_selected();
        }
        entry.is_some()
    }

    /// Reads an entry. A group is folded or unfolded.
    fn click_entry(&mut self, index: usize) -> Option<Command> {
        self.visit.focus = Focus::Search;
        if !self.choose_entry(index) {
            return None;
        }
        if self.group_to_fold().is_some() {
            self.toggle_selected();
        } else if self.offers_check() {
            return self.switch_field();
        } else {
            self.visit.focus = Focus::Article;
        }
        None
    }

    /// The wheel, by notches: over the list it selects, over a page it scrolls.
    pub(super) fn wheel(&mut self, spot: Spot, by: isize) {
        match spot {
            spot if spot.is_in_list() => {
                let before = self.visit.entries.selected_index();
                self.visit.entries.select_by(by);
                if self.visit.entries.selected_index() != before {
                    self.visit.focus = Focus::Search;
                    self.read_selected();
                }
            }
            Spot::Link(_) | Spot::Page | Spot::ScrollBar(_) => {
                let rows = self.rows();
                self.visit.reader.scroll(by * NOTCH, rows);
            }
            Spot::MenuLine(_) | Spot::Menu => {
                // The wheel moves by lines, like the arrows.
                let _ = self.update_menu(Act::Move(by));
            }
            _ => {}
        }
    }
}
