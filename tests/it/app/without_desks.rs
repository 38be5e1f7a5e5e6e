//! A guide without desks: nothing speaks of any, nor of telephones.

use std::sync::Arc;

use chrono::TimeDelta;
use crossterm::event::KeyCode;
use madoguchi::app::{Act, App, Bound, Command, Entry, News, Spot, acts};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use madoguchi::plain::Plain;

use crate::guide::small::Small;
use crate::support::{Browser, EVENING, instant, nothing, results, size};

/// What is only said of desks, their numbers and those who run them.
const OF_DESKS: [&str; 14] = [
    "窓口の",
    "いま連絡",
    "相談先",
    "番号を確認",
    "電話番号",
    "公式",
    "日本時間",
    "desk",
    "reach",
    "umber to",
    "official",
    "Japan time",
    "F4",
    "F6",
];

/// A guide that is nothing but articles.
fn articles() -> Guide {
    let small = Small::new();
    small.remove("desks.yaml");
    small.edit("guide.yaml", "official_numbers: [\"0120-996-012\"]\n", "");
    small.edit("guide.yaml", "as_of: 2026-11-01\n", "");
    small.load_well()
}

fn browser_of(language: Language, rows: u16) -> Browser {
    let window = size(100, rows);
    let zone = chrono_tz::Europe::London;
    let keys = acts::explained(&Bound::default());
    let mut app = App::new(window, instant(EVENING), zone, language, keys);
    assert_eq!(app.update(News::GuideLoaded(Arc::new(articles()))), None);
    Browser { app }
}

fn assert_silent(screen: &str) {
    for said in OF_DESKS {
        assert!(!screen.contains(said), "{said:?} in:\n{screen}");
    }
}

#[test]
fn it_begins_with_its_first_article() {
    let mut browser = browser_of(Language::JA, 30);
    assert_eq!(browser.app.visit.reader.subject, Subject::Article(0));
    let screen = browser.screen();
    assert_silent(&screen);
    // The reader's own time, for there is nobody elsewhere.
    for said in ["小さなガイド  記事2、節", "11:48", "何をお探しですか"] {
        assert!(screen.contains(said), "no {said:?} in:\n{screen}");
    }
    browser.send(Act::SwitchLanguage);
    let screen = browser.screen();
    assert_silent(&screen);
    assert!(screen.contains("Small guide  2 articles, "), "{screen}");
}

#[test]
fn no_page_and_no_key_leads_to_a_desk() {
    for language in [Language::JA, Language::EN] {
        let mut browser = browser_of(language, 50);
        let before = browser.app.visit.reader.subject;
        for key in [4, 5, 6, 7] {
            browser.press(KeyCode::F(key));
            assert_eq!(browser.app.visit.reader.subject, before, "F{key}");
            assert_silent(&browser.screen());
        }
        browser.press(KeyCode::F(1));
        assert_silent(&browser.screen());
        browser.press(KeyCode::Esc);
        browser.send(Act::Click(Spot::StatusBar));
        assert_eq!(browser.app.visit.reader.subject, Subject::Details);
        assert_silent(&browser.screen());
    }
}

#[test]
fn a_query_with_a_number_is_only_searched_for() {
    let mut browser = browser_of(Language::JA, 30);
    let Some(Command::Search(request)) = browser.app.update(Act::Paste("0120-111-222".to_owned()))
    else {
        panic!("nothing is searched for");
    };
    let results = results(
        &request.query,
        Language::JA,
        nothing(&request.query, None, 0),
    );
    browser.send(News::Answer(request.id, results));
    let entries = browser.app.visit.entries.all().iter();
    let is_topic = |entry: &Entry| matches!(entry, Entry::Page(Subject::Article(_)));
    assert!(entries.copied().all(|entry| is_topic(&entry)));
    let screen = browser.screen();
    assert_silent(&screen.replace("0120", ""));
    assert!(screen.contains("見つかりませんでした"), "{screen}");
}

/// What is read then has nothing to do with what was typed, and in a small window it is not even seen.
#[test]
fn enter_chooses_what_is_nearest_where_nothing_was_found() {
    let guide = articles();
    let mut browser = browser_of(Language::JA, 30);
    let results = results("電話", Language::JA, |results| {
        nothing("ないもの", None, 1)(results);
        let (first, _) = guide.sections().next().expect("it has sections");
        results.nearest[0].section = first;
    });
    browser.answered("ないもの", results);
    assert_eq!(browser.app.visit.entries.selected(), None);
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.visit.focus, Focus::Search);
    assert_eq!(
        browser.app.visit.entries.selected(),
        Some(Entry::Nearest(0))
    );
    browser.press(KeyCode::Enter);
    assert_eq!(browser.app.visit.focus, Focus::Article);
}

#[test]
fn a_public_screen_has_nothing_to_say_of_desks_either() {
    let mut browser = browser_of(Language::JA, 30);
    browser.app = browser.app.in_public(TimeDelta::minutes(1), false);
    let screen = browser.screen();
    assert!(!screen.contains("いま連絡"), "{screen}");
    assert!(screen.contains("小さなガイド") && screen.contains("Small guide"));
    browser.app.setup.look.large = true;
    browser.send(Act::Activity);
    let screen = browser.screen();
    assert_silent(&screen);
    assert!(screen.contains("記事2、節"), "{screen}");
}

#[test]
fn neither_has_the_dialogue() {
    let guide = Arc::new(articles());
    let zone = chrono_tz::Asia::Tokyo;
    let mut plain = Plain::new(guide, instant(EVENING), zone, Language::JA, 70);
    let greeting = plain.greeting();
    assert_silent(&greeting);
    assert!(greeting.contains("記事2、節"), "{greeting}");
    let mut asked = Vec::new();
    let mut say = |line: &str| {
        let said = plain.take(line, instant(EVENING), 70, &mut |request| {
            asked.push(request.query.clone());
            Some(results(
                &request.query,
                Language::JA,
                nothing(&request.query, None, 0),
            ))
        });
        said.expect("no end")
    };
    let help = say("?");
    assert_silent(&help);
    assert!(!help.contains("このガイドについて"), "{help}");
    assert_silent(&say("d"));
    assert_silent(&say("番号"));
    // What is no command here is searched for.
    assert_eq!(asked, ["d", "番号"]);
}
