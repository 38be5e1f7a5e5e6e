//! A piece of HTML → its tags and texts.

use std::borrow::Cow;

use html5gum::{Token as Gum, Tokenizer};

/// More attributes than any tag has in earnest. The tokenizer calls itself for each one in quotes, so thousands would end the
/// program.
const MAX_ATTRIBUTES: usize = 64;

/// What HTML is made of, as far as it is of use: comments and the like are left out.
pub(in crate::guide) enum Token {
    Start(Tag),
    /// The name of what ends, in lower case.
    End(String),
    /// Entities are characters already.
    Text(String),
}

/// A tag with which something begins.
pub(in crate::guide) struct Tag {
    /// In lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub ends_itself: bool,
}

impl Tag {
    /// The value of an attribute, without spaces around it, unless it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(key, _)| key == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether it has an attribute, with whatever value.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(key, _)| key == name)
    }

    /// Whether no attribute says anything: `<your name>`.
    pub fn is_bare(&self) -> bool {
        self.attributes.iter().all(|(_, value)| value.is_empty())
    }

    /// Whether a browser shows nothing of what is in it, as far as the tag itself says so.
    pub fn hides(&self) -> bool {
        let closed = self.name == "dialog" && !self.has("open");
        let unseen = matches!(
            self.name.as_str(),
            "title" | "canvas" | "meter" | "progress"
        );
        closed || unseen || self.has("hidden") || self.get("style").is_some_and(hides)
    }

    /// The first of several attributes that has a value.
    pub fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.get(name))
    }
}

/// The tokens of a piece of HTML. Never fails: what is no tag is text.
pub(in crate::guide) fn tokens(html: &str) -> impl Iterator<Item = Token> {
    let tokens: Vec<Token> = tokens_of(&without_surplus(html)).collect();
    tokens.into_iter()
}

fn tokens_of(html: &str) -> impl Iterator<Item = Token> {
    Tokenizer::new(html).filter_map(|token| {
        let Ok(token) = token;
        match token {
            Gum::StartTag(tag) => Some(Token::Start(Tag {
                name: text(&tag.name),
                attributes: tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (text(name), text(value)))
                    .collect(),
                ends_itself: tag.self_closing,
            })),
            Gum::EndTag(tag) => Some(Token::End(text(&tag.name))),
            Gum::String(string) => Some(Token::Text(text(&string))),
            Gum::Comment(_) | Gum::Doctype(_) | Gum::Error(_) => None,
        }
    })
}

/// Whether a style makes things invisible.
fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    let nothing = |name: &str| {
        let value = style.split(name).nth(1);
        value.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
    };
    ["display:none", "visibility:hidden", "visibility:collapse"]
        .iter()
        .any(|own| style.contains(own))
        || nothing("font-size:0")
        || nothing("opacity:0")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The same without the attributes of a tag that are too many.
fn without_surplus(html: &str) -> Cow<'_, str> {
    if html.matches('"').count() <= MAX_ATTRIBUTES {
        return Cow::Borrowed(html);
    }
    let bytes = html.as_bytes();
    let mut kept = String::with_capacity(html.len());
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'<' {
            at += 1;
            continue;
        }
        let (surplus, end) = tag(bytes, at);
        if let Some(surplus) = surplus {
            kept.push_str(&html[from..surplus]);
            from = end;
        }
        at = end.max(at + 1);
    }
    kept.push_str(&html[from..]);
    Cow::Owned(kept)
}

/// Where the surplus attributes begin of a tag that begins here, if there are any, and where its end stands.
fn tag(bytes: &[u8], start: usize) -> (Option<usize>, usize) {
    let mut count = 0;
    let mut surplus = None;
    let mut quote = None;
    let mut last = b'<';
    for (at, &byte) in bytes.iter().enumerate().skip(start) {
        match (quote, byte) {
            (None, b'>') => return (surplus, at),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => {
                quote = None;
                count += 1;
                if count == MAX_ATTRIBUTES {
                    surplus = Some(at + 1);
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    (surplus, bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_tag_has_attributes_without_end() {
        for (before, attribute, behind) in [
            ("<div ", "a=\"b\" ", ">text</div>"),
            ("<div ", "a='>' ", ">text</div>"),
            ("<img ", "a=\">\" ", "/>text"),
            ("<div ", "a = \"b\" ", ">text"),
            ("</div ", "a=\"b\" ", ">text"),
            ("a < b <div ", "\na=\"b\"", ">text"),
        ] {
            let html = format!("{before}{}{behind}", attribute.repeat(100_000));
            let shown: String = tokens(&html)
                .filter_map(|token| match token {
                    Token::Text(text) => Some(text),
                    _ => None,
                })
                .collect();
            assert!(shown.ends_with("text") && !shown.contains('='), "{before}");
        }
        let html = "<p class=\"a\">b</p>".repeat(100);
        assert_eq!(without_surplus(&html), html);
    }
}
