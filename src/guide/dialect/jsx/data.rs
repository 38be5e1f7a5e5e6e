//! Lists that components show: `<Cards items={[{ title: "A", href: "/a" }]} />`.

use crate::guide::literal::{self, Literal};
use crate::text::single_spaced;

/// Of an entry its name, what is said of it, and where it leads.
const NAMES: [&str; 6] = ["title", "label", "name", "heading", "question", "text"];
const MORE: [&str; 6] = [
    "description",
    "subtitle",
    "summary",
    "content",
    "answer",
    "details",
];
const ADDRESSES: [&str; 4] = ["href", "link", "url", "to"];

/// The entries of a list in an expression, each as Markdown on one line; none where it is no list of things with names.
pub(super) fn entries(expression: &str) -> Vec<String> {
    if !expression.trim_start().starts_with('[') {
        return Vec::new();
    }
    match literal::read(expression).first() {
        Some(Literal::List(items)) => items.iter().filter_map(entry).collect(),
        _ => Vec::new(),
    }
}

/// HTML that an element is given as a text, on one line.
pub(super) fn html(expression: &str) -> Option<String> {
    match literal::read(&format!("[{expression}]")).first()? {
        Literal::List(items) => {
            let html = items.first()?.text()?.trim_end();
            Some(html.replace('\n', "&#10;"))
        }
        _ => None,
    }
}

fn entry(item: &Literal) -> Option<String> {
    let text = |keys: &[&str]| item.get(keys).and_then(Literal::text).map(single_spaced);
    let name = text(&NAMES).filter(|name| !name.is_empty())?;
    let shown = match text(&ADDRESSES) {
        Some(address) => format!("[{name}](<{address}>)"),
        None => name,
    };
    let more = text(&MORE).filter(|more| !more.is_empty());
    Some(match more {
        Some(more) => format!("{shown} — {more}"),
        None => shown,
    })
}
