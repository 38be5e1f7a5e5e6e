//! The walk over the lines of a text: code and comments stay, what encloses others becomes quotes, the rest is rewritten.

use std::borrow::Cow;
use std::collections::HashMap;

use super::containers::Containers;
use super::inline::{self, State};
use super::openers::{self, End, Opener, Sign};
use super::output::Output;
use super::scan::{ends_fence, fence, indent, marker, quotes};
use super::template::{self, Syntax};
use super::{JOINER, attributes, heading, japanese};
use crate::guide::markdown::kinds::{self, Kind};

/// Rewrites a text in which nothing is left that a line cannot say.
pub(super) fn rewrite(text: &str, is_mdx: bool) -> Cow<'_, str> {
    let mut lines = Lines {
        text,
        is_mdx,
        end: 0,
        out: Output::new(text),
        containers: Containers::default(),
        items: Vec::new(),
        fence: None,
        html: None,
        hidden: None,
        state: State::default(),
        was_blank: true,
        was_text: false,
        in_code: false,
        pending: None,
        ends: HashMap::new(),
        blanks: Vec::new(),
        has_left: false,
    };
    for source in text.split_inclusive('\n') {
        let start = lines.end;
        lines.end += source.len();
        lines.line(source, start);
    }
    lines.blanks();
    lines.out.finish()
}

/// A block of code that is open.
struct Fence {
    sign: u8,
    length: usize,
    /// In so many things it stands, and in so many quotes.
    depth: usize,
    quotes: usize,
    /// The column of the item that it stands in.
    item: usize,
    /// A tag ends it, not signs.
    tag: Option<String>,
}

// What a line is depends on the one before it in so many ways.
#[allow(clippy::struct_excessive_bools)]
struct Lines<'a> {
    text: &'a str,
    is_mdx: bool,
    /// Where the line ends.
    end: usize,
    out: Output<'a>,
    containers: Containers,
    /// Where the texts of the lists' items begin, the innermost last.
    items: Vec<usize>,
    fence: Option<Fence>,
    /// The end tag of what is no Markdown.
    html: Option<&'static str>,
    /// What ends that of which nothing is shown.
    hidden: Option<&'static str>,
    state: State,
    was_blank: bool,
    was_text: bool,
    in_code: bool,
    /// The address of the next heading.
    pending: Option<&'a str>,
    /// Where the text has its last end of something.
    ends: HashMap<String, Option<usize>>,
    /// Empty lines that are still to be written: whether they belong to what is open shows only the next line.
    blanks: Vec<&'a str>,
    /// Something has ended with the line before this one, without an empty line.
    has_left: bool,
}

/// An empty line, in which there is room for everything that stands farther in.
const BLANK: &str = "                                                                ";

/// A line on its way.
struct Line<'l> {
    /// What stands before it: marks of quotes.
    before: Cow<'l, str>,
    rest: Cow<'l, str>,
    source: &'l str,
    is_changed: bool,
}

impl<'a> Lines<'a> {
    fn line(&mut self, source: &'a str, start: usize) {
        let mut line = source.trim_end_matches(['\n', '\r']);
        let mut is_changed = false;
        if self.state.read > start {
            // A tag that began above ends here or below.
            is_changed = true;
            line = line.get(self.state.read - start..).unwrap_or_default();
        }
        let most = self.fence.as_ref().map_or(8, |fence| fence.quotes);
        let (marks, count) = quotes(line, most);
        let is_blank = line[marks..].trim().is_empty();
        if !self.containers.is_empty() && (count > 0 || !is_blank) {
            self.containers.end_quotes(count, &mut self.items);
        }
        let (before, rest) = line.split_at(marks);
        let mut line = Line {
            before: Cow::Borrowed(before),
            rest: Cow::Borrowed(rest),
            source,
            is_changed,
        };
        self.has_left = false;
        if !self.containers.is_empty() {
            let mut all = before.to_owned();
            let within = if is_blank { BLANK } else { rest };
            let depth = self.containers.len();
            line.rest = self.containers.enter(within, &mut self.items, &mut all);
            if is_blank {
                self.blanks.push(source);
                self.was_blank = true;
                self.was_text = false;
                self.state.code = None;
                return;
            }
            self.has_left = depth > self.containers.len() && !self.was_blank;
            line.is_changed |= all != before || line.rest.len() != rest.len();
            line.before = all.into();
        }
        self.blanks();
        self.route(line, count, is_blank);
    }

