use super::Japanese;
use crate::i18n::outage::{OutageTexts, Words};

static TEXTS: OutageTexts = OutageTexts {
    moment: "しばらくお待ちください。",
    out_of_service: "ただいま、この端末はご利用いただけません。お急ぎの方はお電話ください。",
    tries_again: "この端末は30秒ごとに再開を試みています。",
};

impl Words for Japanese {
    fn texts(&self) -> &'static OutageTexts {
        &TEXTS
    }

    fn always(&self) -> &'static str {
        "24時間"
    }

    fn separator(&self) -> &'static str {
        "、"
    }
}
