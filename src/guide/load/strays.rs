//! Files that lie in an authored guide and are no part of it.

use std::collections::HashSet;
use std::path::Path;

use super::files::Files;
use super::{ADVICE, DESKS, GLOSSARY, MANIFEST, QUERIES};
use crate::guide::Problem;
use crate::guide::problem::Report;
use crate::guide::validate::Header;
use crate::language::Language;

/// Files that look as if they belonged to the guide, but that it does not name.
pub(super) fn report_strays(files: &Files, header: &Header, problems: &mut Vec<Problem>) {
    let known = [MANIFEST, DESKS, GLOSSARY, ADVICE, QUERIES];
    let mut stray = |name: &str, help: &str| {
        let mut report = Report::new(name);
        report.warning(None, "the guide does not use this file", help);
        problems.extend(report.into_problems());
    };
    for name in files.list("") {
        let extension = Path::new(&name).extension().unwrap_or_default();
        if (extension == "yaml" || extension == "yml") && !known.contains(&name.as_str()) {
            stray(
                &name,
                "known are `guide.yaml`, `desks.yaml`, `glossary.yaml`, `advice.yaml` and `queries.yaml`",
            );
        }
    }
    let articles: HashSet<&str> = header.article_ids().collect();
    for (folder, language) in language_folders(files, header) {
        let listed = header.context().languages.contains(&language);
        for name in files.list(&folder) {
            let Some(id) = name.strip_suffix(".md") else {
                continue;
            };
            let path = format!("{folder}/{name}");
            if !listed {
                stray(
                    &path,
                    &format!(
                        "add `{language}` to `languages` in guide.yaml, or take the file away"
                    ),
                );
            } else if !articles.contains(id) {
                stray(
                    &path,
                    "add it to `articles` in guide.yaml, or take the file away",
                );
            }
        }
    }
}

/// The folders of the guide that are named like a language, and that language. Whose name is only formed like a tag, such as
/// `images`, are none.
fn language_folders(files: &Files, header: &Header) -> Vec<(String, Language)> {
    let listed = &header.context().languages;
    let names = files.list("").into_iter();
    let language = |name: &str| {
        name.parse().ok().filter(|language: &Language| {
            listed.contains(language) || (language.tag().len() == 2 && language.exists())
        })
    };
    let folders = names.filter_map(|name| language(&name).map(|language| (name, language)));
    folders.collect()
}
