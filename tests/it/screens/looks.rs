//! Other looks: ASCII signs, terminals that draw some characters wide, large mode, and what is told without colours.

use crossterm::event::KeyCode;
use madoguchi::app::{Act, News};
use madoguchi::frame::Look;
use madoguchi::frame::signs::Signs;
use madoguchi::language::Language;
use madoguchi::page::{self, Role};
use madoguchi::text::width::width;
use madoguchi::ui::theme::Choice;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::qr::decode;
use crate::support::{Browser, size};

const SIZES: [(u16, u16); 5] = [(40, 10), (64, 20), (80, 24), (120, 36), (200, 60)];

/// A browser that looks like this from the start.
fn looking(columns: u16, rows: u16, language: Language, signs: Signs, large: bool) -> Browser {
    let mut browser = Browser::new(size(columns, rows), language);
    browser.app.setup.look = Look { signs, large };
    browser.send(News::Resize(size(columns, rows)));
    browser
}

/// Every kind of screen: topics, results, an article, the help, all pages of the program's own, what is too small.
fn every_screen(
    columns: u16,
    rows: u16,
    language: Language,
    signs: Signs,
    large: bool,
) -> Vec<(String, Buffer)> {
    let ways: [(&str, &[KeyCode]); 12] = [
        ("", &[]),
        ("解約", &[]),
        ("解約", &[KeyCode::Enter, KeyCode::Right]),
        ("ぬぬぬぬ", &[]),
        ("0120-996-013", &[KeyCode::Enter]),
        ("", &[KeyCode::F(1)]),
        ("", &[KeyCode::F(4)]),
        ("", &[KeyCode::F(4), KeyCode::Char('2')]),
        ("", &[KeyCode::F(5), KeyCode::Char('1'), KeyCode::Char('1')]),
        ("", &[KeyCode::F(6)]),
        ("", &[KeyCode::F(7)]),
        ("", &[KeyCode::F(7), KeyCode::Char('1'), KeyCode::Char('1')]),
    ];
    let mut screens = Vec::new();
    for (query, keys) in ways {
        let mut browser = looking(columns, rows, language, signs, large);
        browser.typed(query);
        for &key in keys {
            browser.press(key);
        }
        let what = format!("{columns}x{rows} {language} {query:?} {keys:?}");
        screens.push((what, browser.buffer(Choice::Dark).0));
    }
    let pages = guide_articles();
    for article in 0..pages {
        let mut browser = looking(columns, rows, language, signs, large);
        let subject = madoguchi::page::Subject::Article(article);
        browser.send(Act::OpenPage(subject));
        for page in 0..4 {
            screens.push((
                format!("{language} article {article}, {page}"),
                browser.buffer(Choice::Dark).0,
            ));
            browser.press(KeyCode::PageDown);
        }
    }
    screens
}

fn guide_articles() -> usize {
    crate::support::guide().articles.len()
}

fn symbols(buffer: &Buffer) -> impl Iterator<Item = &str> {
    buffer.content().iter().map(ratatui::buffer::Cell::symbol)
}

/// Letters, digits and punctuation of Japanese.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9f}')
}

#[test]
fn with_ascii_signs_there_are_no_others() {
    for (columns, rows) in [(40, 10), (80, 24), (200, 60)] {
        for language in madoguchi::i18n::SPOKEN {
            for large in [false, true] {
                for (what, buffer) in every_screen(columns, rows, language, Signs::Ascii, large) {
                    for symbol in symbols(&buffer) {
                        let fine = |c: char| c.is_ascii() || is_japanese(c) || c.is_alphabetic();
                        assert!(symbol.chars().all(fine), "{symbol:?} in {what}");
                    }
                }
            }
        }
    }
}

/// The test above can fail: these are the signs that there are otherwise.
#[test]
fn all_signs_are_drawn_where_there_are_any() {
    let mut found = std::collections::BTreeSet::new();
    for language in madoguchi::i18n::SPOKEN {
        for (_, buffer) in every_screen(80, 24, language, Signs::All, false) {
            found.extend(
                symbols(&buffer)
                    .flat_map(str::chars)
                    .filter(|c| !c.is_ascii() && !c.is_alphanumeric()),
            );
        }
    }
    for sign in "─━│┬┃▌❯›…●–▆▁▼☐☑•▀↑".chars() {
        assert!(found.contains(&sign), "{sign} in {found:?}");
    }
}

#[test]
fn ascii_signs_move_nothing() {
    for language in madoguchi::i18n::SPOKEN {
        let all = every_screen(80, 24, language, Signs::All, false);
        let ascii = every_screen(80, 24, language, Signs::Certain, false);
        for ((what, one), (_, other)) in all.iter().zip(&ascii) {
            let is_longer = ["F(1)", "'2'", "0120-996-013\" [Enter]"];
            if is_longer.iter().any(|part| what.contains(part)) {
                // Keys have longer names, QR codes are larger, and digits are not.
                continue;
            }
            // Rows 0 and 23 have the prompt and the names of keys.
            for y in 1..23 {
                for x in 0..80 {
                    let [one, other] = [one, other].map(|buffer| buffer[(x, y)].symbol());
                    assert!(
                        one == other || one.chars().all(|c| !is_japanese(c)),
                        "{one:?} became {other:?} in {what}, {x},{y}"
                    );
                }
            }
        }
    }
}

