use super::Japanese;
use crate::i18n::search::Words;

impl Words for Japanese {
    fn count(&self, total: usize, at_least: bool) -> [String; 2] {
        let or_more = if at_least { "以上" } else { "" };
        let short = format!("{total}件{or_more}");
        [format!("検索結果 {short}"), short]
    }

    fn showing(&self, spelling: &str) -> [String; 2] {
        [
            format!("「{spelling}」の検索結果を表示しています"),
            format!("「{spelling}」で検索しました"),
        ]
    }

    fn missing(&self, words: &[String]) -> [String; 2] {
        let words = words.join("」「");
        [
            format!("「{words}」はこのガイドにありません"),
            format!("「{words}」はありません"),
        ]
    }

    fn tried(&self, readings: &[String]) -> String {
        format!("「{}」と読んで検索しました", readings.join("」「"))
    }

    fn left_out(&self, count: usize, at_least: bool) -> String {
        if at_least {
            format!("ほか{count}件以上")
        } else {
            format!("ほか{count}件")
        }
    }

    fn related(&self, typed: &str, found: &str) -> String {
        format!("{typed} → {found}（関連）")
    }

    fn did_you_mean(&self) -> &'static str {
        "もしかして: "
    }

    fn press(&self, key: &str) -> [String; 2] {
        [format!("（{key} で検索）"), format!("（{key}）")]
    }
}
