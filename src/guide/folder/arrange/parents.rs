//! Pages that say below which other page they stand, wherever their files are.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{MAX_DEPTH, Page};
use crate::guide::folder::names::{folder_of, is_index, joined, last_of, without_ending};

/// Of more pages with one title the nearest is not looked for.
const FEW: usize = 64;

/// The page above, by its title, and the title of the one above that, where it says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::guide::folder) struct Parent {
    pub title: String,
    pub above: Option<String>,
}

/// The pages as if their files stood as they say: a page with others below it leads a folder in which these are.
pub(super) fn placed(pages: &[Page]) -> Cow<'_, [Page]> {
    if pages.iter().all(|page| page.parent.is_none()) {
        return Cow::Borrowed(pages);
    }
    let parents = Parents::of(pages);
    let placed = pages.iter().enumerate().map(|(at, page)| Page {
        path: parents.path(at).unwrap_or_else(|| page.path.clone()),
        ..page.clone()
    });
    Cow::Owned(placed.collect())
}

/// The collection of Jekyll's that a page is in: in others nothing stands above it.
fn collection(path: &str) -> Option<&str> {
    let mut folders = folder_of(path).split('/');
    folders.find(|folder| folder.starts_with('_'))
}

/// How many folders two paths begin with together.
fn in_common(a: &str, b: &str) -> usize {
    let pairs = folder_of(a).split('/').zip(folder_of(b).split('/'));
    pairs.take_while(|(a, b)| a == b).count()
}

struct Parents<'a> {
    pages: &'a [Page],
    /// For each page the one above it.
    above: Vec<Option<usize>>,
    /// Pages with others below them.
    leaders: HashSet<usize>,
}

impl<'a> Parents<'a> {
    fn of(pages: &'a [Page]) -> Self {
        let mut titled: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, page) in pages.iter().enumerate() {
            if let Some(title) = &page.title {
                titled.entry(title).or_default().push(at);
            }
        }
        let find = |(at, page): (usize, &Page)| {
            let parent = page.parent.as_ref()?;
            let found = titled.get(parent.title.as_str())?.iter().copied();
            let is_meant = |other: &usize| {
                let above = pages[*other].parent.as_ref().map(|above| &above.title);
                *other != at
                    && (parent.above.is_none() || above == parent.above.as_ref())
                    && collection(&pages[*other].path) == collection(&page.path)
            };
            // Of several with that title the nearest.
            let far = |other: &usize| std::cmp::Reverse(in_common(&pages[*other].path, &page.path));
            found.filter(is_meant).take(FEW).min_by_key(far)
        };
        let above: Vec<Option<usize>> = pages.iter().enumerate().map(find).collect();
        let leaders = above.iter().flatten().copied().collect();
        Self {
            pages,
            above,
            leaders,
        }
    }

    /// Where a page stands; `None` where its file is.
    fn path(&self, page: usize) -> Option<String> {
        let own = &self.pages[page].path;
        let leads = self.leaders.contains(&page);
        match self.above[page] {
            None if !leads => None,
            _ if leads => Some(format!("{}/index.md", self.folder(page, 0)?)),
            None => None,
            Some(above) if is_index(last_of(without_ending(own))) => {
                Some(format!("{}/{}.md", self.folder(above, 0)?, self.name(page)))
            }
            Some(above) => Some(format!("{}/{}", self.folder(above, 0)?, last_of(own))),
        }
    }

    /// The folder that a page leads; `None` where pages stand below each other in a circle.
    fn folder(&self, page: usize, depth: usize) -> Option<String> {
        if depth > MAX_DEPTH {
            return None;
        }
        let path = without_ending(&self.pages[page].path);
        match self.above[page] {
            Some(above) => joined(&self.folder(above, depth + 1)?, self.name(page)),
            None if is_index(last_of(path)) => Some(folder_of(path).to_owned()),
            None => Some(path.to_owned()),
        }
    }

    fn name(&self, page: usize) -> &'a str {
        let path = without_ending(&self.pages[page].path);
        if is_index(last_of(path)) {
            last_of(folder_of(path))
        } else {
            last_of(path)
        }
    }
}