    /// Writes the empty lines that were put off, with what is still open before them.
    fn blanks(&mut self) {
        for source in std::mem::take(&mut self.blanks) {
            let before = self.before(source);
            self.out.write(before.trim_end());
            self.out.write(ending(source));
        }
    }

    /// What is no Markdown of ours passes, the rest is read.
    fn route(&mut self, line: Line<'a>, quotes: usize, is_blank: bool) {
        if let Some(fence) = &self.fence {
            let left = fence.depth > self.containers.len()
                || fence.quotes > quotes
                || (!is_blank && fence.item > 0 && indent(&line.rest) < fence.item);
            if left {
                self.fence = None;
            } else {
                self.in_fence(line);
                return;
            }
        }
        if self.state.comment {
            self.state.comment = !line.rest.contains("-->");
            self.pass(&line);
        } else if let Some(end) = self.hidden {
            if line.rest.contains(end) {
                self.hidden = None;
            }
            self.blank(&line);
        } else if let Some(end) = self.html {
            if contains(&line.rest, end) {
                self.html = None;
            }
            self.pass(&line);
        } else if is_blank {
            self.was_blank = true;
            self.was_text = false;
            self.state.code = None;
            if line.is_changed {
                self.blank(&line);
            } else {
                self.pass(&line);
            }
        } else {
            self.text(line, quotes);
            self.was_blank = false;
        }
    }

    fn in_fence(&mut self, mut line: Line<'a>) {
        let Some(fence) = &self.fence else { return };
        if let Some(tag) = &fence.tag {
            let is_end = template::read(line.rest.trim())
                .is_some_and(|found| found.is_end && found.name == tag);
            if is_end {
                line.rest = Cow::Borrowed("````");
                line.is_changed = true;
                self.fence = None;
            }
        } else if ends_fence(&line.rest, fence.sign, fence.length) {
            self.fence = None;
        }
        self.pass(&line);
    }

    /// Writes a line as it is now.
    fn pass(&mut self, line: &Line<'_>) {
        if !line.is_changed {
            self.out.keep(line.source, self.end);
            return;
        }
        self.out.write(&line.before);
        self.out.write(&line.rest);
        self.out.write(ending(line.source));
    }

    /// Writes an empty line in its place.
    fn blank(&mut self, line: &Line<'_>) {
        self.out.write(line.before.trim_end());
        self.out.write(ending(line.source));
        self.was_blank = true;
        self.was_text = false;
    }

    /// A line of Markdown.
    fn text(&mut self, mut line: Line<'a>, quotes: usize) {
        if !line.rest.is_ascii() {
            if line.rest.starts_with('\u{3000}') && line.before.ends_with('>') {
                line.rest = line.rest.replacen('\u{3000}', " ", 1).into();
                line.is_changed = true;
            }
            if let Some(rest) = japanese::beginning(&line.rest) {
                line.rest = rest.into();
                line.is_changed = true;
            }
            if let Some(rest) = japanese::stars(&line.rest) {
                line.rest = rest.into();
                line.is_changed = true;
            }
        }
        let columns = indent(&line.rest);
        while self.items.last().is_some_and(|&item| columns < item) {
            self.items.pop();
        }
        let item = self.items.last().copied().unwrap_or(0);
        if !self.is_mdx && columns >= item + 4 && (self.was_blank || self.in_code) && !self.was_text
        {
            self.in_code = true;
            self.pass(&line);
            return;
        }
        self.in_code = false;
        let lead = line.rest.len() - line.rest.trim_start().len();
        if line.rest[lead..].starts_with(JOINER) {
            self.told(line, columns, quotes);
            return;
        }
        let (mut at, mut column) = (lead, columns);
        while let Some(length) = marker(&line.rest[at..]) {
            column += length;
            at = (at + length).min(line.rest.len());
            let spaces = line.rest[at..].len() - line.rest[at..].trim_start_matches(' ').len();
            self.items.push(column);
            at += spaces;
            column += spaces;
            if spaces >= 4 || at >= line.rest.len() {
                break;
            }
        }
        self.body(line, at, column, quotes);
    }

