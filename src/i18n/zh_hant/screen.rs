use super::Traditional;
use crate::guide::markdown::AlertKind;
use crate::i18n::screen::{Mode, ScreenTexts, Words};

static TEXTS: ScreenTexts = ScreenTexts {
    placeholder: "您需要什麼幫助？（按 ? 開啟選單）",
    placeholder_of_manual: "您在找什麼？（按 ? 開啟選單）",
    try_it: "例：",
    hours: "受理時間",
    topics: "主題",
    desks: "窗口與受理時間",
    desks_summary: "可聯絡誰、用什麼語言、到幾點",
    advice: "選擇諮詢處",
    advice_summary: "回答幾個問題，選出現在可諮詢的窗口",
    loading: "正在準備…",
    searching: "正在搜尋…",
    nothing_found: "沒有找到",
    nothing_found_hint: "請用更短的詞或其他說法再試。",
    ask: "詢問工作人員",
    covered: "本指南的主題",
    earlier: "之前的搜尋",
    nearest: "相近的內容",
    too_small: "畫面太小",
    quit_again: "再按一次 Ctrl-C 結束",
    how_to_quit: "連按兩次 Ctrl-C 結束",
    no_link: "請用數字或 Tab 選擇連結",
    broken_link: "找不到連結的目標",
    help: "操作說明",
    keys_everywhere: "任何時候",
    keys_searching: "搜尋時",
    keys_reading: "閱讀時",
    keys_finding: "在頁面內尋找時",
    keys_choosing: "在選單中選擇時",
    keys_typing: "輸入文字時",
    about: "關於本指南",
    unofficial: "本指南並非官方發布。請將電話號碼與官方應用程式或網站上顯示的號碼核對。",
    unofficial_alone: "本指南並非官方發布。",
    as_of: "內容截至",
    official_numbers: "官方電話",
};

impl Words for Traditional {
    fn texts(&self) -> &'static ScreenTexts {
        &TEXTS
    }

    fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Search => "搜尋",
            Mode::Read => "閱讀",
            Mode::Ask => "提問",
            Mode::Check => "核對",
            Mode::Menu => "操作",
            Mode::Find => "尋找",
        }
    }

    fn alert(&self, kind: AlertKind) -> &'static str {
        match kind {
            AlertKind::Note => "備註",
            AlertKind::Tip => "提示",
            AlertKind::Important => "重要",
            AlertKind::Warning => "注意",
            AlertKind::Caution => "警告",
        }
    }

    fn earlier(&self, number: usize, of: usize) -> String {
        format!("之前的搜尋 {number} / {of}")
    }

    fn nothing_found_for(&self, typed: &str) -> String {
        format!("沒有找到「{typed}」")
    }

    fn quit_by_letter(&self, key: &str) -> String {
        format!("再按一次 {key} 結束（按其他鍵繼續）")
    }

    fn no_such_zone(&self, value: &str, zone: &str) -> String {
        format!("TZ 的值「{value}」不是時區名。您的時間按 {zone} 顯示")
    }

    fn more_entries(&self, count: usize) -> String {
        format!("↓ 還有{count}項")
    }

    fn image(&self) -> &'static str {
        "圖"
    }

    fn only_in(&self, language: &str) -> String {
        format!("（僅{language}）")
    }

    fn shown_in(&self, language: &str) -> String {
        format!("（{language}）")
    }

    fn found_in(&self, language: &str) -> String {
        format!("（在{language}中找到）")
    }
}
