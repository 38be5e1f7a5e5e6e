//! What is said of the guide itself.

use std::sync::Arc;

use chrono::TimeDelta;
use madoguchi::app::acts;
use madoguchi::app::{Act, App, Bound, News};
use madoguchi::guide::Guide;
use madoguchi::language::Language;
use madoguchi::page::Subject;

use super::{browser, reading};
use crate::guide::small::Small;
use crate::support::{Browser, EVENING, instant, size};

/// The screen of a browser with this guide, on which a page is read.
fn screen(guide: Guide, is_public: bool, subject: Subject) -> String {
    let zone = chrono_tz::Asia::Tokyo;
    let window = size(120, 36);
    let mut app = App::new(
        window,
        instant(EVENING),
        zone,
        Language::JA,
        acts::explained(&Bound::default()),
    );
    if is_public {
        app = app.in_public(TimeDelta::minutes(1), false);
    }
    let mut browser = Browser { app };
    browser.send(News::GuideLoaded(Arc::new(guide)));
    // The first key or click on a public terminal does nothing else.
    browser.send(Act::Activity);
    browser.send(Act::OpenPage(subject));
    browser.screen()
}

#[test]
fn the_last_topic_says_what_the_guide_is() {
    let mut browser = browser();
    let last = browser.app.visit.entries.all().len() - 1;
    browser.send(Act::OpenEntry(last));
    assert_eq!(reading(&browser), "details");
    let screen = browser.screen();
    for piece in [
        "ガイドの情報",
        "非公式",
        "Netflix support in Japan",
        "2026年11月23日",
        "日本語、英語",
        "記事 8 ・ 節 38 ・ チェックリスト 7",
        "日本時間（Asia/Tokyo）",
        "プログラムに内蔵",
        "できています",
        "MIT または Apache-2.0",
        "公式の番号だけを使う",
        concat!("madoguchi ", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(screen.contains(piece), "no {piece} in\n{screen}");
    }
    let later = instant(EVENING) + TimeDelta::days(100);
    browser.send(News::Tick(later));
    assert!(browser.screen().contains("2026年11月23日（3か月前）"));
}

#[test]
fn the_folder_is_named_but_not_on_a_public_terminal() {
    let small = Small::new();
    let folder = small.path("guide.yaml");
    let folder = folder.parent().unwrap().display().to_string();
    let shown = |is_public| screen(small.load_well(), is_public, Subject::Details);
    let (own, public) = (shown(false), shown(true));
    assert!(own.contains(&folder), "{own}");
    assert!(
        !public.contains(&folder) && public.contains("この端末のフォルダー"),
        "{public}"
    );
    // What the guide does not say of itself is not named.
    let unsaid = ["種類", "ライセンス"];
    assert!(unsaid.iter().all(|name| !own.contains(name)), "{own}");
}

#[test]
fn an_official_guide_is_not_called_unofficial() {
    let small = Small::new();
    let unofficial = "このガイドは非公式です";
    assert!(!screen(small.load_well(), false, Subject::Desks).contains(unofficial));
    small.edit("guide.yaml", "articles:", "official: false\narticles:");
    assert!(screen(small.load_well(), false, Subject::Desks).contains(unofficial));
    small.edit(
        "guide.yaml",
        "official: false",
        "official: true\nlicence: 公開",
    );
    assert!(!screen(small.load_well(), false, Subject::Desks).contains(unofficial));
    let details = screen(small.load_well(), false, Subject::Details);
    assert!(!details.contains("非公式") && details.contains("公式"));
    assert!(details.contains("公開"), "{details}");
}
