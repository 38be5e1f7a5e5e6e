//! The questions that lead to a desk, by keys.

use std::sync::Arc;

use crossterm::event::KeyCode;
use madoguchi::app::acts;
use madoguchi::app::{App, Bound, Entry, News};
use madoguchi::frame::layout::Focus;
use madoguchi::guide::questionnaire::{Path, Step};
use madoguchi::language::Language;
use madoguchi::page::{Context, Line, Page, Subject, Target};

use super::{browser, reading};
use crate::support::{Browser, EVENING, guide, instant, size};

/// The id of the question or outcome on the page.
fn at(browser: &Browser) -> String {
    let guide = guide();
    let questions = guide.questionnaire.as_ref().unwrap();
    let Subject::Advice(path) = browser.app.visit.reader.subject else {
        return reading(browser);
    };
    match questions.walk(path).at {
        Step::Question(at) => format!("{}?", questions.questions[at].id),
        Step::Outcome(at) => questions.outcomes[at].id.clone(),
    }
}

#[test]
fn a_key_answers_a_key_skips_and_escape_goes_one_question_back() {
    let mut browser = browser();
    browser.typed("解約");
    let found = reading(&browser);
    browser.press(KeyCode::F(5));
    assert_eq!(
        (at(&browser).as_str(), browser.app.visit.focus),
        ("urgency?", Focus::Article)
    );
    browser.typed("3");
    assert_eq!(at(&browser), "biller?");
    let skip = browser.app.visit.reader.page.links.len().to_string();
    browser.typed(&skip);
    assert_eq!(at(&browser), "searched?");
    browser.typed("2");
    assert_eq!(at(&browser), "language?");
    browser.typed("1");
    assert_eq!(at(&browser), "support");
    for expected in ["language?", "searched?", "biller?", "urgency?"] {
        browser.press(KeyCode::Esc);
        assert_eq!(at(&browser), expected);
    }
    browser.press(KeyCode::Esc);
    assert_eq!(
        (reading(&browser), browser.app.visit.focus),
        (found, Focus::Search)
    );
}

#[test]
fn a_key_without_an_answer_answers_nothing() {
    let mut browser = browser();
    browser.press(KeyCode::F(5));
    browser.typed("3");
    let before = browser.app.visit.reader.clone();
    browser.typed("9");
    assert_eq!(at(&browser), "biller?");
    assert_eq!(browser.app.visit.reader.history, before.history);
}

#[test]
fn answers_are_links_too() {
    let mut browser = browser();
    browser.press(KeyCode::F(5));
    browser.press(KeyCode::Enter);
    assert_eq!(
        at(&browser),
        "language-if-urgent?",
        "the first one is chosen"
    );
    browser.press(KeyCode::Esc);
    browser.press(KeyCode::Down);
    browser.press(KeyCode::Enter);
    assert_eq!(at(&browser), "language-of-victim?");
}

#[test]
fn from_the_outcome_one_reads_on_and_comes_back() {
    let mut browser = browser();
    browser.press(KeyCode::F(5));
    browser.typed("11");
    let page: Vec<String> = browser
        .app
        .visit
        .reader
        .page
        .lines
        .iter()
        .map(Line::text)
        .collect();
    assert!(page[0].contains("0120-996-012"), "{page:#?}");
    browser.typed("2");
    assert_eq!(reading(&browser), "urgent#why");
    browser.press(KeyCode::Esc);
    browser.typed("3");
    assert_eq!(reading(&browser), "urgent#prepare (card)");
    browser.press(KeyCode::Esc);
    assert_eq!(at(&browser), "urgent");
    // What was said leads back to the question, and so does the last link to the first.
    browser.click(browser.find("日本語だ"));
    assert_eq!(at(&browser), "language-if-urgent?");
    browser.press(KeyCode::Esc);
    let again = Target::Subject(Subject::Advice(Path::START));
    let links = &browser.app.visit.reader.page.links;
    let key = 1 + links.iter().rposition(|link| link.target == again).unwrap();
    browser.typed(&key.to_string());
    assert_eq!(at(&browser), "urgency?");
    // That was a step as any other.
    browser.press(KeyCode::Esc);
    assert_eq!(at(&browser), "urgent");
}

#[test]
fn the_questions_stand_among_the_topics() {
    let mut browser = browser();
    browser.press(KeyCode::Down);
    assert_eq!(
        browser.app.visit.entries.selected(),
        Some(Entry::Page(Subject::Advice(Path::START)))
    );
    assert_eq!(at(&browser), "urgency?");
    browser.press(KeyCode::Enter);
    browser.typed("2");
    assert_eq!(at(&browser), "language-of-victim?");
}

#[test]
fn the_page_tells_the_time() {
    let mut browser = browser();
    browser.press(KeyCode::F(5));
    browser.typed("11");
    let title = |browser: &Browser| browser.app.visit.reader.page.lines[0].text();
    assert!(
        title(&browser).contains("電話（日本語）"),
        "{}",
        title(&browser)
    );
    browser.send(News::Tick(instant("2026-11-23T21:00:00+09:00")));
    assert!(
        title(&browser).contains("電話（英語）"),
        "{}",
        title(&browser)
    );
}

