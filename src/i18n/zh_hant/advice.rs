use super::Traditional;
use crate::i18n::advice::{AdviceTexts, Words};

static TEXTS: AdviceTexts = AdviceTexts {
    skip: "不清楚，跳過",
    keys: "請按數字鍵回答。按 Esc 返回上一題。",
    so_far: "您目前的回答",
    given: "您的回答",
    skipped: "（已跳過）",
    now: "現在",
    why: "理由",
    how: "使用方法",
    read: "閱讀",
    ready: "需要準備",
    until_then: "等待期間",
    never_tell: "不可告訴他人的資訊",
    others: "其他窗口",
    again: "從頭再來",
    no_questions: "本指南沒有用來選擇窗口的問題。以下是目前可以聯絡的窗口。",
};

impl Words for Traditional {
    fn texts(&self) -> &'static AdviceTexts {
        &TEXTS
    }

    fn progress(&self, number: usize, most: usize) -> String {
        if number == most {
            format!("問題 {number}（最後一題）")
        } else {
            format!("問題 {number}（最多{most}題）")
        }
    }

    fn hours_unknown(&self) -> &'static str {
        "本指南沒有其受理時間的資訊。"
    }

    fn never_reached(&self) -> &'static str {
        "目前不受理。"
    }

    fn at_once(&self, language: &str) -> String {
        format!("情況緊急，建議聯絡現在提供{language}服務的窗口。")
    }

    fn wait(&self, language: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("您回答了「{answer}」，"));
        format!(
            "{}建議等到{language}服務開始後再聯絡。",
            after.unwrap_or_default()
        )
    }

    fn otherwise(&self, now: &str, answer: Option<&str>) -> String {
        let after = answer.map(|answer| format!("您回答了「{answer}」，"));
        format!(
            "{}如無法用{now}溝通，請在受理開始後儘快聯絡。",
            after.unwrap_or_default()
        )
    }

    fn cannot_wait(&self, language: &str) -> String {
        format!("僅限無法等待時：現在只提供{language}服務。")
    }

    fn between_sentences(&self) -> &'static str {
        ""
    }

    fn your_desk(&self, desk: &str, when: &str) -> String {
        format!("諮詢處：{desk} {when}")
    }
}
