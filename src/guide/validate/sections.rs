//! An article's body → its sections, from one walk over what the parser says: a section begins with a heading `## …` that
//! stands in nothing else.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::Context;
use super::body::Check;
use crate::guide::markdown::{Body, Builder, events};
use crate::guide::problem::Report;
use crate::guide::yaml::At;

/// A section as it is written.
pub(super) struct RawSection {
    /// Of the heading, 1-based.
    pub line: usize,
    pub title: String,
    pub id: Option<String>,
    pub body: Body,
    pub links: Vec<At<String>>,
}

/// Reads a body that begins on the 1-based `first_line`, below the words of `lead`, and reports what is wrong with it.
pub(super) fn read(
    text: &str,
    first_line: usize,
    lead: &str,
    context: &Context,
    report: &mut Report,
) -> Vec<RawSection> {
    let mut walk = Walk {
        text,
        check: Check::new(text, first_line, context, report),
        sections: Vec::new(),
        depth: 0,
        part: Part::Preamble,
        odd_lines: Vec::new(),
    };
    for (event, range) in events(text) {
        walk.event(event, range);
    }
    walk.finish(first_line, lead)
}

struct Walk<'a, 'r> {
    text: &'a str,
    check: Check<'a, 'r>,
    sections: Vec<RawSection>,
    /// How many elements are open.
    depth: usize,
    part: Part<'a>,
    /// Lines before the first section of which something was said.
    odd_lines: Vec<usize>,
}

/// What is being read.
enum Part<'a> {
    Preamble,
    Heading {
        line: usize,
        id: Option<String>,
        start: usize,
        title: Builder<'a>,
    },
    Body {
        heading: Heading,
        /// Where it begins.
        start: usize,
        body: Builder<'a>,
    },
}

struct Heading {
    line: usize,
    title: String,
    id: Option<String>,
}

impl<'a> Walk<'a, '_> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.depth == 0 {
            self.look_at(&event, &range);
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth -= 1,
            _ => {}
        }
        match &mut self.part {
            Part::Preamble => {}
            Part::Heading { title, .. } => {
                let ends = matches!(event, Event::End(TagEnd::Heading(_)));
                title.take(event);
                if ends {
                    self.begin_body(range);
                }
            }
            Part::Body { body, .. } => {
                self.check.event(&event, range);
                body.take(event);
            }
        }
    }

    /// What stands in nothing else.
    fn look_at(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) if self.is_atx(range.start) => match level
            {
                HeadingLevel::H1 => {
                    let help = "the title belongs in the front matter; a section is a line `## Title {#id}`";
                    self.report_odd(
                        range.start,
                        "an article has no heading of the first level",
                        help,
                    );
                }
                HeadingLevel::H2 => {
                    self.end_section(range.start);
                    self.part = Part::Heading {
                        line: self.check.line(range.start),
                        id: id.as_ref().map(ToString::to_string),
                        start: range.start,
                        title: Builder::new(self.text),
                    };
                }
                _ => {}
            },
            Event::Start(Tag::Paragraph) => self.look_for_unspaced(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) if !self.is_closed(range) => {
                self.report_open(range.start, "code block");
            }
            Event::Start(Tag::HtmlBlock) => {
                let html = &self.text[range.clone()];
                if html.trim_start().starts_with("<!--") && !html.contains("-->") {
                    self.report_open(range.start, "comment");
                }
            }
            _ => {}
        }
    }

    /// Whether a heading is written with `#`.
    fn is_atx(&self, start: usize) -> bool {
        self.text[start..].trim_start_matches(' ').starts_with('#')
    }

    fn look_for_unspaced(&mut self, paragraph: &Range<usize>) {
        let mut at = paragraph.start;
        for line in self.text[paragraph.clone()].split_inclusive('\n') {
            if line.starts_with("##") {
                let help = "write `## Title {#id}`";
                self.report_odd(at, "a heading needs a space after its `##`", help);
            }
            at += line.len();
        }
    }

    /// Whether a code block ends with a line of its own, not with the article.
    fn is_closed(&self, block: &Range<usize>) -> bool {
        let text = self.text[block.clone()].trim_end();
        let last = text.rsplit_once('\n').map_or("", |(_, last)| last.trim());
        let is_fence = last.len() >= 3 && last.bytes().all(|byte| b"`~".contains(&byte));
        is_fence || !self.text[block.end..].trim().is_empty()
    }

    fn report_open(&mut self, at: usize, what: &str) {
        let help = "close it: everything up to the end of the file belongs to it";
        let what = format!("the {what} that begins here does not end");
        self.check.error(at, &what, help);
    }

    fn report_odd(&mut self, at: usize, what: &str, help: &str) {
        self.odd_lines.push(self.check.line(at));
        self.check.error(at, what, help);
    }

    /// The heading has ended.
    fn begin_body(&mut self, heading: Range<usize>) {
        let body = Part::Preamble;
        if let Part::Heading {
            line,
            id,
            start,
            title,
        } = std::mem::replace(&mut self.part, body)
        {
            let title = title.finish(start..heading.end).plain_text();
            self.check.heading_text(&title, start);
            let heading_line = Heading {
                line,
                title: title.trim().to_owned(),
                id,
            };
            self.part = Part::Body {
                heading: heading_line,
                start: heading.end,
                body: Builder::new(self.text),
            };
        }
    }

    /// The section that is being read ends here.
    fn end_section(&mut self, end: usize) {
        let Part::Body {
            heading,
            start,
            body,
        } = std::mem::replace(&mut self.part, Part::Preamble)
        else {
            return;
        };
        let text = self.text[start..end].trim_end();
        let first = start + text.len() - text.trim_start_matches('\n').len();
        let links = self.check.end_section(heading.line);
        self.sections.push(RawSection {
            line: heading.line,
            title: heading.title,
            id: heading.id,
            body: body.finish(first..(start + text.len()).max(first)),
            links,
        });
    }

    fn finish(mut self, first_line: usize, lead: &str) -> Vec<RawSection> {
        self.end_section(self.text.len());
        self.check.finish(lead);
        self.report_stray(first_line);
        if self.sections.is_empty() {
            let help = "add one: a line `## Title {#id}`, and its text below";
            self.check.error(0, "the article has no section", help);
        }
        self.sections
    }

    /// Text before the first section, of which nothing else was said.
    fn report_stray(&mut self, first_line: usize) {
        let end = self
            .sections
            .first()
            .map_or(usize::MAX, |section| section.line);
        let mut lines = (first_line..end).zip(self.text.lines());
        let Some((line, text)) = lines.find(|(_, line)| !line.trim().is_empty()) else {
            return;
        };
        if !self.odd_lines.contains(&line) {
            let at = text.as_ptr() as usize - self.text.as_ptr() as usize;
            let help = "begin a section before it: a line `## Title {#id}`";
            self.check
                .error(at, "text stands before the first section", help);
        }
    }
}
