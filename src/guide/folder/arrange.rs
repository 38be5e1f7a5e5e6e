//! The order of all pages and the groups they stand in: what tables of contents list, then the rest, folder by folder.

mod dotted;
mod folders;
mod key;
mod parents;
mod part;
mod pattern;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::contents::{Contents, Entry};
use super::languages::tag_of;
use super::links::SITES;
use super::names::{is_index, joined, without_ending};

pub(super) use parents::Parent;

/// What is known of a page apart from its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Without its language.
    pub path: String,
    /// Its place among its neighbours, if its author says so.
    pub order: Option<f64>,
    pub date: Option<NaiveDate>,
    /// What it calls itself, and what it stands below, where it says so.
    pub title: Option<String>,
    pub parent: Option<Parent>,
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
    let dotted = dotted::placed(pages);
    let placed = parents::placed(dotted.as_deref().unwrap_or(pages));
    let pages = &*placed;
    let mut builder = Builder {
        pages,
        resolve,
        folders,
        parts: Vec::new(),
        used: vec![false; pages.len()],
        named: HashSet::new(),
        labels: HashMap::new(),
    };
    let mut nodes = Vec::new();
    let mut news = Vec::new();
    let (parts, whole) = contents
        .iter()
        .partition::<Vec<&Contents>, _>(|one| builder.is_of_part(one, contents));
    builder.parts = parts;
    let listed = whole.iter().map(|contents| {
        let listed = builder.contents(contents, 0);
        (title_of_book(contents, &whole), listed)
    });
    let mut listed: Vec<(Option<String>, Vec<Node>)> = listed.collect();
    listed.retain(|(_, listed)| !listed.is_empty());
    // Of several books each is a group.
    let has_books = listed.iter().filter(|(title, _)| title.is_some()).count() > 1;
    for (title, mut listed) in listed {
        if let Some(title) = title.filter(|_| has_books) {
            listed = vec![Node::Group {
                label: Label::Text(title),
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

/// What a book is called: of several with one title, such as editions, with the folder that it is in.
fn title_of_book(book: &Contents, all: &[&Contents]) -> Option<String> {
    let title = book.title.clone()?;
    let namesakes = all.iter().filter(|other| other.title == book.title);
    let mut folders = book.folder.rsplit('/');
    let folder = folders.find(|folder| !is_container(folder));
    match folder.filter(|_| namesakes.count() > 1) {
        Some(folder) => Some(format!("{title} ({folder})")),
        None => Some(title),
    }
}

struct Builder<'a> {
    pages: &'a [Page],
    resolve: &'a dyn Fn(&str, &str) -> Option<usize>,
    folders: &'a HashMap<String, Folder>,
    /// Tables of contents of folders that have a place among others.
    parts: Vec<&'a Contents>,
    used: Vec<bool>,
    /// Pages that a list with patterns names itself.
    named: HashSet<usize>,
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
                Entry::Pattern(pattern) => nodes.extend(self.matching(base, pattern, depth)),
                Entry::Group {
                    label,
                    target,
                    entries,
                } => {
                    if let (None, [Entry::Folder(folder)]) = (target, entries.as_slice()) {
                        nodes.extend(self.listed_group(base, folder, label.as_ref(), depth));
                        continue;
                    }
                    let page = target
                        .as_ref()
                        .and_then(|target| (self.resolve)(base, target));
                    let mut inner: Vec<Node> =
                        page.and_then(|page| self.take(page)).into_iter().collect();
                    inner.extend(self.listed(base, entries, depth + 1));
                    // A heading that leads to a page and has nothing below it is that page.
                    if let (Some(page), [Node::Page(only)]) = (page, inner.as_slice())
                        && page == *only
                    {
                        if let Some(label) = label {
                            self.labels.entry(page).or_insert_with(|| label.clone());
                        }
                        nodes.extend(inner);
                        continue;
                    }
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
        match self.left_of(base, folder) {
            Some((path, pages)) => self.tree(&path, pages, depth),
            None => Vec::new(),
        }
    }

    /// The same as a group, under this name or under its own.
    fn listed_group(
        &mut self,
        base: &str,
        folder: &str,
        label: Option<&String>,
        depth: usize,
    ) -> Option<Node> {
        let (path, pages) = self.left_of(base, folder)?;
        let leader = self.leader(&path, &pages);
        let label = match label {
            Some(label) => Label::Text(label.clone()),
            None => self.label(&path, leader),
        };
        let inner = self.tree(&path, pages, depth + 1);
        (!inner.is_empty()).then_some(Node::Group { label, inner })
    }

    /// A folder that is listed, and the pages that are left in it.
    fn left_of(&self, base: &str, folder: &str) -> Option<(String, Vec<usize>)> {
        let sites = std::iter::once("").chain(SITES);
        let paths = sites.filter_map(|site| joined(&joined(base, site)?, folder));
        let mut left = paths.map(|path| {
            let mut pages = self.within(&path);
            pages.retain(|&page| !self.used[page]);
            (path, pages)
        });
        left.find(|(_, pages)| !pages.is_empty())
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
