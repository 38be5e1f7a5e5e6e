//! What is said of a guide that changes while it is open.

use chrono::TimeDelta;
use madoguchi::app::{Act, Change, News};
use madoguchi::language::Language;

use super::browser;
use crate::support::{Browser, EVENING, instant, size};

fn updated(files: &[&str]) -> News {
    let files = files.iter().map(|&file| file.to_owned()).collect();
    News::Changed(Change::Updated(files))
}

#[test]
fn what_is_new_is_said_until_the_next_key_or_minute() {
    let mut browser = browser();
    browser.send(updated(&["ja/phone.md"]));
    assert!(browser.screen().contains("更新: ja/phone.md"));
    // A temporary file of an editor went, too.
    browser.send(News::Changed(Change::Restored));
    assert!(browser.screen().contains("更新: ja/phone.md"));
    browser.send(Act::Move(1));
    assert!(!browser.screen().contains("更新"));
    browser.send(updated(&["a.md", "b.md", "c.md"]));
    assert!(browser.screen().contains("更新: a.md ほか2件"));
    browser.send(News::Tick(instant(EVENING) + TimeDelta::minutes(1)));
    assert!(!browser.screen().contains("更新"));
}

#[test]
fn an_error_is_told_until_it_is_put_right() {
    for (rows, language, said) in [
        (36, Language::JA, "guide.yaml:3 に誤りがある"),
        (12, Language::JA, "guide.yaml:3 に誤りがある"),
        (36, Language::EN, "Error in guide.yaml:3"),
    ] {
        let mut browser = Browser::new(size(120, rows), language);
        let refused = Change::Refused("guide.yaml:3".to_owned());
        browser.send(News::Changed(refused));
        browser.send(Act::Move(1));
        let screen = browser.screen();
        assert!(screen.contains(said), "{screen}");
        browser.send(News::Changed(Change::Restored));
        assert!(!browser.screen().contains(said));
    }
}

#[test]
fn a_long_name_leaves_room_for_hints() {
    let mut browser = Browser::new(size(80, 24), Language::EN);
    let long = "folder/".repeat(20) + "a.md";
    browser.send(updated(&[&long]));
    let screen = browser.screen();
    assert!(screen.contains("Updated: folder/"), "{screen}");
    assert!(
        screen.contains("F1 Menu") && screen.contains("F2 日本語"),
        "{screen}"
    );
}
