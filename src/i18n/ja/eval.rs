use super::Japanese;
use crate::i18n::eval::{EvalTexts, Words};

static TEXTS: EvalTexts = EvalTexts {
    class: "種類",
    queries: "件数",
    overall: "全体",
    expected: "正解",
    first: "1位",
    nothing_found: "（なし）",
    no_misses: "すべての検索で、正解が1位です。",
    comma: "、",
};

impl Words for Japanese {
    fn texts(&self) -> &'static EvalTexts {
        &TEXTS
    }

    fn summary(&self, ran: usize, of: usize, times: &str) -> String {
        if ran == of {
            format!("検索 {ran}件：{times}")
        } else {
            format!("検索 {of}件のうち{ran}件：{times}")
        }
    }

    fn misses(&self, total: usize) -> String {
        format!("正解が1位でない検索：{total}件")
    }

    fn more_misses(&self, rest: usize, near: bool, total: usize) -> String {
        let place = if near { "、正解は2位か3位" } else { "" };
        format!("ほか{rest}件{place}（--misses {total} ですべて表示）")
    }
}
