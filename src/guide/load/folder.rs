//! A folder of Markdown that nobody has prepared: its files are gathered, and read as `guide::folder` says.

use std::path::Path;

use super::files::Files;
use super::walk::Listing;
use super::{
    ADVICE, DESKS, GLOSSARY, Gathered, MANIFEST, MAX_YAML, Reading, Sum, read, reading,
    report_failure, sum,
};
use super::{imported, included};
use crate::guide::folder::{self, Entry};
use crate::guide::kept::Identity;
use crate::guide::problem::Report;
use crate::guide::validate::{self, Defaults, Header, Parts};
use crate::guide::yaml::{self, Node};
use crate::guide::{Guide, Problem, Severity, decode, raw, signs};
use crate::language::Language;
use crate::parallel;
use crate::text::clean::clean;

/// The largest file that is read, in bytes.
const MAX_PAGE: u64 = 4 << 20;

/// The most Markdown that a file may have, as `guide::signs` counts it: a parser needs a hundred bytes and more for each sign.
const MAX_SIGNS: usize = 500_000;

/// A smaller file is not counted, but for its tables it has far fewer.
const COUNTED: usize = 1 << 16;

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
    let manifest = gathered.take(read_manifest(files)).value();
    let others = [DESKS, GLOSSARY, ADVICE].map(|name| files.read(name, MAX_YAML));
    for (name, bytes) in [DESKS, GLOSSARY, ADVICE].into_iter().zip(&others) {
        gathered.take_sum(name, bytes.as_ref().ok().map(|bytes| sum(bytes)));
    }
    let read = read_pages(files, &listing, gathered);
    if listing.pages.is_empty() {
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
    let title = survey.title.clone();
    let header = header(files, &survey.languages, title, manifest, gathered);
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
    let assembled = folder::assemble(&read, &survey, &|path| files.is_there(path));
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

/// What `guide.yaml` says of the whole, where that is all that its pages would.
pub(super) fn read_header(files: &Files, gathered: &mut Gathered) -> Option<Header> {
    let manifest = gathered.take(read_manifest(files)).value()?;
    let languages = wanted(Some(&manifest));
    let is_told = manifest.0.title.is_some() && !languages.is_empty();
    is_told.then(|| header(files, &languages, None, Some(manifest), gathered))
}

fn read_manifest(files: &Files) -> Reading<(raw::Manifest, Node)> {
    read(files, MANIFEST, MAX_YAML, |text, report| {
        let node = yaml::parse(text, report)?;
        Some((raw::Manifest::read_some(&node, report)?, node))
    })
}

fn no_pages(files: &Files) -> Vec<Problem> {
    let mut report = Report::new(&files.root().to_string_lossy());
    let help = "name a folder that holds files of Markdown (`.md`), or one of these";
    report.error(None, "there is no Markdown here", help);
    report.into_problems()
}

/// All pages, and all that says how they are arranged.
fn read_pages(files: &Files, listing: &Listing, gathered: &mut Gathered) -> folder::Files {
    let read_text = |name: &String| -> Text {
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
    let ((), mut pages) = parallel::map(
        &listing.pages,
        || (),
        |name| {
            let (text, sum, mut report) = read_text(name);
            let text = text.filter(|text| has_room(text, &mut report));
            (text, sum, report)
        },
    );
    let mut all = folder::Files::default();
    for (name, (text, sum, report)) in listing.settings.iter().zip(settings) {
        gathered.take_sum(name, sum);
        gathered.problems.extend(report.into_problems());
        all.settings.extend(text.map(|text| (name.clone(), text)));
    }
    for (name, text) in &all.settings {
        let read = imported::read(files, name, text, &listing.settings, gathered);
        all.imported.extend(read.map(|read| (name.clone(), read)));
    }
    for (name, (_, sum, _)) in listing.pages.iter().zip(&pages) {
        gathered.take_sum(name, *sum);
    }
    all.included = include(files, &listing.pages, &mut pages, gathered);
    let mut problems = Vec::new();
    for (name, (text, _, report)) in listing.pages.iter().zip(pages) {
        problems.extend(report.into_problems());
        all.pages.extend(text.map(|text| (name.clone(), text)));
    }
    if all.pages.is_empty() {
        // What keeps every page from being read keeps the guide from it.
        for problem in &mut problems {
            problem.severity = Severity::Error;
        }
    }
    gathered.problems.extend(problems);
    all
}

/// Whether a file, or a page with all that it includes, is no more than can be parsed.
fn has_room(text: &str, report: &mut Report) -> bool {
    let beyond = (text.len() > COUNTED).then(|| signs::line_beyond(text, MAX_SIGNS));
    let Some(line) = beyond.flatten() else {
        return true;
    };
    let what = format!(
        "up to here the file has more than {MAX_SIGNS} signs of markup, lines and cells of tables: it is not read"
    );
    report.error(line + 1, &what, "split it into several");
    false
}

/// A file: its text, the sum of its bytes, and what is wrong with it.
type Text = (Option<String>, Option<Sum>, Report);

/// Puts into pages what they include. Gives for each such page the files of Markdown that it has: both paths.
fn include(
    files: &Files,
    names: &[String],
    pages: &mut [Text],
    gathered: &mut Gathered,
) -> Vec<(String, String)> {
    let texts = pages.iter().map(|(text, ..)| text.as_deref());
    let own: usize = texts.clone().flatten().map(str::len).sum();
    let asks = |&(_, text): &(usize, &str)| folder::may_include(text);
    let asking = texts.enumerate().filter_map(|(at, text)| Some((at, text?)));
    let asking: Vec<(usize, &str)> = asking.filter(asks).collect();
    let wanted: Vec<(&str, &str)> = asking
        .iter()
        .map(|&(at, text)| (names[at].as_str(), text))
        .collect();
    let room = included::ROOM + own;
    let read = included::all(files, names, &wanted, room);
    let places: Vec<usize> = asking.iter().map(|&(at, _)| at).collect();
    let mut of_pages = Vec::new();
    let mut without = Vec::new();
    for (at, read) in places.into_iter().zip(read) {
        let Some((page, mut report)) = read else {
            without.push(names[at].as_str());
            continue;
        };
        let text = page.text.filter(|text| has_room(text, &mut report));
        gathered.hasher.update(page.sum.as_bytes());
        gathered.problems.extend(report.into_problems());
        let parts = page.parts.into_iter();
        of_pages.extend(parts.map(|part| (names[at].clone(), part)));
        if text.is_some() {
            pages[at].0 = text;
        }
    }
    if let Some(first) = without.first() {
        let mut report = Report::lenient(first);
        let what = format!(
            "from this page on {} are shown without the files that they include: those of all pages together have more than {room} bytes",
            counted(without.len())
        );
        report.warning(None, &what, "include less, or open a part of the folder");
        gathered.problems.extend(report.into_problems());
    }
    of_pages
}

fn counted(pages: usize) -> String {
    match pages {
        1 => "1 page".to_owned(),
        more => format!("{more} pages"),
    }
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

/// What is said of the whole, by its author or else by what is there: `languages` and `title`.
fn header(
    files: &Files,
    languages: &[Language],
    title: Option<String>,
    manifest: Option<(raw::Manifest, Node)>,
    gathered: &mut Gathered,
) -> Header {
    let language = languages[0];
    let zone = ZONES.iter().find(|(tag, _)| *tag == language.base().tag());
    let defaults = Defaults {
        id: files.id().unwrap_or_else(|| id(&files.root())),
        title,
        name: name(files),
        languages: languages.to_vec(),
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
    // `docs` is the same in every project.
    let around = root.parent().and_then(Path::file_name);
    let around = around.map(|around| around.to_string_lossy());
    let name = around
        .filter(|_| root.is_dir() && folder::is_container(&name))
        .unwrap_or(name);
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

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{MAX_PAGE, MAX_SIGNS};
    use crate::guide::load::without_articles;
    use crate::guide::{Severity, Source, load};

    #[test]
    fn it_is_said_why_the_only_page_cannot_be_read() {
        let folder = TempDir::new().unwrap();
        let large = usize::try_from(MAX_PAGE).unwrap() + 1;
        fs::write(folder.path().join("all.md"), "a".repeat(large)).unwrap();
        let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
        assert!(guide.is_none());
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(problems[0].severity, Severity::Error);
        let bytes = format!("all.md: the file is {large} bytes long");
        assert!(said[0].contains(&bytes), "{said:?}");
        fs::write(folder.path().join("all.md"), "`a` ".repeat(MAX_SIGNS / 2)).unwrap();
        let (guide, problems) = load(&Source::Folder(folder.path().to_owned()));
        assert!(guide.is_none() && problems[0].to_string().contains("signs of markup"));
        fs::write(folder.path().join("b.md"), "# B\n").unwrap();
        let (guide, _) = load(&Source::Folder(folder.path().to_owned()));
        assert!(guide.is_some(), "one that can be read is enough");
    }

    #[test]
    fn whom_to_turn_to_is_told_without_a_page_being_read() {
        let folder = TempDir::new().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let source = Source::Folder(folder.path().to_owned());
        write(
            "desks.yaml",
            "desks:\n  - id: a\n    name: A\n    section: none#none\n    contacts: [{ kind: phone, value: \"0120-996-012\" }]\n    hours: \"24/7\"\n",
        );
        let numbers = "official_numbers: [\"0120-996-012\"]\ntimezone: Asia/Tokyo\n";
        write(
            "guide.yaml",
            &format!("title: T\nlanguages: [en]\n{numbers}"),
        );
        write("a.md", "# A\n\nCall 0120-996-013.\n");
        let (guide, problems) = without_articles(&source);
        let guide = guide.unwrap_or_else(|| panic!("{problems:?}"));
        assert!(guide.articles.is_empty() && guide.desks.len() == 1);
        assert_eq!(guide.desks[0].section, None);
        assert!(load(&source).0.is_none(), "the page has a wrong number");
        // Its name and its languages are told by the pages where nobody else tells them.
        write("guide.yaml", numbers);
        assert!(without_articles(&source).0.is_none());
        write("a.md", "# A\n\nCall 0120-996-012.\n\n## None\n\nText\n");
        let (_, problems) = without_articles(&source);
        assert!(
            problems
                .iter()
                .any(|problem| problem.what.contains("`none`")),
            "{problems:?}"
        );
        // What stands in the file of the desks is checked all the same.
        write(
            "guide.yaml",
            "title: T\nlanguages: [en]\nofficial_numbers: [\"0120-000-000\"]\n",
        );
        assert!(without_articles(&source).0.is_none());
    }
}
