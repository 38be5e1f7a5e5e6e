//! Digits that are spelled out: `zero one two zero`, `ゼロイチニーゼロ`. Few words are so short and so frequent as those of
//! numbers, so they are only read where a row of them is as long as a number.

mod words;

use std::ops::Range;

use unicode_normalization::char::compose;

use super::digit::digit;
use super::find::is_called;
use super::groups::{BLANKS, BLOCK_END};
use words::Word;

/// Rows of fewer digits are none.
const LEAST: usize = 7;
/// So many words beside each other are digits, however short they are.
const SURE: usize = 3;
/// So many signs may stand between two words of a row.
const MAX_GAP: usize = 16;
/// Kana that stand between digits as signs do.
const SIGNS: [char; 2] = ['の', 'ー'];
/// Words of digits that beside a number are as well something else: names, articles, titles.
#[rustfmt::skip]
const OTHERWISE: [&str; 31] = [
    "une", "uno", "uma", "een", "één", "ett", "bir", "satu", "một", "jeden", "ichi", "san", "shi", "maru", "rei", "nana", "lima", "fire", "sei",
    "sex", "sept", "due", "dos", "hai", "null", "neuf", "さん", "まる", "れい", "ひと", "はい",
];
/// The digit that before a number is a pronoun: `this one: 0120-996-012`.
const PRONOUN: &str = "one";
/// No word is longer, but for those that are written together.
const LONGEST_TOKEN: usize = 80;

/// A word, and the digits and signs that are said with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    pub word: Range<usize>,
    /// The word, and what parts it from the one before it and is not said.
    pub range: Range<usize>,
    pub digits: String,
}

/// What is spelled out in a text, in order.
pub(super) fn spoken(text: &str) -> Vec<Spoken> {
    let letters = letters(text);
    let mut found = Vec::new();
    let mut row = Vec::new();
    let mut gap = 0;
    let mut at = 0;
    while at < letters.len() {
        let (length, items) = items(&letters[at..]);
        if let Some(items) = items {
            row.extend(items);
            gap = 0;
        } else if row.is_empty() {
            // Nothing ends here, as nearly everywhere in a text.
        } else if letters[at].c.is_alphabetic() && !SIGNS.contains(&letters[at].c) || gap == MAX_GAP
        {
            take(text, &mut row, &mut found);
            gap = 0;
        } else {
            gap += 1;
        }
        at += length;
    }
    take(text, &mut row, &mut found);
    found
}

/// Whether a text is made of words for digits, and of nothing else but for signs that are said between them.
pub(super) fn is_word(text: &str) -> bool {
    let letters = letters(text);
    let mut at = 0;
    let mut says = false;
    while at < letters.len() {
        let (length, Some(items)) = items(&letters[at..]) else {
            return false;
        };
        says |= items.iter().any(|item| !matches!(item.word, Word::Sign(_)));
        at += length;
    }
    says
}

/// A character, folded.
#[derive(Clone, Copy)]
struct Letter {
    c: char,
    start: usize,
    end: usize,
    /// Of an alphabet. Asked once: it takes long for some scripts.
    in_word: bool,
}

/// A part of a row.
struct Item {
    word: Word,
    range: Range<usize>,
    /// It is so long that it is no other word by chance.
    is_long: bool,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len() / 2);
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let mark = match c {
            'ﾞ' | '\u{3099}' => Some('\u{3099}'),
            'ﾟ' | '\u{309A}' => Some('\u{309A}'),
            '\u{300}'..='\u{36F}' => Some(c),
            _ => None,
        };
        let marked = mark.and_then(|mark| compose(letters.last()?.c, mark));
        if let (Some(last), Some(marked)) = (letters.last_mut(), marked) {
            (last.c, last.end) = (marked, end);
            continue;
        }
        let c = words::folded(c);
        letters.push(Letter {
            c,
            start,
            end,
            in_word: words::is_letter(c),
        });
    }
    letters
}

