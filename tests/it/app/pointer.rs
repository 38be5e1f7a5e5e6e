//! The mouse: what is where, and what clicks and the wheel do.

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use madoguchi::app::{Act, Command, Entry, News, Notice, Spot};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::tui::mouse;
use madoguchi::ui;
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::style::Modifier;

use super::{browser, dead_end, reading};
use crate::support::{Browser, guide, size};

use MouseEventKind::{ScrollDown, ScrollUp};

/// Screens of many kinds, at a size.
fn screens(columns: u16, rows: u16) -> Vec<Browser> {
    let new = |language| Browser::new(size(columns, rows), language);
    let topics = new(Language::JA);
    let mut results = new(Language::JA);
    results.typed("電話");
    results.press(KeyCode::Down);
    let mut article = new(Language::EN);
    article.typed("scam");
    article.press(KeyCode::Enter);
    article.press(KeyCode::PageDown);
    let mut desks = new(Language::JA);
    desks.press(KeyCode::F(4));
    let mut card = new(Language::EN);
    card.press(KeyCode::F(7));
    let mut check = new(Language::JA);
    check.typed("0120-996-012");
    let mut nothing = dead_end();
    nothing.send(News::Resize(size(columns, rows)));
    let mut nearest = dead_end();
    nearest.send(News::Resize(size(columns, rows)));
    nearest.press(KeyCode::Down);
    vec![
        topics, results, article, desks, card, check, nothing, nearest,
    ]
}

#[test]
fn what_is_hit_is_what_is_drawn() {
    let theme = Theme::new(Choice::Dark);
    let (lit, link) = (theme.selection.bg, Modifier::UNDERLINED);
    let (mut links, mut entries) = (0, 0);
    for (columns, rows) in [(40, 10), (44, 14), (80, 24), (120, 36), (200, 60)] {
        for browser in screens(columns, rows) {
            let (buffer, _) = browser.buffer(Choice::Dark);
            let selected = browser.app.visit.entries.selected_index();
            for (column, row) in (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y))) {
                let spot = ui::hit(&browser.app, column, row);
                let cell = &buffer[(column, row)];
                // The second half of a wide character is not drawn.
                if cell.modifier.contains(link) {
                    assert!(
                        matches!(spot, Some(Spot::Link(_) | Spot::Aside(_))),
                        "{column},{row}: {spot:?}"
                    );
                    links += 1;
                }
                if Some(cell.bg) == lit {
                    // A page that is a list looks like one.
                    let is_chosen = spot == selected.map(Spot::Entry)
                        || spot == browser.app.visit.reader.link.map(Spot::Link);
                    assert!(is_chosen, "{column},{row} {spot:?}\n{}", browser.screen());
                    entries += 1;
                }
                if cell.symbol() == "┃" && matches!(spot, Some(Spot::Page | Spot::Link(_))) {
                    // Bars of alerts; the scroll bar is never hit as a page.
                    assert!(column + 1 < columns);
                }
            }
        }
    }
    assert!(links > 100 && entries > 100, "{links} {entries}");
}

#[test]
fn nothing_stands_beyond_the_screen_or_on_one_that_is_too_small() {
    let browser = browser();
    for at in [(120, 0), (0, 36), (119, 36), (65535, 65535), (0, 65535)] {
        assert_eq!(ui::hit(&browser.app, at.0, at.1), None);
    }
    let mut small = browser;
    small.send(News::Resize(size(39, 9)));
    assert_eq!(ui::hit(&small.app, 3, 3), None);
}

#[test]
fn a_click_reads_an_entry() {
    let mut browser = browser();
    browser.typed("電話");
    let second = browser.app.current_results().unwrap().hits[1].section;
    let rows: Vec<u16> = (0..36)
        .filter(|&row| ui::hit(&browser.app, 5, row) == Some(Spot::Entry(1)))
        .collect();
    assert!(rows.len() > 1);
    browser.click((5, rows[0]));
    assert_eq!(browser.app.visit.entries.selected(), Some(Entry::Hit(1)));
    assert_eq!(browser.app.visit.reader.subject, Subject::Section(second));
    assert_eq!(browser.app.visit.focus, Focus::Article);
    browser.click((5, rows[1]));
    assert_eq!(browser.app.visit.focus, Focus::Article);
    assert_eq!(browser.app.visit.reader.subject, Subject::Section(second));
}

#[test]
fn a_click_follows_a_link_and_escape_comes_back() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.press(KeyCode::F(4));
    let at = browser.find("QRコードを表示");
    browser.click((at.0 + 3, at.1));
    assert_eq!(reading(&browser), "qr");
    browser.press(KeyCode::Esc);
    assert_eq!(reading(&browser), "desks");
    browser.click((at.0 - 3, at.1));
    assert_eq!(reading(&browser), "desks", "beside the link");
}

