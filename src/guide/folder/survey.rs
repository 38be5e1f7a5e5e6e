//! A folder before its texts are read: its languages, its tables of contents, and what its settings say of the rest.

use std::collections::{HashMap, HashSet};
use std::iter::successors;

use super::arrange::Folder;
use super::contents::{self, Contents, Entry, Settings};
use super::languages::{self, Languages, Place};
use super::variables::Variables;
use super::{Files, is_index, names, parts};
use crate::guide::dialect::Braces;
use crate::guide::problem::Report;
use crate::language::Language;

/// What a folder is, before its texts are read.
#[derive(Debug)]
pub(in crate::guide) struct Survey {
    /// What the folder is called.
    pub name: String,
    /// The first is the default. Never empty.
    pub languages: Vec<Language>,
    /// What the whole is called, where a file says so.
    pub title: Option<String>,
    pub(super) places: Vec<Option<Place>>,
    pub(super) contents: Vec<Contents>,
    pub(super) folders: HashMap<String, Folder>,
    /// Pages go by the names of their files.
    pub(super) by_name: bool,
    pub(super) variables: Variables,
    pub(super) braces: Braces,
}

/// Looks at a folder: its languages, its tables of contents. `name` is what it is called, `wanted` are the languages that its
/// author lists, `order` the articles.
pub(in crate::guide) fn survey(
    name: String,
    files: &Files,
    wanted: &[Language],
    order: Vec<Entry>,
    report: &mut Report,
) -> Survey {
    let paths: Vec<String> = files.pages.iter().map(|(path, _)| path.clone()).collect();
    let found = languages::of(&paths, &|at| files.pages[at].1.as_str(), wanted);
    report_others(&found, !wanted.is_empty(), report);
    let Said {
        title,
        titles,
        contents: listed,
        mut translated,
        mut folders,
    } = said(files, &found);
    let mut contents = Vec::new();
    if !order.is_empty() {
        contents.push(Contents {
            base: String::new(),
            folder: String::new(),
            entries: order,
            leads: true,
            is_of_folder: false,
            title: None,
        });
    }
    contents.extend(listed);
    learn_menus(files, &found, &mut folders);
    if contents.is_empty() {
        let of_rst = files
            .settings
            .iter()
            .filter(|(path, _)| names::last_of(path) == "index.rst");
        let all = files.pages.iter().chain(of_rst);
        let all = all.map(|(path, text)| (path.as_str(), text.as_str()));
        contents.extend(contents::toctree::read(all));
    }
    // What another language lists besides, the first has not, nor words for it.
    if !contents.is_empty() {
        for contents in &mut translated {
            contents.entries = contents::without_words(std::mem::take(&mut contents.entries));
        }
    }
    contents.append(&mut translated);
    for contents in &mut contents {
        let mut around = successors(Some(contents.base.as_str()), |folder| {
            (!folder.is_empty()).then(|| names::folder_of(folder))
        });
        let of_part = |folder: &str| titles.get(folder).filter(|_| !folder.is_empty()).cloned();
        contents.title = around.find_map(of_part);
        contents.folder = languages::folder_without_language(&contents.base, &found);
    }
    contents.sort_by_key(|contents| contents.base.matches('/').count());
    let mut places = found.places;
    parts::leave_out(files, &contents, &mut places, report);
    Survey {
        name,
        languages: found.kept,
        title,
        places,
        contents,
        folders,
        variables: Variables::of(&files.settings),
        braces: braces(&files.settings),
        by_name: files.settings.iter().any(|(path, _)| goes_by_name(path)),
    }
}

/// What the settings of a folder say.
#[derive(Default)]
struct Said<'f> {
    /// What the whole is called, and what parts of it are.
    title: Option<String>,
    titles: HashMap<&'f str, String>,
    contents: Vec<Contents>,
    /// Tables of contents of other languages than the first.
    translated: Vec<Contents>,
    folders: HashMap<String, Folder>,
}

