//! `madoguchi init`: `guide.yaml` and `desks.yaml` for a folder of Markdown, with what was found there and what may be added.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::{Failure, Outcome, Output, check, usable};
use crate::guide::{self, Guide, Source};

pub(super) fn run(folder: &Path, out: &mut Output) -> Result<Outcome, Failure> {
    if !folder.is_dir() {
        let what = format!(
            "`{}` is no folder: name one that holds Markdown",
            folder.display()
        );
        return Err(Failure::Usage(what));
    }
    let guide = usable(guide::load(&Source::Folder(folder.to_owned())))?;
    for (name, text) in [
        ("guide.yaml", manifest(&guide)),
        ("desks.yaml", desks(&guide)),
    ] {
        let path = folder.join(name);
        let said = if write(&path, &text)? {
            "written"
        } else {
            "is there already, and was left as it is"
        };
        out.text(&format!("{}: {said}\n", path.display()))?;
    }
    out.text(&format!(
        "{}. `madoguchi {}` opens it, `madoguchi check {}` says what is odd.\n",
        check::size(&guide),
        folder.display(),
        folder.display(),
    ))
}

/// Writes a new file; `false` where there is one.
fn write(path: &Path, text: &str) -> Result<bool, Failure> {
    let failed = |error: std::io::Error| Failure::Io(format!("{}: {error}", path.display()));
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file
            .write_all(text.as_bytes())
            .map_err(failed)
            .map(|()| true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

/// A text as YAML and JSON both write it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn manifest(guide: &Guide) -> String {
    // In every language, as a manifest needs it.
    let titles: Vec<String> = guide
        .languages
        .iter()
        .map(|&language| format!("{language}: {}", quoted(guide.title.text(language))))
        .collect();
    let languages: Vec<String> = guide.languages.iter().map(ToString::to_string).collect();
    let numbers: Vec<String> = numbers(guide).iter().map(|number| quoted(number)).collect();
    let first = guide
        .articles
        .iter()
        .take(3)
        .map(|article| quoted(&article.id));
    let first: Vec<String> = first.collect();
    format!(
        "\
# What this guide is. Nothing here is needed; each line that is taken out is as it was found.
schema: 1
title: {{ {titles} }}
# The first is the default.
languages: [{languages}]
# The zone in which hours are meant.
timezone: {zone}

# The day for which its facts stand; shown with how long ago that was.
# as_of: 2026-01-31

# Whether those whom it is about have written it; with `false` readers are told to compare it with theirs.
# official: true

# The terms on which it may be passed on.
# licence: CC BY 4.0

# Articles that come first, in this order; the others follow.
# articles: [{first}]

# The only telephone numbers that may stand in it: any other becomes an error, and readers can check a number they were
# given. What looks like a number and is none is named in `not_numbers`.
# official_numbers: [{numbers}]
# not_numbers: []

# The domains under which its web addresses may lead; readers can check an address.
# official_domains: [example.com]
",
        titles = titles.join(", "),
        numbers = numbers.join(", "),
        languages = languages.join(", "),
        zone = guide.timezone.name(),
        first = first.join(", "),
    )
}

/// The numbers that stand in it, or an example.
fn numbers(guide: &Guide) -> Vec<String> {
    let found = guide::numbers_in(guide);
    if found.is_empty() {
        vec!["0120-000-000".to_owned()]
    } else {
        found
    }
}

fn desks(guide: &Guide) -> String {
    let number = quoted(&numbers(guide)[0]);
    let language = guide.languages[0];
    let section = guide
        .sections()
        .next()
        .map(|(at, _)| guide.id(at).to_string());
    format!(
        "\
# Whom readers can turn to, and when: with a desk here the status bar says who is there now, and F4 shows all of them.
desks: []

# desks:
#   - id: reception
#     name: {{ {language}: Reception }}
#     # What explains it, as `article#section`.
#     section: {section}
#     contacts:
#       - {{ kind: phone, value: {number} }}
#       - {{ kind: web, value: \"https://example.com/\" }}
#     # As OpenStreetMap writes opening hours, for each language that is spoken there.
#     hours: {{ {language}: \"Mo-Fr 09:00-17:00; PH off\" }}
#
# The days that `PH` means.
# holidays: [2027-01-01]
",
        section = quoted(&section.unwrap_or_default()),
    )
}
