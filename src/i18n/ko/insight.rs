use super::Korean;
use crate::i18n::insight::{InsightTexts, Words};

static TEXTS: InsightTexts = InsightTexts {
    not_found: "찾지 못한 검색",
    not_opened: "찾았지만 열지 않은 검색",
    lacking: "가이드에 없는 말",
    read: "많이 읽은 곳",
    hours: "시간대별",
    languages: "언어별",
    nothing: "(없음)",
};

impl Words for Korean {
    fn texts(&self) -> &'static InsightTexts {
        &TEXTS
    }

    fn summary(&self, queries: u64, days: &str) -> String {
        match days {
            "" => "아직 기록이 없습니다.".to_owned(),
            days => format!("검색 {queries}건 ({days})"),
        }
    }

    fn more(&self, rest: usize) -> String {
        format!("외 {rest}건 (--top으로 표시 개수 변경)")
    }
}
