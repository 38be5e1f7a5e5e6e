//! The beginnings of lines as people type them in Japanese: full-width spaces as indents and behind markers, `・` for items,
//! headings without a space.

use std::borrow::Cow;

use super::scan::is_cjk;

/// A line with what Markdown has in the place of what stands at its beginning; `None` where that is the same.
pub(super) fn beginning(line: &str) -> Option<String> {
    if line.is_ascii() {
        return None;
    }
    let text = line.trim_start_matches([' ', '\u{3000}', '\t']);
    let lead = &line[..line.len() - text.len()];
    let first = text.chars().next()?;
    let indent = || -> Cow<'_, str> { lead.replace('\u{3000}', "  ").into() };
    let wide = lead.contains('\u{3000}');
    match first {
        '-' | '*' | '+' | '0'..='9' => {
            let marker = marker(text)?;
            let rest = &text[marker..];
            let spaced = rest.trim_start_matches('\u{3000}');
            if spaced.len() < rest.len() && !spaced.is_empty() {
                return Some(format!("{}{} {spaced}", indent(), &text[..marker]));
            }
            (wide && rest.starts_with(' ')).then(|| format!("{}{text}", indent()))
        }
        '・' => {
            let rest = text['・'.len_utf8()..].trim_start_matches(['\u{3000}', ' ']);
            let is_item = !rest.is_empty() && !rest.starts_with('・');
            is_item.then(|| format!("{}- {rest}", indent()))
        }
        '#' | '＃' if !wide => heading(lead, text),
        '>' => {
            let rest = text[1..].strip_prefix('\u{3000}')?;
            Some(format!("{lead}> {rest}"))
        }
        _ => None,
    }
}

/// How long a list's marker is.
fn marker(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes[0].is_ascii_digit() {
        return Some(1);
    }
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    matches!(bytes.get(digits), Some(b'.' | b')')).then_some(digits + 1)
}

fn heading(lead: &str, text: &str) -> Option<String> {
    let rest = text.trim_start_matches(['#', '＃']);
    let signs = text[..text.len() - rest.len()].chars().count();
    if signs > 6 {
        return None;
    }
    let words = rest.trim_start_matches(['\u{3000}', ' ', '\t']);
    let first = words.chars().next()?;
    let is_wide = text.starts_with('＃');
    let is_spaced = rest.starts_with('\u{3000}') || (is_wide && words.len() < rest.len());
    // One sign before a word is a tag of a message.
    let is_meant = signs > 1 && is_cjk(first) && words.len() == rest.len();
    (is_spaced || is_meant).then(|| format!("{lead}{} {words}", "#".repeat(signs)))
}

/// Whether a line that begins so is a line of its own, though it is no item.
pub(super) fn begins_line(line: &str) -> bool {
    let text = line.trim_start_matches([' ', '\u{3000}']);
    matches!(
        text.chars().next(),
        Some(
            '※'
            | '●'
            | '■'
            | '◆'
            | '○'
            | '◎'
            | '□'
            | '◇'
            | '▼'
            | '▽'
            | '▲'
            | '△'
            | '★'
            | '☆'
            | '◯'
            | '⇒'
            | '→'
            | '▶'
            | '①'..='⑳'
            | '❶'..='❿'
            | '➀'..='➓'
            | '㈠'..='㈩'
            | 'Ⅰ'..='Ⅻ'
            | '・',
        )
    )
}

/// Full-width stars in pairs are bold.
pub(super) fn stars(line: &str) -> Option<String> {
    let pairs = line.matches("＊＊").count() / 2 * 2;
    (pairs > 0).then(|| line.replacen("＊＊", "**", pairs))
}
