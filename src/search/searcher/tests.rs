//! What is found in small guides, and why.

mod otherwise;
mod ranking;
mod typed;

use std::ops::Range;

use super::*;
use crate::guide::{Source, load};
use crate::search::Hit;
use crate::search::testing::{bicycles, guide, searcher};

/// The articles found, best first.
fn found(query: &str, lang: Language) -> Vec<String> {
    let guide = bicycles();
    let results = searcher(&guide).search(query, lang, 10);
    assert_eq!(results.total, results.hits.len());
    let article = |hit: &Hit| guide.article(hit.section).id.clone();
    results.hits.iter().map(article).collect()
}

#[test]
fn finds_sections() {
    let check = |query: &str, lang: Language, expected: &[&str]| {
        assert_eq!(found(query, lang), expected, "{query}");
    };
    check("返却", Language::JA, &["return"]);
    check("借りたい", Language::JA, &["rent"]);
    check("鍵をなくした", Language::JA, &["lost", "return", "rent"]);
    check("鍵", Language::JA, &["lost", "return", "rent"]);
    check("hiring bikes", Language::EN, &["rent"]);
    check("延", Language::JA, &["return"]);
    check("自転", Language::JA, &["rent"]);
    check("exten", Language::EN, &["return"]);
    for number in [
        "0120-000-123",
        "0120000123",
        "０１２０ー０００ー１２３",
        "0120000",
    ] {
        check(number, Language::JA, &["return"]);
    }
    for nothing in [
        "",
        "  ",
        "?!",
        "天気予報",
        "weather",
        "\u{1F6B2}",
        "\u{1b}[31m",
    ] {
        check(nothing, Language::JA, &[]);
    }
}

#[test]
fn news_come_after_what_says_how_things_are() {
    let texts = |text| [(Language::JA, "補助", text, &[][..])];
    let (short, long) = (
        texts("補助の申し込みは窓口です。"),
        texts("補助。補助の案内。"),
    );
    let ids = |id: &str| {
        let guide = guide(&[(id, &long), ("apply", &short)]);
        let hits = searcher(&guide).search("補助", Language::JA, 2).hits;
        let article = |hit: &Hit| guide.article(hit.section).id.clone();
        hits.iter().map(article).collect::<Vec<_>>()
    };
    assert_eq!(ids("guide"), ["guide", "apply"]);
    assert_eq!(ids("changelog"), ["apply", "changelog"]);
}

/// The articles found in a guide of Japanese sections, best first, and what was corrected.
fn found_in(
    sections: &[(&str, &'static str, &'static str)],
    query: &str,
) -> (Vec<String>, Vec<String>) {
    let texts: Vec<_> = sections
        .iter()
        .map(|&(id, title, text)| (id, [(Language::JA, title, text, &[][..])]))
        .collect();
    let texts: Vec<_> = texts.iter().map(|(id, texts)| (*id, &texts[..])).collect();
    let guide = guide(&texts);
    let results = searcher(&guide).search(query, Language::JA, 10);
    let article = |hit: &Hit| guide.article(hit.section).id.clone();
    (
        results.hits.iter().map(article).collect(),
        results.suggestions,
    )
}

const TOWN: [(&str, &str, &str); 9] = [
    ("rubbish", "収集", "家庭ごみは朝八時までに出してください。"),
    (
        "pool",
        "市民プール",
        "場所を教えてください、と聞かれることが多いので、地図があります。",
    ),
    ("counter", "時間外窓口", "夜は時間外窓口があります。"),
    ("moving", "引っ越し", "市内で引っ越したときは届け出ます。"),
    ("gift", "寄付", "寄付は銀行で受け付けます。"),
    (
        "net",
        "接続",
        "Wi-Fi は 12月 から使えます。log in してください。",
    ),
    (
        "range",
        "範囲",
        "`..=` は終わりを含みます。C++ にはありません。",
    ),
    ("dog", "犬", "犬の登録と、里親の募集。"),
    ("names", "名前", "窓口の高橋が担当します。"),
];

#[test]
fn questions_and_other_spellings_find_what_they_are_about() {
    for (query, first) in [
        ("粗大ごみ", "rubbish"),
        ("燃えるゴミ", "rubbish"),
        ("犬の里親", "dog"),
        ("時間外窓口の場所を教えてください", "counter"),
        ("引越し", "moving"),
        ("寄附", "gift"),
        ("髙橋", "names"),
        ("wifi", "net"),
        ("login", "net"),
        ("十二月", "net"),
        ("..=", "range"),
        ("c++", "range"),
        ("きふ", "gift"),
        ("きhu", "gift"),
        ("転居", "moving"),
    ] {
        let (found, _) = found_in(&TOWN, query);
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{query}: {found:?}"
        );
    }
}

