use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::Korean;
use crate::guide::ContactKind;
use crate::i18n::desk::Words;

impl Words for Korean {
    fn open(&self) -> &'static str {
        "운영 중"
    }

    fn available(&self) -> &'static str {
        "이용 가능"
    }

    fn out_of_hours(&self) -> &'static str {
        "운영 시간 외"
    }

    fn unknown(&self) -> &'static str {
        "공식 사이트 확인"
    }

    fn not_offered(&self) -> &'static str {
        "없음"
    }

    fn only(&self, languages: &[Cow<'static, str>]) -> String {
        format!("{}만", languages.join(", "))
    }

    fn with_language(&self, language: &str, hours: &str, open: bool) -> String {
        if open {
            format!("{language} {hours}")
        } else {
            format!("{language}는 {hours}")
        }
    }

    fn always(&self) -> &'static str {
        "24시간"
    }

    fn never_open(&self) -> &'static str {
        "휴무"
    }

    fn in_principle(&self) -> &'static str {
        "원칙적으로"
    }

    fn remark(&self, text: &str, remark: &str) -> String {
        format!("{text}({remark})")
    }

    fn hours_then_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}, {span}")
    }

    fn own_clock(&self, zone: Option<&str>) -> String {
        zone.map_or_else(
            || "사용자의 시계".to_owned(),
            |zone| format!("사용자의 시계, {zone}"),
        )
    }

    fn no_desks(&self) -> &'static str {
        "이 가이드에는 창구 정보가 없습니다."
    }

    fn clock_warning(&self, year: i32, as_of: Option<NaiveDate>) -> String {
        let facts = as_of.map(|day| {
            let (year, month, day) = (day.year(), day.month(), day.day());
            format!("이 가이드는 {year}년 {month}월 {day}일 기준인데, ")
        });
        format!(
            "{}화면의 날짜는 {year}년입니다. 이 기기의 시계가 맞지 않을 수 있습니다.",
            facts.unwrap_or_default()
        )
    }

    fn hours_are_told(&self, first: i32, last: i32) -> String {
        format!("운영 시간은 {first}년부터 {last}년까지만 알 수 있습니다.")
    }

    fn contact_kind(&self, kind: ContactKind) -> &'static str {
        match kind {
            ContactKind::Phone => "전화번호",
            ContactKind::App => "앱",
            ContactKind::Web => "웹",
            ContactKind::Place => "장소",
        }
    }

    fn taken_in(&self, language: &str, hours: &str) -> String {
        format!("{language}로 상담합니다: {hours}.")
    }

    fn only_until(&self, language: &str, own: &str) -> String {
        format!("지금은 {language}로만 상담합니다. {own}입니다.")
    }

    fn taken_only_in(&self, language: &str, hours: &str) -> String {
        format!("{language}로만 상담합니다: {hours}.")
    }

    fn self_service(&self, hours: &str) -> String {
        format!(
            "지금은 담당자가 있는 창구의 운영 시간이 아닙니다. 여기에서 직접 찾아볼 수 있습니다: {hours}."
        )
    }

    fn no_desk(&self) -> &'static str {
        "지금은 운영하는 창구가 없습니다."
    }

    fn next_desk(&self, desk: &str, hours: &str) -> String {
        format!("지금은 운영하는 창구가 없습니다. {desk}: {hours}.")
    }
}
