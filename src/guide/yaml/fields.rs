//! Reading a map field by field, with every problem reported and none in the way of the next.

use super::{Node, Value};
use crate::guide::problem::{Report, quoted};
use crate::guide::validate::near::nearest;
use crate::text::single_spaced;

/// A value with the 1-based line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub line: usize,
    pub value: T,
}

/// A text in several languages as it is written: pairs of language code and text. The code is empty where one text is for
/// all of them.
pub(crate) type Texts = Vec<(At<String>, At<String>)>;

/// A map whose keys are fixed.
pub(crate) struct Fields<'a> {
    /// What the map describes, for problems: "a desk".
    of: &'static str,
    node: &'a Node,
}

impl<'a> Fields<'a> {
    /// Takes the node as a map, and reports the keys that are none of `names`.
    pub(crate) fn new(
        of: &'static str,
        node: &'a Node,
        names: &[&'static str],
        report: &mut Report,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let help = format!("write fields below each other: {}", listed(names));
            report.error(
                node.line,
                &format!("{of} should be a map of fields, not {}", kind(node)),
                &help,
            );
            return None;
        };
        for (key, _) in entries {
            if !names.contains(&key.value.as_str()) {
                let help = match nearest(&key.value, names.iter().copied()) {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => format!("known are {}", listed(names)),
                };
                report.error(
                    key.line,
                    &format!("{of} has no field {}", quoted(&key.value)),
                    &help,
                );
            }
        }
        Some(Self { of, node })
    }

    /// The value of a field; `None` where it is left out or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Node> {
        let (_, value) = self
            .node
            .entries()
            .iter()
            .find(|(key, _)| key.value == name)?;
        (!matches!(value.value, Value::Null)).then_some(value)
    }

    /// The line of a field's key, or else of the map.
    pub(crate) fn line(&self, name: &str) -> usize {
        let entries = self.node.entries().iter();
        let mut keys = entries.map(|(key, _)| key);
        keys.find(|key| key.value == name)
            .map_or(self.node.line, |key| key.line)
    }

    /// The value of a field that must be there.
    pub(crate) fn required(&self, name: &str, report: &mut Report) -> Option<&'a Node> {
        let value = self.get(name);
        if value.is_none() {
            let what = format!("{} needs the field `{name}`", self.of);
            report.error(self.line(name), &what, &format!("add `{name}: …`"));
        }
        value
    }

    /// A text on one line.
    pub(crate) fn text(&self, name: &str, report: &mut Report) -> Option<At<String>> {
        text(self.get(name)?, name, report)
    }

    /// A text on one line that must be there.
    pub(crate) fn required_text(&self, name: &str, report: &mut Report) -> Option<At<String>> {
        text(self.required(name, report)?, name, report)
    }

    /// A list of texts; nothing where it is left out.
    pub(crate) fn list(&self, name: &str, report: &mut Report) -> Vec<At<String>> {
        let nodes = self.nodes(name, report);
        nodes
            .iter()
            .filter_map(|item| text(item, name, report))
            .collect()
    }

    /// The items of a list; nothing where it is left out.
    pub(crate) fn nodes(&self, name: &str, report: &mut Report) -> &'a [Node] {
        let Some(node) = self.get(name) else {
            return &[];
        };
        if !matches!(node.value, Value::List(_)) {
            let what = format!("`{name}` should be a list, not {}", kind(node));
            report.error(
                node.line,
                &what,
                &format!("write `{name}: […]`, or an item per line after `- `"),
            );
        }
        node.items()
    }

    /// A text per language.
    pub(crate) fn texts(&self, name: &str, report: &mut Report) -> Option<At<Texts>> {
        texts(self.get(name)?, name, report)
    }

    /// A list of texts per language; nothing where it is left out.
    pub(crate) fn lists(
        &self,
        name: &'static str,
        report: &mut Report,
    ) -> Vec<(At<String>, Vec<At<String>>)> {
        let Some(node) = self.get(name) else {
            return Vec::new();
        };
        if !matches!(node.value, Value::Map(_)) {
            let what = format!("`{name}` should be a list per language, not {}", kind(node));
            let help = format!("write `{name}: {{ ja: […], en: […] }}`");
            report.error(node.line, &what, &help);
        }
        let languages = Self { of: name, node };
        let entries = node.entries().iter();
        entries
            .map(|(key, _)| (key.clone(), languages.list(&key.value, report)))
            .collect()
    }

    pub(crate) fn flag(&self, name: &str, report: &mut Report) -> bool {
        match self.get(name) {
            None => false,
            Some(Node {
                value: Value::Bool(flag),
                ..
            }) => *flag,
            Some(node) => {
                let what = format!("`{name}` should be true or false, not {}", kind(node));
                report.error(
                    node.line,
                    &what,
                    &format!("write `{name}: true`, or leave it out"),
                );
                false
            }
        }
    }
}

/// A node as a text on one line, or a problem.
pub(crate) fn text(node: &Node, name: &str, report: &mut Report) -> Option<At<String>> {
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => Some(At {
            line: node.line,
            value: on_one_line(text),
        }),
        Value::Text(_) => {
            report.error(
                node.line,
                &format!("`{name}` is empty"),
                "write something, or leave the field out",
            );
            None
        }
        Value::Number(_) | Value::Bool(_) => {
            let what = format!("`{name}` should be text, not {}", kind(node));
            report.error(
                node.line,
                &what,
                "put the value in quotes, so that it is kept as it is written",
            );
            None
        }
        Value::Null | Value::List(_) | Value::Map(_) => {
            let what = format!("`{name}` should be text, not {}", kind(node));
            report.error(node.line, &what, "write one text here");
            None
        }
    }
}

fn on_one_line(text: &str) -> String {
    if text.contains('\n') {
        single_spaced(text)
    } else {
        text.trim().to_owned()
    }
}

fn texts(node: &Node, name: &str, report: &mut Report) -> Option<At<Texts>> {
    if let Value::Text(_) | Value::Number(_) = &node.value {
        let for_all = At {
            line: node.line,
            value: String::new(),
        };
        return Some(At {
            line: node.line,
            value: vec![(for_all, text(node, name, report)?)],
        });
    }
    let Value::Map(entries) = &node.value else {
        let what = format!("`{name}` should be a text per language, not {}", kind(node));
        report.error(
            node.line,
            &what,
            &format!("write `{name}: {{ ja: …, en: … }}`"),
        );
        return None;
    };
    let pairs = entries.iter();
    let value = pairs
        .filter_map(|(key, value)| Some((key.clone(), text(value, name, report)?)))
        .collect();
    Some(At {
        line: node.line,
        value,
    })
}

fn kind(node: &Node) -> String {
    match &node.value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => format!("the truth value {value}"),
        Value::Number(number) => format!("the number {number}"),
        Value::Text(text) => format!("the text {}", quoted(text)),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a map".to_owned(),
    }
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
