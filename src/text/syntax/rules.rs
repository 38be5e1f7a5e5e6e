//! Code that consists of words, numbers, strings and comments.

use std::ops::Range;

use super::{Parts, Syntax};

/// How a language writes them.
pub(super) struct Rules {
    /// What begins a comment that ends with its line.
    pub line: &'static [&'static str],
    /// What begins and ends a comment.
    pub block: &'static [(&'static str, &'static str)],
    /// Longer ones before those that they begin with.
    pub quotes: &'static [Quote],
    pub keywords: &'static [&'static str],
    /// Words that stand for a value.
    pub values: &'static [&'static str],
    /// What may stand before a word and makes it a keyword: `#include`, `@media`.
    pub marks: &'static [char],
    /// What stands before the names of variables.
    pub variables: Option<char>,
    /// What stands behind a key at the beginning of a line or of an entry.
    pub keys: Option<char>,
    pub ignores_case: bool,
    /// Hyphens are parts of words.
    pub hyphens: bool,
}

/// What strings stand in.
pub(super) struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// A backslash takes away what the next character means.
    pub escapes: bool,
    /// It may go on in the next line.
    pub long: bool,
}

impl Rules {
    /// What most languages have in common.
    pub const PLAIN: Self = Self {
        line: &["//"],
        block: &[("/*", "*/")],
        quotes: &[DOUBLE, SINGLE],
        keywords: &[],
        values: &["true", "false", "null"],
        marks: &[],
        variables: None,
        keys: None,
        ignores_case: false,
        hyphens: false,
    };
}

pub(super) const DOUBLE: Quote = Quote::new("\"", true, false);
pub(super) const SINGLE: Quote = Quote::new("'", true, false);
pub(super) const LONG_DOUBLE: Quote = Quote::new("\"", true, true);
pub(super) const LONG_SINGLE: Quote = Quote::new("'", true, true);
pub(super) const RAW_SINGLE: Quote = Quote::new("'", false, true);
pub(super) const BACKTICK: Quote = Quote::new("`", true, true);
pub(super) const THREE_DOUBLE: Quote = Quote::new("\"\"\"", true, true);
pub(super) const THREE_SINGLE: Quote = Quote::new("'''", true, true);

impl Quote {
    const fn new(sign: &'static str, escapes: bool, long: bool) -> Self {
        Self {
            open: sign,
            close: sign,
            escapes,
            long,
        }
    }

    pub const fn raw(open: &'static str, close: &'static str) -> Self {
        Self {
            open,
            close,
            escapes: false,
            long: true,
        }
    }
}

/// Reads code that begins at `from` in what the parts are counted in.
pub(super) fn read(rules: &Rules, code: &str, from: usize, parts: &mut Parts) {
    let mut reader = Reader {
        rules,
        code,
        fresh: true,
    };
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        let (length, syntax) = reader.part(at, c);
        if let Some(syntax) = syntax {
            parts.push(from + at..from + at + length, syntax);
        }
        reader.fresh =
            "\n{,;(".contains(c) || reader.fresh && (c.is_whitespace() || "-[".contains(c));
        at += length;
    }
}

struct Reader<'a> {
    rules: &'a Rules,
    code: &'a str,
    /// Nothing but spaces and the signs of lists stands before on the line: a key may come.
    fresh: bool,
}

