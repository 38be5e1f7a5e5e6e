//! The desk board: what is there, today and in the days to come, by the guide's clock and the reader's.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use crossterm::event::KeyCode;
use madoguchi::guide::{Availability, Guide};
use madoguchi::hours::Hours;
use madoguchi::language::Language;
use madoguchi::page::{self, Context, Page, Subject, Target};

use crate::support::{Browser, guide, instant, size};

const CLOSING: &str = "2026-11-23T20:59:59+09:00";
const CLOSED: &str = "2026-11-23T21:00:00+09:00";

fn board(columns: u16, rows: u16, language: Language, now: &str) -> Browser {
    let window = size(columns, rows);
    let mut browser = Browser::at(window, language, now, Tz::America__New_York);
    browser.press(KeyCode::F(4));
    browser
}

#[test]
fn a_second_before_closing_at_80x24() {
    insta::assert_snapshot!(board(80, 24, Language::JA, CLOSING).screen());
}

#[test]
fn at_closing_time_in_english_at_80x24() {
    insta::assert_snapshot!(board(80, 24, Language::EN, CLOSED).screen());
}

#[test]
fn at_closing_time_at_40x10() {
    let mut browser = board(40, 10, Language::JA, CLOSED);
    let mut screens = Vec::new();
    for _ in 0..6 {
        screens.push(browser.screen());
        browser.press(KeyCode::PageDown);
    }
    insta::assert_snapshot!(screens.join("\n"));
}

/// The page's lines, for a guide whose first desk has these hours in Japanese and no others.
fn lines(hours: &str, now: &str, viewer: Tz, columns: usize) -> Vec<String> {
    let mut guide = Guide::clone(&guide());
    let hours = Hours::parse(hours).expect("tests write good hours");
    guide.desks[0].availability = Availability::Hours(vec![(Language::JA, hours)]);
    guide.desks.truncate(1);
    let page = page(&guide, now, viewer, Language::JA, columns);
    page.lines
        .iter()
        .map(|line| line.text().trim_end().to_owned())
        .collect()
}

fn page(guide: &Guide, now: &str, viewer: Tz, lang: Language, columns: usize) -> Page {
    board_at(guide, instant(now), viewer, lang, columns)
}

fn board_at(guide: &Guide, now: DateTime<Utc>, viewer: Tz, lang: Language, columns: usize) -> Page {
    let context = Context::new(guide, lang, columns, now);
    Subject::Desks.page(&Context { viewer, ..context })
}

/// What stands on the line with this beginning, behind it.
fn behind<'a>(lines: &'a [String], label: &str) -> &'a str {
    let line = lines.iter().find_map(|line| line.strip_prefix(label));
    line.unwrap_or_else(|| panic!("no {label} in\n{}", lines.join("\n")))
        .trim_start()
}

/// Checks what the reader's clock shows below 0, 3, 6, … 24 o'clock in Japan, and what its zone is called.
fn check_scale(now: &str, viewer: Tz, zone: &str, expected: &str) {
    let lines = lines("Mo-Su 09:00-21:00", now, viewer, 76);
    assert_eq!(
        behind(&lines, "日本時間"),
        "0     3     6     9     12    15    18    21  24"
    );
    let shown = behind(&lines, zone).split_whitespace().collect::<Vec<_>>();
    assert_eq!(shown.join(" "), expected, "{now} {viewer}");
}

#[test]
fn the_readers_hours_on_both_sides_of_a_change_of_the_clock() {
    let new_york = Tz::America__New_York;
    check_scale(
        "2026-10-31T21:00:00+09:00",
        new_york,
        "EDT",
        "(金)11 17 20 23 (土)2 8 11",
    );
    check_scale(
        "2026-11-01T09:00:00+09:00",
        new_york,
        "EDT/EST",
        "(土)11 17 20 23 (日)1 7 10",
    );
    check_scale(
        "2026-11-02T08:59:59+09:00",
        new_york,
        "EST",
        "(日)10 16 19 22 (月)1 7 10",
    );
    check_scale(
        "2026-03-08T09:00:00+09:00",
        new_york,
        "EST/EDT",
        "(土)10 16 19 22 (日)1 8 11",
    );
    let london = Tz::Europe__London;
    check_scale(
        "2026-03-28T21:00:00+09:00",
        london,
        "GMT",
        "(金)15 21 (土)0 6 9 12 15",
    );
    check_scale(
        "2026-03-29T09:00:00+09:00",
        london,
        "GMT/BST",
        "(土)15 21 (日)0 7 10 13 16",
    );
    check_scale(
        "2026-10-25T20:59:59+09:00",
        london,
        "BST/GMT",
        "(土)16 22 (日)1 6 9 12 15",
    );
    let sydney = Tz::Australia__Sydney;
    check_scale(
        "2026-04-04T21:00:00+09:00",
        sydney,
        "AEDT",
        "(土)2 8 11 14 17 20 23",
    );
    check_scale(
        "2026-04-05T08:59:59+09:00",
        sydney,
        "AEDT/AEST",
        "(日)2 7 10 13 16 19 22",
    );
    check_scale(
        "2026-10-04T21:00:00+09:00",
        sydney,
        "AEST/AEDT",
        "(日)1 8 11 14 17 20 23",
    );
}

