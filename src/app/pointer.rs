//! The pointer: what it can be on, and what clicks and the wheel do there. Where things are is `ui::hit`'s business.

use std::mem;

use super::{App, Command};
use crate::frame::keys::KeyHelp;
use crate::frame::layout::Focus;
use crate::guide::Part;
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
    /// A link of the page, by its index.
    Link(usize),
    /// The page beside its links.
    Page,
    /// The bar beside the page, where it stands for this line of it.
    ScrollBar(usize),
    /// Who can be reached now, or what the guide is.
    StatusBar,
    /// A hint at the foot of the screen: it stands for its key.
    Hint(KeyHelp),
}

impl Spot {
    /// Whether it is in the list, or beside its entries.
    pub(super) const fn is_in_list(self) -> bool {
        matches!(self, Self::Entry(_) | Self::Suggestion | Self::List)
    }
}

impl App {
    pub(super) fn click(&mut self, spot: Spot) -> Option<Command> {
        match spot {
            Spot::Field(at) => {
                self.visit.help = None;
                self.visit.focus = Focus::Search;
                self.visit.input = mem::take(&mut self.visit.input).with_cursor(at);
            }
            Spot::Entry(index) => self.click_entry(index),
            Spot::Suggestion => return self.accept_suggestion(),
            Spot::List => self.visit.focus = Focus::Search,
            Spot::Link(link) if self.visit.help.is_none() => {
                self.visit.reader.link = Some(link);
                return self.follow_link();
            }
            Spot::Page if self.visit.help.is_none() => self.visit.focus = Focus::Article,
            Spot::ScrollBar(line) => {
                let rows = self.rows();
                self.visit
                    .help
                    .as_mut()
                    .unwrap_or(&mut self.visit.reader)
                    .scroll_to(line, rows);
            }
            Spot::StatusBar => {
                self.visit.help = None;
                let guide = self.world.guide.as_deref();
                self.open_page(match guide {
                    Some(guide) if !guide.has(Part::Desks) => Subject::Details,
                    _ => Subject::Desks,
                });
            }
            // The list of acts says what its key does.
            Spot::Link(_) | Spot::Page | Spot::Hint(_) => {}
        }
        None
    }

    /// Selects an entry, and reads it when it is selected already. A group is folded or unfolded.
    fn click_entry(&mut self, index: usize) {
        let is_selected = self.visit.entries.selected_index() == Some(index);
        if self.visit.focus == Focus::Search && is_selected && self.group_to_fold().is_none() {
            self.visit.focus = Focus::Article;
        } else if let Some(&entry) = self.visit.entries.all().get(index) {
            self.visit.focus = Focus::Search;
            self.visit.entries.select(entry);
            self.read_selected();
            if self.group_to_fold().is_some() {
                self.toggle_selected();
            }
        }
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
                self.visit
                    .help
                    .as_mut()
                    .unwrap_or(&mut self.visit.reader)
                    .scroll(by * NOTCH, rows);
            }
            _ => {}
        }
    }
}
