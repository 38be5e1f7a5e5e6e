//! What may be a web address in a text: where it begins, and where its host would end if the sentence around it were none
//! of it. Whether that is all of it, `cuts` says.

use std::ops::Range;

use super::cells::{Cell, cells};

/// The parts of what may be an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Candidate {
    pub range: Range<usize>,
    /// What stands before its colon, in lower case: `https`.
    pub scheme: Option<String>,
    /// What stands before `@`.
    pub user: String,
    /// As typed, but for characters that stand for others (`ｎ`), without a dot at its end.
    pub host: String,
    /// What follows the host, with its `/`.
    pub rest: String,
}

impl Candidate {
    /// Whether nobody knows to whom it goes as one for mail: it has several names, or another one within.
    pub fn is_unclear(&self) -> bool {
        let names = &self.user;
        let is_hidden = !names.is_empty() && self.host.contains('%');
        self.scheme.is_none() && (names.contains(['@', '%']) || is_hidden)
    }

    /// Whether it is an address for mail, not for the web.
    pub fn is_mail(&self) -> bool {
        self.scheme.is_none() && !self.user.is_empty() && self.rest.is_empty()
    }
}

/// Names before `:` that mean an address even without `//`; `hxxp` is how dangerous ones are passed on.
const WEB: [&str; 5] = ["http", "https", "hxxp", "hxxps", "ftp"];
/// Names before `:` after which no host comes.
const OPAQUE: [&str; 8] = [
    "about",
    "blob",
    "data",
    "file",
    "filesystem",
    "intent",
    "javascript",
    "view-source",
];
const MAIL: &str = "mailto";
const LONGEST_SCHEME: usize = 16;
/// No longer ones are looked at as one.
const LONGEST: usize = 4096;

/// Everything in a text that may be an address.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let cells = cells(text);
    let ahead = Ahead::new(&cells);
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let floor = found.last().map_or(0, |last| last.range.end);
        let part = Part::at(&cells, &ahead, at, floor);
        let (candidate, end) = part.candidate(&cells);
        at = end.max(at + 1);
        found.extend(candidate);
    }
    found
}

/// For each cell where the next one is that ends something, itself included: many parts may begin in one long word, and
/// each asks.
struct Ahead {
    /// An address without a scheme.
    bare: Vec<usize>,
    /// The host with what stands before it.
    authority: Vec<usize>,
    colon: Vec<usize>,
    at_sign: Vec<usize>,
}

impl Ahead {
    fn new(cells: &[Cell]) -> Self {
        let next = |ends: &dyn Fn(&Cell) -> bool| {
            let mut next = vec![cells.len(); cells.len() + 1];
            for (at, cell) in cells.iter().enumerate().rev() {
                next[at] = if ends(cell) { at } else { next[at + 1] };
            }
            next
        };
        Self {
            bare: next(&|cell| !is_bare(cell)),
            authority: next(&|cell| "/?#".contains(cell.c)),
            colon: next(&|cell| cell.c == ':'),
            at_sign: next(&|cell| cell.c == '@'),
        }
    }

    /// Where an address without a scheme ends. `URL:example.com` is a word and an address; `example.com:80` and
    /// `user:word@example.com` are one address.
    fn end_of_bare(&self, cells: &[Cell], start: usize) -> usize {
        let end = self.bare[start].min(start + LONGEST);
        let authority = self.authority[start].min(end);
        let colon = self.colon[start];
        let is_port = cells
            .get(colon + 1)
            .is_some_and(|cell| colon + 1 < end && cell.c.is_ascii_digit());
        if colon < authority && self.at_sign[start] >= authority && !is_port {
            colon
        } else {
            end
        }
    }
}

/// A stretch of cells that may be an address.
struct Part {
    /// Where it begins, with its scheme.
    start: usize,
    scheme: Option<String>,
    /// What follows the scheme and its slashes, or all of it.
    inner: Range<usize>,
}

