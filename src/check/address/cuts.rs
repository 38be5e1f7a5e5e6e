//! The ways to cut an address out of its sentence. People, programs that make links, and browsers do it differently:
//! `netflix.com、evil.example` is two names to one and a single host to the other. Only where all of them come to the
//! same may an address be called listed.
//!
//! A cut is taken to be sure, so that the other side of it need not be read, at white space, at the ends of the text, at
//! punctuation before those, and at brackets around the address. Letters, and punctuation with more behind it, are sure of
//! nothing: a browser takes them for a part of the host.

mod beyond;

use std::ops::Range;

use super::candidate::Candidate;
use crate::text::clean::is_hidden;

/// More ways to cut one address are not tried: it is taken for one that nobody can read.
const MOST_CUTS: usize = 64;
/// So many bytes are looked at before and behind an address. Where there is no white space in them, nobody can read it.
const FARTHEST: usize = 4096;
/// So many bytes of what follows in the line.
const LINE: usize = 1024;

/// What may stand behind an address before white space, and is no part of it.
static CLOSING: &str = ".,;:!?'\")。、，．！？：；｡､…‥」』】〉》〔〕）｝＞｣”’»";
/// What may stand before an address behind white space, and is no part of it.
static OPENING: &str = "([{<>*「『【〈《〔（｛＜＞｢“‘'\"«・•※→⇒▶►●○■□◆◇★☆✓✔➡：、";
/// What stands for the rest of an address that is left out.
const OMISSIONS: [&str; 4] = ["…", "‥", "⋯", ".."];
/// What encloses an address. Square brackets do not: the real address of a link follows behind them.
const BRACKETS: [(char, char); 17] = [
    ('(', ')'),
    ('<', '>'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('〔', '〕'),
    ('（', '）'),
    ('＜', '＞'),
    ('｢', '｣'),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
];

/// The text around an address up to white space, and what is needed to cut it.
pub(super) struct Surroundings<'a> {
    text: &'a str,
    candidate: &'a Candidate,
    /// The text without white space around it.
    whole: Range<usize>,
    /// The same without punctuation at its ends.
    trimmed: Range<usize>,
    /// It is longer than anybody reads.
    is_endless: bool,
}

impl<'a> Surroundings<'a> {
    pub fn of(text: &'a str, candidate: &'a Candidate) -> Self {
        let whole = without_space(text, &candidate.range);
        let is_endless = whole.len() > FARTHEST;
        let trimmed = if is_endless {
            whole.clone()
        } else {
            trimmed(text, whole.clone())
        };
        Self {
            text,
            candidate,
            trimmed: trimmed.start.min(candidate.range.start)..trimmed.end.max(candidate.range.end),
            is_endless,
            whole,
        }
    }

    /// Whether another address stands in the same text without white space.
    pub fn has(&self, other: &Range<usize>) -> bool {
        self.whole.start <= other.start && other.end <= self.whole.end
    }

