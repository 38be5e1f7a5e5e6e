//! The one line for other programs, and when it is printed anew.

use std::collections::VecDeque;
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use madoguchi::cli::status::{Woken, json, news, short, text, watch};
use madoguchi::clock::Clock;
use madoguchi::desk::status::clock_looks_wrong;
use madoguchi::guide::{Availability, Guide};
use madoguchi::language::Language;
use madoguchi::text::width::width;

use super::{EN, JA, at, built_in, desk, guide, staffed};
use crate::support::TestClock;

const NIGHT: &str = "2026-11-23T21:00:00+09:00";

fn line(guide: &Guide, lang: Language) -> String {
    short(guide, at(NIGHT), lang, Tz::Asia__Tokyo)
}

fn office(ja: &str, en: &str) -> Guide {
    guide(
        vec![staffed("office", ("窓口", "Office"), ja, en)],
        Tz::Asia__Tokyo,
    )
}

#[test]
fn every_state_has_a_line() {
    let weekdays = "Mo-Fr 09:00-17:00";
    for (guide, ja, en) in [
        (
            office(weekdays, ""),
            "○ 窓口 日本語は明日 9:00 から",
            "○ Office: Japanese from 9:00 tomorrow",
        ),
        (
            office("Mo-Su 20:00-23:00", ""),
            "● 窓口 日本語 23:00まで",
            "◐ Office: Japanese until 23:00",
        ),
        (
            office("We 09:00-17:00", "Mo-Fr 09:00-22:00"),
            // Too wide for its name.
            "◐ 英語のみ 22:00まで・日本語は11月25日 9:00 から",
            "● Office: English until 22:00",
        ),
        (
            office("2020", ""),
            "○ 窓口 日本語は受付なし",
            "○ Office: Japanese closed",
        ),
        (
            guide(
                vec![desk("x", ("窓口", "Desk"), Availability::Unknown)],
                Tz::UTC,
            ),
            "? 窓口 公式サイトで確認",
            "? Desk: see their site",
        ),
        (
            guide(
                vec![desk("x", ("窓口", "Desk"), Availability::NotOffered)],
                Tz::UTC,
            ),
            "– 窓口 なし",
            "– Desk: not offered",
        ),
        (guide(Vec::new(), Tz::UTC), "", ""),
    ] {
        assert_eq!(
            (line(&guide, JA).as_str(), line(&guide, EN).as_str()),
            (ja, en)
        );
    }
}

#[test]
fn the_best_desk_is_the_one_that_is_named() {
    let desks = |hours: [&str; 3]| {
        let names = [("甲", "A"), ("乙", "B"), ("丙", "C")];
        let desks = names
            .into_iter()
            .zip(hours)
            .map(|(name, hours)| staffed(name.1, name, hours, ""));
        guide(desks.collect(), Tz::Asia__Tokyo)
    };
    // One that is open before one that opens sooner than the others.
    let open = desks(["Mo-Su 22:00-23:00", "Mo-Su 09:00-22:00", "off"]);
    assert_eq!(line(&open, JA), "● 乙 日本語 22:00まで");
    let closed = desks(["off", "We 09:00-17:00", "Tu 09:00-17:00"]);
    assert_eq!(line(&closed, JA), "○ 丙 日本語は明日 9:00 から");
    // Where nobody answers is no desk to wait for, unless there is no other.
    let mut help = built_in();
    help.desks.swap(0, 2);
    assert_eq!(line(&help, JA), "◐ 英語のみ・日本語は明日 9:00 から");
    help.desks.truncate(1);
    assert_eq!(line(&help, JA), "● ヘルプセンター 24時間");
}

#[test]
fn the_line_fits_and_is_one() {
    for minute in 0..24 * 60 {
        let at = at("2026-11-23T00:00:00+09:00") + chrono::TimeDelta::minutes(minute);
        for lang in [JA, EN] {
            let line = short(&built_in(), at, lang, Tz::Asia__Tokyo);
            assert!(width(&line) <= 40 && !line.contains("あと"), "{line}");
        }
    }
    let odd = guide(
        vec![staffed(
            "x",
            ("窓\n口", "De\tsk\n"),
            "Mo-Su 09:00-22:00",
            "",
        )],
        Tz::Asia__Tokyo,
    );
    assert_eq!(line(&odd, JA), "● 窓 口 日本語 22:00まで");
}

