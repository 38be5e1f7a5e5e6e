//! Tables of contents in JSON, and in programs that configure a generator.

use std::iter::successors;

use super::super::languages::tag_of;
use super::super::names::{folder_of, joined, last_of};
use super::{Contents, Entry, Settings, page};
use crate::guide::literal::{self, Literal};
use crate::language::Language;

/// Keys of maps that lead readers elsewhere than to pages.
const NOT_PAGES: [&str; 15] = [
    "main",
    "header",
    "nav",
    "navbar",
    "topNav",
    "head",
    "footer",
    "footerConfig",
    "social",
    "socialLinks",
    "editLink",
    "search",
    "algolia",
    "plugins",
    "scripts",
];

/// Keys of titles, of addresses and of what stands in a group, whatever the generator.
const LABELS: [&str; 10] = [
    "text",
    "label",
    "title",
    "sectionHeader",
    "name",
    "group",
    "tab",
    "product",
    "dropdown",
    "anchor",
];
const TARGETS: [&str; 8] = ["link", "href", "path", "slug", "id", "to", "url", "root"];
const CHILDREN: [&str; 10] = [
    "items",
    "children",
    "routes",
    "pages",
    "autogenerate",
    "groups",
    "tabs",
    "products",
    "dropdowns",
    "versions",
];

/// Reads a file that lists pages, or that configures a generator and may list them; `imported` is what stands in files that it
/// imports.
pub(super) fn read(path: &str, text: &str, imported: &str) -> Settings {
    let all = literal::read(&[imported, text].concat());
    let foreign = if imported.is_empty() {
        0
    } else {
        literal::read(imported).len()
    };
    let literals = all.get(foreign..).unwrap_or(&all);
    let value = |key: &str| literals.iter().find_map(|literal| find(literal, key, 0));
    let name = last_of(path);
    let is_list = name.starts_with("sidebar") || name.contains(".sidebar.");
    let title = literals.iter().find_map(|literal| title(literal, 0));
    let title = title.filter(|title| !is_list && !title.contains("${"));
    let own = folder_of(path);
    let mut base = match hidden_folder(own) {
        Some(hidden) => folder_of(hidden).to_owned(),
        None => own.to_owned(),
    };
    if let Some(folder) = value("srcDir").and_then(Literal::text) {
        base = joined(&base, folder).unwrap_or(base);
    }
    let of_sidebars = |literals: &[Literal]| -> Vec<Entry> {
        let mut sidebars = Vec::new();
        for literal in literals.iter().filter(|_| !is_list) {
            find_sidebars(literal, 0, &mut sidebars);
        }
        sidebars.into_iter().flat_map(entries).collect()
    };
    let pages = |literals: &[Literal]| -> Vec<Entry> {
        let listed = of_sidebars(literals);
        if !listed.is_empty() {
            return listed;
        }
        // The whole is a list, or functions make one.
        literals.iter().flat_map(entries).collect()
    };
    let mut listed = pages(literals);
    if listed.is_empty() && foreign > 0 {
        listed = pages(&all);
    }
    Settings {
        title: title.map(str::to_owned),
        contents: Contents::listed(base, listed),
        page: None,
    }
}

/// The hidden folder of settings that a folder is, or is in.
pub(super) fn hidden_folder(folder: &str) -> Option<&str> {
    let mut around = successors(Some(folder), |folder| {
        (!folder.is_empty()).then(|| folder_of(folder))
    });
    around.find(|folder| matches!(last_of(folder), ".vitepress" | ".vuepress"))
}

/// The language for which a program lists pages, where one has a file, or a folder, for each.
pub(in crate::guide::folder) fn language_of_program(path: &str) -> Option<Language> {
    let Some(hidden) = hidden_folder(folder_of(path)) else {
        // Beside the pages of a language.
        let is_program = last_of(path).starts_with("config.");
        return tag_of(last_of(folder_of(path))).filter(|_| is_program);
    };
    let inner = path.strip_prefix(hidden)?;
    let mut parts = inner.split('/').rev();
    parts.find_map(|part| tag_of(part.split('.').next().unwrap_or(part)))
}

/// What the site is called: the title that stands beside what only a site has.
fn title(literal: &Literal, depth: usize) -> Option<&str> {
    const OF_SITE: [&str; 8] = [
        "sidebar",
        "sidebars",
        "themeConfig",
        "presets",
        "locales",
        "lang",
        "baseUrl",
        "description",
    ];
    let own = literal.get(&["title", "name"]).and_then(Literal::text);
    own.filter(|_| literal.get(&OF_SITE).is_some()).or_else(|| {
        let mut inner = inner(literal).filter(|_| depth < DEPTH);
        inner.find_map(|value| title(value, depth + 1))
    })
}

