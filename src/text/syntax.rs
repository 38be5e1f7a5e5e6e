//! What is what in code: comments, strings, keywords and literals, as far as a look at the words tells. Nothing is parsed, so
//! nothing can be wrong with a piece of code, and all of it is looked at once.

mod languages;
mod markup;
mod rules;

use std::ops::Range;

use languages::Language;
use rules::Rules;

/// What a part of some code is. All other parts are names, signs and spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Syntax {
    Comment,
    /// A text, or what was added to one.
    Text,
    /// A word of the language, the name of an element or a key.
    Keyword,
    /// A number, a variable, `true` and the like.
    Literal,
}

/// Longer code has no colours behind this many bytes: whoever reads so far reads no page.
const MOST: usize = 128 * 1024;

/// Whether the words of a language are known.
pub fn is_known(language: &str) -> bool {
    languages::named(language).is_some()
}

/// The parts of code that are something, in order, as byte ranges; none where the language is not known. Takes time in
/// proportion to the length of the code.
pub fn syntax(language: &str, code: &str) -> Vec<(Range<usize>, Syntax)> {
    let Some(language) = languages::named(language) else {
        return Vec::new();
    };
    let end = super::boundary(code, MOST);
    let mut parts = Parts::default();
    let code = &code[..end];
    match language {
        Language::Words(rules) => rules::read(rules, code, 0, &mut parts),
        Language::Markup => markup::read(code, &mut parts),
        Language::Changes => changes(code, &mut parts),
        Language::Session(rules) => session(rules, code, &mut parts),
    }
    parts.0
}

/// What was found, in order.
#[derive(Default)]
struct Parts(Vec<(Range<usize>, Syntax)>);

impl Parts {
    fn push(&mut self, range: Range<usize>, syntax: Syntax) {
        if !range.is_empty() {
            self.0.push((range, syntax));
        }
    }
}

/// Lines that were added to a file and taken out of it.
fn changes(code: &str, parts: &mut Parts) {
    let mut at = 0;
    for line in code.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        match line.as_bytes().first() {
            Some(b'+' | b'>') => parts.push(range, Syntax::Text),
            Some(b'-' | b'<') => parts.push(range, Syntax::Literal),
            Some(b'@') => parts.push(range, Syntax::Keyword),
            _ if line.starts_with("diff ") || line.starts_with("index ") => {
                parts.push(range, Syntax::Comment);
            }
            _ => {}
        }
    }
}

/// What was typed behind a prompt, and what came of it.
fn session(rules: &'static Rules, code: &str, parts: &mut Parts) {
    let mut at = 0;
    for line in code.split_inclusive('\n') {
        let typed = ["$ ", "# ", "% ", "> "]
            .iter()
            .find_map(|prompt| line.strip_prefix(prompt));
        if let Some(typed) = typed {
            let start = at + line.len() - typed.len();
            parts.push(at..start - 1, Syntax::Comment);
            rules::read(rules, typed, start, parts);
        }
        at += line.len();
    }
}

#[cfg(test)]
mod tests;
