//! The sentence of a section that shows the match.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Snippet;
use super::highlight::{Highlighter, Mark};
use crate::text::boundary;
use crate::text::grapheme::graphemes;
use crate::text::width::{before_number, width};

/// How wide a snippet may be, in columns: two lines of a pane.
const MAX_WIDTH: usize = 120;

/// How far into the snippet the first mark may be, in columns, before the snippet begins at a later clause.
const MAX_LEAD: usize = 60;
const LONGEST_LEAD: usize = 2_000;

/// The sentence of a plain text that shows most of the words, and what follows it as far as there is room. Without any
/// of the words it is the beginning of the text.
pub fn snippet(text: &str, highlighter: &Highlighter) -> Snippet {
    let marks = highlighter.marks_by_word(text);
    let start = best_sentence(text, &marks).map_or(0, |sentence| {
        let first_mark = marks
            .iter()
            .map(|mark| mark.range.start)
            .find(|at| sentence.contains(at));
        clause_start(text, &sentence, first_mark.unwrap_or(sentence.start))
    });
    let text = cut(text[start..].trim_start());
    let marks = highlighter.marks(&text);
    Snippet { text, marks }
}

/// The first of the sentences that show the most different words, longer words counting more.
fn best_sentence(text: &str, marks: &[Mark]) -> Option<Range<usize>> {
    let mut best = None;
    let mut best_score = 0;
    let mut rest = marks;
    for sentence in sentences(text) {
        let inside = rest
            .iter()
            .take_while(|mark| mark.range.start < sentence.end)
            .count();
        let (here, later) = rest.split_at(inside);
        rest = later;
        let score = score(here);
        if score > best_score {
            best_score = score;
            best = Some(sentence);
        }
    }
    best
}

/// For each word, the bytes of its longest mark.
fn score(marks: &[Mark]) -> usize {
    let mut longest: Vec<(usize, usize)> = Vec::new();
    for Mark { range, word } in marks {
        match longest.iter_mut().find(|(other, _)| other == word) {
            Some((_, length)) => *length = (*length).max(range.len()),
            None => longest.push((*word, range.len())),
        }
    }
    longest.into_iter().map(|(_, length)| length).sum()
}

/// The sentences and lines of a text, with what ends them.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        at += sentence_length(&text[start..]);
        (at > start).then_some(start..at)
    })
}

fn sentence_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let ends = match c {
            '\n' | '。' | '！' | '？' => true,
            // Not within 12.5 or example.com, nor before a closing bracket.
            '.' | '!' | '?' => next.is_some_and(char::is_whitespace),
            _ => false,
        };
        if ends && !next.is_some_and(|c| matches!(c, '」' | '』' | '）' | ')' | '"' | '”')) {
            return at + c.len_utf8();
        }
    }
    text.len()
}

/// Where a snippet begins: the sentence, or, if its first mark would be too far off, the last clause before the mark.
fn clause_start(text: &str, sentence: &Range<usize>, mark: usize) -> usize {
    let lead = &text[sentence.start..mark];
    if width(lead) <= MAX_LEAD {
        return sentence.start;
    }
    let clause = lead
        .rfind(['、', ',', ';', ':', '：'])
        .map(|at| at + lead[at..].chars().next().map_or(0, char::len_utf8));
    // A clause without an end in sight is cut between words, or at the mark itself.
    let near = lead.len() - end_within(lead, MAX_LEAD);
    let from = near - usize::from(lead[..near].ends_with(' '));
    let space = || lead[from..].find(' ').map(|at| from + at + 1);
    sentence.start
        + clause
            .filter(|&at| at >= near)
            .or_else(space)
            .unwrap_or(lead.len())
}

/// The length in bytes of the longest end of a text that fits into so many columns.
fn end_within(text: &str, columns: usize) -> usize {
    // Graphemes are found from their beginning, which lies before: more bytes than so many columns have.
    let text = &text[boundary(text, text.len().saturating_sub(LONGEST_LEAD))..];
    let mut used = 0;
    let fits = text.graphemes(true).rev().take_while(|grapheme| {
        used += width(grapheme);
        used <= columns
    });
    fits.map(str::len).sum()
}

