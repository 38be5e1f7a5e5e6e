use chrono::{Datelike, NaiveDate, Weekday};

use super::Simplified;
use crate::i18n::time::Words;

impl Words for Simplified {
    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "周一",
            Weekday::Tue => "周二",
            Weekday::Wed => "周三",
            Weekday::Thu => "周四",
            Weekday::Fri => "周五",
            Weekday::Sat => "周六",
            Weekday::Sun => "周日",
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
        "日本时间"
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
        format!("{span}后")
    }

    fn left(&self, span: &str) -> String {
        format!("还有{span}")
    }

    fn days(&self, days: i64) -> String {
        format!("{days}天")
    }

    fn hours(&self, hours: i64) -> String {
        format!("{hours}小时")
    }

    fn minutes(&self, minutes: i64) -> String {
        format!("{minutes}分钟")
    }

    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String {
        format!("{hours}小时{minutes}分钟")
    }
}
