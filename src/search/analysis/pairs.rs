//! Words with spaces between them that stand side by side: one term for both, spelt as one word. So what stands together as
//! typed counts, and `login` finds "log in", `wifi` "Wi-Fi", `covid19` "COVID-19".

use std::ops::Range;

use super::Token;

/// Before the term of a pair. No text has such a character.
const MARK: char = '\u{2}';

/// The term under which a word is found that is written as two.
pub fn term_of(word: &str) -> String {
    format!("{MARK}{word}")
}

pub fn is_pair(term: &str) -> bool {
    term.starts_with(MARK)
}

/// The term of neighbours, where they are: no more than a space or a hyphen stands between them.
pub fn token(folded: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Token> {
    let between = &folded[first.end..second.start];
    let [a, b] = [&folded[first.clone()], &folded[second.clone()]];
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let joins = matches!(between, " " | "-" | "_" | "\n" | "." | "+" | " + ")
        && !(is_number(a) && is_number(b));
    // As `format!` would, which takes five times as long: a guide has as many pairs as words.
    let term = || {
        let mut text = String::with_capacity(MARK.len_utf8() + a.len() + b.len());
        text.push(MARK);
        text.push_str(a);
        text.push_str(b);
        text
    };
    joins.then(|| Token {
        text: term(),
        range: first.start..second.end,
    })
}
