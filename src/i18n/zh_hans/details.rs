use super::Simplified;
use crate::i18n::details::{DetailsTexts, Words};

static TEXTS: DetailsTexts = DetailsTexts {
    title: "指南信息",
    summary: "是何时的内容，来自何处",
    kind: "种类",
    official: "官方",
    as_of: "内容截至",
    languages: "语言",
    size: "内容",
    source: "位置",
    built_in: "程序内置",
    folder: "本终端的文件夹",
    licence: "许可证",
    numbers: "官方电话",
    zone: "受理时间的时区",
    index: "搜索索引",
    indexed: "已就绪",
    not_indexed: "正在建立",
    program: "程序",
};

impl Words for Simplified {
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
        format!("{months}个月前")
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
        format!("另有{articles}篇，请搜索查找。")
    }

    fn size(&self, articles: usize, sections: usize) -> String {
        format!("{articles}篇文章，{sections}节")
    }

    fn contents(&self, articles: usize, sections: usize, lists: usize) -> String {
        let lists = if lists > 0 {
            format!("，{lists}份准备清单")
        } else {
            String::new()
        };
        format!("{articles}篇文章，{sections}节{lists}")
    }

    fn or(&self) -> &'static str {
        " 或 "
    }

    fn dot(&self) -> &'static str {
        "，"
    }
}
