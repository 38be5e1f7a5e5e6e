//! Tags of components, whose values may be expressions.

use crate::guide::dialect::material;
use crate::guide::markdown::kinds::{self, Kind};

/// A tag is no longer than this, in bytes.
const LONGEST: usize = 16_000;

pub(super) enum Value<'a> {
    Text(&'a str),
    /// What is between the braces.
    Expression(&'a str),
    None,
}

pub(super) struct Tag<'a> {
    pub name: &'a str,
    pub attributes: Vec<(&'a str, Value<'a>)>,
    pub is_end: bool,
    pub ends_itself: bool,
    pub length: usize,
}

/// Attributes whose values a reader would see as a title.
const WORDS: [&str; 8] = [
    "title", "label", "summary", "heading", "header", "text", "caption", "alt",
];

/// Attributes with what a reader would see as code.
const CODE: [&str; 4] = ["command", "cmd", "pkg", "package"];

/// Components that show keys of a keyboard.
const KEYS: [&str; 8] = [
    "Key",
    "Keys",
    "Kbd",
    "KeyCombo",
    "Hotkey",
    "HotKey",
    "Shortcut",
    "KeyboardShortcut",
];

/// Attributes that say how something looks, what it is to a program, or where it leads.
const LOOKS: [&str; 38] = [
    "class",
    "classname",
    "style",
    "id",
    "key",
    "ref",
    "src",
    "href",
    "to",
    "url",
    "link",
    "type",
    "kind",
    "variant",
    "color",
    "colour",
    "size",
    "width",
    "height",
    "align",
    "valign",
    "vertical",
    "horizontal",
    "position",
    "placement",
    "icon",
    "icontype",
    "name",
    "theme",
    "lang",
    "language",
    "slot",
    "target",
    "rel",
    "level",
    "as",
    "role",
    "markdown",
];

/// Attributes of which a number is read.
const VERSIONS: [&str; 6] = ["version", "v", "since", "added", "until", "deprecated"];

/// The tag that a text begins with, or how much was read to find none.
pub(super) fn read(text: &str) -> Result<Tag<'_>, usize> {
    let bytes = text.as_bytes();
    let is_end = bytes.get(1) == Some(&b'/');
    let start = 1 + usize::from(is_end);
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_.:-".contains(byte);
    let name = bytes
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(is_part)
        .count();
    if bytes.first() != Some(&b'<') || name == 0 || !bytes[start].is_ascii_alphabetic() {
        return Err(1);
    }
    let mut tag = Tag {
        name: &text[start..start + name],
        attributes: Vec::new(),
        is_end,
        ends_itself: false,
        length: 0,
    };
    let mut at = start + name;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at > LONGEST {
            return Err(at);
        }
        match bytes.get(at) {
            None | Some(b'<') => return Err(at),
            Some(b'>') => {
                tag.length = at + 1;
                return Ok(tag);
            }
            Some(b'/') => {
                tag.ends_itself = bytes.get(at + 1) == Some(&b'>');
                at += 1;
            }
            Some(b'{') => at += braces(&text[at..]).map_err(|read| at + read)?.len() + 2,
            Some(_) => at = attribute(text, at, &mut tag)?,
        }
    }
}

/// Reads one attribute; gives where it ends.
fn attribute<'a>(text: &'a str, start: usize, tag: &mut Tag<'a>) -> Result<usize, usize> {
    let rest = &text[start..];
    let end = rest
        .find(|c: char| c.is_whitespace() || "=/>{<".contains(c))
        .ok_or(text.len())?;
    // A sign that is no name: there is none of it.
    let end = if end == 0 {
        rest.chars().next().map_or(1, char::len_utf8)
    } else {
        end
    };
    let name = &rest[..end];
    let Some(value) = rest[end..].strip_prefix('=') else {
        tag.attributes.push((name, Value::None));
        return Ok(start + end);
    };
    let spaces = value.len() - value.trim_start().len();
    let (value, at) = (&value[spaces..], start + end + 1 + spaces);
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = &value[1..];
            let near = inner.as_bytes();
            let close = near
                .iter()
                .take(LONGEST)
                .position(|&byte| byte == quote as u8);
            let close = close.ok_or(at + inner.len().min(LONGEST))?;
            tag.attributes.push((name, Value::Text(&inner[..close])));
            Ok(at + close + 2)
        }
        Some('{') => {
            let inner = braces(value).map_err(|read| at + read)?;
            tag.attributes.push((name, Value::Expression(inner)));
            Ok(at + inner.len() + 2)
        }
        _ => {
            let end = value
                .find(|c: char| c.is_whitespace() || c == '>')
                .ok_or(text.len())?;
            tag.attributes.push((name, Value::Text(&value[..end])));
            Ok(at + end)
        }
    }
}

