//! Tables of contents, as generators keep them: what they list, in which order and under which headings.

mod data;
mod docusaurus;
mod folders;
mod hugo;
mod imports;
mod lists;
mod nav_of_folder;
mod program;
#[cfg(test)]
mod testing;
pub(super) mod toctree;
mod writerside;

use serde_yaml::Value;

use super::arrange::Child;
use super::front;
use super::names::{folder_of, joined, last_of};
use crate::guide::dialect::without_marks;
use crate::guide::literal::{self, Literal};
use crate::guide::markdown::without_tags;
use crate::guide::yaml::of_others;

pub(super) use docusaurus::lists_of_folders;
pub(super) use folders::{folders, is_of_folder};
pub(super) use hugo::{is_hugo, language_of_settings, menus};
pub(super) use imports::importers_first;
pub(in crate::guide) use imports::{imports, may_import};
pub(super) use program::language_of_program;

/// An entry of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::guide) enum Entry {
    Page {
        /// As it is written there.
        target: String,
        label: Option<String>,
    },
    Group {
        label: Option<String>,
        /// The page that leads it.
        target: Option<String>,
        entries: Vec<Entry>,
    },
    /// All pages of a folder.
    Folder(String),
    /// What is named like this, and by nothing else in the same list: `guide/*`, `*.md`.
    Pattern(String),
}

/// A table of contents, and the folder in which its targets are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contents {
    /// Where its targets are looked for.
    pub base: String,
    /// The same without a language, as pages are called.
    pub folder: String,
    pub entries: Vec<Entry>,
    /// It is the word of the guide's author, before whom nothing comes.
    pub leads: bool,
    /// It is that of its folder, as others are of the folders in it.
    pub is_of_folder: bool,
    /// What the part of the folder is called that it lists, where that is a part.
    pub title: Option<String>,
}

impl Contents {
    /// What stands in a file, if it lists anything.
    fn listed(base: String, entries: Vec<Entry>) -> Option<Self> {
        (!entries.is_empty()).then(|| Self {
            folder: base.clone(),
            base,
            entries,
            leads: false,
            is_of_folder: false,
            title: None,
        })
    }
}

/// What a file that lists the pages of its folder calls that, by the names that both have.
pub(super) fn title_of_folder(path: &str, text: &str) -> Option<String> {
    nav_of_folder::is(last_of(path))
        .then(|| nav_of_folder::title(text))
        .flatten()
}

/// The collections of a Jekyll site, as the settings of its theme name and arrange them.
pub(super) fn collections(path: &str, text: &str) -> Vec<Child> {
    if last_of(path) != "_config.yml" || !text.contains("collections") {
        return Vec::new();
    }
    let value = yaml(text);
    let listed = [
        &value["just_the_docs"]["collections"],
        &value["collections"],
    ];
    let named = listed.into_iter().find_map(Value::as_mapping);
    let named = named.into_iter().flatten();
    let children = named.filter_map(|(name, says)| {
        Some(Child {
            name: format!("_{}", name.as_str()?),
            label: says["name"].as_str().and_then(label),
        })
    });
    children.collect()
}

/// The pages that are listed, in their order and nothing else.
pub(super) fn without_words(entries: Vec<Entry>) -> Vec<Entry> {
    let pages = entries.into_iter().flat_map(|entry| match entry {
        Entry::Page { target, .. } => vec![page(&target, None)],
        Entry::Group {
            target, entries, ..
        } => {
            let own = target.map(|target| page(&target, None));
            own.into_iter().chain(without_words(entries)).collect()
        }
        rest @ (Entry::Folder(_) | Entry::Pattern(_)) => vec![rest],
    });
    pages.collect()
}

/// What a file says that arranges pages.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// What the whole is called.
    pub title: Option<String>,
    pub contents: Option<Contents>,
    /// The page that is the table of contents, of whatever name.
    pub page: Option<String>,
}

