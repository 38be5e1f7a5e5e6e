use super::Korean;
use crate::i18n::board::Words;

impl Words for Korean {
    fn today(&self) -> &'static str {
        "오늘"
    }

    fn days(&self, first: &str, last: &str) -> String {
        format!("{first}~{last}")
    }

    fn day(&self, day: u32, weekday: &str) -> String {
        format!("{day}({weekday})")
    }

    fn open_on(&self, day: &str, times: &str) -> String {
        format!("{day} {times}")
    }

    fn open_from_to(&self, first: &str, last: &str, times: &str) -> String {
        format!("{first}부터 {last}까지 {times}")
    }

    fn times(&self, start: &str, end: &str) -> String {
        format!("{start}~{end}")
    }

    fn closed(&self) -> &'static str {
        "휴무"
    }

    fn coming(&self, from: &str, days: usize) -> String {
        format!("{from}부터 {days}일간")
    }

    fn coming_alike(&self, coming: &str) -> String {
        format!("{coming}도 같습니다")
    }

    fn tick(&self, weekday: &str, time: &str) -> String {
        format!("({weekday}){time}")
    }

    fn have_ready(&self) -> &'static str {
        "준비물: "
    }

    fn and(&self) -> &'static str {
        ", "
    }

    fn show_qr(&self) -> &'static str {
        "QR 코드 보기"
    }

    fn qr_code(&self) -> &'static str {
        "QR 코드"
    }

    fn scan(&self) -> &'static str {
        "스마트폰 카메라로 찍어 주세요"
    }

    fn qr_needs(&self, columns: u16, rows: u16) -> String {
        format!("화면에 QR 코드가 들어가지 않습니다. 창을 {columns}×{rows} 이상으로 넓혀 주세요.")
    }

    fn qr_too_long(&self) -> &'static str {
        "이 연락처는 너무 길어 QR 코드로 만들 수 없습니다."
    }

    fn hours_and_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}, {span}")
    }

    fn more_desks(&self, more: usize, key: &str) -> String {
        format!("외 {more}곳 {key}")
    }

    fn more_lists(&self, more: usize) -> String {
        format!("체크리스트 {more}개 더 보기")
    }

    fn every_day(&self, times: &str) -> String {
        format!("매일 {times}")
    }

    fn hours_and_days(&self, hours: &str, days: &str) -> String {
        format!("{hours}, {days}")
    }

    fn sentences(&self, said: &[String]) -> String {
        let ended: Vec<String> = said
            .iter()
            .map(|text| format!("{}.", text.trim_end_matches('.')))
            .collect();
        ended.join(" ")
    }

    fn said_of(&self, said: &str) -> String {
        format!(": {said}")
    }

    fn aside(&self) -> &'static str {
        "창구와 준비물"
    }

    fn otherwise(&self) -> &'static str {
        "그 밖의 상담"
    }
}
