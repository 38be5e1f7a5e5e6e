use super::English;
use crate::i18n::outage::{OutageTexts, Words};

static TEXTS: OutageTexts = OutageTexts {
    moment: "One moment, please.",
    out_of_service: "This terminal is out of service at the moment. If it is urgent, please call.",
    tries_again: "The terminal tries to start again every 30 seconds.",
};

impl Words for English {
    fn texts(&self) -> &'static OutageTexts {
        &TEXTS
    }

    fn always(&self) -> &'static str {
        "24 h"
    }

    fn separator(&self) -> &'static str {
        ", "
    }
}
