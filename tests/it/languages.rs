//! A guide in three languages, not every text in each of them.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Arc, OnceLock};

use chrono::TimeDelta;
use chrono_tz::Tz;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use madoguchi::app::acts;
use madoguchi::app::{Act, App, Bound, Command as Effect, Message, News, SearchRequest};
use madoguchi::guide::{Guide, Source, load};
use madoguchi::language::Language;
use madoguchi::plain::Plain;
use madoguchi::search::Results;
use madoguchi::search::searcher::Searcher;
use madoguchi::search::store::Store;
use madoguchi::tui::keymap;
use madoguchi::ui::theme::{Choice, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{EVENING, instant, size, text};

const JA: Language = Language::JA;
const EN: Language = Language::EN;

fn ko() -> Language {
    "ko".parse().unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/languages/guide")
}

fn library() -> Arc<Guide> {
    static GUIDE: OnceLock<Arc<Guide>> = OnceLock::new();
    let load = || Arc::new(load(&Source::Folder(folder())).0.unwrap());
    Arc::clone(GUIDE.get_or_init(load))
}

fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| Store::new(None).open_or_build(&library()).0)
}

fn search(query: &str, lang: Language) -> Results {
    searcher().search(query, lang, 10)
}

/// The ids and languages of what is found.
fn found(query: &str, lang: Language) -> Vec<(String, Language)> {
    let (guide, results) = (library(), search(query, lang));
    let hits = results.hits.iter();
    hits.map(|hit| (guide.id(hit.section).to_string(), hit.language()))
        .collect()
}

/// A browser without a terminal.
struct Browser {
    app: App,
}

impl Browser {
    fn new(columns: u16, lang: Language) -> Self {
        let app = App::new(
            size(columns, 30),
            instant(EVENING),
            Tz::Asia__Tokyo,
            lang,
            acts::explained(&Bound::default()),
        );
        Self::with(app)
    }

    fn with(mut app: App) -> Self {
        assert_eq!(app.update(News::GuideLoaded(library())), None);
        Self { app }
    }

    fn send(&mut self, message: impl Into<Message>) {
        if let Some(Effect::Search(SearchRequest {
            id,
            query,
            language,
            ..
        })) = self.app.update(message)
        {
            self.send(News::Answer(id, search(&query, language)));
        }
    }

    fn press(&mut self, code: KeyCode) {
        let event = KeyEvent::new(code, KeyModifiers::NONE);
        let message = keymap::act_in(&self.app, event);
        if let Some(message) = message {
            self.send(message);
        }
    }

    fn typed(&mut self, text: &str) {
        text.chars().for_each(|c| self.press(KeyCode::Char(c)));
    }

    fn screen(&self) -> String {
        let size = self.app.world.size;
        let backend = TestBackend::new(size.columns, size.rows);
        let mut terminal = Terminal::new(backend).unwrap();
        let theme = Theme::new(Choice::Dark);
        terminal
            .draw(|frame| madoguchi::ui::view(&self.app, &theme, frame))
            .unwrap();
        text(terminal.backend().buffer())
    }

    #[track_caller]
    fn shows(&self, pieces: &[&str]) {
        let screen = self.screen();
        for piece in pieces {
            assert!(screen.contains(piece), "no {piece:?} on\n{screen}");
        }
    }
}

/// The program, in an empty home.
fn run(args: &[&str]) -> Output {
    let home = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.env_clear().env("LC_ALL", "C.UTF-8");
    command.env("HOME", home.path()).current_dir(home.path());
    command.arg("--guide").arg(folder()).args(args);
    command.output().unwrap()
}

#[track_caller]
fn says(args: &[&str], pieces: &[&str]) {
    let output = run(args);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{args:?}: {said}");
    for piece in pieces {
        assert!(said.contains(piece), "{args:?}: no {piece:?} in\n{said}");
    }
}

fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&run(args).stdout).unwrap()
}

#[test]
fn texts_come_in_the_guides_order_or_in_the_nearest_language() {
    let guide = library();
    assert_eq!(guide.languages, [JA, EN, ko()]);
    let languages: Vec<Language> = guide.title.iter().map(|(of, _)| of).collect();
    assert_eq!(languages, guide.languages);
    let text = |id: &str, lang| {
        let at = guide.find(id).unwrap();
        guide.section(at).texts.get(lang).0
    };
    assert_eq!(text("card#lost", ko()), ko());
    assert_eq!(text("loan#renew", ko()), JA, "the guide's first");
    assert_eq!(text("loan#return", EN), ko(), "the only one");
    assert_eq!(guide.language_for("ko-KR".parse().ok()), ko());
    assert_eq!(guide.language_for("fr".parse().ok()), JA);
}

