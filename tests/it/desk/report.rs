//! `madoguchi status`: the whole text, and the JSON.

use chrono_tz::Tz;
use serde_json::Value;

use madoguchi::cli::status::{json, parse_at, text};
use madoguchi::language::Language;

use super::{EN, JA, at, built_in, staffed};

const DAY: &str = "2026-11-23T20:47:00+09:00";
const NIGHT: &str = "2026-11-23T21:00:00+09:00";

fn report(instant: &str, lang: Language, viewer: Tz) -> String {
    text(&built_in(), at(instant), lang, viewer)
}

fn check(instant: &str, lang: Language, viewer: Tz, expected: &str) {
    let found = report(instant, lang, viewer);
    assert_eq!(found, expected.trim_start_matches('\n'), "\n{found}");
}

#[test]
fn by_day_in_japan() {
    check(
        DAY,
        JA,
        Tz::Asia__Tokyo,
        "
11月23日(月) 20:47 日本時間

→ 電話（日本語）  0120-996-012
  日本語で受け付けています：あと13分（21:00まで）。

● 電話  受付中
    日本語    あと13分（21:00まで）
    英語      24時間（原則）
    電話番号  0120-996-012
    アプリ    アプリの「ヘルプ」から「電話する」

● ライブチャット  受付中
    日本語    あと13分（21:00まで）
    英語      24時間（原則）
    ウェブ    公式サイトの「ヘルプ」

● ヘルプセンター  利用できます
    日本語    24時間
    英語      24時間

? パートナーのカスタマーセンター  公式サイトで確認
    案内      パートナーの公式サイト

– メール  なし

このガイドは非公式です。電話番号は、公式のアプリまたはサイトに表示される番号と見比べてください。
",
    );
}

#[test]
fn by_night_from_london() {
    check(
        NIGHT,
        EN,
        Tz::Europe__London,
        "
Mon 23 Nov 21:00 Japan time
Mon 23 Nov 12:00 GMT (your clock, Europe/London)

→ Phone (English)  0120-996-012
  Contacts are taken in English: 24 h (in principle).

● Phone  open
    Japanese       from 9:00 tomorrow Japan time (0:00 tomorrow GMT), in 12 h
    English        24 h (in principle)
    Phone number   0120-996-012
    App            「ヘルプ」 (Help) in the app, then 「電話する」 (Call)

● Live chat  open
    Japanese       from 9:00 tomorrow Japan time (0:00 tomorrow GMT), in 12 h
    English        24 h (in principle)
    Web            「ヘルプ」 (Help) on the official site

● Help centre  available
    Japanese       24 h
    English        24 h

? Partner's customer centre  see their site
    Where to look  The partner's official site

– Email  not offered

This guide is unofficial. Compare the telephone number with the one shown in the official app or site.
",
    );
}

#[test]
fn by_night_for_a_reader_of_japanese() {
    let report = report(NIGHT, JA, Tz::Asia__Tokyo);
    assert!(report.contains("→ 電話（英語）  0120-996-012\n  今は英語のみ受け付けています。日本語は明日 9:00 からです。\n"), "{report}");
    assert!(report.contains("◐ 電話  英語のみ\n"), "{report}");
    assert!(!report.contains("お手元"), "{report}");
}

#[test]
fn a_zone_of_the_same_offset_is_not_another_time() {
    assert!(!report(DAY, JA, Tz::Asia__Seoul).contains("Seoul"));
    assert!(
        report(DAY, JA, Tz::Asia__Shanghai)
            .contains("11月23日(月) 19:47 CST（お手元の時計、Asia/Shanghai）")
    );
}

