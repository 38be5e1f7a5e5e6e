//! What is said around the opening and the closing minute to readers all over the world. Every text is written out by
//! hand: the offsets are those of the zones' laws in 2026 (New York: 8 March and 1 November, London: 29 March and 25
//! October, Sydney: 5 April and 4 October).

use chrono_tz::Tz;
use chrono_tz::Tz::{
    America__New_York as NewYork, Asia__Tokyo as Tokyo, Australia__Sydney as Sydney,
    Europe__London as London,
};

use madoguchi::cli::status::{short, text};
use madoguchi::guide::Guide;
use madoguchi::language::Language;

use super::{EN, JA, at, built_in, guide, staffed};

const DAYTIME: &str = "Mo-Su 09:00-21:00";

fn desk(hours: &str) -> Guide {
    guide(vec![staffed("x", ("窓口", "Desk"), hours, "")], Tokyo)
}

/// The reader's own clock, if it is shown, and what is said of the hours of a desk's only language.
fn said(guide: &Guide, instant: &str, viewer: Tz, lang: Language) -> (String, String) {
    let text = text(guide, at(instant), lang, viewer);
    let own = text.lines().nth(1).unwrap_or_default().to_owned();
    let label = if lang == JA {
        "    日本語  "
    } else {
        "    Japanese  "
    };
    let mut rows = text.lines().filter_map(|line| line.strip_prefix(label));
    (own, rows.next().expect("the hours").to_owned())
}

/// Checks the hours as readers in a zone are told them in both languages, and the clock that they are shown.
fn check(hours: &str, viewer: Tz, rows: &[(&str, &str, &str, &str)]) {
    let guide = desk(hours);
    for (instant, clock, ja, en) in rows {
        let instant = format!("{instant}+09:00");
        let found = said(&guide, &instant, viewer, JA);
        let shown = if clock.is_empty() {
            String::new()
        } else {
            format!("{clock}（お手元の時計、{}）", viewer.name())
        };
        assert_eq!(found, (shown, (*ja).to_owned()), "{instant} {viewer}");
        let (_, found) = said(&guide, &instant, viewer, EN);
        assert_eq!(found, *en, "{instant} {viewer}");
    }
}

