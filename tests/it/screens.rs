//! Whole screens: a few snapshots at fixed sizes with a fixed clock, and what must hold of every screen.

mod board;
mod looks;
pub mod qr;
mod way;

use std::fs;
use std::sync::Arc;

use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent};
use madoguchi::app::{Bound, News, acts};
use madoguchi::guide::{Source, load};
use madoguchi::language::Language;
use madoguchi::page::{Context, Mouse, Subject, Ticks};
use madoguchi::search::store::Store;
use madoguchi::search::{Results, Via};
use madoguchi::text::width::width;
use madoguchi::tui::{Event, Exit};
use madoguchi::ui::theme::Choice;
use ratatui::style::Modifier;
use tempfile::TempDir;

use crate::support::{
    Browser, EVENING, Step, found_by, guide, instant, nothing, read_as, results, run, size,
};

#[test]
fn topics_at_80x24() {
    insta::assert_snapshot!(Browser::new(size(80, 24), Language::JA).screen());
}

#[test]
fn topics_in_english_at_120x36() {
    insta::assert_snapshot!(Browser::new(size(120, 36), Language::EN).screen());
}

#[test]
fn results_at_80x24() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.typed("解約");
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn results_at_160x50() {
    let mut browser = Browser::new(size(160, 50), Language::JA);
    browser.typed("電話がつながらない");
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn results_and_article_at_40x10() {
    let mut browser = Browser::new(size(40, 10), Language::JA);
    browser.typed("詐欺");
    let list = browser.screen();
    browser.press(KeyCode::Enter);
    insta::assert_snapshot!(format!("{list}\n{}", browser.screen()));
}

#[test]
fn nothing_found_at_80x24() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.typed("ぬぬぬぬ");
    insta::assert_snapshot!(browser.screen());
}

/// What the keys of the questions lead to, after the Japanese desks have closed.
fn advice(columns: u16, rows: u16, language: Language, keys: &str) -> String {
    let mut browser = Browser::new(size(columns, rows), language);
    browser.send(News::Tick(instant("2026-11-23T21:05:00+09:00")));
    browser.press(KeyCode::F(5));
    browser.typed(keys);
    browser.screen()
}

#[test]
fn advice_asks_at_80x24() {
    insta::assert_snapshot!(advice(80, 24, Language::JA, "32"));
}

#[test]
fn advice_in_a_hurry_at_80x24() {
    insta::assert_snapshot!(advice(80, 24, Language::JA, "11"));
}

#[test]
fn advice_that_can_wait_at_40x10() {
    insta::assert_snapshot!(advice(40, 10, Language::JA, "3121"));
}

#[test]
fn advice_in_english_at_120x36() {
    insta::assert_snapshot!(advice(120, 36, Language::EN, "321"));
}

/// A query without hits, with everything that there is to say of it, as the searcher would answer it.
fn dead_end(columns: u16, rows: u16, language: Language) -> Browser {
    let mut browser = Browser::new(size(columns, rows), language);
    let nothing = nothing("tetsudau cancle", Some("cancel"), 3);
    let mut results = results("電話", language, nothing);
    results.readings.push(read_as("tetsudau", "てつだう"));
    browser.answered("tetsudau cancle", results);
    browser
}

#[test]
fn dead_end_at_40x10() {
    let mut browser = dead_end(40, 10, Language::JA);
    let first = browser.screen();
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Down);
    insta::assert_snapshot!(format!("{first}\n{}", browser.screen()));
}

#[test]
fn dead_end_at_80x24() {
    insta::assert_snapshot!(dead_end(80, 24, Language::JA).screen());
}

#[test]
fn dead_end_in_english_at_120x36() {
    insta::assert_snapshot!(dead_end(120, 36, Language::EN).screen());
}