#[test]
fn what_a_language_lacks_is_told_once() {
    let warnings = [
        "ja/loan.md:9: the section `renew` does not exist in `ko`",
        "ko/loan.md:9: the section `return` does not exist in `ja`",
        "ko/loan.md:9: the section `return` does not exist in `en`",
        "it is shown in another language: add it to ko/loan.md",
        "no errors, 3 warnings",
    ];
    says(&["check"], &warnings);
}

#[test]
fn every_language_is_found_by_its_words() {
    let lost = "card#lost".to_owned();
    assert_eq!(found("분실", ko())[0], (lost.clone(), ko()));
    assert_eq!(found("紛失", JA)[0], (lost.clone(), JA));
    assert_eq!(found("ふんしつ", JA)[0], (lost.clone(), JA));
    assert_eq!(found("borrowed books", EN)[0], ("loan#borrow".into(), EN));
    // By the glossary, whatever language it is typed in.
    assert_eq!(found("lost", ko())[0], (lost, ko()));
    // In the language that has it.
    assert_eq!(found("빌리기", EN)[0], ("loan#borrow".into(), ko()));
    assert_eq!(found("反対", ko()), []);
}

#[test]
fn no_section_is_found_twice() {
    for query in ["분실", "紛失", "lost", "card", "0120-000-123", "10"] {
        for lang in [JA, EN, ko()] {
            let mut ids: Vec<String> = found(query, lang).into_iter().map(|(id, _)| id).collect();
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), all, "{query} {lang}");
        }
    }
}

#[test]
fn f2_goes_round_the_languages_and_says_where_to() {
    let mut browser = Browser::new(100, JA);
    browser.typed("card");
    for (now, next) in [(JA, "F2 English"), (EN, "F2 한국어"), (ko(), "F2 日本語")] {
        assert_eq!(browser.app.visit.language, now);
        assert_eq!(browser.app.current_results().unwrap().language, now);
        browser.shows(&[next]);
        browser.press(KeyCode::F(2));
    }
    assert_eq!(browser.app.visit.language, JA);
    browser.send(Act::Help);
    let lines = browser.app.visit.reader.page.lines.iter();
    let page: String = lines.map(|line| line.text().trim().to_owned()).collect();
    assert!(
        page.contains("言語を切り替える（日本語・英語・韓国語）"),
        "{page}"
    );
}

#[test]
fn every_reader_is_spoken_to_in_his_language() {
    let mut browser = Browser::new(100, ko());
    browser.shows(&["주제", "이용 카드", "전화 창구", "일본어만"]);
    browser.typed("반납");
    browser.shows(&["검색 결과 1건", "대출 › 반납"]);
    let mut browser = Browser::new(100, JA);
    browser.typed("반납");
    browser.shows(&["検索結果 1件", "（韓国語のみ）"]);
    browser.press(KeyCode::Enter);
    browser.shows(&["（韓国語のみ）"]);
    let mut browser = Browser::new(100, ko());
    browser.typed("renew");
    browser.shows(&["(영어)"]);
}

#[test]
fn a_guide_begins_in_the_language_of_the_reader_or_in_its_first() {
    let begun = |app: App| {
        let mut guide = (*library()).clone();
        guide.languages = vec![ko(), JA, EN];
        let mut app = app;
        assert_eq!(app.update(News::GuideLoaded(Arc::new(guide))), None);
        app.visit.language
    };
    let app = |lang| {
        App::new(
            size(80, 24),
            instant(EVENING),
            Tz::Asia__Tokyo,
            lang,
            Vec::new(),
        )
    };
    assert_eq!(begun(app(EN)), EN);
    assert_eq!(begun(app("fr".parse().unwrap())), ko());
    assert_eq!(begun(app(JA).in_any_language()), ko());
}