/// A clock that goes on by what is waited, and is put to the given instants at the waits that begin at others; it ends at
/// `end`. Returns what was printed, and when.
fn watched<S: PartialEq + Clone>(
    start: &str,
    jumps: &[(&str, &str)],
    end: &str,
    say: impl Fn(DateTime<Utc>) -> S,
) -> Vec<(String, S)> {
    let clock = TestClock::new(at(start));
    let mut jumps: VecDeque<_> = jumps.iter().map(|(from, to)| (at(from), at(to))).collect();
    let mut printed = Vec::new();
    let print = |now: DateTime<Utc>, said: &S| {
        let japan = now.with_timezone(&Tz::Asia__Tokyo);
        printed.push((japan.format("%Y-%m-%d %H:%M:%S").to_string(), said.clone()));
        Ok::<_, ()>(())
    };
    let wait = |at_most: Duration| {
        assert!(!at_most.is_zero() && at_most <= Duration::from_mins(1));
        let now = clock.now();
        let jump = jumps.front().filter(|(from, _)| *from <= now).copied();
        match jump {
            Some((_, to)) => clock.set(to),
            None => clock.jump(now + at_most),
        }
        if jump.is_some() {
            jumps.pop_front();
        }
        let over = jumps.is_empty() && clock.now() >= at(end);
        Ok(if over {
            Woken::Disconnected
        } else {
            Woken::Look
        })
    };
    watch(&clock, say, print, wait).unwrap();
    printed
}

fn check_watched(printed: &[(String, String)], expected: &[(&str, &str)]) {
    let printed: Vec<_> = printed
        .iter()
        .map(|(at, line)| (at.as_str(), line.as_str()))
        .collect();
    assert_eq!(printed, expected);
}

#[test]
fn a_line_is_printed_when_it_changes_and_then_only() {
    let guide = office("Mo-Su 09:00-21:00; 2026 Dec 31 09:00-15:00; Jan 01 off", "");
    let days = |viewer| {
        let say = |at| short(&guide, at, JA, viewer);
        watched(
            "2026-12-30T20:30:17+09:00",
            &[],
            "2027-01-02T10:00:00+09:00",
            say,
        )
    };
    check_watched(
        &days(Tz::Asia__Tokyo),
        &[
            ("2026-12-30 20:30:17", "● 窓口 日本語 21:00まで"),
            ("2026-12-30 21:00:00", "○ 窓口 日本語は明日 9:00 から"),
            ("2026-12-31 00:00:00", "○ 窓口 日本語は今日 9:00 から"),
            ("2026-12-31 09:00:00", "● 窓口 日本語 15:00まで"),
            (
                "2026-12-31 15:00:00",
                "○ 窓口 日本語は2027年1月2日 9:00 から",
            ),
            ("2027-01-01 00:00:00", "○ 窓口 日本語は明日 9:00 から"),
            ("2027-01-02 00:00:00", "○ 窓口 日本語は今日 9:00 から"),
            ("2027-01-02 09:00:00", "● 窓口 日本語 21:00まで"),
        ],
    );
    // The reader's midnight counts as well.
    let moscow = days(Tz::Europe__Moscow);
    let midnights: Vec<_> = moscow
        .iter()
        .filter(|(at, _)| at.contains("06:00:00"))
        .map(|(_, line)| line.as_str())
        .collect();
    assert_eq!(
        midnights,
        [
            "○ 日本語は日本時間 今日 9:00 から（MSK 今日 3:00）",
            "○ 日本語は日本時間 明日 9:00 から（MSK 明日 3:00）",
            "○ 日本語は日本時間 今日 9:00 から（MSK 今日 3:00）",
        ]
    );
}

