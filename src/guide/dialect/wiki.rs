//! Links by the name of a page: `[[name#heading|text]]`, and what is embedded: `![[picture.png|300]]`.

use super::NAMED_BY_TARGET;
use super::inline::size;
use super::material;
use super::scan::near;
use crate::guide::is_markdown;

/// Names of pages are no longer than this, in bytes.
const LONGEST: usize = 400;

/// Reads one from its first bracket (behind the `!`), and writes it as a link or a picture; how long it is, if it is one.
pub(super) fn read(text: &str, is_embedded: bool, out: &mut String) -> Option<usize> {
    let inner = text.strip_prefix("[[")?;
    let end = near(inner, LONGEST).find("]]").filter(|&end| end > 0)?;
    let (inner, after) = (&inner[..end], &inner[end + 2..]);
    let looks_like_code =
        inner.starts_with([' ', '[', '-', ':']) || inner.contains(['\n', '[', ']']);
    if looks_like_code || after.starts_with(['(', '[']) {
        return None;
    }
    let length = end + 4;
    let (name, words) = match inner.find('|') {
        // In a table the bar has a backslash before it.
        Some(at) if inner[..at].ends_with('\\') => (&inner[..at - 1], Some(&inner[at + 1..])),
        Some(at) => (&inner[..at], Some(&inner[at + 1..])),
        None => (inner, None),
    };
    if name.contains('`') && words.is_none() {
        return None;
    }
    let (name, words) = (name.trim(), words.map(str::trim));
    let words = words.filter(|words| !words.is_empty());
    // Behind the words may stand a size, or only that.
    let words = words.map(|words| match words.rsplit_once('|') {
        Some((words, size)) if is_embedded && size::is(size) => words,
        _ => words,
    });
    let words = words.filter(|words| !(is_embedded && size::is(words)));
    // What stands behind the name of a file says how it is shown, or from where on.
    let (file, how) = name.split_once('#').unwrap_or((name, ""));
    if is_embedded && is_file(file) {
        if how == "icon" && words.is_none() {
            out.push_str(&icon(file));
            return Some(length);
        }
        out.push_str("![");
        out.push_str(words.unwrap_or_default());
        out.push_str("](<wiki:");
        push_address(file, out);
        out.push_str(">)");
        return Some(length);
    }
    out.push('[');
    if let Some(words) = words {
        out.push_str(words);
    } else {
        // The name of a block says nothing to a reader, unless there is nothing else.
        let (page, _) = name.split_once("#^").unwrap_or((name, ""));
        let shown = if page.is_empty() { name } else { page };
        out.push_str(&shown.trim_start_matches(['#', '^']).replace('#', " > "));
    }
    out.push_str("](<");
    // An address says less than what it leads to.
    if words.is_none() && name.contains("://") {
        out.push_str(NAMED_BY_TARGET);
    }
    out.push_str("wiki:");
    push_address(name, out);
    if let Some(words) = words {
        // Elsewhere than in a table it may have one as well.
        out.push_str("\\|");
        push_address(words, out);
    }
    out.push_str(">)");
    Some(length)
}

/// Whether a name is that of something else than a page: a picture, what plays, what other programs show.
pub(super) fn is_file(name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let is_ending = (2..=6).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.contains(|c: char| c.is_ascii_alphabetic());
    is_ending && !is_markdown(name)
}

/// An icon within a line: its name in brackets, for a sentence may have no other word for it.
fn icon(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.rsplit('/').next().unwrap_or(stem);
    if let Some(shown) = material::icon(stem).filter(|shown| !shown.is_empty()) {
        return shown.to_owned();
    }
    let is_set = |set: &&str| matches!(*set, "lucide" | "icon" | "obsidian" | "material");
    let words = stem.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.skip_while(is_set).collect();
    format!("\\[{}\\]", words.join(" "))
}

fn push_address(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c => out.push(c),
        }
    }
}
