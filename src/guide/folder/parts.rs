//! Files of Markdown that are no pages by themselves: parts of pages, and what speaks to others than readers.

use std::collections::HashSet;

use super::Files;
use super::contents::{Contents, Entry};
use super::languages::Place;
use super::names::{canonical, is_within, joined, last_of, without_ending};

/// Files at the top of a project that speak to others than its readers, without their endings, in lower case.
const NOT_FOR_READERS: [&str; 9] = [
    "license",
    "licence",
    "copying",
    "agents",
    "claude",
    "gemini",
    "copilot-instructions",
    "pull_request_template",
    "issue_template",
];

/// Takes the places of files that are no pages. A table of contents that lists one, or a page that leads to it, makes it one.
pub(super) fn leave_out(files: &Files, contents: &[Contents], places: &mut [Option<Place>]) {
    let listed = Listed::of(contents);
    let parts = parts(files, &listed);
    let left_out: Vec<bool> = files
        .pages
        .iter()
        .map(|(path, text)| {
            parts.contains(path.as_str())
                || is_template(text)
                || (is_for_others(path) && !listed.has(path) && !is_linked(path, files))
        })
        .collect();
    // A folder that has nothing else is read as it is.
    if left_out.iter().all(|&out| out) {
        return;
    }
    for (place, _) in places.iter_mut().zip(left_out).filter(|(_, out)| *out) {
        *place = None;
    }
}

/// Files that a listed page includes, and that no table of contents lists.
fn parts<'f>(files: &'f Files, listed: &Listed) -> HashSet<&'f str> {
    let included = files.included.iter();
    included
        .filter(|(page, part)| page != part && listed.has(page) && !listed.has(part))
        .map(|(_, part)| part.as_str())
        .collect()
}

/// Whether pages are made of it: its title is still to be put in.
fn is_template(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let front = matches!(lines.next(), Some("---" | "+++"));
    let mut front = lines.take_while(|line| front && !matches!(*line, "---" | "+++"));
    front.any(|line| line.starts_with("title") && line.contains("{{"))
}

fn is_for_others(path: &str) -> bool {
    let stem = without_ending(path).to_lowercase();
    NOT_FOR_READERS.contains(&stem.as_str())
}

/// Whether another page names a file at the top as a link does.
fn is_linked(path: &str, files: &Files) -> bool {
    let name = last_of(path);
    let mut others = files.pages.iter().filter(|(other, _)| other != path);
    others.any(|(_, text)| {
        let mut found = text.match_indices(name);
        found.any(|(at, _)| {
            let before = text[..at].trim_end_matches(['.', '/']);
            before.ends_with("](") || before.ends_with("]: ")
        })
    })
}

/// What tables of contents list.
struct Listed {
    files: HashSet<String>,
    folders: Vec<String>,
}

impl Listed {
    fn of(contents: &[Contents]) -> Self {
        let mut listed = Self {
            files: HashSet::new(),
            folders: Vec::new(),
        };
        for contents in contents {
            listed.add(&contents.base, &contents.entries);
        }
        listed
    }

    fn add(&mut self, base: &str, entries: &[Entry]) {
        for entry in entries {
            match entry {
                Entry::Page { target, .. } => self.add_file(base, target),
                Entry::Group {
                    target, entries, ..
                } => {
                    if let Some(target) = target {
                        self.add_file(base, target);
                    }
                    self.add(base, entries);
                }
                Entry::Folder(folder) => self.folders.extend(joined(base, folder)),
            }
        }
    }

    fn add_file(&mut self, base: &str, target: &str) {
        let path = target.split(['#', '?']).next().unwrap_or(target);
        let path = joined(base, path.trim_start_matches('/'));
        self.files
            .extend(path.map(|path| canonical(without_ending(&path))));
    }

    fn has(&self, path: &str) -> bool {
        self.files.contains(&canonical(without_ending(path)))
            || self.folders.iter().any(|folder| is_within(path, folder))
    }
}
