//! What holds of every page that is set, whatever the text and the width.

use std::ops::RangeInclusive;

use madoguchi::guide::markdown;
use madoguchi::language::Language;
use madoguchi::page::{Page, Setter};
use madoguchi::text::width::width;
use proptest::prelude::*;

/// JIS X 4051 and JLREQ: closing brackets, hyphens and wave dashes, dividing punctuation, middle dots, full stops, commas,
/// iteration marks, the long mark, small kana.
const NEVER_FIRST: &str = "」』）】〉》〕〗｝］)]}’”、。，．・：；？！!?,.;:‥…〜～ーｰ々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%";
/// Opening brackets.
const NEVER_LAST: &str = "「『（【〈《〔〖｛［([{‘“";

/// What must stand on one line.
const WHOLE: [&str; 12] = [
    "0120-996-012",
    "03-1234-5678",
    "+81-3-1234-5678",
    "9:00〜21:00",
    "9:00–21:00",
    "21:00",
    "24時間",
    "3日間",
    "1,234円",
    "100%",
    "https://example.org/a-b/c?d=e&f",
    "https://help.netflix.com/ja/contactus",
];

fn set(text: &str, columns: usize) -> Page {
    let mut setter = Setter::new(columns).numbered();
    setter.blocks(&markdown::parse(text), Language::JA);
    setter.finish()
}

/// Markdown with everything that the format has, sane or not.
fn any_markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "\\PC{0,30}",
        4 => "[ぁ-んァ-ヶ一-丅、。「」（）ー]{1,30}",
        3 => prop::sample::select(WHOLE.to_vec()).prop_map(str::to_owned),
        6 => prop::sample::select(vec![
            "\n\n", "\n", "- ", "1. ", "  - ", "    1. ", "- [ ] ", "> ", "> > ", "> [!WARNING]\n> ", "> [!TIP]\n> ", "# ", "### ",
            "| a | b |\n|---|---|\n| ", " | ", " |\n", "```\n", "---\n", "**", "*", "`", "[", "](phone)", "999999999. ", "\\\n",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A sentence of words that can be set within kinsoku at every width: nowhere do more characters hang together than fit.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[あいかきくけこ漢字電話案内アイカ]{1,6}[、。ーっ]?",
        2 => "「[あいか漢字電話]{1,4}」",
        2 => "（[あ漢]{1,4}）。",
        2 => "[a-z]{1,9} ",
        1 => "\\[[電話番号案内]{2,4}\\]\\(phone\\)",
        1 => "\\*\\*[電話番号案内]{2,4}\\*\\*",
        4 => prop::sample::select(WHOLE.to_vec()).prop_map(|whole| format!(" {whole} ")),
        2 => prop::sample::select(WHOLE[..10].to_vec()).prop_map(|whole| format!("は{whole}で")),
    ];
    prop::collection::vec(word, 1..25).prop_map(|words| words.concat().trim().to_owned())
}

/// Blocks of such sentences, of every kind but tables.
fn document() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec![
        "",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n> ",
        "- [ ] ",
        "### ",
        "- > ",
    ]);
    let block = (kind, sentence()).prop_map(|(kind, text)| format!("{kind}{text}"));
    prop::collection::vec(block, 1..6).prop_map(|blocks| blocks.join("\n\n"))
}

fn table() -> impl Strategy<Value = String> {
    prop::collection::vec((sentence(), sentence(), sentence()), 1..4).prop_map(|rows| {
        let rows = rows
            .iter()
            .map(|(a, b, c)| format!("| {a} | {b} | {c} |\n"));
        format!(
            "| 項目 | 電話 | 時間 |\n|---|---|---|\n{}",
            rows.collect::<String>()
        )
    })
}

/// What stands on a line between the signs around it: bars, bullets, numbers, boxes and the lines of tables.
fn texts(line: &str) -> impl Iterator<Item = &str> {
    let signs = |c: char| c.is_whitespace() || "┃•☐☑".contains(c);
    line.split('│')
        .map(move |part| part.trim_matches(signs))
        .filter(|part| !part.is_empty() && !part.chars().all(|c| "─┌┐└┘┼".contains(c)))
}

fn check_edges(page: &Page) -> Result<(), TestCaseError> {
    for line in &page.lines {
        let line = line.text();
        for text in texts(&line) {
            let (first, last) = (text.chars().next(), text.chars().next_back());
            prop_assert!(
                !first.is_some_and(|c| NEVER_FIRST.contains(c)),
                "{text:?} in {line:?}"
            );
            prop_assert!(
                !last.is_some_and(|c| NEVER_LAST.contains(c)),
                "{text:?} in {line:?}"
            );
        }
    }
    Ok(())
}

/// Each of [`WHOLE`] for which lines have room, whatever stands around them, is kept in one piece.
fn check_whole(source: &str, page: &Page, columns: usize) -> Result<(), TestCaseError> {
    let lines: Vec<String> = page.lines.iter().map(madoguchi::page::Line::text).collect();
    for whole in WHOLE
        .into_iter()
        .filter(|whole| width(whole) <= columns - SIGNS)
    {
        let there = source.matches(whole).count();
        let kept: usize = lines.iter().map(|line| line.matches(whole).count()).sum();
        prop_assert_eq!(kept, there, "{} in {:?}", whole, lines);
    }
    Ok(())
}

/// The columns that bars, bullets and numbers take, and the character that may hang at what stands behind them.
const SIGNS: usize = 12;

const WIDTHS: RangeInclusive<usize> = 10..=200;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_line_is_wider_than_the_page(text in any_markdown(), columns in WIDTHS) {
        for line in set(&text, columns).lines {
            let line = line.text();
            prop_assert!(width(&line) <= columns, "{line:?} is {} in {columns}", width(&line));
        }
    }

    #[test]
    fn no_line_begins_or_ends_with_what_must_not(text in document(), columns in 30_usize..=200) {
        let page = set(&text, columns);
        check_edges(&page)?;
        check_whole(&text, &page, columns)?;
    }

    #[test]
    fn nor_does_a_line_of_a_cell(text in table(), columns in 30_usize..=200) {
        let page = set(&text, columns);
        check_edges(&page)?;
        check_whole(&text, &page, columns)?;
    }
}
