//! Times, dates and spans of time in words.
//!
//! Hours are written as people say them: 9:00, and 24:00 for an end at midnight.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};
use chrono_tz::{OffsetName, Tz};

use crate::language::Language;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Day and time: `11月23日(月) 20:47`, `Mon 23 Nov 20:47`.
pub fn date_time(at: DateTime<Tz>, reader: Language) -> String {
    format!("{} {}", date(at.date_naive(), reader), time_of_day(at))
}

/// `11月23日(月)`, `Mon 23 Nov`.
pub fn date(date: NaiveDate, reader: Language) -> String {
    let weekday = weekday(date.weekday(), reader);
    match reader {
        Language::Ja => format!("{}月{}日({weekday})", date.month(), date.day()),
        Language::En => format!("{weekday} {} {}", date.day(), month(date)),
    }
}

/// [`date_time`] with the name of the zone: `11月23日(月) 20:47 日本時間`, `Mon 23 Nov 20:47 Japan time`.
pub fn clock(at: DateTime<Tz>, reader: Language) -> String {
    format!("{} {}", date_time(at, reader), zone_name(at, reader))
}

/// What people call the zone of an instant: `日本時間`, `Japan time`, `CET`, or where the zone has no letters of its own
/// its name, `America/Sao_Paulo`.
pub fn zone_name(at: DateTime<Tz>, reader: Language) -> String {
    let zone = at.timezone();
    if matches!(zone, Tz::Asia__Tokyo | Tz::Japan) {
        return match reader {
            Language::Ja => "日本時間".to_owned(),
            Language::En => "Japan time".to_owned(),
        };
    }
    at.offset()
        .abbreviation()
        .filter(|letters| letters.starts_with(|c: char| c.is_ascii_alphabetic()))
        .unwrap_or(zone.name())
        .to_owned()
}

/// Until when something lasts: `21:00まで`, `until 21:00`; with the day where it is not today's.
pub fn until(end: DateTime<Tz>, now: DateTime<Tz>, reader: Language) -> String {
    let midnight = end.time() == NaiveTime::MIN
        && end.date_naive().checked_sub_days(Days::new(1)) == Some(now.date_naive());
    let end = if midnight {
        "24:00".to_owned()
    } else if end.date_naive() == now.date_naive() {
        time_of_day(end)
    } else {
        day_and_time(end, now, reader)
    };
    match reader {
        Language::Ja => format!("{end}まで"),
        Language::En => format!("until {end}"),
    }
}

/// From when something begins: `明日 9:00 から`, `from 9:00 tomorrow`.
pub fn from(start: DateTime<Tz>, now: DateTime<Tz>, reader: Language) -> String {
    let start = day_and_time(start, now, reader);
    match reader {
        Language::Ja => format!("{start} から"),
        Language::En => format!("from {start}"),
    }
}

/// `今日 9:00`, `明日 9:00`, `11月25日 9:00`; `9:00 today`, `9:00 tomorrow`, `9:00 on 25 Nov`; with the year where it is
/// not this one.
fn day_and_time(at: DateTime<Tz>, now: DateTime<Tz>, reader: Language) -> String {
    let time = time_of_day(at);
    let (date, today) = (at.date_naive(), now.date_naive());
    let other_year = (at.year() != now.year()).then_some(at.year());
    let tomorrow = today.checked_add_days(Days::new(1)) == Some(date);
    match (reader, date == today, tomorrow) {
        (Language::Ja, true, _) => format!("今日 {time}"),
        (Language::Ja, _, true) => format!("明日 {time}"),
        (Language::Ja, ..) => {
            let year = other_year.map(|y| format!("{y}年")).unwrap_or_default();
            format!("{year}{}月{}日 {time}", at.month(), at.day())
        }
        (Language::En, true, _) => format!("{time} today"),
        (Language::En, _, true) => format!("{time} tomorrow"),
        (Language::En, ..) => {
            let year = other_year.map(|y| format!(" {y}")).unwrap_or_default();
            format!("{time} on {} {}{year}", at.day(), month(at.date_naive()))
        }
    }
}

/// How long it takes until then: `あと 2時間13分`, `in 2 h 13 min`; from two days on `あと 3日`, `in 3 days`. Always rounded
/// up and never nothing: what happens in ten seconds happens `in 1 min`.
pub fn remaining(span: TimeDelta, reader: Language) -> String {
    let seconds = span.num_seconds() + i64::from(span.subsec_nanos() > 0);
    let minutes = seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
    let minutes = minutes.max(1);
    let (hours, rest) = (minutes / 60, minutes % 60);
    let days = (minutes + 24 * 60 - 1) / (24 * 60);
    match (reader, hours, rest) {
        (Language::Ja, 48.., _) => format!("あと {days}日"),
        (Language::En, 48.., _) => format!("in {days} days"),
        (Language::Ja, 0, _) => format!("あと {rest}分"),
        (Language::En, 0, _) => format!("in {rest} min"),
        (Language::Ja, _, 0) => format!("あと {hours}時間"),
        (Language::En, _, 0) => format!("in {hours} h"),
        (Language::Ja, ..) => format!("あと {hours}時間{rest}分"),
        (Language::En, ..) => format!("in {hours} h {rest} min"),
    }
}

/// `9:00`.
pub fn time_of_day(at: DateTime<Tz>) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

fn month(at: NaiveDate) -> &'static str {
    MONTHS[at.month0() as usize % MONTHS.len()]
}

/// `月`, `Mon`.
pub fn weekday(day: Weekday, reader: Language) -> &'static str {
    let (ja, en) = match day {
        Weekday::Mon => ("月", "Mon"),
        Weekday::Tue => ("火", "Tue"),
        Weekday::Wed => ("水", "Wed"),
        Weekday::Thu => ("木", "Thu"),
        Weekday::Fri => ("金", "Fri"),
        Weekday::Sat => ("土", "Sat"),
        Weekday::Sun => ("日", "Sun"),
    };
    match reader {
        Language::Ja => ja,
        Language::En => en,
    }
}