    /// All that may be taken for the address, as texts for a browser. `None` stands for one that cannot be read.
    pub fn readings(&self) -> Box<dyn Iterator<Item = Option<String>> + '_> {
        if self.is_endless {
            return Box::new(std::iter::once(None));
        }
        let enclosed = self.is_enclosed();
        let itself = self.text[self.candidate.range.clone()].to_owned();
        let behind = (!enclosed).then(|| self.behind()).into_iter().flatten();
        let before = (!self.has_sure_beginning(enclosed)).then(|| self.before());
        let joined = std::iter::once_with(|| self.beyond()).flatten().map(Some);
        let mails = std::iter::once_with(|| self.mails()).flatten().map(Some);
        let shortened = self.is_shortened().then_some(None);
        let readings = std::iter::once(Some(itself))
            .chain(self.within())
            .chain(behind)
            .chain(before.into_iter().flatten())
            .chain(joined)
            .chain(mails)
            .chain(shortened);
        Box::new(readings)
    }

    /// Cut within the host, behind what may be one: at signs that a browser takes for a part of a name, and people for the end
    /// of one, or of a sentence: `evil.example→www.netflix.com`.
    fn within(&self) -> impl Iterator<Item = Option<String>> + '_ {
        let address = &self.text[self.candidate.range.clone()];
        let parts =
            |c: char| !c.is_ascii() && !c.is_alphanumeric() && cuts(c) && c != '．' || c == 'ー';
        let signs = address.char_indices().filter(move |&(_, c)| parts(c));
        let ends = signs
            .map(|(at, _)| at)
            .filter(|&at| is_open(&address[..at]) && beyond::ends_a_host(&address[..at]));
        limited(ends).map(move |at| Some(address[..at?].to_owned()))
    }

    /// Cut behind the address: at every sign that could end it, and nowhere.
    fn behind(&self) -> impl Iterator<Item = Option<String>> + '_ {
        let Range { start, end } = self.candidate.range;
        let until = move |end: usize| Some(self.text[start..end].to_owned());
        let rest = &self.text[end..self.trimmed.end];
        let host = if is_open(&self.text[start..end]) {
            authority(rest)
        } else {
            ""
        };
        let ends = host.char_indices().filter(|&(_, c)| cuts(c));
        let inner = ends.map(move |(at, _)| end + at);
        std::iter::once(until(self.trimmed.end)).chain(limited(inner).map(move |at| until(at?)))
    }

    /// Without a scheme it may be for mail as well, to each host behind an `@`: `/`, `?` and `#` may stand in a name.
    fn mails(&self) -> Vec<String> {
        let whole = &self.text[self.candidate.range.start..self.trimmed.end];
        if self.candidate.scheme.is_some() || authority(whole).len() == whole.len() {
            return Vec::new();
        }
        let signs = whole.match_indices(['@', '＠']);
        let hosts = signs.filter_map(|(at, sign)| {
            // `/@name` is a page of somebody's on many sites.
            let in_names = |c: char| c.is_alphanumeric() || "?#!$%&'*+-=^_`{|}~.".contains(c);
            let is_name = whole[..at].ends_with(in_names);
            let ends = |c: char| {
                cuts(c) && !c.is_alphanumeric() && !"．。｡＠".contains(c) || "@/?#\\".contains(c)
            };
            let host = whole[at + sign.len()..]
                .split(ends)
                .next()
                .unwrap_or_default();
            (is_name && host.contains(['.', '．', '。', '｡'])).then(|| host.to_owned())
        });
        hosts.take(MOST_CUTS).collect()
    }

    /// Whether the host is shown in part: programs write `…` where they leave out the rest of an address.
    fn is_shortened(&self) -> bool {
        let Range { start, end } = self.candidate.range;
        let rest = self.text[end..].trim_start_matches(is_hidden);
        is_open(&self.text[start..end]) && OMISSIONS.iter().any(|sign| rest.starts_with(sign))
    }

    /// Cut before the address: at every sign that it could begin behind, and nowhere.
    fn before(&self) -> impl Iterator<Item = Option<String>> + '_ {
        let Range { start, end } = self.candidate.range;
        let from = self.trimmed.start;
        let from_on = move |at: usize| {
            let ends = [end, self.trimmed.end].into_iter();
            ends.map(move |end| Some(self.text[at..end].to_owned()))
        };
        let left = self.text[from..start].char_indices();
        let starts = left
            .filter(|&(_, c)| cuts(c))
            .map(move |(at, c)| from + at + c.len_utf8())
            .filter(move |&at| at < start);
        let starts = limited(std::iter::once(from).chain(starts));
        starts.flat_map(move |at| match at {
            Some(at) => from_on(at).collect::<Vec<_>>(),
            None => vec![None],
        })
    }

    /// Whether nothing before the address can be a part of it.
    fn has_sure_beginning(&self, enclosed: bool) -> bool {
        let left = &self.text[self.trimmed.start..self.candidate.range.start];
        let left = left.trim_end_matches(|c| is_hidden(c) && !reorders(c));
        let Some(last) = left.chars().next_back() else {
            return true;
        };
        // Of the one to whom a mail goes nothing is said.
        let is_mail = self.candidate.is_mail() && !left.contains(['/', '?', '#', '\\', '%']);
        let introduced = last == '：'
            || self.candidate.scheme.is_some() && !last.is_ascii_graphic()
            || is_labelled(left);
        (enclosed || introduced) && !may_go_on(left) || is_mail && !left.contains('@')
    }

    /// Whether the address stands in brackets, and what follows these is no part of it.
    fn is_enclosed(&self) -> bool {
        let Range { start, end } = self.candidate.range;
        let left = &self.text[..start];
        let left = without_mailto_behind(left);
        let opening = left.chars().next_back();
        let closing = self.text[end..self.whole.end].chars().next();
        let (Some(opening), Some(closing)) = (opening, closing) else {
            return false;
        };
        let rest = &self.text[end + closing.len_utf8()..self.whole.end];
        BRACKETS.contains(&(opening, closing)) && is_apart(rest)
    }
}

/// Whether a text has what goes on with a host, or ends one.
fn has_signs(text: &str) -> bool {
    let mut rest = text.char_indices();
    rest.any(|(at, c)| match c {
        '。' | '｡' => begins_plain(&text[at + c.len_utf8()..]),
        _ => ".．@＠%/\\:?#".contains(c),
    })
}

