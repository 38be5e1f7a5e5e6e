use super::Simplified;
use crate::i18n::insight::{InsightTexts, Words};

static TEXTS: InsightTexts = InsightTexts {
    not_found: "未找到的搜索",
    not_opened: "找到但未打开的搜索",
    lacking: "指南中没有的词语",
    read: "阅读最多的内容",
    hours: "按时段",
    languages: "按语言",
    nothing: "（无）",
};

impl Words for Simplified {
    fn texts(&self) -> &'static InsightTexts {
        &TEXTS
    }

    fn summary(&self, queries: u64, days: &str) -> String {
        match days {
            "" => "尚无记录。".to_owned(),
            days => format!("{queries}次搜索（{days}）"),
        }
    }

    fn more(&self, rest: usize) -> String {
        format!("另有{rest}条（用 --top 更改显示数量）")
    }
}
