//! A look at a YAML text before the parser gets it: where its scalars stand, and whether it uses what we refuse.
//!
//! The YAML parser tells no line for what it could read, follows aliases into hundreds of megabytes, and needs
//! quadratic time for deep nesting. So this walks the tokens first, by the rules of libyaml's scanner, which the parser
//! is made of. Where the text is no YAML at all it may see anything; then the parser says what is wrong.

use super::{MAX_DEPTH, MAX_VALUES};

/// What a YAML text looks like from outside.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The 1-based lines of all keys and scalars but nulls, in the order in which the parser will meet them.
    pub lines: Vec<usize>,
    pub refused: Vec<(usize, Refusal)>,
}

/// What YAML has and a guide may not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    TooDeep,
    TooMany,
    Anchor,
    Alias,
    Tag,
    MergeKey,
    Directive,
    SecondDocument,
    KeyWithoutText,
}

impl Refusal {
    /// Whether the parser may have the text all the same, because it may say better what is wrong: an odd key is mostly
    /// a bracket or a quote that is not closed.
    pub(super) const fn may_be_parsed(self) -> bool {
        matches!(self, Self::KeyWithoutText)
    }
}

pub(super) fn scan(source: &str) -> Outline {
    let mut scanner = Scanner {
        bytes: source.as_bytes(),
        at: 0,
        line: 1,
        line_start: 0,
        indents: Vec::new(),
        flow: 0,
        started: false,
        last: None,
        outline: Outline::default(),
    };
    scanner.run();
    scanner.outline
}

/// The scalar that the last token was: it is a key if `:` follows on the same line.
#[derive(Clone, Copy)]
struct Scalar {
    line: usize,
    column: usize,
    null: bool,
    merge: bool,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    line_start: usize,
    /// Columns of the open block collections.
    indents: Vec<usize>,
    /// How many `[` and `{` are open.
    flow: usize,
    started: bool,
    last: Option<Scalar>,
    outline: Outline,
}

