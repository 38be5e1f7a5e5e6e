//! Headings whose addresses the author has written, in all forms → `## Title {#address}`.

use super::attributes::list;
use super::material;

/// The text of a heading without its address, and the address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    pub text: String,
    pub id: Option<&'a str>,
}

/// How many signs a line begins with, if it is a heading.
pub(super) fn level(line: &str) -> Option<usize> {
    let signs = line.bytes().take_while(|&byte| byte == b'#').count();
    let is_heading = (1..=6).contains(&signs)
        && line[signs..]
            .chars()
            .next()
            .is_none_or(|c| c == ' ' || c == '\t');
    is_heading.then_some(signs)
}

/// What stands behind a heading's signs.
pub(super) fn read(text: &str) -> Heading<'_> {
    let mut id = None;
    let mut words = text.trim_end();
    let mut changed = String::new();
    loop {
        if let Some((before, inner)) = at_end(words, "{/*", "*/}") {
            id = id.or(Some(inner.trim()).filter(|inner| is_id(inner)));
            words = before;
        } else if let Some((before, inner)) = at_end(words, "%{#", "}%") {
            id = id.or(Some(inner).filter(|inner| is_id(inner)));
            words = before;
        } else if let Some((before, inner)) = at_end(words, "{", "}") {
            let Some(found) = list(inner) else { break };
            id = id.or(found.id);
            words = before;
        } else if let Some((before, inner)) = at_end(words, "[#", "]") {
            if !is_id(inner) {
                break;
            }
            id = id.or(Some(inner));
            words = before;
        } else {
            break;
        }
    }
    // An anchor that another one follows is left to whoever reads the HTML.
    if let Some((before, found, after)) = anchor(words) {
        id = id.or(Some(found));
        changed = format!("{before}{after}");
    }
    let mut words = if changed.is_empty() {
        words.to_owned()
    } else {
        changed
    };
    id = id.or_else(|| told(text));
    // The parser would take any braces at the end for attributes, and show nothing of them.
    if let Some(inner) = words.strip_suffix('}')
        && let Some(at) = inner.rfind('{')
        && !inner[..at].ends_with('{')
        && !inner.ends_with(['%', '\\'])
    {
        words.insert(words.len() - 1, '\\');
    }
    Heading {
        text: words.trim_end().to_owned(),
        id,
    }
}

/// The address that a comment with the name of a setting gives.
fn told(text: &str) -> Option<&str> {
    let (_, comment) = text.split_once("<!--")?;
    let (comment, _) = comment.split_once("-->")?;
    material::told(comment)?.id.filter(|id| is_id(id))
}

/// Whether nothing of a heading is to be seen: it holds comments, and nothing else.
pub(super) fn is_silent(text: &str) -> bool {
    let mut rest = text.trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some(end) = comment.find("-->") else {
            break;
        };
        rest = comment[end + 3..].trim_start();
    }
    rest.is_empty()
}

/// What stands in brackets at the end of a text, and what before.
fn at_end<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let inner = text.strip_suffix(close)?;
    let at = inner.rfind(open)?;
    let (before, inner) = (&inner[..at], &inner[at + open.len()..]);
    (!before.ends_with(['\\', '{', '%'])).then(|| (before.trim_end(), inner))
}

pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "{}[]<>\"".contains(c))
}

/// The address in a line that is one as `MyST` has them, `(address)=`, or specifications, `r[part.rule]`.
pub(super) fn label(line: &str) -> Option<&str> {
    let rule = line.trim().strip_prefix("r[");
    if let Some(rule) = rule.and_then(|rest| rest.strip_suffix(']')) {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        return (rule.contains('.') && rule.bytes().all(is_part)).then_some(rule);
    }
    let inner = line.trim().strip_prefix('(')?.strip_suffix(")=")?;
    (is_id(inner) && !inner.contains(['(', ')'])).then_some(inner)
}

/// The first empty anchor in a text, what stands before and behind it.
pub(super) fn anchor(text: &str) -> Option<(&str, &str, &str)> {
    let at = text.find("<a ")?;
    let (before, tag) = text.split_at(at);
    let end = tag.find('>')?;
    let (attributes, after) = (&tag[3..end], &tag[end + 1..]);
    let after = match (
        attributes.ends_with('/'),
        after.trim_start().strip_prefix("</a>"),
    ) {
        (_, Some(after)) => after,
        (true, None) => after,
        (false, None) => return None,
    };
    let attributes = attributes.trim_end_matches('/').trim();
    let (name, value) = attributes.split_once('=')?;
    if !matches!(name.trim(), "id" | "name") || attributes.contains("href") {
        return None;
    }
    let value = value.trim();
    let value = value.split_whitespace().next()?;
    let id = value.trim_matches(['"', '\'']);
    is_id(id).then_some((before, id, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_every_form() {
        let check = |text: &str, words: &str, id: &str| {
            let heading = read(text);
            assert_eq!(
                (heading.text.as_str(), heading.id.unwrap_or_default()),
                (words, id),
                "{text:?}"
            );
        };
        check("A", "A", "");
        check("A {#b}", "A", "b");
        check("A { #b .c }", "A", "b");
        check("A {: #b}", "A", "b");
        check("A {/*b-c*/}", "A", "b-c");
        check("A [#b]", "A", "b");
        check("A %{#b}%", "A", "b");
        check("<a id=\"b\"></a>A", "A", "b");
        check("A <a name='日本'></a>", "A", "日本");
        check("A {.c}", "A", "");
        check("A {b}", "A {b\\}", "");
        check("A ${b}", "A ${b\\}", "");
        check("A { data-search-exclude }", "A", "");
        check("A { hidden #b }", "A", "b");
        check("A { .c data-toc-label=\"B c\" }", "A", "");
        check(
            "<!-- md:setting config.b -->",
            "<!-- md:setting config.b -->",
            "config.b",
        );
        check("A [b]", "A [b]", "");
        check("C#", "C#", "");
    }
}
