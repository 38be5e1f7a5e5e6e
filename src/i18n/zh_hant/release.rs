use super::Traditional;
use crate::i18n::release::{ReleaseTexts, Words};

static TEXTS: ReleaseTexts = ReleaseTexts {
    release: "發布版本",
    good_until: "有效期限",
    expired: "已過期",
};

impl Words for Traditional {
    fn texts(&self) -> &'static ReleaseTexts {
        &TEXTS
    }

    fn made(&self, serial: u64, day: &str) -> String {
        format!("第{serial}版（{day}製作，簽章已驗證）")
    }

    fn days_left(&self, days: i64) -> String {
        if days == 0 {
            "今天為止".to_owned()
        } else {
            format!("還剩{days}天")
        }
    }

    fn out_of_date(&self, day: &str) -> [String; 2] {
        [
            format!("本指南的有效期限（{day}）已過，內容可能已過時。"),
            format!("指南已過期（{day}）"),
        ]
    }
}
