//! The line of the status bar, in both languages, wide and narrow.

use chrono_tz::Tz;

use madoguchi::desk::State;
use madoguchi::desk::status::status;
use madoguchi::guide::Guide;
use madoguchi::i18n::summary::{
    Detail, Entry, Role, Saying, entries, pieces, recommendation, width,
};
use madoguchi::i18n::time::Clocks;
use madoguchi::language::Language;

use super::{EN, JA, at, built_in, guide, staffed};

const DAY: &str = "2026-11-23T20:47:00+09:00";
const NIGHT: &str = "2026-11-23T21:00:00+09:00";

fn said(guide: &Guide, instant: &str, lang: Language, detail: Detail) -> Vec<Entry> {
    let now = at(instant);
    let clocks = Clocks::from(now.with_timezone(&guide.timezone));
    entries(
        &status(guide, now, lang),
        guide,
        clocks.into(),
        lang,
        detail,
    )
}

fn line(entries: &[Entry], lang: Language) -> String {
    pieces(entries, lang, false)
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

fn check(guide: &Guide, instant: &str, lang: Language, detail: Detail, expected: &str) {
    assert_eq!(line(&said(guide, instant, lang, detail), lang), expected);
}

#[test]
fn by_day() {
    let guide = &built_in();
    let check = |lang, detail, expected| check(guide, DAY, lang, detail, expected);
    check(
        JA,
        Detail::Full,
        "● 電話・ライブチャット 日本語 21:00まで・英語 24時間  ● ヘルプセンター 24時間  \
         ? パートナーのカスタマーセンター 公式サイトで確認  – メール なし",
    );
    check(
        JA,
        Detail::Reachable,
        "● 電話・ライブチャット 日本語 21:00まで・英語 24時間  ● ヘルプセンター 24時間",
    );
    check(
        JA,
        Detail::Staffed,
        "● 電話・ライブチャット 日本語 21:00まで・英語 24時間",
    );
    check(JA, Detail::Short, "● 電話・ライブチャット 日本語 21:00まで");
    check(
        JA,
        Detail::Recommended,
        "● 電話 日本語 21:00まで・英語 24時間",
    );
    check(JA, Detail::RecommendedShort, "● 電話 日本語 21:00まで");
    check(JA, Detail::Shortest, "● 日本語 21:00まで");
    check(
        EN,
        Detail::Full,
        "● Phone, Live chat: English 24 h · Japanese until 21:00  ● Help centre: 24 h  \
         ? Partner's customer centre: see their site  – Email: not offered",
    );
    check(EN, Detail::Short, "● Phone, Live chat: English 24 h");
    check(EN, Detail::Shortest, "● English 24 h");
}

#[test]
fn by_night() {
    let guide = &built_in();
    let check = |lang, detail, expected| check(guide, NIGHT, lang, detail, expected);
    check(
        JA,
        Detail::Staffed,
        "◐ 電話・ライブチャット 英語のみ・日本語は明日 9:00 から",
    );
    check(
        JA,
        Detail::Short,
        "◐ 電話・ライブチャット 英語のみ・日本語は明日 9:00 から",
    );
    check(
        JA,
        Detail::Recommended,
        "◐ 電話 英語のみ・日本語は明日 9:00 から",
    );
    check(
        JA,
        Detail::RecommendedShort,
        "◐ 電話 英語のみ・日本語は明日 9:00 から",
    );
    check(JA, Detail::Shortest, "◐ 英語のみ・日本語は明日 9:00 から");
    check(JA, Detail::State, "◐ 英語のみ");
    check(
        EN,
        Detail::Staffed,
        "● Phone, Live chat: English only · Japanese from 9:00 tomorrow",
    );
    check(EN, Detail::Short, "● Phone, Live chat: English 24 h");
}

#[test]
fn other_hours() {
    let office = |ja, en| {
        guide(
            vec![staffed("office", ("窓口", "Office"), ja, en)],
            Tz::Asia__Tokyo,
        )
    };
    let weekdays = "Mo-Fr 09:00-17:00";
    // Closed in both languages alike: no language need be named.
    check(
        &office(weekdays, weekdays),
        NIGHT,
        JA,
        Detail::Staffed,
        "○ 窓口 明日 9:00 から",
    );
    check(
        &office(weekdays, weekdays),
        NIGHT,
        EN,
        Detail::Short,
        "○ Office: English from 9:00 tomorrow",
    );
    // Only in one language at all.
    check(
        &office(weekdays, ""),
        NIGHT,
        JA,
        Detail::Staffed,
        "○ 窓口 日本語は明日 9:00 から",
    );
    check(
        &office(weekdays, ""),
        NIGHT,
        EN,
        Detail::Short,
        "○ Office: Japanese from 9:00 tomorrow",
    );
    check(
        &office(weekdays, ""),
        "2026-11-24T12:00:00+09:00",
        EN,
        Detail::Short,
        "◐ Office: Japanese until 17:00",
    );
    // English until late, Japanese not before Wednesday.
    let late = office("We 09:00-17:00", "Mo-Fr 09:00-22:00");
    check(
        &late,
        NIGHT,
        JA,
        Detail::Staffed,
        "◐ 窓口 英語のみ 22:00まで・日本語は11月25日 9:00 から",
    );
    check(
        &late,
        NIGHT,
        EN,
        Detail::Staffed,
        "● Office: English only until 22:00 · Japanese from 9:00 on 25 Nov",
    );
    // Never again.
    check(
        &office("2020 Mo-Fr 09:00-17:00", ""),
        NIGHT,
        JA,
        Detail::Staffed,
        "○ 窓口 日本語は受付なし",
    );
    check(
        &office("2020 Mo-Fr 09:00-17:00", ""),
        NIGHT,
        EN,
        Detail::Shortest,
        "○ Japanese closed",
    );
}

#[test]
fn desks_with_other_hours_stand_apart() {
    let phone = staffed("phone", ("電話", "Phone"), "09:00-21:00", "24/7");
    let chat = staffed("chat", ("チャット", "Chat"), "09:00-22:00", "24/7");
    let both = guide(vec![phone, chat], Tz::Asia__Tokyo);
    check(
        &both,
        DAY,
        JA,
        Detail::Short,
        "● 電話 日本語 21:00まで  ● チャット 日本語 22:00まで",
    );
    check(
        &both,
        NIGHT,
        JA,
        Detail::Short,
        "◐ 電話 英語のみ・日本語は明日 9:00 から  ● チャット 日本語 22:00まで",
    );
    // With room for one thing only, the better one.
    check(&both, NIGHT, JA, Detail::Shortest, "● 日本語 22:00まで");
}

#[test]
fn meaning_does_not_depend_on_colour() {
    let said = said(&built_in(), NIGHT, JA, Detail::Full);
    let symbols: Vec<_> = said.iter().map(|entry| entry.state.symbol()).collect();
    assert_eq!(symbols, ['◐', '●', '?', '–']);
    let ascii: String = pieces(&said, EN, true)
        .into_iter()
        .filter(|piece| matches!(piece.role, Role::Symbol(_)))
        .map(|piece| piece.text)
        .collect();
    assert_eq!(ascii, "+ * ? - ");
    for (lang, count) in [(JA, 5), (EN, 5)] {
        let states = [
            State::Open,
            State::Limited,
            State::Closed,
            State::Unknown,
            State::NotOffered,
        ];
        let mut symbols = states
            .map(|state| (state.symbol(), state.ascii_symbol()))
            .to_vec();
        symbols.dedup();
        assert_eq!(symbols.len(), count, "{lang}");
    }
}

/// A narrower bar takes the next level: it must not turn out wider than the one that did not fit.
#[test]
fn every_level_of_detail_is_narrower_than_the_one_before() {
    for (instant, lang) in [(DAY, JA), (DAY, EN), (NIGHT, JA), (NIGHT, EN)] {
        let said = Detail::ALL.map(|detail| said(&built_in(), instant, lang, detail));
        let widths = said.map(|entries| width(&entries, lang));
        assert!(
            widths.is_sorted_by(|wide, narrow| wide >= narrow),
            "{widths:?}"
        );
        // Forty columns hold the one, and the other with the time.
        assert!(widths[4] <= 36 && widths[5] <= 30, "{widths:?}");
    }
}

#[test]
fn the_desk_to_turn_to_now() {
    let said = |guide: &Guide, lang| recommendation(&status(guide, at(NIGHT), lang), guide, lang);
    assert_eq!(said(&built_in(), JA).as_deref(), Some("おすすめ：電話"));
    assert_eq!(said(&built_in(), EN).as_deref(), Some("Best: Phone"));
    let mut alone = built_in();
    alone.desks.drain(..2);
    assert_eq!(
        said(&alone, JA).as_deref(),
        Some("おすすめ：ヘルプセンター")
    );
    let closed = guide(
        vec![staffed(
            "office",
            ("窓口", "Office"),
            "Mo-Su 09:00-17:00",
            "",
        )],
        Tz::Asia__Tokyo,
    );
    assert_eq!(said(&closed, JA), None);
    check(&closed, NIGHT, JA, Detail::Recommended, "");
}

/// How long it still takes is said in the bar where there is room, and by one clock only.
#[test]
fn with_how_long_it_still_takes() {
    let guide = built_in();
    for (instant, viewer, expected) in [
        (
            DAY,
            Tz::Asia__Tokyo,
            "● 電話・ライブチャット 日本語 あと13分（21:00まで）・英語 24時間",
        ),
        (
            NIGHT,
            Tz::Asia__Seoul,
            "◐ 電話・ライブチャット 英語のみ・日本語は明日 9:00 から（12時間後）",
        ),
        (
            NIGHT,
            Tz::Europe__London,
            "◐ 電話・ライブチャット 英語のみ・日本語は日本時間 明日 9:00 から（GMT 明日 0:00）",
        ),
    ] {
        let at = at(instant);
        let saying = Saying {
            now: Clocks::new(at, guide.timezone, viewer),
            counted: true,
        };
        let statuses = status(&guide, at, JA);
        let entries = entries(&statuses, &guide, saying, JA, Detail::Staffed);
        assert_eq!(line(&entries, JA), expected);
    }
}
