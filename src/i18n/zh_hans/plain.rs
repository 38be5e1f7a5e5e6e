use super::Simplified;
use crate::i18n::plain::{PlainTexts, Word, Words};

static TEXTS: PlainTexts = PlainTexts {
    how: "请输入想查询的内容，然后按 Enter。d 窗口，t 主题，a 选择咨询处，? 说明，q 退出。",
    how_without_desks: "请输入想查询的内容，然后按 Enter。t 主题，? 说明，q 退出。",
    hint: "请输入想查询的词或编号。? 是说明。",
    chosen_for_you: "此终端无法绘制画面，因此以逐行对话开始（同 --plain）。",
    commands: "可以输入的词",
    numbers: "1、2 等：打开、勾选或回答该编号",
    more: "其他内容一律搜索。以 / 开头，可搜索编号或以上的词。",
    more_of_checks: "电话号码和网址也会与本指南核对。",
    at_the_beginning: "前面没有了。",
    nothing_ahead: "没有可前进的页面。",
    no_more_entries: "这是全部了。",
    no_section: "那边没有其他节。",
    nothing_suggested: "没有其他建议的词。",
    no_numbers: "这里没有可用编号选择的内容。",
    one_language: "本指南没有该语言的内容。",
    no_question: "现在没有要跳过的问题。",
    building: "正在建立索引，在此期间用之前的索引搜索。",
};

impl Words for Simplified {
    fn texts(&self) -> &'static PlainTexts {
        &TEXTS
    }

    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]) {
        match word {
            Word::Next => ("下一个", &["下一节", "继续"]),
            Word::Previous => ("上一个", &["上一节"]),
            Word::Back => ("返回", &["后退"]),
            Word::Forward => ("前进", &[]),
            Word::List => ("列表", &["结果"]),
            Word::Repeat => ("重复", &["再说一遍"]),
            Word::Topics => ("主题", &["目录"]),
            Word::Desks => ("窗口", &["受理时间"]),
            Word::Advice => ("咨询", &["提问"]),
            Word::Skip => ("跳过", &["不清楚", "不知道"]),
            Word::Cards => ("清单", &["准备", "准备清单"]),
            Word::Check => ("核对", &["号码", "核对号码"]),
            Word::Accept => ("是", &["好"]),
            Word::Language => ("语言", &[]),
            Word::Help => ("说明", &["帮助"]),
            Word::Quit => ("退出", &["结束"]),
        }
    }

    fn speak(&self, language: &str) -> String {
        format!("用{language}")
    }

    fn explain(&self, word: Word) -> Option<&'static str> {
        Some(match word {
            Word::Next => "下一节，更多结果",
            Word::Previous => "上一节，之前的结果",
            Word::Back => "后退一步",
            Word::Forward => "再前进",
            Word::List => "回到列表（搜索结果、主题）",
            Word::Repeat => "再说一遍",
            Word::Topics => "最初的列表",
            Word::Desks => "窗口与受理时间",
            Word::Advice => "选择咨询处（回答几个问题）",
            Word::Skip => "跳过问题",
            Word::Cards => "准备清单（再次输入显示全部）",
            Word::Check => "核对号码（本指南所载的电话和网址）",
            Word::Accept => "用建议的词搜索",
            Word::Language => return None,
            Word::Help => "本说明",
            Word::Quit => "结束",
        })
    }

    fn same_language(&self, language: &str) -> String {
        format!("现在已经是{language}。")
    }

    fn stretch(&self, first: usize, last: usize) -> String {
        format!("第{first}项到第{last}项")
    }

    fn more_entries(&self, left: usize) -> String {
        format!("n 继续（还有{left}项）")
    }

    fn next_section(&self, title: &str) -> String {
        format!("n 下一节“{title}”")
    }

    fn out_of_range(&self, count: usize) -> String {
        match count {
            1 => "编号只有 1。".to_owned(),
            _ => format!("编号为 1 到 {count}。"),
        }
    }

    fn desks(&self, names: &str, parts: &[&str]) -> String {
        format!("{names}：{}", parts.join("，"))
    }

    fn changed(&self, time: &str) -> String {
        format!("现在是{time}，受理情况有变化。")
    }

    fn found_as(&self, typed: &str, found: &str) -> String {
        format!("将“{typed}”作为“{found}”搜索")
    }

    fn found(&self, found: &str) -> String {
        format!("作为“{found}”搜索")
    }

    fn found_in_another_language(&self, typed: Option<&str>) -> String {
        match typed {
            Some(typed) => format!("按“{typed}”在其他语言中的说法搜索"),
            None => "按其他语言中的说法搜索".to_owned(),
        }
    }
}
