use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::Simplified;
use crate::guide::ContactKind;
use crate::i18n::desk::Words;

impl Words for Simplified {
    fn open(&self) -> &'static str {
        "受理中"
    }

    fn available(&self) -> &'static str {
        "可以使用"
    }

    fn out_of_hours(&self) -> &'static str {
        "非受理时间"
    }

    fn unknown(&self) -> &'static str {
        "请查看官网"
    }

    fn not_offered(&self) -> &'static str {
        "无"
    }

    fn only(&self, languages: &[Cow<'static, str>]) -> String {
        format!("仅限{}", languages.join("、"))
    }

    fn with_language(&self, language: &str, hours: &str, _: bool) -> String {
        format!("{language} {hours}")
    }

    fn always(&self) -> &'static str {
        "24小时"
    }

    fn never_open(&self) -> &'static str {
        "不受理"
    }

    fn in_principle(&self) -> &'static str {
        "原则上"
    }

    fn remark(&self, text: &str, remark: &str) -> String {
        format!("{text}（{remark}）")
    }

    fn hours_then_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}，{span}")
    }

    fn own_clock(&self, zone: Option<&str>) -> String {
        zone.map_or_else(|| "您的时钟".to_owned(), |zone| format!("您的时钟，{zone}"))
    }

    fn no_desks(&self) -> &'static str {
        "本指南没有窗口的信息。"
    }

    fn clock_warning(&self, year: i32, as_of: Option<NaiveDate>) -> String {
        let facts = as_of.map(|day| {
            let (year, month, day) = (day.year(), day.month(), day.day());
            format!("，而本指南的内容截至{year}年{month}月{day}日")
        });
        format!(
            "显示的日期为{year}年{}。本机的时钟可能不准。",
            facts.unwrap_or_default()
        )
    }

    fn hours_are_told(&self, first: i32, last: i32) -> String {
        format!("只能得知{first}年至{last}年的受理时间。")
    }

    fn contact_kind(&self, kind: ContactKind) -> &'static str {
        match kind {
            ContactKind::Phone => "电话号码",
            ContactKind::App => "应用",
            ContactKind::Web => "网站",
            ContactKind::Place => "地点",
        }
    }

    fn taken_in(&self, language: &str, hours: &str) -> String {
        format!("提供{language}服务：{hours}。")
    }

    fn only_until(&self, language: &str, own: &str) -> String {
        format!("现在只提供{language}服务。{own}。")
    }

    fn taken_only_in(&self, language: &str, hours: &str) -> String {
        format!("只提供{language}服务：{hours}。")
    }

    fn self_service(&self, hours: &str) -> String {
        format!("现在是人工窗口的非受理时间。您可以在此自行查询：{hours}。")
    }

    fn no_desk(&self) -> &'static str {
        "现在没有窗口受理。"
    }

    fn next_desk(&self, desk: &str, hours: &str) -> String {
        format!("现在没有窗口受理。{desk}：{hours}。")
    }
}
