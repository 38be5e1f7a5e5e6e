//! Patterns in a table of contents: pages and folders that nothing else in it names.

use super::{Builder, Contents, Entry, Node, SITES};
use crate::guide::folder::names::joined;

impl Builder<'_> {
    /// What a table of contents lists.
    pub(super) fn contents(&mut self, contents: &Contents, depth: usize) -> Vec<Node> {
        if has_patterns(&contents.entries) {
            self.name(&contents.base, &contents.entries);
        }
        self.listed(&contents.base, &contents.entries, depth)
    }

    /// Notes what is named, so that no pattern stands for it.
    fn name(&mut self, base: &str, entries: &[Entry]) {
        for entry in entries {
            match entry {
                Entry::Page { target, .. } => self.named.extend((self.resolve)(base, target)),
                Entry::Group {
                    target, entries, ..
                } => {
                    let leader = target.as_ref();
                    let leader = leader.and_then(|target| (self.resolve)(base, target));
                    self.named.extend(leader);
                    self.name(base, entries);
                }
                Entry::Folder(folder) => {
                    let left = self.left_of(base, folder);
                    self.named
                        .extend(left.into_iter().flat_map(|(_, pages)| pages));
                }
                Entry::Pattern(_) => {}
            }
        }
    }

    /// What a pattern stands for, below the folder that it begins with.
    pub(super) fn matching(&mut self, base: &str, pattern: &str, depth: usize) -> Vec<Node> {
        let pattern = pattern.trim_start_matches("./");
        let star = pattern.find('*').unwrap_or(pattern.len());
        let (folder, pattern) = match pattern[..star].rsplit_once('/') {
            Some((folder, _)) => (folder, &pattern[folder.len() + 1..]),
            None => ("", pattern),
        };
        let sites = std::iter::once("").chain(SITES);
        let paths = sites.filter_map(|site| joined(&joined(base, site)?, folder));
        let mut found = paths.map(|path| {
            let mut pages = self.within(&path);
            pages.retain(|page| {
                let inner = self.pages[*page].path[path.len()..].trim_start_matches('/');
                !self.used[*page] && !self.named.contains(page) && is_like(inner, pattern)
            });
            (path, pages)
        });
        match found.find(|(_, pages)| !pages.is_empty()) {
            Some((path, pages)) => self.by_folders(&path, pages, depth),
            None => Vec::new(),
        }
    }
}

fn has_patterns(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| match entry {
        Entry::Pattern(_) => true,
        Entry::Group { entries, .. } => has_patterns(entries),
        _ => false,
    })
}

/// Whether a pattern stands for a page: for itself, or for a folder around it.
fn is_like(path: &str, pattern: &str) -> bool {
    let mut names = path.split('/');
    let only_folders = pattern.ends_with('/');
    for part in pattern.trim_end_matches('/').split('/') {
        if part == "**" {
            return true;
        }
        if !names.next().is_some_and(|name| matches(name, part)) {
            return false;
        }
    }
    !only_folders || names.next().is_some()
}

/// Whether a name is like a pattern, in which a star stands for any characters.
fn matches(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_pages_and_for_folders() {
        for (pattern, paths) in [
            ("*", "a.md b/c.md"),
            ("*.md", "a.md"),
            ("*/", "b/c.md b/d/e.md"),
            ("a*", "a.md ab.md a-b/c.md"),
            ("*-b*.md", "a-b.md a-bc.md"),
            ("*/c.md", "b/c.md"),
            ("**/*.md", "a.md b/c.md b/d/e.md"),
            ("guide", "guide/x.md"),
        ] {
            for path in paths.split(' ') {
                assert!(is_like(path, pattern), "{path} {pattern}");
            }
        }
        for (pattern, path) in [
            ("*.md", "b/c.md"),
            ("*/", "a.md"),
            ("b*", "a.md"),
            ("*-b.md", "a-bc.md"),
            ("ab*ba", "aba"),
            ("*/c.md", "c.md"),
        ] {
            assert!(!is_like(path, pattern), "{path} {pattern}");
        }
    }
}
