//! Times of day in texts: `23:00`, `11 p.m.`, 23時, 午後11時半, 夜の11時 are one time.

use std::ops::Range;

/// A time of day that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Byte range in the folded text.
    pub range: Range<usize>,
    /// Since midnight, below [`DAY`].
    pub minutes: u32,
}

/// The minutes of a day.
pub const DAY: u32 = 24 * 60;

/// The hour of the day of an hour that is said of a half of it.
type Half = fn(u32) -> u32;

/// What stands before an hour and says which half of the day it is in. 夜の12時 and 夜の1時 are after midnight.
const BEFORE: [(&str, Half); 7] = [
    ("午前", |hour| hour % 12),
    ("午後", |hour| hour % 12 + 12),
    ("深夜", at_night),
    ("夜", at_night),
    ("夕方", |hour| hour % 12 + 12),
    ("昼", |hour| if hour < 7 { hour + 12 } else { hour }),
    ("朝", |hour| hour % 12),
];

const BEHIND: [(&str, Half); 4] = [
    ("am", |hour| hour % 12),
    ("a.m.", |hour| hour % 12),
    ("pm", |hour| hour % 12 + 12),
    ("p.m.", |hour| hour % 12 + 12),
];

/// What 時 is the beginning of where it tells no time.
const NO_TIME: [char; 4] = ['間', '代', '点', '限'];

const fn at_night(hour: u32) -> u32 {
    match hour {
        6..=11 => hour + 12,
        12 => 0,
        _ => hour,
    }
}

/// All times in a folded text, in order.
pub fn times(folded: &str) -> Vec<Time> {
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while let Some(start) = folded[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + start;
        let digits = digits(&folded[start..]);
        at = start + digits;
        if let Some(time) = time(folded, start..at) {
            at = time.range.end;
            found.push(time);
        }
    }
    found
}

/// The time whose hour stands at a place.
fn time(folded: &str, hour: Range<usize>) -> Option<Time> {
    let (before, rest) = (&folded[..hour.start], &folded[hour.end..]);
    let joins = |c: char| c.is_alphanumeric() && c.is_ascii() || ".:/-".contains(c);
    // 9-17時: the hyphen joins two times.
    if hour.len() > 2 || before.ends_with(|c| joins(c) && c != '-') {
        return None;
    }
    let number: u32 = folded[hour.clone()].parse().ok()?;
    let (minutes, length, is_time) = minutes(rest)?;
    let behind = &rest[length..];
    let (half, behind) = BEHIND
        .iter()
        .find_map(|(sign, half)| {
            let space = usize::from(behind.starts_with(' '));
            let after = behind[space..].strip_prefix(sign)?;
            let ends = !after.starts_with(|c: char| c.is_ascii_alphanumeric());
            ends.then_some((Some(*half), space + sign.len()))
        })
        .unwrap_or((None, 0));
    let joined = before.strip_suffix('の').unwrap_or(before);
    let sign = BEFORE.iter().find(|(sign, _)| joined.ends_with(sign));
    let (start, hour_of): (usize, Half) = match (half, sign) {
        (Some(half), _) => (hour.start, half),
        (None, Some((sign, half))) => (joined.len() - sign.len(), *half),
        (None, None) => (hour.start, |hour| hour),
    };
    let is_possible = number <= 24 && minutes < 60 && (is_time || behind > 0);
    is_possible.then(|| Time {
        range: start..hour.end + length + behind,
        minutes: hour_of(number) % 24 * 60 + minutes,
    })
}

/// What follows an hour: the minutes, how long they are with their signs, and whether that alone says that it is an hour.
fn minutes(rest: &str) -> Option<(u32, usize, bool)> {
    if let Some(after) = rest.strip_prefix(':') {
        let length = digits(after);
        let goes_on = after[length..].starts_with(':');
        return (length == 2 && !goes_on).then(|| (after[..2].parse().unwrap_or(60), 3, true));
    }
    if let Some(after) = rest.strip_prefix('時') {
        let sign = rest.len() - after.len();
        if after.starts_with(NO_TIME) {
            return None;
        }
        if after.starts_with('半') {
            return Some((30, sign + '半'.len_utf8(), true));
        }
        let length = digits(after);
        return Some(match after[..length].parse() {
            Ok(minutes) if after[length..].starts_with('分') => {
                (minutes, sign + length + '分'.len_utf8(), true)
            }
            _ => (0, sign, true),
        });
    }
    if let Some(after) = rest.strip_prefix(" o'clock") {
        return Some((0, rest.len() - after.len(), true));
    }
    Some((0, 0, false))
}

fn digits(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_ascii_digit());
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;

    fn found(text: &str) -> Vec<(String, u32)> {
        let folded = fold(text);
        let found = times(&folded).into_iter();
        let shown = found.map(|time| (folded[time.range].to_owned(), time.minutes));
        shown.collect()
    }

    #[test]
    fn one_time_in_many_ways() {
        for text in [
            "23:00",
            "11pm",
            "11 PM",
            "11 p.m.",
            "11:00 pm",
            "23時",
            "午後11時",
            "夜11時",
            "夜の11時",
            "２３時",
            "23時00分",
        ] {
            assert_eq!(found(text), [(fold(text), 23 * 60)], "{text}");
        }
    }

    #[test]
    fn hours_are_of_their_half_of_the_day() {
        let check = |text: &str, expected: u32| assert_eq!(found(text)[0].1, expected, "{text}");
        check("12am", 0);
        check("12 pm", 12 * 60);
        check("午前9時半", 9 * 60 + 30);
        check("午後0時15分", 12 * 60 + 15);
        check("夜12時", 0);
        check("深夜1時", 60);
        check("夕方5時", 17 * 60);
        check("昼の1時", 13 * 60);
        check("朝8時", 8 * 60);
        check("24:00", 0);
        check("9 o'clock", 9 * 60);
    }

    #[test]
    fn times_stand_in_texts() {
        let minutes = |text: &str| -> Vec<u32> {
            let found = found(text).into_iter();
            found.map(|(_, minutes)| minutes / 60).collect()
        };
        assert_eq!(minutes("9:00〜21:00(日本時間)"), [9, 21]);
        assert_eq!(minutes("9時から夜9時まで"), [9, 21]);
        assert_eq!(minutes("at 10am-5pm, or 6 p.m."), [10, 17, 18]);
    }

    #[test]
    fn other_numbers_are_no_times() {
        for text in [
            "24時間",
            "3時間半",
            "25:00",
            "9:75",
            "12:30:45",
            "0120-996-012",
            "80時代",
            "11 amps",
            "1.11:00",
            "123:00",
            "11",
            "午後11",
            "16:9",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn times_are_ascending_and_on_boundaries(text in "(\\PC|[0-9:時半分午後夜のapm. ]){0,40}") {
            let folded = fold(&text);
            let mut last = 0;
            for time in times(&folded) {
                prop_assert!(time.range.start >= last && time.range.end > time.range.start);
                prop_assert!(folded.get(time.range.clone()).is_some() && time.minutes < DAY);
                last = time.range.end;
            }
        }
    }
}
