use super::Korean;
use crate::i18n::outage::{OutageTexts, Words};

static TEXTS: OutageTexts = OutageTexts {
    moment: "잠시만 기다려 주세요.",
    out_of_service: "지금은 이 단말기를 이용하실 수 없습니다. 급하신 분은 전화해 주세요.",
    tries_again: "이 단말기는 30초마다 다시 시작을 시도합니다.",
};

impl Words for Korean {
    fn texts(&self) -> &'static OutageTexts {
        &TEXTS
    }

    fn always(&self) -> &'static str {
        "24시간"
    }

    fn separator(&self) -> &'static str {
        ", "
    }
}
