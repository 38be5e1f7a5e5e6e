//! Lists that are longer than the screen: pages of them, bars, numbers of several digits; and hints, which do what they show.

use std::sync::Arc;

use chrono_tz::UTC;
use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{App, Bound, News, Spot, acts};
use madoguchi::frame::keys::{Code, Held, Key};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::{Guide, SectionRef};
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::ui;

use super::browser;
use crate::support::manual::manual;
use crate::support::{Browser, EVENING, instant, size};

/// A guide of so many articles, of which the first has 300 sections.
fn guide(articles: usize) -> Guide {
    let titles: Vec<String> = (1..=300).map(|n| format!("Section {n}")).collect();
    let sections: Vec<(&[&str], &str, &str)> = titles
        .iter()
        .map(|title| (&[] as &[&str], title.as_str(), "Words."))
        .collect();
    let names: Vec<String> = (2..=articles).map(|n| format!("Article {n}")).collect();
    let one = [(&[] as &[&str], "Only", "Words.")];
    let mut all = vec![("Long", None, sections.as_slice())];
    all.extend(
        names
            .iter()
            .map(|name| (name.as_str(), None, one.as_slice())),
    );
    manual(Language::EN, &[], &all)
}

fn open(guide: Guide, columns: u16, rows: u16) -> Browser {
    let keys = acts::explained(&Bound::default());
    let mut app = App::new(
        size(columns, rows),
        instant(EVENING),
        UTC,
        Language::EN,
        keys,
    );
    assert_eq!(app.update(News::GuideLoaded(Arc::new(guide))), None);
    Browser { app }
}

/// The entries that are to be seen.
fn seen(browser: &Browser) -> Vec<usize> {
    let list = browser
        .app
        .layout()
        .and_then(|layout| layout.list)
        .expect("a list");
    let seen = browser.app.entries_seen(list);
    seen.into_iter().map(|seen| seen.entry).collect()
}

#[test]
fn a_page_is_what_is_seen_and_no_entry_is_skipped() {
    let guide = guide(120);
    for (columns, rows) in [(40, 10), (80, 24), (100, 30), (120, 36), (200, 50)] {
        let mut browser = open(guide.clone(), columns, rows);
        for key in [KeyCode::PageDown, KeyCode::PageUp] {
            let mut pages = 0;
            loop {
                let (before, chosen) = (seen(&browser), browser.app.visit.entries.selected_index());
                browser.press(key);
                let now = browser.app.visit.entries.selected_index();
                if now == chosen {
                    break;
                }
                let after = seen(&browser);
                let meet = after[0] <= before[before.len() - 1] + 1
                    && before[0] <= after[after.len() - 1] + 1;
                assert!(meet, "{columns}×{rows}: {before:?} {after:?}");
                let by = now.unwrap_or(0).abs_diff(chosen.unwrap_or(0));
                assert!(by <= before.len(), "{by} of {before:?}");
                pages += 1;
            }
            assert!(pages > 2 && pages <= 121, "{pages}");
        }
        assert_eq!(browser.app.visit.entries.selected_index(), Some(0));
    }
}

#[test]
fn a_long_list_says_how_it_goes_on() {
    let mut browser = open(guide(120), 80, 24);
    let all = browser.app.visit.entries.all().len();
    let count = seen(&browser).len();
    let screen = browser.screen();
    assert!(
        screen.contains(&format!("↓ {} more", all - count)),
        "{screen}"
    );
    // The bar leads to where it is clicked.
    let (column, rows): (u16, Vec<u16>) = (79, (0..24).collect());
    let bar: Vec<(u16, usize)> = rows
        .into_iter()
        .filter_map(|row| match ui::hit(&browser.app, column, row) {
            Some(Spot::ListBar(entry)) => Some((row, entry)),
            _ => None,
        })
        .collect();
    assert_eq!(bar.first().map(|&(_, entry)| entry), Some(0));
    let &(row, last) = bar.last().expect("a bar");
    assert_eq!(last, all - 1);
    browser.click((column, row));
    assert_eq!(browser.app.visit.entries.selected_index(), Some(all - 1));
    assert!(!browser.screen().contains("more"), "{}", browser.screen());
}

