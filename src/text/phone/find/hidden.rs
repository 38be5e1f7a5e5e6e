//! Digits that are hidden: `0120-996-0**`, `0120-996-XXX`. Each sign for one counts as a place of the number.

use std::ops::Range;

use super::Finder;
use crate::text::phone::groups::BLOCK_END;

/// So many places are as long as a number.
const AS_LONG: usize = 10;
const LONGEST: usize = 11;
/// So far asterisks are looked for that make digits stand out.
const MAX_LINE: usize = 200;
/// Fewer digits that can be read are as good as any.
const LEAST_SEEN: usize = 5;

impl Finder<'_> {
    /// Whether digits are with those that are hidden behind them as many as a number has.
    pub(super) fn is_filled(&self, end: usize, digits: &str) -> bool {
        let hidden = self.hidden_behind(end);
        hidden > 0 && digits.trim_start_matches('+').len() + hidden >= AS_LONG
    }

    /// Whether groups have as many places as a number, of which some are hidden.
    pub(super) fn is_masked(&self, run: &Range<usize>) -> bool {
        let groups = &self.digits.groups;
        let seen = self.digits.of(run.clone()).len();
        let inner = run.clone().skip(1).map(|at| {
            // Both may be of one character, such as `½`.
            let gap = groups[at - 1].range.end..groups[at].range.start;
            let gap = self.text.get(gap).unwrap_or_default();
            gap.chars().filter(|&c| hides(c)).count()
        });
        let inner = inner.sum::<usize>();
        let before = self.hidden_before(run.start);
        let hidden = before + inner + self.hidden_behind(run.end);
        let begins = before > 0 || self.digits.of(run.clone()).starts_with('0');
        let long = hidden > 0 && (AS_LONG..=LONGEST).contains(&(seen + hidden));
        long && seen >= LEAST_SEEN && begins && !(inner == 0 && self.stands_out(run))
    }

    /// Whether the asterisks before groups stand again behind them in their line: `**05-02-03**`. They hide nothing, they make
    /// it stand out.
    fn stands_out(&self, run: &Range<usize>) -> bool {
        let groups = &self.digits.groups;
        let (first, last) = (&groups[run.start].range, &groups[run.end - 1].range);
        let line = |&c: &char| c != '\n' && c != BLOCK_END;
        let before = self.text[..first.start].chars().rev().take(MAX_LINE);
        let behind = self.text[last.end..].chars().take(MAX_LINE);
        let before: String = before.take_while(line).collect();
        let behind: String = behind.take_while(line).collect();
        let made = |signs: &str, others: &str| {
            let count = signs.len() - signs.trim_start_matches('*').len();
            (1..=3).contains(&count) && others.contains(&signs[..count])
        };
        made(&before, &behind) || made(&behind, &before)
    }

    fn hidden_behind(&self, end: usize) -> usize {
        let from = self.digits.groups[end - 1].range.end;
        let to = self.digits.groups.get(end);
        let to = to.map_or(self.text.len(), |next| next.range.start);
        let behind = self.text.get(from..to).unwrap_or_default();
        count(behind.chars(), true)
    }

    fn hidden_before(&self, start: usize) -> usize {
        let from = start.checked_sub(1);
        let from = from.map_or(0, |before| self.digits.groups[before].range.end);
        let to = self.digits.groups[start].range.start;
        let before = self.text.get(from..to).unwrap_or_default();
        // Behind white space it is the sign of an item.
        count(before.chars().rev(), false)
    }
}

/// How many digits are hidden in what begins here. `spaced`: there may be white space between.
fn count(chars: impl Iterator<Item = char>, spaced: bool) -> usize {
    let all: Vec<char> = chars
        .take(2 * LONGEST)
        .take_while(|&c| {
            hides(c) || is_blank(c) || is_separator(c) && (spaced || !c.is_whitespace())
        })
        .collect();
    let hidden = all.iter().filter(|&&c| hides(c) || is_blank(c)).count();
    // One letter may begin a word, and one sign behind white space may be anything.
    let alone = hidden == 1 && !all.first().is_some_and(|&c| hides(c));
    if alone { 0 } else { hidden }
}

/// Signs that stand for a digit.
const fn hides(c: char) -> bool {
    matches!(
        c,
        '*' | '＊'
            | '×'
            | '•'
            | '\u{2217}'
            | '\u{25A0}'..='\u{25FF}'
            | '\u{2580}'..='\u{259F}'
            | '\u{2605}'
            | '\u{2606}'
            | '\u{26AA}'
            | '\u{26AB}'
            | '\u{2715}'..='\u{2718}'
            | '\u{2731}'
            | '\u{2B1B}'
            | '\u{2B1C}'
            | '\u{2B55}'
            | '〓'
    )
}

/// What may stand for digits where there are several.
const fn is_blank(c: char) -> bool {
    matches!(
        c,
        '_' | '＿' | '?' | '？' | '#' | '＃' | '・' | '·' | 'x' | 'X' | 'ｘ' | 'Ｘ' | 'n' | 'N'
    )
}

const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{3000}' | '-' | '－' | 'ー' | '−' | '\u{2010}'
            ..='\u{2015}' | '(' | ')' | '（' | '）' | '.' | '/'
    )
}
