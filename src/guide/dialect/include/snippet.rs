//! Pieces that many pages of a guide show, kept under headings of one file: `{{name}}` alone on a line asks for what stands
//! below `## Title {#name}`, as Adobe's guides have it.

use super::{Asked, Form, without_front_matter};
use crate::guide::dialect::heading;

/// Where they are kept.
pub(in crate::guide) const FILE: &str = "_includes/snippets.md";

/// `{{name}}`.
pub(super) fn asked(line: &str) -> Option<Asked<'_>> {
    let name = line.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (!name.is_empty() && name.bytes().all(is_name)).then(|| Asked {
        path: FILE.into(),
        lines: name,
        title: "",
        form: Form::Snippet,
    })
}

/// What stands below the heading of this address.
pub(super) fn part(text: &str, name: &str) -> Option<String> {
    let is_heading = |line: &str| heading::level(line).is_some();
    let address = format!("{{#{name}}}");
    let mut lines = without_front_matter(text).lines();
    lines.find(|line| is_heading(line) && line.trim_end().ends_with(&address))?;
    let lines: Vec<&str> = lines.take_while(|line| !is_heading(line)).collect();
    let part = lines.join("\n");
    let part = part.trim_matches('\n');
    (!part.is_empty()).then(|| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_ends_with_the_next_heading() {
        let file =
            "---\na: b\n---\n# Pieces\n\n## One {#one}\n\n1. a\n\n   b\n\n## Two {#two-2}\n\nc\n";
        assert_eq!(part(file, "one").as_deref(), Some("1. a\n\n   b"));
        assert_eq!(part(file, "two-2").as_deref(), Some("c"));
        assert_eq!(part(file, "three"), None);
        assert!(
            asked("{{two-2}}").is_some()
                && asked("a {{b}}").is_none()
                && asked("{{ b.c }}").is_none()
        );
    }
}
