//! What the tests of tables of contents share.

use super::Entry;

/// Entries as `label=target`, groups as `name(…)`, folders as `folder/`.
pub fn shown(entries: &[Entry]) -> String {
    let entries = entries.iter().map(|entry| match entry {
        Entry::Page { target, label } => match label {
            Some(label) => format!("{label}={target}"),
            None => target.clone(),
        },
        Entry::Group {
            label,
            target,
            entries,
        } => {
            let name = label.as_ref().or(target.as_ref());
            format!("{}({})", name.cloned().unwrap_or_default(), shown(entries))
        }
        Entry::Folder(folder) => format!("{folder}/"),
        Entry::Pattern(pattern) => format!("[{pattern}]"),
    });
    entries.collect::<Vec<_>>().join(" ")
}
