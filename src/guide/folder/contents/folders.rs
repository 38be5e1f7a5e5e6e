//! What files say of the folder that they are in: its name and place, and the order of what is in it.

use super::label;
use crate::guide::folder::arrange::{Child, Folder};
use crate::guide::folder::names::{folder_of, joined, last_of, without_ending};
use crate::guide::literal::{self, Literal};

/// Whether a file of this name, in lower case, says something of the folder that it is in.
pub(in crate::guide::folder) fn is_of_folder(name: &str) -> bool {
    name.starts_with("_meta.")
        || matches!(
            name,
            "_category_.json"
                | "_category_.yml"
                | "_category_.yaml"
                | "_dir.yml"
                | "_metadata.yaml"
                | "_metadata.yml"
                | "meta.json"
        )
}

/// What a file says of folders, each with its path: of the one that it is in, and of all in that where one file speaks for them.
pub(in crate::guide::folder) fn folders(path: &str, text: &str) -> Vec<(String, Folder)> {
    let name = last_of(path).to_lowercase();
    let own = folder_of(path);
    if !name.starts_with("_meta.global.") {
        return vec![(own.to_owned(), folder(&name, text))];
    }
    let mut found = Vec::new();
    let Some(list) = list(text) else {
        return found;
    };
    // Pages may also be beside the folder of the program.
    let beside = (last_of(own) == "app").then(|| joined(folder_of(own), "content"));
    for own in [Some(own.to_owned()), beside.flatten()]
        .into_iter()
        .flatten()
    {
        below(&own, &list, &mut found);
    }
    found
}

/// What a map says of a folder, and of those in it: the names of files and folders, these with `items`.
fn below(folder: &str, list: &Literal, found: &mut Vec<(String, Folder)>) {
    let says = Folder {
        children: children(list),
        ..Folder::default()
    };
    found.push((folder.to_owned(), says));
    if let Literal::Map(entries) = list {
        for (name, value) in entries {
            if let (Some(inner), Some(path)) = (value.get(&["items"]), joined(folder, name)) {
                below(&path, inner, found);
            }
        }
    }
}

/// What a file in a folder says of it: `_category_.json`, `_dir.yml`, `_meta.json`, and the `meta.json` of Fumadocs.
fn folder(name: &str, text: &str) -> Folder {
    if name.starts_with("_meta.") {
        return Folder {
            children: list(text).as_ref().map_or_else(Vec::new, children),
            ..Folder::default()
        };
    }
    // JSON is YAML too.
    let value = super::yaml(text);
    let label = ["label", "title", "name"]
        .into_iter()
        .find_map(|key| value[key].as_str());
    let order = ["position", "order", "weight"]
        .into_iter()
        .find_map(|key| value[key].as_f64());
    let pages = value["pages"].as_sequence().into_iter().flatten();
    Folder {
        label: label.map(str::to_owned),
        order,
        children: pages.filter_map(|page| named(page.as_str()?)).collect(),
    }
}

/// An entry of `pages` in a `meta.json`, where it names a file or a folder: others are headings (`---x---`), links (`[x](y)`),
/// what is left (`...`), and what is to be left out (`!x`).
fn named(entry: &str) -> Option<Child> {
    let entry = entry.strip_prefix("...").unwrap_or(entry);
    let name = without_ending(entry.trim_start_matches("./").trim_end_matches('/'));
    let is_name = !name.is_empty() && !name.starts_with(['-', '[', '!']) && !name.contains('/');
    is_name.then(|| Child {
        name: name.to_owned(),
        label: None,
    })
}

/// The list that a program gives to others: the last map without a name, else the last list or map.
fn list(text: &str) -> Option<Literal> {
    let literals = literal::read(text).into_iter();
    let lists: Vec<Literal> = literals.filter(|it| it.text().is_none()).collect();
    let is_exported = |literal: &&Literal| match literal {
        Literal::Map(entries) => {
            entries.len() > 1 || entries.iter().any(|(_, value)| value.text().is_some())
        }
        _ => false,
    };
    let mut last_first = lists.iter().rev();
    let exported = last_first.find(is_exported).or(lists.last());
    exported.cloned().map(Literal::unnamed)
}

/// `_meta` of Nextra and Rspress: the names of the files and folders in its folder, with their titles.
fn children(list: &Literal) -> Vec<Child> {
    let name = |text: &str| without_ending(text.trim_matches('/')).to_owned();
    let title = |value: &Literal| {
        let title = value
            .text()
            .or_else(|| value.get(&["title", "label"])?.text());
        title.and_then(label)
    };
    match list {
        Literal::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| Child {
                name: name(key),
                label: title(value),
            });
            entries.collect()
        }
        Literal::List(items) => {
            let named = items.iter().filter_map(|item| {
                let own = item.text().or_else(|| item.get(&["name"])?.text())?;
                let label = item.text().is_none().then(|| title(item)).flatten();
                Some(Child {
                    name: name(own),
                    label,
                })
            });
            named.collect()
        }
        Literal::Text(_) => Vec::new(),
    }
}