/// Reads a file that arranges pages, by its name; `imported` is what it imports. What cannot be read says nothing.
pub(super) fn read(path: &str, text: &str, imported: &str) -> Settings {
    let folder = folder_of(path);
    let listed = |entries| Settings {
        contents: Contents::listed(folder.to_owned(), entries),
        ..Settings::default()
    };
    let titled = |title| Settings {
        title,
        ..Settings::default()
    };
    let in_toml = || titled(toml_value(text, "title"));
    let in_yaml = || titled(yaml(text)["title"].as_str().map(str::to_owned));
    let name = last_of(path).to_lowercase();
    match name.as_str() {
        "summary.md" => listed(lists::summary(text)),
        "_sidebar.md" => listed(lists::read(text, false)),
        "toc.md" => {
            let (front, start) = front::split(text);
            Settings {
                title: front.guide,
                ..listed(lists::read(&without_marks(&text[start..]), true))
            }
        }
        "mkdocs.yml" | "mkdocs.yaml" => mkdocs(folder, text),
        "zensical.toml" => zensical(folder, text),
        _ if nav_of_folder::is(&name) => Settings {
            contents: nav_of_folder::read(folder, text),
            ..Settings::default()
        },
        "book.json" | ".gitbook.yaml" => gitbook(folder, text),
        "book.toml" | "hugo.toml" => in_toml(),
        "config.toml" | "languages.toml" if is_hugo(path, text) => in_toml(),
        // What stands above a page for the way back.
        "toc.yml" if last_of(folder).starts_with("bread") => Settings::default(),
        "toc.yml" | "toc.yaml" => listed(data::read(text)),
        "_toc.yml" | "_toc.yaml" => listed(data::jupyter_book(text)),
        "myst.yml" | "_quarto.yml" | "_quarto.yaml" => {
            let read = if name == "myst.yml" {
                data::myst
            } else {
                data::quarto
            };
            let (title, entries) = read(text);
            Settings {
                title,
                ..listed(entries)
            }
        }
        "conf.py" => titled(toml_value(text, "project")),
        "index.rst" => Settings::default(),
        _ if name.rsplit('.').next() == Some("tree") => listed(writerside::read(text)),
        _ if data_folder(path).is_some() => data_of_site(path, text),
        "documents.yaml" => listed(documents(&yaml(text))),
        "_config.yml" | "hugo.yaml" | "hugo.yml" => in_yaml(),
        "config.yaml" | "config.yml" if is_hugo(path, text) => in_yaml(),
        "config.toml" | "config.yaml" | "config.yml" => Settings::default(),
        _ if language_of_settings(&name).is_some() => in_toml(),
        // Anything may be configured by such a file.
        "config.js" | "config.ts" | "config.mts"
            if program::hidden_folder(folder).is_none() && !text.contains("sidebar") =>
        {
            Settings::default()
        }
        _ if is_program(&name) || program::hidden_folder(folder).is_some() => {
            program::read(path, text, imported)
        }
        _ => Settings::default(),
    }
}

/// The folder of a site whose data this file is part of: Jekyll and Hexo keep it in `_data`.
fn data_folder(path: &str) -> Option<&str> {
    if path.starts_with("_data/") {
        return Some("");
    }
    path.find("/_data/").map(|at| &path[..at])
}

/// What a file lists among the data of a site.
fn data_of_site(path: &str, text: &str) -> Settings {
    let listed = match last_of(path) {
        "sidebar.yml" => data::hexo(text),
        _ => Vec::new(),
    };
    let listed = if listed.is_empty() {
        data::read(text)
    } else {
        listed
    };
    let base = data_folder(path).unwrap_or_default().to_owned();
    Settings {
        contents: Contents::listed(base, listed),
        ..Settings::default()
    }
}

fn is_program(name: &str) -> bool {
    let is_list =
        name.starts_with("sidebar") || name.starts_with("config.") || name.contains(".sidebar.");
    is_list
        || [
            "docusaurus.config",
            "astro.config",
            "docs.json",
            "mint.json",
        ]
        .iter()
        .any(|start| name.starts_with(start))
}

fn yaml(text: &str) -> Value {
    of_others(text).unwrap_or(Value::Null)
}

/// The value of a key of TOML, where it is a plain text.
fn toml_value(text: &str, key: &str) -> Option<String> {
    let value = text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then_some(value.trim())
    })?;
    let value = value.trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

/// `zensical.toml`, in which `MkDocs`' settings are written as TOML. Its lists are read as any others.
fn zensical(folder: &str, text: &str) -> Settings {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    let docs = toml_value(&text, "docs_dir");
    let base = joined(folder, docs.as_deref().unwrap_or("docs")).unwrap_or_default();
    let list = text
        .find("\nnav")
        .map(|at| text[at..].trim_start_matches(|c| c != '['));
    let literals = list.map_or_else(Vec::new, literal::read);
    let entries = literals.first().map_or_else(Vec::new, list_of_maps);
    Settings {
        title: toml_value(&text, "site_name"),
        contents: Contents::listed(base, entries),
        page: None,
    }
}

