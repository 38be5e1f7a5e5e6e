//! The dialogue in lines: lines in, text out, without a process.

use std::io::{self, BufReader, Write};

use chrono_tz::Tz;
use madoguchi::app::SearchRequest;
use madoguchi::language::Language;
use madoguchi::plain::dialogue::{Ends, hold};
use madoguchi::plain::{End, Plain};
use madoguchi::search::Results;
use madoguchi::text::width::width;
use proptest::prelude::*;

use crate::support::{EVENING, guide, instant, nothing, results, searcher};

const COLUMNS: usize = 78;

/// A reader at the dialogue.
struct Reader {
    plain: Plain,
    now: &'static str,
}

impl Reader {
    fn new(language: Language) -> Self {
        let plain = Plain::new(
            guide(),
            instant(EVENING),
            Tz::Asia__Tokyo,
            language,
            COLUMNS,
        );
        Self {
            plain,
            now: EVENING,
        }
    }

    fn says(&mut self, line: &str) -> String {
        let now = instant(self.now);
        self.plain.take(line, now, COLUMNS, &mut ask).unwrap()
    }

    /// Types lines; in the answer to the last one there must be these pieces, in this order.
    fn check(&mut self, lines: &[&str], expected: &[&str]) {
        let mut answer = String::new();
        for line in lines {
            answer = self.says(line);
        }
        let mut at = 0;
        for piece in expected {
            let found = answer[at..].find(piece);
            at += found.unwrap_or_else(|| panic!("{lines:?}: no {piece:?} in:\n{answer}"));
        }
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a search may end the dialogue, though this one never does"
)]
fn ask(request: &SearchRequest) -> Option<Results> {
    Some(searcher().search(&request.query, request.language, request.limit))
}

fn japanese(lines: &[&str], expected: &[&str]) {
    Reader::new(Language::JA).check(lines, expected);
}

fn english(lines: &[&str], expected: &[&str]) {
    Reader::new(Language::EN).check(lines, expected);
}

#[test]
fn what_the_guide_does_not_have_is_said_before_the_results() {
    let mut reader = Reader::new(Language::JA);
    reader.check(
        &["今日の天気を教えて"],
        &[
            "「今日」「天気」はこのガイドにありません",
            "検索結果",
            "1. ",
        ],
    );
    let mut reader = Reader::new(Language::EN);
    reader.check(
        &["bake bread for the account"],
        &["\"bake\" and \"bread\" are not in this guide", "1. "],
    );
}

#[test]
fn the_beginning_says_who_can_be_reached_and_what_to_do() {
    let greeting = Reader::new(Language::JA).plain.greeting();
    assert!(
        greeting.contains("電話・ライブチャット：日本語 21:00まで、英語 24時間"),
        "{greeting}"
    );
    assert!(greeting.contains("? で説明"), "{greeting}");
    japanese(
        &["？"],
        &["n, 次: ", "q, 終了: ", "公式の電話番号: 0120-996-012"],
    );
    english(
        &["help"],
        &["n, next: ", "q, quit: ", "Official numbers: 0120-996-012"],
    );
}

#[test]
fn a_query_is_answered_by_numbered_sections_and_why() {
    let hits = [
        "検索結果",
        "1. 解約の手順（パートナー経由の契約）",
        "「解約（かいやく）」として",
        "2. ",
    ];
    japanese(&["kaiyaku"], &hits);
    japanese(&["ｋａｉｙａｋｕ"], &hits);
    japanese(&["退会"], &["1. ", "「退会」を「解約」として検索"]);
    english(
        &["cancle"],
        &[
            "Showing results for \"cancel\"",
            "found as cancel, for cancle",
        ],
    );
    japanese(
        &["kaiyaku", "1"],
        &[
            "パートナー経由の契約\n解約の手順\n",
            "[1] 窓口に伝えること",
            "n で次の節",
        ],
    );
    let answer = Reader::new(Language::JA).says("kaiyaku");
    assert_eq!(
        answer.matches("「解約（かいやく）」").count(),
        1,
        "{answer}"
    );
}

