//! The files that programs import which list pages: parts of the list stand there.

use super::files::Files;
use super::{Gathered, sum};
use crate::guide::decode;
use crate::guide::folder::{folder_of, imports, may_import};
use crate::guide::problem::Report;

/// The largest file that is read, in bytes: what is larger is no list that somebody wrote.
const MAX_FILE: u64 = 1 << 18;

/// So many files a program may import, with what these import.
const MOST: usize = 32;

/// The texts that a program imports, in an order in which each stands before what names it. Those in `known` are read by
/// themselves.
pub(super) fn read(
    files: &Files,
    path: &str,
    text: &str,
    known: &[String],
    gathered: &mut Gathered,
) -> Option<String> {
    if !may_import(path) {
        return None;
    }
    let mut found = String::new();
    let mut seen: Vec<String> = vec![path.to_owned()];
    let mut open = vec![(path.to_owned(), text.to_owned())];
    while let Some((path, text)) = open.pop() {
        for import in imports(&text) {
            let paths = import.paths(folder_of(&path));
            let is_new = |path: &String| !known.contains(path) && !seen.contains(path);
            if seen.len() > MOST || !paths.iter().all(|path| is_new(path) && is_of_lists(path)) {
                continue;
            }
            let mut read = paths.iter();
            let read = read.find_map(|path| Some((path, files.read(path, MAX_FILE).ok()?)));
            let Some((path, bytes)) = read else {
                continue;
            };
            seen.push(path.clone());
            gathered.take_sum(path, Some(sum(&bytes)));
            if let Some(text) = decode::decode(&bytes, &mut Report::lenient(path)) {
                found.insert_str(0, &import.inlined(&text));
                open.push((path.clone(), text.into_owned()));
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Whether a file may hold a list of pages: neither what stands above all pages, nor how they look, nor what others made.
fn is_of_lists(path: &str) -> bool {
    let mut parts = path.split('/');
    !parts.any(|part| {
        part.starts_with("nav")
            || matches!(
                part,
                "theme" | "components" | "node_modules" | "package.json"
            )
    })
}