/// How many letters the first word has, and what of a row it is, if anything.
fn items(letters: &[Letter]) -> (usize, Option<Vec<Item>>) {
    let Letter {
        c: first, in_word, ..
    } = letters[0];
    let item = |word, range: Range<usize>, least| Item {
        word,
        range: letters[range.start].start..letters[range.end - 1].end,
        is_long: range.len() >= least,
    };
    let places = || words::of_places(letters.iter().map(|letter| letter.c));
    if let Some((length, value)) = words::begins_places(first).then(places).flatten() {
        return (length, Some(vec![item(Word::Value(value), 0..length, 2)]));
    }
    if !in_word && digit(first).is_some() {
        return (1, Some(vec![item(Word::Written(first), 0..1, 1)]));
    }
    if in_word {
        let token = letters.iter().take_while(|letter| letter.in_word);
        let length = token.clone().count();
        let parts = || words::of_letters(token.map(|letter| letter.c));
        let parts = (length <= LONGEST_TOKEN).then(parts).flatten();
        let items = parts.map(|parts| {
            parts
                .into_iter()
                .map(|(range, word)| item(word, range, 3))
                .collect()
        });
        return (length, items);
    }
    if !words::begins(first) {
        return (1, None);
    }
    let mut near = [first; 2 * words::LONGEST];
    let count = letters.len().min(near.len());
    for (near, letter) in near.iter_mut().zip(letters) {
        *near = letter.c;
    }
    match words::of_kana(&near[..count]) {
        Some((length, word)) => {
            // Digits as they are said over the radio are written with rare kanji.
            let least = if matches!(first, '洞' | '拐' | '勾' | '么' | '幺') {
                1
            } else {
                2
            };
            (length, Some(vec![item(word, 0..length, least)]))
        }
        None => (1, None),
    }
}

/// Ends a row.
fn take(text: &str, row: &mut Vec<Item>, found: &mut Vec<Spoken>) {
    let row = std::mem::take(row);
    let is_said = |item: &Item| !matches!(item.word, Word::Written(_));
    if !row.iter().any(is_said) {
        return;
    }
    let digits = said(&row);
    if digits
        .iter()
        .flat_map(|digits| digits.chars())
        .filter(|&c| digit(c).is_some())
        .count()
        < LEAST
    {
        return;
    }
    // Years, amounts and the like are numbers with places, too; none begins with a nought.
    let values = row
        .iter()
        .filter(|item| matches!(item.word, Word::Value(_)));
    let values = values.count();
    let first = digits[0].chars().next().and_then(digit);
    if values > 0 && first != Some(b'0') {
        return;
    }
    let glued = glued(text, &row, &digits);
    let mut start = 0;
    for part in row.chunk_by(|a, b| is_said(a) == is_said(b)) {
        let end = start + part.len();
        let between = start > 0 && end < row.len();
        let all_long = part.iter().all(|item| item.is_long);
        let counts = part.len() >= SURE
            || all_long && (between || part.len() > 1 || values > 1)
            || all_long && is_left_over(text, &row, start..end);
        if is_said(&part[0]) && counts {
            found.extend((start..end).map(|at| {
                let word = row[at].range.clone();
                let from = if at > start && glued[at] {
                    row[at - 1].range.end
                } else {
                    word.start
                };
                Spoken {
                    range: from..word.end,
                    word,
                    digits: digits[at].clone(),
                }
            }));
        }
        start = end;
    }
}

/// Whether a few words stand in one line with the written digits of a number, before or behind all of them, and belong to no other
/// words: `0120-996-012 three`. Like digits there they could be a part of it.
fn is_left_over(text: &str, row: &[Item], part: Range<usize>) -> bool {
    let is_written = |item: &&Item| matches!(item.word, Word::Written(_));
    let (before, behind) = (&row[..part.start], &row[part.end..]);
    let written = if behind.is_empty() {
        before.iter().rev().take_while(is_written).count()
    } else if before.is_empty() {
        behind.iter().take_while(is_written).count()
    } else {
        0
    };
    let (first, last) = (&row[part.start].range, &row[part.end - 1].range);
    let from = before.last().map_or(first.start, |item| item.range.end);
    let to = behind.first().map_or(last.end, |item| item.range.start);
    let ahead = text[..first.start].trim_end_matches(BLANKS);
    let rest = text[last.end..].trim_start_matches(BLANKS);
    let is_other = |item: &Item| {
        let word: String = text[item.range.clone()]
            .chars()
            .map(words::folded)
            .collect();
        OTHERWISE.contains(&word.as_str()) || before.is_empty() && word == PRONOUN
    };
    written >= LEAST
        && !text[from..to].contains(['\n', BLOCK_END])
        && (!before.is_empty() || !ahead.ends_with(char::is_alphabetic) || is_called(ahead))
        && (!behind.is_empty()
            || !rest.starts_with(char::is_alphabetic)
            || rest.starts_with("です"))
        && !row[part].iter().any(is_other)
}