#[test]
fn long_lists_go_on() {
    japanese(&["電話"], &["5. ", "n で続き"]);
    japanese(&["電話", "次"], &["6件目から10件目", "6. "]);
    japanese(&["電話", "次", "7", "b"], &["6件目から10件目", "6. "]);
    japanese(&["電話", "次", "前"], &["検索結果", "1. "]);
    japanese(&["電話", "前"], &["これで全部です"]);
    japanese(&["t", "n"], &["これで全部です"]);
}

#[test]
fn numbers_are_only_those_that_there_are() {
    japanese(&["t", "99"], &["番号は 1 から"]);
    japanese(&["t", "0"], &["番号は 1 から"]);
    english(&["kaiyaku", "99"], &["The numbers are 1 to"]);
    english(&["110"], &["Nothing found"]);
    english(&["/1"], &["1. "]);
}

#[test]
fn numbers_and_addresses_are_checked() {
    japanese(
        &["0120-996-011"],
        &[
            "このガイドにない番号です",
            "折り返しかけないで",
            "偽装",
            "1. 番号を確かめる",
            "検索結果",
            "2. ",
            "公式の番号だけを使う",
        ],
    );
    japanese(
        &["0120-996-012"],
        &["0120-996-012 として載っている番号です", "検索結果", "2. "],
    );
    japanese(
        &["k"],
        &["このガイドに載っている電話番号", "- 0120-996-012"],
    );
    let card = Reader::new(Language::JA).says("4111 1111 1111 1111");
    assert!(!card.contains("1111"), "{card}");
}

#[test]
fn a_dead_end_says_what_else_there_is() {
    let now = instant(EVENING);
    let mut plain = Plain::new(guide(), now, Tz::Asia__Tokyo, Language::JA, COLUMNS);
    let mut nothing = |request: &SearchRequest| {
        Some(if request.query == "解約" {
            results("解約", Language::JA, |_| {})
        } else {
            results(
                "解約",
                Language::JA,
                nothing(&request.query, Some("解約"), 2),
            )
        })
    };
    let answer = plain.take("かいや", now, COLUMNS, &mut nothing).unwrap();
    let expected = [
        "見つかりませんでした",
        "もしかして: 解約（y で検索）",
        "近い内容",
        "1. ",
        "2. ",
        "3. 窓口と受付時間",
        "電話・ライブチャット：",
    ];
    let at: Vec<_> = expected.iter().map(|piece| answer.find(piece)).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{answer}");
    let answer = plain.take("はい", now, COLUMNS, &mut nothing).unwrap();
    assert!(answer.contains("1. 解約の手順"), "{answer}");
    let answer = plain.take("y", now, COLUMNS, &mut nothing).unwrap();
    assert!(answer.contains("ほかの候補はありません"), "{answer}");
    japanese(
        &["ぬぬぬぬぬ"],
        &["見つかりませんでした", "別の言い方", "1. 窓口と受付時間"],
    );
}

#[test]
fn reading_goes_on_section_by_section() {
    japanese(&["t", "7"], &["問い合わせ方法", "1. ", "2. "]);
    japanese(&["t", "7", "n", "n"], &["受付時間"]);
    japanese(&["t", "7", "n", "n", "p", "p"], &["続きの節はありません"]);
    japanese(&["t", "7", "2", "b"], &["1. ", "2. "]);
    // Back leads to where the reading began, not section by section.
    japanese(&["kaiyaku", "1", "n", "n", "b"], &["検索結果"]);
    // The article is named when it is entered, and not with every section.
    let mut lang = Reader::new(Language::JA);
    lang.check(&["kaiyaku", "1"], &["パートナー経由の契約"]);
    assert!(!lang.says("n").contains("パートナー経由の契約\n"));
}

