//! Lists and maps of literals, out of JSON and out of programs in JavaScript and TypeScript: generators keep their tables of
//! contents there, and components what they show. Nothing is run; what is no literal is passed over.

use std::collections::HashMap;

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

    /// How many literals it is, with those that stand in it.
    fn size(&self) -> usize {
        let inner: usize = match self {
            Self::Text(_) => 0,
            Self::List(items) => items.iter().map(Self::size).sum(),
            Self::Map(entries) => entries.iter().map(|(_, value)| value.size()).sum(),
        };
        inner + 1
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

/// So many literals may be there once more because something else has their name.
const MAX_COPIES: usize = 20_000;

/// All literals of a file that stand in no other, in their order.
pub(in crate::guide) fn read(source: &str) -> Vec<Literal> {
    let tokens = tokens(source);
    let mut reader = Reader {
        tokens,
        at: 0,
        named: HashMap::new(),
        copied: 0,
    };
    let mut found = Vec::new();
    while reader.at < reader.tokens.len() {
        let name = reader.name();
        match (name, reader.expression(0)) {
            (Some(name), Some(literal)) => {
                reader.learn(&name, &literal);
                found.push(Literal::Map(vec![(name, literal)]));
            }
            (None, Some(literal)) => found.push(literal),
            (_, None) => reader.at += 1,
        }
    }
    found
}

/// Whether a word begins what stands by itself.
fn begins(word: &str) -> bool {
    ["const", "let", "var", "export", "function", "import"].contains(&word)
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
    /// Lists and maps that the program has given names to.
    named: HashMap<String, Literal>,
    copied: usize,
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

    /// Another place may have it by its name.
    fn learn(&mut self, name: &str, literal: &Literal) {
        if literal.text().is_none() && self.may_copy(literal) {
            self.named.insert(name.to_owned(), literal.clone());
        }
    }

    fn may_copy(&mut self, literal: &Literal) -> bool {
        self.copied += literal.size();
        self.copied <= MAX_COPIES
    }

    /// What has a name here stands for, where nothing else is said beside it.
    fn named(&mut self) -> Option<Literal> {
        let dots = (self.at..).take_while(|&at| self.sign(at) == Some('.'));
        let at = self.at + dots.take(3).count();
        let Some(Token::Word(name)) = self.tokens.get(at) else {
            return None;
        };
        let ends = matches!(self.sign(at + 1), Some(',' | ']' | '}' | ')'));
        let literal = self.named.get(name).filter(|_| ends)?.clone();
        self.at = at + 1;
        self.may_copy(&literal).then_some(literal)
    }

    /// Reads up to the next `,`, `;` or closing bracket: the literal in it, or a list of several.
    fn expression(&mut self, depth: usize) -> Option<Literal> {
        if let Some(named) = self.named() {
            return Some(named);
        }
        let mut found = Vec::new();
        let mut parens = 0_usize;
        // Of markup the texts in quotes are settings.
        let is_markup = self.sign(self.at) == Some('<');
        while let Some(token) = self.tokens.get(self.at) {
            match token {
                Token::Text(text) if !is_markup => {
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
                // Not everybody ends what stands by itself.
                Token::Word(word)
                    if parens == 0 && depth == 0 && !found.is_empty() && begins(word) =>
                {
                    break;
                }
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
        assert!(read("[<span class=\"new\">A</span>]") == [Literal::List(Vec::new())]);
    }

    #[test]
    fn what_has_a_name_stands_where_it_is_named() {
        let source = "const A = ['x', 'y']\nconst B: T = { items: A, 'c': other }\nexport default { b: B, ...A, d: [A, ...A], e: f(A), g: A + 'z' }";
        let read = read(source);
        let (a, last) = (read[0].clone().unnamed(), read[2].clone());
        let Literal::Map(entries) = last else {
            panic!("{read:?}")
        };
        let b = Literal::Map(vec![("items".to_owned(), a.clone())]);
        let named = |key: &str, value: &Literal| (key.to_owned(), value.clone());
        assert_eq!(entries[0], named("b", &b));
        assert_eq!(entries[1], named("", &a));
        assert_eq!(entries[2], named("d", &Literal::List(vec![a.clone(), a])));
        assert_eq!(entries[3..], [named("g", &text("z"))]);
        let doubled = (1..40).map(|at| format!("const a{at} = [a{0}, a{0}];", at - 1));
        let doubled = format!("const a0 = ['x', 'y'];{}", doubled.collect::<String>());
        let size: usize = super::read(&doubled).iter().map(Literal::size).sum();
        assert!(size < 4 * MAX_COPIES, "{size}");
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
