//! The check of a section's body: what its Markdown says, and what of it would not be shown.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Context, report_stranger};
use crate::guide::markdown::MAX_DEPTH;
use crate::guide::problem::Report;
use crate::guide::yaml::At;
use crate::text::clean::{clean, is_hidden};
use crate::text::phone::BLOCK_END;

/// The check of an article's sections, one after the other.
pub(super) struct Check<'a, 'r> {
    lines: Lines<'a>,
    context: &'r Context,
    report: &'r mut Report,
    links: Vec<At<String>>,
    /// Where links of the whole article lead that is on the web.
    addresses: HashSet<String>,
    run: Run,
    depth: usize,
    /// The number of the next item of each list around this place; of a list of points there is none.
    items: Vec<Option<u64>>,
    in_code_block: bool,
    said: Said,
    empty: bool,
}

/// What is said once per section only.
#[derive(Default)]
struct Said {
    image: bool,
    depth: bool,
}

impl<'a, 'r> Check<'a, 'r> {
    /// For a text that begins on the 1-based `first_line`.
    pub fn new(
        text: &'a str,
        first_line: usize,
        context: &'r Context,
        report: &'r mut Report,
    ) -> Self {
        Self {
            lines: Lines {
                text,
                at: 0,
                line: first_line,
            },
            context,
            report,
            links: Vec::new(),
            addresses: HashSet::new(),
            run: Run::default(),
            depth: 0,
            items: Vec::new(),
            in_code_block: false,
            said: Said::default(),
            empty: true,
        }
    }

    /// The line of an offset in the text.
    pub fn line(&mut self, offset: usize) -> usize {
        self.lines.of(offset)
    }

    /// Reports an error at an offset in the text.
    pub fn error(&mut self, offset: usize, what: &str, help: &str) {
        let line = self.lines.of(offset);
        self.report.error(line, what, help);
    }

    /// The section whose heading stands on this line ends here; says where its links lead.
    pub fn end_section(&mut self, heading: usize) -> Vec<At<String>> {
        self.end_block();
        if std::mem::replace(&mut self.empty, true) {
            let help = "write its text below the heading, or take the heading away";
            self.report.error(heading, "the section is empty", help);
        }
        self.said = Said::default();
        std::mem::take(&mut self.links)
    }

    /// The words of a heading that begins a section: a number may go on from there, or from the section before.
    pub fn heading_text(&mut self, title: &str, start: usize) {
        self.run.push(title, start, false);
        self.run.end_block();
    }

    /// The article ends here. A number may be spread over its blocks and sections, and begin in its title or summary, which
    /// are looked at by themselves too.
    pub fn finish(&mut self, lead: &str) {
        let all = format!("{lead}{BLOCK_END}{}", self.run.text);
        let body = lead.len() + BLOCK_END.len_utf8();
        for stranger in self.context.phones.strangers(&all) {
            if let Some(last) = stranger.range.end.checked_sub(body) {
                let first = stranger.range.start.saturating_sub(body);
                let place = if stranger.range.start < body {
                    last.saturating_sub(1)
                } else {
                    first
                };
                let line = self.lines.of(self.run.piece(place).source);
                report_stranger(line, &all, &stranger, self.report);
            }
        }
        let strange = self.context.domains.strange_in(&self.run.text);
        for (at, address) in strange.filter(|(_, address)| !self.addresses.contains(*address)) {
            let line = self.lines.of(self.run.piece(at).source);
            self.context.check_address(line, address, self.report);
        }
    }

