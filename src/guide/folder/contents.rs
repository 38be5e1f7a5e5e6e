//! Tables of contents, as generators keep them: what they list, in which order and under which headings.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_yaml::Value;

use super::arrange::Folder;
use super::literal::{self, Literal};
use super::names::{folder_of, joined, last_of};

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
}

/// A table of contents, and the folder in which its targets are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contents {
    /// Where its targets are looked for.
    pub base: String,
    pub entries: Vec<Entry>,
}

/// What a file says that arranges pages.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// What the whole is called.
    pub title: Option<String>,
    pub contents: Option<Contents>,
}

/// Reads a file that arranges pages, by its name. What cannot be read says nothing.
pub(super) fn read(path: &str, text: &str) -> Settings {
    let folder = folder_of(path);
    let in_folder = |entries: Vec<Entry>, base: String| {
        (!entries.is_empty()).then_some(Contents { base, entries })
    };
    let name = last_of(path).to_lowercase();
    match name.as_str() {
        "summary.md" | "_sidebar.md" => Settings {
            title: None,
            contents: in_folder(of_markdown(text, name == "summary.md"), folder.to_owned()),
        },
        "mkdocs.yml" | "mkdocs.yaml" => mkdocs(folder, text),
        ".pages" => Settings {
            title: None,
            contents: in_folder(nav(&yaml(text)["nav"]), folder.to_owned()),
        },
        "_meta.json" => Settings {
            title: None,
            contents: in_folder(meta(text), folder.to_owned()),
        },
        "book.toml" => Settings {
            title: toml_value(text, "title"),
            contents: None,
        },
        "_config.yml" | "hugo.yaml" | "hugo.yml" => Settings {
            title: yaml(text)["title"].as_str().map(str::to_owned),
            contents: None,
        },
        "hugo.toml" => Settings {
            title: toml_value(text, "title"),
            contents: None,
        },
        _ if is_program(&name) => program(path, text),
        _ => Settings::default(),
    }
}

