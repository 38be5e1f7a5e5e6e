//! The start screen: what comes first, questions to try, and a picture of the hours.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use crossterm::event::KeyCode;
use madoguchi::app::{Entry, News};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use proptest::prelude::*;

use super::browser;
use crate::support::{Browser, EVENING, guide, home, size};

#[test]
fn what_is_urgent_comes_first_at_every_size() {
    for (columns, rows) in [
        (40, 10),
        (64, 14),
        (80, 24),
        (100, 30),
        (120, 36),
        (200, 50),
    ] {
        for language in [Language::JA, Language::EN] {
            let browser = Browser::new(size(columns, rows), language);
            assert_eq!(browser.app.visit.entries.all()[0], home());
            let screen = browser.screen();
            let title = guide().articles[guide().urgent.unwrap()]
                .title
                .text(language)
                .clone();
            let first = screen.lines().find(|line| line.starts_with('▌')).unwrap();
            assert!(first.contains('!') && first.contains(&title), "{screen}");
        }
    }
}

#[test]
fn the_head_is_there_only_where_nothing_is_typed_or_read() {
    let mut browser = browser();
    assert!(browser.screen().contains("─ 受付時間 11月23日(月)"));
    browser.typed("電話");
    assert!(!browser.screen().contains("─ 受付時間"));
    browser.press(KeyCode::Esc);
    assert!(browser.screen().contains("─ 受付時間"));
    browser.press(KeyCode::Enter);
    assert!(!browser.screen().contains("─ 受付時間"));
}

#[test]
fn a_click_on_the_hours_shows_the_desks() {
    let mut browser = browser();
    let (column, row) = browser.find("▆▆▆");
    browser.click((column, row));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
}

#[test]
fn enter_on_checking_a_number_opens_the_field_for_it() {
    let mut browser = browser();
    let at = browser
        .app
        .visit
        .entries
        .all()
        .iter()
        .position(|&entry| entry == Entry::Page(Subject::Check));
    for _ in 0..at.unwrap() {
        browser.press(KeyCode::Down);
    }
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.visit.field, madoguchi::app::Field::Check);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.entries.selected_index(), at, "as it was");
}

/// The cells of the picture's rows on the screen, up to what is said beside them.
fn cells(screen: &str) -> Vec<String> {
    let rows = screen.lines().filter(|line| line.contains('▎'));
    rows.map(|line| line.chars().filter(|c| "▆▁▎".contains(*c)).collect())
        .collect()
}

#[test]
fn the_picture_says_what_the_hours_say() {
    // Japanese from 9 to 21, English always: 36 cells of 40 minutes from 12:00 on, the 14th is now (20:48).
    let browser = Browser::at(size(80, 24), Language::JA, EVENING, Tz::Asia__Tokyo);
    let rows = cells(&browser.screen());
    assert_eq!(rows.len(), 5);
    assert_eq!(
        rows[0],
        format!("{}▎{}{}", "▆".repeat(13), "▁".repeat(17), "▆".repeat(5))
    );
    assert_eq!(rows[1], format!("{}▎{}", "▆".repeat(13), "▆".repeat(22)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_picture_begins_six_to_twelve_hours_ago_wherever_and_whenever(
        minutes in 0_i64..2_000_000,
        columns in 40_u16..220,
        rows in 10_u16..60,
    ) {
        let start = DateTime::parse_from_rfc3339("2024-01-01T00:00:00Z").unwrap().to_utc();
        let mut browser = Browser::new(size(columns, rows), Language::EN);
        browser.send(News::Tick(start + TimeDelta::minutes(minutes)));
        browser.screen();
        let timeline = browser.app.timeline(20, columns).unwrap();
        let past = timeline.now - timeline.start;
        prop_assert!(past >= TimeDelta::hours(6) && past < TimeDelta::hours(12), "{past}");
        // So the line of now never leaves the left half.
        prop_assert!(timeline.cell_of_now() < timeline.cells / 2);
        for row in &timeline.rows {
            prop_assert_eq!(row.open.len(), usize::from(timeline.cells));
        }
    }
}

#[test]
fn on_a_low_screen_the_hours_are_a_line() {
    for (rows, is_line) in [(13, false), (14, true), (19, true), (20, false)] {
        let browser = Browser::new(size(80, rows), Language::JA);
        let screen = browser.screen();
        let second = screen.lines().nth(1).unwrap_or_default();
        let is_there = second.contains("受付時間") && second.contains("あと12分（21:00まで）");
        assert_eq!(is_there, is_line, "{rows} rows\n{screen}");
    }
    let mut browser = Browser::new(size(80, 16), Language::JA);
    browser.click((20, 1));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
}
