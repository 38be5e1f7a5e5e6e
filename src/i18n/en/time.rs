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

    fn long_date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), month(date), date.year())
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

    fn hours_in(&self, hours: &str, zone: &str) -> String {
        format!("{hours} {zone}")
    }

    fn time_in(&self, time: &str, zone: &str) -> String {
        format!("{time} {zone}")
    }

    fn in_full(&self, text: &str) -> String {
        let mut full = String::with_capacity(text.len());
        let mut number: Option<&str> = None;
        for word in text.split_inclusive(' ') {
            let end = word.find(|c: char| !c.is_ascii_alphanumeric());
            let (bare, rest) = word.split_at(end.unwrap_or(word.len()));
            let unit = match bare {
                "h" => "hour",
                "min" => "minute",
                _ => "",
            };
            match number.take().filter(|_| !unit.is_empty()) {
                Some("1") => full.extend([unit, rest]),
                Some(_) => full.extend([unit, "s", rest]),
                None => full.push_str(word),
            }
            // It may stand behind a bracket.
            let digits = word.trim_end().trim_start_matches('(');
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            number = is_number.then_some(digits);
        }
        full
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_said_in_full() {
        for (short, full) in [
            ("24 h", "24 hours"),
            ("24 h (in principle)", "24 hours (in principle)"),
            (
                "6 h 40 min left (until 21:00)",
                "6 hours 40 minutes left (until 21:00)",
            ),
            (
                "from 9:00 tomorrow (in 1 h 1 min)",
                "from 9:00 tomorrow (in 1 hour 1 minute)",
            ),
            ("until 21:00, 5 h left", "until 21:00, 5 hours left"),
            ("3 days left", "3 days left"),
            ("h 5 x min", "h 5 x min"),
        ] {
            assert_eq!(English.in_full(short), full);
        }
    }
}
