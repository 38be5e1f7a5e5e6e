//! Pages of the program's own, and links by their number.

use std::sync::Arc;

use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::{Act, App, Bound, Command, News};
use madoguchi::frame::layout::Focus;
use madoguchi::page::{self, Code, PageLink, Subject, Target};

use madoguchi::app::acts;
use madoguchi::guide::checklist;
use madoguchi::language::Language;
use madoguchi::tui::keymap;
use proptest::prelude::*;

use super::{any_key, browser, reading};
use crate::guide::small::Small;
use crate::support::{Browser, EVENING, answer, guide, instant, size};

#[test]
fn the_desks_are_one_key_away_and_escape_comes_back_to_the_query() {
    let mut browser = browser();
    browser.typed("解約");
    let found = reading(&browser);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    assert_eq!(browser.app.visit.focus, Focus::Article);
    browser.press(KeyCode::F(4));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::Esc);
    let app = &browser.app;
    assert_eq!((app.visit.focus, app.query()), (Focus::Search, "解約"));
    assert_eq!(reading(&browser), found);
}

#[test]
fn a_page_is_opened_from_the_menu_too() {
    let mut browser = browser();
    browser.press(KeyCode::F(1));
    browser.press(KeyCode::F(4));
    assert!(browser.app.visit.menu.is_none());
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn a_digit_follows_the_link_of_that_number() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    let links = browser.app.visit.reader.page.links.clone();
    browser.press(KeyCode::Char('1'));
    assert_eq!(Target::Id(reading(&browser)), links[0].target);
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::Char('2'));
    let code = Subject::Qr(Code {
        desk: 0,
        contact: 0,
    });
    assert_eq!(browser.app.visit.reader.subject, code);
    assert_eq!(links[1].target, Target::Subject(code));
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
    browser.press(KeyCode::F(10));
    browser.press(KeyCode::Char('9'));
    assert_eq!(browser.app.query(), "9", "a digit that no link has is text");
}

/// The numbers that stand on the screen, in reading order.
fn numbers(browser: &Browser) -> Vec<String> {
    let screen = browser.screen();
    let numbers = screen.split('[').skip(1);
    numbers
        .filter_map(|rest| rest.split_once(']'))
        .map(|(number, _)| number.to_owned())
        .filter(|number| number.parse::<usize>().is_ok())
        .collect()
}

#[test]
fn the_links_in_the_window_are_numbered_and_followed_by_these_numbers() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 36), (159, 60)] {
        let mut browser = Browser::new(size(columns, rows), Language::EN);
        browser.typed("phone");
        browser.press(KeyCode::Enter);
        let mut seen = 0;
        for _ in 0..60 {
            let numbers = numbers(&browser);
            let expected = (1..=numbers.len()).map(|n| n.to_string());
            assert_eq!(
                numbers,
                expected.collect::<Vec<_>>(),
                "{}",
                browser.screen()
            );
            if !numbers.is_empty() {
                let rows = browser.app.rows();
                let last = numbers.len();
                let link = browser.app.visit.reader.link_of(last, rows).unwrap();
                seen = seen.max(link);
                assert_eq!(browser.app.visit.reader.numbers(rows)(link), Some(last));
            }
            browser.press(KeyCode::Down);
        }
        assert!(seen > 5, "the links farther down have numbers too");
    }
}

