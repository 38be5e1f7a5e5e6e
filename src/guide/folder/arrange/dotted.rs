//! Notes that stand in one folder and say by dots below which other note they stand: `vim.motions.words.md`, as Dendron has it.

use std::collections::{HashMap, HashSet};

use super::Page;
use crate::guide::folder::names::{folder_of, joined, last_of, without_ending};

/// Fewer notes make no tree.
const FEWEST: usize = 4;

/// The pages as if what stands before a dot were a folder; `None` where more than half of the names have none.
pub(super) fn placed(pages: &[Page]) -> Option<Vec<Page>> {
    let mut names: HashMap<&str, HashSet<&str>> = HashMap::new();
    for page in pages.iter().filter(|page| page.path.contains('.')) {
        let stem = without_ending(&page.path);
        let folder = names.entry(folder_of(stem)).or_default();
        folder.insert(last_of(stem));
    }
    names.retain(|_, names| are_dotted(names));
    if names.is_empty() {
        return None;
    }
    let placed = pages.iter().map(|page| {
        let stem = without_ending(&page.path);
        let (folder, ending) = (folder_of(stem), &page.path[stem.len()..]);
        let path = names.contains_key(folder).then(|| {
            let name = match last_of(stem) {
                "root" => "index".to_owned(),
                name => name.replace('.', "/"),
            };
            Some(format!("{}{ending}", joined(folder, &name)?))
        });
        Page {
            path: path.flatten().unwrap_or_else(|| page.path.clone()),
            ..page.clone()
        }
    });
    Some(placed.collect())
}

/// Whether half of the names begin with another one and a dot. Of a version that says nothing.
fn are_dotted(names: &HashSet<&str>) -> bool {
    let stands_below = |name: &&&str| {
        let above = name.rsplit_once('.').map(|(above, _)| above);
        above.is_some_and(|above| {
            names.contains(above) && !above.ends_with(|c: char| c.is_ascii_digit())
        })
    };
    names.len() >= FEWEST && names.iter().filter(stands_below).count() * 2 >= names.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paths: &[&str], expected: Option<&[&str]>) {
        let pages: Vec<Page> = paths
            .iter()
            .map(|path| Page {
                path: (*path).to_owned(),
                ..Page::default()
            })
            .collect();
        let placed = placed(&pages);
        let placed = placed.as_ref().map(|pages| {
            let paths = pages.iter().map(|page| page.path.as_str());
            paths.collect::<Vec<_>>()
        });
        assert_eq!(placed.as_deref(), expected, "{paths:?}");
    }

    #[test]
    fn dots_stand_for_folders_where_half_of_the_names_have_them() {
        check(
            &[
                "README.md",
                "vault/root.md",
                "vault/vim.md",
                "vault/vim.motions.md",
                "vault/vim.motions.words.md",
                "vault/vim.modes.md",
            ],
            Some(&[
                "README.md",
                "vault/index.md",
                "vault/vim.md",
                "vault/vim/motions.md",
                "vault/vim/motions/words.md",
                "vault/vim/modes.md",
            ]),
        );
        check(&["1.0.md", "1.0.1.md", "1.0.2.md", "1.0.3.md"], None);
        check(&["a.md", "b.md", "c.md", "node.js.md", "vue.js.md"], None);
        check(&["a.md", "a.b.md"], None);
    }
}
