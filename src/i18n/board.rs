//! The texts of the desk board: days, hours and what there is to do.

use std::ops::Range;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::time;
use crate::frame::layout::Size;
use crate::language::Language;
use crate::text::width::width;

/// What a language says of it. Days, dates and times come in the reader's words.
pub trait Words {
    fn today(&self) -> &'static str;
    /// From a day to another.
    fn days(&self, first: &str, last: &str) -> String;
    /// A day of the month with its weekday.
    fn day(&self, day: u32, weekday: &str) -> String;
    /// When a desk is open on a day.
    fn open_on(&self, day: &str, times: &str) -> String;
    /// When a desk is open on each of several days.
    fn open_from_to(&self, first: &str, last: &str, times: &str) -> String;
    /// From a time of the day to another.
    fn times(&self, start: &str, end: &str) -> String;
    /// In the place of times.
    fn closed(&self) -> &'static str;
    fn coming(&self, from: &str, days: usize) -> String;
    /// `coming` is what [`Words::coming`] says.
    fn coming_alike(&self, coming: &str) -> String;
    /// An hour below a picture, of another day.
    fn tick(&self, weekday: &str, time: &str) -> String;
    fn have_ready(&self) -> &'static str;
    /// Between things of a list.
    fn and(&self) -> &'static str;
    fn show_qr(&self) -> &'static str;
    fn qr_code(&self) -> &'static str;
    fn scan(&self) -> &'static str;
    fn qr_needs(&self, columns: u16, rows: u16) -> String;
    fn qr_too_long(&self) -> &'static str;
    /// Hours, and how long that is.
    fn hours_and_span(&self, hours: &str, span: &str) -> String;
    /// The card with a desk and a checklist beside what is read.
    fn aside(&self) -> &'static str;
    /// There, above the desk for everything else.
    fn otherwise(&self) -> &'static str;
    /// So many desks more are on their own page.
    fn more_desks(&self, more: usize, key: &str) -> String;
    /// When a desk is open on all the coming days.
    fn every_day(&self, times: &str) -> String;
    /// Hours now, and those of days.
    fn hours_and_days(&self, hours: &str, days: &str) -> String;
    /// Several things that are said one after the other.
    fn sentences(&self, said: &[String]) -> String;
    /// What is said of something, behind its name.
    fn said_of(&self, said: &str) -> String;
    /// So many checklists more are on a page of their own.
    fn more_lists(&self, more: usize) -> String;
}

fn words(lang: Language) -> &'static dyn Words {
    super::of(lang)
}

/// Zones with longer names are called by their offset.
const LONGEST_ZONE: usize = 10;

/// Above the picture of a day: `今日 23(月)`, or `今日` without the date.
pub fn today(date: NaiveDate, dated: bool, lang: Language) -> String {
    let today = words(lang).today();
    if dated {
        format!("{today} {}", day(date, lang))
    } else {
        today.to_owned()
    }
}

/// Days within a week, as short as can be: `24(火)〜30(月)`, `Tue 24–Mon 30`; `火〜月`, `Tue–Mon` without the dates.
pub fn days(first: NaiveDate, last: NaiveDate, dated: bool, lang: Language) -> String {
    let name = |date: NaiveDate| {
        if dated {
            day(date, lang)
        } else {
            time::weekday(date.weekday(), lang).to_owned()
        }
    };
    if first == last {
        name(first)
    } else {
        words(lang).days(&name(first), &name(last))
    }
}

fn day(date: NaiveDate, lang: Language) -> String {
    words(lang).day(date.day(), time::weekday(date.weekday(), lang))
}

/// When a desk is open on some days, in words: `11月24日(火)から11月30日(月)まで 9:00〜21:00`,
/// `Tue 24 Nov to Mon 30 Nov, 9:00 to 21:00`.
pub fn days_in_words(
    first: NaiveDate,
    last: NaiveDate,
    open: &[Range<DateTime<Tz>>],
    lang: Language,
) -> String {
    let open = open_times(open, lang);
    let (from, to) = (time::date(first, lang), time::date(last, lang));
    if first == last {
        words(lang).open_on(&from, &open)
    } else {
        words(lang).open_from_to(&from, &to, &open)
    }
}

/// When a desk is open on all the coming days: `毎日 9:00〜21:00`, `every day 9:00 to 21:00`; nothing where it never is.
pub fn every_day(open: &[Range<DateTime<Tz>>], lang: Language) -> String {
    if open.is_empty() {
        return String::new();
    }
    words(lang).every_day(&open_times(open, lang))
}

