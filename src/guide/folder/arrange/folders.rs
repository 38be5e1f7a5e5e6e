//! What no table of contents lists, as it stands in folders.

use std::collections::{BTreeMap, HashMap};

use super::key::{Key, Kind, number_of, place};
use super::part::leads;
use super::{Builder, Child, Label, MAX_DEPTH, Node, is_container};
use crate::guide::folder::names::{
    SITES, common_folder, folder_of, is_within, last_of, names_changes, title_of, without_ending,
};

impl Builder<'_> {
    /// What a folder is called.
    pub(super) fn label(&self, folder: &str, leader: Option<usize>) -> Label {
        let name = last_of(folder);
        let label = self
            .folders
            .get(folder)
            .and_then(|known| known.label.clone())
            .or_else(|| self.child(folder_of(folder), name)?.1.label.clone());
        match (label, leader) {
            (Some(label), _) => Label::Text(label),
            (None, Some(page)) => Label::Index(page, title_of(name)),
            (None, None) => Label::Text(title_of(name)),
        }
    }

    /// The folder of all that has been taken so far.
    pub(super) fn site(&self) -> &str {
        let taken = self.pages.iter().zip(&self.used);
        let taken = taken.filter(|(_, used)| **used);
        common_folder(taken.map(|(page, _)| folder_of(&page.path)))
    }

    /// What is left; `site` is the folder of what is listed.
    pub(super) fn rest(&mut self, is_all: bool, site: &str) -> Vec<Node> {
        let left: Vec<usize> = (0..self.pages.len())
            .filter(|&page| !self.used[page])
            .collect();
        if left.is_empty() {
            return Vec::new();
        }
        if is_all {
            // A folder that all have in common says nothing.
            let folders = left.iter().map(|&page| folder_of(&self.pages[page].path));
            return self.tree(common_folder(folders), left, 0);
        }
        // What stands beside the pages that are listed stands there as they do, before what is kept elsewhere.
        let (beside, elsewhere): (Vec<usize>, Vec<usize>) = left
            .into_iter()
            .partition(|&page| is_within(&self.pages[page].path, site));
        let mut nodes = self.tree(site, beside, 0);
        nodes.extend(self.tree("", elsewhere, 0));
        nodes
    }

    /// Pages under a folder: what its own table of contents lists, and the rest.
    pub(super) fn tree(&mut self, path: &str, mut pages: Vec<usize>, depth: usize) -> Vec<Node> {
        let mut nodes = self.of_part(path, depth);
        // A table of contents may also list what stands elsewhere.
        pages.retain(|&page| !self.used[page]);
        nodes.extend(self.by_folders(path, pages, depth));
        nodes
    }

    /// Pages under a folder, as they stand in the folders in it.
    pub(super) fn by_folders(&mut self, path: &str, pages: Vec<usize>, depth: usize) -> Vec<Node> {
        let mut own = Vec::new();
        let mut inner: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for page in pages {
            let rest = &self.pages[page].path[path.len()..];
            let rest = rest.trim_start_matches('/');
            match rest.split_once('/') {
                Some((folder, _)) if depth < MAX_DEPTH => {
                    inner.entry(folder.to_owned()).or_default().push(page);
                }
                _ => own.push(page),
            }
        }
        let mut namesakes: HashMap<String, usize> = HashMap::new();
        own.retain(|&page| {
            let own = without_ending(&self.pages[page].path);
            let name = last_of(own);
            let is_led =
                |pages: &Vec<usize>| is_container(name) || self.leader(own, pages).is_some();
            let is_namesake =
                folder_of(own) == path && inner.get(name).is_some_and(|pages| !is_led(pages));
            if is_namesake {
                namesakes.entry(name.to_owned()).or_insert(page);
            }
            namesakes.get(name) != Some(&page)
        });
        let mut items: Vec<(Key, Node)> = Vec::new();
        let all = own.len() + inner.values().map(Vec::len).sum::<usize>();
        for page in own {
            self.used[page] = true;
            let stem = last_of(without_ending(&self.pages[page].path));
            let label = self
                .child(path, stem)
                .and_then(|(_, child)| child.label.clone());
            if let Some(label) = label {
                self.labels.entry(page).or_insert(label);
            }
            items.push((self.key_of_page(page), Node::Page(page)));
        }
        let is_only = inner.len() == 1;
        for (name, pages) in inner {
            let is_nearly_all = is_only || pages.len() * 5 > all * 4;
            let folder = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}/{name}")
            };
            // Else the page beside it that has its name.
            let namesake = namesakes.get(&name).copied();
            let leader = namesake.or_else(|| self.leader(&folder, &pages));
            let key = self.key_of_folder(&folder, leader, &pages);
            let label = self.label(&folder, leader);
            let first = namesake.and_then(|page| self.take(page));
            // What is in the folder of a site's pages, or of its only language, stands there itself.
            let says_nothing = is_nearly_all && is_container(&name);
            let inner = self.tree(&folder, pages, depth + usize::from(!says_nothing));
            match first.into_iter().chain(inner).collect::<Vec<Node>>() {
                // Of one whose own list has one heading the name says more than that.
                mut nodes if nodes.len() == 1 && !self.has_list(&folder) => {
                    items.push((key, nodes.remove(0)));
                }
                inner if says_nothing => {
                    items.extend(inner.into_iter().map(|node| (key.clone(), node)));
                }
                inner => items.push((key, Node::Group { label, inner })),
            }
        }
        items.sort_by(|(a, _), (b, _)| a.cmp(b));
        items.into_iter().map(|(_, node)| node).collect()
    }

    /// What a folder says of a file or a folder in it, and which place it gives that.
    fn child(&self, folder: &str, name: &str) -> Option<(f64, &Child)> {
        let children = &self.folders.get(folder)?.children;
        let at = children.iter().position(|child| child.name == name)?;
        Some((place(at), &children[at]))
    }

    fn key_of_page(&self, page: usize) -> Key {
        let page = &self.pages[page];
        let name = last_of(without_ending(&page.path));
        let lower = name.to_lowercase();
        let listed = self.child(folder_of(&page.path), name);
        Key {
            date: page.date,
            order: listed
                .map(|(place, _)| place)
                .or(page.order)
                .or_else(|| number_of(name)),
            kind: match () {
                () if leads(&page.path) => Kind::Index,
                () if lower == "faq" => Kind::Questions,
                () if names_changes(name) => Kind::Changes,
                () if speaks_of_work(name) => Kind::Project,
                () => Kind::Page,
            },
            name: name.to_owned(),
        }
    }

    /// `leader` is its index.
    pub(super) fn key_of_folder(
        &self,
        folder: &str,
        leader: Option<usize>,
        pages: &[usize],
    ) -> Key {
        let name = last_of(folder);
        let listed = self.child(folder_of(folder), name);
        let known = self.folders.get(folder).and_then(|known| known.order);
        let known = listed.map(|(place, _)| place).or(known);
        // A folder of news is one.
        let dates = pages.iter().map(|&page| self.pages[page].date);
        let date = dates.min().flatten();
        Key {
            date,
            order: known
                .or(leader.and_then(|page| self.pages[page].order))
                .or_else(|| number_of(name)),
            kind: match () {
                () if names_changes(name) => Kind::Changes,
                () if SITES.contains(&name) => Kind::Site,
                () => Kind::Folder,
            },
            name: name.to_owned(),
        }
    }
}

/// Whether a file is about work on a project, by the names that these have everywhere, in whatever language.
fn speaks_of_work(name: &str) -> bool {
    const NAMES: [&str; 7] = [
        "CODE_OF_CONDUCT",
        "CODEOWNERS",
        "CONTRIBUTING",
        "CONTRIBUTORS",
        "GOVERNANCE",
        "MAINTAINERS",
        "SECURITY",
    ];
    let is_one = |known: &str| {
        name.strip_prefix(known)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    NAMES.into_iter().any(is_one)
}
