//! The order of all pages and the groups they stand in: what tables of contents list, then the rest, folder by folder.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::contents::{Contents, Entry};
use super::languages::tag_of;
use super::links::SITES;
use super::names::{
    common_folder, folder_of, is_index, is_within, joined, last_of, names_changes, natural,
    title_of, without_ending, without_number,
};

/// What is known of a page apart from its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Without its language.
    pub path: String,
    /// Its place among its neighbours, if its author says so.
    pub order: Option<f64>,
    pub date: Option<NaiveDate>,
}

/// What a folder is called, where a file in it says so.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Folder {
    pub label: Option<String>,
    pub order: Option<f64>,
    /// What is in it, in its order.
    pub children: Vec<Child>,
}

/// A file or a folder in a folder, and what it is called there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Child {
    pub name: String,
    pub label: Option<String>,
}

impl Folder {
    /// Another file says something of it too: what is known already stays.
    pub fn learn(&mut self, more: Self) {
        self.label = self.label.take().or(more.label);
        self.order = self.order.or(more.order);
        if self.children.is_empty() {
            self.children = more.children;
        }
    }
}

/// What a group is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    Text(String),
    /// As this page.
    Page(usize),
    /// As the index of a folder, where its title says what it leads; else this.
    Index(usize, String),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub label: Label,
    pub parent: Option<usize>,
}

/// All pages in their order, and their groups.
#[derive(Debug, Default)]
pub(super) struct Arrangement {
    /// Pages, each with its group.
    pub pages: Vec<(usize, Option<usize>)>,
    pub groups: Vec<Group>,
    /// What the tables of contents call pages.
    pub labels: HashMap<usize, String>,
    /// How many of the pages are no leftovers of what is listed: the first ones.
    pub listed: usize,
}

/// Names of folders that hold all pages of a site.
const CONTAINERS: [&str; 11] = [
    "content",
    "doc",
    "docs",
    "documentation",
    "manual",
    "pages",
    "site",
    "source",
    "src",
    "website",
    "wiki",
];

/// Whether this folder only holds the pages of a site, or of a language of it, as all that it stands in.
pub(in crate::guide) fn is_container(folder: &str) -> bool {
    let says_nothing = |name: &str| CONTAINERS.contains(&name) || tag_of(name).is_some();
    folder.split('/').all(says_nothing)
}

/// How deeply groups may stand in each other.
const MAX_DEPTH: usize = 8;

enum Node {
    Page(usize),
    Group { label: Label, inner: Vec<Node> },
}

/// Arranges all pages. `resolve` finds the page that a target of a table of contents means; `folders` say what folders are
/// called.
pub(super) fn arrange(
    pages: &[Page],
    contents: &[Contents],
    resolve: &dyn Fn(&str, &str) -> Option<usize>,
    folders: &HashMap<String, Folder>,
) -> Arrangement {
    let mut builder = Builder {
        pages,
        resolve,
        folders,
        used: vec![false; pages.len()],
        labels: HashMap::new(),
    };
    let mut nodes = Vec::new();
    let mut news = Vec::new();
    let listed = contents.iter().map(|contents| {
        let listed = builder.listed(&contents.base, &contents.entries, 0);
        (contents.title.as_ref(), listed)
    });
    let mut listed: Vec<(Option<&String>, Vec<Node>)> = listed.collect();
    listed.retain(|(_, listed)| !listed.is_empty());
    // Of several books each is a group.
    let has_books = listed.iter().filter(|(title, _)| title.is_some()).count() > 1;
    for (title, mut listed) in listed {
        if let Some(title) = title.filter(|_| has_books) {
            let label = Label::Text(title.clone());
            listed = vec![Node::Group {
                label,
                inner: listed,
            }];
        }
        // What is mostly news comes after pages, also where it is listed.
        let (dated, all) = builder.count_dated(&listed);
        if dated * 2 > all {
            news.extend(listed);
        } else {
            nodes.extend(listed);
        }
    }
    nodes.extend(news);
    let site = builder.site().to_owned();
    // What greets everybody at the top greets before all that is listed.
    let greets = |page: &usize| {
        let path = without_ending(&pages[*page].path);
        !path.contains('/') && is_index(path)
    };
    let is_all = nodes.is_empty();
    if !is_all && !contents.iter().any(|contents| contents.leads) {
        let mut unlisted = (0..pages.len()).filter(|&page| !builder.used[page]);
        if let Some(greeting) = unlisted.find(greets) {
            nodes.splice(0..0, builder.take(greeting));
        }
    }
    let listed = builder.used.iter().filter(|used| **used).count();
    nodes.extend(builder.rest(is_all, &site));
    // A list of a part, or of what its author wants to come first, says nothing of the others.
    let is_whole = listed * 3 > pages.len() * 2 && !contents.iter().any(|contents| contents.leads);
    let mut arrangement = Arrangement {
        labels: builder.labels,
        listed: if is_whole { listed } else { pages.len() },
        ..Arrangement::default()
    };
    arrangement.add(nodes, None);
    arrangement
}

