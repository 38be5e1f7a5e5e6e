//! Times, dates and spans of time in words.
//!
//! Hours are written as people say them: 9:00, and 24:00 for an end at midnight.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveTime, Offset, TimeDelta, Timelike, Utc, Weekday,
};
use chrono_tz::{OffsetName, Tz};

use crate::desk::status::in_zone;
use crate::language::Language;

/// What a language says of it. Times of the day and amounts come in the reader's words.
pub trait Words {
    fn weekday(&self, day: Weekday) -> &'static str;
    /// A day with its weekday.
    fn date(&self, date: NaiveDate) -> String;
    /// A day with its year.
    fn long_date(&self, date: NaiveDate) -> String;
    /// What people call the zone of Japan.
    fn japan_time(&self) -> &'static str;
    fn until(&self, end: &str) -> String;
    fn from(&self, start: &str) -> String;
    /// Hours with the name of the zone whose they are.
    fn hours_in(&self, hours: &str, zone: &str) -> String;
    /// A time with its day, by the clock of a zone.
    fn time_in(&self, time: &str, zone: &str) -> String;
    /// A text of this module for the ear: no unit is shortened.
    fn in_full(&self, text: &str) -> String;
    /// A time of a day as these name it: [`Words::today`], [`Words::tomorrow`], [`Words::day`].
    fn day_and_time(&self, day: &str, time: &str) -> String;
    fn today(&self) -> &'static str;
    fn tomorrow(&self) -> &'static str;
    /// A day, with the year where it is not this one.
    fn day(&self, date: NaiveDate, with_year: bool) -> String;
    fn before(&self, span: &str) -> String;
    fn left(&self, span: &str) -> String;
    fn days(&self, days: i64) -> String;
    fn hours(&self, hours: i64) -> String;
    fn minutes(&self, minutes: i64) -> String;
    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// One instant by the clock at the desks and by the reader's. A clock of the desks alone is that of a reader who lives
/// there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// In the guide's zone.
    pub desks: DateTime<Tz>,
    /// In the reader's.
    pub own: DateTime<Tz>,
}

impl Clocks {
    pub fn new(at: DateTime<Utc>, guide: Tz, viewer: Tz) -> Self {
        Self {
            desks: in_zone(at, guide),
            own: in_zone(at, viewer),
        }
    }

    /// An instant as the reader's clock shows it, where that differs from the desks'. Each instant has its own answer:
    /// two zones may agree in winter alone.
    pub fn own_time(self, at: DateTime<Tz>) -> Option<DateTime<Tz>> {
        let own = in_zone(at.to_utc(), self.own.timezone());
        (own.offset().fix() != at.offset().fix()).then_some(own)
    }
}

impl From<DateTime<Tz>> for Clocks {
    fn from(desks: DateTime<Tz>) -> Self {
        Self { desks, own: desks }
    }
}

/// Day and time: `11月23日(月) 20:47`, `Mon 23 Nov 20:47`.
pub fn date_time(at: DateTime<Tz>, lang: Language) -> String {
    format!("{} {}", date(at.date_naive(), lang), time_of_day(at))
}

/// `11月23日(月)`, `Mon 23 Nov`.
pub fn date(date: NaiveDate, lang: Language) -> String {
    words(lang).date(date)
}

/// `2026年11月23日`, `23 Nov 2026`.
pub fn long_date(date: NaiveDate, lang: Language) -> String {
    words(lang).long_date(date)
}

/// Day and time with the name of the zone: `11月23日(月) 20:47 日本時間`, `Mon 23 Nov 20:47 Japan time`.
pub fn clock(at: DateTime<Tz>, lang: Language) -> String {
    format!("{} {}", date_time(at, lang), zone_name(at, lang))
}