    pub fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(end) => self.end(*end),
            Event::Text(text) => {
                self.empty = self.empty && text.trim().is_empty();
                self.run.is_altered |= **text != self.lines.text[range.clone()];
                self.run.push(text, range.start, self.in_code_block);
            }
            Event::Code(code) => {
                self.empty = self.empty && code.trim().is_empty();
                self.run.push(code, range.start, true);
            }
            Event::SoftBreak | Event::HardBreak => self.run.push("\n", range.start, false),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let line = self.lines.of(range.start);
        match tag {
            Tag::Heading { level, .. } => self.heading(*level, range.start),
            Tag::Link { dest_url, .. } => {
                let value = clean(dest_url).into_owned();
                self.context.check_link(line, &value, self.report);
                self.context.check_address(line, &value, self.report);
                if value.contains("://") {
                    self.addresses.insert(value.clone());
                }
                self.links.push(At { line, value });
            }
            Tag::Image { .. } if !std::mem::replace(&mut self.said.image, true) => {
                self.report.warning(
                    line,
                    "an image is not shown, only its words and the name of its file",
                    "say in words what it shows",
                );
            }
            Tag::BlockQuote(_) => self.nest(line),
            Tag::List(first) => {
                self.nest(line);
                self.items.push(*first);
            }
            Tag::Item => self.item(range.start),
            Tag::CodeBlock(_) => self.in_code_block = true,
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::BlockQuote(_) => self.depth -= 1,
            TagEnd::List(_) => {
                self.depth -= 1;
                self.items.pop();
            }
            TagEnd::CodeBlock => self.in_code_block = false,
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
            _ => return,
        }
        self.end_block();
    }

    /// The number of an item is read with its text: `0120. 996. 013` is three lists to Markdown, and a number to a reader.
    fn item(&mut self, start: usize) {
        let Some(Some(number)) = self.items.last_mut() else {
            return;
        };
        // As it is written, with noughts before it, where it is the one that is shown.
        let source = &self.lines.text[start..];
        let written = source.split(|c: char| !c.is_ascii_digit()).next();
        let written = written.filter(|digits| digits.parse() == Ok(*number));
        let shown = written.map_or_else(|| number.to_string(), str::to_owned);
        *number = number.saturating_add(1);
        self.run.push(&shown, start, false);
        self.run.push(". ", start, false);
        self.run.signs = self.run.text.len();
    }

    /// A tight list has no paragraphs: an item's text ends where the list inside it begins.
    fn nest(&mut self, line: usize) {
        if self.run.signs != self.run.text.len() {
            self.end_block();
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH && !std::mem::replace(&mut self.said.depth, true) {
            let what = format!("lists and quotes are nested more than {MAX_DEPTH} deep");
            self.report.warning(
                line,
                &what,
                "what is deeper is shown at this depth: write it in another way",
            );
        }
    }

    fn heading(&mut self, level: HeadingLevel, start: usize) {
        let is_first = level == HeadingLevel::H1 && self.depth == 0;
        let is_told = is_first
            && self.lines.text[start..]
                .trim_start_matches(' ')
                .starts_with('#');
        if level <= HeadingLevel::H2 && !is_told {
            self.error(
                start,
                "a heading of the first or second level stands inside a section",
                "write `### …` for a heading inside a section; a new section is a line `## Title {#id}`",
            );
        }
    }

    /// Looks at the text of a block as a whole: what is looked for may be spread over bold and plain text.
    fn end_block(&mut self) {
        let start = self.run.block;
        let text = &self.run.text[start..];
        if text.is_empty() {
            return;
        }
        let mut link_like = text
            .match_indices("](")
            .map(|(at, _)| self.run.piece(start + at));
        if let Some(piece) = link_like.find(|piece| !piece.code) {
            let line = self.lines.of(piece.source);
            let help = "write `[text](article#section)`, without spaces in the address";
            self.report
                .warning(line, "this looks like a link, but is none", help);
        }
        if std::mem::take(&mut self.run.is_altered) {
            self.report_hidden(start);
        }
        self.run.end_block();
    }

    fn report_hidden(&mut self, start: usize) {
        let mut chars = self.run.text[start..].char_indices();
        if let Some((at, c)) = chars.find(|&(_, c)| is_hidden(c)) {
            let line = self.lines.of(self.run.piece(start + at).source);
            let what = format!(
                "an entity stands for the hidden character U+{:04X}; it is left out",
                u32::from(c)
            );
            self.report
                .warning(line, &what, "take the entity out of the text");
        }
    }
}

/// The running text of all blocks, and where its pieces stand in the source.
#[derive(Default)]
struct Run {
    text: String,
    /// Where the last block begins.
    block: usize,
    pieces: Vec<Piece>,
    /// Where the number of the last item ends: a list that begins there stands in the same line.
    signs: usize,
    /// Some of that block stands otherwise in the source, which holds nothing hidden.
    is_altered: bool,
}

#[derive(Clone, Copy, Default)]
struct Piece {
    /// Where it begins in the running text.
    start: usize,
    /// Where it begins in the source.
    source: usize,
    code: bool,
}

impl Run {
    fn push(&mut self, text: &str, source: usize, code: bool) {
        let start = self.text.len();
        self.pieces.push(Piece {
            start,
            source,
            code,
        });
        self.text.push_str(text);
    }

    fn end_block(&mut self) {
        self.text.push(BLOCK_END);
        self.block = self.text.len();
    }

    /// The piece that holds this offset of the text.
    fn piece(&self, at: usize) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        let index = after.checked_sub(1);
        index.map_or_else(Piece::default, |index| self.pieces[index])
    }
}

/// Lines of offsets, which mostly ask for ever later ones.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, offset: usize) -> usize {
        let newlines = |range: Range<usize>| self.text[range].matches('\n').count();
        if offset >= self.at {
            self.line += newlines(self.at..offset);
        } else {
            self.line -= newlines(offset..self.at);
        }
        self.at = offset;
        self.line
    }
}