    /// A line behind its lists' markers.
    fn body(&mut self, line: Line<'a>, at: usize, column: usize, quotes: usize) {
        let body = &line.rest[at..];
        if let Some((sign, length)) = fence(body) {
            self.open_fence(sign, length, quotes, None);
            self.pass(&line);
            return;
        }
        if body.starts_with('<') {
            if let Some(end) = no_markdown(body) {
                if !contains(body, end) {
                    self.html = Some(end);
                }
                self.was_text = false;
                self.pass(&line);
                return;
            }
            if self.anchor(body) {
                self.blank(&line);
                return;
            }
        }
        let needs_next = body.starts_with(['!', '?']);
        let next = if needs_next { self.below() } else { "" };
        match openers::read(body, next) {
            Some(Sign::Opens(opener)) => return self.open(line, &opener, at, column, quotes),
            Some(Sign::Closes(end)) => {
                let is_open = self.containers.end(&end, &mut self.items);
                if is_open || end != End::Colons(2) {
                    // What stood before the line belongs to what has ended.
                    return self.close(line);
                }
            }
            Some(Sign::Words(words)) => {
                let rest = format!("{}{words}", &line.rest[..at]);
                return self.write(line, rest);
            }
            None => {}
        }
        if let Some(level) = heading::level(body) {
            self.heading(line, at, level);
            return;
        }
        if self.lone(&line, at, column, quotes) {
            return;
        }
        self.running(line, at);
    }

