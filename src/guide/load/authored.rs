//! Whose a folder is: an author's who made a guide of it, article by article, or anybody's.

use std::collections::HashSet;

use super::files::{Failure, Files};
use super::{MANIFEST, MAX_YAML};
use crate::guide::problem::Report;
use crate::guide::{decode, yaml};

/// Whether somebody has made a guide of this folder, article by article: then everything in it is as its author meant it,
/// or a mistake. Any other folder is taken as it is.
pub(super) fn is_authored(files: &Files) -> bool {
    let bytes = match files.read(MANIFEST, MAX_YAML) {
        Ok(bytes) => bytes,
        Err(Failure::Missing) => return false,
        // What cannot be read may say so.
        Err(_) => return true,
    };
    if first_is_in_a_language(files, &bytes) {
        return true;
    }
    let mut report = Report::new(MANIFEST);
    let Some(node) =
        decode::decode(&bytes, &mut report).and_then(|text| yaml::parse(&text, &mut report))
    else {
        // Its mistakes are told as an author's.
        return true;
    };
    let texts = |name: &str| {
        let entries = node.entries().iter();
        let list = entries
            .filter(|(key, _)| key.value == name)
            .map(|(_, value)| value);
        let mut all = Vec::new();
        list.for_each(|value| value.each_text(&mut |_, text| all.push(text.to_owned())));
        all
    };
    let (articles, languages) = (texts("articles"), texts("languages"));
    if articles.is_empty() {
        return false;
    }
    let mut report = Report::new(MANIFEST);
    let pages: HashSet<String> = files.documents(&mut report).pages.into_iter().collect();
    // Where not all can be seen, its author's word holds.
    if !report.into_problems().is_empty() {
        return true;
    }
    let in_a_language = |id: &String| {
        let mut places = languages
            .iter()
            .map(|language| format!("{language}/{id}.md"));
        places.any(|place| pages.contains(&place))
    };
    if articles.iter().any(in_a_language) {
        return true;
    }
    // Pages in other places, `docs/a.md` or `src/a/index.md`, are what it lists; where there are none, files are missing.
    let is_page = |id: &String| {
        let places = [format!("/{id}."), format!("/{id}/")];
        pages.iter().any(|path| {
            let path = format!("/{path}");
            places.iter().any(|place| path.contains(place))
        })
    };
    !articles.iter().any(is_page)
}

/// Whether the first article that a manifest lists is in a folder for one of its languages: nearly always that is known
/// without reading it as YAML, which of a large guide takes long.
fn first_is_in_a_language(files: &Files, manifest: &[u8]) -> bool {
    let text = String::from_utf8_lossy(manifest);
    let Some(first) = listed(&text, "articles").next() else {
        return false;
    };
    let is_there = |language: &str| files.has(&format!("{language}/{first}.md"));
    !first.contains(['/', '.']) && listed(&text, "languages").any(is_there)
}

/// The plain words of a list in a manifest, as it is mostly written: on the line of its key, or each on one below it.
fn listed<'a>(text: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    let mut lines = text.lines().skip_while(|line| !is_key(line, key));
    let own = lines.next().and_then(|line| line.split_once(':'));
    let below = lines.take_while(|line| line.starts_with([' ', '-']));
    let end = |c: char| c.is_whitespace() || "[],\"'".contains(c);
    let words = own.into_iter().map(|(_, rest)| rest).chain(below);
    words
        .flat_map(move |line| line.split(end))
        .filter(|word| !word.is_empty() && *word != "-")
}

fn is_key(line: &str, key: &str) -> bool {
    line.strip_prefix(key)
        .is_some_and(|rest| rest.starts_with(':'))
}
