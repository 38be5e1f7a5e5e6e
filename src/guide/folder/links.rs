//! Where the links of other people's pages lead: by files, by addresses of the site that is made of them, by names.

mod by_name;
mod fragment;
mod near;
mod other;
mod parts;
mod place;

use std::cell::OnceCell;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

pub(super) use fragment::Anchors;
use near::Near;
use other::{is_mail, is_other_file};
use parts::Tails;
use place::of_post;
pub(super) use place::place;

use super::names::{
    canonical, folder_of, is_index, joined, last_of, without_ending, without_number,
};
use super::redirects::Redirects;
use crate::guide::dialect::{NAMED_BY_TARGET, OF_DOCC};
use crate::language::Language;

/// The scheme under which links by name come: `wiki:Page#heading`, also `wiki:one|other` where either may be the page.
pub(super) const BY_NAME: &str = "wiki:";

/// Whether a link is to be called as what it leads to.
pub(super) fn is_named(link: &str) -> bool {
    link.starts_with(NAMED_BY_TARGET)
}

/// Folders that a site is made of: their own names are no part of its addresses.
pub(super) const SITES: [&str; 8] = [
    "src/content/docs",
    "src/content",
    "content",
    "docs",
    "src",
    "pages",
    "src/pages",
    "doc",
];

/// A page, as links may name it.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Without its language.
    pub path: String,
    /// In every language: the path of the file, and where the addresses in it lead.
    pub files: Vec<File>,
    /// Under what else it is known.
    pub names: Vec<String>,
}

#[derive(Debug)]
pub(super) struct File {
    pub language: Language,
    pub path: String,
    pub anchors: Anchors,
    /// Those that the author wrote.
    pub labels: Vec<String>,
}

/// Where links lead.
#[derive(Debug)]
pub(super) struct Links<'a> {
    pages: &'a [Page],
    files: HashMap<String, usize>,
    places: HashMap<String, usize>,
    names: HashMap<String, usize>,
    /// The places of pages by their last parts.
    tails: Tails,
    /// Pages whose addresses say nothing of their folders, by their names, if that of one is like no other: posts without
    /// their day, and what is in folders that only say an order.
    alone: HashMap<String, Option<usize>>,
    /// The pages that have a label, if that of one is like no other; known when the first is asked for.
    labels: OnceCell<HashMap<&'a str, Option<usize>>>,
    /// Where the site has moved.
    redirects: Redirects,
    /// Links are addresses of the site, and no paths of files.
    are_addresses: bool,
    /// Pages by what is left of their names; known when the first is asked for.
    near: OnceCell<Near>,
}

/// What a link means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page, and the id of a section in it.
    Page(usize, Option<String>),
    Web(String),
    /// There is no such page: the link is its text.
    Lost,
    /// Nothing that a reader of this program can follow.
    Elsewhere,
}

