use chrono::{Datelike, NaiveDate, Weekday};

use super::Korean;
use crate::i18n::time::Words;

impl Words for Korean {
    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "월",
            Weekday::Tue => "화",
            Weekday::Wed => "수",
            Weekday::Thu => "목",
            Weekday::Fri => "금",
            Weekday::Sat => "토",
            Weekday::Sun => "일",
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        format!("{}월 {}일({weekday})", date.month(), date.day())
    }

    fn long_date(&self, date: NaiveDate) -> String {
        format!("{}년 {}월 {}일", date.year(), date.month(), date.day())
    }

    fn japan_time(&self) -> &'static str {
        "일본 시간"
    }

    fn until(&self, end: &str) -> String {
        format!("{end}까지")
    }

    fn from(&self, start: &str) -> String {
        format!("{start}부터")
    }

    fn hours_in(&self, hours: &str, zone: &str) -> String {
        format!("{zone} {hours}")
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
        "오늘"
    }

    fn tomorrow(&self) -> &'static str {
        "내일"
    }

    fn day(&self, date: NaiveDate, with_year: bool) -> String {
        let day = format!("{}월 {}일", date.month(), date.day());
        if with_year {
            format!("{}년 {day}", date.year())
        } else {
            day
        }
    }

    fn before(&self, span: &str) -> String {
        format!("{span} 후")
    }

    fn left(&self, span: &str) -> String {
        format!("{span} 남음")
    }

    fn days(&self, days: i64) -> String {
        format!("{days}일")
    }

    fn hours(&self, hours: i64) -> String {
        format!("{hours}시간")
    }

    fn minutes(&self, minutes: i64) -> String {
        format!("{minutes}분")
    }

    fn hours_and_minutes(&self, hours: i64, minutes: i64) -> String {
        format!("{hours}시간 {minutes}분")
    }
}