impl Part {
    /// The one that begins with a cell, or reaches back from it, no farther than to the byte `floor`.
    fn at(cells: &[Cell], ahead: &Ahead, at: usize, floor: usize) -> Self {
        if let Some((name, inner)) = scheme(cells, at) {
            return Self {
                start: at,
                scheme: Some(name),
                inner: inner..end_of(cells, inner, |cell| !cell.ends),
            };
        }
        let start = before_dot(cells, at, floor);
        let end = if cells[at].c == '.' && start == at {
            // No address begins with a dot; a sentence before it may end so.
            at + 1
        } else if let Some(colon) = mail_scheme(cells, at) {
            colon + 1
        } else {
            ahead.end_of_bare(cells, at)
        };
        Self {
            start,
            scheme: None,
            inner: start..end,
        }
    }

    /// Takes it apart. Also says behind which cell to look for the next one.
    fn candidate(self, cells: &[Cell]) -> (Option<Candidate>, usize) {
        let Range { start, end } = self.inner;
        if end <= start {
            return (None, end);
        }
        let is_opaque = |name: &String| OPAQUE.contains(&name.as_str());
        let pieces = if self.scheme.as_ref().is_some_and(is_opaque) {
            Pieces {
                user: start..start,
                host: start..start,
                rest: self.inner,
            }
        } else {
            Pieces::of(cells, self.inner, self.scheme.is_some())
        };
        let name = text(&cells[pieces.host.clone()]);
        let name = name.trim_end_matches('.');
        let nothing = if self.scheme.is_some() {
            pieces.rest.end <= pieces.user.start
        } else {
            !name.contains('.')
        };
        let slashes = cells[pieces.rest.clone()]
            .iter()
            .take_while(|cell| cell.c == '/')
            .count();
        if nothing && self.scheme.is_none() && slashes > 1 {
            // `https//example.com`: what is no scheme hides no address.
            return (None, pieces.rest.start + slashes);
        }
        let last = cells[start..pieces.rest.end]
            .iter()
            .rposition(|cell| !".,;:!?)'".contains(cell.c));
        if nothing && self.scheme.is_none() {
            // What stands before a name with `?`, `#` or an `@` behind it is a word, and hides none.
            let rest = pieces.host.end..end;
            return (None, behind_word(cells, rest).unwrap_or(end));
        }
        let Some(last) = last.filter(|_| !nothing).map(|last| start + last) else {
            return (None, end);
        };
        let candidate = Candidate {
            range: cells[self.start].range.start..cells[last].range.end,
            scheme: self.scheme,
            user: text(&cells[pieces.user]),
            host: name.to_owned(),
            rest: text(&cells[pieces.rest.clone()]),
        };
        (Some(candidate), pieces.rest.end)
    }
}

/// Where the pieces of an address are.
struct Pieces {
    user: Range<usize>,
    host: Range<usize>,
    rest: Range<usize>,
}

impl Pieces {
    fn of(cells: &[Cell], inner: Range<usize>, scheme: bool) -> Self {
        let end = inner.end;
        let start = end_of(cells, inner.start, |cell| cell.c == '/').min(end);
        let authority = start..end_within(cells, start..end, |cell| !"/?#".contains(cell.c));
        let mut before = cells[authority.clone()].iter();
        let at_sign = before.rposition(|cell| cell.c == '@');
        let host_at = at_sign.map_or(start, |at| start + at + 1);
        let host = host_at..host_at + host(&cells[host_at..authority.end], scheme);
        let port = with_port(cells, host.end, authority.end);
        let rest_end = if host.is_empty() {
            authority.end
        } else if port < authority.end {
            // Behind other signs there is no path.
            port
        } else {
            end_within(cells, port..end, |cell| !cell.is_wide())
        };
        Self {
            user: start..at_sign.map_or(start, |at| start + at),
            host,
            rest: port..rest_end,
        }
    }
}

/// Where an address begins that is glued to a word without a dot: `info#x@example.com`, `E-mail/x@example.com`. What only
/// `/` parts is the path of a file.
fn behind_word(cells: &[Cell], rest: Range<usize>) -> Option<usize> {
    let start = rest.start;
    let rest_cells = &cells[rest];
    let is_mail = rest_cells.iter().any(|cell| cell.c == '@');
    let name = rest_cells.iter().position(|cell| ".@".contains(cell.c))?;
    let parts = |cell: &Cell| "?#".contains(cell.c) || is_mail && cell.c == '/';
    let sign = rest_cells[..name].iter().rposition(parts)?;
    Some(start + sign + 1)
}

fn text(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.c).collect()
}

