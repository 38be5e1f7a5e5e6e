use super::Simplified;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{Mode, ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "您需要什么帮助？（按 ? 打开菜单）",
    placeholder_of_manual: "您在找什么？（按 ? 打开菜单）",
    try_it: "例：",
    hours: "受理时间",
    topics: "主题",
    desks: "窗口与受理时间",
    desks_summary: "可联系谁、用什么语言、到几点",
    advice: "选择咨询处",
    advice_summary: "回答几个问题，选出现在可咨询的窗口",
    loading: "正在准备…",
    searching: "正在搜索…",
    nothing_found: "没有找到",
    nothing_found_hint: "请用更短的词或其他说法再试。",
    ask: "询问工作人员",
    covered: "本指南的主题",
    earlier: "之前的搜索",
    nearest: "相近的内容",
    too_small: "画面太小",
    quit_again: "再按一次 Ctrl-C 退出",
    how_to_quit: "连按两次 Ctrl-C 退出",
    no_link: "请用数字或 Tab 选择链接",
    broken_link: "找不到链接的目标",
    help: "操作说明",
    keys_everywhere: "任何时候",
    keys_searching: "搜索时",
    keys_reading: "阅读时",
    keys_finding: "在页面内查找时",
    keys_choosing: "在菜单中选择时",
    keys_typing: "输入文字时",
    about: "关于本指南",
    unofficial: "本指南并非官方发布。请将电话号码与官方应用或网站上显示的号码核对。",
    unofficial_alone: "本指南并非官方发布。",
    as_of: "内容截至",
    official_numbers: "官方电话",
};

impl Words for Simplified {
    fn texts(&self) -> &'static ScreenTexts {
        &TEXTS
    }

    fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Search => "搜索",
            Mode::Read => "阅读",
            Mode::Ask => "提问",
            Mode::Check => "核对",
            Mode::Menu => "操作",
            Mode::Find => "查找",
        }
    }

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "备注",
            AlertKind::Tip => "提示",
            AlertKind::Important => "重要",
            AlertKind::Warning => "注意",
            AlertKind::Caution => "警告",
        }
    }

    fn earlier(&self, number: usize, of: usize) -> String {
        format!("之前的搜索 {number} / {of}")
    }

    fn nothing_found_for(&self, typed: &str) -> String {
        format!("没有找到“{typed}”")
    }

    fn quit_by_letter(&self, key: &str) -> String {
        format!("再按一次 {key} 退出（按其他键继续）")
    }

    fn no_such_zone(&self, value: &str, zone: &str) -> String {
        format!("TZ 的值“{value}”不是时区名。您的时间按 {zone} 显示")
    }

    fn more_entries(&self, count: usize) -> String {
        format!("↓ 还有{count}项")
    }

    fn image(&self) -> &'static str {
        "图"
    }

    fn only_in(&self, language: &str) -> String {
        format!("（仅{language}）")
    }

    fn shown_in(&self, language: &str) -> String {
        format!("（{language}）")
    }

    fn found_in(&self, language: &str) -> String {
        format!("（在{language}中找到）")
    }
}