/// How far into a configuration its settings stand.
const DEPTH: usize = 6;

/// The first value of a key, outermost first.
fn find<'a>(literal: &'a Literal, key: &str, depth: usize) -> Option<&'a Literal> {
    literal.get(&[key]).or_else(|| {
        let mut inner = inner(literal).filter(|_| depth < DEPTH);
        inner.find_map(|value| find(value, key, depth + 1))
    })
}

fn find_sidebars<'a>(literal: &'a Literal, depth: usize, found: &mut Vec<&'a Literal>) {
    if depth >= DEPTH {
        return;
    }
    if let Literal::Map(entries) = literal {
        for (key, value) in entries {
            if key.to_lowercase().contains("sidebar") {
                found.push(value);
            } else {
                find_sidebars(value, depth + 1, found);
            }
        }
    } else {
        inner(literal).for_each(|value| find_sidebars(value, depth + 1, found));
    }
}

/// What stands in a list or a map.
pub(super) fn inner(literal: &Literal) -> Box<dyn Iterator<Item = &Literal> + '_> {
    match literal {
        Literal::Map(entries) => Box::new(entries.iter().map(|(_, value)| value)),
        Literal::List(items) => Box::new(items.iter()),
        Literal::Text(_) => Box::new(std::iter::empty()),
    }
}

pub(super) fn entries(literal: &Literal) -> Vec<Entry> {
    if let Some(base) = literal.get(&["base"]).and_then(Literal::text) {
        return below(base, inner_entries(literal));
    }
    inner_entries(literal)
}

/// Entries whose addresses begin in a folder, as `VitePress` says it for all of a list.
fn below(base: &str, entries: Vec<Entry>) -> Vec<Entry> {
    let place = |target: String| {
        let is_full = target.starts_with('/') || target.contains("://");
        if is_full {
            target
        } else {
            format!("{base}{target}")
        }
    };
    let entries = entries.into_iter().map(|entry| match entry {
        Entry::Page { target, label } => Entry::Page {
            target: place(target),
            label,
        },
        Entry::Group {
            label,
            target,
            entries,
        } => Entry::Group {
            label,
            target: target.map(place),
            entries: below(base, entries),
        },
        rest @ (Entry::Folder(_) | Entry::Pattern(_)) => rest,
    });
    entries.collect()
}

/// Whether a key is words for readers, as `Docusaurus` has them above lists, and not the name of a list: `Getting started`,
/// but `docs` and `/guide/`.
fn is_title(key: &str) -> bool {
    let is_words = key.starts_with(char::is_uppercase) || key.contains(' ') || !key.is_ascii();
    is_words && !key.contains('/')
}

fn inner_entries(literal: &Literal) -> Vec<Entry> {
    match literal {
        Literal::Text(target) => vec![page(target, None)],
        Literal::List(items) => items.iter().flat_map(entries).collect(),
        // Only what stands above all pages says to which of them it belongs.
        Literal::Map(_) if literal.get(&["activeMatch"]).is_some() => Vec::new(),
        Literal::Map(map) => {
            let text = |keys: &[&str]| literal.get(keys).and_then(Literal::text);
            let label = text(&LABELS).and_then(super::label);
            let target = text(&TARGETS).or_else(|| {
                // `link: { type: 'doc', id: 'guide/index' }`, as Docusaurus has it above lists.
                literal.get(&["link"])?.get(&["id"])?.text()
            });
            let target = target.map(str::to_owned);
            if let Some(folder) = text(&["directory", "dirName"]) {
                return vec![Entry::Folder(folder.to_owned())];
            }
            // Of versions the first is the one that is read.
            let children = match literal.get(&CHILDREN) {
                Some(Literal::List(versions)) if literal.get(&["versions"]).is_some() => {
                    versions.first()
                }
                children => children,
            };
            match (children, target) {
                (Some(children), target) if label.is_some() || target.is_some() => {
                    vec![Entry::Group {
                        label,
                        target,
                        entries: entries(children),
                    }]
                }
                (_, Some(target)) => vec![page(&target, label)],
                // A map of lists. Its texts are settings.
                _ => {
                    let inner = map.iter().filter(|(key, value)| {
                        !NOT_PAGES.contains(&key.as_str()) && value.text().is_none()
                    });
                    let listed = inner.flat_map(|(key, value)| match value {
                        Literal::List(all) if key == "versions" => {
                            all.first().map_or_else(Vec::new, entries)
                        }
                        Literal::List(_) if is_title(key) => vec![Entry::Group {
                            label: super::label(key),
                            target: None,
                            entries: entries(value),
                        }],
                        value => entries(value),
                    });
                    listed.collect()
                }
            }
        }
    }
}
