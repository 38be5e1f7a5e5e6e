//! Which files of a folder are its documents, and which say how they are arranged.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, Walk, WalkBuilder};

use super::trace::{Look, Recorder};
use crate::guide::folder::{REDIRECTS, is_shortcode, names_language};
use crate::guide::is_markdown;
use crate::guide::problem::Report;

/// More files than that are no guide, but a whole disk.
pub const MAX_FILES: usize = 100_000;

/// How deep folders may stand in each other.
const MAX_DEPTH: usize = 32;

/// Folders that hold copies and parts of documents, or what is no document at all.
const NOT_DOCUMENTS: [&str; 13] = [
    "node_modules",
    "bower_components",
    "_includes",
    "_layouts",
    "_include",
    "_common",
    "_shared",
    "_fragments",
    "_parts",
    "_partials",
    "_snippets",
    "_templates",
    "_site",
];

/// Hidden folders in which generators keep what says the order of pages.
const SETTINGS: [&str; 2] = [".vitepress", ".vuepress"];

/// Hidden files that say it.
const HIDDEN: [&str; 3] = [".pages", ".nav.yml", ".gitbook.yaml"];

/// What decides which files of a folder are looked at, beside their names.
const DECIDING: [&str; 4] = [".gitignore", ".ignore", SETTINGS[0], SETTINGS[1]];

/// What a folder holds. Paths are relative to it, with `/`, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Markdown.
    pub pages: Vec<String>,
    /// Files that may say how they are arranged.
    pub settings: Vec<String>,
}

/// Lists a folder: hidden and ignored files are passed over, links are not followed.
pub(super) fn list(root: &Path, recorder: &Recorder, report: &mut Report) -> Listing {
    let mut listing = Listing::default();
    for entry in walk(root) {
        match entry {
            Ok(entry) => listing.add(root, &entry, recorder, report),
            Err(error) => {
                let what = format!("a part of the folder cannot be listed: {error}");
                report.warning(None, &what, "check its permissions");
            }
        }
        if listing.pages.len() > MAX_FILES {
            let what = format!("the folder holds more than {MAX_FILES} documents");
            report.refuse(&what, "open one of the folders in it");
            break;
        }
    }
    listing.settings.sort_unstable();
    listing.pages.sort_unstable();
    listing
}

/// The same of a folder whose files are known by their names, and are all there is.
pub(super) fn list_names<'a>(names: impl Iterator<Item = &'a str>) -> Listing {
    let mut listing = Listing::default();
    for name in names {
        listing.add_name(name);
    }
    listing.settings.sort_unstable();
    listing.pages.sort_unstable();
    listing
}

/// A sum over the names, sizes and times of all files of a folder that may belong to a guide, or of one file.
pub(super) fn look(root: &Path) -> String {
    look_at(walk(root))
}

/// The same over all files that may belong to a release.
pub(super) fn look_of_release(root: &Path) -> String {
    look_at(everything(root))
}

fn look_at(walk: Walk) -> String {
    let mut sum = blake3::Hasher::new();
    for entry in walk {
        let Ok(entry) = entry else {
            sum.update(b"?");
            continue;
        };
        sum.update(entry.path().as_os_str().as_encoded_bytes());
        let data = entry.metadata().ok().filter(Metadata::is_file);
        if let Some(data) = data {
            Look::of(&data).add_to(&mut sum);
        }
    }
    sum.finalize().to_hex().to_string()
}

/// All that is in a folder but what is hidden or ignored, in the order of names. Links are not followed.
fn walk(root: &Path) -> Walk {
    builder(root).filter_entry(is_looked_at).build()
}

/// The same with what is hidden, and with folders that hold no documents, but parts of some: all that may be in a release.
pub(super) fn everything(root: &Path) -> Walk {
    let is_wanted = |entry: &DirEntry| entry.file_name() != ".git";
    builder(root).hidden(false).filter_entry(is_wanted).build()
}

fn builder(root: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(root);
    builder
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .max_depth(Some(MAX_DEPTH))
        .sort_by_file_name(Ord::cmp);
    builder
}

fn is_looked_at(entry: &DirEntry) -> bool {
    if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return true;
    }
    let parent = entry.path().parent().and_then(Path::file_name);
    let parent = parent.unwrap_or_default().to_string_lossy();
    !is_passed_over(&entry.file_name().to_string_lossy(), &parent)
}

/// Whether nothing in a folder of this name, in one of that name, is a document.
fn is_passed_over(name: &str, parent: &str) -> bool {
    // Docusaurus keeps earlier versions and their translations under such names: `versioned_docs_archived`.
    let is_version = name.starts_with("version-") && parent.starts_with("docusaurus-plugin");
    NOT_DOCUMENTS.contains(&name) || is_version || name.starts_with("versioned_")
}

