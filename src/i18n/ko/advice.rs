use super::Korean;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "잘 모름, 건너뛰기",
    keys: "숫자 키로 답해 주세요. Esc를 누르면 이전 질문으로 돌아갑니다.",
    so_far: "지금까지의 답변",
    given: "답변 내용",
    skipped: "(건너뜀)",
    now: "지금",
    why: "이유",
    how: "이용 방법",
    read: "읽기",
    ready: "준비물",
    until_then: "기다리는 동안",
    never_tell: "알려 주면 안 되는 정보",
    others: "다른 창구",
    again: "처음부터 다시 하기",
    no_questions: "이 가이드에는 창구를 고르기 위한 질문이 없습니다. 지금 연락할 수 있는 창구를 안내해 드립니다.",
};

impl Words for Korean {
    fn texts(&self) -> &'static AdviceTexts {
        &TEXTS
    }

    fn progress(&self, number: usize, most: usize) -> String {
        if number == most {
            format!("질문 {number} (마지막 질문)")
        } else {
            format!("질문 {number} (최대 {most}개)")
        }
    }

    fn hours_unknown(&self) -> &'static str {
        "이 가이드에는 운영 시간 정보가 없습니다."
    }

    fn never_reached(&self) -> &'static str {
        "지금은 운영하지 않습니다."
    }

    fn at_once(&self, language: &str) -> String {
        format!("급한 상황이므로 지금 {language}로 상담할 수 있는 창구를 추천합니다.")
    }

    fn wait(&self, language: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("“{answer}”라고 답하셨으므로 "));
        format!(
            "{}{language} 상담이 시작될 때까지 기다리시는 것이 좋습니다.",
            after.unwrap_or_default()
        )
    }

    fn otherwise(&self, now: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("“{answer}”라고 답하셨으므로 "));
        format!(
            "{}{now}로 상담하기 어려우면 운영이 시작되는 대로 연락해 주세요.",
            after.unwrap_or_default()
        )
    }

    fn cannot_wait(&self, language: &str) -> String {
        format!("기다릴 수 없을 때만 이용해 주세요. 지금은 {language}로만 상담합니다.")
    }

    fn between_sentences(&self) -> &'static str {
        " "
    }

    fn your_desk(&self, desk: &str, when: &str) -> String {
        format!("상담 창구: {desk} {when}")
    }
}
