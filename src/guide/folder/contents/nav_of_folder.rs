//! Tables of contents of single folders, as plugins of `MkDocs` have them: `.nav.yml`, and `.pages` before that.

use super::{Contents, Entry, label, nav_of, page, yaml};
use crate::guide::folder::names::{is_markdown, joined, last_of};

pub(super) fn is(name: &str) -> bool {
    matches!(name, ".nav.yml" | ".pages")
}

/// What a folder is called by its table of contents.
pub(super) fn title(text: &str) -> Option<String> {
    yaml(text)["title"].as_str().and_then(label)
}

/// What it lists, with patterns left out: what they stand for comes behind anyway.
pub(super) fn read(folder: &str, text: &str) -> Option<Contents> {
    let value = yaml(text);
    let list = ["nav", "arrange"]
        .iter()
        .find_map(|key| Some(&value[*key]).filter(|list| list.is_sequence()));
    let contents = Contents::listed(folder.to_owned(), nav_of(list?, &entry))?;
    Some(Contents {
        is_of_folder: true,
        ..contents
    })
}

/// A page; a folder by its name.
fn entry(target: &str, label: Option<String>) -> Option<Entry> {
    let is_pattern = target.contains(['*', '?', '|']) || target.starts_with("...");
    if is_pattern || target.contains("://") {
        return None;
    }
    // Some name files without their endings.
    if is_markdown(target) || last_of(target).contains('.') {
        return Some(page(target, label));
    }
    Some(Entry::Group {
        label,
        target: None,
        entries: vec![Entry::Folder(joined("", target)?)],
    })
}