#[test]
fn without_evidence_nothing_is_corrected() {
    let sections = [
        (
            "wife",
            "妻",
            "wife と husband のこと。can は缶です。パートの死体と該当者。",
        ),
        ("lock", "鍵", "lock します。"),
    ];
    for query in [
        "wifi",
        "i cant see",
        "unlock",
        "アパート",
        "請求したいんやけど",
        "街灯",
        "hulu",
    ] {
        let (found, corrected) = found_in(&sections, query);
        assert_eq!(corrected, [""; 0], "{query}: {found:?}");
    }
    let (found, corrected) = found_in(&sections, "husbnad");
    assert_eq!(
        (found, corrected),
        (vec!["wife".to_owned()], vec!["husband".to_owned()])
    );
}

#[test]
fn what_is_found_by_meaning_alone_comes_last_and_says_so() {
    let sections = [
        ("moving", "引っ越し", "引っ越したときは届け出ます。"),
        ("pets", "犬", "飼い主が登録します。"),
    ];
    let texts: Vec<_> = sections
        .map(|(id, title, text)| (id, [(Language::JA, title, text, &[][..])]))
        .to_vec();
    let texts: Vec<_> = texts.iter().map(|(id, texts)| (*id, &texts[..])).collect();
    let guide = guide(&texts);
    let hits = searcher(&guide).search("転居 登録", Language::JA, 10).hits;
    let vias: Vec<_> = hits
        .iter()
        .map(|hit| {
            (
                guide.article(hit.section).id.as_str(),
                hit.shown().matched[0].via,
            )
        })
        .collect();
    assert_eq!(
        vias,
        [
            ("pets", crate::search::Via::Exact),
            ("moving", crate::search::Via::Related)
        ]
    );
    let mut results = searcher(&guide).search("転居 登録", Language::JA, 10);
    results.leave_out_related();
    assert_eq!((results.total, &results.hits[..]), (1, &hits[..1]));
    let mut results = searcher(&guide).search("登録", Language::JA, 10);
    let before = results.hits.clone();
    results.leave_out_related();
    assert_eq!((results.total, results.hits), (1, before));
}

#[test]
fn what_has_no_text_in_the_readers_language_is_found_in_the_other() {
    let guide = bicycles();
    let searcher = searcher(&guide);
    let language = |query: &str, lang| {
        searcher
            .search(query, lang, 1)
            .hits
            .first()
            .map(Hit::language)
    };
    assert_eq!(language("helmet", Language::JA), Some(Language::EN));
    assert_eq!(language("弁償", Language::EN), Some(Language::JA));
    // Both have a text, but only the other language's has the word.
    assert_eq!(language("counter", Language::JA), Some(Language::EN));
    assert_eq!(language("受付", Language::EN), Some(Language::JA));
    assert_eq!(language("返却", Language::JA), Some(Language::JA));
}

#[test]
fn says_how_it_matched() {
    let guide = bicycles();
    let matched = |query: &str| {
        let hit = searcher(&guide)
            .search(query, Language::EN, 1)
            .hits
            .remove(0);
        hit.shown()
            .matched
            .iter()
            .map(|m| (m.term.clone(), m.via.name()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        matched("key count"),
        [("key".into(), "exact"), ("count".into(), "prefix")]
    );
    assert_eq!(matched("the counter"), [("counter".into(), "exact")]);
}

#[test]
fn shows_where_it_matched() {
    let hit = searcher(&bicycles())
        .search("自転車の料金", Language::JA, 1)
        .hits
        .remove(0);
    let shown = hit.shown();
    assert_eq!(shown.snippet.text, "料金は1時間200円です。");
    let marked = |text: &str, marks: &[Range<usize>]| {
        marks
            .iter()
            .map(|mark| text[mark.clone()].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked(&shown.snippet.text, &shown.snippet.marks), ["料金"]);
    assert_eq!(marked("自転車を借りる", &shown.title_marks), ["自転車"]);
}

#[test]
fn equal_scores_come_in_the_guides_order() {
    let text = [(Language::JA, "題", "同じ内容", &[][..])];
    let guide = crate::search::testing::guide(&[("b", &text), ("a", &text), ("c", &text)]);
    let results = searcher(&guide).search("内容", Language::JA, 2);
    let articles: Vec<usize> = results.hits.iter().map(|hit| hit.section.article).collect();
    assert_eq!(articles, [0, 1]);
    assert_eq!(results.total, 3);
}

#[test]
fn a_guide_without_sections_finds_nothing() {
    let guide = crate::search::testing::guide(&[]);
    assert_eq!(searcher(&guide).search("内容", Language::JA, 2).total, 0);
}

#[test]
fn an_index_of_another_guide_shows_nothing_that_is_not_there() {
    let engine = build_in_memory(&bicycles()).unwrap();
    let small = crate::search::testing::guide(&[("a", &[(Language::JA, "題", "鍵の話", &[])])]);
    let results = Searcher::new(small, engine).search("鍵", Language::JA, 10);
    assert!(results.hits.iter().all(|hit| hit.section.article == 0));
}

#[test]
fn times_of_day_are_words() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("counter", "窓口", "受付は9:00から21:00までです。"),
        ("late", "夜の係", "午後11時まで電話に出ます。"),
        ("days", "休み", "手続きに24時間かかります。"),
    ];
    for query in ["11pm", "23時", "23:00", "夜の11時", "11 p.m."] {
        let (found, _) = found_in(sections, query);
        assert_eq!(found, ["late", "counter"], "{query}");
    }
    let (found, _) = found_in(sections, "3時");
    assert_eq!(found.len(), 2, "any time is related");
    let (found, _) = found_in(sections, "9時");
    assert_eq!(found[0], "counter");
}

#[test]
fn vowels_are_mistyped_rather_than_consonants() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("prepare", "準備", "What to prepare."),
        ("prepaid", "前払い", "A prepaid card."),
        ("hours", "時間", "Opening hours."),
    ];
    for (typed, meant) in [("prepair", "prepare"), ("prapaid", "prepaid")] {
        let (found, corrected) = found_in(sections, typed);
        assert_eq!(
            (found, corrected),
            (vec![meant.to_owned()], vec![meant.to_owned()])
        );
    }
    // A word of the language is no misspelling of another one.
    assert!(found_in(sections, "horse").1.is_empty());
}

