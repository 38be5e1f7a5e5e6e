use super::Traditional;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "指南資訊",
    summary: "是何時的內容，來自何處",
    kind: "種類",
    official: "官方",
    as_of: "內容截至",
    languages: "語言",
    size: "內容",
    source: "位置",
    built_in: "程式內建",
    folder: "本終端機的資料夾",
    licence: "授權條款",
    numbers: "官方電話",
    zone: "受理時間的時區",
    index: "搜尋索引",
    indexed: "已就緒",
    not_indexed: "正在建立",
    program: "程式",
};

impl Words for Traditional {
    fn texts(&self) -> &'static DetailsTexts {
        &TEXTS
    }

    fn today(&self) -> &'static str {
        "今天"
    }

    fn days_ago(&self, days: i64) -> String {
        format!("{days}天前")
    }

    fn months_ago(&self, months: i32) -> String {
        format!("{months}個月前")
    }

    fn years_ago(&self, years: i32) -> String {
        format!("{years}年前")
    }

    fn and(&self) -> &'static str {
        "、"
    }

    fn articles(&self, articles: usize) -> String {
        format!("{articles}篇文章")
    }

    fn more(&self, articles: usize) -> String {
        format!("另有{articles}篇，請用搜尋尋找。")
    }

    fn size(&self, articles: usize, sections: usize) -> String {
        format!("{articles}篇文章，{sections}節")
    }

    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String {
        let lists = if lists > 0 {
            format!("，{lists}份準備清單")
        } else {
            String::new()
        };
        format!("{articles}篇文章，{sections}節{lists}")
    }

    fn or(&self) -> &'static str {
        " 或 "
    }

    fn dot(&self) -> &'static str {
        "，"
    }
}
