use proptest::prelude::*;

use super::*;

fn lines(text: &str, columns: usize) -> Vec<&str> {
    wrap(text, columns)
        .into_iter()
        .map(|line| &text[line])
        .collect()
}

#[test]
fn breaks_japanese_anywhere_but_before_punctuation() {
    assert_eq!(
        lines("電話で問い合わせをする。", 20),
        ["電話で問い合わせ", "をする。"]
    );
    assert_eq!(
        lines("「ヘルプ」を開くこと", 8),
        ["「ヘル", "プ」を", "開くこと"]
    );
}

#[test]
fn the_last_line_of_a_paragraph_is_no_scrap() {
    for (text, columns, expected) in [
        (
            "電話で問い合わせます。",
            20,
            &["電話で問い合わ", "せます。"] as &[_],
        ),
        ("番号は番号案内で。", 16, &["番号は番号", "案内で。"]),
        // What ends there belongs together.
        ("電話番号です。", 12, &["電話番", "号です。"]),
        (
            "Look it up on the official site or ask us",
            38,
            &["Look it up on the official site or", "ask us"],
        ),
        (
            "Call us and say so to me",
            22,
            &["Call us and say so", "to me"],
        ),
        // Nothing else makes it longer.
        (
            "https://example.org/a ok",
            22,
            &["https://example.org/a", "ok"],
        ),
        ("abc", 2, &["ab", "c"]),
        // Each paragraph has its last line.
        (
            "電話で問い合わせます。\nはい",
            20,
            &["電話で問い合わ", "せます。", "はい"],
        ),
    ] {
        assert_eq!(lines(text, columns), expected, "{text}");
    }
}

#[test]
fn for_the_ear_lines_end_where_phrases_do() {
    let lines = |text: &str, columns| -> Vec<String> {
        let lines = wrap_phrases(text, columns, |_| false).into_iter();
        lines.map(|line| text[line].to_owned()).collect()
    };
    assert_eq!(
        lines("電話で窓口選びの質問、説明、終了です。", 26),
        ["電話で窓口選びの質問、", "説明、終了です。"]
    );
    assert_eq!(
        lines("番号をお待ちのお客様に送ります。", 14),
        ["番号をお待ちの", "お客様に", "送ります。"]
    );
    assert_eq!(
        lines("電話で問い合わせるとき", 12),
        ["電話で", "問い合わせる", "とき"]
    );
    assert_eq!(lines("a well-known thing", 13), ["a well-known", "thing"]);
    // Where words would need a dictionary, at spaces.
    assert_eq!(lines("ภาษาไทย ภาษาลาว abc", 12), ["ภาษาไทย", "ภาษาลาว abc"]);
}

#[test]
fn polite_endings_are_not_parted() {
    for ending in ENDINGS {
        let text = format!("あああああ{ending}。");
        for columns in 12..=18 {
            let lines = lines(&text, columns);
            assert!(lines.iter().any(|line| line.contains(ending)), "{lines:?}");
        }
    }
}

#[test]
fn breaks_english_at_spaces() {
    assert_eq!(
        lines("Support by phone and chat", 10),
        ["Support by", "phone and", "chat"]
    );
}

#[test]
fn keeps_numbers_times_and_units_whole() {
    assert_eq!(
        lines("番号は0120-996-012です", 16),
        ["番号は", "0120-996-012です"]
    );
    assert_eq!(
        lines("受付は9:00〜21:00です", 12),
        ["受付は", "9:00〜21:00", "です"]
    );
    assert_eq!(lines("ご案内は24時間です", 12), ["ご案内は", "24時間です"]);
    assert_eq!(
        lines("see https://example.org/a-b/c now", 26),
        ["see", "https://example.org/a-b/c", "now"]
    );
}

