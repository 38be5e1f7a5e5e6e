//! HTML in Markdown → the events that Markdown would have made of the same: nobody who reads [`events`] meets a tag.
//!
//! The Markdown's own elements end where the parser says. What HTML opens ends with its end tag, or with the element of the
//! Markdown that it stands in. So the events are always well nested.

mod blocks;
mod element;
mod inlines;
mod spans;
mod stack;
mod token;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use self::element::Element;
use self::spans::Spans;
use self::stack::{End, Stack, ending};
pub(in crate::guide) use self::token::{Token, tokens};
use super::badges::Badges;
use super::captions::Captions;
use super::notes;
use super::shape::{Placed, Shape};

/// What a text says, and where. The one way to read Markdown here: HTML, footnotes, alerts of all kinds and terms with
/// their meanings have become what they mean.
///
/// There are no `Html`, `FootnoteReference` and `FootnoteDefinition` any more; `InlineHtml` is the name of an anchor, by
/// which the place can be linked to. A quote may begin with a title (`DefinitionListTitle`). Footnotes stand before the
/// next heading, so places may go back.
pub(in crate::guide) fn events(markdown: &str) -> impl Iterator<Item = Placed<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_FOOTNOTES;
    let parser = Parser::new_ext(markdown, options).into_offset_iter();
    let events = Adapter::new(markdown, Shape::new(markdown, parser));
    let (placed, streamed) = if markdown.contains("[^") {
        (notes::place(events), None)
    } else {
        (Vec::new(), Some(events))
    };
    let all = placed.into_iter().chain(streamed.into_iter().flatten());
    Captions::new(Badges::new(all))
}

/// So far behind a tag its end is looked for, in bytes.
const NEAR: usize = 500;

/// Elements of HTML in a stream of events → events.
struct Adapter<'a, I> {
    source: &'a str,
    inner: I,
    out: VecDeque<Placed<'a>>,
    stack: Stack,
    /// Of what is being read.
    range: Range<usize>,
    /// The lines of the HTML block that is being read.
    html: String,
    /// The element of which nothing is shown.
    skipped: Option<Skipped>,
    /// Nothing stands in the running text yet, or a line has just ended.
    is_fresh: bool,
    /// A line ends before what comes next.
    breaks: bool,
    /// White space of HTML before what comes next: a line end or a space.
    gap: Option<char>,
    /// What was seen last in the running text.
    last: char,
    /// What comes is set higher or lower than this, which stands before it.
    raised_at: Option<char>,
    /// What comes is code in a cell, which holds running text only.
    in_flat_code: bool,
    /// What the words mean that are open, the innermost last.
    meanings: Vec<String>,
    /// The file that was shown last, without its ending, where that was a film and nothing has followed.
    film: Option<String>,
    /// Of the table that is open.
    spans: Spans,
}

/// An element of which nothing is shown.
struct Skipped {
    name: String,
    /// Elements of the same name in it end before it. Those in a script are text.
    is_nested: bool,
    /// How many of them are open, itself among them.
    open: usize,
}

