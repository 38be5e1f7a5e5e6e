use super::Traditional;
use crate::i18n::plain::{PlainTexts, Word, Words};

static TEXTS: PlainTexts = PlainTexts {
    how: "請輸入想查詢的內容，然後按 Enter。d 窗口，t 主題，a 選擇諮詢處，? 說明，q 結束。",
    how_without_desks: "請輸入想查詢的內容，然後按 Enter。t 主題，? 說明，q 結束。",
    hint: "請輸入想查詢的詞或編號。? 是說明。",
    chosen_for_you: "此終端機無法繪製畫面，因此以逐行對話開始（同 --plain）。",
    commands: "可以輸入的詞",
    numbers: "1、2 等：開啟、勾選或回答該編號",
    more: "其他內容一律搜尋。以 / 開頭，可搜尋編號或以上的詞。",
    more_of_checks: "電話號碼和網址也會與本指南核對。",
    at_the_beginning: "前面沒有了。",
    nothing_ahead: "沒有可前進的頁面。",
    no_more_entries: "這是全部了。",
    no_section: "那邊沒有其他節。",
    nothing_suggested: "沒有其他建議的詞。",
    no_numbers: "這裡沒有可用編號選擇的內容。",
    one_language: "本指南沒有該語言的內容。",
    no_question: "現在沒有要跳過的問題。",
    building: "正在建立索引，在此期間用之前的索引搜尋。",
};

impl Words for Traditional {
    fn texts(&self) -> &'static PlainTexts {
        &TEXTS
    }

    fn spelling(&self, word: Word) -> (&'static str, &'static [&'static str]) {
        match word {
            Word::Next => ("下一個", &["下一節", "繼續"]),
            Word::Previous => ("上一個", &["上一節"]),
            Word::Back => ("返回", &["後退"]),
            Word::Forward => ("前進", &[]),
            Word::List => ("列表", &["結果"]),
            Word::Repeat => ("重複", &["再說一遍"]),
            Word::Topics => ("主題", &["目錄"]),
            Word::Desks => ("窗口", &["受理時間"]),
            Word::Advice => ("諮詢", &["提問"]),
            Word::Skip => ("跳過", &["不清楚", "不知道"]),
            Word::Cards => ("清單", &["準備", "準備清單"]),
            Word::Check => ("核對", &["號碼", "核對號碼"]),
            Word::Accept => ("是", &["好"]),
            Word::Language => ("語言", &[]),
            Word::Help => ("說明", &["幫助"]),
            Word::Quit => ("結束", &["離開"]),
        }
    }

    fn speak(&self, language: &str) -> String {
        format!("用{language}")
    }

    fn explain(&self, word: Word) -> Option<&'static str> {
        Some(match word {
            Word::Next => "下一節，更多結果",
            Word::Previous => "上一節，之前的結果",
            Word::Back => "後退一步",
            Word::Forward => "再前進",
            Word::List => "回到列表（搜尋結果、主題）",
            Word::Repeat => "再說一遍",
            Word::Topics => "最初的列表",
            Word::Desks => "窗口與受理時間",
            Word::Advice => "選擇諮詢處（回答幾個問題）",
            Word::Skip => "跳過問題",
            Word::Cards => "準備清單（再次輸入顯示全部）",
            Word::Check => "核對號碼（本指南所載的電話和網址）",
            Word::Accept => "用建議的詞搜尋",
            Word::Language => return None,
            Word::Help => "本說明",
            Word::Quit => "結束",
        })
    }

    fn same_language(&self, language: &str) -> String {
        format!("現在已經是{language}。")
    }

    fn stretch(&self, first: usize, last: usize) -> String {
        format!("第{first}項到第{last}項")
    }

    fn more_entries(&self, left: usize) -> String {
        format!("n 繼續（還有{left}項）")
    }

    fn next_section(&self, title: &str) -> String {
        format!("n 下一節「{title}」")
    }

    fn out_of_range(&self, count: usize) -> String {
        match count {
            1 => "編號只有 1。".to_owned(),
            _ => format!("編號為 1 到 {count}。"),
        }
    }

    fn desks(&self, names: &str, parts: &[&str]) -> String {
        format!("{names}：{}", parts.join("，"))
    }

    fn changed(&self, time: &str) -> String {
        format!("現在是{time}，受理情況有變化。")
    }

    fn found_as(&self, typed: &str, found: &str) -> String {
        format!("將「{typed}」作為「{found}」搜尋")
    }

    fn found(&self, found: &str) -> String {
        format!("作為「{found}」搜尋")
    }

    fn found_in_another_language(&self, typed: Option<&str>) -> String {
        match typed {
            Some(typed) => format!("按「{typed}」在其他語言中的說法搜尋"),
            None => "按其他語言中的說法搜尋".to_owned(),
        }
    }
}
