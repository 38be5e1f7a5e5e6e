use super::Japanese;
use crate::i18n::insight::{InsightTexts, Words};

static TEXTS: InsightTexts = InsightTexts {
    not_found: "見つからなかった検索",
    not_opened: "見つかったが、開かれなかった検索",
    lacking: "ガイドにない言葉",
    read: "よく読まれたところ",
    hours: "時間帯別",
    languages: "言語別",
    nothing: "（なし）",
};

impl Words for Japanese {
    fn texts(&self) -> &'static InsightTexts {
        &TEXTS
    }

    fn summary(&self, queries: u64, days: &str) -> String {
        match days {
            "" => "まだ記録がありません。".to_owned(),
            days => format!("検索 {queries}件（{days}）"),
        }
    }

    fn more(&self, rest: usize) -> String {
        format!("ほか{rest}件（--top で表示数を変更）")
    }
}
