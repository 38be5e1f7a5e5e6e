use chrono::{Datelike, NaiveDate, Weekday};

use super::Japanese;
use crate::i18n::time::Words;

impl Words for Japanese {
    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "月",
            Weekday::Tue => "火",
            Weekday::Wed => "水",
            Weekday::Thu => "木",
            Weekday::Fri => "金",
            Weekday::Sat => "土",
            Weekday::Sun => "日",
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
        format!("{end}まで")
    }

    fn from(&self, start: &str) -> String {
        format!("{start} から")
    }

    fn hours_in(&self, hours: &str, zone: &str) -> String {
        let stands_apart = zone.ends_with(|c: char| c.is_ascii())
            || !hours.starts_with(|c: char| c.is_ascii_digit());
        let space = if stands_apart { " " } else { "" };
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
        "今日"
    }

    fn tomorrow(&self) -> &'static str {
        "明日"
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
        format!("あと{span}")
    }

    fn days(&self, days: i64) -> String {
        format!("{days}日")
    }

    fn hours(&self, hours: i64) -> String {
        format!("{hours}時間")
    }

    fn minutes(&self, minutes: i64) -> String {
        format!("{minutes}分")
    }

    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String {
        format!("{hours}時間{minutes}分")
    }
}