impl<'a> Links<'a> {
    /// `bases`: the folders in which addresses begin.
    pub fn new(pages: &'a [Page], bases: &[String]) -> Self {
        let mut links = Self {
            pages,
            files: HashMap::new(),
            places: HashMap::new(),
            names: HashMap::new(),
            tails: Tails::default(),
            alone: HashMap::new(),
            labels: OnceCell::new(),
            redirects: Redirects::default(),
            are_addresses: false,
            near: OnceCell::new(),
        };
        for (at, page) in pages.iter().enumerate() {
            for file in &page.files {
                let path = canonical(without_ending(&file.path));
                links.files.entry(path).or_insert(at);
            }
            let own = place(&page.path);
            let alone = || is_in_numbered(&page.path).then(|| last_of(&own));
            if let Some(name) = of_post(&own).or_else(alone) {
                let only = links.alone.entry(name.to_owned());
                only.and_modify(|only| *only = None).or_insert(Some(at));
            }
            links.tails.add(own.clone(), at);
            // What speaks of the project comes after all that speaks of what it makes.
            if !is_of_project(&page.path) {
                links.places.entry(own).or_insert(at);
                links.names.entry(name_of(&page.path)).or_insert(at);
            }
        }
        links.tails.sort();
        // A folder without an index is its first page, and one of a language (`/fr/`) what stands for it in another.
        let mut folders: HashMap<String, (usize, String)> = HashMap::new();
        let mut add_folders = |path: &str, own: &str, at: usize| {
            let (mut folder, mut own) = (folder_of(path), folder_of(own));
            while !folder.is_empty() {
                let known = folders.entry(place(folder));
                known.or_insert_with(|| (at, place(own)));
                (folder, own) = (folder_of(folder), folder_of(own));
            }
        };
        for (at, page) in pages.iter().enumerate() {
            add_folders(&page.path, &page.path, at);
            page.files
                .iter()
                .for_each(|file| add_folders(&file.path, &page.path, at));
        }
        let main = main_folder(pages);
        for (at, page) in pages.iter().enumerate() {
            for base in bases.iter().map(String::as_str).chain(SITES).chain([main]) {
                let rest = page
                    .path
                    .strip_prefix(base)
                    .and_then(|rest| rest.strip_prefix('/'));
                if let Some(rest) = rest {
                    links.places.entry(place(rest)).or_insert(at);
                    add_folders(rest, rest, at);
                }
            }
            for file in &page.files {
                // Translated names of files.
                links.names.entry(name_of(&file.path)).or_insert(at);
            }
            for name in &page.names {
                links.add_name(name, at);
            }
        }
        for (at, page) in pages.iter().enumerate() {
            for file in &page.files {
                // What stands for a folder of a language.
                if is_index(last_of(without_ending(&file.path))) {
                    links.places.entry(place(&file.path)).or_insert(at);
                }
            }
        }
        for (at, page) in pages.iter().enumerate() {
            links.places.entry(place(&page.path)).or_insert(at);
            links.names.entry(name_of(&page.path)).or_insert(at);
        }
        let index = |at, own: &str| links.places.get(own).copied().unwrap_or(at);
        let folders = folders.into_iter();
        let folders: Vec<_> = folders
            .map(|(folder, (at, own))| (folder, index(at, &own)))
            .collect();
        for (folder, at) in folders {
            links.places.entry(folder).or_insert(at);
        }
        links
    }

    /// With addresses that lead to others, and whether links without an ending are addresses.
    pub fn of_site(mut self, redirects: Redirects, are_addresses: bool) -> Self {
        self.redirects = redirects;
        self.are_addresses = are_addresses;
        self
    }

    fn add_name(&mut self, name: &str, at: usize) {
        let page = &self.pages[at];
        if name.contains('/') {
            self.places.entry(place(name)).or_insert(at);
        } else if !name.is_empty() {
            self.names.entry(spaced(name)).or_insert(at);
            // A slug takes the place of the file's own name.
            let folder = folder_of(&page.path);
            let path = joined(folder, name).unwrap_or_default();
            self.places.entry(place(&path)).or_insert(at);
            // A permalink is an address from the top, with a slash before it or without.
            self.places.entry(place(name)).or_insert(at);
        }
    }

    /// The page that a table of contents in the folder `base` means.
    pub fn listed(&self, base: &str, target: &str) -> Option<usize> {
        let target = target.split(['#', '?']).next().unwrap_or(target);
        if target.is_empty() || target.contains("://") {
            return None;
        }
        let relative = target.trim_start_matches('/');
        let within = joined(base, relative)?;
        self.at(&within).or_else(|| self.cut(relative)).or_else(|| {
            // What stands for its folder has no name of its own.
            let name = without_ending(target);
            let named = self.names.get(&spaced(name)).copied();
            named.filter(|_| !is_index(last_of(name)))
        })
    }

    /// What is at a path: a file, else an address.
    fn at(&self, path: &str) -> Option<usize> {
        let place = || self.places.get(&place(path)).copied();
        match self.files.get(&canonical(without_ending(path))).copied() {
            // `/contributing/` is a page of the site before it is `CONTRIBUTING.md` of its project.
            Some(file)
                if is_of_project(&self.pages[file].path) && !path.contains(char::is_uppercase) =>
            {
                place().or(Some(file))
            }
            file => file.or_else(place),
        }
    }

