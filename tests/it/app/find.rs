//! Finding a text in the page that is read.

use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Act, News};
use madoguchi::frame::keys::Scope;
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::ui::theme::Choice;

use super::{browser, reading};
use crate::support::{Browser, size};

/// An article that is read, at its beginning.
fn reading_phone() -> Browser {
    let mut browser = browser();
    browser.send(News::Resize(size(80, 16)));
    for _ in 0..7 {
        browser.press(KeyCode::Down);
    }
    browser.press(KeyCode::Enter);
    assert_eq!(reading(&browser), "phone");
    browser
}

/// The place that is shown, from 1, and how many there are.
fn shown(browser: &Browser) -> Option<(usize, usize)> {
    let at = browser.app.visit.find.as_ref()?.at?;
    let found = &browser.app.visit.reader.page.found;
    let lines = found[at].clone();
    let top = browser.app.visit.reader.top;
    assert!(
        lines.start >= top && lines.end <= top + browser.app.rows(),
        "it is in the window"
    );
    Some((at + 1, found.len()))
}

#[test]
fn a_text_is_found_while_it_is_typed() {
    let mut browser = reading_phone();
    browser.press(KeyCode::Char('/'));
    assert_eq!(browser.app.key_scope(), Scope::Finding);
    browser.typed("番");
    let many = shown(&browser).unwrap();
    browser.typed("号");
    let fewer = shown(&browser).unwrap();
    assert!(
        fewer.0 == 1 && fewer.1 <= many.1 && fewer.1 > 2,
        "{fewer:?} of {many:?}"
    );
    assert!(
        browser.screen().contains(&format!("1/{}", fewer.1)),
        "{}",
        browser.screen()
    );
    assert_eq!(
        browser.app.query(),
        "",
        "nothing is typed in the search field"
    );
    browser.press(KeyCode::Backspace);
    assert_eq!(shown(&browser), Some(many));
}

#[test]
fn places_follow_each_other_around_the_end() {
    let mut browser = reading_phone();
    browser.press(KeyCode::Char('/'));
    browser.typed("番号");
    let (_, all) = shown(&browser).unwrap();
    browser.press(KeyCode::Up);
    assert_eq!(shown(&browser), Some((all, all)));
    browser.press(KeyCode::Down);
    assert_eq!(shown(&browser), Some((1, all)));
    browser.press(KeyCode::Enter);
    assert_eq!(
        (browser.app.key_scope(), shown(&browser)),
        (Scope::Reading, Some((1, all)))
    );
    browser.press(KeyCode::Char('n'));
    browser.press(KeyCode::Enter);
    assert_eq!(shown(&browser), Some((3, all)));
    browser.chord(KeyCode::Char('N'), KeyModifiers::SHIFT);
    assert_eq!(shown(&browser), Some((2, all)));
    assert!(
        browser.screen().contains(&format!("「番号」 2/{all}")),
        "{}",
        browser.screen()
    );
    // A link that is chosen is what Enter is for.
    let place = browser.app.visit.reader.subject;
    browser.press(KeyCode::Tab);
    browser.press(KeyCode::Enter);
    assert_ne!(browser.app.visit.reader.subject, place);
    assert!(browser.app.visit.find.is_none(), "it ends with the page");
}

#[test]
fn escape_gives_up_what_is_typed_and_ends_what_was_found() {
    let mut browser = reading_phone();
    browser.press(KeyCode::Down);
    let start = browser.app.visit.reader.position();
    browser.press(KeyCode::Char('/'));
    browser.typed("番号");
    browser.press(KeyCode::Up);
    assert_ne!(browser.app.visit.reader.position(), start);
    browser.press(KeyCode::Esc);
    assert!(browser.app.visit.find.is_none());
    assert_eq!(
        browser.app.visit.reader.position(),
        start,
        "back to where the reader was"
    );
    browser.press(KeyCode::Char('/'));
    browser.typed("番号");
    browser.press(KeyCode::Up);
    browser.press(KeyCode::Enter);
    let here = browser.app.visit.reader.position();
    browser.press(KeyCode::Esc);
    assert!(browser.app.visit.find.is_none());
    assert_eq!(
        (browser.app.visit.focus, browser.app.visit.reader.position()),
        (Focus::Article, here)
    );
    assert!(browser.app.visit.reader.page.found.is_empty());
}

#[test]
fn what_is_not_there_is_said_and_moves_nothing() {
    for (columns, rows) in [(40, 10), (80, 24)] {
        for (language, expected) in [
            (Language::JA, "見つかりません"),
            (Language::EN, "not found"),
        ] {
            let mut browser = Browser::new(size(columns, rows), language);
            browser.typed("Netflix");
            browser.press(KeyCode::Enter);
            let start = browser.app.visit.reader.position();
            browser.press(KeyCode::F(9));
            browser.typed("ぬぬぬ");
            assert!(browser.screen().contains(expected), "{}", browser.screen());
            browser.press(KeyCode::Down);
            browser.press(KeyCode::Enter);
            browser.press(KeyCode::F(3));
            assert_eq!(browser.app.visit.reader.position(), start);
            assert!(browser.screen().contains(expected), "{}", browser.screen());
        }
    }
}