/// The same box has the same number on the page and on the card; the card's other links go on behind the page's.
#[test]
fn the_numbers_of_the_card_go_on() {
    let mut browser = Browser::new(size(160, 45), Language::JA);
    browser.typed("kaiyaku");
    browser.press(KeyCode::Enter);
    let app = &browser.app;
    let own = app.visit.reader.numbered(app.rows());
    let card = &app.visit.aside.page;
    let numbers = app.aside_numbers();
    for (link, number) in card.links.iter().zip(&numbers) {
        let there = app
            .visit
            .reader
            .page
            .links
            .get(number - 1)
            .filter(|_| *number <= own);
        match there {
            Some(there) => assert_eq!(there.target, link.target),
            None => assert!(*number > own),
        }
    }
    let is_box = |link: &&PageLink| matches!(link.target, Target::Tick(..));
    assert_eq!(card.links.iter().filter(is_box).count(), 3);
    assert!(
        browser.screen().contains("窓口に伝えること  0/3"),
        "{}",
        browser.screen()
    );
    browser.press(KeyCode::Char('2'));
    assert!(
        browser.screen().contains("窓口に伝えること  1/3"),
        "{}",
        browser.screen()
    );
    browser.click(browser.find("☐ [3] 契約に登録している電話番号またはメー"));
    assert!(
        browser.screen().contains("窓口に伝えること  2/3"),
        "{}",
        browser.screen()
    );
    // Where the guide has nothing to say beside it, or something needs the width, there is none.
    browser.press(KeyCode::F(8));
    assert_eq!(browser.app.layout().unwrap().aside, None);
}

/// The card does not scroll, so what has no room there has no number, and no key that would follow it unseen.
#[test]
fn what_has_no_room_on_the_card_has_no_number() {
    let small = Small::new();
    let tasks = "- [ ] 用意\n".repeat(60);
    small.edit("ja/about.md", "[電話]", &format!("{tasks}\n[電話]"));
    let mut browser = Browser::new(size(160, 45), Language::JA);
    let guide = Arc::new(small.load_well());
    let at = guide.find("about#purpose").unwrap();
    browser.send(News::GuideLoaded(guide));
    browser.send(Act::OpenPage(Subject::Section(at)));
    let app = &browser.app;
    let rows = app.layout().unwrap().aside_text().unwrap().height;
    let links = &app.visit.aside.page.links;
    assert!(links.len() > 60);
    let (numbered, hidden) = links.split_at(app.aside_numbers().len());
    assert!(!numbered.is_empty() && !hidden.is_empty());
    assert!(numbered.iter().all(|link| link.lines.end <= rows.into()));
    assert!(hidden.iter().all(|link| link.lines.end > rows.into()));
}

#[test]
fn tab_goes_through_the_links_and_on_to_the_search_field() {
    let mut browser = browser();
    browser.typed("電話");
    browser.press(KeyCode::Tab);
    assert_eq!(
        (browser.app.visit.focus, browser.app.visit.reader.link),
        (Focus::Article, None)
    );
    let links = browser.app.visit.reader.page.links.len();
    browser.press(KeyCode::Tab);
    let first = browser.app.visit.reader.link.unwrap();
    browser.press(KeyCode::Tab);
    assert_eq!(browser.app.visit.reader.link, Some(first + 1));
    browser.press(KeyCode::BackTab);
    assert_eq!(browser.app.visit.reader.link, Some(first));
    for _ in first..links {
        assert_eq!(browser.app.visit.focus, Focus::Article);
        browser.press(KeyCode::Tab);
    }
    assert_eq!(
        (browser.app.visit.focus, browser.app.query()),
        (Focus::Search, "電話")
    );
    browser.press(KeyCode::Tab);
    browser.press(KeyCode::Tab);
    browser.press(KeyCode::Enter);
    assert_ne!(reading(&browser), "", "a link is followed");
    assert_eq!(browser.app.visit.reader.history.len(), 1);
}

#[test]
fn a_task_is_ticked_on_its_card_and_in_the_article() {
    let mut browser = browser();
    let at = guide().find("partner#what-to-tell").unwrap();
    let section = Subject::Section(at);
    browser.send(Act::OpenPage(section));
    browser.press(KeyCode::F(7));
    assert_eq!(reading(&browser), "partner#what-to-tell (card)");
    let boxes = |browser: &Browser| {
        let lines = browser.app.visit.reader.page.lines.iter();
        let text: String = lines.map(page::Line::text).collect();
        (text.matches('☑').count(), text.matches('☐').count())
    };
    assert_eq!(boxes(&browser), (0, 3));
    browser.press(KeyCode::Char('2'));
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::Enter);
    assert_eq!(boxes(&browser), (1, 2));
    assert_eq!(
        browser.app.visit.reader.link,
        Some(1),
        "the box stays chosen"
    );
    // The card and the article are the same list.
    browser.press(KeyCode::Esc);
    assert_eq!(browser.app.visit.reader.subject, section);
    assert_eq!(boxes(&browser).0, 1);
    browser.press(KeyCode::F(2));
    assert_eq!(boxes(&browser).0, 1, "in the other language too");
}

