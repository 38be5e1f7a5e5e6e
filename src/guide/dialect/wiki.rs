//! Links by the name of a page: `[[name#heading|text]]`, and what is embedded: `![[picture.png|300]]`.

use super::scan::near;

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
    let is_size = |words: &&str| {
        words
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'x')
    };
    if is_embedded && is_picture(name) {
        out.push_str("![");
        out.push_str(words.filter(|words| !is_size(words)).unwrap_or_default());
        out.push_str("](<wiki:");
        push_address(name, out);
        out.push_str(">)");
        return Some(length);
    }
    let words = words.filter(|words| !(is_embedded && is_size(words)));
    out.push('[');
    match words {
        Some(words) => out.push_str(words),
        None => out.push_str(&name.trim_start_matches('#').replace('#', " > ")),
    }
    out.push_str("](<wiki:");
    push_address(name, out);
    if let Some(words) = words {
        // Elsewhere than in a table it may have one as well.
        out.push_str("\\|");
        push_address(words, out);
    }
    out.push_str(">)");
    Some(length)
}

fn is_picture(name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(
        ending.as_deref(),
        Some("png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "bmp" | "avif" | "ico")
    )
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