/// What is between the braces that a text begins with: others in it, and those in texts and comments, are none of them. Or
/// how much was read in vain.
pub(super) fn braces(text: &str) -> Result<&str, usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len().min(LONGEST) {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Ok(&text[1..at]);
                }
            }
            // An apostrophe in text between tags is no quote, and neither is what its line does not end.
            b'\'' if at > 0 && bytes[at - 1].is_ascii_alphanumeric() => {}
            quote @ (b'"' | b'\'' | b'`') => {
                let line = &bytes[at + 1..bytes.len().min(at + 1 + LONGEST)];
                let end = line
                    .iter()
                    .position(|&byte| byte == quote || (byte == b'\n' && quote != b'`'));
                match end {
                    Some(end) if line[end] == quote => at += end + 1,
                    _ => {}
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = bytes[at..]
                    .windows(2)
                    .take(LONGEST)
                    .position(|pair| pair == b"*/");
                at += end.ok_or(at)? + 1;
            }
            _ => {}
        }
        at += 1;
    }
    Err(at)
}

/// A text in quotes, without anything that would be put into it.
pub(super) fn literal(expression: &str) -> Option<&str> {
    let expression = expression.trim();
    let quote = expression
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inner = expression[1..].strip_suffix(quote)?;
    (!inner.contains(quote) && !inner.contains("${")).then_some(inner)
}

impl<'a> Tag<'a> {
    /// The text of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(known, _)| *known == name)?;
        let text = match value {
            Value::Text(text) => text,
            Value::Expression(expression) => literal(expression)?,
            Value::None => return None,
        };
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether it is none of HTML's, which have no hyphen. A template is what a component of Vue's shows in one of its places.
    pub fn is_component(&self) -> bool {
        self.name.starts_with(|c: char| c.is_ascii_uppercase())
            || self.name.contains(['.', '-'])
            || self.name == "template"
    }

    /// Whether there is Markdown in what it encloses, although it is HTML's: `<div markdown="1">`.
    pub fn holds_markdown(&self) -> bool {
        const BLOCKS: [&str; 9] = [
            "div",
            "section",
            "article",
            "aside",
            "figure",
            "center",
            "blockquote",
            "p",
            "li",
        ];
        let is_said = |(name, value): &(&str, Value<'_>)| {
            *name == "markdown" && !matches!(value, Value::Text("0"))
        };
        !self.is_end && BLOCKS.contains(&self.name) && self.attributes.iter().any(is_said)
    }

    /// Whether it is never shown.
    pub fn is_hidden(&self) -> bool {
        self.get("v-if") == Some("false")
    }

    pub fn is_bare(&self) -> bool {
        self.attributes.is_empty()
    }

