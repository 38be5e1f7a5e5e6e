//! What becomes of components and of the elements of HTML between them.

use super::tag::{self, Tag};
use super::{Jsx, is_lead, resolve_nested};
use crate::guide::dialect::JOINER;
use crate::guide::dialect::scan::short_line;
use crate::guide::markdown::kinds::{self, Kind};

impl<'a> Jsx<'a> {
    /// Whether nothing else stands on the line behind a tag.
    fn ends_line(&self, length: usize) -> bool {
        let line = short_line(&self.text[self.at + length..]).map(str::trim);
        line.is_some_and(|line| line.is_empty() || only_tags(line))
    }

    fn has_end(&mut self, name: &'a str) -> bool {
        let text = self.text;
        let last = self
            .ends
            .entry(name)
            .or_insert_with(|| text.rfind(&format!("</{name}")));
        last.is_some_and(|last| last > self.at)
    }

    pub(super) fn component(&mut self, tag: &Tag<'a>, is_start: bool) {
        let end = self.at + tag.length;
        let is_alone = is_start && !self.has_shown && self.ends_line(tag.length);
        if tag.is_end {
            if is_alone {
                self.replace(end, &format!("{JOINER}-{}", tag.name));
            } else if self.links.contains(&tag.name) {
                self.replace(end, "</a>");
            } else {
                self.replace(end, "");
            }
            return;
        }
        let words = tag.words();
        if !tag.ends_itself && is_alone && self.has_end(tag.name) {
            let kind = tag.kind().unwrap_or(if words.is_empty() {
                Kind::Plain
            } else {
                Kind::Titled
            });
            self.replace(end, &told(kind, tag.name, &words));
            return;
        }
        if tag.ends_itself || !self.has_end(tag.name) {
            let is_written = tag.is_bare() && !tag.ends_itself;
            if is_written {
                // A word in angle brackets, or something generic.
                self.out.write("\\");
                self.keep(end);
            } else {
                let shown = self.shown(tag);
                self.replace(end, &shown);
            }
            return;
        }
        if let Some(kind) = tag.kind().filter(|_| is_start)
            && let Some(inner) = self.inner_on_line(tag)
        {
            let mark = match kind {
                Kind::Alert(kind) => kinds::word(kind),
                Kind::Titled | Kind::Plain => "details",
            };
            let title = if words.is_empty() {
                String::new()
            } else {
                format!("**{words}** ")
            };
            let close = self.text[end + inner..]
                .find('>')
                .map_or(end + inner, |close| end + inner + close + 1);
            self.replace(end, &format!("> [!{mark}]> {title}"));
            self.inner(end + inner);
            self.replace(close, "");
            return;
        }
        if let Some(address) = tag.get("href").or(tag.get("to")) {
            if !self.links.contains(&tag.name) && self.links.len() < 32 {
                self.links.push(tag.name);
            }
            self.replace(end, &format!("<a href=\"{address}\">"));
            return;
        }
        self.replace(end, &words);
        if !words.is_empty() {
            self.out.write(" ");
        }
    }

    /// How long what a tag encloses is, if that ends with the line.
    fn inner_on_line(&self, tag: &Tag<'_>) -> Option<usize> {
        let rest = &self.text[self.at + tag.length..];
        let line = short_line(rest)?;
        let inner = line.trim_end().strip_suffix('>')?;
        let at = inner.rfind("</")?;
        (inner[at + 2..].trim() == tag.name).then_some(at)
    }

    /// What a component encloses on its line.
    fn inner(&mut self, end: usize) {
        self.depth += 1;
        if self.depth > 8 {
            self.keep(end);
        } else {
            self.line(end);
        }
        self.depth -= 1;
    }

    /// HTML in MDX: there is Markdown in what only arranges; values in braces are put into quotes.
    pub(super) fn html(&mut self, tag: &Tag<'a>, is_start: bool) {
        let end = self.at + tag.length;
        let is_alone = is_start && self.ends_line(tag.length);
        if ARRANGING.contains(&tag.name) && (is_alone || tag.name == "span") {
            if tag.ends_itself || !is_alone {
                self.replace(end, "");
            } else if tag.is_end {
                self.replace(end, &format!("{JOINER}-{}", tag.name));
            } else if self.has_end(tag.name) {
                self.replace(end, &told(Kind::Plain, tag.name, ""));
            } else {
                self.replace(end, "");
            }
            return;
        }
        let opens_line = is_lead(&self.text[self.line_start..self.at]) && !tag.is_end;
        if ARRANGING.contains(&tag.name) && opens_line {
            // What stands behind it on the line is Markdown; its end tag says nothing any more.
            self.replace(end, "");
            return;
        }
        if tag.name == "details" && is_alone {
            if tag.is_end {
                self.replace(end, &format!("{JOINER}-details"));
                return;
            }
            if let Some((words, summary)) = self.summary(end) {
                self.replace(summary, &told(Kind::Titled, "details", words));
                return;
            }
        }
        if tag.is_simple() && !self.text[self.at..end].contains('\n') {
            self.keep(end);
            return;
        }
        let written = tag.as_html();
        self.replace(end, &written);
    }

    /// The summary that follows a tag at once: its words, and where it ends.
    fn summary(&self, from: usize) -> Option<(&'a str, usize)> {
        let rest = &self.text[from..];
        let inner = rest.trim_start();
        let words = inner.strip_prefix("<summary>")?;
        let end = words.find("</summary>").filter(|&end| end < 500)?;
        let found = words[..end].trim();
        let is_plain = !found.contains(['\n', '<', '{']);
        let end = from + (rest.len() - words.len()) + end + "</summary>".len();
        is_plain.then_some((found, end))
    }

    /// What the elements in an expression show.
    pub(super) fn markup(&self, expression: &str) -> Option<String> {
        let (from, to) = expression.find('<').zip(expression.rfind('>'))?;
        let is_markup = from < to && self.depth < 4;
        is_markup.then(|| resolve_nested(&expression[from..=to], self.depth + 1))
    }

    /// What a component shows that encloses nothing: its words, and those of its values that are sentences or elements.
    fn shown(&self, tag: &Tag<'_>) -> String {
        if tag.is_hidden() {
            return String::new();
        }
        let mut shown = tag.shown();
        for expression in tag.expressions() {
            if let Some(markup) = self.markup(expression) {
                shown.push(' ');
                shown.push_str(&markup.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        shown
    }
}

/// Elements of HTML that only arrange: in MDX there is Markdown in them.
const ARRANGING: [&str; 14] = [
    "div",
    "section",
    "p",
    "span",
    "center",
    "article",
    "figure",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "figcaption",
    "small",
];

/// What is told to the next pass.
fn told(kind: Kind, name: &str, title: &str) -> String {
    let word = match kind {
        Kind::Alert(kind) => kinds::word(kind),
        Kind::Titled => "details",
        Kind::Plain => "div",
    };
    let title = title.replace(['\n', JOINER], " ");
    format!("{JOINER}+{word};{name};{title}")
}

/// Whether a line holds nothing but tags of components.
fn only_tags(line: &str) -> bool {
    let mut rest = line;
    while !rest.is_empty() {
        match tag::read(rest) {
            Ok(tag) if (tag.is_end || tag.is_component()) && !tag.ends_itself => {
                rest = rest[tag.length..].trim_start();
            }
            _ => return false,
        }
    }
    true
}
