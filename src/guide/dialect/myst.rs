//! What `MyST` (Sphinx, Jupyter Book) has that no other generator has: roles, directives in fences and their options, comments.

mod role;

use std::borrow::Cow;

use self::role::{link, target};
use super::attributes::unquoted;
use super::heading;
use super::scan::{ends_fence, fence};
use crate::guide::markdown::kinds::{self, Kind};
use crate::text::single_spaced;

/// Directives whose content is code, and where none is said, its language.
const CODE: [(&str, &str); 11] = [
    ("code", ""),
    ("code-block", ""),
    ("code-cell", ""),
    ("sourcecode", ""),
    ("literalinclude", ""),
    ("parsed-literal", ""),
    ("prompt", ""),
    ("eval-rst", "rst"),
    ("math", "math"),
    ("mermaid", "mermaid"),
    ("testcode", ""),
];

/// Those of which readers see nothing that is written in them.
const SILENT: [&str; 9] = [
    "bibliography",
    "contents",
    "currentmodule",
    "index",
    "meta",
    "raw",
    "sectauthor",
    "tableofcontents",
    "tags",
];

/// Those that hold Markdown, and are no alerts.
const HOLDING: [&str; 22] = [
    "card",
    "card-carousel",
    "dropdown",
    "epigraph",
    "exercise",
    "figure-md",
    "full-width",
    "grid",
    "grid-item",
    "grid-item-card",
    "list-table",
    "margin",
    "only",
    "pull-quote",
    "sidebar",
    "solution",
    "tab-item",
    "tab-set",
    "table",
    "topic",
    "versionadded",
    "versionchanged",
];

/// A text in `MyST` with what others have, too, in the place of what is its own; borrowed where there is nothing of it.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !is_myst(text) {
        return Cow::Borrowed(text);
    }
    let mut pass = Pass {
        out: String::with_capacity(text.len() + text.len() / 16),
        open: Vec::new(),
        pending: None,
        running: 0,
        after_term: false,
    };
    for source in text.split_inclusive('\n') {
        let line = source.trim_end_matches(['\n', '\r']);
        pass.line(line);
        pass.out.push_str(&source[line.len()..]);
    }
    pass.begin();
    if pass.open.iter().all(|fence| fence.what.is_some()) {
        pass.roles();
    }
    Cow::Owned(pass.out)
}

/// Whether a text has a directive or a role that is `MyST`'s: braces behind backticks are also those of `R Markdown`, and braces
/// before them those of templates.
fn is_myst(text: &str) -> bool {
    let fences = ["```{", "~~~{", ":::{"].into_iter();
    let mut words = fences.flat_map(|sign| text.match_indices(sign));
    words.any(|(at, _)| directive(&text[at + 3..]).is_some_and(|(word, _)| what(word).is_some()))
        || role::is_any(text)
}