#[test]
fn the_readers_hours_at_year_ends_on_leap_days_and_between_the_hours() {
    check_scale(
        "2026-12-31T21:00:00+09:00",
        Tz::Europe__London,
        "GMT",
        "(水)15 21 (木)0 6 9 12 15",
    );
    check_scale(
        "2028-02-29T09:00:00+09:00",
        Tz::Europe__London,
        "GMT",
        "(月)15 21 (火)0 6 9 12 15",
    );
    check_scale(
        "2026-11-23T21:00:00+09:00",
        Tz::Asia__Kathmandu,
        "UTC+5:45",
        "(日)20:45 (月)2:45 8:45 11:45 17:45",
    );
    check_scale(
        "2026-11-23T21:00:00+09:00",
        Tz::America__Sao_Paulo,
        "UTC-3",
        "(日)12 18 21 (月)0 6 9 12",
    );
}

#[test]
fn the_readers_clock_is_shown_where_it_differs_and_nowhere_else() {
    let at = |viewer| lines("24/7", CLOSED, viewer, 76).join("\n");
    assert!(!at(Tz::Asia__Tokyo).contains("お手元"));
    assert!(
        !at(Tz::Asia__Seoul).contains("お手元"),
        "the same hours by another name"
    );
    assert!(!at(Tz::Asia__Seoul).contains("KST"));
    assert!(
        at(Tz::Europe__London).contains("11月23日(月) 12:00 GMT（お手元の時計、Europe/London）")
    );
}

#[test]
fn the_present_is_over_its_cell() {
    let column = |now: &str, columns| {
        let lines = lines("Mo-Su 09:00-21:00", now, Tz::Asia__Tokyo, columns);
        let mark = lines.iter().find(|line| line.contains('▼')).unwrap();
        let bar = lines.iter().find(|line| line.contains('▆')).unwrap();
        let start = bar.chars().position(|c| c == '▁').unwrap();
        let wide = |text: &str| madoguchi::text::width::width(text);
        let before: String = bar.chars().take(start).collect();
        let (left, _) = mark.split_once('▼').unwrap();
        let cell = wide(left) - wide(&before);
        (cell, bar.chars().nth(start + cell).unwrap())
    };
    assert_eq!(column("2026-11-23T00:00:00+09:00", 76), (0, '▁'));
    assert_eq!(column("2026-11-23T08:59:59+09:00", 76), (17, '▁'));
    assert_eq!(column("2026-11-23T09:00:00+09:00", 76), (18, '▆'));
    assert_eq!(column("2026-11-23T20:59:59+09:00", 76), (41, '▆'));
    assert_eq!(column("2026-11-23T21:00:00+09:00", 76), (42, '▁'));
    assert_eq!(column("2026-11-23T23:59:59+09:00", 76), (47, '▁'));
    assert_eq!(column("2026-11-23T20:59:59+09:00", 36), (20, '▆'));
    assert_eq!(column("2026-11-23T21:00:00+09:00", 30), (21, '▁'));
}

