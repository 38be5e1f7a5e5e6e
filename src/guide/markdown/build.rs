//! Events of the Markdown parser → the parts of a [`Body`]. Keeps its own stack, so that nesting costs no call depth.

mod kinds;
mod running;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use self::kinds::{file_name, is_inline, kind, nests};
use super::MAX_DEPTH;
use super::body::{Body, Part, PartKind, offset};
use super::info::{self, Info};
use super::run::{Run, tidy};
use crate::text::clean::clean;

/// An element that is open.
struct Frame {
    /// `None` for the body itself.
    kind: Option<PartKind>,
    /// Its part.
    part: usize,
    /// In a quote, an item or the body itself running text stands for a paragraph, which is this part: a tight list has no
    /// paragraphs of its own.
    paragraph: Option<usize>,
}

/// A line break in the source. What it becomes depends on the character before, and on the one that comes next.
#[derive(Clone, Copy)]
enum SoftBreak {
    /// In the running text of the top frame.
    Here(char),
    /// Before something that is open now: this part is to be the space.
    Before(usize, char),
}

/// A picture whose words are still to come.
struct Image {
    file: String,
    alt: String,
    /// How many elements are open in it.
    depth: usize,
}

/// Makes the parts of one body after the other from what is in one text.
pub(in crate::guide) struct Builder<'a> {
    parts: Vec<Part>,
    others: String,
    /// Never empty: the body itself is below all.
    frames: Vec<Frame>,
    /// For every element the parser has open, whether it has a frame.
    framed: Vec<bool>,
    /// How many frames count towards [`MAX_DEPTH`].
    depth: usize,
    soft_break: Option<SoftBreak>,
    last_char: char,
    image: Option<Image>,
    /// Running text that is not yet a part.
    run: Run<'a>,
}

impl<'a> Builder<'a> {
    /// For events of a parser that reads this text.
    pub(in crate::guide) fn new(source: &'a str) -> Self {
        Self {
            parts: Vec::new(),
            others: String::new(),
            frames: vec![Frame {
                kind: None,
                part: 0,
                paragraph: None,
            }],
            framed: Vec::new(),
            depth: 0,
            soft_break: None,
            last_char: '\n',
            image: None,
            run: Run::new(source),
        }
    }

