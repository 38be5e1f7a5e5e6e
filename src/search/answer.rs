//! What kind of answer a question asks for: 何年 is answered by a year, いつ by a time, "how long" by a number of days. Who writes an
//! answer does not write the question's word for it.

use super::relevance::ANSWER;
use crate::guide::SectionText;

/// How many sections are looked at for an answer, the best first, and as many bytes of theirs.
const MOST: usize = 30;
const READ: usize = 64 << 10;

/// Looks for the answer to a question in the best sections.
#[derive(Debug)]
pub struct Answers<'a> {
    wanted: Option<Answer<'a>>,
    sections: usize,
    bytes: usize,
}

impl<'a> Answers<'a> {
    /// To a folded question, which may ask for nothing that can be told.
    pub fn to(folded: &'a str) -> Self {
        Self {
            wanted: asked_for(folded),
            sections: MOST,
            bytes: READ,
        }
    }

    /// What the score of a section is multiplied with. It is asked about the best ones first.
    pub fn share<'t>(&mut self, text: impl FnOnce() -> &'t SectionText) -> f32 {
        let Some(wanted) = self.wanted.as_ref().filter(|_| self.sections > 0) else {
            return 1.0;
        };
        self.sections -= 1;
        let text = text();
        let Some(left) = self.bytes.checked_sub(text.bytes()) else {
            return 1.0;
        };
        self.bytes = left;
        if text.has(|part| wanted.may_stand_in(part)) {
            ANSWER
        } else {
            1.0
        }
    }
}

/// What stands behind a number in what answers a question.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer<'a> {
    units: Vec<&'a str>,
}

/// What is counted in Japanese by what stands behind 何 or a number. What 何 asks the name of (何県) is none.
const COUNTED: &str = "年月日時分秒人回勝敗個本枚円歳才名位階度番組社校票試合倍世%";

/// What may stand before it: 何か月, 3ヶ月.
const OF_MONTHS: [char; 4] = ['ヶ', 'カ', 'か', '箇'];

/// When something is, and what does not ask so: いつも, いつでも.
const WHEN: &str = "いつ";
const EVER: [&str; 3] = ["も", "でも", "かも"];
const TIMES: [&str; 5] = ["年", "月", "日", "時", "世紀"];

/// The same in English, behind a space or none.
const WHEN_ENGLISH: [&str; 2] = ["what time", "how long"];
const TIMES_ENGLISH: [&str; 10] = [
    "second", "minute", "hour", "day", "week", "month", "year", "am", "pm", ":",
];

/// What kind of answer a folded question asks for; `None` where it does not ask for a number.
fn asked_for(folded: &str) -> Option<Answer<'_>> {
    let mut units: Vec<&str> = folded.split('何').skip(1).filter_map(counted).collect();
    let mut whens = folded.split(WHEN).skip(1);
    if whens.any(|rest| !EVER.iter().any(|ever| rest.starts_with(ever))) {
        units.extend(TIMES);
    }
    let asks_when = || WHEN_ENGLISH.iter().any(|words| folded.contains(words));
    if folded.starts_with("when ") || asks_when() {
        units.extend(TIMES_ENGLISH);
    }
    (!units.is_empty()).then_some(Answer { units })
}

/// What is counted where 何 stands before this.
fn counted(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(OF_MONTHS);
    let unit = rest.chars().next().filter(|&c| COUNTED.contains(c))?;
    Some(&rest[..unit.len_utf8()])
}

impl Answer<'_> {
    /// Whether a text has such a number.
    fn may_stand_in(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some(at) = rest.find(is_numeral) {
            let number = &rest[at..];
            rest = number.trim_start_matches(is_numeral);
            let behind = rest.trim_start_matches([' ', '-']);
            let behind = behind.trim_start_matches(OF_MONTHS);
            let begins = |unit: &&str| {
                let start = behind.get(..unit.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(unit))
            };
            if self.units.iter().any(begins) {
                return true;
            }
        }
        false
    }
}

fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９') || "〇一二三四五六七八九十百千万数".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_answered_by_what_it_asks_for() {
        for (question, text, expected) in [
            ("何年に建てられたか", "1903年に建てられた。", Some(true)),
            ("何年に建てられたか", "三つの塔がある。", Some(false)),
            ("何か月かかりますか", "およそ3ヶ月です。", Some(true)),
            ("何か月かかりますか", "３人で行います。", Some(false)),
            ("いつから使えますか", "4月から使えます。", Some(true)),
            ("いつから使えますか", "すぐに使えます。", Some(false)),
            // Any number says little.
            ("いくらかかる", "手数料は300円です。", None),
            ("how many people can share it", "up to 5 people", None),
            ("when does it open", "from 9 AM", Some(true)),
            ("how long is it kept", "for a 30-day period", Some(true)),
            (
                "how long is it kept",
                "as you wish, up to 5 of them",
                Some(false),
            ),
            ("いつも止まる", "1日", None),
            ("何県にありますか", "3県", None),
            ("何と呼ばれるか", "1人", None),
            ("it fails when i open it", "5 days", None),
            ("解約したい", "3日", None),
            ("何", "1", None),
            ("", "1", None),
        ] {
            let answer = asked_for(question);
            let found = answer.map(|answer| answer.may_stand_in(text));
            assert_eq!(found, expected, "{question}: {text}");
        }
    }
}
