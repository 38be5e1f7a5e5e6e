//! What is typed while something is read is never lost, whatever it begins with and how fast it comes.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyModifiers};
use madoguchi::app::{Act, App, Notice};
use madoguchi::frame::layout::Focus;
use madoguchi::language::Language;
use madoguchi::page::Subject;
use proptest::prelude::*;

use super::{browser, reading};
use crate::support::{Browser, guide, size};

use KeyCode::{Backspace, Char, Down, Enter, Esc, F, Tab, Up};

/// So long after the key before.
fn after(browser: &mut Browser, milliseconds: i64) {
    let later = browser.app.world.now + TimeDelta::milliseconds(milliseconds);
    browser.send(madoguchi::app::News::Tick(later));
}

fn typed_slowly(browser: &mut Browser, text: &str, pause: i64) {
    for c in text.chars() {
        browser.press(Char(c));
        after(browser, pause);
    }
}

/// Everything that is read on whole pages: ways to get there.
const PAGES: [&[KeyCode]; 9] = [
    &[F(4)],
    &[F(5)],
    &[F(5), Char('1')],
    &[F(7)],
    &[F(7), F(7)],
    &[Down, Down, Down, Down, Down, Enter],
    &[Down, Down, Down, Down, Down, Enter, F(10)],
    &[F(1), Up, Up, Up, Enter],
    &[
        Down,
        Down,
        Down,
        Enter,
        Char('/'),
        Char('サ'),
        Char('ポ'),
        Enter,
    ],
];

fn at(page: &[KeyCode]) -> Browser {
    let mut browser = Browser::new(size(100, 24), Language::JA);
    for &key in page {
        browser.press(key);
    }
    browser
}

/// Words of two languages and of romaji: among them all that begin with the letters that act.
const WORDS: &str = "address bill cancel cannot card charge check contact customer cvv csv cc code c++ c# call quality \
    question quit quick quickly quote qr query jikan jisho join jump japan jpy jcb keiyaku kaiyaku kado kakunin keijiban \
    kurejitto kyanseru know knock knowledge knife key keyboard kindle kr kk school support sms skip skype spam speed stop \
    sumaho shiharai seikyuu shinsei sagi subscription nihongo number netflix name never new no Netflix New NHK Cancel \
    Question Support JCB skn ck sc sk cj sj";

fn words() -> impl Iterator<Item = &'static str> {
    WORDS.split_whitespace().chain([
        "解約",
        "かいやく",
        "電話",
        "サポート",
        "ｃａｎｃｅｌ",
        "ｑｕｉｔ",
        "パスワード",
    ])
}

