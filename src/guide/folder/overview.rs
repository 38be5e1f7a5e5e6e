//! A page that lists the others, where no setting says which are there, or in which order: it is the table of contents.

use std::collections::HashSet;

use super::arrange::Page;
use super::contents::{Contents, Entry, of_page};
use super::front;
use super::names::{folder_of, last_of, without_number};

/// Of fewer pages a list is no more than what one of them speaks of.
const LEAST: usize = 6;

/// The outermost page that lists most of all, if it is most of them. `resolve` finds the page that a target means.
pub(super) fn find<'a>(
    pages: &[Page],
    texts: impl Iterator<Item = &'a (String, String)>,
    resolve: &dyn Fn(&str, &str) -> Option<usize>,
) -> Option<Contents> {
    if pages.len() < LEAST || pages.iter().any(has_place) {
        return None;
    }
    let is_most = |count: usize| count * 3 >= pages.len() * 2;
    let links = |text: &str| text.matches("](").count() + text.matches("<doc:").count();
    let long = texts.filter(|(_, text)| is_most(links(text)));
    let long: Vec<_> = long.collect();
    let depth = |path: &str| path.matches('/').count();
    let top = long.iter().map(|(path, _)| depth(path)).min()?;
    let lists = long.iter().filter(|(path, _)| depth(path) == top);
    let lists = lists.filter_map(|(path, text)| {
        let (_, at) = front::split(text);
        let mut contents = of_page(path, &text[at..])?;
        let mut listed = HashSet::new();
        collect(
            &contents.entries,
            &|target| resolve(folder_of(path), target),
            &mut listed,
        );
        let own = Entry::Page {
            target: last_of(path).to_owned(),
            label: None,
        };
        contents.entries.insert(0, own);
        is_most(listed.len()).then_some((listed.len(), contents))
    });
    let (_, contents) = lists.max_by_key(|(count, _)| *count)?;
    Some(contents)
}

/// Whether its author has given it a place already.
fn has_place(page: &Page) -> bool {
    page.order.is_some() || without_number(last_of(&page.path)).0.is_some()
}

fn collect(entries: &[Entry], resolve: &dyn Fn(&str) -> Option<usize>, found: &mut HashSet<usize>) {
    for entry in entries {
        match entry {
            Entry::Page { target, .. } => found.extend(resolve(target)),
            Entry::Group {
                target, entries, ..
            } => {
                found.extend(target.as_deref().and_then(resolve));
                collect(entries, resolve, found);
            }
            Entry::Folder(_) | Entry::Pattern(_) => {}
        }
    }
}