#[test]
fn a_link_is_followed_from_the_search_and_escape_leads_back_to_it() {
    let mut browser = browser();
    for _ in 0..4 {
        browser.press(KeyCode::Down);
    }
    let at = browser.find("QRコードを表示");
    browser.click(at);
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        ("qr".to_owned(), Focus::Article)
    );
    browser.press(KeyCode::Esc);
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        ("desks".to_owned(), Focus::Search)
    );
}

#[test]
fn a_click_on_a_box_ticks_it() {
    let mut browser = browser();
    browser.press(KeyCode::F(7));
    browser.press(KeyCode::Char('1'));
    assert!(
        reading(&browser).ends_with("(card)"),
        "{}",
        reading(&browser)
    );
    let at = browser.find("☐");
    browser.click(at);
    assert_eq!(browser.buffer(Choice::Dark).0[at].symbol(), "☑");
    browser.click(at);
    assert_eq!(browser.buffer(Choice::Dark).0[at].symbol(), "☐");
}

#[test]
fn a_click_puts_the_cursor_into_the_query() {
    let mut browser = browser();
    browser.typed("解約ab電話");
    browser.press(KeyCode::Enter);
    let (start, row) = browser.find("解約ab");
    for (column, expected) in [
        (0, 0),
        (start, 0),
        (start + 1, 0),
        (start + 2, 1),
        (start + 4, 2),
        (start + 5, 3),
        (start + 6, 4),
        (start + 7, 4),
        (start + 10, 6),
        (119, 6),
    ] {
        browser.click((column, row));
        assert_eq!(
            browser.app.visit.input.cursor(),
            expected,
            "column {column}"
        );
        assert_eq!(browser.app.visit.focus, Focus::Search);
    }
    // A query of which only the end is to be seen.
    browser.send(Act::Paste("あ".repeat(200)));
    let visible = browser.app.visit.input.cursor();
    browser.click((start, 0));
    let first = browser.app.visit.input.cursor();
    assert!(first > 100 && first < visible, "{first}");
}

#[test]
fn the_bar_opens_the_desks_and_hints_do_what_they_say() {
    let mut browser = browser();
    browser.typed("解約");
    let row = browser.app.layout().unwrap().status.y;
    browser.click((30, row));
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        ("desks".to_owned(), Focus::Article)
    );
    let back = browser.find("Esc 結果へ");
    browser.click((back.0 + 4, back.1));
    assert_eq!(browser.app.visit.focus, Focus::Search);
    browser.click(browser.find("F5 相談先"));
    assert_eq!(reading(&browser), "advice");
    browser.click(browser.find("F1 メニュー"));
    assert!(browser.app.visit.menu.is_some());
    browser.click(browser.find("操作の説明"));
    assert_eq!(browser.app.visit.reader.subject, Subject::Help);
    browser.click(browser.find("F1 メニュー"));
    browser.click((0, 5));
    assert!(
        browser.app.visit.menu.is_none(),
        "what is behind it closes it"
    );
    browser.click(browser.find("F1 メニュー"));
    assert!(browser.click(browser.find("終了")), "it quits");
}

#[test]
fn a_click_on_a_notice_is_no_click_on_the_hints_below_it() {
    let mut browser = browser();
    browser.chord(KeyCode::Char('c'), KeyModifiers::CONTROL);
    let at = browser.find("もう一度 Ctrl-C");
    assert_eq!(ui::hit(&browser.app, at.0, at.1), None);
}

#[test]
fn the_wheel_moves_what_it_is_over() {
    let mut browser = browser();
    browser.typed("電話");
    let list = browser.app.layout().unwrap().list.unwrap();
    let over_list = (list.x + 4, list.y + 3);
    let over_article = (list.x + list.width + 10, list.y + 3);
    for expected in [1, 2, 3] {
        browser.mouse(ScrollDown, over_list);
        assert_eq!(browser.app.visit.entries.selected_index(), Some(expected));
    }
    browser.mouse(ScrollUp, over_list);
    assert_eq!(browser.app.visit.entries.selected_index(), Some(2));
    let top = browser.app.visit.reader.top;
    browser.mouse(ScrollUp, over_article);
    browser.mouse(ScrollDown, over_article);
    browser.mouse(ScrollDown, over_article);
    assert!(browser.app.visit.reader.top > top.saturating_sub(3));
    assert_eq!(browser.app.visit.entries.selected_index(), Some(2));
    assert_eq!(
        browser.app.visit.focus,
        Focus::Search,
        "scrolling takes no focus"
    );
    let before = browser.screen();
    browser.mouse(ScrollDown, (5, 0));
    browser.mouse(ScrollUp, (5, 35));
    assert_eq!(browser.screen(), before, "nothing scrolls there");
}

