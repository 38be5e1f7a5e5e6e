//! Tags and texts of HTML that stands between the blocks of the Markdown.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::Adapter;
use super::element::{Element, element, is_inline};
use super::spans::Spans;
use super::stack::{End, heading};
use super::token::Tag as Html;
use crate::guide::markdown::shape::Placed;

impl<'a, I: Iterator<Item = Placed<'a>>> Adapter<'a, I> {
    pub(super) fn start_block(&mut self, tag: &Html) {
        let found = element(&tag.name);
        if self.is_verbatim() {
            self.start_in_code(tag, found);
            return;
        }
        if self.is_out_of_cell(found) {
            self.end_loose();
            self.cell(false, None);
            self.start_inline(tag, false);
            return;
        }
        if !matches!(found, Element::Heading(_)) {
            self.anchor_of(tag, found);
        }
        match found {
            Element::Apart => self.end_loose(),
            Element::Paragraph => {
                self.end_loose();
                self.begin_text();
            }
            Element::Heading(level) => {
                self.end_loose();
                self.is_fresh = true;
                self.begin_in_list();
                if self.stack.push(found, heading(level)) {
                    self.put(Event::Start(Tag::Heading {
                        level,
                        id: tag
                            .first(&["id", "name"])
                            .map(|id| CowStr::from(id.to_owned())),
                        classes: Vec::new(),
                        attrs: Vec::new(),
                    }));
                }
            }
            Element::List { is_ordered } => {
                self.end_loose();
                self.begin_in_list();
                let start = tag.get("start").and_then(|start| start.parse().ok());
                let start = is_ordered.then(|| start.unwrap_or(1));
                self.open(found, Tag::List(start), TagEnd::List(is_ordered));
            }
            Element::Item => self.item(),
            // What they are shows only what comes first in them.
            Element::Terms | Element::Table | Element::Preformatted => {
                self.end_loose();
                self.begin_in_list();
                self.stack.push(found, End::Nothing);
            }
            Element::Term => self.term(),
            Element::Meaning => {
                self.close_to(|element| element == Element::Quote || element == Element::Terms);
            }
            Element::Rows | Element::Caption => {
                self.close_to(|element| element == Element::Table);
            }
            Element::Row => self.row(),
            Element::Cell { is_head } => self.cell(is_head, Some(tag)),
            Element::Quote | Element::Details => {
                self.end_loose();
                self.begin_in_list();
                self.open(found, Tag::BlockQuote(None), TagEnd::BlockQuote(None));
            }
            Element::Summary => self.summary(),
            Element::Rule => self.rule(),
            _ => {
                if opens_text(tag, found) {
                    self.begin_text();
                }
                self.start_phrase(tag, found, false);
            }
        }
    }

    /// Whether an element stands in a table, but in no cell of it.
    fn is_out_of_cell(&self, found: Element) -> bool {
        let may_stand = matches!(
            found,
            Element::Table
                | Element::Rows
                | Element::Row
                | Element::Cell { .. }
                | Element::Caption
                | Element::Skipped
                | Element::Transparent
                | Element::Raised
                | Element::Apart
        );
        let is_loose = |element| is_inline(element) || element == Element::Paragraph;
        let mut above = self.stack.above();
        let holder = above.find(|html| !is_loose(html.element));
        !may_stand
            && holder.is_some_and(|html| match html.element {
                Element::Row => true,
                Element::Table => html.end != End::Nothing,
                _ => false,
            })
    }

    /// Closes up to the last element of a kind, which stays open; says whether there is one.
    pub(super) fn close_to(&mut self, wanted: impl Fn(Element) -> bool) -> bool {
        let Some(depth) = self.stack.depth_of(wanted) else {
            return false;
        };
        for _ in 1..depth {
            self.close();
        }
        true
    }

    /// Ends running text that has no element of its own, or one that a block ends.
    pub(super) fn end_loose(&mut self) {
        while self
            .stack
            .top()
            .is_some_and(|html| is_inline(html.element) || html.element == Element::Paragraph)
        {
            self.close();
        }
        self.gap = None;
    }

    fn item(&mut self) {
        let is_list = |element| matches!(element, Element::List { .. } | Element::Items);
        if !self.close_to(is_list) {
            self.end_loose();
            self.open(Element::Items, Tag::List(None), TagEnd::List(false));
        }
        self.open(Element::Item, Tag::Item, TagEnd::Item);
    }

    /// A term and what it means are something titled.
    fn term(&mut self) {
        if !self.close_to(|element| element == Element::Terms) {
            self.end_loose();
            self.begin_in_list();
        }
        self.open(
            Element::Quote,
            Tag::BlockQuote(None),
            TagEnd::BlockQuote(None),
        );
        self.title(Element::Term);
    }

    fn summary(&mut self) {
        self.end_loose();
        self.begin_in_list();
        self.title(Element::Summary);
    }

    /// The title of what is titled begins.
    fn title(&mut self, element: Element) {
        self.is_fresh = true;
        self.open(
            element,
            Tag::DefinitionListTitle,
            TagEnd::DefinitionListTitle,
        );
    }

    fn row(&mut self) {
        if !self.close_to(|element| element == Element::Table) {
            self.end_loose();
            self.begin_in_list();
            self.stack.push(Element::Table, End::Nothing);
        }
        self.stack.push(Element::Row, End::Nothing);
    }

    fn cell(&mut self, is_head: bool, tag: Option<&Html>) {
        if !self.close_to(|element| element == Element::Row) {
            self.row();
        }
        self.begin_row(is_head);
        for _ in 0..self.spans.cell(tag) {
            self.put(Event::Start(Tag::TableCell));
            self.put(Event::End(TagEnd::TableCell));
        }
        self.is_fresh = true;
        self.open(Element::Cell { is_head }, Tag::TableCell, TagEnd::TableCell);
    }

    /// A table and a row are told when their first cell comes: only then it is known what they are.
    fn begin_row(&mut self, is_head: bool) {
        let Some(row) = self.stack.top() else { return };
        if row.element != Element::Row || row.end != End::Nothing {
            return;
        }
        self.stack.pop();
        self.spans.begin_row();
        let is_first = self
            .stack
            .top()
            .is_some_and(|table| table.end == End::Nothing);
        if is_first {
            self.stack.pop();
            self.open(Element::Table, Tag::Table(Vec::new()), TagEnd::Table);
            self.spans = Spans::default();
        }
        if is_first && is_head {
            self.open(Element::Row, Tag::TableHead, TagEnd::TableHead);
            return;
        }
        if is_first {
            self.put(Event::Start(Tag::TableHead));
            self.put(Event::End(TagEnd::TableHead));
        }
        self.open(Element::Row, Tag::TableRow, TagEnd::TableRow);
    }

    pub(super) fn rule(&mut self) {
        if self.stack.cells > 0 {
            self.line_break();
            return;
        }
        self.end_loose();
        self.begin_in_list();
        self.put(Event::Rule);
    }

    /// A block of the Markdown begins among the elements of HTML.
    pub(super) fn begin_markdown_block(&mut self) {
        while self.stack.top().is_some_and(|html| {
            is_inline(html.element)
                || matches!(
                    html.element,
                    Element::Paragraph
                        | Element::Heading(_)
                        | Element::Summary
                        | Element::Term
                        | Element::Preformatted
                )
        }) {
            self.close();
        }
        self.begin_in_list();
    }

    /// A heading of the Markdown is in no list that nobody began: what was open there was never closed.
    pub(super) fn end_items(&mut self) {
        let depth = self.stack.depth_of(|element| element == Element::Items);
        for _ in 0..depth.unwrap_or(0) {
            self.close();
        }
    }

    /// In a list stand items, and in a table cells. Where nobody began the list, whatever is no item ends it.
    fn begin_in_list(&mut self) {
        if self
            .stack
            .top()
            .is_some_and(|html| html.element == Element::Items)
        {
            self.close();
        }
        match self.stack.top().map(|html| (html.element, html.end)) {
            Some((Element::List { .. }, _)) => {
                self.open(Element::Item, Tag::Item, TagEnd::Item);
            }
            Some((Element::Table, End::Nothing)) | None => {}
            Some((Element::Table | Element::Row, _)) => self.cell(false, None),
            _ => {}
        }
    }

    /// Whatever comes now is running text.
    fn begin_text(&mut self) {
        self.begin_in_list();
        // A cell holds nothing else, whatever stands open in it.
        let holds_text = self.stack.cells > 0
            || self.stack.top().is_some_and(|html| {
                is_inline(html.element)
                    || matches!(
                        html.element,
                        Element::Paragraph | Element::Heading(_) | Element::Summary | Element::Term
                    )
            });
        if !holds_text {
            self.is_fresh = true;
            self.breaks = false;
            self.open(Element::Paragraph, Tag::Paragraph, TagEnd::Paragraph);
        }
    }

    fn is_verbatim(&self) -> bool {
        let mut above = self.stack.above();
        above.any(|html| html.element == Element::Preformatted)
    }

    /// Tags in a code block: only its language and its lines matter.
    fn start_in_code(&mut self, tag: &Html, found: Element) {
        if found == Element::Break {
            self.code("\n", None);
        } else if found == Element::Code {
            let classes = tag.get("class").unwrap_or_default();
            let language = classes
                .split_whitespace()
                .find_map(|class| class.strip_prefix("language-"));
            self.code("", language);
        } else if let Element::Image = found {
            self.code(tag.get("alt").unwrap_or_default(), None);
        }
    }

    /// Text of a code block, which begins with its first piece.
    fn code(&mut self, text: &str, language: Option<&str>) {
        self.close_to(|element| element == Element::Preformatted);
        let mut text = text;
        if self
            .stack
            .top()
            .is_some_and(|html| html.end == End::Nothing)
        {
            let begins = !text.trim().is_empty() || language.is_some();
            if !begins {
                return;
            }
            // A line end right behind the tag is none of the text.
            text = text.trim_start_matches(['\r', '\n']);
            self.stack.pop();
            let info = CowStr::from(language.unwrap_or_default().to_owned());
            let block = Tag::CodeBlock(CodeBlockKind::Fenced(info));
            self.open(Element::Preformatted, block, TagEnd::CodeBlock);
        }
        if !text.is_empty() {
            self.put(Event::Text(CowStr::from(text.to_owned())));
        }
    }

    /// A text of HTML: white space is one space, a line end what it is in Markdown.
    pub(super) fn text(&mut self, text: &str) {
        if self.is_verbatim() {
            self.code(text, None);
            return;
        }
        if text.trim().is_empty() {
            let in_text = !self.is_fresh
                && !self.breaks
                && (self.stack.cells > 0
                    || self.stack.top().is_some_and(|html| {
                        is_inline(html.element)
                            || matches!(
                                html.element,
                                Element::Paragraph | Element::Heading(_) | Element::Summary
                            )
                    }));
            if in_text {
                self.gap = Some(if text.contains('\n') { '\n' } else { ' ' });
            }
            return;
        }
        self.begin_text();
        let is_space = |c: char| c.is_ascii_whitespace();
        let leads = text.starts_with(is_space) && !self.is_fresh && !self.breaks;
        if leads && self.gap.is_none() {
            let space = &text[..text.len() - text.trim_ascii_start().len()];
            self.gap = Some(if space.contains('\n') { '\n' } else { ' ' });
        }
        for (n, line) in text.trim_ascii().split('\n').enumerate() {
            if n > 0 {
                self.put(Event::SoftBreak);
            }
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            if words.is_empty() {
                continue;
            }
            let words = CowStr::from(words.join(" "));
            self.content(if self.stack.codes > 0 {
                Event::Code(words)
            } else {
                Event::Text(words)
            });
        }
        if text.ends_with(is_space) {
            let newline = text[text.trim_ascii_end().len()..].contains('\n');
            self.gap = Some(if newline { '\n' } else { ' ' });
        }
    }
}

/// Whether something that is seen begins with a tag.
fn opens_text(tag: &Html, found: Element) -> bool {
    match found {
        Element::Link => tag.has("href"),
        Element::Image | Element::Code | Element::Reading => true,
        Element::Media => tag
            .first(&["title", "alt", "aria-label", "src", "data"])
            .is_some(),
        Element::Unknown => tag
            .first(&["title", "label", "text", "summary", "alt", "caption"])
            .is_some(),
        Element::Break => false,
        found => is_inline(found),
    }
}
