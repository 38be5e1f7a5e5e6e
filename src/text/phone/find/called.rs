//! Digits right behind a word or a sign for a telephone: these are a number, in whatever groups they stand.

use std::ops::Range;

use super::{Class, Finder};
use crate::text::phone::dial::{canonical, is_whole_domestic};
use crate::text::phone::groups::Joint;
use crate::text::phone::innocent::{Mark, is_named};

/// As many digits have numbers, of any country.
const LEAST: usize = 9;
const MOST: usize = 15;
/// No number stands in more groups.
const MOST_GROUPS: usize = 15;
/// Signs for a telephone.
const SIGNS: [char; 6] = ['☎', '☏', '℡', '📞', '📱', '✆'];
/// Words before nothing but a telephone number, in lower case.
#[rustfmt::skip]
static WORDS: [&str; 60] = [
    "tel", "telephone", "telephone number", "phone", "phone number", "ph", "fax", "call", "dial", "hotline", "rufnummer", "telefon",
    "telefonnummer", "tél", "téléphone", "appelez le", "teléfono", "telefono", "電話", "電話番号", "電話番号は", "電話は", "お電話", "でんわ",
    "フリーダイヤル", "フリーコール", "ナビダイヤル", "携帯", "ファックス", "ファクス", "전화", "전화번호", "팩스", "电话", "电话号码", "电话是", "電話號碼",
    "拨打", "撥打", "致电", "致電", "热线", "điện thoại", "โทร",
    "手机", "手机号", "手机号码", "手機", "客服", "客服热线", "客服電話", "微信", "휴대폰", "휴대전화", "핸드폰", "고객센터", "대표번호", "тел", "телефон",
    "هاتف",
];

impl Finder<'_> {
    /// Takes groups that are as many digits as a number has, behind what names it: `TEL 494-8102-26557`.
    pub(super) fn find_called(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let free = self.is_unmarked(start);
            let end = (free && self.is_called(start))
                .then(|| self.called_from(start))
                .flatten();
            if let Some(end) = end {
                let digits = canonical(self.digits, start..end);
                self.push(start..end, Class::Misshapen, digits);
            }
            start = end.unwrap_or(start + 1);
        }
    }

    /// Where the number ends that begins with a group. More than separators may stand in one that is as long as those of Japan.
    fn called_from(&self, start: usize) -> Option<usize> {
        let groups = &self.digits.groups;
        let joined = |&at: &usize| {
            self.is_unmarked(at) && groups[at].joint <= Joint::Loose && !groups[at].plus
        };
        let more = (start + 1..groups.len()).take(MOST_GROUPS - 1);
        let more = more.take_while(joined).count();
        let is_number = |part: Range<usize>| {
            let digits = self.digits.of(part.clone());
            let mut inner = groups[part.start + 1..part.end].iter();
            let tight = inner.all(|group| group.joint == Joint::Tight);
            tight && (LEAST..=MOST).contains(&digits.len()) || is_whole_domestic(digits)
        };
        let mut ends = (start + 1..=start + 1 + more).rev();
        ends.find(|&end| is_number(start..end))
    }

    /// Whether such a word or sign stands right before a group.
    pub(super) fn is_called(&self, at: usize) -> bool {
        let before = &self.text[..self.digits.groups[at].range.start];
        let sign = |c: char| c.is_whitespace() || c == '\u{FE0F}' || ":：(（".contains(c);
        before.trim_end_matches(sign).ends_with(SIGNS) || is_named(before, &WORDS)
    }

    fn is_unmarked(&self, at: usize) -> bool {
        !self.taken[at] && self.marks[at] == Mark::None
    }
}
