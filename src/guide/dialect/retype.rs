//! What Retype has of its own: boxes between lines of `!!!`, panels and tabs, and components in brackets.

use std::borrow::Cow;

use super::NAMED_BY_TARGET;
use super::attributes::Attributes;
use super::scan::{ends_fence, fence, near};
use crate::guide::markdown::kinds::{self, Kind};

/// Components within a line; of others only pictures are seen.
const COMPONENTS: [&str; 4] = ["[!badge", "[!button", "[!ref", "[!file"];

/// A component is no longer than this, in bytes.
const FAR: usize = 400;

/// A text with containers and links in the place of what only Retype has; borrowed where there is nothing of it.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    let has_box = text
        .lines()
        .any(|line| line.trim_end() == "!!!" || line.starts_with("==- "));
    let has_component = COMPONENTS.iter().any(|name| text.contains(name));
    if !has_box && !has_component {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut code: Option<(u8, usize)> = None;
    let mut open = None;
    for source in text.split_inclusive('\n') {
        let line = source.trim_end_matches(['\n', '\r']);
        let body = line.trim_start();
        let shown = match code {
            Some((sign, length)) => {
                if ends_fence(body, sign, length) {
                    code = None;
                }
                Cow::Borrowed(line)
            }
            None if fence(body).is_some() => {
                code = fence(body);
                Cow::Borrowed(line)
            }
            None => match boxed(body, &mut open).filter(|_| has_box) {
                Some(shown) => {
                    let lead = &line[..line.len() - body.len()];
                    Cow::Owned(format!("{lead}{shown}"))
                }
                None if has_component => components(line),
                None => Cow::Borrowed(line),
            },
        };
        out.push_str(&shown);
        out.push_str(&source[line.len()..]);
    }
    Cow::Owned(out)
}

/// A line that begins or ends something, as one of colons. `open` is the sign of what is open.
fn boxed(line: &str, open: &mut Option<&'static str>) -> Option<String> {
    let line = line.trim_end();
    if Some(line) == *open {
        *open = None;
        return Some(":::".to_owned());
    }
    if let Some(rest) = line.strip_prefix("!!!") {
        let (word, title) = rest.split_once(' ').unwrap_or((rest, ""));
        // In quotes is the title of another generator's.
        let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_word || title.starts_with('"') {
            return None;
        }
        let kind = match kinds::named(word) {
            Some(Kind::Alert(_)) => word,
            _ => "note",
        };
        *open = Some("!!!");
        return Some(format!(":::{kind} {}", title.trim()).trim_end().to_owned());
    }
    let title = line.strip_prefix("==- ")?;
    *open = Some("===");
    Some(format!(":::details {title}"))
}

/// A line with the words of the components in it, and the links that they are.
fn components(line: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("[!") {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        rest = found;
        if !COMPONENTS.iter().any(|name| found.starts_with(name)) {
            out.push_str("[!");
            rest = &found[2..];
            continue;
        }
        let Some((inner, behind)) = near(found, FAR).split_once(']') else {
            break;
        };
        let inner = inner.split_once(' ').map_or("", |(_, inner)| inner);
        let attributes = Attributes::parse(inner);
        let said = attributes.first(&["text"]);
        let words = said.unwrap_or(if inner.contains("=\"") { "" } else { inner });
        // Behind a bar stands a colour.
        let words = words.split('|').next().unwrap_or(words).trim();
        let target = behind
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'));
        let mut length = inner_length(found, inner);
        match target {
            Some((target, _)) if words.is_empty() => {
                out.push_str(&format!("[{target}]({NAMED_BY_TARGET}{target})"));
                length += target.len() + 2;
            }
            Some((target, _)) => {
                out.push_str(&format!("[{words}]({target})"));
                length += target.len() + 2;
            }
            None => out.push_str(words),
        }
        rest = &found[length..];
    }
    if rest.len() == line.len() {
        return Cow::Borrowed(line);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How long a component is, up to its bracket.
fn inner_length(found: &str, inner: &str) -> usize {
    let from = if inner.is_empty() {
        0
    } else {
        inner.as_ptr() as usize - found.as_ptr() as usize
    };
    found[from..]
        .find(']')
        .map_or(found.len(), |end| from + end + 1)
}

#[cfg(test)]
mod tests {
    use crate::guide::dialect::tests::check;

    #[test]
    fn boxes_end_with_the_signs_that_they_begin_with() {
        check("!!!\nx\n!!!\ny", "Note<>(p(x)) p(y)");
        check("!!!warning A title\n- x\n!!!", "Warning<A title>(ul[p(x)])");
        check("!!!ghost G\nx\n!!!", "Note<G>(p(x))");
        check("==- More\nx\n===\ny", "titled<More>(p(x)) p(y)");
        check(
            "```md\n!!!\nx\n!!!\n```\n!!!\ny",
            "code<md>(!!!\nx\n!!!) Note<>(p(y))",
        );
        // Others end by where their lines begin.
        check("!!! note \"T\"\n    x\n\ny", "Note<T>(p(x)) p(y)");
    }

    #[test]
    fn components_are_their_words_and_links() {
        check(
            "a [!badge New|info] [!badge size=\"s\" text=\"b\"] [!ref](c.md) [!button D](e.md) [!badge",
            "p(a New b {c.md→title:c.md} {D→e.md} [!badge)",
        );
    }
}
