//! The tree, and how the parser makes it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::At;
use crate::guide::problem::Report;
use crate::text::clean::{clean, is_hidden};

/// A value and the 1-based line on which it begins.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub line: usize,
    pub value: Value,
}

#[derive(Debug, Default)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    /// As the parser understood it: `0x10` is `16`.
    Number(String),
    /// Cleaned.
    Text(String),
    List(Vec<Node>),
    /// In the author's order, with duplicates.
    Map(Vec<(At<String>, Node)>),
}

impl Node {
    /// The entries of a map; none of anything else.
    pub(crate) fn entries(&self) -> &[(At<String>, Self)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Calls `visit` with every text and every key, and its line.
    pub(crate) fn each_text(&self, visit: &mut dyn FnMut(usize, &str)) {
        match &self.value {
            Value::Text(text) => visit(self.line, text),
            Value::List(items) => items.iter().for_each(|item| item.each_text(visit)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    visit(key.line, &key.value);
                    value.each_text(visit);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Why there is no tree.
pub(super) enum Failure {
    /// What the parser did not like, and the line, where it has one.
    Syntax(Option<usize>, String),
    /// The parser and the scan do not see the same text. Then the scan cannot be trusted with what it lets through.
    OutOfStep,
}

/// The walk of the parser through the document, in step with the lines that the scan found.
pub(super) struct Walk<'a> {
    lines: &'a [usize],
    next: Cell<usize>,
    /// Hidden characters that an escape (`"\u202E"`) brought in.
    hidden: RefCell<Vec<(usize, char)>>,
}

impl<'a> Walk<'a> {
    pub(super) const fn new(lines: &'a [usize]) -> Self {
        Self {
            lines,
            next: Cell::new(0),
            hidden: RefCell::new(Vec::new()),
        }
    }

    pub(super) fn parse(&self, source: &str) -> Result<Node, Failure> {
        let root = self
            .deserialize(serde_yaml::Deserializer::from_str(source))
            .map_err(|error| {
                Failure::Syntax(error.location().map(|at| at.line()), error.to_string())
            })?;
        if self.next.get() == self.lines.len() {
            Ok(root)
        } else {
            Err(Failure::OutOfStep)
        }
    }

    pub(super) fn report_hidden(&self, report: &mut Report) {
        for &(line, c) in &*self.hidden.borrow() {
            report.warning(
                line,
                &format!(
                    "an escape stands for the hidden character U+{:04X}; it is left out",
                    u32::from(c)
                ),
                "take the escape out of the text",
            );
        }
    }

    /// The line of the next scalar, without going on to it.
    fn line(&self) -> usize {
        let last = self.lines.last().copied().unwrap_or(1);
        self.lines.get(self.next.get()).copied().unwrap_or(last)
    }

    fn step(&self) -> usize {
        let line = self.line();
        self.next.set(self.next.get() + 1);
        line
    }

    /// The line of the scalar met last: where something empty stands.
    fn line_before(&self) -> usize {
        let before = self.next.get().saturating_sub(1);
        self.lines.get(before).copied().unwrap_or(1)
    }

    fn text(&self, text: &str) -> At<String> {
        let line = self.step();
        let value = match clean(text) {
            Cow::Borrowed(same) => same.to_owned(),
            Cow::Owned(cleaned) => {
                let hidden = text.chars().find(|&c| is_hidden(c));
                self.hidden.borrow_mut().extend(hidden.map(|c| (line, c)));
                cleaned
            }
        };
        At { line, value }
    }

    fn scalar(&self, value: Value) -> Node {
        Node {
            line: self.step(),
            value,
        }
    }
}

impl<'de> DeserializeSeed<'de> for &Walk<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Walk<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a number, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node {
            line: self.line_before(),
            value: Value::Null,
        })
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(self.scalar(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(self.scalar(Value::Number(value.to_string())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(self.scalar(Value::Number(value.to_string())))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(self.scalar(Value::Number(value.to_string())))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(self.scalar(Value::Number(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(self.scalar(Value::Number(value.to_string())))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        let At { line, value } = self.text(value);
        Ok(Node {
            line,
            value: Value::Text(value),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let (first, before) = (self.line(), self.line_before());
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Node {
            line: if items.is_empty() { before } else { first },
            value: Value::List(items),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let (first, before) = (self.line(), self.line_before());
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(KeySeed(self))? {
            entries.push((key, map.next_value_seed(self)?));
        }
        Ok(Node {
            line: if entries.is_empty() { before } else { first },
            value: Value::Map(entries),
        })
    }
}

/// A key is text whatever it looks like: `2024:` is the key `2024`.
struct KeySeed<'a>(&'a Walk<'a>);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = At<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<At<String>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = At<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E>(self, value: &str) -> Result<At<String>, E> {
        Ok(self.0.text(value))
    }
}