impl Listing {
    fn add(&mut self, root: &Path, entry: &DirEntry, recorder: &Recorder, report: &mut Report) {
        let Ok(relative) = entry.path().strip_prefix(root) else {
            return;
        };
        let Some(path) = &name_of(relative) else {
            let what = format!("the name of {} is not UTF-8", relative.display());
            report.warning(None, &what, "rename the file: it is passed over");
            return;
        };
        if entry.file_type().is_some_and(|kind| kind.is_dir()) {
            self.look_for_settings(entry.path(), path);
            record_folder(root, path, recorder);
        } else if entry.file_type().is_some_and(|kind| kind.is_file()) {
            self.add_file(path);
        }
    }

    /// A file of which nothing but its name is known.
    fn add_name(&mut self, path: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        let Some((name, folders)) = parts.split_last().filter(|_| parts.len() <= MAX_DEPTH) else {
            return;
        };
        let is_hidden = |name: &str| name.starts_with('.');
        let hides = folders.iter().position(|folder| is_hidden(folder));
        let (visible, hidden) = folders.split_at(hides.unwrap_or(folders.len()));
        let mut parent = "";
        for folder in visible {
            if is_hidden(folder) || is_passed_over(folder, parent) {
                return;
            }
            parent = folder;
        }
        let inner = [hidden, &[name]].concat().join("/");
        if says_order(&inner) {
            self.settings.push(path.to_owned());
        } else if hidden.is_empty() && !is_hidden(name) {
            self.add_file(path);
        }
    }

    fn add_file(&mut self, path: &str) {
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        let lower = name.to_lowercase();
        let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
        match ending {
            _ if is_markdown(&lower) => {
                if arranges(stem, name) {
                    self.settings.push(path.to_owned());
                } else if !is_part(stem) {
                    self.pages.push(path.to_owned());
                }
            }
            _ if lower == REDIRECTS => self.settings.push(path.to_owned()),
            "html" if is_shortcode(path) => self.settings.push(path.to_owned()),
            "yml" | "yaml" if lists_data(path, stem) => self.settings.push(path.to_owned()),
            "py" | "rst" | "tree" | "list"
                if matches!(&*lower, "conf.py" | "index.rst" | "v.list") || ending == "tree" =>
            {
                self.settings.push(path.to_owned());
            }
            "yml" | "yaml" | "json" | "toml" | "js" | "jsx" | "ts" | "tsx" | "mjs" | "mts"
            | "cjs"
                if is_setting(&lower, stem) =>
            {
                self.settings.push(path.to_owned());
            }
            _ => {}
        }
    }

    fn look_for_settings(&mut self, folder: &Path, path: &str) {
        let here = |name: &str| {
            if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}/{name}")
            }
        };
        for settings in SETTINGS {
            for inner in within_settings(&folder.join(settings), settings) {
                if let Inner::File(name) = inner {
                    self.settings.push(here(&name));
                }
            }
        }
        for name in HIDDEN.into_iter().chain([".obsidian/app.json"]) {
            if folder.join(name).is_file() {
                self.settings.push(here(name));
            }
        }
    }
}

/// What is in a hidden folder of settings, and matters.
enum Inner {
    File(String),
    Folder(String),
}

/// The files of a hidden folder that may say the order of pages, and the folders that may hold some: some generators' users
/// have a file for each language. `name` is the folder's.
fn within_settings(folder: &Path, name: &str) -> Vec<Inner> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), name.to_owned())];
    while let Some((folder, name)) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let inner = format!("{name}/{}", entry.file_name().to_string_lossy());
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if !may_arrange(&inner) {
                continue;
            }
            if kind.is_dir() && inner.matches('/').count() <= MAX_INNER {
                found.push(Inner::Folder(inner.clone()));
                open.push((entry.path(), inner));
            } else if kind.is_file() && is_program(&inner) {
                found.push(Inner::File(inner));
            }
        }
    }
    found
}

/// The hidden folders in a folder that may hold what says the order of pages.
pub fn settings_folders(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for settings in SETTINGS {
        let hidden = folder.join(settings);
        if hidden.is_dir() {
            for inner in within_settings(&hidden, settings) {
                if let Inner::Folder(name) = inner {
                    found.push(folder.join(name));
                }
            }
            found.push(hidden);
        }
    }
    found
}

/// How deep folders of settings may stand in their hidden folder.
const MAX_INNER: usize = 2;

/// Whether what is at this path in a hidden folder is about order or languages, and not about looks or navigation elsewhere.
fn may_arrange(path: &str) -> bool {
    const STARTS: [&str; 3] = ["config", "sidebar", "locale"];
    let mut inner = path.split('/').skip(1);
    let first = inner.next().unwrap_or_default();
    // Some have a file for each language.
    let is_of_language = |part: &str| names_language(part.split('.').next().unwrap_or(part));
    let starts =
        |part: &str| STARTS.iter().any(|start| part.starts_with(start)) || is_of_language(part);
    starts(first) && !inner.any(|part| part.starts_with("nav"))
}

