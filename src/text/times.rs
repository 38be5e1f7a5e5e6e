//! Times of day in texts: `23:00`, `11 p.m.`, 23時, 二十三時, 午後11時半, 夜の11時 are one time.

use std::ops::Range;

use super::segment::Class;
use super::variants;

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
const BEFORE: [(&str, Half); 13] = [
    ("午前", in_the_morning),
    ("ごぜん", in_the_morning),
    ("午後", in_the_afternoon),
    ("ごご", in_the_afternoon),
    ("深夜", at_night),
    ("夜", at_night),
    ("よる", at_night),
    ("夕方", in_the_afternoon),
    ("ゆうがた", in_the_afternoon),
    ("昼", around_noon),
    ("ひる", around_noon),
    ("朝", in_the_morning),
    ("あさ", in_the_morning),
];

const BEHIND: [(&str, Half); 4] = [
    ("am", in_the_morning),
    ("a.m.", in_the_morning),
    ("pm", in_the_afternoon),
    ("p.m.", in_the_afternoon),
];

/// The sign of hours, with a half of one and minutes.
struct Sign {
    hour: &'static str,
    half: &'static str,
    minutes: &'static str,
    /// What it is the beginning of where it tells no time.
    no_time: &'static [&'static str],
}

const SIGNS: [Sign; 2] = [
    Sign {
        hour: "時",
        half: "半",
        minutes: "分",
        no_time: &["間", "代", "点", "限"],
    },
    Sign {
        hour: "じ",
        half: "はん",
        minutes: "ふん",
        no_time: &["かん", "だい", "てん", "げん"],
    },
];

const fn in_the_morning(hour: u32) -> u32 {
    hour % 12
}

const fn in_the_afternoon(hour: u32) -> u32 {
    hour % 12 + 12
}

const fn around_noon(hour: u32) -> u32 {
    if hour < 7 { hour + 12 } else { hour }
}

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
    while let Some(start) = folded[at..].find(is_numeral) {
        let start = at + start;
        at = start + number(&folded[start..]);
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
    if before.ends_with(|c| joins(c) && c != '-') {
        return None;
    }
    let number = value(&folded[hour.clone()])?;
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
    // による is no よる.
    let mut signs = BEFORE.iter().filter(|_| !joined.ends_with("による"));
    let sign = signs.find(|(sign, _)| joined.ends_with(sign));
    if sign.is_none() && is_a_word(before, &folded[hour.clone()]) {
        return None;
    }
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

/// Whether 時 behind a number in kanji is that of another word: 一時 is for a while, and 統一時 at a union.
fn is_a_word(before: &str, number: &str) -> bool {
    let is_kanji = |c| Class::of(c) == Class::Han;
    number == "一" || number.starts_with(is_kanji) && before.ends_with(is_kanji)
}

/// What follows an hour: the minutes, how long they are with their signs, and whether that alone says that it is an hour.
fn minutes(rest: &str) -> Option<(u32, usize, bool)> {
    if let Some(after) = rest.strip_prefix(':') {
        let length = digits(after);
        let goes_on = after[length..].starts_with(':');
        return (length == 2 && !goes_on).then(|| (after[..2].parse().unwrap_or(60), 3, true));
    }
    for sign in &SIGNS {
        if let Some(after) = rest.strip_prefix(sign.hour) {
            return behind_sign(after, sign).map(|(minutes, length)| {
                let length = sign.hour.len() + length;
                (minutes, length, true)
            });
        }
    }
    if let Some(after) = rest.strip_prefix(" o'clock") {
        return Some((0, rest.len() - after.len(), true));
    }
    Some((0, 0, false))
}

/// The minutes behind the sign of an hour, and how long they are with their sign; `None` where that is no sign of an hour.
fn behind_sign(after: &str, sign: &Sign) -> Option<(u32, usize)> {
    if sign.no_time.iter().any(|other| after.starts_with(other)) {
        return None;
    }
    if after.starts_with(sign.half) {
        return Some((30, sign.half.len()));
    }
    let length = number(after);
    let minutes = value(&after[..length]).filter(|_| after[length..].starts_with(sign.minutes));
    Some(minutes.map_or((0, 0), |minutes| (minutes, length + sign.minutes.len())))
}

/// The value of a number of two digits at most, in digits or in kanji.
fn value(number: &str) -> Option<u32> {
    let is_ascii = number.is_ascii();
    let digits = if is_ascii {
        number.to_owned()
    } else {
        variants::in_digits(number)?
    };
    (digits.len() <= 2).then(|| digits.parse().ok())?
}

/// The length of the number at the beginning of a text: digits, or kanji.
fn number(text: &str) -> usize {
    let digits = digits(text);
    let is_other = |c: char| !KANJI.contains(c);
    if digits > 0 {
        digits
    } else {
        text.find(is_other).unwrap_or(text.len())
    }
}

/// The numerals of hours and minutes.
const KANJI: &str = "〇一二三四五六七八九十";

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || KANJI.contains(c)
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
            "二十三時",
            "二三時",
            "午後十一時",
            "よる11じ",
            "ごご十一時",
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
        check("午前九時半", 9 * 60 + 30);
        check("午後一時", 13 * 60);
        check("九時三十分", 9 * 60 + 30);
        check("あさの9じはん", 9 * 60 + 30);
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
    fn what_stands_before_an_hour_may_be_another_word() {
        assert_eq!(found("天候による9時の便")[0].1, 9 * 60);
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
            "一時停止",
            "二十四時間",
            "統一時",
            "数十時",
            "9じかん",
            "百時",
            "二十五時",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn times_are_ascending_and_on_boundaries(text in "(\\PC|[0-9:時半分午後夜のapmじ一十二〇. ]){0,40}") {
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
