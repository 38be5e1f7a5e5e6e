//! Where a line may end: UAX #14 with the strict Japanese rules (kinsoku), and no break inside what belongs together:
//! telephone numbers, times, addresses of the web, a figure and its unit, a word of Korean. The last line of a paragraph is
//! no scrap.

use std::borrow::Cow;
use std::ops::Range;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::segment::{Class, boundaries, is_hangul};
use super::width::{cells, width};

/// May not begin a line: closing punctuation, small kana, prolonged sound marks, iteration marks.
const NOT_AT_START: &str = "、。，．,.:;：；?!？！)]}）］｝」』】〉》〕〗”’ーｰ～〜…‥・ヽヾゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％";

/// May not end a line: opening punctuation.
const NOT_AT_END: &str = "([{（［｛「『【〈《〔〖“‘";

/// Units that stay with the figure before them.
const UNITS: &str = "年月日時分秒間件円回桁人歳番個枚つ度階台通%％℃";

/// Endings of polite sentences, which are read at one glance.
const ENDINGS: [&str; 4] = ["ください", "下さい", "ません", "ました"];

/// A last line of fewer characters is a scrap.
const LEAST_LAST: usize = 4;

/// Addresses up to this length, in bytes, are kept in one piece where they fit.
const LONGEST_ADDRESS: usize = 200;

const fn segmenter() -> LineSegmenterBorrowed<'static> {
    // Strict is the default strictness. Dictionaries for Thai and the like would cost megabytes for languages that
    // the program does not speak.
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default())
}

/// Breaks a text into lines of at most `columns`, as byte ranges without the spaces at their ends. A newline ends a
/// line. There is at least one line; `columns` below 2 counts as 2, so that every character has room.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    wrap_with(text, columns, |_| false)
}

/// [`wrap`] that does not break at offsets which `is_kept` names, if a line has room for what meets there.
pub fn wrap_with(text: &str, columns: usize, is_kept: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    // To find out where a text may be broken takes longer than all else, and most texts are short.
    if !text.contains('\n') && width(text) <= columns {
        push(&mut lines, text, 0..text.len());
        return lines;
    }
    let mut places = opportunities(text);
    places.retain(|&at| at == text.len() || !is_kept(at));
    let mut start = 0;
    let mut used = 0;
    let mut from = 0;
    let mut paragraph = 0;
    for &to in &places {
        let piece = &text[from..to];
        let trimmed = piece.trim_end();
        let visible = width(trimmed);
        if used > 0 && used + visible > columns {
            push(&mut lines, text, start..from);
            start = from;
            used = 0;
        }
        if visible > columns {
            start = cut(text, from..to, columns, &mut lines);
            used = width(&text[start..to]);
        } else {
            used += visible + width(&piece[trimmed.len()..]);
        }
        if piece.ends_with('\n') && to < text.len() {
            push(&mut lines, text, start..to);
            end_paragraph(text, &mut lines[paragraph..], &places, columns);
            paragraph = lines.len();
            start = to;
            used = 0;
        }
        from = to;
    }
    push(&mut lines, text, start..text.len());
    end_paragraph(text, &mut lines[paragraph..], &places, columns);
    lines
}

/// Where the last line of a paragraph is a scrap, breaks the line before it at the last place that makes it none.
fn end_paragraph(text: &str, lines: &mut [Range<usize>], places: &[usize], columns: usize) {
    let [.., before, last] = lines else {
        return;
    };
    let is_scrap = |line: &str| cells(line).take(LEAST_LAST).count() < LEAST_LAST;
    if last.start == last.end || !is_scrap(&text[last.clone()]) {
        return;
    }
    let from = places.partition_point(|&at| at <= before.start);
    let to = places.partition_point(|&at| at < last.start);
    let room = |&at: &usize| width(&text[at..last.end]) <= columns;
    let mut places = places[from..to].iter().copied().rev().take_while(room);
    if let Some(at) = places.find(|&at| !is_scrap(&text[at..last.end])) {
        before.end = before.start + text[before.start..at].trim_end().len();
        last.start = at;
    }
}

