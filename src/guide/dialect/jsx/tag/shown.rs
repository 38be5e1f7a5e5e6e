//! What a reader would see of a component: its title, its words, its keys.

use super::{Tag, Value, literal};
use crate::guide::dialect::jsx::html;
use crate::guide::dialect::material;
use crate::guide::markdown::kinds::{self, Kind};
use crate::text::single_spaced;

/// Attributes whose values a reader would see as a title.
const WORDS: [&str; 8] = [
    "title", "label", "summary", "heading", "header", "text", "caption", "alt",
];

/// Attributes with what a reader would see as code.
const CODE: [&str; 5] = ["command", "cmd", "pkg", "package", "code"];

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

impl<'a> Tag<'a> {
    /// The title that it shows.
    pub fn words(&self) -> String {
        let words = WORDS.iter().find_map(|name| self.get(name));
        let is_in_tree = matches!(self.last_name(), "File" | "Folder");
        let words = words.or_else(|| self.get("name").filter(|_| is_in_tree));
        single_spaced(words.unwrap_or_default())
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
                shown.push_str(&single_spaced(sentence));
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
        {
            let code = single_spaced(code);
            shown = format!("<code>{}</code>", html::escaped(&code));
        }
        shown
    }

    /// The block of code that it is given, and its language.
    pub fn code(&self) -> Option<(&'a str, &'a str)> {
        let (_, value) = self.attributes.iter().find(|(name, _)| *name == "code")?;
        let code = match value {
            Value::Text(code) => code,
            Value::Expression(expression) => {
                let inner = expression.trim().strip_prefix('`')?;
                inner.strip_suffix('`')?
            }
            Value::None => return None,
        };
        let language = self.get("lang").or(self.get("language"));
        let lines = code.trim_matches('\n').trim_end();
        (code.contains('\n') && !lines.is_empty()).then_some((lines, language.unwrap_or_default()))
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

    /// Values that are elements, or lists, and no pictures.
    pub fn expressions(&self) -> impl Iterator<Item = &'a str> {
        const PICTURES: [&str; 5] = ["icon", "img", "image", "logo", "avatar"];
        let read = self
            .attributes
            .iter()
            .filter(|(name, _)| !PICTURES.contains(name));
        read.filter_map(|(_, value)| match value {
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
                let text = single_spaced(text);
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