#[test]
fn any_word_typed_on_any_page_at_any_speed_is_the_query() {
    for (n, page) in PAGES.into_iter().enumerate() {
        let start = at(page);
        assert_eq!(start.app.visit.focus, Focus::Article, "{page:?}");
        for word in words() {
            // Each word at one speed, and each speed on every page.
            let pause = [0, 100, 600, 1_400][(n + word.len()) % 4];
            {
                // Repeated, a letter does what it does.
                let repeats = word.chars().zip(word.chars().skip(1)).next();
                if repeats.is_some_and(|(a, b)| a == b && "kn".contains(a)) {
                    continue;
                }
                let mut browser = Browser {
                    app: start.app.clone(),
                };
                typed_slowly(&mut browser, word, pause);
                assert_eq!(browser.app.query(), word, "{page:?}, {pause} ms");
                assert_eq!(browser.app.visit.focus, Focus::Search);
                assert!(browser.app.visit.menu.is_none());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_letter_quits_copies_ticks_or_answers(
        letters in prop::collection::vec(prop::sample::select(
            ('a'..='z').chain('A'..='Z').chain(['あ', '解', 'ｑ', 'ｃ', '-', '.', '+', '0']).collect::<Vec<_>>()
        ), 1..40),
        page in prop::sample::select(PAGES.to_vec()),
        pause in 0_i64..3_000,
    ) {
        let mut browser = at(page);
        let before = browser.app.visit.ticks.clone();
        let mut last = ' ';
        for letter in letters {
            let quits = browser.press(Char(letter));
            // Twice in a row is no slip.
            prop_assert!(!quits || (last == letter || "qｑ".contains(last)), "{letter}");
            prop_assert!(!matches!(browser.app.visit.notice, Some(Notice::Copied(_))));
            prop_assert_eq!(&browser.app.visit.ticks, &before);
            if quits { break; }
            after(&mut browser, pause);
            last = letter;
        }
    }
}

/// What the letters that act do, and that it is taken back when a word follows.
#[test]
fn a_letter_acts_and_is_taken_back_when_a_word_follows() {
    let mut browser = browser();
    browser.typed("詐欺");
    browser.press(Enter);
    let before = browser.app.visit.reader.top;
    browser.press(Char('j'));
    assert_eq!(browser.app.visit.reader.top, before + 1);
    browser.press(Char('i'));
    assert_eq!(browser.app.query(), "ji");
    browser.press(Backspace);
    browser.press(Backspace);
    // A while after, it was meant.
    let mut browser = super::browser();
    browser.typed("詐欺");
    browser.press(Enter);
    browser.press(Char('j'));
    after(&mut browser, 1_500);
    browser.press(Char('i'));
    assert_eq!(browser.app.query(), "i");
    // So it was when it was repeated.
    let mut browser = super::browser();
    browser.typed("詐欺");
    browser.press(Enter);
    browser.typed("jjjaddress");
    assert_eq!(browser.app.query(), "address");
    assert_eq!(
        browser.app.visit.earlier.recent().next(),
        Some("詐欺"),
        "one step up from here"
    );
}

#[test]
fn q_asks_and_any_other_key_stays() {
    let mut browser = browser();
    browser.press(Tab);
    assert!(!browser.press(Char('q')));
    assert!(browser.screen().contains("もう一度 q を押すと終了します"));
    browser.press(Down);
    assert!(!browser.press(Char('q')));
    assert!(browser.press(Char('q')), "twice quits");
    let mut browser = super::browser();
    browser.press(Tab);
    browser.typed("question");
    assert_eq!(browser.app.query(), "question");
}

#[test]
fn c_and_a_digit_copy() {
    let mut browser = browser();
    browser.press(F(4));
    browser.press(Char('c'));
    browser.press(Char('1'));
    assert!(
        matches!(&browser.app.visit.notice, Some(Notice::Copied(what)) if what == "0120-996-012")
    );
}

#[test]
fn s_selects_what_stands_in_the_field() {
    let mut browser = browser();
    browser.typed("解約");
    browser.press(Enter);
    browser.press(Char('s'));
    assert!(browser.app.visit.is_selected && browser.app.visit.focus == Focus::Search);
    after(&mut browser, 2_000);
    browser.press(Char('電'));
    assert_eq!(browser.app.query(), "電");
    browser.press(Enter);
    browser.press(Backspace);
    assert_eq!(
        (browser.app.query(), browser.app.visit.focus),
        ("電", Focus::Search)
    );
    assert!(
        !browser.app.visit.is_selected,
        "Backspace goes back and deletes nothing yet"
    );
    browser.chord(Char('s'), KeyModifiers::ALT);
    browser.press(Enter);
    browser.chord(Char('s'), KeyModifiers::ALT);
    browser.press(Backspace);
    assert_eq!(browser.app.query(), "");
}

#[test]
fn a_number_can_be_typed_anywhere_and_nothing_is_on_0() {
    for page in PAGES {
        let mut browser = at(page);
        browser.typed("0120-996-013");
        assert_eq!(browser.app.query(), "0120-996-013", "{page:?}");
        let mut browser = at(page);
        browser.typed("+81 120");
        assert_eq!(browser.app.query(), "+81 120", "{page:?}");
    }
}

#[test]
fn what_an_input_method_commits_and_what_is_pasted_begin_a_query() {
    for page in PAGES {
        for act in [
            Act::Type("「解約」".to_owned()),
            Act::Paste("「解約」".to_owned()),
        ] {
            let mut browser = at(page);
            browser.send(act);
            assert_eq!(browser.app.query(), "「解約」", "{page:?}");
        }
    }
    // In the field it goes where the cursor is.
    let mut browser = browser();
    browser.typed("電話");
    browser.press(KeyCode::Left);
    browser.send(Act::Type("問い".to_owned()));
    assert_eq!(browser.app.query(), "電問い話");
}

#[test]
fn a_digit_that_may_begin_a_longer_number_waits() {
    let mut browser = Browser::new(size(100, 60), Language::JA);
    // An article whose contents have more than nine sections: a page of choices.
    let long = guide()
        .articles
        .iter()
        .position(|article| article.sections.len() >= 5)
        .unwrap();
    browser.send(Act::OpenPage(Subject::Article(long)));
    browser.press(F(10));
    let most = browser.app.visit.reader.page.links.len();
    assert!((5..10).contains(&most));
    browser.press(Char('2'));
    assert!(reading(&browser).contains('#'), "it follows at once");
    let mut browser = many_links();
    browser.press(Char('1'));
    assert!(is_choosing(&browser.app) && browser.app.visit.number == Some(1));
    assert!(
        browser.screen().contains("1… Enter"),
        "{}",
        browser.screen()
    );
    let waiting = browser.app.clone();
    browser.press(Char('2'));
    assert_eq!(section(&browser.app), 11);
    let mut browser = Browser {
        app: waiting.clone(),
    };
    browser.press(Enter);
    assert_eq!(section(&browser.app), 0);
    let mut browser = Browser {
        app: waiting.clone(),
    };
    browser.press(Char('0'));
    assert_eq!(section(&browser.app), 9);
    let mut browser = Browser {
        app: waiting.clone(),
    };
    browser.press(Esc);
    assert!(is_choosing(&browser.app) && browser.app.visit.number.is_none());
    let mut browser = Browser { app: waiting };
    // Nothing answers for that guide.
    let p = Act::Edit(tui_input::InputRequest::InsertChar('p'));
    let _ = browser.app.update(p);
    assert_eq!(browser.app.query(), "1p");
    let mut browser = many_links();
    browser.press(Char('3'));
    assert_eq!(section(&browser.app), 2, "there is no 30");
    // Where no link has the number, it is text like others.
    let mut browser = super::browser();
    browser.send(Act::Help);
    browser.typed("24");
    assert_eq!(browser.app.query(), "24");
}

/// The contents of an article of twelve sections.
fn many_links() -> Browser {
    let folder = tempfile::tempdir().unwrap();
    let sections: String = (1..=12)
        .map(|n| format!("## Part {n}\n\nWords about it.\n\n"))
        .collect();
    std::fs::write(
        folder.path().join("long.md"),
        format!("# Long\n\n{sections}"),
    )
    .unwrap();
    let source = madoguchi::guide::Source::Folder(folder.path().to_path_buf());
    let guide = std::sync::Arc::new(madoguchi::guide::load(&source).0.unwrap());
    let mut browser = browser();
    browser.send(madoguchi::app::News::GuideLoaded(guide));
    browser.send(Act::OpenPage(Subject::Article(0)));
    browser.press(F(10));
    browser
}

fn is_choosing(app: &App) -> bool {
    matches!(app.visit.reader.subject, Subject::Contents(_))
}

fn section(app: &App) -> usize {
    match app.visit.reader.subject {
        Subject::Section(at) => at.section,
        other => panic!("{other:?} is no section"),
    }
}

#[test]
fn earlier_queries_are_a_step_up() {
    let mut browser = browser();
    browser.press(Up);
    assert_eq!(browser.app.query(), "", "there is none yet");
    for query in ["解約", "wifi"] {
        browser.typed(query);
        browser.press(Enter);
        browser.press(Esc);
        browser.press(Esc);
    }
    // One that did not stand for two seconds, and from which nothing was read, was none.
    browser.typed("zz");
    browser.press(Esc);
    browser.typed("電話");
    after(&mut browser, 2_000);
    browser.press(Esc);
    browser.press(Up);
    assert_eq!(
        (browser.app.query(), &browser.app.visit.notice),
        ("電話", &Some(Notice::Earlier { number: 1, of: 3 }))
    );
    assert!(browser.screen().contains("前の検索 1 / 3"));
    browser.press(Up);
    browser.press(Up);
    assert_eq!(browser.app.query(), "解約");
    browser.press(Up);
    assert_eq!(browser.app.query(), "解約", "there is none before it");
    // The list has the arrows once something is chosen in it.
    browser.press(Down);
    browser.press(Up);
    assert_eq!(browser.app.query(), "解約");
    let mut browser = super::browser();
    browser.typed("解約");
    browser.press(Enter);
    browser.press(Esc);
    browser.press(Esc);
    browser.typed("電話");
    browser.press(Down);
    browser.press(Up);
    browser.press(Up);
    assert_eq!(
        browser.app.query(),
        "電話",
        "what is being used is not replaced"
    );
}

#[test]
fn what_was_searched_for_is_wiped_with_the_visit() {
    let mut browser = Browser::public(size(80, 24), Language::JA);
    browser.press(Enter);
    browser.typed("解約");
    browser.press(Enter);
    assert!(browser.app.visit.earlier.recent().next().is_some());
    after(&mut browser, 61_000);
    assert!(browser.app.kiosk.as_ref().unwrap().attracts());
    assert!(browser.app.visit.earlier.recent().next().is_none());
}

#[test]
fn checking_a_number_gives_the_search_back_as_it_was() {
    let mut browser = browser();
    browser.typed("電話");
    browser.press(Down);
    browser.press(Down);
    let before = browser.screen();
    browser.press(F(6));
    assert_eq!(browser.app.visit.input.value(), "", "the field opens empty");
    browser.typed("0120-996-013");
    browser.press(Esc);
    assert_eq!(browser.screen(), before);
    browser.press(Enter);
    browser.press(Down);
    let before = browser.screen();
    browser.press(F(6));
    browser.typed("0120");
    browser.press(F(6));
    assert_eq!(browser.screen(), before);
    // In another language it is asked for again.
    browser.press(F(6));
    browser.press(F(2));
    browser.press(Esc);
    assert_eq!(browser.app.query(), "電話");
    assert_eq!(
        browser.app.current_results().unwrap().language,
        Language::EN
    );
}

#[test]
fn the_questions_are_kept_and_arrows_choose_an_answer() {
    let mut browser = browser();
    browser.press(F(5));
    assert_eq!(
        browser.app.visit.reader.link,
        Some(0),
        "an answer is chosen"
    );
    browser.press(Down);
    assert_eq!(browser.app.visit.reader.link, Some(1));
    browser.press(Enter);
    let asked = browser.app.visit.reader.subject;
    browser.typed("解約");
    browser.press(Enter);
    browser.press(F(5));
    assert_eq!(browser.app.visit.reader.subject, asked, "as they were left");
    browser.press(Backspace);
    assert_ne!(browser.app.visit.reader.subject, asked);
}