/// Texts, and maps of a label to a text or a list, as [`nav`] has them.
fn list_of_maps(literal: &Literal) -> Vec<Entry> {
    match literal {
        Literal::Text(target) => vec![page(target, None)],
        Literal::List(items) => items.iter().flat_map(list_of_maps).collect(),
        Literal::Map(map) => {
            let entries = map.iter().map(|(name, value)| match value {
                Literal::Text(target) => page(target, label(name)),
                inner => Entry::Group {
                    label: label(name),
                    target: None,
                    entries: list_of_maps(inner),
                },
            });
            entries.collect()
        }
    }
}

fn mkdocs(folder: &str, text: &str) -> Settings {
    let value = yaml(text);
    let docs = value["docs_dir"].as_str().unwrap_or("docs");
    let base = joined(folder, docs).unwrap_or_default();
    let mut entries = nav(&value["nav"]);
    if entries.is_empty() {
        entries = nav(nav_of_language(&value));
    }
    if entries.is_empty() && value.is_mapping() {
        // All of its folder, before what else a project has.
        entries.push(Entry::Folder(String::new()));
    }
    Settings {
        title: value["site_name"].as_str().map(str::to_owned),
        contents: Contents::listed(base, entries),
        page: None,
    }
}

/// The list of pages that `MkDocs` has for each language where a plugin arranges these: that of the default one, else the first.
fn nav_of_language(value: &Value) -> &Value {
    let plugins = value["plugins"].as_sequence().into_iter().flatten();
    let languages = plugins.filter_map(|plugin| plugin["i18n"]["languages"].as_sequence());
    let mut languages: Vec<&Value> = languages.flatten().collect();
    languages.sort_by_key(|language| language["default"].as_bool() != Some(true));
    let navs = languages.into_iter().map(|language| &language["nav"]);
    navs.into_iter()
        .find(|nav| nav.is_sequence())
        .unwrap_or(&Value::Null)
}

/// `book.json` and `.gitbook.yaml` of `GitBook`. A `SUMMARY.md` speaks for itself.
fn gitbook(folder: &str, text: &str) -> Settings {
    let value = yaml(text);
    let page = value["structure"]["summary"].as_str().and_then(|summary| {
        let root = joined(folder, value["root"].as_str().unwrap_or_default())?;
        joined(&root, summary)
    });
    Settings {
        title: value["title"].as_str().map(str::to_owned),
        contents: None,
        page,
    }
}

/// What a page lists that is a table of contents.
pub(super) fn of_page(path: &str, text: &str) -> Option<Contents> {
    Contents::listed(folder_of(path).to_owned(), lists::read(text, true))
}

/// A label that says something; some generators show its HTML as such.
fn label(text: &str) -> Option<String> {
    let words = without_tags(text);
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// `nav` of `MkDocs`: texts, and maps of a label to a text or a list. Plugins of it know folders and patterns, too.
fn nav(value: &Value) -> Vec<Entry> {
    nav_of(value, &|target, label| {
        if target.contains('*') || target.len() > 1 && target.ends_with('/') {
            nav_of_folder::entry(target, label)
        } else {
            Some(page(target, label))
        }
    })
}

/// The same with what a text stands for.
fn nav_of(value: &Value, entry: &dyn Fn(&str, Option<String>) -> Option<Entry>) -> Vec<Entry> {
    let items = value.as_sequence().into_iter().flatten();
    let entries = items.flat_map(|item| match item {
        Value::String(target) => entry(target, None).into_iter().collect(),
        Value::Mapping(map) => {
            let entries = map.iter().filter_map(|(name, value)| {
                let label = words(name).and_then(label);
                match value {
                    Value::String(target) => entry(target, label),
                    Value::Sequence(_) => Some(Entry::Group {
                        label,
                        target: None,
                        entries: nav_of(value, entry),
                    }),
                    _ => None,
                }
            });
            entries.collect()
        }
        _ => Vec::new(),
    });
    entries.collect()
}

/// A text, or the last one of several: `!ENV [NAME, "Words"]` has words for where nobody sets the name.
fn words(value: &Value) -> Option<&str> {
    match value {
        Value::Tagged(tagged) => words(&tagged.value),
        Value::Sequence(all) => all.last().and_then(words),
        value => value.as_str(),
    }
}

/// `documents.yaml` of Rails' guides: groups with names, and documents with names and addresses.
fn documents(value: &Value) -> Vec<Entry> {
    let items = value.as_sequence().into_iter().flatten();
    let entries = items.map(|item| {
        let label = item["name"].as_str().and_then(label);
        match item["url"].as_str() {
            Some(target) => page(target, label),
            None => Entry::Group {
                label,
                target: None,
                entries: documents(&item["documents"]),
            },
        }
    });
    entries.collect()
}

fn page(target: &str, label: Option<String>) -> Entry {
    Entry::Page {
        target: target.to_owned(),
        label,
    }
}
