//! Lists of attributes, as generators write them behind a word: `title="x" type=warning open "first" second`.

/// The words of a list, and the values that have names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub words: Vec<String>,
    pub named: Vec<(String, String)>,
}

impl Attributes {
    pub fn parse(text: &str) -> Self {
        let mut all = Self::default();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() {
                return all;
            }
            if rest.starts_with(['"', '\'', '`', '“']) {
                let (value, after) = value(rest);
                all.words.push(value.to_owned());
                rest = after;
                continue;
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || c == '=' || c == ',')
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let spaced = after.trim_start();
            if let Some(behind) = spaced.strip_prefix('=').filter(|_| !name.is_empty()) {
                let (value, after) = value(behind.trim_start());
                all.named
                    .push((name.to_ascii_lowercase(), value.to_owned()));
                rest = after;
            } else {
                if !name.is_empty() {
                    all.words.push(name.to_owned());
                }
                rest = if end == 0 { &rest[1..] } else { after };
            }
        }
    }

    /// The first of several names that has a value.
    pub fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            let mut all = self.named.iter();
            let found = all.find(|(key, value)| key == name && !value.trim().is_empty());
            found.map(|(_, value)| value.trim())
        })
    }
}

/// A value with or without quotes, and what stands behind it.
fn value(text: &str) -> (&str, &str) {
    let mut chars = text.chars();
    let close = match chars.next() {
        Some('“') => '”',
        Some(quote @ ('"' | '\'' | '`')) => quote,
        _ => {
            let end = text
                .find(|c: char| c.is_whitespace() || c == ',')
                .unwrap_or(text.len());
            return text.split_at(end);
        }
    };
    let inner = chars.as_str();
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        if c == close && !escaped {
            return (&inner[..at], &inner[at + c.len_utf8()..]);
        }
        escaped = c == '\\' && !escaped;
    }
    (inner, "")
}

/// The title that a text in quotes, or else a text, is.
pub(super) fn unquoted(text: &str) -> &str {
    let text = text.trim();
    for quote in ['"', '\'', '`'] {
        if let Some(inner) = text
            .strip_prefix(quote)
            .and_then(|text| text.strip_suffix(quote))
        {
            return inner.trim();
        }
    }
    text
}

/// What is in a list of attributes, as far as it matters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List<'a> {
    pub id: Option<&'a str>,
}

/// What is between braces, if that is a list of attributes and no text: `.class`, `#id`, `key=value`, kramdown's `: …`.
pub(super) fn list(inner: &str) -> Option<List<'_>> {
    let inner = inner.trim();
    let is_kramdown = inner.starts_with(':');
    let inner = inner.trim_start_matches(':').trim_end_matches(':').trim();
    let mut id = None;
    let mut rest = inner;
    let mut any = is_kramdown;
    while !rest.is_empty() {
        let first = rest.chars().next()?;
        let name = rest.find([' ', '=']).unwrap_or(rest.len());
        let end = if rest[name..].starts_with('=') && first != '#' && first != '.' {
            let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_:@".contains(&byte);
            if rest[..name].bytes().all(is_part) {
                let (value, _) = value(&rest[name + 1..]);
                let quoted = rest[name + 1..].starts_with(['"', '\'']);
                name + 1 + value.len() + if quoted { 2 } else { 0 }
            } else if is_kramdown {
                rest.find(' ').unwrap_or(rest.len())
            } else {
                return None;
            }
        } else {
            rest.find(' ').unwrap_or(rest.len())
        };
        let end = end.min(rest.len());
        let word = rest.get(..end)?;
        match first {
            '#' if word.len() > 1 => id = id.or(Some(&word[1..])),
            '.' if word.len() > 1 && !word[1..].starts_with(['.', '/']) => {}
            _ if word.contains('=') || is_bare(word) => {}
            _ if is_kramdown => {}
            _ => return None,
        }
        any = true;
        rest = rest[end..].trim_start();
    }
    any.then_some(List { id })
}

/// Whether a word without a value is an attribute of HTML, or one of those that generators look at.
fn is_bare(word: &str) -> bool {
    let is_own = ["data-", "aria-"].iter().any(|begin| {
        let name = word.strip_prefix(begin);
        name.is_some_and(|name| {
            !name.is_empty() && name.bytes().all(|c| c.is_ascii_lowercase() || c == b'-')
        })
    });
    is_own
        || matches!(
            word,
            "hidden" | "inert" | "reversed" | "download" | "markdown" | "unlisted" | "unnumbered"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values() {
        let all = Attributes::parse("tip \"A b\" type=warning title='C d', open x=\"\"");
        assert_eq!(all.words, ["tip", "A b", "open"]);
        assert_eq!(all.first(&["title"]), Some("C d"));
        assert_eq!(all.first(&["x", "type"]), Some("warning"));
    }

    #[test]
    fn lists_of_attributes_are_no_text() {
        assert_eq!(list("#a"), Some(List { id: Some("a") }));
        assert_eq!(list(" #a .b "), Some(List { id: Some("a") }));
        assert_eq!(list(": .b"), Some(List { id: None }));
        assert_eq!(list(":toc"), Some(List { id: None }));
        let other = list("width=50% style=\"a: b\"");
        assert_eq!(other, Some(List { id: None }));
        assert_eq!(list(" data-search-exclude "), Some(List { id: None }));
        assert_eq!(list("hidden #a data-b=\"c\""), Some(List { id: Some("a") }));
        assert_eq!(list("data-"), None);
        assert_eq!(list("a"), None);
        assert_eq!(list("...rest"), None);
        assert_eq!(list(""), None);
    }
}