#[test]
fn the_list_of_all_checklists_leads_to_each() {
    let mut browser = browser();
    browser.press(KeyCode::F(7));
    assert_eq!(browser.app.visit.reader.subject, Subject::Cards);
    let cards = checklist::sections(&guide(), None, Language::JA);
    let links = &browser.app.visit.reader.page.links;
    assert!(cards.len() > 4);
    assert_eq!(links.len(), cards.len());
    browser.press(KeyCode::Char('3'));
    assert_eq!(browser.app.visit.reader.subject, Subject::Card(cards[2]));
    browser.press(KeyCode::F(7));
    assert_eq!(
        browser.app.visit.reader.subject,
        Subject::Cards,
        "again: all of them"
    );
}

#[test]
fn a_card_shows_the_desk_that_it_is_for_and_what_never_to_tell() {
    let mut browser = browser();
    for (query, number) in [("急ぐとき 用意するもの", true), ("解約 伝えること", false)]
    {
        browser.press(KeyCode::Esc);
        browser.typed(query);
        browser.press(KeyCode::F(7));
        let screen = browser.screen();
        assert_eq!(screen.contains("0120-996-012"), number, "{screen}");
        assert!(screen.contains("認証コード"), "{screen}");
        browser.press(KeyCode::Esc);
    }
}

#[test]
fn a_link_of_the_page_before_does_no_harm_while_there_is_no_room_to_set_it() {
    let mut browser = browser();
    browser.press(KeyCode::F(4));
    browser.press(KeyCode::Char('2'));
    browser.send(News::Resize(size(20, 5)));
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Right);
    browser.send(News::Resize(size(80, 24)));
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
}

#[test]
fn what_a_key_said_stays_when_the_guide_arrives() {
    let now = instant(EVENING);
    let mut app = App::new(
        size(80, 24),
        now,
        Tz::Asia__Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    assert_eq!(app.update(Act::Interrupt), None);
    let _ = app.update(News::GuideLoaded(guide()));
    assert_eq!(app.update(Act::Interrupt), Some(Command::Quit));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Where several keys come before anybody looks, pages are set once, and the screen is the same.
    #[test]
    fn what_is_taken_in_at_once_comes_to_the_same(
        keys in prop::collection::vec(
            prop_oneof![
                2 => any_key(),
                3 => prop::sample::select(vec![KeyCode::Down, KeyCode::Up, KeyCode::PageDown, KeyCode::End])
                    .prop_map(|code| (code, KeyModifiers::NONE)),
            ],
            1..80,
        ),
        columns in 40_u16..160,
        rows in 10_u16..50,
        looks in 1_usize..12,
    ) {
        let mut one = Browser::new(size(columns, rows), Language::JA);
        let mut many = Browser::new(size(columns, rows), Language::JA);
        for (n, (code, modifiers)) in keys.into_iter().enumerate() {
            one.chord(code, modifiers);
            let act = keymap::act_in(&many.app, KeyEvent::new(code, modifiers));
            if let Some(act) = act
                && let Some(Command::Search(request)) = many.app.take_in(act)
            {
                many.app.take_in(answer(&request));
            }
            if n % looks == 0 {
                many.app.set_pages();
                prop_assert_eq!(one.screen(), many.screen());
            }
        }
        many.app.set_pages();
        prop_assert_eq!(one.screen(), many.screen());
    }
}