#[test]
fn a_guide_without_questions_names_the_best_desk() {
    let mut plain = (*guide()).clone();
    plain.questionnaire = None;
    let mut app = App::new(
        size(80, 24),
        instant(EVENING),
        chrono_tz::Tz::Asia__Tokyo,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    let _ = app.update(News::GuideLoaded(Arc::new(plain)));
    assert!(
        !app.visit
            .entries
            .all()
            .contains(&Entry::Page(Subject::Advice(Path::START)))
    );
    let mut browser = Browser { app };
    browser.press(KeyCode::F(5));
    let screen = browser.screen();
    for piece in ["電話（日本語）", "0120-996-012", "質問がありません"] {
        assert!(screen.contains(piece), "{screen}");
    }
    assert!(!screen.contains("最初からやり直す"));
    browser.typed("2");
    assert_eq!(browser.app.visit.reader.subject, Subject::Desks);
}

#[test]
fn the_bar_repeats_what_is_recommended() {
    let bar = |keys: &str, instant: &str, lang| {
        let mut browser = Browser::at(size(80, 24), lang, instant, chrono_tz::Tz::Asia__Tokyo);
        browser.press(KeyCode::F(5));
        browser.typed(keys);
        let screen = browser.screen();
        screen.lines().nth(22).unwrap().to_owned()
    };
    let night = "2026-11-28T21:40:00+09:00";
    for (keys, lang, said) in [
        (
            "11",
            Language::JA,
            " ◐ 相談先：電話（英語） いま・日本語は明日 9:00 から ",
        ),
        (
            "3121",
            Language::JA,
            " ○ 相談先：ライブチャット（日本語） 明日 9:00 から ",
        ),
        (
            "11",
            Language::EN,
            " Your desk: Phone (English) now · Japanese from 9:00 tomorrow ",
        ),
        (
            "3121",
            Language::EN,
            " Your desk: Live chat (Japanese) from 9:00 tomorrow ",
        ),
    ] {
        let bar = bar(keys, night, lang);
        assert!(bar.contains(said), "{keys}: {bar}");
    }
    // While a question is read, it says who is there.
    assert!(!bar("1", night, Language::JA).contains("相談先"));
}

/// Each way has its reason, from the answers.
#[test]
fn at_night_who_speaks_japanese_alone_is_told_why() {
    let page = |keys: &str| {
        let mut browser = Browser::at(
            size(120, 36),
            Language::JA,
            "2026-11-28T21:40:00+09:00",
            chrono_tz::Tz::Asia__Tokyo,
        );
        browser.press(KeyCode::F(5));
        browser.typed(keys);
        let lines = browser.app.visit.reader.page.lines.iter();
        lines
            .map(|line| line.text().trim().to_owned())
            .collect::<String>()
    };
    let place =
        |page: &str, said: &str| page.find(said).unwrap_or_else(|| panic!("{said}: {page}"));
    let urgent = page("11");
    let said = [
        "いま",
        "電話（英語）",
        "急ぎなので、",
        "明日 9:00",
        "電話（日本語）",
        "11時間20分後",
        "「日本語だけ」とのお答えなので、",
    ];
    let places = said.map(|said| place(&urgent, said));
    assert!(places.is_sorted(), "{urgent}");
    let calm = page("3121");
    let said = [
        "明日 9:00",
        "ライブチャット（日本語）",
        "「日本語だけ」とのお答えなので、",
        "ライブチャット・電話（英語）",
        "待てないときだけ。",
    ];
    let places = said.map(|said| place(&calm, said));
    assert!(places.is_sorted(), "{calm}");
    assert!(place(&calm, "● ヘルプセンター") > places[3], "{calm}");
}

/// Every path, also those that stop at a question.
fn all(path: Path) -> Vec<Path> {
    let guide = guide();
    let questions = guide.questionnaire.as_ref().unwrap();
    let mut paths = vec![path];
    if let Step::Question(at) = questions.walk(path).at {
        let choices = questions.questions[at].choices();
        paths.extend(choices.flat_map(|choice| all(path.then(choice))));
    }
    paths
}

fn page(path: Path, lang: Language, now: &str, columns: usize) -> Page {
    let (guide, now) = (guide(), instant(now));
    Subject::Advice(path).page(&Context::new(&guide, lang, columns, now))
}

#[test]
fn every_page_fits_its_columns_and_its_links_lead_somewhere() {
    for path in all(Path::START) {
        for lang in madoguchi::i18n::SPOKEN {
            for now in ["2026-11-23T12:00:00+09:00", "2026-11-23T21:05:00+09:00"] {
                for columns in [2, 20, 36, 76] {
                    let page = page(path, lang, now, columns);
                    for line in &page.lines {
                        let wide = madoguchi::text::width::width(line.text().trim_end());
                        assert!(wide <= columns || columns < 20, "{:?}", line.text());
                    }
                    for link in &page.links {
                        if let Target::Id(id) = &link.target {
                            assert!(guide().find(id).is_some(), "{id}");
                        }
                        assert!(!link.lines.is_empty());
                    }
                }
            }
        }
    }
}
