//! What the parser does not see as we mean it: alerts with a title or of other kinds, terms and what they mean, and cells
//! for which a table has no column. Events → events.
//!
//! An alert is a quote whose first child may be a title, and something titled is a quote of no kind with one: a title is
//! [`Tag::DefinitionListTitle`].

use std::collections::VecDeque;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::kinds::{self, Kind};

/// An event and where in the source it comes from.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

pub(super) struct Shape<'a, I: Iterator<Item = Placed<'a>>> {
    source: &'a str,
    inner: Peekable<I>,
    out: VecDeque<Placed<'a>>,
    /// What each quote that is open is.
    quotes: Vec<Option<BlockQuoteKind>>,
    /// For every element that is open whether it is a quote.
    open: Vec<bool>,
    /// For every list of terms that is open whether a term is.
    terms: Vec<bool>,
    /// Where the last cell of a table ended.
    cell_end: usize,
}

/// A mark such as `[!tip]-` at the beginning of a quote.
struct Mark<'a> {
    word: &'a str,
    end: usize,
    /// What stands behind it on its line is no title.
    before_text: bool,
}

impl<'a, I: Iterator<Item = Placed<'a>>> Shape<'a, I> {
    pub fn new(source: &'a str, inner: I) -> Self {
        Self {
            source,
            inner: inner.peekable(),
            out: VecDeque::new(),
            quotes: Vec::new(),
            open: Vec::new(),
            terms: Vec::new(),
            cell_end: 0,
        }
    }

    fn take(&mut self, (event, range): Placed<'a>) {
        let is_in_quote = self.open.last() == Some(&true);
        match &event {
            Event::Start(tag) => self.open.push(matches!(tag, Tag::BlockQuote(_))),
            Event::End(_) => {
                self.open.pop();
            }
            _ => {}
        }
        match event {
            Event::Start(Tag::BlockQuote(None)) => self.quote(range),
            Event::Start(Tag::BlockQuote(kind)) => {
                self.quotes.push(kind);
                self.put(Event::Start(Tag::BlockQuote(kind)), &range);
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                let kind = self.quotes.pop().flatten();
                self.put(Event::End(TagEnd::BlockQuote(kind)), &range);
            }
            Event::Start(Tag::DefinitionList) => self.terms.push(false),
            Event::Start(Tag::DefinitionListTitle) => {
                self.end_term(&range);
                if let Some(open) = self.terms.last_mut() {
                    *open = true;
                }
                self.put(Event::Start(Tag::BlockQuote(None)), &range);
                self.put(Event::Start(Tag::DefinitionListTitle), &range);
            }
            Event::End(TagEnd::DefinitionList) => {
                self.end_term(&range);
                self.terms.pop();
            }
            Event::End(TagEnd::TableRow) => {
                self.surplus(&range);
                self.put(Event::End(TagEnd::TableRow), &range);
            }
            Event::Start(Tag::Heading {
                level: HeadingLevel::H6,
                ..
            }) if is_in_quote => self.next_quote((event, range)),
            event => {
                match event {
                    Event::Start(Tag::TableRow) => self.cell_end = range.start,
                    Event::End(TagEnd::TableCell) => {
                        self.cell_end = range.end.max(self.cell_end);
                    }
                    _ => {}
                }
                self.out.push_back((event, range));
            }
        }
    }

    fn put(&mut self, event: Event<'a>, range: &Range<usize>) {
        self.out.push_back((event, range.clone()));
    }

    fn end_term(&mut self, range: &Range<usize>) {
        if let Some(open) = self.terms.last_mut()
            && std::mem::take(open)
        {
            self.put(Event::End(TagEnd::BlockQuote(None)), range);
        }
    }

    /// A quote begins that the parser knows no kind of.
    fn quote(&mut self, range: Range<usize>) {
        let first = match self.inner.peek() {
            Some((Event::Start(tag), first)) if may_be_marked(tag) => Some(first.clone()),
            _ => None,
        };
        let Some(mark) = first.and_then(|first| self.mark(first)) else {
            self.quotes.push(None);
            self.put(Event::Start(Tag::BlockQuote(None)), &range);
            return;
        };
        if let Some(first) = self.inner.next() {
            self.begin(&mark, first, &range);
        }
    }

    /// An alert begins with a mark, in what `first` begins.
    fn begin(&mut self, mark: &Mark<'a>, first: Placed<'a>, range: &Range<usize>) {
        let known = kinds::named(mark.word);
        let kind = match known {
            Some(Kind::Alert(kind)) => Some(kind),
            Some(Kind::Titled | Kind::Plain) => None,
            None => Some(BlockQuoteKind::Note),
        };
        self.quotes.push(kind);
        self.put(Event::Start(Tag::BlockQuote(kind)), range);
        // Its generator would show a word that is not ours.
        let default = known.is_none().then(|| capitalised(mark.word));
        self.title(mark, first.0, default);
    }

    /// A heading that only begins an alert begins another one where it is not the first in a quote.
    fn next_quote(&mut self, heading: Placed<'a>) {
        let range = heading.1.clone();
        let Some(mark) = self.mark(range.clone()) else {
            self.out.push_back(heading);
            return;
        };
        self.open.pop();
        let kind = self.quotes.pop().flatten();
        self.put(Event::End(TagEnd::BlockQuote(kind)), &range);
        self.begin(&mark, heading, &range);
    }

    fn mark(&self, first: Range<usize>) -> Option<Mark<'a>> {
        let text = &self.source[first.clone()];
        let skipped = text.len() - text.trim_start_matches(['#', ' ']).len();
        let inner = text[skipped..].strip_prefix("[!")?;
        let length = inner.find([']', '[', '\n']).filter(|&at| at <= 60)?;
        let (word, rest) = inner.split_at(length);
        let rest = rest.strip_prefix(']')?;
        // Obsidian's words for the look of a box stand behind a bar.
        let word = word.split('|').next()?.trim();
        if !word.starts_with(char::is_alphabetic) || rest.starts_with(['(', '[']) {
            return None;
        }
        let sign = usize::from(rest.starts_with(['+', '-', '>']));
        Some(Mark {
            word,
            end: first.start + skipped + 2 + length + 1 + sign,
            before_text: rest.starts_with('>'),
        })
    }

    /// Reads the line with the mark, of which what stands behind the mark is the title.
    fn title(&mut self, mark: &Mark<'a>, first: Event<'a>, default: Option<String>) {
        let mut title: Vec<Placed<'a>> = Vec::new();
        let mut depth = 0_usize;
        let end = loop {
            let Some((event, range)) = self.inner.next() else {
                break None;
            };
            if let (Event::SoftBreak, 0, true) = (&event, depth, mark.before_text)
                && let Some(next) = self.mark_below(range.end)
            {
                self.line(title, &range);
                return self.begin_line(&next, first, &range);
            }
            match event {
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => break Some((event, range)),
                Event::SoftBreak | Event::HardBreak if depth == 0 && !mark.before_text => {
                    break Some((event, range));
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if let Some(placed) = behind(event, range, mark.end, title.is_empty()) {
                title.push(placed);
            }
        };
        let at = end
            .as_ref()
            .map_or(mark.end..mark.end, |(_, range)| range.clone());
        if mark.before_text {
            return self.line(title, &at);
        }
        if let (true, Some(default)) = (title.is_empty(), default) {
            title.push((Event::Text(default.into()), at.clone()));
        }
        if !title.is_empty() {
            self.put(Event::Start(Tag::DefinitionListTitle), &at);
            self.out.extend(title);
            self.put(Event::End(TagEnd::DefinitionListTitle), &at);
        }
        if matches!(end, Some((Event::SoftBreak | Event::HardBreak, _))) {
            self.open.push(false);
            self.out.push_back((first, at));
        }
    }

    /// The text of an alert that is one line, or goes on in lines without a mark.
    fn line(&mut self, text: Vec<Placed<'a>>, at: &Range<usize>) {
        self.put(Event::Start(Tag::Paragraph), at);
        self.out.extend(text);
        self.put(Event::End(TagEnd::Paragraph), at);
    }

    /// The mark that the line at an offset begins with, where such an alert begins on it.
    fn mark_below(&self, line: usize) -> Option<Mark<'a>> {
        let rest = self.source.get(line..)?;
        let start = line + rest.len() - rest.trim_start_matches(['>', ' ', '\t']).len();
        let end = self.source[start..]
            .find('\n')
            .map_or(self.source.len(), |end| start + end);
        self.mark(start..end).filter(|mark| mark.before_text)
    }

    /// An alert ends, and the next line begins another one.
    fn begin_line(&mut self, mark: &Mark<'a>, first: Event<'a>, range: &Range<usize>) {
        let kind = self.quotes.pop().flatten();
        self.put(Event::End(TagEnd::BlockQuote(kind)), range);
        self.begin(mark, (first, range.clone()), range);
    }

    /// What stands in a row behind the cells of all columns.
    fn surplus(&mut self, row: &Range<usize>) {
        let from = self.cell_end.clamp(row.start, row.end);
        let Some(rest) = self.source.get(from..row.end) else {
            return;
        };
        let trimmed = rest.trim();
        let Some(cells) = trimmed.strip_prefix('|') else {
            return;
        };
        let cells = cells.strip_suffix('|').unwrap_or(cells);
        if cells.trim().is_empty() {
            return;
        }
        let at = from..row.end;
        for cell in cells.split('|') {
            self.put(Event::Start(Tag::TableCell), &at);
            let place = cell.as_ptr() as usize - self.source.as_ptr() as usize;
            for (event, range) in inlines(cell.trim_start()) {
                let skipped = place + cell.len() - cell.trim_start().len();
                self.out
                    .push_back((event, range.start + skipped..range.end + skipped));
            }
            self.put(Event::End(TagEnd::TableCell), &at);
        }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Shape<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            if let Some(placed) = self.out.pop_front() {
                return Some(placed);
            }
            let placed = self.inner.next()?;
            self.take(placed);
        }
    }
}