/// Whether what follows brackets is no part of what they enclose: the sentence goes on, and nothing in it can be a host.
fn is_apart(rest: &str) -> bool {
    let rest = rest.trim_end_matches(|c| CLOSING.contains(c));
    let Some(first) = rest.chars().next() else {
        return true;
    };
    let rest = rest
        .split(|c| c != '"' && c != '\'' && is_opening(c))
        .next();
    let goes_on = first >= '\u{2E80}' && !is_wide_ascii(first)
        || CLOSING.contains(first) && !first.is_ascii();
    goes_on && !rest.is_some_and(has_signs)
}

fn is_opening(c: char) -> bool {
    BRACKETS.iter().any(|&(opening, _)| opening == c)
}

/// Letters, digits and signs in the width of kanji.
fn is_wide_ascii(c: char) -> bool {
    ('\u{FF01}'..='\u{FF5E}').contains(&c) && !"！（），：；？".contains(c)
}

/// Signs that change the order in which what follows is shown: what is read is another text.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn begins_plain(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c.is_ascii_alphanumeric() || is_wide_ascii(c))
}

/// Whether what stands before an address can be the beginning of one that goes on with it.
fn may_go_on(left: &str) -> bool {
    let dot = left.find(['.', '．', '。', '｡']);
    let path = dot.is_some_and(|dot| left[dot..].contains(['/', '?', '#']));
    path || left.contains(['@', '＠', '\\'])
}

/// RFC 3986 has `URL:` before addresses in texts.
fn is_labelled(left: &str) -> bool {
    let Some(at) = left.len().checked_sub(4) else {
        return false;
    };
    let label = left
        .get(at..)
        .is_some_and(|label| label.eq_ignore_ascii_case("url:"));
    label && !left[..at].ends_with(|c: char| c.is_ascii_graphic())
}

const MAILTO: &str = "mailto:";

/// A text without `mailto:` at its end.
fn without_mailto_behind(text: &str) -> &str {
    let at = text.len().saturating_sub(MAILTO.len());
    let label = text.get(at..);
    let is_mailto = label.is_some_and(|label| label.eq_ignore_ascii_case(MAILTO));
    if is_mailto { &text[..at] } else { text }
}

/// A text without `mailto:` at its beginning.
fn without_mailto(text: &str) -> &str {
    let label = text.get(..MAILTO.len());
    let is_mailto = label.is_some_and(|label| label.eq_ignore_ascii_case(MAILTO));
    if is_mailto {
        &text[MAILTO.len()..]
    } else {
        text
    }
}

fn is_web(text: &str) -> bool {
    let is = |scheme: &str| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    is("https://") || is("http://")
}

/// Whether the host of an address may go on behind it: no path has begun.
fn is_open(address: &str) -> bool {
    let inner = without_scheme(address).trim_start_matches(SLASHES);
    authority(inner).len() == inner.len()
}

const SLASHES: [char; 4] = ['/', '\\', '／', '＼'];

/// An address without the name of its scheme: behind that browsers take any slashes, and any number of them.
fn without_scheme(address: &str) -> &str {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    match address.split_once([':', '：']) {
        Some((name, inner)) if inner.starts_with(SLASHES) && name.chars().all(is_name) => inner,
        _ => address,
    }
}

/// What stands before the path.
fn authority(text: &str) -> &str {
    text.split(['/', '\\', '?', '#']).next().unwrap_or_default()
}

/// Whether an address could end or begin beside a character.
fn cuts(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !"-._~:@%+=&/\\?#".contains(c)
}

/// The first places; behind too many of them, one that cannot be read.
fn limited(places: impl Iterator<Item = usize>) -> impl Iterator<Item = Option<usize>> {
    let numbered = places.zip(0..=MOST_CUTS);
    numbered.map(|(place, number)| (number < MOST_CUTS).then_some(place))
}

/// What has no white space around a part of a text, no farther away than somewhat more than can be read.
fn without_space(text: &str, part: &Range<usize>) -> Range<usize> {
    let far = part.start.saturating_sub(FARTHEST + 4);
    let far = (far..=part.start).find(|&at| text.is_char_boundary(at));
    let before = &text[far.unwrap_or(part.start)..part.start];
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let start = part.start - (before.len() - start);
    let after = near(&text[part.end..], FARTHEST + 4);
    let length = after.find(char::is_whitespace).unwrap_or(after.len());
    start..part.end + length
}

/// The first bytes of a text.
fn near(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

/// The same without punctuation at both ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text[range.clone()].trim_end_matches(|c| CLOSING.contains(c));
    let end = range.start + inner.len();
    let inner = inner.trim_start_matches(|c| OPENING.contains(c));
    end - inner.len()..end
}
