//! Lines with which something begins that encloses others, and those with which it ends.

use super::attributes::{Attributes, unquoted};
use super::heading;
use super::scan::indent;
use crate::guide::markdown::kinds::{self, Kind};
use pulldown_cmark::BlockQuoteKind;

/// What ends something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// So many colons.
    Colons(usize),
    Slashes(usize),
    /// A line that stands less far in.
    Dedent,
    /// A tag of this name.
    Named(String),
    /// An empty line.
    Paragraph,
    /// A line of so many of this sign.
    Fence(u8, usize),
}

/// Something begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opener {
    pub kind: Kind,
    pub title: String,
    pub end: End,
}

/// What a line of signs is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Opens(Opener),
    Closes(End),
    /// Only these words of it are shown.
    Words(String),
    /// The name of something in a program, whose documentation is put in here. Lines farther in say how.
    Names(String),
}

impl Opener {
    /// The line that says its kind and title, without the mark of the quote; `None` if nothing is to be said.
    pub fn line(&self) -> Option<String> {
        let word = match self.kind {
            Kind::Alert(kind) => kinds::word(kind),
            Kind::Titled => "details",
            Kind::Plain => return None,
        };
        if self.end == End::Paragraph {
            return Some(format!("[!{word}]> {}", self.title));
        }
        // Braces at the end would be a heading's attributes.
        let title = heading::read(&self.title).text;
        match (title.is_empty(), self.kind) {
            (true, Kind::Titled) => None,
            (true, _) => Some(format!("[!{word}]")),
            (false, _) => Some(format!("###### [!{word}] {title}")),
        }
    }

    pub fn is_quoted(&self) -> bool {
        self.kind != Kind::Plain
    }
}

/// Reads a line without the space before it. `next` is the line below.
pub(super) fn read(line: &str, next: &str) -> Option<Sign> {
    match line.as_bytes().first()? {
        b':' => colons(line),
        b'!' | b'?' => bang(line, next),
        b'/' => slashes(line),
        b'=' => tab(line),
        _ => None,
    }
}

/// `:::note Title`, `:::note[Title]{attributes}`, `::: {.note}`, `:::{note} Title`, and with two colons `::note{attributes}`.
fn colons(line: &str) -> Option<Sign> {
    let rest = line.trim_start_matches(':');
    let count = line.len() - rest.len();
    let rest = rest.trim_matches(|c: char| c == ':' || c.is_whitespace());
    if count < 2 {
        return None;
    }
    if rest.is_empty() {
        return Some(Sign::Closes(End::Colons(count)));
    }
    let (word, rest, mut attributes) = if let Some(inner) = rest.strip_prefix('{') {
        let (inner, rest) = inner.split_once('}')?;
        let attributes = Attributes::parse(inner);
        let class = attributes.words.iter().find(|word| word.starts_with('.'));
        let word = class
            .or(attributes.words.first())
            .cloned()
            .unwrap_or_default();
        (word, rest, attributes)
    } else {
        let end = rest
            .find(|c: char| c.is_whitespace() || "[{".contains(c))
            .unwrap_or(rest.len());
        (rest[..end].to_owned(), &rest[end..], Attributes::default())
    };
    if count == 3 && rest.trim().is_empty() && is_dotted(&word) {
        return Some(Sign::Names(word));
    }
    let word = word
        .trim_start_matches(['.', '#'])
        .trim_start_matches("callout-");
    let mut title = String::new();
    let mut rest = rest.trim();
    if let Some(label) = rest.strip_prefix('[')
        && let Some(end) = label.rfind(']')
    {
        label[..end].clone_into(&mut title);
        rest = label[end + 1..].trim();
    }
    if let Some(inner) = rest.strip_prefix('{')
        && let Some((inner, after)) = inner.split_once('}')
    {
        attributes.named.extend(Attributes::parse(inner).named);
        rest = after.trim();
    }
    if title.is_empty() {
        let named = attributes.first(&["title", "label", "header", "caption", "summary"]);
        named.unwrap_or(unquoted(rest)).clone_into(&mut title);
    }
    if count == 2 {
        // Two colons without a space are a component; anything else is text.
        let is_component = line[2..].starts_with(|c: char| c.is_ascii_alphabetic());
        if !is_component || !rest.is_empty() {
            return None;
        }
    }
    let said = attributes
        .first(&["type", "kind", "color"])
        .and_then(kinds::named);
    let mut kind = kinds::named(word);
    if let (Some(Kind::Alert(_)), Some(said @ Kind::Alert(_))) = (kind, said) {
        kind = Some(said);
    }
    // Zenn's only kind besides the plain one.
    if word == "message" && title == "alert" {
        kind = Some(Kind::Alert(BlockQuoteKind::Warning));
        title.clear();
    }
    match kind {
        None if count == 2 => Some(Sign::Words(title)),
        Some(Kind::Plain) if !title.is_empty() && word != "raw" && attributes.words.is_empty() => {
            Some(opens(Kind::Titled, title, End::Colons(count)))
        }
        Some(kind) => Some(opens(kind, title, End::Colons(count))),
        None if word.is_empty() || !attributes.words.is_empty() => {
            Some(opens(Kind::Plain, String::new(), End::Colons(count)))
        }
        None => {
            // A balloon has somebody who speaks.
            let mut named = attributes.named.iter();
            if let Some((_, name)) = named.find(|(key, _)| key.ends_with("name"))
                && title.is_empty()
            {
                title.clone_from(name);
            }
            Some(opens(
                Kind::Alert(BlockQuoteKind::Note),
                title,
                End::Colons(count),
            ))
        }
    }
}