#[test]
fn back_and_forward() {
    let mut lang = Reader::new(Language::EN);
    lang.check(&["b"], &["This is the beginning"]);
    lang.check(&["f"], &["nothing to go forward to"]);
    lang.check(&["kaiyaku", "1", "1"], &["What to tell the partner"]);
    lang.check(&["back"], &["How to cancel"]);
    lang.check(&["b"], &["results"]);
    lang.check(&["b"], &["Topics"]);
    lang.check(&["forward"], &["results"]);
    lang.check(&["f"], &["How to cancel"]);
    lang.check(&["f"], &["What to tell the partner"]);
    lang.check(&["f"], &["nothing to go forward to"]);
    lang.check(&["b", "d", "f"], &["nothing to go forward to"]);
    lang.check(&["l"], &["results"]);
    lang.check(&["r"], &["results"]);
}

#[test]
fn boxes_are_ticked_by_their_numbers_and_in_words() {
    let mut lang = Reader::new(Language::JA);
    lang.check(&["準備"], &["チェックリスト", "1. "]);
    lang.check(
        &["2"],
        &[
            "問い合わせ前の準備",
            "4件のうち0件を用意済み",
            "[1] まだ：",
            "教えてはいけない情報",
            "電話 日本語 21:00まで",
            "0120-996-012",
        ],
    );
    lang.check(&["1"], &["用意済み：", "4件のうち1件を用意済み"]);
    lang.check(&["r"], &["[1] 用意済み：", "[2] まだ："]);
    lang.check(&["1"], &["まだ：", "4件のうち0件を用意済み"]);
}

#[test]
fn the_questions_are_answered_by_numbers_and_the_last_one_skips() {
    let mut lang = Reader::new(Language::JA);
    lang.check(
        &["a"],
        &["質問 1", "1. ", "2. ", "3. ", "4. わからない・とばす"],
    );
    lang.check(&["9"], &["番号は 1 から 4 まで"]);
    lang.check(&["４"], &["質問 2"]);
    lang.check(&["とばす"], &["質問 3"]);
    lang.check(&["b"], &["質問 2"]);
    lang.check(&["b", "1"], &["質問 2"]);
    lang.check(
        &["1"],
        &[
            "いま: 電話（日本語）",
            "0120-996-012",
            "21:00まで",
            "1. 読む: ",
        ],
    );
    lang.check(&["s"], &["質問の途中ではありません"]);
}

#[test]
fn the_desks_say_in_words_who_is_there_and_when() {
    english(
        &["d"],
        &[
            "[1] Phone: open",
            "0120-996-012",
            "Japanese 12 minutes left, every day 9:00 to 21:00.",
            "English",
            "Email",
            "not offered",
        ],
    );
    japanese(
        &["窓口"],
        &[
            "[1] 電話：受付中",
            "日本語 あと12分、毎日 9:00〜21:00。",
            "英語 24時間（原則）。",
        ],
    );
    let desks = Reader::new(Language::JA).says("d");
    assert!(
        !desks.contains(['●', '◐', '○', '█', '─', '│', '┃', '☐']),
        "{desks}"
    );
}

#[test]
fn a_change_at_the_desks_is_said_once_before_the_next_answer() {
    let mut lang = Reader::new(Language::JA);
    lang.says("電話");
    lang.now = "2026-11-23T20:59:59+09:00";
    assert!(!lang.says("t").contains("受付が変わり"));
    lang.now = "2026-11-23T21:00:00+09:00";
    let expected = [
        "21:00になり、受付が変わりました",
        "電話・ライブチャット：英語のみ",
        "トピック",
    ];
    lang.check(&["t"], &expected);
    assert!(!lang.says("t").contains("受付が変わり"));
}

#[test]
fn the_language_is_switched_where_one_is() {
    let mut lang = Reader::new(Language::JA);
    lang.check(
        &["kaiyaku", "e"],
        &["results", "1. How to cancel (Subscribed through a partner)"],
    );
    lang.check(&["1", "ja"], &["解約の手順"]);
    lang.check(&["language"], &["How to cancel"]);
    lang.check(&["en"], &["This is English already"]);
    lang.check(&["r"], &["How to cancel"]);
}

#[test]
fn an_empty_line_says_little() {
    for line in ["", "   ", "　", "\u{0}", "/"] {
        let answer = Reader::new(Language::EN).says(line);
        assert_eq!(
            answer,
            "Type a word to look for, or a number. ? for help.\n"
        );
    }
}

