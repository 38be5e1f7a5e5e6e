//! Events of the Markdown parser → blocks. Keeps its own stack, so that nesting costs no call depth.

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Tag};

use super::{AlertKind, Block, Inline, Item, MAX_DEPTH};
use crate::text::clean::clean;

/// What an open element becomes when it is closed.
enum Kind {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    Alert(AlertKind),
    List(Option<u64>, Vec<Item>),
    Item(Option<bool>),
    Code,
    Table(Vec<Vec<Vec<Inline>>>),
    Row(Vec<Vec<Inline>>),
    Cell,
    Strong,
    Emphasis,
    Link(String),
}

/// An open element and what it holds so far.
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    /// Running text. In a quote or an item it stands for a paragraph: a tight list has no paragraphs of its own.
    inlines: Vec<Inline>,
}

impl Frame {
    const fn new(kind: Kind) -> Self {
        Self {
            kind,
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }

    /// The text is cleaned only when it is whole: a character written as an entity arrives in a piece of its own.
    fn take_inlines(&mut self) -> Vec<Inline> {
        let mut inlines = std::mem::take(&mut self.inlines);
        for inline in &mut inlines {
            if let Inline::Text(text) = inline {
                tidy(text);
            }
        }
        inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        inlines
    }

    fn end_paragraph(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = self.take_inlines();
            self.blocks.push(Block::Paragraph(inlines));
        }
    }
}

pub(super) struct Builder {
    /// Never empty: the root is below all.
    frames: Vec<Frame>,
    /// For every element the parser has open, whether it has a frame.
    framed: Vec<bool>,
    /// How many frames count towards [`MAX_DEPTH`].
    depth: usize,
    /// A line break in the source, and the index of the frame in which it stands. What it becomes depends on the
    /// character before, and on the one that comes next.
    soft_break: Option<(usize, char)>,
    last_char: char,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            frames: vec![Frame::new(Kind::Root)],
            framed: Vec::new(),
            depth: 0,
            soft_break: None,
            last_char: '\n',
        }
    }
}

impl Builder {
    pub(super) fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => {
                if self.framed.pop() == Some(true) {
                    self.close();
                }
            }
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.soft_break = Some((self.frames.len() - 1, self.last_char)),
            Event::HardBreak => self.hard_break(),
            Event::InlineHtml(html) if is_br(&html) => self.hard_break(),
            Event::Rule => self.push_block(Block::Rule),
            Event::TaskListMarker(checked) => self.task(checked),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            self.close();
        }
        self.frames.pop().map_or_else(Vec::new, |mut root| {
            root.end_paragraph();
            root.blocks
        })
    }

    fn start(&mut self, tag: Tag<'_>) {
        let kind = kind(tag).filter(|kind| match kind {
            Kind::Item(_) => matches!(self.top().kind, Kind::List(..)),
            _ => self.depth < MAX_DEPTH || !nests(kind),
        });
        self.framed.push(kind.is_some());
        if let Some(kind) = kind {
            self.depth += usize::from(nests(&kind));
            self.frames.push(Frame::new(kind));
        }
    }

    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        self.depth -= usize::from(nests(&frame.kind));
        self.settle_soft_break_of(&mut frame);
        match frame.kind {
            Kind::Root => self.frames.push(frame),
            Kind::Paragraph => frame.end_paragraph_into(self),
            Kind::Heading(level) => {
                let content = frame.take_inlines();
                self.push_block(Block::Heading { level, content });
            }
            Kind::Code => self.push_block(Block::Code(code_text(&frame.inlines))),
            Kind::Quote | Kind::Alert(_) | Kind::Item(_) => self.close_container(frame),
            Kind::List(start, items) => self.push_block(Block::List { start, items }),
            Kind::Table(_) | Kind::Row(_) | Kind::Cell => self.close_table_part(frame),
            Kind::Strong | Kind::Emphasis | Kind::Link(_) => self.close_inline(frame),
        }
    }

    fn close_container(&mut self, mut frame: Frame) {
        frame.end_paragraph();
        let blocks = frame.blocks;
        match frame.kind {
            Kind::Alert(kind) => self.push_block(Block::Alert { kind, blocks }),
            Kind::Item(checked) => {
                if let Kind::List(_, items) = &mut self.top().kind {
                    items.push(Item { checked, blocks });
                }
            }
            _ => self.push_block(Block::Quote(blocks)),
        }
    }

    fn close_table_part(&mut self, mut frame: Frame) {
        let content = frame.take_inlines();
        match (frame.kind, &mut self.top().kind) {
            (Kind::Cell, Kind::Row(cells)) => cells.push(content),
            (Kind::Row(cells), Kind::Table(rows)) => rows.push(cells),
            (Kind::Table(mut rows), _) if !rows.is_empty() => {
                let header = rows.remove(0);
                self.push_block(Block::Table { header, rows });
            }
            _ => {}
        }
    }

    fn close_inline(&mut self, mut frame: Frame) {
        let content = frame.take_inlines();
        if content.is_empty() {
            return;
        }
        let inline = match frame.kind {
            Kind::Strong => Inline::Strong(content),
            Kind::Link(target) => Inline::Link { target, content },
            _ => Inline::Emphasis(content),
        };
        self.top().inlines.push(inline);
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root is never popped")
    }

    fn push_block(&mut self, block: Block) {
        self.soft_break = None;
        let top = self.top();
        top.end_paragraph();
        top.blocks.push(block);
    }

    fn text(&mut self, text: &str) {
        let Some(first) = text.chars().next() else {
            return;
        };
        self.settle_soft_break(first);
        self.last_char = text.chars().next_back().unwrap_or(first);
        self.top().push_text(text);
    }

    fn code(&mut self, code: &str) {
        let mut code = code.to_owned();
        tidy(&mut code);
        let Some(first) = code.chars().next() else {
            return;
        };
        self.settle_soft_break(first);
        self.last_char = code.chars().next_back().unwrap_or(first);
        self.top().inlines.push(Inline::Code(code));
    }

    fn hard_break(&mut self) {
        self.soft_break = None;
        self.top().inlines.push(Inline::Break);
    }

    fn settle_soft_break(&mut self, next: char) {
        if let Some((frame, before)) = self.soft_break.take()
            && !(joins_lines(before) && joins_lines(next))
        {
            self.frames[frame].push_text(" ");
        }
    }

    /// An element that ends right after a line break takes the space along, or it would be lost with the frame.
    fn settle_soft_break_of(&mut self, frame: &mut Frame) {
        let index = self.frames.len();
        if let Some((_, before)) = self.soft_break.take_if(|(at, _)| *at == index)
            && matches!(frame.kind, Kind::Strong | Kind::Emphasis | Kind::Link(_))
            && !joins_lines(before)
        {
            frame.push_text(" ");
        }
    }

    /// Below the depth at which items are kept, the box is shown as the author wrote it.
    fn task(&mut self, checked: bool) {
        let mut kinds = self.frames.iter_mut().rev().map(|frame| &mut frame.kind);
        match kinds.find(|kind| !matches!(kind, Kind::Paragraph)) {
            Some(Kind::Item(state @ None)) => *state = Some(checked),
            _ => self.text(if checked { "[x] " } else { "[ ] " }),
        }
    }
}

