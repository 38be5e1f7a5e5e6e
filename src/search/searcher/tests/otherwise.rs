//! What is asked for in other words than the guide's, or written in another way.

use super::found_in;

const CODE: [(&str, &str, &str); 4] = [
    ("reducer", "リデューサ", "状態をまとめて扱います。"),
    ("getter", "getter の書き方", "値を読むときに呼ばれます。"),
    ("renote", "リノート", "投稿をほかの人に広めます。"),
    ("class", "クラス", "値と手続きをまとめます。"),
];

#[test]
fn words_that_came_from_english_are_found_in_either_script() {
    for (query, expected) in [
        ("レデューサー", &["reducer"][..]),
        ("reducer", &["reducer"]),
        ("ゲッター", &["getter"]),
        ("renote", &["renote"]),
        // Their consonants are those of クラス.
        ("closure", &[]),
        ("クロージャ", &[]),
    ] {
        assert_eq!(found_in(&CODE, query).0, expected, "{query}");
    }
}

/// 転居 is a word of the guide, and is not what its section is about.
const OFFICE: [(&str, &str, &str); 4] = [
    ("form", "用紙", "転居の用紙は青です。"),
    ("moving", "引っ越し", "引っ越したときは届け出ます。"),
    ("school", "学校", "学校は月曜からです。"),
    ("phone", "電話", "電話は九時からです。"),
];

#[test]
fn where_no_section_has_most_of_it_all_words_stand_for_others() {
    let found = |query: &str| found_in(&OFFICE, query).0;
    assert_eq!(found("転居"), ["form"]);
    let several = found("転居 学校 電話");
    assert_eq!(several.last().map(String::as_str), Some("moving"));
    assert_eq!(several.len(), 4);
}

/// 引き stands in the guide, the word does not.
#[test]
fn a_pair_of_its_characters_is_not_the_word() {
    let bank = [
        ("bill", "請求", "毎月の請求は明細で見られます。"),
        ("drawer", "引き出し", "引き出しの鍵は窓口にあります。"),
        ("school", "学校", "学校は月曜からです。"),
        ("phone", "電話", "電話は九時からです。"),
    ];
    let (found, _) = found_in(&bank, "引き落とされた");
    assert_eq!(found.first().map(String::as_str), Some("bill"));
}

#[test]
fn versions_are_found_with_and_without_their_v() {
    let sections = [
        (
            "ten",
            "Node.js v10 のサポート",
            "Node.js v10 のサポートを終了します。",
        ),
        (
            "sixteen",
            "Node.js v16 のサポート",
            "Node.js v16 のサポートを終了します。",
        ),
        (
            "python",
            "Python 3 のサポート",
            "Python 3 のサポートを続けます。",
        ),
    ];
    for (query, first) in [
        ("Node.js 16", "sixteen"),
        ("Node.js 10", "ten"),
        ("サポート v3", "python"),
    ] {
        let (found, _) = found_in(&sections, query);
        assert_eq!(found.first().map(String::as_str), Some(first), "{query}");
    }
}