/// `package.module.Class`: no container is called so.
fn is_dotted(word: &str) -> bool {
    let is_name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
    };
    word.contains('.') && word.split(['.', ':']).all(is_name)
}

/// A fence whose content is no code: ```` ```admonish warning title="…" ```` of mdBook, ```` ```{note} Title ```` of `MyST`,
/// ```` ```ad-note ```` of Obsidian. `info` is what stands behind its signs.
pub(super) fn fenced(info: &str, end: End) -> Option<Sign> {
    let info = info.trim();
    if let Some((word, title)) = info.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        let kind = kinds::named(word).filter(|kind| matches!(kind, Kind::Alert(_)))?;
        return Some(opens(kind, title.trim().to_owned(), end));
    }
    if let Some(word) = info.strip_prefix("ad-") {
        return Some(boxed(word, kinds::named(word), "", false, end));
    }
    let rest = info.strip_prefix("admonish")?;
    if !(rest.is_empty() || rest.starts_with([' ', ',', '\t'])) {
        return None;
    }
    let attributes = Attributes::parse(rest);
    let said = attributes.first(&["type"]);
    let word = attributes.words.first().filter(|word| !word.contains(' '));
    // Behind a dot stands a class.
    let word = word.map(String::as_str).or(said).unwrap_or("note");
    let word = word.split('.').next().unwrap_or(word);
    let known = kinds::named(word);
    let quoted = attributes
        .words
        .iter()
        .skip(1)
        .find(|word| !word.starts_with('.'));
    let named = attributes.named.iter().find(|(name, _)| name == "title");
    let title = named
        .map(|(_, title)| title.as_str())
        .or(quoted.map(String::as_str));
    let has_none = title == Some("");
    Some(boxed(word, known, title.unwrap_or_default(), has_none, end))
}

fn opens(kind: Kind, title: String, end: End) -> Sign {
    Sign::Opens(Opener { kind, title, end })
}

