//! What becomes of components and of the elements of HTML between them.

use super::tag::{self, Tag};
use super::{Jsx, data, is_lead, resolve_nested};
use crate::guide::dialect::JOINER;
use crate::guide::dialect::scan::short_line;
use crate::guide::markdown::kinds::{self, Kind};
use crate::text::single_spaced;

/// What is never shown, and makes running text of the line that it begins.
const BARRIER: &str = "\u{200b}";

impl<'a> Jsx<'a> {
    /// Whether nothing else stands on the line behind a tag.
    fn ends_line(&self, length: usize) -> bool {
        let line = short_line(&self.text[self.at + length..]).map(str::trim);
        line.is_some_and(|line| line.is_empty() || only_tags(line))
    }

    /// Whether an element of HTML is all that follows there on the line. Without the tag before it a block of HTML would begin
    /// there, in which nothing is Markdown.
    fn encloses_html(&self, from: usize) -> bool {
        let Some(line) = short_line(&self.text[from..]) else {
            return false;
        };
        let name = line.strip_prefix('<').unwrap_or_default();
        let name = &name[..name.bytes().take_while(u8::is_ascii_lowercase).count()];
        !name.is_empty() && line.contains(&format!("</{name}>"))
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
        if is_start && self.encloses_html(end) {
            self.out.write(BARRIER);
        }
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
        let words = tag.title();
        if !tag.ends_itself && is_alone && self.has_end(tag.name) {
            let kind = tag.kind().unwrap_or(if words.is_empty() {
                Kind::Plain
            } else {
                Kind::Titled
            });
            self.replace(end, &told(kind, tag.name, &words));
            return;
        }
        // One that encloses nothing, with an end tag all the same.
        let behind = self.text[end..].strip_prefix("</");
        let close = behind.and_then(|rest| rest.strip_prefix(tag.name)?.strip_prefix('>'));
        if close.is_some() && !tag.is_bare() {
            let end = end + tag.name.len() + "</>".len();
            let is_alone = is_start
                && short_line(&self.text[end..]).is_some_and(|line| line.trim().is_empty());
            return self.show(tag, end, is_alone);
        }
        if tag.ends_itself || !self.has_end(tag.name) {
            let is_written = tag.is_bare() && !tag.ends_itself;
            if is_written {
                // A word in angle brackets, or something generic.
                self.out.write("\\");
                self.keep(end);
            } else {
                self.show(tag, end, is_alone);
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
        let address = tag.get("href").or(tag.get("to"));
        let is_link = tag.name.to_ascii_lowercase().contains("link");
        if let Some(address) = address.filter(|_| !words.is_empty() && !is_link) {
            // What it encloses says more of what it leads to.
            self.replace(end, &format!("<a href=\"{address}\">{words}</a> "));
            return;
        }
        if let Some(address) = address {
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

    /// An element of HTML that says of itself that it holds Markdown, or the end of one.
    pub(super) fn markdown_in_html(&mut self, tag: &Tag<'a>, is_start: bool) -> bool {
        let end = self.at + tag.length;
        if is_start && !tag.is_end && !self.holders.is_empty() && RUNNING.contains(&tag.name) {
            // Alone on its line it would begin a block of HTML.
            if matches!(tag.name, "small" | "span") && self.ends_line(tag.length) {
                self.replace(end, "");
                return true;
            }
            self.out.write(BARRIER);
            return false;
        }
        if tag.is_end {
            let is_open = self.holders.last() == Some(&tag.name);
            if !is_open || !is_start || !self.ends_line(tag.length) {
                return false;
            }
            self.holders.pop();
            self.replace(end, &format!("{JOINER}-{}", tag.name));
        } else if !is_start || !tag.holds_markdown() {
            return false;
        } else if self.ends_line(tag.length) && self.has_end(tag.name) {
            self.holders.push(tag.name);
            self.replace(end, &told(Kind::Plain, tag.name, ""));
        } else {
            self.replace(end, BARRIER);
        }
        true
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

    /// Whether it stands among others of its name, one below the other: each is an entry of a list.
    fn is_in_row(&mut self, tag: &Tag<'a>, end: usize) -> bool {
        let next = self.text[end..].trim_start().strip_prefix('<');
        let next = next.and_then(|next| next.strip_prefix(tag.name));
        let goes_on = next.is_some_and(|next| next.starts_with(char::is_whitespace));
        let began = self.row == Some(tag.name);
        let lead = self.text[self.line_start..self.at].trim_matches(['>', ' ', '\t']);
        // In a block of HTML, or in a paragraph, there is no list.
        let above = self.text[..self.line_start].trim_end_matches('\n');
        let above = above.rsplit('\n').next().unwrap_or(above).trim();
        let is_apart = self.text[..self.line_start].ends_with("\n\n")
            || above.is_empty()
            || tag::read(above).is_ok_and(|above| above.is_component());
        let is_listed = (began || goes_on && is_apart) && lead.is_empty();
        self.row = (is_listed && goes_on).then_some(tag.name);
        is_listed
    }

    /// Puts in the place of a component the block of code that it is given, if that needs no more lines than it has.
    fn code_block(&mut self, tag: &Tag<'a>, end: usize) -> bool {
        let Some((code, language)) = tag.code() else {
            return false;
        };
        let lead = &self.text[self.line_start..self.at];
        let lines = self.text[self.at..end].matches('\n').count();
        let needed = code.matches('\n').count() + 2;
        let is_fit = needed <= lines && lead.trim().is_empty() && tag.words().is_empty();
        if !is_fit || code.contains("````") {
            return false;
        }
        // What a template of JavaScript has to keep apart from its own signs.
        let code = code.replace("\\`", "`").replace("\\${", "${");
        let mut block = format!("````{language}\n");
        for line in code.lines() {
            block.push_str(lead);
            block.push_str(line);
            block.push('\n');
        }
        block.push_str(lead);
        block.push_str("````");
        self.out.write(&block);
        self.out.write(&"\n".repeat(lines - needed));
        self.has_shown = true;
        self.at = end;
        true
    }

    /// Puts in the place of a component that encloses nothing what it shows: its words, and those of its values that are
    /// sentences, elements or lists. A list has a line for each of its entries if there are as many.
    fn show(&mut self, tag: &Tag<'a>, end: usize, is_alone: bool) {
        if tag.is_hidden() {
            return self.replace(end, "");
        }
        if let Some(html) = tag.html().and_then(data::html) {
            return self.replace(end, &html);
        }
        if is_alone && self.code_block(tag, end) {
            return;
        }
        let mut shown = tag.shown();
        if is_alone && !shown.is_empty() && self.is_in_row(tag, end) {
            shown.insert_str(0, "- ");
        }
        let mut listed = Vec::new();
        for expression in tag.expressions() {
            let entries = data::entries(expression);
            if entries.is_empty()
                && let Some(markup) = self.markup(expression)
            {
                shown.push(' ');
                shown.push_str(&single_spaced(&markup));
            }
            listed.extend(entries);
        }
        let lines = self.text[self.at..end].matches('\n').count();
        if listed.is_empty() {
            if shown.is_empty() && !is_alone {
                shown = tag.short_words();
            }
            return self.replace(end, &shown);
        }
        if let (true, Some(name)) = (shown.is_empty(), tag.get("name")) {
            shown = format!("<code>{name}</code>");
        }
        if is_alone && listed.len() + 2 <= lines {
            self.out.write(&shown);
            self.out.write("\n\n");
            for entry in &listed {
                self.out.write(&format!("- {entry}\n"));
            }
            self.out.write(&"\n".repeat(lines - listed.len() - 2));
            self.has_shown = true;
            self.at = end;
        } else {
            let listed = listed.join("; ");
            self.replace(end, format!("{shown} {listed}").trim_start());
        }
    }
}

/// Elements of HTML that stand in running text.
const RUNNING: [&str; 8] = ["a", "b", "code", "em", "img", "small", "span", "strong"];

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
