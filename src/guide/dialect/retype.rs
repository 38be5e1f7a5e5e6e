//! What Retype and Adobe's guides have of their own: boxes between lines of `!!!`, panels and tabs, and words in brackets
//! that begin with `!`.

use std::borrow::Cow;

use super::attributes;
use super::inline::ends::closing;
use super::scan::{ends_fence, fence, indent, near};
use super::{JOINER, NAMED_BY_TARGET};
use crate::guide::markdown::kinds::{self, Kind};

/// Components within a line; of others only pictures are seen.
const COMPONENTS: [&str; 4] = ["badge", "button", "ref", "file"];

/// A component is no longer than this, in bytes.
const FAR: usize = 400;

/// A text with containers and links in the place of what only Retype has; borrowed where there is nothing of it.
pub(in crate::guide) fn resolve(text: &str) -> Cow<'_, str> {
    let has_box = text
        .lines()
        .any(|line| matches!(line.trim(), "!!!" | PANEL) || line.starts_with("==- "));
    let mut brackets = text.match_indices("[!");
    let has_component = brackets.any(|(at, _)| is_component(&text[at..]));
    if !has_box && !has_component {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut code: Option<(u8, usize, usize)> = None;
    let mut open = Vec::new();
    for source in text.split_inclusive('\n') {
        let line = source.trim_end_matches(['\n', '\r']);
        let body = line.trim_start();
        // What begins in an item ends with it.
        code = code.filter(|(_, _, columns)| body.is_empty() || indent(line) >= *columns);
        let shown = match code {
            Some((sign, length, _)) => {
                if ends_fence(body, sign, length) {
                    code = None;
                }
                Cow::Borrowed(line)
            }
            None if fence(body).is_some() => {
                code = fence(body).map(|(sign, length)| (sign, length, indent(line)));
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

/// The sign of a tab, or of what a reader unfolds.
const PANEL: &str = "+++";

/// A line that begins or ends something, as one of colons or as what the pass over components tells. `open` has the signs of
/// what is open, the innermost last.
fn boxed(line: &str, open: &mut Vec<&'static str>) -> Option<String> {
    let line = line.trim_end();
    if let Some(at) = open.iter().rposition(|sign| *sign == line) {
        open.truncate(at);
        return Some(match line {
            PANEL => format!("{JOINER}-{PANEL}"),
            _ => ":::".to_owned(),
        });
    }
    let title = line.strip_prefix(PANEL);
    if let Some(title) =
        title.filter(|title| title.starts_with(|c: char| c == ' ' || !c.is_ascii()))
    {
        // A tab ends the one before.
        let is_next = open.last() == Some(&PANEL);
        let end = is_next.then(|| format!("{JOINER}-{PANEL}"));
        if !is_next {
            open.push(PANEL);
        }
        let title = components(title.trim());
        return Some(format!(
            "{}{JOINER}+details;{PANEL};{title}",
            end.unwrap_or_default()
        ));
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
        open.push("!!!");
        return Some(format!(":::{kind} {}", title.trim()).trim_end().to_owned());
    }
    let title = line.strip_prefix("==- ")?;
    open.push("===");
    Some(format!(":::details {title}"))
}

/// Whether brackets begin here around a component of Retype's, or around words that a guide of Adobe's marks as the name of
/// something: `[!UICONTROL Save]`, `[!DNL Workfront]`.
fn is_component(text: &str) -> bool {
    let inner = text.strip_prefix("[!").unwrap_or_default();
    let name = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, behind) = inner.split_at(name);
    COMPONENTS.contains(&name) || is_mark(name) && behind.starts_with(' ')
}

fn is_mark(name: &str) -> bool {
    name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A line with the words of the components in it, and the links that they are.
fn components(line: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("[!") {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        rest = found;
        if !is_component(found) {
            out.push_str("[!");
            rest = &found[2..];
            continue;
        }
        let near = near(found, FAR);
        let Some(end) = closing(&near[1..], b'[', b']') else {
            break;
        };
        let (inner, behind) = (&near[2..=end], &found[end + 2..]);
        let (name, inner) = inner.split_once(' ').unwrap_or((inner, ""));
        let words = if is_mark(name) {
            components(inner)
        } else {
            Cow::Borrowed(words(inner))
        };
        let target = behind
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'));
        rest = behind;
        match target {
            Some((target, behind)) if words.is_empty() => {
                out.push_str(&format!("[{target}]({NAMED_BY_TARGET}{target})"));
                rest = behind;
            }
            Some((target, behind)) => {
                out.push_str(&format!("[{words}]({target})"));
                rest = behind;
            }
            None => {
                out.push_str(&words);
                rest = without_list(rest);
            }
        }
    }
    if rest.len() == line.len() {
        return Cow::Borrowed(line);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What is seen of what stands in a component. Behind a bar stands a colour.
fn words(inner: &str) -> &str {
    let attributes = inner.contains("=\"").then(|| inner.split_once("text=\""));
    let words = match attributes {
        Some(Some((_, text))) => text.split('"').next().unwrap_or(text),
        Some(None) => "",
        None => inner,
    };
    words.split('|').next().unwrap_or(words).trim()
}

/// What follows a list of attributes, where a text begins with one.
fn without_list(text: &str) -> &str {
    let behind = text.strip_prefix('{').and_then(|rest| {
        let end = near(rest, FAR).find('}')?;
        attributes::list(&rest[..end])?;
        Some(&rest[end + 1..])
    });
    behind.unwrap_or(text)
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
        check("+++ A b \nx\n+++\ny", "titled<A b>(p(x)) p(y)");
        check(
            "+++ A\n!!!\nx\n!!!\n+++ B\n- y\n+++\nz",
            "titled<A>(Note<>(p(x))) titled<B>(ul[p(y)]) p(z)",
        );
        check("+++\nx = 1\n+++", "p(+++ x = 1 +++)");
        check("+++題 [!DNL A]\nx\n+++", "titled<題 A>(p(x))");
        check(
            "- a\n\n  ```\n  b\n\n+++ T\nx\n+++",
            "ul[p(a) code<>(b)] titled<T>(p(x))",
        );
        check(
            "```md\n!!!\nx\n!!!\n```\n!!!\ny",
            "code<md>(!!!\nx\n!!!) Note<>(p(y))",
        );
        // Others end by where their lines begin.
        check("!!! note \"T\"\n    x\n\ny", "Note<T>(p(x)) p(y)");
    }

    #[test]
    fn marks_around_names_are_no_text() {
        check(
            "[!UICONTROL **Save**] in [!DNL A [b]] [!BADGE Beta]{type=Info} [!NOTE]",
            "p(*Save* in A [b] Beta [!NOTE])",
        );
        check(
            "[Set up [!DNL Work front]](a.md)",
            "p({Set up Work front→a.md})",
        );
        check("> [!NOTE]\n> [!DNL X] y", "Note<>(p(X y))");
    }

    #[test]
    fn components_are_their_words_and_links() {
        check(
            "a [!badge New|info] [!badge size=\"s\" text=\"b\"] [!ref](c.md) [!button D](e.md) [!badge",
            "p(a New b {c.md→title:c.md} {D→e.md} [!badge)",
        );
    }
}
