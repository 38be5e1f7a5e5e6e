//! Where somebody lives: the number of a house, and what leads to it.

use std::ops::Range;

use super::{Token, has};
use crate::text::segment::Class;

/// Kinds of streets. Before those of the first list a number has to stand, some words earlier.
const STREETS_WITH_NUMBER: &str = "st rd ave ln dr drive court ct square sq place pl way close crescent row walk terrace park \
    gardens floor apt apartment flat unit suite room";
const STREETS: &str = "street road avenue lane boulevard blvd highway";

/// Between the number of a house and the word "street" there are no more words.
const MOST_IN_STREET: usize = 3;

/// Addresses of houses.
pub(super) fn houses(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let word = |token: &Token| &text[token.range.clone()];
    let has_digits = |token: &Token| word(token).contains(char::is_numeric);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_street = has(STREETS, word(token));
        if is_street || has(STREETS_WITH_NUMBER, word(token)) {
            let from = at.saturating_sub(MOST_IN_STREET);
            let number = (from..at).find(|&at| has_digits(&tokens[at]));
            let first = number.or_else(|| is_street.then(|| at.saturating_sub(2)));
            found.extend(first.map(|first| tokens[first].range.start..token.range.end));
        }
        // 西新宿2-8-1, 西新宿2丁目, 테헤란로 152, 朝阳路12号: the words that lead to a number of a house.
        if has_digits(token) && leads_to_house(text, token.range.end) {
            let before = tokens[..at].iter().rev();
            let touching = before.scan(token.range.start, |end, token| {
                let is_place =
                    matches!(token.class, Class::Han | Class::Katakana) || word(token) == "の";
                let is_beside = token.range.end == std::mem::replace(end, token.range.start);
                (is_beside && is_place).then_some(token.range.start)
            });
            found.extend(touching.last().map(|start| start..token.range.end));
        }
        if has_digits(token) {
            let roads = tokens[..at]
                .iter()
                .rev()
                .take_while(|token| is_korean_place(word(token)));
            found.extend(roads.last().map(|first| first.range.start..token.range.end));
        }
    }
    found
}

/// Whether what follows a number makes it that of a house.
fn leads_to_house(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start();
    let signs = ["-", "丁目", "番", "号", "號", "弄", "巷", "条", "の"];
    signs.iter().any(|sign| rest.starts_with(sign))
}

fn is_korean_place(word: &str) -> bool {
    let mut chars = word.chars().rev();
    let ends = chars
        .next()
        .is_some_and(|c| "시도구군동읍면로길가".contains(c));
    ends && chars.next().is_some_and(|c| ('가'..='힣').contains(&c))
}