/// Which parts of a row go on with the digits before them. A row that counts is one of numbers: `zero one two three`.
fn glued(text: &str, row: &[Item], digits: &[String]) -> Vec<bool> {
    let values: Option<Vec<u32>> = digits.iter().map(|digits| digits.parse().ok()).collect();
    let step = |pair: &[u32]| pair[0].abs_diff(pair[1]) == 1;
    let counts = values.is_some_and(|values| values.windows(2).all(step));
    let gap = |at: usize| &text[row[at - 1].range.end..row[at].range.start];
    // One by one: `zero, nine, zero`.
    let alike = |at: usize| {
        at > 1 && gap(at - 1) == gap(at) || at + 1 < row.len() && gap(at + 1) == gap(at)
    };
    let near = |at: usize| {
        let sign = |item: &Item| matches!(item.word, Word::Sign(_));
        (gap(at).len() <= 1 || alike(at)) && !sign(&row[at]) && !sign(&row[at - 1])
    };
    (0..row.len())
        .map(|at| at > 0 && !counts && near(at))
        .collect()
}

/// What each part of a row says.
fn said(row: &[Item]) -> Vec<String> {
    let mut times = 1;
    let all = row.iter().enumerate().map(|(at, item)| {
        let unit = || {
            let next = row.get(at + 1);
            let next = next.filter(|next| next.range.start <= item.range.end + 1);
            next.is_some_and(
                |next| matches!(next.word, Word::Digits(unit) if unit.len() == 1 && unit != "0"),
            )
        };
        let again = std::mem::replace(&mut times, 1);
        match item.word {
            Word::Written(c) => c.to_string(),
            Word::Digits(digits) => digits.repeat(again),
            Word::Value(value) => value.to_string(),
            Word::Tens(tens) if unit() => tens.to_owned(),
            Word::Tens(tens) => format!("{tens}0"),
            Word::Sign(sign) => sign.to_owned(),
            Word::Times(count) => {
                times = count;
                match row.get(at + 1).map(|next| next.word) {
                    Some(Word::Written(c)) => c.to_string().repeat(count - 1),
                    _ => String::new(),
                }
            }
        }
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut said = String::new();
        let mut from = 0;
        for Spoken { range, digits, .. } in spoken(text) {
            said.push_str(&text[from..range.start]);
            said.push_str(&digits);
            from = range.end;
        }
        said.push_str(&text[from..]);
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn digits_are_spelled_out() {
        check("zero one two zero nine nine six", "0120996");
        check("zero one two, three four five, six", "0 1 2, 3 4 5, 6");
        check("Call Zero-One-Two-Zero Nine Nine Six!", "Call 0120996!");
        check("oh one two oh, double nine six", "0120, 996");
        check("0120 double 9 six 012", "0120 9 9 6 012");
        check("れいいちにれいのきゅうきゅうろくの", "0120の996の");
        check("zeroonetwozero nineninesix", "0120996");
        check("zero one twenty nine ninety-six twelve", "01299612");
        check("0120-996-zero one three", "0120-996-013");
        check("0120-99-six-012", "0120-99-6-012");
        check("plus eight one one two zero nine nine", "+ 8112099");
        check("null eins zwei null neun neun sechs", "0120996");
        check("ゼロイチニーゼロ、キューキューロク", "0120、996");
        check(
            "番号はれいいちにれいきゅうきゅうろくです",
            "番号は0120996です",
        );
        check("ｾﾞﾛｲﾁﾆｾﾞﾛ ｷｭｳｷｭｳﾛｸ", "0120996");
        check("ぜろいちにいちにいちに", "0121212");
        check("공일이공 구구육", "0120996");
        check("洞一二洞-勾勾六-洞一三", "洞一二099六-0一三");
        check("洞么两洞-勾勾六", "01两099六");
        check("o one two o, nine nine six", "0120, 996");
        check("령일이령구구륙", "0120996");
        check("0120-996-012 three", "0120-996-012 3");
        check("0120-996-012-zero", "0120-996-012-0");
        check("dial nine 0120-996-012", "dial 9 0120-996-012");
        check("0120-996-012 よん", "0120-996-012 4");
        check("0120-996-012 ext three", "0120-996-012 ext three");
        check("〇百二十-九百九十六-〇十三", "〇120996-〇13");
    }

    #[test]
    fn other_words_are_left() {
        for text in [
            "one two three four five six",
            "one of two things, and no one of three or four, nor five, six, seven",
            "いちごにさんまにはちみつ",
            "にいさんにいちごに",
            "03-1234-5678に電話",
            "2026 one moment",
            "百二十円から三百五十円、千二百三十四円",
            "百二十、二百三十、三百四十五",
            "二〇二六年十二月三十一日",
            "洞窟を勾配にそって七百八十九メートル",
            "tone sixty stone",
            "this one: 0120-996-012",
            "step two: 0120-996-012",
            "0120-996-012 six days a week",
            "0120-996-012 いちど電話",
            "0120-996-012さん",
            "0120-996-012\n\nThree",
        ] {
            check(text, text);
        }
    }
}