#[test]
fn when_every_desk_is_closed() {
    let mut guide = built_in();
    guide.desks = vec![staffed(
        "office",
        ("窓口", "Office"),
        "Mo-Fr 09:00-17:00",
        "",
    )];
    let ja = text(&guide, at(NIGHT), JA, Tz::Asia__Tokyo);
    assert!(
        ja.contains("今はどの窓口も受付時間外です。窓口：日本語は明日 9:00 から。"),
        "{ja}"
    );
    let en = text(&guide, at(NIGHT), EN, Tz::Asia__Tokyo);
    assert!(
        en.contains("No desk can be reached now. Office: Japanese from 9:00 tomorrow."),
        "{en}"
    );
    guide.desks.clear();
    let nothing = "このガイドには窓口の情報がありません。\n";
    assert_eq!(text(&guide, at(NIGHT), JA, Tz::UTC), nothing);
    let json: Value = serde_json::from_str(&json(&guide, at(NIGHT), JA).unwrap()).unwrap();
    assert_eq!(json["advice"], Value::Null);
}

#[test]
fn the_json_is_as_promised() {
    let mut guide = built_in();
    guide.desks.drain(1..4);
    let found = json(&guide, at("2026-11-23T12:00:00.5Z"), JA).unwrap();
    let expected = concat!(
        r#"{"at":"2026-11-23T21:00:00+09:00","timezone":"Asia/Tokyo","desks":["#,
        r#"{"id":"phone","name":"電話","state":"limited","languages":["#,
        r#"{"language":"ja","open":false,"opens_at":"2026-11-24T09:00:00+09:00","closes_at":null,"always":false},"#,
        r#"{"language":"en","open":true,"opens_at":null,"closes_at":null,"always":true}],"#,
        r#""contacts":[{"kind":"phone","value":"0120-996-012"},"#,
        r#"{"kind":"app","value":"アプリの「ヘルプ」から「電話する」"}]},"#,
        r#"{"id":"email","name":"メール","state":"not-offered","languages":[],"contacts":[]}],"#,
        r#""advice":{"desk":"phone","language":"en","#,
        r#""reason":"今は英語のみ受け付けています。日本語は明日 9:00 からです。"}}"#,
    );
    assert_eq!(found, expected);
}

#[test]
fn the_json_counts_in_the_time_of_the_guide() {
    let mut guide = built_in();
    guide.timezone = Tz::Europe__Berlin;
    let json: Value =
        serde_json::from_str(&json(&guide, at("2026-07-01T18:00:00Z"), EN).unwrap()).unwrap();
    assert_eq!(json["at"], "2026-07-01T20:00:00+02:00");
    assert_eq!(json["timezone"], "Europe/Berlin");
    assert_eq!(
        json["desks"][0]["languages"][0]["closes_at"],
        "2026-07-01T21:00:00+02:00"
    );
    assert_eq!(json["desks"][0]["state"], "open");
}

#[test]
fn an_instant_is_read_or_refused_with_a_reason() {
    for text in [
        "2026-11-23T20:59:59+09:00",
        "2026-11-23T11:59:59Z",
        " 2026-11-23T20:59:59+09:00 ",
        "2026-11-23t11:59:59z",
        "2026-11-23T11:59:59.25Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-12:00",
    ] {
        let at = parse_at(text).unwrap_or_else(|error| panic!("{error}"));
        assert!(!report(&at.to_rfc3339(), JA, Tz::Pacific__Kiritimati).is_empty());
    }
    for (text, says) in [
        ("2026-11-23T20:59:59", "offset from UTC is missing"),
        ("2026-11-23T20:59", "seconds and the offset"),
        ("2026-11-23", "time is missing"),
        ("now", "RFC 3339"),
        ("", "RFC 3339"),
        ("2026-02-30T00:00:00Z", "RFC 3339"),
        ("2026-11-23T24:00:00+09:00", "RFC 3339"),
        ("\u{1b}[2J", "RFC 3339"),
    ] {
        let error = parse_at(text).unwrap_err();
        assert!(
            error.contains(says) && error.contains("2026-11-23T20:59:59+09:00"),
            "{error}"
        );
        assert!(!error.contains(char::is_control), "{error:?}");
    }
}