#[test]
fn a_clock_that_jumps_is_believed() {
    let guide = office("Mo-Su 09:00-21:00", "");
    let printed = watched(
        "2026-11-23T12:00:00+09:00",
        &[
            // Suspended over night, put back by an hour, by years, and put right.
            ("2026-11-23T20:00:00+09:00", "2026-11-24T08:12:34+09:00"),
            ("2026-11-24T09:05:00+09:00", "2026-11-24T08:05:00+09:00"),
            ("2026-11-24T09:10:00+09:00", "1970-01-01T00:00:00Z"),
            ("1970-01-01T12:05:00Z", "9999-12-31T23:59:59Z"),
            ("9999-12-31T23:59:59Z", "2026-11-24T10:00:00+09:00"),
        ],
        "2026-11-24T11:00:00+09:00",
        |at| short(&guide, at, JA, Tz::Asia__Tokyo),
    );
    check_watched(
        &printed,
        &[
            ("2026-11-23 12:00:00", "● 窓口 日本語 21:00まで"),
            ("2026-11-24 08:12:34", "○ 窓口 日本語は今日 9:00 から"),
            ("2026-11-24 09:00:00", "● 窓口 日本語 21:00まで"),
            ("2026-11-24 08:05:00", "○ 窓口 日本語は今日 9:00 から"),
            ("2026-11-24 09:00:00", "● 窓口 日本語 21:00まで"),
            ("1970-01-01 21:00:00", "○ 窓口 日本語は明日 9:00 から"),
            ("+10000-01-01 08:59:59", "? 窓口 公式サイトで確認"),
            ("2026-11-24 10:00:00", "● 窓口 日本語 21:00まで"),
        ],
    );
}

#[test]
fn the_json_is_printed_when_any_desk_changes() {
    let mut guide = built_in();
    guide
        .desks
        .push(staffed("late", ("遅番", "Late"), "Mo-Su 21:30-22:00", ""));
    let say = |at| news(&guide, at, EN, Tz::Asia__Tokyo);
    let printed = watched(
        "2026-11-23T20:00:00+09:00",
        &[],
        "2026-11-24T12:00:00+09:00",
        say,
    );
    let times: Vec<_> = printed.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(
        times,
        [
            "2026-11-23 20:00:00",
            "2026-11-23 21:00:00",
            "2026-11-23 21:30:00",
            "2026-11-23 22:00:00",
            "2026-11-24 09:00:00",
        ]
    );
}

#[test]
fn an_output_that_fails_ends_the_watch() {
    let clock = at(NIGHT);
    let mut waits = 0;
    let wait = |_| {
        waits += 1;
        Ok(Woken::Look)
    };
    assert_eq!(
        watch(&clock, |at| at, |_, _| Err("full"), wait),
        Err("full")
    );
    assert_eq!(waits, 0);
}

/// The guide's facts are of 1 November 2026.
#[test]
fn a_clock_of_an_earlier_year_is_doubted_quietly() {
    let guide = built_in();
    for (instant, doubted) in [
        ("2026-11-23T20:00:00+09:00", false),
        ("2026-10-31T20:00:00+09:00", false),
        ("2026-01-01T00:00:00+09:00", false),
        ("2025-12-31T23:59:59+09:00", true),
        ("2025-12-31T15:00:00Z", false),
        ("1970-01-01T00:00:00Z", true),
        ("9998-12-31T23:59:59Z", false),
        ("9999-12-31T23:59:59Z", true),
    ] {
        let instant = at(instant);
        assert_eq!(clock_looks_wrong(&guide, instant), doubted, "{instant}");
        for (lang, words) in [(JA, "時計が合っていない"), (EN, "clock may be wrong")] {
            let text = text(&guide, instant, lang, Tz::Asia__Tokyo);
            let last = text.lines().last().unwrap();
            assert_eq!(last.contains(words), doubted, "{text}");
            let json = json(&guide, instant, lang).unwrap();
            assert_eq!(json.contains(r#""warning":""#), doubted, "{json}");
        }
    }
    for extreme in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let _ = short(&guide, extreme, JA, Tz::Pacific__Kiritimati);
        assert!(clock_looks_wrong(&guide, extreme));
    }
}
