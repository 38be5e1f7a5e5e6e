//! Digits beside telephone numbers that belong to none: times, dates, amounts, numbers of items in a list.

use crate::text::phone::{Group, joined};

/// What follows digits that count or tell the time.
static UNITS: [&str; 30] = [
    "時", "分", "秒", "年", "月", "日", "円", "歳", "才", "人", "件", "回", "階", "名", "桁", "％",
    "%", "か月", "ヶ月", "カ月", "週", "hour", "minute", "min", "day", "year", "month", "yen",
    "am", "pm",
];

/// As many characters are looked at before a number.
const NEAR: usize = 32;

/// What stands before numbers that are no telephone numbers, in lower case.
static OTHER_NUMBERS: [&str; 30] = [
    "注文番号",
    "受付番号",
    "会員番号",
    "予約番号",
    "伝票番号",
    "追跡番号",
    "契約番号",
    "顧客番号",
    "お客様番号",
    "お客さま番号",
    "口座番号",
    "管理番号",
    "問い合わせ番号",
    "認証コード",
    "確認コード",
    "コード",
    "id",
    "〒",
    "order",
    "order number",
    "order no",
    "tracking",
    "invoice",
    "reference",
    "ref",
    "ticket",
    "account number",
    "member number",
    "code",
    "postcode",
];

/// Whether a group stands beside numbers and is no part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    No,
    /// It may be a date, and may be digits in groups of two: `1/2`.
    Maybe,
    Surely,
}

/// What the groups of a text are.
pub(super) fn marks(text: &str, groups: &[Group]) -> Vec<Beside> {
    let mut marks = vec![Beside::No; groups.len()];
    for at in 0..groups.len() {
        if is_item(text, groups, at) || has_unit(text, groups, at) {
            marks[at] = Beside::Surely;
        }
        mark_time(groups, at, &mut marks);
        mark_postal_code(text, groups, at, &mut marks);
        if stands_apart(text, groups, at) {
            mark_date(text, groups, at, &mut marks);
        }
    }
    marks
}

/// Whether the digits of these groups say by what stands before them that they are another kind of number. Digits in
/// several groups are a telephone number nevertheless.
pub(super) fn is_other_number(text: &str, run: &[Group]) -> bool {
    let [group] = run else { return false };
    let mut near: Vec<char> = text[..group.range.start].chars().rev().take(NEAR).collect();
    near.reverse();
    let before = near.into_iter().collect::<String>().to_lowercase();
    let sign = |c: char| c.is_whitespace() || ":：.#＃はが=＝".contains(c);
    let before = before.trim_end_matches(sign);
    OTHER_NUMBERS.iter().any(|word| {
        let rest = before.strip_suffix(word);
        let whole =
            |rest: &str| !word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric());
        rest.is_some_and(whole)
    })
}

/// `9:00`, `20:48:30`: digits with a colon between them.
fn mark_time(groups: &[Group], at: usize, marks: &mut [Beside]) {
    let short = |group: &Group| group.digits.len() <= 2;
    if groups[at].colon && short(&groups[at]) {
        marks[at] = Beside::Surely;
        let minutes = groups
            .get(at + 1)
            .filter(|next| next.first && next.digits.len() == 2);
        if minutes.is_some() {
            marks[at + 1] = Beside::Surely;
        }
    }
}

/// `〒100-0001`.
fn mark_postal_code(text: &str, groups: &[Group], at: usize, marks: &mut [Beside]) {
    let lengths = |part: &[Group]| part[0].digits.len() == 3 && part[1].digits.len() == 4;
    let code = groups
        .get(at..at + 2)
        .is_some_and(|part| lengths(part) && !part[1].first);
    let before = text[..groups[at].range.start].trim_end();
    if code && before.ends_with('〒') {
        marks[at..at + 2].fill(Beside::Surely);
    }
}

/// `1. ` and `(2) `: the number of an item, at the beginning of a line.
fn is_item(text: &str, groups: &[Group], at: usize) -> bool {
    let group = &groups[at];
    let before = text[..group.range.start].trim_end_matches([' ', '(', '（', '\u{3000}']);
    let mut behind = text[group.range.end..].chars();
    let sign = behind.next().is_some_and(|c| ".)）．".contains(c));
    group.digits.len() <= 2
        && !group.plus
        && !group.digits.starts_with('0')
        && sign
        && behind.next().is_some_and(char::is_whitespace)
        && (before.is_empty() || before.ends_with('\n'))
}

fn has_unit(text: &str, groups: &[Group], at: usize) -> bool {
    let group = &groups[at];
    let behind = text[group.range.end..].trim_start_matches(' ');
    let unit = |unit: &&str| {
        let starts = behind
            .get(..unit.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(unit));
        let word = unit.is_ascii() && unit.len() == 2;
        starts && !(word && behind[unit.len()..].starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    // Three digits and more behind others may be the end of a number, whatever word comes next.
    let length = group.digits.len();
    (length <= 2 || length <= 4 && group.first)
        && stands_apart(text, groups, at)
        && UNITS.iter().any(unit)
}

/// Whether there is more than a hyphen between a group and the one before it.
fn stands_apart(text: &str, groups: &[Group], at: usize) -> bool {
    let group = &groups[at];
    let Some(before) = at
        .checked_sub(1)
        .map(|before| &groups[before])
        .filter(|_| !group.first)
    else {
        return !group.plus;
    };
    let gap = between(text, before, group);
    gap.contains(char::is_whitespace) && !gap.contains(['-', '－', 'ー', '('])
}

/// What stands between two groups; nothing where both are of one character, such as `½`.
fn between<'a>(text: &'a str, before: &Group, group: &Group) -> &'a str {
    text.get(before.range.end..group.range.start)
        .unwrap_or_default()
}

/// Marks the groups that are a date, beginning with this one: `2026-11-23`, `23.11.2026`, `11/23`.
fn mark_date(text: &str, groups: &[Group], at: usize, marks: &mut [Beside]) {
    for length in [3, 2] {
        let end = at + length;
        let Some(part) = groups.get(at..end) else {
            continue;
        };
        let joined = part[1..].iter().all(|group| !group.first);
        let apart = groups
            .get(end)
            .is_none_or(|next| next.first || stands_apart(text, groups, end));
        let date = if length == 3 {
            is_date(part)
        } else {
            is_day(text, part)
        };
        if joined && apart && date {
            marks[at..end].fill(Beside::Maybe);
            return;
        }
    }
}

fn is_date(part: &[Group]) -> bool {
    let lengths: Vec<usize> = part.iter().map(|group| group.digits.len()).collect();
    let value = |at: usize| part[at].digits.parse().unwrap_or(0);
    let (year, months) = match lengths.as_slice() {
        [4, 1 | 2, 1 | 2] => (value(0), [value(1), value(2)]),
        [1 | 2, 1 | 2, 4] => (value(2), [value(0), value(1)]),
        _ => return false,
    };
    let day = |value: &u32| (1..=31).contains(value);
    (1900..2100).contains(&year)
        && months.iter().all(day)
        && months.iter().any(|&month| month <= 12)
}

fn is_day(text: &str, part: &[Group]) -> bool {
    let slash = between(text, &part[0], &part[1]) == "/";
    let value = |at: usize| part[at].digits.parse().unwrap_or(0);
    let short = part.iter().all(|group| group.digits.len() <= 2);
    let digits = joined(part).len();
    slash && short && digits >= 2 && (1..=31).contains(&value(0)) && (1..=31).contains(&value(1))
}
