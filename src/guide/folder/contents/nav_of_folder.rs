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

/// What it lists.
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

/// A page; a folder by its name; what a pattern stands for, of which `...` is one for all that is left.
pub(super) fn entry(target: &str, label: Option<String>) -> Option<Entry> {
    if let Some(filter) = target.strip_prefix("...") {
        let filter = filter.trim_start_matches([' ', '|']).trim_end();
        let pattern = filter.strip_prefix("glob=").unwrap_or(filter);
        let is_filtered = pattern.contains(['|', '=', ' ']);
        let pattern = if pattern.is_empty() { "*" } else { pattern };
        return (!is_filtered).then(|| Entry::Pattern(pattern.to_owned()));
    }
    if target.contains("://") {
        return None;
    }
    if target.contains('*') {
        return Some(Entry::Pattern(target.to_owned()));
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