#[test]
fn a_number_with_the_code_of_japan_is_the_same_number() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("phone", "電話", "番号は0120-996-012です。"),
        ("other", "ほか", "係は81番、012番です。"),
    ];
    assert_eq!(found_in(sections, "+81 120 996 012").0, ["phone"]);
}

#[test]
fn what_is_misspelt_hides_nothing_that_is_read_beside_it() {
    let sections: &[(&str, &'static str, &'static str)] = &[("phone", "電話", "電話をかける。")];
    assert_eq!(found_in(sections, "denwa bxnguo").0, ["phone"]);
    assert_eq!(found_in(sections, "denwa banguo").0, ["phone"]);
}

#[test]
fn other_forms_of_words_are_no_misspellings() {
    let sections: &[(&str, &'static str, &'static str)] = &[(
        "all",
        "一覧",
        "redirect, cheers, direct, containing, workflow, billing, won't",
    )];
    for query in [
        "redirected",
        "chars",
        "constraining",
        "workflows",
        "wan't",
        "directoire",
    ] {
        assert!(found_in(sections, query).1.is_empty(), "{query}");
    }
    assert_eq!(found_in(sections, "billling").1, ["billing"]);
}

#[test]
fn kana_that_changed_places_and_voiced_ones_are_read() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("ask", "問い合わせ", "問い合わせはこちら。"),
        ("sweat", "汗", "汗をかいたとき。"),
        ("integers", "整数型", "整数型は符号を持つ。整数型の値。"),
        ("figure", "姿", "性能と姿。"),
    ];
    for (query, first) in [
        ("といあせわ", "ask"),
        ("toiasewa", "ask"),
        ("せいすうがた", "integers"),
        ("seisuugata", "integers"),
    ] {
        assert_eq!(
            found_in(sections, query).0[0],
            first,
            "{query} {:?}",
            found_in(sections, query)
        );
    }
}

#[test]
fn two_words_that_are_one_are_marked_together() {
    let sections: &[(&str, &'static str, &'static str)] = &[
        ("a", "usestate", "use state. the state of use."),
        ("b", "other", "nothing"),
    ];
    let guide_marks = |query: &str| {
        let texts: Vec<_> = sections
            .iter()
            .map(|&(id, title, text)| (id, [(Language::JA, title, text, &[][..])]))
            .collect();
        let texts: Vec<_> = texts.iter().map(|(id, texts)| (*id, &texts[..])).collect();
        let results = searcher(&guide(&texts)).search(query, Language::JA, 1);
        let text = "use state, state, usestate";
        let marks = results.highlighter.marks(text).into_iter();
        marks.map(|mark| text[mark].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(guide_marks("usestate"), ["use state", "usestate"]);
}

/// The first section found.
fn first(guide: &std::sync::Arc<Guide>, query: &str, lang: Language) -> Option<String> {
    let hits = searcher(guide).search(query, lang, 1).hits;
    hits.first().map(|hit| guide.id(hit.section).to_string())
}