/// [`wrap_with`] for the ear: lines end where a phrase does, at a space, behind punctuation, or before what begins with no
/// hiragana, which is how particles and endings are written.
pub fn wrap_phrases(
    text: &str,
    columns: usize,
    is_kept: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let words = if width(text) > columns {
        // Within what needs a dictionary no line is broken, and to find its words takes two seconds for a million signs.
        boundaries(&without_dictionary(text))
    } else {
        Vec::new()
    };
    wrap_with(text, columns, |at| {
        is_kept(at) || !is_between_phrases(text, at, &words)
    })
}

fn is_between_phrases(text: &str, at: usize, words: &[usize]) -> bool {
    let (before, after) = text.split_at(at);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    if last.is_whitespace() {
        return true;
    }
    if last.is_ascii() || words.binary_search(&at).is_err() {
        return false;
    }
    // What is polite stands before its word.
    let is_prefix = matches!(last, 'お' | 'ご');
    Class::of(last) == Class::Other || (Class::of(first) != Class::Hiragana && !is_prefix)
}

/// The columns of the widest part of a text that [`wrap`] does not break where a line has room for it: a number, a word.
pub fn widest_part(text: &str) -> usize {
    widest_part_with(text, |_| false)
}

/// [`widest_part`] for [`wrap_with`].
pub fn widest_part_with(text: &str, is_kept: impl Fn(usize) -> bool) -> usize {
    let mut from = 0;
    let part = |to| {
        let part = &text[from..to];
        from = to;
        width(part.trim_end())
    };
    opportunities(text)
        .into_iter()
        .filter(|&at| at == text.len() || !is_kept(at))
        .map(part)
        .max()
        .unwrap_or(0)
}

/// Breaks code into lines of at most `columns` as [`wrap`] does a text: at its spaces, else behind a sign, and inside a word
/// only where that is longer than a line. No hyphen ends a line: nobody could say whether it belongs to the code.
pub fn wrap_code(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_code_line(text, start..start + line.len(), columns, &mut lines);
        start += line.len() + 1;
    }
    lines
}

fn wrap_code_line(text: &str, line: Range<usize>, columns: usize, lines: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    loop {
        let rest = &text[start..line.end];
        let (mut used, mut at, mut best) = (0, 0, None);
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        let mut overflows = false;
        for (cell, wide) in cells(rest) {
            if used + wide > columns && at > 0 {
                // Spaces at the end of a line need no room.
                overflows = !rest[at..].trim().is_empty();
                break;
            }
            used += wide;
            at += cell.len();
            if at > indent && at < rest.len() && is_between_words(rest, at) {
                best = Some(at);
            }
        }
        if !overflows {
            push(lines, text, start..line.end);
            return;
        }
        let cut = best.unwrap_or(at);
        push(lines, text, start..start + cut);
        start += cut;
        start += text[start..line.end].len() - text[start..line.end].trim_start_matches(' ').len();
    }
}

/// Whether code may be broken at an offset that is neither its beginning nor its end.
fn is_between_words(code: &str, at: usize) -> bool {
    let (before, after) = code.split_at(at);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    last == ' '
        || first == ' '
        || ((",;|&({[".contains(last) || !last.is_ascii() || !first.is_ascii())
            && may_cut(before, after))
}

fn push(lines: &mut Vec<Range<usize>>, text: &str, line: Range<usize>) {
    let visible = text[line.clone()].trim_end();
    lines.push(line.start..line.start + visible.len());
}

/// Cuts a piece that is too wide for any line, pushing all lines but the last, and says where the last one starts. Cuts
/// fall between cells, and beside no character that may not stand there if there is any choice.
fn cut(text: &str, piece: Range<usize>, columns: usize, lines: &mut Vec<Range<usize>>) -> usize {
    let mut start = piece.start;
    loop {
        let rest = &text[start..piece.end];
        let (mut used, mut at) = (0, 0);
        let places: Vec<usize> = cells(rest)
            .take_while(|&(_, columns_of_cell)| {
                let had_room = used <= columns;
                used += columns_of_cell;
                had_room
            })
            .map(|(cell, _)| {
                at += cell.len();
                at - cell.len()
            })
            .collect();
        if used <= columns {
            return start;
        }
        let fits = places.last().copied().unwrap_or_default();
        let best = places.iter().rev().copied();
        let best = best
            .filter(|&at| at > 0)
            .find(|&at| may_cut(&rest[..at], &rest[at..]));
        let end = start + best.unwrap_or(fits.max(1));
        push(lines, text, start..end);
        start = end;
    }
}