/// Hours now, and those of days: `日本語 あと5時間、毎日 9:00〜21:00`.
pub fn hours_and_days(hours: &str, days: &str, lang: Language) -> String {
    words(lang).hours_and_days(hours, days)
}

/// Several things that are said one after the other: `受付中。英語 24時間。`
pub fn sentences(said: &[String], lang: Language) -> String {
    words(lang).sentences(said)
}

/// What is said of something, behind its name: `：受付中。`, `: open.`
pub fn said_of(said: &str, lang: Language) -> String {
    words(lang).said_of(said)
}

/// `9:00〜21:00`, `9:00 to 21:00`; `受付なし`, `closed`.
fn open_times(open: &[Range<DateTime<Tz>>], lang: Language) -> String {
    let time = |open: &Range<DateTime<Tz>>| {
        let start = time::time_of_day(open.start);
        let end = match open.end.time() {
            NaiveTime::MIN => "24:00".to_owned(),
            _ => time::time_of_day(open.end),
        };
        words(lang).times(&start, &end)
    };
    let times: Vec<String> = open.iter().map(time).collect();
    if times.is_empty() {
        words(lang).closed().to_owned()
    } else {
        times.join(and(lang))
    }
}

/// Above the pictures of the days to come.
pub fn coming(from: NaiveDate, days: usize, lang: Language) -> String {
    let from = time::date(from, lang);
    words(lang).coming(&from, days)
}

/// In their place, where the desk is always open.
pub fn coming_alike(from: NaiveDate, days: usize, lang: Language) -> String {
    let coming = coming(from, days, lang);
    words(lang).coming_alike(&coming)
}

/// An hour below a picture: `9`, `20:45`, with the weekday where the reader must be told that it is another day:
/// `(日)10`, `Sun 10`.
pub fn tick(at: DateTime<Tz>, with_day: bool, lang: Language) -> String {
    let time = match at.minute() {
        0 => at.hour().to_string(),
        _ => time::time_of_day(at),
    };
    let weekday = time::weekday(at.weekday(), lang);
    if with_day {
        words(lang).tick(weekday, &time)
    } else {
        time
    }
}

/// What to call a zone beside a picture that begins and ends at these instants, in few columns: `日本時間`, `EST`,
/// `EDT/EST`, `UTC-3`.
pub fn zone(first: DateTime<Tz>, last: DateTime<Tz>, lang: Language) -> String {
    let [from, to] = [first, last].map(|at| {
        let name = time::zone_name(at, lang);
        if width(&name) > LONGEST_ZONE {
            time::offset(at)
        } else {
            name
        }
    });
    let both = format!("{from}/{to}");
    if from == to || width(&both) > LONGEST_ZONE {
        to
    } else {
        both
    }
}

/// What the card beside an article is called.
pub fn aside(lang: Language) -> &'static str {
    words(lang).aside()
}

/// On it, above the desk for everything else.
pub fn otherwise(lang: Language) -> &'static str {
    words(lang).otherwise()
}

/// Before the sections that say what to have ready.
pub fn have_ready(lang: Language) -> &'static str {
    words(lang).have_ready()
}

/// Between those sections, and between times of a day.
pub fn and(lang: Language) -> &'static str {
    words(lang).and()
}

/// The link to a contact's QR code.
pub fn show_qr(lang: Language) -> &'static str {
    words(lang).show_qr()
}

/// The same in short.
pub fn qr_code(lang: Language) -> &'static str {
    words(lang).qr_code()
}

/// The title of that page.
pub fn qr_title(desk: &str, lang: Language) -> String {
    format!("{desk} › {}", words(lang).qr_code())
}

/// Below a QR code.
pub fn scan(lang: Language) -> &'static str {
    words(lang).scan()
}

/// In the place of a QR code that does not fit.
pub fn qr_needs(window: Option<Size>, lang: Language) -> String {
    match window {
        Some(Size { columns, rows }) => words(lang).qr_needs(columns, rows),
        None => words(lang).qr_too_long().to_owned(),
    }
}

/// Hours, and how long that is: `21:00まで・あと6時間55分`.
pub fn hours_and_span(hours: &str, span: &str, lang: Language) -> String {
    words(lang).hours_and_span(hours, span)
}

/// That there are more desks, and the key that shows them.
pub fn more_desks(more: usize, key: &str, lang: Language) -> String {
    words(lang).more_desks(more, key)
}

/// Says that so many checklists more are on a page of their own.
pub fn more_lists(more: usize, lang: Language) -> String {
    words(lang).more_lists(more)
}