    /// The next line.
    fn below(&self) -> &'a str {
        self.text[self.end..].lines().next().unwrap_or_default()
    }

    /// Running text.
    fn running(&mut self, mut line: Line<'a>, at: usize) {
        let body = &line.rest[at..];
        let is_table = body.starts_with('|');
        if self.was_text && !is_table && japanese::begins_line(&line.rest) {
            self.out.break_line();
        }
        self.was_text = !is_table && !body.starts_with('<') && !body.starts_with("---");
        let mut rest = Cow::Borrowed(&*line.rest);
        if body.starts_with('[') && is_no_definition(body) {
            rest = format!("{}\\{body}", &line.rest[..at]).into();
        }
        let changed = match inline::rewrite(self.text, &rest, &mut self.state) {
            Cow::Owned(changed) => Some(changed),
            Cow::Borrowed(_) => match rest {
                Cow::Owned(rest) => Some(rest),
                Cow::Borrowed(_) => None,
            },
        };
        if let Some(changed) = changed {
            line.rest = changed.into();
            line.is_changed = true;
        }
        self.pass(&line);
    }

    fn write(&mut self, mut line: Line<'a>, rest: String) {
        line.rest = rest.into();
        line.is_changed = true;
        self.was_text = !line.rest.trim().is_empty();
        self.pass(&line);
    }

    fn open_fence(&mut self, sign: u8, length: usize, quotes: usize, tag: Option<String>) {
        self.fence = Some(Fence {
            sign,
            length,
            depth: self.containers.len(),
            quotes,
            item: self.items.last().copied().unwrap_or(0),
            tag,
        });
        self.was_text = false;
    }

    /// Something that encloses lines begins here.
    fn open(&mut self, line: Line<'a>, opener: &Opener, at: usize, column: usize, quotes: usize) {
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
        let shown = match inline::rewrite(self.text, &shown, &mut State::default()) {
            Cow::Owned(shown) => shown,
            Cow::Borrowed(_) => shown,
        };
        self.write(line, shown);
        self.was_text = false;
        self.was_blank = true;
    }

    /// A line that ended something: it is empty, and what stood before it is not.
    fn close(&mut self, line: Line<'a>) {
        let before = self.before(line.source).into();
        self.blank(&Line { before, ..line });
    }

    /// What stands before an empty line now.
    fn before(&mut self, source: &str) -> String {
        let (marks, _) = quotes(source, 8);
        let mut before = source[..marks].to_owned();
        self.containers.enter(BLANK, &mut self.items, &mut before);
        before
    }

    fn heading(&mut self, line: Line<'a>, at: usize, level: usize) {
        let words = &line.rest[at + level..];
        let below = self.below();
        let found = heading::read(words);
        let mut id = found.id.or(self.pending.take());
        // Kramdown's address may stand on the next line.
        let listed = below
            .trim()
            .strip_prefix("{:")
            .and_then(|rest| rest.strip_suffix('}'));
        if let Some(listed) = listed.and_then(attributes::list) {
            id = id.or(listed.id);
            let length = self.text[self.end..]
                .find('\n')
                .unwrap_or(self.text.len() - self.end);
            self.state.read = self.end + length;
        }
        let text = match inline::rewrite(self.text, &found.text, &mut State::default()) {
            Cow::Owned(text) => text,
            Cow::Borrowed(text) => text.to_owned(),
        };
        let rest = match id {
            Some(id) => format!("{}{text} {{#{id}}}", &line.rest[..at + level]),
            None => format!("{}{text}", &line.rest[..at + level]),
        };
        if rest.trim_end() == line.rest.trim_end() {
            self.was_text = false;
            self.pass(&line);
        } else {
            self.write(line, rest);
            self.was_text = false;
        }
    }

    /// A line that is only anchors, right before a heading: its address.
    fn anchor(&mut self, body: &str) -> bool {
        let Some(place) = (body.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize) else {
            return false;
        };
        let Some(body) = self.text.get(place..place + body.len()) else {
            return false;
        };
        let Some((before, id, after)) = heading::anchor(body) else {
            return false;
        };
        let next = self.text[self.end..]
            .lines()
            .find(|line| !line.trim().is_empty());
        let is_heading = next.is_some_and(|next| {
            heading::level(next).is_some_and(|level| heading::read(&next[level..]).id.is_none())
        });
        if before.is_empty() && after.trim().is_empty() && is_heading {
            self.pending = Some(id);
            return true;
        }
        false
    }

    /// A line that is one thing alone: a tag of a template, a list of attributes, a place for a table of contents.
    fn lone(&mut self, line: &Line<'a>, at: usize, column: usize, quotes: usize) -> bool {
        let body = line.rest[at..].trim_end();
        let again = |line: &Line<'a>| Line {
            before: line.before.clone(),
            rest: line.rest.clone(),
            source: line.source,
            is_changed: true,
        };
        if is_contents(body, &self.text[self.end..]) {
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
        if !body.starts_with("{{") && !body.starts_with("{%") {
            return false;
        }
        let Some(tag) = template::read(body)
            .filter(|tag| tag.length == body.len() && (!self.state.raw || tag.name == "raw"))
        else {
            return false;
        };
        if tag.syntax == Syntax::Variable || matches!(tag.name, "raw" | "verbatim") {
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
    fn told(&mut self, line: Line<'a>, column: usize, quotes: usize) {
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
                let shown = match inline::rewrite(self.text, &shown, &mut State::default()) {
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

fn ending(source: &str) -> &str {
    &source[source.trim_end_matches(['\n', '\r']).len()..]
}

fn contains(line: &str, tag: &str) -> bool {
    let bytes = line.as_bytes();
    bytes
        .windows(tag.len())
        .any(|window| window.eq_ignore_ascii_case(tag.as_bytes()))
}

/// What ends a block of HTML in which nothing is Markdown.
fn no_markdown(body: &str) -> Option<&'static str> {
    const BLOCKS: [(&str, &str); 5] = [
        ("<script", "</script"),
        ("<style", "</style"),
        ("<pre", "</pre"),
        ("<textarea", "</textarea"),
        ("<svg", "</svg"),
    ];
    let begins = |(open, _): &&(&str, &str)| {
        body.get(..open.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(open))
            && !body[open.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    BLOCKS.iter().find(begins).map(|(_, end)| *end)
}

/// Whether a line only says where a table of contents is to stand.
fn is_contents(body: &str, below: &str) -> bool {
    let body = body.trim();
    if body.len() > 16 {
        return false;
    }
    let lower = body.to_ascii_lowercase();
    match lower.as_str() {
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "[_toc_]" | "{:toc}" | "{: toc}" | "{{toc}}"
        | "@[toc]" | "${toc}" => true,
        "* toc" | "- toc" | "1. toc" | "toc" => {
            below.trim_start_matches(['\n', ' ']).starts_with("{:toc")
        }
        _ => lower.ends_with("toc") && below.trim_start().starts_with("{:toc"),
    }
}

/// Whether a line looks like a definition of a link, and says something to the reader.
fn is_no_definition(body: &str) -> bool {
    let Some((label, rest)) = body[1..].split_once("]:") else {
        return false;
    };
    if label.is_empty() || label.starts_with('^') || label.contains(['[', ']']) {
        return false;
    }
    let rest = rest.trim();
    let Some(address) = rest.split_whitespace().next() else {
        return false;
    };
    let is_address = address.starts_with(['<', '#', '/', '.'])
        || address.starts_with("mailto:")
        || address.contains("://")
        || (address.contains(['.', '/', '#', ':'])
            && !address.contains(['。', '、', '（', '「', '：']))
        || address.starts_with("{{")
        || address.starts_with("{%");
    !is_address
}
