//! What is open: elements of the Markdown, and what HTML opened in them.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, TagEnd};

use super::element::{Element, element, is_inline};

/// So many elements may HTML have open; what is opened deeper only shows what is in it. It bounds what a closing tag has to
/// look through.
const MOST: usize = 64;

/// Something that is open.
pub(super) enum Open {
    /// An element of the Markdown. `end` is what ends it, unless that is not told.
    Markdown {
        is_told: bool,
    },
    Html(Html),
}

/// Something that HTML opened.
pub(super) struct Html {
    pub element: Element,
    /// What ends it, for whoever reads the events.
    pub end: End,
    /// Its end tag came while something in it was open that HTML cannot close.
    ended: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Nothing,
    Event(TagEnd),
    /// The sign behind the reading of characters.
    Bracket,
    /// What the word means that ends here.
    Meaning,
}

#[derive(Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    html: usize,
    /// How many elements of code and how many cells HTML has open.
    pub codes: usize,
    pub cells: usize,
}

impl Stack {
    pub fn push_markdown(&mut self, is_told: bool) {
        self.open.push(Open::Markdown { is_told });
    }

    /// Opens something, if there is not too much open already.
    pub fn push(&mut self, element: Element, end: End) -> bool {
        if self.html >= MOST {
            return false;
        }
        self.html += 1;
        self.codes += usize::from(element == Element::Code);
        self.cells += usize::from(matches!(element, Element::Cell { .. }));
        self.open.push(Open::Html(Html {
            element,
            end,
            ended: false,
        }));
        true
    }

    /// What HTML opened last, if nothing of the Markdown was opened in it.
    pub fn top(&self) -> Option<&Html> {
        match self.open.last() {
            Some(Open::Html(html)) => Some(html),
            _ => None,
        }
    }

    /// Closes what [`Stack::top`] names.
    pub fn pop(&mut self) -> Option<End> {
        let Some(Open::Html(_)) = self.open.last() else {
            return None;
        };
        match self.open.pop() {
            Some(Open::Html(html)) => {
                self.html -= 1;
                self.codes -= usize::from(html.element == Element::Code);
                self.cells -= usize::from(matches!(html.element, Element::Cell { .. }));
                Some(html.end)
            }
            _ => None,
        }
    }

    /// Ends an element of the Markdown, in which nothing is open any more; says whether its end is told.
    pub fn pop_markdown(&mut self) -> bool {
        match self.open.last() {
            Some(Open::Markdown { is_told }) => {
                let is_told = *is_told;
                self.open.pop();
                is_told
            }
            _ => true,
        }
    }

    /// What stands open above the innermost element of the Markdown, the last first.
    pub fn above(&self) -> impl Iterator<Item = &Html> {
        self.open.iter().rev().map_while(|open| match open {
            Open::Html(html) => Some(html),
            Open::Markdown { .. } => None,
        })
    }

    /// How much has to be closed to close the last element of one kind, if there is one.
    pub fn depth_of(&self, wanted: impl Fn(Element) -> bool) -> Option<usize> {
        let mut above = self.above();
        above.position(|html| wanted(html.element)).map(|at| at + 1)
    }

    /// Whether the last thing that HTML opened has had its end tag.
    pub fn is_top_ended(&self) -> bool {
        self.top().is_some_and(|html| html.ended)
    }

    /// An end tag came for something around the present element of the Markdown: it ends with that.
    pub fn end_later(&mut self, name: &str) {
        let wanted = element(name);
        if is_inline(wanted) {
            return;
        }
        let below = self.open.iter_mut().rev().take(2 * MOST);
        for open in below {
            match open {
                Open::Html(html) if html.element.is_ended_by(wanted) && !html.ended => {
                    html.ended = true;
                    return;
                }
                _ => {}
            }
        }
    }
}

/// The event that ends something.
pub(super) fn ending<'a>(end: End, range: &Range<usize>) -> Option<(Event<'a>, Range<usize>)> {
    let event = match end {
        End::Nothing | End::Meaning => return None,
        End::Event(end) => Event::End(end),
        End::Bracket => Event::Text(CowStr::Borrowed("）")),
    };
    Some((event, range.clone()))
}

pub(super) const fn heading(level: HeadingLevel) -> End {
    End::Event(TagEnd::Heading(level))
}
