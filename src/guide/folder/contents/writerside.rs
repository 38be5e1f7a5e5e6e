//! `*.tree` of Writerside: elements with the names of files, one in the other.

use super::{Entry, page};

/// What a tree lists.
pub(super) fn read(text: &str) -> Vec<Entry> {
    // What is open: its name and page, and what stands in it.
    let mut open: Vec<(Option<String>, Option<String>, Vec<Entry>)> =
        vec![(None, None, Vec::new())];
    for tag in text.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            continue;
        };
        if let Some(attributes) = tag.strip_prefix("toc-element") {
            let label = value(attributes, "toc-title");
            let target = value(attributes, "topic");
            open.push((label, target, Vec::new()));
            if attributes.ends_with('/') {
                end(&mut open);
            }
        } else if tag.starts_with("/toc-element") {
            end(&mut open);
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

/// The value of an attribute.
fn value(attributes: &str, name: &str) -> Option<String> {
    let start = attributes.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = attributes[start..].split('"').next()?;
    let value = value.replace("&amp;", "&").replace("&quot;", "\"");
    (!value.is_empty()).then_some(value)
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
