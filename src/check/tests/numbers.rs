use proptest::prelude::*;

use super::{built_in, check, expect, guide};
use crate::check::{Difference, Kind, Near, Verdict, masked, masked_beside};
use crate::guide::Guide;
use crate::text::phone::may_be_digit;
use crate::text::phone::tests::spellings;

/// The guide of the table.
fn of_the_table() -> Guide {
    Guide {
        not_numbers: spellings::NOT_NUMBERS.map(str::to_owned).to_vec(),
        ..(*built_in()).clone()
    }
}

#[test]
fn every_spelling_has_its_verdict() {
    let guide = of_the_table();
    for (kind, text) in spellings::all() {
        let found = check(&guide, &text);
        let phones = || found.iter().filter(|found| found.kind == Kind::Phone);
        let all = |names: &[&str]| {
            phones().count() > 0 && phones().all(|found| names.contains(&found.verdict.name()))
        };
        let good = match kind {
            "official" => all(&["listed"]),
            "letters" => all(&["lookalike"]),
            "unusual" => all(&["unusual-signs"]),
            // What stands in an address has no verdict of its own.
            "wrong" => all(&["not-listed"]) || text.contains("://") && phones().count() == 0,
            "strange" => all(&["not-listed"]),
            "beginning" => all(&["incomplete"]),
            "innocent" => phones().count() == 0,
            _ => false,
        };
        assert!(good, "{kind} {text:?}: {found:?}");
    }
}

#[test]
fn every_other_number_is_masked() {
    let guide = of_the_table();
    for (kind, text) in spellings::all() {
        let masked = masked(&guide, &text);
        assert_eq!(masked.chars().count(), text.chars().count(), "{text:?}");
        if matches!(kind, "wrong" | "unusual" | "letters" | "strange") {
            assert!(masked.contains('•'), "{kind} {text:?}: {masked:?}");
        }
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
    for text in ["0120-997", "0120-996-02", "0120997", "03-1234-56"] {
        let found = check(&built_in(), text);
        assert!(
            matches!(found[0].verdict, Verdict::NotListed { .. }),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn what_has_two_ends_is_told_with_both() {
    for (text, told) in [
        ("電話は0120-996-012 or 3です", "0120-996-012 or 3"),
        ("0120-996-012または013へ", "0120-996-012または013"),
        ("0120 996 012 か 996 014", "0120 996 012 か 996 014"),
    ] {
        let found = check(&built_in(), text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(&text[found[0].range.clone()], told);
        let near = Near {
            as_written: "0120-996-012".to_owned(),
            difference: Difference::Inside,
        };
        assert_eq!(
            found[0].verdict,
            Verdict::NotListed { near: Some(near) },
            "{text}"
        );
    }
}

#[test]
fn what_is_left_over_beside_a_number_is_told_with_it() {
    for (text, told) in [
        ("0120-996-012, 3", "0120-996-012, 3"),
        ("電話0120-996-012、3", "0120-996-012、3"),
        ("3, 0120-996-012", "3, 0120-996-012"),
        ("0120-996-012：3", "0120-996-012：3"),
        ("0120-996-012&nbsp;3", "0120-996-012&nbsp;3"),
        ("01;20;99;60;12;2", "01;20;99;60;12;2"),
        ("0120の次は996点012杠2です", "0120の次は996点012杠2"),
    ] {
        expect(&built_in(), text, &["not-listed inside 0120-996-012"]);
        let found = check(&built_in(), text);
        assert_eq!(&text[found[0].range.clone()], told);
    }
    // Up to the next number, which has a verdict of its own.
    let found = check(&built_in(), "0120-996-012, 3 0120-996-013");
    assert_eq!(found.len(), 2, "{found:?}");
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
    for text in [
        "1880円",
        "188円",
        "110",
        "9110",
        "+188",
        "第188号",
        "No. 188 の商品",
        "p. 188",
    ] {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn with_one_digit_changed_it_is_never_listed_and_masked(text in spellings::changed()) {
        let guide = built_in();
        let found = check(&guide, &text);
        prop_assert!(!found.is_empty() && found.iter().all(|found| found.verdict.warns()), "{text:?}: {found:?}");
        let masked = masked(&guide, &text);
        let shown = masked.chars().filter(|&c| may_be_digit(c)).count();
        prop_assert!(shown <= 2, "{text:?}: {masked:?}");
    }

    #[test]
    fn half_a_number_in_each_of_two_fields_is_masked(at in 1..10_usize) {
        let guide = built_in();
        let (first, second) = "0120996013".split_at(at);
        for (text, other) in [(first, second), (second, first)] {
            let masked = masked_beside(&guide, text, &[other]);
            let shown = masked.chars().filter(char::is_ascii_digit).count();
            prop_assert!(shown <= 2, "{masked:?} beside {other:?}");
        }
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