/// What a directive is called, and what stands behind it. `info` is what stands behind the signs.
fn directive(info: &str) -> Option<(&str, &str)> {
    let line = info.lines().next()?.trim();
    let (word, rest) = line.strip_prefix('{')?.split_once('}')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(&byte);
    let named = word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.bytes().all(is_name);
    named.then_some((word, rest.trim()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// In this language; empty where the argument says it.
    Code(&'static str),
    Silent,
    Holding,
    Glossary,
    Picture,
    Contents,
    /// A link that goes by what is written in it.
    Button,
}

/// What becomes of a directive, if it is known.
fn what(word: &str) -> Option<What> {
    let code = CODE.iter().find(|(name, _)| *name == word);
    match word {
        "toctree" => Some(What::Contents),
        "image" | "figure" => Some(What::Picture),
        "glossary" => Some(What::Glossary),
        "button-link" | "button-ref" => Some(What::Button),
        _ if SILENT.contains(&word) => Some(What::Silent),
        _ if HOLDING.contains(&word) || is_alert(word) => Some(What::Holding),
        _ => code.map(|&(_, language)| What::Code(language)),
    }
}

/// A fence that is open.
struct Fence {
    sign: u8,
    length: usize,
    /// `None` for code.
    what: Option<What>,
    /// The line that ends it, where that is shown otherwise.
    end: Option<String>,
}

/// A directive of which the options are still to come.
struct Pending {
    what: What,
    /// What stands before its signs.
    lead: String,
    /// The line that begins it, where that is shown.
    opener: String,
    argument: String,
    caption: Option<String>,
    alt: Option<String>,
    /// What it is known by, and where in the result its line begins.
    label: Option<String>,
    at: usize,
    is_hidden: bool,
    /// Its options stand between two lines of dashes, of which the first has been seen.
    in_dashes: bool,
    is_first: bool,
}

impl Pending {
    /// Takes a line that is one of its options.
    fn takes(&mut self, line: &str) -> bool {
        let line = line.trim();
        let is_first = std::mem::take(&mut self.is_first);
        if line == "---" && (is_first || self.in_dashes) {
            self.in_dashes = is_first;
            return true;
        }
        let option = if self.in_dashes {
            line.split_once(':')
        } else {
            // Some write two signs.
            let rest = line.strip_prefix("::").or_else(|| line.strip_prefix(':'));
            rest.and_then(|rest| rest.split_once(':'))
        };
        let Some((name, value)) = option else {
            return self.in_dashes;
        };
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            return self.in_dashes;
        }
        let value = unquoted(value.trim());
        match name {
            "caption" | "lineno-caption" => self.caption = Some(value.to_owned()),
            "alt" => self.alt = Some(value.to_owned()),
            "name" | "label" => self.label = Some(value.to_owned()),
            "hidden" => self.is_hidden = true,
            _ => {}
        }
        true
    }

    /// What its label leads to.
    fn anchor(&self) -> Option<String> {
        let label = self.label.as_ref().filter(|label| heading::is_id(label))?;
        Some(format!("<a id=\"{label}\"></a>"))
    }

    /// The line that stands for it.
    fn shown(&self) -> String {
        let caption = self.caption.as_deref();
        let shown = match (self.what, caption) {
            (What::Code(_), Some(caption)) => {
                format!("{} title=\"{}\"", self.opener, caption.replace('"', "'"))
            }
            (What::Code(_) | What::Holding, _) => self.opener.clone(),
            (What::Picture, _) => {
                let alt = self.alt.as_deref().unwrap_or_default();
                let anchor = self.anchor().unwrap_or_default();
                format!("{anchor}!{}", link(Some(alt), &self.argument))
            }
            (What::Contents, Some(caption)) if !self.is_hidden => format!("**{caption}**"),
            _ => return String::new(),
        };
        format!("{}{shown}", self.lead)
    }
}

struct Pass {
    out: String,
    open: Vec<Fence>,
    pending: Option<Pending>,
    /// Where running text began that may have roles.
    running: usize,
    /// The line before is a term of a glossary.
    after_term: bool,
}

impl Pass {
    fn line(&mut self, line: &str) {
        if let Some(pending) = &mut self.pending {
            if pending.takes(line) {
                return;
            }
            self.begin();
        }
        let body = line.trim_start();
        if let Some(fence) = self.open.last() {
            if ends_fence(line, fence.sign, fence.length) {
                return self.end(line);
            }
            match fence.what {
                None | Some(What::Code(_)) => return self.out.push_str(line),
                Some(What::Silent) => return,
                Some(What::Contents) => return self.listed(line),
                Some(What::Glossary) => return self.term(line),
                Some(What::Holding | What::Picture | What::Button) => {}
            }
        }
        if let Some((sign, length, info)) = opening(body) {
            return self.opens(line, sign, length, info);
        }
        let is_comment = line == "%" || line.starts_with("% ");
        let is_break = line.trim_end() == "+++" || line.starts_with("+++ {");
        if !is_comment && !is_break {
            self.out.push_str(line);
        }
    }

    fn opens(&mut self, line: &str, sign: u8, length: usize, info: &str) {
        let lead = &line[..line.len() - line.trim_start().len()];
        let named = directive(info);
        let known = named.and_then(|(word, argument)| Some((word, argument, what(word)?)));
        let Some((word, argument, what)) = known else {
            self.roles();
            self.out.push_str(line);
            // What stands between colons is Markdown.
            if sign != b':' {
                let what = None;
                let end = None;
                self.open.push(Fence {
                    sign,
                    length,
                    what,
                    end,
                });
            }
            return;
        };
        self.roles();
        // What it is known by, and not what it is called.
        let (argument, label) = match word {
            "figure-md" => ("", Some(argument.to_owned())),
            _ => (argument, None),
        };
        let colons = ":".repeat(length);
        let ticks = "`".repeat(length);
        // Alerts are known between backticks, too; what nobody knows holds Markdown, with its argument above it.
        let is_known = kinds::named(word).is_some();
        let stays = is_known && (sign == b':' || is_alert(word));
        let (opener, end) = match what {
            What::Code("") => (format!("{ticks}{argument}"), Some(ticks)),
            What::Code(language) => (format!("{ticks}{language}"), Some(ticks)),
            // Nothing stands around a figure.
            What::Holding if word == "figure-md" => (String::new(), Some(String::new())),
            What::Holding if stays => (line.trim_start().to_owned(), None),
            What::Holding => {
                let opener = match (is_known, argument) {
                    (true, _) => format!("{colons}{{{word}}} {argument}"),
                    (false, "") => format!("{colons}{{div}}"),
                    (false, _) if word.starts_with("version") => {
                        format!("{colons}{{details}} {word} {argument}")
                    }
                    (false, _) => format!("{colons}{{details}} {argument}"),
                };
                (opener, Some(colons))
            }
            What::Button => (String::new(), Some(argument.to_owned())),
            _ => (String::new(), Some(String::new())),
        };
        self.pending = Some(Pending {
            what,
            lead: lead.to_owned(),
            opener,
            argument: argument.to_owned(),
            caption: None,
            alt: None,
            label,
            at: self.out.len(),
            is_hidden: false,
            in_dashes: false,
            is_first: true,
        });
        let what = Some(what);
        self.open.push(Fence {
            sign,
            length,
            what,
            end,
        });
    }

    /// The options have ended: what they are about begins in the line of the last one, so that no line moves.
    fn begin(&mut self) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        if pending.what == What::Contents
            && pending.is_hidden
            && let Some(fence) = self.open.last_mut()
        {
            fence.what = Some(What::Silent);
        }
        self.insert(&pending.shown());
        // There is a line above it, since its label stands in one.
        if pending.what != What::Picture
            && let Some(anchor) = pending.anchor()
        {
            self.out
                .insert_str(pending.at, &format!("{}{anchor}", pending.lead));
        }
        self.running = self.out.len();
    }

    /// Writes at the end of the line before.
    fn insert(&mut self, text: &str) {
        let ending = match self.out.as_bytes() {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n'] => 1,
            _ => 0,
        };
        self.out.insert_str(self.out.len() - ending, text);
    }

    fn end(&mut self, line: &str) {
        let fence = self.open.pop();
        let is_text = |fence: &Fence| matches!(fence.what, Some(What::Holding | What::Picture));
        if fence.as_ref().is_some_and(is_text) {
            self.roles();
        }
        let lead = &line[..line.len() - line.trim_start().len()];
        if let Some(Fence {
            what: Some(What::Button),
            end: Some(target),
            ..
        }) = &fence
        {
            return self.button(lead, target);
        }
        match fence.and_then(|fence| fence.end) {
            Some(end) => {
                self.out.push_str(lead);
                self.out.push_str(&end);
            }
            None => self.out.push_str(line),
        }
        self.running = self.out.len();
    }

    /// A link of which the words stand in the lines before.
    fn button(&mut self, lead: &str, target: &str) {
        let inner = self.out.split_off(self.running);
        let words = single_spaced(&inner);
        let words = Some(words.as_str()).filter(|words| !words.is_empty());
        let link = format!("{lead}{}", shown_link(words, target));
        self.insert(&link);
        self.out.push_str(&"\n".repeat(inner.matches('\n').count()));
        self.running = self.out.len();
    }

    /// An entry of a table of contents, which leads to its page.
    fn listed(&mut self, line: &str) {
        let Some((text, target)) = entry(line) else {
            return;
        };
        self.out.push_str("- ");
        self.out.push_str(&shown_link(text, target));
        self.running = self.out.len();
    }

    /// A line of a glossary: a term, or farther in what it means.
    fn term(&mut self, line: &str) {
        let is_inner = line.starts_with([' ', '\t']);
        match line.trim_start() {
            meaning if is_inner && std::mem::take(&mut self.after_term) => {
                self.out.push_str(": ");
                self.out.push_str(meaning);
            }
            _ => self.out.push_str(line),
        }
        self.after_term |= !is_inner && !line.trim().is_empty();
    }

    /// What the roles in the running text mean that has ended here.
    fn roles(&mut self) {
        if let Some(changed) = role::resolve(&self.out[self.running..]) {
            self.out.truncate(self.running);
            self.out.push_str(&changed);
        }
        self.running = self.out.len();
    }
}

/// A link; one abroad without words is shown as it is.
fn shown_link(words: Option<&str>, target: &str) -> String {
    match words {
        None if target.contains("://") => format!("<{target}>"),
        words => link(words, target),
    }
}

/// The signs with which a fence begins, and what stands behind them.
fn opening(body: &str) -> Option<(u8, usize, &str)> {
    if let Some((sign, length)) = fence(body) {
        return Some((sign, length, &body[length..]));
    }
    let rest = body.trim_start_matches(':');
    let length = body.len() - rest.len();
    (length > 2 && rest.starts_with('{')).then_some((b':', length, rest))
}

fn is_alert(word: &str) -> bool {
    matches!(kinds::named(word), Some(Kind::Alert(_)))
}

/// An entry of a `toctree`: what it is called there, and where it leads. What only describes entries is none.
pub(in crate::guide) fn entry(line: &str) -> Option<(Option<&str>, &str)> {
    let line = line.trim();
    if line.is_empty() || line == "self" || line.starts_with(':') || line.contains('*') {
        return None;
    }
    Some(target(line))
}

#[cfg(test)]
mod tests;
