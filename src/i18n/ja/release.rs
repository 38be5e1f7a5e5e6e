use super::Japanese;
use crate::i18n::release::{ReleaseTexts, Words};

static TEXTS: ReleaseTexts = ReleaseTexts {
    release: "配布版",
    good_until: "有効期限",
    expired: "期限切れ",
};

impl Words for Japanese {
    fn texts(&self) -> &'static ReleaseTexts {
        &TEXTS
    }

    fn made(&self, serial: u64, day: &str) -> String {
        format!("第{serial}版（{day}作成、署名を確認済み）")
    }

    fn days_left(&self, days: i64) -> String {
        if days == 0 {
            "今日まで".to_owned()
        } else {
            format!("あと{days}日")
        }
    }

    fn out_of_date(&self, day: &str) -> [String; 2] {
        [
            format!("このガイドは有効期限（{day}）を過ぎ、内容が古い場合があります。"),
            format!("有効期限切れ（{day}）"),
        ]
    }
}
