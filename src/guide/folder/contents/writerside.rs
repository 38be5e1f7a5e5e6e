//! `*.tree` of Writerside: elements with the names of files, one in the other.

use super::{Entry, page};
use crate::guide::markdown::{Token, tokens};

/// The element of an entry.
const ENTRY: &str = "toc-element";

/// What a tree lists.
pub(super) fn read(text: &str) -> Vec<Entry> {
    // What is open: its name and page, and what stands in it.
    let mut open: Vec<(Option<String>, Option<String>, Vec<Entry>)> =
        vec![(None, None, Vec::new())];
    for token in tokens(text) {
        match token {
            Token::Start(tag) if tag.name == ENTRY => {
                let value = |name| tag.get(name).map(str::to_owned);
                open.push((value("toc-title"), value("topic"), Vec::new()));
                if tag.ends_itself {
                    end(&mut open);
                }
            }
            Token::End(name) if name == ENTRY => end(&mut open),
            _ => {}
        }
    }
    while open.len() > 1 {
        end(&mut open);
    }
    open.pop().map_or_else(Vec::new, |(_, _, entries)| entries)
}

/// What was opened last has ended.
fn end(open: &mut Vec<(Option<String>, Option<String>, Vec<Entry>)>) {
    // The outermost is that of the whole.
    if open.len() < 2 {
        return;
    }
    let Some((label, target, entries)) = open.pop() else {
        return;
    };
    let entry = match target {
        Some(target) if entries.is_empty() => page(&target, label),
        target => Entry::Group {
            label,
            target,
            entries,
        },
    };
    if let Some((_, _, around)) = open.last_mut() {
        around.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_each_other() {
        let tree = "<?xml version='1.0'?>\n<instance-profile id=\"x\" name=\"X\">\n<toc-element toc-title=\"A &amp; B\" topic=\"a.md\"/>\n<toc-element toc-title=\"Part\">\n<toc-element topic=\"b.md\"/>\n</toc-element>\n</instance-profile>";
        let expected = [
            page("a.md", Some("A & B".to_owned())),
            Entry::Group {
                label: Some("Part".to_owned()),
                target: None,
                entries: vec![page("b.md", None)],
            },
        ];
        assert_eq!(read(tree), expected);
        assert!(read("</toc-element></toc-element><toc-element topic=\"").is_empty());
    }
}
