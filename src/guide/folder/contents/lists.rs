//! Tables of contents in Markdown.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Entry, page};
use crate::guide::dialect::OF_DOCC;

/// Lists of links under headings, as in `SUMMARY.md` and `_sidebar.md`. `has_title`: the first heading is that of the whole.
pub(super) fn read(text: &str, has_title: bool) -> Vec<Entry> {
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

/// A `SUMMARY.md`.
pub(super) fn summary(text: &str) -> Vec<Entry> {
    let mut entries = read(text, true);
    open_folders(&mut entries);
    entries
}

/// What a plugin of `MkDocs` takes for a folder, with all that is in it: a link with a slash at its end, and nothing below it.
fn open_folders(entries: &mut [Entry]) {
    for entry in entries {
        match entry {
            Entry::Group { entries, .. } => open_folders(entries),
            Entry::Page { target, label } if is_folder(target) => {
                let folder = Entry::Folder(target.clone());
                *entry = Entry::Group {
                    label: label.take(),
                    target: None,
                    entries: vec![folder],
                };
            }
            _ => {}
        }
    }
}

fn is_folder(target: &str) -> bool {
    target.len() > 1 && target.ends_with('/') && !target.contains("://")
}

/// Whether words are none, but a pattern of that plugin's: `guide/*.md`.
fn is_pattern(words: &str) -> bool {
    words.contains('*')
        && !words.contains(char::is_whitespace)
        && ["*", "/", ".md"].iter().any(|end| words.ends_with(end))
}

/// A label without the address that some write behind it: `Setup {#setup}`.
fn without_address(label: &str) -> &str {
    let address = label.rfind("{#").filter(|_| label.ends_with('}'));
    address.map_or(label, |at| label[..at].trim_end())
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
            // One in a list is the label of what stands below it there.
            Event::Start(Tag::Heading { .. }) if self.levels.is_empty() => {
                self.end_part();
                self.in_heading = true;
                self.label.clear();
                self.target = None;
            }
            Event::End(TagEnd::Heading(_)) if self.in_heading => {
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
            Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_)) => self.end_entry(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if self.target.is_some() {
                    self.end_entry();
                }
                let target = dest_url.strip_prefix(OF_DOCC).unwrap_or(&dest_url);
                self.target = Some(target.to_owned());
                if self.levels.is_empty() && !self.in_heading {
                    // Beside the links in a sentence there are other words.
                    self.label.clear();
                }
            }
            Event::End(TagEnd::Link) if self.levels.is_empty() => self.end_entry(),
            // What is behind a line stands by itself.
            Event::Rule => self.end_part(),
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
        let label = without_address(label.trim()).to_owned();
        match target {
            Some(target) => {
                let says = !label.is_empty() && !label.starts_with(OF_DOCC);
                let label = says.then_some(label);
                self.list().push(page(&target, label));
            }
            None if is_pattern(&label) => self.list().push(Entry::Pattern(label)),
            // A label without a link is the heading of the list below it.
            None if !label.is_empty() && !self.levels.is_empty() => {
                self.list().push(Entry::Group {
                    label: Some(label),
                    target: None,
                    entries: Vec::new(),
                });
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
                } else if let Some(target) = only_heading(&entries) {
                    vec![page(target, Some(label))]
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

/// The page that a heading leads to, where nothing below it leads to another.
fn only_heading(entries: &[Entry]) -> Option<&str> {
    let [
        Entry::Page {
            target,
            label: None,
        },
        rest @ ..,
    ] = entries
    else {
        return None;
    };
    let leads_nowhere = |entry: &Entry| match entry {
        Entry::Page { target, .. } => target.contains("://"),
        Entry::Group {
            target, entries, ..
        } => target.is_none() && entries.is_empty(),
        Entry::Folder(_) | Entry::Pattern(_) => false,
    };
    rest.iter().all(leads_nowhere).then_some(target)
}
