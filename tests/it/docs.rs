//! Every link in the documents of this repository leads to a file that is there, and to a heading of it.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Where links lead, in the order of a text.
pub fn links(text: &str) -> Vec<String> {
    let links = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.to_string())
        }
        _ => None,
    });
    links.collect()
}

/// The names of a text's headings, as GitHub makes them.
fn anchors(text: &str) -> HashSet<String> {
    let mut anchors = HashSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => anchors.extend(heading.take().map(|it| slug(&it))),
            _ => {}
        }
    }
    anchors
}

fn slug(heading: &str) -> String {
    let signs = heading.trim().to_lowercase();
    let signs = signs.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || "-_ー".contains(c) => Some(c),
        _ => None,
    });
    signs.collect()
}

/// All Markdown of ours: at the top, and below `docs`.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("it is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                let is_ours = folder != root || path.ends_with("docs") || path.ends_with(".github");
                folders.extend(is_ours.then_some(path));
            } else if path.extension().is_some_and(|ending| ending == "md") {
                documents.push(path);
            }
        }
    }
    documents
}

#[test]
fn every_link_leads_somewhere() {
    let documents = documents();
    assert!(documents.len() > 40, "all are found");
    let mut lost = Vec::new();
    for document in &documents {
        let text = fs::read_to_string(document).expect("it is text");
        for link in links(&text) {
            if !link.contains("://") && !leads_somewhere(document, &text, &link) {
                lost.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

fn leads_somewhere(document: &Path, text: &str, link: &str) -> bool {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = document.with_file_name(path);
    let text = if path.is_empty() {
        text.to_owned()
    } else if target.is_file() {
        fs::read_to_string(&target).unwrap_or_default()
    } else {
        return target.is_dir();
    };
    anchor.is_empty() || anchors(&text).contains(anchor)
}

#[test]
fn a_lost_link_is_found() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = "# What is lost?\n\n## キー・色\n";
    let check = |link, expected| {
        assert_eq!(leads_somewhere(&document, text, link), expected, "{link}");
    };
    check("#what-is-lost", true);
    check("#キー色", true);
    check("#lost", false);
    check("docs/lost.md", false);
    check("CONTRIBUTING.md#style", true);
    check("CONTRIBUTING.md#lost", false);
}
