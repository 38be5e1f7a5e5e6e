use super::Traditional;
use crate::i18n::outage::{OutageTexts, Words};

static TEXTS: OutageTexts = OutageTexts {
    moment: "請稍候。",
    out_of_service: "本終端機暫時無法使用。如有急事，請撥打電話。",
    tries_again: "本終端機每30秒嘗試重新啟動一次。",
};

impl Words for Traditional {
    fn texts(&self) -> &'static OutageTexts {
        &TEXTS
    }

    fn always(&self) -> &'static str {
        "24小時"
    }

    fn separator(&self) -> &'static str {
        "，"
    }
}