fn is_program(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["js", "ts", "mjs", "mts", "cjs", "json"].contains(&ending)
}

/// A relative path as a name, with `/` whatever the system writes between its parts; `None` if it is not UTF-8.
pub(super) fn name_of(relative: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = relative.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Writes down what decides which files of a folder are listed: its names, and what says which of them are ignored or kept
/// from sight.
fn record_folder(root: &Path, folder: &str, recorder: &Recorder) {
    if !recorder.writes() {
        return;
    }
    recorder.look(root, folder);
    for name in DECIDING {
        let path = Path::new(folder).join(name);
        if root.join(&path).exists() {
            recorder.look(root, &path.to_string_lossy());
        }
    }
    for settings in SETTINGS {
        let path = Path::new(folder).join(settings);
        for inner in within_settings(&root.join(&path), settings) {
            if let Inner::Folder(name) = inner {
                recorder.look(root, &Path::new(folder).join(name).to_string_lossy());
            }
        }
    }
    // Whoever has a vault open writes other files beside that one again and again.
    let vault = Path::new(folder).join(".obsidian");
    if root.join(&vault).exists() {
        recorder.look(root, &vault.join("app.json").to_string_lossy());
    }
}

/// Whether a file, at this path from its hidden folder on, says how documents are arranged although it is not seen, or may be
/// imported by one that does.
pub fn is_hidden_setting(path: &str) -> bool {
    let is_beside = |(folder, name): (&str, &str)| SETTINGS.contains(&folder) && is_program(name);
    says_order(path) || path.rsplit_once('/').is_some_and(is_beside)
}

fn says_order(path: &str) -> bool {
    match path.split_once('/') {
        None => HIDDEN.contains(&path),
        Some((".obsidian", name)) => name == "app.json",
        Some((folder, _)) => {
            SETTINGS.contains(&folder)
                && path.matches('/').count() <= MAX_INNER + 1
                && may_arrange(path)
                && is_program(path)
        }
    }
}

/// Whether a folder, at this path from its hidden folder on or that itself, may hold what says how documents are arranged.
pub fn is_hidden_settings_folder(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let (first, inner) = path.split_once('/').unwrap_or((path, ""));
    let is_inner = || may_arrange(path) && !last.contains('.');
    SETTINGS.contains(&first) && (inner.is_empty() || is_inner())
}

/// Whether a Markdown file lists others, and is none to read.
fn arranges(stem: &str, name: &str) -> bool {
    matches!(name, "SUMMARY.md" | "TOC.md" | "toc.md" | "_Footer.md") || stem == "_sidebar"
}

/// Whether a Markdown file is a part of others: generators call such files by a leading `_`.
fn is_part(stem: &str) -> bool {
    stem.starts_with('_') && stem != "_index"
}

/// Whether a file among the data of a site lists its pages, by what it is called.
fn lists_data(path: &str, stem: &str) -> bool {
    const WORDS: [&str; 6] = ["nav", "toc", "sidebar", "menu", "docs", "contents"];
    let is_data = path.starts_with("_data/") || path.contains("/_data/");
    let elsewhere = ["primary", "main", "header", "footer", "top"];
    is_data
        && WORDS.iter().any(|word| stem.contains(word))
        && !elsewhere.iter().any(|word| stem.starts_with(word))
}

fn is_setting(name: &str, stem: &str) -> bool {
    matches!(
        name,
        "mkdocs.yml"
            | "mkdocs.yaml"
            | "book.json"
            | "book.toml"
            | "_category_.json"
            | "_category_.yml"
            | "_category_.yaml"
            | "_dir.yml"
            | "_metadata.yaml"
            | "_metadata.yml"
            | "_meta.json"
            | "_config.yml"
            | "zensical.toml"
            | "hugo.toml"
            | "hugo.yaml"
            | "hugo.yml"
            | "config.toml"
            | "config.yaml"
            | "config.yml"
            | "current.json"
            | "docs.json"
            | "documents.yaml"
            | "toc.yml"
            | "toc.yaml"
            | "_toc.yml"
            | "_toc.yaml"
            | "myst.yml"
            | "_quarto.yml"
            | "_quarto.yaml"
            | "config.js"
            | "config.ts"
            | "config.mts"
            | "meta.json"
            | "mint.json"
            | "netlify.toml"
            | "vercel.json"
    ) || stem.starts_with("sidebar")
        || stem.starts_with("languages")
        || stem.starts_with("menus")
        || stem.ends_with(".sidebar")
        || matches!(stem, "_meta" | "_meta.global")
        || stem == "docusaurus.config"
        || stem == "astro.config"
}
