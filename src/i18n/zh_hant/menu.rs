use super::Traditional;
use crate::i18n::menu::{Group, Item, MenuTexts, Words};

static TEXTS: MenuTexts = MenuTexts {
    title: "選單",
    filter: "輸入文字可篩選（任何語言均可）",
    to_copy: "號碼、文字、網址",
    to_results: "到搜尋結果",
    to_topics: "到主題",
    to_page_before: "到上一頁",
    none: "沒有",
    in_articles: "閱讀文章時",
    nothing_ahead: "後退之後",
    nothing_earlier: "還沒有",
};

impl Words for Traditional {
    fn texts(&self) -> &'static MenuTexts {
        &TEXTS
    }

    fn item(&self, item: Item) -> &'static str {
        match item {
            Item::Checklist => "準備清單",
            Item::Copy => "複製",
            Item::Find => "在頁面內尋找",
            Item::Contents => "目錄",
            Item::SideBySide => "雙語對照",
            Item::Advice => "選擇諮詢處",
            Item::Desks => "窗口與受理時間",
            Item::Check => "核對號碼",
            Item::Back => "後退",
            Item::Forward => "前進",
            Item::Earlier => "之前的搜尋",
            Item::Start => "回到開始",
            Item::Language => "切換語言",
            Item::MouseOff => "關閉滑鼠",
            Item::MouseOn => "開啟滑鼠",
            Item::HowTo => "操作說明",
            Item::Details => "指南資訊",
            Item::Quit => "結束",
        }
    }

    fn reading(&self, _: Item) -> &'static str {
        ""
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::ThisPage => "本頁",
            Group::GetHelp => "諮詢",
            Group::Move => "移動",
            Group::Screen => "畫面",
        }
    }

    fn closes(&self, keys: &[&str]) -> String {
        format!("按 {} 關閉", keys.join("、"))
    }

    fn section(&self, number: usize, of: usize) -> String {
        format!("共{of}節，第{number}節")
    }

    fn needs_columns(&self, columns: u16) -> String {
        format!("需{columns}欄以上")
    }

    fn no_match(&self, typed: &str) -> String {
        format!("沒有這樣的操作。按 Enter 搜尋「{typed}」")
    }
}
