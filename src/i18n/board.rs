//! The texts of the desk board: days, hours and what there is to do.

use std::ops::Range;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Offset, Timelike};
use chrono_tz::Tz;

use super::time;
use crate::frame::layout::Size;
use crate::language::Language;
use crate::text::width::width;

/// Zones with longer names are called by their offset.
const LONGEST_ZONE: usize = 10;

/// Above the picture of a day: `今日 23(月)`, or `今日` without the date.
pub fn today(date: NaiveDate, dated: bool, reader: Language) -> String {
    let (today, day) = match reader {
        Language::Ja => ("今日", day(date, reader)),
        Language::En => ("Today", day(date, reader)),
    };
    if dated {
        format!("{today} {day}")
    } else {
        today.to_owned()
    }
}

/// Days within a week, as short as can be: `24(火)〜30(月)`, `Tue 24–Mon 30`; `火〜月`, `Tue–Mon` without the dates.
pub fn days(first: NaiveDate, last: NaiveDate, dated: bool, reader: Language) -> String {
    let name = |date: NaiveDate| {
        if dated {
            day(date, reader)
        } else {
            time::weekday(date.weekday(), reader).to_owned()
        }
    };
    match (first == last, reader) {
        (true, _) => name(first),
        (false, Language::Ja) => format!("{}〜{}", name(first), name(last)),
        (false, Language::En) => format!("{}–{}", name(first), name(last)),
    }
}

fn day(date: NaiveDate, reader: Language) -> String {
    let weekday = time::weekday(date.weekday(), reader);
    match reader {
        Language::Ja => format!("{}({weekday})", date.day()),
        Language::En => format!("{weekday} {}", date.day()),
    }
}

/// When a desk is open on some days, in words: `11月24日(火)から11月30日(月)まで 9:00〜21:00`,
/// `Tue 24 Nov to Mon 30 Nov, 9:00 to 21:00`.
pub fn days_in_words(
    first: NaiveDate,
    last: NaiveDate,
    open: &[Range<DateTime<Tz>>],
    reader: Language,
) -> String {
    let open = open_times(open, reader);
    let (from, to) = (time::date(first, reader), time::date(last, reader));
    match (first == last, reader) {
        (true, Language::Ja) => format!("{from} {open}"),
        (true, Language::En) => format!("{from}, {open}"),
        (false, Language::Ja) => format!("{from}から{to}まで {open}"),
        (false, Language::En) => format!("{from} to {to}, {open}"),
    }
}

/// `9:00〜21:00`, `9:00 to 21:00`; `受付なし`, `closed`.
fn open_times(open: &[Range<DateTime<Tz>>], reader: Language) -> String {
    let time = |open: &Range<DateTime<Tz>>| {
        let start = time::time_of_day(open.start);
        let end = match open.end.time() {
            NaiveTime::MIN => "24:00".to_owned(),
            _ => time::time_of_day(open.end),
        };
        match reader {
            Language::Ja => format!("{start}〜{end}"),
            Language::En => format!("{start} to {end}"),
        }
    };
    let times: Vec<String> = open.iter().map(time).collect();
    match (times.is_empty(), reader) {
        (true, Language::Ja) => "受付なし".to_owned(),
        (true, Language::En) => "closed".to_owned(),
        (false, _) => times.join(and(reader)),
    }
}

/// Above the pictures of the days to come.
pub fn coming(from: NaiveDate, days: usize, reader: Language) -> String {
    let from = time::date(from, reader);
    match reader {
        Language::Ja => format!("{from}から{days}日間"),
        Language::En => format!("{days} days from {from}"),
    }
}

/// In their place, where the desk is always open.
pub fn coming_alike(from: NaiveDate, days: usize, reader: Language) -> String {
    let coming = coming(from, days, reader);
    match reader {
        Language::Ja => format!("{coming}も同じです"),
        Language::En => format!("{coming}: the same"),
    }
}

/// An hour below a picture: `9`, `20:45`, with the weekday where the reader must be told that it is another day:
/// `(日)10`, `Sun 10`.
pub fn tick(at: DateTime<Tz>, with_day: bool, reader: Language) -> String {
    let time = match at.minute() {
        0 => at.hour().to_string(),
        minute => format!("{}:{minute:02}", at.hour()),
    };
    let weekday = time::weekday(at.weekday(), reader);
    match (with_day, reader) {
        (false, _) => time,
        (true, Language::Ja) => format!("({weekday}){time}"),
        (true, Language::En) => format!("{weekday} {time}"),
    }
}

/// What to call a zone beside a picture that begins and ends at these instants, in few columns: `日本時間`, `EST`,
/// `EDT/EST`, `UTC-3`.
pub fn zone(first: DateTime<Tz>, last: DateTime<Tz>, reader: Language) -> String {
    let [from, to] = [first, last].map(|at| {
        let name = time::zone_name(at, reader);
        if width(&name) > LONGEST_ZONE {
            offset(at)
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

fn offset(at: DateTime<Tz>) -> String {
    let seconds = at.offset().fix().local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// Before the sections that say what to have ready.
pub const fn have_ready(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "用意するもの：",
        Language::En => "Have ready: ",
    }
}

/// Between those sections, and between times of a day.
pub const fn and(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "、",
        Language::En => ", ",
    }
}

/// The link to a contact's QR code.
pub const fn show_qr(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "QRコードを表示",
        Language::En => "Show QR code",
    }
}

/// The title of that page.
pub fn qr_title(desk: &str, reader: Language) -> String {
    match reader {
        Language::Ja => format!("{desk} › QRコード"),
        Language::En => format!("{desk} › QR code"),
    }
}

/// Below a QR code.
pub const fn scan(reader: Language) -> &'static str {
    match reader {
        Language::Ja => "スマートフォンのカメラで読み取れます",
        Language::En => "Scan it with the camera of a smartphone",
    }
}

/// In the place of a QR code that does not fit.
pub fn qr_needs(window: Option<Size>, reader: Language) -> String {
    match (window, reader) {
        (Some(Size { columns, rows }), Language::Ja) => {
            format!(
                "この画面にはQRコードが入りません。画面を{columns}×{rows}以上に広げてください。"
            )
        }
        (Some(Size { columns, rows }), Language::En) => format!(
            "There is no room for the QR code. Please make the window {columns}×{rows} or larger."
        ),
        (None, Language::Ja) => "この連絡先は長すぎて、QRコードにできません。".to_owned(),
        (None, Language::En) => "This contact is too long for a QR code.".to_owned(),
    }
}
