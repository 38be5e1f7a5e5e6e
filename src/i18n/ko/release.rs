use super::Korean;
use crate::i18n::release::{ReleaseTexts, Words};

static TEXTS: ReleaseTexts = ReleaseTexts {
    release: "배포판",
    good_until: "유효 기간",
    expired: "기간 만료",
};

impl Words for Korean {
    fn texts(&self) -> &'static ReleaseTexts {
        &TEXTS
    }

    fn made(&self, serial: u64, day: &str) -> String {
        format!("{serial}판({day} 작성, 서명 확인됨)")
    }

    fn days_left(&self, days: i64) -> String {
        if days == 0 {
            "오늘까지".to_owned()
        } else {
            format!("{days}일 남음")
        }
    }

    fn out_of_date(&self, day: &str) -> [String; 2] {
        [
            format!("이 가이드는 유효 기간({day})이 지나 내용이 오래되었을 수 있습니다."),
            format!("유효 기간 만료({day})"),
        ]
    }
}