impl<'a, I: Iterator<Item = Placed<'a>>> Adapter<'a, I> {
    fn new(source: &'a str, inner: I) -> Self {
        Self {
            source,
            inner,
            out: VecDeque::new(),
            stack: Stack::default(),
            range: 0..0,
            html: String::new(),
            skipped: None,
            is_fresh: true,
            breaks: false,
            gap: None,
            last: ' ',
            raised_at: None,
            in_flat_code: false,
            meanings: Vec::new(),
            film: None,
            spans: Spans::default(),
        }
    }

    fn take(&mut self, (event, range): Placed<'a>) {
        self.range = range;
        match event {
            Event::Start(Tag::HtmlBlock) => self.html.clear(),
            Event::Html(html) => self.html.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => {
                let html = std::mem::take(&mut self.html);
                for token in token::tokens(&html) {
                    self.token(token, false);
                }
                self.skipped = None;
                self.end_loose();
                if self
                    .stack
                    .top()
                    .is_some_and(|html| html.element == Element::Preformatted)
                {
                    self.close();
                }
            }
            Event::InlineHtml(html) => {
                for token in token::tokens(&html) {
                    self.token(token, true);
                }
            }
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            event if self.skipped.is_some() && is_text(&event) => {}
            Event::Text(text) if self.in_flat_code => self.code_lines(&text),
            Event::Text(text) if self.stack.codes > 0 => self.content(Event::Code(text)),
            // Something stands before it that is not seen.
            Event::Text(CowStr::Borrowed(text)) if self.is_fresh && text.starts_with(' ') => {
                let text = text.trim_start_matches(' ');
                if !text.is_empty() {
                    self.content(Event::Text(CowStr::Borrowed(text)));
                }
            }
            Event::HardBreak => self.hard_break(),
            Event::Rule => {
                self.begin_markdown_block();
                self.rule();
            }
            Event::SoftBreak => {
                self.last = ' ';
                self.put(Event::SoftBreak);
            }
            event => self.content(event),
        }
    }

    fn token(&mut self, token: Token, is_inline: bool) {
        match token {
            Token::Start(tag) => {
                if let Some(skipped) = &mut self.skipped {
                    // The end of a bracket around a reading need not be written.
                    if skipped.name != "rp" || tag.name != "rt" {
                        let inner = skipped.is_nested && skipped.name == tag.name;
                        skipped.open += usize::from(inner && !tag.ends_itself);
                        return;
                    }
                    self.skipped = None;
                }
                if tag.hides() && self.hide(&tag, is_inline) {
                    return;
                }
                if is_inline || self.is_in_line() {
                    self.start_inline(&tag, is_inline);
                } else {
                    self.start_block(&tag);
                }
            }
            Token::End(name) => {
                let Some(skipped) = &mut self.skipped else {
                    return self.end_html(&name, is_inline);
                };
                skipped.open -= usize::from(skipped.name == name);
                if skipped.open == 0 {
                    self.skipped = None;
                }
            }
            Token::Text(text) if self.skipped.is_none() => self.text(&text),
            Token::Text(_) => {}
        }
    }

    /// An element of the Markdown begins.
    fn start(&mut self, tag: Tag<'a>) {
        let is_block = matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Table(_)
                | Tag::DefinitionListDefinition
                | Tag::FootnoteDefinition(_)
        );
        if is_block {
            self.skipped = None;
            if matches!(tag, Tag::Heading { .. }) {
                self.end_items();
            }
            self.begin_markdown_block();
        }
        let holds_blocks = is_block
            || matches!(
                tag,
                Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell
            );
        if self.stack.cells > 0 && (holds_blocks || tag == Tag::DefinitionListTitle) {
            self.start_flat(&tag);
            return;
        }
        if holds_blocks || tag == Tag::DefinitionListTitle {
            // The spaces that code begins with are its own.
            self.is_fresh = !matches!(tag, Tag::CodeBlock(_));
            self.breaks = false;
        } else {
            self.settle_break();
            // A picture is seen, with words or without.
            self.is_fresh &= !matches!(tag, Tag::Image { .. });
        }
        self.stack.push_markdown(true);
        self.put(Event::Start(tag));
    }

    /// The same in a cell of HTML, which holds only running text.
    fn start_flat(&mut self, tag: &Tag<'a>) {
        self.stack.push_markdown(false);
        match tag {
            Tag::TableCell => self.content(Event::Text(CowStr::Borrowed(" "))),
            Tag::Item => {
                self.line_break();
                self.content(Event::Text(CowStr::Borrowed("• ")));
                self.is_fresh = true;
            }
            _ => self.line_break(),
        }
        self.in_flat_code |= matches!(tag, Tag::CodeBlock(_));
    }

    /// An element of the Markdown ends, and with it what HTML opened in it.
    fn end(&mut self, end: TagEnd) {
        while self.close() {}
        let is_told = self.stack.pop_markdown();
        self.in_flat_code &= end != TagEnd::CodeBlock;
        if is_told {
            self.put(Event::End(end));
        } else if end != TagEnd::TableCell {
            self.line_break();
        }
        if matches!(
            end,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::TableCell
                | TagEnd::Item
                | TagEnd::DefinitionListDefinition
        ) {
            self.skipped = None;
            if is_told {
                self.breaks = false;
            }
        }
        while self.stack.is_top_ended() && self.close() {}
    }

    /// An end tag.
    fn end_html(&mut self, name: &str, is_inline: bool) {
        let wanted = element::element(name);
        let is_apart = !element::is_inline(wanted)
            && !matches!(
                wanted,
                Element::Transparent | Element::Raised | Element::Unknown
            );
        let depth = match wanted {
            Element::Paragraph if is_inline || self.is_in_line() => None,
            Element::Cell { .. } | Element::Row | Element::Rows if self.is_in_inner_table() => {
                return self.line_break();
            }
            // The same element is not always the same thing: `b` and `strong`.
            wanted => self.stack.depth_of(|element| element.is_ended_by(wanted)),
        };
        match depth {
            Some(depth) => {
                for _ in 0..depth {
                    self.close();
                }
                if element::is_inline(wanted) {
                    return;
                }
            }
            None if is_apart => self.stack.end_later(name),
            None => return,
        }
        if is_inline || self.is_in_line() {
            self.line_break();
        } else {
            self.end_loose();
        }
    }

    /// Closes what HTML opened last in the present element of the Markdown.
    fn close(&mut self) -> bool {
        if self.stack.top().is_none() {
            return false;
        }
        if let Some(end) = self.stack.pop() {
            if end == End::Meaning
                && let Some(meaning) = self.meanings.pop()
            {
                self.content(Event::Text(CowStr::from(meaning)));
            }
            if end != End::Bracket || self.skipped.is_none() {
                self.out.extend(ending(end, &self.range));
            }
            if matches!(end, End::Event(TagEnd::TableCell | TagEnd::Paragraph)) {
                self.breaks = false;
            }
        }
        true
    }

    /// Opens something; where too much is open already it has no frame of its own.
    fn open(&mut self, element: Element, tag: Tag<'a>, end: TagEnd) -> bool {
        let is_open = self.stack.push(element, End::Event(end));
        if is_open {
            self.put(Event::Start(tag));
        }
        is_open
    }

    fn put(&mut self, event: Event<'a>) {
        self.out.push_back((event, self.range.clone()));
    }

    /// Something that is seen.
    fn content(&mut self, event: Event<'a>) {
        self.settle_break();
        self.film = None;
        if let Event::Text(text) | Event::Code(text) = &event {
            let raised_at = self.raised_at.take();
            if raised_at.is_some_and(|before| stands_apart(before, text)) {
                self.put(Event::Text(CowStr::Borrowed(" ")));
            }
            self.last = text.chars().next_back().unwrap_or(self.last);
        }
        self.is_fresh = false;
        self.put(event);
    }

    fn anchor(&mut self, name: &str) {
        self.put(Event::InlineHtml(CowStr::from(name.to_owned())));
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Adapter<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            if let Some(placed) = self.out.pop_front() {
                return Some(placed);
            }
            if let Some(placed) = self.inner.next() {
                self.take(placed);
            } else if !self.close() {
                return None;
            }
        }
    }
}

/// Whether a reader tells what is raised from the word that it stands at. An exponent, an ordinal and a mark belong to that; a
/// version and a word do not, nor letters of another script.
fn stands_apart(before: char, raised: &str) -> bool {
    let is_foreign = !before.is_ascii() && raised.starts_with(|c: char| c.is_ascii_alphabetic());
    before.is_alphanumeric()
        && raised.contains(|c: char| c.is_alphabetic() || c == '.')
        && (raised.chars().count() > 3 || is_foreign)
}

/// The words of a line of HTML. A name in angle brackets is one, as nothing ends it.
pub(in crate::guide) fn without_tags(text: &str) -> Cow<'_, str> {
    let has_tags = ["</", "<br", "<wbr", "&"]
        .iter()
        .any(|sign| text.contains(sign));
    if !has_tags {
        return Cow::Borrowed(text);
    }
    let words = token::tokens(text).filter_map(|token| match token {
        Token::Text(text) => Some(text),
        Token::Start(_) | Token::End(_) => None,
    });
    let words: String = words.collect();
    crate::text::single_spaced(&words).into()
}

fn is_text(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak
    )
}

#[cfg(test)]
mod tests;
