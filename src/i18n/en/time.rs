use chrono::{Datelike, NaiveDate, Weekday};

use super::English;
use crate::i18n::time::Words;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn month(at: NaiveDate) -> &'static str {
    MONTHS[at.month0() as usize % MONTHS.len()]
}

impl Words for English {
    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        format!("{weekday} {} {}", date.day(), month(date))
    }

    fn japan_time(&self) -> &'static str {
        "Japan time"
    }

    fn until(&self, end: &str) -> String {
        format!("until {end}")
    }

    fn from(&self, start: &str) -> String {
        format!("from {start}")
    }

    fn on_own_clock(&self, zone: &str, own_zone: &str, time: &str) -> String {
        format!("{zone} = {time} {own_zone}")
    }

    fn day_and_time(&self, day: &str, time: &str) -> String {
        format!("{time} {day}")
    }

    fn today(&self) -> &'static str {
        "today"
    }

    fn tomorrow(&self) -> &'static str {
        "tomorrow"
    }

    fn day(&self, date: NaiveDate, with_year: bool) -> String {
        let day = format!("on {} {}", date.day(), month(date));
        if with_year {
            format!("{day} {}", date.year())
        } else {
            day
        }
    }

    fn before(&self, span: &str) -> String {
        format!("in {span}")
    }

    fn left(&self, span: &str) -> String {
        format!("{span} left")
    }

    fn days(&self, days: i64) -> String {
        format!("{days} days")
    }

    fn hours(&self, hours: i64) -> String {
        format!("{hours} h")
    }

    fn minutes(&self, minutes: i64) -> String {
        format!("{minutes} min")
    }

    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String {
        format!("{hours} h {minutes} min")
    }
}
