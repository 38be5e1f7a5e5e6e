//! Digits beside telephone numbers that belong to none: times, dates, amounts, numbers of items in a list.

use std::ops::Range;

use crate::text::phone::{Group, joined};

/// What follows digits that count or tell the time.
static UNITS: [&str; 30] = [
    "時", "分", "秒", "年", "月", "日", "円", "歳", "才", "人", "件", "回", "階", "名", "桁", "％",
    "%", "か月", "ヶ月", "カ月", "週", "hour", "minute", "min", "day", "year", "month", "yen",
    "am", "pm",
];

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

/// Takes out the groups that are no part of a number. What stood before them and behind does not belong together.
pub(super) fn take_out(text: &str, groups: &mut Vec<Group>) {
    let mut out = vec![false; groups.len()];
    for at in 0..groups.len() {
        if is_item(text, groups, at) || has_unit(text, groups, at) {
            out[at] = true;
        }
        mark_time(groups, at, &mut out);
        if let Some(date) = date(text, groups, at) {
            out[date].fill(true);
        }
    }
    let mut at = 0;
    let mut broken = false;
    groups.retain_mut(|group| {
        let gone = out[at];
        at += 1;
        group.first |= broken;
        broken = gone;
        !gone
    });
}

/// Whether the digits of these groups say by what stands before them that they are another kind of number. Digits in
/// several groups are a telephone number nevertheless.
pub(super) fn is_other_number(text: &str, run: &[Group]) -> bool {
    let [group] = run else { return false };
    let before = text[..group.range.start].to_lowercase();
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || ":：.#＃はが=＝".contains(c));
    OTHER_NUMBERS.iter().any(|word| before.ends_with(word))
}

/// `9:00`, `20:48:30`: digits with a colon between them.
fn mark_time(groups: &[Group], at: usize, out: &mut [bool]) {
    let short = |group: &Group| group.digits.len() <= 2;
    if groups[at].colon && short(&groups[at]) {
        out[at] = true;
        let minutes = groups
            .get(at + 1)
            .filter(|next| next.first && next.digits.len() == 2);
        if minutes.is_some() {
            out[at + 1] = true;
        }
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
    is_wide(&text[before.range.end..group.range.start])
}

fn is_wide(gap: &str) -> bool {
    gap.contains(char::is_whitespace) && !gap.contains(['-', '－', 'ー', '('])
}

/// The groups that are a date, beginning with this one: `2026-11-23`, `23.11.2026`, `11/23`.
fn date(text: &str, groups: &[Group], at: usize) -> Option<Range<usize>> {
    let three = groups.get(at..at + 3).filter(|part| is_date(part));
    let two = || groups.get(at..at + 2).filter(|part| is_day(text, part));
    let part = three.or_else(two)?;
    let end = at + part.len();
    let joined = part[1..].iter().all(|group| !group.first);
    let apart = groups
        .get(end)
        .is_none_or(|next| next.first || stands_apart(text, groups, end));
    (joined && apart && stands_apart(text, groups, at)).then_some(at..end)
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
    let slash = text[part[0].range.end..part[1].range.start].eq("/");
    let value = |at: usize| part[at].digits.parse().unwrap_or(0);
    let short = part.iter().all(|group| group.digits.len() <= 2);
    let digits = joined(part).len();
    slash && short && digits >= 2 && (1..=31).contains(&value(0)) && (1..=31).contains(&value(1))
}
