//! What is told of the digits of a number beside it: that it ends otherwise, or that something is added to it. Whoever follows
//! what is told calls another number: `0120-996-012（末尾は3）`.

use super::Finder;
use crate::text::phone::groups::{Group, Joint};

/// As far before digits a word is looked for that says what they are.
const NEAR: usize = 48;
/// So many letters at most stand between such a word and the digits, besides those of the number.
const MOST_BETWEEN: usize = 12;
/// So many groups behind a number are looked at.
const MOST_GROUPS: usize = 3;
/// No end of a number that is told has more digits.
const LONGEST_END: usize = 4;
/// No abbreviation has more letters: `bzw. 013`.
const LONGEST_ABBREVIATION: usize = 4;
/// Words for the end of a number, in lower case.
#[rustfmt::skip]
const ENDS: [&str; 40] = [
    "末尾", "末位", "最後の数字", "最後の桁", "最後は", "最後が", "最後の番号", "一の位", "下1桁", "下一桁", "下2桁", "下二桁", "下3桁", "下三桁", "下4桁",
    "下四桁", "last digit", "last two digits", "last three digits", "last four digits", "last 2 digits", "last 3 digits", "last 4 digits",
    "final digit", "ends in", "ends with", "ending in", "ending with", "ending", "letzte ziffer", "endet auf", "dernier chiffre",
    "último dígito", "ultima cifra", "termina en", "尾号", "尾號", "끝자리", "마지막 자리", "last number",
];
/// What else has an end that is told, in lower case: a card, an account.
#[rustfmt::skip]
const OTHERS: [&str; 14] = [
    "カード", "card", "口座", "account", "会員", "予約", "注文", "order", "karte", "carte", "tarjeta", "暗証", "카드", "卡",
];
/// What says behind digits that they are added to a number or taken from it.
const ADDED: [&str; 10] = [
    "を足",
    "を加え",
    "を引",
    "を減ら",
    "つ足",
    "つ加え",
    "増や",
    "つ大き",
    "つ小さ",
    "added",
];
/// The same before digits, which stand before the number.
const ADDS: [&str; 6] = [
    "add",
    "adding",
    "subtract",
    "subtracting",
    "prepend",
    "append",
];

impl Finder<'_> {
    /// Whether it is told behind the last group before `end` that the number ends otherwise.
    pub(super) fn is_told_otherwise(&self, end: usize) -> bool {
        let near = (end..self.digits.groups.len()).take(MOST_GROUPS);
        let mut near = near.take_while(|&at| {
            self.digits.groups[at].joint <= Joint::Words && !ends_sentence(self.gap(at))
        });
        near.any(|at| {
            self.is_other_than_end(end, at)
                && (self.is_called_end(end, at) || self.replaces_end(end, at))
                || at == end && self.is_changed_by(at)
        })
    }

    /// Whether digits are few and none that stand at the end of the number before `end`.
    fn is_other_than_end(&self, end: usize, at: usize) -> bool {
        let few = self.digits.groups[at].len() <= LONGEST_END;
        few && !self.repeats_end(end, at) && !self.taken[at]
    }

    /// Whether digits are those at the end of the number before `end`.
    pub(super) fn repeats_end(&self, end: usize, at: usize) -> bool {
        let own = &self.digits.values[..self.digits.groups[end - 1].digits.end];
        own.ends_with(self.digits.of(at..at + 1))
    }

    /// Whether a word says that digits are the end of the number: `末尾は3`, `its last digit is 3`.
    fn is_called_end(&self, end: usize, at: usize) -> bool {
        let from = self.digits.groups[at].range.start;
        let before = sentence(&self.text[..from]).to_lowercase();
        let folded: String = before.chars().map(half_width).collect();
        let said = ENDS
            .iter()
            .filter_map(|word| Some(folded.rfind(word)? + word.len()));
        let Some(said) = said.max() else { return false };
        let between = folded[said..].chars().filter(|c| c.is_alphabetic()).count();
        between <= MOST_BETWEEN
            && !OTHERS.iter().any(|word| folded.contains(word))
            && self.digits.groups[end - 1].range.end < from
    }

    /// Whether the end of the number stands again before digits, which a sign puts in its place: `(012 → 013)`.
    fn replaces_end(&self, end: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= end) else {
            return false;
        };
        let own = &self.digits.groups[end - 1];
        let alike = |group: &Group| group.len() == own.len();
        let groups = &self.digits.groups;
        alike(&groups[before])
            && alike(&groups[at])
            && self.digits.of(before..at) == self.digits.of(end - 1..end)
            && !self.gap(at).contains(char::is_alphanumeric)
    }

    /// Whether digits are added to the number before them: `に1を足した番号`.
    fn is_changed_by(&self, at: usize) -> bool {
        let behind = self.text[self.digits.groups[at].range.end..].trim_start();
        ADDED.iter().any(|word| behind.starts_with(word))
    }

    /// Whether digits before a number are added to it: `add 1 to 0120-996-012`.
    pub(super) fn is_added(&self, at: usize) -> bool {
        let before = self.text[..self.digits.groups[at].range.start].trim_end();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
        let adds = word.is_some_and(|word| ADDS.iter().any(|own| own.eq_ignore_ascii_case(word)));
        adds && self.digits.groups[at].len() <= LONGEST_END
    }
}

/// The last sentence of a text, as far as it is near its end.
fn sentence(text: &str) -> &str {
    let near = text.char_indices().rev().take(NEAR);
    let mut from = text.len();
    for (at, c) in near {
        if matches!(c, '。' | '\n' | '!' | '?' | '！' | '？') {
            break;
        }
        from = at;
    }
    &text[from..]
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// Whether a sentence ends in what stands between two groups. A point behind a few letters belongs to these.
pub(super) fn ends_sentence(gap: &str) -> bool {
    let is_end = |point: usize| {
        let before = gap[..point].chars().rev().take_while(|c| c.is_alphabetic());
        let letters = before.count();
        letters == 0 || letters > LONGEST_ABBREVIATION
    };
    gap.contains(['。', '\n']) || gap.match_indices('.').any(|(point, _)| is_end(point))
}