/// Reads all settings. A language other than the first has words of its own.
fn said<'f>(files: &'f Files, found: &Languages) -> Said<'f> {
    let settings = files.settings.iter();
    let own_folders: HashMap<String, String> = settings
        .flat_map(|(path, text)| contents::lists_of_folders(path, text))
        .collect();
    let is_other = |language: Language| language.base() != found.kept[0].base();
    let mut said = Said::default();
    let settings = contents::importers_first(&files.settings);
    for (path, text) in settings
        .into_iter()
        .filter(|(path, _)| !parts::is_tested(path))
    {
        let name = names::last_of(path).to_lowercase();
        let place = languages::place_of(path, found);
        let mut learn = |folder: &str, says: Folder| {
            if says != Folder::default() {
                let known = said.folders.entry(folder.to_owned());
                known.or_default().learn(says);
            }
        };
        if contents::is_of_folder(&name) {
            for (folder, says) in contents::folders(&place.path, text) {
                learn(&folder, says);
            }
            continue;
        }
        if contents::language_of_settings(&name).is_some_and(is_other) {
            continue;
        }
        let says = Folder {
            label: contents::title_of_folder(path, text),
            order: None,
            children: contents::collections(path, text),
        };
        learn(names::folder_of(&place.path), says);
        let Settings {
            title,
            contents: own,
            page,
        } = contents::read(
            path,
            text,
            files.imported.get(path).map_or("", String::as_str),
        );
        if let Some(title) = title.filter(|title| title.contains(char::is_alphanumeric)) {
            said.titles.insert(names::folder_of(path), title.clone());
            // The outermost says it for all, another where much is its.
            if !path.contains('/') || said.title.is_none() && holds_much(path, files) {
                said.title = Some(title);
            }
        }
        let of_page = || {
            let page = page?;
            let (_, text) = files.pages.iter().find(|(path, _)| *path == page)?;
            contents::of_page(&page, text)
        };
        let mut listed = own.or_else(of_page);
        if let (Some(listed), Some(folder)) = (&mut listed, own_folders.get(path)) {
            listed.base.clone_from(folder);
        }
        let language = contents::language_of_program(path);
        let language = language.or(place.language);
        if language.is_some_and(is_other) {
            said.translated.extend(listed);
        } else {
            said.contents.extend(listed);
        }
    }
    said
}

/// What the menus of a site say of folders. What leads a folder says itself what that is called.
fn learn_menus(files: &Files, found: &Languages, folders: &mut HashMap<String, Folder>) {
    let settings = files.settings.iter();
    let menus = settings.flat_map(|(path, text)| contents::menus(path, text, found.kept[0]));
    let mut menus = menus.peekable();
    if menus.peek().is_none() {
        return;
    }
    let is_index = |page: &str| is_index(names::last_of(names::without_ending(page)));
    let paths = found.places.iter().flatten();
    let paths = paths.map(|place| place.path.as_str());
    let led: HashSet<&str> = paths
        .filter(|page| is_index(page))
        .map(names::folder_of)
        .collect();
    for (folder, says) in menus.filter(|(folder, _)| !led.contains(folder.as_str())) {
        folders.entry(folder).or_default().learn(says);
    }
}

/// Whether a good part of all pages is below a file of settings.
fn holds_much(path: &str, files: &Files) -> bool {
    let below = |folder: &str| {
        let pages = files.pages.iter();
        pages
            .filter(|(page, _)| names::is_within(page, folder))
            .count()
    };
    // Some folders hold nothing but settings.
    let around = successors(Some(names::folder_of(path)), |folder| {
        (!folder.is_empty()).then(|| names::folder_of(folder))
    });
    let mut counts = around.map(below);
    counts.find(|&count| count > 0).unwrap_or(0) * 4 >= files.pages.len()
}

/// Whether this is a sign of a vault or a wiki.
fn goes_by_name(path: &str) -> bool {
    path == "_Sidebar.md" || path == "_Footer.md" || path.ends_with(".obsidian/app.json")
}

/// What braces are in a folder with these settings. mdBook, vaults and wikis fill in no values; `GitBook` has the same table of
/// contents as mdBook, and does.
fn braces(settings: &[(String, String)]) -> Braces {
    let has = |names: &[&str]| {
        let mut paths = settings.iter().map(|(path, _)| names::last_of(path));
        paths.any(|name| names.contains(&name))
    };
    let is_filled = has(&["book.json", ".gitbook.yaml"]);
    let is_plain =
        has(&["SUMMARY.md", "book.toml"]) || settings.iter().any(|(path, _)| goes_by_name(path));
    if is_plain && !is_filled {
        Braces::Text
    } else {
        Braces::Values
    }
}

fn report_others(found: &Languages, is_wanted: bool, report: &mut Report) {
    if found.others.is_empty() {
        return;
    }
    let named = |languages: &[Language]| {
        let named = languages.iter().map(|language| format!("`{language}`"));
        named.collect::<Vec<_>>().join(", ")
    };
    let (kept, others) = (named(&found.kept), named(&found.others));
    let all = found.kept.len() + found.others.len();
    let (what, help) = if is_wanted {
        (
            format!("`languages` says {kept}, and the pages are in {others}"),
            "name the languages of the pages in `languages` of guide.yaml",
        )
    } else {
        (
            format!("the folder is in {all} languages; shown are {kept}"),
            "name those that readers need in `languages` of guide.yaml",
        )
    };
    report.warning(None, &what, help);
}
