//! The keys of acts: each line names an act and all keys that do it.

use crate::app::{Bound, Unbound};
use crate::frame::keys::{Key, Unusable};
use crate::guide::nearest;
use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::{Node, Value};

use super::shown;

/// The keys as they are with these.
pub fn read(node: &Node, report: &mut Report) -> Bound {
    let mut bound = Bound::default();
    if !matches!(node.value, Value::Map(_)) {
        let help = "write `keys:` and below it an act with its keys, such as `copy: [Ctrl-Y]`";
        report.error(node.line, "`keys` should be a list of acts", help);
        return bound;
    }
    // Where each act was bound, for conflicts.
    let mut lines: Vec<(&str, usize)> = Vec::new();
    for (name, value) in node.entries() {
        let Some(keys) = keys(value, &name.value, report) else {
            continue;
        };
        match bound.bind(&name.value, &keys) {
            Ok(()) => lines.push((&name.value, name.line)),
            Err(Unbound::NoSuchAct) => {
                let names = Bound::names();
                let help = match nearest(&name.value, names.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("known are {}", names.join(", ")),
                };
                let what = format!("there is no act {}", quoted(&name.value));
                report.error(name.line, &what, &help);
            }
            Err(Unbound::Text(key)) => {
                let what = format!(
                    "`{}` is text where `{}` is done",
                    key.name(),
                    shown(&name.value)
                );
                let help = "take a key that types nothing, such as F3, Ctrl-N or Alt-N";
                report.error(name.line, &what, help);
            }
        }
    }
    for conflict in bound.conflicts() {
        let line = |name: &str| {
            let line = lines.iter().find(|(bound, _)| *bound == name);
            line.map(|(_, line)| *line)
        };
        let [one, other] = conflict.acts;
        let (line, mine, others) = match (line(one), line(other)) {
            (Some(first), Some(second)) if first > second => (first, one, other),
            (_, Some(line)) => (line, other, one),
            (Some(line), None) => (line, one, other),
            // The list of acts has none.
            (None, None) => continue,
        };
        let key = conflict.key.name();
        let (what, help) = if others.is_empty() {
            (
                format!("`{key}` of `{mine}` always does something else"),
                "take another key: digits choose, and Ctrl-C quits".to_owned(),
            )
        } else {
            (
                format!("`{key}` does both `{mine}` and `{others}`"),
                format!("take another key, or bind others to `{others}`"),
            )
        };
        report.error(line, &what, &help);
    }
    bound
}

/// The keys of an act: one, a list, or none. `None` where any is wrong.
fn keys(node: &Node, act: &str, report: &mut Report) -> Option<Vec<Key>> {
    let act = shown(act);
    let one = |node: &Node, report: &mut Report| {
        let written = match &node.value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.clone(),
            _ => {
                let what = format!("`{act}` should have the names of keys");
                let help = "write `[F3, Ctrl-N]`; a sign that YAML has a meaning for needs quotes";
                report.error(node.line, &what, help);
                return None;
            }
        };
        match Key::parse(&written) {
            Ok(key) => Some(key),
            Err(Unusable::Unknown) => {
                let what = format!("there is no key {}", quoted(&written));
                let help = "write it as in F3, Ctrl-N, Alt-Right, Shift-F3, PgDn, Space or /";
                report.error(node.line, &what, help);
                None
            }
            Err(Unusable::NotSent(why)) => {
                let what = format!("the key {} does not arrive: {why}", quoted(&written));
                report.error(node.line, &what, "take another");
                None
            }
        }
    };
    match &node.value {
        Value::List(items) => {
            let keys: Vec<Option<Key>> = items.iter().map(|item| one(item, report)).collect();
            keys.into_iter().collect()
        }
        Value::Null => {
            let what = format!("`{act}` has no keys");
            report.error(
                node.line,
                &what,
                &format!("write `{act}: []` where it is to have none"),
            );
            None
        }
        _ => one(node, report).map(|key| vec![key]),
    }
}
