//! A folder of Markdown that nobody has prepared: its files are gathered, and read as `guide::folder` says.

use std::path::Path;

use super::files::Files;
use super::included::Included;
use super::walk::Listing;
use super::{
    ADVICE, DESKS, GLOSSARY, Gathered, MANIFEST, MAX_YAML, read, reading, report_failure, sum,
};
use crate::guide::folder::{self, Entry, Survey};
use crate::guide::kept::Identity;
use crate::guide::problem::Report;
use crate::guide::validate::{self, Defaults, Header, Parts};
use crate::guide::yaml::{self, Node};
use crate::guide::{Guide, Problem, decode, raw};
use crate::language::Language;
use crate::parallel;
use crate::text::clean::clean;

/// The largest file that is read, in bytes.
const MAX_PAGE: u64 = 4 << 20;

/// Where a guide speaks of no zone, its hours are those of the country that its language is spoken in.
const ZONES: [(&str, chrono_tz::Tz); 2] = [
    ("ja", chrono_tz::Asia::Tokyo),
    ("ko", chrono_tz::Asia::Seoul),
];

/// Reads it. `find` has guides that were read before.
pub(super) fn read_folder(
    files: &Files,
    gathered: &mut Gathered,
    find: impl FnOnce(Identity<'_>) -> Option<Guide>,
) -> Option<Guide> {
    let mut report = Report::lenient(".");
    let listing = files.documents(&mut report);
    let manifest = gathered.take(read(files, MANIFEST, MAX_YAML, |text, report| {
        let node = yaml::parse(text, report)?;
        Some((raw::Manifest::read_some(&node, report)?, node))
    }));
    let manifest = manifest.value();
    let others = [DESKS, GLOSSARY, ADVICE].map(|name| files.read(name, MAX_YAML));
    for (name, bytes) in [DESKS, GLOSSARY, ADVICE].into_iter().zip(&others) {
        gathered.take_sum(name, bytes.as_ref().ok().map(|bytes| sum(bytes)));
    }
    let read = read_pages(files, &listing, gathered);
    if read.pages.is_empty() {
        gathered.problems.extend(no_pages(files));
    }
    let digest = gathered.hasher.finalize().to_hex().to_string();
    let wanted = wanted(manifest.as_ref());
    let survey = folder::survey(
        name(files),
        &read,
        &wanted,
        order(manifest.as_ref()),
        &mut report,
    );
    gathered.problems.extend(report.into_problems());
    let header = header(files, &survey, manifest, gathered);
    let context = header.context();
    let identity = header.identity(&digest)?;
    if let Some(guide) = find(identity).filter(|guide| guide.identity() == identity) {
        return Some(guide);
    }
    let [desks, glossary, advice] = others;
    let desks = reading(desks, DESKS, MAX_YAML, |text, report| {
        super::parse_desks(text, context, report)
    });
    let glossary = reading(glossary, GLOSSARY, MAX_YAML, |text, report| {
        super::parse_glossary(text, context, report)
    });
    let advice = reading(advice, ADVICE, MAX_YAML, |text, report| {
        super::parse_advice(text, context, report)
    });
    let parts = Parts {
        desks: gathered.take(desks).value().unwrap_or_default(),
        glossary: gathered.take(glossary).value().unwrap_or_default(),
        advice: gathered.take(advice).value(),
        articles: Vec::new(),
    };
    let assembled = folder::assemble(&read, &survey);
    drop(read);
    let text_of = |name: &str| {
        let bytes = files.read(name, MAX_PAGE).ok()?;
        decode::decode(&bytes, &mut Report::lenient(name)).map(std::borrow::Cow::into_owned)
    };
    validate::folder_guide(
        header,
        parts,
        assembled,
        digest,
        &text_of,
        &mut gathered.problems,
    )
}

fn no_pages(files: &Files) -> Vec<Problem> {
    let mut report = Report::new(&files.root().to_string_lossy());
    let help = "name a folder that holds files of Markdown (`.md`), or one of these";
    report.error(None, "there is no Markdown here", help);
    report.into_problems()
}

/// All pages, and all that says how they are arranged.
fn read_pages(files: &Files, listing: &Listing, gathered: &mut Gathered) -> folder::Files {
    let read_text = |name: &String| {
        let bytes = files.read(name, MAX_PAGE);
        let mut report = Report::lenient(name);
        let (text, sum) = match bytes {
            Ok(bytes) => {
                let text = decode::decode(&bytes, &mut report).map(std::borrow::Cow::into_owned);
                (text, Some(sum(&bytes)))
            }
            Err(failure) => {
                report_failure(&failure, MAX_PAGE, &mut report);
                (None, None)
            }
        };
        (text, sum, report)
    };
    let ((), settings) = parallel::map(&listing.settings, || (), read_text);
    let ((), pages) = parallel::map(
        &listing.pages,
        || (),
        |name| {
            let (text, sum, mut report) = read_text(name);
            let included = Included::new(files, name);
            let text = text.map(|text| {
                let with = folder::with_included(&text, &|path| included.text(path));
                with.unwrap_or(text)
            });
            let (sum_of_parts, parts) = included.finish(&mut report);
            (text, sum, report, sum_of_parts, parts)
        },
    );
    let mut all = folder::Files::default();
    for (name, (text, sum, report)) in listing.settings.iter().zip(settings) {
        gathered.take_sum(name, sum);
        gathered.problems.extend(report.into_problems());
        all.settings.extend(text.map(|text| (name.clone(), text)));
    }
    for (name, (text, sum, report, sum_of_parts, parts)) in listing.pages.iter().zip(pages) {
        gathered.take_sum(name, sum);
        gathered.hasher.update(sum_of_parts.as_bytes());
        all.included
            .extend(parts.into_iter().map(|part| (name.clone(), part)));
        gathered.problems.extend(report.into_problems());
        all.pages.extend(text.map(|text| (name.clone(), text)));
    }
    all
}

/// The languages that the manifest lists, as far as they are any.
fn wanted(manifest: Option<&(raw::Manifest, Node)>) -> Vec<Language> {
    let listed = manifest
        .into_iter()
        .flat_map(|(manifest, _)| &manifest.languages);
    listed.filter_map(|code| code.value.parse().ok()).collect()
}

/// The articles that the manifest lists.
fn order(manifest: Option<&(raw::Manifest, Node)>) -> Vec<Entry> {
    let listed = manifest
        .into_iter()
        .flat_map(|(manifest, _)| &manifest.articles);
    let entries = listed.map(|id| Entry::Page {
        target: id.value.clone(),
        label: None,
    });
    entries.collect()
}

/// What is said of the whole, by its author or else by what is there.
fn header(
    files: &Files,
    survey: &Survey,
    manifest: Option<(raw::Manifest, Node)>,
    gathered: &mut Gathered,
) -> Header {
    let language = survey.languages[0];
    let zone = ZONES.iter().find(|(tag, _)| *tag == language.base().tag());
    let defaults = Defaults {
        id: files.id().unwrap_or_else(|| id(&files.root())),
        title: survey.title.clone(),
        name: survey.name.clone(),
        languages: survey.languages.clone(),
        timezone: zone.map_or(chrono_tz::UTC, |&(_, zone)| zone),
    };
    let mut report = Report::new(MANIFEST);
    // Where there is none, nothing is said.
    let (manifest, node) = manifest.unwrap_or_default();
    let header = validate::header_of_folder(manifest, &node, defaults, &mut report);
    gathered.problems.extend(report.into_problems());
    header
}

/// What the folder or the file is called.
fn name(files: &Files) -> String {
    let root = files.root();
    // What stands behind a dot is a kind of file, but a part of a folder's name.
    let name = if root.is_dir() {
        root.file_name()
    } else {
        root.file_stem()
    };
    let name = name.unwrap_or_default().to_string_lossy();
    clean(&name).replace('\n', " ")
}

/// Tells folders of the same name apart, which share a place for their indexes.
fn id(root: &Path) -> String {
    let sum = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    let name = root
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let mut id: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(40)
        .collect();
    id.push('-');
    id.push_str(&sum[..8]);
    id.trim_start_matches('-').to_owned()
}