/// The running text of one line by itself.
fn inlines(line: &str) -> impl Iterator<Item = Placed<'_>> {
    let events = Parser::new_ext(line, Options::ENABLE_STRIKETHROUGH).into_offset_iter();
    events.filter(|(event, _)| {
        matches!(
            event,
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_)
        ) || matches!(
            event,
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. })
                | Event::End(
                    TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link
                )
        )
    })
}

/// What of an event stands behind an offset; at the beginning without the space before it.
fn behind(event: Event<'_>, range: Range<usize>, end: usize, is_first: bool) -> Option<Placed<'_>> {
    if range.end <= end {
        return None;
    }
    let Event::Text(text) = event else {
        return Some((event, range));
    };
    let cut = end.saturating_sub(range.start);
    let kept = match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(text.get(cut..)?),
        text => CowStr::from(text.get(cut..)?.to_owned()),
    };
    let kept = match kept {
        CowStr::Borrowed(text) if is_first => CowStr::Borrowed(text.trim_start()),
        kept => kept,
    };
    (!kept.is_empty()).then_some((Event::Text(kept), range.start + cut..range.end))
}

/// Whether a mark may stand at the beginning of it: a paragraph, or what the dialects make of a title.
const fn may_be_marked(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading {
                level: HeadingLevel::H6,
                ..
            }
    )
}

fn capitalised(word: &str) -> String {
    let word = word.replace(['-', '_'], " ");
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
