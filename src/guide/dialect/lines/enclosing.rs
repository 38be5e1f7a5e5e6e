//! What encloses lines: where it begins, and where it ends.

use std::borrow::Cow;

use super::{BLANK, Line, Lines, signs};
use crate::guide::dialect::openers::{End, Opener};
use crate::guide::dialect::scan::quotes;
use crate::guide::dialect::template::{self, Syntax};
use crate::guide::dialect::{Braces, JOINER, inline};
use crate::guide::markdown::kinds::{self, Kind};

impl<'a> Lines<'a> {
    /// Something that encloses lines begins here.
    pub(super) fn open(
        &mut self,
        line: Line<'a>,
        opener: &Opener,
        at: usize,
        column: usize,
        quotes: usize,
    ) {
        let mut items = std::mem::take(&mut self.items);
        self.containers.push(opener, column, quotes, &mut items);
        let lead = &line.rest[..at];
        // Right behind another quote only a heading is no part of it.
        let apart = self.has_left && opener.end != End::Paragraph;
        let shown = match opener.line() {
            Some(shown) if apart && !shown.starts_with('#') => format!("{lead}> ###### {shown}"),
            Some(shown) => format!("{lead}> {shown}"),
            None if opener.is_quoted() => format!("{lead}>"),
            None => lead.trim_end().to_owned(),
        };
        let shown = match inline::rewrite(self.text, &shown, &mut self.state.anew()) {
            Cow::Owned(shown) => shown,
            Cow::Borrowed(_) => shown,
        };
        self.write(line, shown);
        self.was_text = false;
        self.was_blank = true;
    }

    /// What a line ends: the last that ends so, and what else ends with it. `false` where there is none.
    pub(super) fn end_containers(&mut self, end: &End) -> bool {
        let is_open = self.containers.end(end, &mut self.items);
        for _ in 0..self.ending_more.get(&self.end).copied().unwrap_or(0) {
            self.containers.end(end, &mut self.items);
        }
        is_open
    }

    /// A line that ended something: it is empty, and what stood before it is not.
    pub(super) fn close(&mut self, line: Line<'a>) {
        let before = self.before(line.source).into();
        self.blank(&Line { before, ..line });
    }

    /// What stands before an empty line now.
    pub(super) fn before(&mut self, source: &str) -> String {
        let (marks, _) = quotes(source, 8);
        let mut before = source[..marks].to_owned();
        self.containers.enter(BLANK, &mut self.items, &mut before);
        before
    }

    /// A line that is one thing alone: a tag of a template, a list of attributes, a place for a table of contents.
    pub(super) fn lone(
        &mut self,
        line: &Line<'a>,
        at: usize,
        column: usize,
        quotes: usize,
    ) -> bool {
        let body = line.rest[at..].trim_end();
        let again = |line: &Line<'a>| Line {
            before: line.before.clone(),
            rest: line.rest.clone(),
            source: line.source,
            is_changed: true,
        };
        if signs::is_contents(body, &self.text[self.end..]) {
            self.blank(&again(line));
            return true;
        }
        if body.starts_with("%%")
            && !body[2..].contains("%%")
            && self.text[self.end..].contains("%%")
        {
            self.hidden = Some("%%");
            self.blank(&again(line));
            return true;
        }
        let is_tag = body.starts_with("{{") || body.starts_with("{%");
        if !is_tag || self.braces == Braces::Text {
            return false;
        }
        let Some(tag) = template::read(body).filter(|tag| tag.length == body.len()) else {
            return false;
        };
        if tag.syntax == Syntax::Variable {
            return false;
        }
        if tag.is_end {
            if self
                .containers
                .end(&End::Named(tag.name.to_owned()), &mut self.items)
            {
                self.close(again(line));
            } else {
                self.blank(&again(line));
            }
            return true;
        }
        if tag.name == "comment" && self.ends_below(&tag) {
            self.hidden = Some(if tag.syntax == Syntax::Liquid {
                "endcomment"
            } else {
                "/comment"
            });
            self.blank(&again(line));
            return true;
        }
        if tag.ends_itself {
            return false;
        }
        if let Some(language) = tag.code()
            && self.ends_below(&tag)
        {
            let rest = format!("{}````{language}", &line.rest[..at]);
            let name = tag.name.to_owned();
            self.open_fence(b'`', 4, quotes, Some(name));
            self.write(again(line), rest);
            self.was_text = false;
            return true;
        }
        let Some((kind, title)) = tag.kind() else {
            return false;
        };
        if !self.ends_below(&tag) {
            return false;
        }
        let end = End::Named(tag.name.to_owned());
        self.open(
            again(line),
            &Opener { kind, title, end },
            at,
            column,
            quotes,
        );
        true
    }

    /// Whether what a tag begins has an end.
    fn ends_below(&mut self, tag: &template::Tag<'_>) -> bool {
        let (text, end) = (self.text, self.end);
        tag.end_marks().into_iter().any(|mark| {
            let last = self
                .ends
                .entry(mark)
                .or_insert_with_key(|mark| text.rfind(mark.as_str()));
            last.is_some_and(|at| at >= end)
        })
    }

    /// What the pass over components says: `+kind;name;title` where one begins, `-name` where it ends.
    pub(super) fn told(&mut self, line: Line<'a>, column: usize, quotes: usize) {
        let mut opener: Option<(Opener, String)> = None;
        for told in line.rest.trim().split(JOINER) {
            if let Some(name) = told.strip_prefix('-') {
                let end = End::Named(name.to_owned());
                self.containers.end(&end, &mut self.items);
            } else if let Some(told) = told.strip_prefix('+') {
                let mut parts = told.splitn(3, ';');
                let kind = parts.next().and_then(kinds::named);
                let name = parts.next().unwrap_or_default().to_owned();
                let title = parts.next().unwrap_or_default().to_owned();
                let next = Opener {
                    kind: kind.unwrap_or(Kind::Plain),
                    title,
                    end: End::Named(name),
                };
                let mut items = std::mem::take(&mut self.items);
                let column = if opener.is_some() { 0 } else { column };
                if next.is_quoted()
                    && opener
                        .as_ref()
                        .is_none_or(|(before, _)| !before.is_quoted())
                {
                    let mut before = self.before(line.source);
                    before.push_str(&" ".repeat(column));
                    self.containers.push(&next, column, quotes, &mut items);
                    opener = Some((next, before));
                } else {
                    self.containers.push(&next, column, quotes, &mut items);
                    opener = opener.or_else(|| Some((next, String::new())));
                }
            }
        }
        match opener {
            Some((opener, before)) if opener.is_quoted() => {
                let shown = opener.line().unwrap_or_default();
                let shown = match inline::rewrite(self.text, &shown, &mut self.state.anew()) {
                    Cow::Owned(shown) => shown,
                    Cow::Borrowed(_) => shown,
                };
                let rest = format!("> {shown}");
                let before = before.into();
                self.write(Line { before, ..line }, rest);
                self.was_text = false;
                self.was_blank = true;
            }
            _ => self.close(line),
        }
    }
}
