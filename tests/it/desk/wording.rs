//! Times, spans and hours in words, in both languages.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;

use madoguchi::desk::status::status;
use madoguchi::i18n::desk::{hours_in_full, language_hours};
use madoguchi::i18n::time;

use super::{EN, JA, at, guide, staffed};

fn japan(text: &str) -> DateTime<Tz> {
    at(text).with_timezone(&Tz::Asia__Tokyo)
}

#[test]
fn clocks() {
    let check = |zone: Tz, instant, ja, en| {
        let at = at(instant).with_timezone(&zone);
        assert_eq!(
            (time::clock(at, JA).as_str(), time::clock(at, EN).as_str()),
            (ja, en)
        );
    };
    let evening = "2026-11-23T20:47:59+09:00";
    check(
        Tz::Asia__Tokyo,
        evening,
        "11月23日(月) 20:47 日本時間",
        "Mon 23 Nov 20:47 Japan time",
    );
    check(
        Tz::Europe__Berlin,
        evening,
        "11月23日(月) 12:47 CET",
        "Mon 23 Nov 12:47 CET",
    );
    check(
        Tz::Europe__Berlin,
        "2026-07-05T00:05:00Z",
        "7月5日(日) 2:05 CEST",
        "Sun 5 Jul 2:05 CEST",
    );
    // A zone that has only numbers for its time is called by its name.
    check(
        Tz::America__Sao_Paulo,
        evening,
        "11月23日(月) 8:47 UTC-3",
        "Mon 23 Nov 8:47 UTC-3",
    );
    check(
        Tz::UTC,
        "2028-02-29T00:00:00Z",
        "2月29日(火) 0:00 UTC",
        "Tue 29 Feb 0:00 UTC",
    );
}

#[test]
fn beginnings_and_ends() {
    let now = japan("2026-11-23T20:47:00+09:00");
    let check = |instant, until: (&str, &str), from: (&str, &str)| {
        let at = japan(instant);
        let said = (time::until(at, now, JA), time::until(at, now, EN));
        assert_eq!((said.0.as_str(), said.1.as_str()), until);
        let said = (time::from(at, now, JA), time::from(at, now, EN));
        assert_eq!((said.0.as_str(), said.1.as_str()), from);
    };
    check(
        "2026-11-23T21:00:00+09:00",
        ("21:00まで", "until 21:00"),
        ("今日 21:00 から", "from 21:00 today"),
    );
    // Midnight ends today, but begins tomorrow.
    check(
        "2026-11-24T00:00:00+09:00",
        ("24:00まで", "until 24:00"),
        ("明日 0:00 から", "from 0:00 tomorrow"),
    );
    check(
        "2026-11-24T02:05:00+09:00",
        ("明日 2:05まで", "until 2:05 tomorrow"),
        ("明日 2:05 から", "from 2:05 tomorrow"),
    );
    check(
        "2026-11-25T09:00:00+09:00",
        ("11月25日 9:00まで", "until 9:00 on 25 Nov"),
        ("11月25日 9:00 から", "from 9:00 on 25 Nov"),
    );
    check(
        "2027-01-04T09:00:00+09:00",
        ("2027年1月4日 9:00まで", "until 9:00 on 4 Jan 2027"),
        ("2027年1月4日 9:00 から", "from 9:00 on 4 Jan 2027"),
    );
    let silvester = japan("2026-12-31T23:00:00+09:00");
    let new_year = japan("2027-01-01T09:00:00+09:00");
    assert_eq!(time::from(new_year, silvester, JA), "明日 9:00 から");
}

#[test]
fn spans_are_rounded_up_and_never_nothing() {
    for (milliseconds, ja, en) in [
        (-5_000, "1分", "1 min"),
        (0, "1分", "1 min"),
        (1, "1分", "1 min"),
        (60_000, "1分", "1 min"),
        (60_001, "2分", "2 min"),
        (59 * 60_000, "59分", "59 min"),
        (59 * 60_000 + 1, "1時間", "1 h"),
        ((2 * 60 + 13) * 60_000, "2時間13分", "2 h 13 min"),
        (24 * 3_600_000, "24時間", "24 h"),
        (48 * 3_600_000 - 60_000, "47時間59分", "47 h 59 min"),
        (48 * 3_600_000, "2日", "2 days"),
        (48 * 3_600_000 + 1, "3日", "3 days"),
    ] {
        let span = TimeDelta::milliseconds(milliseconds);
        let said = |lang| [time::before(span, lang), time::left(span, lang)];
        assert_eq!(said(JA), [format!("{ja}後"), format!("あと{ja}")]);
        assert_eq!(said(EN), [format!("in {en}"), format!("{en} left")]);
    }
    for extreme in [TimeDelta::MIN, TimeDelta::MAX] {
        assert!(time::before(extreme, JA).ends_with("後"));
    }
}

/// Checks how hours are said on Monday 23 November 2026 at 20:47, shortly and in full.
fn check(hours: &str, ja: (&str, &str), en: (&str, &str)) {
    let instant = at("2026-11-23T20:47:00+09:00");
    let guide = guide(
        vec![staffed("x", ("窓口", "Desk"), hours, "")],
        Tz::Asia__Tokyo,
    );
    let spoken = status(&guide, instant, JA).remove(0).languages.remove(0);
    let now = instant.with_timezone(&Tz::Asia__Tokyo);
    let said = |lang| {
        (
            language_hours(&spoken, now, lang),
            hours_in_full(&spoken, false, now, lang),
        )
    };
    let owned = |(short, full): (&str, &str)| (short.to_owned(), full.to_owned());
    assert_eq!((said(JA), said(EN)), (owned(ja), owned(en)), "{hours}");
}

#[test]
fn hours_of_a_language() {
    check(
        "Mo-Su 09:00-21:00",
        ("日本語 21:00まで", "あと13分（21:00まで）"),
        ("Japanese until 21:00", "13 min left (until 21:00)"),
    );
    check(
        "24/7",
        ("日本語 24時間", "24時間（原則）"),
        ("Japanese 24 h", "24 h (in principle)"),
    );
    check(
        "Mo-Su 09:00-20:00",
        ("日本語は明日 9:00 から", "明日 9:00 から（12時間13分後）"),
        (
            "Japanese from 9:00 tomorrow",
            "from 9:00 tomorrow (in 12 h 13 min)",
        ),
    );
    check(
        "Mo 21:00-22:00",
        ("日本語は今日 21:00 から", "今日 21:00 から（13分後）"),
        ("Japanese from 21:00 today", "from 21:00 today (in 13 min)"),
    );
    // More than a day away the date says enough.
    check(
        "We 09:00-17:00",
        ("日本語は11月25日 9:00 から", "11月25日 9:00 から"),
        ("Japanese from 9:00 on 25 Nov", "from 9:00 on 25 Nov"),
    );
    check(
        "Mo-Su 20:00-02:00",
        ("日本語 明日 2:00まで", "あと5時間13分（明日 2:00まで）"),
        (
            "Japanese until 2:00 tomorrow",
            "5 h 13 min left (until 2:00 tomorrow)",
        ),
    );
    check(
        "off",
        ("日本語は受付なし", "受付なし"),
        ("Japanese closed", "closed"),
    );
    // Open for years to come, though not for ever.
    check(
        "2026-2050",
        ("日本語 受付中", "受付中"),
        ("Japanese open", "open"),
    );
}
