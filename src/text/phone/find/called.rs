//! Digits beside a word or a sign for a telephone: these are a number, in whatever groups they stand, and few are one too, as
//! those of services and banks are.

use std::ops::Range;

use super::short::counts;
use super::{Class, Finder};
use crate::text::phone::dial::{canonical, is_whole_domestic};
use crate::text::phone::groups::{Joint, Look};
use crate::text::phone::innocent::{Mark, is_named};

/// As many digits have numbers, of any country.
const LEAST: usize = 9;
const MOST: usize = 15;
/// Fewer digits than that are a number of some service.
const LEAST_OF_SERVICE: usize = 3;
/// No number stands in more groups.
const MOST_GROUPS: usize = 15;
/// Signs for a telephone.
const SIGNS: [char; 6] = ['☎', '☏', '℡', '📞', '📱', '✆'];
/// Words before nothing but a telephone number, in lower case.
#[rustfmt::skip]
static WORDS: &[&str] = &[
    "tel", "telephone", "telephone number", "phone", "phone number", "ph", "fax", "call", "dial", "hotline", "rufnummer", "telefon",
    "telefonnummer", "tél", "téléphone", "appelez le", "teléfono", "telefono", "電話", "電話番号", "電話番号は", "電話は", "お電話", "でんわ",
    "フリーダイヤル", "フリーコール", "ナビダイヤル", "携帯", "ファックス", "ファクス", "전화", "전화번호", "팩스", "电话", "电话号码", "电话是", "電話號碼",
    "拨打", "撥打", "致电", "致電", "热线", "điện thoại", "โทร",
    "手机", "手机号", "手机号码", "手機", "客服", "客服热线", "客服電話", "微信", "휴대폰", "휴대전화", "핸드폰", "고객센터", "대표번호", "тел", "телефон",
    "هاتف", "ring", "anrufen unter", "rufen sie", "appeler le", "composez le", "llame al", "llama al", "llámenos al", "marque", "chiama", "chiamare il",
    "ligue", "ligue para", "звоните", "звоните по номеру", "позвоните по номеру", "اتصل", "اتصل على", "gọi", "gọi số", "hubungi", "zadzwoń pod", "bel",
    "フリーダイヤルは", "请致电", "请拨", "請撥", "국번없이", "국번 없이", "局番なし", "局番なしの", "sms an", "çağrı merkezi", "zadzwoń",
];

/// What stands behind a number that is called.
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "に電話", "へ電話", "にお電話", "へお電話", "にかけ", "へかけ", "におかけ", "へおかけ", "にダイヤル", "をダイヤル", "へダイヤル", "に発信", "热线", "客服热线",
    "熱線", "專線", "专线", "로 전화", "으로 전화", "에 전화", "번으로 전화",
];
/// What ends a word that names the line of a service: `165反詐騙專線`.
const LINES: [&str; 5] = ["热线", "热綫", "熱線", "專線", "专线"];
/// So many characters may stand before that.
const MOST_NAMED: usize = 8;
/// Numbers of three digits for help and what else every telephone in Japan reaches, which whoever lists others need not list.
pub(super) const EVERYWHERE: [&str; 11] = [
    "104", "110", "112", "113", "115", "116", "117", "118", "119", "171", "177",
];
/// The years in which texts are read.
const YEARS: Range<&str> = "2000".."2100";

/// Whether such a word stands right before the end of a text.
pub(in crate::text::phone) fn is_called(before: &str) -> bool {
    is_named(before, WORDS)
}

impl Finder<'_> {
    /// Takes groups that are as many digits as a number has, beside what names it: `TEL 494-8102-26557`, `客服95588`,
    /// `189番に電話`.
    pub(super) fn find_called(&mut self) {
        let mut start = 0;
        while start < self.digits.groups.len() {
            let long = || self.is_called(start).then(|| self.called_from(start))?;
            let end = self
                .is_unmarked(start)
                .then(|| long().or_else(|| self.service_from(start)))
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

    /// Where the number of a service ends that begins with a group: all digits that a few separators join, if they are too few
    /// for others, are called, and no listed number begins so.
    fn service_from(&self, start: usize) -> Option<usize> {
        let groups = &self.digits.groups;
        if start > 0 && groups[start].joint == Joint::Tight {
            return None;
        }
        let tight = |&at: &usize| groups[at].joint == Joint::Tight && self.is_unmarked(at);
        let more = (start + 1..groups.len()).take(MOST_GROUPS);
        let end = start + 1 + more.take_while(tight).count();
        let part = start..end;
        let digits = self.digits.of(part.clone());
        let is_short = match digits.len() {
            LEAST_OF_SERVICE => digits.starts_with('1') && !EVERYWHERE.contains(&digits),
            length => (LEAST_OF_SERVICE + 1..LEAST).contains(&length),
        };
        let is_year = part.len() == 1 && digits.len() == 4 && YEARS.contains(&digits);
        let mut looks = groups[part.clone()].iter().map(|group| group.look);
        // `1000-2000円` is no number of a service.
        let goes_on = groups.get(end).is_some_and(|next| {
            next.joint == Joint::Tight && !self.gap(end).contains(char::is_whitespace)
        });
        let may_be = is_short && !is_year && !goes_on && looks.all(|look| look == Look::Plain);
        let is_one = may_be
            && (self.is_said_to_be_called(end)
                || self.is_called(start) && !counts(&self.text[groups[end - 1].range.end..]))
            && !(part.len() == 1 && self.is_of_another(start))
            && !self.book.is_begun_by(digits);
        is_one.then_some(end)
    }

    /// Whether words behind the last group before `end` say that it is called: `189番に電話`, `165反詐騙專線`.
    fn is_said_to_be_called(&self, end: usize) -> bool {
        let behind = &self.text[self.digits.groups[end - 1].range.end..];
        let behind = behind.trim_start_matches([' ', '番', '번', '」']);
        let letters = behind.find(|c: char| !c.is_alphabetic());
        let word = &behind[..letters.unwrap_or(behind.len())];
        let names = |line: &&str| {
            let name = word.split_once(*line).map(|(name, _)| name);
            name.is_some_and(|name| name.chars().count() <= MOST_NAMED)
        };
        BEHIND.iter().any(|words| behind.starts_with(words)) || LINES.iter().any(names)
    }

    /// Whether such a word or sign stands right before a group.
    pub(super) fn is_called(&self, at: usize) -> bool {
        let before = &self.text[..self.digits.groups[at].range.start];
        let sign = |c: char| c.is_whitespace() || c == '\u{FE0F}' || ":：(（*#＊＃".contains(c);
        let before = before.trim_end_matches(sign);
        before.ends_with(SIGNS) || is_called(before)
    }

    fn is_unmarked(&self, at: usize) -> bool {
        !self.taken[at] && self.marks[at] == Mark::None
    }
}
