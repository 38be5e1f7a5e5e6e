//! Inlines as one text with runs: what wrapping and highlighting need, whatever markup lies on it.

use std::ops::Range;

use super::Role;
use crate::guide::Inline;
use crate::i18n;
use crate::language::Language;
use crate::page::Target;
use crate::text::line_break::widest_part_with;
use crate::text::syntax::syntax;

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
    /// Code, whatever its role: it is not broken at its hyphens.
    pub is_code: bool,
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
    pub fn new(role: Role, inlines: &[Inline], lang: Language) -> Self {
        let mut flat = Self::default();
        flat.add(role, None, inlines, lang);
        flat
    }

    /// Lines of code.
    pub fn code(text: &str) -> Self {
        Self::plain(Role::Code, text)
    }

    /// Lines of code of a language, in its parts.
    pub fn source(language: &str, text: &str) -> Self {
        let parts = syntax(language, text);
        if parts.is_empty() {
            return Self::code(text);
        }
        let mut flat = Self::default();
        let mut from = 0;
        for (range, part) in parts {
            flat.push_some(Role::Source(None), &text[from..range.start]);
            flat.push_some(Role::Source(Some(part)), &text[range.clone()]);
            from = range.end;
        }
        flat.push_some(Role::Source(None), &text[from..]);
        flat
    }

    fn push_some(&mut self, role: Role, text: &str) {
        if !text.is_empty() {
            self.push(role, None, text);
        }
    }

    /// Whether two characters that meet at an offset belong together because they are code.
    pub fn is_glued(&self, at: usize) -> bool {
        let run = self.runs.partition_point(|run| run.range.end <= at);
        let is_inside = |run: &Run| run.is_code && run.range.start < at;
        self.runs.get(run).is_some_and(is_inside) && !self.text[..at].ends_with(' ')
    }

    /// The columns of the widest part that is not broken where a line has room for it.
    pub fn widest_part(&self) -> usize {
        widest_part_with(&self.text, |at| self.is_glued(at))
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
            is_code: run.is_code,
        }));
        self
    }

    /// With its number before each link but the first `but` ones; there are `base` links before these.
    pub fn numbered_in_lines(&self, base: usize, but: usize) -> Self {
        let mut numbered = Self {
            targets: self.targets.clone(),
            ..Self::default()
        };
        for (n, run) in self.runs.iter().enumerate() {
            let before = n.checked_sub(1).map(|before| self.runs[before].link);
            let begins = before.is_none_or(|link| link != run.link);
            if let Some(link) = run.link.filter(|&link| begins && link >= but) {
                let number = format!("[{}]\u{a0}", base + link + 1);
                numbered.push(run.role, run.link, &number);
            }
            numbered.push_run(run, &self.text[run.range.clone()]);
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
            numbered.push_run(run, &self.text[run.range.clone()]);
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

    fn add(&mut self, role: Role, link: Option<usize>, inlines: &[Inline], lang: Language) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.push(role, link, text),
                Inline::Break => self.push(role, link, "\n"),
                Inline::Code(text) => {
                    self.push(within(role, Role::Code), link, text);
                    if let Some(run) = self.runs.last_mut() {
                        run.is_code = true;
                    }
                }
                Inline::Image { alt, file } => self.image(role, link, alt, file, lang),
                Inline::Strong(inner) => self.add(within(role, Role::Strong), link, inner, lang),
                Inline::Emphasis(inner) => {
                    self.add(within(role, Role::Emphasis), link, inner, lang);
                }
                Inline::Strikethrough(inner) => {
                    self.add(within(role, Role::Strikethrough), link, inner, lang);
                }
                Inline::Link { target, content } => {
                    let to = target.clone();
                    self.targets.push(if to.starts_with("https://") {
                        Target::Web(to)
                    } else {
                        Target::Id(to)
                    });
                    self.add(Role::Link, Some(self.targets.len() - 1), content, lang);
                }
            }
        }
    }

    /// What stands for a picture: `[図: 画面の右上 — menu.png]`.
    fn image(&mut self, role: Role, link: Option<usize>, alt: &str, file: &str, lang: Language) {
        let around = within(role, Role::Dim);
        let label = i18n::screen::image(lang);
        self.push(around, link, &format!("[{label}: "));
        if alt.is_empty() || alt == file {
            self.push(around, link, file);
        } else {
            self.push(role, link, alt);
            if !file.is_empty() {
                self.push(around, link, &format!(" — {file}"));
            }
        }
        self.push(around, link, "]");
    }

    fn push_run(&mut self, run: &Run, text: &str) {
        self.push(run.role, run.link, text);
        if let Some(last) = self.runs.last_mut() {
            last.is_code = run.is_code;
        }
    }

    fn push(&mut self, role: Role, link: Option<usize>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push(Run {
            range: start..self.text.len(),
            role,
            link,
            is_code: false,
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
            Language::JA,
        );
        let numbered = flat.numbered();
        assert_eq!(numbered.text, "電話番号\u{a0}[0]電話番号\u{a0}[0]。");
        let searched = numbered.searched();
        assert_eq!(searched.len(), numbered.text.len());
        assert_eq!(crate::text::fold::fold(&searched), "電話番号電話番号。");
    }
}