#[test]
fn cuts_what_fits_no_line() {
    assert_eq!(lines("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(lines("0120-996-012", 5), ["0120-", "996-0", "12"]);
}

#[test]
fn the_widest_part_is_what_needs_the_widest_line() {
    assert_eq!(widest_part("番号は0120-996-012です"), 12);
    assert_eq!(widest_part("電話で話す。"), 4);
    assert_eq!(widest_part("by phone "), 5);
    assert_eq!(widest_part(""), 0);
}

#[test]
fn code_is_broken_between_words() {
    let lines = |text: &str, columns| -> Vec<String> {
        let lines = wrap_code(text, columns);
        lines
            .into_iter()
            .map(|line| text[line].to_owned())
            .collect()
    };
    assert_eq!(
        lines("sudo --no-auto-update run", 18),
        ["sudo", "--no-auto-update", "run"]
    );
    assert_eq!(
        lines("  let x = 1;\n\n    y", 20),
        ["  let x = 1;", "", "    y"]
    );
    assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(lines("f(alpha,beta)", 9), ["f(alpha,", "beta)"]);
    assert_eq!(lines("ab   ", 2), ["ab"]);
    let kept = wrap_with("use --no-auto-update now", 18, |at| (5..20).contains(&at));
    assert_eq!(kept, [0..3, 4..20, 21..24]);
}

#[test]
fn scripts_without_a_dictionary_are_broken_at_spaces_and_where_a_line_is_full() {
    assert_eq!(lines("ภาษาไทย ภาษา ไทย", 8), ["ภาษาไทย", "ภาษา ไทย"]);
    assert_eq!(lines("ภาษาไทยเป็น", 6), ["ภาษาไท", "ยเป็น"]);
    assert_eq!(lines("「ខ្មែរ」(ខ្មែរ)", 9), ["「ខ្មែរ」", "(ខ្មែរ)"]);
    for c in
        ('\u{E00}'..'\u{AB00}').filter(|&c| without_dictionary(&c.to_string()) != c.to_string())
    {
        assert_eq!(c.len_utf8(), 3, "{c:?}");
    }
}

#[test]
fn whatever_may_not_stand_at_an_end_is_known() {
    for these in [NOT_AT_START, NOT_AT_END] {
        assert!(these.chars().all(|c| stays(c, these)));
    }
}

#[test]
fn a_newline_ends_a_line() {
    assert_eq!(lines("一\n二", 10), ["一", "二"]);
    assert_eq!(lines("", 10), [""]);
}

#[test]
fn korean_is_broken_at_spaces() {
    assert_eq!(
        lines("전화번호를 확인해 주세요", 14),
        ["전화번호를", "확인해 주세요"]
    );
    assert_eq!(
        lines("새로운 API를 쓰는 국(KR)에서", 12),
        ["새로운 API를", "쓰는", "국(KR)에서"]
    );
    // What is longer than a line is broken all the same.
    assert_eq!(
        lines("가나다라마바사아자차", 8),
        ["가나다라", "마바사아", "자차"]
    );
}

proptest! {
    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost(text in "[a-z0-9 、。「」（）ーッぁあ漢字한국어:〜-]{0,80}", columns in 2_usize..40) {
        let lines = lines(&text, columns);
        for line in &lines {
            prop_assert!(width(line) <= columns, "{line:?} is wider than {columns}");
        }
        let kept: String = lines.concat().split_whitespace().collect();
        let all: String = text.split_whitespace().collect();
        prop_assert_eq!(kept, all);
    }

    #[test]
    fn a_scrap_is_what_no_other_break_can_avoid(text in "([あ漢ア]{1,6}[、。」ー]?|[a-z]{1,7} |0120-996-012|ください){1,12}", columns in 8_usize..40) {
        let found = wrap(&text, columns);
        if let [.., before, last] = found.as_slice() {
            let long = |at: usize| cells(&text[at..last.end]).count() >= LEAST_LAST;
            let others = opportunities(&text).into_iter().filter(|&at| before.start < at && at < last.start);
            let mut better = others.filter(|&at| long(at) && width(&text[at..last.end]) <= columns);
            prop_assert!(last.start == last.end || long(last.start) || better.next().is_none());
        }
    }

    #[test]
    fn wide_enough_lines_obey_kinsoku(text in "([あ漢ア]{1,4}[、。」ー]?|「[あ漢]{1,3}」){1,20}", columns in 12_usize..40) {
        for line in lines(&text, columns).iter().skip(1) {
            prop_assert!(!line.starts_with(|c| NOT_AT_START.contains(c)), "{line:?}");
        }
        for line in lines(&text, columns) {
            prop_assert!(!line.ends_with(|c| NOT_AT_END.contains(c)), "{line:?}");
        }
    }
}