/// `!!! note "Title"`, `??? note`, `???+ note`; docsify's `!> text` and `?> text`.
fn bang(line: &str, next: &str) -> Option<Sign> {
    if let Some(text) = line.strip_prefix("!>").or_else(|| line.strip_prefix("?>")) {
        let kind = if line.starts_with('!') {
            BlockQuoteKind::Important
        } else {
            BlockQuoteKind::Tip
        };
        let text = text.strip_prefix(' ')?.trim().to_owned();
        return Some(opens(Kind::Alert(kind), text, End::Paragraph));
    }
    let rest = line
        .strip_prefix("!!!")
        .or_else(|| line.strip_prefix("???"))?;
    let rest = rest.strip_prefix('+').unwrap_or(rest).trim();
    let (words, title) = match rest.find(['"', '\'']) {
        Some(at) => (rest[..at].trim(), Some(unquoted(&rest[at..]))),
        None => (rest, None),
    };
    let (word, more) = words.split_once(' ').unwrap_or((words, ""));
    let is_name = |word: &str| {
        word.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    let known = kinds::named(word);
    if let (true, Some(title)) = (word.is_empty() && indent(next) >= 4, title) {
        let kind = if line.starts_with('?') {
            Kind::Titled
        } else {
            Kind::Alert(BlockQuoteKind::Note)
        };
        return Some(opens(kind, title.to_owned(), End::Dedent));
    }
    let is_meant = title.is_some() || known.is_some() || indent(next) >= 4;
    if word.is_empty() || !is_name(word) || !is_meant {
        return None;
    }
    // Where there is no title in quotes, what follows the kind are places for it, or a title all the same.
    let places = more
        .split(' ')
        .all(|word| matches!(word, "" | "inline" | "end" | "start" | "right" | "left"));
    let title = title.unwrap_or(if places { "" } else { more });
    let has_none = rest.ends_with("\"\"");
    Some(boxed(word, known, title, has_none, End::Dedent))
}

/// A box of a kind that may not be known: then its generator shows the word.
fn boxed(word: &str, known: Option<Kind>, title: &str, has_none: bool, end: End) -> Sign {
    let kind = known.unwrap_or(Kind::Alert(BlockQuoteKind::Note));
    let kind = match kind {
        Kind::Plain if !title.is_empty() => Kind::Titled,
        kind => kind,
    };
    let title = if title.is_empty() && known.is_none() && !has_none {
        word.replace(['-', '_'], " ")
    } else {
        title.to_owned()
    };
    opens(kind, title, end)
}

/// `/// note | Title`.
fn slashes(line: &str) -> Option<Sign> {
    let rest = line.trim_start_matches('/');
    let count = line.len() - rest.len();
    if count < 3 {
        return None;
    }
    let rest = rest.trim();
    if rest.is_empty() {
        return Some(Sign::Closes(End::Slashes(count)));
    }
    let (word, title) = match rest.split_once('|') {
        Some((word, title)) => (word.trim(), Some(title.trim())),
        None => (rest, None),
    };
    let known = kinds::named(word);
    let is_name = word
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !is_name || (known.is_none() && title.is_none()) {
        return None;
    }
    // Behind `html` stands a selector.
    let title = title.filter(|_| word != "html").unwrap_or_default();
    Some(boxed(word, known, title, false, End::Slashes(count)))
}

/// `=== "Tab"`.
fn tab(line: &str) -> Option<Sign> {
    let rest = line.strip_prefix("===")?;
    let rest = rest.trim_start_matches(['!', '+']);
    let title = rest.strip_prefix(' ')?.trim();
    let is_quoted =
        title.len() > 2 && title.starts_with(['"', '\'']) && title.ends_with(['"', '\'']);
    is_quoted.then(|| opens(Kind::Titled, unquoted(title).to_owned(), End::Dedent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let shown = match read(line, "") {
            None => "none".to_owned(),
            Some(Sign::Closes(end)) => format!("end {end:?}"),
            Some(Sign::Words(words)) => format!("words {words}"),
            Some(Sign::Names(name)) => format!("names {name}"),
            Some(Sign::Opens(opener)) => {
                format!("{} {:?}", opener.line().unwrap_or_default(), opener.end)
            }
        };
        assert_eq!(shown, expected, "{line:?}");
    }

    #[test]
    fn every_form_says_kind_title_and_end() {
        check(":::note", "[!NOTE] Colons(3)");
        check(
            "::: warning 注意 です",
            "###### [!WARNING] 注意 です Colons(3)",
        );
        check(
            "::::tip[The *title*]{icon=\"x\"}",
            "###### [!TIP] The *title* Colons(4)",
        );
        check("::: details", " Colons(3)");
        check(":::details もっと", "###### [!details] もっと Colons(3)");
        check(":::message alert", "[!WARNING] Colons(3)");
        check(
            "::: {.callout-tip title=\"T\"}",
            "###### [!TIP] T Colons(3)",
        );
        check(":::{note} T", "###### [!NOTE] T Colons(3)");
        check("::: {.columns}", " Colons(3)");
        check(":::code-group", " Colons(3)");
        check(":::whatever", "[!NOTE] Colons(3)");
        check("::alert{type=\"warning\"}", "[!WARNING] Colons(2)");
        check("::video[見る]{#a}", "words 見る");
        check("::", "end Colons(2)");
        check(":::::", "end Colons(5)");
        check(": x", "none");
        check("!!! note \"A b\"", "###### [!NOTE] A b Dedent");
        check("!!! warning", "[!WARNING] Dedent");
        check("???+ danger inline end \"x\"", "###### [!CAUTION] x Dedent");
        check("!!! exercise \"\"", "[!NOTE] Dedent");
        check("!!! すごい", "none");
        check("??? \"x\"", "none");
        let unnamed = |line| match read(line, "    below") {
            Some(Sign::Opens(opener)) => opener.line().unwrap_or_default(),
            _ => String::new(),
        };
        assert_eq!(unnamed("??? \"A b\""), "###### [!details] A b");
        assert_eq!(unnamed("!!! \"A b\""), "###### [!NOTE] A b");
        check("/// tip | 題", "###### [!TIP] 題 Slashes(3)");
        check("////", "end Slashes(4)");
        check("/// <summary>", "none");
        check("=== \"Tab\"", "###### [!details] Tab Dedent");
        check("===", "none");
        check("!> 大事", "[!IMPORTANT]> 大事 Paragraph");
        check("![x](y)", "none");
    }
}