#[test]
fn contents_of_three_hundred_sections_are_chosen_from() {
    let mut browser = open(guide(2), 80, 24);
    let section = |browser: &Browser| match browser.app.visit.reader.subject {
        Subject::Section(SectionRef { section, .. }) => Some(section + 1),
        _ => None,
    };
    browser.press(KeyCode::Enter);
    let open_contents = |browser: &mut Browser| {
        browser.press(KeyCode::F(10));
        assert!(matches!(
            browser.app.visit.reader.subject,
            Subject::Contents(_)
        ));
    };
    let tried: [(&[KeyCode], usize); 6] = [
        (&[KeyCode::End, KeyCode::Enter], 300),
        (&[KeyCode::Home, KeyCode::Enter], 1),
        (
            &[KeyCode::Home, KeyCode::Down, KeyCode::Down, KeyCode::Enter],
            3,
        ),
        (
            &[KeyCode::Char('2'), KeyCode::Char('7'), KeyCode::Char('1')],
            271,
        ),
        (&[KeyCode::Char('1'), KeyCode::Enter], 1),
        (
            &[KeyCode::Char('3'), KeyCode::Char('1'), KeyCode::Enter],
            31,
        ),
    ];
    for (keys, expected) in tried {
        open_contents(&mut browser);
        for &key in keys {
            browser.press(key);
        }
        assert_eq!(section(&browser), Some(expected), "{keys:?}");
    }
    open_contents(&mut browser);
    browser.press(KeyCode::Char('1'));
    let screen = browser.screen();
    assert!(
        screen.contains("1… Enter") && screen.contains("0–9"),
        "{screen}"
    );
}

/// What the foot of the screen says, in cells.
fn foot(browser: &Browser) -> Option<(u16, u16)> {
    let layout = browser.app.layout()?;
    let footer = layout.footer?;
    Some((footer.y, footer.width))
}

#[test]
fn hints_do_what_they_show() {
    let states: [(&str, &[KeyCode]); 7] = [
        ("", &[]),
        ("電話", &[]),
        ("電話", &[KeyCode::Enter]),
        ("", &[KeyCode::F(5)]),
        ("", &[KeyCode::F(7)]),
        ("", &[KeyCode::F(1)]),
        (
            "電話",
            &[KeyCode::Enter, KeyCode::Char('/'), KeyCode::Char('電')],
        ),
    ];
    let mut clicked = 0;
    for (typed, keys) in states {
        let mut start = browser();
        start.typed(typed);
        for &key in keys {
            start.press(key);
        }
        let (row, width) = foot(&start).expect("hints");
        let (buffer, _) = start.buffer(madoguchi::ui::theme::Choice::Dark);
        for column in 0..width {
            let Some(Spot::Hint(key)) = ui::hit(&start.app, column, row) else {
                continue;
            };
            let does = start.app.setup.bound.of_key(key, start.app.key_scope());
            assert!(does.is_some(), "{key:?} of {keys:?}");
            // An arrow is that arrow, and a key that stands there is that key.
            let arrow = match buffer[(column, row)].symbol() {
                "↑" => Some(Code::Up),
                "↓" => Some(Code::Down),
                "←" => Some(Code::Left),
                "→" => Some(Code::Right),
                _ => None,
            };
            if let Some(arrow) = arrow {
                assert_eq!(key, Key(arrow, Held::Nothing));
            }
            let again = || Browser {
                app: start.app.clone(),
            };
            let (mut by_click, mut by_key) = (again(), again());
            by_click.click((column, row));
            press(&mut by_key, key);
            assert_eq!(by_click.screen(), by_key.screen(), "{key:?} after {keys:?}");
            clicked += 1;
        }
    }
    assert!(clicked > 300, "{clicked}");
}

/// Presses a key of ours.
fn press(browser: &mut Browser, key: Key) {
    let code = match key.0 {
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::F(n) => KeyCode::F(n),
        Code::Char(c) => KeyCode::Char(c),
        other => panic!("{other:?} is no hint yet"),
    };
    let held = match key.1 {
        Held::Nothing => KeyModifiers::NONE,
        Held::Ctrl => KeyModifiers::CONTROL,
        Held::Alt => KeyModifiers::ALT,
        Held::Shift => KeyModifiers::SHIFT,
    };
    browser.chord(code, held);
}

#[test]
fn pages_of_one_language_offer_no_other() {
    let mut browser = open(guide(3), 200, 50);
    for keys in [vec![], vec![KeyCode::Enter], vec![KeyCode::F(1)]] {
        for key in keys {
            browser.press(key);
        }
        let screen = browser.screen();
        assert!(
            !screen.contains("F2 ") && !screen.contains("F8"),
            "{screen}"
        );
    }
    assert_eq!(browser.app.visit.focus, Focus::Article);
}