/// What UAX #11 calls ambiguous, of what there is in guides: all of Latin-1 but ASCII, Greek, Cyrillic, and the blocks of
/// signs.
#[test]
fn nothing_ambiguous_is_drawn_where_that_would_be_wide() {
    for language in madoguchi::i18n::SPOKEN {
        for (columns, rows) in [(40, 10), (80, 24)] {
            for (what, buffer) in every_screen(columns, rows, language, Signs::Certain, false) {
                for symbol in symbols(&buffer) {
                    assert!(
                        symbol.is_ascii() || symbol.chars().all(is_japanese),
                        "{symbol:?} in {what}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_code_of_spaces_is_read_too() {
    let code = page::large_code("tel:0120996012").expect("short enough");
    let modules: Vec<Vec<bool>> = code
        .iter()
        .map(|line| {
            line.iter()
                .flat_map(|piece| vec![piece.role == Role::QrDark; piece.text.len() / 2])
                .collect()
        })
        .collect();
    assert_eq!(decode(&modules), ["tel:0120996012"]);
    let text: String = code
        .iter()
        .flatten()
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(text.trim(), "", "nothing but background");
    let mut browser = looking(80, 40, Language::JA, Signs::Ascii, false);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    assert!(
        browser.screen().contains("0120-996-012"),
        "{}",
        browser.screen()
    );
    let mut browser = looking(80, 24, Language::JA, Signs::Ascii, false);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    assert!(
        browser.screen().contains("広げてください"),
        "{}",
        browser.screen()
    );
}

#[test]
fn ascii_in_english_at_80x24() {
    let mut browser = looking(80, 24, Language::EN, Signs::Ascii, false);
    browser.typed("cancel");
    let results = browser.screen();
    browser.press(KeyCode::F(4));
    insta::assert_snapshot!(format!("{results}\n{}", browser.screen()));
}

#[test]
fn large_at_80x24() {
    let mut browser = looking(80, 24, Language::JA, Signs::All, true);
    browser.press(KeyCode::Down);
    let topics = browser.screen();
    browser.typed("解約");
    browser.press(KeyCode::Enter);
    insta::assert_snapshot!(format!("{topics}\n{}", browser.screen()));
}

#[test]
fn large_in_english_at_120x36() {
    let mut browser = looking(120, 36, Language::EN, Signs::All, true);
    browser.typed("phone");
    insta::assert_snapshot!(browser.screen());
}

#[test]
fn in_large_mode_nothing_is_lost_and_little_is_said() {
    for (columns, rows) in SIZES {
        for language in madoguchi::i18n::SPOKEN {
            let mut browser = looking(columns, rows, language, Signs::All, true);
            // Every topic can be seen when it is selected.
            for _ in 0..30 {
                browser.press(KeyCode::Down);
            }
            let guide = crate::support::guide();
            let last = guide
                .articles
                .last()
                .expect("there are articles")
                .title
                .text(language);
            let screen = browser.screen();
            assert!(screen.contains(last.as_str()), "{screen}");
            assert!(
                screen
                    .lines()
                    .all(|line| width(line) <= usize::from(columns))
            );
            if rows >= 20 {
                let from = screen.lines().count() - 3;
                let hints: String = screen.lines().skip(from).collect();
                assert!(hints.contains("Enter") && !hints.contains("F4"), "{hints}");
                assert!(
                    screen.contains("0120-996-012"),
                    "the best desk's number: {screen}"
                );
            }
        }
    }
}

#[test]
fn a_code_is_seen_whole_in_large_mode_too() {
    let mut browser = looking(80, 24, Language::JA, Signs::All, true);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    let screen = browser.screen();
    assert!(
        screen.contains("読み取れます") && screen.contains('▀'),
        "{screen}"
    );
    browser.press(KeyCode::Esc);
    assert!(!browser.screen().contains('▀'));
}

/// The styles of a row, without colours.
fn row(buffer: &Buffer, y: u16, columns: std::ops::Range<u16>) -> Vec<(String, Style)> {
    columns
        .map(|x| (buffer[(x, y)].symbol().to_owned(), buffer[(x, y)].style()))
        .collect()
}

#[test]
fn selection_focus_and_links_are_told_without_colours() {
    for choice in [Choice::Mono, Choice::Contrast] {
        let mut browser = looking(120, 36, Language::JA, Signs::All, false);
        let drawn = |browser: &Browser| browser.buffer(choice).0;
        browser.typed("電話");
        let before = drawn(&browser);
        browser.press(KeyCode::Down);
        let after = drawn(&browser);
        // The first topic was selected, and is not any more.
        assert_ne!(row(&before, 3, 0..48), row(&after, 3, 0..48), "selected");
        browser.press(KeyCode::Enter);
        assert_ne!(
            row(&after, 1, 0..48),
            row(&drawn(&browser), 1, 0..48),
            "the list's title"
        );
        assert_ne!(
            row(&after, 1, 49..120),
            row(&drawn(&browser), 1, 49..120),
            "the page's title"
        );
        browser.press(KeyCode::F(4));
        let links = drawn(&browser);
        browser.press(KeyCode::Right);
        let chosen = drawn(&browser);
        assert!(
            (0..36).any(|y| row(&links, y, 49..120) != row(&chosen, y, 49..120)),
            "the chosen link"
        );
    }
}
