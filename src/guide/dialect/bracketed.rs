//! Code between words in brackets, as Grav and `WordPress` have it: `[prism classes="language-php"]`, lines, `[/prism]`.

use std::borrow::Cow;

use super::output::Output;
use super::scan::Fences;

/// Words that enclose code.
const NAMES: [&str; 5] = ["prism", "code", "highlight", "sourcecode", "codesyntax"];

/// A text with fences in their place; borrowed where there are none.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains("[/") {
        return Cow::Borrowed(text);
    }
    let last = NAMES.map(|name| text.rfind(&format!("[/{name}]")));
    if last.iter().all(Option::is_none) {
        return Cow::Borrowed(text);
    }
    let mut out = Output::new(text);
    let mut at = 0;
    let mut fences = Fences::default();
    let mut open: Option<&str> = None;
    for source in text.split_inclusive('\n') {
        at += source.len();
        let line = source.trim_end_matches(['\n', '\r']);
        let body = line.trim();
        let lead = &line[..line.len() - line.trim_start().len()];
        let behind = &source[line.len()..];
        if let Some(name) = open {
            if ends(body, name) {
                open = None;
                out.write(&format!("{lead}````{behind}"));
            } else {
                out.keep(source, at);
            }
            continue;
        }
        if fences.have(body) {
            out.keep(source, at);
            continue;
        }
        let ended = |name: &str| {
            let place = NAMES.iter().position(|other| *other == name);
            place
                .and_then(|place| last[place])
                .is_some_and(|last| last >= at)
        };
        match opening(body).filter(|(name, _)| ended(name)) {
            Some((name, language)) => {
                open = Some(name);
                out.write(&format!("{lead}````{language}{behind}"));
            }
            None => out.keep(source, at),
        }
    }
    out.finish()
}

fn ends(body: &str, name: &str) -> bool {
    let inner = body
        .strip_prefix("[/")
        .and_then(|rest| rest.strip_suffix(']'));
    inner == Some(name)
}

/// The word that a line opens with, and the language of the code.
fn opening(body: &str) -> Option<(&'static str, &str)> {
    let inner = body.strip_prefix('[')?.strip_suffix(']')?;
    let (word, rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let name = NAMES.into_iter().find(|name| *name == word)?;
    let said = ["language-", "language=", "lang="].iter().find_map(|key| {
        let (_, value) = rest.split_once(key)?;
        Some(value.trim_start_matches(['"', '\'']))
    });
    let language = said.unwrap_or_default();
    let is_end = |c: char| c.is_whitespace() || "\"'`]".contains(c);
    Some((name, language.split(is_end).next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_enclose_code() {
        for (text, expected) in [
            (
                "a\n[prism classes=\"language-php line-numbers\"]\n<?php\n\nx();\n[/prism]\nb\n",
                "a\n````php\n<?php\n\nx();\n````\nb\n",
            ),
            (
                "  [code lang='c']\n  x\n  [/code]\n",
                "  ````c\n  x\n  ````\n",
            ),
            ("[code]\nx\n[/code]", "````\nx\n````"),
        ] {
            assert_eq!(resolve(text), expected, "{text}");
        }
        for text in [
            "[code]\nx\n",
            "[/code]\n[code]\n",
            "```\n[code]\nx\n[/code]\n```\n",
            "a [code] b [/code]\n",
            "[code]: https://x.example\n",
        ] {
            assert!(matches!(resolve(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
