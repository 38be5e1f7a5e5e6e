//! Folders that are parts of something: the tables of contents that they have themselves, and the page that leads them.

use super::key::number_of;
use super::{Builder, Contents, Node, is_container};
use crate::guide::folder::names::{folder_of, is_index, is_within, last_of, without_ending};

/// What the page of a folder is called in manuals where each page has a folder with a number.
const TEMPLATES: [&str; 4] = ["article", "chapter", "default", "docs"];

/// Whether a page is that of its folder: an index, or called as the folder is. Next's folders have their page in a file of that name, others
/// in one that is called as what is made of it.
pub(super) fn leads(path: &str) -> bool {
    let stem = without_ending(path);
    let (folder, name) = (last_of(folder_of(stem)), last_of(stem));
    is_index(name)
        || name.eq_ignore_ascii_case(folder)
        || name == "page" && folder_of(stem).split('/').any(|part| part == "app")
        || TEMPLATES.contains(&name) && number_of(folder).is_some()
}

impl Builder<'_> {
    /// Whether a table of contents is that of a folder among others: it stands there, and says nothing of the others. So it is where
    /// another lists the folder around it or one beside it, and where the site gives that folder a place.
    pub(super) fn is_of_part(&self, contents: &Contents, all: &[Contents]) -> bool {
        let folder = contents.folder.as_str();
        if contents.leads || contents.is_of_folder {
            return !contents.leads;
        }
        if folder.is_empty() || is_container(folder) {
            return false;
        }
        // Beside each other neither is that of all; those with names are books.
        let is_beside = |other: &Contents| {
            let beside = other.folder.as_str();
            let is_apart = !is_within(folder, beside) && !is_within(beside, folder);
            beside != folder && is_apart && !beside.is_empty() && !is_container(beside)
        };
        let is_around = |other: &Contents| {
            let outer = other.folder.as_str();
            !other.leads && outer != folder && (outer.is_empty() || is_within(folder, outer))
        };
        let pages = self.within(folder);
        let leader = self.leader(folder, &pages);
        all.iter().any(is_around)
            || contents.title.is_none() && all.iter().any(is_beside)
            || pages.len() * 2 < self.pages.len()
                && self.key_of_folder(folder, leader, &pages).order.is_some()
    }

    /// Whether a folder that is a part has a table of contents of its own, where not every folder may have one.
    pub(super) fn has_list(&self, folder: &str) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| part.folder == folder && !part.is_of_folder)
    }

    /// The pages in a folder.
    pub(super) fn within(&self, folder: &str) -> Vec<usize> {
        let inside = |page: &usize| is_within(&self.pages[*page].path, folder);
        (0..self.pages.len()).filter(inside).collect()
    }

    /// The page of a folder, among those in it: its index, or what is called as the folder is.
    pub(super) fn leader(&self, folder: &str, pages: &[usize]) -> Option<usize> {
        let own = pages.iter().copied();
        let own = own.filter(|&page| folder_of(&self.pages[page].path) == folder);
        own.filter(|&page| leads(&self.pages[page].path))
            .min_by_key(|&page| !is_index(last_of(without_ending(&self.pages[page].path))))
    }

    /// What the tables of contents of a folder that is a part list.
    pub(super) fn of_part(&mut self, folder: &str, depth: usize) -> Vec<Node> {
        let parts = self.parts.iter().copied();
        let own: Vec<&Contents> = parts.filter(|part| part.folder == folder).collect();
        // Where its pages say their places themselves, a list is for another program than that of the site.
        let places = |page: &usize| self.pages[*page].order.is_some();
        let pages = if own.is_empty() {
            Vec::new()
        } else {
            self.within(folder)
        };
        let say = pages.iter().filter(|page| places(page)).count();
        let listed = own
            .into_iter()
            .filter(|part| part.is_of_folder || say * 2 <= pages.len())
            .collect::<Vec<_>>()
            .into_iter();
        listed.flat_map(|part| self.contents(part, depth)).collect()
    }
}
