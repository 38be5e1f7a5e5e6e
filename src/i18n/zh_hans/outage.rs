use super::Simplified;
use crate::i18n::outage::{OutageTexts, Words};

static TEXTS: OutageTexts = OutageTexts {
    moment: "请稍候。",
    out_of_service: "本终端暂时无法使用。如有急事，请拨打电话。",
    tries_again: "本终端每30秒尝试重新启动一次。",
};

impl Words for Simplified {
    fn texts(&self) -> &'static OutageTexts {
        &TEXTS
    }

    fn always(&self) -> &'static str {
        "24小时"
    }

    fn separator(&self) -> &'static str {
        "，"
    }
}
