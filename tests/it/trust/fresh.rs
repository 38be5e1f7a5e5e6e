//! How old a guide is, wherever that is said: an expired one is shown, and never silently.

use std::fs;
use std::process::Command;
use std::sync::Arc;

use madoguchi::app::{Act, App, Bound, News, acts};
use madoguchi::i18n::{SPOKEN, release};
use madoguchi::language::Language;
use madoguchi::plain::Plain;
use madoguchi::text::width::width;
use serde_json::{Value, json};

use super::place::{BINARY, Place};
use crate::support::system::{has, text};
use crate::support::{Browser, EVENING, guide, instant, size};

/// The built-in guide as a signed one that was good until three days before [`EVENING`].
fn expired() -> Arc<madoguchi::guide::Guide> {
    let mut guide = (*guide()).clone();
    guide.provenance.release = Some(madoguchi::trust::Issue {
        id: guide.id.clone(),
        serial: 42,
        made: "2026-09-01".parse().unwrap(),
        good_until: "2026-11-20".parse().unwrap(),
    });
    Arc::new(guide)
}

fn browser(columns: u16, rows: u16, lang: Language) -> Browser {
    let mut browser = Browser::new(size(columns, rows), lang);
    browser.send(News::GuideLoaded(expired()));
    browser
}

#[test]
fn a_band_says_so_on_every_screen() {
    for lang in guide().languages.clone() {
        let last = "2026-11-20".parse().unwrap();
        let [full, short] = release::out_of_date(last, lang);
        for (columns, rows) in [(40, 10), (80, 24), (100, 30), (200, 60)] {
            let mut browser = browser(columns, rows, lang);
            let check = |browser: &Browser, what: &str| {
                let screen = browser.screen();
                let is_said = screen.contains(&full) || screen.contains(&short);
                assert!(is_said, "{what} at {columns}×{rows}:\n{screen}");
            };
            check(&browser, "the start");
            browser.typed("a");
            check(&browser, "results");
            browser.send(Act::OpenContents);
            check(&browser, "the contents");
            browser.send(Act::OpenMenu);
            // On the smallest screen that covers all but the bar.
            if rows > 10 {
                check(&browser, "the menu");
            }
        }
    }
    // One that is good says nothing, also on its last day, by the calendar of the guide's zone.
    let mut good = Browser::at(
        size(80, 24),
        Language::EN,
        "2026-11-20T14:59:59Z",
        chrono_tz::Tz::UTC,
    );
    good.send(News::GuideLoaded(expired()));
    assert!(!good.screen().contains("was good until"));
    good.send(News::Tick(instant("2026-11-20T15:00:00Z")));
    good.app.set_pages();
    assert!(good.screen().contains("was good until"));
}

/// No language says it in words that do not fit on the smallest screen.
#[test]
fn every_language_has_a_short_form() {
    for lang in SPOKEN {
        let [full, short] = release::out_of_date("2026-11-20".parse().unwrap(), lang);
        assert!(width(&short) <= 38 && width(&full) <= 78, "{full} {short}");
    }
}

#[test]
fn the_first_screen_of_a_kiosk_says_so_in_all_languages() {
    let mut kiosk = Browser::public(size(200, 60), Language::JA);
    kiosk.send(News::GuideLoaded(expired()));
    let screen = kiosk.screen();
    for lang in [Language::JA, Language::EN] {
        let [full, _] = release::out_of_date("2026-11-20".parse().unwrap(), lang);
        assert!(screen.contains(&full), "{screen}");
    }
    for (columns, rows) in [(40, 10), (80, 24)] {
        kiosk.send(News::Resize(size(columns, rows)));
        let screen = kiosk.screen();
        assert!(screen.contains("有効期限"), "{screen}");
    }
}

#[test]
fn the_details_say_which_release_it_is_and_how_fresh() {
    let mut app = App::new(
        size(150, 40),
        instant(EVENING),
        chrono_tz::Tz::Asia__Tokyo,
        Language::EN,
        acts::explained(&Bound::default()),
    );
    app.update(News::GuideLoaded(expired()));
    let mut browser = Browser { app };
    browser.send(Act::OpenPage(madoguchi::page::Subject::Details));
    browser.app.set_pages();
    let screen = browser.screen();
    for text in ["42, made ", "signature verified", "(expired)"] {
        assert!(screen.contains(text), "no {text:?}:\n{screen}");
    }
}

#[test]
fn the_dialogue_says_so_first() {
    let zone = chrono_tz::Tz::Asia__Tokyo;
    let plain = Plain::new(expired(), instant(EVENING), zone, Language::EN, 200);
    let [full, _] = release::out_of_date("2026-11-20".parse().unwrap(), Language::EN);
    assert!(plain.greeting().contains(&full), "{}", plain.greeting());
}

#[test]
fn commands_and_doctor_say_so() {
    let Some(place) = Place::new() else { return };
    let doctor = || -> (Option<i32>, Value) {
        let output = place.run(&["doctor", "--json"]);
        (
            output.status.code(),
            serde_json::from_slice(&output.stdout).unwrap(),
        )
    };
    let (_, good) = doctor();
    assert_eq!(good["release"]["serial"], 1);
    assert_eq!(good["release"]["expired"], false);
    assert_eq!(good["release"]["days_left"], 90);
    assert_eq!(good["folder"], json!({ "serial": 1, "refused": null }));
    assert_eq!(good["guide"]["id"], "small");
    place.release(&["--made", "2020-01-01", "--good-until", "2020-02-01"]);
    for command in [&["search", "電話"][..], &["show", "phone"], &["status"]] {
        let output = place.run(&[&["--lang", "en"], command].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let said = text(&output.stderr);
        assert!(
            said.contains("This guide was good until"),
            "{command:?}: {said}"
        );
    }
    let (code, bad) = doctor();
    assert_eq!(code, Some(1));
    assert_eq!(bad["release"]["expired"], true);
    assert!(bad["release"]["days_left"].as_i64().unwrap() < -2000);
    // What is wrong in the folder is said, and that nothing is remembered by saying it.
    place.edit("ja/phone.md", "0120", "0121");
    let (code, refused) = doctor();
    assert_eq!((code, &refused["guide"]), (Some(1), &Value::Null));
    let why = refused["folder"]["refused"].as_str().unwrap();
    assert_eq!(why, "ja/phone.md: the file is not what was signed");
}

/// The example for Prometheus, on what `doctor` says.
#[test]
fn metrics_say_how_fresh_it_is() {
    let Some(place) = Place::new() else { return };
    if !has("jq") {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/madoguchi-textfile");
    let metrics = || {
        let file = place.path("madoguchi.prom");
        let mut command = Command::new(script);
        command.arg(&file).arg(BINARY).args(place.options());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        fs::read_to_string(file).unwrap()
    };
    let good = metrics();
    for line in [
        "madoguchi_ok 1\n",
        "madoguchi_release_serial 1\n",
        "madoguchi_release_days_left 90\n",
        "madoguchi_folder_refused 0\n",
        ",guide=\"small\"} 1\n",
    ] {
        assert!(good.contains(line), "no {line:?}: {good}");
    }
    place.edit("ja/phone.md", "0120", "0121");
    let bad = metrics();
    assert!(bad.contains("madoguchi_folder_refused 1\n"), "{bad}");
    assert!(
        bad.contains("madoguchi_ok 0\n") && !bad.contains("release_serial"),
        "{bad}"
    );
}
