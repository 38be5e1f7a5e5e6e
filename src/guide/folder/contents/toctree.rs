//! The tables of contents of Sphinx, which stand in pages: each lists what comes below its page.

use std::collections::{HashMap, HashSet};

use super::{Contents, Entry, page};
use crate::guide::dialect::entry;
use crate::guide::folder::names::{folder_of, joined, without_ending};

/// How deep pages may list each other.
const MAX_DEPTH: usize = 8;

/// So far before the word its line is looked at, in bytes.
const NEAR: usize = 40;

/// What the pages of a folder list, from each on that no other lists. `pages` are paths and texts, of pages and of the indexes in
/// `reStructuredText` that lead others in Markdown.
pub(in crate::guide::folder) fn read<'a>(
    pages: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<Contents> {
    let mut lists: HashMap<&str, (&str, Vec<List<'_>>)> = HashMap::new();
    let mut order = Vec::new();
    for (path, text) in pages {
        let found = lists_in(text);
        if !found.is_empty() {
            order.push(path);
            lists.insert(without_ending(stem(path)), (path, found));
        }
    }
    let mut listed = HashSet::new();
    for (path, lists) in lists.values() {
        let targets = lists.iter().flat_map(|list| &list.entries);
        listed.extend(targets.filter_map(|(_, target)| place(path, target)));
    }
    // The whole begins in the outermost folder.
    order.sort_by_key(|path| path.matches('/').count());
    let roots = order
        .into_iter()
        .filter(|path| !listed.contains(stem(path)));
    let roots = roots.filter_map(|path| {
        let mut seen = HashSet::new();
        let own = page(&format!("/{path}"), None);
        let entries = entries(path, &lists, &mut seen, 0);
        let entries = std::iter::once(own).chain(entries).collect();
        Contents::listed(String::new(), entries)
    });
    roots.collect()
}

/// A table of contents: what stands above it, and its entries.
struct List<'t> {
    caption: Option<&'t str>,
    /// Words and target.
    entries: Vec<(Option<&'t str>, &'t str)>,
}

fn stem(path: &str) -> &str {
    path.strip_suffix(".rst").unwrap_or(without_ending(path))
}

/// The path, without ending, of what a page lists.
fn place(path: &str, target: &str) -> Option<String> {
    let target = stem(target);
    match target.strip_prefix('/') {
        Some(from_top) => joined("", from_top),
        None => joined(folder_of(path), target),
    }
}

fn entries(
    path: &str,
    lists: &HashMap<&str, (&str, Vec<List<'_>>)>,
    seen: &mut HashSet<String>,
    depth: usize,
) -> Vec<Entry> {
    let Some((_, own)) = lists.get(stem(path)) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for list in own {
        let mut listed = Vec::new();
        for (words, target) in &list.entries {
            let Some(target) = place(path, target).filter(|target| seen.insert(target.clone()))
            else {
                continue;
            };
            let label = words.map(str::to_owned);
            let inner = if depth < MAX_DEPTH {
                entries(&target, lists, seen, depth + 1)
            } else {
                Vec::new()
            };
            listed.push(if inner.is_empty() {
                page(&target, label)
            } else {
                Entry::Group {
                    label,
                    target: Some(target),
                    entries: inner,
                }
            });
        }
        // Within others none is shown.
        match list.caption.filter(|_| depth == 0) {
            Some(caption) if !listed.is_empty() => all.push(Entry::Group {
                label: Some(caption.to_owned()),
                target: None,
                entries: listed,
            }),
            _ => all.extend(listed),
        }
    }
    all
}

fn lists_in(text: &str) -> Vec<List<'_>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("toctree") {
        // What stands before it in its line is short.
        let near = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
        let before = near.rsplit('\n').next().unwrap_or_default().trim();
        let behind = &text[at + "toctree".len()..];
        let is_fence = before.ends_with('{')
            && before
                .trim_end_matches('{')
                .bytes()
                .all(|byte| b"`~:".contains(&byte))
            && behind.starts_with('}');
        let is_rst = before == ".." && behind.starts_with("::");
        if !is_fence && !is_rst {
            continue;
        }
        let mut list = List {
            caption: None,
            entries: Vec::new(),
        };
        for line in behind.lines().skip(1) {
            let inner = line.trim();
            let ends = if is_fence {
                inner.len() > 2 && inner.bytes().all(|byte| b"`~:".contains(&byte))
            } else {
                !inner.is_empty() && !line.starts_with([' ', '\t'])
            };
            // One without an end goes up to the next.
            if ends || inner.contains("toctree") {
                break;
            }
            if let Some(caption) = inner.strip_prefix(":caption:") {
                list.caption = Some(caption.trim()).filter(|caption| !caption.is_empty());
            } else if inner != "---" && !inner.contains("://") {
                list.entries.extend(entry(inner));
            }
        }
        found.push(list);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::folder::contents::testing::shown;

    #[test]
    fn pages_list_what_is_below_them() {
        let pages = [
            (
                "docs/index.md",
                "# A\n```{toctree}\n:caption: Part\n\nb/index\nWords <c.md>\nself\n```\n",
            ),
            (
                "docs/b/index.md",
                ":::{toctree}\n:hidden:\n:caption: Not shown\nx\n/docs/y\n:::\n",
            ),
            (
                "other/index.rst",
                "Title\n\n.. toctree::\n   :maxdepth: 2\n\n   z\n\nText\n",
            ),
            ("docs/c.md", "a `toctree` is none"),
        ];
        let contents = read(pages.into_iter());
        let shown: Vec<String> = contents
            .iter()
            .map(|contents| shown(&contents.entries))
            .collect();
        assert_eq!(
            shown,
            [
                "/docs/index.md Part(docs/b/index(docs/b/x docs/y) Words=docs/c)",
                "/other/index.rst other/z"
            ]
        );
    }
}
