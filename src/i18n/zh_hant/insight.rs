use super::Traditional;
use crate::i18n::insight::{InsightTexts, Words};

static TEXTS: InsightTexts = InsightTexts {
    not_found: "未找到的搜尋",
    not_opened: "找到但未開啟的搜尋",
    lacking: "指南中沒有的詞語",
    read: "閱讀最多的內容",
    hours: "按時段",
    languages: "按語言",
    nothing: "（無）",
};

impl Words for Traditional {
    fn texts(&self) -> &'static InsightTexts {
        &TEXTS
    }

    fn summary(&self, queries: u64, days: &str) -> String {
        match days {
            "" => "尚無記錄。".to_owned(),
            days => format!("{queries}次搜尋（{days}）"),
        }
    }

    fn more(&self, rest: usize) -> String {
        format!("另有{rest}條（用 --top 變更顯示數量）")
    }
}
