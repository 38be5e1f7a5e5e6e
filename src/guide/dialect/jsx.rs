//! Components and expressions in Markdown (MDX, Vue): statements and expressions away, what components enclose told to the
//! next pass by lines that begin with a joiner, their words kept. HTML stays, for whoever reads that.

mod data;
mod elements;
mod html;
mod signs;
mod tag;

use std::borrow::Cow;
use std::collections::HashMap;

use self::tag::Tag;
use super::JOINER;
use super::output::Output;
use super::scan::{ends_fence, fence, marker, near, short_line};

/// A text without what only a program reads.
pub(super) fn resolve(text: &str, is_mdx: bool) -> Cow<'_, str> {
    let is_mdx = is_mdx || signs::looks_like_mdx(text);
    if !signs::has_components(text)
        && !(is_mdx
            && (text.contains(['{', '<']) || text.contains("import ") || text.contains("export ")))
    {
        return Cow::Borrowed(text);
    }
    Jsx::read(text, is_mdx, 0)
}

/// The title that a text's first element gives the whole, where that is none of HTML's, and the text without it.
pub(in crate::guide) fn opening_title(text: &str) -> Option<(&str, String)> {
    let start = text.len() - text.trim_start().len();
    let tag = tag::read(&text[start..]).ok()?;
    // An alert has a title of its own.
    let is_own = tag.is_component() || tag.name.contains('-');
    let names_all = is_own && !tag.is_end && tag.kind().is_none();
    let title = tag.get("title").filter(|_| names_all)?;
    let written = ["\"", "'"].map(|quote| format!("title={quote}{title}{quote}"));
    let (tag, rest) = text.split_at(start + tag.length);
    let tag = written
        .iter()
        .fold(tag.to_owned(), |tag, written| tag.replacen(written, "", 1));
    Some((title, tag + rest))
}

struct Jsx<'a> {
    text: &'a str,
    is_mdx: bool,
    at: usize,
    out: Output<'a>,
    /// Components that have become links.
    links: Vec<&'a str>,
    /// Elements of HTML that are open and hold Markdown.
    holders: Vec<&'a str>,
    /// What stands alone on its line here, one below the other.
    row: Option<&'a str>,
    /// Where the text has its last end tag of a name.
    ends: HashMap<&'a str, Option<usize>>,
    /// So many bytes may still be read in vain.
    failed: usize,
    /// Where the line begins that is being read.
    line_start: usize,
    /// Something of this line is shown that stands in the place of a component.
    has_shown: bool,
    /// A block of HTML is open.
    in_html: bool,
    depth: usize,
}