#[test]
fn it_ends_when_it_is_told_to() {
    for line in ["q", "Ｑ", "終了", "quit", "exit"] {
        let mut lang = Reader::new(Language::JA);
        let said = lang.plain.take(line, instant(EVENING), COLUMNS, &mut ask);
        assert_eq!(said, Err(End), "{line}");
    }
    let mut lang = Reader::new(Language::JA);
    let stopped = lang
        .plain
        .take("電話", instant(EVENING), COLUMNS, &mut |_| None);
    assert_eq!(stopped, Err(End));
}

/// Holds a dialogue with these bytes as input, and returns what was said.
fn talk(input: &[u8], columns: usize, language: Language) -> String {
    let mut output = Vec::new();
    let now = instant(EVENING);
    let mut plain = Plain::new(guide(), now, Tz::Asia__Tokyo, language, columns);
    let mut ends = Ends {
        // So little at a time that lines and characters are cut.
        input: BufReader::with_capacity(3, input),
        output: &mut output,
        echoes: false,
    };
    hold(&mut plain, &mut ends, &now, || columns, &mut ask).unwrap();
    String::from_utf8(output).unwrap()
}

#[test]
fn the_input_may_be_anything_and_end_anywhere() {
    assert!(talk(b"", COLUMNS, Language::EN).ends_with("\n\n>\n"));
    let answers = |input: &[u8]| talk(input, COLUMNS, Language::EN).matches("\n>\n").count();
    assert_eq!(answers(b""), 1);
    assert_eq!(answers(b"phone\r\n\n\xff\xfe\0\x1b[2J\n"), 4);
    assert_eq!(answers(b"phone\nq\nphone\n"), 2);
    assert!(talk(b"t", COLUMNS, Language::EN).contains("Topics"));
    let long = [b"a".repeat(1_000_000), b"\nt\n".to_vec()].concat();
    assert_eq!(answers(&long), 3);
    assert!(talk(&long, COLUMNS, Language::EN).contains("Topics"));
}

/// An output that nobody reads.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_output_that_is_closed_ends_it() {
    let now = instant(EVENING);
    let mut plain = Plain::new(guide(), now, Tz::Asia__Tokyo, Language::EN, COLUMNS);
    let mut ends = Ends {
        input: &b"phone\n"[..],
        output: Closed,
        echoes: true,
    };
    let error = hold(&mut plain, &mut ends, &now, || COLUMNS, &mut ask).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
}

/// What readers type, and what they do not.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let command = prop::sample::select(vec![
        "n", "p", "b", "f", "l", "r", "t", "d", "a", "s", "c", "k", "y", "g", "j", "e", "?", "",
        "0",
    ]);
    let query = prop::sample::select(vec![
        "電話",
        "kaiyaku",
        "cancle",
        "ぬぬぬ",
        "0120-996-011",
        "ネットフリックスの料金",
        "http://netfIix.com",
    ]);
    prop_oneof![
        4 => command.prop_map(|text| text.as_bytes().to_vec()),
        4 => (1..12_u8).prop_map(|number| number.to_string().into_bytes()),
        2 => query.prop_map(|text| text.as_bytes().to_vec()),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..40),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_the_answer_can_be_read(
        lines in prop::collection::vec(line(), 0..12),
        columns in 4..100_usize,
        is_japanese: bool,
    ) {
        let language = if is_japanese { Language::JA } else { Language::EN };
        let said = talk(&lines.join(&b'\n'), columns, language);
        for line in said.split('\n') {
            prop_assert!(width(line) <= columns, "{columns} columns: {line:?}");
            prop_assert!(!line.contains(char::is_control), "{line:?}");
            prop_assert_eq!(line.trim_end(), line);
        }
    }
}

#[test]
fn the_guide_tells_of_itself() {
    japanese(
        &["t", "13"],
        &["ガイドの情報", "内容の時点: 2026年11月23日", "置き場所: "],
    );
    english(
        &["t", "13"],
        &["Guide details", "Contents: 8 articles · 38 sections"],
    );
}
