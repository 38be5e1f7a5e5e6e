use super::Simplified;
use crate::i18n::release::{ReleaseTexts, Words};

static TEXTS: ReleaseTexts = ReleaseTexts {
    release: "发布版本",
    good_until: "有效期至",
    expired: "已过期",
};

impl Words for Simplified {
    fn texts(&self) -> &'static ReleaseTexts {
        &TEXTS
    }

    fn made(&self, serial: u64, day: &str) -> String {
        format!("第{serial}版（{day}制作，签名已验证）")
    }

    fn days_left(&self, days: i64) -> String {
        if days == 0 {
            "今天为止".to_owned()
        } else {
            format!("还剩{days}天")
        }
    }

    fn out_of_date(&self, day: &str) -> [String; 2] {
        [
            format!("本指南的有效期（{day}）已过，内容可能已过时。"),
            format!("指南已过期（{day}）"),
        ]
    }
}
