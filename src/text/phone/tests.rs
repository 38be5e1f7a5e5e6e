pub mod spellings;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;
use crate::text::clean::is_hidden;
use crate::text::grapheme::stands_alone;

#[test]
fn numbers_have_one_form() {
    for (text, expected) in [
        ("0120-996-012", Some("0120996012")),
        ("+81-120-996-012", Some("0120996012")),
        (" 03（1234）5678 ", Some("0312345678")),
        ("+1 866 579 7172", Some("+18665797172")),
        ("+44 (0)20 7946 0958", Some("+442079460958")),
        ("+39 06 6982", Some("+39066982")),
        ("188", Some("188")),
        ("＃9110", Some("#9110")),
        ("996-012", None),
        ("0120-996-01", None),
        ("phone", None),
        ("0120-996-012 (free)", None),
        ("0120-996-012+0120-996-012", None),
        ("٠١٢٠-٩٩٦-٠١٢", None),
        ("⓪①②⓪-⑨⑨⑥-⓪①②", None),
        ("", None),
    ] {
        assert_eq!(normalized(text).as_deref(), expected, "{text:?}");
    }
}

/// The groups, each behind a sign for what stands before it: `-` for separators, `,` for more, `w` for words, `/` for the
/// end of a block, `|` for a break.
#[track_caller]
fn check(text: &str, expected: &str) {
    let digits = scan(text, Signs::Separators);
    let shown: String = (0..digits.groups.len())
        .map(|at| {
            let group = &digits.groups[at];
            assert!(text.get(group.range.clone()).is_some(), "{text:?}");
            let before = match group.joint {
                Joint::Tight => "-",
                Joint::Loose => ",",
                Joint::Words => "w",
                Joint::Block => "/",
                Joint::Break => "|",
            };
            let plus = if group.plus { "+" } else { "" };
            let look = match group.look {
                Look::Plain => "",
                Look::Letters => "?",
                Look::Unusual => "!",
                Look::Enclosed => "o",
            };
            format!("{before}{plus}{}{look}", digits.of(at..at + 1))
        })
        .collect();
    assert_eq!(shown, expected, "{text:?}");
}

#[test]
fn digits_of_all_scripts_are_digits() {
    check("０１２０－９９６", "|0120-996");
    check("٠١٢٠-٩٩٦", "|0120!-996!");
    check("〇一二〇の九九六", "|0120-996");
    check("零壱弐零", "|0120!");
    check("1\u{FE0F}\u{20E3}2\u{FE0F}\u{20E3}", "|12!");
    check("𝟎𝟏𝟐𝟎", "|0120!");
    check("①0120", "|1o,0120");
    check("0120①", "|01201o");
    check("0\u{200B}1\u{2060}2\u{AD}0", "|0120");
    check("0\u{336}120", "|0120!");
    check("\u{202E}0120\n0120", "|0120!,0120");
    check("𐄐12", "|?12!");
}

#[test]
fn no_digit_is_overlooked() {
    for c in '\0'..=char::MAX {
        let mut folded = std::iter::once(c).nfkc();
        assert!(
            may_be_digit(c) || digit(c).is_none() && !folded.any(|c| digit(c).is_some()),
            "{c:?}"
        );
    }
}

#[test]
fn the_shortcut_takes_only_what_would_stay_as_it_is() {
    for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
        assert!(std::iter::once(c).nfkc().eq([c]), "{c:?}");
        assert!(!is_hidden(c) && !is_combining_mark(c), "{c:?}");
    }
}

#[test]
fn letters_are_digits_only_among_digits() {
    check("O12O-996-Ol2", "|0120?-996-012?");
    check("О12О", "|0120?");
    check("0120-996-OIZ", "|0120-996-012?");
    check("tel0120", "|0120");
    check("to 0120 oil", "|0120");
    check("0120x5", "|0120w5");
}

#[test]
fn kanji_in_words_are_no_digits() {
    check("第一 三田 一度 九州 〇一二〇", "|0120");
    check("参加は一つ", "|1");
}

#[test]
fn what_stands_between_groups_is_told_apart() {
    check("0120/996_012", "|0120-996-012");
    check("(+81) 120\n996", "|+81-120,996");
    check("0120か996", "|0120w996");
    check("0120 -  - 996", "|0120,996");
    check("20:48 0120", "|20,48-0120");
    check("0120\u{2029}996", "|0120/996");
}