    /// What a link means that stands in a file of a page.
    pub fn target(&self, page: usize, file: usize, link: &str) -> Target {
        let link = link.strip_prefix(NAMED_BY_TARGET).unwrap_or(link);
        let by_name = [BY_NAME, OF_DOCC];
        if let Some(names) = by_name.iter().find_map(|scheme| link.strip_prefix(scheme)) {
            return self.by_name(page, file, names);
        }
        if link.starts_with("https://") {
            return self
                .by_number(link)
                .unwrap_or_else(|| Target::Web(link.to_owned()));
        }
        if let Some(rest) = link.strip_prefix("//") {
            return Target::Web(format!("https://{rest}"));
        }
        // Zola's sites begin so what is looked for from their top.
        let link = link
            .strip_prefix('@')
            .filter(|rest| rest.starts_with('/'))
            .unwrap_or(link);
        let (path, fragment) = match split(link, "#") {
            // As Docsify writes it.
            (link, None) => split(link, "?id="),
            parts => parts,
        };
        let path = path.split('?').next().unwrap_or(path);
        let before = path.split('/').next().unwrap_or(path);
        if before.contains(':') {
            return Target::Elsewhere;
        }
        if path.is_empty() {
            let own = self.in_page(page, file, fragment);
            // Every page has a top.
            let other = fragment.filter(|fragment| *fragment != "top");
            let labelled = || self.labelled(page, file, other?);
            return match own {
                Target::Page(_, None) => labelled().unwrap_or(own),
                _ => own,
            };
        }
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        if matches!(path, "." | "./") {
            let own = self.in_page(page, file, fragment);
            if matches!(own, Target::Page(_, Some(_))) {
                return own;
            }
        }
        if let Some(found) = self.by_path(page, file, &decoded) {
            return self.in_page(found, self.file_like(found, page, file), fragment);
        }
        let otherwise = || {
            let near = || self.nearly(page, file, &decoded);
            let moved = self.moved_to(page, file, &decoded, fragment);
            moved.or_else(|| {
                let found = near()?;
                Some(self.in_page(found, self.file_like(found, page, file), fragment))
            })
        };
        match self.labelled(page, file, &decoded).or_else(otherwise) {
            Some(found) => found,
            None if is_other_file(&decoded) || is_mail(&decoded) => Target::Elsewhere,
            None => Target::Lost,
        }
    }

    fn by_path(&self, page: usize, file: usize, path: &str) -> Option<usize> {
        let source = &self.pages[page];
        let own = source
            .files
            .get(file)
            .map_or(source.path.as_str(), |file| file.path.as_str());
        if let Some(rest) = path.strip_prefix('/') {
            // A folder may hold several sites: their addresses begin in one of the folders around the page.
            let around = |rest: &str| {
                let folders = [own, source.path.as_str()].into_iter().flat_map(folders_of);
                let mut paths = folders.filter_map(|folder| joined(folder, rest));
                paths.find_map(|path| self.at(&path))
            };
            let from_top = |rest: &str| self.at(rest).or_else(|| around(rest));
            // What a template puts into an address, such as a version, is mostly what the page's own has there.
            let with_own = || {
                let (before, after) = rest.split_once("//")?;
                let mut parts = folder_of(own).rsplit('/');
                parts.find_map(|part| from_top(&format!("{before}/{part}/{after}")))
            };
            // All of a path says more than a part of it.
            let whole = || {
                self.ending_so(rest, own)
                    .filter(|_| place(rest).contains('/'))
            };
            let found = from_top(rest)
                .or_else(with_own)
                .or_else(whole)
                .or_else(|| self.cut(rest));
            // Sites put something else in the place of the folder, blogs what a post is about in that of its day.
            let alone = || {
                let address = place(rest);
                let name = last_of(&address);
                let named = || *self.alone.get(name)?;
                of_post(name).map_or_else(named, |_| self.only_one(name, own))
            };
            return found
                .or_else(|| self.ending_so(rest, own))
                .or_else(|| self.cut_ending_so(rest, own))
                .or_else(alone)
                .or_else(|| self.in_collection(rest));
        }
        // The folder, if it has a page of its own, else the page itself: browsers take its address for a folder.
        if path.trim_matches(['.', '/']).is_empty() && !path.contains("..") {
            let of_folder = self.places.get(&place(folder_of(own))).copied();
            let is_its = |&at: &usize| {
                self.pages[at]
                    .files
                    .iter()
                    .any(|file| stands_for(&file.path, own))
            };
            return of_folder.filter(is_its).or(Some(page));
        }
        // As a file, else as an address below the page's own.
        let mut folders = [
            folder_of(own),
            folder_of(&source.path),
            without_ending(&source.path),
        ];
        // There a page is a folder before it is a file.
        let is_address = path.starts_with('.') && without_ending(path) == path;
        if self.are_addresses && is_address && !is_index(last_of(folders[2])) {
            folders.rotate_right(1);
        }
        let mut paths = folders
            .into_iter()
            .filter_map(|folder| joined(folder, path));
        if let Some(found) = paths.find_map(|path| self.at(&path)) {
            return Some(found);
        }
        let up = path.trim_start_matches("../").trim_start_matches("./");
        // `../page/` is the page beside this one, as browsers see it.
        let name = if path.starts_with("../") {
            up.trim_end_matches('/')
        } else {
            up
        };
        self.cut(up).or_else(|| self.only_one(name, own))
    }

