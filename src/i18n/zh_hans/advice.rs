use super::Simplified;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "不清楚，跳过",
    keys: "请按数字键回答。按 Esc 返回上一题。",
    so_far: "您目前的回答",
    given: "您的回答",
    skipped: "（已跳过）",
    now: "现在",
    why: "理由",
    how: "使用方法",
    read: "阅读",
    ready: "需要准备",
    until_then: "等待期间",
    never_tell: "不可告诉他人的信息",
    others: "其他窗口",
    again: "从头再来",
    no_questions: "本指南没有用来选择窗口的问题。以下是目前可以联系的窗口。",
};

impl Words for Simplified {
    fn texts(&self) -> &'static AdviceTexts {
        &TEXTS
    }

    fn progress(&self, number: usize, most: usize) -> String {
        if number == most {
            format!("问题 {number}（最后一题）")
        } else {
            format!("问题 {number}（最多{most}题）")
        }
    }

    fn hours_unknown(&self) -> &'static str {
        "本指南没有其受理时间的信息。"
    }

    fn never_reached(&self) -> &'static str {
        "目前不受理。"
    }

    fn at_once(&self, language: &str) -> String {
        format!("情况紧急，建议联系现在提供{language}服务的窗口。")
    }

    fn wait(&self, language: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("您回答了“{answer}”，"));
        format!(
            "{}建议等到{language}服务开始后再联系。",
            after.unwrap_or_default()
        )
    }

    fn otherwise(&self, now: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("您回答了“{answer}”，"));
        format!(
            "{}如无法用{now}沟通，请在受理开始后尽快联系。",
            after.unwrap_or_default()
        )
    }

    fn cannot_wait(&self, language: &str) -> String {
        format!("仅限无法等待时：现在只提供{language}服务。")
    }

    fn between_sentences(&self) -> &'static str {
        ""
    }

    fn your_desk(&self, desk: &str, when: &str) -> String {
        format!("咨询处：{desk} {when}")
    }
}
