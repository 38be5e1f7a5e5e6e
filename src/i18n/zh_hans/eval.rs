use super::Simplified;
use crate::i18n::eval::{EvalTexts, Words};

static TEXTS: EvalTexts = EvalTexts {
    class: "类别",
    queries: "数量",
    overall: "全部",
    expected: "应为",
    first: "首位",
    nothing_found: "（无）",
    no_misses: "所有搜索的首位都是正确的一节。",
    comma: "、",
};

impl Words for Simplified {
    fn texts(&self) -> &'static EvalTexts {
        &TEXTS
    }

    fn summary(&self, ran: usize, of: usize, times: &str) -> String {
        if ran == of {
            format!("{ran}次搜索：{times}")
        } else {
            format!("{of}次搜索中的{ran}次：{times}")
        }
    }

    fn misses(&self, total: usize) -> String {
        format!("首位不正确的搜索：{total}次")
    }

    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String {
        let place = if near {
            "，正确的在第2或第3位"
        } else {
            ""
        };
        format!("另有{rest}次{place}（--misses {total} 显示全部）")
    }
}