struct Builder<'a> {
    pages: &'a [Page],
    resolve: &'a dyn Fn(&str, &str) -> Option<usize>,
    folders: &'a HashMap<String, Folder>,
    used: Vec<bool>,
    labels: HashMap<usize, String>,
}

impl Builder<'_> {
    /// A page, the first time that it is asked for.
    fn take(&mut self, page: usize) -> Option<Node> {
        (!std::mem::replace(&mut self.used[page], true)).then_some(Node::Page(page))
    }

    /// How many of the pages are dated, and of how many.
    fn count_dated(&self, nodes: &[Node]) -> (usize, usize) {
        let counts = nodes.iter().map(|node| match node {
            Node::Page(page) => (usize::from(self.pages[*page].date.is_some()), 1),
            Node::Group { inner, .. } => self.count_dated(inner),
        });
        counts.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    }

    fn listed(&mut self, base: &str, entries: &[Entry], depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        for entry in entries {
            match entry {
                Entry::Page { target, label } => {
                    if let Some(page) = (self.resolve)(base, target) {
                        if let Some(label) = label {
                            self.labels.entry(page).or_insert_with(|| label.clone());
                        }
                        nodes.extend(self.take(page));
                    }
                }
                Entry::Folder(folder) => nodes.extend(self.listed_folder(base, folder, depth)),
                Entry::Group {
                    label,
                    target,
                    entries,
                } => {
                    let page = target
                        .as_ref()
                        .and_then(|target| (self.resolve)(base, target));
                    let mut inner: Vec<Node> =
                        page.and_then(|page| self.take(page)).into_iter().collect();
                    inner.extend(self.listed(base, entries, depth + 1));
                    // A list without a name goes by the page that leads it.
                    let leader = inner.iter().find_map(|node| match node {
                        Node::Page(page) => Some(*page),
                        Node::Group { .. } => None,
                    });
                    let label = label.clone().map(Label::Text);
                    let label = label.or_else(|| page.or(leader).map(Label::Page));
                    match label {
                        Some(label) if depth < MAX_DEPTH && !inner.is_empty() => {
                            nodes.push(Node::Group { label, inner });
                        }
                        _ => nodes.extend(inner),
                    }
                }
            }
        }
        nodes
    }

    /// A folder that is listed, wherever its generator keeps its pages.
    fn listed_folder(&mut self, base: &str, folder: &str, depth: usize) -> Vec<Node> {
        for site in std::iter::once("").chain(SITES) {
            let path = joined(base, site).and_then(|base| joined(&base, folder));
            let nodes = path.map_or_else(Vec::new, |path| self.folder(&path, depth));
            if !nodes.is_empty() {
                return nodes;
            }
        }
        Vec::new()
    }

    /// What is left of a folder.
    fn folder(&mut self, path: &str, depth: usize) -> Vec<Node> {
        let inside = |page: &usize| !self.used[*page] && is_within(&self.pages[*page].path, path);
        let pages: Vec<usize> = (0..self.pages.len()).filter(inside).collect();
        self.tree(path, pages, depth)
    }

    /// The folder of all that has been taken so far.
    fn site(&self) -> &str {
        let taken = self.pages.iter().zip(&self.used);
        let taken = taken.filter(|(_, used)| **used);
        common_folder(taken.map(|(page, _)| folder_of(&page.path)))
    }

    /// What is left; `site` is the folder of what is listed.
    fn rest(&mut self, is_all: bool, site: &str) -> Vec<Node> {
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

    /// Pages under a folder, as they stand in the folders in it.
    fn tree(&mut self, path: &str, pages: Vec<usize>, depth: usize) -> Vec<Node> {
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
            let leads = |page: &&usize| {
                let path = &self.pages[**page].path;
                folder_of(path) == folder && is_index(last_of(without_ending(path)))
            };
            let leader = pages.iter().find(leads).copied();
            let key = self.key_of_folder(&folder, leader, &pages);
            let label = self
                .folders
                .get(&folder)
                .and_then(|known| known.label.clone())
                .or_else(|| self.child(path, &name)?.1.label.clone());
            let label = match (label, leader) {
                (Some(label), _) => Label::Text(label),
                (None, Some(page)) => Label::Index(page, title_of(&name)),
                (None, None) => Label::Text(title_of(&name)),
            };
            // What is in the folder of a site's pages, or of its only language, stands there itself.
            let says_nothing = is_nearly_all && is_container(&name);
            match self.tree(&folder, pages, depth + usize::from(!says_nothing)) {
                mut nodes if nodes.len() == 1 => items.push((key, nodes.remove(0))),
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
                () if is_index(name) => Kind::Index,
                () if lower == "faq" => Kind::Questions,
                () if names_changes(name) => Kind::Changes,
                () => Kind::Page,
            },
            name: name.to_owned(),
        }
    }

    /// `leader` is its index.
    fn key_of_folder(&self, folder: &str, leader: Option<usize>, pages: &[usize]) -> Key {
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
            kind: if names_changes(name) {
                Kind::Changes
            } else {
                Kind::Folder
            },
            name: name.to_owned(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of files are small")]
const fn place(at: usize) -> f64 {
    at as f64
}

#[expect(clippy::cast_precision_loss, reason = "numbers of files are small")]
fn number_of(name: &str) -> Option<f64> {
    without_number(name).0.map(|number| number as f64)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Index,
    Questions,
    Page,
    Folder,
    /// What has become other, which is read when the rest is known.
    Changes,
}

/// What decides among neighbours.
#[derive(Clone)]
struct Key {
    date: Option<NaiveDate>,
    order: Option<f64>,
    kind: Kind,
    name: String,
}

impl Key {
    /// An index leads; what is dated is news, and comes last, the newest first; what its author has numbered comes before
    /// what nobody has.
    fn cmp(&self, other: &Self) -> Ordering {
        let is_index = |key: &Self| key.kind != Kind::Index;
        let order = |key: &Self| key.order.unwrap_or(f64::INFINITY);
        is_index(self)
            .cmp(&is_index(other))
            .then_with(|| self.date.is_some().cmp(&other.date.is_some()))
            .then_with(|| order(self).total_cmp(&order(other)))
            .then_with(|| other.date.cmp(&self.date))
            .then_with(|| self.kind.cmp(&other.kind))
            .then_with(|| natural(&self.name, &other.name))
    }
}

impl Arrangement {
    fn add(&mut self, nodes: Vec<Node>, parent: Option<usize>) {
        for node in nodes {
            match node {
                Node::Page(page) => self.pages.push((page, parent)),
                Node::Group { label, inner } => {
                    self.groups.push(Group { label, parent });
                    let here = self.groups.len() - 1;
                    self.add(inner, Some(here));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
