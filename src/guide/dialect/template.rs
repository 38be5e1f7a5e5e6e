//! Tags of Hugo (`{{< x >}}`, `{{% x %}}`), Liquid (`{% x %}`) and variables (`{{ x }}`).

use super::attributes::Attributes;
use super::scan::{near, outside_code};
use crate::guide::literal::Literal;
use crate::guide::markdown::kinds::{self, Kind};
use pulldown_cmark::BlockQuoteKind;

/// A tag is no longer than this, in bytes.
const LONGEST: usize = 2_000;

/// So far the end of a value is looked for, in bytes.
const LONGEST_NAME: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Shortcode,
    Liquid,
    Variable,
}

/// What stands between two pairs of braces, to a program that fills in values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing: it is shown as it is written.
    Words,
    /// A name alone, which any other program shows, like `{{ Front }}` in a manual of flash cards.
    Name,
    Computed,
}

/// What is no name in any of these languages.
const KEYWORDS: [&str; 8] = ["and", "or", "not", "in", "is", "if", "else", "for"];

pub(super) struct Tag<'a> {
    pub syntax: Syntax,
    pub name: &'a str,
    pub is_end: bool,
    pub ends_itself: bool,
    /// All of it, and everything behind the name.
    inner: &'a str,
    pub rest: &'a str,
    /// How long it is, with its braces.
    pub length: usize,
}

