//! Spellings of numbers, for the tests of everyone who looks for them: a table, and generators.

use proptest::prelude::*;
use proptest::sample::select;

use crate::text::phone::Book;

pub const OFFICIAL: &str = "0120-996-012";
pub const NOT_NUMBERS: [&str; 2] = ["0312-000-111", "05012345678"];

/// What the guide of the spellings says of numbers.
pub fn book() -> Book {
    Book::new(&[OFFICIAL.to_owned()]).with_innocent(&NOT_NUMBERS.map(str::to_owned))
}

/// The table: what each text is, and the text.
pub fn all() -> Vec<(&'static str, String)> {
    rows(include_str!("spellings.txt"))
}

/// The rows of a table.
pub fn rows(table: &str) -> Vec<(&str, String)> {
    let lines = table.lines();
    let rows = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|row| {
        let (kind, text) = row.split_once('\t').expect("a row has a tab");
        (kind, unescaped(text))
    })
    .collect()
}

fn unescaped(text: &str) -> String {
    let mut chars = text.chars();
    let mut plain = String::new();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        plain.push(match escaped {
            None => c,
            Some('n') => '\n',
            Some('p') => super::BLOCK_END,
            Some('u') => {
                let hex: String = chars.by_ref().skip(1).take_while(|&c| c != '}').collect();
                let code = u32::from_str_radix(&hex, 16).expect("it is a number");
                char::from_u32(code).expect("it is a character")
            }
            Some(other) => other,
        });
    }
    plain
}

/// Digits, each by one of these scripts, with separators between some of them.
fn written(digits: &str, scripts: &[&str], separators: &[&str]) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 {
            text.push_str(separators[at % separators.len()]);
        }
        let value = digit.to_digit(10).expect("it is a digit") as usize;
        let script: Vec<char> = scripts[at % scripts.len()].chars().collect();
        text.push(script[value]);
    }
    text
}

const PLAIN: [&str; 4] = [
    "0123456789",
    "０１２３４５６７８９",
    "〇一二三四五六七八九",
    "零一二三四五六七八九",
];

/// The ten digits of some scripts.
const SCRIPTS: [&str; 14] = [
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "०१२३४५६७८९",
    "০১২৩৪৫৬৭৮৯",
    "੦੧੨੩੪੫੬੭੮੯",
    "୦୧୨୩୪୫୬୭୮୯",
    "౦౧౨౩౪౫౬౭౮౯",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "₀₁₂₃₄₅₆₇₈₉",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹",
    "零壱弐参肆伍陸漆捌玖",
];

const SEPARATORS: [&str; 24] = [
    "", "", "", "", "-", " ", ".", "−", "　", " - ", ")", "\u{200B}", "/", "の", "ー", "・", "_",
    "〜", "、", ":", "＝", "'", "\n", "|",
];

const MORE_SEPARATORS: [&str; 22] = [
    "☎",
    "😀",
    "\u{3164}",
    "\u{2800}",
    "\u{FE0F}",
    "…",
    " then ",
    "それから",
    "ハイフン",
    " dash ",
    "「",
    "」",
    "**",
    "] [",
    "#",
    "@",
    ", ",
    "。",
    "\u{2029}",
    "\u{2029}次に",
    "（くくろ）",
    " the ",
];

fn around() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(vec![
        ("", ""),
        ("tel:", ""),
        ("電話: ", "から着信"),
        ("「", "」"),
        (" ", " "),
        ("Call ", "!"),
        ("20:48 ", "？"),
        ("", "（2階）"),
        ("", " 3F"),
        ("B1F ", ""),
        ("No. 1 ", ""),
    ])
}

fn scripts(of: Vec<&'static str>) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(select(of), 1..4)
}

fn separators(of: Vec<&'static str>) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(select(of), 1..12)
}

/// The official number as people write it.
pub fn official() -> impl Strategy<Value = String> {
    let prefix = select(vec!["0", "+81", "+810", "01081", "0081", "1860"]);
    let separators = separators(SEPARATORS.to_vec());
    (prefix, scripts(PLAIN.to_vec()), separators, around()).prop_map(
        |(prefix, scripts, separators, (before, behind))| {
            let (plus, prefix) = prefix
                .strip_prefix('+')
                .map_or(("", prefix), |rest| ("+", rest));
            let digits = format!("{prefix}120996012");
            format!(
                "{before}{plus}{}{behind}",
                written(&digits, &scripts, &separators)
            )
        },
    )
}

/// The official number with one digit changed, in any spelling.
pub fn changed() -> impl Strategy<Value = String> {
    let scripts = scripts([&PLAIN[..], &SCRIPTS].concat());
    let separators = separators([&SEPARATORS[..], &MORE_SEPARATORS].concat());
    (0..10_usize, 1..10_u32, scripts, separators, around()).prop_map(
        |(at, by, scripts, separators, (before, behind))| {
            let digits = OFFICIAL.chars().filter_map(|c| c.to_digit(10)).enumerate();
            let changed = digits.map(|(index, digit)| {
                if index == at {
                    (digit + by) % 10
                } else {
                    digit
                }
            });
            let digits: String = changed
                .filter_map(|digit| char::from_digit(digit, 10))
                .collect();
            format!(
                "{before}{}{behind}",
                written(&digits, &scripts, &separators)
            )
        },
    )
}

