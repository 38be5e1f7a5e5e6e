//! The lines of a snippet that show why a hit is one.

use std::ops::Range;

use crate::search::Snippet;
use crate::text::line_break::wrap;
use crate::text::segment::Class;
use crate::text::width::{fit, width};

/// A line of text and its marks.
type MarkedLine = (String, Vec<Range<usize>>);

const LEFT_OUT: &str = "…";
/// Longer words are parted, in bytes.
const LONGEST_WORD: usize = 24;

/// The first lines of a snippet, or those from its first mark on: from the beginning of the clause, if the mark is in the
/// first half of a line then. What is left out before and after is `…`.
pub fn excerpt(snippet: &Snippet, room: usize, count: usize) -> Vec<MarkedLine> {
    let text = snippet.text.as_str();
    if count == 0 || room == 0 {
        return Vec::new();
    }
    let lines = wrap(text, room);
    let is_seen = |at: usize| lines.iter().take(count).any(|line| line.contains(&at));
    let from = match snippet.marks.first() {
        Some(mark) if !is_seen(mark.start) => beginning(text, mark.start, room),
        _ => 0,
    };
    lines_from(snippet, from, (room, count))
}

/// Where to begin, so that a place is seen early in a line: at its clause, or with itself.
fn beginning(text: &str, at: usize, room: usize) -> usize {
    let ends = |c: char| "。、．，！？：；!?;:,.・／/（）()「」\n".contains(c);
    let clause = text[..at].rfind(ends);
    let clause = clause.map_or(0, |end| {
        end + text[end..].chars().next().map_or(1, char::len_utf8)
    });
    let clause = clause + (text[clause..].len() - text[clause..].trim_start().len());
    let near = clause <= at && width(&text[clause..at]) <= room / 2;
    let from = if near { clause } else { at };
    from.min(last_line(text, room.saturating_sub(1)))
}

/// Where the last words begin that fill a line.
fn last_line(text: &str, room: usize) -> usize {
    let mut used = 0;
    let fits = |(_, c): &(usize, char)| {
        used += width(c.encode_utf8(&mut [0; 4]));
        used <= room
    };
    let first = text.char_indices().rev().take_while(fits).last();
    let from = first.map_or(text.len(), |(at, _)| at);
    let is_inside = text[..from].ends_with(|c: char| c.is_ascii_alphanumeric());
    match text[from..].find(' ').filter(|_| is_inside) {
        Some(space) => from + space + 1,
        None => from,
    }
}

/// The first lines of a snippet from a place on.
fn lines_from(snippet: &Snippet, from: usize, (room, count): (usize, usize)) -> Vec<MarkedLine> {
    let lead = if from > 0 { LEFT_OUT } else { "" };
    let text = format!("{lead}{}", &snippet.text[from..]);
    let lines = wrap(&text, room);
    let more = lines.len() > count;
    let line = |(n, line): (usize, Range<usize>)| {
        let line = if n + 1 == count && more {
            last(&text, line, room)
        } else {
            line
        };
        let marks = snippet.marks.iter();
        let marks = marks.filter_map(|mark| clip(mark, from, lead.len(), line.clone()));
        let marks = marks.collect();
        let mut shown = text[line.clone()].to_owned();
        if n + 1 == count && more {
            shown.push_str(LEFT_OUT);
        }
        (shown, marks)
    };
    lines
        .into_iter()
        .take(count)
        .enumerate()
        .map(line)
        .collect()
}

/// As much of a line and what follows as leaves room for the dots, up to the end of a word.
fn last(text: &str, line: Range<usize>, room: usize) -> Range<usize> {
    let rest = &text[line.start..];
    let shorter = wrap(rest, room.saturating_sub(1)).into_iter().next();
    let end = shorter.map_or(0, |first| first.end);
    // A word that is longer than a line is cut.
    let end = if end == 0 {
        fit(rest, room.saturating_sub(1))
    } else {
        end
    };
    line.start..line.start + rest[..word_end(rest, end)].trim_end().len()
}

/// A place in a text, or before it that of the end of a word which it parts: lines may end within words of kanji.
fn word_end(text: &str, at: usize) -> usize {
    let class = |c: Option<char>| c.map(Class::of);
    let next = class(text[at..].chars().next());
    let is_word = |class| matches!(class, Class::Han | Class::Katakana);
    let Some(next) = next.filter(|&next| is_word(next)) else {
        return at;
    };
    let own = text[..at]
        .chars()
        .rev()
        .take_while(|&c| Class::of(c) == next);
    let word: usize = own.map(char::len_utf8).sum();
    // A long one is cut.
    if word > LONGEST_WORD || word == at {
        at
    } else {
        at - word
    }
}

/// A mark of the snippet within a line of the text that begins, behind `lead` bytes, at `from` of the snippet.
fn clip(mark: &Range<usize>, from: usize, lead: usize, line: Range<usize>) -> Option<Range<usize>> {
    let start = (mark.start.checked_sub(from)? + lead).max(line.start);
    let end = (mark.end - from + lead).min(line.end);
    (start < end).then(|| start - line.start..end - line.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: &str, room: usize, count: usize) -> Vec<String> {
        let start = text.find(mark).expect("it is in the text");
        let snippet = Snippet {
            text: text.to_owned(),
            marks: std::iter::once(start..start + mark.len()).collect(),
        };
        let lines = excerpt(&snippet, room, count);
        let lines = lines.into_iter().map(|(mut line, marks)| {
            for mark in marks.iter().rev() {
                line.insert(mark.end, ']');
                line.insert(mark.start, '[');
            }
            line
        });
        lines.collect()
    }

    #[test]
    fn a_snippet_begins_at_its_match_or_with_its_clause() {
        let text = "パートナーに電話します。番号を調べて、「Netflixの契約(解約)について」と伝え、案内に従います。";
        assert_eq!(shown(text, "解約", 28, 1), ["…[解約])について」と伝え、…"]);
        assert_eq!(
            shown(text, "伝え", 28, 1),
            ["…」と[伝え]、案内に従います。"]
        );
        // What is seen anyway is seen from the beginning.
        assert_eq!(shown(text, "電話", 28, 1), ["パートナーに[電話]します。…"]);
    }

    #[test]
    fn a_line_is_filled() {
        let text =
            "Whoever calls you in a hurry and wants a code is not to be told anything, so tell.";
        assert_eq!(
            shown(text, "tell", 30, 1),
            ["…to be told anything, so [tell]."]
        );
    }

    #[test]
    fn it_ends_at_a_word() {
        let text =
            "Call the number, and after cancelling the contract, some days may remain for viewers.";
        assert_eq!(
            shown(text, "cancelling", 24, 1),
            ["…and after [cancelling]…"]
        );
        assert_eq!(
            shown(text, "cancelling", 24, 2),
            ["Call the number, and", "after [cancelling] the…"]
        );
    }
}
