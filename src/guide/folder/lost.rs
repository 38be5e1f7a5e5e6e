//! Links that lead nowhere, told once for each file that is missing, however many places lead there.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::links::BY_NAME;
use super::names::{canonical, folder_of, joined};
use crate::guide::Problem;
use crate::guide::dialect::NAMED_BY_TARGET;
use crate::guide::problem::{Report, quoted};

/// Of so many links in a file it is looked up in which line they stand.
const SOUGHT: usize = 100;

/// So many that lead to no page are looked for among all files.
const LOOKED_FOR: usize = 1_000;

/// Folders whose files have addresses without their names.
const HANDED_OUT: [&str; 3] = ["", "public", "static"];

/// What is missing, in the order in which it was found.
#[derive(Default)]
pub(super) struct Lost {
    found: Vec<Missing>,
    places: HashMap<String, usize>,
}

struct Missing {
    /// The first file that leads there, and how it is written there.
    file: String,
    link: String,
    /// How many other links lead there.
    more: usize,
}

impl Lost {
    /// A link that stands in a file and leads to none.
    pub fn add(&mut self, file: &str, link: &str) {
        let link = link.strip_prefix(NAMED_BY_TARGET).unwrap_or(link);
        let path = link.split(['#', '?']).next().unwrap_or(link);
        let folder = if path.starts_with('/') {
            ""
        } else {
            folder_of(file)
        };
        // What leads out of the folder is named as it is written.
        let target = joined(folder, path).unwrap_or_else(|| path.to_owned());
        let next = self.found.len();
        let at = *self.places.entry(canonical(&target)).or_insert(next);
        match self.found.get_mut(at) {
            Some(missing) => missing.more += 1,
            None => self.found.push(Missing {
                file: file.to_owned(),
                link: link.to_owned(),
                more: 0,
            }),
        }
    }

    /// `text` has what a file says, where its lines are those of the text. What `is_there`, and is only no page that is
    /// shown, is not lost: nobody has to mend anything.
    pub fn into_problems<'t>(
        mut self,
        text: &dyn Fn(&str) -> Option<&'t str>,
        is_there: &dyn Fn(&str) -> bool,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut number = 0;
        self.found.retain(|missing| {
            number += 1;
            number > LOOKED_FOR || !missing.may_be().any(|path| is_there(&path))
        });
        for one_file in self.found.chunk_by(|a, b| a.file == b.file) {
            let file = &one_file[0].file;
            let mut report = Report::new(file);
            let text = text(file);
            for (number, missing) in one_file.iter().enumerate() {
                let text = text.filter(|_| number < SOUGHT);
                let line = text.and_then(|text| line(text, &missing.link));
                missing.tell(line, &mut report);
            }
            problems.extend(report.into_problems());
        }
        problems
    }
}

impl Missing {
    /// Where it may be that is no page: beside the file, at the top of one of the folders around it, or among what a site
    /// hands out as it is.
    fn may_be(&self) -> impl Iterator<Item = String> {
        let path = self.link.split(['#', '?']).next().unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        let from_top = path.strip_prefix('/').map(str::to_owned);
        let beside = match from_top {
            Some(_) => None,
            None => joined(folder_of(&self.file), &path).filter(|path| !path.is_empty()),
        };
        let around = from_top.into_iter().flat_map(|path| {
            let folders = self.file.match_indices('/').map(|(at, _)| &self.file[..at]);
            let folders = std::iter::once("").chain(folders);
            let paths = folders.flat_map(|folder| {
                HANDED_OUT
                    .iter()
                    .filter_map(|inner| joined(&format!("{folder}/{inner}"), &path))
                    .collect::<Vec<_>>()
            });
            paths.filter(|path| !path.is_empty()).collect::<Vec<_>>()
        });
        beside.into_iter().chain(around)
    }

    fn tell(&self, line: Option<usize>, report: &mut Report) {
        let more = match self.more {
            0 => String::new(),
            1 => ", and 1 more link leads there".to_owned(),
            more => format!(", and {more} more links lead there"),
        };
        let written = match self.link.strip_prefix(BY_NAME) {
            Some(names) => in_brackets(name_in(names)),
            None => self.link.clone(),
        };
        let what = format!("the link {} leads to no file{more}", quoted(&written));
        let help = "its words are shown as text: correct it, write out where on the web it leads, or take it out";
        report.warning(line, &what, help);
    }
}

/// The name of a page as people write a link of it.
pub(super) fn in_brackets(name: &str) -> String {
    // Addresses have other signs for these.
    format!("[[{}]]", name.replace("%3C", "<").replace("%3E", ">"))
}

/// The first of the names that a link by name may mean.
fn name_in(names: &str) -> &str {
    names.split('|').next().unwrap_or(names)
}

/// The line in which a link is written, where it is found as that.
fn line(text: &str, link: &str) -> Option<usize> {
    let written = name_in(link.strip_prefix(BY_NAME).unwrap_or(link));
    let found = |(at, _): &(usize, &str)| {
        let behind = &text[at + written.len()..];
        text[..*at].ends_with(['(', '[', '<', '"', '\'', '`', ' ', '\t'])
            && behind.starts_with(|c: char| c.is_whitespace() || ")]>\"'`|".contains(c))
    };
    let (at, _) = text.match_indices(written).find(found)?;
    Some(1 + text[..at].matches('\n').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_told_once() {
        let mut lost = Lost::default();
        lost.add("a.md", "b.md#x");
        lost.add("c/d.md", "../b.md");
        lost.add("c/d.md", "b.md");
        lost.add("c/d.md", "/b.md?y");
        lost.add("c/d.md", "wiki:A b|c");
        let text = |file: &str| (file == "a.md").then_some("See b.md#xy.\n\n[b](b.md#x)\n");
        lost.add("c/d.md", "../Make%20file");
        lost.add("c/d.md", "/pure.html");
        lost.add("c/d.md", "../../out");
        let is_there = |path: &str| ["Make file", "c/public/pure.html", "out"].contains(&path);
        let told = lost.into_problems(&text, &is_there);
        assert_eq!((told[0].line, told[1].line), (Some(3), None));
        let told: Vec<String> = told.iter().map(|problem| problem.what.clone()).collect();
        assert_eq!(
            told,
            [
                "the link `b.md#x` leads to no file, and 2 more links lead there",
                "the link `b.md` leads to no file",
                "the link `[[A b]]` leads to no file",
                "the link `../../out` leads to no file",
            ]
        );
    }
}
