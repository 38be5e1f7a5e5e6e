//! What `DocC` (manuals of Swift) has of its own: directives with braces around what they hold. Its links, `<doc:Name>`, are
//! read with the rest of running text.

use std::borrow::Cow;

use super::attributes;
use super::scan::{dedent, ends_fence, fence, indent};

/// Directives that say something to the generator alone.
const SETTINGS: [&str; 6] = [
    "Comment",
    "Metadata",
    "Options",
    "PageColor",
    "Redirected",
    "SupportedLanguage",
];

/// Those that only arrange what they hold.
const HOLDING: [&str; 7] = [
    "Chapter",
    "Column",
    "Links",
    "Row",
    "Small",
    "Tab",
    "TabNavigator",
];

/// Those that show a file.
const MEDIA: [&str; 2] = ["Image", "Video"];

/// A text without directives, what they hold kept; borrowed where there are none.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    let has_any = |line: &str| directive(line.trim_start()).is_some();
    if !text.contains('@') || !text.lines().any(has_any) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut code: Option<(u8, usize)> = None;
    let mut open: Vec<Open> = Vec::new();
    for source in text.split_inclusive('\n') {
        let line = source.trim_end_matches(['\n', '\r']);
        let is_shown = open.last().is_none_or(|open| open.is_shown);
        let columns = match open.last_mut() {
            Some(open) if !matches!(line.trim(), "" | "}") => {
                Some(*open.columns.get_or_insert(indent(line)))
            }
            Some(open) => open.columns,
            None => None,
        };
        let (inner, _) = dedent(line, columns.unwrap_or(0));
        let body = inner.trim_start();
        if let Some((sign, length)) = code {
            if ends_fence(body, sign, length) {
                code = None;
            }
            out.push_str(if is_shown { &inner } else { "" });
        } else if let Some(found) = directive(body) {
            out.push_str(&found.shown().filter(|_| is_shown).unwrap_or_default());
            if found.opens {
                open.push(Open::new(is_shown && !SETTINGS.contains(&found.name)));
            }
        } else if line.trim() == "}" && !open.is_empty() {
            open.pop();
        } else if is_shown {
            code = fence(body);
            out.push_str(&inner);
        } else if body.ends_with('{') {
            // Within settings any word may be a directive.
            open.push(Open::new(false));
        }
        out.push_str(&source[line.len()..]);
    }
    Cow::Owned(out)
}

/// A directive whose end has not come.
struct Open {
    /// It is shown, and so is all around it.
    is_shown: bool,
    /// The columns that its text is set in by, once they are known.
    columns: Option<usize>,
}

impl Open {
    const fn new(is_shown: bool) -> Self {
        Self {
            is_shown,
            columns: None,
        }
    }
}

struct Directive<'t> {
    name: &'t str,
    /// What stands in parentheses.
    values: &'t str,
    /// What it holds stands in the next lines.
    opens: bool,
}

impl Directive<'_> {
    /// The line that stands for it.
    fn shown(&self) -> Option<String> {
        let value = |key: &str| {
            let (_, rest) = self.values.split_once(key)?;
            let rest = rest.trim_start().strip_prefix(':')?.trim_start();
            // A comma may stand between quotes.
            let quoted = rest
                .strip_prefix('"')
                .and_then(|inner| inner.split_once('"'));
            let bare = || rest.split(',').next().unwrap_or(rest);
            Some(quoted.map_or_else(bare, |(value, _)| value))
        };
        match self.name {
            "Tab" => Some(format!("**{}**", attributes::unquoted(self.values))),
            "Chapter" => Some(format!("## {}", value("name")?)),
            name if MEDIA.contains(&name) => {
                let alt = value("alt").unwrap_or_default();
                Some(format!("![{alt}](<{}>)", value("source")?))
            }
            _ => None,
        }
    }
}

/// The directive that a line begins with, and is: `@Row {`, `@Image(source: "x", alt: "y")`, `@Metadata { @TechnologyRoot }`.
fn directive(line: &str) -> Option<Directive<'_>> {
    let rest = line.strip_prefix('@')?;
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = rest.split_at(length);
    if ![&SETTINGS[..], &HOLDING, &MEDIA]
        .iter()
        .any(|names| names.contains(&name))
    {
        return None;
    }
    let rest = rest.trim();
    let (values, behind) = match rest.strip_prefix('(') {
        Some(inner) => inner.rsplit_once(')')?,
        None => ("", rest),
    };
    let behind = behind.trim();
    let is_whole = behind.is_empty() || behind.starts_with('{');
    let is_media = MEDIA.contains(&name) && !values.is_empty();
    (is_whole && (is_media || !behind.is_empty())).then_some(Directive {
        name,
        values,
        opens: behind.starts_with('{') && !behind.ends_with('}'),
    })
}
