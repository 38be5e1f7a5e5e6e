//! What is open, and what it puts before a line.

use std::borrow::Cow;

use super::openers::{End, Opener};
use super::scan::{dedent, indent};

/// Something that encloses lines.
pub(super) struct Container {
    end: End,
    /// The column, within those around it, at which it begins.
    at: usize,
    /// So many columns more are taken from its lines; known when the first has come.
    strip: Option<usize>,
    is_quoted: bool,
    /// In so many quotes of the author's it began.
    quotes: usize,
    /// The items of lists around it.
    items: Vec<usize>,
}

#[derive(Default)]
pub(super) struct Containers {
    open: Vec<Container>,
}

/// Deeper ones only show what is in them.
const DEEPEST: usize = 24;

impl Containers {
    pub fn len(&self) -> usize {
        self.open.len()
    }

    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Opens something at a column; `items` are those of lists around it, which come back at its end.
    pub fn push(&mut self, opener: &Opener, at: usize, quotes: usize, items: &mut Vec<usize>) {
        if self.open.len() >= DEEPEST {
            return;
        }
        let strip = match opener.end {
            End::Dedent | End::Named(_) => None,
            _ => Some(0),
        };
        self.open.push(Container {
            end: opener.end.clone(),
            at,
            strip,
            is_quoted: opener.is_quoted(),
            quotes,
            items: std::mem::take(items),
        });
    }

    /// Ends all but so many.
    pub fn truncate(&mut self, length: usize, items: &mut Vec<usize>) {
        while self.open.len() > length {
            if let Some(container) = self.open.pop() {
                *items = container.items;
            }
        }
    }

    /// Ends what this ends; says whether it is anything.
    pub fn end(&mut self, end: &End, items: &mut Vec<usize>) -> bool {
        let is_exact = |container: &Container| container.end == *end;
        // More signs end also what began with fewer.
        let is_longer = |container: &Container| match (end, &container.end) {
            (End::Colons(here), End::Colons(there)) => there <= here && *there > 2,
            (End::Slashes(here), End::Slashes(there)) => there <= here,
            (End::Fence(sign, here), End::Fence(other, there)) => sign == other && there <= here,
            _ => false,
        };
        let found = self.open.iter().rposition(is_exact);
        match found.or_else(|| self.open.iter().rposition(is_longer)) {
            Some(at) => {
                self.truncate(at, items);
                true
            }
            None => false,
        }
    }

    /// Ends what a line in so many quotes is not in any more.
    pub fn end_quotes(&mut self, quotes: usize, items: &mut Vec<usize>) {
        let left = self
            .open
            .iter()
            .position(|container| container.quotes > quotes);
        if let Some(at) = left {
            self.truncate(at, items);
        }
    }

    /// A line behind the author's marks of quotes → what stands before it now, and the rest of it. Ends what it is not in.
    pub fn enter<'l>(
        &mut self,
        line: &'l str,
        items: &mut Vec<usize>,
        before: &mut String,
    ) -> Cow<'l, str> {
        let is_blank = line.trim().is_empty();
        let mut rest = Cow::Borrowed(line);
        for at in 0..self.open.len() {
            let container = &mut self.open[at];
            let columns = indent(&rest);
            let ends = match container.end {
                End::Dedent => {
                    !is_blank && columns <= container.at + usize::from(container.strip.is_some())
                }
                // One of docsify's ends the one before.
                End::Paragraph => is_blank || begins_another(&rest),
                _ => false,
            };
            if ends {
                self.truncate(at, items);
                break;
            }
            let taken = cut(&mut rest, container.at);
            before.push_str(&"          ".repeat(taken / 10));
            before.push_str(&"          "[..taken % 10]);
            if !is_blank {
                let strip = *container.strip.get_or_insert_with(|| {
                    let most = if container.end == End::Dedent {
                        4
                    } else {
                        usize::MAX
                    };
                    indent(&rest).min(most)
                });
                cut(&mut rest, strip);
            }
            if container.is_quoted {
                before.push_str("> ");
            }
        }
        rest
    }
}

fn begins_another(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("!> ") || line.starts_with("?> ")
}

/// Takes columns from the beginning of a line.
fn cut(rest: &mut Cow<'_, str>, columns: usize) -> usize {
    match rest {
        Cow::Borrowed(line) => {
            let (cut, taken) = dedent(line, columns);
            *rest = cut;
            taken
        }
        Cow::Owned(line) => {
            let (cut, taken) = dedent(line, columns);
            let cut = cut.into_owned();
            *rest = Cow::Owned(cut);
            taken
        }
    }
}