/// What stands for a line break within a snippet: a slash between the items of a list, which end without a full stop.
fn line_break(before: &str) -> &'static str {
    if before.ends_with(" / ") {
        return "";
    }
    match before.trim_end().chars().next_back() {
        None | Some('。' | '！' | '？' | '、') => "",
        Some('.' | '!' | '?' | ',' | ';' | ':' | '：') => " ",
        Some(_) => " / ",
    }
}

/// As much of the text as fits, on one line.
fn cut(text: &str) -> String {
    let mut line = String::new();
    let (mut used, mut next) = (0, 0);
    for grapheme in graphemes(text) {
        let at = next;
        next += grapheme.len();
        let grapheme = if grapheme == "\n" {
            line_break(&line)
        } else if grapheme.trim().is_empty() {
            " "
        } else {
            grapheme
        };
        if grapheme == " " && line.ends_with(' ') {
            continue;
        }
        // The ellipsis may be two columns wide in a Japanese terminal.
        let columns = width(grapheme);
        if used + columns > MAX_WIDTH - 2 {
            let whole = before_number(&format!("{line}{}", &text[at..]), line.len());
            line.truncate(line[..whole].trim_end().len());
            line.push('…');
            return line;
        }
        used += columns;
        line.push_str(grapheme);
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(query: &str, text: &str) -> String {
        snippet(text, &Highlighter::new(query)).text
    }

    #[test]
    fn begins_at_a_sentence() {
        let text = "電話は無料です。解約は画面で行います。次に確認します。";
        assert_eq!(
            shown("解約", text),
            "解約は画面で行います。次に確認します。"
        );
        assert_eq!(shown("猫", text), text);
        assert_eq!(
            shown("next", "It is v1.2 here. The next one."),
            "The next one."
        );
        assert_eq!(shown("次", "一行目\n次の行\n最後"), "次の行 / 最後");
        assert_eq!(shown("解約", "「解約。」という。"), "「解約。」という。");
        assert_eq!(
            shown("a", "a list:\n\nitem\nitem\n\nEnd.\nNew"),
            "a list: item / item / End. New"
        );
        assert_eq!(shown("猫", "猫。\n犬"), "猫。犬");
    }

    #[test]
    fn prefers_the_sentence_with_more_words() {
        let text = "カードは使えます。番号もあります。カードの番号は言わないでください。";
        assert_eq!(
            shown("カード 番号", text),
            "カードの番号は言わないでください。"
        );
    }

    #[test]
    fn a_long_sentence_begins_at_a_clause() {
        let text = format!("{}、ここで解約します。", "長い文".repeat(20));
        assert_eq!(shown("解約", &text), "ここで解約します。");
        let text = format!("{}解約します。", "長い文".repeat(20));
        assert_eq!(shown("解約", &text), "解約します。");
        let text = "many words ".repeat(20) + "cancel";
        let snippet = shown("cancel", &text);
        assert!(
            snippet.ends_with("cancel") && width(&snippet) <= MAX_LEAD + 6,
            "{snippet}"
        );
    }

    #[test]
    fn never_ends_within_a_number() {
        for lead in 0..60 {
            let text = format!("{}0120-996-012に電話します。", "あ".repeat(lead));
            let snippet = shown("猫", &text);
            let digits = snippet.chars().filter(char::is_ascii_digit).count();
            assert!(matches!(digits, 0 | 10), "{snippet}");
        }
    }

    #[test]
    fn is_never_too_wide() {
        for text in [
            "解約".repeat(200),
            "a ".repeat(400),
            "e\u{301}".repeat(400),
            "👨‍👩‍👧".repeat(200),
        ] {
            let snippet = snippet(&text, &Highlighter::new("解約"));
            assert!(width(&snippet.text) <= MAX_WIDTH, "{}", snippet.text);
            assert!(snippet.text.ends_with('…'));
            assert!(
                snippet
                    .marks
                    .iter()
                    .all(|mark| snippet.text.get(mark.clone()).is_some())
            );
        }
    }
}
