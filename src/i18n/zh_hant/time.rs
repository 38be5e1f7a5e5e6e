use chrono::{Datelike, NaiveDate, Weekday};

use super::Traditional;
use crate::i18n::time::Words;

impl Words for Traditional {
    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "週一",
            Weekday::Tue => "週二",
            Weekday::Wed => "週三",
            Weekday::Thu => "週四",
            Weekday::Fri => "週五",
            Weekday::Sat => "週六",
            Weekday::Sun => "週日",
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        format!("{}月{}日({weekday})", date.month(), date.day())
    }

    fn long_date(&self, date: NaiveDate) -> String {
        format!("{}年{}月{}日", date.year(), date.month(), date.day())
    }

    fn japan_time(&self) -> &'static str {
        "日本時間"
    }

    fn until(&self, end: &str) -> String {
        format!("至{end}")
    }

    fn from(&self, start: &str) -> String {
        format!("{start} 起")
    }

    fn hours_in(&self, hours: &str, zone: &str) -> String {
        let space = if zone.ends_with(|c: char| c.is_ascii()) {
            " "
        } else {
            ""
        };
        format!("{zone}{space}{hours}")
    }

    fn time_in(&self, time: &str, zone: &str) -> String {
        format!("{zone} {time}")
    }

    fn in_full(&self, text: &str) -> String {
        text.to_owned()
    }

    fn day_and_time(&self, day: &str, time: &str) -> String {
        format!("{day} {time}")
    }

    fn today(&self) -> &'static str {
        "今天"
    }

    fn tomorrow(&self) -> &'static str {
        "明天"
    }

    fn day(&self, date: NaiveDate, with_year: bool) -> String {
        let day = format!("{}月{}日", date.month(), date.day());
        if with_year {
            format!("{}年{day}", date.year())
        } else {
            day
        }
    }

    fn before(&self, span: &str) -> String {
        format!("{span}後")
    }

    fn left(&self, span: &str) -> String {
        format!("還有{span}")
    }

    fn days(&self, days: i64) -> String {
        format!("{days}天")
    }

    fn hours(&self, hours: i64) -> String {
        format!("{hours}小時")
    }

    fn minutes(&self, minutes: i64) -> String {
        format!("{minutes}分鐘")
    }

    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String {
        format!("{hours}小時{minutes}分鐘")
    }
}
