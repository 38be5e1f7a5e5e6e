//! What stands beyond the white space around an address, and says that it leads elsewhere: the rest of it, where browsers drop
//! what parts the two, and the sender or the target of which it is only the name: `netflix.com <info@evil.example>`.

use std::ops::Range;

use super::{
    LINE, Surroundings, authority, cuts, has_signs, is_open, is_opening, is_web, near, trimmed,
    without_mailto, without_space,
};
use crate::text::host::is_ending;
use crate::text::typed::LINE_END;

/// An address is read over so many ends of lines.
const MOST_LINES: usize = 8;

impl Surroundings<'_> {
    /// What is one address with what stands behind or before white space: browsers drop tabs and ends of lines, and before
    /// `@` they take spaces for a part of the name. Also what it may be the name of.
    pub(super) fn beyond(&self) -> Vec<String> {
        let mut joined = Vec::new();
        let start = self.candidate.range.start;
        let open = is_open(&self.text[start..self.whole.end]);
        let mut all = self.text[start..self.whole.end].to_owned();
        let mut end = self.whole.end;
        for _ in 0..MOST_LINES {
            let next = Space::after(self.text, end).continued(self.text);
            let Some(next) = next.filter(|_| is_open(&all)) else {
                break;
            };
            all += &self.text[next.clone()];
            joined.push(all.clone());
            end = next.end;
        }
        let behind = near(&self.text[self.whole.end..], LINE);
        let line = behind.split(ends_line).next().unwrap_or_default();
        let at_sign = authority(line).rmatch_indices(['@', '＠']).next();
        if open
            && self.candidate.scheme.is_some()
            && let Some((at, sign)) = at_sign
        {
            let end = self.whole.end + at + sign.len();
            let end = without_space(self.text, &(end..end)).end;
            joined.push(self.text[start..trimmed(self.text, start..end).end].to_owned());
        }
        joined.extend(sender(line).map(str::to_owned));
        joined.extend(target(behind).or_else(|| link(line)).map(str::to_owned));
        joined.extend(self.before_line());
        joined.extend(self.named());
        joined
    }

    /// The address before this one, if this stands in brackets behind it: in mails such is a remark, and may say anything.
    fn named(&self) -> Option<String> {
        let whole = &self.text[self.whole.clone()];
        let space = Space::before(self.text, self.whole.start);
        let last = without_space(self.text, &(space.range.start..space.range.start));
        let before = &self.text[trimmed(self.text, last)];
        let is_behind = !space.range.is_empty() && whole.starts_with(is_opening);
        (is_behind && leads_somewhere(before)).then(|| before.to_owned())
    }

    /// The address with the end of the line before it, if that is an address that nothing ends.
    fn before_line(&self) -> Option<String> {
        let space = Space::before(self.text, self.whole.start);
        let last = without_space(self.text, &(space.range.start..space.range.start));
        let before = &self.text[last.clone()];
        let goes_on = before.chars().next_back().is_some_and(|c| !cuts(c));
        let this = &self.text[self.trimmed.clone()];
        let joins =
            space.breaks_only && goes_on && !is_web(this) && self.trimmed.start == self.whole.start;
        let is_one = before.contains(['.', '．', '｡', ':']) || before.ends_with('-');
        (joins && is_one).then(|| format!("{before}{this}"))
    }
}

/// The sender, in what follows a name: `<info@example.com>`.
fn sender(line: &str) -> Option<&str> {
    let mut inner = line.split(opens).skip(1).map(enclosed);
    inner.find(|part| part.contains(['@', '＠']))
}

/// What stands in brackets right behind a name, be it in the next line, if it is an address alone.
fn target(behind: &str) -> Option<&str> {
    let rest = behind.trim_start().strip_prefix(opens)?;
    Some(enclosed(rest)).filter(|inner| leads_somewhere(inner))
}

/// Where a link leads of which the end of the name is in this line: `login](https://example.com)`.
fn link(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("](")?;
    Some(enclosed(rest)).filter(|inner| leads_somewhere(inner))
}

/// What stands before the bracket that closes.
fn enclosed(rest: &str) -> &str {
    let inner = rest.split(closes).next().unwrap_or_default();
    without_mailto(inner.trim())
}

/// Whether a text is an address and nothing else, as far as one look at it says.
fn leads_somewhere(text: &str) -> bool {
    let host = authority(text).split(':').next().unwrap_or_default();
    !text.contains(char::is_whitespace)
        && (ends_a_host(host)
            || is_web(text)
            || text.starts_with("//")
            || text.contains(['@', '＠']))
}

/// Whether a text ends as names of hosts do.
pub(super) fn ends_a_host(text: &str) -> bool {
    let text = text.to_lowercase();
    let ending = text.rsplit(['.', '．', '。', '｡']).next();
    ending.is_some_and(|ending| ending.len() < text.len() && is_ending(ending))
}

/// Brackets of any kind, in which people write senders and targets.
fn opens(c: char) -> bool {
    c != '"' && c != '\'' && c != '`' && is_opening(c) || "[{［｛‹⟨〖".contains(c)
}

fn closes(c: char) -> bool {
    ">)]}＞）］｝»›⟩〉》」』】〔〕〗｣”’".contains(c)
}

/// Whether browsers drop a character out of addresses, or it stands for one of those.
const fn is_dropped(c: char) -> bool {
    c == '\t' || ends_line(c)
}

const fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | LINE_END)
}

/// White space, as far as it goes.
struct Space {
    range: Range<usize>,
    /// It is tabs and ends of lines, which browsers drop.
    breaks_only: bool,
}

impl Space {
    fn after(text: &str, at: usize) -> Self {
        let rest = &text[at..];
        let length = rest.len() - rest.trim_start().len();
        Self::new(text, at..at + length)
    }

    fn before(text: &str, at: usize) -> Self {
        Self::new(text, text[..at].trim_end().len()..at)
    }

    fn new(text: &str, range: Range<usize>) -> Self {
        Self {
            breaks_only: !range.is_empty() && text[range.clone()].chars().all(is_dropped),
            range,
        }
    }

    /// What follows, if it may go on with an address.
    fn continued(&self, text: &str) -> Option<Range<usize>> {
        let start = self.range.end;
        let next = trimmed(text, without_space(text, &(start..start)));
        let next = start..next.end.max(start);
        let part = &text[next.clone()];
        let first = part.chars().next()?;
        let goes_on = if self.breaks_only {
            let line = near(&text[start..], LINE);
            let line = line.split(ends_line).next().unwrap_or_default();
            let alone = first.is_ascii_alphanumeric() && line.trim() == part;
            !is_web(part) && (alone || has_signs(part))
        } else {
            ".．。｡@＠-:%".contains(first) && has_signs(part) && part.chars().nth(1).is_some()
        };
        goes_on.then_some(next)
    }
}
