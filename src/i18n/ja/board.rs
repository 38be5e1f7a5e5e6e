use super::Japanese;
use crate::i18n::board::Words;

impl Words for Japanese {
    fn today(&self) -> &'static str {
        "今日"
    }

    fn days(&self, first: &str, last: &str) -> String {
        format!("{first}〜{last}")
    }

    fn day(&self, day: u32, weekday: &str) -> String {
        format!("{day}({weekday})")
    }

    fn open_on(&self, day: &str, times: &str) -> String {
        format!("{day} {times}")
    }

    fn open_from_to(&self, first: &str, last: &str, times: &str) -> String {
        format!("{first}から{last}まで {times}")
    }

    fn times(&self, start: &str, end: &str) -> String {
        format!("{start}〜{end}")
    }

    fn closed(&self) -> &'static str {
        "受付なし"
    }

    fn coming(&self, from: &str, days: usize) -> String {
        format!("{from}から{days}日間")
    }

    fn coming_alike(&self, coming: &str) -> String {
        format!("{coming}も同じです")
    }

    fn tick(&self, weekday: &str, time: &str) -> String {
        format!("({weekday}){time}")
    }

    fn have_ready(&self) -> &'static str {
        "用意するもの："
    }

    fn and(&self) -> &'static str {
        "、"
    }

    fn show_qr(&self) -> &'static str {
        "QRコードを表示"
    }

    fn qr_code(&self) -> &'static str {
        "QRコード"
    }

    fn scan(&self) -> &'static str {
        "スマートフォンのカメラで読み取れます"
    }

    fn qr_needs(&self, columns: u16, rows: u16) -> String {
        format!("この画面にはQRコードが入りません。画面を{columns}×{rows}以上に広げてください。")
    }

    fn qr_too_long(&self) -> &'static str {
        "この連絡先は長すぎて、QRコードにできません。"
    }

    fn hours_and_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}・{span}")
    }

    fn more_desks(&self, more: usize, key: &str) -> String {
        format!("ほか{more}件 {key}")
    }

    fn more_lists(&self, more: usize) -> String {
        format!("ほか{more}件のチェックリスト")
    }

    fn every_day(&self, times: &str) -> String {
        format!("毎日 {times}")
    }

    fn hours_and_days(&self, hours: &str, days: &str) -> String {
        format!("{hours}、{days}")
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
        "窓口と準備"
    }

    fn otherwise(&self) -> &'static str {
        "ほかの相談は"
    }
}