fn end_of(cells: &[Cell], start: usize, goes_on: impl Fn(&Cell) -> bool) -> usize {
    end_within(cells, start..cells.len().min(start + LONGEST), goes_on)
}

fn end_within(cells: &[Cell], range: Range<usize>, goes_on: impl Fn(&Cell) -> bool) -> usize {
    let start = range.start;
    let cells = cells[range].iter();
    start + cells.take_while(|cell| goes_on(cell)).count()
}

/// Characters of addresses without a scheme: there kana and kanji are the text around it.
fn is_bare(cell: &Cell) -> bool {
    !cell.ends && !cell.is_wide() && !"(),;!'[]{}*^$|".contains(cell.c)
}

/// The name of the scheme that begins here, and where what follows it begins.
fn scheme(cells: &[Cell], at: usize) -> Option<(String, usize)> {
    let allowed = |cell: &Cell| cell.c.is_ascii_alphanumeric() || "+-.".contains(cell.c);
    if at > 0 && allowed(&cells[at - 1]) && cells[at - 1].c != '.'
        || !cells[at].c.is_ascii_alphabetic()
    {
        return None;
    }
    let longest = at..cells.len().min(at + LONGEST_SCHEME);
    let colon = end_within(cells, longest, allowed);
    cells.get(colon).filter(|cell| cell.c == ':')?;
    let name = text(&cells[at..colon]).to_ascii_lowercase();
    let slashes = end_of(cells, colon + 1, |cell| cell.c == '/') - colon - 1;
    let is = |known: &[&str]| known.contains(&name.as_str());
    // `file:12` is a place in a file.
    let is_place = cells
        .get(colon + 1)
        .is_some_and(|cell| cell.c.is_ascii_digit());
    if is(&OPAQUE) && !is_place {
        return Some((name, colon + 1));
    }
    // A letter is the name of a drive.
    (slashes >= 2 && name.len() > 1 || is(&WEB)).then_some((name, colon + 1 + slashes))
}

/// The colon of `mailto:`, which is followed by an address like any other.
fn mail_scheme(cells: &[Cell], at: usize) -> Option<usize> {
    let colon = at + MAIL.len();
    let name = cells.get(at..colon)?;
    let is_mail = text(name).eq_ignore_ascii_case(MAIL) && cells.get(colon)?.c == ':';
    is_mail.then_some(colon)
}

/// Where `例え.jp` begins, if its dot is here.
fn before_dot(cells: &[Cell], dot: usize, floor: usize) -> usize {
    if cells[dot].c != '.' || cells[dot].is_ideographic || dot == 0 || !cells[dot - 1].is_wide() {
        return dot;
    }
    let letters = cells[..dot].iter().rev().take_while(|cell| {
        let allowed = cell.c.is_alphanumeric() || cell.c == '-';
        allowed && !cell.ends && cell.range.start >= floor
    });
    dot - letters.count()
}

/// How many cells of what stands between `@` and `/` are the host. Text in kana and kanji behind a host with a known ending is
/// none of it.
fn host(cells: &[Cell], scheme: bool) -> usize {
    if cells.first().is_some_and(|cell| cell.c == '[') {
        // The address of a machine, or nothing.
        let closing = cells.iter().position(|cell| cell.c == ']');
        return closing.map_or(0, |closing| closing + 1);
    }
    let allowed = |cell: &Cell| {
        !cell.c.is_ascii() || cell.c.is_ascii_alphanumeric() || "-._%".contains(cell.c)
    };
    let length = end_within(cells, 0..cells.len(), allowed);
    let wide = cells[..length].iter().position(Cell::is_wide);
    let Some(wide) = wide.filter(|_| scheme) else {
        return length;
    };
    let before = text(&cells[..wide]).to_ascii_lowercase();
    let ending = before.trim_end_matches('.').rsplit_once('.');
    match ending {
        Some((_, ending)) if crate::text::host::is_ending(ending) => wide,
        _ => length,
    }
}

/// Where the port behind a host ends, if there is one.
fn with_port(cells: &[Cell], host_end: usize, end: usize) -> usize {
    match cells[host_end..end].first() {
        Some(cell) if cell.c == ':' => {
            end_within(cells, host_end + 1..end, |cell| cell.c.is_ascii_digit())
        }
        _ => host_end,
    }
}
