//! Inlines as one text with runs: what wrapping and highlighting need, whatever markup lies on it.

use std::ops::Range;

use super::Role;
use crate::app::Target;
use crate::guide::Inline;

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
