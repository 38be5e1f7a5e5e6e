use super::Traditional;
use crate::i18n::board::Words;

impl Words for Traditional {
    fn today(&self) -> &'static str {
        "今天"
    }

    fn days(&self, first: &str, last: &str) -> String {
        format!("{first}～{last}")
    }

    fn day(&self, day: u32, weekday: &str) -> String {
        format!("{day}({weekday})")
    }

    fn open_on(&self, day: &str, times: &str) -> String {
        format!("{day} {times}")
    }

    fn open_from_to(&self, first: &str, last: &str, times: &str) -> String {
        format!("{first}至{last} {times}")
    }

    fn times(&self, start: &str, end: &str) -> String {
        format!("{start}～{end}")
    }

    fn closed(&self) -> &'static str {
        "不受理"
    }

    fn coming(&self, from: &str, days: usize) -> String {
        format!("{from}起{days}天")
    }

    fn coming_alike(&self, coming: &str) -> String {
        format!("{coming}均相同")
    }

    fn tick(&self, weekday: &str, time: &str) -> String {
        format!("({weekday}){time}")
    }

    fn have_ready(&self) -> &'static str {
        "需要準備："
    }

    fn and(&self) -> &'static str {
        "、"
    }

    fn show_qr(&self) -> &'static str {
        "顯示 QR 碼"
    }

    fn qr_code(&self) -> &'static str {
        "QR 碼"
    }

    fn scan(&self) -> &'static str {
        "可用手機相機掃描"
    }

    fn qr_needs(&self, columns: u16, rows: u16) -> String {
        format!("畫面放不下 QR 碼，請將視窗放大到{columns}×{rows}以上。")
    }

    fn qr_too_long(&self) -> &'static str {
        "該聯絡方式過長，無法產生 QR 碼。"
    }

    fn hours_and_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}，{span}")
    }

    fn more_desks(&self, more: usize, key: &str) -> String {
        format!("另有{more}個 {key}")
    }

    fn more_lists(&self, more: usize) -> String {
        format!("另有{more}份準備清單")
    }

    fn every_day(&self, times: &str) -> String {
        format!("每天 {times}")
    }

    fn hours_and_days(&self, hours: &str, days: &str) -> String {
        format!("{hours}，{days}")
    }

    fn sentences(&self, said: &[String]) -> String {
        let ended = said
            .iter()
            .map(|text| format!("{}。", text.trim_end_matches('。')));
        ended.collect()
    }

    fn said_of(&self, said: &str) -> String {
        format!("：{said}")
    }

    fn aside(&self) -> &'static str {
        "窗口與準備"
    }

    fn otherwise(&self) -> &'static str {
        "其他事宜"
    }
}