#[test]
fn the_key_that_takes_a_suggestion_is_said_while_there_is_one() {
    for language in madoguchi::i18n::SPOKEN {
        for (columns, rows) in [(40, 10), (64, 14), (80, 24), (120, 36), (200, 60)] {
            let browser = dead_end(columns, rows, language);
            let screen = browser.screen();
            assert!(screen.contains("cancel"), "{screen}");
            assert!(screen.contains("F3"), "{screen}");
            assert!(screen.contains("てつだう"), "{screen}");
            assert!(screen.contains("F4"), "{screen}");
            if rows >= 14 {
                assert!(screen.lines().last().unwrap().contains("F3"), "{screen}");
            }
        }
    }
    let mut browser = Browser::new(size(120, 36), Language::JA);
    browser.typed("解約");
    assert!(!browser.screen().contains("F3"));
}

#[test]
fn what_is_chosen_of_the_nearest_is_on_the_screen() {
    for (columns, rows) in [(40, 10), (40, 11), (80, 13), (80, 24), (120, 36)] {
        let mut browser = dead_end(columns, rows, Language::JA);
        for _ in 0..4 {
            browser.press(KeyCode::Down);
            let screen = browser.screen();
            assert!(
                screen.lines().skip(2).any(|line| line.starts_with('▌')),
                "{screen}"
            );
            assert!(screen.contains("F4"), "{screen}");
        }
    }
}

/// Hits that were found by a reading, a synonym and a slip of the finger.
fn explained(results: &mut Results) {
    let hits = &mut results.hits;
    found_by(
        &mut hits[0],
        Via::Reading,
        "kaiyaku",
        "解約",
        Some("かいやく"),
    );
    found_by(&mut hits[1], Via::Synonym, "退会", "解約", None);
    found_by(&mut hits[2], Via::Fuzzy, "cancle", "cancel", None);
}

