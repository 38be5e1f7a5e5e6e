//! What is told of the digits of a number beside it: that it ends otherwise, or that something is added to it. Whoever follows
//! what is told calls another number: `0120-996-012（末尾は3）`.

use super::Finder;
use super::left_over::{OR, PARTICLES};
use crate::text::phone::digit::half_width;
use crate::text::phone::groups::Joint;
use crate::text::phone::innocent::{LABELS, Mark, is_named};

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
const ENDS: [&str; 42] = [
    "末尾", "末位", "末", "最後", "最后", "一の位", "下1桁", "下一桁", "下2桁", "下二桁", "下3桁", "下三桁", "下4桁", "下四桁", "終わり", "尾号", "尾號", "尾数",
    "끝", "마지막", "last", "final", "ends", "ending", "the end", "letzte", "endet", "endziffer", "dernier", "último", "ultimo", "última", "ultima",
    "termina", "последн", "cuối", "terakhir", "ท้าย", "آخر", "ostatni", "son rakam", "laatste",
];
/// What says that digits of a number are other ones, in lower case.
#[rustfmt::skip]
const CHANGES: [&str; 29] = [
    "at the end", "replace", "swap", "change the", "change its", "instead of", "in place of", "typo", "misprint", "correction", "corrected", "correct is",
    "correct number", "誤り", "誤植", "正しくは", "正しい番号", "訂正", "置き換え", "入れ替え", "読み替え", "に変え", "に替え", "替换", "换成", "改为", "更正",
    "바꿔", "오타",
];
/// Words before a key to be pressed, a place or a page, in lower case.
#[rustfmt::skip]
const KEYS: [&str; 12] = [
    "press", "option", "key", "dial", "choose", "select", "step", "page", "button", "taste", "touche", "tecla",
];
/// What else has an end that is told, in lower case: a card, an account.
#[rustfmt::skip]
const OTHERS: [&str; 14] = [
    "カード", "card", "口座", "account", "会員", "予約", "注文", "order", "karte", "carte", "tarjeta", "暗証", "카드", "卡",
];
/// What stands between the end of a number as it is written and as it is.
const ARROWS: [&str; 8] = ["→", "->", "=>", "⇒", "➡", "➔", "⟶", "-->"];
/// What says behind digits that they are added to a number or taken from it.
#[rustfmt::skip]
const ADDED: [&str; 18] = [
    "を足", "足", "を加え", "加え", "を引", "引い", "引く", "を減ら", "を付け", "をつけ", "大き", "小さ", "多い", "少な", "つ大き", "つ小さ", "を先に", "added",
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
        let mut near = near.take_while(|&at| self.digits.groups[at].joint <= Joint::Words);
        near.any(|at| {
            let other = self.is_other_than_end(end, at);
            other && (self.is_called_end(at) || self.replaces_end(end, at))
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

    /// Whether a word says that digits are the end of the number, or stand for others of it: `末尾は3`, `its last digit is 3`,
    /// `replace 2 by 3`.
    fn is_called_end(&self, at: usize) -> bool {
        let range = &self.digits.groups[at].range;
        let near = near(&self.text[..range.start]);
        let last = near.rsplit(['。', '\n']).next().unwrap_or_default();
        let said = ENDS
            .iter()
            .filter_map(|word| Some(last.rfind(word)? + word.len()));
        let between = |said: usize| last[said..].chars().filter(|c| c.is_alphabetic()).count();
        let is_end = said.max().is_some_and(|said| between(said) <= MOST_BETWEEN);
        let behind = self.text[range.end..].chars().take(NEAR);
        let behind: String = behind.take_while(|&c| c != '。' && c != '\n').collect();
        let behind = behind.to_lowercase();
        let corrects = CHANGES.iter().any(|word| behind.contains(word));
        let is_changed = || corrects || CHANGES.iter().any(|word| near.contains(word));
        let digits = self.digits.of(at..at + 1);
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let ends = || self.ends_phrase(at, &PARTICLES) || self.ends_phrase(at, &OR) || corrects;
        self.marks[at] < Mark::Innocent
            && !is_year
            && (is_end || is_changed())
            && !OTHERS.iter().any(|word| near.contains(word))
            && !self.is_key(at)
            && !is_named(&self.text[..range.start], &LABELS)
            && !is_named(&self.text[..range.start], &KEYS)
            && ends()
    }

    /// Whether digits at the end of the number stand again before others, which a sign puts in their place: `(012 → 013)`.
    fn replaces_end(&self, end: usize, at: usize) -> bool {
        let arrow = || ARROWS.contains(&self.gap(at).trim());
        let alike =
            |before: usize| self.digits.groups[before].len() == self.digits.groups[at].len();
        at > end && arrow() && alike(at - 1) && self.repeats_end(end, at - 1)
    }

    /// Whether digits are added to the number before them: `に1を足した番号`.
    fn is_changed_by(&self, at: usize) -> bool {
        let behind = self.text[self.digits.groups[at].range.end..].trim_start();
        ADDED.iter().any(|word| behind.starts_with(word))
    }

    /// Whether digits before a number are added to it: `add 1 to 0120-996-012`, `先頭に9を付けて0120-996-012`.
    pub(super) fn is_added(&self, at: usize) -> bool {
        let before = self.text[..self.digits.groups[at].range.start].trim_end();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
        let adds = word.is_some_and(|word| ADDS.iter().any(|own| own.eq_ignore_ascii_case(word)));
        let few = self.digits.groups[at].len() <= LONGEST_END;
        few && (adds || self.is_changed_by(at))
    }
}

/// What stands near the end of a text, in lower case and of half width.
fn near(text: &str) -> String {
    let from = text.char_indices().rev().take(NEAR).last();
    let near = &text[from.map_or(0, |(at, _)| at)..];
    near.to_lowercase().chars().map(half_width).collect()
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
