//! What files say of the folder that they are in: its name and place, and the order of what is in it.

use super::label;
use crate::guide::folder::arrange::{Child, Folder};
use crate::guide::folder::names::without_ending;
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

/// What a file in a folder says of it: `_category_.json`, `_dir.yml`, `_meta.json`, and the `meta.json` of Fumadocs.
pub(in crate::guide::folder) fn folder(name: &str, text: &str) -> Folder {
    if name.starts_with("_meta.") {
        return Folder {
            children: children(text),
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

/// `_meta` of Nextra and Rspress: the names of the files and folders in its folder, with their titles.
fn children(text: &str) -> Vec<Child> {
    let name = |text: &str| without_ending(text.trim_matches('/')).to_owned();
    let title = |value: &Literal| {
        let title = value
            .text()
            .or_else(|| value.get(&["title", "label"])?.text());
        title.and_then(label)
    };
    let lists = literal::read(text).into_iter();
    let mut lists = lists.map(Literal::unnamed);
    let list = lists.find(|literal| !matches!(literal, Literal::Text(_)));
    match list {
        Some(Literal::Map(entries)) => {
            let entries = entries.iter().map(|(key, value)| Child {
                name: name(key),
                label: title(value),
            });
            entries.collect()
        }
        Some(Literal::List(items)) => {
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
        _ => Vec::new(),
    }
}