#[test]
fn f8_puts_the_next_language_beside() {
    for (lang, titles) in [
        (JA, ["日本語｜", "English | "]),
        (EN, ["English | ", "한국어 | "]),
        (ko(), ["한국어 | ", "日本語｜"]),
    ] {
        let mut browser = Browser::new(140, lang);
        browser.typed("0120-000-123");
        browser.press(KeyCode::Enter);
        browser.press(KeyCode::F(8));
        assert!(browser.app.reads_side_by_side());
        browser.shows(&titles);
        browser.press(KeyCode::F(2));
        assert!(browser.app.reads_side_by_side());
        browser.press(KeyCode::F(8));
        assert!(!browser.app.reads_side_by_side());
    }
    let mut browser = Browser::new(80, JA);
    browser.press(KeyCode::F(8));
    browser.shows(&["日本語と英語を並べて読むには"]);
    let mut browser = Browser::new(140, JA);
    browser.press(KeyCode::F(4));
    browser.shows(&["日英を並べる"]);
    let mut browser = Browser::new(140, JA);
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::F(4));
    browser.shows(&["나란히 보기"]);
}

#[test]
fn the_dialogue_speaks_every_language_of_the_guide() {
    let mut plain = Plain::new(library(), instant(EVENING), Tz::Asia__Tokyo, JA, 78);
    let mut ask = |request: &SearchRequest| Some(search(&request.query, request.language));
    let mut says = |line: &str| {
        let answer = plain.take(line, instant(EVENING), 78, &mut ask);
        (answer.unwrap(), plain.language())
    };
    assert!(
        says("?")
            .0
            .contains("言語を切り替える（日本語・英語・韓国語）")
    );
    let (answer, language) = says("韓国語で");
    assert!(language == ko() && answer.contains("이용 카드"), "{answer}");
    assert!(says("KO").0.contains("이미 한국어입니다."));
    assert_eq!(says("g").1, JA);
    assert_eq!(says("g").1, EN);
    assert_eq!(says("in korean").1, ko());
    assert!(says("분실").0.contains("카드 분실"));
    assert_eq!(says("j").1, JA);
}

#[test]
fn a_public_terminal_speaks_every_language_of_the_guide() {
    let app = App::new(
        size(100, 30),
        instant(EVENING),
        Tz::Asia__Tokyo,
        JA,
        acts::explained_in_public(&Bound::default()),
    );
    let mut browser = Browser::with(app.in_public(TimeDelta::minutes(1), true));
    browser.shows(&[
        "図書館の利用案内",
        "Using the library",
        "도서관 이용 안내",
        "3 한국어",
    ]);
    browser.shows(&["11月23日(月)", "Mon 23 Nov", "11월 23일(월)"]);
    browser.press(KeyCode::Enter);
    browser.press(KeyCode::F(2));
    browser.press(KeyCode::F(2));
    assert_eq!(browser.app.visit.language, ko());
    browser.typed("분실");
    browser.shows(&["카드 분실"]);
}

#[test]
fn the_command_line_takes_every_language_of_the_guide() {
    says(
        &["show", "card#lost", "--lang", "ko"],
        &["카드 분실", "카드를 정지합니다"],
    );
    says(&["show", "loan#renew", "--lang", "ko"], &["(일본어)"]);
    says(
        &["status", "--at", EVENING, "--lang", "ko"],
        &["전화 창구", "한국어", "10:00부터"],
    );
    says(&["search", "분실", "--lang", "ko-KR"], &["카드 분실"]);
    says(&["eval", "--min-hit1", "100"], &[]);
    assert_eq!(
        json(&["show", "card#lost", "--lang", "ko", "--json"])["language"],
        "ko"
    );
    let answer = json(&["search", "분실", "--lang", "ko", "--json"]);
    assert_eq!(
        (&answer["language"], &answer["hits"][0]["id"]),
        (&"ko".into(), &"card#lost".into())
    );
    let status = json(&["status", "--at", EVENING, "--json"]);
    let spoken = status["desks"][0]["languages"].as_array().unwrap();
    let spoken: Vec<&str> = spoken
        .iter()
        .map(|l| l["language"].as_str().unwrap())
        .collect();
    assert_eq!(spoken, ["ja", "en", "ko"], "in the guide's order");
}

#[test]
fn a_language_that_nobody_speaks_here_is_wrong_usage() {
    for args in [
        &["search", "card", "--lang", "fr"][..],
        &["status", "--lang", "fr"],
        &["--plain", "--lang", "fr"],
        &["--lang", "fr"],
    ] {
        let output = run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("its languages are ja, en, ko"), "{said}");
    }
    let output = run(&["show", "card", "--lang", "日本語"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("such as ja, en or zh-Hans"), "{said}");
}
