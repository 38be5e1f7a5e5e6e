//! What Microsoft's manuals have of their own: signs between colons on a line, and tabs that begin with a heading.

use std::borrow::Cow;

use super::output::Output;
use super::scan::{Fences, quotes};

/// What encloses something between a line of this name and one that ends so; what is enclosed is shown.
const ENCLOSING: [&str; 5] = ["row", "column", "zone", "moniker", "form"];

/// A text with pictures and words in the place of these; borrowed where there are none.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains(":::") && !text.contains("](#tab/") {
        return Cow::Borrowed(text);
    }
    let mut out = Output::new(text);
    let (mut at, mut fences, mut in_tabs) = (0, Fences::default(), false);
    for source in text.split_inclusive('\n') {
        at += source.len();
        let line = source.trim_end_matches(['\n', '\r']);
        let (marks, _) = quotes(line, 8);
        let body = line[marks..].trim();
        if fences.have(body) {
            out.keep(source, at);
            continue;
        }
        let shown = sign(body).or_else(|| {
            let tab = tab(body);
            in_tabs |= tab.is_some();
            let ends = in_tabs && matches!(body, "---" | "***" | "___");
            in_tabs &= !ends;
            tab.or(ends.then(String::new))
        });
        match shown {
            Some(shown) => {
                let lead = &line[..line.len() - line[marks..].trim_start().len()];
                out.write(&format!("{lead}{shown}{}", &source[line.len()..]));
            }
            None => out.keep(source, at),
        }
    }
    out.finish()
}

/// What a line between colons is: `:::image source="a.png" alt-text="Words":::` is a picture. Those that only arrange have no words.
fn sign(body: &str) -> Option<String> {
    let inner = body.strip_prefix(":::")?;
    let closed = inner.strip_suffix(":::");
    let inner = closed.unwrap_or(inner).trim();
    let name = inner.split([' ', '\t']).next().unwrap_or(inner);
    let kind = name.strip_suffix("-end").unwrap_or(name);
    // Others open what they enclose by the same words.
    let is_open = |kind: &str| matches!(kind, "zone" | "moniker");
    if ENCLOSING.contains(&kind) && (closed.is_some() || is_open(kind)) {
        return Some(String::new());
    }
    let value = |key: &str| {
        let (_, rest) = inner.split_once(&format!("{key}=\""))?;
        rest.split('"').next()
    };
    match (name, closed) {
        ("image" | "video", Some(_)) => {
            let alt = value("alt-text")
                .or_else(|| value("title"))
                .unwrap_or_default();
            let source = value("source")?;
            Some(format!("![{}](<{source}>)", alt.replace(['[', ']'], "")))
        }
        ("code", Some(_)) => Some(format!("`{}`", value("source")?)),
        _ => None,
    }
}

/// A heading that begins a tab: `# [Words](#tab/name)`.
fn tab(body: &str) -> Option<String> {
    let heading = body.trim_start_matches('#');
    let words = heading
        .strip_prefix(" [")
        .filter(|_| heading.len() < body.len())?;
    let (words, address) = words.split_once("](#tab/")?;
    address
        .trim_end()
        .ends_with(')')
        .then(|| format!("**{}**", words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_pictures_or_nothing_and_tabs_have_names() {
        for (text, expected) in [
            (
                ":::row:::\n:::column span=\"2\":::\na\n:::column-end:::\n:::row-end:::\n",
                "\n\na\n\n\n",
            ),
            (
                "::: zone pivot=\"x\"\na\n::: zone-end\n::: moniker range=\">=1\"\n",
                "\na\n\n\n",
            ),
            (
                "> :::image type=\"content\" source=\"a b.png\" alt-text=\"A [b]\":::\n",
                "> ![A b](<a b.png>)\n",
            ),
            (
                ":::code language=\"c\" source=\"x.c\" range=\"1-2\":::\n",
                "`x.c`\n",
            ),
            (
                "# [Windows](#tab/win)\na\n\n## [Linux](#tab/lin)\nb\n\n---\nc\n\n---\n",
                "**Windows**\na\n\n**Linux**\nb\n\n\nc\n\n---\n",
            ),
        ] {
            assert_eq!(resolve(text), expected, "{text}");
        }
        for text in [
            ":::tip\na\n:::\n",
            ":::column\na\n:::\n",
            "```\n:::row:::\n```\n",
            "# [A](#table)\n",
        ] {
            assert!(matches!(resolve(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