/// What people call the zone of an instant: `日本時間`, `Japan time`, `CET`, or where the zone has no letters of its own how far
/// it is from UTC, `UTC-3`.
pub fn zone_name(at: DateTime<Tz>, lang: Language) -> String {
    let zone = at.timezone();
    if matches!(zone, Tz::Asia__Tokyo | Tz::Japan) {
        return words(lang).japan_time().to_owned();
    }
    at.offset()
        .abbreviation()
        .filter(|letters| letters.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map_or_else(|| offset(at), str::to_owned)
}

/// How far an instant's clock is from UTC: `UTC-3`, `UTC+5:45`.
pub(super) fn offset(at: DateTime<Tz>) -> String {
    let seconds = at.offset().fix().local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// Until when something lasts: `21:00まで`, `until 21:00`; with the day where it is not today's.
pub fn until(end: DateTime<Tz>, now: DateTime<Tz>, lang: Language) -> String {
    let end = if is_end_of(end, now) {
        "24:00".to_owned()
    } else if end.date_naive() == now.date_naive() {
        time_of_day(end)
    } else {
        day_and_time(end, now, lang)
    };
    words(lang).until(&end)
}

/// Whether an instant is the midnight at the end of today.
fn is_end_of(at: DateTime<Tz>, today: DateTime<Tz>) -> bool {
    let before = at.date_naive().checked_sub_days(Days::new(1));
    at.time() == NaiveTime::MIN && before == Some(today.date_naive())
}

/// When something begins, by itself: `明日 9:00`, `9:00 tomorrow`.
pub fn at(start: DateTime<Tz>, now: DateTime<Tz>, lang: Language) -> String {
    day_and_time(start, now, lang)
}

/// From when something begins: `明日 9:00 から`, `from 9:00 tomorrow`.
pub fn from(start: DateTime<Tz>, now: DateTime<Tz>, lang: Language) -> String {
    words(lang).from(&day_and_time(start, now, lang))
}

/// Hours that end or begin at an instant, with the zone whose they are, and that instant by the reader's own clock, each with
/// its own today and tomorrow: `日本時間21:00まで` and `EST 今日 7:00`, `from 9:00 tomorrow Japan time` and `19:00 today EST`. `None`
/// where the two are the same.
pub(super) fn by_both_clocks(
    hours: &str,
    at: DateTime<Tz>,
    now: Clocks,
    lang: Language,
) -> Option<[String; 2]> {
    let own = now.own_time(at)?;
    let mut zones = [at, own].map(|at| zone_name(at, lang));
    if zones[0] == zones[1] {
        // China and Chicago both say CST.
        zones = [at, own].map(|at| at.timezone().name().to_owned());
    }
    let [zone, own_zone] = zones;
    let time = day_and_time(own, now.own, lang);
    let words = words(lang);
    Some([
        words.hours_in(hours, &zone),
        words.time_in(&time, &own_zone),
    ])
}

/// A text of hours and spans for the ear, with all units in full: `24 hours`, `6 hours 40 minutes left`.
pub fn in_full(text: &str, lang: Language) -> String {
    words(lang).in_full(text)
}

/// `今日 9:00`, `明日 9:00`, `11月25日 9:00`; `9:00 today`, `9:00 tomorrow`, `9:00 on 25 Nov`; with the year where it is
/// not this one.
fn day_and_time(at: DateTime<Tz>, now: DateTime<Tz>, lang: Language) -> String {
    words(lang).day_and_time(&day(at, now, lang), &time_of_day(at))
}

fn day(at: DateTime<Tz>, now: DateTime<Tz>, lang: Language) -> String {
    let (date, today) = (at.date_naive(), now.date_naive());
    let tomorrow = today.checked_add_days(Days::new(1)) == Some(date);
    if date == today {
        words(lang).today().to_owned()
    } else if tomorrow {
        words(lang).tomorrow().to_owned()
    } else {
        words(lang).day(date, at.year() != now.year())
    }
}

/// How long it takes until something begins: `2時間13分後`, `in 2 h 13 min`.
pub fn before(span: TimeDelta, lang: Language) -> String {
    words(lang).before(&amount(span, lang))
}

/// How long something still lasts: `あと2時間13分`, `2 h 13 min left`.
pub fn left(span: TimeDelta, lang: Language) -> String {
    words(lang).left(&amount(span, lang))
}

/// A span of time: `2時間13分`, `2 h 13 min`; from two days on `3日`, `3 days`. Always rounded up and never nothing: ten
/// seconds are `1分`.
fn amount(span: TimeDelta, lang: Language) -> String {
    let seconds = span.num_seconds() + i64::from(span.subsec_nanos() > 0);
    let minutes = seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
    let minutes = minutes.max(1);
    let (hours, rest) = (minutes / 60, minutes % 60);
    let days = (minutes + 24 * 60 - 1) / (24 * 60);
    let words = words(lang);
    match (hours, rest) {
        (48.., _) => words.days(days),
        (0, _) => words.minutes(rest),
        (_, 0) => words.hours(hours),
        _ => words.hours_and_minutes(hours, rest),
    }
}

/// `9:00`.
pub fn time_of_day(at: DateTime<Tz>) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

/// `月`, `Mon`.
pub fn weekday(day: Weekday, lang: Language) -> &'static str {
    words(lang).weekday(day)
}