/// What a file in a folder says of it: `_category_.json`, `_dir.yml`.
pub(super) fn folder(text: &str) -> Folder {
    // JSON is YAML too.
    let value = yaml(text);
    let label = ["label", "title", "name"]
        .into_iter()
        .find_map(|key| value[key].as_str());
    let order = ["position", "order", "weight"]
        .into_iter()
        .find_map(|key| value[key].as_f64());
    Folder {
        label: label.map(str::to_owned),
        order,
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
    serde_yaml::from_str(text).unwrap_or(Value::Null)
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

fn mkdocs(folder: &str, text: &str) -> Settings {
    let value = yaml(text);
    let docs = value["docs_dir"].as_str().unwrap_or("docs");
    let base = joined(folder, docs).unwrap_or_default();
    let entries = nav(&value["nav"]);
    Settings {
        title: value["site_name"].as_str().map(str::to_owned),
        contents: (!entries.is_empty()).then_some(Contents { base, entries }),
    }
}

/// A label that says something.
fn label(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// `nav` of MkDocs: texts, and maps of a label to a text or a list.
fn nav(value: &Value) -> Vec<Entry> {
    let items = value.as_sequence().into_iter().flatten();
    let entries = items.flat_map(|item| match item {
        Value::String(target) => vec![page(target, None)],
        Value::Mapping(map) => {
            let entries = map.iter().filter_map(|(name, value)| {
                let label = name.as_str().and_then(label);
                match value {
                    Value::String(target) => Some(page(target, label)),
                    Value::Sequence(_) => Some(Entry::Group {
                        label,
                        target: None,
                        entries: nav(value),
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

fn page(target: &str, label: Option<String>) -> Entry {
    Entry::Page {
        target: target.to_owned(),
        label,
    }
}

/// `_meta.json` of Nextra: the names of the files of its folder, with their titles.
fn meta(text: &str) -> Vec<Entry> {
    let literals = literal::read(text);
    let Some(Literal::Map(entries)) = literals.first() else {
        return Vec::new();
    };
    let title = |value: &Literal| {
        let title = value.text().or_else(|| value.get(&["title"])?.text());
        title.map(str::to_owned)
    };
    let entries = entries.iter().map(|(name, value)| page(name, title(value)));
    entries.collect()
}

/// Lists of links under headings, as in `SUMMARY.md` and `_sidebar.md`. `has_title`: the first heading is that of the whole.
fn of_markdown(text: &str, has_title: bool) -> Vec<Entry> {
    let mut reader = Lists {
        skips_title: has_title,
        ..Lists::default()
    };
    // Links of wikis have no address of their own.
    let text = text.replace("[[", "\u{1}").replace("]]", "\u{2}");
    for event in Parser::new(&text) {
        reader.take(event);
    }
    reader.finish()
}

#[derive(Default)]
struct Lists {
    /// What is open: the top, then a list in an item in a list…
    levels: Vec<Vec<Entry>>,
    label: String,
    target: Option<String>,
    in_heading: bool,
    /// The next heading is none of a part.
    skips_title: bool,
    /// A heading, and what stands under it.
    part: Option<(String, Vec<Entry>)>,
    /// The parts before.
    finished: Vec<(String, Vec<Entry>)>,
}

impl Lists {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                self.end_part();
                self.in_heading = true;
                self.label.clear();
                self.target = None;
            }
            Event::End(TagEnd::Heading(_)) => {
                self.in_heading = false;
                let mut label = std::mem::take(&mut self.label).trim().to_owned();
                if std::mem::take(&mut self.skips_title) {
                    label.clear();
                }
                self.part = Some((label, Vec::new()));
            }
            Event::Start(Tag::List(_)) => {
                self.end_entry();
                self.levels.push(Vec::new());
            }
            Event::End(TagEnd::List(_)) => {
                self.end_entry();
                if let Some(entries) = self.levels.pop() {
                    self.end_list(entries);
                }
            }
            Event::End(TagEnd::Item | TagEnd::Paragraph) => self.end_entry(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if self.target.is_some() {
                    self.end_entry();
                }
                self.target = Some(dest_url.into_string());
            }
            Event::Text(text) | Event::Code(text) => self.label.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.label.push(' '),
            _ => {}
        }
    }

    fn list(&mut self) -> &mut Vec<Entry> {
        if let Some(level) = self.levels.last_mut() {
            return level;
        }
        let (_, entries) = self.part.get_or_insert_with(Default::default);
        entries
    }

    /// An entry's text has ended.
    fn end_entry(&mut self) {
        if self.in_heading {
            return;
        }
        let label = std::mem::take(&mut self.label);
        let target = self.target.take();
        if let Some(inner) = label.find('\u{1}').map(|at| &label[at + 1..]) {
            let inner = inner.split('\u{2}').next().unwrap_or(inner);
            // GitHub's wikis write `[[label|page]]`.
            let (label, target) = inner.split_once('|').unwrap_or((inner, inner));
            let entry = page(target, Some(label.to_owned()));
            return self.list().push(entry);
        }
        let label = label.trim().to_owned();
        match target {
            Some(target) => {
                let label = (!label.is_empty()).then_some(label);
                self.list().push(page(&target, label));
            }
            // A label without a link is the heading of the list below it.
            None if !label.is_empty() && !self.levels.is_empty() => {
                self.list().push(Entry::Group {
                    label: Some(label),
                    target: None,
                    entries: Vec::new(),
                })
            }
            None => {}
        }
    }

    /// A list that stands in an item belongs to the entry before it.
    fn end_list(&mut self, inner: Vec<Entry>) {
        if inner.is_empty() {
            return;
        }
        let is_nested = !self.levels.is_empty();
        let list = self.list();
        if !is_nested {
            return list.extend(inner);
        }
        match list.pop() {
            Some(Entry::Page { target, label }) => list.push(Entry::Group {
                label,
                target: Some(target),
                entries: inner,
            }),
            Some(Entry::Group {
                label,
                target,
                mut entries,
            }) => {
                entries.extend(inner);
                list.push(Entry::Group {
                    label,
                    target,
                    entries,
                });
            }
            other => {
                list.extend(other);
                list.extend(inner);
            }
        }
    }

    fn end_part(&mut self) {
        self.end_entry();
        let Some((label, entries)) = self.part.take() else {
            return;
        };
        self.levels.clear();
        if !entries.is_empty() {
            self.finished.push((label, entries));
        }
    }

    fn finish(mut self) -> Vec<Entry> {
        self.end_part();
        let parts = self.finished.into_iter();
        parts
            .flat_map(|(label, entries)| {
                if label.is_empty() {
                    entries
                } else {
                    vec![Entry::Group {
                        label: Some(label),
                        target: None,
                        entries,
                    }]
                }
            })
            .collect()
    }
}

/// Keys of maps that lead readers elsewhere than to pages.
const NOT_PAGES: [&str; 14] = [
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
    "themes",
];

fn program(path: &str, text: &str) -> Settings {
    let literals = literal::read(text);
    let value = |key: &str| literals.iter().find_map(|literal| find(literal, key, 0));
    let name = last_of(path);
    let is_config = !name.starts_with("sidebar") && !name.contains(".sidebar.");
    let title = value("title").and_then(Literal::text).filter(|_| is_config);
    let mut base = folder_of(path).to_owned();
    if [".vitepress", ".vuepress"].contains(&last_of(&base)) {
        base = folder_of(&base).to_owned();
    }
    for key in ["srcDir", "docs_dir"] {
        if let Some(folder) = value(key).and_then(Literal::text) {
            base = joined(&base, folder).unwrap_or(base);
        }
    }
    let entries: Vec<Entry> = literals
        .iter()
        .flat_map(|literal| entries(literal, 0))
        .collect();
    Settings {
        title: title.map(str::to_owned),
        contents: (!entries.is_empty()).then_some(Contents { base, entries }),
    }
}

/// The first value of a key, outermost first, as far as a few maps in.
fn find<'a>(literal: &'a Literal, key: &str, depth: usize) -> Option<&'a Literal> {
    let inner: Vec<&Literal> = match literal {
        Literal::Map(entries) => {
            if let Some(value) = literal.get(&[key]) {
                return Some(value);
            }
            entries.iter().map(|(_, value)| value).collect()
        }
        Literal::List(items) => items.iter().collect(),
        Literal::Text(_) => return None,
    };
    (depth < 3).then(|| {
        inner
            .into_iter()
            .find_map(|value| find(value, key, depth + 1))
    })?
}

fn entries(literal: &Literal, depth: usize) -> Vec<Entry> {
    match literal {
        Literal::Text(target) => vec![page(target, None)],
        Literal::List(items) => items
            .iter()
            .flat_map(|item| entries(item, depth + 1))
            .collect(),
        Literal::Map(map) => {
            let text = |keys: &[&str]| literal.get(keys).and_then(Literal::text);
            let label = text(&["text", "label", "title", "sectionHeader", "name", "group"])
                .map(str::to_owned);
            let target = text(&["link", "href", "path", "slug", "id", "to", "url", "root"])
                .map(str::to_owned);
            let folder = text(&["directory", "dirName", "autogenerate"]).map(str::to_owned);
            let children = literal.get(&[
                "items",
                "children",
                "routes",
                "sidebar",
                "pages",
                "autogenerate",
            ]);
            let is_item = label.is_some() || target.is_some() || folder.is_some();
            if let Some(folder) = folder.filter(|_| children.is_none() || target.is_none()) {
                return vec![Entry::Folder(folder)];
            }
            match children {
                Some(children) if is_item => vec![Entry::Group {
                    label,
                    target,
                    entries: entries(children, depth + 1),
                }],
                _ => match target {
                    Some(target) => vec![page(&target, label)],
                    None => {
                        let inner = map
                            .iter()
                            .filter(|(key, _)| !NOT_PAGES.contains(&key.as_str()));
                        inner
                            .flat_map(|(_, value)| entries(value, depth + 1))
                            .collect()
                    }
                },
            }
        }
    }
}
