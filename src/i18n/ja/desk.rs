use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::Japanese;
use crate::guide::ContactKind;
use crate::i18n::desk::Words;

impl Words for Japanese {
    fn open(&self) -> &'static str {
        "受付中"
    }

    fn available(&self) -> &'static str {
        "利用できます"
    }

    fn out_of_hours(&self) -> &'static str {
        "受付時間外"
    }

    fn unknown(&self) -> &'static str {
        "公式サイトで確認"
    }

    fn not_offered(&self) -> &'static str {
        "なし"
    }

    fn only(&self, languages: &[Cow<'static, str>]) -> String {
        format!("{}のみ", languages.join("・"))
    }

    fn with_language(&self, language: &str, hours: &str, open: bool) -> String {
        if open {
            format!("{language} {hours}")
        } else {
            format!("{language}は{hours}")
        }
    }

    fn always(&self) -> &'static str {
        "24時間"
    }

    fn never_open(&self) -> &'static str {
        "受付なし"
    }

    fn in_principle(&self) -> &'static str {
        "原則"
    }

    fn remark(&self, text: &str, remark: &str) -> String {
        format!("{text}（{remark}）")
    }

    fn hours_then_span(&self, hours: &str, span: &str) -> String {
        format!("{hours}・{span}")
    }

    fn own_clock(&self, zone: Option<&str>) -> String {
        zone.map_or_else(
            || "お手元の時計".to_owned(),
            |zone| format!("お手元の時計、{zone}"),
        )
    }

    fn no_desks(&self) -> &'static str {
        "このガイドには窓口の情報がありません。"
    }

    fn clock_warning(&self, year: i32, as_of: Option<NaiveDate>) -> String {
        let facts = as_of.map(|day| {
            let (year, month, day) = (day.year(), day.month(), day.day());
            format!("、このガイドの内容は{year}年{month}月{day}日時点のもの")
        });
        format!(
            "表示の日時は{year}年{}です。この機器の時計が合っていないかもしれません。",
            facts.unwrap_or_default()
        )
    }

    fn hours_are_told(&self, first: i32, last: i32) -> String {
        format!("受付時間が分かるのは、{first}年から{last}年までです。")
    }

    fn contact_kind(&self, kind: ContactKind) -> &'static str {
        match kind {
            ContactKind::Phone => "電話番号",
            ContactKind::App => "アプリ",
            ContactKind::Web => "ウェブ",
            ContactKind::Place => "案内",
        }
    }

    fn taken_in(&self, language: &str, hours: &str) -> String {
        format!("{language}で受け付けています：{hours}。")
    }

    fn only_until(&self, language: &str, own: &str) -> String {
        format!("今は{language}のみ受け付けています。{own}です。")
    }

    fn taken_only_in(&self, language: &str, hours: &str) -> String {
        format!("{language}のみ受け付けています：{hours}。")
    }

    fn self_service(&self, hours: &str) -> String {
        format!("今は担当者のいる窓口が受付時間外です。ここで自分で調べられます：{hours}。")
    }

    fn no_desk(&self) -> &'static str {
        "今はどの窓口も受け付けていません。"
    }

    fn next_desk(&self, desk: &str, hours: &str) -> String {
        format!("今はどの窓口も受付時間外です。{desk}：{hours}。")
    }
}
