//! What a public terminal shows.

use chrono::TimeDelta;
use crossterm::event::KeyCode;
use madoguchi::app::News;
use madoguchi::language::Language;
use madoguchi::text::width::width;
use madoguchi::ui::theme::Choice;

use super::storm::assert_official;
use crate::screens::qr::{decode, modules};
use crate::support::{Browser, instant, size};

fn attracting(columns: u16, rows: u16) -> String {
    Browser::public(size(columns, rows), Language::JA).screen()
}

#[test]
fn attracting_at_40x10() {
    insta::assert_snapshot!(attracting(40, 10));
}

#[test]
fn attracting_at_80x24() {
    insta::assert_snapshot!(attracting(80, 24));
}

#[test]
fn attracting_at_120x36() {
    insta::assert_snapshot!(attracting(120, 36));
}

#[test]
fn the_attracting_screen_says_what_to_do_in_both_languages_wherever_it_is() {
    for (columns, rows) in [(40, 10), (41, 11), (64, 14), (80, 20), (200, 60)] {
        for at in ["2026-11-24T03:00:00+09:00", "2026-11-24T12:34:00+09:00"] {
            let mut browser = Browser::public(size(columns, rows), Language::EN);
            browser.send(News::Tick(instant(at)));
            let screen = browser.screen();
            for text in [
                "キーを押すか、画面に触れてください",
                "Press a key or touch the screen",
                "日本時間",
                "Japan time",
                "0120-996-012",
                "1 日本語",
                "2 ",
                "English",
            ] {
                // Larger digits are no text.
                if columns >= 64 && text.starts_with('0') {
                    continue;
                }
                assert!(screen.contains(text), "{screen}");
            }
            assert!(browser.buffer(Choice::Dark).1.is_none(), "no cursor");
        }
    }
}

#[test]
fn attracting_at_60x20() {
    insta::assert_snapshot!(attracting(60, 20));
}

/// At 80 columns there is a code to scan beside digits that are read from afar.
#[test]
fn the_number_is_large_and_can_be_scanned() {
    for (columns, rows, row) in [
        (80, 24, "█▀█ ▀█  ▀▀█ █▀█    █▀█ █▀█ █▀▀    █▀█ ▀█  ▀▀█"),
        (
            116,
            36,
            "██████  ████    ██████  ██████        ██████  ██████  ██████        ██████  ████    ██████",
        ),
    ] {
        let screen = attracting(columns, rows);
        assert!(screen.contains(row), "{screen}");
        let browser = Browser::public(size(columns, rows), Language::JA);
        let read = decode(&modules(&browser.buffer(Choice::Dark).0, true));
        assert_eq!(read, ["tel:0120996012"]);
    }
    let screen = attracting(60, 20);
    assert!(screen.contains("0120-996-012"), "{screen}");
}

#[test]
fn the_countdown_has_room_on_every_screen() {
    for language in [Language::JA, Language::EN] {
        for (columns, rows) in [(30, 5), (40, 10), (80, 13), (80, 24), (120, 36)] {
            for (seconds, left) in [(45, 15), (59, 1)] {
                let mut browser = Browser::public(size(columns, rows), language);
                browser.press(KeyCode::Enter);
                let now = browser.app.world.now + TimeDelta::seconds(seconds);
                browser.send(News::Tick(now));
                let screen = browser.screen();
                let said = madoguchi::i18n::kiosk::countdown(language, left);
                let is_said = |line: &&str| {
                    // At a narrower one its end may be cut.
                    let needed = if columns >= 40 { 40 } else { 12 };
                    let begins = said.iter().map(|said| said.chars().take(needed));
                    begins
                        .map(String::from_iter)
                        .any(|said| line.contains(&said))
                };
                let line = screen.lines().find(is_said);
                let line = line.unwrap_or_else(|| panic!("{said:?}: {screen}"));
                assert!(width(line) <= usize::from(columns));
            }
        }
    }
}

/// Whatever a visitor types: what is drawn has no number but the guide's.
#[test]
fn numbers_of_others_are_not_drawn() {
    for text in [
        "0120-996-013",
        "0120-996-01",
        "kaiyakk 090-1234-5678",
        "０９０１２３４５６７８",
        "090 1234 5678 0120-996-012",
        "+1 866-579-7173",
        "https://0120999999.example/03-1234-5678",
        "4242 4242 4242 4242",
        "O9O-l234-5678",
    ] {
        for (columns, rows) in [(40, 10), (80, 24), (120, 36)] {
            let mut browser = Browser::public(size(columns, rows), Language::EN);
            browser.press(KeyCode::Enter);
            browser.typed(text);
            for keys in [
                [KeyCode::F(6), KeyCode::Enter],
                [KeyCode::F(6), KeyCode::Enter],
                [KeyCode::F(2), KeyCode::Enter],
                [KeyCode::F(6), KeyCode::End],
            ] {
                assert_official(&browser.screen());
                for key in keys {
                    browser.press(key);
                }
            }
            assert_official(&browser.screen());
        }
    }
    let mut browser = Browser::public(size(80, 24), Language::EN);
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::F(6));
    browser.typed("0120-996-013");
    let screen = browser.screen();
    assert!(screen.contains("❯ ••••-•••-•13"), "{screen}");
    browser.press(KeyCode::Backspace);
    browser.typed("2");
    let screen = browser.screen();
    assert!(screen.contains("❯ 0120-996-012"), "{screen}");
}

#[test]
fn half_a_number_in_each_of_two_fields_is_masked() {
    let mut browser = Browser::public(size(80, 24), Language::EN);
    browser.press(KeyCode::Enter);
    browser.typed("01209");
    assert!(browser.screen().contains("❯ 01209"), "{}", browser.screen());
    browser.press(KeyCode::F(9));
    browser.typed("96013");
    let screen = browser.screen();
    assert!(
        !screen.contains("01209") && !screen.contains("96013"),
        "{screen}"
    );
    assert!(
        screen.contains("•••09") && screen.contains("•••13"),
        "{screen}"
    );
}
