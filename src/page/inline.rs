//! Inlines as one text with runs: what wrapping and highlighting need, whatever markup lies on it.

use std::ops::Range;

use super::Role;
use crate::guide::Inline;
use crate::page::Target;

/// What stands behind a link in the place of its number. The space before it does not end a line, so that a link and its
/// number are not parted.
const NUMBER: &str = "\u{a0}[0]";

/// A stretch of the text in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub range: Range<usize>,
    pub role: Role,
    /// Index into [`Flat::targets`].
    pub link: Option<usize>,
}

/// Inlines, flattened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Flat {
    pub text: String,
    /// In order, without gaps.
    pub runs: Vec<Run>,
    pub targets: Vec<Target>,
}

impl Flat {
    pub fn new(role: Role, inlines: &[Inline]) -> Self {
        let mut flat = Self::default();
        flat.add(role, None, inlines);
        flat
    }

    /// One run of plain text.
    pub fn plain(role: Role, text: &str) -> Self {
        let mut flat = Self::default();
        flat.push(role, None, text);
        flat
    }

    /// One link.
    pub fn link(text: &str, target: Target) -> Self {
        Self::default().and_link(text, target)
    }

    /// With a text behind it.
    pub fn and(mut self, role: Role, text: &str) -> Self {
        self.push(role, None, text);
        self
    }

    /// With a link behind it.
    pub fn and_link(mut self, text: &str, target: Target) -> Self {
        self.targets.push(target);
        self.push(Role::Link, Some(self.targets.len() - 1), text);
        self
    }

    /// With another text behind it.
    pub fn and_flat(mut self, other: &Self) -> Self {
        let (text, links) = (self.text.len(), self.targets.len());
        self.text.push_str(&other.text);
        self.targets.extend(other.targets.iter().cloned());
        self.runs.extend(other.runs.iter().map(|run| Run {
            range: run.range.start + text..run.range.end + text,
            role: run.role,
            link: run.link.map(|link| link + links),
        }));
        self
    }

    /// With its number behind each link but the first `but` ones; there are `base` links before these.
    pub fn numbered_in_lines(&self, base: usize, but: usize) -> Self {
        let mut numbered = Self {
            targets: self.targets.clone(),
            ..Self::default()
        };
        for (n, run) in self.runs.iter().enumerate() {
            numbered.push(run.role, run.link, &self.text[run.range.clone()]);
            let ends = self
                .runs
                .get(n + 1)
                .is_none_or(|next| next.link != run.link);
            if let Some(link) = run.link.filter(|&link| ends && link >= but) {
                numbered.push(run.role, run.link, &format!(" [{}]", base + link + 1));
            }
        }
        numbered
    }

    /// With a place for its number behind each link.
    pub fn numbered(&self) -> Self {
        let mut numbered = Self {
            targets: self.targets.clone(),
            ..Self::default()
        };
        for (n, run) in self.runs.iter().enumerate() {
            numbered.push(run.role, run.link, &self.text[run.range.clone()]);
            let goes_on = |next: &Run| next.link == run.link;
            if run.link.is_some() && !self.runs.get(n + 1).is_some_and(goes_on) {
                numbered.push(Role::LinkNumber, run.link, NUMBER);
            }
        }
        numbered
    }

    /// The text as it is searched: characters without width, which folding takes out, fill the places of numbers.
    pub fn searched(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        for run in &self.runs {
            if run.role == Role::LinkNumber {
                // As many bytes, so that offsets are the same.
                text.push_str("\u{200b}\u{ad}");
            } else {
                text.push_str(&self.text[run.range.clone()]);
            }
        }
        text
    }

    fn add(&mut self, role: Role, link: Option<usize>, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.push(role, link, text),
                Inline::Break => self.push(role, link, "\n"),
                Inline::Code(text) => self.push(within(role, Role::Code), link, text),
                Inline::Strong(inner) => self.add(within(role, Role::Strong), link, inner),
                Inline::Emphasis(inner) => self.add(within(role, Role::Emphasis), link, inner),
                Inline::Link { target, content } => {
                    let to = target.clone();
                    self.targets.push(if to.starts_with("https://") {
                        Target::Web(to)
                    } else {
                        Target::Id(to)
                    });
                    self.add(Role::Link, Some(self.targets.len() - 1), content);
                }
            }
        }
    }

    fn push(&mut self, role: Role, link: Option<usize>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push(Run {
            range: start..self.text.len(),
            role,
            link,
        });
    }
}

/// Only plain text changes its role: a strong word within a link or a heading stays what it is.
fn within(outer: Role, inner: Role) -> Role {
    if outer == Role::Text { inner } else { outer }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_link_has_one_place_for_its_number() {
        let content = vec![
            Inline::Text("電話".to_owned()),
            Inline::Strong(vec![Inline::Text("番号".to_owned())]),
        ];
        let link = Inline::Link {
            target: "phone".to_owned(),
            content,
        };
        let flat = Flat::new(
            Role::Text,
            &[link.clone(), link, Inline::Text("。".to_owned())],
        );
        let numbered = flat.numbered();
        assert_eq!(numbered.text, "電話番号\u{a0}[0]電話番号\u{a0}[0]。");
        let searched = numbered.searched();
        assert_eq!(searched.len(), numbered.text.len());
        assert_eq!(crate::text::fold::fold(&searched), "電話番号電話番号。");
    }
}
