//! What may be a web address in a text, taken apart as a browser does it: what stands before `@` is no host, `\` is
//! `/`, and characters such as `ｎ` and `。` are those that they stand for.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::text::clean::is_hidden;

/// The parts of what may be an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Candidate {
    pub range: Range<usize>,
    /// It begins with `https://` or the like.
    pub scheme: bool,
    /// What stands before `@`.
    pub user: String,
    /// As typed, without a dot at its end.
    pub host: String,
    /// What follows the host, with its `/`.
    pub rest: String,
}

impl Candidate {
    /// Whether it is an address for mail, not for the web.
    pub fn is_mail(&self) -> bool {
        !self.scheme && !self.user.is_empty() && self.rest.is_empty()
    }
}

/// Names before `:` that mean an address even without `//`; `hxxp` is how dangerous ones are passed on.
const WEB: [&str; 5] = ["http", "https", "hxxp", "hxxps", "ftp"];
const LONGEST_SCHEME: usize = 16;
/// No longer ones are looked at as one.
const LONGEST: usize = 4096;

/// A character of the text, folded.
struct Cell {
    c: char,
    range: Range<usize>,
    /// No address goes on here.
    ends: bool,
}

/// Everything in a text that may be an address.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let cells = cells(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let scheme = scheme(&cells, at);
        let (start, end) = match scheme {
            Some(start) => (start, end_of(&cells, start, |cell| !cell.ends)),
            None => (at, end_of(&cells, at, is_bare)),
        };
        let end = if scheme.is_some() {
            end
        } else {
            before_colon(&cells, start, end)
        };
        if end > start {
            found.extend(candidate(&cells, at, start..end, scheme.is_some()));
        }
        at = end.max(at + 1);
    }
    found
}

fn cells(text: &str) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| !is_hidden(c)) {
        let ends = c.is_whitespace()
            || c.is_control()
            || "<>\"`「」『』【】〈〉《》〔〕（）、，！？“”".contains(c);
        for folded in std::iter::once(c).nfkc() {
            let c = match folded {
                '。' => '.',
                '\\' => '/',
                other => other,
            };
            let range = at..at + text[at..].chars().next().map_or(0, char::len_utf8);
            cells.push(Cell { c, range, ends });
        }
    }
    cells
}

fn end_of(cells: &[Cell], start: usize, goes_on: impl Fn(&Cell) -> bool) -> usize {
    let cells = cells[start..].iter().take(LONGEST);
    start + cells.take_while(|cell| goes_on(cell)).count()
}

/// Characters of addresses without a scheme: there kana and kanji are the text around it.
fn is_bare(cell: &Cell) -> bool {
    !cell.ends && cell.c < '\u{2E80}' && !"(),;!'[]{}*^$|".contains(cell.c)
}

/// Where the rest of an address begins if its scheme begins here.
fn scheme(cells: &[Cell], at: usize) -> Option<usize> {
    let letter = |cell: &Cell| cell.c.is_ascii_alphanumeric();
    if at > 0 && letter(&cells[at - 1]) || !cells[at].c.is_ascii_alphabetic() {
        return None;
    }
    let name: String = cells[at..]
        .iter()
        .take(LONGEST_SCHEME)
        .take_while(|cell| letter(cell))
        .map(|cell| cell.c)
        .collect();
    let colon = at + name.len();
    cells.get(colon).filter(|cell| cell.c == ':')?;
    let slashes = end_of(cells, colon + 1, |cell| cell.c == '/') - colon - 1;
    let known = WEB.contains(&name.to_ascii_lowercase().as_str());
    (slashes >= 2 || known).then_some(colon + 1 + slashes)
}

/// `URL:example.com` is a word and an address; `example.com:80` and `user:word@example.com` are one address.
fn before_colon(cells: &[Cell], start: usize, end: usize) -> usize {
    let part = &cells[start..end];
    let authority = part
        .iter()
        .take_while(|cell| !"/?#".contains(cell.c))
        .count();
    let colon = part[..authority].iter().position(|cell| cell.c == ':');
    match colon {
        Some(colon)
            if !part[..authority].iter().any(|cell| cell.c == '@')
                && !part
                    .get(colon + 1)
                    .is_some_and(|cell| cell.c.is_ascii_digit()) =>
        {
            start + colon
        }
        _ => end,
    }
}

/// Takes apart the cells from `range` on; the address itself begins at `at`.
fn candidate(cells: &[Cell], at: usize, range: Range<usize>, scheme: bool) -> Option<Candidate> {
    let part = &cells[range.clone()];
    let text = |cells: &[Cell]| cells.iter().map(|cell| cell.c).collect::<String>();
    let slashes = part.iter().take_while(|cell| cell.c == '/').count();
    let part = &part[slashes..];
    let authority = part
        .iter()
        .take_while(|cell| !"/?#".contains(cell.c))
        .count();
    let user = part[..authority].iter().rposition(|cell| cell.c == '@');
    let host_at = user.map_or(0, |at| at + 1);
    let host = host(&part[host_at..authority], scheme);
    let name = text(host);
    let name = name.trim_end_matches('.');
    if name.is_empty() || !scheme && !name.contains('.') {
        return None;
    }
    let rest = &part[authority..];
    let last = if host_at + host.len() < authority || !rest.is_empty() {
        part
    } else {
        &part[..host_at + host.len()]
    };
    let last = last.iter().rposition(|cell| !".,;:!?)'".contains(cell.c))?;
    Some(Candidate {
        range: cells[at].range.start..part[last].range.end,
        scheme,
        user: user.map(|user| text(&part[..user])).unwrap_or_default(),
        host: name.to_owned(),
        rest: text(rest),
    })
}

/// The host in what stands between `@` and `/`. Text in kana and kanji behind a host with a known ending is none of it.
fn host(cells: &[Cell], scheme: bool) -> &[Cell] {
    let allowed = |cell: &Cell| {
        !cell.c.is_ascii() || cell.c.is_ascii_alphanumeric() || "-._%".contains(cell.c)
    };
    let host = &cells[..cells.iter().take_while(|cell| allowed(cell)).count()];
    let Some(wide) = host
        .iter()
        .position(|cell| cell.c >= '\u{2E80}')
        .filter(|_| scheme)
    else {
        return host;
    };
    let before: String = host[..wide]
        .iter()
        .map(|cell| cell.c.to_ascii_lowercase())
        .collect();
    let ending = before
        .trim_end_matches('.')
        .rsplit_once('.')
        .map(|(_, ending)| ending);
    if ending.is_some_and(crate::text::host::is_ending) {
        &host[..wide]
    } else {
        host
    }
}