#[test]
fn the_days_to_come_are_seven_and_alike_ones_are_shown_once() {
    let rows = |hours: &str, columns| {
        let lines = lines(hours, CLOSED, Tz::Asia__Tokyo, columns);
        let from = lines
            .iter()
            .position(|line| line.contains("から7日間"))
            .unwrap();
        lines[from..]
            .iter()
            .take_while(|line| !line.is_empty())
            .cloned()
            .collect::<Vec<_>>()
    };
    let bars = |parts: &[(char, usize)]| -> String {
        parts
            .iter()
            .map(|&(c, n)| c.to_string().repeat(n))
            .collect()
    };
    let daytime = bars(&[('▁', 18), ('▆', 24), ('▁', 6)]);
    let expected = [
        "11月24日(火)から7日間".to_owned(),
        format!("日本語         {daytime}"),
    ];
    assert_eq!(rows("Mo-Su 09:00-21:00", 76), expected);
    let closed = bars(&[('▁', 48)]);
    let weekdays = [
        "11月24日(火)から7日間".to_owned(),
        "日本語".to_owned(),
        format!("24(火)〜27(金) {daytime}"),
        format!("28(土)〜29(日) {closed}"),
        format!("30(月)         {daytime}"),
    ];
    assert_eq!(rows("Mo-Fr 09:00-21:00", 76), weekdays);
    let narrow = [
        "11月24日(火)から7日間".to_owned(),
        "日本語".to_owned(),
        "火〜木   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁".to_owned(),
        "金       ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▆▆".to_owned(),
        "土       ▆▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁".to_owned(),
        "日〜月   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁".to_owned(),
    ];
    assert_eq!(rows("Fr 22:00-01:30", 36), narrow);
    assert_eq!(rows("24/7", 76), ["11月24日(火)から7日間も同じです"]);
}

#[test]
fn labels_stand_above_where_there_is_no_room_beside() {
    let lines = lines("Mo-Su 09:00-21:00", CLOSED, Tz::Asia__Tokyo, 29);
    let at = lines.iter().position(|line| line == "日本語").unwrap();
    assert_eq!(lines[at + 1], "▁▁▁▁▁▁▁▁▁▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁");
}

#[test]
fn every_link_has_a_place_for_its_number() {
    for language in madoguchi::i18n::SPOKEN {
        for columns in [30, 36, 76] {
            let page = page(&guide(), CLOSED, Tz::Asia__Tokyo, language, columns);
            assert!(page.links.len() > 5);
            let text: String = page.lines.iter().map(page::Line::text).collect();
            assert_eq!(text.matches("[0]").count(), page.links.len(), "{text}");
            let card = Subject::Card(guide().find("phone#prepare").unwrap());
            let ready = page
                .links
                .iter()
                .find(|link| link.target == Target::Subject(card));
            assert!(ready.is_some(), "what to have ready");
        }
    }
}

#[test]
fn no_clock_breaks_the_board() {
    let instants = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC];
    for now in instants {
        for viewer in [
            Tz::Asia__Tokyo,
            Tz::America__New_York,
            Tz::Pacific__Kiritimati,
        ] {
            let page = board_at(&guide(), now, viewer, Language::JA, 76);
            assert!(!page.lines.is_empty());
        }
    }
}

#[test]
fn the_next_change_is_said_by_both_clocks() {
    let said = lines("Mo-Su 09:00-21:00", CLOSING, Tz::Europe__London, 76).join("\n");
    assert!(
        said.replace('\u{a0}', " ")
            .contains("日本時間21:00まで（GMT 今日 12:00）・あと1分"),
        "{said}"
    );
    let bar = |viewer| {
        let window = size(80, 24);
        let screen = Browser::at(window, Language::JA, CLOSED, viewer).screen();
        screen.trim_end().lines().rev().nth(1).unwrap().to_owned()
    };
    let (tokyo, london) = (bar(Tz::Asia__Tokyo), bar(Tz::Europe__London));
    assert!(
        tokyo.contains("日本語は明日 9:00 から") && !tokyo.contains("日本時間 明日"),
        "{tokyo}"
    );
    assert!(
        london.contains("日本時間 明日 9:00 から（GMT 明日 0:00）"),
        "{london}"
    );
}

#[test]
fn a_clock_of_an_earlier_year_is_doubted_in_a_dim_line() {
    let doubted = |now| {
        let page = page(&guide(), now, Tz::Asia__Tokyo, Language::JA, 120);
        let last = page.lines.last().unwrap();
        last.text().contains("時計が合っていない")
    };
    assert!(!doubted("2026-01-01T00:00:00+09:00"));
    assert!(doubted("2025-12-31T23:59:59+09:00"));
}
