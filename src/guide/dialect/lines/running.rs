//! Running text, and what has to be known of the text below it.

use std::borrow::Cow;

use super::{Line, Lines, signs};
use crate::guide::dialect::{Braces, NAMED_BY_TARGET, inline, japanese};

/// Of so many signs of formulas the last one alone on its line is looked for.
const FORMULA_SIGNS: usize = 100;

impl<'a> Lines<'a> {
    /// Running text.
    pub(super) fn running(&mut self, mut line: Line<'a>, at: usize) {
        let body = &line.rest[at..];
        let is_table = body.starts_with('|');
        if self.was_text && !is_table && japanese::begins_line(&line.rest) {
            self.out.break_line();
        }
        self.was_text = !is_table && !body.starts_with('<') && !body.starts_with("---");
        let mut rest = Cow::Borrowed(&*line.rest);
        let is_text = match body.as_bytes() {
            [b'[', ..] => signs::is_no_definition(body),
            [b'<', b'?', ..] => !self.has_behind("?>", self.end - line.source.len()),
            _ => false,
        };
        if is_text {
            rest = format!("{}\\{body}", &line.rest[..at]).into();
        } else if body.contains('\t') && signs::is_delimiter_row(body) {
            rest = format!("{}{}", &line.rest[..at], body.replace('\t', " ")).into();
        }
        if self.is_card() {
            // GitBook writes the path as the words, and shows the title of the page.
            rest = rest
                .replacen("](", &format!("]({NAMED_BY_TARGET}"), 1)
                .into();
        }
        let changed = match inline::rewrite(self.text, &rest, &mut self.state) {
            Cow::Owned(changed) => Some(changed),
            Cow::Borrowed(_) => match rest {
                Cow::Owned(rest) => Some(rest),
                Cow::Borrowed(_) => None,
            },
        };
        if let Some(changed) = changed {
            line.rest = changed.into();
            line.is_changed = true;
        }
        self.pass(&line);
    }

    /// Whether this line is all that a reference of `GitBook`'s to a page encloses.
    fn is_card(&self) -> bool {
        const END: &str = "{% endcontent-ref";
        self.braces == Braces::Values && self.text[self.end..].trim_start().starts_with(END)
    }

    /// Whether something stands behind a place: else an instruction to a program goes on to the end of the text.
    fn has_behind(&mut self, sign: &str, at: usize) -> bool {
        let text = self.text;
        let last = self.ends.entry(sign.to_owned());
        last.or_insert_with(|| text.rfind(sign))
            .is_some_and(|last| last >= at)
    }

    /// Whether a line below ends a block of formulas.
    pub(super) fn has_formula(&mut self) -> bool {
        let text = self.text;
        let last = || {
            let line = |at: usize| {
                let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                text[start..end].trim_matches(['>', ' ', '\t', '\r'])
            };
            let mut signs = text.rmatch_indices("$$").take(FORMULA_SIGNS);
            signs.find_map(|(at, _)| (line(at) == "$$").then_some(at))
        };
        let last = self.ends.entry("$$".to_owned()).or_insert_with(last);
        last.is_some_and(|at| at >= self.end)
    }
}

/// `*[HTML]: Hypertext Markup Language`: a word, and what it means wherever it stands.
pub(super) fn abbreviation(body: &str) -> Option<(&str, &str)> {
    let (word, meaning) = body.strip_prefix("*[")?.split_once("]:")?;
    let is_word = !word.is_empty() && !word.contains(['[', ']']);
    is_word.then_some((word, meaning.trim()))
}
