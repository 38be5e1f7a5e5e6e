//! Formulas within a line: shown as they are written, for their signs mean something else in Markdown.

use std::borrow::Cow;

use super::{FAR, Inline};
use crate::guide::dialect::scan::near;

impl Inline<'_> {
    /// `$x_i$`, `$$x_i$$`: code, where that can only be a formula.
    pub(super) fn math(&mut self, rest: &str) {
        let signs = 1 + usize::from(rest.starts_with("$$"));
        let formula = near(&rest[signs..], FAR)
            .split_once(&rest[..signs])
            .filter(|(inner, behind)| is_formula(inner, behind, signs));
        match formula {
            Some((inner, _)) => {
                let length = inner.len() + 2 * signs;
                self.replace(length, &format!("`{}`", unescaped(inner.trim())));
            }
            None => self.at += signs,
        }
    }
}

/// A formula as its author wrote it, where a program has escaped all of its signs: two backslashes begin no word of a formula.
fn unescaped(formula: &str) -> Cow<'_, str> {
    let mut twice = formula.match_indices("\\\\");
    if !twice.any(|(at, _)| formula[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic())) {
        return Cow::Borrowed(formula);
    }
    let mut written = String::with_capacity(formula.len());
    let mut chars = formula.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = chars.next_if(|next| c == '\\' && next.is_ascii_punctuation());
        written.push(escaped.unwrap_or(c));
    }
    Cow::Owned(written)
}

/// Whether a text between signs is a formula: prices, variables and names in code have such signs too.
fn is_formula(inner: &str, behind: &str, signs: usize) -> bool {
    let begins = inner.starts_with(char::is_whitespace);
    let ends = inner.ends_with(char::is_whitespace);
    let stands_close = begins == ends && (signs == 2 || !begins);
    let goes_on = behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '$');
    let has_sign = inner.contains(['\\', '^', '_', '=', '{']);
    stands_close && !goes_on && has_sign && !inner.contains(['`', '|', '$'])
}
