//! Links that lead nowhere, told once for each file that is missing, however many places lead there.

use std::collections::HashMap;

use super::links::BY_NAME;
use super::names::{canonical, folder_of, joined};
use crate::guide::Problem;
use crate::guide::dialect::NAMED_BY_TARGET;
use crate::guide::problem::{Report, quoted};

/// Of so many links in a file it is looked up in which line they stand.
const SOUGHT: usize = 100;

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

    /// `text` has what a file says, where its lines are those of the text.
    pub fn into_problems<'t>(self, text: &dyn Fn(&str) -> Option<&'t str>) -> Vec<Problem> {
        let mut problems = Vec::new();
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
    fn tell(&self, line: Option<usize>, report: &mut Report) {
        let more = match self.more {
            0 => String::new(),
            1 => ", and 1 more link leads there".to_owned(),
            more => format!(", and {more} more links lead there"),
        };
        let written = match self.link.strip_prefix(BY_NAME) {
            Some(names) => format!("[[{}]]", name_in(names)),
            None => self.link.clone(),
        };
        let what = format!("the link {} leads to no file{more}", quoted(&written));
        let help = "its words are shown as text: correct it, write out where on the web it leads, or take it out";
        report.warning(line, &what, help);
    }
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
        let told = lost.into_problems(&text);
        assert_eq!((told[0].line, told[1].line), (Some(3), None));
        let told: Vec<String> = told.iter().map(|problem| problem.what.clone()).collect();
        assert_eq!(
            told,
            [
                "the link `b.md#x` leads to no file, and 2 more links lead there",
                "the link `b.md` leads to no file",
                "the link `[[A b]]` leads to no file",
            ]
        );
    }
}