impl<'a> Jsx<'a> {
    /// A text that stands so deep in others.
    fn read(text: &'a str, is_mdx: bool, depth: usize) -> Cow<'a, str> {
        let mut jsx = Self {
            text,
            is_mdx,
            at: 0,
            out: Output::new(text),
            links: Vec::new(),
            holders: Vec::new(),
            row: None,
            ends: HashMap::new(),
            failed: 4 * text.len(),
            line_start: 0,
            has_shown: false,
            in_html: false,
            depth,
        };
        jsx.run();
        jsx.out.finish()
    }

    fn run(&mut self) {
        let mut open: Option<(u8, usize)> = None;
        let mut math = false;
        while self.at < self.text.len() {
            let start = self.at;
            self.line_start = start;
            self.has_shown = false;
            let end = self.text[start..]
                .find('\n')
                .map_or(self.text.len(), |end| start + end + 1);
            let line = &self.text[start..end];
            let mut body = line.trim_start_matches([' ', '\t', '>']);
            if let Some((sign, length)) = open {
                if ends_fence(body, sign, length) {
                    open = None;
                }
                self.keep(end);
                continue;
            }
            while let Some(length) = marker(body) {
                body = body
                    .get(length..)
                    .unwrap_or_default()
                    .trim_start_matches(' ');
            }
            open = fence(body);
            math ^= body.trim_end() == "$$";
            self.in_html = self.is_mdx
                && !body.trim().is_empty()
                && (self.in_html || html::begins_block(body));
            if open.is_some() || math {
                self.keep(end);
            } else if let Some(end) = self.verbatim(body, start) {
                self.keep(end);
            } else if self.is_mdx && self.statement(line, start) {
                // It is away, and its lines are empty.
            } else {
                self.line(end);
            }
        }
    }

    fn keep(&mut self, end: usize) {
        self.out.keep(&self.text[self.at..end], end);
        self.at = end;
    }

    /// Leaves everything up to an offset away but the ends of its lines, and writes something in its place.
    fn replace(&mut self, end: usize, text: &str) {
        self.out.write(text);
        self.has_shown |= !text.is_empty() && !text.starts_with(JOINER);
        let lines = self.text[self.at..end].matches('\n').count();
        self.out.write(&"\n".repeat(lines));
        self.at = end;
    }

    /// Where something ends in which nothing is Markdown.
    fn verbatim(&mut self, body: &str, start: usize) -> Option<usize> {
        let name = ["script", "style", "pre", "textarea"]
            .into_iter()
            .find(|name| {
                body.strip_prefix('<')
                    .and_then(|rest| rest.strip_prefix(name))
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
            })?;
        let end = self.text[start..].find(&format!("</{name}"))?;
        let line = self.text[start + end..].find('\n');
        Some(line.map_or(self.text.len(), |line| start + end + line + 1))
    }

    /// An `import` or `export`, up to the line on which all its brackets are closed.
    fn statement(&mut self, line: &str, start: usize) -> bool {
        let is_statement = (line.starts_with("import ") && signs::is_import(line))
            || (line.starts_with("export ") && signs::is_export(line));
        if !is_statement {
            return false;
        }
        let mut depth = 0_i32;
        let mut end = start;
        for line in self.text[start..].split_inclusive('\n') {
            if line.trim().is_empty() && depth <= 0 {
                break;
            }
            for byte in line.bytes() {
                depth += match byte {
                    b'{' | b'(' | b'[' => 1,
                    b'}' | b')' | b']' => -1,
                    _ => 0,
                };
            }
            end += line.len();
            let goes_on = line
                .trim_end()
                .ends_with(['=', ',', '(', '>', '+', '?', ':']);
            if depth <= 0 && !goes_on {
                break;
            }
        }
        self.replace(end, "");
        true
    }

    /// A line of Markdown, and what goes on in the next ones.
    fn line(&mut self, end: usize) {
        let mut is_start = true;
        while self.at < end {
            let rest = &self.text[self.at..end];
            if self.in_html && html::is_marked(html::running(rest)) {
                let running = html::running(rest);
                self.out.write(&html::of_markdown(running));
                self.at += running.len();
                is_start = false;
                continue;
            }
            let Some(next) = rest.find(['`', '<', '{', '\\']) else {
                self.keep(end);
                return;
            };
            is_start &= is_lead(&rest[..next]);
            self.keep(self.at + next);
            let rest = &self.text[self.at..end];
            match rest.as_bytes()[0] {
                b'\\' => {
                    let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                    self.keep(self.at + length);
                }
                b'`' => self.code(rest),
                b'<' => self.angle(is_start),
                _ => self.brace(),
            }
            if self.at < end {
                is_start &= self.text[..self.at].ends_with('>') || is_lead(rest);
            }
        }
    }

    fn code(&mut self, rest: &str) {
        let length = rest.bytes().take_while(|&byte| byte == b'`').count();
        let signs = &rest[..length];
        let mut from = length;
        let near = near(rest, 1_000);
        while let Some(found) = near.get(from..).and_then(|near| near.find(signs)) {
            let start = from + found;
            let run = rest[start..]
                .bytes()
                .take_while(|&byte| byte == b'`')
                .count();
            if run == length {
                self.keep(self.at + start + length);
                return;
            }
            from = start + run;
        }
        self.keep(self.at + length);
    }

    fn angle(&mut self, is_start: bool) {
        let rest = &self.text[self.at..];
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            self.keep(self.at + end);
            return;
        }
        if self.is_mdx && (rest.starts_with("<>") || rest.starts_with("</>")) {
            let length = if rest.starts_with("<>") { 2 } else { 3 };
            self.replace(self.at + length, "");
            return;
        }
        // The address of a link may stand in such brackets.
        if self.text[..self.at].ends_with("](")
            && let Some(end) = short_line(rest).and_then(|line| line.find(">)"))
        {
            self.keep(self.at + end);
            return;
        }
        let Some(tag) = self.tag() else {
            self.keep(self.at + 1);
            return;
        };
        if tag.is_component() {
            self.component(&tag, is_start);
        } else if self.is_mdx {
            self.html(&tag, is_start);
        } else if !self.markdown_in_html(&tag, is_start) {
            // HTML of several lines is left as it is.
            self.keep(self.at + 1);
        }
    }

