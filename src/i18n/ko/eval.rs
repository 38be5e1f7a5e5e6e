use super::Korean;
use crate::i18n::eval::{EvalTexts, Words};

static TEXTS: EvalTexts = EvalTexts {
    class: "종류",
    queries: "건수",
    overall: "전체",
    expected: "정답",
    first: "1위",
    nothing_found: "(없음)",
    no_misses: "모든 검색에서 정답이 1위입니다.",
    comma: ", ",
};

impl Words for Korean {
    fn texts(&self) -> &'static EvalTexts {
        &TEXTS
    }

    fn summary(&self, ran: usize, of: usize, times: &str) -> String {
        if ran == of {
            format!("검색 {ran}건: {times}")
        } else {
            format!("검색 {of}건 가운데 {ran}건: {times}")
        }
    }

    fn misses(&self, total: usize) -> String {
        format!("정답이 1위가 아닌 검색: {total}건")
    }

    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String {
        let place = if near { ", 정답은 2위나 3위" } else { "" };
        format!("외 {rest}건{place} (--misses {total}(으)로 모두 표시)")
    }
}
