use super::Traditional;
use crate::i18n::eval::{EvalTexts, Words};

static TEXTS: EvalTexts = EvalTexts {
    class: "類別",
    queries: "數量",
    overall: "全部",
    expected: "應為",
    first: "首位",
    nothing_found: "（無）",
    no_misses: "所有搜尋的首位都是正確的一節。",
    comma: "、",
};

impl Words for Traditional {
    fn texts(&self) -> &'static EvalTexts {
        &TEXTS
    }

    fn summary(&self, ran: usize, of: usize, times: &str) -> String {
        if ran == of {
            format!("{ran}次搜尋：{times}")
        } else {
            format!("{of}次搜尋中的{ran}次：{times}")
        }
    }

    fn misses(&self, total: usize) -> String {
        format!("首位不正確的搜尋：{total}次")
    }

    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String {
        let place = if near {
            "，正確的在第2或第3位"
        } else {
            ""
        };
        format!("另有{rest}次{place}（--misses {total} 顯示全部）")
    }
}