    /// The file of another page in the language of this one, or its first.
    fn file_like(&self, found: usize, page: usize, file: usize) -> usize {
        let language = self.pages[page].files.get(file).map(|file| file.language);
        let files = &self.pages[found].files;
        files
            .iter()
            .position(|file| Some(file.language) == language)
            .unwrap_or(0)
    }

    /// What an author has put a label to, wherever that is: generators of books lead there by the label alone.
    fn labelled(&self, page: usize, file: usize, label: &str) -> Option<Target> {
        let labels = self.labels.get_or_init(|| {
            let mut labels = HashMap::new();
            for (at, page) in self.pages.iter().enumerate() {
                for label in page.files.iter().flat_map(|file| &file.labels) {
                    let known = labels.entry(label.as_str()).or_insert(Some(at));
                    *known = known.filter(|&known| known == at);
                }
            }
            labels
        });
        let found = (*labels.get(canonical(label).as_str())?)?;
        Some(self.in_page(found, self.file_like(found, page, file), Some(label)))
    }

    fn in_page(&self, page: usize, file: usize, fragment: Option<&str>) -> Target {
        let section = fragment
            .filter(|fragment| !fragment.is_empty())
            .and_then(|fragment| {
                // Of a path of headings the last one counts.
                let last = fragment.rsplit('#').next().unwrap_or(fragment);
                let files = &self.pages[page].files;
                let own = files.get(file).into_iter();
                let mut all = own.chain(files);
                all.find_map(|file| file.anchors.section(last))
            });
        Target::Page(page, section.map(str::to_owned))
    }
}

/// Whether a file is called as those are that projects have beside their pages: `CONTRIBUTING`, `CODE_OF_CONDUCT`.
fn is_of_project(path: &str) -> bool {
    let name = last_of(without_ending(path));
    let is_capital = |c: u8| c.is_ascii_uppercase() || b"-_".contains(&c);
    name.len() > 3 && name.bytes().all(is_capital) && !is_index(name)
}

/// Whether a page's folder has a number that says its place.
fn is_in_numbered(path: &str) -> bool {
    without_number(last_of(folder_of(path))).0.is_some()
}

/// Whether a file is the page of the folder that another stands in.
fn stands_for(index: &str, file: &str) -> bool {
    is_index(last_of(without_ending(index))) && folder_of(index) == folder_of(file)
}

/// The folders that a path stands in, the farthest first: a site is likelier to begin there.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The innermost folder that nearly all pages are in: the addresses of a site begin there, whatever it is called.
fn main_folder(pages: &[Page]) -> &str {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for folder in pages.iter().flat_map(|page| folders_of(&page.path)) {
        *counts.entry(folder).or_default() += 1;
    }
    let nearly_all = counts
        .into_iter()
        .filter(|(_, count)| count * 5 > pages.len() * 4);
    let folders = nearly_all.map(|(folder, _)| folder);
    folders
        .max_by_key(|folder| folder.len())
        .unwrap_or_default()
}

/// A link in two: what stands before a sign, and behind it.
fn split<'l>(link: &'l str, sign: &str) -> (&'l str, Option<&'l str>) {
    match link.split_once(sign) {
        Some((before, behind)) => (before, Some(behind)),
        None => (link, None),
    }
}

/// The name of a file, as names are compared.
fn name_of(path: &str) -> String {
    spaced(last_of(without_ending(path)))
}

/// A name, as names are compared: wikis write dashes for spaces.
fn spaced(name: &str) -> String {
    canonical(name).replace(' ', "-")
}

#[cfg(test)]
mod tests;