    pub(in crate::guide) fn take(&mut self, event: Event<'a>) {
        if self.image.is_some() {
            self.take_in_image(&event);
            return;
        }
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.image = Some(Image {
                    file: file_name(&dest_url),
                    alt: String::new(),
                    depth: 0,
                });
            }
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => {
                if self.framed.pop() == Some(true) {
                    self.close();
                } else if end == TagEnd::DefinitionListDefinition {
                    self.begin_block();
                }
            }
            Event::Text(text) => self.text(text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.soft_break = Some(SoftBreak::Here(self.last_char)),
            Event::HardBreak => self.hard_break(),
            Event::Rule => {
                self.begin_block();
                self.leaf(PartKind::Rule);
            }
            Event::TaskListMarker(checked) => self.task(checked),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    /// The words of an image are one text, whatever markup they have.
    fn take_in_image(&mut self, event: &Event<'a>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(_) if image.depth > 0 => image.depth -= 1,
            Event::End(_) => self.end_image(),
            Event::Text(text) | Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(Image { file, alt, .. }) = self.image.take() else {
            return;
        };
        let (mut alt, mut file) = (Cow::Owned(alt), Cow::Owned(file));
        tidy(&mut alt);
        tidy(&mut file);
        let (alt, file) = (alt.trim(), file.trim());
        if alt.is_empty() && file.is_empty() {
            return;
        }
        let shown = if alt.is_empty() { file } else { alt };
        self.settle_soft_break(shown.chars().next().unwrap_or(' '));
        self.last_char = shown.chars().next_back().unwrap_or(' ');
        self.begin_inline();
        let end = offset(self.parts.len() + 3);
        self.push(PartKind::Image, 0, end);
        self.push_other(file);
        self.push_other(alt);
    }

    /// The body that stands in this part of the text, of which all events have been taken.
    pub(in crate::guide) fn finish(mut self, range: Range<usize>) -> Body {
        while self.frames.len() > 1 {
            self.close();
        }
        self.begin_block();
        let (start, length) = (offset(range.start), offset(range.len()));
        let source = self.run.source();
        for part in &mut self.parts {
            if matches!(part.kind, PartKind::Text | PartKind::NextLine) {
                let (from, to) = (part.from as usize, part.to as usize);
                if from >= range.end || to <= range.start {
                    // A footnote stands anywhere in the source.
                    let begin = self.others.len();
                    if part.kind == PartKind::NextLine {
                        self.others.push(' ');
                    }
                    self.others
                        .push_str(source.get(from..to).unwrap_or_default());
                    part.kind = PartKind::Other;
                    part.from = offset(begin);
                    part.to = offset(self.others.len());
                    continue;
                }
                // Of code at the end of a body the spaces behind it are none of its text.
                part.from = part.from.saturating_sub(start).min(length);
                part.to = part.to.saturating_sub(start).min(length);
            }
        }
        Body::new(&self.run.source()[range], self.parts, self.others)
    }

    fn start(&mut self, tag: &Tag<'a>) {
        let target = match tag {
            Tag::Link { dest_url, .. } => Some(dest_url.clone()),
            _ => None,
        };
        let kind = kind(tag).filter(|(kind, _)| match kind {
            PartKind::Item(_) => {
                matches!(self.top().kind, Some(PartKind::Bullets | PartKind::Ordered))
            }
            PartKind::Title => self.can_be_titled(),
            _ => self.depth < MAX_DEPTH || !nests(*kind),
        });
        self.framed.push(kind.is_some());
        let Some((kind, from)) = kind else {
            // A meaning is no block of its own, but its running text is.
            if *tag == Tag::DefinitionListDefinition {
                self.begin_block();
            }
            return;
        };
        self.depth += usize::from(nests(kind));
        if is_inline(kind) {
            self.begin_inline();
        } else {
            self.begin_block();
        }
        let part = self.push(kind, from, 0);
        self.frames.push(Frame {
            kind: Some(kind),
            part,
            paragraph: None,
        });
        if let Tag::CodeBlock(block) = tag {
            self.code_info(&info::read(block));
        }
        if let Some(target) = target {
            let cleaned = clean(&target).replace('\n', "");
            match self.run.place(&target).filter(|_| cleaned == *target) {
                Some(place) => self.push_text(PartKind::Text, place),
                None => self.push_other(&cleaned),
            };
        }
    }

    /// Whether the element that is open may begin with a title. What has no kind is something titled from now on.
    fn can_be_titled(&mut self) -> bool {
        let &mut Frame { kind, part, .. } = self.top();
        if self.parts.len() > part + 1 {
            return false;
        }
        match kind {
            Some(PartKind::Alert(_)) => true,
            Some(PartKind::Quote) => {
                self.top().kind = Some(PartKind::Titled);
                self.parts[part].kind = PartKind::Titled;
                true
            }
            _ => false,
        }
    }

    fn code_info(&mut self, info: &Info) {
        let pieces = [
            (PartKind::CodeLanguage, &info.language),
            (PartKind::CodeTitle, &info.title),
        ];
        for (kind, text) in pieces {
            let mut text = Cow::Borrowed(text.as_deref().unwrap_or_default());
            tidy(&mut text);
            if !text.trim().is_empty() {
                let end = offset(self.parts.len() + 2);
                self.push(kind, 0, end);
                self.push_other(text.trim());
            }
        }
    }

    fn close(&mut self) {
        let Some(kind) = self.top().kind else { return };
        self.settle_soft_break_of(kind);
        self.flush(kind == PartKind::CodeBlock);
        self.end_paragraph();
        let Some(Frame { part, .. }) = self.frames.pop() else {
            return;
        };
        self.depth -= usize::from(nests(kind));
        // The target of a link is no text.
        let own = part + 1 + usize::from(kind == PartKind::Link);
        let is_empty = self.parts.len() <= own;
        let may_go = is_inline(kind)
            || matches!(
                kind,
                PartKind::Paragraph | PartKind::Table | PartKind::Title | PartKind::Titled
            );
        if is_empty && may_go {
            self.parts.truncate(part);
        } else {
            self.parts[part].to = offset(self.parts.len());
        }
        if !is_inline(kind) {
            self.soft_break = None;
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the body is never popped")
    }

    fn push(&mut self, kind: PartKind, from: u32, to: u32) -> usize {
        self.parts.push(Part { kind, from, to });
        self.parts.len() - 1
    }

    /// A part that has nothing in it.
    fn leaf(&mut self, kind: PartKind) {
        let end = offset(self.parts.len() + 1);
        self.push(kind, 0, end);
    }

    fn push_other(&mut self, text: &str) -> usize {
        let from = offset(self.others.len());
        self.others.push_str(text);
        let to = offset(self.others.len());
        self.push(PartKind::Other, from, to)
    }

    fn push_text(&mut self, kind: PartKind, place: Range<usize>) -> usize {
        self.push(kind, offset(place.start), offset(place.end))
    }

    /// What is not a block of its own ends where a block begins.
    fn begin_block(&mut self) {
        self.soft_break = None;
        self.flush(false);
        self.end_paragraph();
    }

    fn end_paragraph(&mut self) {
        let end = offset(self.parts.len());
        if let Some(paragraph) = self.top().paragraph.take() {
            if end as usize == paragraph + 1 {
                self.parts.truncate(paragraph);
            } else {
                self.parts[paragraph].to = end;
            }
        }
    }

    /// Whatever comes now stands in running text.
    fn begin_inline(&mut self) {
        self.flush(false);
        self.begin_paragraph();
        if let Some(SoftBreak::Here(before)) = self.soft_break {
            let space = self.push_other("");
            self.soft_break = Some(SoftBreak::Before(space, before));
        }
    }

    fn begin_paragraph(&mut self) {
        let next = self.parts.len();
        let top = self.top();
        let holds_blocks = matches!(
            top.kind,
            None | Some(
                PartKind::Quote | PartKind::Alert(_) | PartKind::Titled | PartKind::Item(_)
            )
        );
        if holds_blocks && top.paragraph.is_none() {
            top.paragraph = Some(next);
            self.push(PartKind::Paragraph, 0, 0);
        }
    }

    /// Below the depth at which items are kept, the box is shown as the author wrote it.
    fn task(&mut self, checked: bool) {
        let mut frames = self.frames.iter().rev();
        match frames.find(|frame| frame.kind != Some(PartKind::Paragraph)) {
            Some(&Frame {
                part,
                kind: Some(PartKind::Item(_)),
                ..
            }) if self.parts[part].kind == PartKind::Item(None) => {
                self.parts[part].kind = PartKind::Item(Some(checked));
            }
            _ => self.text(CowStr::Borrowed(if checked { "[x] " } else { "[ ] " })),
        }
    }
}
