//! The walk over the lines of a text: code and comments stay, what encloses others becomes quotes, the rest is rewritten.

mod colons;
mod components;
mod enclosing;
mod headings;
mod running;
mod signs;

use std::borrow::Cow;
use std::collections::HashMap;

use super::containers::Containers;
use super::inline::State;
use super::openers::{self, End, Sign};
use super::output::Output;
use super::scan::{ends_fence, fence, indent, marker, quotes};
use super::template;
use super::{Braces, JOINER, heading, japanese};
use running::abbreviation;

/// Rewrites a text in which nothing is left that a line cannot say.
pub(super) fn rewrite(text: &str, braces: Braces) -> Cow<'_, str> {
    let mut lines = Lines {
        text,
        braces,
        end: 0,
        out: Output::new(text),
        containers: Containers::default(),
        items: Vec::new(),
        fence: None,
        html: None,
        hidden: None,
        state: State::of(braces),
        was_blank: true,
        was_text: false,
        in_code: false,
        pending: None,
        ends: HashMap::new(),
        blanks: Vec::new(),
        has_left: false,
        set: 0,
        has_components: false,
        ending_more: colons::ending_more(text),
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
    braces: Braces,
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
    /// So many lines say only how a component is to be.
    set: usize,
    /// Something with two colons has been seen.
    has_components: bool,
    /// The lines of colons that end so many things more, by where they end.
    ending_more: HashMap<usize, usize>,
}

/// The sign of a block of formulas.
const FORMULA: u8 = b'$';

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
        if self.set > 0 {
            self.set -= 1;
            self.blank(&line);
        } else if self.state.comment {
            self.state.comment = !line.rest.contains("-->");
            self.pass(&line);
        } else if let Some(end) = self.hidden {
            if line.rest.contains(end) {
                self.hidden = None;
            }
            self.blank(&line);
        } else if let Some(end) = self.html {
            if signs::contains(&line.rest, end) {
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
        let is_end = match &fence.tag {
            Some(tag) => template::read(line.rest.trim())
                .is_some_and(|found| found.is_end && found.name == tag),
            None => ends_fence(&line.rest, fence.sign, fence.length),
        };
        if is_end {
            if fence.tag.is_some() || fence.sign == FORMULA {
                let lead = line.rest.len() - line.rest.trim_start().len();
                line.rest = format!("{}````", &line.rest[..lead]).into();
                line.is_changed = true;
            }
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
        if line.rest.starts_with("\\[!") && line.before.trim_end().ends_with('>') {
            // Programs that tidy Markdown escape what they do not know.
            let mark = line.rest[1..].trim_end().trim_end_matches('\\');
            if mark.ends_with(']') {
                line.rest = mark.to_owned().into();
                line.is_changed = true;
            }
        }
        let columns = indent(&line.rest);
        while self.items.last().is_some_and(|&item| columns < item) {
            self.items.pop();
        }
        let item = self.items.last().copied().unwrap_or(0);
        if self.braces != Braces::Expressions
            && columns >= item + 4
            && (self.was_blank || self.in_code)
            && !self.was_text
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
            let end = End::Fence(sign, length);
            let info = &body[length..];
            if info.trim().is_empty() && self.containers.end(&end, &mut self.items) {
                return self.close(line);
            }
            if let Some(Sign::Opens(mut opener)) = openers::fenced(info, end) {
                if info.trim_start().starts_with("ad-") {
                    self.settings_of_fence(&mut opener.title);
                }
                return self.open(line, &opener, at, column, quotes);
            }
            self.open_fence(sign, length, quotes, None);
            self.pass(&line);
            return;
        }
        if body.trim_end() == "$$" && self.has_formula() {
            self.open_fence(FORMULA, 2, quotes, None);
            let rest = format!("{}````math", &line.rest[..at]);
            self.write(line, rest);
            self.was_text = false;
            return;
        }
        if body.starts_with('<') {
            if let Some(end) = signs::no_markdown(body) {
                if !signs::contains(body, end) {
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
        if let Some(id) = heading::label(body) {
            if self.anchor(body) {
                self.blank(&line);
            } else {
                let rest = format!("{}<a id=\"{id}\"></a>", &line.rest[..at]);
                self.write(line, rest);
            }
            return;
        }
        let needs_next = body.starts_with(['!', '?']);
        let next = if needs_next { self.below() } else { "" };
        match openers::read(body, next) {
            Some(Sign::Opens(mut opener)) => {
                if matches!(opener.end, End::Colons(_)) {
                    self.has_components |= opener.end == End::Colons(2);
                    self.settings(&mut opener.title);
                }
                return self.open(line, &opener, at, column, quotes);
            }
            Some(Sign::Closes(end)) => {
                let is_open = self.end_containers(&end);
                if is_open || end != End::Colons(2) {
                    // What stood before the line belongs to what has ended.
                    return self.close(line);
                }
            }
            Some(Sign::Words(mut words)) => {
                self.has_components = true;
                self.settings(&mut words);
                let rest = format!("{}{words}", &line.rest[..at]);
                return self.write(line, rest);
            }
            Some(Sign::Names(name)) => {
                let below = self.text[self.end..].lines();
                let farther = |line: &&str| {
                    !line.trim().is_empty() && (line.starts_with("    ") || line.starts_with('\t'))
                };
                self.set = below.take_while(farther).count();
                let rest = format!("{}`{name}`", &line.rest[..at]);
                return self.write(line, rest);
            }
            None => {}
        }
        if let Some((word, meaning)) = abbreviation(body) {
            let rest = format!("{}- **{word}**: {meaning}", &line.rest[..at]);
            return self.write(line, rest);
        }
        if self.is_part_of_component(body.trim_end()) {
            return self.close(line);
        }
        let Some(line) = self.tab(line, at, column, quotes) else {
            return;
        };
        let body = &line.rest[at..];
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
}

fn ending(source: &str) -> &str {
    &source[source.trim_end_matches(['\n', '\r']).len()..]
}