    fn tag(&mut self) -> Option<Tag<'a>> {
        if self.failed == 0 {
            return None;
        }
        match tag::read(&self.text[self.at..]) {
            Ok(tag) => Some(tag),
            Err(read) => {
                self.failed = self.failed.saturating_sub(read);
                None
            }
        }
    }

    /// Whether the line begins with signs of a container, behind which braces hold its attributes.
    fn is_container(&self) -> bool {
        let line = &self.text[self.line_start..];
        line.trim_start_matches([' ', '\t', '>']).starts_with("::")
    }

    /// An expression: a text in quotes is shown, and elements in it.
    fn brace(&mut self) {
        let rest = &self.text[self.at..];
        let is_other = rest.starts_with("{#")
            || rest.starts_with("{{")
            || rest.starts_with("{%")
            || rest.starts_with("{:")
            || self.is_container();
        if !self.is_mdx || is_other || self.failed == 0 {
            let length = if rest.starts_with("{{") { 2 } else { 1 };
            self.keep(self.at + length);
            return;
        }
        let inner = match tag::braces(rest) {
            Ok(inner) => inner,
            Err(read) => {
                self.failed = self.failed.saturating_sub(read);
                self.keep(self.at + 1);
                return;
            }
        };
        let end = self.at + inner.len() + 2;
        let is_heading = self.text[self.line_start..].starts_with('#');
        let ends_line = short_line(&self.text[end..]).is_some_and(|line| line.trim().is_empty());
        let trimmed = inner.trim();
        if let Some(id) = trimmed
            .strip_prefix("/*")
            .and_then(|rest| rest.strip_suffix("*/"))
        {
            let id = id.trim();
            let is_id =
                is_heading && ends_line && !id.is_empty() && !id.contains(char::is_whitespace);
            let written = if is_id {
                format!("{{#{id}}}")
            } else {
                String::new()
            };
            self.replace(end, &written);
            return;
        }
        if let Some(text) = tag::literal(trimmed) {
            self.replace(end, &escaped(text));
            return;
        }
        match self.markup(trimmed) {
            Some(shown) => {
                let lines = shown.matches('\n').count();
                let all = inner.matches('\n').count();
                self.out.write(&shown);
                self.out.write(&"\n".repeat(all.saturating_sub(lines)));
                self.at = end;
            }
            None => self.replace(end, ""),
        }
    }
}

/// Markup on its own.
fn resolve_nested(text: &str, depth: usize) -> String {
    Jsx::read(text, true, depth).into_owned()
}

/// Whether only what begins lines stands here: white space, quotes, markers of lists.
fn is_lead(text: &str) -> bool {
    text.bytes()
        .all(|byte| b" \t>-*+".contains(&byte) || byte.is_ascii_digit() || byte == b'.')
        && !text.trim().ends_with(|c: char| c.is_ascii_digit())
}

/// A text that is no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
    }
    escaped
}
