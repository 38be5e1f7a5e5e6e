//! Lists and maps of literals, out of JSON and out of programs in JavaScript and TypeScript: generators keep their tables of
//! contents there, and components what they show. Nothing is run; what is no literal is passed over.

/// A literal. Numbers and the like say nothing about an order of pages, and are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::guide) enum Literal {
    Text(String),
    List(Vec<Literal>),
    /// In the order in which it is written.
    Map(Vec<(String, Literal)>),
}

impl Literal {
    /// The value of the first of these keys that a map has.
    pub fn get(&self, keys: &[&str]) -> Option<&Self> {
        let Self::Map(entries) = self else {
            return None;
        };
        keys.iter().find_map(|key| {
            let mut entries = entries.iter();
            entries
                .find(|(name, _)| name == key)
                .map(|(_, value)| value)
        })
    }

    /// What a program calls by a name, without that name.
    pub fn unnamed(self) -> Self {
        match self {
            Self::Map(mut entries) if entries.len() == 1 && entries[0].1.text().is_none() => {
                entries.remove(0).1
            }
            literal => literal,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How deeply literals may stand in each other; what is deeper is passed over.
const MAX_DEPTH: usize = 40;

/// All literals of a file that stand in no other, in their order.
pub(in crate::guide) fn read(source: &str) -> Vec<Literal> {
    let tokens = tokens(source);
    let mut reader = Reader { tokens, at: 0 };
    let mut found = Vec::new();
    while reader.at < reader.tokens.len() {
        let name = reader.name();
        match (name, reader.expression(0)) {
            (Some(name), Some(literal)) => found.push(Literal::Map(vec![(name, literal)])),
            (None, Some(literal)) => found.push(literal),
            (_, None) => reader.at += 1,
        }
    }
    found
}

#[derive(Debug, PartialEq)]
enum Token {
    Text(String),
    Word(String),
    Sign(char),
}

fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let rest = &source[at..];
        let skip = |end: Option<usize>| end.map_or(source.len(), |end| at + end);
        if rest.starts_with("//") || rest.starts_with("/*") {
            let end = if rest.starts_with("//") {
                skip(rest.find('\n'))
            } else {
                skip(rest.find("*/").map(|end| end + 2))
            };
            while chars.next_if(|&(at, _)| at < end).is_some() {}
        } else if matches!(c, '"' | '\'' | '`') {
            let mut text = String::new();
            while let Some((_, inner)) = chars.next() {
                match inner {
                    '\\' => text.extend(chars.next().map(|(_, c)| escaped(c))),
                    // Only a template may go over the end of a line; a lone quote is an apostrophe in a regular expression.
                    '\n' if c != '`' => break,
                    inner if inner == c => break,
                    inner => text.push(inner),
                }
            }
            tokens.push(Token::Text(text));
        } else if c.is_alphanumeric() || matches!(c, '_' | '$') {
            let mut word = String::from(c);
            while let Some((_, c)) =
                chars.next_if(|(_, c)| c.is_alphanumeric() || matches!(c, '_' | '$'))
            {
                word.push(c);
            }
            tokens.push(Token::Word(word));
        } else if !c.is_whitespace() {
            tokens.push(Token::Sign(c));
        }
    }
    tokens
}

/// What a character stands for behind a backslash.
const fn escaped(c: char) -> char {
    match c {
        'n' => '\n',
        't' => '\t',
        c => c,
    }
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at) {
            Some(Token::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    /// `const name: Type =`: what a literal is called.
    fn name(&mut self) -> Option<String> {
        let is_word = |at: usize, words: &[&str]| matches!(self.tokens.get(at), Some(Token::Word(word)) if words.contains(&word.as_str()));
        let at = self.at + usize::from(is_word(self.at, &["export"]));
        if !is_word(at, &["const", "let", "var"]) {
            return None;
        }
        let Some(Token::Word(name)) = self.tokens.get(at + 1) else {
            return None;
        };
        let mut after = at + 2..self.tokens.len().min(at + 40);
        let equals = after.find(|&at| self.sign(at) == Some('='))?;
        let name = name.clone();
        self.at = equals + 1;
        Some(name)
    }

    /// Reads up to the next `,`, `;` or closing bracket: the literal in it, or a list of several.
    fn expression(&mut self, depth: usize) -> Option<Literal> {
        let mut found = Vec::new();
        let mut parens = 0_usize;
        while let Some(token) = self.tokens.get(self.at) {
            match token {
                Token::Text(text) => {
                    found.push(Literal::Text(text.clone()));
                    self.at += 1;
                }
                Token::Sign('[') => found.extend(self.bracketed(']', depth)),
                Token::Sign('{') => found.extend(self.bracketed('}', depth)),
                Token::Sign('(') => {
                    parens += 1;
                    self.at += 1;
                }
                Token::Sign(')') if parens > 0 => {
                    parens -= 1;
                    self.at += 1;
                }
                Token::Sign(',' | ';') if parens == 0 => break,
                Token::Sign(')' | ']' | '}') => break,
                _ => self.at += 1,
            }
        }
        if found.len() > 1 {
            Some(Literal::List(found))
        } else {
            found.pop()
        }
    }

    fn bracketed(&mut self, end: char, depth: usize) -> Option<Literal> {
        self.at += 1;
        if depth >= MAX_DEPTH {
            return None;
        }
        let (mut items, mut entries) = (Vec::new(), Vec::new());
        loop {
            match self.sign(self.at) {
                Some(sign) if sign == end => {
                    self.at += 1;
                    break;
                }
                Some(')' | ']' | '}' | ',' | ';') => self.at += 1,
                None if self.at >= self.tokens.len() => break,
                _ => {
                    let key = self.key(end);
                    let before = self.at;
                    let value = self.expression(depth + 1);
                    match (key, value) {
                        (Some(key), Some(value)) => entries.push((key, value)),
                        (None, Some(value)) if end == '}' => entries.push((String::new(), value)),
                        (None, Some(value)) => items.push(value),
                        (_, None) => self.at = self.at.max(before),
                    }
                }
            }
        }
        Some(if end == '}' {
            Literal::Map(entries)
        } else {
            Literal::List(items)
        })
    }

    /// `name:` in a map, of TOML `name =`.
    fn key(&mut self, end: char) -> Option<String> {
        if end != '}' || !matches!(self.sign(self.at + 1), Some(':' | '=')) {
            return None;
        }
        let key = match self.tokens.get(self.at)? {
            Token::Text(text) | Token::Word(text) => text.clone(),
            Token::Sign(_) => return None,
        };
        self.at += 2;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Literal {
        Literal::Text(text.to_owned())
    }

    #[test]
    fn json_is_read_in_its_order() {
        let read = read(r#"{"b": ["x", 1, true], "a": {"c": "\"y\""}}"#);
        let [Literal::Map(entries)] = &read[..] else {
            panic!("{read:?}")
        };
        assert_eq!(entries[0], ("b".to_owned(), Literal::List(vec![text("x")])));
        assert_eq!(entries[1].1.get(&["c"]), Some(&text("\"y\"")));
    }

    #[test]
    fn a_program_is_passed_over_but_for_its_literals() {
        let source = "import { x } from 'y' // 'no'\nexport default defineConfig({ a: f(1), /* { */\n sidebar: (() => [{ text: 'T', link: `/l` }, ...more])() })";
        let found = read(source);
        let all = format!("{found:?}");
        assert!(
            all.contains("\"sidebar\"") && all.contains("\"/l\"") && !all.contains("no"),
            "{all}"
        );
    }

    #[test]
    fn what_never_ends_ends() {
        for source in ["[[[[", "{a:{b:", "'", "`", "]}),", "/*", "{,:;}"] {
            read(source);
        }
        read(&"[".repeat(100_000));
        read(&"{a:".repeat(100_000));
    }
}
