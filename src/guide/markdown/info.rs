//! What stands behind the opening fence of a code block: the language, and a title in any of the forms that generators
//! know. Everything else there (lines to mark, switches) is for a screen of theirs.

use pulldown_cmark::CodeBlockKind;

/// What is shown of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Info {
    pub language: Option<String>,
    pub title: Option<String>,
}

/// Names of attributes that hold a title.
const TITLES: [&str; 7] = [
    "title", "filename", "file", "name", "caption", "header", "label",
];

pub(super) fn read(block: &CodeBlockKind<'_>) -> Info {
    match block {
        CodeBlockKind::Fenced(info) => parse(info),
        CodeBlockKind::Indented => Info::default(),
    }
}

/// The forms: `js{1,3} title="x"`, `rust,ignore`, `js:src/a.js`, `jsx src/App.js active`, `sh [npm]`, `{.python title="x"}`.
fn parse(info: &str) -> Info {
    let info = info.trim();
    let (first, rest) = if let Some(inner) = info.strip_prefix('{') {
        // Pandoc's attributes: the first class is the language.
        let inner = inner.trim_end_matches('}').trim_start();
        let (class, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        (class.trim_start_matches('.'), rest)
    } else {
        let end = info
            .find(|c: char| c.is_whitespace() || "{,:[=".contains(c))
            .unwrap_or(info.len());
        info.split_at(end)
    };
    let is_path = first.contains('/');
    let title = title(rest).or_else(|| is_path.then(|| first.to_owned()));
    let language =
        (!first.is_empty() && !is_path && !rest.starts_with('=')).then(|| first.to_owned());
    Info { language, title }
}

fn title(rest: &str) -> Option<String> {
    attribute(rest)
        .or_else(|| in_brackets(rest))
        .or_else(|| file(rest))
        .filter(|title| !title.is_empty())
}

/// `title="x"` and the like, with or without quotes.
fn attribute(rest: &str) -> Option<String> {
    let found = TITLES.iter().filter_map(|name| {
        let at = rest.match_indices(name).find(|&(at, _)| {
            let before = rest[..at].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || c == '{' || c == ',')
                && rest[at + name.len()..].starts_with('=')
        })?;
        let value = &rest[at.0 + name.len() + 1..];
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next()?,
            _ => value.split([' ', '}']).next()?,
        };
        Some(value.to_owned())
    });
    found.into_iter().next()
}

fn in_brackets(rest: &str) -> Option<String> {
    let at = rest.find('[')?;
    let end = rest[at..].find(']')?;
    Some(rest[at + 1..at + end].trim().to_owned())
}

/// The name of a file behind a colon or a space.
fn file(rest: &str) -> Option<String> {
    let words = rest.split_whitespace().map(|word| {
        let word = word.split_once(':').map_or(word, |(_, name)| name);
        word.trim_matches(['"', '\''])
    });
    let is_file = |word: &&str| {
        word.contains(['.', '/'])
            && !word.contains(['=', '{', '}', '(', '[', '<', '>'])
            && !word.starts_with(|c: char| c.is_ascii_digit() || c == '$')
    };
    words.into_iter().find(is_file).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_and_title_in_every_form() {
        let check = |info: &str, language: &str, title: &str| {
            let found = parse(info);
            let found = (
                found.language.unwrap_or_default(),
                found.title.unwrap_or_default(),
            );
            assert_eq!(found, (language.to_owned(), title.to_owned()), "{info:?}");
        };
        check("", "", "");
        check("rust", "rust", "");
        check("rust,ignore", "rust", "");
        check("js{1,3} title=\"src/a.js\"", "js", "src/a.js");
        check("js:src/a.js", "js", "src/a.js");
        check("diff js:src/a.js", "diff", "src/a.js");
        check("jsx src/App.js active", "jsx", "src/App.js");
        check("sh [npm]", "sh", "npm");
        check("ts{4}:line-numbers [config.ts]", "ts", "config.ts");
        check("{.python title='x y'}", "python", "x y");
        check("python hl_lines=\"1 2\"", "python", "");
        check("console", "console", "");
        check("c++", "c++", "");
        check("js {1.5}", "js", "");
    }
}