    /// Whether HTML would read it in the same way.
    pub fn is_simple(&self) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.all(|(_, value)| !matches!(value, Value::Expression(_)))
    }

    /// The title that it shows.
    pub fn words(&self) -> String {
        let words = WORDS.iter().find_map(|name| self.get(name));
        let is_in_tree = matches!(self.last_name(), "File" | "Folder");
        let words = words.or_else(|| self.get("name").filter(|_| is_in_tree));
        words
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Its name without what it belongs to: `FileTree.File`.
    fn last_name(&self) -> &'a str {
        self.name.rsplit('.').next().unwrap_or(self.name)
    }

    /// What it becomes, if that is known.
    pub fn kind(&self) -> Option<Kind> {
        let name = self.last_name();
        // Custom elements begin with the name of what they belong to: `docs-card`.
        let last = || name.rsplit_once('-').map(|(_, last)| last);
        let known = kinds::named(name).or_else(|| kinds::named(last()?));
        let said = [
            "type", "kind", "variant", "intent", "color", "severity", "level",
        ];
        let said = said
            .iter()
            .find_map(|name| self.get(name))
            .and_then(kinds::named);
        match (known, said) {
            (Some(Kind::Alert(_)), Some(said @ Kind::Alert(_))) => Some(said),
            (Some(Kind::Titled), _) if self.words().is_empty() => {
                let named = ["value", "name"]
                    .iter()
                    .any(|name| self.get(name).is_some());
                Some(if named { Kind::Titled } else { Kind::Plain })
            }
            (known, _) => known,
        }
    }

    /// What it shows where it encloses nothing, as Markdown.
    pub fn shown(&self) -> String {
        let words = self.words();
        let more = self.get("description").or(self.get("subtitle"));
        if let Some(source) = self.get("src").filter(|source| is_picture(source)) {
            // What is written below a picture says something else than what it shows.
            return match self.get("alt").filter(|alt| *alt != words) {
                Some(alt) => format!("![{alt}](<{source}>) {words}"),
                None => format!("![{words}](<{source}>)"),
            };
        }
        let address = ["href", "to", "link", "url"]
            .iter()
            .find_map(|name| self.get(name));
        let mut shown = match address {
            // It may stand in HTML, where nothing is Markdown.
            Some(address) if !words.is_empty() => {
                let address = address.replace('"', "%22");
                format!("<a href=\"{address}\">{words}</a>")
            }
            _ => words,
        };
        if let Some(more) = more {
            shown.push(' ');
            shown.push_str(more);
        }
        for sentence in self.sentences() {
            if !shown.contains(sentence) {
                shown.push(' ');
                shown.push_str(&sentence.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        if let Some(signature) = self.signature().filter(|_| shown.is_empty()) {
            return signature;
        }
        if shown.is_empty() && KEYS.contains(&self.last_name()) {
            return self.keys();
        }
        if shown.is_empty() && self.last_name() == "Icon" {
            let name = self.get("icon").or(self.get("name")).unwrap_or_default();
            return material::icon(&format!("lucide-{name}"))
                .unwrap_or_default()
                .to_owned();
        }
        if shown.is_empty()
            && let Some(code) = CODE.iter().find_map(|name| self.get(name))
            && !code.contains(['<', '>', '&'])
        {
            shown = format!("<code>{code}</code>");
        }
        shown
    }

    /// Keys that are pressed together, as code: `<Key mod="cmd" k="z" />`.
    fn keys(&self) -> String {
        let texts = self.attributes.iter().filter_map(|(name, _)| {
            let is_key = !matches!(*name, "class" | "className" | "style" | "id");
            self.get(name).filter(|_| is_key && !is_bound(name))
        });
        let keys: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
        let keys = keys.join("+");
        if keys.is_empty() || keys.contains(['<', '>', '&']) {
            return String::new();
        }
        format!("<code>{keys}</code>")
    }

    /// What a reader would see of it within a line, where nothing that it is given says that it is read: values that are words,
    /// of names that say no more than how it looks or where it leads.
    pub fn short_words(&self) -> String {
        let shown = self.attributes.iter().filter_map(|(name, _)| {
            let is_read = !is_bound(name)
                && !["data-", "aria-", "on"]
                    .iter()
                    .any(|begin| name.starts_with(begin))
                && !LOOKS.contains(&name.to_ascii_lowercase().as_str());
            let value = self.get(name).filter(|_| is_read)?;
            let is_version = VERSIONS.contains(name) && value.len() < 20;
            (is_version || is_word(value)).then_some(value)
        });
        let shown: Vec<&str> = shown.collect();
        if self.last_name() == "Icon" || self.last_name().ends_with("Icon") {
            return String::new();
        }
        shown.join(" ")
    }

    /// Values that are read, whatever they are called: no name or number has several words.
    fn sentences(&self) -> impl Iterator<Item = &'a str> {
        const OTHERS: [&str; 9] = [
            "class",
            "className",
            "style",
            "src",
            "href",
            "id",
            "code",
            "d",
            "sizes",
        ];
        let texts = self
            .attributes
            .iter()
            .filter_map(|(name, value)| match value {
                Value::Text(text) if !OTHERS.contains(name) && !is_bound(name) => Some(*text),
                _ => None,
            });
        texts.filter(|text| {
            let is_wide = !text.is_ascii() && text.chars().count() > 3;
            is_wide || text.split_whitespace().take(4).count() > 3
        })
    }

    /// What a reader would see above what it encloses.
    pub fn title(&self) -> String {
        let words = self.words();
        if !words.is_empty() {
            return words;
        }
        if let Some(signature) = self.signature() {
            return signature;
        }
        let is_tab = self.kind() == Some(Kind::Titled);
        let named = || self.get("label").or(self.get("value")).or(self.get("name"));
        named().filter(|_| is_tab).unwrap_or_default().to_owned()
    }

    /// Of something that a program knows by its name and type, as code: `` `name?: type = default` ``.
    fn signature(&self) -> Option<String> {
        const NAMES: [&str; 6] = ["name", "path", "query", "body", "header", "param"];
        let name = NAMES.iter().find_map(|name| self.get(name))?;
        let kind = self.get("type")?;
        let is_optional = self.attributes.iter().any(|(name, _)| *name == "optional");
        let mark = if is_optional { "?" } else { "" };
        let default = self.get("default").map(|value| format!(" = {value}"));
        let default = default.unwrap_or_default();
        let signature = format!("{name}{mark}: {kind}{default}");
        (!signature.contains(['`', '\n'])).then(|| format!("`{signature}`"))
    }

    /// The expression that says what HTML stands in it, as Astro has it.
    pub fn html(&self) -> Option<&'a str> {
        let html = self
            .attributes
            .iter()
            .find(|(name, _)| *name == "set:html")?;
        match html.1 {
            Value::Expression(expression) => Some(expression),
            Value::Text(_) | Value::None => None,
        }
    }

    /// Values that are elements, or lists.
    pub fn expressions(&self) -> impl Iterator<Item = &'a str> {
        self.attributes.iter().filter_map(|(_, value)| match value {
            Value::Expression(expression) if expression.trim_start().starts_with(['<', '[']) => {
                Some(*expression)
            }
            _ => None,
        })
    }

    /// The same tag in HTML, on one line.
    pub fn as_html(&self) -> String {
        let mut html = format!("<{}{}", if self.is_end { "/" } else { "" }, self.name);
        for (name, value) in &self.attributes {
            let text = match value {
                Value::Text(text) => Some(*text),
                Value::Expression(expression) => literal(expression),
                Value::None => {
                    html.push(' ');
                    html.push_str(name);
                    None
                }
            };
            if let Some(text) = text {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                html.push_str(&format!(" {name}=\"{}\"", text.replace('"', "&quot;")));
            }
        }
        html.push_str(if self.ends_itself { " />" } else { ">" });
        html
    }
}

/// Whether the value of an attribute is an expression of Vue's.
fn is_bound(name: &str) -> bool {
    name.starts_with([':', '@', '#']) || name.starts_with("v-")
}

/// Whether a value is one word or a few, and no name, path, number or address.
fn is_word(value: &str) -> bool {
    let is_switch = matches!(
        value,
        "true" | "false" | "auto" | "none" | "left" | "right" | "center"
    );
    let is_part = |c: char| c.is_alphabetic() || c.is_whitespace() || "-+&'’・ー".contains(c);
    !is_switch
        && value.chars().count() <= 40
        && value.contains(char::is_alphabetic)
        && value.chars().all(is_part)
}

fn is_picture(source: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or(source);
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(
        ending.as_deref(),
        Some("png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif")
    )
}