/// The tag that a text begins with.
pub(super) fn read(text: &str) -> Option<Tag<'_>> {
    let (syntax, open, mut close) = match text.as_bytes() {
        [b'{', b'{', b'<', ..] => (Syntax::Shortcode, 3, ">}}"),
        [b'{', b'{', b'%', ..] => (Syntax::Shortcode, 3, "%}}"),
        [b'{', b'{', b'#' | b'{', ..] => return None,
        [b'{', b'{', ..] => (Syntax::Variable, 2, "}}"),
        [b'{', b'%', ..] => (Syntax::Liquid, 2, "%}"),
        _ => return None,
    };
    let near = &text.as_bytes()[open..text.len().min(LONGEST)];
    let end = match syntax {
        Syntax::Variable => {
            let line = near
                .iter()
                .position(|&byte| byte == b'\n')
                .unwrap_or(near.len());
            find(&near[..line], close.as_bytes())?
        }
        Syntax::Liquid => find(near, close.as_bytes())?,
        Syntax::Shortcode => {
            let line = near.iter().position(|&byte| byte == b'\n');
            let line = &near[..line.unwrap_or(near.len())];
            let braces = || find(line, b"}}");
            match find(line, close.as_bytes()).or_else(|| find(near, close.as_bytes())) {
                // Some tools end a tag without the sign that it began with.
                found if found.is_none_or(|end| end > line.len()) && braces().is_some() => {
                    close = "}}";
                    braces()?
                }
                found => found?,
            }
        }
    };
    let inner = text.get(open..open + end)?;
    // Documentation of Hugo shows its tags as comments.
    if inner.starts_with("/*") || (syntax == Syntax::Variable && inner.contains('{')) {
        return None;
    }
    let length = open + end + close.len();
    let inner = inner
        .trim()
        .trim_start_matches('-')
        .trim_end_matches('-')
        .trim();
    let ends_itself = syntax == Syntax::Shortcode && inner.ends_with('/');
    let inner = if ends_itself {
        inner[..inner.len() - 1].trim_end()
    } else {
        inner
    };
    let slash = inner.strip_prefix('/');
    let inner = slash.unwrap_or(inner).trim_start();
    let end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    let liquid_end = (syntax == Syntax::Liquid)
        .then(|| name.strip_prefix("end"))
        .flatten();
    let liquid_end = liquid_end.filter(|name| !name.is_empty());
    Some(Tag {
        syntax,
        name: liquid_end.unwrap_or(name),
        is_end: slash.is_some() || liquid_end.is_some(),
        ends_itself,
        inner,
        rest: rest.trim(),
        length,
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let last = *wanted.last()?;
    let mut at = wanted.len() - 1;
    while let Some(found) = bytes.get(at..)?.iter().position(|&byte| byte == last) {
        let end = at + found + 1;
        if bytes[..end].ends_with(wanted) {
            return Some(end - wanted.len());
        }
        at = end;
    }
    None
}

/// Attributes in which a title stands.
const TITLES: [&str; 8] = [
    "title", "header", "label", "summary", "heading", "caption", "name", "tabname",
];

/// Attributes that name a page of a glossary.
const TERMS: [&str; 3] = ["term_id", "term", "id"];

/// Tags that are called as what they say of the word beside them.
const MARKS: [&str; 16] = [
    "required",
    "optional",
    "nullable",
    "deprecated",
    "removed",
    "obsolete",
    "experimental",
    "alpha",
    "beta",
    "preview",
    "stable",
    "new",
    "added",
    "changed",
    "internal",
    "draft",
];

impl Tag<'_> {
    pub fn attributes(&self) -> Attributes {
        Attributes::parse(self.rest)
    }

    /// What ends it stands somewhere in the text with one of these.
    pub fn end_marks(&self) -> [String; 2] {
        match self.syntax {
            Syntax::Liquid => [format!("end{} ", self.name), format!("end{}%", self.name)],
            _ => [format!("/{}", self.name), format!("/ {}", self.name)],
        }
    }

    /// What it encloses becomes, and under which title; `None` if it is nothing that is known here.
    pub fn kind(&self) -> Option<(Kind, String)> {
        if self.syntax == Syntax::Variable {
            return None;
        }
        let known = kinds::named(self.name)?;
        let attributes = self.attributes();
        if known == Kind::Plain {
            return Some((known, String::new()));
        }
        let said = attributes.first(&[
            "style", "type", "color", "intent", "kind", "level", "status", "context",
        ]);
        let words = attributes.words.iter().map(String::as_str);
        let mut kind = known;
        let mut title = attributes.first(&TITLES).map(str::to_owned);
        for word in said.into_iter().chain(words) {
            match kinds::named(word) {
                Some(named @ Kind::Alert(_)) if known != Kind::Titled => kind = named,
                _ if Some(word) == said => {}
                _ if word.parse::<f64>().is_ok() || matches!(word, "open" | "true" | "false") => {}
                _ if title.is_none() => title = Some(word.to_owned()),
                _ => {}
            }
        }
        // Bootstrap's colours.
        if known != Kind::Titled && said == Some("info") {
            kind = Kind::Alert(BlockQuoteKind::Note);
        }
        Some((kind, title.unwrap_or_default()))
    }

    /// What the tabs are called that stand in it, the last first.
    pub fn tabs(&self) -> Option<Vec<String>> {
        if self.is_end || !matches!(self.name, "tabs" | "tabpane") {
            return None;
        }
        let attributes = self.attributes();
        let items = attributes
            .first(&["items", "labels", "names"])
            .unwrap_or_default();
        let labels = items.split(',').map(|label| label.trim().to_owned());
        Some(labels.rev().filter(|label| !label.is_empty()).collect())
    }

    /// The title of a tab that begins in the middle of a line; those without one have that of the tabs around them.
    pub fn title_of_tab(&self, labels: &mut Vec<String>) -> Option<String> {
        let is_tab = matches!(self.name, "tab" | "tabitem" | "tab-item");
        if self.syntax != Syntax::Shortcode || self.is_end || !is_tab {
            return None;
        }
        let own = self.kind().map(|(_, title)| title);
        own.filter(|title| !title.is_empty())
            .or_else(|| labels.pop())
    }

    /// A block of code that it begins, and its language.
    pub fn code(&self) -> Option<String> {
        let attributes = self.attributes();
        match self.name {
            "highlight" | "code" | "code-block" | "code-toggle" | "codeblock" | "prism" => {
                let word = attributes.words.first().map(String::as_str);
                let language = attributes.first(&["lang", "language"]).or(word);
                Some(language.unwrap_or_default().to_owned())
            }
            "mermaid" | "plantuml" | "chart" => Some(self.name.to_owned()),
            _ => None,
        }
    }

    /// What it shows in running text, as Markdown.
    pub fn shown(&self) -> String {
        if self.is_end {
            return String::new();
        }
        if self.syntax == Syntax::Variable {
            let shown = literal(self.inner).map(str::to_owned);
            return shown.unwrap_or_else(|| words_of_call(self.inner));
        }
        let attributes = self.attributes();
        match self.name {
            "figure" | "img" | "image" | "picture" => {
                let source = attributes.first(&["src", "link", "url"]);
                let word = attributes.words.first().map(String::as_str);
                let alt = attributes.first(&["alt"]);
                let words = attributes.first(&["caption", "title", "attr"]);
                let shown = alt.or(words).unwrap_or_default();
                let source = source.or(word).unwrap_or_default();
                let below = words
                    .filter(|words| *words != shown)
                    .map(|words| format!(" {words}"));
                format!("![{shown}](<{source}>){}", below.unwrap_or_default())
            }
            "embed" | "content-ref" | "file" => {
                let address = attributes.first(&["url", "src"]);
                let words = attributes.first(&["caption", "title"]);
                let address = address.unwrap_or_default();
                match words {
                    Some(words) => format!("[{words}](<{address}>)"),
                    None if address.contains("://") => format!("<{address}>"),
                    None => String::new(),
                }
            }
            "kbd" | "key" | "badge" | "label" | "abbr" | "new-in" => {
                let words = attributes.first(&["text", "title", "label", "content"]);
                // Keys may have other names elsewhere.
                let words = words.or_else(|| {
                    let systems = attributes.first(&["linux", "win", "mac"]);
                    systems.filter(|_| attributes.words.is_empty())
                });
                words.map_or_else(|| attributes.words.join(" "), str::to_owned)
            }
            "ref" | "relref" | "link" | "post_url" => self.path().unwrap_or_default(),
            name if name.contains("glossary") && attributes.first(&TERMS).is_some() => {
                let term = attributes.first(&TERMS).unwrap_or_default();
                let words = attributes.first(&["text", "title"]);
                let words = words.map_or_else(|| term.replace(['-', '_'], " "), str::to_owned);
                format!("[{words}](<wiki:{term}>)")
            }
            mark if self.rest.is_empty() && MARKS.contains(&mark) => format!("**{mark}**"),
            _ => {
                let address = attributes.first(&["href", "link", "url"]);
                let words = attributes.first(&[
                    "title", "text", "label", "caption", "alt", "header", "heading", "summary",
                ]);
                let more = attributes.first(&["description", "subtitle", "content"]);
                let words: Vec<&str> = words.into_iter().chain(more).collect();
                match address {
                    Some(address) if !words.is_empty() => {
                        format!("[{}](<{address}>)", words.join(" "))
                    }
                    _ => words.join(" "),
                }
            }
        }
    }

    /// What a tag says that it encloses, where it is of no kind that is known: the term that is explained.
    pub fn term(&self) -> Option<String> {
        let is_pair = self.syntax == Syntax::Shortcode && !self.is_end && !self.ends_itself;
        let attributes = is_pair.then(|| self.attributes())?;
        attributes.first(&["name", "term"]).map(str::to_owned)
    }

    /// What a program could make of it.
    pub fn value(&self) -> Value {
        let is_part = |c: char| c.is_alphanumeric() || c.is_whitespace() || "-_:,/#^".contains(c);
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
        };
        match self.inner {
            _ if self.syntax != Syntax::Variable || is_computed(self.inner) => Value::Computed,
            name if is_name(name) && !KEYWORDS.contains(&name) => Value::Name,
            words if words.chars().all(is_part) => Value::Words,
            _ => Value::Name,
        }
    }

    /// Whether it stands for where the source of the site is kept: `{{ site.repository }}`.
    pub fn is_repository(&self) -> bool {
        let named = || {
            ["repo", "github", "gitlab"]
                .iter()
                .any(|name| self.inner.contains(name))
        };
        match self.syntax {
            Syntax::Variable => literal(self.inner).is_none() && named(),
            // Hugo's tag for a value of the settings.
            Syntax::Shortcode => self.name == "param" && named(),
            Syntax::Liquid => false,
        }
    }

    /// The path that it stands for in the address of a link.
    pub fn path(&self) -> Option<String> {
        match self.syntax {
            Syntax::Variable => Some(literal(self.inner)?.to_owned()),
            _ if matches!(self.name, "ref" | "relref" | "link" | "post_url") => {
                let attributes = self.attributes();
                let word = attributes.words.first().cloned();
                word.or_else(|| attributes.first(&["path"]).map(str::to_owned))
            }
            _ => None,
        }
    }
}

