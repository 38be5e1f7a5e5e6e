//! Tables of contents in YAML, whatever the generator: lists of maps, in which a few keys mean a name, a page and what is below it.

use serde_yaml::Value;

use super::program::entries;
use super::{Entry, page, yaml};
use crate::guide::folder::names::{is_markdown, title_of};
use crate::guide::literal::Literal;

/// Keys of names, of pages, and of what is below: of docfx, Jupyter Book, `MyST`, Quarto and themes of Jekyll.
const NAMES: [&str; 8] = [
    "title", "name", "text", "caption", "part", "section", "header", "label",
];
const PAGES: [&str; 7] = ["file", "href", "url", "link", "path", "permalink", "doc"];
const BELOW: [&str; 12] = [
    "items",
    "children",
    "sections",
    "chapters",
    "contents",
    "parts",
    "docs",
    "subtrees",
    "entries",
    "subitems",
    "subfolderitems",
    "folderitems",
];

/// What a file lists.
pub(super) fn read(text: &str) -> Vec<Entry> {
    entries(&literal(&yaml(text)))
}

/// `_toc.yml` of Jupyter Book: its root stands before all else, not above it.
pub(super) fn jupyter_book(text: &str) -> Vec<Entry> {
    let value = yaml(text);
    let root = value["root"].as_str().map(|root| page(root, None));
    root.into_iter().chain(entries(&literal(&value))).collect()
}

/// `myst.yml`: the title, and what is listed.
pub(super) fn myst(text: &str) -> (Option<String>, Vec<Entry>) {
    let value = yaml(text);
    let project = &value["project"];
    let titles = [&project["title"], &value["site"]["title"]];
    let title = titles.into_iter().find_map(Value::as_str);
    (title.map(str::to_owned), entries(&literal(&project["toc"])))
}

/// `_quarto.yml` of a site or a book: the title, and what is listed.
pub(super) fn quarto(text: &str) -> (Option<String>, Vec<Entry>) {
    let value = yaml(text);
    let (site, book) = (&value["website"], &value["book"]);
    let titles = [&site["title"], &book["title"]];
    let title = titles.into_iter().find_map(Value::as_str);
    let lists = [&site["sidebar"], &book["chapters"], &book["appendices"]];
    let listed = lists.into_iter().flat_map(|list| entries(&literal(list)));
    (title.map(str::to_owned), listed.collect())
}

/// `sidebar.yml` of Hexo's themes, of which each name at the top is a folder: names of groups, and of pages with their files.
pub(super) fn hexo(text: &str) -> Vec<Entry> {
    let value = yaml(text);
    let folders = value.as_mapping().into_iter().flatten();
    let listed = folders.flat_map(|(folder, groups)| match folder.as_str() {
        Some(folder) if groups.is_mapping() => by_names(groups, folder),
        _ => Vec::new(),
    });
    listed.collect()
}

fn by_names(value: &Value, folder: &str) -> Vec<Entry> {
    let inner = value.as_mapping().into_iter().flatten();
    let listed = inner.filter_map(|(name, value)| match value {
        Value::String(file) if file.contains("://") => None,
        Value::String(file) if file.starts_with('/') => Some(page(file, None)),
        Value::String(file) => Some(page(&format!("{folder}/{file}"), None)),
        Value::Mapping(_) => Some(Entry::Group {
            label: name.as_str().map(title_of),
            target: None,
            entries: by_names(value, folder),
        }),
        _ => None,
    });
    listed.collect()
}

/// A value with the keys that programs have.
fn literal(value: &Value) -> Literal {
    match value {
        Value::String(text) => Literal::Text(text.clone()),
        Value::Number(number) => Literal::Text(number.to_string()),
        Value::Sequence(items) => Literal::List(items.iter().map(literal).collect()),
        Value::Mapping(map) => {
            let entries = map.iter().filter_map(|(key, value)| {
                let key = key.as_str()?;
                entry(key, value)
            });
            Literal::Map(entries.collect())
        }
        _ => Literal::List(Vec::new()),
    }
}

fn entry(key: &str, value: &Value) -> Option<(String, Literal)> {
    let named = |key: &str, value| Some((key.to_owned(), value));
    match value {
        // A part may be called by the page that leads it.
        Value::String(text) if NAMES.contains(&key) && is_markdown(text) => {
            named("link", literal(value))
        }
        Value::String(_) | Value::Number(_) if NAMES.contains(&key) => {
            named("text", literal(value))
        }
        Value::String(_) if PAGES.contains(&key) => named("link", literal(value)),
        // All that is in a folder.
        Value::String(text) if key == "contents" => {
            let folder = text.trim_end_matches(|c: char| "*/".contains(c));
            let folder = Literal::Text(folder.to_owned());
            named(
                "items",
                Literal::Map(vec![("directory".to_owned(), folder)]),
            )
        }
        Value::Sequence(_) if BELOW.contains(&key) => named("items", literal(value)),
        Value::Sequence(_) | Value::Mapping(_) => named(key, literal(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::folder::contents::testing::shown;

    #[test]
    fn lists_of_every_generator_say_the_same() {
        let docfx =
            "- name: A\n  href: a.md\n- name: Part\n  items:\n  - name: B\n    href: b.md\n";
        let jekyll = "docs:\n- title: A\n  url: a.md\n- title: Part\n  children:\n  - title: B\n    url: b.md\n";
        let book =
            "root: a.md\nparts:\n- caption: Part\n  chapters:\n  - file: b.md\n    title: B\n";
        let expected = "A=a.md Part(B=b.md)";
        assert_eq!(shown(&read(docfx)), expected);
        assert_eq!(shown(&read(jekyll)), expected);
        assert_eq!(shown(&jupyter_book(book)), "a.md Part(B=b.md)");
        let (title, listed) = quarto(
            "website:\n  title: T\n  sidebar:\n    contents:\n    - a.qmd\n    - section: Part\n      contents:\n      - text: B\n        href: b.qmd\n      - contents: guide/*\n",
        );
        assert_eq!(title.as_deref(), Some("T"));
        assert_eq!(shown(&listed), "a.qmd Part(B=b.qmd guide/)");
        let (_, listed) = quarto(
            "book:\n  chapters:\n  - index.qmd\n  - part: p.qmd\n    chapters:\n    - c.qmd\n",
        );
        assert_eq!(shown(&listed), "index.qmd p.qmd(c.qmd)");
        let (title, listed) = myst(
            "project:\n  title: T\n  toc:\n  - file: a.md\n  - title: Part\n    children:\n    - file: b.md\n",
        );
        assert_eq!(title.as_deref(), Some("T"));
        assert_eq!(shown(&listed), "a.md Part(b.md)");
        assert_eq!(
            shown(&hexo(
                "docs:\n  getting_started:\n    overview: index.html\n    setup: setup.html\n"
            )),
            "getting started(docs/index.html docs/setup.html)"
        );
    }
}