#[test]
fn the_help_scrolls_by_wheel_and_by_its_bar() {
    let mut browser = Browser::new(size(80, 24), Language::JA);
    browser.send(Act::Help);
    browser.mouse(ScrollDown, (20, 10));
    assert_eq!(browser.app.visit.reader.top, 3);
    let pane = browser.app.layout().unwrap().body();
    browser.click((79, pane.y + pane.height - 1));
    let help = &browser.app.visit.reader;
    assert_eq!(help.top + usize::from(pane.height), help.page.lines.len());
    browser.click((79, pane.y));
    assert_eq!(browser.app.visit.reader.top, 0);
    browser.click((20, 10));
    assert_eq!(
        browser.app.visit.reader.subject,
        Subject::Help,
        "text is no button"
    );
}

#[test]
fn the_bar_beside_an_article_jumps() {
    let mut browser = Browser::new(size(80, 24), Language::EN);
    browser.typed("scam");
    browser.press(KeyCode::Enter);
    let pane = browser.app.layout().unwrap().article.unwrap();
    browser.click((79, pane.y + pane.height / 2));
    let lines = browser.app.visit.reader.page.lines.len();
    let middle = (lines - usize::from(pane.height)) / 2;
    assert!(
        browser.app.visit.reader.top.abs_diff(middle) <= 3,
        "{}",
        browser.app.visit.reader.top
    );
    browser.click((79, pane.y));
    assert_eq!(browser.app.visit.reader.top, 0);
}

#[test]
fn a_click_takes_what_is_suggested_or_nearest() {
    let mut browser = dead_end();
    let nearest = browser.app.current_results().unwrap().nearest[1].section;
    let row = (0..36)
        .find(|&row| ui::hit(&browser.app, 6, row) == Some(Spot::Entry(1)))
        .unwrap();
    browser.click((6, row));
    assert_eq!(browser.app.visit.reader.subject, Subject::Section(nearest));
    let mut browser = dead_end();
    let row = (0..36)
        .find(|&row| ui::hit(&browser.app, 6, row) == Some(Spot::Suggestion))
        .unwrap();
    browser.click((6, row));
    assert_eq!(browser.app.query(), "phone");
}

#[test]
fn a_report_with_a_modifier_or_of_another_button_means_nothing() {
    let browser = browser();
    let kinds = [
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Moved,
        MouseEventKind::ScrollLeft,
    ];
    for kind in kinds {
        let report = MouseEvent {
            kind,
            column: 5,
            row: 5,
            modifiers: KeyModifiers::NONE,
        };
        assert!(mouse::act(report, &browser.app).is_none(), "{kind:?}");
    }
    let kind = MouseEventKind::Down(MouseButton::Left);
    let report = MouseEvent {
        kind,
        column: 5,
        row: 5,
        modifiers: KeyModifiers::SHIFT,
    };
    assert!(mouse::act(report, &browser.app).is_none());
}

#[test]
fn a_key_leaves_the_mouse_to_the_terminal_and_takes_it_back() {
    let mut browser = browser();
    let command = browser.app.update(Act::SwitchMouse);
    assert_eq!(command, Some(Command::Mouse(false)));
    assert_eq!(browser.app.visit.notice, Some(Notice::Mouse(false)));
    let before = browser.app.visit.entries.clone();
    assert!(!browser.click((5, 10)));
    assert_eq!(browser.app.visit.entries, before);
    browser.send(Act::Help);
    let said = |browser: &Browser| {
        let lines = &browser.app.visit.reader.page.lines;
        lines
            .iter()
            .map(madoguchi::page::Line::text)
            .collect::<String>()
    };
    assert!(said(&browser).contains("マウスを切りました"));
    browser.press(KeyCode::F(12));
    assert!(browser.app.visit.mouse);
    assert!(said(&browser).contains("クリックとホイールが使えます"));
}

/// A link that leads from the desks to a section of the guide.
#[test]
fn a_click_on_a_desk_reads_about_it() {
    let mut browser = browser();
    let link = browser.app.visit.reader.page.links[0].clone();
    let layout = browser.app.layout().unwrap();
    let text = layout.text().unwrap();
    let row = text.y + u16::try_from(link.lines.start).unwrap();
    let column = (text.x..text.x + text.width)
        .find(|&column| ui::hit(&browser.app, column, row) == Some(Spot::Link(0)))
        .unwrap();
    browser.click((column, row));
    assert_eq!(
        reading(&browser),
        guide()
            .id(guide().desks[0].section.expect("it has one"))
            .to_string()
    );
}
