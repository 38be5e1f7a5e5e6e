//! A piece of HTML → its tags and texts.

use html5gum::{Token as Gum, Tokenizer};

/// What HTML is made of, as far as it is of use: comments and the like are left out.
pub(super) enum Token {
    Start(Tag),
    /// The name of what ends, in lower case.
    End(String),
    /// Entities are characters already.
    Text(String),
}

/// A tag with which something begins.
pub(super) struct Tag {
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

    /// The first of several attributes that has a value.
    pub fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.get(name))
    }
}

/// The tokens of a piece of HTML. Never fails: what is no tag is text.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token> {
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

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