#[test]
fn the_cursor_stands_in_the_line_so_that_an_input_method_composes_there() {
    for rows in [10, 24] {
        let mut browser = Browser::new(size(40, rows), Language::JA);
        browser.press(KeyCode::F(9));
        browser.typed("電話");
        let (_, cursor) = browser.buffer(Choice::Mono);
        // 探す, the sign, and two characters.
        assert_eq!(
            cursor,
            Some((1 + 4 + 3 + 4, rows - 1)),
            "{}",
            browser.screen()
        );
        browser.typed(&"電話".repeat(40));
        let (_, cursor) = browser.buffer(Choice::Mono);
        assert!(cursor.is_some_and(|(x, _)| x < 40), "{cursor:?}");
        browser.press(KeyCode::Enter);
        assert_eq!(browser.buffer(Choice::Mono).1, None);
    }
}

#[test]
fn a_paste_goes_into_the_line() {
    let mut browser = reading_phone();
    browser.press(KeyCode::Char('/'));
    browser.send(Act::Paste("番\u{1b}号\n".to_owned()));
    let find = browser.app.visit.find.as_ref().unwrap();
    assert_eq!((find.input.value(), browser.app.query()), ("番号 ", ""));
    browser.send(Act::Paste("あ".repeat(100_000)));
    let find = browser.app.visit.find.as_ref().unwrap();
    assert_eq!(find.input.value().chars().count(), 200);
    browser.press(KeyCode::Enter);
    browser.send(Act::Paste("解約".to_owned()));
    assert_eq!(
        browser.app.query(),
        "解約",
        "what is pasted while reading is a query"
    );
    assert!(browser.app.visit.find.is_none());
}

#[test]
fn the_help_and_the_desks_are_searched_like_articles() {
    let mut browser = browser();
    browser.send(Act::Help);
    browser.press(KeyCode::Char('/'));
    browser.typed("ctrl-c");
    assert_eq!(browser.app.visit.reader.page.found.len(), 1);
    browser.press(KeyCode::Esc);
    assert_eq!(
        browser.app.visit.reader.subject,
        Subject::Help,
        "one step back"
    );
    browser.press(KeyCode::Esc);
    assert_ne!(browser.app.visit.reader.subject, Subject::Help);
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::F(9));
    browser.typed("0120");
    assert!(!browser.app.visit.reader.page.found.is_empty());
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
}

#[test]
fn widths_and_languages_change_under_a_find() {
    let mut browser = reading_phone();
    browser.press(KeyCode::Char('/'));
    browser.typed("9:00");
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Char('n'));
    let before = browser.app.visit.find.as_ref().unwrap().at;
    for (columns, rows) in [(40, 10), (30, 5), (200, 60)] {
        browser.send(News::Resize(size(columns, rows)));
        assert_eq!(browser.app.visit.find.as_ref().unwrap().at, before);
        browser.screen();
    }
    browser.press(KeyCode::F(2));
    let find = browser.app.visit.find.as_ref().unwrap();
    assert_eq!(find.input.value(), "9:00");
    assert_eq!(
        find.at.is_some(),
        !browser.app.visit.reader.page.found.is_empty()
    );
}

#[test]
fn the_marks_of_the_query_come_back_after_a_find() {
    let mut browser = browser();
    browser.typed("電話");
    browser.press(KeyCode::Enter);
    let marked = |browser: &Browser| {
        let lang = &browser.app.visit.reader;
        let mut pieces = lang.page.lines.iter().flat_map(|line| &line.pieces);
        pieces.any(|piece| lang.marks.split(piece).any(|(_, marked)| marked))
    };
    assert!(marked(&browser));
    browser.press(KeyCode::Char('/'));
    assert!(marked(&browser), "nothing is typed yet");
    browser.typed("番号");
    assert!(!marked(&browser));
    browser.press(KeyCode::Esc);
    assert!(marked(&browser));
}

#[test]
fn the_place_that_is_shown_is_told_without_colour() {
    use ratatui::style::Modifier;
    let mut browser = reading_phone();
    browser.press(KeyCode::Char('/'));
    browser.typed("番号");
    let (buffer, _) = browser.buffer(Choice::Mono);
    let cells = |wanted| {
        let cells = buffer.content().iter();
        cells
            .filter(|cell| cell.symbol() == "番" && cell.modifier.contains(wanted))
            .count()
    };
    assert_eq!(cells(Modifier::REVERSED), 1, "the place");
    assert!(
        cells(Modifier::UNDERLINED | Modifier::BOLD) > 1,
        "and the others"
    );
    assert_eq!(
        browser
            .screen()
            .lines()
            .skip(2)
            .filter(|line| line.starts_with('❯'))
            .count(),
        1
    );
}

#[test]
fn a_find_asked_for_before_the_hits_are_there_is_in_the_hit() {
    let mut browser = browser();
    let insert = Act::Edit(tui_input::InputRequest::InsertChar('電'));
    let Some(madoguchi::app::Command::Search(request)) = browser.app.update(insert) else {
        panic!("a search was expected");
    };
    browser.press(KeyCode::F(9));
    browser.send(crate::support::answer(&request));
    assert_eq!(browser.app.key_scope(), Scope::Finding);
    assert!(matches!(
        browser.app.visit.reader.subject,
        Subject::Section(_)
    ));
}
