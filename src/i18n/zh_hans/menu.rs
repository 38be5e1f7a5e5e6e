use super::Simplified;
use crate::i18n::menu::{Group, Item, MenuTexts, Words};

static TEXTS: MenuTexts = MenuTexts {
    title: "菜单",
    filter: "输入文字可筛选（任何语言均可）",
    to_copy: "号码、文字、网址",
    to_results: "到搜索结果",
    to_topics: "到主题",
    to_page_before: "到上一页",
    none: "没有",
    in_articles: "阅读文章时",
    nothing_ahead: "后退之后",
    nothing_earlier: "还没有",
};

impl Words for Simplified {
    fn texts(&self) -> &'static MenuTexts {
        &TEXTS
    }

    fn item(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "准备清单",
            Item::Copy => "复制",
            Item::Find => "在页面内查找",
            Item::Contents => "目录",
            Item::SideBySide => "双语对照",
            Item::Advice => "选择咨询处",
            Item::Desks => "窗口与受理时间",
            Item::Check => "核对号码",
            Item::Back => "后退",
            Item::Forward => "前进",
            Item::Earlier => "之前的搜索",
            Item::Start => "回到开始",
            Item::Language => "切换语言",
            Item::MouseOff => "关闭鼠标",
            Item::MouseOn => "开启鼠标",
            Item::HowTo => "操作说明",
            Item::Details => "指南信息",
            Item::Quit => "退出",
        }
    }

    fn reading(&self, _: Item) -> &'static str {
        ""
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::ThisPage => "本页",
            Group::GetHelp => "咨询",
            Group::Move => "移动",
            Group::Screen => "画面",
        }
    }

    fn closes(&self, keys: &[&str]) -> String {
        format!("按 {} 关闭", keys.join("、"))
    }

    fn section(&self, number: usize, of: usize) -> String {
        format!("共{of}节，第{number}节")
    }

    fn needs_columns(&self, columns: u16) -> String {
        format!("需{columns}列以上")
    }

    fn no_match(&self, typed: &str) -> String {
        format!("没有这样的操作。按 Enter 搜索“{typed}”")
    }
}
