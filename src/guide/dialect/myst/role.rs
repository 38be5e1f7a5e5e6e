//! Roles in running text: `` {ref}`words <label>` ``.

use crate::guide::dialect::NAMED_BY_TARGET;
use crate::guide::dialect::scan::near;

/// A role is looked at so far, in bytes.
const FAR: usize = 400;

/// A name that is known is no longer than this, in bytes.
const LONGEST: usize = 24;

/// Those that lead somewhere: to a label, or to a page.
const LINKS: [&str; 8] = [
    "any",
    "doc",
    "numref",
    "ref",
    "std:doc",
    "std:ref",
    "eq",
    "external:doc",
];

/// Those of which only the words count.
const WORDS: [&str; 9] = [
    "abbr", "download", "index", "rfc", "span", "sub", "sup", "term", "u",
];

/// What stands on buttons and in menus.
const NAMES: [&str; 2] = ["guilabel", "menuselection"];

/// Those that are code, as are all that nobody knows here.
const CODE: [&str; 16] = [
    "attr",
    "class",
    "code",
    "command",
    "envvar",
    "external:py:class",
    "file",
    "func",
    "kbd",
    "meth",
    "mod",
    "option",
    "program",
    "py:class",
    "py:func",
    "samp",
];

/// Libraries of icons, of which nothing can be shown.
const ICONS: [&str; 6] = ["fa", "fab", "far", "fas", "octicon", "material-regular"];

/// Whether a text has a role that is known.
pub(super) fn is_any(text: &str) -> bool {
    text.match_indices("}`").any(|(end, _)| {
        // The longest name is far shorter.
        let before = &text[text.floor_char_boundary(end.saturating_sub(LONGEST))..end];
        let name = before.rfind('{').map(|start| &before[start + 1..]);
        name.is_some_and(|name| {
            [&LINKS[..], &WORDS, &NAMES, &CODE, &ICONS]
                .iter()
                .any(|names| names.contains(&name))
        })
    })
}

/// A text with what the roles in it show; `None` where there are none.
pub(super) fn resolve(text: &str) -> Option<String> {
    if !text.contains("}`") && !text.contains("[](") {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 64);
    let (mut written, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'`' => {
                let length = run(&text[at..]);
                at += match content(&text[at..]) {
                    Some(inner) => inner.len() + 2 * length,
                    None => length,
                };
            }
            b'[' => match nameless(&text[at..]) {
                Some(target) => {
                    out.push_str(&text[written..at]);
                    out.push_str(&link(None, target));
                    at += target.len() + 4;
                    written = at;
                }
                None => at += 1,
            },
            b'{' if !text[..at].ends_with(['{', '$']) => match role(&text[at..]) {
                Some((name, inner, length)) => {
                    out.push_str(&text[written..at]);
                    let shown = shown(name, inner);
                    out.push_str(&shown);
                    let lost = inner.matches('\n').count() - shown.matches('\n').count();
                    out.push_str(&"\n".repeat(lost));
                    at += length;
                    written = at;
                }
                None => at += 1,
            },
            _ => at += 1,
        }
    }
    out.push_str(&text[written..]);
    (written > 0).then_some(out)
}

/// How many backticks a text begins with.
fn run(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b'`').count()
}

/// What stands between the backticks that a text begins with and the next that are as many, in the same paragraph.
fn content(text: &str) -> Option<&str> {
    let length = run(text);
    let inner = near(&text[length..], FAR);
    let inner = inner.split("\n\n").next().unwrap_or(inner);
    let mut at = 0;
    while let Some(found) = inner[at..].find('`') {
        let here = run(&inner[at + found..]);
        if here == length {
            return Some(&inner[..at + found]);
        }
        at += found + here;
    }
    None
}

/// Where a link without words leads that a text begins with.
fn nameless(text: &str) -> Option<&str> {
    let inner = near(text.strip_prefix("[](")?, FAR);
    let target = &inner[..inner.find(')')?];
    let is_ours =
        !target.is_empty() && !target.contains(['<', ' ', '\n']) && !target.contains("://");
    is_ours.then_some(target)
}

/// The role that a text begins with: its name, what stands in it, and how long it is.
fn role(text: &str) -> Option<(&str, &str, usize)> {
    let (name, rest) = near(&text[1..], FAR).split_once('}')?;
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_:.+".contains(&byte);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(is_part);
    if !is_name || !rest.starts_with('`') {
        return None;
    }
    let behind = &text[name.len() + 2..];
    let inner = content(behind)?;
    Some((name, inner, name.len() + 2 + inner.len() + 2 * run(behind)))
}

fn shown(name: &str, inner: &str) -> String {
    let (words, place) = target(inner);
    let words_or_place = words.unwrap_or(place);
    // Sphinx makes pages of these.
    if matches!(place, "genindex" | "modindex" | "search") {
        return words_or_place.to_owned();
    }
    if LINKS.contains(&name) {
        return link(words, &place.replace('\n', " "));
    }
    if NAMES.contains(&name) {
        return format!("**{}**", inner.replace("-->", "›"));
    }
    if ICONS.contains(&name) {
        return String::new();
    }
    if WORDS.contains(&name) || name.starts_with("bdg") {
        return words_or_place.to_owned();
    }
    if name == "math" {
        return format!("${inner}$");
    }
    // `~` leaves all but the last part of a name out.
    let code = match words_or_place.strip_prefix(['~', '!']) {
        Some(path) if words_or_place.starts_with('~') => path.rsplit('.').next().unwrap_or(path),
        Some(path) => path,
        None => words_or_place,
    };
    let ticks = if code.contains('`') { "``" } else { "`" };
    format!("{ticks}{code}{ticks}")
}

/// `words <target>` as its words and its target, which may be all there is.
pub(super) fn target(inner: &str) -> (Option<&str>, &str) {
    let inner = inner.trim();
    let parts = inner
        .strip_suffix('>')
        .and_then(|rest| rest.rsplit_once('<'));
    match parts {
        Some((words, target)) if !words.trim().is_empty() => (Some(words.trim()), target.trim()),
        Some((_, target)) => (None, target.trim()),
        None => (None, inner),
    }
}

/// A link in Markdown; without words it goes by what it leads to.
pub(super) fn link(words: Option<&str>, target: &str) -> String {
    let (words, before) = match words {
        Some(words) => (words, ""),
        None => (target, NAMED_BY_TARGET),
    };
    if target.contains([' ', '(', ')']) {
        format!("[{words}](<{before}{target}>)")
    } else {
        format!("[{words}]({before}{target})")
    }
}