impl Reader<'_> {
    /// How long the part is that begins here, and what it is.
    fn part(&self, at: usize, c: char) -> (usize, Option<Syntax>) {
        if c.is_whitespace() {
            return (c.len_utf8(), None);
        }
        let rest = &self.code[at..];
        if let Some(length) = self.comment(at, rest) {
            return (length, Some(Syntax::Comment));
        }
        if let Some(length) = self.string(rest) {
            let is_key = self.is_key(&rest[length..]);
            return (
                length,
                Some(if is_key {
                    Syntax::Keyword
                } else {
                    Syntax::Text
                }),
            );
        }
        if self.rules.variables == Some(c) {
            let name = word(&rest[c.len_utf8()..], false);
            let braced = name == 0 && rest[c.len_utf8()..].starts_with('{');
            let name = if braced {
                rest.find('}')
                    .filter(|&end| end <= MOST_VARIABLE)
                    .unwrap_or(0)
            } else {
                name
            };
            return (c.len_utf8() + name, (name > 0).then_some(Syntax::Literal));
        }
        if self.rules.marks.contains(&c) {
            let length = c.len_utf8() + word(&rest[c.len_utf8()..], true);
            return (length, (length > c.len_utf8()).then_some(Syntax::Keyword));
        }
        if c.is_ascii_digit() {
            return (number(rest), Some(Syntax::Literal));
        }
        let length = word(rest, self.rules.hyphens);
        if length == 0 {
            return (c.len_utf8(), None);
        }
        (length, self.of_word(&rest[..length], &rest[length..]))
    }

    fn of_word(&self, word: &str, behind: &str) -> Option<Syntax> {
        let is = |known: &&str| {
            if self.rules.ignores_case {
                known.eq_ignore_ascii_case(word)
            } else {
                **known == *word
            }
        };
        if self.rules.keywords.iter().any(&is) || self.is_key(behind) {
            Some(Syntax::Keyword)
        } else {
            self.rules.values.iter().any(is).then_some(Syntax::Literal)
        }
    }

    /// Whether what stands before this is a key.
    fn is_key(&self, behind: &str) -> bool {
        self.rules.keys.is_some_and(|sign| {
            self.fresh && behind.trim_start_matches([' ', '\t']).starts_with(sign)
        })
    }

    fn comment(&self, at: usize, rest: &str) -> Option<usize> {
        let block = self
            .rules
            .block
            .iter()
            .find(|(open, _)| rest.starts_with(open));
        if let Some((open, close)) = block {
            let end = rest[open.len()..].find(close);
            return Some(end.map_or(rest.len(), |end| open.len() + end + close.len()));
        }
        let line = self
            .rules
            .line
            .iter()
            .find(|sign| rest.starts_with(**sign))?;
        // `$#`, `a#b` and `--` in a word begin none.
        let before = self.code[..at].chars().next_back();
        let free = line.len() > 1 || before.is_none_or(|c| c.is_whitespace() || ";)".contains(c));
        free.then(|| rest.find('\n').unwrap_or(rest.len()))
    }

    fn string(&self, rest: &str) -> Option<usize> {
        let quote = self
            .rules
            .quotes
            .iter()
            .find(|quote| rest.starts_with(quote.open))?;
        let mut at = quote.open.len();
        loop {
            let inner = &rest[at..];
            let c = match inner.chars().next() {
                // What is cut off, or not closed, is one all the same if it may be long.
                None => return quote.long.then_some(rest.len()),
                Some('\n') if !quote.long => return None,
                Some(c) => c,
            };
            if inner.starts_with(quote.close) {
                return Some(at + quote.close.len());
            }
            let escaped = (quote.escapes && c == '\\')
                .then(|| inner[1..].chars().next())
                .flatten();
            at += c.len_utf8() + escaped.map_or(0, char::len_utf8);
        }
    }
}

/// The longest name of a variable in braces.
const MOST_VARIABLE: usize = 80;

/// How long the word is with which a text begins.
fn word(text: &str, hyphens: bool) -> usize {
    let inner = |c: char| c.is_alphanumeric() || c == '_' || hyphens && c == '-';
    if !text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return 0;
    }
    text.find(|c| !inner(c)).unwrap_or(text.len())
}

/// How long the number is with which a text begins: `0x1F`, `1_000`, `2.5e-3`, `10px`.
fn number(text: &str) -> usize {
    let mut before = ' ';
    let inner = |&(at, c): &(usize, char)| {
        let dot = c == '.' && text[at + 1..].starts_with(|next: char| next.is_ascii_digit());
        let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E') && !text.starts_with("0x");
        before = c;
        c.is_ascii_alphanumeric() || matches!(c, '_' | '%') || dot || sign
    };
    let last = text.char_indices().take_while(inner).last();
    last.map_or(1, |(at, c)| at + c.len_utf8())
}

/// The same for a range of code that stands in something else.
pub(super) fn read_range(rules: &Rules, code: &str, range: Range<usize>, parts: &mut Parts) {
    read(rules, &code[range.clone()], range.start, parts);
}