/// Whether a character is one of these. Letters, which are most of a text, are none, but for some kana.
fn stays(c: char, these: &str) -> bool {
    let may_be = matches!(c, '!'..='~' | '‘'..='…' | '℃' | '\u{3000}'..='ヿ' | '！'..='ｰ');
    may_be && !c.is_ascii_alphanumeric() && these.contains(c)
}

fn may_cut(before: &str, after: &str) -> bool {
    let last = before.chars().next_back();
    let first = after.chars().next();
    !last.is_some_and(|c| stays(c, NOT_AT_END)) && !first.is_some_and(|c| stays(c, NOT_AT_START))
}

/// The byte offsets at which a line may end, ascending; the last one is the end of the text.
fn opportunities(text: &str) -> Vec<usize> {
    let text_for_segmenter = without_dictionary(text);
    let places = segmenter().segment_str(&text_for_segmenter).skip(1);
    places
        .filter(|&at| at == text.len() || !is_glued(text, at))
        .collect()
}

/// A text of the same length, with a letter that joins with its neighbours for each sign of the scripts that a dictionary
/// would be needed for (Thai, Lao, Burmese, Khmer). The standard says to take them for such letters where there is none; the
/// segmenter would look for its dictionary at each of them.
fn without_dictionary(text: &str) -> Cow<'_, str> {
    const LETTER: char = '\u{A4D0}';
    let needs = |c: char| {
        matches!(c,
            '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{ECE}' | '\u{EDC}'..='\u{EDF}'
            | '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{109A}'..='\u{109F}'
            | '\u{1780}'..='\u{17D3}' | '\u{17D7}' | '\u{17DC}'..='\u{17DD}'
            | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAD}' | '\u{A9E0}'..='\u{A9EF}' | '\u{A9FA}'..='\u{A9FE}'
            | '\u{AA60}'..='\u{AAC2}' | '\u{AADB}'..='\u{AADF}')
    };
    if text.contains(needs) {
        text.chars()
            .map(|c| if needs(c) { LETTER } else { c })
            .collect::<String>()
            .into()
    } else {
        text.into()
    }
}

/// Whether what meets at `at` belongs together although Unicode's rules would part it.
fn is_glued(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if last.is_whitespace() {
        return false;
    }
    let joint = |c: char| c.is_ascii_digit() || "-:.,/+–—~〜～()".contains(c);
    let figure = if first == '間' {
        before.trim_end_matches(['年', '月', '日', '時', '分', '秒'])
    } else {
        before
    };
    (figure.ends_with(|c: char| c.is_ascii_digit()) && UNITS.contains(first))
        || (joint(last) && joint(first) && (last.is_ascii_digit() || first.is_ascii_digit()))
        || in_korean_word(last, first)
        || in_address(before, first)
        || ("くださ下ませし".contains(last)
            && "ださいせんした".contains(first)
            && in_ending(before, after))
        || !may_cut(before, after)
}

/// Whether this is within a word of Korean, which has spaces between its words: its syllables are letters, and what stands
/// at them, in brackets too, is of their word.
fn in_korean_word(last: char, first: char) -> bool {
    (is_hangul(last) && (first.is_alphanumeric() || first == '('))
        || (is_hangul(first) && (last.is_alphanumeric() || last == ')'))
}

/// Whether one of [`ENDINGS`] would be parted.
fn in_ending(before: &str, after: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let mut cuts = ending
            .char_indices()
            .skip(1)
            .map(|(at, _)| ending.split_at(at));
        cuts.any(|(head, tail)| before.ends_with(head) && after.starts_with(tail))
    })
}

/// Whether the last word of `before` is an address of the web that goes on with `first`.
fn in_address(before: &str, first: char) -> bool {
    // Far behind its beginning an address may be broken: looking back farther would take forever in a text without
    // any space.
    let near = &before.as_bytes()[before.len().saturating_sub(LONGEST_ADDRESS)..];
    let word = near.rsplit(|byte| !byte.is_ascii_graphic()).next();
    first.is_ascii_graphic()
        && word.is_some_and(|word| word.windows(3).any(|bytes| bytes == b"://"))
}

#[cfg(test)]
mod tests;