/// Numbers that nobody listed, as people write them in Japan, in North America and elsewhere.
pub fn strange() -> impl Strategy<Value = String> {
    let sign = || select(vec!["-", " ", ".", "‐", "–", "・", "\u{A0}"]);
    let japanese = (
        "(03|06|050|070|080|090) [2-9][0-9]{3} [0-9]{4}|(045|052|011) [2-9][0-9]{2} [0-9]{4}|(0120|0570) 4[0-9]{2} [0-9]{3}|0800 [0-9]{3} [0-9]{4}|0[4-9][2-9]{2} [2-9][0-9] [0-9]{4}",
        select(vec!["-", " ", "", "/", "の", "、", "\n", " | ", "\\", "それから", "」「", " then ", "</b> <b>"]),
    )
        .prop_map(|(digits, sign)| digits.replace(' ', sign));
    let american = (
        "(800|877|212|415|305) ([2-9][0-9]{2}) ([0-9]{4})",
        sign(),
        select(vec![
            "A-B-C",
            "(A) B-C",
            "(A)B-C",
            "1-A-B-C",
            "1 (A) B-C",
            "(A) BC",
            "A‐BC",
            "+1 A B C",
            "A then B then C",
        ]),
    )
        .prop_map(|(digits, sign, form)| {
            let mut parts = digits.split(' ');
            let mut part = || parts.next().expect("there are three");
            let form = form.replace('A', part()).replace('B', part());
            form.replace('C', part()).replace('-', sign)
        });
    let foreign = (
        select(vec!["+", "00", "011 ", "010-", "(+", "＋"]),
        "44 20 7[0-9]{3} [0-9]{4}|49 30 9[0-9]{5}|33 [1-9] [0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}|82 2 [2-9][0-9]{3} [0-9]{4}|886 2 [2-9][0-9]{3} [0-9]{4}",
        sign(),
    )
        .prop_map(|(prefix, digits, sign)| {
            let close = if prefix == "(+" { ") " } else { sign };
            format!("{prefix}{}", digits.replacen(' ', close, 1).replace(' ', sign))
        });
    let around = select(vec![
        ("", ""),
        ("tel: ", ""),
        ("電話は", "です"),
        ("「", "」"),
        ("Call ", " now."),
    ]);
    (prop_oneof![japanese, american, foreign], around)
        .prop_map(|(text, (before, behind))| format!("{before}{text}{behind}"))
}

/// Dates, times, versions, prices, identifiers and the like.
pub fn innocent() -> impl Strategy<Value = String> {
    let date = (
        1990..2040_u32,
        1..13_u32,
        1..29_u32,
        select(vec!["-", "/", "."]),
    )
        .prop_map(|(year, month, day, sign)| format!("{year}{sign}{month:02}{sign}{day:02}"));
    let dates = (
        date.clone(),
        date.clone(),
        select(vec!["-", "〜", " – ", " から ", "、", " "]),
    )
        .prop_map(|(from, to, sign)| format!("{from}{sign}{to}"));
    let reversed = (
        1..29_u32,
        1..13_u32,
        1990..2040_u32,
        select(vec!["-", "/", "."]),
    )
        .prop_map(|(day, month, year, sign)| format!("{day:02}{sign}{month:02}{sign}{year}"));
    let japanese = (1..99_u32, 1..13_u32, 1..29_u32)
        .prop_map(|(year, month, day)| format!("令和{year}年{month:02}月{day:02}日"));
    let times = (
        0..24_u32,
        0..60_u32,
        0..24_u32,
        0..60_u32,
        select(vec!["-", "〜", "–"]),
    )
        .prop_map(|(a, b, c, d, sign)| format!("{a:02}:{b:02}{sign}{c:02}:{d:02}"));
    let instants =
        (date.clone(), 0..24_u32, 0..60_u32, 0..60_u32).prop_map(|(date, hour, minute, second)| {
            format!("{date} {hour:02}:{minute:02}:{second:02}")
        });
    // 866.579.7172 is a number of North America.
    let american = |parts: &[u32]| {
        matches!(
            parts,
            [1, 200..1000, 200..1000, 1000..10_000] | [200..1000, 200..1000, 1000..10_000]
        )
    };
    let versions = prop::collection::vec(0..20_000_u32, 3..5)
        .prop_filter("it is a number", move |parts| !american(parts));
    let versions = versions.prop_map(|parts| {
        let parts: Vec<String> = parts.iter().map(u32::to_string).collect();
        parts.join(".")
    });
    let prices = (
        1..9_999_999_u32,
        select(vec![("¥", ""), ("", "円"), ("$", ".00")]),
    )
        .prop_map(|(price, (before, behind))| {
            let digits = price.to_string();
            let grouped: Vec<&str> = digits
                .as_bytes()
                .rchunks(3)
                .rev()
                .map(|group| std::str::from_utf8(group).unwrap())
                .collect();
            format!("{before}{}{behind}", grouped.join(","))
        });
    let identifiers =
        ("(INV|GH|ORD|A|PO)-[1-9][0-9]{2,9}", "#[0-9]{5,9}").prop_map(|(a, b)| format!("{a} {b}"));
    let hashes = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}";
    let tags = "W/\"[0-9a-f]{3}[a-f][0-9][a-f][0-9a-f]{2}-[0-9]{10}\"";
    let decimals = "[0-9]\\.[0-9]{3,9}(e[+-]?[0-9]{1,2})?";
    let addresses = "(25[0-5]|1[0-9]{2}|[1-9][0-9])(\\.(25[0-5]|1[0-9]{2}|[1-9]?[0-9])){3}";
    let any = prop_oneof![
        date,
        dates,
        reversed,
        japanese,
        times,
        instants,
        versions,
        prices,
        identifiers,
        hashes,
        tags,
        decimals,
        addresses
    ];
    let around = select(vec![
        ("", ""),
        ("休館 ", ""),
        ("（", "）"),
        ("See ", "."),
        ("、", "。"),
        ("「", "」"),
    ]);
    (any, around).prop_map(|(text, (before, behind))| format!("{before}{text}{behind}"))
}