#[test]
fn hits_say_why_they_were_found_at_120x36() {
    let mut browser = Browser::new(size(120, 36), Language::JA);
    browser.answered("解約", results("解約", Language::JA, explained));
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn the_reason_never_takes_the_place_of_the_title() {
    let titles = |browser: &Browser| {
        let guide = guide();
        let hits = &browser.app.current_results().unwrap().hits[..3];
        let title = |hit: &madoguchi::search::Hit| {
            guide
                .section(hit.section)
                .texts
                .text(hit.language())
                .title
                .clone()
        };
        let screen = browser.screen();
        let shown = |title: &String| screen.contains(title.as_str());
        hits.iter().map(title).filter(shown).count()
    };
    for columns in 40..160 {
        let [mut plain, mut reasons] =
            [(); 2].map(|()| Browser::new(size(columns, 30), Language::JA));
        plain.answered("解約", results("解約", Language::JA, |_| ()));
        reasons.answered("解約", results("解約", Language::JA, explained));
        assert!(titles(&reasons) >= titles(&plain), "{}", reasons.screen());
    }
}

#[test]
fn the_spelling_that_hits_were_found_by_stands_above_them() {
    let check = |columns, rows, language, expected: &str| {
        let mut browser = Browser::new(size(columns, rows), language);
        let corrected = |results: &mut Results| results.suggestions.push("cancel".to_owned());
        browser.answered("cancle", results("cancel", language, corrected));
        let screen = browser.screen();
        assert!(screen.contains(expected), "{screen}");
        assert!(screen.lines().any(|line| line.starts_with('▌')), "{screen}");
    };
    check(40, 10, Language::JA, "「cancel」の検索結果を表示しています");
    check(80, 24, Language::JA, "「cancel」で検索しました");
    check(
        120,
        36,
        Language::JA,
        "「cancel」の検索結果を表示しています",
    );
    check(40, 10, Language::EN, "Showing results for \"cancel\"");
    check(64, 14, Language::EN, "Results for \"cancel\"");
}

#[test]
fn what_the_guide_does_not_have_stands_above_hits() {
    let check = |columns, rows, language, words: &[&str], expected: &str| {
        let mut browser = Browser::new(size(columns, rows), language);
        let missing = |results: &mut Results| {
            results.missing = words.iter().map(ToString::to_string).collect();
        };
        browser.answered("解約", results("解約", language, missing));
        let screen = browser.screen();
        assert!(screen.contains(expected), "{screen}");
        assert!(screen.lines().any(|line| line.starts_with('▌')), "{screen}");
    };
    let (ja, en) = (Language::JA, Language::EN);
    check(120, 36, ja, &["天気"], "「天気」はこのガイドにありません");
    check(
        80,
        24,
        ja,
        &["今日", "天気"],
        "「今日」「天気」はありません",
    );
    check(120, 36, en, &["bread"], "\"bread\" is not in this guide");
    check(
        40,
        10,
        en,
        &["bake", "bread"],
        "Not in the guide: bake, bread",
    );
    // Beside the spelling that they were found by, a line each.
    let mut browser = Browser::new(size(80, 24), ja);
    let both = |results: &mut Results| {
        results.suggestions.push("解約".to_owned());
        results.missing.push("天気".to_owned());
    };
    browser.answered("解釈の天気", results("解約", ja, both));
    let screen = browser.screen();
    assert!(
        screen.contains("の検索結果を表示") || screen.contains("で検索しました"),
        "{screen}"
    );
    assert!(screen.contains("「天気」は"), "{screen}");
}

#[test]
fn hits_that_were_not_all_counted_are_at_least_so_many() {
    let check = |language, expected: &str| {
        let mut browser = Browser::new(size(80, 24), language);
        let many = |results: &mut Results| (results.total, results.at_least) = (500, true);
        browser.answered("Netflix", results("Netflix", language, many));
        assert!(browser.screen().contains(expected), "{}", browser.screen());
    };
    check(Language::JA, "検索結果 500件以上");
    check(Language::EN, "500+ results");
}

#[test]
fn help_at_80x24() {
    let mut browser = Browser::new(size(80, 24), Language::EN);
    browser.press(KeyCode::F(1));
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn every_line_of_every_page_fits_its_width() {
    let guide = guide();
    let now = instant(EVENING);
    for language in madoguchi::i18n::SPOKEN {
        for columns in (24..40).chain([45, 60, 77, 80]) {
            let (keys, ticks) = (acts::explained(&Bound::default()), Ticks::default());
            let context = Context {
                viewer: Tz::America__New_York,
                ticks: Some(&ticks),
                mouse: Some(Mouse::Switched(true)),
                keys: &keys,
                ..Context::new(&guide, language, columns, now)
            };
            let topics = Subject::topics(&guide).into_iter();
            let pages = topics.chain([Subject::Cards, Subject::Check, Subject::Help]);
            for line in pages.flat_map(|subject| subject.page(&context).lines) {
                let text = line.text();
                assert!(width(&text) <= columns, "{text:?} in {columns} columns");
            }
        }
    }
}

#[test]
fn the_cursor_stands_in_the_query_and_before_it_while_reading() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    assert_eq!(browser.buffer(Choice::Dark).1, Some((8, 0)));
    browser.typed("解約a");
    assert_eq!(browser.buffer(Choice::Dark).1, Some((13, 0)));
    browser.press(KeyCode::Left);
    browser.press(KeyCode::Left);
    assert_eq!(browser.buffer(Choice::Dark).1, Some((10, 0)));
    // What is typed while reading takes the query's place, and an input method composes there.
    browser.press(KeyCode::Tab);
    assert_eq!(browser.buffer(Choice::Dark).1, Some((8, 0)));
}

#[test]
fn a_long_query_scrolls_in_the_field() {
    let mut browser = Browser::new(size(40, 10), Language::JA);
    browser.typed(&"電話".repeat(30));
    let (_, cursor) = browser.buffer(Choice::Dark);
    assert!(cursor.is_some_and(|(x, y)| x < 40 && y == 0), "{cursor:?}");
    assert!(browser.screen().lines().next().unwrap().ends_with("電話"));
}

#[test]
fn what_was_searched_for_is_marked_in_list_and_article() {
    let mut browser = Browser::new(size(120, 36), Language::JA);
    browser.typed("解約");
    let (buffer, _) = browser.buffer(Choice::Mono);
    let marked = |range: std::ops::Range<u16>| {
        (3..34).any(|y| {
            range.clone().any(|x| {
                let cell = &buffer[(x, y)];
                cell.symbol() == "解"
                    && cell
                        .modifier
                        .contains(Modifier::UNDERLINED | Modifier::BOLD)
            })
        })
    };
    assert!(marked(0..48), "in the list");
    assert!(marked(49..120), "in the article");
}

#[test]
fn without_colour_there_is_no_colour() {
    let mut browser = Browser::new(size(120, 36), Language::JA);
    browser.typed("詐欺");
    let (buffer, _) = browser.buffer(Choice::Mono);
    for cell in buffer.content() {
        assert_eq!(
            (cell.fg, cell.bg),
            (ratatui::style::Color::Reset, ratatui::style::Color::Reset)
        );
    }
}

#[test]
fn the_status_bar_changes_by_itself_when_the_desks_close() {
    let before = run(
        "2026-11-23T20:59:30+09:00",
        vec![Step::Event(guide_loaded())],
    )
    .1;
    assert!(before.contains("日本語 21:00まで"), "{before}");
    let steps = vec![
        Step::Event(guide_loaded()),
        Step::Sleep("2026-11-23T21:00:00+09:00"),
    ];
    let (_, after, frames) = run("2026-11-23T20:59:30+09:00", steps);
    assert!(
        after.contains("英語のみ・日本語は明日 9:00 から"),
        "{after}"
    );
    assert_eq!(
        frames, 3,
        "one at the start, one with the guide, one when the minute turned"
    );
}

#[test]
fn an_idle_minute_is_one_wake_up() {
    let minutes = [
        "2026-11-23T12:01:00+09:00",
        "2026-11-23T12:02:00+09:00",
        "2026-11-23T12:03:00+09:00",
    ];
    let steps = minutes.map(Step::Sleep).into_iter().collect();
    assert_eq!(run("2026-11-23T12:00:00+09:00", steps).2, 4);
}

#[test]
fn a_clock_that_jumps_is_believed() {
    let steps = vec![
        Step::Event(guide_loaded()),
        Step::Jump("2031-01-01T03:00:20+09:00"),
        Step::Jump("2019-02-28T22:00:00+09:00"),
        Step::Event(Event::News(News::Tick(instant(
            "2019-02-28T22:00:00+09:00",
        )))),
    ];
    let (_, screen, _) = run("2026-11-23T12:00:00+09:00", steps);
    assert!(screen.contains("2月28日"), "{screen}");
}

#[test]
fn the_loop_draws_once_for_many_events() {
    let key = |c| Event::Key(KeyEvent::from(KeyCode::Char(c)));
    let keys = "電話がつながらない".chars().map(key).collect();
    let steps = vec![Step::Event(guide_loaded()), Step::Burst(keys)];
    let (exit, screen, frames) = run("2026-11-23T12:00:00+09:00", steps);
    assert_eq!(exit, Exit::Hangup);
    assert!(
        screen.contains("電話がつながらない") && screen.contains("検索結果"),
        "{screen}"
    );
    assert_eq!(
        frames, 3,
        "the start, the guide, and all keys with their answer"
    );
}

fn guide_loaded() -> Event {
    Event::News(News::GuideLoaded(guide()))
}

#[test]
fn articles_with_the_same_title_are_told_apart_by_their_groups() {
    let folder = TempDir::new().unwrap();
    for (path, text) in [
        ("sync/templates.md", "# Templates\n\nWhat is synced."),
        ("plugins/templates.md", "# Templates\n\nWhat is inserted."),
        ("sync/first.md", "# First steps\n\nx"),
        ("plugins/others.md", "# Others\n\nNo templates."),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let guide = Arc::new(load(&Source::Folder(folder.path().to_owned())).0.unwrap());
    let (searcher, _) = Store::new(None).open_or_build(&guide);
    let mut browser = Browser::new(size(80, 24), Language::EN);
    browser.send(News::GuideLoaded(guide));
    browser.answered("templates", searcher.search("templates", Language::EN, 10));
    let screen = browser.screen();
    for (text, is_there) in [
        ("Templates  sync", true),
        ("Templates  plugins", true),
        ("Others  plugins", false),
    ] {
        assert_eq!(screen.contains(text), is_there, "{text}: {screen}");
    }
}
