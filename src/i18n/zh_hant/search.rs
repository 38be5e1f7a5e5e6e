use super::Traditional;
use crate::i18n::search::Words;

impl Words for Traditional {
    fn count(&self, total: usize, at_least: bool) -> [String; 2] {
        let or_more = if at_least { "以上" } else { "" };
        let short = format!("{total}項{or_more}");
        [format!("搜尋結果 {short}"), short]
    }

    fn showing(&self, spelling: &str) -> [String; 2] {
        [
            format!("顯示「{spelling}」的搜尋結果"),
            format!("「{spelling}」的結果"),
        ]
    }

    fn missing(&self, words: &[String]) -> [String; 2] {
        let words = words.join("」「");
        [
            format!("本指南中沒有「{words}」"),
            format!("沒有「{words}」"),
        ]
    }

    fn tried(&self, readings: &[String]) -> String {
        format!("也搜尋了「{}」", readings.join("」「"))
    }

    fn left_out(&self, count: usize, at_least: bool) -> String {
        if at_least {
            format!("另有{count}項以上")
        } else {
            format!("另有{count}項")
        }
    }

    fn related(&self, typed: &str, found: &str) -> String {
        format!("{typed} → {found}（相關）")
    }

    fn did_you_mean(&self) -> &'static str {
        "您要找的是："
    }

    fn press(&self, key: &str) -> [String; 2] {
        [format!("（按 {key} 搜尋）"), format!("（{key}）")]
    }
}
