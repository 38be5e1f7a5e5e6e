//! What a template is told to show as it is written: in `{% raw %}`, as a text in quotes, as a comment of Hugo's. A site's
//! program sees to it before anybody reads Markdown, so in code too.

use std::borrow::Cow;

use super::JOINER;
use super::scan::near;
use super::template::{self, Syntax};

/// So far the end of a text in quotes, or of a comment, is looked for, in bytes.
const FAR: usize = 1_000;

/// A text without what only tells a template to leave the rest alone. Signs in that are parted, so that nobody reads them.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    let may_have = ["raw", "verbatim", "/*", "\"}}", "'}}", "\" }}", "' }}"];
    if !text.contains("{{") && !text.contains("{%")
        || !may_have.iter().any(|sign| text.contains(sign))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let (mut rest, mut has_ends) = (text, true);
    while let Some(at) = sign(rest) {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let found = commented(tag)
            .or_else(|| quoted(tag))
            .or_else(|| has_ends.then(|| enclosed(tag, &mut has_ends)).flatten());
        rest = if let Some((shown, length)) = found {
            part_signs(&shown, &mut out);
            &tag[length..]
        } else {
            out.push_str(&tag[..2]);
            &tag[2..]
        };
    }
    if out.len() + rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Where a tag may begin. Both signs are looked for at once: one that comes nowhere would be looked for to the end each time.
fn sign(text: &str) -> Option<usize> {
    let mut braces = text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%')))
}

/// `{% raw %}…{% endraw %}` around signs of a template: what it encloses, and how long it is.
fn enclosed<'t>(text: &'t str, has_ends: &mut bool) -> Option<(Cow<'t, str>, usize)> {
    let tag = template::read(text).filter(|tag| tag.syntax == Syntax::Liquid && !tag.is_end)?;
    if !matches!(tag.name, "raw" | "verbatim") {
        return None;
    }
    let inner = &text[tag.length..];
    let mut tags = inner.match_indices("{%").map(|(at, _)| at);
    let end = tags.find_map(|at| {
        let end = template::read(&inner[at..])?;
        (end.is_end && end.name == tag.name).then_some((at, end.length))
    });
    // What ends nowhere is not looked for again and again.
    *has_ends = end.is_some();
    let (end, length) = end?;
    let inner_text = &inner[..end];
    let has_signs = ["{{", "{%", "{#"]
        .iter()
        .any(|sign| inner_text.contains(sign));
    has_signs.then(|| (inner_text.into(), tag.length + end + length))
}

/// `{{ "{{ x " }}`: signs of a template as a text.
fn quoted(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let line = near(text, FAR).lines().next()?;
    let inner = line.strip_prefix("{{")?.trim_start();
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (inner, behind) = inner[1..].split_once(quote)?;
    let behind = behind.trim_start().strip_prefix("}}")?;
    let has_signs = ["{{", "{%", "}}", "%}"]
        .iter()
        .any(|sign| inner.contains(sign));
    has_signs.then(|| (inner.into(), line.len() - behind.len()))
}

/// `{{</* x */>}}`: a tag of Hugo's that is shown.
fn commented(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let (open, close) = match text.as_bytes() {
        [b'{', b'{', b'<', b'/', b'*', ..] => ("{{<", ">}}"),
        [b'{', b'{', b'%', b'/', b'*', ..] => ("{{%", "%}}"),
        _ => return None,
    };
    let end = near(text, FAR).find("*/")?;
    let behind = text[end + 2..].strip_prefix(close)?;
    let shown = format!("{open}{}{close}", &text[open.len() + 2..end]);
    Some((shown.into(), text.len() - behind.len()))
}

/// Writes a text with a joiner in each sign of a template.
fn part_signs(text: &str, out: &mut String) {
    let mut last = ' ';
    for c in text.chars() {
        let is_sign = match last {
            '{' => matches!(c, '{' | '%' | '#'),
            '}' | '%' => c == '}',
            _ => false,
        };
        if is_sign {
            out.push(JOINER);
        }
        out.push(c);
        last = c;
    }
}