#[test]
fn characters_that_are_several_digits_can_stand_anywhere() {
    let book = Book::new(&[spellings::OFFICIAL.to_owned()]);
    let several = ('\u{A0}'..='\u{2FFFF}').filter(|&c| {
        let folded: Vec<char> = std::iter::once(c).nfkc().collect();
        folded.len() > 1 && folded.iter().any(|&c| digit(c).is_some())
    });
    let mut count = 0;
    for c in several {
        count += 1;
        for text in [
            format!("0120-996-012{c}"),
            format!("{c}0120-996-012"),
            format!("0120-996-01{c}2"),
            format!("0120{c}996{c}012"),
            format!("0120-996-012 or {c}"),
            format!("0120-996-012 x{c} {c}{c}"),
            format!("rgb({c}{c} 0 120)"),
            format!("1. {c}\n2. 996\n{c} {c}"),
            format!("Room {c} 0120-996-012{c}"),
        ] {
            let _ = read(&book, &text, &[]);
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn every_spelling_is_what_it_is() {
    check_all(&spellings::book(), spellings::all());
}

#[test]
fn numbers_of_other_countries_are_what_they_are() {
    let official = [
        "+44 20 7946 0958",
        "+34 912 345 678",
        "+49 30 901820",
        "+1 866 579 7172",
    ];
    let book = Book::new(&official.map(str::to_owned));
    check_all(&book, spellings::rows(include_str!("tests/abroad.txt")));
}

#[test]
fn short_numbers_stand_by_themselves() {
    let book = Book::new(&["188", "110", "#7119", "0120-996-012"].map(str::to_owned));
    let official = "188|Call 188!|「188」に電話|188番|局番なしの188|188（いやや）|#7119|＃7119へ|tel188|Is 188 real?|Dial 188 for help|a call from 188 today";
    let others = "Room 188|188号線|国道188号|Bus 188|Article 188|図188|188A|A188|188/256|188 of 300|188位|188 83|200 2 - 0.188|188-0120|Act 188|HTTP 188|188 commits|188 kcal|188-bit|§188|188対200|#7119a|188-188|테헤란로 188|119番に電話|#1234";
    let listed = "188, 189, 190|188、119";
    let rows = official.split('|').chain(listed.split('|'));
    let rows = rows.map(|text| ("official", text.to_owned()));
    let others = others.split('|').map(|text| ("innocent", text.to_owned()));
    let strange = "#7118|＃7118に電話|188-996-012|189番に電話|call 189 now|dial #8001";
    let strange = strange.split('|').map(|text| ("strange", text.to_owned()));
    check_all(&book, rows.chain(others).chain(strange).collect());
    for text in [
        "110, 188",
        "188/110",
        "188 / 0120-996-012",
        "188 0120-996-012",
    ] {
        let numbers = read(&book, text, &[]).numbers;
        let official = |number: &Number| matches!(number.class, Class::Official { .. });
        assert!(
            numbers.len() == 2 && numbers.iter().all(official),
            "{text}: {numbers:?}"
        );
    }
}

#[track_caller]
fn check_all(book: &Book, spellings: Vec<(&str, String)>) {
    let mut bad = Vec::new();
    for (kind, text) in spellings {
        let found = read(book, &text, &[]).numbers;
        let only =
            |class: fn(Class) -> bool| matches!(found.as_slice(), [number] if class(number.class));
        let good = match kind {
            "official" => only(|class| {
                matches!(
                    class,
                    Class::Official {
                        look: Look::Plain,
                        ..
                    }
                )
            }),
            "letters" => only(|class| {
                matches!(
                    class,
                    Class::Official {
                        look: Look::Letters,
                        ..
                    }
                )
            }),
            "unusual" => {
                only(|class| matches!(class, Class::Official { look, .. } if look >= Look::Unusual))
            }
            "wrong" => found.iter().any(|number| {
                matches!(
                    number.class,
                    Class::Other | Class::Misshapen | Class::Possible
                )
            }),
            "strange" => {
                only(|class| matches!(class, Class::Other | Class::Misshapen | Class::Possible))
            }
            "beginning" => only(|class| class == Class::Beginning),
            "innocent" => found.is_empty(),
            _ => false,
        };
        if !good {
            bad.push(format!("{kind} {text:?}: {found:?}"));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_official_number_is_known_in_every_plain_spelling(text in spellings::official()) {
        let found = read(&spellings::book(), &text, &[]).numbers;
        let official = matches!(found.as_slice(), [Number { class: Class::Official { look: Look::Plain, .. }, .. }]);
        prop_assert!(official, "{text:?}: {found:?}");
    }

    #[test]
    fn with_one_digit_changed_it_is_another_number(text in spellings::changed()) {
        let found = read(&spellings::book(), &text, &[]).numbers;
        let plain = |number: &Number| matches!(number.class, Class::Official { look: Look::Plain, .. });
        let refused = |number: &Number| matches!(number.class, Class::Official { .. } | Class::Other);
        prop_assert!(!found.iter().any(plain) && found.iter().any(refused), "{text:?}: {found:?}");
    }

    #[test]
    fn a_number_that_nobody_listed_is_one(text in spellings::strange()) {
        let found = read(&spellings::book(), &text, &[]).numbers;
        let other = |number: &Number| matches!(number.class, Class::Other | Class::Misshapen | Class::Possible);
        prop_assert!(!found.is_empty() && found.iter().all(other), "{text:?}: {found:?}");
    }

    #[test]
    fn what_is_no_number_is_none(text in spellings::innocent()) {
        let found = read(&spellings::book(), &text, &[]).numbers;
        prop_assert!(found.is_empty(), "{text:?}: {found:?}");
    }
}