impl Frame {
    fn end_paragraph_into(mut self, builder: &mut Builder) {
        self.end_paragraph();
        for block in self.blocks {
            builder.push_block(block);
        }
    }
}

/// The frame for an element; `None` for one that adds nothing to its content.
fn kind(tag: Tag<'_>) -> Option<Kind> {
    Some(match tag {
        Tag::Paragraph => Kind::Paragraph,
        Tag::Heading { level, .. } => Kind::Heading(number(level)),
        Tag::BlockQuote(None) => Kind::Quote,
        Tag::BlockQuote(Some(kind)) => Kind::Alert(alert(kind)),
        Tag::CodeBlock(_) => Kind::Code,
        Tag::List(start) => Kind::List(start, Vec::new()),
        Tag::Item => Kind::Item(None),
        Tag::Table(_) => Kind::Table(Vec::new()),
        Tag::TableHead | Tag::TableRow => Kind::Row(Vec::new()),
        Tag::TableCell => Kind::Cell,
        Tag::Strong => Kind::Strong,
        Tag::Emphasis => Kind::Emphasis,
        Tag::Link { dest_url, .. } => Kind::Link(clean(&dest_url).replace('\n', "")),
        _ => return None,
    })
}

/// Whether an element of this kind may hold another of its kind. Only these can nest without end. (An item nests with
/// its list.)
const fn nests(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Quote
            | Kind::Alert(_)
            | Kind::List(..)
            | Kind::Strong
            | Kind::Emphasis
            | Kind::Link(_)
    )
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

const fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

fn is_br(html: &str) -> bool {
    let name = html.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// Cleans running text, in which a line break (only an entity can bring one) is a space.
fn tidy(text: &mut String) {
    if let std::borrow::Cow::Owned(cleaned) = clean(text) {
        *text = cleaned;
    }
    if text.contains('\n') {
        *text = text.replace('\n', " ");
    }
}

fn code_text(inlines: &[Inline]) -> String {
    let text = super::inline_text(inlines);
    clean(text.strip_suffix('\n').unwrap_or(&text)).into_owned()
}

/// Whether a line that ends or begins with this character joins its neighbour without a space: Japanese and Chinese
/// script, their punctuation and full-width forms. Korean is written with spaces.
fn joins_lines(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{30FF}'
        | '\u{31C0}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFD}'
    )
}
