use proptest::prelude::*;

use super::{built_in, check, expect, guide};
use crate::check::{Finding, Verdict};

#[test]
fn the_listed_number_is_known_in_every_spelling() {
    for text in [
        "0120-996-012",
        "0120996012",
        "0120 996 012",
        "0120　996　012",
        "0120.996.012",
        "0120・996・012",
        "0120/996/012",
        "0120_996_012",
        "0120ー996ー012",
        "0120−996−012",
        "0120–996–012",
        "0120—996—012",
        "0120‐996‐012",
        "0120の996の012",
        "(0120) 996-012",
        "（0120）996-012",
        "0120(996)012",
        "[0120] 996 012",
        "0120 - 996 - 012",
        "01-20-99-60-12",
        "0 1 2 0 9 9 6 0 1 2",
        "０１２０９９６０１２",
        "０１２０－９９６－０１２",
        "０１２０―９９６―０１２",
        "〇一二〇-九九六-〇一二",
        "〇一二〇九九六〇一二",
        "零一二零の九九六の零一二",
        "٠١٢٠-٩٩٦-٠١٢",
        "०१२०९९६०१२",
        "𝟬𝟭𝟮𝟬-𝟵𝟵𝟲-𝟬𝟭𝟮",
        "0️⃣1️⃣2️⃣0️⃣9️⃣9️⃣6️⃣0️⃣1️⃣2️⃣",
        "⓪①②⓪-⑨⑨⑥-⓪①②",
        "0\u{200B}120\u{2060}-996-\u{FEFF}012",
        "0120\u{A0}996\u{202F}012",
        "0120-996\n012",
        "+81-120-996-012",
        "+81 120 996 012",
        "+81120996012",
        "+810120996012",
        "+81 (0)120-996-012",
        "+81(0)120996012",
        "(+81) 120-996-012",
        "＋８１ １２０ ９９６ ０１２",
        "0081-120-996-012",
        "0081 (0) 120 996 012",
        "010-81-120-996-012",
        "010 81 120 996 012",
        "011 81 120 996 012",
        "81-120-996-012",
        "186-0120-996-012",
        "1840120996012",
        "tel:0120996012",
        "tel0120996012",
        "TEL：0120-996-012",
        "Tel. 0120-996-012",
        "tel:+81120996012",
        "☎0120-996-012",
        "📞 0120-996-012",
        "Call 0120 996 012!",
        "0120-996-012?",
        "「0120-996-012」",
        "0120-996-012から電話が来た",
        "0120-996-012は本物ですか",
        "今 0120-996-012 から着信",
        "from 0120-996-012, is it real?",
        "0120-996-012 ext. 5",
        "0120-996-012 内線12",
        "0120-996-012x5",
        "0120-996-012#5",
        "0120-996-012;ext=5",
        "0120-996-012（9:00〜21:00）",
        "0120-996-012 9:00-21:00",
        "0120-996-012 24時間",
        "0120 996 012 日本語で",
        "20:48 0120-996-012",
        "2026/11/23 0120-996-012",
        "2026-11-23 20:48 0120-996-012",
        "11/23 0120-996-012",
        "〒100-0001 0120-996-012",
        "フリーダイヤル0120-996-012（通話無料）",
        "23.11.2026 0120-996-012",
        "3回 0120-996-012",
        "1. 0120-996-012",
        "(1) 0120-996-012",
        "①0120-996-012",
        "No.0120-996-012",
        "お客様番号 0120-996-012",
    ] {
        expect(&built_in(), text, &["listed 0120-996-012"]);
    }
}