impl Scanner<'_> {
    fn run(&mut self) {
        loop {
            self.skip_blanks();
            if self.flow == 0 {
                let column = self.column();
                self.indents.retain(|&indent| indent <= column);
            }
            if self.at >= self.bytes.len() {
                break;
            }
            self.token();
            self.started = true;
            if self.indents.len() + self.flow > MAX_DEPTH {
                self.refuse(Refusal::TooDeep);
                break;
            }
            if self.outline.lines.len() > MAX_VALUES {
                self.refuse(Refusal::TooMany);
                break;
            }
        }
        self.forget_null();
    }

    fn token(&mut self) {
        let (c, next) = (self.peek(0), self.peek(1));
        if c == b':' && (self.flow > 0 || is_blank_or_end(next)) {
            return self.value();
        }
        self.forget_null();
        self.last = None;
        match c {
            b'%' if self.column() == 0 => self.refuse_rest(Refusal::Directive),
            b'-' | b'.' if self.at_document_marker() => self.document(),
            b'[' | b'{' => {
                self.flow += 1;
                self.bump();
            }
            b']' | b'}' => {
                self.flow = self.flow.saturating_sub(1);
                self.bump();
            }
            b',' => self.bump(),
            b'-' if is_blank_or_end(next) => self.roll(self.column()),
            b'?' if self.flow > 0 || is_blank_or_end(next) => {
                self.refuse_word(Refusal::KeyWithoutText);
            }
            b'&' => self.refuse_word(Refusal::Anchor),
            b'*' => self.refuse_word(Refusal::Alias),
            b'!' => self.refuse_word(Refusal::Tag),
            b'|' | b'>' if self.flow == 0 => self.block_scalar(),
            b'\'' | b'"' => self.quoted(c),
            _ => self.plain(),
        }
    }

    /// `- ` and `key:` open a block collection where they stand further right than the last.
    fn roll(&mut self, column: usize) {
        if self.flow == 0 && self.indents.last().is_none_or(|&last| column > last) {
            self.indents.push(column);
        }
        self.bump();
    }

    fn value(&mut self) {
        match self.last.take() {
            Some(key) if key.line == self.line => {
                if key.merge {
                    self.refuse(Refusal::MergeKey);
                }
                self.roll(key.column);
            }
            _ => self.refuse_word(Refusal::KeyWithoutText),
        }
    }

    /// `---` may begin the text; nothing may follow the end of a document.
    fn document(&mut self) {
        if self.started {
            self.refuse_rest(Refusal::SecondDocument);
        } else {
            self.at += 3;
        }
    }

    fn scalar(&mut self, start: usize, line: usize, column: usize, plain: bool) {
        let text = &self.bytes[start..self.at];
        self.outline.lines.push(line);
        self.last = Some(Scalar {
            line,
            column,
            null: plain && matches!(text, b"~" | b"null" | b"Null" | b"NULL"),
            merge: plain && text == b"<<",
        });
    }

    /// The parser does not say which nulls were written and which are just nothing, so no null has a line, except
    /// where it is a key.
    fn forget_null(&mut self) {
        if self.last.is_some_and(|scalar| scalar.null) {
            self.outline.lines.pop();
            self.last = None;
        }
    }

    fn quoted(&mut self, quote: u8) {
        let (start, line, column) = (self.at, self.line, self.column());
        self.bump();
        while self.at < self.bytes.len() {
            let c = self.peek(0);
            let escaped = c == b'\\' && quote == b'"'
                || c == quote && quote == b'\'' && self.peek(1) == quote;
            self.bump();
            if escaped {
                self.bump();
            } else if c == quote {
                break;
            }
        }
        self.scalar(start, line, column, false);
    }

    /// A plain scalar goes on over line ends as long as the lines are indented deeper than what it stands in.
    fn plain(&mut self) {
        let (start, line, column) = (self.at, self.line, self.column());
        let indent = self.indents.last().map_or(0, |last| last + 1);
        let mut end = None;
        while !self.at_document_marker() && self.peek(0) != b'#' && self.plain_word() {
            end = Some((self.at, self.line, self.line_start));
            while matches!(self.peek(0), b' ' | b'\t' | b'\n') {
                self.bump();
            }
            if self.flow == 0 && self.column() < indent {
                break;
            }
        }
        // What follows the last word is not part of the scalar. What cannot begin a scalar is skipped all the same:
        // the parser will complain.
        (self.at, self.line, self.line_start) = end.unwrap_or((start + 1, line, self.line_start));
        self.scalar(start, line, column, true);
    }

    /// Goes to the end of a word, if one begins here.
    fn plain_word(&mut self) -> bool {
        let start = self.at;
        while !is_blank_or_end(self.peek(0)) {
            let c = self.peek(0);
            let ends = c == b':' && is_blank_or_end(self.peek(1))
                || self.flow > 0 && b",[]{}".contains(&c);
            if ends {
                break;
            }
            self.bump();
        }
        self.at > start
    }

    fn block_scalar(&mut self) {
        let (start, line, column) = (self.at, self.line, self.column());
        let parent = self.indents.last().map_or(0, |last| last + 1);
        let mut indent = 0;
        while self.at < self.bytes.len() && self.peek(0) != b'\n' {
            if let digit @ b'1'..=b'9' = self.peek(0) {
                // "Relative to the parent" means to the parent's column, which is one less than `parent`.
                indent = indent.max(parent.saturating_sub(1) + usize::from(digit - b'0'));
            } else if self.peek(0) == b'#' {
                break;
            }
            self.bump();
        }
        self.skip_line();
        let deepest = self.block_scalar_blanks(indent);
        let indent = if indent == 0 {
            deepest.max(parent).max(1)
        } else {
            indent
        };
        while self.at < self.bytes.len() && self.column() == indent {
            self.skip_line();
            self.block_scalar_blanks(indent);
        }
        self.scalar(start, line, column, false);
    }

    /// Skips empty lines, and the indentation of the first that is not: at most `indent` columns, or with 0 all of it.
    /// Returns the deepest column seen.
    fn block_scalar_blanks(&mut self, indent: usize) -> usize {
        let mut deepest = 0;
        loop {
            while (indent == 0 || self.column() < indent) && self.peek(0) == b' ' {
                self.bump();
            }
            deepest = deepest.max(self.column());
            if self.peek(0) != b'\n' {
                return deepest;
            }
            self.bump();
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            match self.peek(0) {
                b' ' | b'\t' | b'\n' => self.bump(),
                b'#' => self.skip_line(),
                _ => return,
            }
        }
    }

    fn skip_line(&mut self) {
        while self.at < self.bytes.len() && self.peek(0) != b'\n' {
            self.bump();
        }
        self.bump();
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.outline.refused.push((self.line, refusal));
    }

    fn refuse_word(&mut self, refusal: Refusal) {
        self.refuse(refusal);
        self.bump();
        while !is_blank_or_end(self.peek(0)) && !b",[]{}".contains(&self.peek(0)) {
            self.bump();
        }
    }

    fn refuse_rest(&mut self, refusal: Refusal) {
        self.refuse(refusal);
        self.at = self.bytes.len();
    }

    fn at_document_marker(&self) -> bool {
        let rest = &self.bytes[self.at.min(self.bytes.len())..];
        self.column() == 0
            && (rest.starts_with(b"---") || rest.starts_with(b"..."))
            && is_blank_or_end(self.peek(3))
    }

    fn column(&self) -> usize {
        self.at - self.line_start
    }

    /// The byte `ahead` of here, 0 behind the end: the text was cleaned and holds no zero itself.
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn bump(&mut self) {
        if self.at < self.bytes.len() {
            self.at += 1;
            if self.bytes[self.at - 1] == b'\n' {
                self.line += 1;
                self.line_start = self.at;
            }
        }
    }
}

const fn is_blank_or_end(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | 0)
}