#[test]
#[rustfmt::skip]
fn in_japan() {
    check(DAYTIME, Tokyo, &[
        ("2026-11-23T08:59:59", "", "今日 9:00 から（1分後）", "from 9:00 today (in 1 min)"),
        ("2026-11-23T09:00:00", "", "あと12時間（21:00まで）", "12 h left (until 21:00)"),
        ("2026-11-23T18:47:00", "", "あと2時間13分（21:00まで）", "2 h 13 min left (until 21:00)"),
        ("2026-11-23T20:59:59", "", "あと1分（21:00まで）", "1 min left (until 21:00)"),
        ("2026-11-23T20:59:59.999", "", "あと1分（21:00まで）", "1 min left (until 21:00)"),
        ("2026-11-23T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2026-11-23T21:00:01", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2026-11-23T23:59:59", "", "明日 9:00 から（9時間1分後）", "from 9:00 tomorrow (in 9 h 1 min)"),
        ("2026-11-24T00:00:00", "", "今日 9:00 から（9時間後）", "from 9:00 today (in 9 h)"),
        // The year ends, and February.
        ("2026-12-31T20:59:59", "", "あと1分（21:00まで）", "1 min left (until 21:00)"),
        ("2026-12-31T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2027-02-28T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2028-02-28T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2028-02-29T08:59:59", "", "今日 9:00 から（1分後）", "from 9:00 today (in 1 min)"),
        ("2028-02-29T09:00:00", "", "あと12時間（21:00まで）", "12 h left (until 21:00)"),
        ("2028-02-29T20:59:59", "", "あと1分（21:00まで）", "1 min left (until 21:00)"),
        ("2028-02-29T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
    ]);
}

#[test]
#[rustfmt::skip]
fn from_new_york() {
    check(DAYTIME, NewYork, &[
        ("2026-03-08T08:59:59", "3月7日(土) 18:59 EST", "日本時間 今日 9:00 から（EST 今日 19:00）・1分後", "from 9:00 today Japan time (19:00 today EST), in 1 min"),
        ("2026-03-08T09:00:00", "3月7日(土) 19:00 EST", "日本時間21:00まで（EDT 明日 8:00）・あと12時間", "until 21:00 Japan time (8:00 tomorrow EDT), 12 h left"),
        ("2026-03-08T15:59:59", "3月8日(日) 1:59 EST", "日本時間21:00まで（EDT 今日 8:00）・あと5時間1分", "until 21:00 Japan time (8:00 today EDT), 5 h 1 min left"),
        ("2026-03-08T16:00:00", "3月8日(日) 3:00 EDT", "日本時間21:00まで（EDT 今日 8:00）・あと5時間", "until 21:00 Japan time (8:00 today EDT), 5 h left"),
        ("2026-03-08T20:59:59", "3月8日(日) 7:59 EDT", "日本時間21:00まで（EDT 今日 8:00）・あと1分", "until 21:00 Japan time (8:00 today EDT), 1 min left"),
        ("2026-03-08T21:00:00", "3月8日(日) 8:00 EDT", "日本時間 明日 9:00 から（EDT 今日 20:00）・12時間後", "from 9:00 tomorrow Japan time (20:00 today EDT), in 12 h"),
        ("2026-10-31T21:00:00", "10月31日(土) 8:00 EDT", "日本時間 明日 9:00 から（EDT 今日 20:00）・12時間後", "from 9:00 tomorrow Japan time (20:00 today EDT), in 12 h"),
        ("2026-11-01T08:59:59", "10月31日(土) 19:59 EDT", "日本時間 今日 9:00 から（EDT 今日 20:00）・1分後", "from 9:00 today Japan time (20:00 today EDT), in 1 min"),
        ("2026-11-01T09:00:00", "10月31日(土) 20:00 EDT", "日本時間21:00まで（EST 明日 7:00）・あと12時間", "until 21:00 Japan time (7:00 tomorrow EST), 12 h left"),
        // The hour that comes twice.
        ("2026-11-01T14:59:59", "11月1日(日) 1:59 EDT", "日本時間21:00まで（EST 今日 7:00）・あと6時間1分", "until 21:00 Japan time (7:00 today EST), 6 h 1 min left"),
        ("2026-11-01T15:00:00", "11月1日(日) 1:00 EST", "日本時間21:00まで（EST 今日 7:00）・あと6時間", "until 21:00 Japan time (7:00 today EST), 6 h left"),
        ("2026-11-01T20:59:59", "11月1日(日) 6:59 EST", "日本時間21:00まで（EST 今日 7:00）・あと1分", "until 21:00 Japan time (7:00 today EST), 1 min left"),
        ("2026-11-01T21:00:00", "11月1日(日) 7:00 EST", "日本時間 明日 9:00 から（EST 今日 19:00）・12時間後", "from 9:00 tomorrow Japan time (19:00 today EST), in 12 h"),
        // It is still the old year, and still February.
        ("2027-01-01T08:59:59", "12月31日(木) 18:59 EST", "日本時間 今日 9:00 から（EST 今日 19:00）・1分後", "from 9:00 today Japan time (19:00 today EST), in 1 min"),
        ("2027-01-01T09:00:00", "12月31日(木) 19:00 EST", "日本時間21:00まで（EST 明日 7:00）・あと12時間", "until 21:00 Japan time (7:00 tomorrow EST), 12 h left"),
        ("2028-03-01T09:00:00", "2月29日(火) 19:00 EST", "日本時間21:00まで（EST 明日 7:00）・あと12時間", "until 21:00 Japan time (7:00 tomorrow EST), 12 h left"),
    ]);
}

#[test]
#[rustfmt::skip]
fn from_london() {
    check(DAYTIME, London, &[
        ("2026-03-28T21:00:00", "3月28日(土) 12:00 GMT", "日本時間 明日 9:00 から（GMT 明日 0:00）・12時間後", "from 9:00 tomorrow Japan time (0:00 tomorrow GMT), in 12 h"),
        ("2026-03-29T08:59:59", "3月28日(土) 23:59 GMT", "日本時間 今日 9:00 から（GMT 明日 0:00）・1分後", "from 9:00 today Japan time (0:00 tomorrow GMT), in 1 min"),
        ("2026-03-29T09:00:00", "3月29日(日) 0:00 GMT", "日本時間21:00まで（BST 今日 13:00）・あと12時間", "until 21:00 Japan time (13:00 today BST), 12 h left"),
        ("2026-03-29T09:59:59", "3月29日(日) 0:59 GMT", "日本時間21:00まで（BST 今日 13:00）・あと11時間1分", "until 21:00 Japan time (13:00 today BST), 11 h 1 min left"),
        ("2026-03-29T10:00:00", "3月29日(日) 2:00 BST", "日本時間21:00まで（BST 今日 13:00）・あと11時間", "until 21:00 Japan time (13:00 today BST), 11 h left"),
        ("2026-03-29T20:59:59", "3月29日(日) 12:59 BST", "日本時間21:00まで（BST 今日 13:00）・あと1分", "until 21:00 Japan time (13:00 today BST), 1 min left"),
        ("2026-03-29T21:00:00", "3月29日(日) 13:00 BST", "日本時間 明日 9:00 から（BST 明日 1:00）・12時間後", "from 9:00 tomorrow Japan time (1:00 tomorrow BST), in 12 h"),
        ("2026-10-25T08:59:59", "10月25日(日) 0:59 BST", "日本時間 今日 9:00 から（BST 今日 1:00）・1分後", "from 9:00 today Japan time (1:00 today BST), in 1 min"),
        ("2026-10-25T09:00:00", "10月25日(日) 1:00 BST", "日本時間21:00まで（GMT 今日 12:00）・あと12時間", "until 21:00 Japan time (12:00 today GMT), 12 h left"),
        ("2026-10-25T09:59:59", "10月25日(日) 1:59 BST", "日本時間21:00まで（GMT 今日 12:00）・あと11時間1分", "until 21:00 Japan time (12:00 today GMT), 11 h 1 min left"),
        ("2026-10-25T10:00:00", "10月25日(日) 1:00 GMT", "日本時間21:00まで（GMT 今日 12:00）・あと11時間", "until 21:00 Japan time (12:00 today GMT), 11 h left"),
        ("2026-10-25T21:00:00", "10月25日(日) 12:00 GMT", "日本時間 明日 9:00 から（GMT 明日 0:00）・12時間後", "from 9:00 tomorrow Japan time (0:00 tomorrow GMT), in 12 h"),
        ("2027-01-01T08:59:59", "12月31日(木) 23:59 GMT", "日本時間 今日 9:00 から（GMT 明日 0:00）・1分後", "from 9:00 today Japan time (0:00 tomorrow GMT), in 1 min"),
        ("2028-02-29T09:00:00", "2月29日(火) 0:00 GMT", "日本時間21:00まで（GMT 今日 12:00）・あと12時間", "until 21:00 Japan time (12:00 today GMT), 12 h left"),
    ]);
}

#[test]
#[rustfmt::skip]
fn from_sydney() {
    check(DAYTIME, Sydney, &[
        ("2026-04-04T20:59:59", "4月4日(土) 22:59 AEDT", "日本時間21:00まで（AEDT 今日 23:00）・あと1分", "until 21:00 Japan time (23:00 today AEDT), 1 min left"),
        ("2026-04-04T21:00:00", "4月4日(土) 23:00 AEDT", "日本時間 明日 9:00 から（AEST 明日 10:00）・12時間後", "from 9:00 tomorrow Japan time (10:00 tomorrow AEST), in 12 h"),
        ("2026-04-05T00:59:59", "4月5日(日) 2:59 AEDT", "日本時間 今日 9:00 から（AEST 今日 10:00）・8時間1分後", "from 9:00 today Japan time (10:00 today AEST), in 8 h 1 min"),
        ("2026-04-05T01:00:00", "4月5日(日) 2:00 AEST", "日本時間 今日 9:00 から（AEST 今日 10:00）・8時間後", "from 9:00 today Japan time (10:00 today AEST), in 8 h"),
        ("2026-04-05T09:00:00", "4月5日(日) 10:00 AEST", "日本時間21:00まで（AEST 今日 22:00）・あと12時間", "until 21:00 Japan time (22:00 today AEST), 12 h left"),
        ("2026-10-03T21:00:00", "10月3日(土) 22:00 AEST", "日本時間 明日 9:00 から（AEDT 明日 11:00）・12時間後", "from 9:00 tomorrow Japan time (11:00 tomorrow AEDT), in 12 h"),
        ("2026-10-04T00:59:59", "10月4日(日) 1:59 AEST", "日本時間 今日 9:00 から（AEDT 今日 11:00）・8時間1分後", "from 9:00 today Japan time (11:00 today AEDT), in 8 h 1 min"),
        ("2026-10-04T01:00:00", "10月4日(日) 3:00 AEDT", "日本時間 今日 9:00 から（AEDT 今日 11:00）・8時間後", "from 9:00 today Japan time (11:00 today AEDT), in 8 h"),
        ("2026-10-04T09:00:00", "10月4日(日) 11:00 AEDT", "日本時間21:00まで（AEDT 今日 23:00）・あと12時間", "until 21:00 Japan time (23:00 today AEDT), 12 h left"),
        // The reader's day, year and month have begun before Japan's.
        ("2026-12-31T22:00:00", "1月1日(金) 0:00 AEDT", "日本時間 明日 9:00 から（AEDT 今日 11:00）・11時間後", "from 9:00 tomorrow Japan time (11:00 today AEDT), in 11 h"),
        ("2028-02-28T22:00:00", "2月29日(火) 0:00 AEDT", "日本時間 明日 9:00 から（AEDT 今日 11:00）・11時間後", "from 9:00 tomorrow Japan time (11:00 today AEDT), in 11 h"),
    ]);
}

#[test]
#[rustfmt::skip]
fn exceptions_of_the_year() {
    let hours = "Mo-Su 09:00-21:00; 2026 Dec 31 09:00-15:00; Jan 01 off";
    check(hours, Tokyo, &[
        ("2026-12-30T21:00:00", "", "明日 9:00 から（12時間後）", "from 9:00 tomorrow (in 12 h)"),
        ("2026-12-31T09:00:00", "", "あと6時間（15:00まで）", "6 h left (until 15:00)"),
        ("2026-12-31T14:59:59", "", "あと1分（15:00まで）", "1 min left (until 15:00)"),
        ("2026-12-31T15:00:00", "", "2027年1月2日 9:00 から", "from 9:00 on 2 Jan 2027"),
        ("2027-01-01T00:00:00", "", "明日 9:00 から", "from 9:00 tomorrow"),
        ("2027-01-01T08:59:59", "", "明日 9:00 から", "from 9:00 tomorrow"),
        ("2027-01-01T09:00:00", "", "明日 9:00 から（24時間後）", "from 9:00 tomorrow (in 24 h)"),
        ("2027-01-02T09:00:00", "", "あと12時間（21:00まで）", "12 h left (until 21:00)"),
        // The next year's last day is an ordinary one.
        ("2027-12-31T15:00:00", "", "あと6時間（21:00まで）", "6 h left (until 21:00)"),
    ]);
    check(hours, London, &[
        ("2026-12-31T15:00:00", "12月31日(木) 6:00 GMT", "日本時間2027年1月2日 9:00 から（GMT 2027年1月2日 0:00）", "from 9:00 on 2 Jan 2027 Japan time (0:00 on 2 Jan 2027 GMT)"),
    ]);
    check(hours, NewYork, &[
        ("2026-12-31T15:00:00", "12月31日(木) 1:00 EST", "日本時間2027年1月2日 9:00 から（EST 明日 19:00）", "from 9:00 on 2 Jan 2027 Japan time (19:00 tomorrow EST)"),
    ]);
}

#[test]
#[rustfmt::skip]
fn over_midnight() {
    let night = "22:00-02:00";
    check(night, Tokyo, &[
        ("2026-12-31T21:59:59", "", "今日 22:00 から（1分後）", "from 22:00 today (in 1 min)"),
        ("2026-12-31T22:00:00", "", "あと4時間（明日 2:00まで）", "4 h left (until 2:00 tomorrow)"),
        ("2027-01-01T00:00:00", "", "あと2時間（2:00まで）", "2 h left (until 2:00)"),
        ("2027-01-01T01:59:59", "", "あと1分（2:00まで）", "1 min left (until 2:00)"),
        ("2027-01-01T02:00:00", "", "今日 22:00 から（20時間後）", "from 22:00 today (in 20 h)"),
        ("2028-02-28T23:59:59", "", "あと2時間1分（明日 2:00まで）", "2 h 1 min left (until 2:00 tomorrow)"),
        ("2028-02-29T23:59:59", "", "あと2時間1分（明日 2:00まで）", "2 h 1 min left (until 2:00 tomorrow)"),
    ]);
    check(night, London, &[
        ("2026-11-23T22:00:00", "11月23日(月) 13:00 GMT", "日本時間 明日 2:00まで（GMT 今日 17:00）・あと4時間", "until 2:00 tomorrow Japan time (17:00 today GMT), 4 h left"),
        ("2026-11-24T00:00:00", "11月23日(月) 15:00 GMT", "日本時間2:00まで（GMT 今日 17:00）・あと2時間", "until 2:00 Japan time (17:00 today GMT), 2 h left"),
    ]);
    check("18:00-24:00", London, &[
        ("2026-11-23T23:59:59", "11月23日(月) 14:59 GMT", "日本時間24:00まで（GMT 今日 15:00）・あと1分", "until 24:00 Japan time (15:00 today GMT), 1 min left"),
        ("2026-11-24T00:00:00", "11月23日(月) 15:00 GMT", "日本時間 今日 18:00 から（GMT 明日 9:00）・18時間後", "from 18:00 today Japan time (9:00 tomorrow GMT), in 18 h"),
    ]);
}

/// Two zones that call their time by the same letters are told apart.
#[test]
fn zones_of_the_same_name() {
    let mut guide = desk(DAYTIME);
    guide.timezone = Tz::Asia__Shanghai;
    let (_, hours) = said(
        &guide,
        "2026-11-23T20:00:00+08:00",
        Tz::America__Chicago,
        EN,
    );
    assert_eq!(
        hours,
        "until 21:00 Asia/Shanghai (7:00 today America/Chicago), 1 h left"
    );
}

#[test]
#[rustfmt::skip]
fn in_one_line() {
    for (instant, viewer, ja, en) in [
        ("2026-11-23T08:59:59", Tokyo, "◐ 電話 英語のみ・日本語は今日 9:00 から", "● Phone: English 24 h"),
        ("2026-11-23T09:00:00", Tokyo, "● 電話 日本語 21:00まで", "● Phone: English 24 h"),
        ("2026-11-23T20:59:59", Tokyo, "● 電話 日本語 21:00まで", "● Phone: English 24 h"),
        ("2026-11-23T21:00:00", Tokyo, "◐ 電話 英語のみ・日本語は明日 9:00 から", "● Phone: English 24 h"),
        ("2026-03-08T09:00:00", NewYork, "● 日本語 日本時間21:00まで（EDT 明日 8:00）", "● Phone: English 24 h"),
        ("2026-10-25T09:00:00", London, "● 日本語 日本時間21:00まで（GMT 今日 12:00）", "● Phone: English 24 h"),
        ("2026-04-04T21:00:00", Sydney, "◐ 英語のみ・日本語は日本時間 明日 9:00 から（AEST 明日 10:00）", "● Phone: English 24 h"),
    ] {
        let said = |lang| short(&built_in(), at(&format!("{instant}+09:00")), lang, viewer);
        assert_eq!((said(JA).as_str(), said(EN).as_str()), (ja, en), "{instant} {viewer}");
    }
}