/// Whether what stands between two pairs of braces is to be worked out: a part of something, a call, a value, a filter.
fn is_computed(inner: &str) -> bool {
    inner.contains(['.', '|', '(', '[', '$', '"', '\''])
}

/// Whether a text is one that a program makes pages of by filling in values.
pub(super) fn is_template(text: &str) -> bool {
    let has_computed = |line: &str| {
        line.match_indices("{{").any(|(at, _)| {
            let inner = near(&line[at + 2..], LONGEST_NAME);
            let inner = inner.split_once("}}").map_or("", |(inner, _)| inner);
            !inner.contains('{') && is_computed(inner)
        })
    };
    outside_code(text).any(|line| {
        ["{%", "<script", " v-pre"]
            .iter()
            .any(|sign| line.contains(sign))
            || has_computed(line)
    })
}

/// Whether there are tags of Liquid in a text.
pub(super) fn has_tags(text: &str) -> bool {
    let is_tag = |line: &str, at: usize| {
        !line[..at].ends_with('{') && line[at + 2..].starts_with([' ', '-'])
    };
    text.contains("{%")
        && outside_code(text).any(|line| line.match_indices("{%").any(|(at, _)| is_tag(line, at)))
}

/// What readers may understand of a call: the words that it is given, `{{ button("Read more", "/more") }}`. Names and addresses are
/// none.
fn words_of_call(inner: &str) -> String {
    let call = inner.split_once('(');
    let call =
        call.and_then(|(name, rest)| Some((name.trim_end(), rest.trim_end().strip_suffix(')')?)));
    let is_name = |name: &str| {
        let mut chars = name.chars();
        chars
            .next()
            .is_some_and(|c| c.is_alphabetic() || "_$".contains(c))
            && chars.all(|c| c.is_alphanumeric() || "_$.:".contains(c))
    };
    let Some((_, given)) = call.filter(|(name, _)| is_name(name)) else {
        return String::new();
    };
    let given = crate::guide::literal::read(&format!("[{given}]"));
    let texts = match given.as_slice() {
        [Literal::List(given)] => given.iter().filter_map(Literal::text).collect(),
        _ => Vec::new(),
    };
    let has_words = |text: &&str| text.trim().contains(' ') || !text.is_ascii();
    texts
        .into_iter()
        .filter(has_words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text in quotes.
fn literal(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split(quote).next()
}
