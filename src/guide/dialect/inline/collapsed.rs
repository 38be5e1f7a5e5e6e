//! References that nothing defines: `[words][]` is words then.

use std::collections::HashSet;
use std::rc::Rc;

use super::{FAR, Inline};
use crate::text::single_spaced;

impl Inline<'_> {
    /// At the end of words in brackets, with empty brackets behind them.
    pub(super) fn collapsed(&mut self) {
        let line = self.line;
        // No words are longer, and a line may have thousands of brackets.
        let far = line.floor_char_boundary(self.at.saturating_sub(FAR));
        let far = far.max(self.written);
        let Some(begin) = opening(&line[far..self.at]).map(|at| far + at) else {
            self.at += 1;
            return;
        };
        let words = &line[begin + 1..self.at];
        let before = line[..begin].chars().next_back();
        // Elsewhere brackets are signs of a program: `int[a][]`.
        let stands_alone = before.is_none_or(|c| !c.is_alphanumeric() && !")]\\!_^`".contains(c));
        let is_words = stands_alone && words.contains(char::is_alphabetic);
        if !is_words || self.definitions().contains(&label(words)) {
            self.at += 1;
            return;
        }
        self.out.push_str(&line[self.written..begin]);
        self.out.push_str(words);
        self.at += "][]".len();
        self.written = self.at;
    }

    /// What the text defines.
    fn definitions(&mut self) -> Rc<HashSet<String>> {
        let text = self.text;
        let known = &mut self.state.definitions;
        let known = known.get_or_insert_with(|| {
            let labels = text.lines().filter_map(|line| {
                let line = line.trim_start_matches([' ', '>']);
                let (words, _) = line.strip_prefix('[')?.split_once("]:")?;
                Some(label(words))
            });
            Rc::new(labels.collect())
        });
        Rc::clone(known)
    }
}

/// What a reference goes by.
fn label(words: &str) -> String {
    single_spaced(&words.to_lowercase())
}

/// Where the bracket stands that the end of a text closes.
fn opening(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, sign) in text.rmatch_indices(['[', ']']) {
        match (sign, depth) {
            ("]", _) => depth += 1,
            (_, 0) => return Some(at),
            _ => depth -= 1,
        }
    }
    None
}