#[test]
fn what_differs_in_a_digit_is_not_listed() {
    for text in [
        "0120-996-013",
        "0120-996-021",
        "0120-969-012",
        "0102-996-012",
        "〒100-00011 0120-996-012",
        "0120-996-0123",
        "0120-996-0122",
        "00120-996-012",
        "10120996012",
        "1-0120-996-012",
        "1 0120-996-012",
        "0120-996-012-3",
        "0120-996-012 3",
        "0120996012345",
        "0120-996-012 0",
        "9 0120 996 012 9",
        "120-996-012",
        "120996012",
        "0120-996-12",
        "012-996-012",
        "0120-96-012",
        "+81-120-996-013",
        "+81-120-996-0123",
        "+81 20 996 012",
        "+82-120-996-012",
        "+1 120-996-012",
        "0082-120-996-012",
        "81-120-996-013",
        "186-0120-996-013",
        "０１２０－９９６－０１３",
        "〇一二〇九九六〇一三",
        "0120-996-013から電話が来た",
        "Call 0120 996 013!",
        "tel:0120996013",
        "0120996013 ext. 5",
        "0120-996-013 9:00-21:00",
        "090-0120-996-012",
        "0800-996-012",
        "0570-996-012",
    ] {
        let found = check(&built_in(), text);
        assert_eq!(found.len(), 1, "{text:?}: {found:?}");
        assert!(
            matches!(found[0].verdict, Verdict::NotListed { .. }),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn what_is_near_the_listed_number_says_so() {
    let guide = built_in();
    expect(&guide, "0120-996-013", &["not-listed 1 0120-996-012"]);
    expect(&guide, "0120-996-021", &["not-listed 1 0120-996-012"]);
    expect(&guide, "0120-996-034", &["not-listed 2 0120-996-012"]);
    expect(&guide, "0120-996-0123", &["not-listed inside 0120-996-012"]);
    expect(&guide, "10120996012", &["not-listed inside 0120-996-012"]);
    expect(&guide, "0120-444-444", &["not-listed"]);
}

#[test]
fn other_numbers_are_not_listed() {
    for text in [
        "03-1234-5678",
        "(03) 1234-5678",
        "0312345678",
        "090-1234-5678",
        "09012345678",
        "050-1234-5678",
        "070 1234 5678",
        "+81 90 1234 5678",
        "+1 866 579 7172",
        "1-866-579-7172",
        "(866) 579-7172",
        "+44 20 7946 0958",
        "010-1-866-579-7172",
        "0044 20 7946 0958",
        "+886 2 1234 5678",
        "0476-12-3456から着信",
        "受付番号 03-1234-5678",
        "android 0312345678",
        "03-1234-567",
        "090-1234-567",
    ] {
        expect(&built_in(), text, &["not-listed"]);
        expect(&guide(&[], &[]), text, &["nothing-listed"]);
    }
}

#[test]
fn letters_in_the_place_of_digits_are_named() {
    for text in [
        "O120-996-012",
        "0120-996-Ol2",
        "0I20-996-012",
        "o12o996o12",
        "О120-996-012",
        "0l20 996 0l2",
        "012O-996-O12",
    ] {
        expect(
            &built_in(),
            text,
            &["lookalike 0120-996-012 letters-for-digits"],
        );
    }
    expect(&built_in(), "O120-996-013", &["not-listed 1 0120-996-012"]);
    expect(
        &built_in(),
        "0120996012l",
        &["not-listed inside 0120-996-012"],
    );
}

#[test]
fn the_beginning_of_the_listed_number_is_no_verdict_yet() {
    for text in [
        "0120-9",
        "0120-996",
        "0120-996-",
        "0120 996 01",
        "012099601",
        "+81 120 996 0",
        "010-81-120-996",
        "０１２０－９９",
    ] {
        expect(&built_in(), text, &["incomplete"]);
    }
    for text in ["0120-997", "0120-996-02", "0312345"] {
        let found = check(&built_in(), text);
        assert!(
            matches!(found[0].verdict, Verdict::NotListed { .. }),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn every_number_of_a_text_has_its_verdict() {
    let listed = "listed 0120-996-012";
    let near = "not-listed 1 0120-996-012";
    for (text, expected) in [
        ("0120-996-012 0120-996-013", vec![listed, near]),
        ("0120 996 012 0120 996 013", vec![listed, near]),
        ("0120-996-013, 0120-996-012", vec![near, listed]),
        ("0120-996-012、03-1234-5678", vec![listed, "not-listed"]),
        ("0120-996-012か0120-996-013か", vec![listed, near]),
        (
            "0120-996-012\n0120-996-013\n090-1234-5678",
            vec![listed, near, "not-listed"],
        ),
        ("1. 0120-996-012\n2. 0120-996-013", vec![listed, near]),
        ("09012345678 0120996012", vec!["not-listed", listed]),
        ("+81 120 996 012 / +81 120 996 013", vec![listed, near]),
    ] {
        expect(&built_in(), text, &expected);
    }
}

#[test]
fn guides_list_other_kinds_of_numbers() {
    let guide = guide(&["03-1234-5678", "+1 866 579 7172", "188", "#9110"], &[]);
    for (text, expected) in [
        ("03(1234)5678", "listed 03-1234-5678"),
        ("+81-3-1234-5678", "listed 03-1234-5678"),
        ("+1-866-579-7172", "listed +1 866 579 7172"),
        ("1-866-579-7172", "listed +1 866 579 7172"),
        ("(866) 579-7172", "listed +1 866 579 7172"),
        ("18665797172", "listed +1 866 579 7172"),
        ("010-1-866-579-7172", "listed +1 866 579 7172"),
        ("188", "listed 188"),
        ("188番", "listed 188"),
        ("＃9110", "listed #9110"),
        ("1-866-579-7173", "not-listed 1 +1 866 579 7172"),
    ] {
        expect(&guide, text, &[expected]);
    }
    for text in ["1880円", "188円", "110", "9110", "+188"] {
        expect(&guide, text, &[]);
    }
}

#[test]
fn the_desk_that_is_called_by_a_number_is_named() {
    let guide = built_in();
    let found = check(&guide, "0120 996 012");
    let Verdict::Listed { desks, .. } = &found[0].verdict else {
        panic!("{found:?}");
    };
    let names: Vec<&str> = desks
        .iter()
        .map(|&desk| guide.desks[desk].id.as_str())
        .collect();
    assert_eq!(names, ["phone"]);
}

const OFFICIAL: &str = "0120996012";

/// Digits with separators between them, in a script, and with something around them.
fn written(digits: &str, separators: &[&str], script: usize, around: (&str, &str)) -> String {
    let zeros = ['0', '０', '\u{660}', '\u{966}', '𝟎'];
    let mut text = around.0.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        let value = digit.to_digit(10).unwrap();
        text.push(char::from_u32(u32::from(zeros[script]) + value).unwrap());
        if at + 1 < digits.len() {
            text.push_str(separators[at % separators.len()]);
        }
    }
    text + around.1
}

fn separators() -> impl Strategy<Value = Vec<&'static str>> {
    let known = [
        "", "", "", "", "-", " ", ".", "−", "　", " - ", ")", "\u{200B}", "/", "の", "ー",
    ];
    prop::collection::vec(prop::sample::select(known.to_vec()), 1..12)
}

fn around() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("", ""),
        ("tel:", ""),
        ("電話", "から着信"),
        ("「", "」"),
        (" ", " "),
        ("Call ", "!"),
        ("20:48 ", "？"),
    ])
}

fn is_listed(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::Listed { .. })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn however_it_is_written_the_listed_number_is_listed(
        separators in separators(), script in 0..5_usize, around in around(),
        prefix in prop::sample::select(vec!["0", "+81", "+810", "01081", "0081", "1860"]),
    ) {
        let (plus, prefix) = prefix.strip_prefix('+').map_or(("", prefix), |rest| ("+", rest));
        let digits = format!("{prefix}{}", &OFFICIAL[1..]);
        let before = format!("{}{plus}", around.0);
        let text = written(&digits, &separators, script, (&before, around.1));
        let found = check(&built_in(), &text);
        prop_assert!(found.len() == 1 && is_listed(&found[0]), "{text:?}: {found:?}");
    }

    #[test]
    fn with_one_digit_changed_it_is_never_listed(
        separators in separators(), script in 0..5_usize, around in around(),
        at in 0..10_usize, digit in 0..10_u32, change in 0..3,
    ) {
        let mut digits: Vec<char> = OFFICIAL.chars().collect();
        let new = char::from_digit(digit, 10).unwrap();
        match change {
            0 if digits[at] == new => return Ok(()),
            0 => digits[at] = new,
            1 => digits.insert(at + usize::from(digit % 2 == 0), new),
            _ => { digits.remove(at); }
        }
        let digits: String = digits.into_iter().collect();
        prop_assume!(digits != OFFICIAL);
        let text = written(&digits, &separators, script, around);
        let found = check(&built_in(), &text);
        prop_assert!(!found.iter().any(is_listed), "{text:?}: {found:?}");
        prop_assert!(!found.is_empty(), "{text:?}");
    }

    #[test]
    fn no_text_breaks_it(text in "[0-9０-９+#:/. \\-()一二〇oOlIа-я。・\u{200B}\u{301}時日円xn@a-z]{0,60}|.{0,60}") {
        for guide in [guide(&["0120-996-012", "188"], &["netflix.com"]), guide(&[], &[])] {
            for finding in check(&guide, &text) {
                prop_assert!(text.get(finding.range.clone()).is_some_and(|part| !part.is_empty()), "{finding:?}");
            }
        }
    }
}
